"""docs/scope.md has a row for every procedure, and what it points at is there."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent
PAGE = (HERE / "docs/scope.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in PAGE.splitlines()
    if line.startswith("| S")
]
SOURCES = (
    *("S0", "S0", "S0", "S0", "S1-A", "S1-A", "S1-A, A3", "S1-A, S1-M", "S1-B", "S1-C", "S1-D"),
    *("S1-D, S1-K, S3", "S1-E", "S1-F", "S1-G", "S1-H", "S1-I", "S1-J", "S1-K", "S1-L", "S1-N"),
    *("S1-O", "S1-P", "S1-Q", "S1-R", "S1-S", "S2.1, S2.2", "S2.3", "S3", "S4"),
)


def test_each_procedure_has_its_row_in_order() -> None:
    assert tuple(row[0] for row in ROWS) == SOURCES


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:40])
def test_a_row_says_what_is_asked_where_it_is_and_what_is_left_out(row: list[str]) -> None:
    assert [bool(cell) for cell in row] == [True] * 4
    assert row[2] != "–"


@pytest.mark.parametrize("place", sorted(set(re.findall(r"\]\(([^)]+)\)", PAGE))))
def test_the_pages_it_links_to_are_there(place: str) -> None:
    assert (HERE / "docs" / place).is_file()


@pytest.mark.parametrize("place", sorted(set(re.findall(r"`([a-z_]+/[a-z_/]+\.py)`", PAGE))))
def test_the_modules_it_names_are_there(place: str) -> None:
    assert (HERE / place).is_file()
