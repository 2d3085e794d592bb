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
def test_a_sum_approved_before_drafts_were_kept_may_still_be_offered(role: str, move: str) -> None:
    actor, most, _ = AUTHORITY[role]
    approved = replace(ready(), approved=most + 1)
    assert allow(approved, move, actor, fields=offering(move, most + 1))


# what is offered -> by whom alone: yes, or why not. Goodwill is a supervisor's (catalogue).
REMEDIES = [
    (LI, "goodwill", 100, "not-allowed-remedy"),
    (WANG, "goodwill", 100, "not-allowed-remedy"),
    (ROOT, "goodwill", None, "not-allowed-remedy"),
    (ZHAO, "goodwill", 100, ""),
    (QIAN, "goodwill", 100, ""),
    (LI, "apology", None, ""),
    (WANG, "compensation", 20_000, ""),
]


@pytest.mark.parametrize(("actor", "code", "minor", "why"), REMEDIES)
def test_each_role_has_a_limit_of_remedies_too(
    actor: Actor, code: str, minor: int | None, why: str
) -> None:
    item: dict[str, Json] = {"code": code, "minor": minor, "due": "2026-11-25"}
    fields: dict[str, Json] = {**OFFER, "items": [item]}
    if why:
        assert refuse(ready(), "propose", actor, fields=fields) == why
    else:
        assert allow(ready(), "propose", actor, fields=fields).ticket.proposals


# what is offered, in minor units and remedy, and who is the least that may allow it.
APPROVERS = [
    (20_001, "refund", Role.SUPERVISOR),
    (100_000, "refund", Role.SUPERVISOR),
    (100_001, "refund", Role.DIRECTOR),
    (1_000_000, "refund", Role.DIRECTOR),
    (100, "goodwill", Role.SUPERVISOR),
    (100_001, "goodwill", Role.DIRECTOR),
]


@pytest.mark.parametrize(("minor", "code", "role"), APPROVERS)
def test_leave_is_asked_of_the_least_role_that_may_give_it(
    minor: int, code: str, role: Role
) -> None:
    made = allow(ready(), "ask_approval", WANG, fields=asking(minor, code))
    assert (made.ticket.approvals[-1].role, made.tasks[0].role) == (role, role)
    assert (made.tasks[0].kind, made.notices) == ("approve_offer", ())


def test_what_is_above_everybody_is_not_asked_for_and_what_is_ones_own_neither() -> None:
    above = asking(1_000_001, "refund")
    assert refuse(ready(), "ask_approval", WANG, fields=above) == "not-allowed-over-all"
    own = asking(20_000, "refund")
    assert refuse(ready(), "ask_approval", WANG, fields=own) == "not-allowed-own-right"


@pytest.mark.parametrize("role", ROLES)
def test_a_role_allows_up_to_its_own_right(role: str) -> None:
    actor, _, most = AUTHORITY[role]
    for minor in (20_001, 100_001):
        drafted = allow(ready(), "ask_approval", WANG, fields=asking(minor, "refund")).ticket
        if minor <= most and actor.staff != WANG.staff:
            out = allow(drafted, "approve", actor).ticket
            assert (out.state, out.proposals[-1].by) == (State.PROPOSED, WANG.name)
        else:
            assert refuse(drafted, "approve", actor) in {
                "not-allowed-role",
                "not-allowed-approval-director",
            }


def asking(minor: int, code: str) -> dict[str, Json]:
    item: dict[str, Json] = {"code": code, "minor": minor, "due": "2026-11-25"}
    return {**OFFER, "items": [item], "words": "两个月内第三次误扣"}
