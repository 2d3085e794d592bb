"""Times told in English, found inside a text by rules of our own; the past is preferred."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from dialogs.understand import around_en, spans
from dialogs.understand.digits import ENGLISH_NUMBER, MONTH_NAME, month_of, number, plain
from dialogs.understand.festivals import HOLIDAYS, NAMES, festival
from dialogs.understand.spans import Grain, Span

_M = rf"(?P<mon>{MONTH_NAME})\b"
_D = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
_Y = r"(?:,?\s+(?P<y>(?:19|20)\d\d)\b)?"
_DASH = r"\s?(?:-|–|to|until|till|through)\s?(?:the\s)?"
_LONG_DAYS = "Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?"
_SHORT_DAYS = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_UNIT = r"(?P<unit>minute|min|hour|hr|day|night|week|month|year)s?\b(?P<more>\s+and\s+a\s+half\b)?"
_FEW = r"a\s+couple(?:\s+of)?|couple(?:\s+of)?|a\s+few|several|half\s+an?|an?"
_N = rf"(?P<n>\d{{1,4}}(?:\.5)?|{_FEW}|{ENGLISH_NUMBER})(?P<half>\s+and\s+a\s+half)?"
_ABOUT = r"(?:(?:more\s+than|over|about|around|nearly|almost|at\s+least|well\s+over|some)\s+)?"
_THIRDS = {"early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid",
           "late": "late", "end": "late"}  # fmt: skip

_Rule: TypeAlias = Callable[[re.Match[str], datetime, bool], Span | None]


def find(text: str, now: datetime, *, alone: bool = False, ahead: bool = False) -> list[Span]:
    """The times of a text in order, `now` local and naive.

    `alone`: the text answers "when?", so a bare time of day or a lone 15th is a time too.
    `ahead`: what has no year or week lies ahead (deadlines). What is open lasts until `now`.
    """
    told = plain(text).replace("’", "'")
    found: list[Span] = []
    for pattern, rule in RULES + (ALONE if alone else ()):
        for match in pattern.finditer(told):
            span = rule(match, now, ahead) if spans.free(found, match) else None
            if span:
                at = max(match.start("at") if "at" in pattern.groupindex else -1, match.start())
                found.append(replace(span, at=at, to=match.end()))
    found.sort(key=lambda span: span.at)
    timed = [around_en.timed(span, told, now) for span in found]
    if alone and not timed:
        timed = around_en.bare(told, now)
    ranges = spans.join(timed, lambda one, two: around_en.linked(told, one, two))
    return [around_en.opened(span, told, now) for span in ranges]


def _ordinary(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """12 November, Nov 12th, 2026: the last such date, or the next one."""
    date, month = int(match["d"]), month_of(match["mon"])
    year = match.groupdict().get("y")
    if year:
        at = spans.dated(int(year), month, date)
    else:
        at = spans.nearest(month, date, now, ahead=ahead)
    return spans.day(at, "" if year else "year") if at else None


def _days(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """1-30 June, June 1 to 30."""
    first = _ordinary(match, now, ahead)
    if first is None:
        return None
    last = spans.dated(first.start.year, first.start.month, int(match["last"]))
    if last is None or last < first.start:
        return None
    return replace(spans.days(first.start, last, Grain.DAY), ranged=True)


def _digits(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """2026-11-12; 12/11/2026, day first unless that is no date or yet to come."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["y"])
    at = spans.dated(year, two, one)
    other = spans.dated(year, one, two)
    if match.groupdict().get("iso"):
        return spans.day(other) if other else None
    if at is None or (at > now and not ahead and other and other <= now):
        at = other
    return spans.day(at) if at else None


