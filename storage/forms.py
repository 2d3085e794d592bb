"""What the operator's forms are made of: tickets by the day of filing, visits by the day of asking.

Each list is read a few rows at a time, from one id to the next, so that nobody waits for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, func, or_, select

from storage.call_backs import Call
from storage.reach import EVERYTHING, Reach, condition
from storage.schema import call_back, chat, score, survey, ticket
from storage.schema import staff as people

CHANNELS = (
    select(ticket.c.id, chat.c.channel)
    .join(chat, chat.c.id == ticket.c.chat)
    .where(ticket.c.id.in_(bindparam("ids", expanding=True)))
)
SURVEYS = (
    select(survey.c.ticket, survey.c.at)
    .where(survey.c.ticket.in_(bindparam("ids", expanding=True)))
    .order_by(survey.c.ticket, survey.c.id)
)
CALLS = (
    select(call_back, people.c.name)
    .join(people, people.c.id == call_back.c.staff, isouter=True)
    .where(call_back.c.ticket.in_(bindparam("ids", expanding=True)))
    .order_by(call_back.c.ticket, call_back.c.id)
)


@dataclass(frozen=True, slots=True)
class Between:
    """Aware UTC moments, the second one left out, and whose tickets somebody sees."""

    since: datetime
    until: datetime
    reach: Reach = EVERYTHING


@dataclass(frozen=True, slots=True)
class Asked:
    """One return visit in the chat: which ticket, and when its person was asked."""

    id: int
    ticket: int
    at: datetime


def filed(c: Connection, of: Between, after: int, most: int) -> list[int]:
    """The ids of the tickets filed between, by their order, those after id `after`."""
    found = _filed(select(ticket.c.id), of).where(ticket.c.id > after)
    return list(c.execute(found.order_by(ticket.c.id).limit(most)).scalars())


def count_filed(c: Connection, of: Between) -> int:
    """How many there are."""
    return int(c.execute(_filed(select(func.count(ticket.c.id)), of)).scalar_one())


def asked(c: Connection, of: Between, after: int, most: int) -> list[Asked]:
    """The visits between, by their order, those after the one with id `after`."""
    columns = select(survey.c.id, survey.c.ticket, survey.c.at)
    found = _asked(columns, of).where(survey.c.id > after).order_by(survey.c.id).limit(most)
    return [Asked(row.id, row.ticket, row.at) for row in c.execute(found)]


def count_asked(c: Connection, of: Between) -> int:
    """How many there are."""
    return int(c.execute(_asked(select(func.count(survey.c.id)), of)).scalar_one())


def channels(c: Connection, ids: Sequence[int]) -> dict[int, str]:
    """The channel that each of these tickets was filed on."""
    return {row.id: row.channel for row in c.execute(CHANNELS, {"ids": list(ids)})}


def visits(c: Connection, ids: Sequence[int]) -> dict[int, tuple[datetime, ...]]:
    """When the persons of these tickets were asked, oldest first; only those who were."""
    found: dict[int, tuple[datetime, ...]] = {}
    for row in c.execute(SURVEYS, {"ids": list(ids)}):
        found[row.ticket] = (*found.get(row.ticket, ()), row.at)
    return found


def calls(c: Connection, ids: Sequence[int]) -> dict[int, tuple[Call, ...]]:
    """The calls after a low score about these tickets, oldest first."""
    found: dict[int, tuple[Call, ...]] = {}
    for row in c.execute(CALLS, {"ids": list(ids)}).mappings():
        made = Call(
            ticket=row["ticket"],
            at=row["at"],
            staff=row["staff"] or 0,
            name=row["name"] or "",
            score=row["score"],
            due=row["due_at"],
            reached=row["reached"],
            came=row["came"],
            words=row["words"],
        )
        found[row["ticket"]] = (*found.get(row["ticket"], ()), made)
    return found


@dataclass(frozen=True, slots=True)
class Given:
    """An answer to a survey: of which ticket, its place there, and what it says."""

    ticket: int
    seq: int
    number: str
    at: datetime
    score: int | None
    reasons: tuple[str, ...]
    words: str
    paid: str


def given(c: Connection, of: Between, after: tuple[int, int], most: int) -> list[Given]:
    """The answers given between, by ticket and place there, those after that of `after`."""
    last, seq = after
    later = or_(score.c.ticket > last, and_(score.c.ticket == last, score.c.seq > seq))
    found = (
        select(score, ticket.c.number)
        .join(ticket, ticket.c.id == score.c.ticket)
        .where(score.c.at >= of.since, score.c.at < of.until, later)
        .order_by(score.c.ticket, score.c.seq)
        .limit(most)
    )
    theirs = condition(of.reach)
    rows = c.execute(found if theirs is None else found.where(theirs)).mappings()
    return [
        Given(
            row["ticket"],
            row["seq"],
            row["number"],
            row["at"],
            row["score"],
            tuple(row["reasons"]),
            row["words"],
            row["paid"],
        )
        for row in rows
    ]


def _filed(wanted: Select[int], of: Between) -> Select[int]:
    found = wanted.where(ticket.c.opened_at >= of.since, ticket.c.opened_at < of.until)
    theirs = condition(of.reach)
    return found if theirs is None else found.where(theirs)


def _asked(wanted: Select[Any], of: Between) -> Select[Any]:
    found = wanted.where(survey.c.at >= of.since, survey.c.at < of.until)
    theirs = condition(of.reach)
    if theirs is None:
        return found
    return found.join(ticket, ticket.c.id == survey.c.ticket).where(theirs)
