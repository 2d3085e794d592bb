"""The ticket as a value: what was filed, where it stands, what was proposed, which clocks run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from dialogs.appeals.cases import Case
from dialogs.appeals.dossier import Dossier
from dialogs.model import Json, Language
from dialogs.values import quick


class State(StrEnum):
    """The states of `domain.md` §3.3 (DRAFT is a session, APPEALED a flag: DESIGN §6)."""

    REGISTERED = "registered"
    INVALID = "invalid"
    DISPATCHED = "dispatched"
    INVESTIGATING = "investigating"
    AWAITING_USER = "awaiting_user"
    ON_HOLD = "on_hold"
    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    DEADLOCK = "deadlock"
    AGREED = "agreed"
    EXECUTING = "executing"
    AWAITING_CONFIRM = "awaiting_confirm"
    SURVEY = "survey"
    CLOSED = "closed"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"


class Role(StrEnum):
    """Who acts: the subscriber, the bot, the clock, or staff by their role (DESIGN §6)."""

    SUBSCRIBER = "subscriber"
    BOT = "bot"
    CLOCK = "clock"
    AGENT = "agent"
    HANDLER = "handler"
    SUPERVISOR = "supervisor"
    DIRECTOR = "director"
    ADMIN = "admin"


class Kind(StrEnum):
    """What kind of contact became a ticket (domain.md §3.1; TMF621 ticketType).

    A fault has repair clocks and no grievance yet; praise and suggestions get an answer and no
    deadline. Inquiries and consultations are answered without a ticket.
    """

    COMPLAINT = "complaint"
    FAULT = "fault"
    PRAISE = "praise"
    SUGGESTION = "suggestion"


# Who can be liable (责任认定), as it is found before an offer.
LIABILITIES = ("operator", "user", "force_majeure", "third_party", "shared")
OWN_WORDS = "own_words"  # the reason of a refusal of which all stands in its wish
FRIENDLY = (Kind.PRAISE, Kind.SUGGESTION)  # what asks for an answer and for nothing else


@dataclass(frozen=True, slots=True)
class Actor:
    """Who made a move: `staff` is the staff id (0 for others), `name` as the subscriber sees it."""

    role: Role
    staff: int = 0
    name: str = ""
    department: str = ""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When it happened: aware UTC bounds; `day_only` if the hour is not known; words as told."""

    start: datetime | None = None
    end: datetime | None = None
    day_only: bool = True
    words: str = ""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where it happened: words as told, GB/T 2260 codes as far as resolved ("" if not)."""

    words: str = ""
    province: str = ""
    city: str = ""
    district: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One remedy asked for: its catalogue code, and the amount named, in minor units."""

    code: str
    minor: int | None = None
    words: str = ""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What the subscriber filed (TMF621 description, relatedEntity, requestedResolutionDate).

    `service_number` E.164 or an account of 4 to 40 characters. `amount` is the disputed amount in
    minor units. `answers` are the extra questions of the category, by their code.
    """

    story: str
    category: str
    subtype: str
    kind: Kind = Kind.COMPLAINT
    tags: tuple[str, ...] = ()
    when: When | None = None
    where: Where | None = None
    amount: int | None = None
    currency: str = "CNY"
    service_number: str = ""
    wishes: tuple[Wish, ...] = ()
    wish_by: datetime | None = None
    contact_phone: str = ""
    window: str = ""
    relation: str = "holder"
    name: str = ""
    reported_before: str = ""  # what was said of earlier contacts, "" if none
    promise_cited: str = ""
    answers: Mapping[str, Json] = field(default_factory=dict)
    catalogue: str = ""  # version of the catalogue it was filed under
    store: str = ""  # the code of the catalogue's store that it is about, "" if none was named
    staff_number: str = ""  # of whom it is about, as told (工号)
    evidence_asked: tuple[str, ...] = ()  # codes of the category's pictures that were asked for
    evidence_sent: tuple[str, ...] = ()  # and of those that came
    alarms: tuple[str, ...] = ()  # triggers heard in what was said while it was filed
    tone: str = ""  # how that sounded
    origin: str = ""  # the catalogue's code of how it came where staff wrote it down, "" for a chat
    alone: bool = False  # they heard of a known trouble, and want theirs answered by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing offered: a remedy with amount (minor units) and date; proof once carried out."""

    code: str
    words: str = ""
    minor: int | None = None
    due: datetime | None = None
    proof: str = ""
    done_at: datetime | None = None
    promise: str = ""  # the code of the published promise that it keeps, "" for none
    agreed: datetime | None = None  # the date that was agreed, where it came to be put off


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A drafted offer that needs leave: who asked whom for what, and what came of it.

    `minor` is the offer's sum. `outcome` is "asked", "granted", "refused" or "overtaken" (the
    ticket moved on before anybody decided).
    """

    minor: int
    role: Role  # the least role that may grant it
    by: int  # staff ids
    by_name: str
    at: datetime
    by_role: Role = Role.HANDLER
    words: str = ""  # why it is asked for
    liability: str = ""
    finding: str = ""
    items: tuple[Item, ...] = ()
    outcome: str = "asked"
    decided_by: int = 0
    decided_name: str = ""
    decided_at: datetime | None = None
    reason: str = ""  # why it was refused, or the move that overtook it
    passed_by: int = 0  # who passed it up, and under what name
    passed_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditHold:
    """The disputed part of a bill, which is neither dunned nor suspends service (domain.md §3.6).

    `minor` units since `since`; `placed_at` and `reference` once billing has done it; `ended_at`
    once it is over, and `due_from` the day from which what is left of it is asked for again.
    """

    minor: int
    since: datetime
    placed_at: datetime | None = None
    reference: str = ""
    ended_at: datetime | None = None
    due_from: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is offered in one round; `outcome` open, accepted, rejected, withdrawn or lapsed."""

    round: int
    finding: str
    items: tuple[Item, ...]
    at: datetime
    by: str
    outcome: str = "open"
    reason: str = ""  # the subscriber's, if rejected
    wish: str = ""  # the new wish
    final: bool = False
    risk: str = ""  # why a lead should look at it (`offering.below_policy`); for staff alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What staff asked for; `answer` None until it came. `facts` are codes of `tickets.facts`."""

    words: str
    at: datetime
    answer: str | None = None
    answered_at: datetime | None = None
    facts: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A running limit: `due` moves when it pauses; `fired` marks went off; `next` wakes the ticker.

    `left` seconds remain while paused. `result` is "", "met", "breached", "cancelled", or "moved"
    where a date that was promised was put off in time.
    """

    rule: str
    started: datetime
    due: datetime
    fired: int = 0
    next: datetime | None = None
    paused: datetime | None = None
    left: float = 0.0
    stopped: datetime | None = None
    result: str = ""
    subject: str = ""  # what it is about, e.g. the number of an item
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One answer to the survey; append-only, the last one within 7 days counts."""

    at: datetime
    score: int | None = None
    solved: str = ""  # "yes", "partly", "no" or not asked
    person: str = ""  # "satisfied", "average", "dissatisfied"
    reasons: tuple[str, ...] = ()
    words: str = ""
    paid: str = ""  # "yes", "no" or not asked: whether money was taken on a home visit
    paid_minor: int | None = None  # how much, where they say it


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A filed complaint. `revision` grows with every change.

    `stage` is the revision at which its state or its proposal last changed: a button names it, so
    that a note in between leaves the button good and a new proposal does not.
    """

    id: int
    number: str
    revision: int
    chat: int
    subscriber: int
    language: Language
    state: State
    filing: Filing
    opened_at: datetime
    stage: int = 0
    back: State | None = None  # where ON_HOLD and AWAITING_USER return to
    department: str = ""
    owner: int = 0
    owner_name: str = ""
    first_agent: int = 0
    first_agent_name: str = ""
    level: int = 2
    rounds: int = 0
    asks: int = 0
    returns: int = 0
    reopened: int = 0
    reminded: int = 0
    reminded_at: datetime | None = None
    liability: str = ""
    finding: str = ""
    hold_reason: str = ""
    next_step_at: datetime | None = None  # the date last promised to the subscriber
    inadmissible: str = ""  # reason code asked for by an agent, confirmed by a supervisor
    inadmissible_by: int = 0  # the staff id of the one who asked, who cannot confirm
    approved: int = 0  # minor units that may be offered by leave of a supervisor
    approvals: tuple[Approval, ...] = ()  # what was asked for beyond a role's right, oldest first
    credit: CreditHold | None = None
    think_until: datetime | None = None  # by when the subscriber wants to have thought it over
    thinks: int = 0  # how often they asked for that time on the newest proposal
    called_at: datetime | None = None  # when staff last recorded a call to the subscriber
    appeal: str = ""  # the reference of the newest case that a body has still, "" for none
    result: str = ""  # "solved", "unconfirmed", "not_agreed", "withdrawn", "no_answer", "invalid"…
    closed_at: datetime | None = None
    proposals: tuple[Proposal, ...] = ()
    questions: tuple[Question, ...] = ()
    clocks: tuple[Clock, ...] = ()
    scores: tuple[Score, ...] = ()
    repeat_of: int = 0
    repeat_shown: bool = False  # the subscriber may know of it (DESIGN §6 identity)
    repeat_joined: bool = False  # staff looked at a link that is not shown, and it is a repeat
    times: int = 1  # which complaint about the same matter this is, 1 for the first
    times_alike: int = 0  # those of the one that it looks like, until staff say it is the same
    area: str = ""  # GB/T 2260 code of the province whose people work on it, "" for anybody
    key: bool = False  # a key account (重点客户)
    referral: str = ""  # the body that sent it on to us, "" if the subscriber came themselves
    referral_due: datetime | None = None  # by when that body wants an answer
    alarms: tuple[str, ...] = ()  # codes of the catalogue's triggers that were recognised in it
    tone: str = ""  # how it sounds: "calm", "upset", "angry"
    calmed: Mapping[str, Json] = field(default_factory=dict)  # trigger -> when it was answered, ISO
    incident: int = 0  # the incident that it belongs to, 0 for none
    led: str = ""  # the department that has its incident
    heard: int = 0  # the newest word to all of its incident that is known here or was left out
    parted: int = 0  # the incident that it was split off from, 0 for none
    siblings: tuple[int, ...] = ()  # tickets of the other matters in the same story
    earlier: str = ""  # the department that had the ticket it repeats
    severity: int = 0  # 1 to 3 where staff caused it, for quality inspection alone (§3.7)
    delays: int = 0  # how often the subscriber was told that it will be later
    delayed_to: datetime | None = None  # the date that they were told when that was last
    next_step_expected: bool = False  # that date lies in a year whose holidays are not published
    counted: int = 0  # by which version of the working days its dates were counted
    dossier: Dossier | None = None  # what was said for the file of an appeal, None if nothing yet
    cases: tuple[Case, ...] = ()  # what outside bodies have or had of it, oldest first
    visited: bool = False  # staff were at the subscriber's home for it
    surveyed_at: datetime | None = None  # when this closing's survey went out, None if it did not
    surveyed_again_at: datetime | None = None  # when it was reminded of
    surveyed_with: tuple[int, ...] = ()  # the other tickets that the same message asked about

    @property
    def proposal(self) -> Proposal | None:
        """The newest proposal, open or not."""
        return self.proposals[-1] if self.proposals else None

    @property
    def open(self) -> bool:
        """Whether work or the subscriber's word is still owed on it."""
        return self.state not in ENDED


ENDED = frozenset({State.CLOSED, State.ARCHIVED, State.WITHDRAWN, State.INVALID, State.SURVEY})


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the append-only timeline: a move, its actor, both states, and its details."""

    at: datetime
    move: str
    actor: Actor
    before: State
    after: State
    detail: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something a person of the staff must do: call back, look at a low score, join a chat."""

    kind: str  # "call_back", "low_score", "unreachable", "human", "delivery", "approve"
    role: Role
    due: datetime
    words: str = ""
