"""What a dialog is made of: steps that own their question and their answer, rows that route."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TypeAlias

from dialogs.answers import Refused
from dialogs.house import Facts, House
from dialogs.model import Event, Frame, Json, Order, Phrase, Say, What
from dialogs.table import On, Table
from dialogs.values import quick


def hotline(house: House) -> tuple[Phrase, ...]:
    """The line with the operator's hotline; nothing where none is configured."""
    return (Phrase("hotline-line", {"hotline": house.hotline}),) if house.hotline else ()


@quick
@dataclass(frozen=True, slots=True)
class Scene:
    """What a step's functions see: the frame with its draft, the facts, the house, the event."""

    frame: Frame
    facts: Facts
    house: House
    event: Event
    loose: str = ""  # words that went to a ticket and may be a matter of their own
    recent: int = 0  # the ticket named within the last minutes as the one meant

    @property
    def staffed(self) -> bool:
        """Whether the human desk is open now."""
        return self.house.staffed(self.facts.now)

    @property
    def hotline(self) -> tuple[Phrase, ...]:
        """The line with the operator's hotline; nothing where none is configured."""
        return hotline(self.house)

    @property
    def draft(self) -> Mapping[str, Json]:
        return self.frame.draft

    def with_draft(self, changes: Mapping[str, Json]) -> "Scene":
        """The same scene after answers: None deletes a key of the draft."""
        return replace(self, frame=self.frame.answered(changes))


@quick
@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that fits: what sets off the table, what it adds to the draft, what else it does.

    `says` is an echo in front of the next question.
    """

    trigger: str = "answer"
    changes: Mapping[str, Json] = field(default_factory=dict)
    says: tuple[Say, ...] = ()
    orders: tuple[Order, ...] = ()
    toast: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """Which dialog to start next, and what is known already."""

    dialog: str
    draft: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a dialog ends: what it says and does, and which dialog takes over, if any.

    `which`: the ticket that the person named as the one meant, remembered for ten minutes.
    `loose`: words that went to a ticket, kept in case they are a matter of their own.
    """

    says: tuple[Say, ...] = ()
    orders: tuple[Order, ...] = ()
    then: Start | None = None
    which: int = 0
    loose: str = ""
    toast: Phrase | None = None


Ask: TypeAlias = Callable[[Scene], Say]
Take: TypeAlias = "Callable[[Scene, What], Answer | Refused]"
End: TypeAlias = Callable[[Scene], Ending]


@dataclass(frozen=True, slots=True)
class Step:
    """A question: one name for its state and texts. `mark` names a place in it for the way back."""

    name: str
    ask: Ask
    take: Take
    mark: Callable[[Scene], str] = lambda _scene: ""


@dataclass(frozen=True, slots=True)
class Dialog:
    """A dialog: its steps, its rows, what its ends bring about, how long it waits.

    A dialog begins in the state "start", which the trigger "start" leaves at once. `version`
    stands in stored frames; a frame of another version starts afresh with the answers that
    `carries` names. `patience`: it goes silently after so long; None: it is a draft, nudged and
    expired as the catalogue says. `fleeting`: its questions may be left alone, so that it goes as
    soon as something else is wanted and never asks twice. `moot`: what it is about is no longer so.
    `join`: what a draft in progress takes over of one that is begun beside it (trigger "join").
    """

    name: str
    version: int
    steps: tuple[Step, ...]
    rows: tuple[On, ...]
    ends: Mapping[str, End]
    patience: timedelta | None = None
    fleeting: bool = False
    moot: Callable[[Scene], bool] | None = None
    carries: tuple[str, ...] = ()
    opened: str = ""  # the place ("state/mark") that words answer which opened it
    join: Callable[[Scene, Mapping[str, Json]], Mapping[str, Json]] | None = None

    def step(self, state: str) -> Step | None:
        """The step of that state, or None for an end or a state of another version."""
        return next((step for step in self.steps if step.name == state), None)

    def table(self) -> Table:
        """Its routing table, cancel and expire included; checked when built."""
        states = ("start", *(one.name for one in self.steps), *self.ends, "cancelled", "expired")
        leave = (On("cancel", "*", "cancelled"), On("expire", "*", "expired"))
        return Table(states, (*self.rows, *leave), "start")
