"""Delivery: takes what chats are owed, has it sent, keeps how it ended.

Answers come straight from the step that wrote them; everything else is claimed from the queue. How
sends ended is kept in one transaction for all that ended meanwhile, which claims the next rows too.
"""

import asyncio
import logging
import secrets
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.channels.base import Gone, Halted, Later, Moved, Outcome, Refused, Sent, Unknown
from bot.endings import owed, settle, settle_sent
from bot.mailbag import Mailbag
from bot.pacing import Rates
from bot.stage import Stage, Work
from dialogs.model import Address
from storage import Connection, outbox
from storage.errors import StoreBroken, StoreClosed
from storage.outbox import LEASE, Claimed, Hold
from storage.store import Store

log = logging.getLogger(__name__)

SWEEP = 2.0  # seconds between two looks when nothing rings
RENEW = 2.0  # seconds between two renewals of a lease of five
PATIENCE = 3.5  # seconds that sends under way have when we stop
AGAIN = 1.0  # seconds before the store is asked again
HALT = 300.0  # seconds before a channel that refused us is tried again
FAULTS = 5  # tries of a row that a fault of ours makes fail
TRIES = 12  # tries of a row that its channel does not take while it takes others: most of an hour
WELL = 600.0  # seconds for which a channel that took a message counts as well
KINDS: Mapping[type[Outcome], str] = {
    kind: kind.__name__.lower() for kind in (Sent, Later, Unknown, Gone, Refused, Moved, Halted)
}


