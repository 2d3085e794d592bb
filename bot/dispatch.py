"""The way of an event: handed over, stepped in the store's writer, answered after the commit.

`take` returns only when what it was given is committed; a channel acknowledges after that. An
event that cannot be handled is parked with its raw JSON and the person is told; it stands in
nobody's way.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from bot import clockwork, posting
from bot.asking_again import ask_again
from bot.batching import Batching
from bot.broadcasting import Broadcasting
from bot.calendars import adopt
from bot.correcting import Correcting
from bot.counting import Counting
from bot.digesting import Digesting
from bot.group.place import CHANNEL
from bot.group.taking import take
from bot.later import take_up
from bot.orders import Conflict
from bot.presses import Answering, Presses
from bot.recounting import Recounting
from bot.stage import Outgoing, Stage, Work
from bot.step import Came, Done, key_of, step
from bot.suspecting import Suspecting
from dialogs.group.panel import pressed
from dialogs.model import Address, Event, Json, Phrase, Say, Tap
from storage import Connection, chats, demo, events, inbox, overlong
from storage.errors import StoreBroken, StoreClosed
from storage.events import Kept
from storage.inbox import EventKey
from storage.jobs import Lanes, OfTicket
from storage.outbox import Claimed, Hold
from storage.store import Store

log = logging.getLogger(__name__)

DEPTH = 64  # events of one chat on their way; further ones wait at the door


class Sending(Protocol):
    """Delivery, as a step's answer reaches it without going by the queue."""

    def reserve(self, address: Address) -> Hold | None:
        """The right to send this chat's answer at once; None when there is no room."""
        ...

    def begin(self, hold: Hold, taken: Sequence[Claimed]) -> None:
        """Send what was posted under the hold, and give back the place."""
        ...

    def ring(self) -> None:
        """More rows wait to be claimed."""
        ...


