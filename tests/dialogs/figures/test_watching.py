"""The daily watch, with bands worked out by hand."""

from datetime import date, timedelta

import pytest

from dialogs.figures.watching import watched

MONDAY = date(2026, 11, 2)
DAY = timedelta(days=1)


def is_work(day: date) -> bool:
    return day.weekday() < 5


def test_a_day_is_held_against_days_of_its_kind() -> None:
    """Four weeks of 9 on working days: mean 9, no spread, so the root of 9 counts: 9 ± 3 × 3."""
    counts = {MONDAY - n * DAY: 9 for n in range(1, 29) if is_work(MONDAY - n * DAY)}
    begun = min(counts)
    for n, verdict in ((18, "within"), (19, "high"), (0, "within")):
        (found,) = watched({**counts, MONDAY: n}, (MONDAY, MONDAY), begun, is_work)
        assert (found.forecast, found.low, found.high, found.of) == (9, 0, 18, 20)
        assert found.verdict == verdict
    many = dict.fromkeys(counts, 100)
    (found,) = watched({**many, MONDAY: 69}, (MONDAY, MONDAY), begun, is_work)
    assert found.low == pytest.approx(70)
    assert found.verdict == "low"


def test_what_lies_before_the_first_day_counted_says_nothing() -> None:
    begun = MONDAY - 4 * DAY  # Thursday: two working days and a weekend before
    assert watched({begun: 5}, (MONDAY, MONDAY), begun, is_work) == ()
    assert watched({}, (MONDAY, MONDAY), None, is_work) == ()
