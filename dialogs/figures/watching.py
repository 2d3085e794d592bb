"""The daily watch: whether a day brought more or fewer complaints than its like did (domain.md §7).

The forecast of a day is the mean of the days of the four weeks before it that are of its kind
(working days, or days off). The band is three standard deviations to each side, a deviation being
at least the root of the mean, which is what mere chance makes of a count.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from statistics import fmean, pstdev
from typing import Literal

BACK = timedelta(days=28)
LEAST = 5  # days alike, without which nothing is forecast
WIDTH = 3  # standard deviations
ONE = timedelta(days=1)

Verdict = Literal["within", "high", "low"]


@dataclass(frozen=True, slots=True)
class Watched:
    """A day with its count and its band; `of` is how many days the forecast is made of."""

    day: date
    n: int
    forecast: float
    low: float
    high: float
    of: int

    @property
    def verdict(self) -> Verdict:
        """Whether it lies in its band."""
        if self.n > self.high:
            return "high"
        return "low" if self.n < self.low else "within"


def earliest(since: date) -> date:
    """The first day that must be counted to judge days from `since` on."""
    return since - BACK


def watched(
    counts: Mapping[date, int],
    days: tuple[date, date],
    begun: date | None,
    is_work: Callable[[date], bool],
) -> tuple[Watched, ...]:
    """The days from the first to the last of `days` of which there is a forecast.

    `counts` are those of each day, none for 0. `begun` is the day on which counting began (None:
    nothing was ever counted): what lies before says nothing.
    """
    first, last = days
    if begun is None:
        return ()
    found = (
        _judged(counts, first + ONE * n, begun, is_work) for n in range((last - first).days + 1)
    )
    return tuple(one for one in found if one is not None)


def _judged(
    counts: Mapping[date, int], day: date, begun: date, is_work: Callable[[date], bool]
) -> Watched | None:
    before = (day - ONE * n for n in range(1, BACK.days + 1))
    like = [counts.get(one, 0) for one in before if one >= begun and is_work(one) == is_work(day)]
    if len(like) < LEAST:
        return None
    mean = fmean(like)
    off = WIDTH * max(pstdev(like, mean), sqrt(mean))
    return Watched(day, counts.get(day, 0), mean, max(0.0, mean - off), mean + off, len(like))
