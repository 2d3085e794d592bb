"""When something is next due: what a ticker may sleep until."""

from datetime import datetime

from sqlalchemy import Connection, func, select, union_all

from storage.schema import notice_held, session, task, ticket
from storage.tasks import UNTOLD

_EVERY = union_all(
    select(func.min(ticket.c.next_due).label("at")),
    select(func.min(session.c.due_at).label("at")),
    select(func.min(notice_held.c.due_at).label("at")),
    select(func.min(task.c.due_at).label("at")).where(UNTOLD),
).subquery()
NEXT = select(func.min(_EVERY.c.at))


def next_due(c: Connection) -> datetime | None:
    """The earliest moment at which a ticket, dialog, held notice or call for a person is due."""
    at: datetime | None = c.execute(NEXT).scalar()
    return at
