"""What time it is: this machine's clock, or on a shared database that of its server.

Replicas on several machines share deadlines and leases, so they must share a clock
(reliability.md §7.8).
"""

import logging
from datetime import UTC, datetime, timedelta

from storage import server_clock
from storage.store import Store

log = logging.getLogger(__name__)

NOTEWORTHY = timedelta(seconds=1)
ASKED = 5  # times


def now() -> datetime:
    """The time of this machine, aware, in UTC."""
    return datetime.now(UTC)


class Clock:
    """Tells the time. `ahead` is how far the server's clock is before this machine's."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        return now() + self.ahead

    async def set_by(self, store: Store) -> None:
        """Go by the database's clock from now on, where it has one. Raises StoreBroken.

        The middle of asking and answer is taken for the moment at which it was read, of several
        askings the quickest. A difference that may be none is none: then all on this machine tell
        the same time.
        """
        if not store.place.shared:
            return
        found = [await self._asked(store) for _ in range(ASKED)]
        ahead, doubt = min(found, key=lambda one: one[1])
        ahead = timedelta(0) if abs(ahead) <= doubt else ahead
        if abs(ahead - self.ahead) > NOTEWORTHY:
            said = {"action": "clock_set", "seconds": round(ahead.total_seconds(), 3)}
            log.warning("this machine's clock differs from the database's", extra=said)
        self.ahead = ahead

    async def _asked(self, store: Store) -> tuple[timedelta, timedelta]:
        """How far the server's clock is before ours, and how much that may be wrong."""
        asked = now()
        there = await store.read(server_clock.read)
        doubt = (now() - asked) / 2
        return there - (asked + doubt), doubt
