"""What a person of the staff must do: call back, look at a low score, join a chat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, and_, bindparam, exists, func, or_, select, update

from dialogs.tickets.ticket import Role, Task
from storage.hot import Hot
from storage.inserts import numbered
from storage.reach import Reach, condition
from storage.schema import task, ticket

CALL = "human"  # somebody asked for a person
WAITS = "waits"  # and nobody came in time
OPEN = task.c.done_at.is_(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """A task as it stands: with its id, what it is about, and who did it when."""

    id: int
    task: Task
    ticket: int | None
    chat: int | None
    created_at: datetime
    done_at: datetime | None = None
    by: int | None = None
    count: int = 1  # how often it was asked for
    gathered: bool = False  # one of many at once: told as a number


ADD = Hot(
    numbered(task),
    ("kind", "role", "ticket", "chat", "due_at", "words", "created_at", "count", "gathered"),
)
LIST = select(task).where(OPEN).order_by(task.c.due_at, task.c.id).limit(bindparam("most"))
OF_KINDS = (
    select(task)
    .where(OPEN, task.c.kind.in_(bindparam("kinds", expanding=True)))
    .order_by(task.c.due_at, task.c.id)
    .limit(bindparam("most"))
)
EVER = (
    select(task)
    .where(task.c.ticket.is_(None), task.c.kind.in_(bindparam("kinds", expanding=True)))
    .order_by(task.c.id)
)
ONE = select(task).where(task.c.id == bindparam("this"))
OF_TICKET = select(task).where(task.c.ticket == bindparam("this")).order_by(task.c.id)
OF_CHAT = Hot(
    select(func.min(task.c.id)).where(
        OPEN, task.c.chat == bindparam("this"), task.c.kind == bindparam("wanted")
    )
)
BEFORE = (
    select(func.count())
    .select_from(task)
    .where(OPEN, task.c.kind == bindparam("wanted"), task.c.id < bindparam("mine"))
)
WAITING = select(func.count()).select_from(task).where(OPEN, task.c.kind == bindparam("wanted"))
_told = task.alias()
UNTOLD = and_(
    OPEN,
    task.c.kind == CALL,
    ~exists().where(
        _told.c.chat == task.c.chat,
        _told.c.kind == WAITS,
        _told.c.created_at >= task.c.created_at,
    ),
)
WAITED = (
    select(task.c.chat)
    .where(UNTOLD, task.c.due_at <= bindparam("at"))
    .order_by(task.c.due_at)
    .limit(bindparam("most"))
)
DONE = (
    update(task)
    .where(task.c.id == bindparam("this"), OPEN)
    .values(done_at=bindparam("at"), by=bindparam("who"))
)
DONE_FOR_CHAT = (
    update(task)
    .where(task.c.chat == bindparam("this"), task.c.kind == bindparam("wanted"), OPEN)
    .values(done_at=bindparam("at"), by=bindparam("who"))
)
DONE_FOR_TICKET = (
    update(task)
    .where(
        task.c.ticket == bindparam("this"),
        task.c.kind.in_(bindparam("kinds", expanding=True)),
        OPEN,
    )
    .values(done_at=bindparam("at"), by=bindparam("who"))
)


def add(c: Connection, new: Task, ticket: int | None, chat: int | None, now: datetime) -> int:
    """Somebody must do this; returns the task's id."""
    row = {
        "kind": new.kind,
        "role": new.role.value,
        "ticket": ticket,
        "chat": chat,
        "due_at": new.due,
        "words": new.words,
        "created_at": now,
        "count": 1,
        "gathered": False,
    }
    return ADD.add(c, row)


def open_ones(c: Connection, limit: int) -> tuple[Todo, ...]:
    """What is to be done, the most urgent first."""
    return tuple(todo(row) for row in c.execute(LIST, {"most": limit}).mappings())


def ever(c: Connection, kinds: Sequence[str]) -> tuple[Todo, ...]:
    """All of these kinds that are about no ticket, done or not, oldest first."""
    return tuple(todo(row) for row in c.execute(EVER, {"kinds": list(kinds)}).mappings())


def of_kinds(
    c: Connection, kinds: Sequence[str], limit: int, reach: Reach | None = None
) -> tuple[Todo, ...]:
    """What of these kinds is to be done within `reach`, the most urgent first."""
    wanted, statement = {"kinds": list(kinds), "most": limit}, OF_KINDS
    seen = condition(reach) if reach else None
    if seen is not None:
        about = task.c.ticket.in_(select(ticket.c.id).where(seen))
        statement = OF_KINDS.where(or_(task.c.ticket.is_(None), about))
    return tuple(todo(row) for row in c.execute(statement, wanted).mappings())


def load(c: Connection, task_id: int) -> Todo | None:
    """The task of this id, None if there is none."""
    row = c.execute(ONE, {"this": task_id}).mappings().first()
    return None if row is None else todo(row)


def of_ticket(c: Connection, ticket: int) -> tuple[Todo, ...]:
    """All tasks about a ticket, done or not, oldest first."""
    return tuple(todo(row) for row in c.execute(OF_TICKET, {"this": ticket}).mappings())


def place(c: Connection, chat: int, kind: str) -> int | None:
    """How many open tasks of this kind come before the chat's own; None if it has none."""
    mine = OF_CHAT.scalar(c, {"this": chat, "wanted": kind})
    if mine is None:
        return None
    ahead: int = c.execute(BEFORE, {"wanted": kind, "mine": mine}).scalar_one()
    return ahead


def waited(c: Connection, now: datetime, limit: int) -> tuple[int, ...]:
    """The chats of those to whom nobody came in time, and nobody was told of it yet."""
    return tuple(c.execute(WAITED, {"at": now, "most": limit}).scalars())


def waiting(c: Connection, kind: str) -> int:
    """How many open tasks of this kind there are."""
    count: int = c.execute(WAITING, {"wanted": kind}).scalar_one()
    return count


def done(c: Connection, task_id: int, staff: int | None, now: datetime) -> bool:
    """It was done by this person (None: by the course of things); False if it was done before."""
    return c.execute(DONE, {"this": task_id, "at": now, "who": staff}).rowcount == 1


def done_for_chat(c: Connection, chat: int, kind: str, staff: int | None, now: datetime) -> int:
    """All open tasks of this kind about the chat were done; returns how many."""
    values = {"this": chat, "wanted": kind, "at": now, "who": staff}
    return c.execute(DONE_FOR_CHAT, values).rowcount


def done_for_ticket(
    c: Connection, ticket: int, kinds: Sequence[str], staff: int | None, now: datetime
) -> int:
    """All open tasks of these kinds about the ticket were done; returns how many."""
    values = {"this": ticket, "kinds": list(kinds), "at": now, "who": staff}
    return c.execute(DONE_FOR_TICKET, values).rowcount


def todo(row: RowMapping) -> Todo:
    """The task that this row holds."""
    return Todo(
        id=row["id"],
        task=Task(kind=row["kind"], role=Role(row["role"]), due=row["due_at"], words=row["words"]),
        ticket=row["ticket"],
        chat=row["chat"],
        created_at=row["created_at"],
        done_at=row["done_at"],
        by=row["by"],
        count=row["count"],
        gathered=row["gathered"],
    )
