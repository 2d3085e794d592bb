"""The calendar of working days, against the State Council's notice for 2026 typed by hand."""

from datetime import date

import pytest

from dialogs.workdays import Workdays

CALENDAR = Workdays(
    {
        date(2026, 10, 1): False,
        date(2026, 10, 2): False,
        date(2026, 10, 10): True,
        date(2027, 1, 1): False,
    },
    frozenset({2026}),
)


@pytest.mark.parametrize(
    ("day", "work"),
    [
        (date(2026, 9, 30), True),  # an ordinary Wednesday
        (date(2026, 10, 1), False),  # a Thursday, National Day
        (date(2026, 10, 10), True),  # a Saturday made up for it
        (date(2026, 10, 11), False),  # an ordinary Sunday
        (date(2027, 1, 1), False),  # an exception entered before its year was confirmed
        (date(2027, 1, 4), True),  # a Monday of an unknown year
        (date(2027, 1, 9), False),  # a Saturday of an unknown year
    ],
)
def test_the_table_goes_before_the_weekday_rule(day: date, work: bool) -> None:
    assert CALENDAR.is_work(day) is work


def test_only_an_unconfirmed_year_is_provisional() -> None:
    assert not CALENDAR.provisional(date(2026, 12, 31))
    assert CALENDAR.provisional(date(2027, 1, 1))
    assert CALENDAR.provisional(date(2025, 12, 31))
