"""The only loop that sleeps: wakes once a second and has the dispatcher do what is due."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from storage.errors import StoreBroken, StoreClosed

log = logging.getLogger(__name__)

EVERY = 1.0  # seconds
BROKEN = 5.0  # seconds of rest after the store refused
AT_ONCE = 200  # a tick that did so much may have left some: the next one follows at once

Tick = Callable[[], Awaitable[int]]  # does what is due; returns how many were looked at


class Ticker:
    """Ticks until stopped. `late` says why the last tick failed, "" when it did not."""

    def __init__(self, tick: Tick, every: float = EVERY) -> None:
        self.late = ""
        self._tick, self._every = tick, every
        self._bell = asyncio.Event()
        self._stopping = False

    def ring(self) -> None:
        """Tick now, not only when the second is over."""
        self._bell.set()

    def stop(self) -> None:
        """End the loop after the tick at hand."""
        self._stopping = True
        self._bell.set()

    async def run(self) -> None:
        """Tick until stopped. Nothing that a tick raises ends it but the end of the store."""
        while not self._stopping:
            self._bell.clear()
            pause = await self._once()
            if pause is None:
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(self._bell.wait(), pause)

    async def _once(self) -> float | None:
        """One tick; the seconds to rest after it, None when there is no store any more."""
        try:
            done = await self._tick()
        except StoreClosed:
            return None
        except StoreBroken as error:
            return self._failed(error, BROKEN)
        except Exception as error:  # a fault of ours must not stop all clocks
            return self._failed(error, self._every)
        self.late = ""
        return 0.0 if done >= AT_ONCE else self._every

    def _failed(self, error: Exception, pause: float) -> float:
        if not self.late:
            log.exception("tick failed", extra={"action": "tick_failed"})
        self.late = type(error).__name__
        return pause
