"""The cases of a month that staff are trained with: tickets, and what each of them teaches."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, delete, func, select

from storage.inserts import on_conflict
from storage.schema import training_case

PUT = on_conflict(
    training_case,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["ticket"],
        set_={name: insert.excluded[name] for name in ("month", "staff", "at", "lesson")},
    ),
)
OF_MONTH = (
    select(training_case)
    .where(training_case.c.month == bindparam("month"))
    .order_by(training_case.c.at, training_case.c.ticket)
    .limit(bindparam("most"))
)
MONTHS = (
    select(training_case.c.month, func.count())
    .group_by(training_case.c.month)
    .order_by(training_case.c.month.desc())
    .limit(bindparam("most"))
)
DROP = delete(training_case).where(training_case.c.ticket == bindparam("this"))


@dataclass(frozen=True, slots=True)
class Case:
    """A ticket chosen for the month, whose first day `month` is, and what it teaches."""

    ticket: int
    month: date
    lesson: str


def put(c: Connection, case: Case, staff: int, now: datetime) -> None:
    """Choose it, or say anew what it teaches."""
    row = {"ticket": case.ticket, "month": case.month, "lesson": case.lesson}
    c.execute(PUT[c.dialect.name], {**row, "staff": staff, "at": now})


def take_off(c: Connection, ticket: int) -> None:
    """It is no case any more."""
    c.execute(DROP, {"this": ticket})


def of_month(c: Connection, month: date, most: int) -> tuple[Case, ...]:
    """Those of the month, in the order in which they were chosen."""
    rows = c.execute(OF_MONTH, {"month": month, "most": most})
    return tuple(Case(row.ticket, row.month, row.lesson) for row in rows)


def months(c: Connection, most: int) -> tuple[tuple[date, int], ...]:
    """The months that have cases, the newest first, with how many."""
    return tuple((row[0], row[1]) for row in c.execute(MONTHS, {"most": most}))
