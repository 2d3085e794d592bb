"""The one thread that writes: what waits together is committed together.

No savepoints in the good case. When one of a batch fails, all is rolled back and each is done
again alone, so that the one that fails does so alone (reliability.md §7.2).
"""

import asyncio
import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from sqlalchemy import Connection, Engine

from dialogs.model import Address
from storage.engines import blames_disk
from storage.errors import StoreBroken, StoreClosed, StoreError

log = logging.getLogger(__name__)
T = TypeVar("T")
Lanes: TypeAlias = Sequence[int | Address]  # chats, by their id or by where they are held

MOST_JOBS = 256
MOST_SECONDS = 0.05
IDLE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What a job returned."""

    value: T


@dataclass(frozen=True, slots=True)
class Failed:
    """What a job raised."""

    error: BaseException


class Job(Generic[T]):
    """A function to be run on the connection, and the future that waits for its commit.

    `lanes` are the chats whose order it belongs to. `then` hears its result right after the
    commit, whether or not anybody still waits. A `quiet` one is no news to others.
    """

    __slots__ = ("future", "lanes", "outcome", "quiet", "then", "work")

    def __init__(
        self,
        work: Callable[[Connection], T],
        future: "asyncio.Future[T]",
        lanes: Lanes = (),
        then: Callable[[T], None] | None = None,
        quiet: bool = False,
    ) -> None:
        self.work = work
        self.future = future
        self.lanes = lanes
        self.then = then
        self.quiet = quiet
        self.outcome: Done[T] | Failed | None = None

    def run(self, connection: Connection) -> None:
        """Do the work; its exception goes up."""
        self.outcome = Done(self.work(connection))

    def tell(self) -> None:
        """Say how it ended to `then`, and to the future if anybody still waits. On the loop only.

        A `then` that fails is a fault of ours and must not keep the others from hearing.
        """
        if self.then is not None and isinstance(self.outcome, Done):
            try:
                self.then(self.outcome.value)
            except Exception:
                log.exception("what follows a commit failed", extra={"action": "then_failed"})
        if self.future.done():
            return
        match self.outcome:
            case Done(value):
                self.future.set_result(value)
            case Failed(error):
                self.future.set_exception(error)
            case None:
                self.future.set_exception(StoreClosed("the store was closed"))


AnyJob: TypeAlias = Job[Any]


class Writer:
    """A thread with one connection and a queue of jobs.

    On the loop `callbacks` hear of each commit, `news` of those with a job that is not quiet.
    """

    def __init__(
        self,
        engine: Engine,
        callbacks: Sequence[Callable[[], None]],
        news: Sequence[Callable[[], None]] = (),
    ) -> None:
        self._engine = engine
        self._callbacks, self._news = callbacks, news
        self._loop = asyncio.get_running_loop()
        self._queue: queue.SimpleQueue[AnyJob | None] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._refusal: type[StoreError] | None = None
        self._connection: Connection | None = None
        self._thread = threading.Thread(target=self._live, name="redress-writer", daemon=True)
        self.commits = 0
        self.jobs = 0
        self._tidied = 0
        self._thread.start()

    def put(self, job: AnyJob) -> None:
        """Queue a job; raises StoreClosed or StoreBroken once nothing is taken any more."""
        with self._gate:
            if self._refusal is not None:
                raise self._refusal("the store takes no more writes")
            self._queue.put(job)

    async def stop(self) -> None:
        """Finish what is queued, take nothing more, and wait until the thread has ended."""
        with self._gate:
            if self._refusal is None:
                self._refusal = StoreClosed
                self._queue.put(None)
        await asyncio.to_thread(self._thread.join)

    def _live(self) -> None:
        reason: type[StoreError] = StoreClosed
        try:
            while (first := self._next()) is not None:
                self._batch(first)
        except BaseException:
            log.exception("the writer died", extra={"action": "writer_died"})
            reason = StoreBroken
        finally:
            self._bury(reason)

    def _bury(self, reason: type[StoreError]) -> None:
        """Refuse whatever still waits, and let the connection go."""
        with self._gate:
            self._refusal = self._refusal or reason
        left: list[AnyJob] = []
        while (job := self._poll()) is not None:
            job.outcome = Failed(reason("the store ended before this was written"))
            left.append(job)
        self._tell(left)
        self._hang_up()

    def _next(self) -> AnyJob | None:
        """The next job, or None when there will be no more; tidies the log file when idle."""
        while True:
            try:
                return self._queue.get(timeout=IDLE_SECONDS)
            except queue.Empty:
                self._tidy()

    def _poll(self) -> AnyJob | None:
        try:
            job = self._queue.get_nowait()
        except queue.Empty:
            return None
        if job is None:
            self._queue.put(None)  # the end is for the outer loop to see
        return job

    def _batch(self, first: AnyJob) -> None:
        """Run what waits, at most 256 jobs or 50 ms of them, and commit it together."""
        batch = [first]
        try:
            self._together(batch)
        except Exception as error:
            if blames_disk(error):
                self._broken(batch, error)
            else:
                self._alone(batch)
        self._tell(batch)

    def _together(self, batch: list[AnyJob]) -> None:
        until = time.monotonic() + MOST_SECONDS
        with self._open().begin():
            batch[0].run(self._open())
            while len(batch) < MOST_JOBS and time.monotonic() < until:
                job = self._poll()
                if job is None:
                    break
                batch.append(job)
                job.run(self._open())
        self.commits += 1
        self.jobs += len(batch)

    def _alone(self, batch: list[AnyJob]) -> None:
        """Do each job again in a transaction of its own; a failure is that job's only."""
        for place, job in enumerate(batch):
            try:
                with self._open().begin():
                    job.run(self._open())
                self.commits += 1
                self.jobs += 1
            except Exception as error:
                if blames_disk(error):
                    self._broken(batch[place:], error)
                    return
                job.outcome = Failed(error)

    def _broken(self, batch: list[AnyJob], error: Exception) -> None:
        """The disk refused: nobody is told that it was kept, and a fresh connection is next."""
        log.error("the database refused a write", extra={"action": "store_broken"}, exc_info=error)
        for job in batch:
            broken = StoreBroken(str(getattr(error, "orig", error)))
            broken.__cause__ = error
            job.outcome = Failed(broken)
        self._hang_up()

    def _tell(self, jobs: list[AnyJob]) -> None:
        """Set the futures on the loop, then say that there was a commit."""

        def tell() -> None:
            for job in jobs:
                job.tell()
            done = [job for job in jobs if isinstance(job.outcome, Done)]
            for callback in self._callbacks if done else ():
                callback()
            for callback in self._news if any(not job.quiet for job in done) else ():
                callback()

        try:
            self._loop.call_soon_threadsafe(tell)
        except RuntimeError:  # the loop has ended: nobody waits any more
            return

    def _open(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            connection.invalidate()
            connection.close()
        except Exception as error:
            log.warning("closing failed", extra={"action": "hang_up"}, exc_info=error)

    def _tidy(self) -> None:
        """Fold the write-ahead log back into the file while nothing else is to be done."""
        if self._connection is None or self._tidied == self.commits:
            return
        self._tidied = self.commits
        try:
            raw = self._connection.connection.dbapi_connection
            if raw is not None:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except Exception as error:
            log.warning("checkpoint failed", extra={"action": "checkpoint"}, exc_info=error)
