"""The life of a ticket: every move of domain.md §3.4 with the rulings of DESIGN §6, as one table.

Rows only: who may make a move, from where to where, on which condition, and which message the
subscriber gets. What a move does to the ticket stands in `moves`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from dialogs.catalogue import Catalogue
from dialogs.model import Json
from dialogs.table import On, Table
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.guards import DECIDERS, GUARDS, LEADS, NOT_HERE, Fact
from dialogs.tickets.ticket import Actor, Role, State, Ticket

# The names of the rows, short enough to read them as a table.
REG, INV, DIS = State.REGISTERED, State.INVALID, State.DISPATCHED
WORK, WAIT, HOLD = State.INVESTIGATING, State.AWAITING_USER, State.ON_HOLD
PROP, NEGO, DEAD = State.PROPOSED, State.NEGOTIATING, State.DEADLOCK
AGREED, EXEC, CHECK = State.AGREED, State.EXECUTING, State.AWAITING_CONFIRM
SURVEY, CLOSED, ARCH, GONE = State.SURVEY, State.CLOSED, State.ARCHIVED, State.WITHDRAWN

OPEN = (REG, DIS, WORK, WAIT, HOLD, PROP, NEGO, DEAD, AGREED, EXEC, CHECK)
ENDED = (SURVEY, CLOSED, ARCH, GONE, INV)
EVERY = OPEN + ENDED
LIVE = tuple(state for state in EVERY if state != ARCH)
UNDERWAY = tuple(state for state in OPEN if state not in {REG, DIS})
UNDECIDED = (REG, DIS, WORK, WAIT, HOLD, NEGO)  # nothing of their own is offered

U, B, T = frozenset({Role.SUBSCRIBER}), frozenset({Role.BOT}), frozenset({Role.CLOCK})
AGENT, HANDLER = frozenset({Role.AGENT}), frozenset({Role.HANDLER})
SUPERVISOR = frozenset({Role.SUPERVISOR})
# Whoever decides too late hears what became of the draft, wherever the ticket is by then.
DECIDING = frozenset({"approve", "refuse_approval", "pass_up"})
STAFF = AGENT | HANDLER | LEADS


@dataclass(frozen=True, slots=True)
class Row:
    """A move: from any of `sources` to `target` (None: no change of state), by one of `roles`.

    `numbers` are the rows of domain.md §3.4 and DESIGN §6 that it stands for; `message` is what
    the subscriber gets, "" for nothing; `guard` is a name of `guards.GUARDS`.
    """

    move: str
    numbers: tuple[int, ...]
    sources: tuple[State, ...]
    target: State | None
    roles: frozenset[Role]
    message: str = ""
    guard: str = ""


ROWS: tuple[Row, ...] = (
    # Filing. A draft is a session, so `submit` leaves no state: `moves.open_ticket` makes it.
    Row("submit", (1,), (), REG, U | AGENT, "M01"),
    Row("refile", (29,), (INV,), REG, U | AGENT, "M01"),
    Row("solve", (2,), (REG,), CHECK, AGENT | LEADS | B, "M02"),
    Row("dispatch", (4,), (REG,), DIS, AGENT | LEADS | B, "M04"),
    Row("dispatch", (4,), (DIS,), None, LEADS, "M04"),
    Row("claim", (5,), (REG, DIS), WORK, STAFF, "M05"),
    Row("claim", (5,), (WORK, NEGO, EXEC), None, STAFF, "M05", "unowned"),
    Row("sign_in", (5,), (DIS,), WORK, HANDLER | LEADS, "M05"),
    # Given by another: by a lead, or by whoever has it.
    Row("assign", (5,), (REG, DIS), WORK, LEADS, "M05"),
    Row("assign", (5,), (WORK, NEGO, EXEC), None, STAFF, "M05", "theirs_to_give"),
    Row("assign", (5,), (WAIT, HOLD, PROP, DEAD, AGREED, CHECK), None, STAFF, "", "theirs_to_give"),
    Row("release", (5,), UNDERWAY, None, STAFF, "", "theirs_to_lay_down"),
    Row("return_routing", (5,), (DIS,), REG, HANDLER | LEADS, "", "returns_left"),
    Row("inadmissible", (3,), (REG, DIS, WORK), None, STAFF, "", "not_yet_asked"),
    Row("inadmissible", (3,), (REG, DIS, WORK), INV, LEADS, "M03", "asked_by_another"),
    Row("admissible", (3,), (REG, DIS, WORK), None, LEADS, "", "asked_inadmissible"),
    # Finding out.
    Row("ask", (6,), (WORK, NEGO, EXEC), WAIT, STAFF, "M06", "asks_left"),
    Row("answer", (6,), (WAIT,), WORK, U | STAFF, "", "back_investigating"),
    Row("answer", (6,), (WAIT,), NEGO, U | STAFF, "", "back_negotiating"),
    Row("answer", (6,), (WAIT,), EXEC, U | STAFF, "", "back_executing"),
    Row("silence", (6,), (WAIT,), WORK, T, "PROGRESS", "back_investigating"),
    Row("silence", (6,), (WAIT,), NEGO, T, "PROGRESS", "back_negotiating"),
    Row("silence", (6,), (WAIT,), EXEC, T, "PROGRESS", "back_executing"),
    Row("hold", (7,), (WORK, EXEC), HOLD, LEADS, "M08"),
    Row("resume", (7,), (HOLD,), WORK, LEADS | T, "PROGRESS", "back_investigating"),
    Row("resume", (7,), (HOLD,), EXEC, LEADS | T, "PROGRESS", "back_executing"),
    Row("set_liability", (8,), (WORK, NEGO), None, STAFF, "M28"),
    # Leave for an offer above one's right; granted, it goes out as it was drafted.
    Row("ask_approval", (9,), (WORK, NEGO), None, AGENT | HANDLER | DECIDERS),
    Row("approve", (9,), (WORK, NEGO), PROP, DECIDERS, "M09", "may_decide"),
    Row("refuse_approval", (9,), (WORK, WAIT, HOLD, NEGO), None, DECIDERS, "", "may_decide"),
    Row("pass_up", (9,), (WORK, WAIT, HOLD, NEGO), None, SUPERVISOR, "", "may_pass_up"),
    # Coming to terms.
    Row("propose", (9,), (WORK, NEGO), PROP, STAFF, "M09"),
    Row("accept", (10,), (PROP,), AGREED, U, "M10"),
    Row("think", (10,), (PROP, DEAD), None, U, "THINK", "thinks_left"),
    Row("reject", (11,), (PROP,), NEGO, U, "M11"),
    Row("withdraw_proposal", (31,), (PROP,), WORK, STAFF, "M31", "first_round"),
    Row("withdraw_proposal", (31,), (PROP,), NEGO, STAFF, "M31", "later_round"),
    Row("no_answer", (12, 32), (PROP,), CLOSED, T, "M32", "called"),
    Row("final", (13,), (NEGO,), DEAD, LEADS, "M13", "enough_rounds"),
    Row("accept_after_all", (14,), (DEAD,), AGREED, U, "M10", "has_proposal"),
    Row("new_fact", (14,), (DEAD,), NEGO, U, "M11"),
    Row("think_again", (33,), (AGREED, EXEC), NEGO, U, "M33", "none_done"),
    # Carrying out.
    Row("confirm_writing", (15,), (AGREED,), EXEC, B, "M14"),
    Row("item_done", (16,), (EXEC,), None, STAFF, ""),
    Row("done", (16,), (EXEC,), CHECK, B, "M15", "all_done"),
    Row("late", (16,), (EXEC,), None, STAFF, "M16"),
    Row("late", (16,), (EXEC,), None, T, "M16", "delays_left"),
    Row("done_without_proposal", (30,), (WORK,), CHECK, STAFF, "M15"),
    Row("fixed", (17,), (CHECK,), SURVEY, U, "M17"),
    Row("not_fixed", (18,), (CHECK,), EXEC, U, "M18", "item_open"),
    Row("not_fixed", (18,), (CHECK,), WORK, U, "M18", "no_item_open"),
    Row("unconfirmed", (19,), (CHECK,), SURVEY, T, "M19"),
    # The end, and after it.
    Row("score", (20,), (SURVEY,), CLOSED, U, "M20"),
    Row("score", (20,), (CLOSED,), None, U, "M20", "score_open"),
    Row("answer_survey", (20,), (SURVEY,), None, U),
    Row("survey_expired", (20,), (SURVEY,), CLOSED, T),
    Row("reopen", (21,), (CLOSED, SURVEY), WORK, U, "M21", "reopen_in_time"),
    Row("archive", (22,), (CLOSED,), ARCH, T),
    Row("withdraw", (24,), OPEN, GONE, U, "M23"),
    Row("thank", (), (REG, DIS, WORK), CLOSED, STAFF, "THANKED", "friendly"),
    Row("end_deadlock", (28,), (DEAD,), SURVEY, T, "M29", "not_under_appeal"),
    Row("end_deadlock", (28,), OPEN, SURVEY, AGENT | LEADS, "M29", "under_appeal"),
    Row("end_deadlock", (28,), ENDED, None, AGENT | LEADS, "M29", "under_appeal"),
    Row("end_deadlock", (28,), OPEN, SURVEY, HANDLER, "M29", "case_at_their_desk"),
    Row("end_deadlock", (28,), ENDED, None, HANDLER, "M29", "case_at_their_desk"),
    Row("mediated", (28,), EVERY, AGREED, AGENT | LEADS, "M14", "under_appeal"),
    Row("mediated", (28,), EVERY, AGREED, HANDLER, "M14", "case_at_their_desk"),
    # At any time.
    Row("remind", (23,), OPEN, None, U, "M22", "not_just_reminded"),
    Row("delay", (), (REG, DIS, WORK, NEGO, EXEC), None, STAFF | T, "M34", "delays_left"),
    Row("dispute", (), OPEN, None, STAFF, "DISPUTED"),
    Row("credit_placed", (), OPEN, None, STAFF, "", "hold_waits"),
    Row("again", (), OPEN, None, U, "AGAIN"),
    Row("apart", (), EVERY, None, U),
    Row("same_matter", (), EVERY, None, STAFF, "", "looks_alike"),
    Row("apart", (), EVERY, None, STAFF, "", "looks_alike"),
    Row("key", (), OPEN, None, B),
    # One of many (domain.md §3.6): what all are told, each as it stands.
    Row("join_incident", (), OPEN, None, B, "", "no_incident"),
    Row("incident_found", (), (REG, DIS), WORK, B, "B1", "in_incident"),
    Row("incident_found", (), UNDERWAY, None, B, "B1", "in_incident"),
    Row("incident_note", (), OPEN, None, B, "B1N", "in_incident"),
    Row("incident_fixed", (), (REG, DIS, WORK, WAIT, HOLD), CHECK, B, "B2", "in_incident"),
    Row("incident_back", (), OPEN, None, B, "B2W", "in_incident"),
    Row("incident_settled", (), UNDECIDED, PROP, B, "B3", "in_incident"),
    Row("incident_credited", (), (CHECK, SURVEY, CLOSED), None, B, "B3C", "in_incident"),
    Row("part", (), OPEN, None, U | STAFF | B, "B4", "in_incident"),
    Row("escalate", (25,), OPEN, None, U | T | AGENT | HANDLER, "M24", "not_at_the_top"),
    Row("escalate", (25,), OPEN, None, LEADS, "M24"),
    Row("escalate", (25,), LIVE, None, B, "M24A"),
    Row("set_level", (25,), OPEN, None, LEADS),
    Row("complain", (), OPEN, None, U | T | B | STAFF, "COMPLAINED", "no_complaint_yet"),
    Row("appeal", (26,), EVERY, None, U | AGENT | LEADS, "M25"),
    # The file of an appeal (domain.md §5): at any time, and nothing else changes by it.
    Row("prepare_appeal", (26,), EVERY, None, U | STAFF),
    Row("judge_contact", (26,), EVERY, None, STAFF, "", "has_contact"),
    Row("hand_out_file", (26,), EVERY, None, U | STAFF),
    # What outside bodies have of it (domain.md §5), noted by the desk that answers them and leads.
    Row("appeal", (26,), EVERY, None, HANDLER, "M25", "at_their_desk"),
    Row("refer", (26,), EVERY, None, AGENT | LEADS, "M25R"),
    Row("refer", (26,), EVERY, None, HANDLER, "M25R", "at_their_desk"),
    Row("answer_body", (26,), EVERY, None, AGENT | LEADS, "M25S", "under_appeal"),
    Row("answer_body", (26,), EVERY, None, HANDLER, "M25S", "case_at_their_desk"),
    Row("taken_up", (26,), EVERY, None, AGENT | LEADS, "M25T", "under_appeal"),
    Row("taken_up", (26,), EVERY, None, HANDLER, "M25T", "case_at_their_desk"),
    Row("turned_down", (28,), EVERY, None, AGENT | LEADS, "M25N", "under_appeal"),
    Row("turned_down", (28,), EVERY, None, HANDLER, "M25N", "case_at_their_desk"),
    Row("taken_back", (28,), EVERY, None, AGENT | LEADS, "M25W", "under_appeal"),
    Row("taken_back", (28,), EVERY, None, HANDLER, "M25W", "case_at_their_desk"),
    Row("summon", (27,), EVERY, None, U | B),
    Row("add", (), LIVE, None, U),
    Row("reply", (), LIVE, None, STAFF, "REPLY"),
    Row("note", (), EVERY, None, STAFF | B),
    Row("grade", (), EVERY, None, LEADS),
    Row("contact", (), OPEN, None, B),
)

MOVES: tuple[str, ...] = tuple(dict.fromkeys(row.move for row in ROWS))


def _may(row: Row) -> Callable[[Fact], bool]:
    guard = GUARDS[row.guard]

    def may(fact: Fact) -> bool:
        return fact.actor.role in row.roles and guard(fact) is None

    return may


def _table() -> Table:
    """The rows as a routing table; a row without a target of its own stays where it is."""
    lines = (
        On(row.move, source, row.target or source, _may(row))
        for row in ROWS
        for source in row.sources
    )
    return Table(State, lines, State.REGISTERED)


LIFE = _table()


def fact_of(
    ticket: Ticket,
    actor: Actor,
    catalogue: Catalogue,
    now: datetime,
    fields: Mapping[str, Json] | None = None,
) -> Fact:
    """The fact that the table's conditions are asked about."""
    return Fact(ticket=ticket, actor=actor, catalogue=catalogue, now=now, fields=fields or {})


