"""When the matter happened, out of all the times that a text tells."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.tickets.ticket import When
from dialogs.understand import spans, when_en, when_zh
from dialogs.understand.passages import Passage, around, clauses, place, quotes, sentences
from dialogs.understand.spans import Grain, Span

# Times further apart than this in one text are not one matter (a card bought in 2019).
_APART = timedelta(days=120)
NEAR = 200  # characters from a time within which its clause is searched
CONTACT = re.compile(
    r"报修|报障|申告|投诉过|投诉了|我要求投诉|(?:已经?|曾经?|多次|再次|去|打电话|后来)投诉|催(?:过|了|办)|又催"
    r"|打(?:了|过|去|电话)?[^，。,;；我别]{0,4}(?:客服|10086|10000|10010|热线|人工)|打过去问|联系(?:过|了)"
    r"|反映(?:过|了)|客服(?:[^，。,;；]{0,4}(?:说|答|告诉|回复|承诺))|转到?[^，。,;；]{0,4}(?:专家|座席|人工)|问了.{1,3}次|找过"
    r"|\b(?:i|we)(?:\s+(?:have|had|first|already|also|then|even|again)|'ve)*\s+"
    r"(?:report|complain|call|phon|contact|remind|wr(?:ite|ote)|rang|spoke|chas|object|asked\s+for\s+a\s+complaint)\w*"
    r"|\bre(?:minded|ported\s+(?:it|this|the))\b|\bhotline\s+(?:told|said|promised|answered)"
    r"|\b(?:agent|staff|clerk|customer\s+service|support)\s+(?:told|said|promised)"
    r"|\bput\s+through\s+to|\b(?:two|three|four|five|several|many|\d+)\s+calls\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The times of a text by what they can tell of the matter."""

    ranges: list[Span]
    lasting: list[Span]
    points: list[Span]
    contacts: list[Span]
    last_resort: list[Span]


def found(text: str, now: datetime, *, alone: bool = False) -> list[Span]:
    """All times of a text in both languages, `now` local and naive; on overlap the longer."""
    chinese = when_zh.find(text, now, alone=alone)
    english = when_en.find(text, now, alone=alone)
    kept: list[Span] = []
    for span in sorted((*chinese, *english), key=lambda one: one.at - one.to):
        if not any(span.at < one.to and one.at < span.to for one in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.at)


def occurred(
    text: str,
    now: datetime,
    zone: str,
    asked: tuple[Passage, ...] = (),
    *,
    alone: bool = False,
) -> When | None:
    """When the matter happened, or None; never in the future. `now` is local and naive.

    A range told outright wins. Times of earlier contacts can only move the start back. Times in
    wishes and in the words of others count where nothing else does. `alone`: see `when_zh.find`.
    """
    told = [span for span in found(text, now, alone=alone) if span.start <= now]
    by_use = _sort(text, told, asked)
    if by_use.ranges:
        return when(text, by_use.ranges[:1], now, zone)
    points = _together(by_use.points)
    if by_use.lasting:
        return when(text, _lasting(by_use, points), now, zone)
    chosen = points or _together(by_use.contacts) or _together(by_use.last_resort)
    return when(text, chosen, now, zone) if chosen else None


def when(text: str, chosen: list[Span], now: datetime, zone: str) -> When:
    """The times as one value in UTC; `end` only where it differs, never after `now`."""
    start = min(span.start for span in chosen)
    end = min(max(span.end for span in chosen), now)
    day_only = any(span.grain is not Grain.MOMENT for span in chosen)
    same = start == end or (day_only and start.date() == end.date())
    # A day told twice is quoted once.
    first = {(span.start.date(), span.end.date()): span for span in reversed(chosen)}
    ordered = sorted((span.at, span.to) for span in first.values())
    return When(
        start=spans.aware(start, zone),
        end=None if same else spans.aware(end, zone),
        day_only=day_only,
        words=" … ".join(dict.fromkeys(text[at:to].strip() for at, to in ordered)),
    )


def _lasting(by_use: _Sorted, points: list[Span]) -> list[Span]:
    """What goes on until now: from the day named; a first report may be older than a count."""
    exact = [span for span in by_use.lasting if not span.rough]
    first = min(exact or by_use.lasting, key=lambda span: span.start)
    if exact:
        return [first]
    older = [
        span
        for span in (*by_use.contacts, *points)
        if first.start - _APART < span.start < first.start
    ]
    return [first, *sorted(older, key=lambda span: span.start)[:1]]


def _together(points: list[Span]) -> list[Span]:
    """The times that belong to one matter: the finely told ones, close to the latest."""
    fine = [span for span in points if span.grain <= Grain.WEEK] or points
    if not fine:
        return []
    latest = max(span.start for span in fine)
    near = [span for span in fine if latest - span.start <= _APART]
    timed = [span for span in near if span.grain is Grain.MOMENT]
    dates = {span.start.date() for span in timed}
    return [
        span
        for span in near
        if span.grain is Grain.MOMENT
        or span.start.date() not in dates
        or span.end.date() not in dates
    ]


def _sort(text: str, told: list[Span], asked: tuple[Passage, ...]) -> _Sorted:
    by_use = _Sorted([], [], [], [], [])
    parts, quoted, whole = clauses(text), quotes(text), sentences(text)
    pairs = [(one, _is_contact(text, parts, one)) for one in told]
    dated = [one for one, contact in pairs if not (one.open or one.until or contact)]
    fixed = {_sentence(whole, one) for one in dated}
    for span, contact in pairs:
        if around(asked, span.at) or around(quoted, span.at):
            by_use.last_resort.append(span)
        elif span.until:
            continue
        elif span.ranged:
            by_use.ranges.append(span)
        elif span.open:
            if not (span.rough and _sentence(whole, span) in fixed):
                by_use.lasting.append(span)
        elif contact:
            by_use.contacts.append(span)
        else:
            by_use.points.append(span)
    return by_use


def _sentence(whole: tuple[Passage, ...], span: Span) -> int:
    passage = around(whole, span.at)
    return passage.start if passage else -1


def _is_contact(text: str, parts: tuple[Passage, ...], span: Span) -> bool:
    """Whether a time dates an earlier contact: its clause says so, or the next if it is bare."""
    index = place(parts, span.at)
    if index < 0:
        return False
    bare = len(parts[index].words.strip()) - (span.to - span.at) < 6
    start, end = parts[index].start, parts[min(index + bare, len(parts) - 1)].end
    near = max(start, span.at - NEAR), min(end, span.to + NEAR)
    return bool(CONTACT.search(text, *near))
