"""How a conversation goes: when the person last wrote, how much was said to them since."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select

from storage.hot import Hot
from storage.schema import message

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_HERE = message.c.chat == bindparam("this")
LAST_IN = Hot(select(func.max(message.c.id)).where(_HERE, message.c.direction == "in"))
AT = select(message.c.at).where(message.c.id == bindparam("id"))
NTH_IN = Hot(
    select(message.c.at)
    .where(_HERE, message.c.direction == "in")
    .order_by(message.c.id.desc())
    .limit(1)
    .offset(bindparam("before"))
)
SINCE = (
    select(func.count())
    .select_from(message)
    .where(_HERE, message.c.id > bindparam("after"), message.c.direction == "out")
)


def wrote(c: Connection, chat: int) -> datetime | None:
    """When the person of this chat last wrote to us; None if never."""
    last = LAST_IN.scalar(c, {"this": chat})
    if last is None:
        return None
    at: datetime = c.execute(AT, {"id": last}).scalar_one()
    return at


def said_since(c: Connection, chat: int) -> int:
    """How many messages of ours the chat got since the person last wrote."""
    last = LAST_IN.scalar(c, {"this": chat})
    count: int = c.execute(SINCE, {"this": chat, "after": last or 0}).scalar_one()
    return count


def free(c: Connection, chat: int, most: int, within: timedelta, now: datetime) -> datetime:
    """When the chat may say one more, if it may say `most` within that time (0: any number).

    What was said later than now was said by another clock, and does not count.
    """
    nth: datetime | None = NTH_IN.scalar(c, {"this": chat, "before": most - 1}) if most else None
    return LONG_AGO if nth is None or nth > now else nth + within
