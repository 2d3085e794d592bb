"""What staff do at the desk, each in one transaction: a move, a word in the chat, a task, a look.

Who acts is read again inside the transaction, so that a right taken away a moment ago counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from bot import assigning, calling, posting, siblings
from bot.channels import by_hand
from bot.orders import Conflict, Effects, move
from bot.posting import Mail
from bot.render import render
from bot.stage import Work
from bot.step import facts_of
from dialogs.dialog import Dialog
from dialogs.model import Arg, Elapsed, Event, Move, Phrase, Say, Session
from dialogs.play import Play
from dialogs.tickets import approving
from dialogs.tickets.guards import LEADS
from dialogs.tickets.ticket import Actor, Entry, Role, Ticket
from storage import Connection, chats, sessions, staff, tasks, tickets, visits
from storage.tasks import Todo

# Moves in which staff speak to the person, who is then answered by them and not by the bot.
SPEAKING = frozenset(
    {"reply", "thank", "ask", "propose", "approve", "solve", "final", "done_without_proposal"}
)
# What a move settles of the tasks about its ticket.
SETTLES: Mapping[str, tuple[str, ...]] = {
    "propose": ("offer_refused",),
    "ask_approval": ("offer_refused",),
    "withdraw_proposal": ("risk",),
    "admissible": ("approve",),
    "dispatch": ("dispatch",),
    "claim": ("reopened", "dispatch"),
    "same_matter": ("look_alike",),
    "apart": ("look_alike",),
    "credit_placed": ("credit_hold",),
    **dict.fromkeys(
        ("answer_body", "mediated", "end_deadlock", "turned_down", "taken_back"), ("appeal",)
    ),
}
LOOKS = frozenset({"view", "join", "hand_back"})  # entries of the desk's own; no move made them
BESIDE = LOOKS | {"by_hand", "follow_link"}  # and what is noted of a filing by hand
CALLED = ("call_back", "unreachable", "low_score", "survey_call")


@dataclass(frozen=True, slots=True)
class Made:
    """The move was made, and its messages are on their way."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It was not, and this is why."""

    words: Arg


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Somebody was quicker: nothing was done. `since` is what happened meanwhile, oldest first."""

    since: tuple[Entry, ...]


Outcome: TypeAlias = Made | Refused | Overtaken


def actor(c: Connection, who: int) -> Actor | None:
    """The staff member as the life-cycle knows them; None for one who no longer works here."""
    person = staff.load(c, who)
    if person is None or not person.active:
        return None
    return Actor(person.role, person.id, person.name, person.department)


def act(work: Work, who: int, order: Move, expected: int) -> Outcome:
    """A move on a ticket that is still at revision `expected`, with its messages and tasks."""
    by, ticket = actor(work.c, who), tickets.load(work.c, order.ticket)
    if by is None or ticket is None:
        return Refused(Phrase("not-allowed-role"))
    if ticket.revision != expected:
        return Overtaken(since(work.c, ticket, expected))
    if why := assigning.kept_from(work, by, order):
        return Refused(why)
    order = assigning.named(work, order)
    try:
        effects = move(work, order, by)
        others = siblings.taken(work, order, by) if not effects.refused else Effects()
    except Conflict:
        return Overtaken(since(work.c, ticket, expected))
    if effects.refused:
        return Refused(effects.said[0].words)
    posting.push(work, effects.plus(others))
    _settle(work, ticket, order, by)
    for one in others.applied:
        if one.ticket.owner == by.staff:
            _settle(work, one.ticket, replace(order, ticket=one.ticket.id), by)
    if order.name in SPEAKING:
        _renew(work, ticket.chat)
    return Made()


def since(c: Connection, ticket: Ticket, revision: int) -> tuple[Entry, ...]:
    """What happened to the ticket after that revision; each move made one."""
    moves = [one for one in tickets.timeline(c, ticket.id) if one.move not in BESIDE]
    grown = ticket.revision - revision
    return tuple(moves[-grown:]) if grown > 0 else ()


def _settle(work: Work, ticket: Ticket, order: Move, by: Actor) -> None:
    """The tasks that this move was the answer to are done."""
    kinds = SETTLES.get(order.name, ())
    if order.name == "inadmissible" and ticket.inadmissible:
        kinds = ("approve",)
    if order.name == "note" and order.fields.get("call"):
        kinds = CALLED
    if kinds:
        tasks.done_for_ticket(work.c, ticket.id, kinds, by.staff, work.now)


def look(work: Work, who: int, ticket: Ticket, reason: str) -> bool:
    """Note in the timeline that the numbers were looked at, and what for; False: not allowed."""
    by = actor(work.c, who)
    if by is None:
        return False
    _enter(work, ticket, "view", by, reason)
    return True


def _enter(work: Work, ticket: Ticket, name: str, by: Actor, reason: str = "") -> None:
    """An entry that changes nothing on the ticket, so that nobody's typing is overtaken by it."""
    entry = Entry(
        at=work.now,
        move=name,
        actor=by,
        before=ticket.state,
        after=ticket.state,
        detail={"reason": reason} if reason else {},
    )
    tickets.note(work.c, ticket.id, (entry,))


