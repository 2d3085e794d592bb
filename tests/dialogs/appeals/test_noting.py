"""What outside bodies have of a ticket: noted, answered, ended; and no worse service for it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.appeals.caseload import cases, standing
from dialogs.appeals.cases import place_of, subject
from dialogs.model import Json
from dialogs.tickets.applied import Applied
from dialogs.tickets.clocks import fire
from dialogs.tickets.lifecycle import allowed, fact_of, target
from dialogs.tickets.ticket import Actor, Clock, Role, State, Ticket
from tests.dialogs.tickets.office import (
    ANN,
    CHARGE,
    LI,
    MONDAY,
    OFFER,
    QIAN,
    WANG,
    ZHAO,
    at,
    filed,
    house,
    make,
    refuse,
    texts,
)

FENG = Actor(Role.HANDLER, 6, "冯岚", "ESC")
SENT_ON: Mapping[str, Json] = {
    "body": "北京市通信管理局",
    "reference": "京通管 2026-118",
    "until": "2026-11-30",
    "words": "请于期限内书面答复",
}
APPEALED: Mapping[str, Json] = {"reference": "京通管2026-118"}
DAY = timedelta(days=1)


def claimed() -> Ticket:
    return make(filed().ticket, "claim", WANG).ticket


def referred() -> Ticket:
    return make(claimed(), "refer", LI, fields=SENT_ON).ticket


def appealed() -> Ticket:
    return make(claimed(), "appeal", ANN, fields=APPEALED).ticket


def clocks(ticket: Ticket, rule: str = "REFERRED") -> list[Clock]:
    return [one for one in ticket.clocks if one.rule == rule]


def said(made: Applied, language: str = "zh-CN") -> str:
    (notice,) = made.notices
    return texts().words(language, notice.words, MONDAY)


def test_an_appeal_is_a_case_of_its_own_and_its_subscriber_hears_what_comes_next() -> None:
    made = make(claimed(), "appeal", ANN, fields={**APPEALED, "received": "2026-11-14"})
    (case,) = made.ticket.cases
    assert (case.kind, case.reference, case.received) == (
        "appeal",
        "京通管2026-118",
        at("2026-11-14 12:00"),
    )
    assert (case.by, case.open, case.due) == (0, True, None)
    words = said(made)
    for part in ("北京市通信管理局", "京通管2026-118", "1 到 2 天", "陌生号码", "不用重复提交"):
        assert part in words
    assert "There is no need to send it twice." in said(made, "en")


def test_a_number_told_again_is_corrected_and_no_second_case() -> None:
    again = make(appealed(), "appeal", ANN, fields={"reference": "京通管2026-119"}).ticket
    assert [one.reference for one in again.cases] == ["京通管2026-119"]
    assert again.appeal == "京通管2026-119"
    elsewhere = {"reference": "MIIT-7", "body": "工业和信息化部"}
    other = make(again, "appeal", LI, fields=elsewhere).ticket
    assert [one.reference for one in other.cases] == ["京通管2026-119", "MIIT-7"]


def test_what_the_body_then_sends_us_is_the_same_case_however_it_writes_the_number() -> None:
    made = make(appealed(), "refer", ZHAO, fields=SENT_ON)
    (case,) = made.ticket.cases
    assert (case.kind, case.body, case.due) == (
        "appeal",
        "北京市通信管理局",
        at("2026-11-30 23:59:59"),
    )
    assert case.asked == "请于期限内书面答复"
    assert made.entries[0].detail["case"] == 1
    assert made.ticket.department == "ESC"


def test_two_bodies_have_two_dates_and_each_is_watched_by_itself() -> None:
    other = {"body": "12345", "reference": "H-7", "until": "2026-11-20"}
    ticket = make(referred(), "refer", LI, fields=other).ticket
    assert [(one.subject, one.due) for one in clocks(ticket)] == [
        ("#1", at("2026-11-30 23:59:59")),
        ("#2", at("2026-11-20 23:59:59")),
    ]
    sent: dict[str, Json] = {"way": "platform"}
    assert refuse(ticket, "answer_body", ZHAO, fields=sent) == "not-allowed-which-case"
    answered = make(ticket, "answer_body", ZHAO, fields={**sent, "case": "2"}).ticket
    assert [(one.result, bool(one.stopped)) for one in clocks(answered)] == [
        ("", False),
        ("met", True),
    ]


def test_only_our_answer_to_the_body_keeps_its_date() -> None:
    offered = make(referred(), "propose", WANG, fields=OFFER).ticket
    (watched,) = clocks(offered)
    assert (watched.stopped, watched.paused) == (None, None)
    closed = replace(offered, state=State.CLOSED, closed_at=MONDAY)
    told = make(closed, "reply", ZHAO, fields={"words": "好的"}).ticket
    assert clocks(told)[0].stopped is None  # a ticket that has ended is answered for all the same
    late = fire(told, at("2026-12-01 10:00"), house()).ticket
    assert clocks(late)[0].result == "breached"
    sent = make(late, "answer_body", FENG, at("2026-12-02 10:00"), {"way": "letter"})
    assert clocks(sent.ticket)[0].stopped == at("2026-12-02 10:00")
    assert sent.notices[0].code == "M25S"


@pytest.mark.parametrize("wrong", [{}, {"way": "pigeon"}])
def test_how_the_answer_went_is_noted(wrong: Mapping[str, Json]) -> None:
    assert refuse(referred(), "answer_body", ZHAO, fields=wrong) == "not-allowed-no-way"
    sent = make(referred(), "answer_body", ZHAO, MONDAY, {"way": "mail", "on": "2026-11-14"})
    (case,) = sent.ticket.cases
    assert (case.way, case.answered, case.answered_name) == ("mail", at("2026-11-14 12:00"), "赵云")
    assert "11月14日" in said(sent)


def test_a_new_date_of_the_same_body_asks_for_a_new_answer() -> None:
    answered = make(referred(), "answer_body", ZHAO, fields={"way": "mail"}).ticket
    again = make(answered, "refer", LI, fields={**SENT_ON, "until": "2026-12-09"}).ticket
    assert again.cases[0].answered is None
    running = [one.due for one in clocks(again) if one.stopped is None]
    assert running == [at("2026-12-09 23:59:59")]


ENDS: Mapping[str, tuple[str, Mapping[str, Json], str]] = {
    "turned_down": ("refused", {"words": "已超过五个月"}, "M25N"),
    "taken_back": ("withdrawn", {"words": "用户来电说明"}, "M25W"),
    "end_deadlock": ("decided", {"words": "裁定退费"}, "M29"),
    "mediated": ("mediated", OFFER, "M14"),
}


@pytest.mark.parametrize("move", ENDS)
def test_each_way_in_which_a_case_ends(move: str) -> None:
    outcome, fields, code = ENDS[move]
    made = make(referred(), move, ZHAO, fields=fields)
    (case,) = made.ticket.cases
    assert (case.outcome, case.ended, case.ended_name) == (outcome, MONDAY, "赵云")
    assert case.kept_until == MONDAY + house().catalogue.outside.hold
    assert made.ticket.appeal == ""
    assert code in {one.code for one in made.notices}
    assert all(one.stopped is not None for one in clocks(made.ticket))
    assert (
        refuse(made.ticket, "turned_down", ZHAO, fields={"words": "x"}) == "not-allowed-no-appeal"
    )
    for notice in made.notices:
        for language in texts().languages:
            assert texts().words(language, notice.words, MONDAY)


def test_one_body_that_decides_leaves_what_another_has() -> None:
    two = make(referred(), "appeal", ANN, fields={"reference": "MIIT-7", "body": "工信部"}).ticket
    over = make(two, "turned_down", ZHAO, fields={"words": "不在受理范围", "case": 1}).ticket
    assert over.appeal == "MIIT-7"
    assert [place for place, _ in standing(over)] == [2]


@pytest.mark.parametrize("state", [State.SURVEY, State.CLOSED, State.ARCHIVED, State.WITHDRAWN])
def test_what_is_settled_before_the_body_is_carried_out_though_the_ticket_had_ended(
    state: State,
) -> None:
    ended = replace(referred(), state=state, closed_at=MONDAY, result="not_agreed")
    made = make(ended, "mediated", QIAN, fields=OFFER)
    assert (made.ticket.state, made.ticket.closed_at) == (State.EXECUTING, None)
    assert made.ticket.result == ""


def test_the_body_takes_it_up_once() -> None:
    taken = make(appealed(), "taken_up", ZHAO).ticket
    assert taken.cases[0].taken == MONDAY
    assert refuse(taken, "taken_up", ZHAO) == "not-allowed-taken-up"


def test_the_desk_for_outside_bodies_notes_what_they_send_and_other_handlers_do_not() -> None:
    assert make(claimed(), "refer", FENG, fields=SENT_ON).ticket.referral
    assert refuse(claimed(), "refer", WANG, fields=SENT_ON) == "not-allowed-role"
    assert make(referred(), "taken_up", FENG).ticket.cases[0].taken
    for move in ("answer_body", "taken_up", "turned_down", "taken_back", "mediated"):
        assert refuse(referred(), move, WANG, fields={"way": "mail"}) == "not-allowed-role"
        assert refuse(claimed(), move, FENG) == "not-allowed-no-appeal"


def test_a_ticket_noted_before_cases_were_kept_has_the_one_that_its_flag_speaks_of() -> None:
    old = replace(claimed(), appeal="京2026-7", referral="12345", referral_due=MONDAY + DAY)
    (case,) = cases(old)
    assert (case.kind, case.body, case.reference, case.due) == (
        *("referral", "12345", "京2026-7"),
        MONDAY + DAY,
    )
    over = make(old, "turned_down", ZHAO, fields={"words": "不受理"}).ticket
    assert [one.outcome for one in over.cases] == ["refused"]
    assert cases(claimed()) == ()


def test_what_a_clock_is_about() -> None:
    assert [place_of(one) for one in (subject(3), "", "3", "#", "#x")] == [3, 0, 0, 0, 0]


# What happens before the appeal, so that the ticket stands in each state.
ROADS: Mapping[State, tuple[tuple[str, Actor, Mapping[str, Json]], ...]] = {
    State.DISPATCHED: (),
    State.INVESTIGATING: (("claim", WANG, {}),),
    State.AWAITING_USER: (("claim", WANG, {}), ("ask", WANG, {"words": "截图"})),
    State.ON_HOLD: (
        ("claim", WANG, {}),
        ("hold", ZHAO, {"reason": "检修", "until": "2026-11-18"}),
    ),
    State.PROPOSED: (("claim", WANG, {}), ("propose", WANG, OFFER)),
    State.NEGOTIATING: (
        ("claim", WANG, {}),
        ("propose", WANG, OFFER),
        ("reject", ANN, {"reason": "amount"}),
    ),
    State.EXECUTING: (("claim", WANG, {}), ("propose", WANG, OFFER), ("accept", ANN, {})),
    State.WITHDRAWN: (("withdraw", ANN, {}),),
}


def along(state: State) -> Ticket:
    ticket = filed(CHARGE).ticket
    for name, actor, fields in ROADS[state]:
        ticket = make(ticket, name, actor, fields=fields).ticket
    assert ticket.state is state
    return ticket


@pytest.mark.parametrize("state", ROADS)
@pytest.mark.parametrize("move", ["appeal", "refer"])
def test_no_worse_service_after_an_appeal(state: State, move: str) -> None:
    """The same rights, the same limits or shorter ones; but the limit to appeal is kept by it."""
    before = along(state)
    fields = APPEALED if move == "appeal" else SENT_ON
    after = make(before, move, ANN if move == "appeal" else LI, fields=fields).ticket
    rights = [allowed(one, ANN, house().catalogue, MONDAY) for one in (before, after)]
    assert set(rights[0]) - {"escalate"} <= set(rights[1])  # there is no level above the highest
    for name in rights[0]:
        fact = fact_of(after, ANN, house().catalogue, MONDAY)
        assert name == "escalate" or target(fact, name) == target(
            fact_of(before, ANN, house().catalogue, MONDAY), name
        )
    assert after.next_step_at == before.next_step_at
    for old in before.clocks:
        same = [one for one in after.clocks if (one.rule, one.subject) == (old.rule, old.subject)]
        assert any(_no_worse(old, one, after) for one in same), old.rule
    limits = {one.rule for one in before.clocks} <= {one.rule for one in after.clocks}
    assert limits


def _no_worse(old: Clock, new: Clock, after: Ticket) -> bool:
    """Due no later; one that stops gives way to a shorter one, or is the right that was used."""
    if new.stopped is None or old.stopped is not None:
        return new.due <= old.due and (new.paused is None or old.paused is not None)
    running = [one.due for one in after.clocks if one.stopped is None and one.rule != "PROGRESS"]
    shorter = bool(running) and min(running) <= old.due
    return old.rule == "A2" or shorter
