"""The store: one writer, many readers, one database. Callers hand over plain functions."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection

from storage import hearing, outbox, settings, version
from storage.engines import Database, database
from storage.histogram import Histogram
from storage.jobs import Job, Lanes
from storage.readers import Readers
from storage.seal import Keys
from storage.writer import Writer

T = TypeVar("T")

KEY_PROOF = "keys.proof"


class Store:
    """An open database. Made by `open`; to be closed by whoever opened it."""

    def __init__(self, place: Database, keys: Keys, *, echo: bool, alone: bool) -> None:
        self.place = place
        self._lock = place.claim() if alone else None
        self._engine = place.writing(keys, echo=echo)
        self._readers = Readers(place, keys, echo=echo)
        self._callbacks: list[Callable[[], None]] = []
        self._news: list[Callable[[], None]] = []
        self._commits = place.commits(self._engine)
        self._writer = Writer(self._commits, self._callbacks, self._news)

    @classmethod
    async def open(cls, url: str, keys: Keys, *, echo: bool = False, alone: bool = True) -> "Store":
        """Open a migrated database.

        `alone`: as the one that serves it, where only one may: takes the lock and lets all leases
        of the outbox lapse. A command beside a running server passes False, and may then read and
        write but not deliver. A database that is shared is served by any number, and leases lapse
        by themselves. Raises StoreLocked, SchemaTooOld, SchemaTooNew, KeyFileError, StoreBroken.
        """
        place = database(url)
        store = cls(place, keys, echo=echo, alone=alone)
        try:
            await store.write(version.check)
            await store.write(_prove_keys)
            if alone and not place.shared:
                await store.write(outbox.lapse)
        except BaseException:
            await store.close()
            raise
        return store

    @property
    def commits(self) -> int:
        """Transactions committed since the store was opened."""
        return self._commits.commits

    @property
    def writes(self) -> int:
        """Jobs that those transactions held."""
        return self._commits.jobs

    @property
    def batches(self) -> tuple[Histogram, Histogram]:
        """How many jobs were done together, and how many seconds their work and commit took."""
        return self._writer.batch_sizes, self._writer.batch_seconds

    async def write(
        self,
        fn: Callable[[Connection], T],
        *,
        lanes: Lanes = (),
        then: Callable[[T], None] | None = None,
        quiet: bool = False,
    ) -> T:
        """Run `fn` in the writer's thread and return its result once it is committed.

        `fn` shares its transaction with others and may be run twice, so it changes nothing but
        the database, and neither commits nor waits. Its exception comes back to this caller
        alone. Raises StoreBroken when disk or server refused: then nothing of it was kept (or,
        where a server stayed away after a commit was sent to it, nobody can say yet). What was
        handed over is written even if the caller is cancelled meanwhile.

        `lanes` are the chats whose order this belongs to: no other replica steps them at the
        same time. `then` is called on the loop with the result right after the commit, even if
        the caller has gone by then: what a commit brought belongs to the commit. A `quiet` one
        brings nothing that others must look for.
        """
        return await self.submit(fn, lanes=lanes, then=then, quiet=quiet)

    def submit(
        self,
        fn: Callable[[Connection], T],
        *,
        lanes: Lanes = (),
        then: Callable[[T], None] | None = None,
        quiet: bool = False,
    ) -> "asyncio.Future[T]":
        """The same without waiting: hand it over now, in this order, and wait for it later."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._writer.put(Job(fn, future, lanes, then, quiet))
        return future

    async def read(self, fn: Callable[[Connection], T]) -> T:
        """Run `fn` on a reading connection, on one unchanging state of the database.

        It may be run twice. Raises StoreBroken when the database does not answer.
        """
        return await self._readers.read(fn)

    def on_commit(self, callback: Callable[[], None]) -> None:
        """Call this on the loop after each commit; it only rings, the rows say what is new."""
        self._callbacks.append(callback)

    def on_news(self, callback: Callable[[], None]) -> None:
        """Call this on the loop after each commit that held more than quiet writes."""
        self._news.append(callback)

    async def listen(self, heard: Callable[[str | None], None]) -> None:
        """Hear of what other processes do, until cancelled; at once the end where none can be.

        Their commits ring like our own. `heard` gets the words of `tell`, and None each time that
        the line was made: what was told before that was missed. Never raises for the network.
        """
        async for words in self.place.hear():
            for callback in (*self._callbacks, *self._news) if not words else ():
                callback()
            if words != "":
                heard(words)

    def tell(self, words: str) -> None:
        """Tell the other processes on a shared database, soon; a hint that may be lost.

        `words` are ASCII, not empty, and at most `hearing.LARGEST` bytes with our name.
        """
        if self.place.shared:
            job = partial(hearing.tell, owner=self.place.owner, words=words)
            self.submit(job, quiet=True).add_done_callback(_heedless)

    async def close(self) -> None:
        """Finish what was handed over, end the thread, let the database go. Twice is no harm."""
        await self._writer.stop()
        await self._readers.close()
        self._engine.dispose()
        if self._lock is not None:
            self._lock.close()


def _heedless(told: "asyncio.Future[None]") -> None:
    """A hint that could not be given harms nobody."""
    if not told.cancelled():
        told.exception()


def _prove_keys(c: Connection) -> None:
    """Fail now, not row by row later, when this is not the key file that sealed the database."""
    settings.first(c, KEY_PROOF, KEY_PROOF)
