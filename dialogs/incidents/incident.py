"""The incident as a value: what many complain of at once, where, since when, until when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from dialogs.model import Json, Language
from dialogs.tickets.ticket import Item
from dialogs.values import quick


class Stage(StrEnum):
    """How far an incident is.

    A suspected one was found by a threshold and nobody has looked at it yet; what is dismissed
    turned out to be none. After it is settled each child goes its own way.
    """

    SUSPECTED = "suspected"
    OPEN = "open"
    FIXED = "fixed"
    SETTLED = "settled"
    CLOSED = "closed"
    DISMISSED = "dismissed"


RUNNING = frozenset({Stage.SUSPECTED, Stage.OPEN})  # people still meet it
LIVE = frozenset({*RUNNING, Stage.FIXED, Stage.SETTLED})


class News(StrEnum):
    """What all children are told: what was found, a new word on it, back, the offer, a mistake."""

    FOUND = "found"
    NOTE = "note"
    FIXED = "fixed"
    SETTLED = "settled"
    DISMISSED = "dismissed"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One trouble of many. `revision` grows with every change.

    `categories` are those that it can be complained of under; `subtypes` narrow them, () for all.
    `areas` are GB/T 2260 codes of provinces, cities or districts, () for everywhere. `words` are
    what its owner wrote, the one wording for all, by language: what happened, for people.
    `expected` is when it is to be over, None while nobody knows. Moments are aware UTC.
    """

    id: int
    number: str  # "IN" and the like of a ticket's: told to staff alone
    revision: int
    stage: Stage
    source: str  # "threshold", "staff" or "planned"
    categories: tuple[str, ...]
    began_at: datetime
    found_at: datetime
    subtypes: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    campaign: str = ""  # the offer or campaign that it is about, as people call it
    rule: str = ""  # the code of the catalogue's rule that found it
    mark: str = ""  # what that rule found the same in all: one runs of it at a time
    fault: bool = True  # a service is down; False: a matter, such as an advert or a wrong bill
    department: str = ""
    owner: int = 0  # staff id
    owner_name: str = ""
    words: Mapping[Language, str] = field(default_factory=dict)
    expected: datetime | None = None
    confirmed_at: datetime | None = None  # when staff said that it is one
    told_at: datetime | None = None  # when its children were first told of it
    fixed_at: datetime | None = None
    settled_at: datetime | None = None
    closed_at: datetime | None = None
    liability: str = ""  # who is liable, as staff found; needed before an offer
    offer: tuple[Item, ...] = ()  # what all who are affected are offered
    planned: int = 0  # the announced work that it comes of, 0 for none
    fired: tuple[str, ...] = ()  # which of its limits went off
    next_due: datetime | None = None  # when one of them is to be looked at

    @property
    def running(self) -> bool:
        """Whether people still meet it."""
        return self.stage in RUNNING

    @property
    def live(self) -> bool:
        """Whether it has children that still wait for something of it."""
        return self.stage in LIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A line of an incident's history, append-only: what was done when, by whom (0: the bot)."""

    at: datetime
    act: str
    staff: int = 0
    name: str = ""
    detail: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """One word to all children, on its way from the lowest ticket id to the highest.

    Those up to `cursor` were seen to: `laid` in the outbox, `held` for their night or window,
    `failed` (it cannot be said to them), `passed` (it does not concern them, or they knew).
    """

    id: int
    incident: int
    news: News
    at: datetime
    staff: int
    name: str
    fields: Mapping[str, Json]
    cursor: int = 0
    laid: int = 0
    held: int = 0
    failed: int = 0
    passed: int = 0
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a word to all is, exactly: `total` is the sum of the others.

    `done` arrived, `sending` is in the queue, `left` was not seen to yet; else as `Broadcast`.
    """

    broadcast: int
    news: News
    at: datetime
    finished: bool  # nobody is left to be seen to; what is in the queue may still be on its way
    done: int = 0
    sending: int = 0
    failed: int = 0
    held: int = 0
    passed: int = 0
    left: int = 0

    @property
    def total(self) -> int:
        """All children that it is about."""
        return self.done + self.sending + self.failed + self.held + self.passed + self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The children of an incident: how many there are, open, checking, asked, ended; parted."""

    children: int = 0
    open: int = 0
    ended: int = 0
    parted: int = 0
    by_state: Mapping[str, int] = field(default_factory=dict)


def incident_number(found_at: datetime, serial: int, zone: str) -> str:
    """`IN` + year and month in `zone` + `serial` of the month: "IN26110007"."""
    return f"IN{found_at.astimezone(ZoneInfo(zone)):%y%m}{serial:04d}"
