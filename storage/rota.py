"""Who of the staff is there: shifts week after week, absences, and who stands in for whom.

Whoever has no shifts is there at any time. Whoever is absent, or has left, is asked for nothing:
what would be theirs falls to their stand-in, and to the leads where there is none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, or_, select, update

from storage import inserts
from storage import staff as people
from storage.schema import absence, shift, staff_entry
from storage.schema import staff as staff_table

DAY = 24 * 60  # minutes
FARTHEST = 8  # days in which somebody with shifts comes again
OVER = or_(absence.c.ends.is_(None), absence.c.ends > bindparam("at"))
NOT_OVER = select(absence).where(OVER).order_by(absence.c.starts, absence.c.id)
OF_ONE = (
    select(absence)
    .where(absence.c.staff == bindparam("this"))
    .order_by(absence.c.starts.desc(), absence.c.id.desc())
    .limit(bindparam("most"))
)
ONE = select(absence).where(absence.c.id == bindparam("this"))
NOW = (
    select(absence)
    .where(absence.c.staff == bindparam("this"), absence.c.starts <= bindparam("at"), OVER)
    .order_by(absence.c.id)
)
END = update(absence).where(absence.c.id == bindparam("this")).values(ends=bindparam("new"))
DROP = delete(absence).where(absence.c.id == bindparam("this"))
SHIFTS = select(shift).order_by(shift.c.staff, shift.c.weekday, shift.c.starts)
LEFT = select(staff_table.c.id).where(staff_table.c.active.is_(False))


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Somebody is away from `starts` to `ends` (None: until further notice), both aware UTC."""

    id: int
    staff: int
    starts: datetime
    ends: datetime | None
    reason: str  # "leave", "sick", "training", "other"
    stand_in: int | None = None

    def at(self, moment: datetime) -> bool:
        """Whether it is so at that moment."""
        return self.starts <= moment and (self.ends is None or moment < self.ends)


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """A stretch of work: from `starts` to `ends` in minutes of the day, Monday being 0.

    One that does not end later than it starts ends on the next day.
    """

    weekday: int
    starts: int
    ends: int

    @property
    def lasts(self) -> int:
        """Its length in minutes."""
        return (self.ends - self.starts) % DAY or DAY


@dataclass(frozen=True, slots=True)
class Rota:
    """The shifts of everybody, and all absences that are not over; read in one go."""

    shifts: Mapping[int, tuple[Shift, ...]]
    absences: tuple[Absence, ...]
    left: frozenset[int]
    zone: str

    def absent(self, who: int, now: datetime) -> Absence | None:
        """The absence of this person just now."""
        return next((one for one in self.absences if one.staff == who and one.at(now)), None)

    def away(self, who: int, now: datetime) -> bool:
        """Whether nothing can be asked of them: they are absent, or work here no longer."""
        return who in self.left or self.absent(who, now) is not None

    def on_shift(self, who: int, now: datetime) -> bool:
        """Whether it is a time at which they work."""
        return who not in self.shifts or self.until(who, now) is not None

    def works(self, who: int, day: date) -> bool:
        """Whether a shift of theirs begins on that day, of those who have any."""
        return who not in self.shifts or any(
            one.weekday == day.weekday() for one in self.shifts[who]
        )

    def until(self, who: int, now: datetime) -> datetime | None:
        """When the shift that they are in ends; None out of one."""
        ends = [end for start, end in self._spans(who, now) if start <= now < end]
        return max(ends, default=None)

    def comes(self, who: int, now: datetime) -> datetime | None:
        """When their next shift begins, None for those who have none."""
        return min((start for start, _ in self._spans(who, now) if start > now), default=None)

    def _spans(self, who: int, now: datetime) -> list[tuple[datetime, datetime]]:
        """Their shifts from yesterday's to those of a week from now."""
        zone = ZoneInfo(self.zone)
        today = now.astimezone(zone).date()
        found = []
        for back in range(-1, FARTHEST):
            day = today + timedelta(days=back)
            midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
            for one in self.shifts.get(who, ()):
                if one.weekday == day.weekday():
                    start = midnight + timedelta(minutes=one.starts)
                    found.append((start, start + timedelta(minutes=one.lasts)))
        return found

    def instead(self, who: int, now: datetime) -> int:
        """Who answers for this person now: they themselves, their stand-in, or 0 for the leads.

        A stand-in who is away is stood in for in turn.
        """
        asked: set[int] = set()
        while who not in asked:
            asked.add(who)
            gone = self.absent(who, now)
            if who in self.left:
                return 0
            if gone is None:
                return who
            if not gone.stand_in:
                return 0
            who = gone.stand_in
        return 0

    def stands_in_for(self, who: int, now: datetime) -> tuple[int, ...]:
        """Those for whom this person answers now; for 0 those for whom the leads do."""
        gone = {one.staff for one in self.absences if one.at(now)} | self.left
        return tuple(sorted(one for one in gone if one != who and self.instead(one, now) == who))


