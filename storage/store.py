"""The store: one writer, many readers, one file. Callers hand over plain functions."""

import asyncio
from collections.abc import Callable
from typing import IO, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import engines, outbox, settings, version
from storage.errors import StoreBroken
from storage.seal import Keys
from storage.writer import Job, Lanes, Writer

T = TypeVar("T")

KEY_PROOF = "keys.proof"


class Store:
    """An open database. Made by `open`; to be closed by whoever opened it."""

    def __init__(self, engine: Engine, reader: AsyncEngine, lock: IO[bytes] | None) -> None:
        self._engine = engine
        self._reader = reader
        self._lock = lock
        self._callbacks: list[Callable[[], None]] = []
        self._news: list[Callable[[], None]] = []
        self._writer = Writer(engine, self._callbacks, self._news)

    @classmethod
    async def open(cls, url: str, keys: Keys, *, echo: bool = False, alone: bool = True) -> "Store":
        """Open a migrated file.

        `alone`: as the one that serves it; takes the lock and lets all leases of the outbox
        lapse. A command beside a running server passes False, and may then read and write but
        not deliver. Raises StoreLocked, SchemaTooOld, SchemaTooNew, KeyFileError, StoreBroken.
        """
        file = engines.file_of(url)
        lock = engines.claim_file(file) if alone else None
        writer = engines.writing(file, keys, echo=echo)
        store = cls(writer, engines.reading(file, keys, echo=echo), lock)
        try:
            await store.write(version.check)
            await store.write(_prove_keys)
            if alone:
                await store.write(outbox.lapse)
        except BaseException:
            await store.close()
            raise
        return store

    @property
    def commits(self) -> int:
        """Transactions committed since the store was opened."""
        return self._writer.commits

    @property
    def writes(self) -> int:
        """Jobs that those transactions held."""
        return self._writer.jobs

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
        alone. Raises StoreBroken when the disk refused: then nothing of it was kept. What was
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
        """Run `fn` on a reading connection, on one unchanging state of the database."""
        try:
            async with self._reader.connect() as connection:
                return await connection.run_sync(fn)
        except DBAPIError as error:
            if engines.blames_disk(error):
                raise StoreBroken(str(error.orig)) from error
            raise

    def on_commit(self, callback: Callable[[], None]) -> None:
        """Call this on the loop after each commit; it only rings, the rows say what is new."""
        self._callbacks.append(callback)

    def on_news(self, callback: Callable[[], None]) -> None:
        """Call this on the loop after each commit that held more than quiet writes."""
        self._news.append(callback)

    async def close(self) -> None:
        """Finish what was handed over, end the thread, let the file go. Twice is no harm."""
        await self._writer.stop()
        await self._reader.dispose()
        self._engine.dispose()
        if self._lock is not None:
            self._lock.close()


def _prove_keys(c: Connection) -> None:
    """Fail now, not row by row later, when this is not the key file that sealed the database."""
    if settings.read(c, KEY_PROOF) is None:
        settings.write(c, KEY_PROOF, KEY_PROOF)
