"""When something is next due: what a ticker may sleep until."""

from datetime import datetime

from sqlalchemy import Connection, func, select, union_all

from storage.schema import broadcast, incident, notice_held, session, task, ticket
from storage.tasks import UNTOLD

_EVERY = union_all(
    select(func.min(ticket.c.next_due).label("at")),
    select(func.min(session.c.due_at).label("at")),
    select(func.min(notice_held.c.due_at).label("at")),
    select(func.min(task.c.due_at).label("at")).where(UNTOLD),
    select(func.min(incident.c.next_due).label("at")),
    select(func.min(broadcast.c.at).label("at")).where(broadcast.c.finished_at.is_(None)),
).subquery()
NEXT = select(func.min(_EVERY.c.at))


def next_due(c: Connection) -> datetime | None:
    """The earliest moment at which something is due, None when nothing is.

    A ticket, a dialog, a held notice, a call for a person, an incident; and a word to many that is
    under way, since it began.
    """
    at: datetime | None = c.execute(NEXT).scalar()
    return at
