"""A ticket is given to a colleague, laid back, or judged anew; the subscriber hears who has it."""

import pytest

from dialogs.model import Json
from tests.dialogs.tickets.office import (
    LI,
    MONDAY,
    OFFER,
    WANG,
    ZHAO,
    filed,
    make,
    refuse,
)

TO_WANG: dict[str, Json] = {"staff": 2, "name": "王强", "department": "BIL"}


def codes(notices: tuple[object, ...]) -> list[str]:
    return [str(getattr(one, "code", "")) for one in notices]


def test_a_lead_gives_a_new_ticket_to_somebody_as_if_they_had_claimed_it() -> None:
    made = make(filed().ticket, "assign", ZHAO, fields=TO_WANG)
    ticket = made.ticket
    assert (ticket.owner, ticket.owner_name, ticket.first_agent) == (2, "王强", 2)
    assert ticket.state == "investigating"
    assert codes(made.notices) == ["M05"]
    claimed = make(filed().ticket, "claim", WANG).ticket
    assert ticket.next_step_at == claimed.next_step_at
    assert {one.rule for one in ticket.clocks if one.stopped is None} == {
        one.rule for one in claimed.clocks if one.stopped is None
    }


def test_a_ticket_that_changes_hands_is_told_as_handed_over_and_keeps_its_first_contact() -> None:
    mine = make(filed().ticket, "claim", LI).ticket
    made = make(mine, "assign", LI, fields=TO_WANG)
    assert codes(made.notices) == ["M05H"]
    assert (made.ticket.owner, made.ticket.first_agent) == (2, 1)


def test_while_it_is_the_subscribers_turn_nothing_is_said_and_their_date_stands() -> None:
    offered = make(make(filed().ticket, "claim", LI).ticket, "propose", ZHAO, fields=OFFER).ticket
    made = make(offered, "assign", ZHAO, fields=TO_WANG)
    assert (made.notices, made.ticket.owner) == ((), 2)
    assert made.ticket.next_step_at == offered.next_step_at
    assert made.ticket.stage == offered.stage  # the buttons of the offer stay good


def test_a_ticket_laid_back_can_be_claimed_by_another_who_is_then_named() -> None:
    mine = make(filed().ticket, "claim", LI).ticket
    back = make(mine, "release", LI, fields={"words": "明天起休假"})
    assert (back.ticket.owner, back.ticket.owner_name, back.notices) == (0, "", ())
    again = make(back.ticket, "claim", WANG)
    assert (again.ticket.owner, codes(again.notices)) == (2, ["M05H"])


@pytest.mark.parametrize(
    ("move", "fields", "why"),
    [
        ("assign", {}, "not-allowed-nobody"),
        ("assign", {"staff": 2}, "not-allowed-nobody"),
        ("assign", {"staff": 1, "name": "李敏"}, "not-allowed-same-owner"),
        ("set_level", {"level": "4", "reason": "x"}, "not-allowed-level"),
        ("set_level", {"reason": "x"}, "not-allowed-level"),
        ("set_level", {"level": "2", "reason": "x"}, "not-allowed-same-level"),
        ("set_level", {"level": "3"}, "not-allowed-no-reason"),
    ],
)
def test_what_is_missing_is_said(move: str, fields: dict[str, Json], why: str) -> None:
    mine = make(filed().ticket, "claim", LI).ticket
    assert mine.level == 2
    assert refuse(mine, move, ZHAO, MONDAY, fields) == why


def test_a_lead_may_lower_a_level_too_and_the_reason_stays_in_the_timeline() -> None:
    made = make(filed().ticket, "set_level", ZHAO, fields={"level": "1", "reason": "金额很小"})
    assert (made.ticket.level, made.notices) == (1, ())
    assert made.entries[0].detail["reason"] == "金额很小"
    assert made.entries[0].detail["level"] == 1


def test_what_becomes_grave_goes_where_grave_tickets_go() -> None:
    made = make(filed().ticket, "set_level", ZHAO, fields={"level": "3", "reason": "涉及媒体"})
    assert made.ticket.department == "ESC"
