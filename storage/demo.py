"""The demo's people and tickets: told by their channel, and removable without a trace."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Delete, Select, and_, bindparam, delete, func, select

from storage import counting, demo_kept, incidents, retention, rota, settings
from storage.hot import Hot
from storage.schema import (
    account_link,
    attachment,
    chat,
    chat_queue,
    contact,
    desk_session,
    digest,
    inbox,
    key_account,
    message,
    metadata,
    notice_held,
    outbox,
    reminder,
    service_number,
    session,
    sign_in,
    staff,
    staff_account,
    staff_draft,
    subscriber,
    suspect,
    task,
    ticket,
    verification,
)
from storage.tasks import OPEN, UNTOLD

CHANNEL = "demo"
STAFF = "demo.staff"
PLAYING = "demo.playing"  # when the last transaction of a play began
BROKEN_OFF = timedelta(minutes=1)

COUNT = (
    select(func.count())
    .select_from(ticket)
    .join(chat, chat.c.id == ticket.c.chat)
    .where(chat.c.channel == CHANNEL)
)
PEOPLE = select(func.count()).select_from(chat).where(chat.c.channel == CHANNEL)
OF_CHAT = Hot(select(ticket.c.id).where(ticket.c.chat == bindparam("this")).order_by(ticket.c.id))
WAITING = {
    "dialog": Hot(select(session.c.due_at).where(session.c.chat == bindparam("this"))),
    "held": Hot(
        select(func.min(notice_held.c.due_at)).where(notice_held.c.chat == bindparam("this"))
    ),
    "call": Hot(select(func.min(task.c.due_at)).where(UNTOLD, task.c.chat == bindparam("this"))),
}
PLAYED = select(chat.c.id).where(chat.c.channel == bindparam("channel"))


CONTACTS = (
    select(contact.c.kind, contact.c.outcome, func.count())
    .where(contact.c.chat.in_(PLAYED))
    .group_by(contact.c.kind, contact.c.outcome)
)


def _due(this: Column[Any], of: Column[Any], at: Column[Any]) -> Select[Any]:
    """What is due of chats that are not the demo's."""
    wanted = select(this).where(at <= bindparam("now"), of.not_in(PLAYED))
    return wanted.order_by(at).limit(bindparam("most"))


CHAT_TASKS = (
    select(task.c.kind, func.count())
    .where(task.c.ticket.is_(None), task.c.chat.in_(PLAYED))
    .group_by(task.c.kind)
)
UNDONE = (
    select(task.c.id, task.c.role, task.c.ticket)
    .where(OPEN, task.c.created_at < bindparam("before"), task.c.chat.in_(PLAYED))
    .order_by(task.c.id)
)
OTHERS = {
    "ticket": _due(ticket.c.id, ticket.c.chat, ticket.c.next_due),
    "held": _due(notice_held.c.chat, notice_held.c.chat, notice_held.c.due_at),
    "dialog": _due(session.c.chat, session.c.chat, session.c.due_at),
    "call": _due(task.c.chat, task.c.chat, task.c.due_at).where(UNTOLD),
}
SOME = select(chat.c.id, chat.c.subscriber).where(chat.c.channel == CHANNEL)


def count(c: Connection) -> int:
    """How many tickets of the demo there are."""
    found: int = c.execute(COUNT).scalar_one()
    return found


def people(c: Connection) -> int:
    """How many people of the demo there are."""
    found: int = c.execute(PEOPLE).scalar_one()
    return found


def without_tickets(c: Connection) -> Counter[str]:
    """What the demo's chats had without a ticket: "contact inquiry", "outcome helped", tasks."""
    found: Counter[str] = Counter()
    for kind, n in c.execute(CHAT_TASKS, {"channel": CHANNEL}).all():
        found[f"task {kind}"] += n
    for kind, outcome, n in c.execute(CONTACTS, {"channel": CHANNEL}).all():
        found[f"contact {kind}"] += n
        found[f"outcome {outcome or 'left'}"] += n
    return found


