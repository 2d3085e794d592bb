"""The queue as a page shows it: tickets as lines, those in haste on top."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.web.desk_tasks import reach_of, todo
from bot.web.desk_words import Words, deadline, deadlines, hide, masked
from dialogs.incidents.incident import Incident
from dialogs.tickets.numbers import read_number
from dialogs.tickets.showing import marks
from dialogs.tickets.ticket import ENDED, State, Ticket
from dialogs.understand import phones
from storage import Connection, desk, incidents, search, tickets
from storage.desk import Filter
from storage.reach import Reach
from storage.schema import ticket as ticket_table
from storage.staff import Staff

TABS = ("mine", "unclaimed", "open", "waiting", "due", "ended")
WAITING = (State.AWAITING_USER, State.PROPOSED, State.AWAITING_CONFIRM)
OVER = tuple(sorted(ENDED))
SOON = timedelta(hours=24)
PAGE = 50
STORY = 120  # characters of a story in the queue


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody wants to see of the queue; a search looks everywhere, whatever the tab."""

    tab: str = "mine"
    search: str = ""
    department: str = ""
    incident: int = 0
    most: int = PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What there is of it: tickets in order, how many each tab holds, whether there are more."""

    tickets: tuple[Ticket, ...]
    counts: dict[str, int]
    tasks: int
    more: bool
    incident: Incident | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the queue, in words. `urgency` is one of those of `Words.left`."""

    number: str
    matter: str
    story: str
    state: str
    state_code: str
    owner: str
    own: bool
    phone: str
    level: int
    left: str
    due: str
    provisional: bool
    urgency: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Looking:
    """Who looks for what: the rules that count as deadlines, and how far they see."""

    asked: Asked
    who: Staff
    rules: tuple[str, ...]
    reach: Reach

    @property
    def whole(self) -> Filter:
        """What every tab shows a part of."""
        asked = self.asked
        return Filter(department=asked.department, incident=asked.incident, clocks=self.rules)


def read(c: Connection, asked: Asked, who: Staff, words: Words) -> Seen:
    """The tickets that are asked for, and the counts of all tabs."""
    looking = _Looking(asked, who, deadlines(words.catalogue), reach_of(c, who, words))
    found = _found(c, looking, words)
    counts = {tab: desk.count(c, _filter(tab, looking), _before(tab, words)) for tab in TABS}
    shown = tickets.load_many(c, found[: asked.most])
    return Seen(
        tickets=shown,
        counts=counts,
        tasks=len(todo(c, who, looking.reach)),
        more=len(found) > asked.most,
        incident=incidents.load(c, asked.incident) if asked.incident else None,
    )


def _found(c: Connection, looking: _Looking, words: Words) -> list[int]:
    """The ids of the tickets, in their order, one more than is shown."""
    asked = looking.asked
    if asked.search:
        return _searched(c, looking)
    wanted = _filter(asked.tab, looking)
    lines = desk.queue(c, wanted, words.now, asked.most + 1)
    before = _before(asked.tab, words)
    return [one.id for one in lines if before is None or (one.due and one.due < before)]


def _searched(c: Connection, looking: _Looking) -> list[int]:
    """By ticket number, by service number (whole, in any way of writing it), or by words.

    A search looks beyond one's own provinces: somebody may be asking after a ticket.
    """
    asked = looking.asked
    number = read_number(asked.search)
    if number is not None:
        found = tickets.by_number(c, number)
        return [] if found is None else [found.id]
    same = tickets.same_number(c, phones.parse(asked.search) or asked.search)
    if same:
        return list(same)
    only = (ticket_table.c.department == asked.department,) if asked.department else ()
    return list(search.find(c, asked.search, asked.most + 1, conditions=only).ids)


def _filter(tab: str, looking: _Looking) -> Filter:
    whole, reach = looking.whole, looking.reach
    match tab:
        case "mine":
            return replace(whole, owner=looking.who.id)
        case "unclaimed":
            return replace(whole, owner=0, reach=reach)
        case "waiting":
            return replace(whole, states=WAITING, reach=reach)
        case "ended":
            return replace(whole, states=OVER, newest=True, reach=reach)
        case _:
            return replace(whole, reach=reach)


def _before(tab: str, words: Words) -> datetime | None:
    return words.now + SOON if tab == "due" else None


def row(ticket: Ticket, who: Staff, words: Words) -> Row:
    """One ticket as a line."""
    clock = deadline(ticket, deadlines(words.catalogue))
    left, urgency = words.left(clock.due if clock else None)
    if not ticket.open:
        left, urgency = "", "none"
    return Row(
        number=ticket.number,
        matter=words.matter(ticket),
        story=hide(" ".join(ticket.filing.story.split()))[:STORY],
        state=words.state(ticket.state),
        state_code=ticket.state.value,
        owner=ticket.owner_name or words("nobody"),
        own=ticket.owner == who.id,
        phone=masked(ticket.filing.service_number),
        level=ticket.level,
        left=left,
        due=words.at(clock.due, expected=clock.provisional) if clock and ticket.open else "",
        provisional=bool(clock and clock.provisional and ticket.open),
        urgency=urgency,
        flags=flags(ticket, words),
    )


def flags(ticket: Ticket, words: Words) -> tuple[str, ...]:
    """What makes a ticket special, in a word or two each."""
    return tuple(words.of(one) for one in marks(ticket))
