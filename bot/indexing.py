"""Works the marks of the search off: what was written is in the index a moment later.

A reader cuts the words, the writer only puts the rows in, a few at a time, and rests in between for
longer than it worked, so that nobody who writes to us waits for it.
"""

import asyncio
import logging
import time
from contextlib import suppress
from functools import partial

from storage import grams
from storage.errors import StoreBroken, StoreClosed
from storage.store import Store

log = logging.getLogger(__name__)

EVERY = 1.0  # seconds between two looks while there is nothing
BROKEN = 5.0  # seconds of rest after the store refused
AT_ONCE = 100  # marks worked off together
ROWS = 1500  # of the index in one write, which stays under 50 ms
REST = 4.0  # how many times as long as it worked it rests


class Indexing:
    """The loop of one process. Of several replicas one indexes at a time."""

    def __init__(self, store: Store, rest: float = REST) -> None:
        self._store, self._rest = store, rest
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """End after the slice at hand."""
        self._stopping.set()

    async def run(self) -> None:
        """Index until stopped. No fault ends it but the end of the store."""
        while not self._stopping.is_set():
            began, pause = time.monotonic(), EVERY
            try:
                if await self.round():
                    pause = self._rest * (time.monotonic() - began)
            except StoreClosed:
                return
            except StoreBroken as error:
                log.warning("not indexed: %s", error, extra={"action": "index_waits"})
                pause = BROKEN
            except Exception:  # a fault of ours: words wait, and are found by their marks
                log.exception("indexing failed", extra={"action": "index_failed"})
                pause = BROKEN
            await self._pause(pause)

    async def round(self) -> int:
        """Index the words of the newest marks; returns how many marks that were."""
        cut = await self._store.read(partial(grams.cut, most=AT_ONCE))
        if cut is None:
            return 0
        for part in grams.slices(cut, ROWS):
            if not await self._store.write(partial(grams.merge, one=part), quiet=True):
                return 0
            if len(part.rows) == ROWS:
                await self._pause(self._rest * 0.01)
        return len(cut.marks)

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
