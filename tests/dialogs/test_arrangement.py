"""A pasted arrangement of holidays: what is taken, and how each fault is named by its line."""

from datetime import date

import pytest

from dialogs.arrangement import Wrong, read

SPRING = """
# Spring Festival, as published
2027-02-06..2027-02-12 off
2027-02-20 work   # a Saturday

2027-02-13 至 2027-02-14 休
2027-01-30 班
"""


def test_spans_single_days_and_chinese_words_are_taken() -> None:
    days, wrong = read(SPRING, 2027)
    assert wrong == ()
    assert [day.day for day, work in days.items() if not work] == [6, 7, 8, 9, 10, 11, 12, 13, 14]
    assert [day for day, work in days.items() if work] == [date(2027, 2, 20), date(2027, 1, 30)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("2027-02-06 holiday", "form"),
        ("6 February off", "form"),
        ("off", "form"),
        ("2027-02-29 off", "day"),
        ("2027-02-12..2027-02-06 off", "order"),
        ("2027-02-01..2027-04-01 off", "long"),
        ("2026-12-31..2027-01-02 off", "year"),
        ("2028-02-20 work", "year"),
    ],
)
def test_a_line_that_cannot_be_taken_is_named(line: str, why: str) -> None:
    days, wrong = read(f"2027-01-01 off\n\n{line}\n", 2027)
    assert wrong == (Wrong(3, line, why),)
    assert list(days) == [date(2027, 1, 1)]


def test_two_lines_that_say_otherwise_of_a_day_are_named() -> None:
    _, wrong = read("2027-02-06..2027-02-12 off\n2027-02-08 work\n2027-02-09 off", 2027)
    assert wrong == (Wrong(2, "2027-02-08 work", "twice"),)
