"""Sends what is owed: claims rows, calls channels, writes down how it ended. One task a message.

A commit wakes it, and it looks every two seconds whatever happens, so a lost ring delays but
never loses. Order within a chat is the claim's: a chat's next row is given out only when the
outcome of the one before it was kept.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial

from bot.channels.base import Halted, Later, Outcome, Refused, Unknown
from bot.endings import owed, settle
from bot.pacing import Pace, Rates
from bot.stage import Stage, Work
from storage import Connection, outbox
from storage.errors import StoreBroken, StoreClosed
from storage.outbox import Claimed
from storage.store import Store

log = logging.getLogger(__name__)

OWNER = "delivery"
SENDING = 64  # messages of one channel on the wire at once
PACED = 512  # and chats of it that wait for their turn to be sent to
SWEEP = 2.0  # seconds between two looks when nothing rings
RENEW = 2.0  # seconds between two renewals of a lease of five
PATIENCE = 3.5  # seconds that sends under way have when we stop
AGAIN = 1.0  # seconds before the store is asked again
HALT = 300.0  # seconds before a channel that refused us is tried again
FAULTS = 5  # tries of a row that a fault of ours makes fail


class Delivery:
    """The loop. `halted` says of each channel that refused us altogether why it did."""

    def __init__(
        self,
        stage: Stage,
        store: Store,
        now: Callable[[], datetime],
        rates: Mapping[str, Rates],
        renew: float = RENEW,
    ) -> None:
        self.halted: dict[str, str] = {}
        self._stage, self._store, self._now, self._every = stage, store, now, renew
        none = Rates()
        self._pace = {name: Pace(rates.get(name, none), time.monotonic) for name in stage.channels}
        self._tries: dict[str, float] = {}  # channel that halted -> when it is tried again
        self._held: dict[int, Claimed] = {}
        self._tasks: dict[str, set[asyncio.Task[None]]] = {name: set() for name in stage.channels}
        self._waiting = dict.fromkeys(stage.channels, 0)
        self._bell = asyncio.Event()
        self._stopping = asyncio.Event()
        store.on_commit(self._bell.set)

    async def run(self) -> None:
        """Deliver until stopped; then wait for what is on the wire, 3.5 seconds at most."""
        renewing = asyncio.create_task(self._renew())
        try:
            while not self._stopping.is_set():
                pause = await self._round()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._bell.wait(), pause)
        except StoreClosed:
            log.warning("the store closed before delivery did", extra={"action": "store_closed"})
        finally:
            await self._finish()
            renewing.cancel()
            await asyncio.gather(renewing, return_exceptions=True)

    def stop(self) -> None:
        """Take no more rows; `run` returns soon."""
        self._stopping.set()
        self._bell.set()

    def halt(self, name: str, why: str) -> None:
        """This channel refuses us: keep its rows, and try one in five minutes."""
        if name not in self.halted:
            log.error("%s refuses us: %s", name, why, extra={"action": "halted"})
        self.halted[name] = why
        self._tries[name] = time.monotonic() + HALT

    def resume(self, name: str) -> None:
        """This channel is well again."""
        self.halted.pop(name, None)
        self._bell.set()

    @property
    def held(self) -> int:
        """Rows that are on their way now."""
        return len(self._held)

    async def _round(self) -> float:
        """Claim what there is room for, and send it; returns how long to wait at most."""
        self._bell.clear()
        before, taken = self._store.writes, 0
        rooms = {name: room for name in self._stage.channels if (room := self._room(name))}
        try:
            for name, room in rooms.items():
                taken += await self._claim(name, room)
        except StoreBroken:
            log.exception("no rows could be claimed", extra={"action": "claim_failed"})
            return AGAIN
        if taken:
            return SWEEP  # each of them rings when it is done
        if self._store.writes == before + len(rooms):
            self._bell.clear()  # it rang for our own empty claims and for nothing else
        return await self._pause()

    def _room(self, name: str) -> int:
        """How many rows of this channel may be started now."""
        if name in self.halted and time.monotonic() < self._tries.get(name, 0):
            return 0
        waiting = self._waiting[name]
        free = min(SENDING - (len(self._tasks[name]) - waiting), PACED - waiting)
        return self._pace[name].room(max(0, free))

    async def _claim(self, name: str, room: int) -> int:
        take = partial(_take, channel=name, now=self._now(), owner=OWNER, room=room)
        rows = await self._store.write(take)
        for row in rows:
            self._held[row.id] = row
            task = asyncio.create_task(self._deliver(name, row))
            self._tasks[name].add(task)
            task.add_done_callback(self._tasks[name].discard)
        return len(rows)

    async def _pause(self) -> float:
        """Until the next row is due, but never longer than a sweep."""
        due = await self._store.read(outbox.next_due)
        left = SWEEP if due is None else (due - self._now()).total_seconds()
        paces = [pace.pause() for pace in self._pace.values()]
        soonest = min((one for one in paces if one), default=SWEEP)
        # What is due already and was not taken has its channel off, or waits for room.
        return min(SWEEP, soonest, left if left > 0 else SWEEP)

    async def _deliver(self, name: str, row: Claimed) -> None:
        """Send one row in its turn and keep how it ended."""
        try:
            ended = await self._paced(name, row)
            await self._keep(name, row, ended)
        except StoreClosed:
            log.warning("outcome not kept", extra={"action": "outcome_lost", "row": row.id})
        finally:
            self._held.pop(row.id, None)
            self._bell.set()

    async def _paced(self, name: str, row: Claimed) -> Outcome:
        wait = self._pace[name].wait(row.chat)
        if wait:
            self._waiting[name] += 1
            try:
                await asyncio.wait_for(self._stopping.wait(), wait)
            except TimeoutError:
                pass
            finally:
                self._waiting[name] -= 1
        if wait and self._stopping.is_set():
            return Later(0, "stopped before it was sent")
        return await self._sent(name, row)

    async def _sent(self, name: str, row: Claimed) -> Outcome:
        """Call the channel; what it should never raise is a fault of ours and tried a few times."""
        try:
            return await self._stage.channels[name].send(owed(row))
        except asyncio.CancelledError:
            return Unknown(0, "stopped while it was sent")
        except Exception as error:
            log.exception("send failed", extra={"action": "send_failed", "row": row.id})
            why = f"fault: {type(error).__name__}"
            return Refused(why) if row.attempts >= FAULTS else Later(2.0**row.attempts, why)

    async def _keep(self, name: str, row: Claimed, ended: Outcome) -> None:
        """Write the outcome, as often as it takes: a row not kept as sent would be sent again."""
        self._note(name, ended)

        def put(c: Connection) -> None:
            settle(Work(self._stage, c, self._now()), row, ended)

        while True:
            try:
                return await self._store.write(put)
            except StoreBroken:
                log.exception("outcome not kept yet", extra={"action": "outcome_failed"})
                await asyncio.sleep(AGAIN)

    def _note(self, name: str, ended: Outcome) -> None:
        """A channel that refuses us altogether rests; one that takes a message is well again."""
        if isinstance(ended, Halted):
            self.halt(name, ended.reason)
        elif not isinstance(ended, Later | Unknown):
            self.halted.pop(name, None)

    async def _renew(self) -> None:
        """Hold on to what is still being sent."""
        while True:
            await asyncio.sleep(self._every)
            held = tuple(self._held.values())
            if held:
                with suppress(StoreBroken):
                    await self._store.write(partial(outbox.renew, held=held, now=self._now()))

    async def _finish(self) -> None:
        """Let what is on the wire end; what takes too long is marked as unknown."""
        tasks = [task for group in self._tasks.values() for task in group]
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=PATIENCE)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=0.5)


def _take(c: Connection, *, channel: str, now: datetime, owner: str, room: int) -> list[Claimed]:
    return outbox.claim(c, channel, now, owner, room)
