"""Clocks as rows: started, paused, stopped and gone off, by the rules of the shipped catalogue."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from dialogs.house import House
from dialogs.model import Json
from dialogs.tickets.applied import Applied
from dialogs.tickets.clocks import delivered, fire, next_due
from dialogs.tickets.ticket import Clock, State, Ticket
from tests.dialogs.tickets.office import (
    ANN,
    CLOCK,
    MONDAY,
    NETWORK,
    OFFER,
    WANG,
    ZHAO,
    at,
    filed,
    house,
    make,
)

DAY, HOUR, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)


def clock(ticket: Ticket, rule: str, subject: str = "") -> Clock:
    """The newest clock of that rule."""
    return [one for one in ticket.clocks if one.rule == rule and one.subject == subject][-1]


def running(ticket: Ticket) -> set[str]:
    return {one.rule for one in ticket.clocks if one.stopped is None}


def codes(made: Applied) -> list[str]:
    return [notice.code for notice in made.notices]


def kinds(made: Applied) -> list[tuple[str, str, str]]:
    return [(task.kind, task.role.value, task.words) for task in made.tasks]


def claimed(now: datetime = MONDAY) -> Ticket:
    return make(filed(now=now).ticket, "claim", WANG, now).ticket


def proposed(now: datetime = MONDAY) -> Ticket:
    return make(claimed(), "propose", WANG, now, OFFER).ticket


def executing() -> Ticket:
    return make(proposed(), "accept", ANN).ticket


def checking(ticket: Ticket | None = None) -> Ticket:
    done: dict[str, Json] = {"proof": "已办", "wish_met": True}
    return make(ticket or claimed(), "done_without_proposal", WANG, fields=done).ticket


# The legal clock.


def test_the_legal_clock_is_due_at_the_end_of_the_fifteenth_day_receipt_not_counted() -> None:
    for now in ("2026-11-03 00:00", "2026-11-03 23:59"):
        assert clock(filed(now=at(now)).ticket, "C1").due == at("2026-11-18 23:59") + 59 * SECOND


def test_its_warnings_go_up_and_at_the_end_it_tells_the_subscriber() -> None:
    ticket = claimed()
    due = clock(ticket, "C1").due
    seen = []
    for day in (7, 10, 13, 14):
        made = fire(ticket, MONDAY + day * DAY, house())
        seen += [role for kind, role, rule in kinds(made) if rule == "C1" and kind == "deadline"]
        ticket = made.ticket
    assert seen == ["handler", "supervisor", "supervisor", "director"]
    before = fire(ticket, due - SECOND, house())
    assert clock(before.ticket, "C1").result == ""
    made = fire(before.ticket, due, house())
    assert codes(made) == ["M27"]
    assert clock(made.ticket, "C1").result == "breached"
    assert "C1" in running(made.ticket)
    assert made.ticket.revision == ticket.revision  # a message is no move


def test_it_stops_when_a_channel_took_the_answer_and_not_when_it_was_written() -> None:
    ticket = proposed()
    assert "C1" in running(ticket)
    assert "C1" in {
        one.rule for one in delivered(ticket, "M05", MONDAY, house()) if one.stopped is None
    }
    stopped = replace(ticket, clocks=delivered(ticket, "M09", MONDAY + HOUR, house()))
    assert clock(stopped, "C1").result == "met"
    assert clock(stopped, "C1").stopped == MONDAY + HOUR
    told = make(ticket, "note", WANG, fields={"words": "电话告知", "told": "M09"}).ticket
    assert clock(told, "C1").result == "met"


def test_asking_for_inadmissible_stops_nothing_and_the_confirmed_answer_does_when_delivered() -> (
    None
):
    asked = make(filed().ticket, "inadmissible", WANG, fields={"reason": "vague"}).ticket
    assert {"C1", "R3"} <= running(asked)
    invalid = make(asked, "inadmissible", ZHAO).ticket
    assert running(invalid) == {"C1", "R1"}  # both wait for what is on its way
    told = replace(invalid, clocks=delivered(invalid, "M03", MONDAY, house()))
    assert clock(told, "C1").result == "met"


def test_it_never_pauses_while_internal_clocks_do() -> None:
    ticket = make(claimed(), "ask", WANG, fields={"words": "截图"}).ticket
    assert clock(ticket, "C1").paused is None
    paused = clock(ticket, "I5")
    assert (paused.paused, paused.next) == (MONDAY, None)
    back = make(ticket, "answer", ANN, MONDAY + 2 * DAY, {"words": "发了"}).ticket
    assert clock(back, "C1").due == clock(ticket, "C1").due
    assert clock(back, "I5").due == paused.due + 4 * DAY  # two working days later, over a weekend
    assert clock(back, "I5").paused is None


def test_a_reopening_gets_its_own_and_keeps_the_old_result() -> None:
    ticket = replace(proposed(), clocks=delivered(proposed(), "M09", MONDAY, house()))
    ticket = make(ticket, "accept", ANN).ticket
    for item in (1, 2):
        ticket = make(ticket, "item_done", WANG, fields={"item": item, "proof": "单号"}).ticket
    ticket = make(make(ticket, "fixed", ANN).ticket, "score", ANN, fields={"score": 2}).ticket
    later = MONDAY + 10 * DAY
    ticket = make(ticket, "reopen", ANN, later, {"reason": "又扣了"}).ticket
    results = [one.result for one in ticket.clocks if one.rule == "C1"]
    assert results == ["met", ""]
    assert clock(ticket, "C1").due == at("2026-12-11 23:59") + 59 * SECOND


# Reminders.


def test_a_question_is_reminded_of_twice_and_then_work_goes_on() -> None:
    ticket = make(claimed(), "ask", WANG, fields={"words": "截图"}).ticket
    seen = []
    for hours in (23, 24, 71, 72, 7 * 24 - 1, 7 * 24):
        made = fire(ticket, MONDAY + hours * HOUR, house())
        seen.append((hours, codes(made)))
        ticket = made.ticket
    assert seen == [
        (23, []),
        (24, ["M07"]),
        (71, []),
        (72, ["M07"]),
        (167, []),
        (168, ["PROGRESS"]),
    ]
    assert ticket.state is State.INVESTIGATING


@pytest.mark.parametrize(("days", "said"), [(5, ["M07"]), (9, ["PROGRESS"])])
def test_what_an_outage_held_up_becomes_its_last_message(days: int, said: list[str]) -> None:
    ticket = make(claimed(), "ask", WANG, fields={"words": "截图"}).ticket
    assert codes(fire(ticket, MONDAY + days * DAY, house())) == said


def test_what_went_off_does_not_go_off_again() -> None:
    ticket = make(claimed(), "ask", WANG, fields={"words": "截图"}).ticket
    made = fire(ticket, MONDAY + 25 * HOUR, house())
    again = fire(made.ticket, MONDAY + 25 * HOUR, house())
    assert again == Applied(ticket=made.ticket)
    assert next_due(made.ticket) is not None
    assert next_due(made.ticket) > MONDAY + 25 * HOUR  # type: ignore[operator]


def test_an_unanswered_proposal_is_reminded_called_about_and_closed_only_after_the_call() -> None:
    ticket = proposed()
    said, called = [], []
    for day in range(1, 31):
        made = fire(ticket, MONDAY + day * DAY, house())
        said += codes(made)
        called += [kind for kind, _, rule in kinds(made) if rule == "PROPOSAL"]
        ticket = made.ticket
    assert [code for code in said if code == "M12"] == ["M12"] * 3
    assert called == ["call_back", "call_back"]  # on day 7, and again when day 30 could not close
    assert ticket.state is State.PROPOSED
    ticket = make(ticket, "note", WANG, MONDAY + 30 * DAY, {"call": True}).ticket
    made = fire(ticket, MONDAY + 31 * DAY, house())
    assert (made.ticket.state, codes(made)) == (State.CLOSED, ["M32"])
    assert "SURVEY" not in running(made.ticket)


def test_no_news_for_three_days_makes_a_line_of_progress_unless_the_subscriber_is_asked() -> None:
    ticket = make(claimed(), "reply", WANG, fields={"words": "正在查"}).ticket
    assert codes(fire(ticket, MONDAY + 3 * DAY, house())) == ["PROGRESS"]
    ticket = proposed()
    assert "PROGRESS" not in codes(fire(ticket, MONDAY + 3 * DAY, house()))


# The end.


def test_the_survey_comes_two_hours_after_the_confirmation_and_once_more() -> None:
    ticket = make(checking(), "fixed", ANN).ticket
    assert codes(fire(ticket, MONDAY + 2 * HOUR - SECOND, house())) == []
    made = fire(ticket, MONDAY + 2 * HOUR, house())
    assert codes(made) == ["SURVEY"]
    scores = [choice.action for choice in made.notices[0].choices]
    assert scores == [
        *(f"t:7:score-{mark}" for mark in range(1, 11)),
        "t:7:score-later",
        "t:7:score-never",
    ]
    assert [choice.row for choice in made.notices[0].choices[:10]] == [1] * 5 + [2] * 5
    made = fire(made.ticket, MONDAY + 26 * HOUR, house())
    assert codes(made) == ["SURVEY-REMINDER"]
    made = fire(made.ticket, MONDAY + 74 * HOUR, house())
    assert (made.ticket.state, codes(made)) == (State.CLOSED, [])


def test_a_repair_is_asked_about_after_a_day() -> None:
    taken = make(filed(NETWORK).ticket, "claim", WANG).ticket
    ticket = make(checking(taken), "fixed", ANN).ticket
    assert codes(fire(ticket, MONDAY + 23 * HOUR, house())) == []
    assert codes(fire(ticket, MONDAY + 24 * HOUR, house())) == ["SURVEY"]


def test_no_survey_is_sent_once_it_is_answered_or_the_ticket_reopened() -> None:
    survey = make(checking(), "fixed", ANN).ticket
    for move, fields in (("score", {"score": 9}), ("reopen", {"reason": "又坏了"})):
        later = make(survey, move, ANN, fields=fields).ticket
        assert "SURVEY" not in codes(fire(later, MONDAY + 2 * HOUR, house()))


def test_after_silence_the_note_itself_is_the_survey_and_no_other_comes() -> None:
    ticket = checking()
    said = []
    for hours in range(0, 24 * 11):
        made = fire(ticket, MONDAY + hours * HOUR, house())
        said += codes(made)
        ticket = made.ticket
    assert said == ["M15R", "M15R", "M19"]
    assert (ticket.state, ticket.result) == (State.CLOSED, "unconfirmed")


def test_a_closed_ticket_is_archived_after_thirty_days() -> None:
    survey = make(checking(), "fixed", ANN).ticket
    ticket = make(survey, "score", ANN, fields={"score": 9}).ticket
    assert running(ticket) - {"C1", "I3"} == {"ARCHIVE"}
    assert fire(ticket, MONDAY + 30 * DAY - SECOND, house()).ticket.state is State.CLOSED
    assert fire(ticket, MONDAY + 30 * DAY, house()).ticket.state is State.ARCHIVED


def test_withdrawing_cancels_what_runs() -> None:
    ticket = make(claimed(), "withdraw", ANN).ticket
    assert running(ticket) == set()
    assert next_due(ticket) is None
    assert clock(ticket, "C1").result == "cancelled"


# Dates that were named.


def test_each_agreed_item_has_its_own_clock_until_it_is_done() -> None:
    ticket = executing()
    assert clock(ticket, "E1", "1").due == at("2026-11-25 23:59") + 59 * SECOND
    assert clock(ticket, "E1", "2").due == at("2026-11-27 23:59") + 59 * SECOND
    ticket = make(ticket, "item_done", WANG, fields={"item": 1, "proof": "单号"}).ticket
    assert clock(ticket, "E1", "1").result == "met"
    assert clock(ticket, "E1", "2").stopped is None
    late: dict[str, Json] = {"item": 2, "due": "2026-12-02", "reason": "邮寄"}
    ticket = make(ticket, "late", WANG, fields=late).ticket
    assert clock(ticket, "E1", "2").due == at("2026-12-02 23:59") + 59 * SECOND
    warned = fire(ticket, clock(ticket, "E1", "2").due - DAY, house())
    assert ("deadline", "handler", "E1") in kinds(warned)


def test_a_promised_date_is_a_clock_that_the_next_promise_replaces() -> None:
    ticket = claimed()
    first = clock(ticket, "P1")
    assert first.due == at("2026-11-19 23:59") + 59 * SECOND == ticket.next_step_at
    fields: dict[str, Json] = {"liability": "operator", "finding": "误扣"}
    ticket = make(ticket, "set_liability", WANG, MONDAY + DAY, fields).ticket
    assert [one.result for one in ticket.clocks if one.rule == "P1"] == [""]
    ticket = make(ticket, "set_liability", WANG, MONDAY + 4 * DAY, fields).ticket
    assert [one.result for one in ticket.clocks if one.rule == "P1"] == ["breached", ""]


def test_a_hold_ends_on_its_date_by_the_clock() -> None:
    hold: dict[str, Json] = {"reason": "断电检修", "until": "2026-11-18T15:00:00+08:00"}
    ticket = make(claimed(), "hold", ZHAO, fields=hold).ticket
    made = fire(ticket, at("2026-11-18 15:00"), house())
    assert (made.ticket.state, made.entries[0].actor) == (State.INVESTIGATING, CLOCK)
    assert "PROGRESS" in codes(made)


def test_sign_in_is_watched_in_working_hours() -> None:
    friday = at("2026-11-20 16:00")
    ticket = filed(now=friday).ticket
    assert clock(ticket, "I4").due == at("2026-11-23 11:00")
    made = fire(ticket, at("2026-11-23 11:00"), house())
    assert ("deadline", "supervisor", "I4") in kinds(made)
    assert clock(make(made.ticket, "claim", WANG, at("2026-11-23 11:30")).ticket, "I4").result == (
        "breached"
    )


# The catalogue decides.


def altered(**rules: object) -> House:
    """The house with some clock rules replaced."""
    home = house()
    clocks = {**home.catalogue.clocks, **rules}
    return replace(home, catalogue=replace(home.catalogue, clocks=clocks))  # type: ignore[arg-type]


def test_waiting_by_design_can_be_set_to_nothing() -> None:
    rule = house().catalogue.clocks["SURVEY"]
    marks = tuple(replace(mark, after=timedelta()) for mark in rule.marks[:1])
    home = altered(SURVEY=replace(rule, limit=timedelta(), marks=marks))
    ticket = make(checking(), "fixed", ANN).ticket
    clocks = tuple(
        replace(one, next=MONDAY, due=MONDAY) if one.rule == "SURVEY" else one
        for one in ticket.clocks
    )
    made = fire(replace(ticket, clocks=clocks), MONDAY, home)
    assert codes(made) == ["SURVEY"]


def test_a_clock_whose_rule_left_the_catalogue_falls_silent() -> None:
    home = house()
    kept = {code: rule for code, rule in home.catalogue.clocks.items() if code != "C1"}
    home = replace(home, catalogue=replace(home.catalogue, clocks=kept))
    made = fire(claimed(), MONDAY + 40 * DAY, home)
    assert clock(made.ticket, "C1").next is None
    assert "M27" not in codes(made)
