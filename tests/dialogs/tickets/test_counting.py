"""Whatever rests and goes on in whatever order: the counted time of a clock adds up."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.house import House
from dialogs.model import Json, Move
from dialogs.tickets.applied import Applied
from dialogs.tickets.calendar import calendar
from dialogs.tickets.limit import limit_of
from dialogs.tickets.limits import recounted
from dialogs.tickets.moves import apply
from dialogs.tickets.ticket import Actor, Clock, State, Ticket
from dialogs.workdays import Workdays
from tests.dialogs.tickets.office import ANN, NETWORK, OFFER, WANG, ZHAO
from tests.dialogs.tickets.test_deadlines import (
    DAYS,
    PLACES,
    SHANGHAI,
    Place,
    Told,
    at,
    filed,
    home,
)

SLIP = timedelta(seconds=1)
ITEMS: Json = [{"code": "refund", "minor": 100, "due": "2028-01-01"}]

# state: what rests it or goes on from it, by whom, with what.
TURNS: dict[State, list[tuple[str, Actor, dict[str, Json]]]] = {
    State.DISPATCHED: [("claim", WANG, {}), ("escalate", ANN, {})],
    State.INVESTIGATING: [
        ("ask", WANG, {"words": "截图"}),
        ("hold", ZHAO, {"reason": "检修", "until": "+"}),
        ("propose", WANG, {**OFFER, "items": ITEMS}),
        ("escalate", ANN, {}),
        ("done_without_proposal", WANG, {"proof": "已办", "wish_met": True}),
    ],
    State.AWAITING_USER: [("answer", ANN, {"words": "发了"}), ("escalate", ANN, {})],
    State.ON_HOLD: [("resume", ZHAO, {}), ("escalate", ANN, {})],
    State.PROPOSED: [("reject", ANN, {"reason": "少了"}), ("escalate", ANN, {})],
    State.NEGOTIATING: [
        ("ask", WANG, {"words": "截图"}),
        ("propose", WANG, {**OFFER, "items": ITEMS}),
        ("escalate", ANN, {}),
    ],
    State.AWAITING_CONFIRM: [("not_fixed", ANN, {"words": "没好"}), ("fixed", ANN, {})],
    State.SURVEY: [("reopen", ANN, {"reason": "又坏了"})],
}
WAITS = st.integers(1, 40 * 3600).map(lambda seconds: timedelta(seconds=seconds))
RULES = ("F3", "I5", "I6", "I7")


def turned(told: Told, move: tuple[str, Actor, dict[str, Json]]) -> Told:
    name, actor, fields = move
    if fields.get("until") == "+":
        fields = {**fields, "until": (told.now + timedelta(days=2)).isoformat()}
    made = apply(told.ticket, Move(7, name, fields), actor, told.now, home())
    return replace(told, ticket=made.ticket) if isinstance(made, Applied) else told


def latest(ticket: Ticket, rule: str) -> Clock | None:
    found = [one for one in ticket.clocks if one.rule == rule]
    return found[-1] if found and found[-1].stopped is None else None


def left(ticket: Ticket, clock: Clock, now: datetime) -> timedelta:
    """What is left of it in counted time."""
    limit = limit_of(ticket, home().catalogue.clocks[clock.rule], home())
    if clock.paused is not None:
        return timedelta(seconds=clock.left)
    return limit.calendar.between(now, clock.due)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(("plain", "national", "spring")),
    st.lists(st.tuples(st.integers(0, 9), WAITS), max_size=14),
)
def test_in_any_order_of_rests_the_time_counted_and_the_time_left_add_up(
    where: str, turns: list[tuple[int, timedelta]]
) -> None:
    told = filed(PLACES[where], NETWORK)
    spent: dict[str, tuple[Clock, timedelta, timedelta]] = {}  # clock, its limit, counted so far
    for choice, wait in [(0, timedelta()), *turns]:
        moves = TURNS.get(told.ticket.state, [])
        if moves and wait:
            told = turned(told, moves[choice % len(moves)])
        for rule in RULES:
            clock = latest(told.ticket, rule)
            if clock is None:
                spent.pop(rule, None)
                continue
            known = spent.get(rule)
            if known is None or known[0].started != clock.started:
                spent[rule] = (clock, left(told.ticket, clock, told.now), timedelta())
            _, total, counted = spent[rule]
            now_left = left(told.ticket, clock, told.now)
            if counted <= total:
                assert abs(counted + now_left - total) <= SLIP
            days = calendar(home().catalogue.clocks[rule].calendar, home())
            if clock.paused is None:
                counted += days.between(told.now, told.now + wait)
            spent[rule] = (clock, total, counted)
        told = replace(told, now=told.now + wait)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), WAITS), max_size=12))
def test_nothing_moves_the_legal_limit(turns: list[tuple[int, timedelta]]) -> None:
    told = filed(PLACES["plain"], NETWORK)
    due, opened = told.clock("C1").due, told.clock("C1").started
    for choice, wait in turns:
        moves = TURNS.get(told.ticket.state, [])
        told = replace(told, now=told.now + wait)
        told = turned(told, moves[choice % len(moves)]) if moves else told
        first = next(one for one in told.ticket.clocks if one.rule == "C1")
        assert (first.started, first.due, first.paused) == (opened, due, None)


# A calendar that is corrected while clocks run.

OFFICE = Place(SHANGHAI, "12-30 15:00", "2027-01-02 17:00", "")
# What the State Council might say of 2027: Friday 1 January off, Sunday 3 January worked.
PUBLISHED = Workdays(
    {**DAYS, at("2027-01-01 12:00").date(): False, at("2027-01-03 12:00").date(): True},
    frozenset({2026, 2027}),
)


def published(days: Workdays = PUBLISHED) -> House:
    return replace(home(), workdays=days)


def test_a_year_that_is_published_moves_what_was_only_expected() -> None:
    told = filed(OFFICE).do("claim")
    assert told.ticket.next_step_expected
    assert told.ticket.next_step_at == at("2027-01-04 end")
    again, moved = recounted(told.ticket, home(), published(), at("12-31 09:00"))
    assert not moved  # the holiday and the Sunday worked for it even out
    assert not again.next_step_expected
    assert {
        one.rule: one.provisional for one in again.clocks if one.stopped is None
    } == dict.fromkeys((one.rule for one in again.clocks if one.stopped is None), False)


def test_a_holiday_more_moves_the_date_that_was_told_and_the_clocks_with_it() -> None:
    told = filed(OFFICE).do("claim")
    holiday = Workdays({**DAYS, at("2027-01-01 12:00").date(): False}, frozenset({2026, 2027}))
    again, moved = recounted(told.ticket, home(), published(holiday), at("12-31 09:00"))
    assert moved
    assert again.next_step_at == at("2027-01-05 end")
    due = {one.rule: one.due for one in again.clocks if one.stopped is None}
    assert (due["I5"], due["P1"]) == (at("2027-01-05 end"), at("2027-01-05 end"))
    assert due["C1"] == told.clock("C1").due
    warned = next(one.next for one in again.clocks if one.rule == "P1")
    assert warned == at("2027-01-04 23:59:59")


def test_a_day_corrected_moves_what_is_counted_and_no_date_that_was_promised() -> None:
    told = filed(PLACES["plain"]).do("claim")  # Tuesday; promised by Friday 20 November
    friday_off = Workdays({**DAYS, at("11-20 12:00").date(): False}, frozenset({2026}))
    again, moved = recounted(told.ticket, home(), published(friday_off), at("11-18 09:00"))
    assert not moved
    due = {one.rule: one.due for one in again.clocks if one.stopped is None}
    assert due["P1"] == at("11-20 end") == again.next_step_at
    assert due["I5"] == at("11-23 end")


def test_hours_left_under_the_old_calendar_are_left_under_the_new() -> None:
    told = filed(PLACES["weekend"])  # Friday 17:00; sign-in by Monday 12:00
    monday_off = Workdays({**DAYS, at("11-23 12:00").date(): False}, frozenset({2026}))
    again, _ = recounted(told.ticket, home(), published(monday_off), at("11-20 17:30"))
    clock = next(one for one in again.clocks if one.rule == "I4")
    assert (clock.due, clock.next) == (at("11-24 12:00"), at("11-24 10:00"))


def test_nothing_is_recounted_that_rests_is_over_or_counts_every_day() -> None:
    told = filed(PLACES["plain"], NETWORK).do("claim").do("ask", words="截图")
    friday_off = Workdays({**DAYS, at("11-20 12:00").date(): False}, frozenset({2026}))
    again, moved = recounted(told.ticket, home(), published(friday_off), at("11-18 09:00"))
    assert (again, moved) == (told.ticket, False)


def test_a_limit_that_is_over_stays_and_is_expected_no_more() -> None:
    told = filed(OFFICE)
    before = told.clock("I5")
    assert before.provisional
    again, _ = recounted(told.ticket, home(), published(), at("2027-01-08 09:00"))
    after = next(one for one in again.clocks if one.rule == "I5")
    assert (after.due, after.provisional) == (before.due, False)


@pytest.mark.parametrize("now", ["11-17 12:00", "11-18 09:00", "11-19 23:00"])
def test_the_same_calendar_moves_nothing(now: str) -> None:
    told = filed(PLACES["plain"], NETWORK).do("claim")
    assert recounted(told.ticket, home(), home(), at(now)) == (told.ticket, False)
