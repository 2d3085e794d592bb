"""A SQLite file: how a connection is set up, how a transaction begins, who has the file."""

import fcntl
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Protocol

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from storage.columns import json_text
from storage.errors import StoreBroken, StoreLocked
from storage.jobs import Commits
from storage.seal import Keys, from_json, give_keys
from storage.sqlite_commits import SqliteCommits, blames_disk
from storage.sqlite_log import BUSY_MILLISECONDS, Log

WAL_BYTES = 64 * 1024 * 1024
WRITING = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    f"PRAGMA journal_size_limit = {WAL_BYTES}",
)
READING = (f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}", "PRAGMA query_only = ON")
# A batch migration makes a table anew under the old name; the keys are checked after it.
MIGRATING = (*WRITING, "PRAGMA foreign_keys = OFF")


def _unsaid(value: datetime) -> str:
    """A moment whose column nobody said: as the driver writes it, it compares with no other."""
    raise TypeError(f"the type of this value must be said: {value!r}")


sqlite3.register_adapter(datetime, _unsaid)


class _Cursor(Protocol):
    def execute(self, statement: str, /) -> object: ...
    def close(self) -> object: ...


class _Raw(Protocol):
    """What both drivers' connections have in common."""

    isolation_level: str | None

    def cursor(self) -> _Cursor: ...


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """A database in a file, served by one process at a time."""

    file: Path
    owner: str = ""
    shared: bool = False

    def __str__(self) -> str:
        return str(self.file)

    def there(self) -> bool:
        """Whether it was made already."""
        return self.file.exists()

    def claim(self) -> IO[bytes]:
        """Take it for this process alone until the handle is closed; StoreLocked if taken."""
        return claim_file(self.file)

    def writing(self, keys: Keys, *, echo: bool = False) -> Engine:
        """The engine of the one writer: each transaction takes the write lock as it begins."""
        return _engine(self.file, keys, WRITING, echo=echo)

    def migrating(self, keys: Keys) -> Engine:
        """The engine that changes tables."""
        return _engine(self.file, keys, MIGRATING, echo=False)

    def reading(self, keys: Keys, *, echo: bool = False) -> AsyncEngine:
        """The engine of everybody who only looks; a reader sees one state as long as it looks."""
        engine = create_async_engine(
            _url(self.file, "sqlite+aiosqlite"),
            echo=echo,
            hide_parameters=True,
            json_serializer=json_text,
            json_deserializer=from_json,
        )
        _set_up(engine.sync_engine, READING, "BEGIN")
        give_keys(engine.sync_engine, keys)
        return engine

    def commits(self, engine: Engine) -> Commits:
        """How the writer commits here."""
        return SqliteCommits(engine, Log(self.file))

    async def hear(self) -> AsyncIterator[str | None]:
        """Nothing: nobody else serves it."""
        if self.shared:
            yield None

    def broke(self, error: BaseException) -> bool:
        """Whether the disk or the database failed, not the work itself."""
        return blames_disk(error)


def claim_file(file: Path) -> IO[bytes]:
    """Take the file for this process alone until the handle is closed.

    Raises StoreLocked if it is taken, StoreBroken where nothing can be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = file.with_name(f"{file.name}.lock").open("ab")
    except OSError as error:
        raise StoreBroken(f"{file} cannot be served: {error}") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        handle.close()
        raise StoreLocked(f"{file} is in use by another process") from None
    return handle


def _engine(file: Path, keys: Keys, pragmas: tuple[str, ...], *, echo: bool) -> Engine:
    engine = create_engine(
        _url(file, "sqlite"),
        echo=echo,
        hide_parameters=True,
        poolclass=NullPool,
        json_serializer=json_text,
        json_deserializer=from_json,
    )
    _set_up(engine, pragmas, "BEGIN IMMEDIATE")
    give_keys(engine, keys)
    return engine


def _url(file: Path, driver: str) -> URL:
    return URL.create(driver, database=str(file))


def _set_up(engine: Engine, pragmas: tuple[str, ...], begin: str) -> None:
    """The driver's own transactions begin at the first write, and lose updates: take them over."""

    def on_connect(raw: _Raw, _entry: ConnectionPoolEntry) -> None:
        raw.isolation_level = None
        cursor = raw.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
