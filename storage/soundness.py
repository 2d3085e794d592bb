"""What must hold of the rows whatever died when, looked for on live data (reliability.md §4).

Every look is bounded: it walks an index, what is open, or the newest rows, and stops at MOST
findings, so that a database of millions is looked through in a second or two.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, Select, and_, bindparam, exists, func, null, or_, select, text

from storage.columns import Moment
from storage.depth import OPEN_STATES
from storage.outbox import LEASE
from storage.schema import (
    DUE,
    FAILED,
    OWED,
    PARKED,
    chat_queue,
    clock,
    inbox,
    message,
    outbox,
    task,
    ticket,
)
from storage.schema import timeline as lines

MOST = 100  # findings of a kind
NEWEST = 100_000  # rows of a table that are looked at beside those that are open
SETTLED = timedelta(seconds=10)  # after which nothing is in the middle of anything
LATE = timedelta(minutes=1)  # that an accepted event may wait
STUCK = LEASE + timedelta(seconds=300)  # a lease and the longest pause between two tries
AGAIN = timedelta(minutes=10)  # within which a clock that failed is looked at again
KEPT = timedelta(hours=20)  # rows younger than this nobody has cleared away
STATES = ("pending", "sending", "sent", "failed", "unknown", "superseded")

_NOT_HANDLED = text("inbox.state <> 'handled'")  # as the index has it
_event = inbox.c.channel + "/" + inbox.c.bot + "/" + inbox.c.event
_owes = exists().where(outbox.c.chat == chat_queue.c.chat, OWED).correlate(chat_queue)
_has_line = (
    exists()
    .where(
        chat_queue.c.chat == outbox.c.chat, or_(chat_queue.c.due.is_not(None), chat_queue.c.parked)
    )
    .correlate(outbox)
)
_told_since = (
    exists()
    .where(
        message.c.chat == inbox.c.chat,
        message.c.direction == "out",
        message.c.at >= inbox.c.received_at,
    )
    .correlate(inbox)
)
_told = exists().where(lines.c.ticket == ticket.c.id).correlate(ticket)
_open = ticket.c.state.in_(OPEN_STATES)
_new = ticket.c.id > select(func.max(ticket.c.id)).scalar_subquery() - NEWEST
_next = (
    select(func.min(clock.c.next, type_=clock.c.next.type))
    .where(clock.c.ticket == ticket.c.id)
    .correlate(ticket)
    .scalar_subquery()
)
# Wrapped, so that the planner walks the open tickets and not all that no clock waits for.
_unarmed = func.coalesce(ticket.c.next_due, null()).is_(None)
# And here those that were given up, not all that is no edit.
_no_edit = func.coalesce(outbox.c.edits, null()).is_(None)
_later = outbox.alias("later")
_overtaken = exists().where(
    _later.c.chat == outbox.c.chat,
    _later.c.seq > outbox.c.seq,
    _later.c.state == "sent",
    _later.c.sent_at > outbox.c.not_before,
)
_last_lines = (
    select(lines.c.ticket).order_by(lines.c.ticket.desc(), lines.c.seq.desc()).limit(NEWEST)
).subquery()
_last_rows = (
    select(outbox.c.id, outbox.c.chat, outbox.c.seq, outbox.c.created_at, outbox.c.state)
    .order_by(outbox.c.id.desc())
    .limit(NEWEST)
).subquery()
_young = (
    select(
        _last_rows.c.chat,
        func.min(_last_rows.c.seq).label("first"),
        func.max(_last_rows.c.seq).label("last"),
    )
    .where(_last_rows.c.created_at > bindparam("kept"))
    .group_by(_last_rows.c.chat)
).subquery()
# Whenever they were made: between two young rows stands an old one where the clock was set back.
_between = (
    select(func.count())
    .select_from(outbox)
    .where(outbox.c.chat == _young.c.chat, outbox.c.seq.between(_young.c.first, _young.c.last))
    .correlate(_young)
    .scalar_subquery()
)
_called = (
    exists()
    .where(task.c.chat == chat_queue.c.chat, task.c.kind == "unreachable")
    .correlate(chat_queue)
)
_told_staff = (
    exists()
    .where(
        task.c.chat == outbox.c.chat,
        task.c.kind == "delivery",
        or_(task.c.done_at.is_(None), task.c.done_at >= outbox.c.created_at),
    )
    .correlate(outbox)
)

# What -> which: the ids of events, the numbers of tickets, our own numbers of chats and rows.
LOOKS: Mapping[str, Select[tuple[object]]] = {
    "event late": select(_event).where(
        _NOT_HANDLED,
        inbox.c.state == "received",
        func.coalesce(inbox.c.due_at, inbox.c.received_at) < bindparam("late"),
    ),
    "event empty": select(_event).where(_NOT_HANDLED, inbox.c.raw.is_(None)),
    "event state": select(_event).where(_NOT_HANDLED, inbox.c.state.not_in(["received", "parked"])),
    "ticket untold": select(ticket.c.number).where(or_(_new, _open), ~_told),
    "timeline lost": select(_last_lines.c.ticket)
    .distinct()
    .where(~exists().where(ticket.c.id == _last_lines.c.ticket)),
    "clock unarmed": select(ticket.c.id).where(
        ticket.c.state.in_([*OPEN_STATES, "survey"]), _unarmed, _next.is_not(None)
    ),
    "clock apart": select(ticket.c.id).where(
        ticket.c.next_due.is_not(None),
        or_(
            _next.is_(None),
            ticket.c.next_due < _next,
            and_(ticket.c.next_due > _next, ticket.c.next_due > bindparam("soon")),
        ),
    ),
    "line missing": select(outbox.c.chat).distinct().where(OWED, ~_has_line),
    "line empty": select(chat_queue.c.chat).where(
        DUE, chat_queue.c.due < bindparam("settled"), ~_owes
    ),
    "sent twice": select(outbox.c.chat)
    .where(OWED, outbox.c.state == "sending")
    .group_by(outbox.c.chat)
    .having(func.count() > 1),
    "overtaken": select(outbox.c.id).where(OWED, _overtaken),
    "stuck": select(chat_queue.c.chat).where(DUE, chat_queue.c.due < bindparam("stuck")),
    "gap": select(_young.c.chat).where(_between != _young.c.last - _young.c.first + 1),
    "row state": select(_last_rows.c.id).where(_last_rows.c.state.not_in(STATES)),
    "park unsaid": select(_event).where(
        _NOT_HANDLED,
        inbox.c.state == "parked",
        inbox.c.chat.is_not(None),
        inbox.c.received_at > bindparam("kept"),
        ~_told_since,
    ),
    "silence unsaid": select(chat_queue.c.chat)
    .distinct()
    .join(ticket, ticket.c.chat == chat_queue.c.chat)
    .where(PARKED, _owes, _open, ~_called),
    "loss unsaid": select(outbox.c.chat)
    .where(FAILED, _no_edit, ~_told_staff)
    .order_by(outbox.c.id),
}
LIMITED = {name: statement.limit(MOST) for name, statement in LOOKS.items()}
LAST_WORD = select(message.c.at).order_by(message.c.id.desc()).limit(1)
CLOCK = select(func.current_timestamp(type_=Moment()))


def faults(c: Connection, now: datetime) -> Mapping[str, tuple[object, ...]]:
    """What does not hold, by the names of LOOKS: which, at most MOST of each. Empty if all does."""
    bounds = {
        "late": now - LATE,
        "soon": now + AGAIN,
        "settled": now - SETTLED,
        "stuck": now - STUCK,
        "kept": now - KEPT,
    }
    found = {name: c.execute(one, bounds).scalars() for name, one in LIMITED.items()}
    once = {name: tuple(dict.fromkeys(those)) for name, those in found.items()}
    return {name: those for name, those in once.items() if those}


def moments(c: Connection) -> tuple[datetime, datetime | None]:
    """What the database's clock says, to the second, and when the newest message was kept."""
    there: datetime = c.execute(CLOCK).scalar_one()
    newest: datetime | None = c.execute(LAST_WORD).scalar()
    return there, newest
