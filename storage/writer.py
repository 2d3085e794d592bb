"""The one thread that writes: what waits together is committed together.

How a commit is made is the database's own (`Commits`); the thread, its queue and the telling
afterwards are the same for all.
"""

import asyncio
import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence

from storage.errors import StoreBroken, StoreClosed, StoreError
from storage.histogram import Histogram
from storage.jobs import AnyJob, Commits, Done, Failed

log = logging.getLogger(__name__)

IDLE_SECONDS = 2.0
SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256)
SECONDS = (*(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025), *(0.05, 0.1, 0.25, 0.5, 1.0, 5.0))


class Writer:
    """A thread with a queue of jobs.

    On the loop `callbacks` hear of each commit, `news` of those with a job that is not quiet.
    `batch_sizes` are jobs done together, `batch_seconds` what their work and commit took.
    """

    def __init__(
        self,
        commits: Commits,
        callbacks: Sequence[Callable[[], None]],
        news: Sequence[Callable[[], None]] = (),
    ) -> None:
        self.batch_sizes, self.batch_seconds = Histogram(*SIZES), Histogram(*SECONDS)
        self._commits = commits
        self._callbacks, self._news = callbacks, news
        self._loop = asyncio.get_running_loop()
        self._queue: queue.SimpleQueue[AnyJob | None] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._refusal: type[StoreError] | None = None
        self._thread = threading.Thread(target=self._live, name="redress-writer", daemon=True)
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
                self._tell(self._run(first))
        except BaseException:
            log.exception("the writer died", extra={"action": "writer_died"})
            reason = StoreBroken
        finally:
            self._bury(reason)

    def _run(self, first: AnyJob) -> list[AnyJob]:
        """A batch, done and committed."""
        begun = time.perf_counter()
        batch = self._commits.run(first, self._poll)
        self.batch_seconds.add(time.perf_counter() - begun)
        self.batch_sizes.add(len(batch))
        return batch

    def _bury(self, reason: type[StoreError]) -> None:
        """Refuse whatever still waits, and let the connection go."""
        with self._gate:
            self._refusal = self._refusal or reason
        left: list[AnyJob] = []
        while (job := self._poll()) is not None:
            job.outcome = Failed(reason("the store ended before this was written"))
            left.append(job)
        self._tell(left)
        self._commits.close()

    def _next(self) -> AnyJob | None:
        """The next job, or None when there will be no more; lets the database tidy when idle."""
        while True:
            try:
                return self._queue.get(timeout=IDLE_SECONDS)
            except queue.Empty:
                self._commits.idle()

    def _poll(self) -> AnyJob | None:
        try:
            job = self._queue.get_nowait()
        except queue.Empty:
            return None
        if job is None:
            self._queue.put(None)  # the end is for the outer loop to see
        return job

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
