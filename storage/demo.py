"""The demo's people and tickets: told by their channel, and removable without a trace."""

from sqlalchemy import Connection, Delete, delete, func, select

from storage import retention, settings
from storage.schema import (
    attachment,
    chat,
    chat_queue,
    contact,
    desk_session,
    digest,
    inbox,
    message,
    metadata,
    outbox,
    service_number,
    session,
    sign_in,
    staff,
    subscriber,
    task,
    ticket,
    verification,
)

CHANNEL = "demo"
STAFF = "demo.staff"

COUNT = (
    select(func.count())
    .select_from(ticket)
    .join(chat, chat.c.id == ticket.c.chat)
    .where(chat.c.channel == CHANNEL)
)
SOME = select(chat.c.id, chat.c.subscriber).where(chat.c.channel == CHANNEL)


def count(c: Connection) -> int:
    """How many tickets of the demo there are."""
    found: int = c.execute(COUNT).scalar_one()
    return found


def employ(c: Connection, people: list[int]) -> None:
    """These people of the staff are the demo's."""
    settings.write(c, STAFF, list(people))


def employed(c: Connection) -> list[int]:
    """The ids of the demo's people of the staff."""
    found = settings.read(c, STAFF)
    return [one for one in found if isinstance(one, int)] if isinstance(found, list) else []


def clear(c: Connection, limit: int) -> int:
    """Remove at most `limit` people of the demo and all that is theirs; returns how many."""
    rows = c.execute(SOME.limit(limit)).all()
    if not rows:
        return 0
    chats, people = [row.id for row in rows], [row.subscriber for row in rows]
    mine = select(ticket.c.id).where(ticket.c.chat.in_(chats))
    retention.remove(c, list(c.execute(mine).scalars()))
    for statement in _theirs(chats, people):
        c.execute(statement)
    return len(rows)


def dismiss(c: Connection) -> None:
    """Remove the demo's people of the staff; one whom another's ticket names only leaves."""
    for one in employed(c):
        c.execute(delete(desk_session).where(desk_session.c.staff == one))
        c.execute(delete(sign_in).where(sign_in.c.staff == one))
        c.execute(delete(digest).where(digest.c.staff == one))
        named = (
            select(func.count()).select_from(table).where(column == one)
            for table in metadata.tables.values()
            for column in table.columns
            if any(key.column is staff.c.id for key in column.foreign_keys)
        )
        if any(c.execute(count).scalar_one() for count in named):
            c.execute(staff.update().where(staff.c.id == one).values(active=False))
        else:
            c.execute(delete(staff).where(staff.c.id == one))
    settings.write(c, STAFF, [])


def _theirs(chats: list[int], people: list[int]) -> tuple[Delete, ...]:
    """What refers to them, then they themselves, in the order that the keys allow."""
    by_chat = (
        *(message, task, attachment, verification, outbox, chat_queue, inbox, session),
        contact,
    )
    unused = service_number.c.id.not_in(
        select(ticket.c.service_number).where(ticket.c.service_number.is_not(None))
    ) & service_number.c.id.not_in(select(verification.c.service_number))
    return (
        *(delete(table).where(table.c.chat.in_(chats)) for table in by_chat),
        delete(chat).where(chat.c.id.in_(chats)),
        delete(subscriber).where(subscriber.c.id.in_(people)),
        delete(service_number).where(unused),
    )
