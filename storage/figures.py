"""The desk's figures, read: sums of a span of days, and the tickets behind each.

Nothing here looks at more than the days that are asked for, and at no ticket that is over.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, func, select

from dialogs.figures.report import MEASURES, Report, reported
from dialogs.figures.sums import Span, Sums, monday
from dialogs.incidents.incident import Incident
from dialogs.tickets.ticket import ENDED, State
from storage import incidents
from storage.reach import Reach, condition
from storage.schema import addend, figure_day, incident, ticket

By = Literal["category", "department"]
OPEN_STATES = [state.value for state in State if state not in ENDED]
# Days that a ticket has been open: from, to before; None: no end. Their keys are "0-1", "30-".
AGES: tuple[tuple[int, int | None], ...] = (
    *((0, 1), (1, 3), (3, 7), (7, 15), (15, 30)),
    (30, None),
)
MANY = 3000  # tickets behind a figure
MOST_INCIDENTS = 200  # of a span; a busy year has some dozens
NOW = ("open", "load")  # figures of this moment: by age, by who has the ticket
MEASURED = (
    *("filed", "topic", "channel", "mass", "repeat", "hurried", "raised", "severity"),
    *("province", "store", "upgraded", "outside", "spot", "valid", "appeal", "appealed"),
    *("followed", "warned", "declined", "paid"),
    *("ended", "life", "liability", "handled", "scored", "solved", "person", "surveyed"),
    *("clock", "answer", "offer", "granted", "reopened", "routing", "act", "call_back", "came"),
)

_SPAN = (
    figure_day.c.measure.in_(bindparam("measures", expanding=True)),
    figure_day.c.day >= bindparam("since"),
    figure_day.c.day <= bindparam("until"),
)
_VALUE = func.sum(figure_day.c.value)
FOUND = (
    select(incident.c.id)
    .where(incident.c.found_at >= bindparam("since"), incident.c.found_at < bindparam("until"))
    .order_by(incident.c.id.desc())
    .limit(MOST_INCIDENTS)
)
OPEN = select(ticket.c.opened_at, ticket.c.owner, ticket.c.department, ticket.c.category).where(
    ticket.c.state.in_(OPEN_STATES)
)


def totals(c: Connection, span: Span, measures: Collection[str]) -> Sums:
    """The sums of the whole span."""
    rows = _rows(c, span, measures)
    return Sums({(measure, key): int(value) for measure, key, value in rows})


def by(c: Connection, span: Span, measures: Collection[str], what: By) -> dict[str, Sums]:
    """The sums of each category or department that has any."""
    grouped: defaultdict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for measure, key, value, code in _rows(c, span, measures, figure_day.c[what]):
        grouped[code][measure, key] = int(value)
    return {code: Sums(values) for code, values in sorted(grouped.items())}


def by_week(c: Connection, span: Span, measures: Collection[str]) -> dict[date, Sums]:
    """The sums of every week that the span touches, by its Monday; only days of the span count."""
    grouped: dict[date, defaultdict[tuple[str, str], int]] = {
        week: defaultdict(int) for week in span.weeks
    }
    for measure, key, value, day in _rows(c, span, measures, figure_day.c.day):
        grouped[monday(day)][measure, key] += int(value)
    return {week: Sums(values) for week, values in grouped.items()}


def by_day(c: Connection, span: Span, measure: str, keys: Collection[str]) -> dict[date, int]:
    """How many of these keys each day of the span has; days without any are left out."""
    found: defaultdict[date, int] = defaultdict(int)
    for _, key, value, day in _rows(c, span, [measure], figure_day.c.day):
        if key in keys:
            found[day] += int(value)
    return dict(found)


def report(c: Connection, span: Span, satisfied_from: int) -> Report:
    """The report of a span; scores of `satisfied_from` and more count as satisfied."""
    return reported(
        span,
        totals(c, span, MEASURES),
        by_week(c, span, ["scored"]),
        len(open_now(c, span.category, span.department)),
        satisfied_from,
    )


@dataclass(frozen=True, slots=True)
class Open:
    """An open ticket, as far as it counts: since when, and who has it (0: nobody)."""

    since: datetime
    owner: int


def open_now(c: Connection, category: str = "", department: str = "") -> tuple[Open, ...]:
    """The tickets that are open, of that category and department ("": of any)."""
    return tuple(
        Open(row.opened_at, row.owner or 0)
        for row in c.execute(OPEN)
        if category in {"", row.category} and department in {"", row.department}
    )


def ages(these: Sequence[Open], now: datetime) -> dict[str, int]:
    """How many have been open how long, by the keys of AGES."""
    found = {_age(low, high): 0 for low, high in AGES}
    for one in these:
        days = (now - one.since) / timedelta(days=1)
        low, high = next((low, high) for low, high in AGES if high is None or days < high)
        found[_age(low, high)] += 1
    return found


def bounds(span: Span, zone: str) -> tuple[datetime, datetime]:
    """The first moment of the span, and the first after it."""
    first = datetime.combine(span.since, time(), ZoneInfo(zone))
    return first, datetime.combine(span.until + timedelta(days=1), time(), ZoneInfo(zone))


def incidents_found(c: Connection, span: Span, zone: str) -> list[Incident]:
    """The incidents that were found in the span, of its category and department, newest first."""
    first, end = bounds(span, zone)
    return [
        one
        for number in c.execute(FOUND, {"since": first, "until": end}).scalars().all()
        if (one := incidents.load(c, number)) is not None
        and (not span.category or span.category in one.categories)
        and span.department in {"", one.department}
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """Which tickets one figure is made of: a measure, its keys (() for all), and the span."""

    figure: str
    keys: tuple[str, ...]
    span: Span

    @classmethod
    def read(cls, said: Mapping[str, str]) -> "Behind | None":
        """From the words of an address: `figure`, `from`, `to`, `category`, `department`."""
        measure, _, keys = said.get("figure", "").partition(":")
        if measure not in (*MEASURED, *NOW):
            return None
        try:
            since = date.fromisoformat(said.get("from", "") or "2000-01-01")
            until = date.fromisoformat(said.get("to", "") or "2100-01-01")
        except ValueError:
            return None
        span = Span(
            since=since,
            until=until,
            category=said.get("category", ""),
            department=said.get("department", ""),
        )
        return cls(figure=measure, keys=tuple(one for one in keys.split(",") if one), span=span)

    def query(self) -> str:
        """Those words again."""
        figure = f"{self.figure}:{','.join(self.keys)}" if self.keys else self.figure
        said = {"figure": figure}
        if self.figure not in NOW:
            said |= {"from": f"{self.span.since}", "to": f"{self.span.until}"}
        said |= {"category": self.span.category, "department": self.span.department}
        return urlencode({name: value for name, value in said.items() if value})


def behind(c: Connection, wanted: Behind, now: datetime) -> ColumnElement[bool]:
    """Which rows of `ticket` the figure is made of; whoever lists them adds the reader's reach.

    Made to be read newest first: many tickets are looked for from the newest on, few are found
    before they are put in order.
    """
    if wanted.figure in NOW:
        return _open_condition(wanted, now)
    span, these = wanted.span, [addend.c.measure == wanted.figure]
    these += [addend.c.day >= span.since, addend.c.day <= span.until]
    if wanted.keys:
        these.append(addend.c.key.in_(wanted.keys))
    for name in ("category", "department"):
        if code := getattr(span, name):
            these.append(addend.c[name] == code)
    adds = totals(c, span, [wanted.figure]).total(wanted.figure, wanted.keys or None)
    if adds > MANY:
        return exists().where(addend.c.ticket == ticket.c.id, *these)
    return ticket.c.id.in_(select(addend.c.ticket).where(*these))


def listed(
    c: Connection, wanted: Behind, reach: Reach, now: datetime, places: range
) -> tuple[int, ...]:
    """The ids of the tickets that the figure is made of, at these places, newest first."""
    found = select(ticket.c.id).where(behind(c, wanted, now))
    seen = condition(reach)
    if seen is not None:
        found = found.where(seen)
    some = found.order_by(ticket.c.id.desc()).limit(len(places)).offset(places.start)
    return tuple(c.execute(some).scalars())


def _open_condition(wanted: Behind, now: datetime) -> ColumnElement[bool]:
    found: list[ColumnElement[bool]] = [ticket.c.state.in_(OPEN_STATES)]
    for name in ("category", "department"):
        if code := getattr(wanted.span, name):
            found.append(ticket.c[name] == code)
    key = wanted.keys[0] if wanted.keys else ""
    if wanted.figure == "load" and key.isdecimal():
        found.append(ticket.c.owner == int(key) if int(key) else ticket.c.owner.is_(None))
    for low, high in AGES if wanted.figure == "open" else ():
        if key == _age(low, high):
            found.append(ticket.c.opened_at <= now - timedelta(days=low))
            if high is not None:
                found.append(ticket.c.opened_at > now - timedelta(days=high))
    return and_(*found)


def _age(low: int, high: int | None) -> str:
    return f"{low}-{'' if high is None else high}"


def _rows(
    c: Connection, span: Span, measures: Collection[str], *more: ColumnElement[Any]
) -> Sequence[Any]:
    chosen = (figure_day.c.measure, figure_day.c.key)
    wanted = select(*chosen, _VALUE, *more).where(*_SPAN).group_by(*chosen, *more)
    for name in ("category", "department"):
        if code := getattr(span, name):
            wanted = wanted.where(figure_day.c[name] == code)
    values = {"measures": sorted(measures), "since": span.since, "until": span.until}
    return c.execute(wanted, values).all()
