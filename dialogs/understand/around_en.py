"""What the words around an English date say: the time of day, since when, until when."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.understand import clock_en, spans
from dialogs.understand.spans import Grain, Span

_TO = re.compile(r",?\s?(?:to|until|till|through|-|–|—)\s?(?:the\s|on\s)?", re.IGNORECASE)
_AND = re.compile(r",?\s?and\s?(?:the\s|on\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:(?:ever\s+)?since|starting(?:\s+(?:from|on))?|from)\s+(?:around\s+|about\s+|the\s+)?$",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\bhad\b[^.;!?]*$", re.IGNORECASE)
_ONWARDS = re.compile(
    r"\s+(?:onwards?|on\b(?!\s+the)|(?:up\s+)?(?:until|till|to)\s+now|to\s+date)", re.I
)
_UNTIL = re.compile(
    r"\b(?:until|till|by|before|up\s+to|as\s+of|it\s+is|it's|it\s+is\s+now|now)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def linked(told: str, one: Span, two: Span) -> bool:
    """Whether two times are the ends of one range."""
    if _TO.fullmatch(told, one.to, two.at):
        return True
    between = _BETWEEN.search(told, max(0, one.at - 14), one.at)
    return bool(between and _AND.fullmatch(told, one.to, two.at))


def opened(span: Span, told: str, now: datetime) -> Span:
    """The span with what the words around it say: since then, or only until then."""
    if span.rough or span.ranged or span.start > now:
        return span
    since = _SINCE.search(told, max(0, span.at - 30), span.at)
    onwards = _ONWARDS.match(told, span.to)
    # "Data had been off since 1 February" tells of a time that is over.
    over = since and _PERFECT.search(told, max(0, since.start() - 60), since.start())
    bare_from = since and since.group().lower().startswith("from") and not onwards
    if (since or onwards) and not over and not bare_from:
        return replace(span, end=now, open=True)
    return replace(span, until=bool(_UNTIL.search(told, max(0, span.at - 16), span.at)))


def timed(span: Span, told: str, now: datetime) -> Span:
    """A single day with the time of day that follows or precedes it."""
    if span.grain is not Grain.DAY or span.rough or span.start != span.end:
        return span
    night = re.search(r"\b(?:night|evening|morning|afternoon)\b", told[span.at : span.to], re.I)
    part = night.group().lower() if night else ""
    after = clock_en.after(told, span.to, part)
    before = clock_en.before(told, span.at, part)
    clock = after if after and (after.start is not None or before is None) else before
    if clock is None:
        return span
    at, to = before.at if before else span.at, after.to if after else span.to
    if clock.start is None:
        return replace(span, at=at, to=to)
    exact = spans.at_time(span, clock.start, clock.end)
    if exact.start > now and span.cycle == "week":
        back = timedelta(days=7)
        exact = replace(exact, start=exact.start - back, end=exact.end - back)
    return replace(exact, at=at, to=to)


def bare(told: str, now: datetime) -> list[Span]:
    """A time of day without a day, as an answer to "when?": the last one that has been."""
    clock = clock_en.bare(told)
    if clock is None or clock.start is None:
        return []
    span = spans.at_time(spans.day(now), clock.start)
    if span.start > now:
        span = spans.at_time(spans.day(now - timedelta(days=1)), clock.start)
    return [spans.placed(span, clock.at, clock.to)]
