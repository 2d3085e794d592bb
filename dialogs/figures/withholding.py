"""What may not leave the firm: numbers under 5, and whatever they could be computed back from.

A number is a sum of cells. Withheld are all numbers of less than SMALL, and the parts of which the
rest is. Then, as long as such a number still is a combination of those that are printed, the
smallest of these is withheld too. What is told of two spans of days can still be subtracted: give
out spans that do not overlap.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

SMALL = 5

Form: TypeAlias = "frozenset[tuple[Hashable, int]]"  # cells, each with how often it is added


@dataclass(frozen=True, slots=True)
class Number:
    """A number that may be printed: of which cells it is the sum, and how much that is."""

    form: Form
    n: int


def number(cells: Iterable[Hashable], n: int) -> Number:
    """The sum of these cells."""
    return Number(frozenset((cell, 1) for cell in cells), n)


def rest(whole: Number, part: Number) -> Number:
    """What is left of the whole without the part."""
    found = dict(whole.form)
    for cell, times in part.form:
        found[cell] = found.get(cell, 0) - times
    return Number(frozenset((cell, n) for cell, n in found.items() if n), whole.n - part.n)


def withheld(
    printed: Iterable[Number], hidden: Iterable[Number] = (), same: Iterable[Form] = ()
) -> frozenset[Form]:
    """Which of the printed numbers are not to be given out.

    `hidden` are numbers that are not printed and must not come out either, if they are small:
    `rest`s. `same` are sums that everybody knows to be 0 (two ways to count the same).
    """
    shown = {one.form: one.n for one in printed if one.form}
    small = {form: n for form, n in shown.items() if n < SMALL}
    small |= {one.form: one.n for one in hidden if one.form and one.n < SMALL}
    out = {form for form in shown if form in small}
    known, order = tuple(same), sorted(shown, key=_order)
    while True:
        left = {form: n for form, n in shown.items() if form not in out}
        found = _computed({**small, **_remainders(left, order)}, left, known)
        if found is None:
            return frozenset(out)
        out.add(min(found, key=lambda form: (left[form], _order(form))))


def _order(form: Form) -> tuple[int, list[str]]:
    """The largest first, and always alike."""
    return -len(form), sorted(map(str, form))


def _remainders(left: Mapping[Form, int], order: Sequence[Form]) -> dict[Form, int]:
    """What the withheld parts of a number that is given out come to, where that is small."""
    found: dict[Form, int] = {}
    parts = [form for form in order if form in left]
    for whole, n in left.items():
        part, taken = Number(whole, n), frozenset[tuple[Hashable, int]]()
        for form in parts:
            if form < whole and not form & taken:
                part, taken = rest(part, Number(form, left[form])), taken | form
        if taken and part.form and part.n < SMALL and part.form not in left:
            found[part.form] = part.n
    return found


def _computed(
    secret: Iterable[Form], left: Mapping[Form, int], same: Sequence[Form]
) -> list[Form] | None:
    """The numbers of which one that is secret could be made; None where none can."""
    rows = list(_solved(left, same))
    for one in secret:
        used = _made_of(one, rows)
        if used:
            return used
    return None


Row: TypeAlias = "dict[Hashable, Fraction]"


@dataclass(frozen=True, slots=True)
class _Printed:
    """Marks in a row which printed number it was made of."""

    form: Form


def _solved(left: Mapping[Form, int], same: Sequence[Form]) -> Iterator[tuple[Hashable, Row]]:
    """The numbers in echelon form: each row with the cell that no later row has."""
    rows: list[tuple[Hashable, Row]] = []
    for form, marked in (*((one, False) for one in same), *((one, True) for one in left)):
        row: Row = {cell: Fraction(times) for cell, times in form}
        if marked:
            row[_Printed(form)] = Fraction(1)
        row = _reduced(row, rows)
        pivot = next((cell for cell in row if not isinstance(cell, _Printed)), None)
        if pivot is not None:
            rows.append((pivot, row))
    yield from rows


def _reduced(row: Row, rows: Sequence[tuple[Hashable, Row]]) -> Row:
    for pivot, other in rows:
        times = row.get(pivot)
        if times:
            times /= other[pivot]
            for cell, value in other.items():
                row[cell] = row.get(cell, Fraction(0)) - times * value
            row = {cell: value for cell, value in row.items() if value}
    return row


def _made_of(form: Form, rows: Sequence[tuple[Hashable, Row]]) -> list[Form]:
    """The printed numbers of which the form is a combination; none where it is no such."""
    row = _reduced({cell: Fraction(times) for cell, times in form}, rows)
    if any(not isinstance(cell, _Printed) for cell in row):
        return []
    return [cell.form for cell in row if isinstance(cell, _Printed)]
