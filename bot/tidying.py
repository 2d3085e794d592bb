"""Forgets what was kept long enough (`[privacy.retention]`), a slice at a time, once an hour.

Readers find, the writer removes: no write looks for anything, and between two of them there is a
rest, so that nobody who writes to us waits for it.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from bot.config import Retention
from bot.sweeping import swept
from storage import Connection
from storage.errors import StoreBroken, StoreClosed
from storage.pruning import RULES, Ages, Found, Rule, alone
from storage.store import Store

log = logging.getLogger(__name__)

EVERY = 3600.0  # seconds
REST = 0.05  # seconds between two slices
LOOK = 2000  # rows found at a time


def ages(kept: Retention, drafts: timedelta) -> Ages:
    """How old things get: as configured; a loose file outlives any draft by a day."""
    return Ages(
        events=timedelta(days=kept.events),
        sends=timedelta(days=kept.outbox),
        messages=timedelta(days=kept.messages),
        tickets=timedelta(days=kept.tickets),
        drafts=drafts + timedelta(days=1),
    )


class Tidying:
    """The loop. `folder` is where people's files lie."""

    def __init__(
        self,
        store: Store,
        kept: Ages,
        folder: Path,
        now: Callable[[], datetime],
        rest: float = REST,
    ) -> None:
        self._store, self._kept, self._folder, self._now = store, kept, folder, now
        self._rest = rest
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """End after the slice at hand."""
        self._stopping.set()

    async def run(self) -> None:
        """Tidy up until stopped, once an hour. No fault ends it but the end of the store."""
        while not self._stopping.is_set():
            try:
                await self.round()
            except StoreClosed:
                return
            except StoreBroken as error:
                log.warning("not tidied: %s", error, extra={"action": "tidy_waits"})
            except Exception:  # a fault of ours: the next hour tries again
                log.exception("tidying failed", extra={"action": "tidy_failed"})
            await self._pause(EVERY)

    async def round(self) -> Mapping[str, int]:
        """Forget all that is old by now; what was forgotten, by the names of the rules."""
        now = self._now()
        done = {rule.name: await self._apply(rule, now) for rule in RULES}
        if not self._stopping.is_set():
            done["bytes of files"] = await swept(self._store, self._folder, now)
        gone = {name: count for name, count in done.items() if count}
        if gone:
            log.info("tidied: %s", gone, extra={"action": "tidied", **_keys(gone)})
        return gone

    async def _apply(self, rule: Rule, now: datetime) -> int:
        """Forget what one rule says, until there is no more of it."""
        before, gone = now - rule.age(self._kept), 0
        while not self._stopping.is_set():
            found = await self._store.read(lambda c: rule.find(c, before, LOOK))
            dropped = await self._drop(rule, found, before)
            gone += dropped
            if len(found) < LOOK or not dropped:
                break
        return gone

    async def _drop(self, rule: Rule, found: Found, before: datetime) -> int:
        gone = 0
        for start in range(0, len(found), rule.slice):
            some = found[start : start + rule.slice]
            gone += await self._store.write(_dropping(rule, some, before))
            await self._pause(self._rest)
            if self._stopping.is_set():
                break
        return gone

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)


def _dropping(rule: Rule, some: Found, before: datetime) -> Callable[[Connection], int]:
    return lambda c: rule.drop(c, some, before) if alone(c) else 0


def _keys(gone: Mapping[str, int]) -> dict[str, int]:
    return {name.replace(" ", "_"): count for name, count in gone.items()}
