"""A chat as staff see it: as the subscriber saw it, with our internal notes between the lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.desk_acts import listening, word_of
from bot.web.bubbles import shown_as
from bot.web.desk_words import Words, hide
from dialogs.tickets.ticket import Entry
from storage import Connection, chats, pages, sessions
from storage.chats import Person
from storage.pages import Line, Paper

MOST = 300  # log entries shown; a talk is rarely longer


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of a message; `show` is "image", "audio", "video", "link", "away" or "refused"."""

    url: str
    name: str
    show: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """One message. `who`: "them", "us", "staff" or "note"; `before`: what it said earlier."""

    id: str
    who: str
    name: str
    at: datetime
    time: str
    text: str
    buttons: tuple[str, ...] = ()
    file: File | None = None
    before: tuple[str, ...] = ()
    day: str = ""  # set on the first message of a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A chat with who is in it. Until `joined_until` somebody, `joined_by`, has the word."""

    chat: int
    lines: tuple[Line, ...]
    person: Person
    joined_until: datetime | None
    joined_by: str = ""


def read(c: Connection, chat: int, now: datetime) -> Talk:
    """The newest part of a chat, and who has the word in it."""
    session = sessions.load(c, chat).session
    return Talk(
        chat=chat,
        lines=pages.before(c, chat, 0, MOST),
        person=chats.person(c, chat),
        joined_until=session.silent_until if listening(session, now) else None,
        joined_by=word_of(session, now),
    )


def spoken(c: Connection, chat: int, seen: int, name: str) -> bool:
    """Whether a colleague other than `name` said something after log entry `seen`."""
    later = pages.after(c, chat, seen, MOST)
    return any(line.name and line.name != name for line in later)


def bubbles(talk: Talk, notes: Sequence[Entry], words: Words, *, whole: bool) -> tuple[Bubble, ...]:
    """What is shown, oldest first; `whole`: with phone numbers as they were typed."""
    told = [*_messages(talk, words, whole=whole), *(_note(one, words) for one in notes)]
    return tuple(_dated(sorted(told, key=lambda one: one.at), words))


def _messages(talk: Talk, words: Words, *, whole: bool) -> Iterable[Bubble]:
    """Messages in the order they first came; a rewritten one keeps its place and its past."""
    shown: dict[str, Bubble] = {}
    keys: dict[int, str] = {}
    for line in talk.lines:
        if not line.words and line.paper is None:
            continue  # a press of a button; what it did stands in the timeline
        replaces = keys.get(line.earlier, "") if line.direction == "in" or line.changes else ""
        bubble = _bubble(line, talk, words, whole=whole)
        keys[line.id] = replaces or bubble.id
        old = shown.get(replaces)
        if old is not None:
            past = (*old.before, old.text) if old.text != bubble.text else old.before
            bubble = replace(bubble, id=old.id, at=old.at, time=old.time, before=past)
        shown[bubble.id] = bubble
    return shown.values()


def _bubble(line: Line, talk: Talk, words: Words, *, whole: bool) -> Bubble:
    who = "them" if line.direction == "in" else "staff" if line.name else "us"
    names = {"them": words("chat-them"), "us": words("chat-bot"), "staff": line.name}
    return Bubble(
        id=f"m{line.id}",
        who=who,
        name=names[who],
        at=line.at,
        time=words.clock_of(line.at),
        text=line.words if whole else hide(line.words),
        buttons=line.choices,
        file=_file(line.paper, talk.chat, line.row, words) if line.paper else None,
    )


def _file(paper: Paper, chat: int, row: int, words: Words) -> File:
    if not paper.id:
        return File(url=f"/desk/c/{chat}/paper/{row}", name=paper.name, show="link")
    missing = "refused" if paper.refused else "away"
    show = shown_as(paper) if paper.path else missing
    name = paper.name or words.known(f"desk-file-{paper.kind}", paper.kind)
    return File(url=f"/desk/file/{paper.id}", name=name, show=show)


def _note(entry: Entry, words: Words) -> Bubble:
    return Bubble(
        id=f"n{entry.at.timestamp():.6f}",
        who="note",
        name=words.actor(entry),
        at=entry.at,
        time=words.clock_of(entry.at),
        text=str(entry.detail.get("words") or words("note-call")),
    )


def _dated(told: Sequence[Bubble], words: Words) -> Iterable[Bubble]:
    """The first message of each day says which day it is."""
    last: date | None = None
    for one in told:
        day = _local(one.at, words).date()
        yield one if day == last else replace(one, day=words.at(one.at, day=True))
        last = day


def _local(at: datetime, words: Words) -> datetime:
    return at.astimezone(ZoneInfo(words.stage.house.zone))
