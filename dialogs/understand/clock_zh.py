"""The time of day told in Chinese: 晚上八点半, 下午3点一刻, 20:00; in minutes after midnight."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.understand import spans
from dialogs.understand.digits import number
from dialogs.understand.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Minutes after the day's midnight (over 1440: the night after), None if only a part was told.

    `end` of a range. `early` is the same hour of the same calendar day, where "at night" could
    mean both. `to` is where the words end.
    """

    start: int | None
    to: int
    end: int | None = None
    early: int | None = None


_PART = (
    r"凌晨|清晨|清早|大清早|一大早|早上|早晨|早间|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜里|夜间|夜晚"
    r"|半夜|深夜|午夜|当晚|早(?!就|已|知)|晚(?!点|了|于)|晨|夜"
)
_LEAD = r"(?:的|那天|当天|那晚|大概|大约|差不多|约|,|，|\s){0,3}"
_HOUR = r"(?:\d{1,2}|[零一二两三四五六七八九十]{1,3})"
# 一点信号都没有: "a little", not one o'clock.
_LITTLE = r"一点(?=[儿都也没不用]|信号|网|反应|声|办法|消息|动静|通知|征兆|电|流量|音|图|效果|解释)"


def _time(which: int) -> str:
    """The pattern of a time; its groups end in that digit, for it stands twice in a range."""
    k = str(which)
    return (
        rf"(?:(?!{_LITTLE})(?P<h{k}>{_HOUR})(?:点|时(?![候间常而不]))"
        rf"(?:钟|整|(?P<half{k}>半)|(?P<q{k}>[一三13])刻"
        rf"|(?P<m{k}>\d{{1,2}}|[零一二三四五六七八九十]{{1,3}})(?:分|(?![\d个次天条块元毛万])))?"
        rf"|(?<!\d)(?P<hh{k}>\d{{1,2}}):(?P<mm{k}>\d\d)(?::\d\d)?(?!\d))"
    )


_AROUND = r"(?:多|左右|前后|许|过后)?"
_CLOCK = re.compile(
    rf"{_LEAD}(?P<part>{_PART})?{_LEAD}(?:{_time(1)}{_AROUND}"
    rf"(?:\s?(?:到|至|-|~|～|—|–)\s?(?P<part2>{_PART})?{_time(2)})?)?",
    re.ASCII,
)
_BARE = re.compile(rf"(?P<part>{_PART})|{_time(1)}", re.ASCII)
_NIGHT = ("晚上", "晚间", "夜晚", "晚", "当晚", "夜")
_SMALL_HOURS = ("半夜", "深夜", "夜里", "夜间", "午夜")
_AFTERNOON = ("下午", "午后", "傍晚")


def read(told: str, at: int) -> Clock | None:
    """The time of day that stands at this place of a text, after the words of a day; or None."""
    match = _CLOCK.match(told, at)
    if match is None or not (match["part"] or match["h1"] or match["hh1"]):
        return None
    part = match["part"] or ""
    first = _minutes(match, "1")
    if first is None:
        return Clock(start=None, to=match.end("part")) if part else None
    start = _shifted(first, part)
    last = _minutes(match, "2")
    end = None if last is None else _shifted(last, match["part2"] or part)
    early = first if start >= 1440 else None
    return Clock(start=start, to=match.end(), end=end, early=early)


def bare(told: str, now: datetime) -> list[Span]:
    """A time of day without a day, as an answer to "when?": the last one that has been."""
    match = _BARE.search(told)
    clock = read(told, match.start()) if match else None
    if match is None or clock is None:
        return []
    today = spans.day(now)
    if clock.start is None:
        part = match["part"] or ""
        begins = 18 if part in _NIGHT else 12 if part in _AFTERNOON else 0
        over = today if now.hour >= begins else spans.day(now - timedelta(days=1))
        return [spans.placed(over, match.start(), clock.to)]
    span = spans.at_time(today, clock.start, clock.end)
    if span.start > now:
        span = spans.at_time(spans.day(now - timedelta(days=1)), clock.start, clock.end)
    return [spans.placed(span, match.start(), clock.to)]


def _minutes(match: re.Match[str], which: str) -> int | None:
    """Minutes after midnight as told, whatever part of the day; None if impossible."""
    hour = number(match["h" + which] or match["hh" + which] or "")
    if hour is None or hour > 24:
        return None
    minute = number(match["m" + which] or match["mm" + which] or "0")
    if match["half" + which]:
        return int(hour) * 60 + 30
    if match["q" + which]:
        quarters = number(match["q" + which]) or 0
        return int(hour) * 60 + int(quarters) * 15
    return int(hour) * 60 + int(minute) if minute is not None and minute < 60 else None


def _shifted(minutes: int, part: str) -> int:
    """Those minutes in the part of the day that was named."""
    hour = minutes // 60
    if part in _AFTERNOON and hour < 12:
        return minutes + 720
    if part in ("中午", "正午") and hour < 4:
        return minutes + 720
    if part == "凌晨" and hour == 12:
        return minutes - 720
    if part in _NIGHT or part in _SMALL_HOURS:
        if 5 <= hour < 12:
            return minutes + 720
        if hour == 12:
            return minutes + 720
        if hour < 5 and part in _NIGHT:
            return minutes + 1440
    return minutes
