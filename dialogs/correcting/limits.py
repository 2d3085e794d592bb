"""By when something is owed on a corrective action, and who is told when it is not there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.correcting.action import Corrective, Stage
from dialogs.house import House
from dialogs.tickets.calendar import calendar
from dialogs.tickets.ticket import Role, Task
from dialogs.values import replace

# Kinds of tasks; their words are the action's number.
WRITE, REVIEW, LATE, JUDGE = (
    "corrective_plan",
    "corrective_review",
    "corrective_late",
    "corrective_judge",
)
TASKS = (WRITE, REVIEW, LATE, JUDGE)
HALF = 2


@dataclass(frozen=True, slots=True)
class Limit:
    """What is asked of a role at a moment; `code`: by which it is known that it went off."""

    code: str
    at: datetime
    role: Role
    task: str
    due: datetime


@dataclass(frozen=True, slots=True)
class Fired:
    """The action after what was due, the tasks for staff, and whether it is to be counted now."""

    action: Corrective
    tasks: tuple[Task, ...] = ()
    count: bool = False


def working(since: datetime, days: int, house: House) -> datetime:
    """The end of the `days`-th working day after that of `since`."""
    return calendar("WD", house).end_of_day(since, days)[0]


def limits(action: Corrective, house: House) -> Iterator[Limit]:
    """What is still to come in this stage, in no order."""
    found = _owed(action, house)
    yield from (one for one in found if one.code not in action.fired)


def _owed(action: Corrective, house: House) -> Iterator[Limit]:
    rule, due = house.catalogue.corrective, action.limit
    if due is None:
        return
    mark = f"{action.stage}:{action.rounds}:{action.returns}:{due.isoformat()}"
    match action.stage:
        case Stage.OWED:
            half = due - (due - (action.planned_at or action.opened_at)) / HALF
            yield Limit(f"{mark}:half", half, Role.HANDLER, WRITE, due)
            yield Limit(mark, due, Role.SUPERVISOR, LATE, due)
            top = working(due, rule.late, house)
            yield Limit(f"{mark}:top", top, Role.DIRECTOR, LATE, due)
        case Stage.PLANNED:
            at = action.planned_at or action.opened_at
            yield Limit(f"{mark}:read", at, Role.SUPERVISOR, REVIEW, due)
            yield Limit(mark, due, Role.DIRECTOR, REVIEW, due)
        case Stage.RUNNING:
            yield Limit(f"{mark}:day", due - timedelta(days=1), Role.HANDLER, LATE, due)
            yield Limit(mark, due, Role.SUPERVISOR, LATE, due)
        case Stage.WATCHED:
            by = working(due, rule.judge, house)
            yield Limit(mark, due, Role.SUPERVISOR, JUDGE, by)
            yield Limit(f"{mark}:top", by, Role.DIRECTOR, JUDGE, by)


def timed(action: Corrective, house: House) -> Corrective:
    """The action with the moment at which it is to be looked at next."""
    upcoming = min((one.at for one in limits(action, house)), default=None)
    return replace(action, next_due=upcoming)


def fire(action: Corrective, house: House, now: datetime) -> Fired:
    """All that is due by `now`; of several to one role that one is told once."""
    due = sorted((one for one in limits(action, house) if one.at <= now), key=lambda one: one.at)
    if not due:
        return Fired(timed(action, house))
    wanted = {(one.task, one.role): one for one in due}
    tasks = tuple(
        Task(kind=kind, role=role, due=one.due, words=action.number)
        for (kind, role), one in wanted.items()
    )
    fired = (*action.fired, *(one.code for one in due))
    after = replace(action, revision=action.revision + 1, fired=fired)
    count = action.stage is Stage.WATCHED and action.recurred is None
    return Fired(timed(after, house), tasks, count)
