"""The queue as a page shows it: tickets as lines, those in haste on top."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.web.desk_asking import PAGE, Asked
from bot.web.desk_tasks import Duty, asking, reach_of, todo, with_people
from bot.web.desk_words import Words, deadline, deadlines, hide, masked
from dialogs.incidents.incident import Incident
from dialogs.tickets.numbers import read_number
from dialogs.tickets.showing import marks
from dialogs.tickets.ticket import ENDED, State, Ticket
from dialogs.understand import phones
from storage import Connection, chats, desk, grams, incidents, search, tickets
from storage.desk import TASKS, Looking, Tab
from storage.reach import EVERYTHING
from storage.staff import Staff

CHANNELS = ("telegram", "wechat", "web")
STORY = 120  # characters of a story in the queue


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What there is of it: tickets in order, how many each tab holds, whether there are more.

    `total`: of all pages, None where nobody counts. `calls`: people who asked for one of us and
    have no ticket. `unread`: tickets that the search does not know all words of yet.
    """

    tickets: tuple[Ticket, ...]
    channels: dict[int, str]
    counts: dict[Tab, int]
    tasks: int
    more: bool
    total: int | None = None
    cut: bool = False
    calls: tuple[Duty, ...] = ()
    unread: int = 0
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
    revision: int
    free: bool  # it is open, and nobody has it
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of a page, whether there are more, and whether some may have been overlooked."""

    ids: Sequence[int]
    more: bool = False
    cut: bool = False


def read(c: Connection, asked: Asked, who: Staff, words: Words) -> Seen:
    """The tickets that are asked for, and the counts of all tabs."""
    reach = reach_of(c, who, words)
    wanted = asked.filter(deadlines(words.catalogue), reach)
    by = Looking(who.id, words.now)
    calls = asking(c, reach)
    counts = desk.counts(c, wanted, by)
    counts["handover"] += len(calls)
    found = searched(c, asked, words.catalogue.country) if asked.q else listed(c, asked, who, words)
    shown = tickets.load_many(c, found.ids)
    unread = max(0, grams.left(c) - search.FRESH) if asked.q else 0
    here = asked.tab == "handover" and not asked.q and asked.page == 1
    return Seen(
        tickets=shown,
        channels=chats.channels(c, {one.chat for one in shown}),
        counts=counts,
        tasks=len(todo(c, who, reach)),
        more=found.more,
        total=None if asked.q else counts.get(asked.tab),
        cut=found.cut,
        calls=with_people(c, calls) if here else (),
        unread=unread,
        incident=incidents.load(c, asked.incident) if asked.incident else None,
    )


def listed(c: Connection, asked: Asked, who: Staff, words: Words) -> Found:
    """What stands in the tab at the page asked for."""
    wanted = asked.filter(deadlines(words.catalogue), reach_of(c, who, words))
    places = range(asked.places.start, asked.places.stop + 1)
    by = Looking(who.id, words.now)
    found = desk.page(c, asked.tab, wanted, by, asked.sort, places)
    return Found(found[:PAGE], len(found) > PAGE)


def searched(c: Connection, asked: Asked, region: str) -> Found:
    """By ticket number, by service number (whole, in any way of writing it), or by words.

    `region` (ISO 3166) is where a number without a calling code belongs.

    A search looks beyond one's own provinces: somebody may be asking after a ticket.
    """
    number = read_number(asked.q)
    if number is not None:
        one = tickets.by_number(c, number)
        return Found([one.id] if one else [])
    same = tickets.same_number(c, phones.parse(asked.q, region=region) or asked.q)
    if same:
        return Found(same[asked.places.start : asked.places.stop], len(same) > asked.places.stop)
    only = desk.conditions(asked.filter((), EVERYTHING))
    found = search.find(c, asked.q, PAGE, asked.places.start, only)
    return Found(found.ids, found.more, found.cut)


@dataclass(frozen=True, slots=True)
class Sift:
    """One way to narrow the queue: its name in the address, what can be chosen, what is."""

    name: str
    options: tuple[tuple[str, str], ...]
    chosen: str

    @property
    def words(self) -> str:
        """What is chosen, in words; "" for anything."""
        return dict(self.options).get(self.chosen, self.chosen) if self.chosen else ""


def sifts(asked: Asked, words: Words) -> list[Sift]:
    """All ways to narrow the queue, in words."""
    known = words.catalogue
    over = asked.tab == "ended"
    states = [one for one in State if (one in ENDED) == over or asked.q or asked.tab in TASKS]
    options: dict[str, list[tuple[str, str]]] = {
        "department": [(one.code, words.of(one.label)) for one in known.departments.values()],
        "category": [(one.code, words.of(one.label)) for one in known.categories.values()],
        "state": [(one.value, words.state(one)) for one in states],
        "channel": [(one, words(f"channel-{one}")) for one in CHANNELS],
        "language": [
            (one, words.known(f"language-{one}", one)) for one in words.stage.texts.languages
        ],
        "level": [(str(one), words(f"level-{one}")) for one in (3, 2, 1)],
    }
    return [
        Sift(name, tuple(several), str(getattr(asked, name) or ""))
        for name, several in options.items()
    ]


def row(ticket: Ticket, who: Staff, words: Words, channel: str = "") -> Row:
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
        revision=ticket.revision,
        free=ticket.open and not ticket.owner,
        channel=words.known(f"desk-channel-{channel}", channel),
    )


def flags(ticket: Ticket, words: Words) -> tuple[str, ...]:
    """What makes a ticket special, in a word or two each."""
    return tuple(words.of(one) for one in marks(ticket))
