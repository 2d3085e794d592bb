"""The incident as a value: what many complain of at once, where, since when, until when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from dialogs.model import Language
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
    department: str = ""
    owner: int = 0  # staff id
    owner_name: str = ""
    words: Mapping[Language, str] = field(default_factory=dict)
    expected: datetime | None = None
    fixed_at: datetime | None = None
    settled_at: datetime | None = None
    closed_at: datetime | None = None
    offer: tuple[Item, ...] = ()  # what all who are affected are offered
    planned: int = 0  # the announced work that it comes of, 0 for none

    @property
    def running(self) -> bool:
        """Whether people still meet it."""
        return self.stage in RUNNING
