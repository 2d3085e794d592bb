"""Time as an office counts it: around the clock, on working days, in working hours; and rest.

The calendars are those of domain.md §4: CAL counts always, WD all hours of working days, WH the
working hours of working days, DH the hours of a desk that is staffed on every day of the year. All
instants are aware UTC, all days those of a zone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dialogs.catalogue import Hours
from dialogs.values import quick

if TYPE_CHECKING:
    from dialogs.house import House
    from dialogs.workdays import Workdays

DAY = timedelta(days=1)
MINUTES = 24 * 60
FARTHEST = 4000  # days walked at most: no limit of a catalogue is longer, no calendar so empty


@quick
@dataclass(frozen=True, slots=True)
class Calendar:
    """One way of counting: `kind` "CAL", "WD", "WH" or "DH", whose `hours` matter to WH and DH."""

    kind: str
    zone: str
    workdays: "Workdays"
    hours: Hours
    lunch: Hours | None = None

    @property
    def rests(self) -> bool:
        """Whether it leaves holidays out, so that what it counts can be provisional."""
        return self.kind in {"WD", "WH"}

    def add(self, at: datetime, span: timedelta) -> tuple[datetime, bool]:
        """The instant after `span` of counted time (before it if negative), and if provisional.

        Provisional: a day on the way stands in a year whose holidays are not published yet.
        """
        if self.kind == "CAL" or not span:
            return at + span, False
        left, backward, provisional = abs(span), span < timedelta(), False
        for day in self._days(at, -1 if backward else 1):
            provisional = provisional or (self.rests and self.workdays.provisional(day))
            windows = self._open(day)
            for start, end in reversed(windows) if backward else windows:
                begin, stop = (start, min(end, at)) if backward else (max(start, at), end)
                if begin >= stop:
                    continue
                if left <= stop - begin:
                    return (stop - left if backward else begin + left), provisional
                left -= stop - begin
        return at + span, self.rests

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much counted time lies from `start` to `end`; nothing if `end` is not later."""
        if self.kind == "CAL":
            return max(end - start, timedelta())
        counted = timedelta()
        for day in self._days(start, 1):
            windows = self._open(day)
            if self._midnight(day) >= end:
                break
            for opens, closes in windows:
                counted += max(min(closes, end) - max(opens, start), timedelta())
        return counted

    def end_of_day(self, at: datetime, days: int) -> tuple[datetime, bool]:
        """The last second of the `days`-th day after the day of `at`, and if provisional.

        The day of receipt is not counted (domain.md §4 C1). WD and WH count working days; 0 of
        them is the day itself, or the next on which work is done.
        """
        day, left, provisional = at.astimezone(ZoneInfo(self.zone)).date(), days, False
        for _ in range(FARTHEST):
            if left <= 0 and (not self.rests or self.workdays.is_work(day)):
                break
            day += DAY
            provisional = provisional or (self.rests and self.workdays.provisional(day))
            if not self.rests or self.workdays.is_work(day):
                left -= 1
        return last_second(day, self.zone), provisional

    def days_until(self, at: datetime, end: datetime) -> int:
        """How many counted days come after the day of `at`, the day of `end` being the last."""
        last = end.astimezone(ZoneInfo(self.zone)).date()
        days = self._days(at, 1)
        next(days)
        later = takewhile(lambda day: day <= last, days)
        return sum(not self.rests or self.workdays.is_work(day) for day in later)

    def _days(self, at: datetime, step: int) -> Iterator[date]:
        first = at.astimezone(ZoneInfo(self.zone)).date()
        return (first + step * n * DAY for n in range(FARTHEST))

    def _open(self, day: date) -> list[tuple[datetime, datetime]]:
        """The counted spans of a local day, earliest first."""
        if self.rests and not self.workdays.is_work(day):
            return []
        if self.kind == "WD":
            return [(self._midnight(day), self._midnight(day + DAY))]
        marks = [self.hours.start, self.hours.end]
        if self.lunch is not None:
            marks[1:1] = [self.lunch.start, self.lunch.end]
        at = [at_minute(day, minute, self.zone) for minute in marks]
        return list(zip(at[::2], at[1::2], strict=True))

    def _midnight(self, day: date) -> datetime:
        return at_minute(day, 0, self.zone)


def calendar(kind: str, house: "House") -> Calendar:
    """The calendar of that kind in this house: its zone, working days and working hours."""
    known = house.catalogue
    if kind == "DH":
        return Calendar(kind, house.zone, house.workdays, known.desk)
    return Calendar(kind, house.zone, house.workdays, known.work, known.lunch)


def last_second(day: date, zone: str) -> datetime:
    """The last second of a day in `zone`: a day shown as a limit is that day and not the next."""
    return at_minute(day, MINUTES, zone) - timedelta(seconds=1)


def resting(at: datetime, hours: tuple[Hours, ...], zone: str) -> bool:
    """Whether `at` lies in one of the quiet hours, which are local times of day in `zone`."""
    return _rest_until(at, hours, zone) is not None


def awake(at: datetime, hours: tuple[Hours, ...], zone: str) -> datetime:
    """`at` itself, or the next instant outside all quiet hours (`at` if they fill the day)."""
    moment = at
    while (end := _rest_until(moment, hours, zone)) is not None:
        moment = end
        if moment - at > DAY:
            return at
    return moment


def _rest_until(at: datetime, hours: tuple[Hours, ...], zone: str) -> datetime | None:
    """When the rest that `at` falls into ends; None if it falls into none."""
    local = at.astimezone(ZoneInfo(zone))
    minute = local.hour * 60 + local.minute
    for rest in hours:
        crosses = rest.end < rest.start
        inside = rest.start <= minute < rest.end
        if crosses:
            inside = minute >= rest.start or minute < rest.end
        if inside:
            ends = local.date() + (DAY if crosses and minute >= rest.start else timedelta())
            return at_minute(ends, rest.end, zone)
    return None


@lru_cache(maxsize=4096)  # the days of running limits come again and again
def at_minute(day: date, minute: int, zone: str) -> datetime:
    """The UTC instant of a local minute of a day; minute 1440 is the next midnight."""
    days, rest = divmod(minute, MINUTES)
    clock = time(rest // 60, rest % 60)
    return datetime.combine(day + days * DAY, clock, ZoneInfo(zone)).astimezone(UTC)
