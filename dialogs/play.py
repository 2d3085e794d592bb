"""One turn in the making: the stack of dialogs, what was said and ordered, what comes next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from dialogs.dialog import Answer, Dialog, Ending, Scene, Start, Step
from dialogs.house import Facts, House
from dialogs.model import Event, Frame, Json, Order, Phrase, Say, Session, Tap, Text, Turn, What
from dialogs.table import Table
from dialogs.values import quick, replace

DEPTH = 3
BLANK = Frame("", 0, 0)  # what a scene outside any dialog stands on

Opening: TypeAlias = Callable[[Scene, str], Ending]  # (scene, argument) -> what a command does


@dataclass(frozen=True)
class Rooms:
    """The dialogs of the house and the doors to them.

    `commands`: name -> what it does. `lobby`: words and files when no dialog is on.
    `press`: a ticket's button (scene, ticket id, action). `words`: what may be typed for a command.
    `aside`: words in the middle of a dialog that are of something else, and what they bring about.
    """

    dialogs: Mapping[str, Dialog]
    commands: Mapping[str, Opening]
    lobby: Callable[[Scene, What], Ending]
    press: Callable[[Scene, int, str], Ending]
    words: Mapping[str, tuple[str, ...]]
    aside: Callable[[Scene, What], Ending | None]

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The routing table of each dialog, built once."""
        return {name: dialog.table() for name, dialog in self.dialogs.items()}


