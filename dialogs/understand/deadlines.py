"""By when an answer is wished: within 48 hours, 三天内, by Friday, 今天下午5点前."""

import re
from datetime import datetime, timedelta

from dialogs.understand import spans, when_en, when_zh
from dialogs.understand.digits import ENGLISH_NUMBER, number, plain
from dialogs.understand.passages import Passage, around, clauses
from dialogs.understand.spans import Grain, Span

_DAY_ENDS = timedelta(hours=23, minutes=59)
_UNITS = {"小时": 1, "钟头": 1, "天": 24, "日": 24, "周": 168, "星期": 168, "礼拜": 168, "月": 720,
          "hour": 1, "hr": 1, "day": 24, "week": 168, "month": 720}  # fmt: skip
_WITHIN_ZH = re.compile(
    r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)\s?个?(?P<work>工作)?(?P<unit>小时|钟头|天|日|周|星期|礼拜|月)"
    r"(?:之|以)?内"
)
_WITHIN_EN = re.compile(
    rf"\b(?:within|in|inside)\s+(?:the\s+next\s+)?(?P<n>\d{{1,3}}|an?|{ENGLISH_NUMBER})\s+"
    r"(?P<work>working\s+|business\s+)?(?P<unit>hour|hr|day|week|month)s?\b",
    re.IGNORECASE,
)
_BY_ZH = re.compile(r"(?:之|以)?(?:前|内|之前)(?!的|面|天)|下班前")
_BY_EN = re.compile(
    r"\b(?:by|before|no\s+later\s+than|until)\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?(?P<end>day|week|month)?",
    re.IGNORECASE,
)
_HOUR_EN = re.compile(
    r"\b(?:by|before)\s+(?P<h>\d{1,2})(?::(?P<m>\d\d))?\s?(?P<half>[ap])\.?m\b", re.I
)
_TODAY = re.compile(
    r"[今当][天日](?:之|以)?内|今天之?前|\bby\s+the\s+end\s+of\s+(?:the\s+day|today)\b|\btoday\b",
    re.IGNORECASE,
)
_THIS_WEEK = re.compile(
    r"[本这]个?(?:周|星期)(?:之|以)?内|本?周末(?:之|以)?前|\bby\s+the\s+end\s+of\s+(?:the|this)\s+week\b"
    r"|\bthis\s+week\b",
    re.IGNORECASE,
)
_THIS_MONTH = re.compile(
    r"[本这]个?月(?:之|以|底)?[内前]|月底(?:之|以)?前|\bby\s+the\s+end\s+of\s+(?:the|this)\s+month\b",
    re.IGNORECASE,
)


def wished(text: str, asked: tuple[Passage, ...], now: datetime) -> datetime | None:
    """The first time that asking passages set, local and naive as `now` is; None if none.

    The clause in which the asking begins counts whole: 三天内给我修好.
    """
    parts = clauses(text)
    for passage in asked:
        clause = around(parts, passage.start)
        start = min(clause.start, passage.start) if clause else passage.start
        told = plain(text[start : passage.end])
        found = _within(told, now) or _named(told, now) or _ending(told, now)
        if found and found > now:
            return found
    return None


def _within(told: str, now: datetime) -> datetime | None:
    match = _WITHIN_ZH.search(told) or _WITHIN_EN.search(told)
    if match is None:
        return None
    words = match["n"].lower()
    count = 1 if words in ("a", "an") else number(words)
    if count is None:
        return None
    if match["work"]:
        return _working(now, int(count))
    return now + timedelta(hours=float(count) * _UNITS[match["unit"].lower()])


def _working(now: datetime, count: int) -> datetime:
    """So many Mondays to Fridays on; holidays are not known here, and a wish needs no more."""
    at = now
    while count > 0:
        at += timedelta(days=1)
        count -= at.weekday() < 5
    return at


def _named(told: str, now: datetime) -> datetime | None:
    """A named day or hour: by Friday, 明天中午12点前."""
    for span in when_zh.find(told, now, ahead=True):
        if _BY_ZH.match(told, span.to):
            return _end(span)
    by = next((one for one in _BY_EN.finditer(told) if not one["end"]), None)
    hour = _HOUR_EN.search(told)
    for span in when_en.find(told, now, ahead=True):
        if by is not None and by.end() <= span.at <= by.end() + 12:
            return _end(span)
        if hour and span.grain is Grain.DAY and abs(span.to - hour.start()) < 3:
            return _at_hour(span.start, hour)
    if hour:
        at = _at_hour(spans.midnight(now), hour)
        return at if at > now else at + timedelta(days=1)
    return None


def _end(span: Span) -> datetime:
    return span.end if span.grain is Grain.MOMENT else span.end + _DAY_ENDS


def _at_hour(day: datetime, match: re.Match[str]) -> datetime:
    hour = int(match["h"]) % 12 + (12 if match["half"].lower() == "p" else 0)
    return day + timedelta(hours=hour, minutes=min(int(match["m"] or 0), 59))


def _ending(told: str, now: datetime) -> datetime | None:
    """The end of this day, week or month."""
    today = spans.midnight(now) + _DAY_ENDS
    if _TODAY.search(told):
        return today
    if _THIS_WEEK.search(told):
        return today + timedelta(days=6 - now.weekday())
    month = spans.whole_month(now.year, now.month)
    return month.end + _DAY_ENDS if month and _THIS_MONTH.search(told) else None
