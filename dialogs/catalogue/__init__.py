"""What an operator may change without code: categories, remedies, clocks, money, survey, words.

The catalogue is read from `catalog.toml` by whoever owns files, and comes in here as a mapping.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from dialogs.catalogue.canned import Canned
from dialogs.catalogue.finding import Check, Evidence, Reminder, StaffNumbers, Store
from dialogs.catalogue.law import Rule
from dialogs.catalogue.mending import CorrectiveRule, Inspecting
from dialogs.catalogue.process import BatchRule, Levels, Origin, RouteRule, Trigger
from dialogs.catalogue.rules import ClockRule as ClockRule
from dialogs.catalogue.rules import Mark as Mark
from dialogs.catalogue.rules import Plan, plan_of
from dialogs.catalogue.surveying import Surveying
from dialogs.model import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One extra question of a category, asked after filing and free to be ignored.

    `kind`: "text", "choice" (with `options`), "date", "yes_no", "card" (the number of a SIM card),
    "staff" (a staff number).
    """

    code: str
    ask: Label
    kind: str = "text"
    options: tuple[tuple[str, Label], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtype:
    code: str  # unique in its category: "after_cancel"
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A complaint category of `domain.md` §1. `needs` are the fields asked before the card:
    any of "when", "place", "amount", "number" ("remedy", "story" and "category" always are)."""

    code: str  # "BIL"
    label: Label
    subtypes: tuple[Subtype, ...]
    department: str
    rollup: str  # "N", "C" or "U"; "" where the regulator counts none
    needs: tuple[str, ...]
    place_kind: str = ""  # "network" or "store": which words ask for the place
    remedies: tuple[str, ...] = ()  # five that fit first, best first
    asked: tuple[Asked, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    repair: bool = False  # the survey waits until the fix has proved itself, and asks "still ok?"

    def subtype(self, code: str) -> Subtype | None:
        """The subtype of that code, or None."""
        return next((one for one in self.subtypes if one.code == code), None)

    def wanted(self, subtype: str) -> tuple[Evidence, ...]:
        """The pictures that decide a matter of this subtype."""
        return tuple(one for one in self.evidence if not one.subtypes or subtype in one.subtypes)

    def asks(self, kind: str) -> str:
        """The code of its question of this kind, "" if it has none."""
        return next((one.code for one in self.asked if one.kind == kind), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """A remedy that may be wished for or offered; `money` if an amount belongs to it.

    `offered_only`: nobody is asked whether they wish for it (goodwill). `least`: the least role
    that may offer it alone, "" for anybody. `covers`: remedies that are met by it as well.
    """

    code: str
    label: Label
    money: bool = False
    offered_only: bool = False
    least: str = ""
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Another company that people complain of by mistake: what it is called, whom to turn to.

    `telecom`: an operator like us; it may be ourselves.
    """

    code: str
    label: Label
    words: tuple[str, ...]
    phone: str
    note: Label
    telecom: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """`told`: whether subscribers hear its name; else they hear that of their category's."""

    code: str
    label: Label
    told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """How a message of `domain.md` §9 travels: "push", "edit" (the card, silently) or "status".

    `rest`: which quiet hours hold it: "night", "survey" or "" for none. `yields_to`: it is dropped
    if that message follows on the same local day. `letter`: the letter that goes with it as a file,
    "final" (our position, and whom to appeal to) or "overdue" (that we did not answer in time), ""
    for none.
    """

    code: str  # "M09"
    way: str
    rest: str = "night"
    yields_to: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A published promise of the operator: a wish may cite it, and an offer keep it.

    Valid from and to these days (ISO), both included; no end if "". `remedy` is what it promises
    ("" if none in particular), for these `categories` (empty: all), up to so many `times` the
    disputed amount.
    """

    code: str
    label: Label
    words: tuple[str, ...]  # what in a story cites it
    valid_from: str
    valid_to: str = ""
    text: Label  # as it was published
    source: Label  # where
    remedy: str = ""
    categories: tuple[str, ...] = ()
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """An address for appeals; `checked` the date (ISO) on which it was looked up.

    It is a province's (its GB/T 2260 code), the national centre's (""), or that of the scheme to
    which these `companies` of the catalogue belong, wherever the matter happened.
    """

    province: str
    companies: tuple[str, ...] = ()
    body: Label
    phone: str
    address: Label
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribers:
    """So many users in a quarter ("2026-Q4"), of a province by its code, "" for all together.

    `example`: the number is made up, and reports say so.
    """

    quarter: str
    province: str
    users: int
    example: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealRule:
    """What an appeal needs (domain.md §5). The days of waiting are those of the clock C1, the ages
    those of `appeal_months`.

    `tests`: what the body looks at, in the order shown. `grounds`: what counts as an answer that
    does not satisfy, or as none. `declined`: the file is offered from so many declined offers on.
    `asks`: what the file asks for, in order; `needed`: what the body does not do without.
    `undemanding`: remedies that ask for nothing. `postcode`: a regular expression. `words`: what is
    typed for the button; `filed_words` after the filing. `otherwise`: where else one can turn.
    """

    tests: tuple[str, ...]
    grounds: tuple[str, ...]
    declined: int
    asks: tuple[str, ...]
    needed: tuple[str, ...]
    undemanding: tuple[str, ...]
    postcode: str
    words: tuple[str, ...]
    filed_words: tuple[str, ...]
    otherwise: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Local times of day, minutes after midnight: rests from `start` to `end` (may cross 0:00)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeating:
    """When a complaint is the same matter again (domain.md §3.5).

    `words`: what in a story says that it is the matter of before. `follow_on`: categories that name
    no matter of their own (no answer, a promise not kept). `supervisor_from`: from which complaint
    about one matter on, counted from 1, a supervisor has it at once.
    """

    words: tuple[str, ...] = ()
    follow_on: tuple[str, ...] = ()
    supervisor_from: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Maintenance:
    """How long before its start work on the network is to be announced (domain.md §4, N1).

    `apart`: pairs of category and kind ("NET-F:install_late") that neither such work nor an outage
    explains.
    """

    notice: timedelta = timedelta(hours=72)
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRule:
    """Which disputes put an amount on hold (domain.md §3.6), and how fast billing acts.

    `categories`: of complaints in which an amount is disputed; none: there is no hold. `place`
    working hours to put it on hold or lift it, `restore` hours around the clock to give service
    back where it was cut off over the charge: as subtypes ("BIL:wrong_suspension") or remedies in
    `suspended` say, or words of the story. `grace` days pass after its end before the amount is
    asked for again. `credits`: the remedies whose money is taken off the held amount.
    """

    categories: tuple[str, ...] = ()
    place: timedelta = timedelta(hours=4)
    restore: timedelta = timedelta(hours=2)
    grace: int = 7
    credits: tuple[str, ...] = ()
    suspended: tuple[str, ...] = ()
    suspended_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """While an outside body has a matter, and after (domain.md §5).

    `hold`: so long after its end nothing of the ticket is removed. `call_from`, `call_to`: on which
    days after an appeal was filed its body usually calls the subscriber (domain.md §4, A1).
    """

    hold: timedelta = timedelta(days=1095)
    call_from: int = 1
    call_to: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All of it, checked: every reference resolves and every label has every language."""

    version: str
    notice: str  # version of the privacy notice, "1"
    languages: tuple[str, ...]
    categories: Mapping[str, Category]
    remedies: Mapping[str, Remedy]
    departments: Mapping[str, Department]
    clocks: Mapping[str, ClockRule]
    notices: Mapping[str, Notice]
    promises: Mapping[str, Promise]
    appeals: tuple[Appeal, ...]
    appealing: AppealRule
    inadmissible: Mapping[str, Label]  # reason code -> words
    reasons: Mapping[str, Label]  # why a score was low
    decline: Mapping[str, Label]  # why a proposal was declined
    human_words: tuple[str, ...]
    cancel_words: tuple[str, ...]
    back_words: tuple[str, ...]
    help_words: tuple[str, ...]
    skip_words: tuple[str, ...]
    unknown_words: tuple[str, ...]  # "I don't know"
    yes_words: tuple[str, ...]
    no_words: tuple[str, ...]
    thanks_words: tuple[str, ...]
    hello_words: tuple[str, ...]
    status_words: tuple[str, ...]
    remind_words: tuple[str, ...]
    night: tuple[Hours, ...]
    survey_rest: tuple[Hours, ...]
    opening: Hours  # of the human desk, local time
    money_limits: Mapping[str, int]  # role -> minor units it may offer alone
    satisfied_from: int
    low_score: int
    reopen_days: int
    survey_every: timedelta
    remind_every: timedelta
    draft_nudge: timedelta
    draft_expiry: timedelta
    human_wait: timedelta
    human_patience: timedelta
    ask_which_every: timedelta
    max_asks: int
    rounds_before_final: int
    file_types: tuple[str, ...]
    file_bytes: int
    emergency: Mapping[str, Label]  # category -> a line that goes first (call 110)
    work: Hours = Hours(start=9 * 60, end=18 * 60)  # what "WH" counts, on working days
    lunch: Hours | None = None  # not counted within `work`
    companies: Mapping[str, Company] = field(default_factory=dict)
    promised: Mapping[str, int] = field(default_factory=dict)  # move -> working days to next news
    cool_down: timedelta = timedelta(hours=4)  # within which a ticket asks a role once for a thing
    an_hour: int = 12  # deadlines of different tickets that a role is told of one by one; 0: all
    repeats: Repeating = field(default_factory=Repeating)
    credit: CreditRule = field(default_factory=CreditRule)
    planned: Maintenance = field(default_factory=Maintenance)
    desk: Hours = Hours(start=9 * 60, end=17 * 60)  # what "DH" counts, on every day of the year
    digest: int = 9 * 60  # when owners get their daily list, minutes after local midnight
    think: timedelta = timedelta(days=3)  # how long a subscriber may think an offer over
    thinks: int = 2  # how often they may ask for that time on one offer
    delays: int = 2  # how often the subscriber may be told that it will be later
    key_share: float = 0.5  # of their limits that staff have for key accounts
    appeal_months: Mapping[str, int] = field(
        default_factory=dict
    )  # by roll-up; "other" for the rest
    triggers: tuple[Trigger, ...] = ()  # of several that were heard, the first is answered
    levels: Levels = field(default_factory=Levels)
    routes: tuple[RouteRule, ...] = ()  # the first that fits counts, the last one fits always
    batches: tuple[BatchRule, ...] = ()  # the first that finds one counts
    profile: str = "cn"  # the folder of the country's rules that it belongs to
    country: str = "CN"  # ISO 3166: whose telephone numbers need no calling code
    currency: str = "CNY"  # ISO 4217: that of every amount
    laws: Mapping[str, Rule] = field(default_factory=dict)  # rules of law that texts cite
    origins: Mapping[str, Origin] = field(default_factory=dict)  # of what staff file by hand
    checks: tuple[Check, ...] = ()  # what is looked at for the finding
    reminders: Mapping[str, Reminder] = field(default_factory=dict)
    stores: Mapping[str, Store] = field(default_factory=dict)
    staff_numbers: StaffNumbers = field(default_factory=StaffNumbers)
    answers: Mapping[str, Canned] = field(default_factory=dict)  # ready ones for staff
    outside: Outside = field(default_factory=Outside)
    subscribers: tuple[Subscribers, ...] = ()  # how many users there were, by quarter and province
    letter_limits: tuple[str, ...] = ()  # clocks whose result stands in a letter of appeal
    survey: Surveying = field(default_factory=Surveying)
    corrective: CorrectiveRule = field(default_factory=CorrectiveRule)
    inspecting: Inspecting = field(default_factory=Inspecting)
    plan: Plan = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plan", plan_of(self.clocks))


class CatalogueError(ValueError):
    """The catalogue says something impossible; the message names the entry, the key, the mend."""
