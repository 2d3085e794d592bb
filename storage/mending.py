"""What a person does by hand about events that were parked and messages that were given up.

No server need stop for it: what is set back here it takes up by itself.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, func, select, text, update

from storage import inbox, outbox
from storage.inbox import THIS, EventKey
from storage.schema import FAILED, OWED, chat
from storage.schema import inbox as events
from storage.schema import outbox as rows

GIVEN_UP, UNKNOWN, PENDING = "failed", "unknown", "pending"
STATES = (GIVEN_UP, UNKNOWN, PENDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A parked event. What it said stays sealed: `raw` is "" unless it was asked for."""

    key: EventKey
    received_at: datetime
    attempts: int
    error: str
    raw: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A row of the outbox, without its words and its address; `chat` is our number of it."""

    id: int
    chat: int
    channel: str
    created_at: datetime
    state: str
    priority: int
    method: str
    notice: str
    attempts: int
    error: str


PARKED = text("state = 'parked' AND state <> 'handled'")  # the latter as the index has it

_KEY = (events.c.channel, events.c.bot, events.c.event)
_EVENT = (*_KEY, events.c.received_at, events.c.attempts, events.c.error)
_EVENTS = select(*_EVENT).where(PARKED).order_by(events.c.received_at).limit(bindparam("most"))
EVENTS = _EVENTS
EVENTS_RAW = _EVENTS.add_columns(events.c.raw)
EVENT = select(*_EVENT).where(THIS, PARKED)
HOW_MANY_EVENTS = select(func.count()).select_from(events).where(PARKED)
DROP_EVENT = (
    update(events).where(THIS, PARKED).values(state="handled", raw=None, error="dropped by hand")
)
_MESSAGE = (
    rows.c.id,
    rows.c.chat,
    chat.c.channel,
    rows.c.created_at,
    rows.c.state,
    rows.c.priority,
    rows.c.method,
    rows.c.notice,
    rows.c.attempts,
    rows.c.error,
)
_MESSAGES = select(*_MESSAGE).select_from(rows).join(chat)
MESSAGES = {
    GIVEN_UP: _MESSAGES.where(FAILED),
    UNKNOWN: _MESSAGES.where(OWED, rows.c.state == "unknown"),
    PENDING: _MESSAGES.where(OWED, rows.c.state.in_(["pending", "sending"])),
}
MESSAGE = _MESSAGES.where(rows.c.id == bindparam("this"))
HOW_MANY_GIVEN_UP = select(func.count()).select_from(rows).where(FAILED)
OLDEST_GIVEN_UP = select(rows.c.id).where(FAILED).order_by(rows.c.id).limit(bindparam("most"))
# It keeps its place in its chat; only the count of tries begins anew.
RETRY = (
    update(rows)
    .where(rows.c.id == bindparam("this"), FAILED)
    .values(state="pending", attempts=0, error="")
    .returning(rows.c.chat, rows.c.priority)
)
DROP = (
    update(rows)
    .where(rows.c.id == bindparam("this"), FAILED)
    .values(state="superseded", error="dropped by hand")
)


def parked(c: Connection, limit: int, *, raw: bool = False) -> tuple[Event, ...]:
    """Events put aside, oldest first; with what they said only if asked for."""
    found = c.execute(EVENTS_RAW if raw else EVENTS, {"most": limit})
    return tuple(_event(row) for row in found.mappings())


def count_parked(c: Connection) -> int:
    """How many events are put aside."""
    found: int = c.execute(HOW_MANY_EVENTS).scalar_one()
    return found


def retry_event(c: Connection, key: EventKey) -> Event | None:
    """Give a parked event another chance; None if no such event is parked."""
    found = _parked(c, key)
    if found is not None:
        inbox.retry(c, key)
    return found


def drop_event(c: Connection, key: EventKey) -> Event | None:
    """Forget what a parked event said, and know it as handled if it comes again."""
    found = _parked(c, key)
    if found is not None:
        c.execute(DROP_EVENT, _this(key))
    return found


def messages(c: Connection, state: str, limit: int) -> tuple[Message, ...]:
    """Rows of the outbox in one of STATES, oldest first; those being sent count as pending."""
    found = c.execute(MESSAGES[state].order_by(rows.c.id).limit(limit))
    return tuple(Message(**row) for row in found.mappings())


def message(c: Connection, number: int) -> Message | None:
    """The row of this number, None if there is none."""
    row = c.execute(MESSAGE, {"this": number}).mappings().first()
    return None if row is None else Message(**row)


def given_up(c: Connection, limit: int) -> tuple[int, ...]:
    """The numbers of rows given up, oldest first."""
    return tuple(c.execute(OLDEST_GIVEN_UP, {"most": limit}).scalars())


def count_given_up(c: Connection) -> int:
    """How many rows were given up."""
    found: int = c.execute(HOW_MANY_GIVEN_UP).scalar_one()
    return found


def retry_message(c: Connection, number: int, now: datetime) -> bool:
    """Owe a row again that was given up, at its old place; False if it is not given up."""
    row = c.execute(RETRY, {"this": number}).first()
    if row is None:
        return False
    outbox.wake(c, row.chat, row.priority, now)
    return True


def drop_message(c: Connection, number: int) -> bool:
    """Never send a row that was given up; False if it is not given up."""
    return c.execute(DROP, {"this": number}).rowcount == 1


def _parked(c: Connection, key: EventKey) -> Event | None:
    row = c.execute(EVENT, _this(key)).mappings().first()
    return None if row is None else _event(row)


def _event(row: RowMapping) -> Event:
    return Event(
        key=EventKey(row["channel"], row["bot"], row["event"]),
        received_at=row["received_at"],
        attempts=row["attempts"],
        error=row["error"],
        raw=row.get("raw") or "",
    )


def _this(key: EventKey) -> dict[str, str]:
    return {"k_channel": key.channel, "k_bot": key.bot, "k_event": key.event}