def load(c: Connection, now: datetime, zone: str) -> Rota:
    """Shifts and absences as they are; `zone` is the operator's."""
    shifts: dict[int, list[Shift]] = {}
    for row in c.execute(SHIFTS).mappings():
        shifts.setdefault(row["staff"], []).append(
            Shift(row["weekday"], row["starts"], row["ends"])
        )
    absences = tuple(_absence(row) for row in c.execute(NOT_OVER, {"at": now}).mappings())
    left = frozenset(c.execute(LEFT).scalars())
    return Rota({who: tuple(of) for who, of in shifts.items()}, absences, left, zone)


def absent(c: Connection, who: int, now: datetime) -> Absence | None:
    """The absence of this person at this moment, None if they are there."""
    row = c.execute(NOW, {"this": who, "at": now}).mappings().first()
    return None if row is None else _absence(row)


def absences(c: Connection, who: int, most: int) -> tuple[Absence, ...]:
    """Their absences, the newest first."""
    return tuple(_absence(row) for row in c.execute(OF_ONE, {"this": who, "most": most}).mappings())


def absence_of(c: Connection, this: int) -> Absence | None:
    """The absence of this id."""
    row = c.execute(ONE, {"this": this}).mappings().first()
    return None if row is None else _absence(row)


def put(c: Connection, new: Absence, by: int | None, now: datetime) -> int:
    """Keep an absence (its id is not looked at); returns the one that it got."""
    row = {
        "staff": new.staff,
        "starts": new.starts,
        "ends": new.ends,
        "reason": new.reason,
        "stand_in": new.stand_in,
        "added_by": by,
        "added_at": now,
    }
    return inserts.add(c, insert(absence), row)


def end(c: Connection, this: Absence, now: datetime) -> None:
    """They are back, or do not go: one that has not begun is taken out."""
    if this.starts >= now:
        c.execute(DROP, {"this": this.id})
    elif this.ends is None or this.ends > now:
        c.execute(END, {"this": this.id, "new": now})


def work(c: Connection, who: int, shifts: Sequence[Shift]) -> None:
    """These are their shifts from now on; none: they are there at any time."""
    c.execute(delete(shift).where(shift.c.staff == who))
    rows = [
        {"staff": who, "weekday": one.weekday, "starts": one.starts, "ends": one.ends}
        for one in sorted(set(shifts))
    ]
    if rows:
        c.execute(insert(shift), rows)


def forget(c: Connection, who: int) -> None:
    """Take out shifts, absences and history of somebody who goes out of the list."""
    c.execute(delete(shift).where(shift.c.staff == who))
    c.execute(delete(absence).where(absence.c.staff == who))
    c.execute(delete(staff_entry).where(staff_entry.c.staff == who))
    c.execute(update(absence).where(absence.c.stand_in == who).values(stand_in=None))
    c.execute(update(absence).where(absence.c.added_by == who).values(added_by=None))


def here(c: Connection, rota: Rota, now: datetime) -> tuple[people.Staff, ...]:
    """Those of whom something can be asked now, who are on shift first."""
    able = [one for one in people.everybody(c) if not rota.away(one.id, now)]
    return tuple(sorted(able, key=lambda one: (not rota.on_shift(one.id, now), one.id)))


def _absence(row: RowMapping) -> Absence:
    return Absence(
        id=row["id"],
        staff=row["staff"],
        starts=row["starts"],
        ends=row["ends"],
        reason=row["reason"],
        stand_in=row["stand_in"],
    )
