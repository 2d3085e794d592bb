"""The checker itself: a good history passes, and each kind of trouble is told by its name."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.faults.checker import check
from tests.faults.history import Call, End, Filed, History, Input, Line, Row, Subscriber

ANN = 7
GOOD = History(
    subscribers=(Subscriber(ANN, "qwrtz", confirmed=True, finished=True, numbers=("TS1",)),),
    inputs=(Input(ANN, "费用 qwrtz "), Input(ANN, "提交", press="q1"), Input(ANN, "谢谢")),
    calls=(
        Call(ANN, "sendMessage", "card", 1),
        Call(ANN, "answerCallbackQuery", "q1", 2),
        Call(ANN, "sendMessage", "m01", 3),
        Call(ANN, "sendMessage", "noted", 4),
    ),
    rows=(
        Row(1, ANN, 1, "card", "sent"),
        Row(2, ANN, 2, "m01", "sent"),
        Row(3, ANN, 3, "noted", "sent"),
    ),
    lines=(
        Line(ANN, True, "费用 qwrtz "),
        Line(ANN, False, "card"),
        Line(ANN, True, "提交"),
        Line(ANN, False, "m01"),
        Line(ANN, True, "谢谢"),
        Line(ANN, False, "noted"),
    ),
    tickets=(Filed(ANN, "TS1", "费用 qwrtz"),),
)
M01 = GOOD.calls[2]
ON_THE_WIRE = End("kill", 3.5, frozenset({2}))


def twice(call: Call, *, first: Call | None = None) -> History:
    """The good history with this call of it made twice."""
    place = GOOD.calls.index(call)
    return replace(GOOD, calls=(*GOOD.calls[:place], first or call, *GOOD.calls[place:]))


def test_a_good_history_has_nothing_against_it() -> None:
    verdict = check(GOOD)
    assert (verdict.violations, verdict.toasts_lost) == ((), 0)
    assert sum(verdict.doubles.values()) == 0


def without(name: str, place: int) -> History:
    values = getattr(GOOD, name)
    changes: dict[str, Any] = {name: (*values[:place], *values[place + 1 :])}
    return replace(GOOD, **changes)


def again(name: str, place: int) -> History:
    values = getattr(GOOD, name)
    changes: dict[str, Any] = {name: (*values[:place], values[place], *values[place:])}
    return replace(GOOD, **changes)


def person(**changes: Any) -> History:
    (ann,) = GOOD.subscribers
    return replace(GOOD, subscribers=(replace(ann, **changes),))


TROUBLE: dict[str, tuple[Callable[[], History], set[str]]] = {
    "words that nobody took": (lambda: without("lines", 4), {"lost"}),
    "a press that nobody took": (lambda: without("lines", 2), {"lost"}),
    "words taken twice": (lambda: again("lines", 4), {"repeated", "unanswered"}),
    "a press taken twice": (lambda: again("lines", 2), {"repeated", "unanswered"}),
    "words that got no answer": (lambda: without("lines", 5), {"unanswered"}),
    "a message that never arrived": (lambda: without("calls", 2), {"unsent"}),
    "a row that still waits": (
        lambda: replace(GOOD, rows=(*GOOD.rows, Row(4, ANN, 4, "more", "pending"))),
        {"unsent"},
    ),
    "a message that no row owes": (lambda: without("rows", 2), {"stray"}),
    "a second copy": (lambda: twice(M01), {"doubled"}),
    "messages in another order": (
        lambda: replace(GOOD, calls=(*GOOD.calls[:2], GOOD.calls[3], GOOD.calls[2])),
        {"disordered"},
    ),
    "words taken in another order": (
        lambda: replace(GOOD, inputs=(GOOD.inputs[2], *GOOD.inputs[:2])),
        {"disordered"},
    ),
    "two tickets": (
        lambda: replace(GOOD, tickets=(*GOOD.tickets, Filed(ANN, "TS2", "费用 qwrtz"))),
        {"tickets"},
    ),
    "no ticket": (lambda: without("tickets", 0), {"tickets"}),
    "a ticket that nobody confirmed": (lambda: person(confirmed=False), {"tickets"}),
    "another number told": (lambda: person(numbers=("TS9",)), {"told"}),
    "a number never told": (lambda: person(numbers=()), {"told"}),
    "given up": (lambda: person(finished=False), {"unfinished"}),
    "waited in vain": (lambda: person(silences=1), {"silence"}),
    "an event put aside": (lambda: replace(GOOD, parked=1), {"parked"}),
    "a press that waits for ever": (lambda: without("calls", 1), {"press"}),
}


@pytest.mark.parametrize("name", TROUBLE)
def test_trouble_is_told_by_its_name(name: str) -> None:
    history, kinds = TROUBLE[name]
    assert check(history()).kinds == kinds


def test_a_second_copy_is_allowed_where_the_answer_to_the_first_was_lost() -> None:
    verdict = check(twice(M01, first=replace(M01, told=False)))
    assert (verdict.violations, verdict.doubles["answer lost"]) == ((), 1)


def test_a_second_copy_is_allowed_where_it_was_on_the_wire_at_a_kill() -> None:
    verdict = check(replace(twice(M01), ends=(ON_THE_WIRE,)))
    assert (verdict.violations, verdict.doubles["kill"]) == ((), 1)


@pytest.mark.parametrize(
    "end",
    [
        replace(ON_THE_WIRE, how="stop"),
        replace(ON_THE_WIRE, sending=frozenset({3})),
        replace(ON_THE_WIRE, at=0.5),  # before its first copy
    ],
)
def test_no_other_end_allows_a_second_copy(end: End) -> None:
    assert check(replace(twice(M01), ends=(end,))).kinds == {"doubled"}


def test_one_kill_allows_one_copy_more_and_not_two() -> None:
    thrice = twice(M01)
    thrice = replace(thrice, calls=(*thrice.calls[:2], M01, *thrice.calls[2:]))
    assert check(replace(thrice, ends=(ON_THE_WIRE,))).kinds == {"doubled"}
    again = replace(ON_THE_WIRE, at=3.7)
    assert check(replace(thrice, ends=(ON_THE_WIRE, again))).kinds == set()


def test_a_refused_call_is_no_copy() -> None:
    refused = replace(M01, taken=False, fault="500")
    assert check(twice(M01, first=refused)).violations == ()


def test_a_press_that_a_fault_or_a_kill_left_unanswered_is_counted_only() -> None:
    silent = without("calls", 1)
    struck = Call(ANN, "answerCallbackQuery", "q1", 2, taken=False, fault="500")
    for history in (
        replace(silent, calls=(*silent.calls, struck)),
        replace(silent, ends=(ON_THE_WIRE,)),
    ):
        verdict = check(history)
        assert (verdict.violations, verdict.toasts_lost) == ((), 1)
