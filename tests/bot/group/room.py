"""The staff group on a Redress without its process: real store, dispatcher and delivery, the real
channel over HTTP, a strict Bot API server of our own. Its clock is a value and nobody sleeps.
"""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from random import Random

import aiohttp
from pydantic import SecretStr
from sqlalchemy import func, select

from bot import incoming
from bot.channels.staff import Staff, look
from bot.channels.telegram import Documents, Telegram
from bot.channels.telegram_reading import read
from bot.channels.telegram_transport import Wire
from bot.clock import Clock
from bot.config import Settings
from bot.config import Telegram as TelegramSettings
from bot.delivery import Delivery
from bot.dispatch import Dispatcher
from bot.group.drawing import Drawing
from bot.group.office import placed
from bot.group.place import CHANNEL
from bot.orders import Effects, move
from bot.pacing import Rates
from bot.posting import push
from bot.replicas import Replicas
from bot.stage import Stage, Work
from dialogs.model import Attached, Event, Json, Move
from dialogs.tickets.ticket import Actor, Filing, Role, Ticket
from storage import Connection, accounts, outbox, staff, staff_cards, tickets
from storage.outbox import Claimed
from storage.schema import staff_card
from storage.staff_cards import Card
from storage.store import Store
from tests.bot.outage import MORNING, NO_SIGNAL, file
from tests.peers.bot_api import Call, FakeBotApi
from tests.peers.people import Group, Person
from tests.peers.updates import Raw

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
SETTLES = 10.0  # seconds of real time until all that can be done must be done
DRAWS = ("sendMessage", "editMessageText", "sendPhoto", "sendDocument")


async def no_documents(_: Attached) -> tuple[str, bytes]:
    raise AssertionError("no file of ours goes to the group")


