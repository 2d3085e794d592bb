"""The time of day told in English: 8pm, 8:30 p.m., 20:00, noon, at 8 in the evening."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Minutes after the day's midnight, None if only a part was told; `end` of a range."""

    start: int | None
    at: int
    to: int
    end: int | None = None


_PART = r"morning|afternoon|evening|night"


def _time(which: str) -> str:
    """The pattern of a time; its groups end in that letter, for it stands several times."""
    return (
        rf"(?:(?P<h{which}>\d{{1,2}})(?:[:.](?P<m{which}>\d\d))?\s?(?P<half{which}>[ap])\.?m\b\.?"
        rf"|(?P<hh{which}>\d{{1,2}}):(?P<mm{which}>\d\d)(?::\d\d)?(?!\d)"
        rf"|(?P<word{which}>noon|midday|midnight)\b"
        rf"|(?P<oh{which}>\d{{1,2}})\s?o'?clock)"
    )


_ABOUT = r"(?:at|around|about|from|between|approximately|,)"
_LOW = (
    r"(?:(?<![\d:.])(?P<low>\d{1,2}(?::\d\d)?)\s?(?:-|–|to|and)\s?"
    r"(?=\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m))"
)
_AFTER = re.compile(
    rf",?\s*(?:(?:in\s+the\s+)?(?P<part>{_PART})\b)?"
    rf"(?:(?:\s*{_ABOUT}){{0,3}}\s*"
    rf"{_LOW}?"
    rf"(?:{_time('a')}|(?:(?<=at\s)|(?<=around\s)|(?<=about\s))(?P<bare>\d{{1,2}})(?![\d:/.,%-]|\s*[a-z]*yuan))"
    rf"(?:\s?(?:-|–|to|until|till|and)\s?{_time('b')})?"
    rf"(?:\s+(?:in\s+the|at)\s+(?P<late>{_PART})\b)?)?",
    re.ASCII | re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:{_LOW}?{_time('a')}(?:\s?(?:-|–|to)\s?{_time('b')})?(?:\s+in\s+the\s+(?P<late>{_PART}))?,?"
    rf"(?:\s+on)?\s*|(?:(?:on|in)\s+)?(?:the\s+)?(?:early\s+|late\s+)?(?P<part>{_PART})\s+of\s+)$",
    re.ASCII | re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:{_time('a')}|\bat\s+(?P<bare>\d{{1,2}})\b(?:\s+in\s+the\s+(?P<late>{_PART}))?)",
    re.ASCII | re.IGNORECASE,
)


def after(told: str, at: int, part: str = "") -> Clock | None:
    """The time of day that follows a day; `part` is what the day's own words said (last night)."""
    match = _AFTER.match(told, at)
    if match is None or match.end() == at:
        return None
    part = (match["late"] or match["part"] or part).lower()
    start = _minutes(match, "a", part)
    if start is None:
        return Clock(start=None, at=at, to=match.end("part")) if match["part"] else None
    end = _minutes(match, "b", part)
    if match["low"]:
        start, end = _low(match["low"], start), start
    return Clock(start=start, at=at, to=match.end(), end=end)


def before(told: str, at: int, part: str = "") -> Clock | None:
    """The time of day that stands before a day: 8pm on …, the evening of …."""
    match = _BEFORE.search(told, max(0, at - 40), at)
    if match is None:
        return None
    start = _minutes(match, "a", (match["late"] or part).lower())
    end = _minutes(match, "b", part)
    if match["low"] and start is not None:
        start, end = _low(match["low"], start), start
    return Clock(start=start, at=match.start(), to=at, end=end)


def bare(told: str) -> Clock | None:
    """A time of day that stands alone."""
    match = _BARE.search(told)
    start = _minutes(match, "a", (match["late"] or "").lower()) if match else None
    if match is None or start is None:
        return None
    return Clock(start=start, at=match.start(), to=match.end())


def _low(words: str, top: int) -> int:
    """The first end of 8-10 pm: in the same half of the day as the second, if that is earlier."""
    hour, _, minute = words.partition(":")
    start = int(hour) % 24 * 60 + min(int(minute or 0), 59)
    return start + 720 if start < 720 <= top and start + 720 < top else start


def _minutes(match: re.Match[str], which: str, part: str) -> int | None:
    """Minutes after midnight as told, in the part of the day that was named; None if impossible."""
    parts = match.groupdict()
    word = (parts.get("word" + which) or "").lower()
    if word:
        return 1440 if word == "midnight" and part else {"midnight": 0}.get(word, 720)
    bare_hour = parts.get("bare") if which == "a" else None
    told = parts.get("h" + which) or parts.get("hh" + which) or parts.get("oh" + which) or bare_hour
    if told is None:
        return None
    hour = int(told)
    minute = int(parts.get("m" + which) or parts.get("mm" + which) or 0)
    half = (parts.get("half" + which) or "").lower()
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif parts.get("hh" + which) is None or hour < 12:
        hour = _shifted(hour, part)
    return hour * 60 + minute


def _shifted(hour: int, part: str) -> int:
    """An hour of 1 to 12 in the part of the day that was named."""
    late = part == "afternoon" and hour < 12
    dark = part in ("evening", "night") and 5 <= hour < 12
    return hour + 12 if late or dark else hour
