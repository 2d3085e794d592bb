"""What is owed to chats: rows that are the channel's own requests, in order within each chat.

A chat that was ever owed something has one row in `chat_queue`, its line: when it is next to be
served, how urgent its most urgent row is, who serves it now, how fast it may be served. A row's
state goes pending -> sending -> sent, or back to pending, to unknown (it may have arrived, and is
sent again), failed, superseded.

A row may be born as `sending`: who posts it for a line that owes nothing holds it from the start,
and sends it right after the commit without asking the queue.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Table,
    bindparam,
    func,
    select,
    text,
    update,
)

from dialogs.model import Address, Json
from dialogs.values import quick
from storage import lines
from storage.hot import Hot, Row
from storage.inserts import numbered
from storage.lines import Lease, Wake
from storage.schema import DUE, OWED, chat, chat_queue, outbox

ANSWER, NOTICE, BROADCAST = 0, 1, 2
LEASE = timedelta(seconds=5)
AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)  # due since long ago


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A request to be sent: the channel's method and body, a file to be made when it goes.

    `card` names a message that later ones of the same name may replace; `edits` is the row that
    carried the message which this one changes. `notice` is the message's code, if it is one of
    the ticket's notices.
    """

    method: str
    body: Mapping[str, Json]
    file: Mapping[str, Json] | None = None
    card: str = ""
    edits: int | None = None
    priority: int = ANSWER
    notice: str = ""
    broadcast: int | None = None  # the word to many that it is one of


@dataclass(frozen=True, slots=True)
class Hold:
    """The right to send a row as soon as it is posted, to this address, by this owner."""

    owner: str
    until: datetime
    address: Address


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A row on its way, held under `fence`; `target` is the message id that an edit changes.

    `attempts` counts this one. `plain`: it was already made simpler once. `free` is when the
    chat may get its next message by its pace.
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
    created_at: datetime
    free: datetime


@dataclass(frozen=True, slots=True)
class Posted:
    """The ids of the new rows; `taken` is the one among them that is held already."""

    ids: tuple[int, ...] = ()
    taken: Claimed | None = None


def _columns(table: Table, *names: str) -> tuple[str, ...]:
    return names or tuple(one.name for one in table.columns if one.name != "id")


