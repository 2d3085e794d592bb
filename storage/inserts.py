"""Ways to insert: for the new row's id, and INSERT … ON CONFLICT for either database."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Insert: TypeAlias = "sqlite.Insert | postgresql.Insert"
T = TypeVar("T", bound=sa.Insert)


def numbered(table: Table) -> Mapping[str, sa.Insert]:
    """An insert for `Hot.add`: PostgreSQL returns the new row's id, SQLite's driver knows it.

    RETURNING would cost SQLite more than the row itself does.
    """
    plain = sa.insert(table)
    return {"sqlite": plain, "postgresql": plain.returning(table.c.id)}


def on_conflict(table: Table, finish: Callable[[Insert], T]) -> Mapping[str, T]:
    """The finished statement by the name of the dialect: `c.execute(ONE[c.dialect.name], …)`."""
    return {
        "sqlite": finish(sqlite.insert(table)),
        "postgresql": finish(postgresql.insert(table)).execution_options(preserve_rowcount=True),
    }


def add(c: Connection, statement: sa.Insert, row: Mapping[str, Any]) -> int:
    """Insert one row into a table that numbers its rows; returns the number."""
    key = c.execute(statement, dict(row)).inserted_primary_key
    if key is None:
        raise TypeError("this table does not number its rows")
    number: int = key[0]
    return number
