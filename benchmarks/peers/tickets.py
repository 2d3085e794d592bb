"""The ticket of both Python peers: one row through SQLAlchemy on aiosqlite."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Column, DateTime, Integer, MetaData, Table, Text, event, insert
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

metadata = MetaData()
ticket = Table(
    "ticket",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat", Integer, nullable=False),
    Column("category", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("occurred", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("created_at", DateTime, nullable=False),
)
PRAGMAS = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA busy_timeout = 5000")


class Tickets:
    """The table in a file. One connection: several of them starve each other on SQLite."""

    def __init__(self, file: str) -> None:
        self._engine: AsyncEngine = create_async_engine(
            f"sqlite+aiosqlite:///{file}", pool_size=1, max_overflow=0
        )
        event.listen(self._engine.sync_engine, "connect", _set_up)

    async def create(self) -> None:
        """Make the table."""
        async with self._engine.begin() as connection:
            await connection.run_sync(metadata.create_all)

    async def add(self, chat: int, told: Mapping[str, str]) -> str:
        """Keep a ticket; returns its number."""
        row = {"chat": chat, "created_at": datetime.now(UTC), **told}
        async with self._engine.begin() as connection:
            key = (await connection.execute(insert(ticket).values(row))).inserted_primary_key
        assert key is not None
        return f"T{key[0]:08}"

    async def close(self) -> None:
        """Let the file go."""
        await self._engine.dispose()


def _set_up(raw: object, _entry: ConnectionPoolEntry) -> None:
    cursor = raw.cursor()  # type: ignore[attr-defined]  # the driver's, of no common type
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
