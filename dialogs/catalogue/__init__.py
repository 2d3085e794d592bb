"""What an operator may change without code: categories, remedies, clocks, money, survey, words.

The catalogue is read from `catalog.toml` by whoever owns files, and comes in here as a mapping.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from dialogs.model import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One extra question of a category, asked after filing and free to be ignored.

    `kind`: "text", "choice" (with `options`), "date", "yes_no".
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
    repair: bool = False  # the survey waits until the fix has proved itself, and asks "still ok?"

    def subtype(self, code: str) -> Subtype | None:
        """The subtype of that code, or None."""
        return next((one for one in self.subtypes if one.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """A remedy that may be wished for or offered; `money` if an amount belongs to it."""

    code: str
    label: Label
    money: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    code: str
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What happens on a clock's way: at a share of its limit or at a time after its start.

    Exactly one of `share` (0.5), `after` its start and `before` its due time is set. `message`
    goes to the subscriber (its notice says which hours it rests in), `tell` is a staff role,
    `task` a staff task kind, `move` a move made by the clock itself.
    """

    share: float | None = None
    after: timedelta | None = None
    message: str = ""
    tell: str = ""
    task: str = ""
    move: str = ""
    breach: bool = False
    before: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRule:
    """A limit or a reminder chain: started and stopped by moves, paused in states.

    `calendar`: "CAL" around the clock, "WD" working days, "WH" working hours. `restart`: a new
    start replaces a running one of the same subject. `repair_shift` is added to every mark for
    repair categories (survey 24 h instead of 2 h). `dated`: it is due on the date that the
    starting move names, and does not run where the move names none; `limit` is then zero. Where
    `limit_days` is set, `limit` is as many days of 24 hours.
    """

    code: str
    label: Label
    calendar: str
    limit: timedelta
    limit_days: int = 0  # for "WD" and for legal day counts (day of receipt not counted)
    start: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    pause: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()  # empty: all
    marks: tuple[Mark, ...] = ()
    repair_shift: timedelta = timedelta()  # added to every mark for repair categories
    shown: bool = True  # staff see it as a deadline (False: a mere reminder chain)
    restart: bool = False
    dated: bool = False
    on_delivery: bool = False  # the message of a stopping move stops it, once a channel took it


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """How a message of `domain.md` §9 travels: "push", "edit" (the card, silently) or "status".

    `rest`: which quiet hours hold it: "night", "survey" or "" for none. `yields_to`: it is dropped
    if that message follows on the same local day.
    """

    code: str  # "M09"
    way: str
    rest: str = "night"
    yields_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A published promise of the operator that a wish may cite."""

    code: str
    label: Label
    words: tuple[str, ...]  # what in a story cites it
    valid_from: str
    valid_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """A province's address for appeals; `checked` the date (ISO) on which it was looked up."""

    province: str  # GB/T 2260, "" for the national centre
    body: Label
    phone: str
    address: Label
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Local times of day, minutes after midnight: rests from `start` to `end` (may cross 0:00)."""

    start: int
    end: int


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
    human_patience: timedelta
    ask_which_every: timedelta
    max_asks: int
    rounds_before_final: int
    file_types: tuple[str, ...]
    file_bytes: int
    emergency: Mapping[str, Label]  # category -> a line that goes first (call 110)
    work: Hours = Hours(start=9 * 60, end=18 * 60)  # what "WH" counts, on working days
    lunch: Hours | None = None  # not counted within `work`
    promised: Mapping[str, int] = field(default_factory=dict)  # move -> working days to next news


class CatalogueError(ValueError):
    """The catalogue says something impossible; the message names the entry, the key, the mend."""
