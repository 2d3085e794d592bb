"""Events as they came: each is taken once, kept raw until handled, parked when it cannot be."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Text,
    and_,
    bindparam,
    delete,
    func,
    select,
    type_coerce,
    update,
)

from storage import counters
from storage.errors import KeyFileError
from storage.hot import Hot
from storage.inserts import on_conflict
from storage.schema import inbox
from storage.seal import keys_of

DUPLICATE = "events.duplicate"
CLEARED = "events.cleared"


@dataclass(frozen=True, slots=True)
class EventKey:
    """What makes an event that event: the channel, the bot's id there, the event's own id."""

    channel: str
    bot: str
    event: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """An event that was accepted and not yet handled, or is parked; `raw` as it came."""

    key: EventKey
    chat: int | None
    received_at: datetime
    raw: str
    attempts: int
    error: str = ""


THIS = and_(
    inbox.c.channel == bindparam("k_channel"),
    inbox.c.bot == bindparam("k_bot"),
    inbox.c.event == bindparam("k_event"),
)
_ROW = (
    "channel", "bot", "event", "chat", "received_at", "state", "attempts", "raw", "error",
    "due_at", "doubles",
)  # fmt: skip
ACCEPT = Hot(on_conflict(inbox, lambda insert: insert.on_conflict_do_nothing()), _ROW)
DOUBLE = update(inbox).where(THIS).values(doubles=inbox.c.doubles + 1)
HANDLED = (
    update(inbox)
    .where(THIS, inbox.c.state == "received")
    .values(state="handled", raw=None, error="")
)
PARK = update(inbox).where(THIS).values(state="parked", error=bindparam("why"))
RETRY = (
    update(inbox)
    .where(THIS)
    .values(state="received", attempts=0, error="", due_at=inbox.c.received_at)
)
ATTEMPT = (
    update(inbox).where(THIS).values(attempts=inbox.c.attempts + 1).returning(inbox.c.attempts)
)
IN_STATE = (
    select(inbox)
    .where(inbox.c.state == bindparam("wanted"))
    .order_by(inbox.c.received_at)
    .limit(bindparam("most"))
)
# What was said stays sealed in the query: one that cannot be opened must not hide the others.
_SEALED = type_coerce(inbox.c.raw, Text).label("sealed")
DUE = (
    select(*(one for one in inbox.columns if one.name != "raw"), _SEALED)
    .where(inbox.c.state == "received", inbox.c.due_at <= bindparam("now"))
    .order_by(inbox.c.received_at, inbox.c.event)
    .limit(bindparam("most"))
)
LATER = (
    update(inbox)
    .where(inbox.c.chat == bindparam("this"), inbox.c.state == "received")
    .values(due_at=bindparam("at"))
)
OLD = (
    select(inbox.c.channel, inbox.c.bot, inbox.c.event, inbox.c.doubles)
    .where(inbox.c.state == "handled", inbox.c.received_at < bindparam("before"))
    .limit(bindparam("most"))
)
CLEAR = delete(inbox).where(THIS)
DOUBLES = select(func.sum(inbox.c.doubles))
BY_STATE = select(inbox.c.state, func.count()).group_by(inbox.c.state)


def accept(  # noqa: PLR0913
    c: Connection,
    key: EventKey,
    chat: int | None,
    raw: str,
    now: datetime,
    *,
    due: datetime | None = None,
) -> bool:
    """Take the event; False when it was taken before, which is counted.

    `raw` is kept until `handled`. Empty, it says that all the event brings about is in this same
    transaction: the row then is handled at once and nothing is left to be dropped. `due` is when
    an event that is only kept for now is to be stepped.
    """
    row = {
        "channel": key.channel,
        "bot": key.bot,
        "event": key.event,
        "chat": chat,
        "received_at": now,
        "state": "received" if raw else "handled",
        "attempts": 0,
        "raw": raw or None,
        "error": "",
        "due_at": due,
        "doubles": 0,
    }
    if ACCEPT.run(c, row):
        return True
    c.execute(DOUBLE, _this(key))
    return False


def handled(c: Connection, key: EventKey) -> bool:
    """The event has its effect: forget what it said. False when it has had it before."""
    return c.execute(HANDLED, _this(key)).rowcount == 1


def attempt(c: Connection, key: EventKey) -> int:
    """Count one more try, to be committed before the try is made; returns how many it is."""
    tries: int = c.execute(ATTEMPT, _this(key)).scalar_one()
    return tries


def park(c: Connection, key: EventKey, error: str) -> None:
    """Put the event aside with what it said and why it could not be handled."""
    c.execute(PARK, {**_this(key), "why": error})


def retry(c: Connection, key: EventKey) -> None:
    """Give a parked event another chance."""
    c.execute(RETRY, _this(key))


def waiting(c: Connection, limit: int) -> tuple[Waiting, ...]:
    """Accepted and not yet handled, oldest first: what a start takes up again."""
    return _in_state(c, "received", limit)


def due(c: Connection, now: datetime, limit: int) -> tuple[Waiting, ...]:
    """Accepted, kept for later, and to be stepped by now, oldest first.

    `raw` is "" where what was kept cannot be opened.
    """
    found = c.execute(DUE, {"now": now, "most": limit})
    return tuple(_waiting(row, _opened(c, row.sealed)) for row in found)


def later(c: Connection, chat: int, at: datetime) -> None:
    """What waits of this chat waits until then."""
    c.execute(LATER, {"this": chat, "at": at})


def parked(c: Connection, limit: int) -> tuple[Waiting, ...]:
    """Put aside, oldest first."""
    return _in_state(c, "parked", limit)


def clear(c: Connection, before: datetime, limit: int) -> int:
    """Forget handled events received before that moment, at most `limit`; returns how many."""
    rows = c.execute(OLD, {"before": before, "most": limit}).all()
    if rows:
        c.execute(CLEAR, [_this(EventKey(row.channel, row.bot, row.event)) for row in rows])
        counters.bump(c, CLEARED, len(rows))
        counters.bump(c, DUPLICATE, sum(row.doubles for row in rows))
    return len(rows)


def counts(c: Connection) -> dict[str, int]:
    """`accepted`, `duplicate` and `parked` since the first day."""
    states: dict[str, int] = dict(c.execute(BY_STATE).all())
    told = counters.values(c, (DUPLICATE, CLEARED))
    doubles: int = c.execute(DOUBLES).scalar() or 0
    return {
        "accepted": sum(states.values()) + told[CLEARED],
        "duplicate": doubles + told[DUPLICATE],
        "parked": states.get("parked", 0),
    }


def _in_state(c: Connection, state: str, limit: int) -> tuple[Waiting, ...]:
    found = c.execute(IN_STATE, {"wanted": state, "most": limit})
    return tuple(_waiting(row, row.raw or "") for row in found)


def _opened(c: Connection, sealed: str | None) -> str:
    try:
        return keys_of(c).open(sealed) if sealed else ""
    except KeyFileError:
        return ""


def _waiting(row: Any, raw: str) -> Waiting:
    return Waiting(
        EventKey(row.channel, row.bot, row.event),
        row.chat,
        row.received_at,
        raw,
        row.attempts,
        row.error,
    )


def _this(key: EventKey) -> dict[str, str]:
    return {"k_channel": key.channel, "k_bot": key.bot, "k_event": key.event}
