"""PostgreSQL: how a connection is set up, what its failures mean, who we are there.

Any driver's name in the address is taken for ours, psycopg. Every session limits itself
(reliability.md §7.7): no wait for a lock, no statement and no idle transaction goes on for ever,
and a peer that is gone is noticed within seconds.
"""

import secrets
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field

import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy import Engine, create_engine, event, inspect
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from storage import postgres_line
from storage.columns import json_text
from storage.errors import StoreBroken, StoreError
from storage.jobs import Commits
from storage.postgres_commits import PostgresCommits
from storage.postgres_faults import blames_server, words
from storage.seal import Keys, from_json, give_keys

DRIVER = "postgresql+psycopg"
READERS, MORE_READERS = 4, 8  # connections kept, and opened beside them in a rush
# Seconds and counts of libpq (its manual, "Parameter Key Words"); tcp_user_timeout in milliseconds.
NETWORK: Mapping[str, str] = {
    "connect_timeout": "4",
    "keepalives": "1",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}
# In milliseconds. A lane is held for one batch, so who waits longer for it waits for a dead one.
LIMITS = (
    "SET lock_timeout = 1500",
    "SET statement_timeout = 30000",
    "SET idle_in_transaction_session_timeout = 5000",
    "SET client_connection_check_interval = 5000",
    "SET timezone = 'UTC'",
)
WRITING = (*LIMITS, "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED")
READING = (
    *LIMITS,
    "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
)
# Whoever comes second waits here until the first has migrated.
MIGRATING = ("SET lock_timeout = 0", "SET statement_timeout = 0", "SET timezone = 'UTC'")


@dataclass(frozen=True, slots=True)
class PostgresDatabase:
    """A database of a PostgreSQL server, shared by any number of replicas.

    `owner` names this process in its leases and in the server's list of sessions.
    """

    url: URL
    owner: str = field(default_factory=lambda: secrets.token_hex(6))
    shared: bool = True

    def __str__(self) -> str:
        return f"postgresql://{self.url.host or 'localhost'}/{self.url.database or ''}"

    def there(self) -> bool:
        """Whether its tables were made already. Raises StoreBroken when nobody answers."""
        engine = self._engine("look", LIMITS)
        try:
            with engine.connect() as c:
                return inspect(c).has_table("alembic_version")
        except DBAPIError as error:
            raise StoreBroken(f"{self} does not answer: {words(error)}") from error
        finally:
            engine.dispose()

    def claim(self) -> None:
        """Any number of processes may serve it."""

    def writing(self, keys: Keys, *, echo: bool = False) -> Engine:
        """The engine of this process' writer."""
        return self._keyed(self._engine("writer", WRITING, echo=echo), keys)

    def migrating(self, keys: Keys) -> Engine:
        """The engine that changes tables."""
        return self._keyed(self._engine("migration", MIGRATING), keys)

    def reading(self, keys: Keys, *, echo: bool = False) -> AsyncEngine:
        """The engine of everybody who only looks; a reader sees one state as long as it looks."""
        engine = create_async_engine(
            self.address("reader"),
            echo=echo,
            hide_parameters=True,
            pool_size=READERS,
            max_overflow=MORE_READERS,
            pool_use_lifo=True,
            json_serializer=json_text,
            json_deserializer=from_json,
        )
        _set_up(engine.sync_engine, READING)
        give_keys(engine.sync_engine, keys)
        return engine

    def commits(self, engine: Engine) -> Commits:
        """How the writer commits here."""
        return PostgresCommits(engine, self.owner)

    def broke(self, error: BaseException) -> bool:
        """Whether the server or the way to it failed, not the work itself."""
        return blames_server(error)

    def hear(self) -> AsyncIterator[str | None]:
        """What other processes tell us; None each time that the line was made."""
        return postgres_line.messages(self.address("line"), self.owner)

    def address(self, part: str) -> URL:
        """Where to connect, with our name for the session and limits for the network under it.

        What the operator wrote in the address stands before ours, but for the name.
        """
        said = dict(self.url.query)
        if "ssl" in said:  # asyncpg's name for it
            said["sslmode"] = said.pop("ssl")
        query = {**NETWORK, **said, "application_name": self.session(part)}
        return self.url.set(drivername=DRIVER, query=query)

    def session(self, part: str) -> str:
        """The name of a session of ours in the server's list."""
        return f"redress {self.owner} {part}"

    def _keyed(self, engine: Engine, keys: Keys) -> Engine:
        give_keys(engine, keys)
        return engine

    def _engine(self, part: str, settings: tuple[str, ...], *, echo: bool = False) -> Engine:
        engine = create_engine(
            self.address(part),
            echo=echo,
            hide_parameters=True,
            poolclass=NullPool,
            json_serializer=json_text,
            json_deserializer=from_json,
        )
        _set_up(engine, settings)
        return engine


def of_address(url: URL) -> PostgresDatabase:
    """The database there; StoreError when the address has an option that libpq does not know."""
    place = PostgresDatabase(url)
    try:
        make_conninfo(place.address("check").set(drivername="postgresql").render_as_string(False))
    except psycopg.ProgrammingError as error:
        raise StoreError(f"the address of the database: {words(error)}") from None
    return place


def _set_up(engine: Engine, settings: tuple[str, ...]) -> None:
    """Have each new session limit itself; one round trip for all."""

    def on_connect(raw: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = raw.cursor()
        cursor.execute("; ".join(settings))
        cursor.close()
        raw.commit()

    event.listen(engine, "connect", on_connect)
