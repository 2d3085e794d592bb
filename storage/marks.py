"""What changes when something happens: a mark of a ticket, of a chat, and of everything.

Two equal marks mean that a page of it need not be read again. Each costs a few looks at an index.
"""

from collections.abc import Collection, Mapping
from typing import TypeAlias

from sqlalchemy import Connection, func, select

from storage.schema import attachment, message, session, task, ticket, timeline

Mark: TypeAlias = tuple[int, ...]

_SAID = select(func.max(message.c.id)).correlate(ticket)
_OF_TICKET = (
    _SAID.where(message.c.chat == ticket.c.chat),
    select(func.max(timeline.c.seq)).where(timeline.c.ticket == ticket.c.id).correlate(ticket),
    select(session.c.version).where(session.c.chat == ticket.c.chat).correlate(ticket),
    select(func.max(task.c.id)).where(task.c.ticket == ticket.c.id).correlate(ticket),
    select(func.count(task.c.done_at)).where(task.c.ticket == ticket.c.id).correlate(ticket),
    select(func.count())
    .where(attachment.c.ticket == ticket.c.id, attachment.c.state != "wanted")
    .correlate(ticket),
)
_TICKETS = select(
    ticket.c.number, ticket.c.revision, *(one.scalar_subquery() for one in _OF_TICKET)
)
_CHATS = select(
    session.c.chat,
    session.c.version,
    select(func.max(message.c.id))
    .where(message.c.chat == session.c.chat)
    .correlate(session)
    .scalar_subquery(),
)
_ALL = select(func.max(message.c.id))


def of_tickets(c: Connection, numbers: Collection[str]) -> Mapping[str, Mark]:
    """By ticket number: what moves with the ticket, its chat, its tasks and its files."""
    found = c.execute(_TICKETS.where(ticket.c.number.in_(numbers)))
    return {row[0]: tuple(value or 0 for value in row[1:]) for row in found}


def of_chats(c: Connection, chats: Collection[int]) -> Mapping[int, Mark]:
    """By chat: what moves with what is said in it and who has the word."""
    found = c.execute(_CHATS.where(session.c.chat.in_(chats)))
    return {row[0]: tuple(value or 0 for value in row[1:]) for row in found}


def of_all(c: Connection) -> Mark:
    """What moves with whatever is said anywhere."""
    return (c.execute(_ALL).scalar() or 0,)
