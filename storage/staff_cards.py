"""The cards of tickets in the staff group: a view, due to be drawn when its ticket has changed.

One row a ticket. A change only says since when the card is due; many changes are one drawing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, case, or_, select, text, update

from dialogs.tickets.ticket import ENDED
from storage.hot import Hot, Row
from storage.inserts import Insert, on_conflict
from storage.schema import staff_card, ticket

BACKOFF = timedelta(seconds=10)  # after the first refusal; twice as long after each further one
MOST = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """How a ticket stands in the group: its card in the department's topic, and in its own.

    `message` and `own_message` are the channel's ids, "" where there is none; `drawn` and
    `own_drawn` digests of what they show. `fed`: words of the subscriber up to this message stand
    in its own topic.
    """

    ticket: int
    chat: int
    revision: int
    due: datetime | None
    tries: int
    topic: int | None
    message: str
    drawn: str
    own_message: str
    own_drawn: str
    fed: int


_SHOWN = (
    "ticket", "chat", "revision", "due", "tries", "topic", "message_id", "drawn",
    "own_message_id", "own_drawn", "fed",
)  # fmt: skip
_ALL = select(*(staff_card.c[name] for name in _SHOWN))
_THIS = staff_card.c.ticket == bindparam("this")
_HERE = staff_card.c.chat == bindparam("this")


def _sooner(insert: Insert) -> Insert:
    new, old = insert.excluded.due, staff_card.c.due
    sooner = case((old.is_(None), new), (old > new, new), else_=old)
    return insert.on_conflict_do_update(index_elements=["ticket"], set_={"due": sooner})


MARK = Hot(on_conflict(staff_card, _sooner), tuple(one.name for one in staff_card.columns))
OF = Hot(_ALL.where(_THIS))
NEXT = Hot(
    _ALL.where(_HERE, staff_card.c.due <= bindparam("now")).order_by(staff_card.c.due).limit(1)
)
BY_MESSAGE = Hot(
    _ALL.where(
        _HERE,
        staff_card.c.message_id == bindparam("shown"),
        staff_card.c.message_id != "",
    )
)
BY_OWN = Hot(
    _ALL.where(
        _HERE,
        staff_card.c.own_message_id == bindparam("shown"),
        staff_card.c.own_message_id != "",
    )
)
SOONEST = Hot(select(staff_card.c.due).where(_HERE, staff_card.c.due.is_not(None))
              .order_by(staff_card.c.due).limit(1))  # fmt: skip
DONE = update(staff_card).where(_THIS).values(due=None, tries=0, revision=bindparam("new"))
DRAWN = update(staff_card).where(_THIS)
LATER = update(staff_card).where(_THIS).values(due=bindparam("again"), tries=staff_card.c.tries + 1)
FED = update(staff_card).where(_THIS).values(fed=bindparam("new"))
_ENDED = ", ".join(f"'{state.value}'" for state in sorted(ENDED))
_OPEN = text(f"ticket.state NOT IN ({_ENDED})")
# Of the next so many tickets those whose card is not as they are, and where the next ones begin.
_SLICE = (
    select(ticket.c.id, ticket.c.revision, ticket.c.state)
    .where(ticket.c.id > bindparam("after"))
    .order_by(ticket.c.id)
    .limit(bindparam("most"))
)
_GONE_FROM_TOPIC = (
    update(staff_card)
    .where(staff_card.c.topic == bindparam("there"))
    .values(message_id="", drawn="", topic=None)
)
_WERE_THERE = (
    select(staff_card.c.ticket)
    .join(ticket, ticket.c.id == staff_card.c.ticket)
    .where(staff_card.c.topic == bindparam("there"), _OPEN)
)
DUE_ALL = (
    update(staff_card)
    .where(staff_card.c.ticket.in_(bindparam("these", expanding=True)))
    .where(staff_card.c.due.is_(None))
    .values(due=bindparam("at"))
)
FORGET = {"message_id": "", "drawn": "", "own_message_id": "", "own_drawn": "", "topic": None}
FORGET_ALL = update(staff_card).where(_HERE).values(**FORGET, fed=0, revision=0)
_LIVING = select(ticket.c.id).where(_OPEN).scalar_subquery()
DUE_AGAIN = (
    update(staff_card)
    .where(_HERE, staff_card.c.due.is_(None), staff_card.c.ticket.in_(_LIVING))
    .values(due=bindparam("at"))
)
ADOPT = (
    update(staff_card)
    .where(staff_card.c.chat != bindparam("this"))
    .values(**FORGET, fed=0, revision=0, due=None, tries=0, chat=bindparam("this"))
)


def mark(c: Connection, of_ticket: int, chat: int, due: datetime) -> None:
    """The ticket's card in this group is to be drawn, since `due`; an earlier wish stays."""
    row = {
        "ticket": of_ticket,
        "chat": chat,
        "revision": 0,
        "due": due,
        "tries": 0,
        "topic": None,
        "message_id": "",
        "drawn": "",
        "own_message_id": "",
        "own_drawn": "",
        "fed": 0,
    }
    MARK.run(c, row)


def of(c: Connection, of_ticket: int) -> Card | None:
    """How the ticket stands in the group, None if it never did."""
    found = OF.first(c, {"this": of_ticket})
    return None if found is None else _card(found)


