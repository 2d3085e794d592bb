"""What was to wait seconds and would wait for hours: its moment is that of a clock set back since.

Deadlines of people, in hours and days, are none of this: they stay where the calendar has them.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, bindparam, case, or_, select, update

from storage.columns import Moment
from storage.leases import MARKS
from storage.outbox import LEASE
from storage.schema import DUE, WAITING, attachment, chat_queue, inbox, lease

LONGEST = timedelta(seconds=375)  # the longest pause between two tries: 300 and a quarter
SOON = timedelta(minutes=1)  # what nobody was told to wait longer for: a pace, a turn, a lease

_now, _soon, _leased, _longest = (
    bindparam(name, type_=Moment()) for name in ("now", "soon", "leased", "longest")
)
_line = chat_queue.c
_rests = and_(_line.rest_until.is_not(None), _line.rest_until > _now)
LINES = (
    update(chat_queue)
    .where(
        DUE,
        or_(_line.due > _longest, and_(_line.due > _soon, ~_rests)),
    )
    .values(
        due=case(
            (_line.lease_until.is_not(None), _leased),
            (_rests, _longest),
            else_=_now,
        ),
        lease_until=case((_line.lease_until.is_not(None), _leased)),
        rest_until=case((_rests, _longest)),
    )
)
EVENTS = update(inbox).where(WAITING, inbox.c.due_at > _soon).values(due_at=_now)
AHEAD = (
    select(inbox.c.channel, inbox.c.bot, inbox.c.event)
    .where(WAITING, inbox.c.received_at > _now)
    .order_by(inbox.c.received_at, inbox.c.event)
)
FILES = (
    update(attachment)
    .where(attachment.c.state == "wanted", attachment.c.due_at > _longest)
    .values(due_at=_now)
)
_turn = ~lease.c.name.startswith(MARKS)
LEASES = update(lease).where(_turn, lease.c.until > _soon).values(until=_leased)
EARLIER = (
    update(inbox)
    .where(
        inbox.c.channel == bindparam("k_channel"),
        inbox.c.bot == bindparam("k_bot"),
        inbox.c.event == bindparam("k_event"),
    )
    .values(received_at=bindparam("at", type_=Moment()))
)


def shorten(c: Connection, now: datetime) -> int:
    """Let none of it wait longer than it may have been told to; returns how many would have.

    A pause of a chat is cut to the longest there is between two tries, though its channel may
    have asked for more: then it says so again. Whoever holds a lease has 5 s to renew it.
    """
    bounds = {"now": now, "soon": now + SOON, "leased": now + LEASE, "longest": now + LONGEST}
    _keep_order(c, now)
    return sum(c.execute(one, bounds).rowcount for one in (LINES, EVENTS, FILES, LEASES))


def _keep_order(c: Connection, now: datetime) -> None:
    """Events that wait to be stepped stand before those that come from now on."""
    found = c.execute(AHEAD, {"now": now}).all()
    for place, (channel, bot, event) in enumerate(found, -len(found)):
        key = {"k_channel": channel, "k_bot": bot, "k_event": event}
        c.execute(EARLIER, {**key, "at": now + timedelta(microseconds=place)})