ROW = Hot(numbered(outbox), _columns(outbox))
SUPERSEDE = Hot(
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
TARGET = Hot(select(outbox.c.message_id).where(outbox.c.id == bindparam("this")))
_NOW = bindparam("now", type_=chat_queue.c.due.type)
_inner = outbox.alias("inner_row")
_edited = outbox.alias("edited")
_HEAD = (
    select(_inner.c.id)
    .where(_inner.c.chat == chat_queue.c.chat, OWED)
    .order_by(_inner.c.seq)
    .limit(1)
    .correlate(chat_queue)
    .scalar_subquery()
)
_SHOWN = (
    "id", "chat", "method", "body", "file", "card", "edits", "attempts", "plain", "priority",
    "notice", "created_at",
)  # fmt: skip
# Wrapped, so that the planner walks the queue in its order instead of sorting all that is due.
_due = func.coalesce(chat_queue.c.due, chat_queue.c.due)
HEADS = Hot(
    select(
        *(outbox.c[name] for name in _SHOWN),
        chat_queue.c.fence,
        chat_queue.c.spacing,
        chat_queue.c.paced,
        chat.c.channel,
        chat.c.bot,
        chat.c.address,
        _edited.c.message_id.label("target"),
    )
    .select_from(chat_queue)
    .join(chat, chat.c.id == chat_queue.c.chat)
    .join(outbox, outbox.c.id == _HEAD)
    .outerjoin(_edited, _edited.c.id == outbox.c.edits)
    .where(chat_queue.c.channel == bindparam("served"), DUE, _due <= _NOW)
    .order_by(chat_queue.c.priority, chat_queue.c.due)
    .limit(bindparam("most"))
    .with_for_update(of=[chat_queue, chat], skip_locked=True, key_share=True)
)
TAKE_CHAT = Hot(
    update(chat_queue)
    .where(chat_queue.c.chat == bindparam("this"))
    .values(
        lease_until=bindparam("until"),
        due=bindparam("until"),
        owner=bindparam("who"),
        fence=bindparam("new_fence"),
        paced=bindparam("new_paced"),
    )
)
TAKE_ROW = Hot(
    update(outbox)
    .where(outbox.c.id == bindparam("this"))
    .values(state="sending", attempts=outbox.c.attempts + 1, fence=bindparam("new_fence"))
)
RENEW = Hot(
    update(chat_queue)
    .where(
        chat_queue.c.chat == bindparam("this"),
        chat_queue.c.fence == bindparam("held"),
        chat_queue.c.lease_until.is_not(None),
    )
    .values(lease_until=bindparam("until"), due=bindparam("until"))
)
LAPSE_ROWS = update(outbox).where(OWED, outbox.c.state == "sending").values(state="unknown")
LAPSE_CHATS = (
    update(chat_queue)
    .where(chat_queue.c.lease_until.is_not(None))
    .values(lease_until=None, owner="", due=bindparam("at_once"))
)
NEXT_DUE = Hot(
    select(func.min(chat_queue.c.due, type_=chat_queue.c.due.type)).where(
        chat_queue.c.channel == bindparam("served"), DUE
    )
)
_SOONEST = func.min(chat_queue.c.due, type_=chat_queue.c.due.type)
NEXT_OF_ALL = Hot(select(_SOONEST).where(DUE))
OWED_TO = select(func.count()).select_from(outbox).where(outbox.c.chat == bindparam("this"), OWED)
CARD = Hot(
    select(outbox.c.id)
    .where(
        outbox.c.chat == bindparam("this"),
        outbox.c.card == bindparam("named"),
        outbox.c.edits.is_(None),
        text("state NOT IN ('failed', 'superseded')"),
    )
    .order_by(outbox.c.seq.desc())
    .limit(1)
)
BY_STATE = select(outbox.c.state, func.count()).group_by(outbox.c.state)


def post(  # noqa: PLR0913  who posts says what, where, when and how
    c: Connection,
    chat_id: int,
    rows: Sequence[NewRow],
    now: datetime,
    *,
    spacing: float = 0,
    hold: Hold | None = None,
) -> Posted:
    """Owe these to the chat, behind what it is owed already.

    An edit that is still waiting is superseded by a newer edit of the same card. `spacing` is how
    many seconds apart the chat's messages are to go, but for a burst of three. With a `hold` the
    first row is taken at once, if the chat is owed nothing else and its pace allows.
    """
    if not rows:
        return Posted()
    line = lines.of(c, chat_id)
    urgent = min(row.priority for row in rows)
    if hold is None or not line.idle or line.free(now, spacing) > now:
        ids = _add(c, chat_id, line.last, rows, now, 0)
        lines.stand(c, chat_id, line, urgent, Wake(line.free(now, spacing), spacing))
        return Posted(ids)
    lease = Lease(hold.owner, hold.until, line.fence + 1)
    ids = _add(c, chat_id, line.last, rows, now, lease.fence)
    free = lines.take(c, chat_id, line, urgent, lease, Wake(now, spacing))
    return Posted(ids, _born(c, chat_id, rows[0], ids[0], hold, lease.fence, now, free))


def wake(c: Connection, chat_id: int, priority: int, now: datetime) -> None:
    """The chat is owed something of this priority again, by rows that were there before."""
    line = lines.of(c, chat_id)
    lines.stand(c, chat_id, line, priority, Wake(line.free(now, line.spacing), line.spacing))


def _add(  # noqa: PLR0913, PLR0917
    c: Connection, chat_id: int, last: int, rows: Sequence[NewRow], now: datetime, fence: int
) -> tuple[int, ...]:
    """Insert the rows behind place `last`; with a fence the first of them is on its way."""
    made = []
    for place, row in enumerate(rows, 1):
        if row.edits is not None and row.card:
            SUPERSEDE.run(c, {"this": chat_id, "named": row.card})
        held = bool(fence) and place == 1
        values = {
            "chat": chat_id,
            "seq": last + place,
            "priority": row.priority,
            "method": row.method,
            "body": row.body,
            "file": row.file,
            "card": row.card,
            "edits": row.edits,
            "not_before": now,
            "state": "sending" if held else "pending",
            "attempts": 1 if held else 0,
            "fence": fence if held else 0,
            "plain": False,
            "message_id": "",
            "error": "",
            "created_at": now,
            "sent_at": None,
            "notice": row.notice,
            "broadcast": row.broadcast,
        }
        made.append(ROW.add(c, values))
    return tuple(made)


def _born(  # noqa: PLR0913, PLR0917
    c: Connection,
    chat_id: int,
    row: NewRow,
    row_id: int,
    hold: Hold,
    fence: int,
    now: datetime,
    free: datetime,
) -> Claimed:
    target = TARGET.scalar(c, {"this": row.edits}) if row.edits is not None else ""
    return Claimed(
        id=row_id,
        chat=chat_id,
        fence=fence,
        address=hold.address,
        method=row.method,
        body=row.body,
        file=row.file,
        card=row.card,
        edits=row.edits is not None,
        target=target or "",
        attempts=1,
        plain=False,
        priority=row.priority,
        notice=row.notice,
        created_at=now,
        free=free,
    )


def claim(c: Connection, channel: str, now: datetime, owner: str, limit: int) -> list[Claimed]:
    """Take the next row of each of at most `limit` chats, the most urgent chats first.

    Only chats of this channel. The chat is leased for 5 s, then anybody may take it again.
    """
    found = HEADS.all(c, {"served": channel, "now": now, "most": limit})
    taken = [_claimed(row, now) for row in found]
    if taken:
        until = now + LEASE
        TAKE_CHAT.many(
            c,
            [
                {"this": row.chat, "until": until, "who": owner, "new_fence": row.fence,
                 "new_paced": paced}
                for row, paced in taken
            ],
        )  # fmt: skip
        TAKE_ROW.many(c, [{"this": row.id, "new_fence": row.fence} for row, _ in taken])
    return [row for row, _ in taken]


def renew(c: Connection, held: Collection[Claimed], now: datetime) -> None:
    """Hold these for another 5 s: they are still being sent."""
    rows = [{"this": one.chat, "held": one.fence, "until": now + LEASE} for one in held]
    if rows:
        RENEW.many(c, rows)


def lapse(c: Connection) -> None:
    """Nobody is sending: what was on its way may have arrived, and every chat is free again."""
    c.execute(LAPSE_ROWS)
    c.execute(LAPSE_CHATS, {"at_once": AT_ONCE})


def next_due(c: Connection, channels: Collection[str] = ()) -> datetime | None:
    """When a chat of these channels (all, if none is named) is next to be looked at.

    None when nobody is owed anything.
    """
    if not channels:
        whenever: datetime | None = NEXT_OF_ALL.scalar(c, {})
        return whenever
    found = (NEXT_DUE.scalar(c, {"served": one}) for one in channels)
    return min((one for one in found if one is not None), default=None)


def owed_to(c: Connection, chat_id: int) -> int:
    """How many rows the chat is owed still."""
    count: int = c.execute(OWED_TO, {"this": chat_id}).scalar_one()
    return count


def card(c: Connection, chat_id: int, name: str) -> int | None:
    """The row that brought the newest message of this name, which an edit may change."""
    found: int | None = CARD.scalar(c, {"this": chat_id, "named": name})
    return found


def _claimed(row: Row, now: datetime) -> tuple[Claimed, datetime | None]:
    """The row, and how far its chat is spread once it has gone."""
    *shown, fence, spacing, paced, channel, bot, address, target = row
    told: dict[str, Any] = dict(zip(_SHOWN, shown, strict=True))
    spread_to = lines.paced_by(paced, spacing, now)
    told["edits"] = told["edits"] is not None
    told["attempts"] += 1
    claimed = Claimed(
        **told,
        fence=fence + 1,
        address=Address(channel, bot, address),
        target=target or "",
        free=lines.spread(spread_to, spacing) if spread_to else now,
    )
    return claimed, spread_to
