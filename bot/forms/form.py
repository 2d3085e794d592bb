"""A form as it is kept on paper: boxes with a label, tables under a head, lines to sign on.

Everything in it is words of one reader already. A moment is "2026-11-03 10:22" in the operator's
zone, a day "2026-11-03", an amount "94.00": as a sheet of numbers takes them too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

TWELFTHS = 12  # the width of a line of boxes
SIGNED = 2  # lines of room where somebody signs
Row: TypeAlias = Sequence[str]


@dataclass(frozen=True, slots=True)
class Box:
    """A label and what was put down beside it; `tall` lines at least, `width` in twelfths."""

    label: str
    words: str = ""
    width: int = TWELFTHS
    tall: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in parts of the table's; `kind` is "text", "count", "money", "moment" or "day"."""

    name: str
    width: float
    kind: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`none` stands where there is no row. `open`: its rows come one by one, after the form."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    none: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading, and below it lines of boxes, then a table, then a remark; each may be missing."""

    title: str = ""
    boxes: tuple[tuple[Box, ...], ...] = ()
    table: Table | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """`under` stands small below the title, `foot` at the foot of each page beside its number.

    `pages` says that in words, with {n} and {m}. `wide`: its pages lie on their long side. `made`
    is aware, and `language` the tag of its words. `volume` names one of several, with {n} and {m}.
    """

    code: str
    title: str
    under: str
    foot: str
    pages: str
    volume: str
    language: str
    made: datetime
    parts: tuple[Part, ...]
    wide: bool = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those of its table whose rows come one by one; () where it has none."""
        tables = (part.table for part in self.parts)
        return next((one.columns for one in tables if one and one.open), ())


def signature(label: str, dated: str, name: str = "", at: str = "") -> tuple[Box, ...]:
    """A line to sign on, and beside it the day; what the record knows stands there already."""
    return (Box(label, name, 7, SIGNED), Box(dated, at, 5, SIGNED))
