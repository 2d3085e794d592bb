"""What a report prints: numbers that know which counted cells they are made of.

A cell is what was counted under one measure and key (`dialogs.figures.addends`). Two numbers of the
same cells are the same number, wherever they stand; so it can be told what may be computed back
from what is printed (`dialogs.figures.withholding`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from dialogs.figures.rates import Spread

Cell: TypeAlias = tuple[str, str]  # measure, key; the measure of another span is written "q:class"


@dataclass(frozen=True, slots=True)
class Group:
    """Some cells together, and how many they hold."""

    cells: frozenset[Cell]
    n: int


@dataclass(frozen=True, slots=True)
class Ratio:
    """`n` to `of`. `within`: it is a part of it, so that the rest is a number of its own."""

    n: Group
    of: Group
    within: bool = True

    @property
    def rate(self) -> float | None:
        """From 0; None where there is nothing to divide by."""
        return self.n.n / self.of.n if self.of.n else None


@dataclass(frozen=True, slots=True)
class Average:
    """Values and how often each was found; `unit` is "hours", "minutes", "rounds", "points"
    (in tenths of them) or ""."""

    spread: Spread
    of: Group
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """Money in minor units, granted in so many accepted offers, among `whole` minor units."""

    minor: int
    of: Group
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class PerMillion:
    """Cases to a million users; `users` None where nobody gave their number."""

    n: Group
    users: int | None

    @property
    def rate(self) -> float | None:
        """Cases among a million users."""
        return self.n.n * 1_000_000 / self.users if self.users else None


Value: TypeAlias = "Group | Ratio | Average | Amount | PerMillion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of a measure: `line` names it within the measure, `key` what it is about.

    `key` is a code of the catalogue (a clock, a store …), a round or a span of ages, "" for none.
    """

    line: str
    value: Value
    key: str = ""


def group(values: Mapping[Cell, int]) -> Group:
    """The cells of a mapping together."""
    return Group(frozenset(values), sum(values.values()))
