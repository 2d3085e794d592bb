"""Complaints and words that were kept as long as they may be: the one way in which they end.

A line of a timeline, or a score, is never removed alone: the tables refuse that. It goes with
its ticket, which is marked as removed and gone in the same transaction.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from dialogs.model import Session
from dialogs.tickets.ticket import ENDED
from storage import appeals, counting, grams, numbers, sessions
from storage.append_only import REMOVED
from storage.schema import (
    attachment,
    body_reply,
    call_back,
    clock,
    corrective_ticket,
    group_topic,
    group_watch,
    message,
    notice_held,
    outside_case,
    score,
    service_number,
    session,
    staff_card,
    staff_draft,
    survey,
    task,
    ticket,
    timeline,
    training_case,
)

NEVER = 2**62  # larger than any id
OVER = ticket.c.state.in_(sorted(ENDED))
THEIRS = (
    *(attachment, call_back, clock, survey, notice_held, task, training_case),
    *(outside_case, body_reply),
    *(timeline, score, corrective_ticket),
)


def old_messages(c: Connection, before: datetime, most: int) -> list[int]:
    """Messages older than that, about no ticket that is open or held, oldest first."""
    young = select(message.c.id).where(message.c.at >= before).order_by(message.c.id).limit(1)
    end = func.coalesce(young.scalar_subquery(), NEVER)
    old = _old_messages(before).where(message.c.id < end).order_by(message.c.id).limit(most)
    return [row.id for row in c.execute(old)]


def drop_messages(c: Connection, found: Sequence[int], before: datetime) -> int:
    """Forget these messages; where a chat has none left, what its last session said as well."""
    old = c.execute(_old_messages(before, message.c.chat).where(message.c.id.in_(found))).all()
    ids, chats = [row.id for row in old], sorted({row.chat for row in old})
    found_by = (
        select(message.c.ticket).distinct().where(message.c.id.in_(ids), message.c.search != "")
    )
    told = list(c.execute(found_by.where(message.c.ticket.is_not(None))).scalars())
    c.execute(update(message).where(message.c.edited_from.in_(ids)).values(edited_from=None))
    gone = c.execute(delete(message).where(message.c.id.in_(ids))).rowcount
    grams.anew(c, told)
    for row in c.execute(_silent(chats)).all():
        _hush(c, row.chat)
    return gone


def old_tickets(c: Connection, before: datetime, most: int) -> list[int]:
    """Tickets that were closed before that and are not held for an outside body."""
    return list(c.execute(select(ticket.c.id).where(_closed(before)).limit(most)).scalars())


def drop_tickets(c: Connection, found: Sequence[int], before: datetime) -> int:
    """Forget these tickets with all that is theirs, unless one was opened again meanwhile."""
    mine = select(ticket.c.id, ticket.c.service_number)
    rows = c.execute(mine.where(ticket.c.id.in_(found), _closed(before))).all()
    remove(c, [row.id for row in rows])
    named = {row.service_number for row in rows if row.service_number}
    c.execute(delete(service_number).where(service_number.c.id.in_(named), numbers.unused()))
    return len(rows)


def remove(c: Connection, tickets: Sequence[int]) -> None:
    """Take tickets out with their lines, scores, clocks, files and tasks, and out of the search.

    What was said about them stays in the log of messages, as said about none.
    """
    c.execute(update(ticket).where(ticket.c.id.in_(tickets)).values(state=REMOVED))
    theirs = select(attachment.c.id).where(attachment.c.ticket.in_(tickets))
    c.execute(update(message).where(message.c.attachment.in_(theirs)).values(attachment=None))
    c.execute(update(message).where(message.c.ticket.in_(tickets)).values(ticket=None))
    c.execute(update(ticket).where(ticket.c.repeat_of.in_(tickets)).values(repeat_of=None))
    for table in (staff_card, group_topic, group_watch, staff_draft, *THEIRS):
        c.execute(delete(table).where(table.c.ticket.in_(tickets)))
    counting.forget(c, tickets)
    c.execute(delete(ticket).where(ticket.c.id.in_(tickets)))
    grams.forget(c, tickets)


def _closed(before: datetime) -> ColumnElement[bool]:
    return and_(OVER, ticket.c.closed_at < before, ~appeals.held())


def _old_messages(before: datetime, *more: ColumnElement[int]) -> Select[tuple[int, ...]]:
    about = ticket.c.id == message.c.ticket
    free = or_(message.c.ticket.is_(None), and_(OVER, ~appeals.held()))
    told = select(message.c.id, *more).outerjoin(ticket, about)
    return told.where(message.c.at < before, free)


def _silent(chats: Sequence[int]) -> Select[tuple[int]]:
    """Those of the chats which have no message left, and are in no dialog."""
    left = exists().where(message.c.chat == session.c.chat)
    idle = ~session.c.active & session.c.due_at.is_(None)
    return select(session.c.chat).where(session.c.chat.in_(chats), idle, ~left)


def _hush(c: Connection, chat: int) -> None:
    """Keep of a session what tells its old buttons from new ones, and no word.

    The row itself stays: with numbers begun anew, an old button could pass for a new one.
    """
    found = sessions.load(c, chat)
    if found.readable:
        bare = Session(prompt=found.session.prompt, serial=found.session.serial)
        sessions.keep(c, chat, bare, found.version)
