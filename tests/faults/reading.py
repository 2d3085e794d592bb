"""Reads what a database holds into a history's values, beside a server or without one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, select

from storage import engines, inbox
from storage.schema import OWED, chat, message, outbox, ticket
from storage.seal import read_keys
from tests.faults.history import Filed, Line, Row
from tests.faults.witness import said

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept, by the chats' own ids at the server."""

    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    tickets: tuple[Filed, ...]
    parked: int


@dataclass(frozen=True, slots=True)
class Database:
    """The database at `url`, and the file of the keys that seal it."""

    url: str
    keys: Path

    async def read(self, fn: Callable[[Connection], T]) -> T:
        """Run `fn` on one unchanging state of it."""
        engine = engines.database(self.url).reading(read_keys(self.keys.read_bytes()))
        try:
            async with engine.connect() as connection:
                return await connection.run_sync(fn)
        finally:
            await engine.dispose()

    async def sending(self) -> frozenset[int]:
        """The rows that are on the wire, by its word."""
        return await self.read(sending_in)

    async def owed(self) -> int:
        """How many rows are still to be sent."""
        return await self.read(lambda c: len(c.execute(select(outbox.c.id).where(OWED)).all()))

    async def kept(self) -> Kept:
        return await self.read(kept_in)


def file_in(folder: Path) -> Database:
    """The file of a Redress that lives in this folder."""
    data = folder / "data"
    return Database(f"sqlite+aiosqlite:///{data / 'redress.db'}", data / "redress.key")


def sending_in(c: Connection) -> frozenset[int]:
    """The rows that are on the wire."""
    found = c.execute(select(outbox.c.id).where(outbox.c.state == "sending"))
    return frozenset(found.scalars())


def kept_in(c: Connection) -> Kept:
    """All that the checker asks of a database."""
    addresses = c.execute(select(chat.c.id, chat.c.address).where(chat.c.channel == "telegram"))
    people = {row.id: int(row.address) for row in addresses}
    rows = c.execute(select(outbox).order_by(outbox.c.chat, outbox.c.seq)).mappings()
    lines = c.execute(select(message).order_by(message.c.chat, message.c.id)).mappings()
    tickets = c.execute(select(ticket.c.chat, ticket.c.number, ticket.c.story))
    return Kept(
        tuple(
            Row(row["id"], people[row["chat"]], row["seq"], said(row["method"], row["body"]),
                row["state"])
            for row in rows
            if row["chat"] in people
        ),
        tuple(
            Line(people[row["chat"]], row["direction"] == "in", row["words"])
            for row in lines
            if row["chat"] in people
        ),
        tuple(Filed(people[row.chat], row.number, row.story) for row in tickets),
        inbox.counts(c)["parked"],
    )  # fmt: skip
