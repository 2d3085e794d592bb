"""A folder as an operator has it: database, keys, one ticket in it."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from dialogs.house import House
from dialogs.model import Address, File
from dialogs.tickets.moves import open_ticket
from dialogs.tickets.ticket import Filing
from storage import Connection, chats, files, inbox, tickets
from storage.files import Kept
from storage.inbox import EventKey
from storage.seal import read_keys
from storage.store import Store

T = TypeVar("T")


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Home:
    """The folder, and the number of the ticket that is filed there."""

    folder: Path
    number: str = ""
    url: str = ""  # of the database; "": the file in the folder

    def write(self, fn: Callable[[Connection], T]) -> T:
        """Change the database as a server would."""

        async def go() -> T:
            keys = read_keys((self.folder / "data/redress.key").read_bytes())
            url = f"sqlite+aiosqlite:///{self.folder}/data/redress.db"
            store = await Store.open(self.url or url, keys, alone=False)
            try:
                return await store.write(fn)
            finally:
                await store.close()

        return asyncio.run(go())

    def file(self, house: House) -> None:
        """File the ticket."""

        def put(c: Connection) -> str:
            chat = chats.locate(c, Address("web", "web", "1"), now(), "en", "Ann")
            opened = open_ticket(
                Filing(story="charged twice", category="BIL", subtype="billing_error"),
                id=tickets.next_id(c),
                number=tickets.next_number(c, now(), house.zone),
                chat=chat,
                subscriber=chats.person(c, chat).subscriber,
                language="en",
                now=now(),
                house=house,
            )
            tickets.insert(c, opened.ticket, opened.entries)
            return opened.ticket.number

        self.number = self.write(put)

    def attach(self, content: bytes) -> Path:
        """Put a person's file to the ticket and into the folder of files."""
        sha = hashlib.sha256(content).hexdigest()
        path = f"{sha[:2]}/{sha}"

        def put(c: Connection) -> None:
            ticket = tickets.by_number(c, self.number)
            assert ticket is not None
            sent = File("document", "ref", "bill.pdf", "application/pdf", len(content))
            found = files.want(c, ticket.chat, sent, ticket.id, now())
            files.kept(c, found, Kept(path=path, sha256=sha, size=sent.size, mime=sent.mime))

        self.write(put)
        file = self.folder / "data/attachments" / path
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
        return file

    def park(self, event: str, why: str) -> None:
        """Park an event."""
        key = EventKey("telegram", "42", event)

        def put(c: Connection) -> None:
            inbox.accept(c, key, None, "{}", now())
            inbox.park(c, key, why)

        self.write(put)
