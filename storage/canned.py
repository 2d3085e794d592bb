"""Ready answers that staff wrote at the desk: their own, or everybody's."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, or_, select, update

from storage import inserts
from storage.schema import canned

MOST = 200  # of one person with everybody's


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """`staff` is whose it is, 0 for everybody's; `words` by language, at least one."""

    id: int
    staff: int
    title: str
    words: Mapping[str, str]
    categories: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    by: str = ""
    at: datetime


MINE = (
    select(canned)
    .where(or_(canned.c.staff == bindparam("this"), canned.c.staff.is_(None)))
    .order_by(canned.c.staff.is_(None), canned.c.title, canned.c.id)
    .limit(MOST)
)
ONE = select(canned).where(canned.c.id == bindparam("this"))
ADD = insert(canned)
CHANGE = update(canned).where(canned.c.id == bindparam("this"))
REMOVE = delete(canned).where(canned.c.id == bindparam("this"))


def of(c: Connection, staff: int) -> tuple[Own, ...]:
    """This person's and everybody's, their own first, by title."""
    return tuple(_own(row) for row in c.execute(MINE, {"this": staff}).mappings())


def load(c: Connection, id: int) -> Own | None:
    """The answer of this id, None if there is none."""
    row = c.execute(ONE, {"this": id}).mappings().first()
    return None if row is None else _own(row)


def keep(c: Connection, one: Own) -> int:
    """Write it, as a new one where its id is 0; returns its id."""
    row = {
        "staff": one.staff or None,
        "title": one.title,
        "words": dict(one.words),
        "categories": list(one.categories),
        "departments": list(one.departments),
        "by": one.by,
        "at": one.at,
    }
    if not one.id:
        return inserts.add(c, ADD, row)
    c.execute(CHANGE.values(**row), {"this": one.id})
    return one.id


def remove(c: Connection, id: int) -> None:
    """Take it away; messages that it went into stay as they are."""
    c.execute(REMOVE, {"this": id})


def _own(row: RowMapping) -> Own:
    return Own(
        id=row["id"],
        staff=row["staff"] or 0,
        title=row["title"],
        words=row["words"],
        categories=tuple(row["categories"]),
        departments=tuple(row["departments"]),
        by=row["by"],
        at=row["at"],
    )
