"""What was agreed is carried out item by item, with proof; what comes late is told before it is."""

import pytest

from dialogs.model import Json
from dialogs.tickets.clocks import fire
from dialogs.tickets.ticket import State, Ticket
from tests.dialogs.tickets.office import (
    ANN,
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

TWO: Json = [
    {"code": "refund", "minor": 9400, "due": "2026-11-24T18:00:00+08:00"},
    {"code": "written_apology", "due": "2026-12-01T18:00:00+08:00"},
]


def agreed() -> Ticket:
    """Two items, the first due on Tuesday week at six, the second a week later."""
    ticket = make(filed().ticket, "claim", WANG).ticket
    ticket = make(ticket, "propose", ZHAO, fields={**OFFER, "items": TWO}).ticket
    return make(ticket, "accept", ANN).ticket


def lived(ticket: Ticket, until: str) -> tuple[Ticket, list[str]]:
    """The ticket at that time, and what its clock for agreed work brought about until then."""
    heard: list[str] = []
    while True:
        due = [one.next for one in ticket.clocks if one.next is not None]
        if not due or min(due) > at(until):
            return ticket, heard
        now = min(due)
        made = fire(ticket, now, house())
        ticket = made.ticket
        local = now.astimezone(at(until).tzinfo)
        heard += [f"{local:%m-%d %H} {one.role}" for one in made.tasks if one.words == "E1"]
        heard += [f"{local:%m-%d %H} {one.code}" for one in made.notices if one.code == "M16"]


def test_each_item_is_watched_and_told_to_be_late_before_it_is() -> None:
    ticket, heard = lived(agreed(), "2026-11-25 09:00")
    # Handler 24 h before (UTC here), the subscriber six hours before, with a new date.
    assert heard == ["11-23 10 handler", "11-24 04 M16"]
    first, second = ticket.proposal.items if ticket.proposal else ()
    assert (first.agreed, second.agreed) == (at("2026-11-24 18:00"), None)
    assert first.due is not None
    assert first.due > at("2026-11-24 18:00")
    old, new = [one for one in ticket.clocks if one.rule == "E1" and one.subject == "1"]
    assert (old.result, new.result, new.due) == ("moved", "", first.due)


def test_staff_name_a_new_date_and_the_reason_and_both_are_told() -> None:
    ticket = agreed()
    late: dict[str, Json] = {"item": 2, "due": "2026-12-08"}
    assert refuse(ticket, "late", WANG, fields=late) == "not-allowed-no-reason"
    assert refuse(ticket, "late", WANG, fields={"item": 2, "reason": "x"}) == "not-allowed-no-date"
    made = make(ticket, "late", WANG, fields={**late, "reason": "盖章的同事外出"})
    said = texts().words("zh-CN", made.notices[0].words, at("2026-11-20 10:00"))
    assert "书面道歉" in said
    assert "12月8日（周二）" in said
    assert "盖章的同事外出" in said
    assert refuse(made.ticket, "late", WANG, fields={**late, "item": 3}) == "not-allowed-not-agreed"


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_every_item_needs_its_proof_and_after_the_last_the_subscriber_checks(
    order: tuple[int, int],
) -> None:
    ticket = agreed()
    assert refuse(ticket, "item_done", WANG, fields={"item": 1}) == "not-allowed-no-proof"
    first, last = order
    made = make(ticket, "item_done", WANG, fields={"item": first, "proof": "凭证甲"})
    assert (made.ticket.state, made.notices) == (State.EXECUTING, ())
    again: dict[str, Json] = {"item": first, "proof": "凭证乙"}
    assert refuse(made.ticket, "item_done", WANG, fields=again) == "not-allowed-item-done-before"
    assert refuse(made.ticket, "think_again", ANN) == "not-allowed-item-done"
    made = make(made.ticket, "item_done", WANG, fields={"item": last, "proof": "凭证乙"})
    assert made.ticket.state is State.AWAITING_CONFIRM
    assert [one.code for one in made.notices] == ["M15"]
    said = texts().words("zh-CN", made.notices[0].words, at("2026-11-20 10:00"))
    assert "凭证甲" in said
    assert "凭证乙" in said
    kept = {one.subject: one.result for one in made.ticket.clocks if one.rule == "E1"}
    assert kept == {"1": "met", "2": "met"}


def test_an_item_that_was_not_done_after_all_goes_back_to_work() -> None:
    ticket = agreed()
    for place in (1, 2):
        ticket = make(ticket, "item_done", WANG, fields={"item": place, "proof": "单"}).ticket
    back = make(ticket, "not_fixed", ANN, fields={"item": 1}).ticket
    assert back.state is State.EXECUTING
    assert back.proposal is not None
    assert [one.done_at is None for one in back.proposal.items] == [True, False]
