"""One subscriber of the demo's month: what they write and press, and what staff do for them.

A story is a generator over a tale: it yields the moments at which it goes on.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot import desk_acts
from bot.demo.desk import Desk
from bot.demo.matters import Matter
from bot.demo.month import Month, Play, Stuck
from bot.step import Came, step
from dialogs.intake.parting import missing
from dialogs.model import Address, Command, Event, Frame, Json, Move, Session, Tap, Text, What
from dialogs.tickets.calendar import calendar
from dialogs.tickets.ticket import State, Ticket
from storage import chats, demo, sessions
from storage.demo import CHANNEL

ON_DUTY = frozenset({"NET-M", "NET-F", "NET-P"})  # somebody works on these day and night
NONE: Mapping[str, str] = {}
FILING = frozenset({"welcome", "complaint", "reach"})  # the dialogs of a filing
OF_THEMSELVES = {
    "outage": ":apart",
    "several": ":one",
}  # what is answered unless a story says otherwise
MOST = 30  # inputs that a filing may take before something is wrong with the story


@dataclass
class Tale:
    """A subscriber with a matter. `rng` is their own, so that no tale changes another's."""

    month: Month
    desk: Desk
    name: str
    matter: Matter
    rng: Random
    ticket: int = 0
    chat: int = 0
    noticed: bool = False  # a lead has taken note of it
    place: int = 0  # among those who tell the same at once
    _events: int = field(default=0)
    _newest: int = field(default=0)  # ticket of theirs

    # When it goes on.

    def later(self, least: float = 0.3, most: float = 0.0) -> datetime:
        """So many hours later, by chance between the two."""
        hours = least + self.rng.random() * max(most - least, 0)
        return self.month.now + timedelta(hours=hours)

    def office(self, least: float = 0.3, most: float = 4.0) -> datetime:
        """So many hours of the desk later: of the people on duty, for what does not work."""
        hours = max(least + self.rng.random() * max(most - least, 0), 0.02)
        kind = "CAL" if self.matter.category in ON_DUTY else "DH"
        at = calendar(kind, self.month.stage.house).add(self.month.now, timedelta(hours=hours))[0]
        return at - timedelta(seconds=self.rng.randrange(1, 50))

    def working(self, days: float) -> datetime:
        """So many working days later."""
        span = timedelta(days=days)
        return calendar("WD", self.month.stage.house).add(self.month.now, span)[0]

    def awake(self, least: float = 0.5, most: float = 20.0) -> datetime:
        """So many hours later, at a time of day at which people look at their phones."""
        zone = ZoneInfo(self.month.stage.house.zone)
        at = self.later(least, most).astimezone(zone)
        if at.hour >= 22:
            at = (at + timedelta(days=1)).replace(hour=8)
        elif at.hour < 8:
            at = at.replace(hour=8 + self.rng.randrange(2))
        return at.astimezone(self.month.now.tzinfo)

    def until(self, holds: Callable[["Tale"], bool], hours: float) -> Play:
        """Wait until something holds. Raises Stuck after so many hours."""
        ended = self.month.now + timedelta(hours=hours)
        while not holds(self):
            if self.month.now > ended:
                raise Stuck(f"waited for {hours:g} hours in vain, in {self.state}")
            yield self.later(0.1, 0.3)

    # What the person does.

    @property
    def address(self) -> Address:
        return Address(CHANNEL, CHANNEL, self.name)

    @property
    def number(self) -> str:
        """The service number that it is about, as it is kept."""
        return f"+86{self.matter.answers['number']}"

    @property
    def language(self) -> str:
        return self.matter.language

    def says(self, what: What | str) -> None:
        """The person sends something; all that it brings about is there afterwards."""
        self._events += 1
        event = Event(
            id=f"{self.name}-{self._events}",
            address=self.address,
            at=self.month.now,
            what=Text(what) if isinstance(what, str) else what,
            language=self.language,
            name=self.matter.person,
            message=str(self._events),
        )
        step(self.month.work, Came(event))
        self.chat = self.chat or chats.find(self.month.c, self.address) or 0
        self.month.deliver()
        for one in demo.tickets_of(self.month.c, self.chat):
            self.month.look(one, 0)
            if one > self._newest:
                self._newest = self.ticket = one
        self.month.look(0, self.chat)

    def presses(self, action: str) -> None:
        """The person presses a button of the ticket as it stands."""
        ticket = self.look()
        self.says(Tap(f"v1:t:{ticket.id}:{ticket.stage}:{action}"))

    def taps(self, action: str) -> bool:
        """The person presses the last message's button whose action ends so, if there is one."""
        return self._tap(one.data for one in self.session().offers if one.data.endswith(action))

    def taps_one(self, part: str) -> bool:
        return self._tap(one.data for one in self.session().offers if part in one.data)

    def _tap(self, found: Iterator[str]) -> bool:
        action = next(found, "")
        if action:
            self.says(Tap(action))
        return bool(action)

    def files(self, *, go: bool = False, ways: Mapping[str, str] = NONE) -> Play:
        """The person tells the matter and answers until it is filed. Raises Stuck.

        `go`: as what it was taken for, and not as a complaint. `ways`: as in `answers_all`.
        """
        before = self.ticket
        if not before:
            self.says(Command("start"))
            yield self._soon(20, 90)
        self.says(self.matter.text)
        yield self._soon(8, 40)
        if not (go and self.taps(":go")):
            self.taps(":file")
        yield from self.answers_all(ways=ways)
        if self.ticket == before:
            raise Stuck("nothing was filed")

    def answers_all(self, company: str = ":ours", ways: Mapping[str, str] = NONE) -> Play:
        """The person answers what is asked until nothing is; about whose matter it is as said.

        `ways` says of a state, or of a field, which button is pressed (":reopen") or what is said.
        """
        for _ in range(MOST):
            session = self.session()
            if not session.stack or session.stack[-1].dialog not in FILING:
                break
            yield self._soon(8, 45)
            self._next(session, session.stack[-1], company, ways)

    def _next(self, session: Session, frame: Frame, company: str, ways: Mapping[str, str]) -> None:
        """One answer of a filing."""
        field = self._asked(frame) if frame.state == "fact" else ""
        way = ways.get(field or frame.state, OF_THEMSELVES.get(frame.state, ""))
        if way.startswith(":"):
            self.taps_one(way)
        elif way:
            self.says(way)
        elif not (frame.dialog == "complaint" and self.taps(company)):
            self._answer(session, frame)

    def _soon(self, least: int, most: int) -> datetime:
        return self.month.now + timedelta(seconds=self.rng.randrange(least, most))

    def _answer(self, session: Session, frame: Frame) -> None:
        """The next input of the filing: what is asked for, or the card confirmed."""
        if frame.state == "card":
            self.taps(":submit")
        elif frame.state == "several":  # its stories are of one matter, whatever else is said
            self.taps(":one")
        elif frame.state == "fact":
            self._tell(str(frame.draft.get("again") or self._asked(frame)))
        elif not (self.taps(":none") or self.taps(":new")):
            self.says(Tap(session.offers[0].data) if session.offers else Text("?"))

    def _asked(self, frame: Frame) -> str:
        """The field that is asked for; of several matters it is named with its matter."""
        return (missing(frame.draft, self.month.stage.house) or "").rpartition(".")[2]

    def _tell(self, asked: str) -> None:
        words = self.matter.answers.get(asked)
        if asked == "kind":
            self.taps(":complaint")
        elif words is not None:
            self.says(words)
        elif not (
            self.taps_one(f":{self.matter.category}:")
            or self.taps_one(f"cat:{self.matter.category}")
        ):
            self.taps(":all:2") or self.taps(":all:1") or self.taps_one(":")

    def session(self) -> Session:
        """Where the person's conversation stands."""
        return sessions.load(self.month.c, self.chat).session if self.chat else Session()

    def asked_for_score(self) -> bool:
        """Whether the survey stands before the person."""
        return self.state is State.SURVEY and any(
            one.data.endswith(":score-9") for one in self.session().offers
        )

    # What staff do.

    def acts(self, who: str, name: str, **fields: Json) -> None:
        """A member of the staff, by their key of the desk, makes a move. Raises Stuck."""
        order = Move(self.ticket, name, fields)
        ended = desk_acts.act(self.month.work, self.desk[who], order, self.look().revision)
        if isinstance(ended, desk_acts.Refused):
            words = self.month.stage.texts.words("en", ended.words, self.month.now)
            raise Stuck(f"{name} by {who} in {self.look().state}: {words}")
        self.month.deliver()
        self.month.look(self.ticket, self.chat)

    def settle(self) -> None:
        """See what staff did in the chat beside the moves."""
        self.month.deliver()
        self.month.look(self.ticket, self.chat)

    def look(self) -> Ticket:
        """The ticket as it stands. Raises Stuck where there is none."""
        found = self.month.tickets.get(self.ticket)
        if found is None:
            raise Stuck("there is no ticket")
        return found

    @property
    def state(self) -> State:
        return self.look().state

    def handler(self) -> str:
        """Who works on the ticket: its owner's department, else a first one who takes it."""
        return self.desk.handler(self.look())

    def words(self, told: Mapping[str, str]) -> str:
        """The words in the person's language."""
        return told[self.language]

    def date(self, days: float) -> str:
        """The day so many days from now, as a form sends it."""
        return self._form(self.month.now + timedelta(days=days))

    def working_date(self, days: float) -> str:
        """The day so many working days from now, as a form sends it."""
        return self._form(self.working(days))

    def _form(self, at: datetime) -> str:
        return f"{at.astimezone(ZoneInfo(self.month.stage.house.zone)):%Y-%m-%d}"
