"""The drawn tables in docs/ are those of the code."""

import pytest

from dialogs.flows import FLOWS
from tools.draw import ABOUT, HERE, pages


@pytest.mark.parametrize("path", pages())
def test_the_drawing_is_that_of_the_code(path: str) -> None:
    """If not: run `python -m tools.draw` and read the diff."""
    assert (HERE / path).read_text("utf-8") == pages()[path]


def test_each_dialog_is_told_of_in_a_sentence() -> None:
    assert set(ABOUT) == {dialog.name for dialog in FLOWS}


def test_every_state_and_every_trigger_of_a_dialog_is_drawn() -> None:
    drawn = pages()["docs/dialogs.md"]
    for dialog in FLOWS:
        _, _, mine = drawn.partition(f"## {dialog.name}\n")
        picture = mine.partition("\n## ")[0]
        names = [step.name for step in dialog.steps] + list(dialog.ends)
        names += [row.trigger for row in dialog.rows]
        assert [name for name in names if name not in picture] == []
