"""A table of figures, which the page, the CSV and the XLSX file each print in their own way.

A share or a mean never stands alone: its n stands with it wherever it is printed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import floor
from typing import Literal, TypeAlias

from bot.web.figures.charts import Chart
from dialogs.figures.rates import Share, Spread

# `money` is minor units; `mean` a Spread whose mean is shown; `mark` a word that stands out.
Kind = Literal["text", "count", "share", "mean", "money", "whole", "change", "day", "mark"]
Value: TypeAlias = "str | int | float | date | Share | Spread | None"
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Column:
    """`name` in the reader's words; `goal` is drawn into a column of shares, from 0 to 1."""

    name: str
    kind: Kind = "text"
    goal: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, and the address of the tickets that it is made of, "" where it is of none."""

    value: Value
    link: str = ""


Row: TypeAlias = Sequence[Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`note` says what is counted, among which, and by which day. `code` names it in addresses."""

    code: str
    title: str
    note: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    chart: Chart | None = None
    bars: int | None = None  # the column that is drawn as bars, by its place

    @property
    def empty(self) -> bool:
        """Whether nothing was counted."""
        return not any(counted(cell.value) for row in self.rows for cell in row)

    @property
    def most(self) -> float:
        """The largest value of the column that is drawn; 1 where it has none."""
        if self.bars is None:
            return 1.0
        return max((length(row[self.bars].value) for row in self.rows), default=0.0) or 1.0


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure at the head of a page: what it is, its value in words, of how many, its list."""

    name: str
    value: str
    of: str
    link: str = ""
    few: bool = False
    goal: str = ""
    met: bool | None = None  # whether the goal is; None where there is none, or too few


def length(value: Value) -> float:
    """How long the bar of a value is: shares from 0 to 1, means and counts as they are."""
    match value:
        case Share():
            return value.rate or 0.0
        case Spread():
            return value.mean or 0.0
        case int() | float():
            return float(value)
        case _:
            return 0.0


def few(value: Value) -> bool:
    """Whether a value rests on too little to be read as a rate."""
    return isinstance(value, Share | Spread) and value.few


def percent(share: Share) -> int | None:
    """Whole percent, rounded down: 84.9 does not reach a goal of 85, nor 99.9 a hundred."""
    return None if share.rate is None else floor(Decimal(share.n) * HUNDRED / Decimal(share.of))


def tenths(spread: Spread) -> str:
    """A mean with one decimal, "" where there is none."""
    return "" if spread.mean is None else f"{spread.mean:.1f}"


def counted(value: Value) -> bool:
    """Whether anything stands behind a value."""
    match value:
        case Share():
            return value.of > 0
        case Spread():
            return value.n > 0
        case int() | float():
            return value != 0
        case _:
            return False


def flat(sheet: Sheet, words: Mapping[str, str]) -> tuple[list[Column], list[list[Value]]]:
    """The same for files: a share becomes rate, n and of; a mean becomes mean and n.

    `words` name the columns that come with these: "n", "of", "goal".
    """
    columns: list[Column] = []
    for one in sheet.columns:
        columns.append(one)
        if one.kind == "share":
            columns.append(Column(f"{one.name} · {words['n']}", "count"))
            columns.append(Column(f"{one.name} · {words['of']}", "count"))
        if one.kind == "mean":
            columns.append(Column(f"{one.name} · {words['of']}", "count"))
    rows = [[value for cell in row for value in _parts(cell.value)] for row in sheet.rows]
    return columns, rows


def _parts(value: Value) -> list[Value]:
    match value:
        case Share():
            return [value.rate, value.n, value.of]
        case Spread():
            return [value.mean, value.n]
        case _:
            return [value]
