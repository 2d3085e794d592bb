"""Forgets what was kept long enough: numbers of handled events, messages that were sent."""

import logging
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

from bot.config import Retention
from storage import Connection, inbox, outcomes
from storage.store import Store

log = logging.getLogger(__name__)

EVERY = 3600.0  # seconds
SLICE = 500  # rows in one transaction, so that nobody waits for it


class Tidying:
    """A tick that first does what is due, and tidies up once an hour, a slice at each tick."""

    def __init__(
        self,
        tick: Callable[[], Awaitable[int]],
        store: Store,
        kept: Retention,
        now: Callable[[], datetime],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._tick, self._store, self._kept, self._now = tick, store, kept, now
        self._clock = clock
        self._next = clock()

    async def __call__(self) -> int:
        """Returns how much was due."""
        done = await self._tick()
        if self._clock() >= self._next:
            left = await self._store.write(partial(_cleared, kept=self._kept, now=self._now()))
            self._next = self._clock() + (0 if left else EVERY)
        return done


def _cleared(c: Connection, *, kept: Retention, now: datetime) -> bool:
    """Forget a slice of each; whether there may be more."""
    events = inbox.clear(c, now - timedelta(days=kept.events), SLICE)
    sent = outcomes.clear(c, now - timedelta(days=kept.outbox), SLICE)
    if events or sent:
        log.info("tidied", extra={"action": "tidied", "events": events, "sent": sent})
    return SLICE in (events, sent)
