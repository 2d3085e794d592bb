"""What may not leave the firm: numbers under 5, and whatever they could be computed back from.

A number is a sum of cells. Withheld are all numbers of less than SMALL, and the parts of which the
rest is. Then, as long as such a number still is a combination of those that are printed, the
smallest of these is withheld too. What is told of two spans of days can still be subtracted: give
out spans that do not overlap.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

SMALL = 5
PRIME = 2**61 - 1  # in place of fractions: what is 0 here by chance alone does not happen

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
        found = _givers({**small, **_remainders(left, order)}, left, known)
        if not found:
            return frozenset(out)
        out |= found


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


def _givers(
    secret: Iterable[Form], left: Mapping[Form, int], same: Sequence[Form]
) -> frozenset[Form]:
    """Of the printed numbers the smallest for each secret that could be made of some; none where
    no secret could."""
    rows, found = list(_solved(left, same)), set[Form]()
    for one in secret:
        used = _made_of(one, rows)
        if used and not found.intersection(used):
            found.add(min(used, key=lambda form: (left[form], _order(form))))
    return frozenset(found)


Row: TypeAlias = "dict[Hashable, int]"  # numbers modulo PRIME


@dataclass(frozen=True, slots=True)
class _Printed:
    """Marks in a row which printed number it was made of."""

    form: Form


def _solved(left: Mapping[Form, int], same: Sequence[Form]) -> Iterator[tuple[Hashable, Row]]:
    """The numbers in echelon form: each row with a cell that is 1 in it and in no later row."""
    rows: list[tuple[Hashable, Row]] = []
    for form, marked in (*((one, False) for one in same), *((one, True) for one in left)):
        row: Row = dict(form)
        if marked:
            row[_Printed(form)] = 1
        row = _reduced(row, rows)
        pivot = next((cell for cell in row if not isinstance(cell, _Printed)), None)
        if pivot is not None:
            back = pow(row[pivot], -1, PRIME)
            rows.append((pivot, {cell: n * back % PRIME for cell, n in row.items()}))
    yield from rows


def _reduced(row: Row, rows: Sequence[tuple[Hashable, Row]]) -> Row:
    for pivot, other in rows:
        times = row.get(pivot)
        if times:
            for cell, n in other.items():
                row[cell] = (row.get(cell, 0) - times * n) % PRIME
            row = {cell: n for cell, n in row.items() if n}
    return row


def _made_of(form: Form, rows: Sequence[tuple[Hashable, Row]]) -> list[Form]:
    """The printed numbers of which the form is a combination; none where it is no such."""
    row = _reduced(dict(form), rows)
    if any(not isinstance(cell, _Printed) for cell in row):
        return []
    return [cell.form for cell in row if isinstance(cell, _Printed)]
