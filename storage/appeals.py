"""What outside bodies have of tickets: which are open and by when, which ended, how many; drafts.

The cases themselves stand on their tickets; the rows here are what they are found by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from dialogs.model import Language
from dialogs.tickets.ticket import Ticket
from storage import inserts
from storage.reach import Reach, condition
from storage.schema import body_reply, outside_case, ticket

DROP = delete(outside_case).where(outside_case.c.ticket == bindparam("this"))
# What waits for our answer by a date comes first, then what has no date or is answered.
WAITS = outside_case.c.answered.is_(None) & outside_case.c.due.is_not(None)
RELEASED = update(outside_case).values(held=False)
ADD = insert(body_reply)
DRAFTS = (
    select(body_reply)
    .where(body_reply.c.ticket == bindparam("this"), body_reply.c.place == bindparam("place"))
    .order_by(body_reply.c.id.desc())
    .limit(bindparam("most"))
)
SENT = (
    update(body_reply)
    .where(body_reply.c.id == bindparam("this"), body_reply.c.sent_at.is_(None))
    .values(sent_at=bindparam("now"))
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a case stands: its ticket's id, and its place there from 1."""

    ticket: int
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Our answer to a body as somebody left it; `sent_at` when it went as it stands. Append-only:
    a change is a new one, and the newest counts."""

    id: int
    language: Language
    words: str
    at: datetime
    staff: int
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class Share:
    """Cases of a span: how many came, and how many of these have ended."""

    taken: int
    completed: int


def keep(c: Connection, before: Ticket | None, after: Ticket) -> None:
    """Note the cases of a ticket that is kept; `before` as it was loaded, None for a new one."""
    if after.cases == (before.cases if before else ()):
        return
    c.execute(DROP, {"this": after.id})
    rows = [
        {
            "ticket": after.id,
            "place": place,
            "kind": one.kind,
            "received": one.received,
            "due": one.due,
            "answered": one.answered,
            "ended": one.ended,
            "outcome": one.outcome,
            "kept_until": one.kept_until,
            "held": True,
        }
        for place, one in enumerate(after.cases, start=1)
    ]
    c.execute(insert(outside_case), rows)


def standing(c: Connection, reach: Reach, owner: int, places: range) -> tuple[Place, ...]:
    """Cases that a body has still, the first due first: those at these places of the list.

    `owner`: only of their tickets; 0: all.
    """
    due = outside_case.c.due.nulls_last()
    order = (WAITS.desc(), due, outside_case.c.received, outside_case.c.ticket)
    found = _listed(reach, owner).where(outside_case.c.ended.is_(None)).order_by(*order)
    found = found.limit(len(places)).offset(places.start)
    return tuple(Place(row.ticket, row.place) for row in c.execute(found))


def over(c: Connection, reach: Reach, owner: int, most: int) -> tuple[Place, ...]:
    """Cases that have ended, the newest end first."""
    ended = outside_case.c.ended
    found = _listed(reach, owner).where(ended.is_not(None)).order_by(ended.desc())
    return tuple(Place(row.ticket, row.place) for row in c.execute(found.limit(most)))


def _listed(reach: Reach, owner: int) -> Select[tuple[int, int]]:
    found = select(outside_case.c.ticket, outside_case.c.place)
    found = found.join(ticket, ticket.c.id == outside_case.c.ticket)
    if (seen := condition(reach)) is not None:
        found = found.where(seen)
    return found.where(ticket.c.owner == owner) if owner else found


def share(c: Connection, start: datetime, end: datetime) -> Share:
    """The cases received from `start` until before `end`, and those of them that have ended."""
    came = outside_case.c.received >= start, outside_case.c.received < end
    counted = select(func.count(), func.count(outside_case.c.ended)).where(*came)
    taken, completed = c.execute(counted).one()
    return Share(taken, completed)


def held() -> ColumnElement[bool]:
    """Whether a row of `ticket` is kept for an outside body (legal hold): one has a case of it, or
    had one not long ago."""
    about = outside_case.c.ticket == ticket.c.id, outside_case.c.held
    return exists().where(*about).correlate(ticket)


def lapsed(c: Connection, before: datetime, most: int) -> Sequence[int]:
    """Tickets of cases that were to be held until before that moment."""
    due = outside_case.c.held, outside_case.c.kept_until < before
    return list(c.execute(select(outside_case.c.ticket).where(*due).limit(most)).scalars())


def release(c: Connection, found: Sequence[int], before: datetime) -> int:
    """Hold these no longer for cases that ended so long ago; another case may hold them still."""
    due = outside_case.c.ticket.in_(found), outside_case.c.held, outside_case.c.kept_until < before
    return c.execute(RELEASED.where(*due)).rowcount


def write(c: Connection, at: Place, draft: Draft) -> int:
    """Keep what somebody wrote as the newest draft; its `id` counts for nothing. Returns the id."""
    row = {
        "ticket": at.ticket,
        "place": at.place,
        "at": draft.at,
        "staff": draft.staff,
        "language": draft.language,
        "words": draft.words,
        "sent_at": draft.sent_at,
    }
    return inserts.add(c, ADD, row)


def drafts(c: Connection, at: Place, most: int) -> tuple[Draft, ...]:
    """What was written for that case, the newest first."""
    rows = c.execute(DRAFTS, {"this": at.ticket, "place": at.place, "most": most})
    return tuple(
        Draft(
            id=row.id,
            language=row.language,
            words=row.words,
            at=row.at,
            staff=row.staff,
            sent_at=row.sent_at,
        )
        for row in rows
    )


def sent(c: Connection, draft: int, now: datetime) -> None:
    """That draft went to the body as it stands."""
    c.execute(SENT, {"this": draft, "now": now})
