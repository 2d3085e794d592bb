"""Who may offer how much money: a case for each role of the catalogue's [money], at its limit."""

from dataclasses import replace

import pytest

from dialogs.model import Json
from dialogs.tickets.ticket import Actor, Role, State, Ticket
from tests.dialogs.tickets.office import (
    CHARGE,
    LI,
    OFFER,
    QIAN,
    ROOT,
    WANG,
    ZHAO,
    filed,
    house,
    refuse,
)
from tests.dialogs.tickets.office import make as allow

# role: the most that it may offer alone in minor units, and whether it may approve that much for
# others (0: not at all). Typed by hand; an admin has no money right (DESIGN §6).
AUTHORITY: dict[str, tuple[Actor, int, int]] = {
    "agent": (LI, 5_000, 0),
    "handler": (WANG, 20_000, 0),
    "supervisor": (ZHAO, 100_000, 100_000),
    "director": (QIAN, 1_000_000, 1_000_000),
    "admin": (ROOT, 0, 0),
}
ROLES = sorted(house().catalogue.money_limits)
MOVES = ("propose", "done_without_proposal")


def ready() -> Ticket:
    """A ticket under way that names no amount, so that the role's own right is all that counts."""
    claimed = allow(filed(replace(CHARGE, amount=None)).ticket, "claim", WANG).ticket
    return replace(claimed, state=State.INVESTIGATING)


def offering(move: str, minor: int) -> dict[str, Json]:
    if move == "propose":
        return {**OFFER, "items": [{"code": "refund", "minor": minor, "due": "2026-11-25"}]}
    return {"proof": "退费单 118", "wish_met": True, "minor": minor}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_of_the_catalogue_has_a_case(role: str) -> None:
    assert role in AUTHORITY, "a role with a money limit and without a case: type one in above"
    assert AUTHORITY[role][0].role == Role(role)


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("role", ROLES)
def test_a_role_offers_up_to_its_limit_and_not_a_fen_more(role: str, move: str) -> None:
    actor, most, _ = AUTHORITY[role]
    if most:
        assert allow(ready(), move, actor, fields=offering(move, most))
    assert refuse(ready(), move, actor, fields=offering(move, most + 1)) == (
        "not-allowed-over-limit"
    )


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("role", ROLES)
def test_what_was_approved_may_be_offered_by_any_role(role: str, move: str) -> None:
    actor, most, _ = AUTHORITY[role]
    approved = replace(ready(), approved=most + 1)
    assert allow(approved, move, actor, fields=offering(move, most + 1))


@pytest.mark.parametrize("role", ROLES)
def test_a_role_approves_up_to_its_own_right(role: str) -> None:
    actor, _, most = AUTHORITY[role]
    if most:
        assert allow(ready(), "approve", actor, fields={"minor": most}).ticket.approved == most
        assert refuse(ready(), "approve", actor, fields={"minor": most + 1}) == (
            "not-allowed-over-limit"
        )
    else:
        refused = refuse(ready(), "approve", actor, fields={"minor": 1})
        assert refused in {"not-allowed-role", "not-allowed-over-limit"}
