"""Sums of what tickets add, for a span of days, and what is read off them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from dialogs.figures.rates import Share, Spread

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From the first to the last day, both counted, in the operator's zone; "" is any."""

    since: date
    until: date
    category: str = ""
    department: str = ""

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.until - self.since).days + 1

    @property
    def before(self) -> "Span":
        """As many days right before it."""
        return Span(
            since=self.since - timedelta(days=self.days),
            until=self.since - timedelta(days=1),
            category=self.category,
            department=self.department,
        )

    @property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays of all weeks that it touches, oldest first."""
        first, many = monday(self.since), (monday(self.until) - monday(self.since)).days // 7 + 1
        return tuple(first + WEEK * place for place in range(many))


def monday(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class Sums:
    """What was added, by measure and key (`dialogs.figures.addends`)."""

    values: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def of(self, measure: str) -> dict[str, int]:
        """The sums of a measure by key."""
        return {key: n for (name, key), n in self.values.items() if name == measure}

    def total(self, measure: str, keys: Iterable[str] | None = None) -> int:
        """Of these keys together; of all where none are named."""
        found, wanted = self.of(measure), None if keys is None else set(keys)
        return sum(n for key, n in found.items() if wanted is None or key in wanted)

    def share(
        self, measure: str, wanted: Iterable[str], among: Iterable[str] | None = None
    ) -> Share:
        """Some keys of a measure among others; among all where none are named."""
        return Share(self.total(measure, wanted), self.total(measure, among))

    def spread(self, measure: str) -> Spread:
        """The sums of a measure whose keys are whole numbers."""
        return Spread({int(key): n for key, n in self.of(measure).items()})
