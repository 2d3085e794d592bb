"""Engines on a SQLite file: how a connection is set up and how a transaction begins."""

import fcntl
from pathlib import Path
from typing import IO, Protocol

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from storage.columns import clean
from storage.errors import StoreError, StoreLocked
from storage.seal import Keys, as_json, from_json, give_keys

BUSY_MILLISECONDS = 5_000
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
# SQLite's primary result codes that blame the disk or the file, not the statement: BUSY, LOCKED,
# NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB.
DISK_CODES = frozenset({5, 6, 7, 8, 10, 11, 13, 14, 15, 26})


class _Cursor(Protocol):
    def execute(self, statement: str, /) -> object: ...
    def close(self) -> object: ...


class _Raw(Protocol):
    """What both drivers' connections have in common."""

    isolation_level: str | None

    def cursor(self) -> _Cursor: ...


def file_of(url: str) -> Path:
    """The file of a SQLite URL; StoreError when it is another database or none on disk."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        raise StoreError(f"no store for {parsed.get_backend_name()} yet: use sqlite+aiosqlite")
    if not parsed.database or parsed.database == ":memory:":
        raise StoreError("the store needs a file: sqlite+aiosqlite:///data/redress.db")
    return Path(parsed.database)


def claim_file(file: Path) -> IO[bytes]:
    """Take the file for this process alone until the handle is closed; StoreLocked if taken."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = file.with_name(f"{file.name}.lock").open("ab")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        handle.close()
        raise StoreLocked(f"{file} is in use by another process") from None
    return handle


def writing(file: Path, keys: Keys, *, echo: bool = False) -> Engine:
    """The engine of the one writer: each transaction takes the write lock as it begins."""
    return _engine(file, keys, WRITING, echo=echo)


def migrating(file: Path, keys: Keys) -> Engine:
    """The engine that changes tables."""
    return _engine(file, keys, MIGRATING, echo=False)


def reading(file: Path, keys: Keys, *, echo: bool = False) -> AsyncEngine:
    """The engine of everybody who only looks; a reader sees one state as long as it looks."""
    engine = create_async_engine(
        _url(file, "sqlite+aiosqlite"),
        echo=echo,
        hide_parameters=True,
        json_serializer=_json,
        json_deserializer=from_json,
    )
    _set_up(engine.sync_engine, READING, "BEGIN")
    give_keys(engine.sync_engine, keys)
    return engine


def blames_disk(error: BaseException) -> bool:
    """Whether the disk or the database failed, not the work itself."""
    if not isinstance(error, DBAPIError):
        return False
    code = getattr(error.orig, "sqlite_errorcode", None)
    return error.connection_invalidated or (code is not None and code & 0xFF in DISK_CODES)


def _engine(file: Path, keys: Keys, pragmas: tuple[str, ...], *, echo: bool) -> Engine:
    engine = create_engine(
        _url(file, "sqlite"),
        echo=echo,
        hide_parameters=True,
        poolclass=NullPool,
        json_serializer=_json,
        json_deserializer=from_json,
    )
    _set_up(engine, pragmas, "BEGIN IMMEDIATE")
    give_keys(engine, keys)
    return engine


def _json(value: object) -> str:
    return clean(as_json(value))


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