@quick
@dataclass(frozen=True, slots=True)
class Play:
    """One turn in the making: the session as it stands, what was said and ordered so far."""

    rooms: Rooms
    house: House
    event: Event
    facts: Facts
    session: Session
    said: tuple[Say, ...] = ()
    ordered: tuple[Order, ...] = ()

    def go(self, answer: Answer) -> Turn:
        """Let the table say what comes after an answer."""
        top = self.top
        assert top is not None
        scene = self.scene(top.answered(self._noted(top, answer)))
        target = self.rooms.tables[top.dialog].next(top.state, answer.trigger, scene)
        said = self.plus(answer.says, answer.orders)
        if target is None:
            return toasted(said.ask(), answer.toast)
        dialog = self.rooms.dialogs[top.dialog]
        if target in dialog.ends:
            popped = said.with_stack(self.session.stack[:-1])
            return popped.end(dialog.ends[target](scene))
        moved = said.with_top(self._walked(top, scene, target))
        stayed = target == top.state and isinstance(self.event.what, Tap)
        turn = moved.ask(same=stayed and self._mark(moved.top) == self._mark(top))
        return toasted(turn, answer.toast)

    def _noted(self, top: Frame, answer: Answer) -> Mapping[str, Json]:
        """The answer's changes, and which message gave it, so that an edit finds its place."""
        changes: dict[str, Json] = {"again": None, **answer.changes}
        if not self.event.message or not isinstance(self.event.what, Text):
            return changes
        place = self._opened(top) if top.state == "start" else self._place(top)
        if not place:
            return changes
        said = top.draft.get("said")
        known = dict(said) if isinstance(said, dict) else {}
        return {**changes, "said": {**known, self.event.message: place}}

    def _opened(self, top: Frame) -> str:
        """The place that the words answer which opened a dialog, "" if none did."""
        told = "story" in top.draft or "words" in top.draft
        return self.rooms.dialogs[top.dialog].opened if told else ""

    def _walked(self, top: Frame, scene: Scene, target: str) -> Frame:
        """The frame in its next state; a step to where we came from shortens the trail."""
        trail, state = top.trail, top.state
        frame = Frame(top.dialog, top.version, top.serial, target, scene.draft, trail)
        before = trail[-1] if trail else ""
        if before.partition("/")[0] == target not in {"start", state} and (
            self._place(frame) == before
        ):
            return replace(frame, trail=trail[:-1])
        if state == "start":
            return frame
        return replace(frame, trail=(*trail, self._place(top))[-40:])

    def _place(self, frame: Frame) -> str:
        mark = self._mark(frame)
        return f"{frame.state}/{mark}" if mark else frame.state

    def _mark(self, frame: Frame | None) -> str:
        if frame is None or frame.state == "start":
            return ""
        return self.step(frame).mark(self.scene(frame))

    def end(self, ending: Ending) -> Turn:
        """What an ended dialog, a command or the lobby brings about."""
        done = self.without_fleeting().plus(ending.says, ending.orders)
        if ending.which:
            session = replace(done.session, which=ending.which, asked_which=self.facts.now)
            done = done.with_session(session)
        if ending.loose:
            done = done.with_session(replace(done.session, loose=ending.loose))
        turn = done.begin(ending.then) if ending.then is not None else done.resume()
        return toasted(turn, ending.toast)

    def begin(self, start: Start) -> Turn:
        """Lay a dialog on the stack; one of that name already there is gone on with or replaced."""
        dialog = self.rooms.dialogs[start.dialog]
        names = [frame.dialog for frame in self.session.stack]
        if dialog.patience is None and dialog.name in names:
            again = self.with_stack(self.session.stack[: names.index(dialog.name) + 1])
            again = again.say(Phrase("engine-resumed"))
            more = dialog.join(again.scene(), start.draft) if dialog.join else {}
            return again.go(Answer("join", more)) if more else again.ask()
        stack = tuple(one for one in self.session.stack if one.dialog != dialog.name)
        serial = self.session.serial + 1
        frame = Frame(dialog.name, dialog.version, serial, "start", dict(start.draft))
        stack = (*stack[: DEPTH - 1], frame)
        laid = self.with_session(replace(self.session, stack=stack, serial=serial))
        return laid.go(Answer("start"))

    def without_moot(self) -> "Play":
        """Nothing on the stack whose matter has changed meanwhile: a proposal taken back."""
        stack = self.session.stack
        kept = tuple(one for one in stack if not self._moot(one))
        left = self.with_stack(kept)
        return left.say(Phrase("engine-moot")) if kept[-1:] != stack[-1:] else left

    def _moot(self, frame: Frame) -> bool:
        moot = self.rooms.dialogs[frame.dialog].moot
        return moot is not None and moot(self.scene(frame))

    def without_fleeting(self) -> "Play":
        """Nothing on the stack that may be left alone: something else is wanted now."""
        dialogs = self.rooms.dialogs
        stack = self.session.stack
        return self.with_stack(tuple(one for one in stack if not dialogs[one.dialog].fleeting))

    def resume(self) -> Turn:
        """After an interruption: where we were. With nothing below: what was said, no more."""
        if self.top is None:
            return Turn(self.session, self.said, self.orders)
        if self.top.state == "start":
            return self.go(Answer("start"))
        return self.ask() if not self.said else self.say(Phrase("engine-back-to")).ask()

    def ask(self, *, same: bool = False) -> Turn:
        """Ask the current question; `same`: it is still the one on the screen, to be redrawn."""
        top = self.top
        if top is None:
            return Turn(self.session, self.said, self.orders)
        if top.state == "start":
            return self.go(Answer("start"))
        prompt = self.session.prompt if same else self.session.prompt + 1
        question = replace(self.step(top).ask(self.scene()), card=f"d{top.serial}.{prompt}")
        session = self.session if same else replace(self.session, prompt=prompt)
        return Turn(session, (*self.said, question), self.orders)

    @property
    def top(self) -> Frame | None:
        return self.session.stack[-1] if self.session.stack else None

    @property
    def orders(self) -> tuple[Order, ...]:
        return self.ordered

    def step(self, frame: Frame) -> Step:
        step = self.rooms.dialogs[frame.dialog].step(frame.state)
        assert step is not None, frame.state
        return step

    def scene(self, frame: Frame | None = None) -> Scene:
        since, recent = self.session.asked_which, self.session.which
        fresh = since and self.facts.now - since < self.house.catalogue.ask_which_every
        return Scene(
            frame or self.top or replace(BLANK, serial=self.session.serial),
            self.facts,
            self.house,
            self.event,
            self.session.loose,
            recent if fresh else 0,
        )

    def with_session(self, session: Session) -> "Play":
        said, ordered = self.said, self.ordered
        return Play(self.rooms, self.house, self.event, self.facts, session, said, ordered)

    def with_stack(self, stack: tuple[Frame, ...]) -> "Play":
        if stack == self.session.stack:
            return self
        return self.with_session(replace(self.session, stack=stack))

    def with_top(self, frame: Frame) -> "Play":
        return self.with_stack((*self.session.stack[:-1], frame))

    def plus(self, says: tuple[Say, ...], orders: tuple[Order, ...] = ()) -> "Play":
        """The play in which that was said and ordered too."""
        said, ordered = self.said + says, self.ordered + orders
        return Play(self.rooms, self.house, self.event, self.facts, self.session, said, ordered)

    def say(self, phrase: Phrase) -> "Play":
        return self.plus((Say(phrase),))


def toasted(turn: Turn, toast: Phrase | None) -> Turn:
    """The turn with a toast, if there is one."""
    return replace(turn, toast=toast) if toast else turn
