"""The server of the whole run, and a fresh database with our tables for each test that asks."""

from collections.abc import Iterator

import pytest

from storage.migrate import migrate
from storage.seal import new_keys, read_keys
from tests.postgres.server import Server, served


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server that is thrown away at the end of the run."""
    with served() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgresql: Server) -> str:
    """A migrated database that nobody has sealed anything in: copying it is quicker."""
    name = postgresql.database()
    migrate(postgresql.url(name), read_keys(new_keys()))
    return name


@pytest.fixture
def postgres_url(postgresql: Server, postgres_template: str) -> Iterator[str]:
    """The address of a fresh database with our tables in it."""
    name = postgresql.database(postgres_template)
    yield postgresql.url(name)
    postgresql.drop(name)


@pytest.fixture
def new_postgres_url(postgresql: Server) -> Iterator[str]:
    """The address of a database without tables."""
    name = postgresql.database()
    yield postgresql.url(name)
    postgresql.drop(name)
