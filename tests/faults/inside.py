"""Redress without its process: the real dispatcher, delivery and store, on a network of ours.

Its clock is a value. It is killed by taking the database away from under it.
"""

import asyncio
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.channels.base import Capabilities, Gone, Later, Message, Outcome, Owed, Request, Sent
from bot.channels.base import Unknown as Lost
from bot.channels.telegram import Telegram
from bot.channels.telegram_rendering import requests
from bot.delivery import Delivery
from bot.dispatch import Dispatcher
from bot.pacing import Rates
from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.model import Address, Event, Json, Tap, Text
from dialogs.texts import Texts
from storage import inbox, outbox
from storage.seal import Keys
from storage.store import Store
from tests.faults.history import Call, End, History, Input
from tests.faults.reading import Kept, kept_in, sending_in
from tests.faults.witness import PRESS, said
from tests.peers.world import Key, key

BEGAN = datetime(2026, 3, 10, 2, tzinfo=UTC)
SETTLES = 10.0  # seconds until all that can be done must be done
LEASE = outbox.LEASE + timedelta(seconds=1)
CHATS = (71, 72, 73)


@dataclass
class Network:
    """A channel whose next calls end as `endings` has it, then all arrive.

    `gate`, while closed, keeps calls on the wire after they arrived. `dead`: nothing arrives, and
    nobody will hear how it ended.
    """

    name: str = Telegram.name
    capabilities: Capabilities = Telegram.capabilities
    endings: deque[str] = field(default_factory=deque)
    calls: list[Call] = field(default_factory=list)
    shown: dict[int, list[Key]] = field(default_factory=dict)  # chat -> its last buttons
    dead: bool = False
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    flying: set[int] = field(default_factory=set)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def requests(self, message: Message, *, edit: bool) -> tuple[Request, ...]:
        return requests(message, edit=edit)

    async def send(self, owed: Owed) -> Outcome:
        chat = int(owed.address.chat)
        if self.dead:
            return Lost(0, "nobody hears this")
        assert chat not in self.flying, f"two messages to {chat} at once"
        self.flying.add(chat)
        try:
            how = self.endings.popleft() if self.endings else ""
            taken = how in ("", "unknown")
            content = said(owed.request.method, owed.request.body)
            told = how != "unknown"
            self.calls.append(
                Call(chat, owed.request.method, content, time.monotonic(), taken, told, how)
            )
            if taken:
                self._show(chat, owed.request.body)
            self.arrived.set()
            await self.gate.wait()
            return ENDINGS[how] if how else Sent(str(next(self.numbers)))
        finally:
            self.flying.discard(chat)

    def _show(self, chat: int, body: Mapping[str, Json]) -> None:
        markup = body.get("reply_markup")
        rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
        assert isinstance(rows, list)
        found = [one for row in rows if isinstance(row, list) for one in row]
        self.shown[chat] = [key(one) for one in found if isinstance(one, dict)]

    async def answer(self, query: str, toast: str) -> None:
        """End the waiting of a press."""
        if not self.dead:
            self.calls.append(Call(0, PRESS, query, time.monotonic()))


ENDINGS: Mapping[str, Outcome] = {
    "429": Later(3, "429", flood=True),
    "500": Lost(2, "500"),  # not done, but who can know
    "unknown": Lost(2, "no answer"),  # done
    "403": Gone("blocked by the user"),
}


@dataclass
class Inside:
    """One database, and the Redress that serves it now."""

    url: str
    keys: Keys
    house: House
    texts: Texts
    now: datetime = BEGAN
    latest: datetime = BEGAN  # that its clock ever told
    network: Network = field(default_factory=Network)
    events: list[Event] = field(default_factory=list)
    inputs: list[Input] = field(default_factory=list)
    ends: list[End] = field(default_factory=list)
    repeats: int = 0

    async def start(self) -> None:
        """Open the database and serve it; what another held is free once its lease is over."""
        self.network = replace(self.network, dead=False, flying=set(), endings=deque())
        self.network.gate.set()
        self.store = await Store.open(self.url, self.keys)
        if self.store.place.shared:
            self.now += LEASE
            self.latest = max(self.latest, self.now)
        stage = Stage(
            self.house,
            ROOMS,
            self.texts,
            {self.network.name: self.network},
            rates={self.network.name: Rates()},
        )
        clock = self.clock
        self.delivery = Delivery(stage, self.store, clock, stage.rates, renew=3600)
        answering = {self.network.name: self.network.answer}
        self.dispatcher = Dispatcher(stage, self.store, clock, answering, self.delivery)
        self._serving = asyncio.create_task(self.delivery.run())
        self._bell = asyncio.Event()
        self.store.on_commit(self._bell.set)
        await self.dispatcher.tick()

    def clock(self) -> datetime:
        return self.now

    async def stop(self) -> None:
        """In order."""
        await self.dispatcher.drain()
        self.delivery.stop()
        await self._serving
        await self._ended("stop")

    async def kill(self) -> None:
        """At once: what is committed stays, and nothing more is."""
        self.network.dead = True
        await self.store.close()
        self.network.gate.set()
        self.delivery.stop()
        await self._serving
        await self.dispatcher.drain()
        await self._ended("kill")

    async def _ended(self, how: str) -> None:
        await self.store.close()
        looking = await Store.open(self.url, self.keys, alone=False)
        try:
            sending = await looking.read(sending_in)
        finally:
            await looking.close()
        self.ends.append(End(how, time.monotonic(), sending))

    # What comes.

    def event(self, chat: int, what: Text | Tap, words: str = "") -> Event:
        """A new event of this chat; `words` stand on the button that was pressed."""
        number = str(len(self.events) + 1)
        event = Event(number, Address(Telegram.name, "42", str(chat)), self.now, what, number)
        self.events.append(event)
        if isinstance(what, Tap):
            self.inputs.append(Input(chat, words, what.query))
        else:
            self.inputs.append(Input(chat, what.text))
        return event

    async def take(self, *events: Event) -> None:
        """Have these taken in this order, and let all come of it that can come now."""
        await self.dispatcher.take([(event, {"update_id": int(event.id)}) for event in events])

    async def settle(self) -> None:
        """Until nothing is on its way and nothing is due."""
        async with asyncio.timeout(SETTLES):
            while True:
                self._bell.clear()
                self.delivery.ring()
                due = await self.store.read(outbox.next_due)
                if not self.delivery.held and (due is None or due > self.now):
                    break
                await self._bell.wait()
        await self.dispatcher.drain()

    async def passes(self, by: timedelta) -> None:
        """Time goes on, or back."""
        self.now += by
        self.latest = max(self.latest, self.now)
        await self.dispatcher.tick()

    # What is so.

    async def history(self) -> History:
        """All that happened so far."""
        kept: Kept = await self.store.read(kept_in)
        return History(
            subscribers=(),
            inputs=tuple(self.inputs),
            calls=tuple(self.network.calls),
            rows=kept.rows,
            lines=kept.lines,
            tickets=kept.tickets,
            ends=tuple(self.ends),
            parked=kept.parked,
        )

    async def taken(self) -> Mapping[str, int]:
        """How many events were accepted, came again, were put aside."""
        return await self.store.read(inbox.counts)
