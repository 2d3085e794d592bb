"""Several processes on one database: who serves, and who does what only one may do at a time.

Each says every two seconds that it is there, by a lease of six. On a database that is not
shared there is nobody else: nothing is written, and every turn is ours at once.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.clock import Clock
from storage import Connection, leases
from storage.errors import StoreBroken, StoreClosed
from storage.store import Store

log = logging.getLogger(__name__)

EVERY = 2.0  # seconds between two renewals
LASTS = 6.0  # seconds that a lease is held
LOOK = 1.0  # seconds between two looks at a turn that is another's
SERVING = "serving:"
NEW = 0.1  # of its share is what a replica takes that the others do not know of yet
NOW_AND_THEN = 30  # renewals between two looks at the database's clock
KEPT = timedelta(days=1)  # that the leases of those who were killed are kept


@dataclass(frozen=True, slots=True)
class Turn:
    """A lease of ours: its fence, and the monotonic time until which it is ours for certain."""

    fence: int
    sure: float


@dataclass(frozen=True, slots=True)
class Beat:
    """What a renewal found: the owners who serve, and the names of our leases that stay ours."""

    serving: frozenset[str]
    held: frozenset[str]


class Replicas:
    """This process among those that serve the same database.

    `share` is the part of a common budget that is ours, such as messages per second: 1 divided
    by how many serve, and less until the others have heard of us. All in `on_beat` are called
    after each renewal.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self.on_beat: list[Callable[[], None]] = []
        self._store, self._clock = store, clock
        self._alone = not store.place.shared
        self._owner = store.place.owner
        self._turns: dict[str, Turn] = {}
        self._beats = 0
        self._changed = asyncio.Event()
        self._stopping = asyncio.Event()
        self.serving = frozenset({self._owner})
        self.share = 1.0

    async def run(self) -> None:
        """Say that we are there until stopped; then, at once, that we are not any more."""
        if self._alone:
            return
        try:
            while not self._stopping.is_set():
                await self._beat()
                await self._until_stopped(EVERY)
        except StoreClosed:
            return
        await self._leave()

    async def listen(self, heard: Callable[[str | None], None]) -> None:
        """Hear what the others tell (`Store.listen`) until stopped."""
        listening = asyncio.ensure_future(self._store.listen(heard))
        stopped = asyncio.ensure_future(self._stopping.wait())
        await asyncio.wait({listening, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening

    def stop(self) -> None:
        """End soon."""
        self._stopping.set()
        self._changed.set()

    def holds(self, name: str) -> bool:
        """Whether this turn is ours, for certain."""
        if self._alone:
            return True
        turn = self._turns.get(name)
        return turn is not None and time.monotonic() < turn.sure

    async def turn(self, name: str) -> None:
        """Wait until this turn is ours; returns also when we are told to stop."""
        while not self.holds(name) and not self._stopping.is_set():
            with suppress(StoreBroken):
                if await self._take(name):
                    return
            await self._until_stopped(LOOK)

    async def lost(self, name: str) -> None:
        """Wait until this turn is no longer ours: for ever where there is nobody else."""
        while self.holds(name):
            self._changed.clear()
            left = self._turns[name].sure - time.monotonic() if not self._alone else None
            with suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), left)

    async def give(self, name: str) -> None:
        """Give up a turn, so that another may have it at once."""
        if self._turns.pop(name, None) is not None:
            with suppress(StoreBroken, StoreClosed):
                await self._store.write(partial(leases.release, name=name, owner=self._owner))

    async def _take(self, name: str) -> bool:
        """Take a turn if it is nobody's."""
        now, began = self._clock.now(), time.monotonic()
        if await self._store.read(partial(leases.taken, name=name, now=now)):
            return False
        take = partial(leases.take, name=name, owner=self._owner, now=now, seconds=LASTS)
        fence = await self._store.write(take, quiet=True)
        if fence is None:
            return False
        self._turns[name] = Turn(fence, began + LASTS)
        log.info("it is our turn", extra={"action": "lease_taken", "lease": name})
        return True

    async def _beat(self) -> None:
        """Renew all that we hold, and see who else is there."""
        began, held = time.monotonic(), {name: turn.fence for name, turn in self._turns.items()}
        if self._beats % NOW_AND_THEN == NOW_AND_THEN - 1:
            await self._now_and_then()
        renew = partial(_renewed, owner=self._owner, held=held, now=self._clock.now())
        try:
            beat = await self._store.write(renew, quiet=True)
        except StoreBroken:
            return  # what we hold ends by itself
        for name, fence in held.items():
            if name in beat.held:
                self._turns[name] = Turn(fence, began + LASTS)
            elif self._turns.pop(name, None):
                log.warning("another has our turn", extra={"action": "lease_lost", "lease": name})
        self._changed.set()
        self._count(beat.serving)

    def _count(self, serving: frozenset[str]) -> None:
        """Note who serves; the others know of us from their own next renewal on."""
        known = self._beats > 0 or len(serving) == 1
        self._beats += 1
        self.share = (1.0 if known else NEW) / len(serving)
        if serving != self.serving:
            log.info("replicas: %d", len(serving), extra={"action": "replicas"})
        self.serving = serving
        for call in self.on_beat:
            call()

    async def _now_and_then(self) -> None:
        with suppress(StoreBroken):
            await self._clock.set_by(self._store)
            before = self._clock.now() - KEPT
            await self._store.write(partial(leases.forget, before=before), quiet=True)

    async def _leave(self) -> None:
        """Be gone for the others; a turn is given up by whoever took it, when it is done."""
        gone = partial(leases.release, name=SERVING + self._owner, owner=self._owner)
        with suppress(StoreBroken, StoreClosed):
            await self._store.write(gone)

    async def _until_stopped(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)


def _renewed(c: Connection, *, owner: str, held: Mapping[str, int], now: datetime) -> Beat:
    leases.take(c, SERVING + owner, owner, now, LASTS)
    still = leases.renew(c, held, now, LASTS)
    return Beat(leases.holders(c, SERVING, now) | {owner}, frozenset(still))
