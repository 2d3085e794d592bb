"""Values of the catalogue on how grave a complaint is and who gets it: triggers, levels, routes.

And when many complaints are one incident: batches.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from dialogs.model import Label

GRADES = ("A", "B", "intent", "tone")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trigger:
    """Words that change how a complaint is handled (domain.md §3.7).

    `grade`: "A" is grave by itself, "B" once an answer did not satisfy, "intent" announces an
    appeal, "tone" only says how it sounds. `level`: at least this one, 0 for none; `raises`: a
    level more. `answer` is the calm line that the person gets. How `words` are written stands in
    `understand.heard`; what `unless` says is left out of the text before they are looked for.
    `own`: only where the person does it, not where somebody else does or says so. `covers`: codes
    that say no more where this one was heard.
    """

    code: str
    grade: str
    label: Label
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    own: bool = False
    covers: tuple[str, ...] = ()
    level: int = 0
    raises: bool = False
    tone: str = ""
    answer: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Which level a complaint begins with: the highest of what fits, else `usual`.

    `kinds` by kind of contact, `categories` by "PRV" or "PRV:leak" (the longer one goes before);
    `amounts` are pairs of a disputed amount in minor units and the level from there on.
    """

    usual: int = 2
    kinds: Mapping[str, int] = field(default_factory=dict)
    categories: Mapping[str, int] = field(default_factory=dict)
    amounts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteRule:
    """A rule of routing: what must hold of the ticket, and where it then goes.

    All that is set must hold; a rule with nothing set fits always. `to` is "category" (its
    department), "earlier" (that of the complaint it repeats), "incident" (that of its incident) or
    "" for `department`. `area`: for the people of the ticket's province; else for the whole of the
    department. `role`: who is to take it.
    """

    code: str
    label: Label
    referral: bool = False
    level: int = 0  # from this level up
    key: bool = False
    incident: bool = False
    repeat: bool = False
    out_of_hours: bool = False
    categories: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    to: str = ""
    department: str = ""
    area: bool = True
    role: str = "handler"

    @property
    def always(self) -> bool:
        """Whether it fits every ticket."""
        marks = (self.referral, self.key, self.incident, self.repeat, self.out_of_hours)
        return not any((*marks, self.level, self.categories, self.provinces))


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A way by which a complaint comes that staff write down: the hotline, a store, a letter.

    `present`: the person hears the number at once, since they are on the line or stand there.
    `referred`: another body sent it on, which has a name and may have a date of its own.
    """

    code: str
    label: Label
    present: bool = False
    referred: bool = False


AREAS = ("district", "city", "province", "everywhere")
SAME = ("rule", "category", "subtype")


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRule:
    """When complaints are one incident (domain.md §3.6): many of the same, in one place, at once.

    Of the `categories` (and `subtypes`, "NET-F:outage", where it names some) those count together
    that lie in one district, city or province (`by`), and are `same` in category or subtype. Enough
    are `least_short` within `short`, `least_long` within `long`, or in 24 hours `times` as many as
    on a day of the four weeks before, and `least_times` at least; 0 switches one of these off.
    `tell`: those who complained hear of it at once, in `words`; else once a lead confirmed it.
    """

    code: str
    label: Label
    categories: tuple[str, ...]
    subtypes: tuple[str, ...] = ()
    by: str = "district"
    same: str = "category"
    least_short: int = 5
    short: timedelta = timedelta(minutes=30)
    least_long: int = 20
    long: timedelta = timedelta(hours=24)
    times: int = 3
    least_times: int = 10
    tell: bool = False
    department: str = ""  # whose incident it is; "" for that of the category
    words: Label | None = None
