"""Calls after a low score: who was reached when, what came of it, and whether that was in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, case, func, insert, select

from storage.schema import call_back
from storage.schema import staff as people
from storage.schema import ticket as tickets

CONTENT = "content"  # what came of it where the subscriber is content now
MADE = insert(call_back)
TRIES = (
    select(call_back.c.ticket, func.count().label("n"))
    .where(call_back.c.ticket.in_(bindparam("these", expanding=True)))
    .where(call_back.c.due_at == bindparam("due"))
    .group_by(call_back.c.ticket)
)
LAST = (
    select(call_back, people.c.name, tickets.c.number)
    .join(people, people.c.id == call_back.c.staff, isouter=True)
    .join(tickets, tickets.c.id == call_back.c.ticket)
    .where(call_back.c.at >= bindparam("since"))
    .order_by(call_back.c.at.desc(), call_back.c.id.desc())
    .limit(bindparam("most"))
)
FIGURES = select(
    func.count().label("calls"),
    func.count(case((call_back.c.reached, 1))).label("reached"),
    func.count(case((call_back.c.reached & call_back.c.in_time, 1))).label("in_time"),
    func.count(case((call_back.c.came == CONTENT, 1))).label("content"),
).where(call_back.c.at >= bindparam("since"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call. `came` is what came of it, "" where nobody was reached; `due` is aware UTC."""

    ticket: int
    number: str = ""
    at: datetime
    staff: int
    name: str = ""
    score: int
    due: datetime
    reached: bool
    came: str
    words: str

    @property
    def in_time(self) -> bool:
        """Whether it was made by the time at which it was due."""
        return self.at <= self.due


@dataclass(frozen=True, slots=True)
class Figures:
    """Since a moment: calls, those that reached somebody, of these in time, and content now."""

    calls: int
    reached: int
    in_time: int
    content: int


def add(c: Connection, call: Call) -> None:
    """Keep a call."""
    row = {
        "ticket": call.ticket,
        "at": call.at,
        "staff": call.staff,
        "score": call.score,
        "due_at": call.due,
        "reached": call.reached,
        "came": call.came,
        "in_time": call.in_time,
        "words": call.words,
    }
    c.execute(MADE, row)


def tries(c: Connection, ticket: int, due: datetime) -> int:
    """How many calls were made for the score whose call was due then."""
    row = c.execute(TRIES, {"these": [ticket], "due": due}).first()
    return row.n if row else 0


def last(c: Connection, since: datetime, most: int) -> tuple[Call, ...]:
    """The calls since then, the newest first."""
    rows = c.execute(LAST, {"since": since, "most": most}).mappings()
    return tuple(
        Call(
            ticket=row["ticket"],
            number=row["number"],
            at=row["at"],
            staff=row["staff"] or 0,
            name=row["name"] or "",
            score=row["score"],
            due=row["due_at"],
            reached=row["reached"],
            came=row["came"],
            words=row["words"],
        )
        for row in rows
    )


def figures(c: Connection, since: datetime) -> Figures:
    """How the calls since then went."""
    row: Sequence[int] = c.execute(FIGURES, {"since": since}).one()
    return Figures(*row)
