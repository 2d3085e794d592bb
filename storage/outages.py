"""When a channel's people could not reach us for long, and who is still to be asked again for it.

Whoever takes what comes from a channel says so every few seconds. An outage is a row of its own,
merged with one that is not over yet; it goes once everybody was seen to.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, select

from dialogs.model import Json
from storage import settings
from storage.schema import chat, message, session, setting

LONG = timedelta(seconds=150)  # for about so long Telegram keeps a press that nobody answers
ACTIVE = timedelta(hours=24)  # before it; older drafts are nudged by themselves
BEAT, AWAY = "pulse:", "outage:"  # how the names of the rows begin


@dataclass(frozen=True, slots=True)
class Outage:
    """One channel's. Concerns whose last words came from `first` on and before `last`.

    `last` lies in the midst of it, since neither end is known to the second. `until` is when it
    was seen to be over; chats up to `cursor` were seen to.
    """

    channel: str
    first: datetime
    last: datetime
    until: datetime
    cursor: int = 0


_NAMED = setting.c.name == bindparam("named")
READ = select(setting.c.value).where(_NAMED).with_for_update()
# What another replica is at just now is its business; waiting for it could end in a circle.
TAKE = select(setting.c.value).where(_NAMED).with_for_update(skip_locked=True)
PENDING = (
    select(setting.c.name, setting.c.value)
    .where(setting.c.name.startswith(AWAY))
    .order_by(setting.c.name)
)
END = delete(setting).where(_NAMED)
_last_in = (
    select(message.c.at)
    .where(message.c.chat == session.c.chat, message.c.direction == "in")
    .order_by(message.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
CONCERNED = (
    select(session.c.chat)
    .join(chat)
    .where(
        session.c.chat > bindparam("after"),
        session.c.active,
        chat.c.channel == bindparam("channel"),
        chat.c.reachable,
        _last_in >= bindparam("first"),
        _last_in < bindparam("last"),
    )
    .order_by(session.c.chat)
    .limit(bindparam("most"))
)
SHOWN = (
    select(message.c.id)
    .where(
        message.c.chat == bindparam("this"),
        message.c.card == bindparam("card"),
        message.c.at >= bindparam("since"),
    )
    .limit(1)
)


def beat(c: Connection, channel: str, now: datetime) -> Outage | None:
    """Note that the channel's people reach us now; the outage that is over by it, if it was one."""
    name = BEAT + channel
    before = c.execute(READ, {"named": name}).scalar()
    settings.write(c, name, now.isoformat())
    began = datetime.fromisoformat(before) if isinstance(before, str) else now
    if now - began <= LONG:
        return None
    found = Outage(channel, began - ACTIVE, began + LONG / 2, now)
    earlier = _read(channel, c.execute(READ, {"named": AWAY + channel}).scalar())
    if earlier is not None:
        found = Outage(channel, min(earlier.first, found.first), found.last, now)
    _write(c, found)
    return found


def pending(c: Connection) -> list[Outage]:
    """The outages after which not everybody was seen to yet."""
    rows = c.execute(PENDING).all()
    found = [_read(row.name.removeprefix(AWAY), row.value) for row in rows]
    return [one for one in found if one is not None]


def concerned(c: Connection, outage: Outage, limit: int) -> list[int]:
    """The next chats to be seen to: reachable, in the midst of a dialog, and silent since."""
    row = {
        "after": outage.cursor,
        "channel": outage.channel,
        "first": outage.first,
        "last": outage.last,
        "most": limit,
    }
    return list(c.execute(CONCERNED, row).scalars())


def passed(c: Connection, outage: Outage, chat: int) -> bool:
    """Mark a chat as seen to; False when it was already, or another replica is at it."""
    now = _taken(c, outage)
    if now is None or now.cursor >= chat:
        return False
    _write(c, Outage(now.channel, now.first, now.last, now.until, chat))
    return True


def end(c: Connection, outage: Outage) -> None:
    """Everybody was seen to, unless a new outage began meanwhile."""
    if _taken(c, outage) == outage:
        c.execute(END, {"named": AWAY + outage.channel})


def shown(c: Connection, chat: int, card: str, since: datetime) -> bool:
    """Whether the chat was sent this card at that time or later."""
    return c.execute(SHOWN, {"this": chat, "card": card, "since": since}).first() is not None


def _taken(c: Connection, outage: Outage) -> Outage | None:
    """The row of this very outage, ours until the transaction ends; None if it cannot be."""
    value = c.execute(TAKE, {"named": AWAY + outage.channel}).scalar()
    found = _read(outage.channel, value)
    return found if found is not None and found.until == outage.until else None


def _write(c: Connection, outage: Outage) -> None:
    value: dict[str, Json] = {
        "first": outage.first.isoformat(),
        "last": outage.last.isoformat(),
        "until": outage.until.isoformat(),
        "cursor": outage.cursor,
    }
    settings.write(c, AWAY + outage.channel, value)


def _read(channel: str, value: object) -> Outage | None:
    if not isinstance(value, Mapping):
        return None
    first, last, until = (datetime.fromisoformat(value[one]) for one in ("first", "last", "until"))
    return Outage(channel, first, last, until, value["cursor"])
