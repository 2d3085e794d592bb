"""The engine: one event and a session in, a turn out. It routes, and leaves the words to flows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import TypeAlias

from dialogs import answers
from dialogs.dialog import Answer, Dialog, Ending, Scene, Start, Step
from dialogs.model import (
    Choice,
    Command,
    Contact,
    Edited,
    Elapsed,
    Event,
    Facts,
    File,
    Frame,
    House,
    Keep,
    Location,
    Phrase,
    Reach,
    Reachable,
    Say,
    Session,
    Tap,
    Text,
    Turn,
    Unsupported,
    Verify,
    What,
)
from dialogs.table import Table
from dialogs.tickets.numbers import read_number

DEPTH = 3
SILENT_EXPIRY = timedelta(days=1)

Opening: TypeAlias = Callable[[Scene, str], Ending]  # (scene, argument) -> what a command does


@dataclass(frozen=True)
class Rooms:
    """The dialogs of the house and the doors to them.

    `commands`: name -> what it does. `lobby`: words and files when no dialog is on.
    `press`: a ticket's button (scene, ticket id, action). `words`: what may be typed for a command.
    """

    dialogs: Mapping[str, Dialog]
    commands: Mapping[str, Opening]
    lobby: Callable[[Scene, What], Ending]
    press: Callable[[Scene, int, str], Ending]
    words: Mapping[str, tuple[str, ...]]

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The routing table of each dialog, built once."""
        return {name: dialog.table() for name, dialog in self.dialogs.items()}


def converse(rooms: Rooms, house: House, session: Session, event: Event, facts: Facts) -> Turn:
    """Answer one event of a chat. Pure: the same values in give the same turn out.

    A wrong answer is told kindly and asked again; a stale button gets a toast; nothing raises.
    """
    play = Play(rooms, house, event, facts, _current(rooms, session))
    what = chosen(session, event.what)
    if play.is_silent(what):
        return play.listen(what)
    turn = play.turn(what)
    return replace(turn, session=_timed(turn.session, rooms, house, facts, event))


def chosen(session: Session, what: What) -> What:
    """Typed words that name a choice of the last message become the press of it."""
    if not isinstance(what, Text) or not session.offers:
        return what
    typed = answers.plain(what.text)
    for offer in session.offers:
        if answers.plain(offer.words) == typed:
            return Tap(offer.data)
    if session.typed == "number" and typed.isdecimal():
        number = int(typed)
        if 1 <= number <= len(session.offers):
            return Tap(session.offers[number - 1].data)
        if number == 0:
            return Command("back")
    if session.typed == "list" and typed == "0":
        return Command("back")
    return what


def _current(rooms: Rooms, session: Session) -> Session:
    """The session with frames of other versions made fresh, unknown dialogs dropped."""
    known = (frame for frame in session.stack if frame.dialog in rooms.dialogs)
    stack = tuple(_fresh(rooms.dialogs[frame.dialog], frame) for frame in known)
    return replace(session, stack=stack)


def _fresh(dialog: Dialog, frame: Frame) -> Frame:
    """The frame as it is, or at its dialog's start with the answers that still fit."""
    if frame.version == dialog.version and dialog.step(frame.state) is not None:
        return frame
    kept = {name: frame.draft[name] for name in dialog.carries if name in frame.draft}
    return Frame(dialog.name, dialog.version, frame.serial, "start", kept)


def _timed(session: Session, rooms: Rooms, house: House, facts: Facts, event: Event) -> Session:
    """When the chat is to be woken: a draft is nudged and expires, other dialogs go silently."""
    if not session.stack:
        return replace(session, due=None, nudged=False)
    if isinstance(event.what, Elapsed):
        return session
    patience = rooms.dialogs[session.stack[-1].dialog].patience
    wait = house.catalogue.draft_nudge if patience is None else patience
    return replace(session, due=facts.now + wait, nudged=False)


