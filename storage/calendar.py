"""The table of working days: seeded once a year, corrected by supervisors, every change noted.

The log of changes is append-only and numbered in the order of the commits, so that the table as it
stood after any of them can be told again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, RowMapping, bindparam, insert, select

from dialogs.workdays import Workdays
from storage import counters, settings
from storage.inserts import on_conflict
from storage.schema import workday, workday_change, workday_year

CHANGES = "workday.change"  # the counter that numbers them; its row is held until the commit
OFF, WORK, CONFIRMED, OPEN, NONE = "off", "work", "confirmed", "open", ""

RECOUNTED = "workdays.recounted"

DAYS = select(workday)
NEWEST = select(workday_change.c.at).order_by(workday_change.c.id.desc()).limit(1)
YEARS = select(workday_year)
SINCE = (
    select(workday_change)
    .where(workday_change.c.id > bindparam("upto"))
    .order_by(workday_change.c.id.desc())
)
OF_YEAR = (
    select(workday_change)
    .where(workday_change.c.year == bindparam("wanted"))
    .order_by(workday_change.c.id.desc())
    .limit(bindparam("most"))
)
NOTE = insert(workday_change)
PUT = on_conflict(
    workday,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["date"],
        set_={"is_work": insert.excluded.is_work, "source": insert.excluded.source},
    ),
)
PUT_YEAR = on_conflict(
    workday_year,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["year"],
        set_={"confirmed": insert.excluded.confirmed, "seeded": insert.excluded.seeded},
    ),
)


@dataclass(frozen=True, slots=True)
class By:
    """Who changes the table, and why. `staff` 0: nobody of the desk (a seed, the command line)."""

    name: str
    reason: str = ""
    staff: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of the log. `day` None: about the year as a whole.

    `was` and `became` are "off" or "work" for a day ("": by the weekday rule), "confirmed" or
    "open" for a year ("": never said).
    """

    id: int
    at: datetime
    year: int
    day: date | None
    was: str
    became: str
    name: str
    reason: str


def version(c: Connection) -> int:
    """The number of the newest change; 0 before the first."""
    return counters.values(c, (CHANGES,))[CHANGES]


def workdays(c: Connection, upto: int | None = None) -> Workdays:
    """The calendar, or as it stood after change number `upto`."""
    days = {row.date: row.is_work for row in c.execute(DAYS)}
    years = {row.year for row in c.execute(YEARS) if row.confirmed}
    undone = () if upto is None else c.execute(SINCE, {"upto": upto}).mappings()
    for change in map(_change, undone):
        if change.day is None:
            (years.add if change.was == CONFIRMED else years.discard)(change.year)
        elif change.was:
            days[change.day] = change.was == WORK
        else:
            days.pop(change.day, None)
    return Workdays(days, frozenset(years), version(c) if upto is None else upto)


def progress(c: Connection) -> tuple[int, datetime | None]:
    """By which version all tickets are counted, and when the table was last changed."""
    done = settings.read(c, RECOUNTED)
    changed: datetime | None = c.execute(NEWEST).scalar()
    return (done if isinstance(done, int) else 0), changed


def recounted(c: Connection, upto: int) -> None:
    """All open tickets are counted by this version."""
    settings.write(c, RECOUNTED, upto)


def changes(c: Connection, year: int, most: int) -> tuple[Change, ...]:
    """What was changed in a year, the newest first."""
    found = c.execute(OF_YEAR, {"wanted": year, "most": most}).mappings()
    return tuple(_change(row) for row in found)


def put(c: Connection, days: Mapping[date, bool], by: By, now: datetime) -> int:
    """Say of these days whether they are worked; returns how many that changed."""
    standing = {row.date: row.is_work for row in c.execute(DAYS)}
    new = {day: work for day, work in sorted(days.items()) if standing.get(day) is not work}
    rows = [{"date": day, "is_work": work, "source": by.name} for day, work in new.items()]
    if rows:
        c.execute(PUT[c.dialect.name], rows)
    _note(c, [(day.year, day, _said(standing.get(day)), _said(new[day])) for day in new], by, now)
    return len(rows)


def confirm(c: Connection, year: int, by: By, now: datetime, *, confirmed: bool = True) -> bool:
    """Say that a year is published and complete, or that it is not; False if that was said."""
    found = {row.year: row for row in c.execute(YEARS)}.get(year)
    was = NONE if found is None else CONFIRMED if found.confirmed else OPEN
    became = CONFIRMED if confirmed else OPEN
    if was == became or (not was and not confirmed):
        return False
    seeded = found is not None and found.seeded
    _put_year(c, year, confirmed=confirmed, seeded=seeded)
    _note(c, [(year, None, was, became)], by, now)
    return True


def seed(c: Connection, published: Iterable[tuple[date, bool, str]], now: datetime) -> int:
    """Take in a package's exceptions (day, is it worked, source), each year once.

    What people said of a day stays, and a year that they confirmed is theirs. Returns how many
    days changed.
    """
    years = {row.year: row for row in c.execute(YEARS)}
    known = {row.date for row in c.execute(DAYS)}
    told: dict[int, dict[date, bool]] = {}
    sources: dict[int, str] = {}
    for day, work, source in published:
        told.setdefault(day.year, {})[day] = work
        sources[day.year] = source
    changed = 0
    for year, days in told.items():
        row = years.get(year)
        if row is not None and (row.seeded or row.confirmed):
            continue
        by = By(sources[year])
        changed += put(c, {day: days[day] for day in days.keys() - known}, by, now)
        confirm(c, year, by, now)
        _put_year(c, year, confirmed=True, seeded=True)
    return changed


def _put_year(c: Connection, year: int, *, confirmed: bool, seeded: bool) -> None:
    row = {"year": year, "confirmed": confirmed, "seeded": seeded}
    c.execute(PUT_YEAR[c.dialect.name], row)


def _note(
    c: Connection, told: Sequence[tuple[int, date | None, str, str]], by: By, now: datetime
) -> None:
    """Add lines to the log. Their counter is locked, so that numbers grow with the commits."""
    if not told:
        return
    last = counters.bump(c, CHANGES, len(told))
    rows = [
        {
            "id": last - len(told) + place,
            "at": now,
            "year": year,
            "day": day,
            "was": was,
            "became": became,
            "name": by.name,
            "staff": by.staff or None,
            "reason": by.reason,
        }
        for place, (year, day, was, became) in enumerate(told, start=1)
    ]
    c.execute(NOTE, rows)


def _said(work: bool | None) -> str:
    return NONE if work is None else WORK if work else OFF


def _change(row: RowMapping) -> Change:
    return Change(**{name: row[name] for name in Change.__slots__})
