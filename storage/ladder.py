"""The ladder of reminders to staff, kept from becoming a flood (`[ladder]` of the catalogue).

What is asked of a role about a ticket once more is the same task in the newer words. Of deadlines
a role is told so many an hour one by one; the rest of that hour is gathered into one number.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    false,
    func,
    or_,
    select,
    true,
    update,
)

from dialogs.tickets.ticket import Role, Task
from storage import tasks
from storage.hot import Hot
from storage.reach import EVERYTHING, Reach, condition
from storage.schema import TOLD, task, ticket
from storage.tasks import OPEN, Todo, todo

DEADLINE = "deadline"  # a step of the ladder: a limit comes near, or is over
ASKED = frozenset({"approve", "approve_offer"})  # each is a decision of its own
STANDING = frozenset({"remind"})  # while it is open, asking again asks for nothing more
HOUR = timedelta(hours=1)
EVER = datetime(1970, 1, 1, tzinfo=UTC)
HANDLERS = (Role.AGENT, Role.HANDLER)

SAME = Hot(
    select(func.max(task.c.id)).where(
        OPEN,
        task.c.ticket == bindparam("this"),
        task.c.kind == bindparam("wanted"),
        task.c.role == bindparam("whose"),
        task.c.created_at > bindparam("since"),
    )
)
AGAIN = (
    update(task)
    .where(task.c.id == bindparam("this"))
    .values(due_at=bindparam("due"), words=bindparam("said"), count=task.c.count + 1)
)
COUNT = update(task).where(task.c.id == bindparam("this")).values(count=task.c.count + 1)
GATHER = update(task).where(task.c.id == bindparam("this")).values(gathered=True)
TOLD_SINCE = (
    select(task.c.id)
    .where(TOLD, task.c.role == bindparam("whose"), task.c.created_at > bindparam("since"))
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Pace:
    """Within `cool_down` a thing is asked once; `an_hour` deadlines are told one by one.

    Zero is no limit.
    """

    cool_down: timedelta
    an_hour: int


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose deadlines: those of a role, a staff id, a department ("" for all of them).

    `reach`: of which provinces. `others`: staff ids of those for whom this person answers, since
    they are away. `nobody`: of those for whom nobody does, so that the leads do.
    """

    role: Role
    staff: int
    department: str
    reach: Reach = EVERYTHING
    others: tuple[int, ...] = ()
    nobody: tuple[int, ...] = ()


def ask(c: Connection, new: Task, about: tuple[int, int], now: datetime, pace: Pace) -> int:
    """Staff must do this `about` a ticket and its chat (their ids); returns the task's id."""
    of, chat = about
    since = EVER if new.kind in STANDING else now - pace.cool_down
    same = _same(c, new, of, since) if new.kind not in ASKED else None
    if same is not None and new.kind in STANDING:
        c.execute(COUNT, {"this": same})  # whoever asks twice does not wait longer
        return same
    if same is not None:
        c.execute(AGAIN, {"this": same, "due": new.due, "said": new.words})
        return same
    full = new.kind == DEADLINE and _full(c, new.role, pace.an_hour, now)
    made = tasks.add(c, new, of, chat, now)
    if full:
        c.execute(GATHER, {"this": made})
    return made


def over(c: Connection, of: int, rules: Collection[str], now: datetime) -> None:
    """The limits of these rules hold no longer on this ticket: nobody needs to look at them."""
    for one in tasks.of_ticket(c, of):
        if one.done_at is None and one.task.kind == DEADLINE and one.task.words in rules:
            tasks.done(c, one.id, None, now)


def told(c: Connection, whose: Whose, limit: int, *, gathered: bool = False) -> tuple[Todo, ...]:
    """The deadlines that this person is told of one by one, or those that are `gathered`."""
    found = _deadlines(whose, gathered=gathered).order_by(task.c.due_at, task.c.id).limit(limit)
    return tuple(todo(row) for row in c.execute(found).mappings())


def gathered(c: Connection, whose: Whose) -> int:
    """How many deadlines are not told one by one."""
    found = _deadlines(whose, gathered=True).subquery()
    number: int = c.execute(select(func.count()).select_from(found)).scalar_one()
    return number


def _same(c: Connection, new: Task, of: int, since: datetime) -> int | None:
    """The open task that asks for the same since then."""
    row = {"this": of, "wanted": new.kind, "whose": new.role.value, "since": since}
    found: int | None = SAME.scalar(c, row)
    return found


def _full(c: Connection, role: Role, most: int, now: datetime) -> bool:
    """Whether the role was told of as many deadlines in the last hour as it may be."""
    if not most:
        return False
    row = {"whose": role.value, "since": now - HOUR, "most": most}
    return len(c.execute(TOLD_SINCE, row).all()) >= most


def _deadlines(whose: Whose, *, gathered: bool) -> Select[tuple[object, ...]]:
    """An owner's own and those nobody has; of leads those of their own level.

    Of owners who are away those of whom this person answers for, and of all for whom nobody does
    where it is a lead.
    """
    near = ticket.c.department == whose.department if whose.department else true()
    handling = task.c.role.in_([role.value for role in HANDLERS])
    theirs = ticket.c.owner.in_((whose.staff, *whose.others))
    if whose.role in HANDLERS:
        mine: ColumnElement[bool] = handling & or_(theirs, ticket.c.owner.is_(None) & near)
    else:
        left = ticket.c.owner.in_(whose.nobody) if whose.role is Role.SUPERVISOR else false()
        kept = handling & or_(ticket.c.owner.in_(whose.others), left & near)
        mine = or_((task.c.role == whose.role.value) & near, kept)
    wanted: list[ColumnElement[bool]] = [
        OPEN,
        task.c.kind == DEADLINE,
        task.c.gathered.is_(gathered),
        mine,
    ]
    seen = condition(whose.reach)
    if seen is not None:
        wanted.append(seen)
    return select(*task.c).join(ticket, ticket.c.id == task.c.ticket).where(*wanted)
