"""The page has a place for every table, and the tables say what the figures say."""

from dataclasses import replace

from tests.faults.checker import check
from tests.faults.figures import told
from tests.faults.report import PAGE, TABLES, filled
from tests.faults.test_checker import GOOD, ON_THE_WIRE, twice


def test_each_table_stands_between_its_marks() -> None:
    history = replace(twice(GOOD.calls[2]), ends=(ON_THE_WIRE,))
    known = {"a day": told(history, check(history), 1.0)}
    page = filled(PAGE.read_text("utf-8"), known)
    assert "| a day | 1 | 3 | 0 | 1 | 0 | 1 | 0 | 0 |" in page
    assert "| at random | 1 |" in page
    assert all(f"<!-- begin: {name} -->" in page for name in TABLES)
    assert filled(page, known) == page
