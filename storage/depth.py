"""How much waits and since when: the figures of one moment, each read along an index.

Nothing here grows with what is done: sent messages, handled events and ended tickets cost nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, case, exists, func, select, text

from dialogs.tickets.ticket import ENDED, State
from storage.outbox import ANSWER, BROADCAST, NOTICE
from storage.schema import (
    DUE,
    FAILED,
    OWED,
    PARKED,
    chat_queue,
    inbox,
    lease,
    notice_held,
    outbox,
    session,
    task,
    ticket,
)

PRIORITIES: Mapping[int, str] = {ANSWER: "answer", NOTICE: "notice", BROADCAST: "broadcast"}
OPEN_STATES = tuple(state.value for state in State if state not in ENDED)
OPEN = text("inbox.state <> 'handled'")  # as the index has it, or SQLite does not use it


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits in one line: how many, and since when the first of it may go (None: nothing)."""

    length: int = 0
    oldest: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Depth:
    """All that waits. `outbox` by priority, without chats that cannot be reached.

    `unknown` and `failed` are rows of the outbox, `unreachable` chats that are owed something,
    `sending` chats by who sends to them now. `due` is the earliest moment by kind of clock,
    `leases` until when by name. `tickets` open by state, `tasks` to be done by kind.
    """

    outbox: Mapping[str, Queue]
    unknown: int
    failed: int
    unreachable: int
    sending: Mapping[str, int]
    inbox: Queue
    parked: int
    due: Mapping[str, datetime | None]
    leases: Mapping[str, datetime]
    tickets: Mapping[str, int]
    tasks: Mapping[str, int]


_owes = exists().where(outbox.c.chat == chat_queue.c.chat, OWED).correlate(chat_queue)
LINES = (
    select(
        outbox.c.priority,
        func.count(),
        func.min(outbox.c.not_before, type_=outbox.c.not_before.type),
        func.sum(case((outbox.c.state == "unknown", 1), else_=0)),
    )
    .select_from(chat_queue)
    .join(outbox, outbox.c.chat == chat_queue.c.chat)
    .where(~chat_queue.c.parked, OWED)
    .group_by(outbox.c.priority)
)
UNREACHABLE = select(func.count()).select_from(chat_queue).where(PARKED, _owes)
GIVEN_UP = select(func.count()).select_from(outbox).where(FAILED)
SENDING = (
    select(chat_queue.c.owner, func.count())
    .where(DUE, chat_queue.c.lease_until > bindparam("now"))
    .group_by(chat_queue.c.owner)
)
EVENTS = (
    select(
        inbox.c.state,
        func.count(),
        func.min(inbox.c.received_at, type_=inbox.c.received_at.type),
    )
    .where(OPEN)
    .group_by(inbox.c.state)
)
EARLIEST = {
    "ticket": select(func.min(ticket.c.next_due, type_=ticket.c.next_due.type)),
    "dialog": select(func.min(session.c.due_at, type_=session.c.due_at.type)),
    "held": select(func.min(notice_held.c.due_at, type_=notice_held.c.due_at.type)),
}
LEASES = select(lease.c.name, lease.c.until)
TICKETS = (
    select(ticket.c.state, func.count())
    .where(ticket.c.state.in_(OPEN_STATES))
    .group_by(ticket.c.state)
)
TASKS = select(task.c.kind, func.count()).where(task.c.done_at.is_(None)).group_by(task.c.kind)


def depth(c: Connection, now: datetime) -> Depth:
    """The figures of this moment, in the reader's own transaction."""
    lines = {PRIORITIES.get(row[0], "answer"): row for row in c.execute(LINES)}
    events = {row[0]: Queue(row[1], row[2]) for row in c.execute(EVENTS)}
    return Depth(
        outbox={
            name: Queue(lines[name][1], lines[name][2]) if name in lines else Queue()
            for name in PRIORITIES.values()
        },
        unknown=sum(int(row[3]) for row in lines.values()),
        failed=c.execute(GIVEN_UP).scalar_one(),
        unreachable=c.execute(UNREACHABLE).scalar_one(),
        sending=dict(c.execute(SENDING, {"now": now}).all()),
        inbox=events.get("received", Queue()),
        parked=events.get("parked", Queue()).length,
        due={kind: c.execute(statement).scalar() for kind, statement in EARLIEST.items()},
        leases=dict(c.execute(LEASES).all()),
        tickets=dict(c.execute(TICKETS).all()),
        tasks=dict(c.execute(TASKS).all()),
    )
