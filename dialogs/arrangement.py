"""A published arrangement of holidays, as somebody pastes it: one span of days a line.

`2027-02-06..2027-02-12 off` or `2027-02-20 work`; 休 and 班 (放假 and 上班) are understood, blank
lines and what follows a # are not read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

LINE = re.compile(r"(\S+?)(?:\s*(?:\.\.|~|至)\s*(\S+?))?\s+(\S+)")
SAYS: Mapping[str, bool] = {
    "off": False, "休": False, "放假": False, "work": True, "班": True, "上班": True,
}  # fmt: skip
LONGEST = timedelta(days=31)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line that cannot be taken: its number from 1, what it says, and why.

    `why`: "form" (not such a line), "day" (no such day), "order" (ends before it begins), "long"
    (more than a month), "year" (another year), "twice" (a day that another line says otherwise).
    """

    line: int
    said: str
    why: str


def read(text: str, year: int) -> tuple[Mapping[date, bool], tuple[Wrong, ...]]:
    """What the lines say of the days of that year, and the lines that are wrong."""
    days: dict[date, bool] = {}
    wrong: list[Wrong] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.partition("#")[0].strip()
        if not line:
            continue
        span = _span(line, year)
        if isinstance(span, str):
            wrong.append(Wrong(number, line, span))
            continue
        first, last, work = span
        if any(days.get(day, work) is not work for day in _days(first, last)):
            wrong.append(Wrong(number, line, "twice"))
        days |= dict.fromkeys(_days(first, last), work)
    return days, tuple(wrong)


def _span(line: str, year: int) -> "tuple[date, date, bool] | str":
    """First day, last day, and whether they are worked; or what is wrong."""
    found = LINE.fullmatch(line)
    work = SAYS.get(found[3].lower()) if found else None
    if found is None or work is None:
        return "form"
    try:
        first = date.fromisoformat(found[1])
        last = date.fromisoformat(found[2]) if found[2] else first
    except ValueError:
        return "day"
    if last < first:
        return "order"
    if last - first > LONGEST:
        return "long"
    return "year" if {first.year, last.year} != {year} else (first, last, work)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + n * DAY for n in range((last - first).days + 1))
