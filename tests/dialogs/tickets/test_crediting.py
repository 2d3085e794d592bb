"""The credit hold: on what is disputed, from when to when, and what billing and subscriber hear."""

from dataclasses import replace

import pytest

from dialogs.catalogue import CreditRule
from dialogs.model import Json
from dialogs.tickets.act import Act
from dialogs.tickets.applied import Applied
from dialogs.tickets.clocks import fire
from dialogs.tickets.crediting import followed, running
from dialogs.tickets.ticket import CreditHold, Filing, Kind, State, Ticket
from tests.dialogs.tickets.office import (
    ANN,
    CHARGE,
    LI,
    MONDAY,
    NETWORK,
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
LESS: Json = [
    {"code": "refund", "minor": 4000, "due": "2027-06-01"},
    {"code": "compensation", "minor": 900, "due": "2027-06-01"},
]


def said(made: Applied, place: int = -1) -> str:
    """A message of the move as a Chinese subscriber reads it."""
    return texts().words("zh-CN", made.notices[place].words, MONDAY)


def tasks(made: Applied) -> list[str]:
    """What staff must do after the move, billing's and others'."""
    return [one.kind for one in made.tasks]


def offered(items: Json = LATER) -> Ticket:
    ticket = make(filed().ticket, "claim", WANG).ticket
    return make(ticket, "propose", ZHAO, fields={**OFFER, "items": items}).ticket


@pytest.mark.parametrize(
    ("filing", "held"),
    [
        (CHARGE, 9400),
        (replace(CHARGE, category="TAR", subtype="hidden_terms"), 9400),
        (replace(CHARGE, category="VAS", subtype="no_consent"), 9400),
        (replace(CHARGE, category="MKT", subtype="reward"), 0),
        (replace(CHARGE, amount=None), 0),
        (replace(CHARGE, kind=Kind.SUGGESTION), 0),
        (NETWORK, 0),
    ],
)
def test_what_is_held_from_the_filing_on(filing: Filing, held: int) -> None:
    made = filed(filing)
    hold = running(made.ticket)
    assert (hold.minor if hold else 0) == held
    assert ("credit_hold" in tasks(made)) is bool(held)
    assert ("争议的 94 元，办结前不催缴，也不因此停机。" in said(made, 0)) is bool(held)
    assert len(made.notices) == len(filed(NETWORK).notices)  # no message of its own


def test_billing_has_four_working_hours_and_two_hours_to_restore_what_was_cut_off() -> None:
    made = filed(now=at("2026-11-20 17:00"))  # a Friday; the story says 停机
    due = {one.kind: one.due for one in made.tasks}
    assert due["restore"] == at("2026-11-20 19:00")
    assert due["credit_hold"] == at("2026-11-23 12:00")


@pytest.mark.parametrize(
    ("story", "subtype", "cut_off"),
    [
        ("2月多扣94元", "after_cancel", False),
        ("2月多扣94元，还给我停机了", "after_cancel", True),
        ("they suspended my line over 94 yuan", "after_cancel", True),
        ("2月多扣94元", "wrong_suspension", True),
    ],
)
def test_service_is_restored_where_the_story_says_that_it_was_cut_off(
    story: str, subtype: str, cut_off: bool
) -> None:
    made = filed(replace(CHARGE, story=story, subtype=subtype))
    assert ("restore" in tasks(made)) is cut_off


def test_billing_records_it_once_with_its_reference() -> None:
    ticket = filed().ticket
    assert refuse(ticket, "credit_placed", WANG) == "not-allowed-no-hold-reference"
    made = make(ticket, "credit_placed", WANG, fields={"reference": "B-17"})
    assert made.ticket.credit == CreditHold(
        minor=9400, since=MONDAY, placed_at=MONDAY, reference="B-17"
    )
    assert made.notices == ()
    again = refuse(made.ticket, "credit_placed", WANG, fields={"reference": "B-18"})
    assert again == "not-allowed-no-hold"


def test_it_lasts_through_offer_talks_and_deadlock() -> None:
    ticket = make(filed().ticket, "credit_placed", WANG, fields={"reference": "B-17"}).ticket
    ticket = make(ticket, "claim", WANG).ticket
    held = [running(ticket)]
    for _ in range(2):
        ticket = make(ticket, "propose", ZHAO, fields={**OFFER, "items": LATER}).ticket
        held.append(running(ticket))
        ticket = make(ticket, "reject", ANN, fields={"reason": "少了"}).ticket
        held.append(running(ticket))
    ticket = make(ticket, "final", ZHAO, fields={"words": "维持", "meeting": True}).ticket
    held.append(running(ticket))
    ticket = make(ticket, "accept_after_all", ANN).ticket
    held.append(running(ticket))
    ticket = make(ticket, "item_done", WANG, fields={"item": 1, "proof": "退费单"}).ticket
    assert ticket.state is State.AWAITING_CONFIRM
    held.append(running(ticket))
    assert {(one.minor, one.reference) for one in held if one} == {(9400, "B-17")}
    assert None not in held


def carried_out(items: Json) -> Applied:
    """Agreed, done and found in order."""
    ticket = make(offered(items), "accept", ANN).ticket
    for place in range(1, len(items) + 1 if isinstance(items, list) else 1):
        ticket = make(ticket, "item_done", WANG, fields={"item": place, "proof": "单"}).ticket
    return make(ticket, "fixed", ANN)


def test_settled_and_carried_out_it_ends_and_nothing_is_due_of_what_was_credited() -> None:
    made = carried_out(LATER)
    assert running(made.ticket) is None
    assert tasks(made) == ["credit_end"]
    assert "收" not in said(made)


def test_what_was_not_agreed_to_be_credited_is_due_again_with_its_date() -> None:
    made = carried_out(LESS)  # 40 of 94 come back; the 9 for the trouble are no credit
    assert "没有约定退还的 54 元，11月23日（周一）后恢复计收。" in said(made)


def ended(name: str) -> Applied:
    """A ticket come to its end without agreement."""
    if name == "withdraw":
        return make(filed().ticket, "withdraw", ANN)
    if name == "inadmissible":
        asked = make(filed().ticket, "inadmissible", LI, fields={"reason": "anonymous"}).ticket
        return make(asked, "inadmissible", ZHAO)
    ticket = offered()
    if name == "no_answer":
        ticket = make(ticket, "note", WANG, fields={"call": True}).ticket
        return fire(ticket, at("2026-12-16 10:00"), house())
    for _ in range(2):
        ticket = make(ticket, "reject", ANN, fields={"reason": "少了"}).ticket
        ticket = make(ticket, "propose", ZHAO, fields={**OFFER, "items": LATER}).ticket
    ticket = make(ticket, "reject", ANN, fields={"reason": "少了"}).ticket
    ticket = make(ticket, "final", ZHAO, fields={"words": "维持", "meeting": True}).ticket
    return fire(ticket, at("2026-12-16 10:00"), house())


ENDS = {
    "withdraw": "11月23日（周一）",
    "inadmissible": "11月23日（周一）",
    "no_answer": "12月23日（周三）",
    "end_deadlock": "12月23日（周三）",
}


@pytest.mark.parametrize("name", ENDS)
def test_without_agreement_they_hear_how_much_is_due_from_when_and_that_they_may_appeal(
    name: str,
) -> None:
    made = ended(name)
    assert running(made.ticket) is None
    assert "credit_end" in tasks(made)
    words = said(made).replace(" ", "")
    assert f"暂缓催缴的94元，{ENDS[name]}后恢复计收" in words
    assert words.count("申诉的权利不变") == 1


def test_opened_again_it_begins_again() -> None:
    made = ended("no_answer")
    later = at("2026-12-18 10:00")
    again = make(made.ticket, "reopen", ANN, later, {"reason": "还没退"})
    assert running(again.ticket) == CreditHold(minor=9400, since=later)
    assert "credit_hold" in tasks(again)
    assert "争议的 94 元，办结前不催缴" in said(again, 0)


def test_refiled_it_begins_again() -> None:
    again = make(ended("inadmissible").ticket, "refile", ANN, fields={"words": "号码补上了"})
    assert running(again.ticket) is not None


def test_the_amount_follows_the_dispute_and_billing_places_it_anew() -> None:
    ticket = make(filed().ticket, "credit_placed", WANG, fields={"reference": "B-17"}).ticket
    for minor in (3000, 12000):
        made = make(ticket, "dispute", WANG, fields={"minor": minor, "reason": "账单核对"})
        assert made.ticket.credit == CreditHold(minor=minor, since=MONDAY)
        assert made.ticket.filing.amount == minor
        assert tasks(made) == ["credit_hold"]
        assert f"争议金额现定为 {minor // 100} 元，原因：账单核对" in said(made)
        assert f"争议的 {minor // 100} 元，办结前不催缴" in said(made)
    assert refuse(ticket, "dispute", WANG, fields={"minor": 3000}) == "not-allowed-no-reason"
    assert refuse(ticket, "dispute", WANG, fields={"reason": "无"}) == "not-allowed-no-amount"


def test_an_amount_that_was_not_known_is_held_once_it_is() -> None:
    ticket = filed(replace(CHARGE, amount=None)).ticket
    made = make(ticket, "dispute", WANG, fields={"minor": 9400, "reason": "账单"})
    assert running(made.ticket) is not None


def test_a_catalogue_without_it_holds_nothing() -> None:
    plain = replace(house(), catalogue=replace(house().catalogue, credit=CreditRule()))
    act = Act("submit", filed().ticket, ANN, MONDAY, plain, {}, State.REGISTERED)
    fresh = replace(filed().ticket, credit=None)
    assert followed(act, fresh) == (fresh, ())
