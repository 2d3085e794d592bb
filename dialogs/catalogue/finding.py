"""Values of the catalogue that help to find who is liable: checks, reminders, stores, evidence."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from dialogs.model import Label

MAINTENANCE, ENDING, REMINDERS, REWARD = "maintenance", "ending", "reminders", "reward"
LOOKS = (MAINTENANCE, ENDING, REMINDERS, REWARD)
BEFORE, DURING, AFTER, EXPIRY = "before", "during", "after", "expiry"
MOMENTS = (BEFORE, DURING, AFTER, EXPIRY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A duty that is looked at for the finding (domain.md §4: N1 to N3, H1).

    `look`: at announced maintenance, the end of a service, consumption reminders or a late reward.
    `ahead`: how long before its end a service's is to be told ([planned] says it of maintenance).
    `since`: the day from which the duty holds, None for always. `matters` are "NET-P" or
    "ORD:ended_without_notice"; the reminders name theirs themselves.
    """

    code: str
    label: Label
    look: str
    ahead: timedelta = timedelta()
    since: date | None = None
    matters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A consumption reminder that is owed for these matters.

    `moment`: before a service is used, during its use, after it took effect, or before it expires.
    """

    code: str
    label: Label
    moment: str
    matters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A store (营业厅): what people call it, and the GB/T 2260 code of its district or city."""

    code: str
    label: Label
    area: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffNumbers:
    """How staff numbers look, as a regular expression, and the words that announce one."""

    pattern: str = ""
    words: tuple[str, ...] = ()
    announced: re.Pattern[str] | None = field(init=False, repr=False, compare=False)
    alone: re.Pattern[str] | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        said = "|".join(re.escape(one) for one in self.words)
        between = r"\s{0,2}(?:是|为|is|:|：|#|号)?\s{0,2}"
        whole = rf"(?:{said}){between}(?P<number>{self.pattern})(?![0-9A-Za-z])"
        announced = re.compile(whole, re.IGNORECASE) if self.pattern and said else None
        alone = re.compile(rf"(?:{self.pattern})", re.IGNORECASE) if self.pattern else None
        object.__setattr__(self, "announced", announced)
        object.__setattr__(self, "alone", alone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A picture that decides a matter: what it is called, and the line that asks for it."""

    code: str
    label: Label
    ask: Label
    subtypes: tuple[str, ...] = ()  # () for all of its category


def fits(matters: tuple[str, ...], category: str, subtype: str) -> bool:
    """Whether a ticket's matter is one of these."""
    return category in matters or f"{category}:{subtype}" in matters
