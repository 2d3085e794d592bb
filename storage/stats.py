"""The counts that `redress stats` prints (DESIGN §3)."""

from sqlalchemy import Connection, func, select

from storage import contacts, inbox, outcomes, sessions, surveys
from storage.schema import ticket

_SHOWN = ticket.c.body["repeat_shown"].as_boolean()
LINKED = select(func.count(), func.count().filter(_SHOWN)).where(ticket.c.repeat_of.is_not(None))
BY_STATE = select(ticket.c.state, func.count()).group_by(ticket.c.state).order_by(ticket.c.state)


def counts(c: Connection) -> dict[str, object]:
    """`tickets` by state, `events`, `outbox`, `sessions` (dialogs in progress), `surveys`;
    `contacts` without a ticket, by kind and by how they ended; `repeats` (tickets linked to an
    earlier one, and those whose subscriber knows of it)."""
    linked, shown = c.execute(LINKED).one()
    return {
        "tickets": dict(c.execute(BY_STATE).all()),
        "events": inbox.counts(c),
        "outbox": outcomes.counts(c),
        "sessions": sessions.active(c),
        "surveys": surveys.counts(c),
        "contacts": contacts.counts(c),
        "repeats": {"linked": linked, "shown": shown},
    }