class Room:
    """One life of a Redress that serves the group; `start` begins the next one on the same store.

    `calls` holds every call that the server took, with the moment of our clock.
    """

    def __init__(
        self,
        api: FakeBotApi,
        group: Group,
        session: aiohttp.ClientSession,
        stage: Stage,
    ) -> None:
        self.api, self.group, self.session = api, group, session
        self.now = MORNING
        self.calls: list[tuple[datetime, Call]] = []
        self.documents: Documents = no_documents
        self._stage = stage
        self._seen = len(api.accepted)

    async def start(self, store: Store, configured: int = 0, *, alone: bool = False) -> None:
        """Serve the group as it is configured, on this store."""
        self.store = store
        said = Settings(
            telegram=TelegramSettings(
                staff_chat_id=configured or self.group.id,
                staff_token=SecretStr(self.api.token if alone else ""),
            )
        )
        self.bot = self.api.token.partition(":")[0]
        wire = Wire(self.session, self.api.token, self.api.base_url)
        self.channel = Staff(wire, self._document, Random(1))
        others = Telegram(wire, no_documents, Random(1))
        place = await placed(said, store, wire.id, self.now)
        channels = {**self._stage.channels, CHANNEL: self.channel, others.name: others}
        rates = {**self._stage.rates, CHANNEL: Rates(0, 1), others.name: Rates()}
        self.stage = replace(self._stage, channels=channels, rates=rates, group=place)
        self.delivery = Delivery(self.stage, store, self.clock, rates, renew=3600)
        answering = {CHANNEL: self.channel.answer, others.name: others.answer}
        self.dispatcher = Dispatcher(self.stage, store, self.clock, answering, self.delivery)
        replicas = Replicas(store, Clock())
        asked = partial(look, wire)
        self.drawing = Drawing(self.stage, store, self.clock, replicas, asked)
        self.take = incoming.telegram(self.dispatcher, wire.id, "redress_bot")
        self._offset = 0
        self._bell = asyncio.Event()
        store.on_commit(self._bell.set)
        self._serving = asyncio.create_task(self.delivery.run())
        await self.drawing.seen()

    @property
    def chat(self) -> int:
        assert self.stage.group is not None
        return self.stage.group.chat

    def taken_by(self, bot: str) -> incoming.Take:
        """What takes the updates of another bot of ours."""
        return incoming.telegram(self.dispatcher, bot, "other_bot")

    def clock(self) -> datetime:
        return self.now

    async def _document(self, file: Attached) -> tuple[str, bytes]:
        return await self.documents(file)

    async def stop(self) -> None:
        """In order; the store stays open."""
        await self.dispatcher.drain()
        self.delivery.stop()
        await self._serving

    # Time and the network.

    async def hears(self) -> None:
        """Take what people did in the app since, as a poll would bring it."""
        waiting = self.api.inbox.waiting
        raws = [one.raw for one in waiting if one.id > self._offset]
        if raws:
            self._offset = max(int(one["update_id"]) for one in raws)
            await self.take(raws)
        await self.settles()

    async def settles(self) -> None:
        """Until nothing is on its way and nothing that is owed is due."""
        async with asyncio.timeout(SETTLES):
            while True:
                self._bell.clear()
                self.delivery.ring()
                due = await self.store.read(outbox.next_due)
                if not self.delivery.held and (due is None or due > self.now):
                    break
                await self._bell.wait()
        await self.dispatcher.drain()
        fresh, self._seen = self.api.accepted[self._seen :], len(self.api.accepted)
        self.calls += [(self.now, one) for one in fresh]

    async def passes(self, by: timedelta, step: timedelta = SECOND) -> None:
        """Let time pass, a look at the group each step."""
        end = self.now + by
        while self.now < end:
            self.now += step
            await self.drawing.round()
            await self.settles()

    async def draws(self, most: int = 2000) -> None:
        """Let time pass until nothing is due to be drawn."""
        for _ in range(most):
            due = await self.store.read(partial(staff_cards.soonest, chat=self.chat))
            if due is None:
                return
            self.now += SECOND
            await self.drawing.round()
            await self.settles()
        raise AssertionError("something is always due to be drawn")

    def drawn(self, *methods: str) -> list[Call]:
        """The calls to the group by these methods (what people can see, if none is named)."""
        return [call for _, call in self.calls if call.method in (methods or DRAWS)]

    def busiest(self, within: timedelta = MINUTE) -> int:
        """The most calls that the group got in any such span of time, presses' answers aside."""
        at = [
            when
            for when, call in self.calls
            if call.chat is not None and call.method not in ("getChat", "getChatMember")
        ]
        return max((sum(one <= other < one + within for other in at) for one in at), default=0)

    # Tickets and people.

    async def files(self, name: str, filing: Filing = NO_SIGNAL) -> int:
        """Somebody files; returns the ticket's id."""

        def put(c: Connection) -> int:
            made = file(c, self.stage, name, self.now, filing)
            staff_cards.mark(c, made, self.chat, self.now)
            return made

        return await self.store.write(put)

    async def moves(
        self, ticket: int, what: str, by: Actor | None = None, **fields: Json
    ) -> Effects:
        """A move on a ticket with its messages, as the desk makes it."""

        def put(c: Connection) -> Effects:
            work = Work(self.stage, c, self.now)
            made = move(work, Move(ticket, what, fields), by or Actor(Role.SUBSCRIBER))
            push(work, made)
            return made

        made = await self.store.write(put)
        assert not made.refused, made.said
        return made

    async def employs(self, name: str, role: Role = Role.HANDLER, department: str = "NET") -> Actor:
        who = await self.store.write(lambda c: staff.add(c, name, role, department))
        return Actor(role, who, name, department)

    async def linked(self, who: Actor, person: Person) -> None:
        """The person's account is linked by the desk's link, opened in private."""
        token = await self.store.write(
            lambda c: accounts.link(c, who.staff, self.now, timedelta(minutes=10))
        )
        await person.says(f"/start desk-{token}")
        await self.hears()

    async def ticket(self, number: int) -> Ticket:
        found = await self.store.read(lambda c: tickets.load(c, number))
        assert found is not None
        return found

    def waiting(self, c: Connection) -> int:
        """How many cards are due."""
        due = select(func.count()).select_from(staff_card).where(staff_card.c.due.is_not(None))
        return c.execute(due).scalar_one()

    def read(self, raw: Raw) -> Event | object:
        """An update as our reader reads it."""
        return read(raw, self.bot, self.now)

    def claim(self, c: Connection) -> Claimed:
        """Take the row that is owed to the group, as delivery does, and send nothing."""
        (row,) = outbox.claim(c, CHANNEL, self.now, "who dies", 1)
        return row

    async def card(self, ticket: int) -> Card:
        found = await self.store.read(lambda c: staff_cards.of(c, ticket))
        assert found is not None
        return found
