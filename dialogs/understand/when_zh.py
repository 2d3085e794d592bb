"""Times told in Chinese, found inside a text by rules of our own; the past is preferred."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.understand import clock_zh, spans
from dialogs.understand.days_zh import ALONE, RULES
from dialogs.understand.digits import plain
from dialogs.understand.spans import Grain, Span


def find(text: str, now: datetime, *, alone: bool = False, ahead: bool = False) -> list[Span]:
    """The times of a text in order, `now` local and naive.

    `alone`: the text answers "when?", so bare times of day and 11.12 are times too. `ahead`: what
    has no year or week lies ahead (deadlines). Ranges are joined; what is open lasts until `now`.
    """
    told = plain(text)
    found: list[Span] = []
    for pattern, rule in RULES + (ALONE if alone else ()):
        for match in pattern.finditer(told):
            span = rule(match, now, ahead) if spans.free(found, match) else None
            if span:
                found.append(replace(span, at=match.start(), to=match.end()))
    found.sort(key=lambda span: span.at)
    timed = [_timed(span, told, now, ahead) for span in found]
    if alone and not timed:
        timed = clock_zh.bare(told, now)
    ranges = spans.join(timed, lambda one, two: bool(_TO.fullmatch(told, one.to, two.at)))
    return [_opened(span, told, now) for span in ranges]


_TO = re.compile(r"(?:这[天日])?\s?(?:一直)?(?:到|至|-|~|～|—{1,2}|–|直到)\s?", re.ASCII)
_FROM = re.compile(r"(?:自从|打从|从|自|打)\s?(?:你们|我|大概|大约|差不多)?$")
_SINCE = re.compile(
    r"(?:[的]?(?:时候|那天|当天|左右|晚上|早上|下午|上午|凌晨))?\s?"
    r"(?:就?开始|起|以来|到现在|至今|到今[天日]|到目前|直到现在|以后就|之后就|后就)"
)
_UNTIL = re.compile(r"(?:直到|拖到|等到|截至|截止|到了?)\s?(?:了)?$")


def _opened(span: Span, told: str, now: datetime) -> Span:
    """The span with what the words around it say: since then, or only until then."""
    after = _SINCE.match(told, span.to)
    before = bool(_FROM.search(told, max(0, span.at - 8), span.at))
    if span.rough or span.ranged or span.start > now:
        return span
    if after or (before and not re.match(r"的|[这那]个?月的", told[span.to :])):
        return replace(span, end=now, open=True, to=after.end() if after else span.to)
    return replace(span, until=bool(_UNTIL.search(told, max(0, span.at - 4), span.at)))


def _timed(span: Span, told: str, now: datetime, ahead: bool) -> Span:
    """A single day with the time of day that follows it."""
    if span.grain is not Grain.DAY or span.rough or span.start != span.end:
        return span
    clock = clock_zh.read(told, span.to)
    if clock is None:
        return span
    if clock.start is None:
        return replace(span, to=clock.to)
    timed = spans.at_time(span, clock.start, clock.end)
    if timed.start > now and span.cycle == "week" and not ahead:
        back = timedelta(days=7)
        timed = replace(timed, start=timed.start - back, end=timed.end - back)
    elif timed.start > now and clock.early is not None and not ahead:
        timed = spans.at_time(span, clock.early)
    return replace(timed, to=clock.to)
