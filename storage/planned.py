"""The calendar of planned outages: work on the network that staff announce, and its history.

An entry may end at another time than was said, or be cancelled; each such act, and who did it, is a
line that is never changed again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from dialogs.incidents.planned import Planned, covers
from dialogs.values import replace
from storage.calendar import By
from storage.schema import planned, planned_entry

MOST = 500  # shown of the past, and of what is done at once

_LIVE = planned.c.cancelled_at.is_(None)
ON = (
    select(planned)
    .where(_LIVE, planned.c.ends > bindparam("at"), planned.c.starts <= bindparam("at"))
    .order_by(planned.c.ends.desc())
    .limit(MOST)
)
COMING = select(planned).where(planned.c.ends > bindparam("at")).order_by(planned.c.starts)
PAST = (
    select(planned)
    .where(planned.c.ends <= bindparam("at"))
    .order_by(planned.c.ends.desc())
    .limit(bindparam("most"))
)
ENTRIES = (
    select(planned_entry)
    .where(planned_entry.c.planned.in_(bindparam("these", expanding=True)))
    .order_by(planned_entry.c.id.desc())
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of an entry's history: "added", "moved" (from one end to another) or "cancelled"."""

    planned: int
    at: datetime
    what: str
    name: str = ""
    was: datetime | None = None
    became: datetime | None = None
    reason: str = ""


def add(c: Connection, work: Planned, by: By, now: datetime) -> Planned:
    """Keep announced work; returns it with its id."""
    row = {
        "areas": list(work.areas),
        "categories": list(work.categories),
        "starts": work.starts,
        "ends": work.ends,
        "announced_at": work.announced_at,
        "words": dict(work.words),
        "added_at": now,
        "added_by": by.name,
    }
    made = c.execute(insert(planned).values(row)).inserted_primary_key
    assert made is not None
    kept = replace(work, id=made[0], added_at=now, added_by=by.name)
    _note(c, Entry(planned=kept.id, at=now, what="added", became=work.ends), by)
    return kept


def load(c: Connection, id: int) -> Planned | None:
    """The entry of that id."""
    row = c.execute(select(planned).where(planned.c.id == id)).first()
    return _planned(row) if row else None


def move_end(c: Connection, id: int, ends: datetime, by: By, now: datetime) -> bool:
    """Say that it ends at another time; False if that was said, or it is none that is held to."""
    held = _held(c, id)
    if held is None or held.ends == ends:
        return False
    c.execute(update(planned).where(planned.c.id == id).values(ends=ends))
    _note(c, Entry(planned=id, at=now, what="moved", was=held.ends, became=ends), by)
    return True


def cancel(c: Connection, id: int, by: By, now: datetime) -> bool:
    """Say that it does not take place, or is broken off; False if it was said."""
    if _held(c, id) is None:
        return False
    c.execute(update(planned).where(planned.c.id == id).values(cancelled_at=now))
    _note(c, Entry(planned=id, at=now, what="cancelled"), by)
    return True


def covering(
    c: Connection, category: str, codes: Iterable[str], at: datetime
) -> tuple[Planned, ...]:
    """The work that explains a trouble of that category, at that moment, in that place.

    `codes` are those of the place and of what it lies in. What ends last comes first.
    """
    these = tuple(codes)
    found = (_planned(row) for row in c.execute(ON, {"at": at}))
    return tuple(one for one in found if covers(one, category, these, at))


def coming(c: Connection, at: datetime) -> tuple[Planned, ...]:
    """What is done then or later, cancelled work included, by its start."""
    return tuple(_planned(row) for row in c.execute(COMING, {"at": at}))


def past(c: Connection, at: datetime, most: int = MOST) -> tuple[Planned, ...]:
    """What was over by then, the newest first."""
    return tuple(_planned(row) for row in c.execute(PAST, {"at": at, "most": most}))


def history(c: Connection, these: Sequence[int]) -> tuple[Entry, ...]:
    """What was done with these entries, the newest first."""
    rows = c.execute(ENTRIES, {"these": list(these)}).mappings() if these else ()
    return tuple(Entry(**{name: row[name] for name in Entry.__slots__}) for row in rows)


def _held(c: Connection, id: int) -> Planned | None:
    """The entry, locked, unless it was cancelled."""
    row = c.execute(select(planned).where(planned.c.id == id, _LIVE).with_for_update()).first()
    return _planned(row) if row else None


def _note(c: Connection, entry: Entry, by: By) -> None:
    row = {name: getattr(entry, name) for name in Entry.__slots__}
    who = {"name": by.name, "staff": by.staff or None, "reason": by.reason}
    c.execute(insert(planned_entry).values({**row, **who}))


def _planned(row: Row[Any]) -> Planned:
    return Planned(
        id=row.id,
        areas=tuple(row.areas),
        categories=tuple(row.categories),
        starts=row.starts,
        ends=row.ends,
        announced_at=row.announced_at,
        words=row.words,
        added_at=row.added_at,
        added_by=row.added_by,
        cancelled_at=row.cancelled_at,
    )
