"""Which database an address names, and what each can do: a SQLite file, or PostgreSQL."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import IO, Protocol

from sqlalchemy import Engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.errors import StoreError
from storage.jobs import Commits
from storage.seal import Keys
from storage.sqlite import SqliteFile, claim_file

__all__ = ["Database", "claim_file", "database", "file_of"]

FILE = "sqlite+aiosqlite:///data/redress.db"
SERVER = "postgresql+psycopg://user@host/redress"


class Database(Protocol):
    """A place for all tables. As text it is fit to be shown: it holds no password.

    `shared`: several processes may serve it at once. `owner` names this process among them.
    """

    @property
    def owner(self) -> str: ...

    @property
    def shared(self) -> bool: ...

    def there(self) -> bool:
        """Whether it was made already. Raises StoreBroken when it cannot be asked."""
        ...

    def claim(self) -> IO[bytes] | None:
        """Take what only one may serve until the handle is closed; StoreLocked if taken."""
        ...

    def writing(self, keys: Keys, *, echo: bool = False) -> Engine:
        """The engine of the one writer of this process."""
        ...

    def reading(self, keys: Keys, *, echo: bool = False) -> AsyncEngine:
        """The engine of everybody who only looks; a reader sees one state as long as it looks."""
        ...

    def migrating(self, keys: Keys) -> Engine:
        """The engine that changes tables."""
        ...

    def commits(self, engine: Engine) -> Commits:
        """How the writer commits with its engine."""
        ...

    def hear(self) -> AsyncIterator[str | None]:
        """What other processes tell (`hearing.tell`): words, "" for a commit that brought news.

        None each time that the line to them was made: what was told before was not heard.
        """
        ...

    def broke(self, error: BaseException) -> bool:
        """Whether the database failed, not the work itself."""
        ...


def database(url: str) -> Database:
    """The database of an address (`[storage] url`); StoreError when it is none that we know."""
    parsed = _parsed(url)
    match parsed.get_backend_name():
        case "sqlite":
            return SqliteFile(_file(parsed))
        case "postgresql" | "postgres":
            # The driver takes 9 MiB and 0.1 s: only who serves on PostgreSQL loads it.
            from storage.postgres import of_address  # noqa: PLC0415

            return of_address(parsed)
        case other:
            raise StoreError(f"no store for {other}: use {FILE} or {SERVER}")


def file_of(url: str) -> Path:
    """The file of a SQLite address; StoreError when it is another database or none on disk."""
    parsed = _parsed(url)
    if parsed.get_backend_name() != "sqlite":
        raise StoreError(f"{parsed.get_backend_name()} keeps its tables itself, not in a file")
    return _file(parsed)


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        raise StoreError(f"this is no address of a database; such are {FILE}, {SERVER}") from None


def _file(parsed: URL) -> Path:
    if not parsed.database or parsed.database == ":memory:":
        raise StoreError(f"the store needs a file: {FILE}")
    return Path(parsed.database)
