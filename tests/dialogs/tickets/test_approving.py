"""Leave for an offer: what is drafted, who decides, what overtakes it, and who is told what."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.model import Json, Move, Phrase
from dialogs.tickets.applied import Applied, NotAllowed
from dialogs.tickets.approving import asked
from dialogs.tickets.clocks import fire
from dialogs.tickets.moves import apply
from dialogs.tickets.offering import at_risk
from dialogs.tickets.showing import marks
from dialogs.tickets.ticket import Actor, Role, State, Ticket, When
from tests.dialogs.tickets.office import (
    ANN,
    CHARGE,
    LI,
    MONDAY,
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

HU = Actor(Role.SUPERVISOR, 6, "胡宁", "BIL")
# 300 yuan for 94 in dispute.
MUCH: Mapping[str, Json] = {
    **OFFER,
    "items": [
        {"code": "double_refund", "minor": 18800, "due": "2026-11-25", "promise": "double_refund"},
        {"code": "goodwill", "minor": 11200, "due": "2026-11-27", "words": "致歉补偿"},
    ],
    "words": "第三次误扣",
}


def claimed() -> Ticket:
    return make(filed().ticket, "claim", WANG).ticket


def drafted(by: Actor = WANG) -> Ticket:
    return make(claimed(), "ask_approval", by, fields=MUCH).ticket


def codes(made: Applied) -> list[str]:
    return [one.code for one in made.notices]


# The draft.


def test_the_whole_offer_is_drafted_and_nothing_of_it_is_told() -> None:
    made = make(claimed(), "ask_approval", WANG, fields=MUCH)
    draft = asked(made.ticket)
    assert draft is not None
    assert (draft.minor, draft.role, draft.by, draft.by_name) == (30000, Role.SUPERVISOR, 2, "王强")
    assert (draft.liability, draft.finding, draft.words) == (
        "operator",
        OFFER["finding"],
        "第三次误扣",
    )
    assert [(one.code, one.minor, one.promise) for one in draft.items] == [
        ("double_refund", 18800, "double_refund"),
        ("goodwill", 11200, ""),
    ]
    assert (made.notices, made.ticket.proposals, made.ticket.liability) == ((), (), "")
    assert [(one.kind, one.role, one.words) for one in made.tasks] == [
        ("approve_offer", Role.SUPERVISOR, "第三次误扣")
    ]
    assert made.tasks[0].due == at("2026-11-16 15:00")  # four working hours on, after lunch


GATE = [
    ({"liability": ""}, "not-allowed-liability"),
    ({"liability": "nobody"}, "not-allowed-liability"),
    ({"finding": " "}, "not-allowed-no-words"),
    ({"reviewed": False}, "not-allowed-not-reviewed"),
    ({"items": []}, "not-allowed-no-items"),
]


@pytest.mark.parametrize("move", ["propose", "ask_approval"])
@pytest.mark.parametrize(("change", "why"), GATE)
def test_no_way_to_offer_goes_round_the_gate(
    move: str, change: Mapping[str, Json], why: str
) -> None:
    assert refuse(claimed(), move, ZHAO, fields={**MUCH, **change}) == why


def test_what_is_settled_before_the_authority_needs_a_liability_too() -> None:
    appealed = make(claimed(), "appeal", ANN, fields={"reference": "118"}).ticket
    without = {**OFFER, "liability": ""}
    assert refuse(appealed, "mediated", ZHAO, fields=without) == "not-allowed-liability"
    found = replace(appealed, liability="shared", finding="双方都有不清之处")
    assert make(found, "mediated", ZHAO, fields=without).ticket.liability == "shared"


def test_it_says_why_leave_is_asked() -> None:
    without = {**MUCH, "words": " "}
    assert refuse(claimed(), "ask_approval", WANG, fields=without) == "not-allowed-no-reason"


# The decision.


def test_granted_it_goes_out_at_once_as_drafted_in_the_drafters_name() -> None:
    made = make(drafted(), "approve", ZHAO, MONDAY + timedelta(hours=2))
    assert [(one.move, one.before.value, one.after.value) for one in made.entries] == [
        ("approve", "investigating", "proposed")
    ]
    assert codes(made) == ["M09"]
    proposal = made.ticket.proposals[-1]
    assert (proposal.by, proposal.round, proposal.finding) == ("王强", 1, OFFER["finding"])
    assert [item.minor for item in proposal.items] == [18800, 11200]
    assert made.ticket.liability == "operator"
    draft = made.ticket.approvals[-1]
    assert (draft.outcome, draft.decided_by, draft.decided_name) == ("granted", 3, "赵云")
    words = texts().words("zh-CN", made.notices[0].words, MONDAY)
    assert "致歉补偿 112 元" in words


def test_it_starts_and_stops_the_clocks_that_an_offer_does() -> None:
    now = MONDAY + timedelta(hours=2)
    plain = make(claimed(), "propose", ZHAO, now, {**MUCH, "items": list(KEPT)}).ticket
    allowed = make(drafted(), "approve", ZHAO, now).ticket
    both = [{c.rule: bool(c.stopped) for c in one.clocks} for one in (plain, allowed)]
    assert both[1].pop("APPROVAL") is True
    assert both[0] == both[1]


KEPT: tuple[Json, ...] = (
    {"code": "double_refund", "minor": 18800, "due": "2026-11-25", "promise": "double_refund"},
)


def test_who_asked_cannot_grant_nor_refuse_though_they_might_pass_it_up() -> None:
    mine = drafted(ZHAO)
    assert refuse(mine, "approve", ZHAO) == "not-allowed-own-approval"
    assert refuse(mine, "refuse_approval", ZHAO, fields={"reason": "x"}) == (
        "not-allowed-own-approval"
    )
    assert make(mine, "approve", HU).ticket.state is State.PROPOSED
    up = make(mine, "pass_up", ZHAO).ticket
    assert make(up, "approve", QIAN).ticket.proposals[-1].by == "赵云"


def test_an_admin_decides_on_no_money() -> None:
    for move in ("approve", "refuse_approval", "pass_up"):
        assert refuse(drafted(), move, ROOT, fields={"reason": "x"}) == "not-allowed-role"


def test_refused_whoever_drafted_it_hears_why_and_the_subscriber_nothing() -> None:
    made = make(drafted(LI), "refuse_approval", ZHAO, fields={"reason": "先按承诺返还"})
    assert (made.notices, made.ticket.state) == ((), State.INVESTIGATING)
    assert [(one.kind, one.role, one.words) for one in made.tasks] == [
        ("offer_refused", Role.AGENT, "先按承诺返还")
    ]
    assert made.ticket.approvals[-1].outcome == "refused"
    assert refuse(made.ticket, "approve", ZHAO) == "not-allowed-approval-decided"
    again = make(made.ticket, "ask_approval", WANG, fields=MUCH).ticket
    assert [one.outcome for one in again.approvals] == ["refused", "asked"]


def test_passed_up_it_is_the_directors_and_only_once() -> None:
    made = make(drafted(), "pass_up", ZHAO, fields={"words": "请总监定"})
    assert [(one.kind, one.role) for one in made.tasks] == [("approve_offer", Role.DIRECTOR)]
    assert (made.ticket.approvals[-1].role, made.ticket.approvals[-1].passed_name) == (
        Role.DIRECTOR,
        "赵云",
    )
    for move in ("approve", "refuse_approval", "pass_up"):
        assert refuse(made.ticket, move, ZHAO, fields={"reason": "x"}) == (
            "not-allowed-approval-director"
        )
    assert make(made.ticket, "approve", QIAN).ticket.state is State.PROPOSED


def test_a_catalogue_that_became_stricter_counts_when_it_is_granted() -> None:
    limits = {**house().catalogue.money_limits, "supervisor": 20000}
    stricter = replace(house(), catalogue=replace(house().catalogue, money_limits=limits))
    made = apply(drafted(), Move(7, "approve"), ZHAO, MONDAY, stricter)
    assert isinstance(made, NotAllowed)
    assert made.key == "not-allowed-pass-up"


def test_a_draft_whose_date_has_passed_does_not_go_out() -> None:
    late = at("2026-11-26 09:00")
    assert refuse(drafted(), "approve", ZHAO, late) == "not-allowed-approval-date"


# Meanwhile.

# what happens while leave is waited for -> whether the draft is overtaken by it.
MEANWHILE = [
    ("withdraw", ANN, {}, True),
    ("propose", ZHAO, {**OFFER}, True),
    ("done_without_proposal", WANG, {"proof": "已退", "wish_met": True}, True),
    ("set_liability", WANG, {"liability": "user", "finding": "本机订购"}, True),
    ("set_liability", WANG, {"liability": "operator", "finding": "已核实"}, False),
    ("ask", WANG, {"words": "截图"}, False),
    ("hold", ZHAO, {"reason": "等银行", "until": "2026-11-18"}, False),
    ("add", ANN, {"words": "又扣了一次"}, False),
    ("remind", ANN, {}, False),
    ("note", WANG, {"words": "已复核"}, False),
    ("reply", WANG, {"words": "正在核对"}, False),
    ("escalate", ZHAO, {"reason": "多次"}, False),
]


@pytest.mark.parametrize(("move", "actor", "fields", "over"), MEANWHILE)
def test_what_overtakes_a_draft(
    move: str, actor: Actor, fields: Mapping[str, Json], over: bool
) -> None:
    after = make(drafted(), move, actor, fields=fields).ticket
    draft = after.approvals[-1]
    assert (draft.outcome == "overtaken") is over
    clock = next(one for one in after.clocks if one.rule == "APPROVAL")
    assert bool(clock.stopped) is over
    if over:
        assert (draft.reason, draft.decided_at) == (move, MONDAY)
        assert refuse(after, "approve", ZHAO) == "not-allowed-approval-overtaken"


def test_a_second_draft_takes_the_place_of_the_first() -> None:
    twice = make(drafted(), "ask_approval", LI, fields=MUCH).ticket
    assert [one.outcome for one in twice.approvals] == ["overtaken", "asked"]
    assert twice.approvals[-1].by_name == "李敏"
    running = [one for one in twice.clocks if one.rule == "APPROVAL" and not one.stopped]
    assert len(running) == 1


def test_while_the_subscriber_is_asked_it_can_be_refused_and_not_sent() -> None:
    waiting = make(drafted(), "ask", WANG, fields={"words": "截图"}).ticket
    assert refuse(waiting, "approve", ZHAO) == "not-allowed-state"
    assert make(waiting, "refuse_approval", ZHAO, fields={"reason": "等截图"}).ticket.approvals
    answered = make(waiting, "answer", ANN, fields={"words": "发了"}).ticket
    assert make(answered, "approve", ZHAO).ticket.state is State.PROPOSED


# The timer.


@pytest.mark.parametrize(("passed", "whom"), [(False, Role.SUPERVISOR), (True, Role.DIRECTOR)])
def test_its_clock_reminds_the_role_that_was_asked_and_breaks_to_the_director(
    passed: bool, whom: Role
) -> None:
    ticket = make(drafted(), "pass_up", ZHAO).ticket if passed else drafted()
    half = fire(ticket, at("2026-11-16 13:00"), house())
    assert [(one.role, one.words) for one in half.tasks if one.words == "APPROVAL"] == [
        (whom, "APPROVAL")
    ]
    over = fire(half.ticket, at("2026-11-16 15:00"), house())
    told = {one.role for one in over.tasks if one.words == "APPROVAL"}
    assert told == {whom, Role.DIRECTOR}
    broken = next(one for one in over.ticket.clocks if one.rule == "APPROVAL")
    assert broken.result == "breached"
    assert (half.notices, over.notices) == ((), ())


# Warnings.


def offer(*items: Json, liability: str = "operator") -> dict[str, Json]:
    return {**OFFER, "liability": liability, "items": list(items)}


DOUBLE: Json = {**KEPT[0]} if isinstance(KEPT[0], dict) else None
LETTER: Json = {"code": "written_apology", "due": "2026-11-27"}
HALF: Json = {"code": "refund", "minor": 9400, "due": "2026-11-25"}
# by whom, which offer -> the warning. CHARGE cites the double refund and wishes it and a letter.
WARNINGS = [
    (WANG, offer(DOUBLE, LETTER), ""),
    (WANG, offer(HALF, LETTER), "below_promise"),
    (WANG, offer({**KEPT[0], "minor": 18799}, LETTER), "below_promise"),  # type: ignore[dict-item]
    (WANG, offer(DOUBLE), "nothing_for_wish"),
    (WANG, offer(DOUBLE, liability="user"), ""),
    (ZHAO, offer(HALF), ""),  # a supervisor has seen it
]


@pytest.mark.parametrize(("actor", "fields", "why"), WARNINGS)
def test_an_offer_below_policy_is_a_task_of_a_supervisor(
    actor: Actor, fields: Mapping[str, Json], why: str
) -> None:
    made = make(claimed(), "propose", actor, fields=fields)
    told = [(one.kind, one.role, one.words) for one in made.tasks]
    assert told == ([("risk", Role.SUPERVISOR, why)] if why else [])


@pytest.mark.parametrize("actor", [WANG, ZHAO])
def test_an_offer_below_policy_is_marked_whoever_makes_it_until_it_is_over(actor: Actor) -> None:
    """A lead who offers it is not asked to look at it, and everybody else sees what it is."""
    marked = Phrase("desk-flag-risk")
    ticket = make(claimed(), "propose", actor, fields=offer(HALF, LETTER)).ticket
    assert ticket.proposal is not None
    assert (ticket.proposal.risk, at_risk(ticket)) == ("below_promise", "below_promise")
    assert marked in marks(ticket)
    declined = make(ticket, "reject", ANN, fields={"reason": "amount"}).ticket
    assert marked not in marks(declined)  # one offer that was declined is no risk
    better = make(declined, "propose", actor, fields=offer(DOUBLE, LETTER)).ticket
    assert (better.proposal.risk if better.proposal else None, at_risk(better)) == ("", "")
    twice = make(better, "reject", ANN, fields={"reason": "amount"}).ticket
    assert at_risk(twice) == "declined_twice"
    assert marked in marks(twice)
    third = make(twice, "propose", actor, fields=offer(DOUBLE, LETTER)).ticket
    agreed = make(third, "accept", ANN).ticket
    assert marked not in marks(agreed)


def test_the_subscriber_reads_nothing_of_a_risk() -> None:
    made = make(claimed(), "propose", WANG, fields=offer(HALF, LETTER))
    for language in ("zh-CN", "en"):
        said = " ".join(texts().words(language, one.words, MONDAY) for one in made.notices)
        assert "below_promise" not in said
        for risk in ("below_promise", "nothing_for_wish", "declined_twice"):
            assert texts().words(language, Phrase(f"desk-risk-{risk}"), MONDAY) not in said


def test_a_promise_that_did_not_hold_then_is_no_policy() -> None:
    then = replace(claimed(), filing=replace(CHARGE, when=When(start=at("2025-12-20 12:00"))))
    made = make(then, "propose", WANG, fields=offer(HALF, LETTER))
    assert made.tasks == ()


def test_the_second_offer_that_is_declined_is_a_task_of_a_supervisor() -> None:
    ticket = claimed()
    warned = []
    for _ in range(3):
        ticket = make(ticket, "propose", ZHAO, fields=OFFER).ticket
        made = make(ticket, "reject", ANN, fields={"reason": "amount"})
        ticket = made.ticket
        warned.append([one.words for one in made.tasks])
    assert warned == [[], ["declined_twice"], ["declined_twice"]]


# The end of talks.


def test_what_staff_took_back_is_not_there_to_be_accepted_after_all() -> None:
    ticket = claimed()
    for _ in range(2):
        ticket = make(ticket, "propose", ZHAO, fields=OFFER).ticket
        ticket = make(ticket, "reject", ANN, fields={"reason": "amount"}).ticket
    ticket = make(ticket, "propose", ZHAO, fields=OFFER).ticket
    ticket = make(ticket, "withdraw_proposal", ZHAO, fields={"reason": "金额有误"}).ticket
    last = make(ticket, "final", ZHAO, fields={"words": "维持", "meeting": True})
    assert "t:7:accept_after_all" not in {one.action for one in last.notices[0].choices}
    assert refuse(last.ticket, "accept_after_all", ANN) == "not-allowed-no-proposal"


# Carrying out.


@pytest.mark.parametrize("move", ["item_done", "late"])
@pytest.mark.parametrize("item", [0, 3, "x", None, "1.5"])
def test_only_what_was_agreed_is_carried_out_or_late_and_the_words_say_what_that_is(
    move: str, item: Json
) -> None:
    proposed = make(claimed(), "propose", ZHAO, fields=OFFER).ticket
    ticket = make(proposed, "accept", ANN).ticket
    ticket = make(ticket, "item_done", WANG, fields={"item": 1, "proof": "单 1"}).ticket
    fields: dict[str, Json] = {"item": item, "proof": "x", "due": "2026-12-01", "reason": "x"}
    made = apply(ticket, Move(7, move, fields), WANG, MONDAY, house())
    assert isinstance(made, NotAllowed)
    assert texts().words("zh-CN", made.words, MONDAY) == (
        "约定的方案里没有这一项，没有登记。约定的是：\n"
        "第 1 项：纠正账单并退费（已办妥）\n第 2 项：书面道歉"
    )
    assert texts().words("en", made.words, MONDAY) == (
        "This item was not agreed, so nothing was noted. What was agreed:\n"
        "1. Correct the bill and refund (done)\n2. A written apology"
    )
