"""The desk's queue: which tickets stand in which tab, in their order, and how many there are.

Nothing here reads all tickets: what is open stands in an index of its own, and so do the clocks
that run and what has ended.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias

from sqlalchemy import Connection, Select, Subquery, and_, case, func, select, true
from sqlalchemy.sql.elements import ColumnElement

from dialogs.tickets.approving import TASK as ALLOW
from dialogs.tickets.ticket import State
from storage.reach import EVERYTHING, Reach, condition
from storage.schema import NOT_ENDED, OVER, chat, clock, task, ticket
from storage.tasks import CALL, OPEN, WAITS

Tab: TypeAlias = Literal[
    "mine",
    "unclaimed",
    "open",
    "waiting",
    "due",
    "breached",
    "callback",
    "handover",
    "approval",
    "parked",
    "ended",
]
Sort: TypeAlias = Literal["left", "newest", "oldest", "level"]
SORTS: tuple[Sort, ...] = ("left", "newest", "oldest", "level")
WAITING = (State.AWAITING_USER, State.PROPOSED, State.AWAITING_CONFIRM)
SOON = timedelta(hours=24)
OF_STATE: tuple[Tab, ...] = ("mine", "unclaimed", "open", "waiting", "due", "breached", "parked")
# Tabs of tickets about which something is to be done, by the kinds of task that say so; whether or
# not they have ended.
TASKS: dict[Tab, tuple[str, ...]] = {
    "callback": ("low_score", "survey_call"),
    "handover": (CALL, WAITS, "call_back"),
    "approval": ("approve", ALLOW),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which tickets to show; "", 0 and () mean any.

    `owner`: a staff id, 0 for tickets that nobody has, None for any. `clocks` are the rules that
    count as deadlines; () counts all. `reach`: what the one who looks may see. `only`: none but
    these ids. `ended`: those too that have ended.
    """

    department: str = ""
    states: tuple[State, ...] = ()
    owner: int | None = None
    category: str = ""
    channel: str = ""
    language: str = ""
    level: int = 0
    clocks: tuple[str, ...] = ()
    reach: Reach = EVERYTHING
    incident: int = 0  # only tickets of this one
    only: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Looking:
    """Who looks, at what moment: for the tabs that depend on it."""

    staff: int
    now: datetime


def page(  # noqa: PLR0913, PLR0917
    c: Connection, tab: Tab, wanted: Filter, by: Looking, sort: Sort, places: range
) -> tuple[int, ...]:
    """The ids of the tickets that stand in the tab at these places, in this order."""
    statement = _ended(wanted, sort) if tab == "ended" else _running(tab, wanted, by, sort)
    limited = statement.limit(len(places)).offset(places.start)
    return tuple(c.execute(limited).scalars())


def counts(c: Connection, wanted: Filter, by: Looking) -> dict[Tab, int]:
    """How many tickets stand in each tab but that of what has ended, which nobody counts."""
    dues = _dues(wanted.clocks)
    asked = [and_(true(), *_of_tab(tab, by, dues)) for tab in OF_STATE]
    summed = [func.coalesce(func.sum(case((one, 1), else_=0)), 0) for one in asked]
    statement = (
        select(*summed)
        .select_from(ticket.outerjoin(dues, dues.c.ticket == ticket.c.id))
        .where(NOT_ENDED, *conditions(wanted))
    )
    found: dict[Tab, int] = dict(zip(OF_STATE, map(int, c.execute(statement).one()), strict=True))
    about = (
        select(func.count(task.c.ticket.distinct()))
        .join(ticket, ticket.c.id == task.c.ticket)
        .where(OPEN, *conditions(wanted))
    )
    for tab, kinds in TASKS.items():
        found[tab] = c.execute(about.where(task.c.kind.in_(kinds))).scalar_one()
    return found


def conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    """What the filter asks of a row of `ticket`."""
    found: list[ColumnElement[bool]] = []
    if (seen := condition(wanted.reach)) is not None:
        found.append(seen)
    if wanted.states:
        found.append(ticket.c.state.in_([state.value for state in wanted.states]))
    for column, value in (
        (ticket.c.department, wanted.department),
        (ticket.c.category, wanted.category),
        (ticket.c.language, wanted.language),
        (ticket.c.level, wanted.level),
        (ticket.c.incident, wanted.incident),
    ):
        if value:
            found.append(column == value)
    if wanted.owner is not None:
        found.append(_owned(wanted.owner))
    if wanted.channel:
        there = select(chat.c.id).where(chat.c.id == ticket.c.chat)
        found.append(there.where(chat.c.channel == wanted.channel).correlate(ticket).exists())
    if wanted.only is not None:
        found.append(ticket.c.id.in_(wanted.only))
    return found


def _owned(owner: int) -> ColumnElement[bool]:
    return ticket.c.owner == owner if owner else ticket.c.owner.is_(None)


def _ended(wanted: Filter, sort: Sort) -> Select[int]:
    """By when they were filed, whatever else is asked for: no limit runs any more."""
    order = ticket.c.id if sort == "oldest" else ticket.c.id.desc()
    found = select(ticket.c.id).where(OVER, *conditions(wanted)).order_by(order)
    return found.with_hint(ticket, "INDEXED BY ix_ticket_over", "sqlite")


def _running(tab: Tab, wanted: Filter, by: Looking, sort: Sort) -> Select[int]:
    dues = _dues(wanted.clocks)
    joined = ticket.outerjoin(dues, dues.c.ticket == ticket.c.id)
    return (
        select(ticket.c.id)
        .select_from(joined)
        .where(*([] if tab in TASKS else [NOT_ENDED]), *_of_tab(tab, by, dues))
        .where(*conditions(wanted))
        .order_by(*_order(sort, dues))
    )


def _order(sort: Sort, dues: Subquery) -> Sequence[ColumnElement[Any]]:
    due = (dues.c.due.is_(None), dues.c.due, ticket.c.id)
    match sort:
        case "newest":
            return (ticket.c.id.desc(),)
        case "oldest":
            return (ticket.c.id,)
        case "level":
            return (ticket.c.level.desc(), *due)
        case "left":
            return due


def _of_tab(tab: Tab, by: Looking, dues: Subquery) -> list[ColumnElement[bool]]:
    match tab:
        case "mine":
            return [_owned(by.staff)]
        case "unclaimed":
            return [_owned(0)]
        case "waiting":
            return [ticket.c.state.in_([state.value for state in WAITING])]
        case "due":
            return [dues.c.due >= by.now, dues.c.due < by.now + SOON]
        case "breached":
            return [dues.c.due < by.now]
        case "parked":
            return [ticket.c.state == State.ON_HOLD.value]
        case "callback" | "handover" | "approval":
            asked = select(task.c.ticket).where(OPEN, task.c.kind.in_(TASKS[tab]))
            return [ticket.c.id.in_(asked.where(task.c.ticket.is_not(None)))]
        case "open" | "ended":
            return []


def _dues(rules: Collection[str]) -> Subquery:
    """The next deadline of each ticket that has one: of the clocks that run and are not paused."""
    running = [clock.c.stopped.is_(None), clock.c.paused.is_(None)]
    if rules:
        running.append(clock.c.rule.in_(rules))
    least = func.min(clock.c.due, type_=clock.c.due.type).label("due")
    return select(clock.c.ticket, least).where(*running).group_by(clock.c.ticket).subquery("dues")
