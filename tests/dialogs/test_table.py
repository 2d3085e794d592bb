"""The routing table: what it refuses to be built from, and what it answers."""

from collections.abc import Sequence
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.flows import ROOMS
from dialogs.table import On, Table
from dialogs.tickets.lifecycle import LIFE

STATES = ("start", "place", "review", "sent")


def at_home(fact: object) -> bool:
    return fact == "home"


ROWS = (
    On("begin", "start", "place"),
    On("answer", "place", "sent", at_home),
    On("answer", "place", "review"),
    On("send", "review", "sent", at_home),
    On("cancel", "*", "start"),
)
TABLE = Table(STATES, ROWS, "start")


@pytest.mark.parametrize(
    "row", [On("go", "nowhere", "place"), On("go", "place", "nowhere"), On("go", "place", "*")]
)
def test_a_row_with_an_unknown_state_is_refused_when_built(row: On) -> None:
    with pytest.raises(ValueError, match="unknown state"):
        Table(STATES, (*ROWS, row), "start")


def test_an_unknown_initial_state_and_a_double_state_are_refused() -> None:
    with pytest.raises(ValueError, match="not declared"):
        Table(STATES, ROWS, "nowhere")
    with pytest.raises(ValueError, match="twice"):
        Table((*STATES, "place"), ROWS, "start")


def test_the_first_row_that_fits_wins() -> None:
    assert TABLE.next("place", "answer", "home") == "sent"
    assert TABLE.next("place", "answer", "away") == "review"


def test_what_does_not_fit_is_none_and_never_an_exception() -> None:
    assert TABLE.next("review", "send", "away") is None
    assert TABLE.next("sent", "answer", "home") is None
    assert TABLE.next("sent", "no_such_trigger", "home") is None
    assert TABLE.next("no_such_state", "answer", "home") is None
    assert TABLE.next("*", "cancel", "home") is None


def test_a_star_row_leaves_every_state() -> None:
    assert [TABLE.next(state, "cancel", None) for state in STATES] == ["start"] * len(STATES)


def test_triggers_are_those_that_lead_on() -> None:
    assert TABLE.triggers("place", "away") == ("answer", "cancel")
    assert TABLE.triggers("review", "away") == ("cancel",)
    assert TABLE.triggers("review", "home") == ("send", "cancel")


def test_reachable_walks_from_where_it_is_told() -> None:
    island = Table((*STATES, "island"), ROWS, "start")
    assert island.reachable() == frozenset(STATES)
    assert "island" in island.reachable("island")


def test_the_drawing_is_stable_and_names_every_row() -> None:
    table = Table(STATES, ROWS[:4], "start")
    assert table.mermaid() == (
        "stateDiagram-v2\n"
        "    [*] --> start\n"
        "    start --> place : begin\n"
        "    place --> sent : answer\n"
        "    place --> review : answer\n"
        "    review --> sent : send\n"
    )


def test_nothing_is_kept_between_questions() -> None:
    before = TABLE.next("place", "answer", "home")
    TABLE.next("review", "send", "home")
    assert TABLE.next("place", "answer", "home") == before


class Cursor:
    """Where the machine stands for the length of one question."""

    def __init__(self, state: str) -> None:
        self.state = state


def driven(table: Table, state: str, trigger: str, fact: object) -> str | None:
    """What the machine itself says, driven with a throw-away cursor."""
    cursor, event = Cursor(state), table.machine.events[trigger]
    if state not in event.transitions:  # asked beforehand, for the machine would raise
        return None
    return cursor.state if event.trigger(cursor, fact) else None


def tossed(table: Table) -> Table:
    """The same table, its conditions decided by the bits of a fact, one for each row."""
    coins = (row._replace(when=row.when and itemgetter(n)) for n, row in enumerate(table.rows))
    return Table(table.states, coins, table.initial)


TOSSED = [tossed(table) for table in (*ROOMS.tables.values(), LIFE)]
ROWS_AT_MOST = max(len(table.rows) for table in TOSSED)


@given(st.sampled_from(TOSSED), st.lists(st.booleans(), min_size=ROWS_AT_MOST))
def test_a_table_says_what_its_machine_would(table: Table, fact: Sequence[bool]) -> None:
    for state in table.states:
        for trigger in table.machine.events:
            assert table.next(state, trigger, fact) == driven(table, state, trigger, fact)
