"""What may leave the firm: small numbers, and those from which they could be computed."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from dialogs.figures.withholding import SMALL, Form, Number, number, rest, withheld


def total(*parts: Number) -> Number:
    return Number(frozenset(cell for one in parts for cell in one.form), sum(p.n for p in parts))


def of(name: str, n: int) -> Number:
    return number([name], n)


def told(printed: Iterable[Number], **more: object) -> set[int]:
    """The numbers that are given out."""
    printed = list(printed)
    out = withheld(printed, **more)  # type: ignore[arg-type]
    return {one.n for one in printed if one.form not in out}


def test_small_numbers_are_withheld_and_others_are_not() -> None:
    assert told([of("a", 4), of("b", 5), of("c", 0), of("d", 90)]) == {5, 90}


def test_the_smallest_of_the_others_goes_too_where_the_sum_would_give_it_away() -> None:
    parts = [of("operator", 80), of("user", 12), of("third", 3)]
    assert told([total(*parts), *parts]) == {95, 80}


def test_the_rest_of_a_rate_is_a_number_too() -> None:
    """98 of 100 tells that 2 were not."""
    whole, part = number(["yes", "no"], 100), of("yes", 98)
    assert told([whole, part], hidden=[rest(whole, part)]) == {100}


def test_the_same_cells_are_withheld_wherever_they_stand() -> None:
    promised, agreed, answered = of("P1", 2), of("E1", 7), of("R3", 40)
    whole = total(promised, agreed, answered)
    assert told([whole, promised, agreed, answered]) == {49, 40}
    again = withheld([whole, promised, agreed, answered, total(promised, agreed)])
    assert agreed.form in again


def test_two_ways_to_count_the_same_are_one_way_to_compute_it() -> None:
    """Complaints and faults are all classes together: one class could be told by subtraction."""
    filed = [of("complaint", 60), of("fault", 40)]
    classes = [of("N", 50), of("C", 47), of("U", 3)]
    same: Form = frozenset({("N", 1), ("C", 1), ("U", 1), ("complaint", -1), ("fault", -1)})
    assert told([*filed, *classes]) == {60, 40, 50, 47}
    assert told([*filed, *classes], same=[same]) == {60, 50, 47}


def test_small_numbers_that_are_small_together_stay_hidden_together() -> None:
    """103 less the 99 that are told would leave 4 for the two that are not."""
    parts = [of("a", 99), of("b", 1), of("c", 3)]
    assert told([total(*parts), *parts]) in ({99}, {103})


CELLS = "abcdef"


@given(
    st.lists(st.integers(0, 30), min_size=6, max_size=6),
    st.lists(st.sets(st.sampled_from(CELLS), min_size=1), min_size=1, max_size=9),
)
def test_nothing_small_can_be_computed_from_what_is_given_out(
    counts: list[int], wanted: list[set[str]]
) -> None:
    """Whatever is printed: with other values in the small cells, all that is told is the same."""
    by_cell = dict(zip(CELLS, counts, strict=True))
    printed = [number(one, sum(by_cell[cell] for cell in one)) for one in wanted]
    out = withheld(printed)
    left = [one for one in printed if one.form not in out]
    assert all(one.n >= SMALL for one in left)
    for secret in (one for one in printed if one.n < SMALL):
        assert moved(left, secret.form), (left, secret)


def moved(left: list[Number], secret: Form) -> bool:
    """Whether the cells can be changed so that the secret changes and nothing that is told does."""
    rows = [[float((cell, 1) in one.form) for cell in CELLS] for one in left]
    wanted = [float((cell, 1) in secret) for cell in CELLS]
    return rank([*rows, wanted]) > rank(rows)


def rank(rows: list[list[float]]) -> int:
    """Of a matrix, by elimination."""
    rows, found = [list(one) for one in rows], 0
    for place in range(len(CELLS)):
        best = max(range(found, len(rows)), key=lambda n: abs(rows[n][place]), default=None)
        if best is None or abs(rows[best][place]) < 1e-9:
            continue
        rows[found], rows[best] = rows[best], rows[found]
        for n in range(found + 1, len(rows)):
            times = rows[n][place] / rows[found][place]
            rows[n] = [a - times * b for a, b in zip(rows[n], rows[found], strict=True)]
        found += 1
    return found
