"""Stretches of time found in a text, and the calendar arithmetic under them. Local, naive times."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

EARLIEST, LATEST = 1990, 2199  # years outside are slips of the pen
MOST = 40  # times read out of one text: bounds the work on a hostile one


class Grain(IntEnum):
    """How exactly a time was told."""

    MOMENT = 0
    DAY = 1
    WEEK = 2  # also a part of a month, some days
    MONTH = 3
    YEAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A time told at `at`..`to` of the text, local and naive, both bounds within it.

    Days run from midnight of the first to midnight of the last. `open`: it lasts until now.
    `rough`: its start is counted back from now ("for about a month"). `ranged`: both ends were
    told. `cycle` days or years by which it could lie later ("year" without a year, "week" for a
    bare weekday). `until`: the words name it as an end only.
    """

    start: datetime
    end: datetime
    grain: Grain
    at: int = 0
    to: int = 0
    open: bool = False
    rough: bool = False
    ranged: bool = False
    until: bool = False
    cycle: str = ""


def day(at: datetime, cycle: str = "") -> Span:
    """The whole day in which a time lies."""
    start = midnight(at)
    return Span(start=start, end=start, grain=Grain.DAY, cycle=cycle)


def moment(at: datetime) -> Span:
    """A time known to the minute."""
    exact = at.replace(second=0, microsecond=0)
    return Span(start=exact, end=exact, grain=Grain.MOMENT)


def days(first: datetime, last: datetime, grain: Grain = Grain.WEEK, cycle: str = "") -> Span:
    """Whole days from the first to the last."""
    return Span(start=midnight(first), end=midnight(last), grain=grain, cycle=cycle)


def midnight(at: datetime) -> datetime:
    """The start of a day."""
    return datetime.combine(at.date(), time())


def dated(year: int, month: int, date: int) -> datetime | None:
    """Midnight of a date, or None if there is no such date."""
    if not (EARLIEST <= year <= LATEST and 1 <= month <= 12):
        return None
    return datetime(year, month, date) if 1 <= date <= monthrange(year, month)[1] else None  # noqa: DTZ001


def nearest(month: int, date: int, now: datetime, *, ahead: bool = False) -> datetime | None:
    """The last such date up to today; with `ahead` the next one from today. None if there is none.

    Eight years suffice for 29 February.
    """
    years = range(now.year, now.year + 9) if ahead else range(now.year, now.year - 9, -1)
    for year in years:
        found = dated(year, month, date)
        if found and (found >= midnight(now) if ahead else found <= now):
            return found
    return None


def whole_month(year: int, month: int, part: str = "", cycle: str = "") -> Span | None:
    """A month, or its "early" (1-10), "mid" (11-20) or "late" third; None if impossible."""
    first = dated(year, month, 1)
    if first is None:
        return None
    last = first.replace(day=monthrange(year, month)[1])
    match part:
        case "early":
            return days(first, first.replace(day=10), cycle=cycle)
        case "mid":
            return days(first.replace(day=11), first.replace(day=20), cycle=cycle)
        case "late":
            return days(first.replace(day=21), last, cycle=cycle)
        case _:
            return days(first, last, Grain.MONTH, cycle)


def recent_month(month: int, now: datetime, part: str = "") -> Span | None:
    """The last such month, or third of it, that has begun."""
    for year in (now.year, now.year - 1):
        found = whole_month(year, month, part, "year")
        if found and found.start <= now:
            return found
    return None


def whole_year(year: int) -> Span | None:
    """A year, or None if it is out of bounds."""
    first = dated(year, 1, 1)
    return days(first, first.replace(month=12, day=31), Grain.YEAR) if first else None


def ago(now: datetime, count: float, unit: str) -> datetime | None:
    """The time that lies `count` of "minute", "hour", "day", "week", "month" or "year" back."""
    match unit:
        case "month" | "year":
            months = round(count * (12 if unit == "year" else 1))
            if count < 1 and unit == "month":
                return ago(now, round(count * 30), "day")
            back = now.year * 12 + now.month - 1 - months
            found = dated(back // 12, back % 12 + 1, 1)
            if found is None:
                return None
            last = monthrange(found.year, found.month)[1]
            return datetime.combine(found.replace(day=min(now.day, last)).date(), now.time())
        case _:
            size = {"minute": 1, "hour": 60, "day": 1440, "week": 10080}[unit]
            minutes = count * size
            return now - timedelta(minutes=minutes) if minutes < 16_000_000 else None


def back_from(now: datetime, count: float, unit: str) -> Span | None:
    """What "3 days ago" says: a moment for minutes and hours, else a day."""
    at = ago(now, count, unit)
    if at is None:
        return None
    return moment(at) if unit in ("minute", "hour") else day(at)


def lasting(now: datetime, count: float, unit: str) -> Span | None:
    """What "for 3 days now" says: from so long ago until now, roughly."""
    found = back_from(now, count, unit)
    return replace(found, end=now, open=True, rough=True) if found else None


def at_time(span: Span, minutes: int, until: int | None = None) -> Span:
    """A day at a time of day, in minutes after its midnight (more than 1440: the next day)."""
    start = span.start + timedelta(minutes=minutes)
    end = start if until is None else span.start + timedelta(minutes=until)
    if end < start:
        end += timedelta(days=1)
    return replace(span, start=start, end=end, grain=Grain.MOMENT, ranged=until is not None)


def free(found: list[Span], match: re.Match[str]) -> bool:
    """Whether a match may be taken: it overlaps no span, and the text is no mere heap of dates."""
    start, end = match.span()
    return len(found) < MOST and not any(start < one.to and one.at < end for one in found)


def placed(span: Span, at: int, to: int) -> Span:
    """The span with its place in the text."""
    return replace(span, at=at, to=to)


def join(spans: list[Span], linked: Callable[[Span, Span], bool]) -> list[Span]:
    """The spans with two neighbours made one where the words around them say from … to …."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and not (last.ranged or span.rough or last.rough) and linked(last, span):
            joined[-1] = _range(last, span)
        else:
            joined.append(span)
    return joined


def _range(first: Span, last: Span) -> Span:
    """From the start of the first to the end of the last, with the year or week they share."""
    end, start = last.end, first.start
    if last.cycle == "week":
        end = start + timedelta(days=(end.weekday() - start.weekday()) % 7)
        end = datetime.combine(end.date(), last.end.time())
    elif last.cycle == "year" and first.cycle == "":
        end = _in_year(end, start.year)
    elif first.cycle == "year" and last.cycle == "":
        start = _in_year(start, end.year)
        start = start if start <= end else _in_year(start, end.year - 1)
    if end < start:
        end = _in_year(end, start.year + 1) if last.cycle == "year" else end
    if end < start:
        start, end = end, start
    grain = min(first.grain, last.grain)
    whole = start.time() == time() and end.time() in (time(), time(23, 59))
    if whole:
        grain, end = max(grain, Grain.DAY), midnight(end)
    return Span(start=start, end=end, grain=grain, at=first.at, to=last.to, ranged=True)


def _in_year(at: datetime, year: int) -> datetime:
    """The same date in another year, at most its month's last day."""
    if not EARLIEST <= year <= LATEST:
        return at
    return at.replace(year=year, day=min(at.day, monthrange(year, at.month)[1]))


def local(now: datetime, zone: str) -> datetime:
    """An aware time as the naive local one of a zone."""
    return now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def aware(at: datetime, zone: str) -> datetime:
    """A naive local time of a zone as aware UTC."""
    return at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
