"""A stroll through the dialogs: every question that one may be asked, met by asking and answering.

Openings are data: a person's first acts, with what is known of them. From each question on, every
button is pressed and a few sample answers are typed, until nothing new is met.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.channels.base import Capabilities
from bot.preview.lives import PLACE, Lives, charged
from bot.preview.samples import Sample
from bot.render import Rendering, render
from dialogs.dialog import Scene
from dialogs.engine import converse
from dialogs.flows import FLOWS, ROOMS
from dialogs.house import Facts, House
from dialogs.incidents.known import Known
from dialogs.intake.filing import filing
from dialogs.model import (
    Address,
    Command,
    Event,
    File,
    Open,
    OpenSeveral,
    Order,
    Say,
    Session,
    Tap,
    Text,
    Unsupported,
    What,
)
from dialogs.texts import Texts
from dialogs.tickets.repeats import earlier
from dialogs.tickets.ticket import Ticket
from dialogs.values import replace

WIDE = Capabilities(contact_button=True)
ADDRESS = Address("preview", "", "1")
DOORS = "doors"  # what is answered outside any dialog
OFTEN = 3  # how many ways to the same question are followed on
FAR = 12  # acts after which nobody goes on


@dataclass(frozen=True, slots=True)
class Screen:
    """A question as somebody meets it: which step of which dialog, and all that was said in one
    turn; `stages` are what the buttons of tickets name. `mark` tells apart the questions of a step
    that asks several."""

    dialog: str
    state: str
    mark: str
    says: tuple[Say, ...]
    session: Session
    stages: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class First:
    """The first button of what was just said is pressed."""


@dataclass(frozen=True, slots=True)
class OnTicket:
    """A button of the chat's ticket is pressed."""

    action: str


Act: TypeAlias = What | First | OnTicket


@dataclass(frozen=True, slots=True)
class Opening:
    """How a dialog comes to be begun. `tickets` are those of the chat, by their places among the
    lives; `repeats` those that are found by the number, with the category that is complained of.
    """

    acts: tuple[Act, ...]
    tickets: tuple[str, ...] = ()
    known: Known | None = None
    repeats: tuple[str, ...] = ()
    agreed: str = "1"
    resumable: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a stroll is."""

    facts: Facts
    session: Session
    found: tuple[Ticket, ...]  # by the number that is complained about
    acts: int = 0


@dataclass(slots=True)
class Stroll:
    """All screens of one language, by dialog, step and mark; the first way to each is kept."""

    house: House
    texts: Texts
    sample: Sample
    lives: Lives
    now: datetime
    screens: dict[tuple[str, str, str], Screen] = field(default_factory=dict)
    _met: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def walk(self, begun: Iterable[Opening]) -> None:
        """Begin by each of these, and follow every way on; hear what is said outside any dialog."""
        for opening in begun:
            place = _Place(self._facts(opening), Session(), tuple(self._before(opening)))
            for act in opening.acts:
                place = self._after(place, _meant(act, place))
            places = deque([place])
            while places:
                self._on(places)
        for name, tickets, act in doors(self.sample):
            opening = Opening((), tickets)
            place = _Place(self._facts(opening), Session(), ())
            self._after(place, _meant(act, place), (DOORS, name, ""))

    def lacking(self) -> Iterator[tuple[str, str]]:
        """The steps of dialogs that were not met."""
        met = {(dialog, state) for dialog, state, _ in self.screens}
        every = ((dialog.name, step.name) for dialog in FLOWS for step in dialog.steps)
        return (one for one in every if one not in met)

    def _on(self, places: deque[_Place]) -> None:
        place = places.popleft()
        if place.acts > FAR or not place.session.stack:
            return
        key = self._key(place)
        if key is None or self._met.get(key, 0) >= OFTEN:
            return
        self._met[key] = self._met.get(key, 0) + 1
        acts = (*_taps(place.session), *map(Text, self._answers()))
        places.extend(self._after(place, act) for act in acts)

    def _answers(self) -> tuple[str, ...]:
        one = self.sample
        return (one.story, one.whole, one.when, one.place, "94", one.number, one.wish)

    def _after(self, place: _Place, act: What, door: tuple[str, str, str] | None = None) -> _Place:
        """The place that an act leads to; what is asked there is kept as a screen."""
        event = Event(str(place.acts), ADDRESS, self.now, act, f"m{place.acts}")
        facts = place.facts
        turn = converse(ROOMS, self.house, place.session, event, facts)
        known = _met_before(place, turn.orders, self.house)
        if known is not facts:
            turn = converse(ROOMS, self.house, place.session, event, known)
        if not turn.replies:
            return replace(place, session=turn.session, acts=place.acts + 1)
        stages = {ticket.id: ticket.stage for ticket in facts.tickets}
        reader = Rendering(self.texts, self.sample.language, WIDE, self.now)
        rendered = render(turn.replies, reader, turn.session, stages)
        session = rendered[1] if rendered else turn.session
        after = replace(place, session=session, acts=place.acts + 1)
        key = door or self._key(after)
        if key is not None and key not in self.screens:
            self.screens[key] = Screen(*key, turn.replies, turn.session, stages)
        return after

    def _key(self, place: _Place) -> tuple[str, str, str] | None:
        """The question that stands at a place: dialog, step, mark."""
        if not place.session.stack:
            return None
        frame = place.session.stack[-1]
        step = ROOMS.dialogs[frame.dialog].step(frame.state)
        if step is None:
            return None
        event = Event("", ADDRESS, self.now, Command("help"))
        return frame.dialog, frame.state, step.mark(Scene(frame, place.facts, self.house, event))

    def _facts(self, opening: Opening) -> Facts:
        """What is known of the chat where an opening begins."""
        return Facts(
            now=self.now,
            language=self.sample.language,
            agreed=opening.agreed,
            tickets=tuple(self.lives.tickets[one] for one in opening.tickets),
            outage=opening.known,
            resumable=opening.resumable,
        )

    def _before(self, opening: Opening) -> Iterator[Ticket]:
        """The tickets that the next ones filed repeat."""
        for number, name in enumerate(opening.repeats, 21):
            category, _, place = name.partition(" ")
            ticket = self.lives.tickets[place]
            kind = {"BIL": ticket.filing.subtype, "NET-F": "outage"}[category]
            filing = replace(charged(self.sample), category=category, subtype=kind)
            yield replace(ticket, id=number, number=f"TS26110000{number}17", filing=filing)


def _meant(act: Act, place: _Place) -> What:
    """The act as an event brings it."""
    match act:
        case First():
            return Tap(place.session.offers[0].data)
        case OnTicket(action):
            ticket = place.facts.tickets[0]
            return Tap(f"v1:t:{ticket.id}:{ticket.stage}:{action}")
        case _:
            return act


def _taps(session: Session) -> Iterator[What]:
    return (Tap(one.data) for one in session.offers)


def _met_before(place: _Place, orders: Sequence[Order], house: House) -> Facts:
    """With the tickets that what is about to be filed repeats, as the step looks them up."""
    facts = place.facts
    alone = next((one for one in orders if isinstance(one, Open)), None)
    if alone is not None:
        found = _repeated(place, alone, house)
        return replace(facts, earlier=found) if found else facts
    each = next((one.each for one in orders if isinstance(one, OpenSeveral)), ())
    pairs = ((one.place, _repeated(place, one, house)) for one in each)
    known = tuple((place, found) for place, found in pairs if found)
    return replace(facts, earliers=known) if known else facts


def _repeated(place: _Place, order: Open, house: House) -> Ticket | None:
    if order.repeats:
        return None
    known = [one for one in place.found if one.id not in order.apart]
    return earlier(filing(order.draft, house), known, (), house.catalogue, place.facts.now)


def doors(sample: Sample) -> Iterator[tuple[str, tuple[str, ...], Act]]:
    """What is answered where no dialog is on: a name, the chat's tickets, the act."""
    for name in ("help", "cancel", "back", "my", "human", "remind", "reopen"):
        yield name, (), Command(name)
    yield "my, one ticket", ("investigating",), Command("my")
    yield "my, several", ("offered", "joined", "mended"), Command("my")
    yield "appeal", ("deadlock",), OnTicket("appeal_leaflet")
    yield "words to a ticket", ("investigating",), Text(sample.reason)
    yield "thanks", ("scored",), Text(sample.agreed)
    yield "sticker", (), Unsupported("sticker")
    yield "file", ("investigating",), File("photo", "preview", size=1000)