def join(work: Work, who: int, chat: int, ticket: Ticket | None) -> bool:
    """A named person takes the word: the bot falls silent and says who is there (DESIGN §4).

    From a colleague too, who has it no longer then.
    """
    by = actor(work.c, who)
    if by is None or chats.address(work.c, chat).channel == by_hand.NAME:
        return False
    loaded = sessions.load(work.c, chat)
    if word_of(loaded.session, work.now) != by.name:
        person = chats.person(work.c, chat)
        posting.tell(work, person, Say(Phrase("desk-joined", {"name": by.name})), staff=by.name)
    silent = replace(loaded.session, silent_until=_patience(work), silent_by=by.name)
    sessions.keep(work.c, chat, silent, loaded.version)
    calling.came(work, chat, by.staff)
    if ticket is not None:
        _enter(work, ticket, "join", by)
    return True


def hand_back(work: Work, who: int, chat: int, ticket: Ticket | None) -> bool:
    """The bot has the word again, says so, and asks its open question where a draft stood."""
    by = actor(work.c, who)
    if by is None:
        return False
    loaded = sessions.load(work.c, chat)
    if loaded.session.silent_until is None:
        return True
    session = _spoken_again(work, chat, replace(loaded.session, silent_until=None))
    sessions.keep(work.c, chat, session, loaded.version)
    if ticket is not None:
        _enter(work, ticket, "hand_back", by)
    return True


def _spoken_again(work: Work, chat: int, session: Session) -> Session:
    """Say that the bot is back; with a draft in progress, its question once more."""
    person, rooms = chats.person(work.c, chat), work.stage.rooms
    back = Phrase("desk-handed-back")
    top = session.stack[-1] if session.stack else None
    dialog: Dialog | None = rooms.dialogs.get(top.dialog) if top else None
    if top is None or dialog is None or dialog.step(top.state) is None:
        posting.tell(work, person, Say(back))
        return session
    event = Event(f"desk:{work.now.isoformat()}", person.address, work.now, Elapsed("dialog"))
    visit = visits.find(work.c, person.address)
    assert visit is not None
    play = Play(rooms, work.stage.house, event, facts_of(work, visit, event), session)
    turn = play.say(back).resume()
    return posting.say(work, person, turn.session, posting.Speech(turn.replies, {}))


def speak(work: Work, who: int, chat: int, words: str) -> bool:
    """Staff's own words in a chat that has no ticket yet; they keep the word by it."""
    by, said = actor(work.c, who), words.strip()
    person = chats.person(work.c, chat)
    if by is None or not said or person.address.channel == by_hand.NAME:
        return False
    line = Say(Phrase("desk-said", {"name": by.name, "words": said}))
    rendered = render((line,), work.reader(person), Session(), {})
    if rendered is not None:
        posting.post(work, person, rendered[0], Mail(staff=by.name))
    _renew(work, chat)
    return True


def _renew(work: Work, chat: int) -> None:
    """Who speaks keeps the word for as long again, if they had it."""
    loaded = sessions.load(work.c, chat)
    if listening(loaded.session, work.now):
        kept = replace(loaded.session, silent_until=_patience(work))
        sessions.keep(work.c, chat, kept, loaded.version)


def listening(session: Session, now: datetime) -> bool:
    """Whether a named person has the word just now."""
    return session.silent_until is not None and now < session.silent_until


def word_of(session: Session, now: datetime) -> str:
    """The name of who has the word just now, "" for the bot."""
    return session.silent_by if listening(session, now) else ""


def _patience(work: Work) -> datetime:
    return work.now + work.stage.house.catalogue.human_patience


def mine(todo: Todo, role: Role) -> bool:
    """Whether somebody of this role may do the task: leads all, others what is not the leads'."""
    return role in LEADS or todo.task.role not in LEADS


def finish(work: Work, who: int, task: int) -> bool:
    """A task was done; False when it is not theirs to do. Done twice is done.

    Leave for an offer is decided on, and ends with that alone.
    """
    by, todo = actor(work.c, who), tasks.load(work.c, task)
    if by is None or todo is None or not mine(todo, by.role) or todo.task.kind == approving.TASK:
        return False
    tasks.done(work.c, task, by.staff, work.now)
    if todo.task.kind == tasks.CALL and todo.chat is not None:
        calling.came(work, todo.chat, by.staff)
    return True
