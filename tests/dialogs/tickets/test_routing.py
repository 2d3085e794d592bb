"""Who gets a ticket: a case for each [[route]] of the catalogue, and what happens on the way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from dialogs.tickets.routing import Route, fits, rerouted, route
from dialogs.tickets.ticket import Role, State, Ticket, Where
from tests.dialogs.tickets.office import (
    ANN,
    BOT,
    CHARGE,
    LI,
    MONDAY,
    NETWORK,
    WANG,
    ZHAO,
    at,
    filed,
    house,
    make,
    refuse,
)

SICHUAN = Where(words="成都", province="510000", city="510100")
NIGHT = at("2026-11-16 22:30")
SATURDAY = at("2026-11-14 10:00")


def billed(**known: object) -> Ticket:
    return replace(filed().ticket, department="", area="", **known)  # type: ignore[arg-type]


def fault(**known: object) -> Ticket:
    filing = replace(NETWORK, where=SICHUAN)
    return replace(filed(filing).ticket, department="", **known)  # type: ignore[arg-type]


# rule: what fits it, when, and where it leads. The hand-typed mirror of the [[route]] blocks.
CASES: dict[str, tuple[Callable[[], Ticket], datetime, Route]] = {
    "referral": (
        lambda: billed(referral="省通信管理局", level=3),
        MONDAY,
        Route("ESC", "110000", Role.SUPERVISOR, "referral"),
    ),
    "grave": (
        lambda: billed(level=3, key=True),
        MONDAY,
        Route("ESC", "110000", Role.SUPERVISOR, "grave"),
    ),
    "key_account": (
        lambda: billed(key=True, repeat_of=3, repeat_shown=True),
        MONDAY,
        Route("KEY", "110000", Role.HANDLER, "key_account"),
    ),
    "incident": (
        lambda: fault(incident=4, led="TER"),
        NIGHT,
        Route("TER", "510000", Role.HANDLER, "incident"),
    ),
    "repeat": (
        lambda: billed(repeat_of=3, repeat_shown=True, earlier="VAS"),
        NIGHT,
        Route("VAS", "110000", Role.SUPERVISOR, "repeat"),
    ),
    "duty": (fault, NIGHT, Route("NET", "", Role.HANDLER, "duty")),
    "category": (billed, NIGHT, Route("BIL", "110000", Role.HANDLER, "category")),
}


@pytest.mark.parametrize("rule", [one.code for one in house().catalogue.routes])
def test_each_rule_of_the_catalogue_has_a_case_that_it_decides(rule: str) -> None:
    assert rule in CASES, "a [[route]] without a case: type one in above"
    ticket, now, expected = CASES[rule]
    assert route(ticket(), house(), now) == expected


def test_no_case_is_left_of_a_rule_that_is_gone() -> None:
    assert set(CASES) == {one.code for one in house().catalogue.routes}


def test_each_department_that_a_rule_names_is_one() -> None:
    known = house().catalogue
    for rule in known.routes:
        assert rule.department in known.departments or rule.to


@pytest.mark.parametrize(
    ("now", "rule"),
    [
        (MONDAY, "category"),
        (NIGHT, "duty"),
        (SATURDAY, "duty"),
        (at("2026-11-16 08:59"), "duty"),
        (at("2026-11-16 09:00"), "category"),
        (at("2026-11-16 18:00"), "duty"),
    ],
)
def test_network_trouble_goes_to_the_people_on_duty_out_of_hours(now: datetime, rule: str) -> None:
    assert route(fault(), house(), now).rule == rule


def test_a_repeat_whose_earlier_department_is_unknown_goes_to_that_of_its_category() -> None:
    found = route(billed(repeat_of=3, repeat_shown=True), house(), MONDAY)
    assert (found.department, found.role) == ("BIL", Role.SUPERVISOR)


def test_a_repeat_that_its_subscriber_may_not_know_of_goes_where_it_would_anyway() -> None:
    hidden = billed(repeat_of=3, earlier="VAS", times=2)
    assert route(hidden, house(), MONDAY) == route(billed(), house(), MONDAY)


def test_a_rule_for_one_province_fits_there_alone() -> None:
    rule = replace(house().catalogue.routes[-1], provinces=("510000",))
    assert fits(rule, fault(), house(), MONDAY)
    assert not fits(rule, billed(), house(), MONDAY)


def test_filing_keeps_in_the_timeline_which_rule_sent_it_where() -> None:
    made = filed()
    assert dict(made.entries[-1].detail) == {
        "department": "BIL",
        "area": "110000",
        "rule": "category",
    }
    assert (made.ticket.department, made.ticket.area) == ("BIL", "110000")


def test_a_ticket_that_becomes_grave_changes_hands_with_the_move_that_made_it_so() -> None:
    worked_on = make(filed().ticket, "claim", WANG).ticket
    made = make(worked_on, "escalate", WANG, fields={"reason": "金额争议"})
    assert (made.ticket.level, made.ticket.department) == (3, "ESC")
    assert made.ticket.owner == WANG.staff  # until somebody there takes it
    assert made.entries[0].detail["rule"] == "grave"


def test_what_is_not_dispatched_yet_is_not_sent_on() -> None:
    back = make(filed().ticket, "return_routing", WANG, fields={"reason": "不是账务问题"}).ticket
    made = make(back, "escalate", ANN)
    assert (made.ticket.state, made.ticket.department) == (State.REGISTERED, "")
    assert rerouted(back, made.ticket, house(), MONDAY) is None


def test_one_return_then_a_supervisor_decides_and_that_stays() -> None:
    """domain.md §3.4 move 5: no ping-pong."""
    back = make(filed().ticket, "return_routing", WANG, fields={"reason": "不是账务问题"})
    assert back.ticket.state is State.REGISTERED
    assert [(task.kind, task.role) for task in back.tasks] == [("dispatch", Role.SUPERVISOR)]
    decided = make(back.ticket, "dispatch", ZHAO, fields={"department": "VAS"})
    assert decided.entries[0].detail["department"] == "VAS"
    for actor in (WANG, ZHAO):
        assert refuse(
            decided.ticket, "return_routing", actor, fields={"reason": "也不是我们的"}
        ) == ("not-allowed-returns")
    elsewhere = make(decided.ticket, "dispatch", ZHAO, fields={"department": "MKT"})
    assert (elsewhere.ticket.state, elsewhere.ticket.department) == (State.DISPATCHED, "MKT")
    assert refuse(elsewhere.ticket, "dispatch", LI, fields={"department": "BIL"}) == (
        "not-allowed-role"
    )


def test_a_referral_is_grave_goes_to_the_desk_for_it_and_is_told() -> None:
    worked_on = make(filed().ticket, "claim", WANG).ticket
    assert refuse(worked_on, "refer", LI) == "not-allowed-no-body"
    assert refuse(worked_on, "refer", LI, fields={"body": "12345", "until": "x"}) == (
        "not-allowed-no-date"
    )
    said = {"body": "北京市通信管理局", "reference": "京2026-118", "until": "2026-11-30"}
    made = make(worked_on, "refer", LI, fields=said)
    assert (made.ticket.level, made.ticket.department) == (3, "ESC")
    assert (made.ticket.referral, made.ticket.appeal) == ("北京市通信管理局", "京2026-118")
    assert made.entries[0].detail["rule"] == "referral"
    assert [notice.code for notice in made.notices] == ["M25R"]
    assert made.tasks[0].role is Role.SUPERVISOR
    (watched,) = [clock for clock in made.ticket.clocks if clock.rule == "REFERRED"]
    assert watched.due == at("2026-11-30 23:59:59")
    later = make(made.ticket, "refer", LI, fields={**said, "until": "2026-12-04"}).ticket
    running = [c.due for c in later.clocks if c.rule == "REFERRED" and not c.stopped]
    assert running == [at("2026-12-04 23:59:59")]


def test_a_rule_to_a_lead_tells_one_at_once() -> None:
    known = replace(filed().ticket, repeat_of=3, repeat_shown=True, earlier="VAS")
    made = make(replace(known, state=State.REGISTERED), "dispatch", BOT)
    assert [(t.kind, t.role, t.due, t.words) for t in made.tasks] == [
        ("escalated", Role.SUPERVISOR, MONDAY, "repeat")
    ]


def test_a_large_amount_is_grave_from_the_filing_on_and_calls_a_person() -> None:
    made = filed(replace(CHARGE, amount=100_000))
    assert (made.ticket.level, made.ticket.department) == (3, "ESC")
    told = [task.kind for task in made.tasks if task.kind not in {"restore", "credit_hold"}]
    assert told == ["human", "escalated"]
    assert filed(replace(CHARGE, amount=99_999)).ticket.level == 2
