"""What is owed to chats: rows that are the channel's own requests, in order within each chat.

A chat that is owed something has one row in `chat_queue`: when it is next to be served, how
urgent its most urgent row is, and who serves it now. A row's state goes pending -> sending ->
sent, or back to pending, to unknown (it may have arrived, and is sent again), failed, superseded.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    Connection,
    RowMapping,
    bindparam,
    case,
    func,
    insert,
    null,
    or_,
    select,
    update,
)

from dialogs.model import Address, Json
from storage.inserts import Insert, add, on_conflict
from storage.schema import OWED, chat, chat_queue, outbox

ANSWER, NOTICE, BROADCAST = 0, 1, 2
LEASE = timedelta(seconds=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A request to be sent: the channel's method and body, a file to be made when it goes.

    `card` names a message that later ones of the same name may replace; `edits` is the row that
    carried the message which this one changes. A row waits until `not_before` and holds up no
    other meanwhile. `notice` is the message's code, if it is one of the ticket's notices.
    """

    method: str
    body: Mapping[str, Json]
    file: Mapping[str, Json] | None = None
    card: str = ""
    edits: int | None = None
    priority: int = ANSWER
    not_before: datetime | None = None
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A row on its way, held under `fence`; `target` is the message id that an edit changes.

    `attempts` counts this one. `plain`: it was already made simpler once.
    """

    id: int
    chat: int
    fence: int
    address: Address
    method: str
    body: Mapping[str, Json]
    file: Mapping[str, Json] | None
    card: str
    edits: bool
    target: str
    attempts: int
    plain: bool
    priority: int
    notice: str


LAST = select(func.max(outbox.c.seq)).where(outbox.c.chat == bindparam("this"))
INSERT = insert(outbox)
SUPERSEDE = (
    update(outbox)
    .where(
        outbox.c.chat == bindparam("this"),
        OWED,
        outbox.c.state == "pending",
        outbox.c.card == bindparam("named"),
        outbox.c.edits.is_not(None),
    )
    .values(state="superseded")
)


def _sooner(insert: Insert) -> Insert:
    """A chat in line already moves up, but never out of a pause or a parking place."""
    new = insert.excluded
    rest = case((chat_queue.c.rest_until > new.due, chat_queue.c.rest_until), else_=new.due)
    due = case((chat_queue.c.due.is_(None), null()), (rest < chat_queue.c.due, rest))
    urgent = case((new.priority < chat_queue.c.priority, new.priority))
    values = {
        "priority": func.coalesce(urgent, chat_queue.c.priority),
        "due": func.coalesce(due, chat_queue.c.due),
    }
    return insert.on_conflict_do_update(index_elements=["chat"], set_=values)


QUEUE = on_conflict(chat_queue, _sooner)

_inner = outbox.alias("inner_row")
_edited = outbox.alias("edited")
_HEAD = (
    select(_inner.c.id)
    .where(_inner.c.chat == chat_queue.c.chat, OWED, _inner.c.not_before <= bindparam("now"))
    .order_by(_inner.c.seq)
    .limit(1)
    .correlate(chat_queue)
    .scalar_subquery()
)
# Wrapped, so that no planner starts from all chats of the channel instead of the queue.
_CHANNEL = func.coalesce(chat.c.channel, "")
HEADS = (
    select(
        outbox,
        chat_queue.c.fence.label("old_fence"),
        chat.c.channel,
        chat.c.bot,
        chat.c.address,
        _edited.c.message_id.label("target"),
    )
    .select_from(chat_queue)
    .join(chat, chat.c.id == chat_queue.c.chat)
    .join(outbox, outbox.c.id == _HEAD)
    .outerjoin(_edited, _edited.c.id == outbox.c.edits)
    .where(
        chat_queue.c.due <= bindparam("now"),
        or_(chat_queue.c.lease_until.is_(None), chat_queue.c.lease_until <= bindparam("now")),
        _CHANNEL.in_(bindparam("channels", expanding=True)),
    )
    .order_by(chat_queue.c.priority, chat_queue.c.due, chat_queue.c.chat)
    .limit(bindparam("most"))
    .with_for_update(of=chat_queue, skip_locked=True)
)
TAKE_CHAT = (
    update(chat_queue)
    .where(chat_queue.c.chat == bindparam("this"))
    .values(lease_until=bindparam("until"), owner=bindparam("who"), fence=bindparam("new_fence"))
)
TAKE_ROW = (
    update(outbox)
    .where(outbox.c.id == bindparam("this"))
    .values(state="sending", attempts=outbox.c.attempts + 1, fence=bindparam("new_fence"))
)
RENEW = (
    update(chat_queue)
    .where(chat_queue.c.chat == bindparam("this"), chat_queue.c.fence == bindparam("held"))
    .values(lease_until=bindparam("until"))
)
LAPSE_ROWS = update(outbox).where(OWED, outbox.c.state == "sending").values(state="unknown")
LAPSE_CHATS = update(chat_queue).values(lease_until=None, owner="")
_ready = case(
    (chat_queue.c.lease_until > chat_queue.c.due, chat_queue.c.lease_until),
    else_=chat_queue.c.due,
)
NEXT_DUE = select(func.min(_ready, type_=chat_queue.c.due.type))
OWED_TO = select(func.count()).select_from(outbox).where(outbox.c.chat == bindparam("this"), OWED)
CARD = (
    select(outbox.c.id)
    .where(
        outbox.c.chat == bindparam("this"),
        outbox.c.card == bindparam("named"),
        outbox.c.edits.is_(None),
        outbox.c.state.not_in(["failed", "superseded"]),
    )
    .order_by(outbox.c.seq.desc())
    .limit(1)
)
BY_STATE = select(outbox.c.state, func.count()).group_by(outbox.c.state)


def post(c: Connection, chat_id: int, rows: Sequence[NewRow], now: datetime) -> list[int]:
    """Owe these to the chat, behind what it is owed already; returns the rows' ids.

    An edit that is still waiting is superseded by a newer edit of the same card.
    """
    last = c.execute(LAST, {"this": chat_id}).scalar() or 0
    ids: list[int] = []
    for seq, row in enumerate(rows, start=last + 1):
        if row.edits is not None and row.card:
            c.execute(SUPERSEDE, {"this": chat_id, "named": row.card})
        values = {**_new(row, now), "chat": chat_id, "seq": seq}
        ids.append(add(c, INSERT, values))
    if rows:
        queued = {
            "chat": chat_id,
            "priority": min(row.priority for row in rows),
            "due": min(row.not_before or now for row in rows),
            "owner": "",
            "fence": 0,
        }
        c.execute(QUEUE[c.dialect.name], queued)
    return ids


def claim(
    c: Connection, channels: Collection[str], now: datetime, owner: str, limit: int
) -> list[Claimed]:
    """Take the next row of each of at most `limit` chats, the most urgent chats first.

    Only chats of these channels. The chat is leased for 5 s, then anybody may take it again.
    """
    wanted = {"channels": list(channels), "now": now, "most": limit}
    taken = [_claimed(row) for row in c.execute(HEADS, wanted).mappings()]
    if taken:
        lease = {"until": now + LEASE, "who": owner}
        c.execute(TAKE_CHAT, [{**lease, "this": one.chat, "new_fence": one.fence} for one in taken])
        c.execute(TAKE_ROW, [{"this": one.id, "new_fence": one.fence} for one in taken])
    return taken


def renew(c: Connection, held: Sequence[Claimed], now: datetime) -> None:
    """Hold these for another 5 s: they are still being sent."""
    rows = [{"this": one.chat, "held": one.fence, "until": now + LEASE} for one in held]
    if rows:
        c.execute(RENEW, rows)


def lapse(c: Connection) -> None:
    """Nobody is sending: what was on its way may have arrived, and every chat is free again."""
    c.execute(LAPSE_ROWS)
    c.execute(LAPSE_CHATS)


def next_due(c: Connection) -> datetime | None:
    """When a chat is next to be served, None when nothing is owed to anybody."""
    found: datetime | None = c.execute(NEXT_DUE).scalar()
    return found


def owed_to(c: Connection, chat_id: int) -> int:
    """How many rows the chat is owed still."""
    count: int = c.execute(OWED_TO, {"this": chat_id}).scalar_one()
    return count


def card(c: Connection, chat_id: int, name: str) -> int | None:
    """The row that brought the newest message of this name, which an edit may change."""
    found: int | None = c.execute(CARD, {"this": chat_id, "named": name}).scalar()
    return found


def _new(row: NewRow, now: datetime) -> dict[str, object]:
    return {
        "priority": row.priority,
        "method": row.method,
        "body": dict(row.body),
        "file": None if row.file is None else dict(row.file),
        "card": row.card,
        "edits": row.edits,
        "not_before": row.not_before or now,
        "state": "pending",
        "attempts": 0,
        "fence": 0,
        "plain": False,
        "message_id": "",
        "error": "",
        "created_at": now,
        "notice": row.notice,
    }


def _claimed(row: RowMapping) -> Claimed:
    return Claimed(
        id=row["id"],
        chat=row["chat"],
        fence=row["old_fence"] + 1,
        address=Address(row["channel"], row["bot"], row["address"]),
        method=row["method"],
        body=row["body"],
        file=row["file"],
        card=row["card"],
        edits=row["edits"] is not None,
        target=row["target"] or "",
        attempts=row["attempts"] + 1,
        plain=row["plain"],
        priority=row["priority"],
        notice=row["notice"],
    )
