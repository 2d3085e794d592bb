"""Reads a list of inspections, as a table program writes it: all of it, or each line that is wrong.

One line each, parts apart by commas, semicolons or tabs: store, day, points, inspector, and what
was seen.
"""

import csv
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from dialogs.stores.grading import TENTHS, Inspection

MOST_LINES = 2000
MOST_WORDS = 500
BEST = 100
LEAST, PARTS = 3, 5
HEADS = frozenset({"store", "门店", "营业厅", "厅店编码", "门店编码"})
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong in a line: "parts", "store", "day", "ahead", "points"; with what stands there.

    `line` counts from 1; 0 is the list as a whole ("empty", "long").
    """

    line: int
    reason: str
    said: str = ""


def read(
    text: str, stores: Collection[str], today: date, now: datetime
) -> tuple[Inspection, ...] | tuple[Wrong, ...]:
    """The inspections of the list, entered `now`; or what is wrong in it. `today` is local.

    A first line that names the parts, and empty lines, are passed over.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    if len(lines) > MOST_LINES:
        return (Wrong(0, "long", str(MOST_LINES)),)
    read = list(_lines(lines, stores, today, now))
    wrong = tuple(one for one in read if isinstance(one, Wrong))
    found = tuple(one for one in read if isinstance(one, Inspection))
    return wrong or found or (Wrong(0, "empty"),)


def _lines(
    lines: list[str], stores: Collection[str], today: date, now: datetime
) -> Iterator[Inspection | Wrong]:
    apart = _apart("\n".join(lines))
    for place, said in enumerate(lines, 1):
        if not said.strip():
            continue
        parts = [one.strip() for one in next(csv.reader([said], delimiter=apart))]
        if place == 1 and parts and parts[0].casefold() in HEADS:
            continue
        yield line(place, parts, stores, today, now)


def _apart(text: str) -> str:
    """What stands between the parts: the sign that most lines have."""
    return max(",;\t", key=text.count)


def line(
    place: int, parts: list[str], stores: Collection[str], today: date, now: datetime
) -> Inspection | Wrong:
    """The inspection of one line's parts: store, day, points, and where they are told inspector and
    what was seen; or what is wrong in it.
    """
    if not LEAST <= len(parts) <= PARTS:
        return Wrong(place, "parts", str(len(parts)))
    code = next((one for one in stores if one.casefold() == parts[0].casefold()), "")
    day, points = read_day(parts[1]), read_points(parts[2])
    if not code:
        return Wrong(place, "store", parts[0])
    if day is None:
        return Wrong(place, "day", parts[1])
    if day > today:
        return Wrong(place, "ahead", parts[1])
    if points is None:
        return Wrong(place, "points", parts[2])
    inspector, words = ([*parts[3:], "", ""])[:2]
    return Inspection(
        store=code,
        day=day,
        points=points,
        at=now,
        inspector=inspector[:MOST_WORDS],
        words=words[:MOST_WORDS],
    )


def read_day(text: str) -> date | None:
    """A day like 2026-11-17, 2026/11/17 or 2026年11月17日; None for what is none."""
    found = DAY.fullmatch(text)
    try:
        return date(*(int(one) for one in found.groups())) if found else None
    except ValueError:
        return None


def read_points(text: str) -> int | None:
    """Points from 0 to 100 with one place at most, as tenths; None for what are none."""
    try:
        points = Decimal(text)
    except InvalidOperation:
        return None
    if not points.is_finite() or not 0 <= points <= BEST or points * TENTHS % 1:
        return None
    return int(points * TENTHS)
