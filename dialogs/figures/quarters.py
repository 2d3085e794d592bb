"""The table of a quarter in the regulator's classes, by province (domain.md §4 A3, §7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from dialogs.catalogue import Subscribers
from dialogs.figures.sums import Span

MONTHS = 3

Counts: TypeAlias = Mapping[tuple[str, str], int]  # province and class -> how many


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year, 1 to 4."""

    year: int
    number: int

    @property
    def name(self) -> str:
        """Like "2026-Q4"."""
        return f"{self.year}-Q{self.number}"

    @property
    def first(self) -> date:
        return date(self.year, self.number * MONTHS - 2, 1)

    @property
    def last(self) -> date:
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def before(self) -> "Quarter":
        return quarter_of(self.first - timedelta(days=1))

    def span(self, until: date) -> Span:
        """Its days, as far as `until`."""
        return Span(since=self.first, until=min(until, self.last))


def quarter_of(day: date) -> Quarter:
    """The quarter of a day."""
    return Quarter(day.year, (day.month + MONTHS - 1) // MONTHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A province ("" for none known) with its users, complaints and appeals by class."""

    province: str
    users: int | None
    complaints: Mapping[str, int]
    appeals: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarterly:
    """The table. `through` is its last day counted, `whole` whether that is the quarter's last.

    `users` is the number for the whole country (None: nobody gave it), which is that given for all,
    else the sum of the provinces'. `given` says of which quarter it is, "" for none; `example` that
    it is made up.
    """

    quarter: Quarter
    through: date
    lines: tuple[Line, ...]
    users: int | None
    given: str = ""
    example: bool = False

    @property
    def whole(self) -> bool:
        return self.through == self.quarter.last


def quarterly(
    span: Span, complaints: Counts, appeals: Counts, known: tuple[Subscribers, ...]
) -> Quarterly:
    """The table of the quarter in which the span ends; `known` are all numbers of users."""
    quarter = quarter_of(span.until)
    given, users = users_of(quarter, known)
    provinces = sorted(
        {province for province, _ in (*complaints, *appeals)} | (users.keys() - {""})
    )
    lines = tuple(
        Line(
            province=one,
            users=users.get(one) if one else None,
            complaints=_of(complaints, one),
            appeals=_of(appeals, one),
        )
        for one in sorted(provinces, key=lambda code: (not code, code))
    )
    parts = [n for province, n in users.items() if province]
    whole = users.get("") or (sum(parts) if parts else None)
    return Quarterly(
        quarter=quarter,
        through=span.until,
        lines=lines,
        users=whole,
        given=given,
        example=any(one.example for one in known if one.quarter == given),
    )


def users_of(quarter: Quarter, known: tuple[Subscribers, ...]) -> tuple[str, dict[str, int]]:
    """The newest numbers of users that were given for the quarter or one before it, by province."""
    fitting = sorted({one.quarter for one in known if one.quarter <= quarter.name})
    if not fitting:
        return "", {}
    return fitting[-1], {one.province: one.users for one in known if one.quarter == fitting[-1]}


def _of(counts: Counts, province: str) -> dict[str, int]:
    return {of: n for (where, of), n in counts.items() if where == province}
