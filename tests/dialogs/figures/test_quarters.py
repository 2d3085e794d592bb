"""Quarters of a year, and how many users there were in one."""

from datetime import date

import pytest

from dialogs.catalogue import CatalogueError, Subscribers
from dialogs.catalogue.block import Block
from dialogs.catalogue.subscribers import subscribers
from dialogs.figures.quarters import Quarter, quarter_of, quarterly

KNOWN = (
    Subscribers(quarter="2026-Q1", province="110000", users=3),
    Subscribers(quarter="2026-Q1", province="310000", users=4),
    Subscribers(quarter="2026-Q4", province="", users=20, example=True),
    Subscribers(quarter="2026-Q4", province="110000", users=9),
)


def test_a_quarter_knows_its_days_and_its_neighbours() -> None:
    last = quarter_of(date(2026, 12, 31))
    assert (last.name, last.first, last.last) == ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
    assert (last.next, last.before) == (Quarter(2027, 1), Quarter(2026, 3))
    assert quarter_of(date(2027, 1, 1)).before == last


@pytest.mark.parametrize(
    ("day", "users", "given", "example"),
    [
        (date(2025, 12, 1), None, "", False),  # nobody knew of any yet
        (date(2026, 8, 1), 7, "2026-Q1", False),  # the sum of the provinces
        (date(2026, 11, 1), 20, "2026-Q4", True),  # that of all comes first
    ],
)
def test_the_newest_number_of_users_counts(
    day: date, users: int | None, given: str, example: bool
) -> None:
    span = quarter_of(day).span(day)
    made = quarterly(span, {("110000", "N"): 2, ("", "C"): 1}, {}, KNOWN)
    assert (made.users, made.given, made.example) == (users, given, example)
    assert [one.province for one in made.lines if one.complaints] == ["110000", ""]


@pytest.mark.parametrize(
    ("block", "mend"),
    [
        ({"quarter": "2026-4", "users": 1}, 'quarter must be like "2026-Q4", not "2026-4"'),
        ({"quarter": "2026-Q4", "users": 0}, "users must be a whole number from 1 up"),
        ({"quarter": "2026-Q4", "users": 1, "town": "x"}, '"town" is not a key here'),
    ],
)
def test_a_wrong_number_of_users_is_said(block: dict[str, object], mend: str) -> None:
    with pytest.raises(CatalogueError, match=mend):
        subscribers(Block("catalogue", {"subscribers": [block]}))
    twice = {"quarter": "2026-Q4", "users": 1}
    with pytest.raises(CatalogueError, match="stands there twice"):
        subscribers(Block("catalogue", {"subscribers": [twice, twice]}))
