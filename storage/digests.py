"""The daily digests: one row for each person and day, made once however many try."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, select

from dialogs.digest import Digest
from storage import codec
from storage.inserts import on_conflict
from storage.schema import digest
from storage.schema import staff as people

KEEP = on_conflict(digest, lambda insert: insert.on_conflict_do_nothing())
MISSING = (
    select(people.c.id)
    .where(
        people.c.active,
        people.c.id.not_in(select(digest.c.staff).where(digest.c.day == bindparam("today"))),
    )
    .order_by(people.c.id)
)
NEWEST = (
    select(digest)
    .where(digest.c.staff == bindparam("whose"), digest.c.day <= bindparam("upto"))
    .order_by(digest.c.day.desc())
    .limit(1)
)
DAYS = (
    select(digest.c.day)
    .where(digest.c.staff == bindparam("whose"))
    .order_by(digest.c.day.desc())
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A digest as it was made."""

    staff: int
    day: date
    at: datetime
    digest: Digest


def keep(c: Connection, staff: int, day: date, made: Digest, now: datetime) -> bool:
    """Keep the digest of that person and day; False when there was one."""
    row = {"staff": staff, "day": day, "at": now, "body": codec.dump(made)}
    return c.execute(KEEP[c.dialect.name], row).rowcount == 1


def missing(c: Connection, day: date) -> Sequence[int]:
    """The ids of people who work here and have none for that day."""
    return list(c.execute(MISSING, {"today": day}).scalars())


def newest(c: Connection, staff: int, upto: date) -> Kept | None:
    """The last one of that person up to that day."""
    row = c.execute(NEWEST, {"whose": staff, "upto": upto}).mappings().first()
    if row is None:
        return None
    return Kept(row["staff"], row["day"], row["at"], codec.load(Digest, row["body"]))


def days(c: Connection, staff: int, most: int) -> Sequence[date]:
    """The days for which that person has one, the newest first."""
    return list(c.execute(DAYS, {"whose": staff, "most": most}).scalars())
