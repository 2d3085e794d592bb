"""Jobs of the desk: one act on many tickets, with what came of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping, bindparam, delete, func, select, update

from dialogs.model import Json
from storage import inserts
from storage.schema import bulk_item, bulk_job

ADD = sa.insert(bulk_job)
ADD_ITEMS = sa.insert(bulk_item)
ONE = select(bulk_job).where(bulk_job.c.id == bindparam("this"))
OF_STAFF = (
    select(bulk_job)
    .where(bulk_job.c.staff == bindparam("this"))
    .order_by(bulk_job.c.id.desc())
    .limit(bindparam("most"))
)
WAITS = sa.text("bulk_item.state = ''")  # as the index has it
WAITING = (
    select(bulk_item.c.job, bulk_item.c.place, bulk_item.c.ticket)
    .where(WAITS)
    .order_by(bulk_item.c.job, bulk_item.c.place)
    .limit(bindparam("most"))
)
SETTLE = (
    update(bulk_item)
    .where(
        bulk_item.c.job == bindparam("of_job"),
        bulk_item.c.place == bindparam("at_place"),
        bulk_item.c.state == "",
    )
    .values(state=bindparam("new_state"), why=bindparam("new_why"))
)
TELL = (
    update(bulk_item)
    .where(bulk_item.c.job == bindparam("of_job"), bulk_item.c.place == bindparam("at_place"))
    .values(state="refused", why=bindparam("new_why"))
)
OPEN_ITEM = select(bulk_item.c.place).where(bulk_item.c.job == bindparam("this"), WAITS).limit(1)
FINISH = (
    update(bulk_job)
    .where(bulk_job.c.id == bindparam("this"), bulk_job.c.finished_at.is_(None))
    .values(finished_at=bindparam("moment"))
)
COUNTS = (
    select(bulk_item.c.state, func.count())
    .where(bulk_item.c.job == bindparam("this"))
    .group_by(bulk_item.c.state)
)
REFUSED = (
    select(bulk_item.c.number, bulk_item.c.why)
    .where(bulk_item.c.job == bindparam("this"), bulk_item.c.state == "refused")
    .order_by(bulk_item.c.place)
    .limit(bindparam("most"))
)
OLD = (
    select(bulk_job.c.id)
    .where(bulk_job.c.finished_at < bindparam("before"))
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An act by a person of the staff on `total` tickets; `fields` as the move reads them."""

    id: int
    staff: int
    act: str
    fields: Mapping[str, Json]
    language: str
    at: datetime
    total: int
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Item:
    """A ticket of a job that waits for its turn."""

    job: int
    place: int
    ticket: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: tickets done, refused, and the first of these with their reasons."""

    done: int
    refused: int
    reasons: tuple[tuple[str, str], ...]


def begin(c: Connection, new: Job, tickets: Sequence[tuple[int, str]]) -> int:
    """Keep a job about these tickets (id and number), whose own id is given back."""
    row = {
        "staff": new.staff,
        "act": new.act,
        "fields": dict(new.fields),
        "language": new.language,
        "at": new.at,
        "total": len(tickets),
        "finished_at": None if tickets else new.at,
    }
    job = inserts.add(c, ADD, row)
    items = [
        {"job": job, "place": place, "ticket": ticket, "number": number, "state": "", "why": ""}
        for place, (ticket, number) in enumerate(tickets)
    ]
    if items:
        c.execute(ADD_ITEMS, items)
    return job


def load(c: Connection, job: int) -> Job | None:
    """The job of this id, None if there is none."""
    row = c.execute(ONE, {"this": job}).mappings().first()
    return None if row is None else _job(row)


def of_staff(c: Connection, who: int, most: int) -> tuple[Job, ...]:
    """The last jobs of this person, the newest first."""
    found = c.execute(OF_STAFF, {"this": who, "most": most}).mappings()
    return tuple(_job(row) for row in found)


def waiting(c: Connection, most: int) -> tuple[Item, ...]:
    """The next tickets, those of the oldest job first."""
    return tuple(Item(*row) for row in c.execute(WAITING, {"most": most}))


def settle(c: Connection, one: Item, state: str, why: str = "") -> bool:
    """What came of it: "done" or "refused"; False when another was quicker."""
    values = {"of_job": one.job, "at_place": one.place, "new_state": state, "new_why": why}
    return c.execute(SETTLE, values).rowcount == 1


def told(c: Connection, one: Item, why: str) -> None:
    """It was taken in hand just now, and refused for this reason."""
    c.execute(TELL, {"of_job": one.job, "at_place": one.place, "new_why": why})


def finish(c: Connection, job: int, now: datetime) -> None:
    """Note that the job is over, if none of its tickets waits any more."""
    if c.execute(OPEN_ITEM, {"this": job}).first() is None:
        c.execute(FINISH, {"this": job, "moment": now})


def progress(c: Connection, job: int, most: int) -> Progress:
    """How far it is, with at most so many reasons."""
    counted = {row[0]: row[1] for row in c.execute(COUNTS, {"this": job})}
    found = c.execute(REFUSED, {"this": job, "most": most})
    reasons = tuple((number, why) for number, why in found)
    return Progress(counted.get("done", 0), counted.get("refused", 0), reasons)


def old(c: Connection, before: datetime, most: int) -> list[int]:
    """Jobs that were over before that."""
    return list(c.execute(OLD, {"before": before, "most": most}).scalars())


def drop(c: Connection, found: Sequence[int], _before: datetime) -> int:
    """Forget these jobs with what came of them; what is over stays so."""
    c.execute(delete(bulk_item).where(bulk_item.c.job.in_(found)))
    return c.execute(delete(bulk_job).where(bulk_job.c.id.in_(found))).rowcount


def _job(row: RowMapping) -> Job:
    return Job(**{name: row[name] for name in Job.__slots__})
