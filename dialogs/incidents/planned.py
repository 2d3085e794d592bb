"""Work on the network that is announced: where, on which services, from when until when.

A ticket of its area and services in that time is explained by it (domain.md §3.6: the calendar of
planned outages is looked at first), and whether it was announced early enough is check N1 of §4.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from dialogs.model import Language
from dialogs.values import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One piece of work. Moments are aware UTC; `ends` is the first moment after it.

    `areas` are GB/T 2260 codes of provinces, cities or districts, () for everywhere; `categories`
    the codes of those that it can be complained of under. `announced_at` is when the public was
    told, None if it was not. `words` say what is done, for people, by language; may be empty.
    `id` 0: not kept yet.
    """

    areas: tuple[str, ...]
    categories: tuple[str, ...]
    starts: datetime
    ends: datetime
    announced_at: datetime | None = None
    words: Mapping[Language, str] = field(default_factory=dict)
    id: int = 0
    added_at: datetime | None = None
    added_by: str = ""  # the name of who entered it
    cancelled_at: datetime | None = None

    def on(self, at: datetime) -> bool:
        """Whether the work is being done at that moment."""
        return self.cancelled_at is None and self.starts <= at < self.ends


class Notice(StrEnum):
    """Whether maintenance was announced as early as it must be (N1)."""

    OK = "ok"
    SHORT = "short"  # announced, but too late
    NONE = "none"  # not announced at all


def covers(planned: Planned, category: str, codes: Iterable[str], at: datetime) -> bool:
    """Whether this work explains a trouble of that category, at that moment, in a place.

    `codes` are those of the place and of all that it lies in (district, city, province); without
    any, only work that is done everywhere covers it.
    """
    if not planned.on(at) or category not in planned.categories:
        return False
    return not planned.areas or not set(planned.areas).isdisjoint(codes)


def notice_given(planned: Planned, at: datetime) -> int | None:
    """How many whole hours before its start it was announced, 0 if that was afterwards.

    None if by the moment `at`, when people met it, nothing had been announced.
    """
    told = planned.announced_at
    if told is None or told > at:
        return None
    return max(0, int((planned.starts - told) / timedelta(hours=1)))


def notice(planned: Planned, at: datetime, least: timedelta) -> Notice:
    """Check N1: whether it had been announced at least `least` before its start."""
    told = planned.announced_at
    if told is None or told > at:
        return Notice.NONE
    return Notice.OK if planned.starts - told >= least else Notice.SHORT
