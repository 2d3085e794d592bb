"""Talks that ended without a ticket: found slice by slice along the log; what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, exists, func, insert, select, update

from dialogs.model import Json
from storage import inserts, settings
from storage.schema import message, session, suspect, ticket

CURSOR = "suspects.cursor"  # the newest message of the log that was looked at
FIRST = 5_000  # messages looked back at, where nobody looked before
COMMAND = "/"  # what a command begins with in the log
MOST_SAID = 40  # messages of a talk

OPEN, FILED, DISMISSED = "open", "filed", "dismissed"
NEWEST = select(func.max(message.c.id))
SOME = (
    select(message.c.id, message.c.chat, message.c.at)
    .where(message.c.id > bindparam("after"))
    .order_by(message.c.id)
    .limit(bindparam("most"))
)
LATER = exists().where(message.c.chat == bindparam("this"), message.c.id > bindparam("after"))
TALKING = exists().where(session.c.chat == bindparam("this"), session.c.active)
JUDGED = select(func.max(suspect.c.last)).where(suspect.c.chat == bindparam("this"))
# What was typed, and not pressed: a press has no message of its own.
TYPED = (message.c.direction == "in", message.c.ticket.is_(None), message.c.message_id != "")
SAID = (
    select(message.c.id, message.c.at, message.c.words)
    .where(
        message.c.chat == bindparam("this"),
        message.c.id > bindparam("after"),
        message.c.id <= bindparam("until"),
        *TYPED,
        message.c.at >= bindparam("since"),
    )
    .order_by(message.c.id.desc())
    .limit(MOST_SAID)
)
SAID_IN = (
    select(message.c.words)
    .where(
        message.c.chat == bindparam("this"),
        message.c.id.between(bindparam("first"), bindparam("last")),
        *TYPED,
    )
    .order_by(message.c.id)
    .limit(MOST_SAID)
)
BIND = (
    update(message)
    .where(
        message.c.chat == bindparam("this"),
        message.c.id.between(bindparam("first"), bindparam("last")),
        message.c.ticket.is_(None),
    )
    .values(ticket=bindparam("to"))
)
TICKETED = exists().where(
    ticket.c.chat == bindparam("this"), ticket.c.opened_at >= bindparam("since")
)
LIST = (
    select(suspect)
    .where(suspect.c.state == OPEN)
    .order_by(suspect.c.at.desc())
    .limit(bindparam("most"))
)
ONE = select(suspect).where(suspect.c.id == bindparam("this"))
END = (
    update(suspect)
    .where(suspect.c.id == bindparam("this"), suspect.c.state == OPEN)
    .values(
        state=bindparam("became"),
        staff=bindparam("who"),
        ended_at=bindparam("now"),
        reason=bindparam("why"),
    )
)


@dataclass(frozen=True, slots=True)
class Slice:
    """The next messages of the log, up to `last`: their chats, each with when it last spoke."""

    last: int
    chats: tuple[tuple[int, datetime], ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """What a person said in a talk, oldest first: its first and last message, when that was."""

    chat: int
    first: int
    last: int
    at: datetime
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """A talk that sounds like a complaint. `signs`: why; `state` open, filed or dismissed."""

    id: int
    chat: int
    first: int
    last: int
    at: datetime
    signs: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True)
class Became:
    """What became of one, by whom (a staff id), and why."""

    state: str
    staff: int
    reason: str = ""


def cursor(c: Connection) -> int:
    """Up to which message the log was looked at."""
    known = settings.read(c, CURSOR)
    if isinstance(known, int):
        return known
    newest: int = c.execute(NEWEST).scalar() or 0
    return max(0, newest - FIRST)


def move(c: Connection, to: int) -> None:
    """It was looked at up to this message."""
    value: Json = to
    settings.write(c, CURSOR, value)


def after(c: Connection, message_id: int, before: datetime, most: int) -> Slice:
    """The next messages that were written before that moment."""
    last, found = message_id, dict[int, datetime]()
    for row in c.execute(SOME, {"after": message_id, "most": most}):
        if row.at >= before:
            break
        last = row.id
        found[row.chat] = row.at
    return Slice(last, tuple(found.items()))


def talk(c: Connection, chat: int, until: int, since: datetime) -> Talk | None:
    """What was said in a chat up to message `until` that no ticket came of; None where it goes on,
    where a ticket was filed, or where it was judged before.
    """
    this = {"this": chat}
    if c.execute(select(LATER), {**this, "after": until}).scalar_one():
        return None
    if c.execute(select(TALKING), this).scalar_one():
        return None
    judged = c.execute(JUDGED, this).scalar() or 0
    found = c.execute(SAID, {**this, "after": judged, "until": until, "since": since}).all()[::-1]
    rows = [row for row in found if not row.words.startswith(COMMAND)]
    if not rows or c.execute(select(TICKETED), {**this, "since": rows[0].at}).scalar_one():
        return None
    words = tuple(row.words for row in rows)
    return Talk(chat, rows[0].id, rows[-1].id, rows[-1].at, words)


def suspected(c: Connection, found: Talk, signs: Sequence[str]) -> int:
    """Keep that it sounds like a complaint, for staff to look at."""
    row = {
        "chat": found.chat,
        "first": found.first,
        "last": found.last,
        "at": found.at,
        "signs": ",".join(signs),
        "state": OPEN,
        "reason": "",
    }
    return inserts.add(c, insert(suspect), row)


def open_ones(c: Connection, most: int) -> tuple[Suspect, ...]:
    """Those that nobody has looked at yet, the newest first."""
    return tuple(_suspect(row) for row in c.execute(LIST, {"most": most}).mappings())


def load(c: Connection, suspect_id: int) -> Suspect | None:
    """The one of this id, None if there is none."""
    row = c.execute(ONE, {"this": suspect_id}).mappings().first()
    return None if row is None else _suspect(row)


def said(c: Connection, one: Suspect) -> tuple[str, ...]:
    """What the person said in it, oldest first; what was cleared away since is left out."""
    values = {"this": one.chat, "first": one.first, "last": one.last}
    found = c.execute(SAID_IN, values).scalars()
    return tuple(one for one in found if not one.startswith(COMMAND))


def end(c: Connection, suspect_id: int, became: Became, now: datetime) -> bool:
    """It was filed or dismissed; False where somebody else had done so."""
    told = {"this": suspect_id, "became": became.state, "who": became.staff, "why": became.reason}
    told |= {"now": now}
    return c.execute(END, told).rowcount == 1


def bind(c: Connection, one: Suspect, to: int) -> None:
    """What was said in it turned out to be about this ticket."""
    c.execute(BIND, {"this": one.chat, "first": one.first, "last": one.last, "to": to})


def _suspect(row: RowMapping) -> Suspect:
    return Suspect(
        id=row["id"],
        chat=row["chat"],
        first=row["first"],
        last=row["last"],
        at=row["at"],
        signs=tuple(filter(None, row["signs"].split(","))),
        state=row["state"],
    )
