"""Thinking an offer over: quiet until a date, a word on that day, and never a yes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.model import Json, Move
from dialogs.tickets.applied import Applied
from dialogs.tickets.clocks import fire, next_due
from dialogs.tickets.moves import apply
from dialogs.tickets.ticket import State, Ticket
from tests.dialogs.tickets.office import (
    ANN,
    MONDAY,
    OFFER,
    WANG,
    ZHAO,
    at,
    filed,
    house,
    make,
    refuse,
    texts,
)

LATER: Json = [{"code": "refund", "minor": 9400, "due": "2027-06-01"}]


def offered() -> Ticket:
    """An offer made on Monday at ten; it stands for 30 days."""
    ticket = make(filed().ticket, "claim", WANG).ticket
    return make(ticket, "propose", ZHAO, fields={**OFFER, "items": LATER}).ticket


def deadlocked() -> Ticket:
    ticket = offered()
    for _ in range(2):
        ticket = make(ticket, "reject", ANN, fields={"reason": "少了"}).ticket
        ticket = make(ticket, "propose", ZHAO, fields={**OFFER, "items": LATER}).ticket
    ticket = make(ticket, "reject", ANN, fields={"reason": "少了"}).ticket
    return make(ticket, "final", ZHAO, fields={"words": "维持原方案", "meeting": True}).ticket


def heard(ticket: Ticket, until: datetime) -> Iterator[tuple[str, str, Ticket]]:
    """What goes off by itself up to then: local day and hour, the codes of messages and tasks."""
    while (due := next_due(ticket)) is not None and due <= until:
        made = fire(ticket, due, house())
        ticket = made.ticket
        said = [one.code for one in made.notices] + [one.kind for one in made.tasks]
        local = (due + timedelta(hours=8)).strftime("%m-%d %H:%M")
        yield from ((local, code, ticket) for code in said if code != "deadline")


def codes(ticket: Ticket, until: str) -> list[str]:
    return [f"{when} {code}" for when, code, _ in heard(ticket, at(until))]


def test_nothing_is_heard_until_the_day_and_then_one_message_with_the_ways_on() -> None:
    thinking = make(offered(), "think", ANN, MONDAY)
    assert [one.code for one in thinking.notices] == ["THINK"]
    assert thinking.ticket.state is State.PROPOSED
    assert thinking.ticket.think_until == at("2026-11-19 10:00")
    # M12 of 24 h and of 72 h are left out: one falls into the time, one upon the word itself.
    assert codes(thinking.ticket, "2026-11-22 09:59") == ["11-19 10:00 THOUGHT"]
    assert codes(offered(), "2026-11-22 09:59") == ["11-17 10:00 M12", "11-19 10:00 M12"]


def test_the_word_of_that_day_offers_every_way_on() -> None:
    thinking = make(offered(), "think", ANN, MONDAY).ticket
    made = fire(thinking, at("2026-11-19 10:00"), house())
    actions = [one.action.rpartition(":")[2] for one in made.notices[-1].choices]
    assert actions == ["accept", "reject", "think", "question_proposal"]
    assert not made.entries


def test_the_call_waits_until_they_have_thought() -> None:
    waited = fire(offered(), at("2026-11-20 11:00"), house()).ticket
    thinking = make(waited, "think", ANN, at("2026-11-20 11:00")).ticket
    told = codes(thinking, "2026-11-30 10:00")
    assert sorted(told) == ["11-23 11:00 THOUGHT", "11-23 11:00 call_back"]


def test_the_thirty_days_stay() -> None:
    waited = fire(offered(), at("2026-12-12 11:00"), house()).ticket
    thinking = make(waited, "think", ANN, at("2026-12-12 11:00")).ticket
    called = make(thinking, "note", WANG, at("2026-12-12 12:00"), {"call": True}).ticket
    assert codes(called, "2026-12-16 09:59") == ["12-15 10:00 THOUGHT"]  # a day before the end
    ended = fire(called, at("2026-12-16 10:00"), house()).ticket
    assert (ended.state, ended.result) == (State.CLOSED, "no_answer")


@pytest.mark.parametrize(
    ("asked", "until"),
    [
        ("2026-11-16 10:00", "2026-11-19 10:00"),
        ("2026-11-16 12:30", "2026-11-19 14:00"),  # not at noon
        ("2026-11-16 23:00", "2026-11-20 09:00"),  # not at night
        ("2026-12-14 20:00", "2026-12-15 10:00"),  # the last day is left for the answer
    ],
)
def test_until_when(asked: str, until: str) -> None:
    assert make(offered(), "think", ANN, at(asked)).ticket.think_until == at(until)


def test_it_is_given_twice_for_one_offer_and_once_more_for_the_next() -> None:
    once = make(offered(), "think", ANN, MONDAY)
    twice = make(once.ticket, "think", ANN, at("2026-11-18 10:00"))
    assert twice.ticket.think_until == at("2026-11-21 10:00")
    assert [one.notices[0].args["left"] for one in (once, twice)] == [1, 0]
    assert refuse(twice.ticket, "think", ANN) == "not-allowed-thinks"
    fresh = make(twice.ticket, "reject", ANN, fields={"reason": "少了"}).ticket
    assert (fresh.think_until, fresh.thinks) == (None, 0)
    again = make(fresh, "propose", ZHAO, fields={**OFFER, "items": LATER}).ticket
    assert make(again, "think", ANN).ticket.thinks == 1


def test_close_to_the_end_it_is_refused_and_says_what_can_be_done() -> None:
    assert refuse(offered(), "think", ANN, at("2026-12-15 08:00")) == "not-allowed-think-late"
    for language in texts().languages:
        args = {"most": 2}
        for key in ("not-allowed-think-late", "not-allowed-thinks"):
            assert texts().has(language, key), args


def test_where_there_is_nothing_to_accept_there_is_nothing_to_think_over() -> None:
    bare = replace(deadlocked(), proposals=())
    assert refuse(bare, "think", ANN) == "not-allowed-no-proposal"


def test_a_final_position_can_be_thought_over_too() -> None:
    thinking = make(deadlocked(), "think", ANN, MONDAY)
    made = fire(thinking.ticket, at("2026-11-19 10:00"), house())
    assert [one.code for one in made.notices] == ["THOUGHT"]
    actions = [one.action.rpartition(":")[2] for one in made.notices[-1].choices]
    assert actions == ["accept_after_all", "think", "appeal", "appeal_leaflet"]
    ended = fire(made.ticket, at("2026-12-16 10:00"), house()).ticket
    assert (ended.state, ended.result) == (State.SURVEY, "not_agreed")


@pytest.mark.parametrize("answer", ["accept", "reject", "withdraw"])
def test_an_answer_ends_it(answer: str) -> None:
    thinking = make(offered(), "think", ANN, MONDAY).ticket
    answered = make(thinking, answer, ANN, fields={"reason": "少了"}).ticket
    assert answered.think_until is None
    assert not [one for one in answered.clocks if one.rule == "THINK" and not one.stopped]


WORDS = st.sampled_from(
    ["谢谢", "知道了", "好的收到", "在吗", "ok thanks", "", "我再看看", "接受不了"]
)
UNRELATED: dict[str, dict[str, Json]] = {
    "add": {},
    "again": {},
    "remind": {},
    "think": {},
    "appeal": {"reference": "12300-7"},
    "summon": {},
    "escalate": {},
    "apart": {},
}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_silence_and_unrelated_words_are_never_a_yes(data: st.DataObject) -> None:
    """Whatever time passes and whatever else is said: nothing but an acceptance agrees."""
    ticket, now = data.draw(st.sampled_from([offered(), deadlocked()])), MONDAY
    calls = data.draw(st.booleans())
    if calls:
        ticket = make(ticket, "note", WANG, fields={"call": True}).ticket
    for _ in range(data.draw(st.integers(1, 20))):
        now += timedelta(hours=data.draw(st.sampled_from([0, 1, 13, 24, 72, 24 * 9, 24 * 31])))
        ticket = fire(ticket, now, house()).ticket
        name = data.draw(st.sampled_from(list(UNRELATED)))
        words: dict[str, Json] = {**UNRELATED[name], "words": data.draw(WORDS)}
        made = apply(ticket, Move(ticket.id, name, words), ANN, now, house())
        ticket = made.ticket if isinstance(made, Applied) else ticket
        assert ticket.state not in {State.AGREED, State.EXECUTING, State.AWAITING_CONFIRM}
        assert all(one.outcome != "accepted" for one in ticket.proposals)