def allowed(ticket: Ticket, actor: Actor, catalogue: Catalogue, now: datetime) -> tuple[str, ...]:
    """The moves that this actor may make now, in the order of the table: exactly the buttons.

    `sign_in` is left out beside `claim`, which is the same act. What depends on what is typed
    (a reason, an amount) is answered by `moves.apply`.
    """
    may = LIFE.triggers(ticket.state, fact_of(ticket, actor, catalogue, now))
    return tuple(name for name in may if not (name == "sign_in" and "claim" in may))


def target(fact: Fact, move: str) -> State | NotAllowed:
    """Where `move` leads, or why it may not be made."""
    found = LIFE.next(fact.ticket.state, move, fact)
    return _refusal(fact, move) if found is None else State(found)


def _refusal(fact: Fact, move: str) -> NotAllowed:
    rows = [row for row in ROWS if row.move == move and fact.ticket.state in row.sources]
    if not rows:
        decides = move in DECIDING and fact.actor.role in DECIDERS
        return (GUARDS["may_decide"](fact) if decides else None) or NOT_HERE
    mine = [row for row in rows if fact.actor.role in row.roles]
    if not mine:
        return NotAllowed("not-allowed-role")
    reasons = [why for row in mine if (why := GUARDS[row.guard](fact)) is not None]
    return next((why for why in reversed(reasons) if why != NOT_HERE), NOT_HERE)


def message(move: str, before: State, after: State, role: Role | None = None) -> str:
    """The code of the message that the subscriber gets for a move between these states, or "".

    `role`: who made it, where that decides between rows; None for anybody.
    """
    for row in ROWS:
        mine = role is None or role in row.roles
        if mine and row.move == move and before in row.sources and (row.target or before) == after:
            return row.message
    return ""


def drawing() -> str:
    """The life of a ticket as a stateDiagram-v2: what changes the state, open states as one box."""
    narrow = tuple(row for row in ROWS if row.target and row.sources and row.sources != OPEN)
    wide = [row for row in ROWS if row.target and row.sources == OPEN]
    lines = (On(r.move, source, r.target or source) for r in narrow for source in r.sources)
    drawn = Table(State, lines, State.REGISTERED).mermaid()
    every = "".join(f"    any_open_state --> {row.target} : {row.move}\n" for row in wide)
    return drawn + every