def next_due(c: Connection, chat: int, now: datetime) -> Card | None:
    """The card that is due for the longest time."""
    found = NEXT.first(c, {"this": chat, "now": now})
    return None if found is None else _card(found)


def soonest(c: Connection, chat: int) -> datetime | None:
    """When the first card is due, None when all are as they should be."""
    found: datetime | None = SOONEST.scalar(c, {"this": chat})
    return found


def by_message(c: Connection, chat: int, message: str) -> int | None:
    """The ticket whose card is this message of the group."""
    for statement in (BY_MESSAGE, BY_OWN):
        found = statement.first(c, {"this": chat, "shown": message}) if message else None
        if found is not None:
            return _card(found).ticket
    return None


def done(c: Connection, of_ticket: int, revision: int) -> None:
    """All that the group shows of the ticket is as it should be, at this revision of it."""
    c.execute(DONE, {"this": of_ticket, "new": revision})


def drawing(c: Connection, of_ticket: int, digest: str, topic: int | None, *, own: bool) -> None:
    """The card is on its way with what this digest says, in this topic."""
    new = {"own_drawn": digest} if own else {"drawn": digest, "topic": topic}
    c.execute(DRAWN.values(**new), {"this": of_ticket})


def placed(c: Connection, of_ticket: int, message: str, *, own: bool) -> None:
    """The card stands as this message of the group; "" where it stands no more."""
    new = {"own_message_id" if own else "message_id": message, "tries": 0}
    if not message:
        new["own_drawn" if own else "drawn"] = ""
    c.execute(DRAWN.values(**new), {"this": of_ticket})


def undrawn(c: Connection, of_ticket: int, *, own: bool) -> None:
    """The card does not show what it was to show."""
    c.execute(DRAWN.values(**{"own_drawn" if own else "drawn": ""}), {"this": of_ticket})


def left(c: Connection, of_ticket: int) -> None:
    """The card in the department's topic is another department's now."""
    c.execute(DRAWN.values(message_id="", drawn="", topic=None), {"this": of_ticket})


def fed(c: Connection, of_ticket: int, upto: int) -> None:
    """The subscriber's words up to this message are on their way to the ticket's own topic."""
    c.execute(FED, {"this": of_ticket, "new": upto})


def refused(c: Connection, of_ticket: int, now: datetime) -> None:
    """Draw it again a while later, ever longer while it is refused."""
    card = of(c, of_ticket)
    wait = min(BACKOFF * 2 ** min(card.tries if card else 0, 12), MOST)
    c.execute(LATER, {"this": of_ticket, "again": now + wait})


def topic_refused(c: Connection, chat: int, now: datetime) -> None:
    """A topic could not be made or changed: the card that it is for waits, the others go on."""
    card = next_due(c, chat, now)
    if card is not None:
        refused(c, card.ticket, now)


def topic_gone(c: Connection, topic: int, own: int | None, now: datetime) -> None:
    """A topic was deleted with all that stood in it; `own`: the ticket whose own it was.

    What is still open there is drawn again.
    """
    if own is not None:
        gone = {"own_message_id": "", "own_drawn": "", "fed": 0, "due": now}
        c.execute(DRAWN.values(**gone), {"this": own})
        return
    there = list(c.execute(_WERE_THERE, {"there": topic}).scalars())
    c.execute(_GONE_FROM_TOPIC, {"there": topic})
    if there:
        c.execute(DUE_ALL, {"these": there, "at": now})


def forget(c: Connection, chat: int, now: datetime) -> None:
    """None of the group's messages can be changed any more: it has become another chat.

    What is open is drawn there anew.
    """
    c.execute(FORGET_ALL, {"this": chat})
    c.execute(DUE_AGAIN, {"this": chat, "at": now})


def adopt(c: Connection, chat: int) -> None:
    """This is the group from now on; what stood in another one stays there."""
    c.execute(ADOPT, {"this": chat})


def overlooked(c: Connection, after: int, most: int) -> tuple[list[int], int]:
    """Of the next `most` tickets the open ones whose card is not as they are, and the last id.

    0 when there are no more.
    """
    some = _SLICE.subquery()
    last = list(c.execute(_SLICE, {"after": after, "most": most}))
    if not last:
        return [], 0
    stale = (
        select(some.c.id)
        .outerjoin(staff_card, staff_card.c.ticket == some.c.id)
        .where(some.c.state.not_in([state.value for state in sorted(ENDED)]))
        .where(or_(staff_card.c.ticket.is_(None), staff_card.c.revision != some.c.revision))
        .where(or_(staff_card.c.due.is_(None), staff_card.c.ticket.is_(None)))
    )
    found = c.execute(stale, {"after": after, "most": most}).scalars()
    return list(found), last[-1].id


def mark_all(c: Connection, tickets: Sequence[int], chat: int, due: datetime) -> None:
    """The cards of these tickets are to be drawn."""
    for one in tickets:
        mark(c, one, chat, due)


def _card(found: Row) -> Card:
    told = dict(zip(_SHOWN, found, strict=True))
    told["message"], told["own_message"] = told.pop("message_id"), told.pop("own_message_id")
    return Card(**told)
