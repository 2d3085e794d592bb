"""How a send ended, written down by who still holds the row.

Every function returns False, and changes nothing, when the row was taken by somebody else since.
`gone` and `moved` return whether the chat is parked now, which staff must hear of.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, case, delete, exists, func, select, update

from dialogs.model import Json
from storage import chats, counters
from storage.hot import Hot
from storage.outbox import BY_STATE, Claimed
from storage.schema import OWED, chat_queue, message, outbox

CLEARED = "outbox.cleared"


@dataclass(frozen=True, slots=True)
class Simpler:
    """A plainer request in place of one that was refused."""

    method: str
    body: Mapping[str, Json]


_HELD = (
    outbox.c.id == bindparam("this"),
    outbox.c.fence == bindparam("held"),
    outbox.c.state == "sending",
)
SENT = Hot(
    update(outbox)
    .where(*_HELD)
    .values(state="sent", message_id=bindparam("new_message"), sent_at=bindparam("at"), error="")
)
PUT = Hot(update(outbox).where(*_HELD).values(state=bindparam("new"), error=bindparam("why")))
SIMPLIFY = Hot(
    update(outbox)
    .where(*_HELD)
    .values(
        state="pending",
        method=bindparam("new_method"),
        body=bindparam("new_body"),
        plain=True,
        error=bindparam("why"),
    )
)
_OWED_HERE = (outbox.c.chat == chat_queue.c.chat, OWED)
_DUE = case((exists().where(*_OWED_HERE), bindparam("free", type_=chat_queue.c.due.type)))
_URGENT = select(func.min(outbox.c.priority)).where(*_OWED_HERE).scalar_subquery()
# The line goes back to the queue for what is left, or rests when nothing is.
FREE = Hot(
    update(chat_queue)
    .where(chat_queue.c.chat == bindparam("this"), chat_queue.c.fence == bindparam("held"))
    .values(
        priority=func.coalesce(_URGENT, chat_queue.c.priority),
        due=_DUE,
        rest_until=bindparam("rest"),
        lease_until=None,
        owner="",
    )
)
_PARKED = {"parked": True, "due": None, "rest_until": None, "lease_until": None, "owner": ""}
PARK = Hot(update(chat_queue).where(chat_queue.c.chat == bindparam("this")).values(**_PARKED))
# Not where the person was heard of since the call was begun: the refusal is older than that.
PARK_SILENT = Hot(
    update(chat_queue)
    .where(chat_queue.c.chat == bindparam("this"), chat_queue.c.heard < bindparam("held"))
    .values(**_PARKED)
)
OLD = (
    select(outbox.c.id, outbox.c.message_id, outbox.c.state)
    .where(outbox.c.state.in_(["sent", "superseded"]), outbox.c.created_at < bindparam("before"))
    .limit(bindparam("most"))
)
REMEMBER = (
    update(message)
    .where(message.c.outbox == bindparam("this"))
    .values(message_id=bindparam("new_message"))
)
CLEAR = delete(outbox).where(outbox.c.id == bindparam("this"))


def sent_all(c: Connection, ended: Sequence[tuple[Claimed, str]], now: datetime) -> None:
    """They arrived, each with the channel's id of it; rows that others took since stay theirs."""
    SENT.many(c, [{**_held(row), "new_message": message, "at": now} for row, message in ended])
    FREE.many(c, [_free(row, now, None) for row, _ in ended])


def sent(c: Connection, row: Claimed, message_id: str, now: datetime) -> bool:
    """It arrived; `message_id` is the channel's id of it."""
    kept = SENT.run(c, {**_held(row), "new_message": message_id, "at": now}) == 1
    return kept and _go_on(c, row, now, None)


def later(c: Connection, row: Claimed, after: float, reason: str, now: datetime) -> bool:
    """It was not taken: the chat rests for so many seconds, then the same row goes again."""
    return _again(c, row, "pending", reason) and _rest(c, row, after, now)


def unknown(c: Connection, row: Claimed, after: float, reason: str, now: datetime) -> bool:
    """It may have arrived: counted as unknown, and sent again after so many seconds."""
    return _again(c, row, "unknown", reason) and _rest(c, row, after, now)


def gone(c: Connection, row: Claimed, reason: str, now: datetime) -> bool:
    """Nobody is there: what is owed is held until the chat can be reached again.

    False as well where the person was heard of while the call was under way: it goes once more.
    """
    if not _again(c, row, "pending", reason):
        return False
    if PARK_SILENT.run(c, {"this": row.chat, "held": row.fence}) != 1:
        _go_on(c, row, now, None)
        return False
    chats.reachable(c, row.chat, False, now)
    return True


def refused(
    c: Connection, row: Claimed, reason: str, simpler: Simpler | None, now: datetime
) -> bool:
    """It will never be taken as it is: tried once more in a simpler form, if there is one."""
    if simpler is None or row.plain:
        return _again(c, row, "failed", reason) and _go_on(c, row, now, None)
    new = {"new_method": simpler.method, "new_body": dict(simpler.body), "why": reason}
    return SIMPLIFY.run(c, {**_held(row), **new}) == 1 and _go_on(c, row, now, None)


def moved(c: Connection, row: Claimed, to: str, now: datetime) -> bool:
    """The chat has a new address: keep it and send there at once.

    True where another chat of ours is there already: nobody is left here, and what is owed is held.
    """
    if not _again(c, row, "pending", ""):
        return False
    if chats.move(c, row.chat, to):
        _go_on(c, row, now, None)
        return False
    PARK.run(c, {"this": row.chat})
    chats.reachable(c, row.chat, False, now)
    return True


def clear(c: Connection, before: datetime, limit: int) -> int:
    """Forget what was sent before that moment, at most `limit` rows; returns how many.

    The log of messages keeps the channel's ids, so that a reply still finds its message.
    """
    rows = c.execute(OLD, {"before": before, "most": limit}).all()
    if rows:
        ids = [{"this": row.id, "new_message": row.message_id} for row in rows]
        c.execute(REMEMBER, ids)
        c.execute(CLEAR, [{"this": row.id} for row in rows])
        counters.bump(c, CLEARED, sum(row.state == "sent" for row in rows))
    return len(rows)


def counts(c: Connection) -> dict[str, int]:
    """Rows by how they stand: `pending`, `sent`, `failed`, `unknown`, since the first day."""
    states: dict[str, int] = dict(c.execute(BY_STATE).all())
    return {
        "pending": states.get("pending", 0) + states.get("sending", 0),
        "sent": states.get("sent", 0) + counters.values(c, [CLEARED])[CLEARED],
        "failed": states.get("failed", 0),
        "unknown": states.get("unknown", 0),
    }


def _held(row: Claimed) -> dict[str, int]:
    return {"this": row.id, "held": row.fence}


def _again(c: Connection, row: Claimed, state: str, reason: str) -> bool:
    return PUT.run(c, {**_held(row), "new": state, "why": reason}) == 1


def _rest(c: Connection, row: Claimed, after: float, now: datetime) -> bool:
    return _go_on(c, row, now, now + timedelta(seconds=after))


def _go_on(c: Connection, row: Claimed, now: datetime, rest: datetime | None) -> bool:
    """Give the chat back to the queue for what is left; always True."""
    FREE.run(c, _free(row, now, rest))
    return True


def _free(row: Claimed, now: datetime, rest: datetime | None) -> dict[str, object]:
    free = max(now, row.free, rest or now)
    return {"this": row.chat, "held": row.fence, "free": free, "rest": rest}
