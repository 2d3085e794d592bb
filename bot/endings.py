"""How a send ended, written down: the row, the chat, the ticket's clocks, the staff's tasks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from bot.channels.base import (
    Gone,
    Halted,
    Later,
    Moved,
    Outcome,
    Owed,
    Refused,
    Request,
    Sent,
    Unknown,
)
from bot.group import settling
from bot.group.place import CHANNEL
from bot.orders import unreachable
from bot.pushes import ALWAYS, DECISIONS, NUMBERED
from bot.stage import Work
from dialogs.model import Attached, Json
from dialogs.tickets.limits import delivered
from dialogs.tickets.ticket import Role, Task, Ticket
from dialogs.tickets.together import SEVERAL
from storage import messages, outcomes, tasks, tickets
from storage.outbox import Claimed
from storage.outcomes import Simpler

# Messages that wait for the person: where nobody saw one, staff call them.
NEEDED = DECISIONS | ALWAYS - NUMBERED


def owed(row: Claimed) -> Owed:
    """A claimed row as a channel takes it."""
    return Owed(
        id=row.id,
        chat=row.chat,
        address=row.address,
        request=Request(row.method, row.body, _attached(row)),
        target=row.target,
        attempts=row.attempts,
    )


def _attached(row: Claimed) -> Attached | None:
    if row.file is None:
        return None
    ticket = row.file["ticket"]
    assert isinstance(ticket, int)
    return Attached(_text(row.file["kind"]), ticket, _text(row.file["name"]))


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def settle_sent(work: Work, arrived: Sequence[tuple[Claimed, str]]) -> None:
    """Write down rows that arrived and are no ticket's notices, each with the message's id."""
    outcomes.sent_all(work.c, arrived, work.now)


def settle(work: Work, row: Claimed, ended: Outcome) -> None:
    """Write down how the send of this row ended; nothing, when another took it since."""
    if row.address.channel == CHANNEL:
        settling.settle(work, row, ended)
    else:
        _settle(work, row, ended)


def _settle(work: Work, row: Claimed, ended: Outcome) -> None:
    c, now = work.c, work.now
    match ended:
        case Sent(message, seen):
            if outcomes.sent(c, row, message, now) and row.notice:
                _arrived(work, row, seen=seen)
        case Later(after, reason):
            outcomes.later(c, row, after, reason, now)
        case Unknown(after, reason):
            outcomes.unknown(c, row, after, reason, now)
        case Gone(reason):
            if outcomes.gone(c, row, reason, now):
                unreachable(work, row.chat)
        case Refused(reason, plain):
            simpler = Simpler(plain.method, plain.body) if plain and not row.plain else None
            if outcomes.refused(c, row, reason, simpler, now) and simpler is None:
                _given_up(work, row)
        case Moved(chat):
            if outcomes.moved(c, row, chat, now):
                unreachable(work, row.chat)
        case Halted(reason):
            outcomes.later(c, row, 0, reason, now)
        case _:
            assert_never(ended)


def _given_up(work: Work, row: Claimed) -> None:
    """Staff are told of a message that will not arrive; one that only changes another may fail."""
    c, now = work.c, work.now
    if row.edits or tasks.place(c, row.chat, "delivery") is not None:
        return
    task = Task(kind="delivery", role=Role.AGENT, due=now + timedelta(days=1))
    tasks.add(c, task, messages.about(c, row.id), row.chat, now)


def _arrived(work: Work, row: Claimed, *, seen: bool) -> None:
    """A ticket's message arrived; where nobody saw one that waits for the person, staff call."""
    _heard(work, row)
    if not seen and row.notice in NEEDED:
        unreachable(work, row.chat)


def _heard(work: Work, row: Claimed) -> None:
    """A ticket's message arrived: the clocks that waited for that are stopped (DESIGN §6)."""
    number = messages.about(work.c, row.id)
    ticket = tickets.load(work.c, number) if number else None
    if ticket is None:
        return
    _stopped(work, row, ticket)
    if row.notice == SEVERAL:  # one message told the numbers of all
        for other in tickets.load_many(work.c, ticket.siblings):
            _stopped(work, row, other)


def _stopped(work: Work, row: Claimed, ticket: Ticket) -> None:
    clocks = delivered(ticket, row.notice, work.now, work.stage.house)
    if clocks != ticket.clocks:
        # No new revision: nobody at the desk is overtaken by a message that arrives.
        tickets.save(work.c, ticket, replace(ticket, clocks=clocks), ())
