"""A fault that becomes a complaint, praise that ends with thanks: what changes and what is said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.model import Json
from dialogs.tickets.clocks import fire
from dialogs.tickets.ticket import Actor, Filing, Kind, State
from dialogs.tickets.wording import subject
from tests.dialogs.tickets.office import (
    ANN,
    CHARGE,
    LI,
    MONDAY,
    NETWORK,
    WANG,
    ZHAO,
    filed,
    house,
    make,
    refuse,
)

FAULT = replace(NETWORK, kind=Kind.FAULT)
PRAISE = replace(CHARGE, kind=Kind.PRAISE)


@pytest.mark.parametrize(
    ("filing", "code"),
    [
        (CHARGE, "M01"),
        (FAULT, "M01F"),
        (PRAISE, "M01P"),
        (replace(CHARGE, kind=Kind.SUGGESTION), "M01P"),
    ],
)
def test_the_number_is_told_in_the_words_of_its_kind(filing: Filing, code: str) -> None:
    made = filed(filing)
    assert [one.code for one in made.notices] == [code]


def test_a_fault_that_the_subscriber_calls_a_complaint_is_one_from_then_on() -> None:
    made = make(filed(FAULT).ticket, "complain", ANN, fields={"words": "我要投诉"})
    assert made.ticket.filing.kind is Kind.COMPLAINT
    assert made.ticket.state is State.DISPATCHED
    assert [(one.code, one.args["why"]) for one in made.notices] == [("COMPLAINED", "said")]
    assert refuse(made.ticket, "complain", ANN) == "not-allowed-state"


@pytest.mark.parametrize(("actor", "why"), [(ANN, "said"), (LI, "desk"), (ZHAO, "desk")])
def test_by_its_button_a_fault_is_a_complaint_and_nothing_is_said_of_time(
    actor: Actor, why: str
) -> None:
    made = make(filed(FAULT).ticket, "complain", actor)
    assert made.notices[0].args["why"] == why


def test_a_fault_over_time_becomes_a_complaint_by_the_clock() -> None:
    claimed = make(filed(FAULT).ticket, "claim", WANG).ticket
    made = fire(claimed, MONDAY + timedelta(hours=49), house())
    assert made.ticket.filing.kind is Kind.COMPLAINT
    assert [one.args["why"] for one in made.notices if one.code == "COMPLAINED"] == ["late"]


def test_a_complaint_over_time_stays_one_and_nothing_is_said_of_it() -> None:
    claimed = make(filed(NETWORK).ticket, "claim", WANG).ticket
    made = fire(claimed, MONDAY + timedelta(hours=49), house())
    assert "COMPLAINED" not in [one.code for one in made.notices]


def test_a_poor_result_makes_a_fault_a_complaint() -> None:
    claimed = make(filed(FAULT).ticket, "claim", WANG).ticket
    fields: dict[str, Json] = {
        "liability": "operator",
        "finding": "光猫故障",
        "proof": "已更换",
        "wish_met": True,
    }
    done = make(claimed, "done_without_proposal", WANG, fields=fields).ticket
    made = make(done, "not_fixed", ANN)
    assert made.ticket.filing.kind is Kind.COMPLAINT
    assert [one.code for one in made.notices] == ["M18", "COMPLAINED"]
    assert made.notices[1].args["why"] == "not_fixed"


def test_praise_runs_no_deadline_and_ends_with_thanks_and_without_a_survey() -> None:
    praised = filed(PRAISE).ticket
    assert {one.rule for one in praised.clocks} <= {"R1"}
    assert refuse(praised, "thank", LI) == "not-allowed-no-words"
    made = make(praised, "thank", LI, fields={"words": "已转告师傅"})
    assert (made.ticket.state, made.ticket.result) == (State.CLOSED, "thanked")
    assert [one.code for one in made.notices] == ["THANKED"]
    assert refuse(made.ticket, "score", ANN, fields={"score": 9}) == "not-allowed-score-late"


def test_thanks_are_for_praise_and_suggestions_alone() -> None:
    assert refuse(filed().ticket, "thank", LI, fields={"words": "谢谢"}) == "not-allowed-state"


def test_praise_is_named_by_what_it_is_and_not_by_a_category() -> None:
    told = subject(filed(PRAISE).ticket, house())
    assert getattr(told, "key", "") == "kind-praise"
