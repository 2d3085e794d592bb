"""Dates of an offer that is accepted after them, typed by hand."""

import pytest

from dialogs.tickets.renewing import renewed
from dialogs.tickets.ticket import Item, Proposal
from tests.dialogs.tickets.office import ANN, OFFER, WANG, at, filed, house, make

# offered, to be done by, accepted -> agreed to be done by. Local to Shanghai.
DATES = [
    ("2026-11-16 10:00", "2026-11-25 23:59:59", "2026-11-20 10:00", "2026-11-25 23:59:59"),
    ("2026-11-16 10:00", "2026-11-25 23:59:59", "2026-11-25 23:59:58", "2026-11-25 23:59:59"),
    ("2026-11-16 10:00", "2026-11-25 23:59:59", "2026-11-26 00:00:00", "2026-12-05 23:59:59"),
    ("2026-11-16 10:00", "2026-11-18 23:59:59", "2026-12-10 09:00:00", "2026-12-12 23:59:59"),
    ("2026-11-16 10:00", "2026-11-16 18:00:00", "2026-11-17 09:00:00", "2026-11-18 23:59:59"),
    ("2026-12-20 23:00", "2026-12-31 23:59:59", "2027-01-10 00:30:00", "2027-01-21 23:59:59"),
]


@pytest.mark.parametrize(("offered", "due", "accepted", "agreed"), DATES)
def test_a_date_that_has_passed_is_counted_anew_from_the_acceptance(
    offered: str, due: str, accepted: str, agreed: str
) -> None:
    item = Item(code="refund", minor=9400, due=at(due))
    proposal = Proposal(round=1, finding="f", items=(item,), at=at(offered), by="b")
    (now,) = renewed(proposal, at(accepted), house())
    assert now.due == at(agreed)
    assert (now.code, now.minor) == ("refund", 9400)


def test_what_has_no_date_gets_none() -> None:
    proposal = Proposal(round=1, finding="f", items=(Item(code="x"),), at=at(DATES[0][0]), by="b")
    assert renewed(proposal, at("2027-01-01 10:00"), house()) == proposal.items


def test_what_is_agreed_is_watched_on_its_new_day() -> None:
    claimed = make(filed().ticket, "claim", WANG).ticket
    proposed = make(claimed, "propose", WANG, fields=OFFER).ticket
    late = at("2026-12-02 10:00")
    agreed = make(proposed, "accept", ANN, late).ticket
    dues = [item.due for item in agreed.proposals[-1].items]
    # Offered on 16 November for the 25th and the 27th: nine and eleven days on.
    assert dues == [at("2026-12-11 23:59:59"), at("2026-12-13 23:59:59")]
    assert [one.due for one in agreed.clocks if one.rule == "E1"] == dues
    assert agreed.next_step_at == dues[0]