class Dispatcher:
    """Hands events to steps. `answering` ends the waiting of a pressed button on its channel."""

    def __init__(
        self,
        stage: Stage,
        store: Store,
        now: Callable[[], datetime],
        answering: Mapping[str, Answering],
        sending: Sending | None = None,
    ) -> None:
        self.stage, self.store, self.now = stage, store, now
        self._answering, self._sending = answering, sending
        self._metrics = stage.metrics
        self._presses = Presses()
        self._depths: Counter[Address] = Counter()
        self._left = asyncio.Event()
        self._ticked: datetime | None = None
        self._recounting = Recounting(stage, store)
        self._digesting = Digesting(stage, store)
        self._counting = Counting(stage, store)
        self.batching = Batching(stage, store)
        self._suspecting = Suspecting(stage, store)
        self._broadcasting = Broadcasting(stage, store)
        self._correcting = Correcting(stage, store)

    async def take(self, came: Sequence[tuple[Event, Json]]) -> None:
        """Step events with their raw JSON, in the order given; returns once all are committed.

        Events of one chat keep their order, since the writer runs jobs in the order it got them.
        Raises only when the store cannot keep even the raw event (StoreBroken).
        """
        handed = []
        for event, raw in came:
            await self._room(event.address)
            one = Came(event, raw)
            future = self._submit(one)
            future.add_done_callback(partial(self._leave, event.address))
            handed.append((one, future))
        await self._all(handed)

    async def again(self, came: Sequence[Came]) -> None:
        """Step events that were kept for later, in this order."""
        await self._all([(one, self._submit(one)) for one in came])

    async def _all(self, handed: "Sequence[tuple[Came, asyncio.Future[Done]]]") -> None:
        failure: Exception | None = None
        for one, future in handed:
            try:
                await self._finish(one, future)
            except Exception as error:  # the others' outcomes are still to be heard
                failure = error
        if failure is not None:
            raise failure

    async def park(self, key: EventKey, raw: Json, why: str) -> None:
        """Keep what cannot even be read, for a person to look at."""

        def put(c: Connection) -> None:
            if inbox.accept(c, key, None, events.dump(Kept(None, raw)), self.now()):
                inbox.park(c, key, why)

        await self.store.write(put)
        self._metrics.event(key.channel, "parked")
        log.error("event parked", extra={"action": "park", "which": key.event, "why": why})

    async def _room(self, address: Address) -> None:
        """Wait while this chat has too much on its way: whoever sends it is held back."""
        while self._depths[address] >= DEPTH:
            self._left.clear()
            await self._left.wait()
        self._depths[address] += 1

    def _leave(self, address: Address, _future: object) -> None:
        self._depths[address] -= 1
        if not self._depths[address]:
            del self._depths[address]
        self._left.set()

    def _submit(self, came: Came) -> "asyncio.Future[Done]":
        """Hand the step to the writer; its answer goes to delivery with the commit."""
        address = came.event.address
        hold = self._sending.reserve(address) if self._sending else None

        def run(c: Connection) -> Done:
            work = Work(self.stage, c, came.event.at, Outgoing(hold))
            return take(work, came) if address.channel == CHANNEL else step(work, came)

        quiet = self._sending is not None  # which then is told by `then`, if there is news
        then = self._deliver(hold)
        future = self.store.submit(run, lanes=_lanes(came.event), then=then, quiet=quiet)
        if hold is not None:
            future.add_done_callback(partial(self._give_back, hold))
        return future

    def _deliver(self, hold: Hold | None) -> Callable[[Done], None]:
        def then(done: Done) -> None:
            if self._sending is None:
                return
            if hold is not None:
                self._sending.begin(hold, done.taken)
            if done.owes:
                self._sending.ring()

        return then

    def _give_back(self, hold: Hold, future: "asyncio.Future[Done]") -> None:
        """The place that was kept for an answer, where the step failed.

        Who waited may be gone: the step itself goes on then, and its commit begins what it took.
        """
        if self._sending and not future.cancelled() and future.exception() is not None:
            self._sending.begin(hold, ())

    async def _finish(self, came: Came, future: "asyncio.Future[Done]") -> None:
        """Wait for a step; what cannot be stepped is parked."""
        try:
            done = await self._stepped(came, future)
        except (OSError, StoreBroken, StoreClosed):
            raise  # the disk is to blame, not the event: it comes again
        except Exception as error:  # one bad event must not stop the others
            log.exception("step failed", extra={"action": "step_failed", "which": came.event.id})
            await self._poison(came, type(error).__name__)
            return
        self._count(came, done.result)
        self._answer(came.event, done)

    def _count(self, came: Came, result: str) -> None:
        """An event is counted when it comes, a step when it is done."""
        event = came.event
        if not came.again:
            self._metrics.event(event.address.channel, result)
        if result == "accepted":
            self._metrics.step("event")
            self._metrics.committed((self.now() - event.at).total_seconds())

    async def _stepped(self, came: Came, future: "asyncio.Future[Done]") -> Done:
        for _ in range(3):
            try:
                return await future
            except Conflict:
                future = self._submit(came)
        return await future

    async def _poison(self, came: Came, why: str) -> None:
        """Park the event with its raw JSON and tell the person that it was not lost."""
        event = came.event
        raw = events.dump(Kept(event, came.raw))

        def put(c: Connection) -> None:
            language = self.stage.language(event.language)
            chat = chats.locate(c, event.address, event.at, language, event.name)
            if came.again or inbox.accept(c, key_of(event), chat, raw, event.at):
                inbox.park(c, key_of(event), why)
                person = chats.person(c, chat)
                work = Work(self.stage, c, event.at)
                posting.tell(work, person, Say(Phrase("engine-parked")))

        await self.store.write(put, lanes=(event.address,))
        self._metrics.event(event.address.channel, "parked")

    def _answer(self, event: Event, done: Done) -> None:
        """End the waiting of a press, outside the outbox and without holding anyone up."""
        answering = self._answering.get(event.address.channel)
        if not done.query or answering is None:
            return
        self._presses.end(answering, done.query, done.toast)

    async def tick(self) -> int:
        """Do all that is due: events kept for now, dialogs, clocks, held messages, and
        questions that an outage left open.

        Returns how many were looked at.
        """
        now = self.now()
        await self._mind_the_clock(now)
        await adopt(self.stage, self.store)
        waiting = await take_up(self, now)
        due = await self.store.read(lambda c: clockwork.due(c, now))
        for one in due:
            try:
                fire = partial(_fire, self.stage, one, now)
                await self.store.write(fire, lanes=(one.lane,))
                self._metrics.step(one.kind)
            except Conflict:  # somebody else did it just now, or moved the ticket on
                continue
            except (StoreBroken, StoreClosed):  # the disk is to blame, not the ticket
                raise
            except Exception:  # one bad ticket must not stop the others' clocks
                log.exception("clock failed", extra={"action": "clock_failed", "kind": one.kind})
                await self.store.write(partial(_postpone, one, now), lanes=(one.lane,))
        waiting += await self._recounting.round(now) + await self._digesting.round(now)
        if not await self.store.read(partial(demo.playing, now=now)):  # its own are not ours then
            waiting += await self.batching.round(now) + await self._broadcasting.round(now)
            await self._suspecting.round(now)
            waiting += await self._correcting.round(now)
        waiting += await ask_again(self, now)
        await self._counting.round(now)  # however much is left, the clocks come first
        return len(due) + waiting

    async def _mind_the_clock(self, now: datetime) -> None:
        """At the start, and where the clock was set back: nothing waits for hours that were over.

        (reliability.md §7.8)
        """
        if self._ticked is None or now < self._ticked:
            found = await self.store.write(partial(overlong.shorten, now=now))
            if found:
                said = {"action": "clock_set_back", "shortened": found}
                log.warning("the clock was set back: waits were cut short", extra=said)
        self._ticked = now

    async def drain(self) -> None:
        """Wait a little for the answers to presses that are under way."""
        await self._presses.drain()


def _lanes(event: Event) -> Lanes:
    """The chats that an event may touch: its own; of a press in the group its ticket's too."""
    press = pressed(event.what.data) if isinstance(event.what, Tap) else None
    if press is None or event.address.channel != CHANNEL:
        return (event.address,)
    return (event.address, OfTicket(press.ticket))


def _fire(stage: Stage, one: clockwork.Due, now: datetime, c: Connection) -> None:
    clockwork.fire(Work(stage, c, now), one)


def _postpone(one: clockwork.Due, now: datetime, c: Connection) -> None:
    clockwork.later(c, one, now)
