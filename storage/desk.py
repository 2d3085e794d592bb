"""The desk's queue: tickets as lines, the one whose time runs out first on top."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Select, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from dialogs.tickets.ticket import ENDED, State
from storage.reach import EVERYTHING, Reach, condition
from storage.schema import clock, ticket
from storage.schema import staff as people


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which tickets to show; "" and () mean any.

    `owner`: a staff id, 0 for tickets that nobody has, None for any. `search` looks in numbers
    and stories. `clocks` are the rules that count as deadlines; () counts all. `newest`: the
    newest first, whatever time is left. `reach`: what the one who looks may see.
    """

    department: str = ""
    states: tuple[State, ...] = ()
    owner: int | None = None
    category: str = ""
    search: str = ""
    ended: bool = False
    clocks: tuple[str, ...] = ()
    newest: bool = False
    reach: Reach = EVERYTHING
    incident: int = 0  # only tickets of this one


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One ticket in the queue; `left` until its next deadline, negative when it is past."""

    id: int
    number: str
    revision: int
    state: State
    category: str
    subtype: str
    department: str
    owner: int
    owner_name: str
    level: int
    province: str
    language: str
    story: str
    opened_at: datetime
    due: datetime | None
    left: timedelta | None


def queue(c: Connection, wanted: Filter, now: datetime, limit: int) -> tuple[Line, ...]:
    """The tickets that fit, the one with the least time left first, those without a clock last."""
    return tuple(
        Line(
            id=row["id"],
            number=row["number"],
            revision=row["revision"],
            state=State(row["state"]),
            category=row["category"],
            subtype=row["subtype"],
            department=row["department"],
            owner=row["owner"] or 0,
            owner_name=row["owner_name"] or "",
            level=row["level"],
            province=row["province"],
            language=row["language"],
            story=row["story"],
            opened_at=row["opened_at"],
            due=row["due"],
            left=row["due"] and row["due"] - now,
        )
        for row in c.execute(_statement(wanted).limit(limit)).mappings()
    )


def count(c: Connection, wanted: Filter, before: datetime | None = None) -> int:
    """How many tickets fit; with `before` only those whose next deadline is earlier."""
    conditions = _conditions(wanted)
    if before is not None:
        conditions.append(_due(wanted.clocks) < before)
    counted = select(func.count()).select_from(ticket).where(*conditions)
    number: int = c.execute(counted).scalar_one()
    return number


def _statement(wanted: Filter) -> Select[tuple[object, ...]]:
    due = _due(wanted.clocks).label("due")
    columns = [one for one in ticket.columns if one.name not in {"body", "personal"}]
    return (
        select(*columns, people.c.name.label("owner_name"), due)
        .join(people, people.c.id == ticket.c.owner, isouter=True)
        .where(*_conditions(wanted))
        .order_by(*((ticket.c.id.desc(),) if wanted.newest else (due.is_(None), due, ticket.c.id)))
    )


def _due(rules: tuple[str, ...]) -> ColumnElement[datetime]:
    running = [clock.c.ticket == ticket.c.id, clock.c.stopped.is_(None), clock.c.paused.is_(None)]
    if rules:
        running.append(clock.c.rule.in_(rules))
    least = func.min(clock.c.due, type_=clock.c.due.type)
    return select(least).where(*running).correlate(ticket).scalar_subquery()


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    seen = condition(wanted.reach)
    if seen is not None:
        conditions.append(seen)
    if wanted.states:
        conditions.append(ticket.c.state.in_([state.value for state in wanted.states]))
    elif not wanted.ended:
        conditions.append(ticket.c.state.not_in([state.value for state in sorted(ENDED)]))
    if wanted.department:
        conditions.append(ticket.c.department == wanted.department)
    if wanted.incident:
        conditions.append(ticket.c.incident == wanted.incident)
    if wanted.category:
        conditions.append(ticket.c.category == wanted.category)
    if wanted.owner is not None:
        mine = ticket.c.owner == wanted.owner if wanted.owner else ticket.c.owner.is_(None)
        conditions.append(mine)
    if wanted.search:
        found = (ticket.c.story, ticket.c.number)
        conditions.append(or_(*(one.icontains(wanted.search, autoescape=True) for one in found)))
    return conditions
