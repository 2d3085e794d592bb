"""What staff may do with a corrective action, in which stage, and what it is after that."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from dialogs.correcting.action import CAUSES, SCOPES, STORE, Corrective, Record, Stage
from dialogs.correcting.limits import timed, working
from dialogs.house import House
from dialogs.model import Json
from dialogs.tickets import fields as read
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.guards import LEADS, STAFF
from dialogs.tickets.showing import hide
from dialogs.tickets.ticket import Actor, Role
from dialogs.values import replace

NOT_NOW = NotAllowed("not-allowed-corrective-stage")
NO_RIGHT = NotAllowed("not-allowed-role")
NO_PLAN = NotAllowed("not-allowed-corrective-plan")
NO_CAUSE = NotAllowed("not-allowed-corrective-cause")
NO_DATE = NotAllowed("not-allowed-no-date")
NO_OWNER = NotAllowed("not-allowed-corrective-owner")
NO_STORE = NotAllowed("not-allowed-corrective-store")
NO_REASON = NotAllowed("not-allowed-no-reason")
NO_WORDS = NotAllowed("not-allowed-no-words")
PERSONAL = NotAllowed("not-allowed-corrective-number")
OWN_PLAN = NotAllowed("not-allowed-corrective-own")
OWN_WORK = NotAllowed("not-allowed-corrective-judge")
TOO_EARLY = NotAllowed("not-allowed-corrective-early")
OTHERS = NotAllowed("not-allowed-corrective-other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """An action after an act, and the line of its history."""

    action: Corrective
    record: Record


@dataclass(frozen=True, slots=True)
class Doing:
    """An act: the action before it, who, when, with which fields."""

    action: Corrective
    actor: Actor
    now: datetime
    house: House
    fields: Mapping[str, Json]

    def words(self, name: str) -> str:
        return read.words(self.fields, name)


Way = Callable[[Doing], Corrective | NotAllowed]


@dataclass(frozen=True, slots=True)
class Row:
    """An act: in which stages, by whom, and what becomes of the action."""

    stages: frozenset[Stage]
    roles: Collection[Role]
    way: Way


def plan(doing: Doing) -> Corrective | NotAllowed:
    """Write the plan. Fields: cause_class, cause, fix, prevention, scope, due (a date), and owner
    with owner_name, a member of the staff. Who wrote it may mend it until a lead decides.
    """
    cause, fix, prevention = (doing.words(one) for one in ("cause", "fix", "prevention"))
    if not (cause and fix and prevention):
        return NO_PLAN
    kind, scope = doing.words("cause_class"), doing.words("scope")
    if kind not in CAUSES:
        return NO_CAUSE
    if scope not in SCOPES or (scope == STORE and not doing.action.store):
        return NO_STORE
    due = read.moment(doing.fields, "due", doing.now, doing.house)
    if due is None:
        return NO_DATE
    owner, name = read.whole(doing.fields, "owner"), doing.words("owner_name")
    if not owner or not name:
        return NO_OWNER
    by, rule = doing.actor, doing.house.catalogue.corrective
    return replace(
        doing.action,
        stage=Stage.PLANNED,
        cause=cause,
        fix=fix,
        prevention=prevention,
        cause_class=kind,
        scope=scope,
        due=due,
        owner=owner,
        owner_name=name,
        planner=by.staff,
        planner_name=by.name,
        planned_at=doing.now,
        plan_due=working(doing.now, rule.review, doing.house),
    )


def accept(doing: Doing) -> Corrective | NotAllowed:
    """A second pair of eyes takes the plan; it is carried out from now on."""
    if doing.action.planner == doing.actor.staff:
        return OWN_PLAN
    return replace(
        doing.action,
        stage=Stage.RUNNING,
        accepted_by=doing.actor.name,
        accepted_at=doing.now,
        returned="",
    )


def send_back(doing: Doing) -> Corrective | NotAllowed:
    """The plan will not do. Fields: reason. Another is owed in the same time as the first."""
    if doing.action.planner == doing.actor.staff:
        return OWN_PLAN
    reason = doing.words("reason")
    if not reason:
        return NO_REASON
    return _owed(doing, replace(doing.action, returned=reason, returns=doing.action.returns + 1))


def put_off(doing: Doing) -> Corrective | NotAllowed:
    """It will be carried out later. Fields: due, reason."""
    due = read.moment(doing.fields, "due", doing.now, doing.house)
    if due is None:
        return NO_DATE
    if not doing.words("reason"):
        return NO_REASON
    return replace(doing.action, due=due)


def carried_out(doing: Doing) -> Corrective | NotAllowed:
    """All of it is done. Fields: proof. From now on the same cause is looked for."""
    proof = doing.words("proof")
    if not proof:
        return NO_WORDS
    verify = doing.now + doing.house.catalogue.corrective.verify
    return replace(
        doing.action, stage=Stage.WATCHED, proof=proof, done_at=doing.now, verify_at=verify
    )


def prove(doing: Doing) -> Corrective | NotAllowed:
    """It worked. Fields: verdict, by which that is known. Not before the days are over, and not by
    whoever carried it out.
    """
    action, said = doing.action, doing.words("verdict")
    if action.verify_at is None or doing.now < action.verify_at:
        return TOO_EARLY
    if action.owner == doing.actor.staff:
        return OWN_WORK
    if not said:
        return NO_WORDS
    judged = replace(action, verdict=said, verified_by=doing.actor.name, verified_at=doing.now)
    return replace(judged, stage=Stage.PROVED, closed_at=doing.now)


def came_again(doing: Doing) -> Corrective | NotAllowed:
    """It did not work. Fields: verdict. Another plan is owed; nobody need wait for the days."""
    said = doing.words("verdict")
    if doing.action.owner == doing.actor.staff:
        return OWN_WORK
    if not said:
        return NO_WORDS
    again = replace(
        doing.action,
        rounds=doing.action.rounds + 1,
        returned=said,
        verdict=said,
        verified_by=doing.actor.name,
        verified_at=doing.now,
        recurred=None,
        verify_at=None,
        done_at=None,
        proof="",
    )
    return _owed(doing, again)


def _owed(doing: Doing, action: Corrective) -> Corrective:
    """Another plan is owed; what stands in the last one is kept to be mended."""
    by = working(doing.now, doing.house.catalogue.corrective.plan, doing.house)
    return replace(
        action,
        stage=Stage.OWED,
        plan_due=by,
        planned_at=doing.now,
        accepted_by="",
        accepted_at=None,
    )


def join(doing: Doing) -> Corrective | NotAllowed:
    """Another action stands for its tickets. Fields: into, the other's id, which the storage
    looked up: it is open, and not carried out yet.
    """
    other = read.whole(doing.fields, "into")
    if not other or other == doing.action.id:
        return OTHERS
    return replace(doing.action, stage=Stage.JOINED, joined=other, closed_at=doing.now)


def drop(doing: Doing) -> Corrective | NotAllowed:
    """None is needed after all. Fields: reason."""
    if not doing.words("reason"):
        return NO_REASON
    return replace(doing.action, stage=Stage.DROPPED, closed_at=doing.now)


UNDECIDED = frozenset({Stage.OWED, Stage.PLANNED})
ACTS: Mapping[str, Row] = {
    "plan": Row(UNDECIDED, STAFF, plan),
    "accept": Row(frozenset({Stage.PLANNED}), LEADS, accept),
    "send_back": Row(frozenset({Stage.PLANNED}), LEADS, send_back),
    "carried_out": Row(frozenset({Stage.RUNNING}), STAFF, carried_out),
    "put_off": Row(frozenset({Stage.RUNNING}), LEADS, put_off),
    "prove": Row(frozenset({Stage.WATCHED}), LEADS, prove),
    "came_again": Row(frozenset({Stage.WATCHED}), LEADS, came_again),
    "join": Row(UNDECIDED, STAFF, join),
    "drop": Row(UNDECIDED, LEADS, drop),
}


def may(action: Corrective, actor: Actor, now: datetime) -> tuple[str, ...]:
    """The acts that are open to this actor now, in the order of the table: exactly the forms."""
    names = [
        name for name, row in ACTS.items() if action.stage in row.stages and actor.role in row.roles
    ]
    shut = {"accept", "send_back"} if action.planner == actor.staff else set()
    shut |= {"prove", "came_again"} if action.owner == actor.staff else set()
    if action.verify_at is None or now < action.verify_at:
        shut.add("prove")
    return tuple(name for name in names if name not in shut)


def act(  # noqa: PLR0913, PLR0917  what is done to what, by whom, when, where
    action: Corrective,
    name: str,
    fields: Mapping[str, Json],
    actor: Actor,
    now: datetime,
    house: House,
) -> Turned | NotAllowed:
    """The action after an act, or why it may not be done."""
    row = ACTS.get(name)
    if row is None or action.stage not in row.stages:
        return NOT_NOW
    if actor.role not in row.roles:
        return NO_RIGHT
    doing = Doing(action, actor, now, house, fields)
    if any(isinstance(said, str) and hide(said) != said for said in fields.values()):
        return PERSONAL
    made = row.way(doing)
    if isinstance(made, NotAllowed):
        return made
    after = timed(replace(made, revision=action.revision + 1), house)
    line = Record(at=now, act=name, staff=actor.staff, name=actor.name, detail=fields)
    return Turned(action=after, record=line)
