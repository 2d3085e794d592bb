"""The formulas stand in one place, and docs/figures.md repeats them."""

from dialogs.figures.measures import MEASURES
from tools.measures import HERE, PLACE, page

ASKED = 21  # domain.md §7


def test_the_page_has_the_formulas_of_the_texts() -> None:
    """If not: run `python -m tools.measures` and read the diff."""
    assert (HERE / PLACE).read_text("utf-8") == page()


def test_there_is_each_measure_that_is_asked_for() -> None:
    assert len({one.code for one in MEASURES}) == ASKED
