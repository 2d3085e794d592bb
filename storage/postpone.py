"""What failed when it was due is looked at again later, and holds nobody up meanwhile."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, Update, bindparam, update

from storage.schema import notice_held, session, task, ticket
from storage.tasks import CALL, OPEN

LATER: Mapping[str, Update] = {
    "ticket": update(ticket)
    .where(ticket.c.id == bindparam("this"))
    .values(next_due=bindparam("at")),
    "held": update(notice_held)
    .where(notice_held.c.chat == bindparam("this"))
    .values(due_at=bindparam("at")),
    "dialog": update(session)
    .where(session.c.chat == bindparam("this"))
    .values(due_at=bindparam("at")),
    "call": update(task)
    .where(task.c.chat == bindparam("this"), task.c.kind == CALL, OPEN)
    .values(due_at=bindparam("at")),
}


def postpone(c: Connection, kind: str, this: int, at: datetime) -> None:
    """Wake it again then: a "ticket"; a chat's "held" notices, "dialog", "call" for a person."""
    c.execute(LATER[kind], {"this": this, "at": at})
