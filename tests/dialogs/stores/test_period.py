"""Quarters and months by their names."""

from datetime import date

import pytest

from dialogs.stores.period import choices, period, quarter_of


@pytest.mark.parametrize(
    ("name", "since", "until"),
    [
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_name_is_its_days(name: str, since: date, until: date) -> None:
    found = period(name)
    assert found is not None
    assert (found.since, found.until) == (since, until)


@pytest.mark.parametrize("name", ["", "2026", "2026-Q5", "2026-Q0", "2026-13", "0000-01", "2026-1"])
def test_what_is_no_period(name: str) -> None:
    assert period(name) is None


def test_the_last_quarters_and_months_can_be_chosen() -> None:
    assert choices(date(2027, 1, 31)) == (
        *("2027-Q1", "2026-Q4", "2026-Q3", "2026-Q2"),
        *("2027-01", "2026-12", "2026-11", "2026-10", "2026-09", "2026-08"),
    )
    assert quarter_of(date(2026, 11, 17)) == "2026-Q4"
