"""The table of working days: seeded once a year, corrected by supervisors."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from dialogs.workdays import Workdays
from storage.inserts import on_conflict
from storage.schema import workday

ALL = select(workday)
SEED = on_conflict(workday, lambda insert: insert.on_conflict_do_nothing())
CORRECT = on_conflict(
    workday,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["date"],
        set_={"is_work": insert.excluded.is_work, "source": insert.excluded.source},
    ),
)


def seed(c: Connection, days: Iterable[tuple[date, bool, str]]) -> None:
    """Add published exceptions (day, is it worked, source); what stands there already stays."""
    rows = [
        {"date": day, "is_work": work, "source": source, "confirmed": True}
        for day, work, source in days
    ]
    if rows:
        c.execute(SEED[c.dialect.name], rows)


def correct(c: Connection, day: date, work: bool, source: str) -> None:
    """A supervisor says whether that day is worked."""
    row = {"date": day, "is_work": work, "source": source, "confirmed": False}
    c.execute(CORRECT[c.dialect.name], row)


def workdays(c: Connection) -> Workdays:
    """The calendar; a year with confirmed days in it is a confirmed one."""
    rows = c.execute(ALL).all()
    years = frozenset(row.date.year for row in rows if row.confirmed)
    return Workdays({row.date: row.is_work for row in rows}, years)
