"""A corrective action as a value: why it happened, what mends it, what prevents it, and whether it
did (domain.md §3.6, §7).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from dialogs.model import Json
from dialogs.values import quick

CAUSES = ("own_service", "engineering", "third_party")  # classes of causes (domain.md §2, S1-I)
EVERYWHERE, PROVINCE, STORE = "everywhere", "province", "store"
SCOPES = (EVERYWHERE, PROVINCE, STORE)  # where the same cause is looked for afterwards


class Stage(StrEnum):
    """How far an action is.

    Owed: a plan is to be written. Planned: a lead is to accept it. Running: it is carried out.
    Watched: it was, and the same cause is looked for. Proved: it did not come again, or not for
    this reason. Joined: another action stands for its tickets. Dropped: none is needed.
    """

    OWED = "owed"
    PLANNED = "planned"
    RUNNING = "running"
    WATCHED = "watched"
    PROVED = "proved"
    JOINED = "joined"
    DROPPED = "dropped"


OPEN = frozenset({Stage.OWED, Stage.PLANNED, Stage.RUNNING, Stage.WATCHED})
OVER = frozenset(Stage) - OPEN


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Recurred:
    """How often the same matter was complained of since `since` up to `until` (aware UTC).

    `same`: found to be caused by us again; `alike`: the same matter, found otherwise or not found
    yet; `before`: caused by us in as many days before the first of its tickets.
    """

    since: datetime
    until: datetime
    same: int
    alike: int
    before: int


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Corrective:
    """One action; it may stand for many tickets. `revision` grows with every change.

    `category`, `subtype`, `province` (GB/T 2260, "" if not known) and `store` are the matter of its
    first ticket. `due`: when it is to be carried out; `plan_due`: when the plan is to be there;
    `verify_at`: when it is looked whether the cause came again. Moments are aware UTC.
    """

    id: int
    number: str  # "CA" and the like of a ticket's
    revision: int
    stage: Stage
    category: str
    subtype: str
    opened_at: datetime
    plan_due: datetime
    province: str = ""
    store: str = ""
    department: str = ""
    incident: int = 0
    owner: int = 0  # staff id of who carries it out
    owner_name: str = ""
    planner: int = 0  # and of who wrote the plan, who does not accept it
    planner_name: str = ""
    cause_class: str = ""
    cause: str = ""
    fix: str = ""
    prevention: str = ""
    scope: str = EVERYWHERE
    due: datetime | None = None
    planned_at: datetime | None = None
    accepted_by: str = ""
    accepted_at: datetime | None = None
    returned: str = ""  # why the plan came back last
    returns: int = 0
    proof: str = ""
    done_at: datetime | None = None
    verify_at: datetime | None = None
    recurred: Recurred | None = None  # as the record itself counted on that day
    verdict: str = ""  # what the person found who verified it
    verified_by: str = ""
    verified_at: datetime | None = None
    rounds: int = 1  # a cause that came again needs another plan
    joined: int = 0  # the action that stands for its tickets now
    fired: tuple[str, ...] = ()  # which of its limits went off
    next_due: datetime | None = None  # when one of them is to be looked at
    closed_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether somebody owes something on it."""
        return self.stage in OPEN

    @property
    def limit(self) -> datetime | None:
        """By when the next thing is owed; None once it is over."""
        match self.stage:
            case Stage.OWED | Stage.PLANNED:
                return self.plan_due
            case Stage.RUNNING:
                return self.due
            case Stage.WATCHED:
                return self.verify_at
            case _:
                return None

    def overdue(self, now: datetime) -> bool:
        """Whether what is owed next is late."""
        return self.limit is not None and self.limit < now


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A line of an action's history, append-only: what was done when, by whom (0: the bot)."""

    at: datetime
    act: str
    staff: int = 0
    name: str = ""
    detail: Mapping[str, Json] = field(default_factory=dict)


def action_number(opened_at: datetime, serial: int, zone: str) -> str:
    """`CA` + year and month in `zone` + `serial` of the month: "CA26110007"."""
    return f"CA{opened_at.astimezone(ZoneInfo(zone)):%y%m}{serial:04d}"
