"""Rings the desk's pages when what they show has changed; rests while none is open.

A commit only wakes it. What changed is found by comparing marks of what is open here, so that each
replica looks for itself and a commit that brought nothing new rings nobody.
"""

import asyncio
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial

from bot.web.live import CHANGED, Hub
from storage import Connection, marks
from storage.errors import StoreBroken, StoreClosed
from storage.marks import Mark
from storage.seal import digest
from storage.store import Store

EVERY = 5.0  # seconds between two looks when no commit is heard of, as of another replica's
GATHER = 0.3  # seconds in which further commits are taken together with the first
ANYTHING = "desk/all"
OF_TICKET, OF_CHAT = "desk/t/", "desk/c/"


def of_session(token: str) -> str:
    """The name that every stream of one session listens to, so that it ends with it."""
    return f"desk/s/{digest(token)}"


class Watch:
    """The names that open pages of this process listen to, and one task while there are any.

    `rests` is set while none is open: then nothing is looked at.
    """

    def __init__(self, hub: Hub, store: Store) -> None:
        self._hub, self._store = hub, store
        self.rests = asyncio.Event()
        self.rests.set()
        self._open: Counter[str] = Counter()
        self._known: dict[str, Mark] = {}
        self._news = 0
        self._bell = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        store.on_commit(self._bell.set)
        store.on_news(self._count)

    async def mark(self, name: str) -> Mark:
        """The mark of a page as it is now, for `page`; () where there is nothing of that name."""
        news = self._news
        found = await self._store.read(partial(marked, names=(name,)))
        return _whole(name, found, news)

    @contextmanager
    def page(self, name: str, mark: Mark) -> Iterator[None]:
        """A page of this name is open that shows what had this mark; it is rung through the hub."""
        self._open[name] += 1
        if self._known.setdefault(name, mark) != mark:
            self._hub.ring_here(name, CHANGED)
        self.rests.clear()
        if self._task is None:
            self._task = asyncio.create_task(self._run())
        try:
            yield
        finally:
            self._open[name] -= 1
            if not self._open[name]:
                del self._open[name]
                self._known.pop(name, None)
            if not self._open and self._task is not None:
                self._task.cancel()
                self._task = None
                self.rests.set()

    def _count(self) -> None:
        self._news += 1

    async def _run(self) -> None:
        while True:
            self._bell.clear()
            with suppress(StoreBroken):
                try:
                    await self._look()
                except StoreClosed:
                    return
            with suppress(TimeoutError):
                await asyncio.wait_for(self._bell.wait(), EVERY)
            await asyncio.sleep(GATHER)

    async def _look(self) -> None:
        """Ring the pages whose mark is another one than at the last look."""
        names, news = tuple(self._open), self._news
        found = await self._store.read(partial(marked, names=names))
        for name in names:
            mark = _whole(name, found, news)
            if self._known.get(name, mark) != mark:
                self._hub.ring_here(name, CHANGED)
                self._known[name] = mark


def _whole(name: str, found: Mapping[str, Mark], news: int) -> Mark:
    """The mark of a name; what has no row of its own changes with whatever is committed."""
    return (*found.get(name, ()), news) if name == ANYTHING else found.get(name, ())


def marked(c: Connection, names: Collection[str]) -> Mapping[str, Mark]:
    """The marks of these names, as the database knows them."""
    numbers = [one.removeprefix(OF_TICKET) for one in names if one.startswith(OF_TICKET)]
    chats = [int(one.removeprefix(OF_CHAT)) for one in names if one.startswith(OF_CHAT)]
    found: dict[str, Mark] = {}
    if numbers:
        of_tickets = marks.of_tickets(c, numbers)
        found |= {OF_TICKET + number: mark for number, mark in of_tickets.items()}
    if chats:
        found |= {OF_CHAT + str(chat): mark for chat, mark in marks.of_chats(c, chats).items()}
    if ANYTHING in names:
        found[ANYTHING] = marks.of_all(c)
    return found
