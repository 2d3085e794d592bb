"""Plays the demo: people write, staff act, clocks go off, each at a moment of the last weeks.

Everything goes through the same steps as in service, only the clock is another one, and each
transaction also delivers, so that nothing of the demo is ever owed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

from bot import posting
from bot.channels.base import Sent
from bot.clockwork import Due, fire
from bot.endings import settle
from bot.orders import move
from bot.stage import Stage, Work
from bot.step import Came, step
from dialogs.intake.draft import missing
from dialogs.model import Address, Command, Event, Json, Move, Session, Tap, Text, What
from dialogs.tickets.limits import next_due
from dialogs.tickets.ticket import Actor, Ticket
from storage import Connection, chats, notices, outbox, sessions, tickets
from storage.demo import CHANNEL
from storage.store import Store

T = TypeVar("T")

OWNER = "demo"
NUDGE = timedelta(minutes=30)
MOST = 40  # inputs that a filing may take before something is wrong with the story


class Over(Exception):
    """The tale has reached the present."""


@dataclass
class Tale:
    """One person of the demo at a moment; `until` is the present, which no tale passes."""

    stage: Stage
    store: Store
    name: str
    language: str
    now: datetime
    until: datetime
    answers: Mapping[str, str]
    ticket: int = 0
    _events: int = field(default=0)

    @property
    def address(self) -> Address:
        return Address(CHANNEL, CHANNEL, self.name)

    async def says(self, what: What) -> None:
        """The person does something."""
        self._events += 1
        event = Event(
            id=f"{self.name}-{self._events}",
            address=self.address,
            at=self.now,
            what=what,
            language=self.language,
            name=self.answers["name"],
        )
        await self._do(lambda work: step(work, Came(event)))

    async def taps(self, action: str) -> None:
        """The person presses the button of the last message whose action ends so."""
        session = await self._session()
        found = [one.data for one in session.offers if one.data.endswith(action)]
        if found:
            await self.says(Tap(found[0]))

    async def presses(self, action: str) -> None:
        """The person presses a button of the ticket as it stands."""
        ticket = await self.look()
        await self.says(Tap(f"v1:t:{ticket.id}:{ticket.stage}:{action}"))

    async def files(self, story: str) -> None:
        """The person tells the story and answers until it is filed."""
        await self.says(Command("start"))
        await self.says(Text(story))
        await self.taps(":file")
        for _ in range(MOST):
            session = await self._session()
            if not session.stack:
                break
            await self._answer(session)
        self.ticket = await self.store.read(self._filed)

    async def _answer(self, session: Session) -> None:
        """The next input of the filing: what is asked for, or the card confirmed."""
        frame = session.stack[-1]
        if frame.state == "card":
            return await self.taps(":submit")
        if frame.state != "fact":
            return await self.taps(":none")
        asked = str(frame.draft.get("again") or missing(frame.draft, self.stage.house))
        if asked in self.answers:
            return await self.says(Text(self.answers[asked]))
        return await self.says(Tap(session.offers[0].data) if session.offers else Text("?"))

    def _filed(self, c: Connection) -> int:
        chat = chats.find(c, self.address)
        found = tickets.of_chat(c, chat, self.now, timedelta(days=60)) if chat else ()
        return found[0].id if found else 0

    async def acts(self, actor: Actor, name: str, **fields: Json) -> None:
        """A member of the staff makes a move."""

        def make(work: Work) -> None:
            effects = move(work, Move(self.ticket, name, fields), actor)
            posting.push(work, effects)

        await self._do(make)

    async def waits(self, **time: float) -> None:
        """Time passes, and what is due on the way happens. Raises Over at the present."""
        goal = self.now + timedelta(**time)
        last = None
        while (at := await self.store.read(self._next)) and at <= min(goal, self.until):
            # What was put off until people are awake still names its first hour.
            self.now = max(at, self.now) if at != last else self.now + NUDGE
            if self.now >= self.until:
                raise Over
            last = at
            await self._do(self._fire)
        if goal >= self.until:
            raise Over
        self.now = max(goal, self.now)

    def _next(self, c: Connection) -> datetime | None:
        """When the next clock, dialog or held message of this person is due."""
        ticket = tickets.load(c, self.ticket) if self.ticket else None
        held = [one.due_at for one in notices.of_ticket(c, self.ticket)] if self.ticket else []
        chat = chats.find(c, self.address)
        dialog = sessions.load(c, chat).session.due if chat else None
        times = (next_due(ticket) if ticket else None, dialog, *held)
        return min((one for one in times if one), default=None)

    def _fire(self, work: Work) -> None:
        c, now = work.c, work.now
        ticket = tickets.load(c, self.ticket) if self.ticket else None
        due = next_due(ticket) if ticket else None
        if due and due <= now:
            fire(work, Due("ticket", self.ticket))
        chat = chats.find(c, self.address)
        if chat is not None:
            fire(work, Due("held", chat))
            fire(work, Due("dialog", chat))

    async def look(self) -> Ticket:
        """The ticket as it stands."""
        found = await self.store.read(lambda c: tickets.load(c, self.ticket))
        if found is None:
            raise Over
        return found

    async def _session(self) -> Session:
        def load(c: Connection) -> Session:
            chat = chats.find(c, self.address)
            return sessions.load(c, chat).session if chat else Session()

        return await self.store.read(load)

    async def _do(self, act: Callable[[Work], Any]) -> None:
        """One transaction at this moment: the act, and the delivery of all that it owes."""

        def run(c: Connection) -> None:
            work = Work(self.stage, c, self.now)
            act(work)
            while rows := outbox.claim(c, CHANNEL, self.now, OWNER, 100):
                for row in rows:
                    settle(work, row, Sent(str(row.id)))

        await self.store.write(run)
