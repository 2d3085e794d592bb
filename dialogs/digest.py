"""The daily list of each member of staff (domain.md §4 I8): what is theirs to look at today.

Made from short notes on all open tickets, so that one walk over them serves everybody.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.house import House
from dialogs.tickets.calendar import DAY, FARTHEST, at_minute
from dialogs.tickets.ticket import Role, Ticket

SHOWN = 20  # lines of a section; its count is whole
MAJOR = 3
URGENT = ("over", "major")  # what cannot wait for the next working day
FIGURES = frozenset({Role.DIRECTOR, Role.ADMIN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a digest needs of an open ticket. `rule`, `due`, `provisional`: its next deadline."""

    number: str
    category: str
    subtype: str
    department: str
    owner: int
    level: int
    opened_at: datetime
    rule: str = ""
    due: datetime | None = None
    provisional: bool = False
    breached: tuple[tuple[str, datetime], ...] = ()  # limits of it that ran out, and when
    repeated: bool = False
    reminded_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One ticket of a section."""

    number: str
    category: str
    subtype: str
    rule: str
    due: datetime | None
    provisional: bool
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """So many tickets under one name, the most urgent of them as lines."""

    name: str
    count: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What one person has to look at. `figures` are counts by name, `tasks` by kind of task."""

    sections: tuple[Section, ...]
    figures: Mapping[str, int]
    tasks: Mapping[str, int]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look at."""
        return not self.figures and not self.tasks and not any(s.count for s in self.sections)


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose digest it is; `department` "" for all of them.

    `others`: staff ids of those for whom they answer, since they are away.
    """

    staff: int
    role: Role
    department: str
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """When it is made, since when news is new, until when what is due is near.

    `working`: today is a working day; on others only what cannot wait is told.
    """

    day: date
    at: datetime
    since: datetime
    until: datetime
    working: bool


def span(now: datetime, house: House) -> Span:
    """The digest of today: it is made at `at`, be that past or still to come."""
    minute, zone = house.catalogue.digest, house.zone
    today = now.astimezone(ZoneInfo(zone)).date()
    return Span(
        day=today,
        at=at_minute(today, minute, zone),
        since=at_minute(_working(today, -DAY, house), minute, zone),
        until=at_minute(_working(today, DAY, house), minute, zone),
        working=house.workdays.is_work(today),
    )


def _working(day: date, step: timedelta, house: House) -> date:
    """The next working day that way."""
    for _ in range(FARTHEST):
        day += step
        if house.workdays.is_work(day):
            break
    return day


def note(ticket: Ticket, house: House) -> Note:
    """What a digest needs of this ticket."""
    rules = house.catalogue.clocks
    running = (
        one
        for one in ticket.clocks
        if one.stopped is None and one.paused is None and (r := rules.get(one.rule)) and r.shown
    )
    clock = min(running, key=lambda one: one.due, default=None)
    return Note(
        number=ticket.number,
        category=ticket.filing.category,
        subtype=ticket.filing.subtype,
        department=ticket.department,
        owner=ticket.owner,
        level=ticket.level,
        opened_at=ticket.opened_at,
        rule=clock.rule if clock else "",
        due=clock.due if clock else None,
        provisional=bool(clock and clock.provisional),
        breached=tuple((one.rule, one.due) for one in ticket.clocks if one.result == "breached"),
        repeated=bool(ticket.repeat_of or ticket.times > 1 or ticket.reopened),
        reminded_at=ticket.reminded_at,
    )


def digest(reader: Reader, notes: Sequence[Note], tasks: Mapping[str, int], when: Span) -> Digest:
    """The digest of one person, from notes on all open tickets and their open tasks by kind."""
    ways, names = _ways(when), _names(reader.role)
    if reader.role in FIGURES:
        seen = list(notes)
    elif reader.role is Role.SUPERVISOR:
        seen = [one for one in notes if _led(one, reader)]
    else:
        seen = [one for one in notes if one.owner in {reader.staff, *reader.others}]
    wanted = names if when.working else tuple(name for name in names if name in URGENT)
    found: dict[str, Iterable[Note]] = {name: filter(ways[name], seen) for name in wanted}
    if "breached" in found:
        found["breached"] = (_as_missed(one, when) for one in found["breached"])
    sections = [_section(name, these) for name, these in found.items()]
    if when.working and reader.role not in FIGURES:
        sections.append(_section("free", (one for one in notes if _free(one, reader, when))))
    figures = {"open": len(notes)} | {name: sum(map(way, notes)) for name, way in ways.items()}
    return Digest(
        sections=tuple(one for one in sections if one.count),
        figures=figures if reader.role in FIGURES and when.working else {},
        tasks=tasks if when.working else {},
    )


def _names(role: Role) -> tuple[str, ...]:
    """The sections of a role, in their order."""
    if role in FIGURES:
        return ("over", "major")
    if role is Role.SUPERVISOR:
        return ("over", "near", "major", "breached", "repeated", "reminded", "new")
    return ("over", "near", "major", "reminded", "new")


def _ways(when: Span) -> Mapping[str, Callable[[Note], bool]]:
    """Which tickets stand in which section."""
    return {
        "over": lambda one: one.due is not None and one.due <= when.at,
        "near": lambda one: one.due is not None and when.at < one.due <= when.until,
        "major": lambda one: one.level >= MAJOR,
        "breached": lambda one: bool(_missed(one, when)),
        "repeated": lambda one: one.repeated,
        "reminded": lambda one: one.reminded_at is not None and one.reminded_at > when.since,
        "new": lambda one: one.opened_at > when.since,
    }


def _missed(one: Note, when: Span) -> list[tuple[str, datetime]]:
    """The limits of it that ran out since the last digest."""
    return [(rule, due) for rule, due in one.breached if when.since < due <= when.at]


def _as_missed(one: Note, when: Span) -> Note:
    """The note with the last limit that ran out in the place of the next one."""
    rule, due = max(_missed(one, when), key=lambda missed: missed[1])
    return replace(one, rule=rule, due=due, provisional=False)


def _led(one: Note, reader: Reader) -> bool:
    """Whether a supervisor looks after it: of their department, or of whom they stand in for."""
    return reader.department in {"", one.department} or one.owner in reader.others


def _free(one: Note, reader: Reader, when: Span) -> bool:
    """Whether it waits for somebody of the department to take it."""
    return not one.owner and reader.department in {"", one.department} and one.opened_at <= when.at


def _section(name: str, found: Iterable[Note]) -> Section:
    """The most urgent first; what has no deadline last."""
    notes = sorted(found, key=lambda one: (one.due is None, one.due or one.opened_at, one.number))
    lines = tuple(
        Line(
            number=one.number,
            category=one.category,
            subtype=one.subtype,
            rule=one.rule,
            due=one.due,
            provisional=one.provisional,
            level=one.level,
        )
        for one in notes[:SHOWN]
    )
    return Section(name=name, count=len(notes), lines=lines)