# A ticket's buttons that begin a dialog, by the place of the ticket.
PRESSES = (
    *(("offered", one) for one in ("accept", "reject", "question_proposal")),
    *(("deadlock", "accept_after_all"), ("agreed", "think_again"), ("investigating", "withdraw")),
    *(("deadlock", "appeal"), ("deadlock", "appealed")),
    *(("investigating", "add"), ("invalid", "refile"), ("scored", "reopen")),
    *(("filed complaint BIL", "details"), ("fixed", "score-9"), ("fixed", "score-2")),
    *(("unconfirmed", "score-9"), ("unconfirmed", "score-6"), ("fixed at home", "score-9")),
)


def _appealing(sample: Sample) -> tuple[Act, ...]:
    """An appeal as far as its card: whose number, name, address, and nothing else to add."""
    begun = (OnTicket("appeal"), First(), First())
    return (*begun, Text("Li Hong"), Text(f"{sample.place} 100190"), *(First(),) * 4)


def openings(sample: Sample, now: datetime) -> Iterator[Opening]:
    """How people come to each dialog."""
    new, whole, two = Command("new"), Text(sample.whole), Text(sample.two)
    trouble = Known(incident=4, areas=(PLACE,), expected=now + timedelta(hours=6))
    yield Opening((Command("start"),), agreed="")
    yield Opening((new,), resumable=True)
    yield Opening((new, Text(sample.story)))
    yield Opening((new,), ("filed complaint BIL",))
    for story in (whole, two, Text(sample.bare)):
        yield Opening((new, story))
        yield Opening((new, story, Text(sample.question), Text(sample.more)))
    yield Opening((Text(sample.broken),), known=trouble)
    for words in (sample.question, sample.nowhere, sample.unsure, sample.elsewhere, sample.thanks):
        yield Opening((Text(words),))
    for command in ("language", "settings", "call-me", "human"):
        yield Opening((Command(command),))
    for place, action in PRESSES:
        yield Opening((OnTicket(action),), (place,))
    yield Opening((Command("appeal"),), ("deadlock", "investigating"))
    yield Opening(_appealing(sample), ("deadlock",))
    yield Opening((Text(sample.again),), ("scored",))
    yield Opening((Text(sample.again),), ("investigating", "joined"))
    for place in ("scored", "archived", "investigating"):
        yield Opening((new, whole, First()), repeats=(f"BIL {place}",))
        yield Opening((new, two, First(), First()), repeats=(f"NET-F {place}", f"BIL {place}"))
