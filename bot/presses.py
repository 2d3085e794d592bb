"""Ending the waiting of pressed buttons, in a lane of its own: nothing waits for it.

Until it is ended the button spins on the person's screen, so a call that failed is worth a few
more; a press that can no longer be answered harms nobody.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeAlias

log = logging.getLogger(__name__)

AT_ONCE = 64  # calls at one moment
PAUSES = (0.5, 1.0, 2.0, 4.0)  # seconds between two tries
TRYING = 15.0  # seconds from the first try on; then nobody looks at that button any more
LEAVING = 1.0  # seconds that an orderly stop waits

# (press, toast): ends its waiting. None when that was all; else another try may help, after so
# many seconds at the soonest.
Answering: TypeAlias = Callable[[str, str], Awaitable[float | None]]


class Presses:
    """The presses whose waiting is being ended. `rest` waits between two tries."""

    def __init__(self, rest: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._rest = rest
        self._at_once = asyncio.Semaphore(AT_ONCE)
        self._under_way: set[asyncio.Task[None]] = set()

    def end(self, answering: Answering, query: str, toast: str) -> None:
        """End the waiting of this press, soon; never raises and never waits."""
        task = asyncio.create_task(self._quietly(answering, query, toast))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _quietly(self, answering: Answering, query: str, toast: str) -> None:
        try:
            why = "" if await self._ended(answering, query, toast) else "tried long enough"
        except Exception as error:
            why = type(error).__name__
        if why:
            log.warning("press not answered: %s", why, extra={"action": "press_failed"})

    async def _ended(self, answering: Answering, query: str, toast: str) -> bool:
        """Whether it is over; a place in the lane is held for a call, not between two."""
        time, left = asyncio.get_running_loop().time, TRYING
        for pause in (*PAUSES, TRYING):
            async with self._at_once:
                began = time()
                after = await answering(query, toast)
            if after is None:
                return True
            wait = max(after, pause)
            left -= wait + time() - began
            if left < 0:
                break
            await self._rest(wait)
        return False

    async def drain(self) -> None:
        """Wait for those under way, a second at most, and let the others go."""
        if not self._under_way:
            return
        _, late = await asyncio.wait(self._under_way, timeout=LEAVING)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
