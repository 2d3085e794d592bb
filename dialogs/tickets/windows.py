"""The hours in which somebody may be reached, as they wrote them: "工作日 18:00-20:00"."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from dialogs.catalogue import Hours
from dialogs.tickets.calendar import at_minute, awake

HOUR = 60  # minutes
DAY = 24 * HOUR
WORKDAYS, WEEKEND = frozenset(range(5)), frozenset({5, 6})
AHEAD = 9  # days that are looked ahead: any day of the week comes within them
# Words for a part of the day, the later ones only where no hours are written.
PARTS = (
    (r"上午|早上|早晨|\bmornings?\b", Hours(start=8 * HOUR, end=12 * HOUR)),
    (r"中午|\bnoon\b|\blunch", Hours(start=12 * HOUR, end=14 * HOUR)),
    (r"下午|\bafternoons?\b", Hours(start=13 * HOUR, end=18 * HOUR)),
    (r"晚上|傍晚|下班后|\bevenings?\b|\bafter work\b", Hours(start=18 * HOUR, end=22 * HOUR)),
)
LATE = re.compile(r"下午|晚上|傍晚|晚|p\.?m\b")
_DIGITS = str.maketrans("一二两三四五六七八九", "1223456789")
_PART = r"(?P<{0}part>上午|早上|中午|下午|晚上|傍晚|晚)?\s*"
_CLOCK = r"(?P<{0}h>\d{{1,2}})(?:[:点时](?P<{0}m>\d{{2}}|半)?)?\s*(?P<{0}half>[ap]\.?m\.?)?"
_TIME = _PART + _CLOCK
_SPAN = re.compile(_TIME.format("a") + r"\s*(?:-|~|–|—|到|至|to|until|and)\s*" + _TIME.format("b"))
_AFTER = re.compile(
    r"(?:after|from|since)\s*"
    + _TIME.format("a")
    + "|"
    + _TIME.format("b")
    + r"\s*(?:以后|之后|后|起)"
)
_BEFORE = re.compile(
    r"(?:before|until|till)\s*"
    + _TIME.format("a")
    + "|"
    + _TIME.format("b")
    + r"\s*(?:以前|之前|前)"
)


@dataclass(frozen=True, slots=True)
class Window:
    """Spans of the day, on these days of the week (0 is Monday; all where none is named)."""

    spans: tuple[Hours, ...]
    days: frozenset[int] = frozenset()

    def holds(self, at: datetime, zone: str) -> bool:
        """Whether the moment lies in it."""
        local = at.astimezone(ZoneInfo(zone))
        minute = local.hour * HOUR + local.minute
        fits = any(one.start <= minute < one.end for one in self.spans)
        return fits and (not self.days or local.weekday() in self.days)


@lru_cache(maxsize=1024)  # the same few words come again with every message
def window(said: str) -> Window | None:
    """What the words mean; None where they name neither hours nor days that are understood."""
    text = unicodedata.normalize("NFKC", said).casefold()
    text = re.sub(r"十([一二三四五六七八九])", r"1\1", text).replace("十", "10").translate(_DIGITS)
    days = _days(text)
    spans = _spans(text)
    if not spans and not days:
        return None
    return Window(spans or (Hours(start=0, end=DAY),), days)


def _days(text: str) -> frozenset[int]:
    if re.search(r"周末|双休|星期6|周6|周日|\bweekends?\b", text):
        return WEEKEND
    if re.search(
        r"工作日|平日|平时|周1(?:到|至|-)周?5|\bweekdays?\b|\bworking days?\b|mon\w*\W+fri", text
    ):
        return WORKDAYS
    return frozenset()


def _spans(text: str) -> tuple[Hours, ...]:
    found = [_between(one) for one in _SPAN.finditer(text)]
    if not found and (after := _AFTER.search(text)):
        found = [_hours(_minute(after), DAY)]
    if not found and (before := _BEFORE.search(text)):
        found = [_hours(0, _minute(before))]
    if not found:
        found = [part for words, part in PARTS if re.search(words, text)]
    return tuple(one for one in found if one is not None)


def _between(found: "re.Match[str]") -> Hours | None:
    start, end = _of(found, "a"), _of(found, "b")
    if start is None or end is None:
        return None
    if end <= start and end + DAY // 2 <= DAY:  # "2-5 pm", "晚上7-9点"
        end += DAY // 2
    if found["bhalf"] and not found["ahalf"] and start + DAY // 2 < end:
        start += DAY // 2
    return _hours(start, end)


def _minute(found: "re.Match[str]") -> int | None:
    return _of(found, "a") if found["ah"] else _of(found, "b")


def _of(found: "re.Match[str]", which: str) -> int | None:
    hour, rest = int(found[f"{which}h"]), found[f"{which}m"]
    minute = 30 if rest == "半" else int(rest or 0)
    part = f"{found[f'{which}part'] or ''}{found[f'{which}half'] or ''}"
    late = bool(LATE.search(part)) or (part == "中午" and hour < 6)
    hour += 12 if late and hour < 12 else 0
    at = hour * HOUR + minute
    return at if at <= DAY and minute < HOUR else None


def _hours(start: int | None, end: int | None) -> Hours | None:
    if start is None or end is None or not start < end:
        return None
    return Hours(start=start, end=end)


def reachable(
    at: datetime, rest: tuple[Hours, ...], night: tuple[Hours, ...], own: Window | None, zone: str
) -> datetime:
    """The first moment from `at` on outside the `rest` and in the person's own window.

    Where the two leave no time at all, their own window goes first, outside the `night`; where
    even that leaves none, it is as if they had named none.
    """
    if own is None:
        return awake(at, rest, zone)
    for quiet in (rest, night):
        found = _first(at, quiet, own, zone)
        if found is not None:
            return found
    return awake(at, rest, zone)


def _first(at: datetime, rest: tuple[Hours, ...], own: Window, zone: str) -> datetime | None:
    def free(moment: datetime) -> bool:
        return own.holds(moment, zone) and awake(moment, rest, zone) == moment

    if free(at):
        return at
    begins = {one.start for one in own.spans} | {one.end for one in rest}
    today = at.astimezone(ZoneInfo(zone)).date()
    moments = (at_minute(today + timedelta(days=n), m, zone) for n in range(AHEAD) for m in begins)
    return min((one for one in moments if one > at and free(one)), default=None)
