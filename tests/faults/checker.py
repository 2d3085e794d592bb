"""Holds a history against what Redress promises (DESIGN §5.1, §5.2). Pure: values in, values out.

Lost, unexpected and doubled are told apart as Jepsen's `total-queue` does: what was sent with
an unknown outcome may come twice and must come once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tests.faults.history import Call, End, History, Input, Line, Row

PRESS = "answerCallbackQuery"
DONE = ("sent", "superseded")
T = TypeVar("T", Call, Row, Line, Input)


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken promise: its kind, the chat, and what it was about."""

    kind: str
    chat: int
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was broken, and the second copies that were allowed, by what excuses them."""

    violations: tuple[Violation, ...]
    doubles: Mapping[str, int]
    toasts_lost: int

    @property
    def kinds(self) -> set[str]:
        return {one.kind for one in self.violations}


@dataclass(frozen=True, slots=True)
class Excuses:
    """How many second copies of a message are nobody's fault: by a lost answer, by a kill."""

    answers: int
    kills: int


def check(history: History) -> Verdict:
    """Every promise against the whole history."""
    calls = by_chat(call for call in history.calls if call.method != PRESS)
    rows = by_chat(sorted(history.rows, key=lambda row: (row.chat, row.seq)))
    lines, inputs = by_chat(history.lines), by_chat(history.inputs)
    found: list[Violation] = [*_subscribers(history), *_parked(history)]
    doubles: Counter[str] = Counter()
    for chat in sorted({*calls, *rows, *lines, *inputs}):
        said = [call for call in calls[chat] if call.taken]
        found += heard(chat, inputs[chat], lines[chat])
        found += answered(chat, lines[chat])
        found += ordered(chat, said, rows[chat])
        found += sent(chat, said, rows[chat], history.ends, doubles)
    lost, more = presses(history)
    return Verdict((*found, *more), doubles, lost)


def by_chat(values: Iterable[T]) -> defaultdict[int, list[T]]:
    found: defaultdict[int, list[T]] = defaultdict(list)
    for one in values:
        found[one.chat].append(one)
    return found


def _subscribers(history: History) -> Iterator[Violation]:
    """Each conversation came to its end, and what was confirmed is one ticket, told to them."""
    filed: Mapping[str, list[str]] = {one.mark: [] for one in history.subscribers}
    for ticket in history.tickets:
        for mark in {word for word in ticket.story.split() if word in filed}:
            filed[mark].append(ticket.number)
    for one in history.subscribers:
        tickets = filed[one.mark]
        if not one.finished:
            yield Violation("unfinished", one.chat, one.mark)
        if one.silences:
            yield Violation("silence", one.chat, f"{one.silences} times")
        if len(tickets) != one.confirmed:
            yield Violation("tickets", one.chat, f"{one.mark}: {tickets or 'none'}")
        elif set(one.numbers) - set(tickets) or (one.finished and not one.numbers and tickets):
            yield Violation("told", one.chat, f"told {one.numbers}, filed {tickets}")


def _parked(history: History) -> Iterator[Violation]:
    if history.parked:
        yield Violation("parked", 0, f"{history.parked} events")


def heard(chat: int, inputs: Sequence[Input], lines: Sequence[Line]) -> Iterator[Violation]:
    """Everything that was sent was taken once, in order.

    A press is logged with its button's words or, where the button is old, with none.
    """
    typed = [one.words for one in inputs if not one.press]
    pressed = {one.words for one in inputs if one.press} | {""}
    logged = [line.words for line in lines if line.came]
    took = [words for words in logged if words not in pressed]
    for words, times in (Counter(typed) - Counter(took)).items():
        yield Violation("lost", chat, f"{times} x {words!r}")
    for words, times in (Counter(took) - Counter(typed)).items():
        yield Violation("repeated", chat, f"{times} x {words!r}")
    if Counter(typed) == Counter(took) and typed != took:
        yield Violation("disordered", chat, f"sent {typed}, taken {took}")
    presses = len(inputs) - len(typed) - (len(logged) - len(took))
    if presses:
        yield Violation("lost" if presses > 0 else "repeated", chat, f"{abs(presses)} presses")


def answered(chat: int, lines: Sequence[Line]) -> Iterator[Violation]:
    """Each thing typed is followed by something said before the next thing is taken."""
    for place, line in enumerate(lines):
        after = lines[place + 1 : place + 2]
        if line.came and line.words and not (after and not after[0].came):
            yield Violation("unanswered", chat, line.words)


def ordered(chat: int, said: Sequence[Call], rows: Sequence[Row]) -> Iterator[Violation]:
    """Messages arrived in the order of their rows; a second copy comes right after its first."""
    arrived = {call.key for call in said}
    keys = [row.key for row in rows if row.key in arrived]
    place = 0
    for call in said:
        if place < len(keys) and keys[place] == call.key:
            place += 1
        elif place and keys[place - 1] == call.key:
            continue
        elif call.key in keys[place:]:
            yield Violation("disordered", chat, f"came early: {call.key}")
            place += keys[place:].index(call.key) + 1
        elif call.key in keys:
            yield Violation("disordered", chat, f"came late: {call.key}")


def sent(
    chat: int,
    said: Sequence[Call],
    rows: Sequence[Row],
    ends: Sequence[End],
    doubles: Counter[str],
) -> Iterator[Violation]:
    """Each row arrived, once; more only where its first copy was on the wire. Counts those."""
    copies = Counter(call.key for call in said)
    owed = Counter(row.key for row in rows if row.state not in DONE[1:])
    for row in rows:
        if row.state not in DONE:
            yield Violation("unsent", chat, f"{row.state}: {row.key}")
    for key in dict.fromkeys((*owed, *copies)):
        extra = copies[key] - owed[key]
        if not owed[key]:
            yield Violation("stray", chat, key)
        elif extra < 0:
            yield Violation("unsent", chat, f"{-extra} x {key}")
        elif extra:
            why = excuses(key, said, rows, ends)
            doubles["answer lost"] += min(extra, why.answers)
            doubles["kill"] += min(max(0, extra - why.answers), why.kills)
            if extra > why.answers + why.kills:
                yield Violation("doubled", chat, f"{extra} x {key}")


def excuses(key: str, said: Sequence[Call], rows: Sequence[Row], ends: Sequence[End]) -> Excuses:
    """Why copies of this message are allowed: answers that got lost, kills while it was sent."""
    copies = [call for call in said if call.key == key]
    ids = {row.id for row in rows if row.key == key}
    kills = [end for end in ends if end.kill and ids & end.sending]
    struck = sum(any(call.at <= end.at for call in copies) for end in kills)
    return Excuses(sum(not call.told for call in copies), struck)


def presses(history: History) -> tuple[int, tuple[Violation, ...]]:
    """How many presses got no answer, and those of them that nothing excuses.

    The answer to a press goes outside the outbox, once (DESIGN §6): a fault or a kill loses it.
    """
    answered = {call.key for call in history.calls if call.method == PRESS and call.taken}
    struck = {call.key for call in history.calls if call.method == PRESS and call.fault}
    killed = any(end.kill for end in history.ends)
    silent = [one for one in history.inputs if one.press and one.press not in answered]
    wrong = [one for one in silent if one.press not in struck and not killed]
    return len(silent), tuple(Violation("press", one.chat, one.words) for one in wrong)