@dataclass(frozen=True)
class Play:
    """One turn in the making: the session as it stands, what was said and ordered so far."""

    rooms: Rooms
    house: House
    event: Event
    facts: Facts
    session: Session
    said: tuple[Say, ...] = ()
    ordered: tuple[object, ...] = ()


    def turn(self, what: What) -> Turn:
        """Take the event to whom it concerns."""
        match what:
            case Reachable(reachable):
                return Turn(self.session, orders=(Reach(reachable=reachable),))
            case Elapsed():
                return self.wake()
            case Tap(data):
                return self.tapped(data)
            case Command(name, argument):
                return self.command(name, argument)
            case Edited():
                return self.edited(what)
            case File():
                return self.file(what)
            case Text(text):
                command = self.worded(text)
                return self.command(*command) if command else self.answer(what)
            case Contact() | Location() | Unsupported():
                return self.answer(what)

    def is_silent(self, what: What) -> bool:
        """Whether a named person has the word, so that the bot keeps words and says nothing."""
        until = self.session.silent_until
        talking = isinstance(what, Text | File | Edited | Contact | Location | Unsupported)
        return until is not None and self.facts.now < until and talking

    def listen(self, what: What) -> Turn:
        """Keep what was sent; the words are in the chat's log already."""
        orders = (Keep(self._about()),) if isinstance(what, File) else ()
        return Turn(self.session, orders=orders)

    def worded(self, text: str) -> tuple[str, str] | None:
        """A word that works everywhere, as a command with its argument; None for other words."""
        catalogue = self.house.catalogue
        number = read_number(text)
        if number:
            return "status", number
        words = (
            ("human", catalogue.human_words),
            ("cancel", catalogue.cancel_words),
            ("back", catalogue.back_words),
            ("help", catalogue.help_words),
            ("skip", catalogue.skip_words),
            ("status", catalogue.status_words),
            ("remind", catalogue.remind_words),
            *self.rooms.words.items(),
        )
        for name, known in words:
            if answers.is_word(text, known):
                return name, ""
        return None


    def tapped(self, data: str) -> Turn:
        """A pressed button, judged by its kind, id and revision; all of it is a client's input."""
        parts = data.split(":", 4)
        if len(parts) != 5 or parts[0] != "v1":
            return self.stale()
        _, kind, subject, revision, action = parts
        if kind == "g":
            return self.command(action, "")
        if kind == "d":
            return self.tapped_step(subject, revision, action)
        if kind == "t" and subject.isdecimal():
            return self.tapped_ticket(int(subject), revision, action)
        return self.stale()

    def tapped_step(self, serial: str, prompt: str, action: str) -> Turn:
        top = self.top
        if top is None or serial != str(top.serial):
            return self.stale()
        if prompt == str(self.session.prompt):
            return self.answer(Tap(action))
        if prompt == str(self.session.prompt - 1):
            # The second tap of a double tap: the first one has been answered already.
            return Turn(self.session, self.said, toast=Phrase("toast-done"))
        return self.stale()

    def tapped_ticket(self, ticket: int, revision: str, action: str) -> Turn:
        held = next((one for one in self.facts.tickets if one.id == ticket), None)
        if held is None:
            return Turn(self.session, toast=Phrase("toast-gone"))
        if revision != str(held.stage) and action not in LASTING:
            turn = self.end(self.rooms.press(self.scene(), ticket, "status"))
            return replace(turn, toast=Phrase("toast-old"))
        return self.end(self.rooms.press(self.scene(), ticket, action))

    def stale(self) -> Turn:
        """An old button: a short toast and the current question."""
        if self.top is None:
            return Turn(self.session, self.said, toast=Phrase("toast-old"))
        return replace(self.ask(), toast=Phrase("toast-old"))


    def command(self, name: str, argument: str) -> Turn:
        """A command or a word that works everywhere."""
        match name:
            case "back":
                return self.back()
            case "cancel":
                return self.cancel()
            case "skip":
                return self.skip()
            case "help":
                return self.help()
            case "start" if self.top is not None:
                return self.say(Phrase("engine-resumed")).ask()
        opening = self.rooms.commands.get(name)
        if opening is None:
            return self.say(Phrase("engine-unknown-command")).ask()
        return self.end(opening(self.scene(), argument))

    def back(self) -> Turn:
        """One step back by the trail; the answer there is asked again."""
        top = self.top
        if top is None:
            return self.say(Phrase("engine-nowhere")).ask()
        if not top.trail:
            return self.say(Phrase("engine-first")).ask()
        state, _, mark = top.trail[-1].partition("/")
        draft = {name: value for name, value in top.draft.items() if name != "again"}
        draft |= {"again": mark} if mark else {}
        frame = replace(top, state=state, draft=draft, trail=top.trail[:-1], misses=0)
        return self.with_top(frame).ask()

    def cancel(self) -> Turn:
        if self.top is None:
            return self.say(Phrase("engine-nothing-to-cancel")).ask()
        kept = self.top.dialog
        left = replace(self, session=replace(self.session, stack=self.session.stack[:-1]))
        return left.say(Phrase(f"{kept}-cancelled")).resume()

    def skip(self) -> Turn:
        top = self.top
        if top is None:
            return self.ask()
        if self.rooms.tables[top.dialog].next(top.state, "skip", self.scene()) is None:
            return self.say(Phrase("engine-no-skip")).ask()
        return self.go(Answer("skip"))

    def help(self) -> Turn:
        top = self.top
        key = "engine-help" if top is None else f"{top.dialog}-help"
        choices = (
            ()
            if top
            else (
                Choice(Phrase("button-new"), "g:new"),
                Choice(Phrase("button-my"), "g:my"),
                Choice(Phrase("button-human"), "g:human"),
            )
        )
        hotline = {"hotline": self.house.hotline or "-"}
        return replace(self, said=(*self.said, Say(Phrase(key, hotline), choices))).ask()


    def answer(self, what: What) -> Turn:
        """Give it to the step that asked; without one, to the lobby."""
        verified = self._verified(what)
        top = self.top
        if top is None:
            return verified.end(self.rooms.lobby(self.scene(), what))
        step = self.step(top)
        if top.state == "start":
            return verified.go(Answer("start"))
        taken = step.take(verified.scene(), what)
        if isinstance(taken, Answer):
            return verified.go(taken)
        frame = replace(top, misses=top.misses + 1)
        again = verified.with_top(frame).say(Phrase(taken.key, dict(taken.args)))
        if frame.misses >= 3:
            again = again.say(Phrase("engine-offer-human"))
        return again.ask()

    def _verified(self, what: What) -> "Play":
        """An own contact proves the number, whatever was asked."""
        if isinstance(what, Contact) and what.own:
            return replace(self, ordered=(*self.ordered, Verify(what.phone)))
        return self

    def edited(self, what: Edited) -> Turn:
        """A rewritten message replaces its answer in a draft; elsewhere the lobby notes it."""
        top = self.top
        said = top.draft.get("said") if top else None
        mark = said.get(what.message) if isinstance(said, dict) else None
        if top is None or not isinstance(mark, str):
            return self.end(self.rooms.lobby(self.scene(), what))
        state, _, field = mark.partition("/")
        frame = replace(top, state=state, draft={**top.draft, "again": field})
        step = self.step(frame)
        turned = self.with_top(frame)
        taken = step.take(turned.scene(), Text(what.text))
        if isinstance(taken, Answer):
            return turned.say(Phrase("engine-edited")).go(taken)
        return turned.say(Phrase(taken.key, dict(taken.args))).ask()

    def file(self, what: File) -> Turn:
        """Keep a file with the draft or the ticket; one line for a whole album."""
        drafting = any(frame.dialog in FILING for frame in self.session.stack)
        if not drafting:
            return self.end(self.rooms.lobby(self.scene(), what))
        kept = replace(self, ordered=(*self.ordered, Keep(None)))
        if what.group and what.group == self.session.album:
            return Turn(kept.session, (), kept.orders)
        kept = replace(kept, session=replace(kept.session, album=what.group))
        if what.caption:
            return kept.say(Phrase("engine-file-kept")).answer(Text(what.caption))
        key = "engine-voice-kept" if what.kind == "voice" else "engine-file-kept"
        return kept.say(Phrase(key)).ask()

    def wake(self) -> Turn:
        """The stored due time of this chat's dialog came: nudge a draft once, then let it go."""
        top = self.top
        if top is None:
            return Turn(replace(self.session, due=None))
        catalogue = self.house.catalogue
        if self.rooms.dialogs[top.dialog].patience is not None:
            stack = self.session.stack[:-1]
            due = self.facts.now + catalogue.draft_nudge if stack else None
            return Turn(replace(self.session, stack=stack, due=due, nudged=False))
        if not self.session.nudged:
            due = self.facts.now + catalogue.draft_expiry - catalogue.draft_nudge
            turn = self.say(Phrase(f"{top.dialog}-nudge")).ask()
            return replace(turn, session=replace(turn.session, due=due, nudged=True))
        session = replace(self.session, stack=(), due=None, nudged=False)
        return Turn(session, (Say(Phrase(f"{top.dialog}-expired")),))


    def go(self, answer: Answer) -> Turn:
        """Let the table say what comes after an answer."""
        top = self.top
        assert top is not None
        scene = self.scene().with_draft(self._noted(top, answer))
        target = self.rooms.tables[top.dialog].next(top.state, answer.trigger, scene)
        said = replace(
            self,
            said=(*self.said, *answer.says),
            ordered=(*self.ordered, *answer.orders),
        )
        if target is None:
            return replace(said.ask(), toast=answer.toast)
        dialog = self.rooms.dialogs[top.dialog]
        if target in dialog.ends:
            popped = replace(said, session=replace(self.session, stack=self.session.stack[:-1]))
            return popped.end(dialog.ends[target](scene))
        moved = said.with_top(self._walked(top, scene, target))
        stayed = target == top.state and isinstance(self.event.what, Tap)
        turn = moved.ask(same=stayed and self._mark(moved.top) == self._mark(top))
        return replace(turn, toast=answer.toast)

    def _noted(self, top: Frame, answer: Answer) -> Mapping[str, object]:
        """The answer's changes, and which message gave it, so that an edit finds its place."""
        changes = {"again": None, **answer.changes}
        if not self.event.message or not isinstance(self.event.what, Text):
            return changes
        said = top.draft.get("said")
        known = dict(said) if isinstance(said, dict) else {}
        return {**changes, "said": {**known, self.event.message: self._place(top)}}

    def _walked(self, top: Frame, scene: Scene, target: str) -> Frame:
        """The frame in its next state; a step to where we came from shortens the trail."""
        trail = top.trail
        if trail and trail[-1].partition("/")[0] == target and target not in ("start", top.state):
            trail = trail[:-1]
        elif top.state != "start":
            trail = (*trail, self._place(top))[-40:]
        return replace(top, state=target, draft=scene.draft, trail=trail, misses=0)

    def _place(self, frame: Frame) -> str:
        mark = self._mark(frame)
        return f"{frame.state}/{mark}" if mark else frame.state

    def _mark(self, frame: Frame | None) -> str:
        if frame is None or frame.state == "start":
            return ""
        return self.step(frame).mark(self.scene(frame))

    def end(self, ending: Ending) -> Turn:
        """What an ended dialog, a command or the lobby brings about."""
        done = replace(
            self,
            said=(*self.said, *ending.says),
            ordered=(*self.ordered, *ending.orders),
        )
        if ending.which:
            session = replace(done.session, which=ending.which, asked_which=self.facts.now)
            done = replace(done, session=session)
        if ending.loose:
            done = replace(done, session=replace(done.session, loose=ending.loose))
        turn = done.begin(ending.then) if ending.then is not None else done.resume()
        return replace(turn, toast=ending.toast) if ending.toast else turn

    def begin(self, start: Start) -> Turn:
        """Lay a dialog on the stack; one of that name already there is gone on with or replaced."""
        dialog = self.rooms.dialogs[start.dialog]
        names = [frame.dialog for frame in self.session.stack]
        if dialog.patience is None and dialog.name in names:
            stack = self.session.stack[: names.index(dialog.name) + 1]
            again = replace(self, session=replace(self.session, stack=stack))
            return again.say(Phrase("engine-resumed")).ask()
        stack = tuple(one for one in self.session.stack if one.dialog != dialog.name)
        serial = self.session.serial + 1
        frame = Frame(dialog.name, dialog.version, serial, "start", dict(start.draft))
        stack = (*stack[: DEPTH - 1], frame)
        laid = replace(self, session=replace(self.session, stack=stack, serial=serial))
        return laid.go(Answer("start"))

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
        session = replace(self.session, prompt=prompt)
        return Turn(session, (*self.said, question), self.orders)


    @property
    def top(self) -> Frame | None:
        return self.session.stack[-1] if self.session.stack else None

    @property
    def orders(self) -> tuple[object, ...]:
        return self.ordered

    def step(self, frame: Frame) -> Step:
        step = self.rooms.dialogs[frame.dialog].step(frame.state)
        assert step is not None, frame.state
        return step

    def scene(self, frame: Frame | None = None) -> Scene:
        blank = Frame("", 0, 0)
        since, recent = self.session.asked_which, self.session.which
        fresh = since and self.facts.now - since < self.house.catalogue.ask_which_every
        return Scene(
            frame or self.top or blank,
            self.facts,
            self.house,
            self.event,
            self.session.loose,
            recent if fresh else 0,
        )

    def with_top(self, frame: Frame) -> "Play":
        return replace(self, session=replace(self.session, stack=(*self.session.stack[:-1], frame)))

    def say(self, phrase: Phrase) -> "Play":
        return replace(self, said=(*self.said, Say(phrase)))

    def _about(self) -> int | None:
        return next((one.id for one in self.facts.tickets if one.open), None)


# Buttons that stay good however the ticket has moved on.
LASTING = frozenset({"status", "add", "remind", "settings", "appeal_leaflet", "details", "human"})
# Dialogs whose drafts keep files.
FILING = frozenset({"complaint", "welcome"})