def _weekday(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """last Friday, on Friday, this Friday, next Friday; a bare one may be today."""
    which = (match.groupdict().get("which") or "").lower().split()
    index = _WEEKDAYS.index(match["name"][:3].lower())
    today = spans.midnight(now)
    if "this" in which and "past" not in which:
        return spans.day(today + timedelta(days=index - now.weekday()))
    if "next" in which:
        return spans.day(today + timedelta(days=(index - now.weekday() - 1) % 7 + 1))
    if not which and index == now.weekday():
        return spans.day(now, "week")
    back = (now.weekday() - index) % 7 or 7
    days = 7 - back if ahead and not which else -back
    return spans.day(today + timedelta(days=days), "" if which else "week")


_NEAR = {
    "the day before yesterday": -2, "the night before last": -2, "yesterday": -1, "last night": -1,
    "last evening": -1, "yday": -1, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip


def _near(match: re.Match[str], now: datetime, _: bool) -> Span | None:
    words = re.sub(r"\s+", " ", match["day"].lower())
    return spans.day(now + timedelta(days=_NEAR.get(words, 0)))


def count(match: re.Match[str]) -> tuple[float, str]:
    """How many of which unit: (2.0, "day") for a couple of days, (0.5, "hour") for half an hour."""
    words = re.sub(r"\s+", " ", match["n"].lower())
    unit = {"min": "minute", "hr": "hour", "night": "day"}.get(unit_of(match), unit_of(match))
    if words.endswith(" half") or words.startswith("half"):
        return 0.5, unit
    if "couple" in words:
        return 2.0, unit
    told = 3 if words in ("a few", "several") else 1 if words in ("a", "an") else number(words)
    return float(told or 0) + (0.5 if match["half"] or match["more"] else 0), unit


def unit_of(match: re.Match[str]) -> str:
    """The unit as written, in lower case and singular."""
    return str(match["unit"]).lower()


def _ago(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    told = count(match)
    return spans.back_from(now, *told) if told[0] and not ahead else None


def _lasting(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    if match.groupdict().get("n") is None:
        return None if ahead else spans.lasting(now, 1, unit_of(match))
    told = count(match)
    return spans.lasting(now, *told) if told[0] and not ahead else None


def _stretch(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """last week, this month, the week before last."""
    back = {"this": 0, "all": 0, "last": 1, "past": 1}.get((match["which"] or "").lower(), 2)
    match unit_of(match):
        case "week":
            first = spans.midnight(now) - timedelta(days=now.weekday() + 7 * back)
            span: Span | None = spans.days(first, first + timedelta(days=6))
        case "weekend":
            first = spans.midnight(now) - timedelta(days=now.weekday() + 7 * back - 5)
            span = spans.days(first, first + timedelta(days=1))
        case "month":
            at = spans.ago(now.replace(day=1), back, "month")
            span = spans.whole_month(at.year, at.month) if at else None
        case _:
            span = spans.whole_year(now.year - back)
    return None if ahead else span


def _month(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """June, mid-October, early March 2026, last October."""
    parts = match.groupdict()
    month = month_of(match["mon"])
    third = _THIRDS.get((parts.get("third") or "").lower(), "")
    if ahead:
        return None
    if parts.get("y"):
        return spans.whole_month(int(parts["y"] or 0), month, third)
    return spans.recent_month(month, now, third)


def _year(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    del now
    return None if ahead else spans.whole_year(int(match["y"]))


def _festival(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    name = match["name"].lower()
    at = festival(name, now, int(match["y"]) if match["y"] else None)
    if at is None or ahead:
        return None
    if match["long"] and name in HOLIDAYS:
        return spans.days(at, at + timedelta(days=HOLIDAYS[name] - 1), cycle="year")
    return spans.day(at, "" if match["y"] else "year")


def _date_alone(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """the 15th: the last 15th up to today."""
    for back in (0, 1, 2):
        at = spans.ago(now.replace(day=1), back, "month") if back else now
        found = spans.dated(at.year, at.month, int(match["d"])) if at else None
        if found and found <= now and not ahead:
            return spans.day(found)
    return None


def _just_now(_: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    return None if ahead else spans.moment(now)


def _rule(pattern: str, rule: _Rule, flags: int = re.IGNORECASE) -> tuple[re.Pattern[str], _Rule]:
    """A pattern and its rule; the phrase is kept from where an empty group `at` stands, if any."""
    return re.compile(pattern, re.ASCII | flags), rule


_NAMED = "|".join(re.escape(name) for name in NAMES if name.isascii())
# May and March are words too, so a bare month needs its capital and a word that makes it a time.
_IN = (
    r"(?:(?i:in|since|during|of|this|from|until|till|by|throughout|through|to|and)\s+(?i:the\s+)?)"
)
RULES: tuple[tuple[re.Pattern[str], _Rule], ...] = (
    _rule(rf"\b{_D}{_DASH}{_LAST}\s+(?:of\s+)?{_M}{_Y}", _days),
    _rule(rf"\bbetween\s+(?:the\s+)?(?P<at>){_D}\s+and\s+{_LAST}\s+(?:of\s+)?{_M}{_Y}", _days),
    _rule(rf"\b{_M}\.?\s+{_D}{_DASH}{_LAST}(?!\d|:|\s*[ap]\.?m){_Y}", _days),
    _rule(rf"\b{_D}\s+(?:of\s+)?{_M}{_Y}", _ordinary),
    _rule(rf"\b{_M}\.?\s+(?:the\s+)?{_D}(?!\d|:\d|\.\d|\s*(?:yuan|RMB|%)){_Y}", _ordinary),
    _rule(
        r"(?<![\d-])(?P<iso>(?P<y>(?:19|20)\d\d)[-/.](?P<one>\d{1,2})[-/.](?P<two>\d{1,2}))(?!\d)",
        _digits,
    ),
    _rule(r"(?<![\d/.-])(?P<one>\d{1,2})[/.-](?P<two>\d{1,2})[/.-](?P<y>20\d\d)(?!\d)", _digits),
    _rule(rf"\b(?P<name>{_NAMED})\b{_Y}(?P<long>\s+(?:holidays?|week))?", _festival),
    _rule(
        rf"\b(?:(?P<which>last|this\s+past|past|this|next)\s+)?(?P<name>{_LONG_DAYS})\b"
        r"(?P<part>\s+night)?",
        _weekday,
    ),
    _rule(rf"\b(?P<which>last|this|next)\s+(?P<name>{_SHORT_DAYS})\b", _weekday),
    _rule(rf"\b(?:on|since|from|until|till|to|by)\s+(?P<at>)(?P<name>{_SHORT_DAYS})\b", _weekday),
    _rule(
        r"\b(?P<day>the\s+day\s+before\s+yesterday|the\s+night\s+before\s+last|yesterday|yday"
        r"|today|tonight|last\s+(?:night|evening)|this\s+(?:morning|afternoon|evening)"
        r"|the\s+day\s+after\s+tomorrow|tomorrow)\b",
        _near,
    ),
    _rule(rf"\b{_ABOUT}{_N}\s+{_UNIT}\s+(?:ago|back|earlier\s+today)\b", _ago),
    _rule(
        rf"\b(?:for|in|over|during|within|these|the)\s+(?:the\s+|these\s+)?{_ABOUT}"
        rf"(?:past|last|previous)\s+(?:{_N}\s+)?{_UNIT}",
        _lasting,
    ),
    _rule(
        rf"\bfor\s+{_ABOUT}{_N}\s+(?:whole\s+|full\s+|straight\s+)?{_UNIT}(?!\s+(?:free|plan|contract))",
        _lasting,
    ),
    _rule(rf"\b(?:it\s+has\s+been|it's\s+been|been)\s+{_ABOUT}{_N}\s+{_UNIT}", _lasting),
    _rule(rf"\b{_N}\s+{_UNIT}\s+(?:now|straight|running|in\s+a\s+row|on\s+end)\b", _lasting),
    _rule(
        r"\b(?:the\s+)?(?P<third>early|mid|late|beginning|start|middle|end)(?:[\s-]+(?:of\s+)?)"
        rf"(?:in\s+)?{_M}{_Y}",
        _month,
    ),
    _rule(r"\b(?P<which>last|this|past|all)\s+(?P<unit>weekend|week|month|year)\b(?!')", _stretch),
    _rule(r"\bthe\s+(?P<unit>week|month|year)\s+(?P<which>before)\s+last\b", _stretch),
    _rule(rf"{_M},?\s+(?P<y>(?:19|20)\d\d)\b", _month, 0),
    _rule(rf"\b(?:{_IN}(?P<at>)|(?i:last)\s+){_M}(?!\s+\d)", _month, 0),
    _rule(
        rf"\b{_M}(?=(?:'s|’s)?\s+(?:phone\s+|mobile\s+)?(?:bill|invoice|statement)\b)", _month, 0
    ),
    _rule(
        r"\b(?:in|since|during|of|until|from|back\s+in)\s+(?P<at>)(?P<y>(?:19|20)\d\d)\b(?![-/.]\d)",
        _year,
    ),
    _rule(
        r"\bon\s+the\s+(?P<d>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of|floor|day|time|call|month))",
        _date_alone,
    ),
    _rule(r"\b(?:just\s+now|a\s+moment\s+ago|a\s+minute\s+ago|moments\s+ago)\b", _just_now),
)
ALONE: tuple[tuple[re.Pattern[str], _Rule], ...] = (
    _rule(rf"^\W*(?P<at>)(?P<name>{_SHORT_DAYS})\b", _weekday),
    _rule(rf"^\W*(?:in\s+)?(?P<at>){_M}(?!\s+\d)", _month),
    _rule(r"^\W*(?:the\s+)?(?P<d>\d{1,2})(?:st|nd|rd|th)\b", _date_alone),
    _rule(r"^\W*(?P<y>(?:19|20)\d\d)\W*$", _year),
    _rule(r"\b(?:right\s+now|now)\b", _just_now),
)
