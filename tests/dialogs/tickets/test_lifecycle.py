"""The whole table of a ticket's life, against one typed by hand: who may do what, from where."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from dialogs.tickets.guards import GUARDS
from dialogs.tickets.lifecycle import (
    ENDED,
    LIFE,
    MOVES,
    OPEN,
    ROWS,
    allowed,
    drawing,
    fact_of,
    message,
)
from dialogs.tickets.moves import WAYS
from dialogs.tickets.ticket import Actor, Approval, Item, Kind, Proposal, Role, State, Ticket
from tests.dialogs.tickets.office import (
    ANN,
    LI,
    MONDAY,
    PEOPLE,
    ROOT,
    WANG,
    ZHAO,
    filed,
    house,
    texts,
)

WORK = "investigating negotiating executing"
WAITING = "investigating awaiting_user on_hold negotiating"
STAFF = "agent handler supervisor director admin"
LEADS = "supervisor director admin"
OPEN_STATES = " ".join(OPEN)
EVERY = " ".join(State)
UNDERWAY = " ".join(state for state in OPEN if state not in {"registered", "dispatched"})
LIVE = " ".join(state for state in State if state is not State.ARCHIVED)

# move: the states it leaves, the roles that may make it (on a ticket that meets its condition);
# where a role may make it from some of them alone, `ONLY` says from which.
MAY: Mapping[str, tuple[str, str]] = {
    "submit": ("", ""),
    "refile": ("invalid", "subscriber agent"),
    "solve": ("registered", f"bot agent {LEADS}"),
    "dispatch": ("registered dispatched", f"bot agent {LEADS}"),
    "claim": (f"registered dispatched {WORK}", STAFF),
    # Of a ticket that the agent has: a handler who does not have it may neither give nor leave it.
    "assign": (OPEN_STATES, f"agent {LEADS}"),
    "release": (UNDERWAY, f"agent {LEADS}"),
    "set_level": (OPEN_STATES, LEADS),
    "grade": (EVERY, LEADS),
    "prepare_appeal": (EVERY, f"subscriber {STAFF}"),
    "judge_contact": (EVERY, STAFF),
    "hand_out_file": (EVERY, f"subscriber {STAFF}"),
    "sign_in": ("dispatched", f"handler {LEADS}"),
    "return_routing": ("dispatched", f"handler {LEADS}"),
    "inadmissible": ("registered dispatched investigating", STAFF),
    "admissible": ("registered dispatched investigating", LEADS),
    "ask": (WORK, STAFF),
    "answer": ("awaiting_user", f"subscriber {STAFF}"),
    "silence": ("awaiting_user", "clock"),
    "hold": ("investigating executing", LEADS),
    "resume": ("on_hold", f"clock {LEADS}"),
    "set_liability": ("investigating negotiating", STAFF),
    "ask_approval": ("investigating negotiating", "agent handler supervisor director"),
    "approve": ("investigating negotiating", "supervisor director"),
    "refuse_approval": (WAITING, "supervisor director"),
    "pass_up": (WAITING, "supervisor"),
    "propose": ("investigating negotiating", STAFF),
    "accept": ("proposed", "subscriber"),
    "reject": ("proposed", "subscriber"),
    "withdraw_proposal": ("proposed", STAFF),
    "no_answer": ("proposed", "clock"),
    "final": ("negotiating", LEADS),
    "accept_after_all": ("deadlock", "subscriber"),
    "new_fact": ("deadlock", "subscriber"),
    "think": ("proposed deadlock", "subscriber"),
    "think_again": ("agreed executing", "subscriber"),
    "confirm_writing": ("agreed", "bot"),
    "item_done": ("executing", STAFF),
    "done": ("executing", "bot"),
    "late": ("executing", f"clock {STAFF}"),
    "delay": (f"registered dispatched {WORK}", f"clock {STAFF}"),
    "done_without_proposal": ("investigating", STAFF),
    "fixed": ("awaiting_confirm", "subscriber"),
    "not_fixed": ("awaiting_confirm", "subscriber"),
    "unconfirmed": ("awaiting_confirm", "clock"),
    "score": ("survey closed", "subscriber"),
    "answer_survey": ("survey", "subscriber"),
    "survey_expired": ("survey", "clock"),
    "reopen": ("survey closed", "subscriber"),
    "archive": ("closed", "clock"),
    "withdraw": (OPEN_STATES, "subscriber"),
    "end_deadlock": (EVERY, f"agent {LEADS}"),
    "mediated": (EVERY, f"agent {LEADS}"),
    "thank": ("registered dispatched investigating", STAFF),
    "complain": (OPEN_STATES, f"subscriber bot clock {STAFF}"),
    "remind": (OPEN_STATES, "subscriber"),
    "dispute": (OPEN_STATES, STAFF),
    "credit_placed": (OPEN_STATES, STAFF),
    "again": (OPEN_STATES, "subscriber"),
    "apart": (EVERY, f"subscriber {STAFF}"),
    "same_matter": (EVERY, STAFF),
    "key": (OPEN_STATES, "bot"),
    "join_incident": (OPEN_STATES, "bot"),
    "incident_found": (OPEN_STATES, "bot"),
    "incident_note": (OPEN_STATES, "bot"),
    "incident_fixed": ("registered dispatched investigating awaiting_user on_hold", "bot"),
    "incident_back": (OPEN_STATES, "bot"),
    "incident_settled": (
        "registered dispatched investigating awaiting_user on_hold negotiating",
        "bot",
    ),
    "incident_credited": ("awaiting_confirm survey closed", "bot"),
    "part": (OPEN_STATES, f"subscriber bot {STAFF}"),
    "contact": (OPEN_STATES, "bot"),
    "escalate": (LIVE, f"subscriber clock bot {STAFF}"),
    "appeal": (EVERY, f"subscriber agent {LEADS}"),
    "refer": (EVERY, f"agent {LEADS}"),
    "answer_body": (EVERY, f"agent {LEADS}"),
    "taken_up": (EVERY, f"agent {LEADS}"),
    "turned_down": (EVERY, f"agent {LEADS}"),
    "taken_back": (EVERY, f"agent {LEADS}"),
    "summon": (EVERY, "subscriber bot"),
    "add": (LIVE, "subscriber"),
    "reply": (LIVE, STAFF),
    "note": (EVERY, f"bot {STAFF}"),
}


ONLY: Mapping[tuple[str, str], str] = {
    ("dispatch", "bot"): "registered",
    ("dispatch", "agent"): "registered",
    ("assign", "agent"): UNDERWAY,
    **{("escalate", role): OPEN_STATES for role in f"subscriber clock {STAFF}".split()},
}


ASKED = Approval(minor=50_000, role=Role.SUPERVISOR, by=WANG.staff, by_name="王强", at=MONDAY)
OFFERED = Proposal(round=1, finding="f", items=(), at=MONDAY, by="b", outcome="rejected")


BEFORE_A_BODY = {
    *("end_deadlock", "mediated", "answer_body", "taken_up", "turned_down", "taken_back"),
}


def ready(state: State, move: str = "") -> Ticket:
    """A ticket in `state` that meets every condition of `move`."""
    done = MONDAY if move == "done" else None
    item = Item(code="refund", minor=9400, due=MONDAY, done_at=done, proof="x" if done else "")
    proposal = Proposal(round=1, finding="f", items=(item,), at=MONDAY, by="b", outcome="accepted")
    kinds = {"thank": Kind.PRAISE, "complain": Kind.FAULT}
    told = "上月报修过" if move == "judge_contact" else ""
    kind = kinds.get(move, Kind.COMPLAINT)
    filing = replace(filed().ticket.filing, kind=kind, reported_before=told)
    return replace(
        filed().ticket,
        filing=filing,
        state=state,
        rounds=2,
        proposals=(proposal,),
        called_at=MONDAY,
        closed_at=MONDAY if state in ENDED else None,
        inadmissible="vague" if move == "admissible" else "",
        inadmissible_by=LI.staff,
        appeal="REF" if move in BEFORE_A_BODY else "",
        incident=4 if move == "part" or move.startswith("incident_") else 0,
        approvals=(ASKED,) if move in {"approve", "refuse_approval", "pass_up"} else (),
        repeat_of=3 if move in {"apart", "same_matter"} else 0,
        owner=LI.staff if move in {"assign", "release"} else 0,
    )


def can(ticket: Ticket, move: str, actor: Actor) -> bool:
    fact = fact_of(ticket, actor, house().catalogue, MONDAY)
    return LIFE.next(ticket.state, move, fact) is not None


def test_the_hand_typed_table_knows_every_move() -> None:
    assert set(MAY) == set(MOVES)


@pytest.mark.parametrize("move", MOVES)
def test_each_role_may_make_the_move_from_these_states_and_from_no_others(move: str) -> None:
    states, roles = MAY[move]
    for state in State:
        for actor in PEOPLE:
            leaves = ONLY.get((move, actor.role), states).split()
            expected = state in leaves and actor.role in roles.split()
            assert can(ready(state, move), move, actor) is expected, (state, actor.role)


TARGETS = [
    # move, who, from, to, what else is so
    ("refile", ANN, "invalid", "registered", {}),
    ("claim", LI, "dispatched", "investigating", {}),
    ("claim", LI, "negotiating", "negotiating", {}),
    ("assign", ZHAO, "dispatched", "investigating", {}),
    ("assign", WANG, "proposed", "proposed", {"owner": WANG.staff}),
    ("release", WANG, "executing", "executing", {"owner": WANG.staff}),
    ("inadmissible", LI, "dispatched", "dispatched", {}),
    ("inadmissible", ZHAO, "dispatched", "invalid", {"inadmissible": "vague"}),
    ("answer", ANN, "awaiting_user", "investigating", {}),
    ("answer", ANN, "awaiting_user", "negotiating", {"back": State.NEGOTIATING}),
    ("answer", ANN, "awaiting_user", "executing", {"back": State.EXECUTING}),
    ("resume", ZHAO, "on_hold", "executing", {"back": State.EXECUTING}),
    ("withdraw_proposal", LI, "proposed", "investigating", {"rounds": 0}),
    ("withdraw_proposal", LI, "proposed", "negotiating", {"rounds": 1}),
    ("not_fixed", ANN, "awaiting_confirm", "executing", {}),
    ("not_fixed", ANN, "awaiting_confirm", "investigating", {"proposals": ()}),
    ("score", ANN, "survey", "closed", {}),
    ("score", ANN, "closed", "closed", {}),
    ("end_deadlock", PEOPLE[2], "deadlock", "survey", {}),
    ("end_deadlock", LI, "executing", "survey", {"appeal": "REF"}),
    ("end_deadlock", LI, "closed", "closed", {"appeal": "REF"}),
]


@pytest.mark.parametrize(("move", "actor", "source", "target", "so"), TARGETS)
def test_where_a_move_leads_depends_on_the_ticket(
    move: str, actor: Actor, source: str, target: str, so: dict[str, object]
) -> None:
    ticket = replace(ready(State(source)), **so)  # type: ignore[arg-type]
    fact = fact_of(ticket, actor, house().catalogue, MONDAY)
    assert LIFE.next(ticket.state, move, fact) == target


CONDITIONS = [
    # move, who, from, what stands against it
    ("inadmissible", LI, "dispatched", {"inadmissible": "vague"}),
    ("inadmissible", ZHAO, "dispatched", {"inadmissible": "vague", "inadmissible_by": 3}),
    ("return_routing", WANG, "dispatched", {"returns": 1}),
    ("claim", WANG, "investigating", {"owner": 9}),
    ("assign", WANG, "investigating", {"owner": 9}),
    ("release", WANG, "investigating", {"owner": 9}),
    ("release", ZHAO, "investigating", {"owner": 0}),
    ("ask", LI, "investigating", {"asks": 3}),
    ("no_answer", PEOPLE[2], "proposed", {"called_at": None}),
    ("final", ZHAO, "negotiating", {"rounds": 1}),
    ("accept_after_all", ANN, "deadlock", {"proposals": ()}),
    ("done", PEOPLE[1], "executing", {}),
    ("score", ANN, "closed", {"result": "no_answer"}),
    ("remind", ANN, "dispatched", {"reminded_at": MONDAY}),
    ("escalate", ANN, "dispatched", {"level": 3}),
    ("same_matter", WANG, "dispatched", {"repeat_of": 0}),
    ("same_matter", WANG, "dispatched", {"repeat_of": 3, "repeat_shown": True}),
    ("same_matter", WANG, "dispatched", {"repeat_of": 3, "repeat_joined": True}),
    ("apart", WANG, "dispatched", {"repeat_of": 0}),
    ("mediated", LI, "dispatched", {}),
    ("think", ANN, "proposed", {"thinks": 2}),
    ("think", ANN, "deadlock", {"proposals": ()}),
    ("credit_placed", WANG, "dispatched", {"credit": None}),
    ("accept_after_all", ANN, "deadlock", {"proposals": (replace(OFFERED, outcome="withdrawn"),)}),
    ("approve", ZHAO, "investigating", {}),
    ("approve", ZHAO, "investigating", {"approvals": (replace(ASKED, by=ZHAO.staff),)}),
    ("approve", ZHAO, "investigating", {"approvals": (replace(ASKED, role=Role.DIRECTOR),)}),
    ("approve", ZHAO, "investigating", {"approvals": (replace(ASKED, outcome="overtaken"),)}),
    ("refuse_approval", ZHAO, "investigating", {"approvals": (replace(ASKED, by=3),)}),
    ("pass_up", ZHAO, "investigating", {"approvals": (replace(ASKED, role=Role.DIRECTOR),)}),
    ("thank", LI, "dispatched", {}),
    ("part", ANN, "dispatched", {}),
    ("incident_found", PEOPLE[1], "dispatched", {}),
    ("join_incident", PEOPLE[1], "dispatched", {"incident": 4}),
    ("complain", ANN, "dispatched", {}),
    ("score", ANN, "closed", {"result": "thanked"}),
    ("end_deadlock", PEOPLE[2], "deadlock", {"appeal": "REF"}),
]


@pytest.mark.parametrize(("move", "actor", "source", "so"), CONDITIONS)
def test_a_condition_that_is_not_met_refuses_the_move(
    move: str, actor: Actor, source: str, so: dict[str, object]
) -> None:
    ticket = replace(ready(State(source)), **so)  # type: ignore[arg-type]
    assert not can(ticket, move, actor)


def test_every_state_can_be_reached() -> None:
    assert LIFE.reachable() == frozenset(State)


@pytest.mark.parametrize("state", OPEN)
def test_every_open_state_has_an_exit_that_needs_no_act_of_the_subscriber(state: State) -> None:
    ways = [
        row
        for row in ROWS
        if state in row.sources
        and row.target not in {None, state}
        and row.roles - {Role.SUBSCRIBER}
        and row.guard != "under_appeal"
    ]
    # Execution ends when staff have recorded the last proof, which the bot answers with `done`.
    assert ways


def test_every_row_has_a_role_a_known_condition_and_its_words_in_both_languages() -> None:
    for row in ROWS:
        assert row.roles
        assert row.guard in GUARDS
        for language in texts().languages:
            assert texts().has(language, f"move-{row.move}"), row.move
            assert not row.message or texts().has(language, row.message.lower()), row.message
            assert not row.message or row.message in house().catalogue.notices


def test_states_steps_and_roles_have_words_in_both_languages() -> None:
    wanted = [f"{part}-{state}" for state in State for part in ("state", "next")]
    wanted += [f"role-{role}" for role in Role]
    for language in texts().languages:
        assert [key for key in wanted if not texts().has(language, key)] == []


def test_every_condition_stands_in_a_row_and_every_move_has_its_function() -> None:
    assert {row.guard for row in ROWS} == set(GUARDS)
    assert set(WAYS) == set(MOVES) - {"submit"}


def test_the_buttons_are_exactly_the_moves_of_this_role() -> None:
    ticket, known = filed().ticket, house().catalogue
    assert allowed(ticket, WANG, known, MONDAY) == (
        "claim",
        "return_routing",
        "inadmissible",
        "delay",
        "dispute",
        "credit_placed",
        "escalate",
        "prepare_appeal",
        "hand_out_file",
        "reply",
        "note",
    )
    assert allowed(ready(State.PROPOSED), ANN, known, MONDAY) == (
        "accept",
        "think",
        "reject",
        "withdraw",
        "remind",
        "again",
        "apart",
        "escalate",
        "appeal",
        "prepare_appeal",
        "hand_out_file",
        "summon",
        "add",
    )
    assert "propose" in allowed(ready(State.INVESTIGATING), ROOT, known, MONDAY)


def test_the_message_belongs_to_the_step_and_not_to_the_name() -> None:
    assert message("inadmissible", State.DISPATCHED, State.DISPATCHED) == ""
    assert message("inadmissible", State.DISPATCHED, State.INVALID) == "M03"
    assert message("end_deadlock", State.CLOSED, State.CLOSED) == "M29"


def test_the_drawing_shows_each_change_of_state_once() -> None:
    drawn = drawing()
    assert drawn.startswith("stateDiagram-v2\n    [*] --> registered\n")
    assert "    any_open_state --> withdrawn : withdraw\n" in drawn
    assert "reply" not in drawn
    assert drawn == drawing()
