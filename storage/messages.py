"""The log of every conversation, both sides, as the person saw it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, RowMapping, Select, bindparam, func, select, text, update

from dialogs.values import quick
from storage import grams
from storage.hot import Hot
from storage.inserts import numbered
from storage.schema import message, outbox


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message of a chat; `direction` "in" from the person, "out" from us.

    `words` as read, `choices` the words of the buttons under it. `search` are the complaint's own
    words, cleaned of card and id numbers by the caller, kept in plain text for searching; "" for
    anything else. `message_id` is the channel's id of an incoming message; an outgoing one gets
    its id from its row `outbox`. `edited_from` is the message that this one takes the place of.
    `staff_name` is set where a named person of the staff speaks.
    """

    chat: int
    at: datetime
    direction: str
    words: str
    choices: tuple[str, ...] = ()
    search: str = ""
    ticket: int | None = None
    message_id: str = ""
    outbox: int | None = None
    card: str = ""
    edited_from: int | None = None
    attachment: int | None = None
    staff_name: str = ""
    id: int = 0


LOG = Hot(
    numbered(message),
    tuple(one.name for one in message.columns if one.name != "id"),
)
_ALL = select(message, outbox.c.message_id.label("sent_id")).join(
    outbox, outbox.c.id == message.c.outbox, isouter=True
)
AFTER = (
    _ALL.where(message.c.chat == bindparam("this"), message.c.id > bindparam("after"))
    .order_by(message.c.id)
    .limit(bindparam("most"))
)
LATEST = (
    _ALL.where(message.c.chat == bindparam("this"))
    .order_by(message.c.id.desc())
    .limit(bindparam("most"))
)
OF_TICKET = (
    _ALL.where(message.c.ticket == bindparam("this"), message.c.id > bindparam("after"))
    .order_by(message.c.id)
    .limit(bindparam("most"))
)
HAS_ID = text("message.message_id <> ''")  # as the index has it
HERE = _ALL.where(
    message.c.chat == bindparam("this"),
    message.c.message_id == bindparam("channel_id"),
    HAS_ID,
).order_by(message.c.id.desc())
SENT = _ALL.where(
    outbox.c.chat == bindparam("this"), outbox.c.message_id == bindparam("channel_id")
).order_by(message.c.id.desc())
BIND = (
    update(message).where(message.c.id == bindparam("this")).values(ticket=bindparam("new_ticket"))
)
ABOUT = select(message.c.ticket).where(message.c.outbox == bindparam("this")).limit(1)
NEWEST = Hot(select(func.max(message.c.id)).where(message.c.chat == bindparam("this")))
CARD = Hot(
    select(func.max(message.c.id)).where(
        message.c.chat == bindparam("this"), message.c.card == bindparam("named")
    )
)


def log(c: Connection, said: Said) -> int:
    """Keep one message; returns its id, which grows along the conversation."""
    if said.ticket and said.search:
        grams.mark(c, said.ticket)
    row = {
        "chat": said.chat,
        "at": said.at,
        "direction": said.direction,
        "words": said.words,
        "search": said.search,
        "choices": list(said.choices),
        "ticket": said.ticket,
        "message_id": said.message_id,
        "outbox": said.outbox,
        "card": said.card,
        "edited_from": said.edited_from,
        "attachment": said.attachment,
        "staff_name": said.staff_name,
    }
    return LOG.add(c, row)


def log_in(c: Connection, said: Said, *, rewrites: bool = True) -> int:
    """Keep what the person said; with `rewrites`, in place of the one of the same message id."""
    earlier = said.edited_from
    if earlier is None and rewrites and said.message_id:
        found = by_message(c, said.chat, said.message_id)
        earlier = found.id if found else None
    return log(c, _as(said, "in", earlier))


def log_out(c: Connection, said: Said, *, replaces: bool = True) -> int:
    """Keep what we said; with `replaces` a card takes the place of the one before it."""
    earlier = said.edited_from
    if earlier is None and said.card and replaces:
        earlier = CARD.scalar(c, {"this": said.chat, "named": said.card})
    return log(c, _as(said, "out", earlier))


def _as(said: Said, direction: str, earlier: int | None) -> Said:
    if said.direction == direction and said.edited_from == earlier:
        return said
    return replace(said, direction=direction, edited_from=earlier)


def bind(c: Connection, message: int, ticket: int) -> None:
    """This message turned out to be about that ticket."""
    c.execute(BIND, {"this": message, "new_ticket": ticket})


def conversation(c: Connection, chat: int, after: int = 0, limit: int = 200) -> tuple[Said, ...]:
    """What was said in the chat after message `after`, oldest first."""
    return _all(c, AFTER, {"this": chat, "after": after, "most": limit})


def latest(c: Connection, chat: int, limit: int = 200) -> tuple[Said, ...]:
    """The last that was said in the chat, oldest first."""
    return _all(c, LATEST, {"this": chat, "most": limit})[::-1]


def newest(c: Connection, chat: int) -> int:
    """The last message of the chat, 0 if there is none."""
    return NEWEST.scalar(c, {"this": chat}) or 0


def of_ticket(c: Connection, ticket: int, after: int = 0, limit: int = 200) -> tuple[Said, ...]:
    """What was said about the ticket after message `after`, oldest first."""
    return _all(c, OF_TICKET, {"this": ticket, "after": after, "most": limit})


def by_message(c: Connection, chat: int, channel_id: str) -> Said | None:
    """The newest message with this id of the channel's, whoever said it."""
    place = {"this": chat, "channel_id": channel_id}
    found = _all(c, HERE, place) or _all(c, SENT, place)
    return found[0] if found else None


def about(c: Connection, outbox_row: int) -> int | None:
    """The ticket that the message sent by this row is about, None if it is about none."""
    found: int | None = c.execute(ABOUT, {"this": outbox_row}).scalar()
    return found


def _all(
    c: Connection, statement: Select[tuple[object, ...]], values: dict[str, object]
) -> tuple[Said, ...]:
    rows: Sequence[RowMapping] = c.execute(statement, values).mappings().all()
    return tuple(_said(row) for row in rows)


def _said(row: RowMapping) -> Said:
    return Said(
        id=row["id"],
        chat=row["chat"],
        at=row["at"],
        direction=row["direction"],
        words=row["words"],
        choices=tuple(row["choices"]),
        search=row["search"],
        ticket=row["ticket"],
        message_id=row["message_id"] or row["sent_id"] or "",
        outbox=row["outbox"],
        card=row["card"],
        edited_from=row["edited_from"],
        attachment=row["attachment"],
        staff_name=row["staff_name"],
    )