def others_due(c: Connection, now: datetime, limit: int) -> list[tuple[str, int]]:
    """What is due now of all but the demo: a "ticket"; a chat's "held" notices, "dialog", call."""
    asked = {"now": now, "most": limit, "channel": CHANNEL}
    found: list[tuple[str, int]] = []
    for kind, due in OTHERS.items():
        found += [(kind, one) for one in c.execute(due, asked).scalars()]
    return list(dict.fromkeys(found))


def tickets_of(c: Connection, chat_id: int) -> list[int]:
    """The ids of all tickets that this chat filed, the oldest first."""
    return [one for (one,) in OF_CHAT.all(c, {"this": chat_id})]


def waiting(c: Connection, chat_id: int) -> dict[str, datetime | None]:
    """When this chat's "dialog", what is "held" for it and its "call" want to be looked at."""
    return {kind: due.scalar(c, {"this": chat_id}) for kind, due in WAITING.items()}


def undone(c: Connection, before: datetime) -> list[tuple[int, str, int]]:
    """Tasks about the demo that are older than that: id, role, and the ticket's id or 0."""
    found = c.execute(UNDONE, {"before": before, "channel": CHANNEL}).all()
    return [(row.id, row.role, row.ticket or 0) for row in found]


def play(c: Connection, now: datetime) -> None:
    """A month is being played now, by the real clock: meanwhile its clocks are nobody else's."""
    settings.write(c, PLAYING, now.isoformat())


def played(c: Connection) -> None:
    """It is done: from here on its clocks run as all others do."""
    settings.drop(c, PLAYING)


def playing(c: Connection, now: datetime) -> bool:
    """Whether a month is being played; one that was broken off is not for long."""
    since = settings.read(c, PLAYING)
    return isinstance(since, str) and now - datetime.fromisoformat(since) < BROKEN_OFF


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
    c.execute(delete(key_account).where(key_account.c.added_by.in_(employed(c))))
    demo_kept.unsent(c)
    chats, people = [row.id for row in rows], [row.subscriber for row in rows]
    demo_kept.parted(c, chats)
    demo_kept.corrected(c, chats)
    mine = select(ticket.c.id).where(ticket.c.chat.in_(chats))
    gone = list(c.execute(mine).scalars())
    counting.take_back(c, gone)
    retention.remove(c, gone)
    for statement in _theirs(chats, people):
        c.execute(statement)
    return len(rows)


def dismiss(c: Connection) -> None:
    """Remove what is left once its people are: incidents, announced work, records, the staff.

    An incident that another's ticket names stays, and one of the staff who is named only leaves.
    """
    incidents.remove(c, demo_kept.incidents(c))
    demo_kept.forget(c)
    for one in employed(c):
        c.execute(delete(desk_session).where(desk_session.c.staff == one))
        c.execute(delete(sign_in).where(sign_in.c.staff == one))
        c.execute(delete(account_link).where(account_link.c.staff == one))
        c.execute(delete(staff_account).where(staff_account.c.staff == one))
        c.execute(delete(staff_draft).where(staff_draft.c.staff == one))
        c.execute(delete(digest).where(digest.c.staff == one))
        rota.forget(c, one)
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
        suspect,
    )
    used = ticket.c.service_number.is_not(None)
    unused = and_(
        service_number.c.id.not_in(select(ticket.c.service_number).where(used)),
        service_number.c.id.not_in(select(verification.c.service_number)),
        service_number.c.id.not_in(select(key_account.c.service_number)),
        service_number.c.id.not_in(select(reminder.c.service_number)),
    )
    return (
        *(delete(table).where(table.c.chat.in_(chats)) for table in by_chat),
        delete(chat).where(chat.c.id.in_(chats)),
        delete(subscriber).where(subscriber.c.id.in_(people)),
        delete(service_number).where(unused),
    )
