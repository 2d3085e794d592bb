"""Hot topics: what more people complain of than they did, in the same place (domain.md §7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

DAYS, WEEKS = 7, 4  # this week, against the mean of four before
RISE, LEAST = 0.5, 20  # a topic is hot above this rise, with so many
MOST = 10


@dataclass(frozen=True, slots=True)
class Topic:
    """A subtype in a place ("" for none known), and how often it was filed in both times."""

    category: str
    subtype: str
    place: str
    now: int
    before: int  # in all four weeks

    @property
    def rise(self) -> float | None:
        """Against the mean of the weeks before; None where there was none."""
        mean = self.before / WEEKS
        return (self.now - mean) / mean if mean else None

    @property
    def hot(self) -> bool:
        """Whether it is to be looked at."""
        rise = self.rise
        return self.now >= LEAST and (rise is None or rise > RISE)


def week_of(until: date) -> tuple[date, date]:
    """The first and last day of the week that ends with that day."""
    return until - timedelta(days=DAYS - 1), until


def before(until: date) -> tuple[date, date]:
    """The first and last day of the four weeks before that."""
    last = until - timedelta(days=DAYS)
    return last - timedelta(days=DAYS * WEEKS - 1), last


def topics(
    now: Mapping[tuple[str, str], int], earlier: Mapping[tuple[str, str], int]
) -> list[Topic]:
    """The ten that are filed most now, the hot ones first; from sums by category and key."""
    found = []
    for (category, key), n in now.items():
        subtype, _, place = key.partition("@")
        found.append(Topic(category, subtype, place, n, earlier.get((category, key), 0)))
    found.sort(key=lambda one: (not one.hot, -one.now, one.category, one.subtype, one.place))
    return found[:MOST]