@dataclass(frozen=True, slots=True)
class Ended:
    """How the send of a row ended."""

    row: Claimed
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Round:
    """What a look at the queue brought, at that moment; `due` is when to look again."""

    at: datetime
    taken: tuple[Claimed, ...]
    due: datetime | None


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
        self.owner = f"delivery-{secrets.token_hex(4)}"
        self._stage, self._store, self._now, self._every = stage, store, now, renew
        self._metrics = stage.metrics
        # Channels without a rate are off: what is owed there waits.
        self._bags = {
            name: Mailbag(self._deliver, rate.bot)
            for name, rate in rates.items()
            if name in stage.channels
        }
        self._ended: list[Ended] = []
        self._bell = asyncio.Event()
        self._stopping = False
        store.on_news(self.ring)

    def reserve(self, address: Address) -> Hold | None:
        """The right to send the first row of this chat's answer as soon as it is committed.

        None when there is no room. What is reserved must be given back by `begin`.
        """
        bag = self._bags.get(address.channel)
        if bag is None or self._stopping or not bag.reserve():
            return None
        return Hold(self.owner, self._now() + LEASE, address)

    def begin(self, hold: Hold, taken: Sequence[Claimed]) -> None:
        """Send what was posted under a hold; right after its commit, on the loop."""
        bag = self._bags[hold.address.channel]
        bag.release()
        for row in taken:
            bag.put(row)
        if taken:
            bag.pump()

    def ring(self) -> None:
        """There may be rows to be claimed."""
        self._bell.set()

    async def run(self) -> None:
        """Deliver until stopped; then wait for what is on the wire, 3.5 seconds at most."""
        renewing = asyncio.create_task(self._renew())
        try:
            while not self._stopping:
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
        self._stopping = True
        self._bell.set()

    def halt(self, name: str, why: str) -> None:
        """This channel refuses us: keep its rows, and try one in five minutes."""
        if name not in self.halted:
            log.error("%s refuses us: %s", name, why, extra={"action": "halted"})
        self.halted[name] = why
        if name in self._bags:
            self._bags[name].tried_at = time.monotonic() + HALT

    def resume(self, name: str) -> None:
        """This channel is well again."""
        if self.halted.pop(name, None) is not None and name in self._bags:
            self._bags[name].tried_at = 0.0
        self.ring()

    def share(self, part: float) -> None:
        """Send at this part of each bot's rate: others send the rest."""
        for bag in self._bags.values():
            bag.pace.share = part

    @property
    def held(self) -> int:
        """Rows that are on their way now."""
        return sum(len(bag.held) for bag in self._bags.values())

    async def _round(self) -> float:
        """Keep what ended, claim what there is room for; returns how long to wait at most."""
        self._bell.clear()
        ended, self._ended = self._ended, []
        try:
            found = await self._store.write(
                partial(self._cycle, ended=ended, rooms=self._rooms(ended)),
                lanes=tuple(one.row.chat for one in ended),
                quiet=True,
            )
        except StoreBroken as error:
            log.warning("outcomes not kept yet: %s", error, extra={"action": "outcome_failed"})
            self._ended = ended + self._ended
            return AGAIN
        for one in ended:
            self._bags[one.row.address.channel].let_go(one.row)
        for row in found.taken:
            self._bags[row.address.channel].put(row)
        for bag in self._bags.values():
            bag.pump()
        return self._pause(found)

    def _cycle(self, c: Connection, ended: Sequence[Ended], rooms: Mapping[str, int]) -> Round:
        now = self._now()
        work = Work(self._stage, c, now)
        plain, rest = _parted(ended)
        if plain:
            settle_sent(work, plain)
        for one in rest:
            settle(work, one.row, one.outcome)
        taken = [
            row
            for name, room in rooms.items()
            for row in outbox.claim(c, name, now, self.owner, room)
        ]
        return Round(now, tuple(taken), outbox.next_due(c, tuple(rooms)))

    def _rooms(self, ended: Sequence[Ended]) -> dict[str, int]:
        """How many rows of each channel are worth claiming, once these are let go."""
        now = time.monotonic()
        leaving = Counter(one.row.address.channel for one in ended)
        return {
            name: room
            for name, bag in self._bags.items()
            if now >= bag.tried_at and (room := bag.room() + leaving[name]) > 0
        }

    def _pause(self, found: Round) -> float:
        """Until the next row is due, but never longer than a sweep."""
        if found.due is None or found.due <= found.at:
            return SWEEP  # what is due and was not taken waits for room, and a send that ends rings
        return min(SWEEP, max(0.0, (found.due - self._now()).total_seconds()))

    async def _deliver(self, row: Claimed) -> None:
        """Send one row, and leave how it ended to be kept."""
        name = row.address.channel
        ended = await self._sent(name, row)
        outcome = self._judged(row, ended)
        self._metrics.send(name, "dead" if outcome is not ended else KINDS[type(ended)])
        if isinstance(ended, Sent) and row.priority == outbox.ANSWER:
            self._metrics.delivered((self._now() - row.created_at).total_seconds())
        self._note(name, row, outcome)
        self._ended.append(Ended(row, outcome))
        self._bell.set()

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

    def _judged(self, row: Claimed, outcome: Outcome) -> Outcome:
        """A row that fails again and again, while its channel takes others, is given up."""
        match outcome:
            case Later(flood=True) | Later(reached=False):
                return outcome
            case Later(_, reason) | Unknown(_, reason) if row.attempts >= TRIES:
                well = self._bags[row.address.channel].well
                if well is not None and time.monotonic() - well < WELL:
                    return Refused(f"given up after {row.attempts} tries: {reason}")
        return outcome

    def _note(self, name: str, row: Claimed, outcome: Outcome) -> None:
        """What an outcome says of the whole channel."""
        bag = self._bags[name]
        match outcome:
            case Halted(reason):
                self.halt(name, reason)
            case Later(after, flood=True):
                bag.flooded(row.chat, after)
            case Later() | Unknown():
                pass
            case _:
                bag.well = time.monotonic()
                if self.halted:
                    self.resume(name)

    async def _renew(self) -> None:
        """Hold on to what is still being sent."""
        while True:
            await asyncio.sleep(self._every)
            held = [row for bag in self._bags.values() for row in bag.held.values()]
            if held:
                renew = partial(outbox.renew, held=held, now=self._now())
                with suppress(StoreBroken):
                    await self._store.write(renew, quiet=True)

    async def _finish(self) -> None:
        """Let what is on the wire end; what takes too long is marked as unknown."""
        stopped = Later(0, "stopped before it was sent")
        left = [row for bag in self._bags.values() for row in bag.close()]
        self._ended += [Ended(row, stopped) for row in left]
        flying = [task for bag in self._bags.values() for task in bag.flying]
        if flying:
            _, late = await asyncio.wait(flying, timeout=PATIENCE)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=0.5)
        await self._keep_last()

    async def _keep_last(self) -> None:
        """Write down what ended while we stopped; what cannot be kept is found half-sent later."""
        ended, self._ended = self._ended, []
        if not ended:
            return
        try:
            await self._store.write(partial(self._cycle, ended=ended, rooms={}), quiet=True)
        except (StoreBroken, StoreClosed):
            log.warning("outcomes not kept", extra={"action": "outcome_lost", "rows": len(ended)})


def _parted(ended: Sequence[Ended]) -> tuple[list[tuple[Claimed, str]], list[Ended]]:
    """Those that plainly arrived, and those of which more is to be said."""
    plain: list[tuple[Claimed, str]] = []
    rest: list[Ended] = []
    for one in ended:
        if isinstance(one.outcome, Sent) and not one.row.notice:
            plain.append((one.row, one.outcome.message))
        else:
            rest.append(one)
    return plain, rest
