"""A chat on the street: what a step of the bot does, on values alone, looked over at every turn.

It answers events as `bot.step` does, without storage: orders are carried out on the facts, what is
said is rendered for the reader. A routing row that is walked is written down.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from bot.channels.base import Capabilities
from bot.orders import said
from bot.render import Rendering, render
from dialogs.engine import converse
from dialogs.flows import ROOMS
from dialogs.house import Facts, House
from dialogs.intake.filing import filing
from dialogs.model import (
    Address,
    Agree,
    Edited,
    Elapsed,
    Event,
    Keep,
    Move,
    Open,
    OpenSeveral,
    Order,
    Phrase,
    Prefer,
    Reach,
    Say,
    Session,
    Speak,
    Turn,
    Verify,
    What,
)
from dialogs.play import Rooms
from dialogs.table import EVERY, Table
from dialogs.texts import Texts
from dialogs.tickets import moves
from dialogs.tickets.applied import Applied
from dialogs.tickets.repeats import Link, earlier
from dialogs.tickets.ticket import Actor, Ticket
from dialogs.tickets.together import together
from dialogs.understand.matters import MOST
from storage import codec
from tests.dialogs.tickets.office import ANN

WIDE = Capabilities(contact_button=True)
NARROW = Capabilities(buttons=False, edits=False, characters=0, size=2048)
HERE = Address("street", "", "1")

Row = tuple[str, str, str, str]  # dialog, trigger, source, target


class Watched(Table):
    """A table that writes down which of its rows were walked."""

    def watch(self, dialog: str, walked: set[Row]) -> "Watched":
        self.dialog, self.walked = dialog, walked
        return self

    def next(self, state: str, trigger: str, fact: Any) -> str | None:
        target = super().next(state, trigger, fact)
        if target is not None:
            self.walked.add((self.dialog, trigger, state, target))
        return target


class WatchedRooms(Rooms):
    """The dialogs of the house on watched tables."""

    @cached_property
    def walked(self) -> set[Row]:
        return set()

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        plain = {name: dialog.table() for name, dialog in self.dialogs.items()}
        return {
            name: Watched(one.states, one.rows, one.initial).watch(name, self.walked)
            for name, one in plain.items()
        }


def watched() -> WatchedRooms:
    """The rooms of the house, watched."""
    return WatchedRooms(
        ROOMS.dialogs, ROOMS.commands, ROOMS.lobby, ROOMS.press, ROOMS.words, ROOMS.aside
    )


def every_row() -> frozenset[Row]:
    """All rows of all dialogs; a row from everywhere is one row."""
    return frozenset(
        (dialog.name, row.trigger, row.source, row.target)
        for dialog in ROOMS.dialogs.values()
        for row in dialog.table().rows
    )


@dataclass
class Street:
    """One chat: its session and its facts, moved on by what happens."""

    house: House
    texts: Texts
    rooms: WatchedRooms
    facts: Facts
    shows: Capabilities = WIDE
    session: Session = field(default_factory=Session)
    pressed: list[str] = field(default_factory=list)  # every button ever shown
    messages: int = 0

    def take(self, what: What, *, replied: int = 0) -> None:
        """One event: answered, carried out, rendered, and looked over."""
        self.messages += not isinstance(what, Edited | Elapsed)
        event = Event(str(self.messages), HERE, self.facts.now, what, f"m{self.messages}")
        facts = replace(self.facts, replied=replied)
        turn = converse(self.rooms, self.house, self.session, event, facts)
        known = self._filed_before(turn)
        each = self._each_filed_before(turn)
        if known is not None or each:
            met = replace(facts, earlier=known, earliers=each)
            turn = converse(self.rooms, self.house, self.session, event, met)
        self._left(turn, what)
        assert len(turn.session.stack) <= 3
        heard = [say for order in turn.orders for say in self._carry_out(order)]
        if turn.toast is not None:
            self._in_both(turn.toast)
        self.hear((*heard, *turn.replies), turn.session)

    def hear(self, says: tuple[Say, ...], session: Session) -> None:
        """What is said, as this reader gets it and as one of the other language and channel would.

        The session knows this reader's choices.
        """
        self.session = self._shown(says, session, self.facts.language, self.shows)
        other = "en" if self.facts.language == "zh-CN" else "zh-CN"
        self._shown(says, session, other, NARROW if self.shows is WIDE else WIDE)
        keeps(self.session)
        self.pressed += [offer.data for offer in self.session.offers]

    def _shown(
        self, says: tuple[Say, ...], session: Session, language: str, shows: Capabilities
    ) -> Session:
        """The session after rendering; what was rendered fits."""
        stages = {ticket.id: ticket.stage for ticket in self.facts.tickets}
        reader = Rendering(self.texts, language, shows, self.facts.now)
        rendered = render(says, reader, session, stages)
        if rendered is None:
            return session
        message, offering = rendered
        fits(message.text, [offer.data for offer in offering.offers], shows)
        return offering

    def act(self, ticket: Ticket, name: str, actor: Actor, fields: Mapping[str, Any]) -> None:
        """Somebody of the staff, or a clock, moves a ticket; the person is told."""
        made = moves.apply(ticket, Move(ticket.id, name, fields), actor, self.facts.now, self.house)
        if isinstance(made, Applied):
            self.known(made.ticket)
            for notice in made.notices:
                self.hear((said(notice),), self.session)

    def wait_until(self, now: datetime) -> None:
        self.facts = replace(self.facts, now=now)

    def known(self, ticket: Ticket) -> None:
        """The ticket as it is now, in its place; a new one first."""
        others = [one for one in self.facts.tickets if one.id != ticket.id]
        self.facts = replace(self.facts, tickets=(ticket, *others))

    def _in_both(self, phrase: Phrase) -> None:
        for language in self.texts.languages:
            assert self.texts.words(language, phrase, self.facts.now).strip()

    def _filed_before(self, turn: Turn) -> Ticket | None:
        """The ticket that the turn would file again; all of this chat are about one number."""
        order = next((one for one in turn.orders if isinstance(one, Open)), None)
        if order is None or order.repeats:
            return None
        known = [one for one in self.facts.tickets if one.id not in order.apart]
        return earlier(
            filing(order.draft, self.house), known, (), self.house.catalogue, self.facts.now
        )

    def _each_filed_before(self, turn: Turn) -> tuple[tuple[int, Ticket], ...]:
        """Those that the matters of a parted story would file again."""
        order = next((one for one in turn.orders if isinstance(one, OpenSeveral)), None)
        each = order.each if order else ()
        found = ((one.place, self._filed_before(replace(turn, orders=(one,)))) for one in each)
        return tuple((place, one) for place, one in found if one is not None)

    def _left(self, turn: Turn, what: What) -> None:
        """Cancelling and expiring are rows too, walked past the table."""
        top = self.session.stack[-1] if self.session.stack else None
        if top is None or top.serial in {frame.serial for frame in turn.session.stack}:
            return
        keys = {say.words.key for say in turn.replies if isinstance(say.words, Phrase)}
        if f"{top.dialog}-cancelled" in keys:
            self.rooms.walked.add((top.dialog, "cancel", EVERY, "cancelled"))
        if isinstance(what, Elapsed):
            self.rooms.walked.add((top.dialog, "expire", EVERY, "expired"))

    def _carry_out(self, order: Order) -> tuple[Say, ...]:
        """What the order changes in the facts, and what is said of it."""
        match order:
            case Agree(version):
                self.facts = replace(self.facts, agreed=version)
            case Speak(language):
                self.facts = replace(self.facts, language=language, chosen_language=True)
            case Prefer(notify, surveys):
                assert notify in (None, "all", "decisions", "none")
                wants = self.facts.surveys if surveys is None else surveys
                self.facts = replace(self.facts, notify=notify or self.facts.notify, surveys=wants)
            case Verify(phone) if phone not in self.facts.numbers:
                self.facts = replace(self.facts, numbers=(*self.facts.numbers, phone))
            case Reach(phone) if phone:
                self.facts = replace(self.facts, reach=phone)
            case Keep(_, words) if words is not None:
                return (Say(words),)
            case Open():
                return self._open(order)
            case OpenSeveral():
                return self._open_several(order)
            case Move():
                return self._move(order)
        return ()

    def _open(self, order: Open) -> tuple[Say, ...]:
        json.dumps(order.draft)
        new = 1 + max((ticket.id for ticket in self.facts.tickets), default=0)
        made = moves.open_ticket(
            filing(order.draft, self.house),
            id=new,
            number=f"TS2611{new:06d}0",
            chat=1,
            subscriber=1,
            language=self.facts.language,
            now=self.facts.now,
            house=self.house,
            link=self._link(order),
        )
        keeps(made.ticket)
        self.known(made.ticket)
        return tuple(said(notice) for notice in made.notices)

    def _open_several(self, order: OpenSeveral) -> tuple[Say, ...]:
        assert 2 <= len(order.each) <= MOST
        assert all(0 <= place < len(order.each) for place in order.files.values())
        for one in order.each:
            self._open(one)
        made = tuple(reversed(self.facts.tickets[: len(order.each)]))
        ids = [ticket.id for ticket in made]
        for ticket in made:
            others = tuple(other for other in ids if other != ticket.id)
            self.known(replace(ticket, siblings=others))
            keeps(self.facts.tickets[0])
        return (said(together(made, self.house, self.facts.now)),)

    def _link(self, order: Open) -> Link | None:
        before = next((one for one in self.facts.tickets if one.id == order.repeats), None)
        return Link(to=before, shown=True, reason=order.reason) if before else None

    def _move(self, order: Move) -> tuple[Say, ...]:
        json.dumps(order.fields)
        ticket = next((one for one in self.facts.tickets if one.id == order.ticket), None)
        assert ticket is not None, "an order about a ticket of somebody else"
        made = moves.apply(ticket, order, ANN, self.facts.now, self.house)
        if not isinstance(made, Applied):
            return (Say(made.words),)
        keeps(made.ticket)
        self.known(made.ticket)
        return tuple(said(notice) for notice in made.notices)


def keeps(value: Session | Ticket) -> None:
    """What is stored comes back as it was."""
    stored = json.loads(json.dumps(codec.dump(value)))
    assert codec.load(type(value), stored) == value


def fits(text: str, buttons: list[str], shows: Capabilities) -> None:
    """A message that a channel can show; whatever a person typed, it is shown shortened."""
    assert text.strip()
    size = len(text.encode())
    assert not shows.size or size <= shows.size, f"{size} bytes: {text[:200]}"
    assert all(len(data.encode()) <= 64 for data in buttons)
