"""The routing tables of all dialogs as a whole: no state out of reach, none without a way out."""

from collections.abc import Mapping

import pytest

from dialogs.dialog import Dialog
from dialogs.doors.press import SPECIAL, STARTS
from dialogs.flows import FLOWS, ROOMS
from dialogs.table import EVERY, On

LEFT = ("cancelled", "expired")  # what cancel and expire lead to, in every dialog


@pytest.fixture(params=FLOWS, ids=lambda dialog: dialog.name)
def dialog(request: pytest.FixtureRequest) -> Dialog:
    """Each dialog of the house in turn."""
    found: Dialog = request.param
    return found


def leads_to(dialog: Dialog, goals: frozenset[str]) -> frozenset[str]:
    """The states from which some walk along the dialog's own rows comes to one of the goals."""
    found = goals
    while True:
        more = found | {row.source for row in dialog.rows if row.target in found}
        if more == found:
            return found
        found = more


def by_trigger(dialog: Dialog) -> Mapping[tuple[str, str], list[On]]:
    """The rows of each state and trigger, in their order."""
    rows: dict[tuple[str, str], list[On]] = {}
    for row in dialog.rows:
        rows.setdefault((row.source, row.trigger), []).append(row)
    return rows


def test_every_state_is_reached_from_the_start(dialog: Dialog) -> None:
    table = dialog.table()
    assert table.reachable() == frozenset(table.states)


def test_every_question_can_come_to_an_end_of_its_own(dialog: Dialog) -> None:
    questions = {"start", *(step.name for step in dialog.steps)}
    assert questions <= leads_to(dialog, frozenset(dialog.ends))


def test_every_state_can_be_cancelled_and_can_expire(dialog: Dialog) -> None:
    table = dialog.table()
    for state in table.states:
        assert table.next(state, "cancel", None) == "cancelled"
        assert table.next(state, "expire", None) == "expired"


def test_an_end_leads_nowhere_and_a_question_somewhere(dialog: Dialog) -> None:
    sources = {row.source for row in dialog.rows}
    assert not sources & {*dialog.ends, *LEFT, EVERY}
    assert sources == {"start", *(step.name for step in dialog.steps)}


def test_the_start_is_left_at_once_whatever_is_known(dialog: Dialog) -> None:
    rows = [row for row in dialog.rows if row.source == "start"]
    assert {row.trigger for row in rows} == {"start"}
    assert not any(row.target == "start" for row in dialog.rows)
    assert rows[-1].when is None


def test_the_last_row_of_each_answer_has_no_condition_and_only_that_one(dialog: Dialog) -> None:
    """So that no answer is left without a way on, and no row stands where none can reach it."""
    for place, rows in by_trigger(dialog).items():
        assert [row.when is None for row in rows] == [False] * (len(rows) - 1) + [True], place


def test_the_answers_that_a_new_version_carries_over_are_no_states(dialog: Dialog) -> None:
    assert not {*dialog.carries} & {*dialog.ends, "said", "again", "menu"}


def test_the_place_of_the_words_that_opened_it_is_a_question_of_its_own(dialog: Dialog) -> None:
    state = dialog.opened.partition("/")[0]
    assert not state or dialog.step(state) is not None


def test_names_of_dialogs_are_single() -> None:
    assert len(ROOMS.dialogs) == len(FLOWS)


def test_every_word_for_a_command_names_one_that_is_there() -> None:
    assert set(ROOMS.words) <= set(ROOMS.commands)
    words = [word for known in ROOMS.words.values() for word in known]
    assert len(words) == len(set(words))


def test_every_button_that_starts_a_dialog_names_one_that_is_there() -> None:
    assert {name for name, _ in STARTS.values()} <= set(ROOMS.dialogs)
    assert not set(STARTS) & set(SPECIAL)
