"""What follows from other rows, made anew from them where it does not agree: `doctor --mend`."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select, update

from dialogs.tickets.ticket import Role, Task
from storage import outbox, tasks
from storage.depth import OPEN_STATES
from storage.schema import OWED, chat_queue, clock, ticket
from storage.schema import outbox as rows

UNSAID = {"silence unsaid": "unreachable", "loss unsaid": "delivery"}  # the task that says it
CALL_WITHIN = timedelta(days=1)  # as when a person blocks us

_next = (
    select(func.min(clock.c.next, type_=clock.c.next.type))
    .where(clock.c.ticket == ticket.c.id)
    .correlate(ticket)
    .scalar_subquery()
)
ARM = update(ticket).where(ticket.c.id == bindparam("this")).values(next_due=_next)
URGENT = select(func.min(rows.c.priority)).where(rows.c.chat == bindparam("this"), OWED)
_owes = select(rows.c.id).where(rows.c.chat == chat_queue.c.chat, OWED).exists()
EMPTY = update(chat_queue).where(chat_queue.c.chat == bindparam("this"), ~_owes).values(due=None)
OPEN_ONE = select(func.max(ticket.c.id)).where(
    ticket.c.chat == bindparam("this"), ticket.c.state.in_(OPEN_STATES)
)


def mend(c: Connection, faults: Mapping[str, Sequence[object]], now: datetime) -> int:
    """Make anew what soundness found not to agree; returns how much. Each is looked at again."""
    arms = [*faults.get("clock unarmed", ()), *faults.get("clock apart", ())]
    for one in arms:
        c.execute(ARM, {"this": one})
    lines = faults.get("line missing", ())
    for one in lines:
        _stand(c, one, now)
    empty = faults.get("line empty", ())
    for one in empty:
        c.execute(EMPTY, {"this": one})
    unsaid = [(chat, kind) for look, kind in UNSAID.items() for chat in faults.get(look, ())]
    for one, kind in unsaid:
        _say(c, one, kind, now)
    return len(arms) + len(lines) + len(empty) + len(unsaid)


def _stand(c: Connection, chat: object, now: datetime) -> None:
    """The chat is in line again for what it is owed."""
    priority = c.execute(URGENT, {"this": chat}).scalar()
    if priority is not None and isinstance(chat, int):
        outbox.wake(c, chat, priority, now)


def _say(c: Connection, chat: object, kind: str, now: datetime) -> None:
    """Staff are told of a person who cannot be reached, or of a message that was given up."""
    if isinstance(chat, int):
        number = c.execute(OPEN_ONE, {"this": chat}).scalar()
        task = Task(kind=kind, role=Role.AGENT, due=now + CALL_WITHIN)
        tasks.add(c, task, number, chat, now)
