"""What the moves do: the wrong charge with two rounds from end to end, and each rule on its way."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from importlib.resources import files

import pytest

from dialogs.model import Arg, Attached, Json, Label, Money, Move
from dialogs.tickets.applied import Applied, NotAllowed
from dialogs.tickets.moves import apply
from dialogs.tickets.ticket import Actor, State, Ticket
from tests.dialogs.tickets.office import (
    ANN,
    BOT,
    CHARGE,
    CLOCK,
    LI,
    MONDAY,
    NETWORK,
    OFFER,
    QIAN,
    ROOT,
    WANG,
    ZHAO,
    at,
    filed,
    house,
    make,
    refuse,
    texts,
)

DAY = timedelta(days=1)


def codes(made: Applied) -> list[str]:
    return [notice.code for notice in made.notices]


def walked(made: Applied) -> list[tuple[str, str, str]]:
    return [(entry.move, entry.before.value, entry.after.value) for entry in made.entries]


def claimed(filing: object = CHARGE) -> Ticket:
    return make(filed(CHARGE if filing is CHARGE else NETWORK).ticket, "claim", WANG).ticket


def proposed() -> Ticket:
    return make(claimed(), "propose", WANG, fields=OFFER).ticket


def executing() -> Ticket:
    return make(proposed(), "accept", ANN).ticket


def checking() -> Ticket:
    first = make(executing(), "item_done", WANG, fields={"item": 1, "proof": "退费单 118"}).ticket
    return make(first, "item_done", WANG, fields={"item": "2", "proof": "致歉信"}).ticket


def surveyed() -> Ticket:
    return make(checking(), "fixed", ANN).ticket


def scored(mark: int = 9) -> Ticket:
    return make(surveyed(), "score", ANN, fields={"score": mark}).ticket


# The third letter, with two rounds.


def test_filing_registers_dispatches_and_tells_both_dates_in_one_message() -> None:
    made = filed()
    assert walked(made) == [
        ("submit", "registered", "registered"),
        ("dispatch", "registered", "dispatched"),
    ]
    assert codes(made) == ["M01"]
    assert made.ticket.department == "BIL"
    assert made.ticket.revision == 2
    words = texts().words("zh-CN", made.notices[0].words, MONDAY)
    assert "TS26110004277" in words
    assert "11月18日" in words  # 48 hours
    assert "10:00" in words
    assert "12月1日" in words  # the 15th day


def test_the_wrong_charge_is_settled_in_the_second_round_and_scored() -> None:
    ticket, now = claimed(), MONDAY + DAY
    card: dict[str, Json] = {
        "code": "compensation",
        "words": "90元充值卡",
        "minor": 9000,
        "due": "2026-11-25",
    }
    made = make(ticket, "propose", WANG, now, {**OFFER, "items": [card]})
    assert codes(made) == ["M09"]  # M28 is not said besides
    assert [choice.action for choice in made.notices[0].choices] == [
        "t:7:accept",
        "t:7:reject",
        "t:7:think",
        "t:7:question_proposal",
    ]

    made = make(made.ticket, "reject", ANN, now, {"reason": "amount", "wish": "双倍返还188元"})
    assert (made.ticket.state, made.ticket.rounds) == (State.NEGOTIATING, 1)
    assert codes(made) == ["M11"]
    told = texts().words("zh-CN", made.notices[0].words, now)
    assert "金额不合适" in told
    assert "双倍返还188元" in told
    assert "11月19日" in told  # two working days on

    refund: dict[str, Json] = {"code": "double_refund", "minor": 18800, "due": "2026-11-27"}
    refund |= {"promise": "double_refund"}
    letter: dict[str, Json] = {"code": "written_apology", "due": "2026-11-27"}
    made = make(made.ticket, "propose", WANG, now + DAY, {**OFFER, "items": [refund, letter]})
    assert made.ticket.proposal is not None
    assert made.ticket.proposal.round == 2

    made = make(made.ticket, "accept", ANN, now + DAY, {"round": 2})
    assert walked(made) == [
        ("accept", "proposed", "agreed"),
        ("confirm_writing", "agreed", "executing"),
    ]
    assert codes(made) == ["M14"]
    assert made.notices[0].file == Attached("confirmation:2", 7, "TS26110004277.pdf")
    assert "188 元" in texts().words("zh-CN", made.notices[0].words, now)

    made = make(made.ticket, "item_done", WANG, now + 2 * DAY, {"item": 1, "proof": "退费单 118"})
    assert (made.ticket.state, codes(made)) == (State.EXECUTING, [])
    made = make(made.ticket, "item_done", WANG, now + 3 * DAY, {"item": 2, "proof": "信已寄出"})
    assert walked(made) == [
        ("item_done", "executing", "executing"),
        ("done", "executing", "awaiting_confirm"),
    ]
    assert codes(made) == ["M15"]
    assert "退费单 118" in texts().words("zh-CN", made.notices[0].words, now)

    made = make(made.ticket, "fixed", ANN, now + 4 * DAY)
    assert (made.ticket.state, made.ticket.result) == (State.SURVEY, "solved")
    made = make(made.ticket, "score", ANN, now + 5 * DAY, {"score": 9})
    assert (made.ticket.state, made.tasks) == (State.CLOSED, ())
    assert made.ticket.closed_at == now + 5 * DAY
    assert made.ticket.revision == 13


def test_the_stage_of_a_button_changes_with_state_or_proposal_and_not_with_a_note() -> None:
    ticket = proposed()
    noted = make(ticket, "note", WANG, fields={"words": "已复核"}).ticket
    assert (ticket.stage, noted.stage) == (ticket.revision, ticket.stage)
    assert make(noted, "accept", ANN).ticket.stage == noted.revision + 2


# Taking it on.


def test_who_claims_first_stays_the_contact_and_owns_it() -> None:
    made = make(filed().ticket, "claim", LI)
    assert (made.ticket.owner, made.ticket.owner_name) == (LI.staff, "李敏")
    assert made.ticket.first_agent_name == "李敏"
    assert made.ticket.state is State.INVESTIGATING
    assert codes(made) == ["M05"]
    assert made.notices[0].card == filed().notices[0].card == "ticket:7"


def test_a_wrong_routing_goes_back_once_and_then_a_supervisor_decides() -> None:
    assert refuse(filed().ticket, "return_routing", WANG) == "not-allowed-no-reason"
    back = make(filed().ticket, "return_routing", WANG, fields={"reason": "不是账务问题"})
    assert (back.ticket.state, back.ticket.returns) == (State.REGISTERED, 1)
    assert back.tasks[0].kind == "dispatch"
    again = make(back.ticket, "dispatch", ZHAO, fields={"department": "VAS"})
    assert codes(again) == ["M04"]
    assert refuse(again.ticket, "return_routing", WANG) == "not-allowed-returns"
    assert refuse(back.ticket, "dispatch", ZHAO, fields={"department": "X"}) == (
        "not-allowed-department"
    )


def test_inadmissible_takes_two_people_and_leads_back_with_the_same_number() -> None:
    ticket = filed().ticket
    assert refuse(ticket, "inadmissible", LI, fields={"reason": "?"}) == "not-allowed-no-reason"
    asked = make(ticket, "inadmissible", LI, fields={"reason": "vague"})
    assert (asked.ticket.state, codes(asked)) == (State.DISPATCHED, [])
    assert asked.tasks[0].kind == "approve"
    assert refuse(asked.ticket, "inadmissible", LI) == "not-allowed-asked-already"
    assert refuse(asked.ticket, "inadmissible", replace(ZHAO, staff=1)) == (
        "not-allowed-same-person"
    )
    kept = make(asked.ticket, "admissible", ZHAO).ticket
    assert kept.inadmissible == ""
    made = make(asked.ticket, "inadmissible", ZHAO)
    assert (made.ticket.state, codes(made)) == (State.INVALID, ["M03"])
    assert "补充时间、地点和经过" in texts().words("zh-CN", made.notices[0].words, MONDAY)
    again = make(made.ticket, "refile", ANN, MONDAY + DAY, {"words": "11月3日,海淀区"})
    assert (again.ticket.state, codes(again)) == (State.DISPATCHED, ["M01"])
    assert again.ticket.number == ticket.number


def test_solved_on_the_spot_waits_for_the_subscribers_word() -> None:
    back = make(filed().ticket, "return_routing", WANG, fields={"reason": "误派"}).ticket
    assert refuse(back, "solve", LI) == "not-allowed-no-words"
    made = make(back, "solve", LI, fields={"words": "已恢复上网功能"})
    assert (made.ticket.state, codes(made)) == (State.AWAITING_CONFIRM, ["M02"])


# Finding out.


def test_a_question_waits_and_returns_to_where_it_was_asked() -> None:
    now = MONDAY
    ticket = claimed()
    for _ in range(3):
        asked = make(ticket, "ask", WANG, now, {"words": "停机短信的截图"})
        assert codes(asked) == ["M06"]
        answered = make(asked.ticket, "answer", ANN, now, {"words": "发您了"})
        ticket = answered.ticket
        assert ticket.state is State.INVESTIGATING
        assert ticket.questions[-1].answer == "发您了"
    assert refuse(ticket, "ask", WANG, now, {"words": "还有"}) == "not-allowed-asks"
    asked = make(executing(), "ask", WANG, fields={"words": "退到哪张卡?"})
    assert make(asked.ticket, "silence", CLOCK).ticket.state is State.EXECUTING
    assert refuse(asked.ticket, "answer", ANN) == "not-allowed-no-words"
    assert make(asked.ticket, "answer", ANN, fields={"file": True}).ticket.back is None


def test_a_hold_has_a_reason_and_at_most_three_days() -> None:
    ticket = claimed()
    hold: dict[str, Json] = {"reason": "等待机房断电检修", "until": "2026-11-19"}
    assert refuse(ticket, "hold", WANG, fields=hold) == "not-allowed-role"
    assert refuse(ticket, "hold", ZHAO, fields={"until": "2026-11-19"}) == "not-allowed-no-reason"
    far = {**hold, "until": "2026-11-21"}
    assert refuse(ticket, "hold", ZHAO, fields=far) == "not-allowed-hold-too-long"
    past = {**hold, "until": "2026-11-15"}
    assert refuse(ticket, "hold", ZHAO, fields=past) == "not-allowed-no-date"
    made = make(ticket, "hold", ZHAO, fields=hold)
    assert codes(made) == ["M08"]
    assert made.ticket.next_step_at == at("2026-11-19 23:59") + timedelta(seconds=59)
    assert make(made.ticket, "resume", ZHAO).ticket.state is State.INVESTIGATING


def test_a_finding_alone_is_told_with_the_date_of_the_proposal() -> None:
    fields = {"liability": "operator", "finding": "误扣"}
    assert refuse(claimed(), "set_liability", WANG, fields={"finding": "误扣"}) == (
        "not-allowed-liability"
    )
    made = make(claimed(), "set_liability", WANG, fields=fields)
    assert codes(made) == ["M28"]
    assert "11月18日" in texts().words("zh-CN", made.notices[0].words, MONDAY)


# Offering.


def double(minor: int) -> dict[str, Json]:
    """An offer that keeps the published promise of a double refund."""
    item: dict[str, Json] = {"code": "double_refund", "minor": minor, "due": "2026-11-25"}
    return {**OFFER, "items": [{**item, "promise": "double_refund"}]}


DOUBLE = double(18800)


def offer(minor: int, **more: Json) -> dict[str, Json]:
    return {**OFFER, "items": [{"code": "refund", "minor": minor, "due": "2026-11-25"}], **more}


def test_a_proposal_needs_liability_facts_a_second_look_and_dated_items() -> None:
    ticket = claimed()
    without = [
        ({"liability": ""}, "not-allowed-liability"),
        ({"finding": " "}, "not-allowed-no-words"),
        ({"reviewed": False}, "not-allowed-not-reviewed"),
        ({"items": []}, "not-allowed-no-items"),
        ({"items": [{"code": "gold", "due": "2026-11-25"}]}, "not-allowed-no-items"),
        ({"items": [{"code": "refund", "minor": 5000}]}, "not-allowed-no-date"),
        ({"items": [{"code": "refund", "minor": -5, "due": "2026-11-25"}]}, "not-allowed-no-items"),
    ]
    for change, key in without:
        fields: Mapping[str, Json] = {**OFFER, **change}  # type: ignore[dict-item]
        assert refuse(ticket, "propose", WANG, fields=fields) == key


@pytest.mark.parametrize(
    ("actor", "minor", "fits"),
    [
        (LI, 5000, True),
        (LI, 5001, False),
        (WANG, 20000, True),
        (WANG, 20001, False),
        (ZHAO, 100000, True),
        (QIAN, 1000000, True),
        (ROOT, 1, False),  # an admin has no money right
    ],
)
def test_money_over_the_right_of_a_role_is_not_offered(
    actor: Actor, minor: int, fits: bool
) -> None:
    ticket = replace(claimed(), filing=replace(CHARGE, amount=None))
    if fits:
        assert make(ticket, "propose", actor, fields=offer(minor)).ticket.proposals
    else:
        assert refuse(ticket, "propose", actor, fields=offer(minor)) == "not-allowed-over-limit"


def test_the_offer_and_never_the_wish_is_held_against_the_disputed_amount() -> None:
    plain = replace(claimed(), filing=replace(CHARGE, promise_cited=""))
    assert refuse(plain, "propose", WANG, fields=offer(18800)) == "not-allowed-over-disputed"
    assert make(plain, "propose", WANG, fields=offer(9400)).ticket.proposals
    # That a promise was cited by the subscriber alone does not raise it: the offer has to keep it.
    assert refuse(claimed(), "propose", WANG, fields=offer(18800)) == "not-allowed-over-disputed"
    assert make(plain, "propose", WANG, fields=DOUBLE).ticket.proposals
    assert refuse(plain, "propose", WANG, fields=double(18801)) == "not-allowed-over-disputed"


def test_a_proposal_taken_back_cannot_be_accepted_and_one_accepted_cannot_be_taken_back() -> None:
    ticket = proposed()
    assert refuse(ticket, "withdraw_proposal", WANG) == "not-allowed-no-reason"
    taken = make(ticket, "withdraw_proposal", WANG, fields={"reason": "金额有误"})
    assert (taken.ticket.state, codes(taken)) == (State.INVESTIGATING, ["M31"])
    assert refuse(taken.ticket, "accept", ANN) == "not-allowed-state"
    agreed = make(ticket, "accept", ANN).ticket
    assert refuse(agreed, "withdraw_proposal", WANG, fields={"reason": "x"}) == "not-allowed-state"


def test_what_was_confirmed_must_be_the_latest_proposal() -> None:
    assert refuse(proposed(), "accept", ANN, fields={"round": 0}) == "not-allowed-old-proposal"
    assert make(proposed(), "accept", ANN, fields={"round": 1}).ticket.state is State.EXECUTING


def test_a_refusal_needs_a_reason_and_the_last_word_two_rounds() -> None:
    assert refuse(proposed(), "reject", ANN) == "not-allowed-no-reason"
    ticket = make(proposed(), "reject", ANN, fields={"reason": "amount"}).ticket
    last: dict[str, Json] = {"words": "按误扣金额退还"}
    assert refuse(ticket, "final", ZHAO, fields=last) == "not-allowed-rounds"
    ticket = make(ticket, "propose", WANG, fields=OFFER).ticket
    ticket = make(ticket, "reject", ANN, fields={"reason": "own_words", "wish": "188"}).ticket
    assert refuse(ticket, "final", ZHAO, fields=last) == "not-allowed-no-meeting"
    made = make(ticket, "final", ZHAO, fields={**last, "meeting": True})
    assert (made.ticket.state, codes(made)) == (State.DEADLOCK, ["M13"])
    assert "北京市通信管理局" in texts().words("zh-CN", made.notices[0].words, MONDAY)
    assert make(made.ticket, "accept_after_all", ANN).ticket.state is State.EXECUTING
    fact = make(made.ticket, "new_fact", ANN, fields={"words": "我有录音"})
    assert (fact.ticket.state, codes(fact)) == (State.NEGOTIATING, ["M11"])
    closed = make(made.ticket, "end_deadlock", CLOCK)
    assert (closed.ticket.state, closed.ticket.result) == (State.SURVEY, "not_agreed")


def test_the_subscriber_may_think_again_until_an_item_is_carried_out() -> None:
    ticket = executing()
    made = make(ticket, "think_again", ANN, fields={"reason": "date"})
    assert (made.ticket.state, made.ticket.rounds, codes(made)) == (State.NEGOTIATING, 1, ["M33"])
    begun = make(ticket, "item_done", WANG, fields={"item": 1, "proof": "单号"}).ticket
    assert refuse(begun, "think_again", ANN) == "not-allowed-item-done"


def test_silence_closes_a_proposal_only_after_a_recorded_call() -> None:
    ticket = proposed()
    assert refuse(ticket, "no_answer", CLOCK) == "not-allowed-no-call"
    called = make(ticket, "note", WANG, fields={"call": True}).ticket
    made = make(called, "no_answer", CLOCK, MONDAY + 30 * DAY)
    assert (made.ticket.state, made.ticket.result, codes(made)) == (
        State.CLOSED,
        "no_answer",
        ["M32"],
    )
    assert refuse(made.ticket, "score", ANN, MONDAY + 30 * DAY, {"score": 9}) == (
        "not-allowed-score-late"
    )
    reopened = make(made.ticket, "reopen", ANN, MONDAY + 31 * DAY, {"reason": "刚看到"})
    assert reopened.ticket.state is State.INVESTIGATING


# Carrying out.


def test_an_item_is_done_with_proof_and_once() -> None:
    ticket = executing()
    done: dict[str, Json] = {"item": 1, "proof": "单号"}
    assert refuse(ticket, "item_done", WANG, fields={"item": 1}) == "not-allowed-no-proof"
    assert refuse(ticket, "item_done", WANG, fields={**done, "item": 3}) == (
        "not-allowed-not-agreed"
    )
    ticket = make(ticket, "item_done", WANG, fields=done).ticket
    assert refuse(ticket, "item_done", WANG, fields=done) == "not-allowed-item-done-before"
    assert refuse(ticket, "late", WANG, fields={"item": 1}) == ("not-allowed-item-done-before")


def test_a_delay_names_the_item_a_new_date_and_the_reason() -> None:
    ticket = executing()
    assert refuse(ticket, "late", WANG, fields={"item": 1}) == "not-allowed-no-date"
    late: dict[str, Json] = {"item": 1, "due": "2026-12-02"}
    assert refuse(ticket, "late", WANG, fields=late) == "not-allowed-no-reason"
    made = make(ticket, "late", WANG, fields={**late, "reason": "银行退回"})
    words = texts().words("zh-CN", made.notices[0].words, MONDAY)
    assert all(part in words for part in ("纠正账单并退费", "12月2日", "银行退回"))
    assert make(ticket, "late", CLOCK, fields={"item": "2"}).ticket.next_step_at is not None


def test_not_fixed_goes_to_the_item_that_is_meant_or_back_to_checking() -> None:
    made = make(checking(), "not_fixed", ANN)
    assert (made.ticket.state, codes(made)) == (State.INVESTIGATING, ["M18"])
    again = make(checking(), "not_fixed", ANN, fields={"item": 1}).ticket
    assert again.state is State.EXECUTING
    mended = make(again, "item_done", WANG, fields={"item": 1, "proof": "重新退费"}).ticket
    assert mended.state is State.AWAITING_CONFIRM


def test_a_fault_or_a_wish_met_as_asked_ends_without_a_proposal() -> None:
    proof: dict[str, Json] = {"proof": "已按要求退 94 元", "minor": 9400}
    assert refuse(claimed(), "done_without_proposal", WANG, fields=proof) == (
        "not-allowed-not-as-asked"
    )
    met = {**proof, "wish_met": True}
    assert refuse(claimed(), "done_without_proposal", LI, fields=met) == "not-allowed-over-limit"
    assert codes(make(claimed(), "done_without_proposal", WANG, fields=met)) == ["M15"]
    repaired = make(claimed(NETWORK), "done_without_proposal", WANG, fields={"proof": "已换天线"})
    assert repaired.ticket.state is State.AWAITING_CONFIRM


# The end.


def test_a_low_score_calls_a_supervisor_within_one_working_day_and_once() -> None:
    friday = at("2026-11-20 17:00")
    made = make(surveyed(), "score", ANN, friday, {"score": 3})
    assert [(task.kind, task.due) for task in made.tasks] == [("low_score", at("2026-11-23 17:00"))]
    more = make(made.ticket, "score", ANN, friday, {"score": 3, "reasons": ["speed"]})
    assert (more.tasks, more.ticket.state) == ((), State.CLOSED)
    assert [score.reasons for score in more.ticket.scores] == [(), ("speed",)]


def test_a_score_is_a_number_from_1_to_10_and_may_be_corrected_for_a_week() -> None:
    for wrong in (0, 11, "ten", None, True, 9.5):
        assert refuse(surveyed(), "score", ANN, fields={"score": wrong}) == "not-allowed-score"
    ticket = make(scored(9), "score", ANN, MONDAY + 7 * DAY, {"score": "6"}).ticket
    assert [score.score for score in ticket.scores] == [9, 6]
    assert refuse(ticket, "score", ANN, MONDAY + 8 * DAY, {"score": 1}) == "not-allowed-score-late"


def test_a_solved_no_is_low_whatever_the_number_says() -> None:
    made = make(surveyed(), "score", ANN, fields={"score": 10, "solved": "no"})
    assert [task.kind for task in made.tasks] == ["low_score"]


def test_a_reopening_is_a_level_higher_for_another_and_within_thirty_days() -> None:
    ticket = scored(3)
    assert refuse(ticket, "reopen", ANN) == "not-allowed-no-reason"
    late = MONDAY + 31 * DAY
    assert refuse(ticket, "reopen", ANN, late, {"reason": "又扣了"}) == "not-allowed-reopen-late"
    made = make(ticket, "reopen", ANN, MONDAY + 30 * DAY, {"reason": "又扣了"})
    assert (made.ticket.level, made.ticket.owner, made.ticket.liability) == (3, 0, "")
    assert (made.ticket.state, codes(made)) == (State.INVESTIGATING, ["M21"])
    taken = make(made.ticket, "claim", LI, MONDAY + 30 * DAY).ticket
    assert (taken.state, taken.owner) == (State.INVESTIGATING, LI.staff)


def test_reminding_says_how_it_stands_and_is_heard_every_four_hours() -> None:
    made = make(claimed(), "remind", ANN)
    assert codes(made) == ["M22"]
    assert {task.role.value for task in made.tasks} == {"handler", "supervisor"}
    words = texts().words("zh-CN", made.notices[0].words, MONDAY)
    assert "调查核实" in words
    assert "王强" in words
    soon = MONDAY + timedelta(hours=3)
    assert refuse(made.ticket, "remind", ANN, soon) == "not-allowed-too-early"
    assert make(made.ticket, "remind", ANN, MONDAY + timedelta(hours=4)).ticket.reminded == 2


def test_an_appeal_is_a_flag_under_which_all_goes_on_until_it_is_decided() -> None:
    assert refuse(claimed(), "appeal", ANN) == "not-allowed-no-reference"
    made = make(claimed(), "appeal", ANN, fields={"reference": "京通管 2026-118"})
    assert (made.ticket.state, made.ticket.level, codes(made)) == (
        State.INVESTIGATING,
        3,
        ["M25"],
    )
    assert make(made.ticket, "propose", WANG, fields=OFFER).ticket.state is State.PROPOSED
    decided = make(made.ticket, "end_deadlock", LI, fields={"words": "裁定退费"})
    assert (decided.ticket.state, decided.ticket.result, decided.ticket.appeal) == (
        State.SURVEY,
        "decided_outside",
        "",
    )
    settled = make(made.ticket, "mediated", ZHAO, fields=OFFER)
    assert walked(settled)[-1] == ("confirm_writing", "agreed", "executing")
    assert codes(settled) == ["M14"]


def test_withdrawing_ends_it_and_lets_an_open_proposal_lapse() -> None:
    made = make(proposed(), "withdraw", ANN)
    assert (made.ticket.state, codes(made)) == (State.WITHDRAWN, ["M23"])
    assert made.ticket.proposal is not None
    assert made.ticket.proposal.outcome == "lapsed"
    assert made.ticket.closed_at == MONDAY


def test_staff_write_to_the_subscriber_and_to_themselves() -> None:
    made = make(claimed(), "reply", LI, fields={"words": "今天下午给您回电"})
    assert "李敏：今天下午给您回电" in texts().words("zh-CN", made.notices[0].words, MONDAY)
    assert codes(make(claimed(), "note", LI, fields={"words": "内部"})) == []
    assert refuse(claimed(), "note", LI) == "not-allowed-no-words"
    assert refuse(claimed(), "reply", LI, fields={"words": "\n"}) == "not-allowed-no-words"


def test_a_supervisor_who_escalates_becomes_the_owner() -> None:
    made = make(claimed(), "escalate", ZHAO)
    assert (made.ticket.owner_name, made.ticket.level) == ("赵云", 3)
    asked = make(claimed(), "escalate", ANN)
    assert [task.kind for task in asked.tasks] == ["escalated"]


def test_a_refusal_says_whether_it_is_the_state_or_the_role() -> None:
    assert refuse(proposed(), "accept", WANG) == "not-allowed-role"
    assert refuse(claimed(), "accept", ANN) == "not-allowed-state"
    assert refuse(claimed(), "no_such_move", ANN) == "not-allowed-state"
    assert refuse(claimed(), "submit", ANN) == "not-allowed-state"
    assert refuse(claimed(), "done", BOT) == "not-allowed-state"


def test_every_reason_why_not_has_its_words_with_all_its_arguments() -> None:
    source = "".join(
        path.read_text("utf-8")
        for path in files("dialogs.tickets").iterdir()
        if path.name.endswith(".py")
    )
    named = set(re.findall(r'"(not-allowed-[a-z-]+)"', source))
    money: dict[str, Arg] = {"limit": Money(1), "offered": Money(2), "disputed": Money(3)}
    others: dict[str, Arg] = {"owner": "李", "at": "x", "most": 3, "least": 2, "days": 3}
    others |= {"remedy": "x", "role": "x", "name": "x", "date": "x", "promise": "x", "items": "x"}
    others |= {"start": "x", "end": "x", "day": "x", "move": "x", "level": 3}
    for language in texts().languages:
        said = {key for key in texts().keys(language) if key.startswith("not-allowed-")}
        assert named <= said
        for key in named:
            words = NotAllowed(key, {**money, **others}).words
            assert texts().words(language, words, MONDAY)


def test_a_category_that_left_the_catalogue_stays_readable() -> None:
    ticket = replace(claimed(), filing=replace(CHARGE, category="GONE"), department="GONE")
    made = apply(ticket, Move(7, "remind"), ANN, MONDAY, house())
    assert isinstance(made, Applied)
    assert "GONE" in texts().words("zh-CN", made.notices[0].words, MONDAY)


def test_labels_speak_the_readers_language() -> None:
    made = filed()
    assert isinstance(made.notices[0].args["department"], Label)
    assert "Billing" in texts().words("en", made.notices[0].words, MONDAY)
