"""Every statement of the house can be said to both databases."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest
from sqlalchemy import Executable
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql import ClauseElement

import storage
from storage.schema import metadata


def statements(dialect: str) -> Iterator[tuple[str, ClauseElement]]:
    """All module constants that are statements, or hold one for this dialect."""
    for found in pkgutil.iter_modules(storage.__path__):
        module = import_module(f"storage.{found.name}")
        for name, value in vars(module).items():
            said = value.get(dialect) if isinstance(value, dict) else value
            if isinstance(said, Executable) and isinstance(said, ClauseElement):
                yield f"{found.name}.{name}", said


def dialect_of(name: str) -> Dialect:
    return make_url(f"{name}://").get_dialect()()


@pytest.mark.parametrize("name", ["sqlite", "postgresql"])
def test_statements_compile(name: str) -> None:
    dialect = dialect_of(name)
    said = dict(statements(dialect.name))
    assert len(said) > 100
    for place, statement in said.items():
        assert str(statement.compile(dialect=dialect)), place


def test_tables_can_be_made_in_postgresql() -> None:
    dialect = dialect_of("postgresql")
    for table in metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=dialect))
