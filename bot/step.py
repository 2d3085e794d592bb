"""One event, one transaction: inbox, session, orders, tickets, timeline and outbox together.

All of it is synchronous and runs in the store's writer; what must happen outside (a toast, a
file to fetch) comes back as a value.
"""

from dataclasses import dataclass
from datetime import timedelta

from bot import posting
from bot.orders import Effects, back, carry_out, said
from bot.posting import Mail, Speech
from bot.stage import Stage, Work
from dialogs import answers
from dialogs.engine import converse
from dialogs.house import Facts
from dialogs.model import (
    Command,
    Contact,
    Edited,
    Elapsed,
    Event,
    File,
    Location,
    Phrase,
    Reachable,
    Say,
    Session,
    Tap,
    Text,
    Unsupported,
    What,
)
from storage import Connection, chats, inbox, messages, notices, sessions, tasks, tickets
from storage.chats import Person
from storage.inbox import EventKey
from storage.messages import Said
from storage.outbox import ANSWER


@dataclass(frozen=True, slots=True)
class Done:
    """What a step leaves to do outside its transaction: the press to answer, and with what."""

    query: str = ""
    toast: str = ""
    fresh: bool = True


def key_of(event: Event) -> EventKey:
    return EventKey(event.address.channel, event.address.bot, event.id)


def step(stage: Stage, c: Connection, event: Event) -> Done:
    """Take one event of a chat: all that it brings about is written, or nothing is."""
    query = event.what.query if isinstance(event.what, Tap) else ""
    work = Work(stage, c, event.at)
    language = stage.language(event.language)
    chat = chats.locate(c, event.address, work.now, language, event.name)
    if not inbox.accept(c, key_of(event), chat, "", work.now):
        return Done(query, fresh=False)
    person = chats.person(c, chat)
    if not isinstance(event.what, Reachable):
        _there(work, person)
    if not event.private:
        return _in_public(work, person, event)
    return answer(work, person, event, query)


def _there(work: Work, person: Person) -> None:
    """Who writes can be reached: what said otherwise is over."""
    if not person.reachable:
        chats.reachable(work.c, person.chat, True, work.now)
    if not person.reachable or work.stage.capabilities(person.address.channel).resumable:
        back(work.c, person.chat, work.now)


def answer(work: Work, person: Person, event: Event, query: str = "") -> Done:
    """Converse with a person: the session's next state, the orders, and what is said."""
    stage, c = work.stage, work.c
    loaded = sessions.load(c, person.chat)
    facts = facts_of(work, person, event)
    turn = converse(stage.rooms, stage.house, loaded.session, event, facts)
    effects = Effects()
    for order in turn.orders:
        effects = effects.plus(carry_out(work, person, event, order))
    person = chats.person(c, person.chat) if turn.orders else person
    _log(work, person, heard(loaded.session, event), effects)
    fresh = () if loaded.readable else (Say(Phrase("engine-fresh")),)
    speech = _speech(work, person.chat, facts, effects, (*fresh, *effects.said, *turn.replies))
    session = posting.say(work, person, turn.session, speech)
    sessions.keep(c, person.chat, session, loaded.version)
    posting.push(work, effects, but=person.chat)
    if stage.capabilities(person.address.channel).pushes:
        posting.release(work, person.chat, notices.of_chat(c, person.chat))
    toast = turn.toast and stage.texts.words(person.language, turn.toast, event.at)
    return Done(query, toast or "")


def _speech(work: Work, chat: int, facts: Facts, effects: Effects, says: tuple[Say, ...]) -> Speech:
    """The answer of a turn: the tickets' own messages first, but those that only stand there."""
    catalogue = work.stage.house.catalogue
    silent = {code for code, notice in catalogue.notices.items() if notice.way == "status"}
    told = [
        (one.ticket.id, notice)
        for one in effects.applied
        if one.ticket.chat == chat
        for notice in one.notices
        if notice.code not in silent
    ]
    stages = {ticket.id: ticket.stage for ticket in facts.tickets} | effects.stages()
    mail = Mail(ANSWER, told[-1][1].code, told[-1][0]) if told else Mail(ticket=effects.ticket)
    return Speech((*(said(notice) for _, notice in told), *says), stages, mail)


def facts_of(work: Work, person: Person, event: Event) -> Facts:
    """What a turn may know, read in its own transaction."""
    stage, c, now = work.stage, work.c, work.now
    held = timedelta(days=stage.house.catalogue.reopen_days)
    ahead = tasks.place(c, person.chat, "human")
    replied = ""
    if isinstance(event.what, Text) and event.what.reply_to:
        replied = event.what.reply_to
    return Facts(
        now=now,
        language=person.language,
        agreed=person.agreed,
        notify=person.notify,
        surveys=person.surveys,
        chosen_language=person.chosen_language,
        reach=person.reach,
        tickets=tickets.of_chat(c, person.chat, now, held),
        numbers=person.numbers,
        replied=_ticket_of(c, person.chat, replied),
        waiting=tasks.waiting(c, "human") if ahead is None else ahead,
        summoned=ahead is not None,
        filed_today=tickets.filed_since(c, person.chat, now - timedelta(days=1)),
        resumable=stage.capabilities(person.address.channel).resumable,
    )


def _ticket_of(c: Connection, chat: int, replied: str) -> int:
    """The ticket that the message replied to is about, 0 if none."""
    found = messages.by_message(c, chat, replied) if replied else None
    return (found.ticket or 0) if found else 0


@dataclass(frozen=True, slots=True)
class Heard:
    """An event with its words: what was typed, or what stood on the button that was pressed."""

    event: Event
    words: str


def heard(session: Session, event: Event) -> Heard:
    """The words of what came, as the chat's log keeps them."""
    if isinstance(event.what, Tap):
        data = event.what.data
        return Heard(event, next((one.words for one in session.offers if one.data == data), ""))
    return Heard(event, spoken(event.what))


def _log(work: Work, person: Person, came: Heard, effects: Effects) -> None:
    """Keep what the person said, with the ticket and the file that it turned out to be about."""
    event = came.event
    if isinstance(event.what, Elapsed | Reachable):
        return
    ticket = next((one.ticket.id for one in effects.applied), effects.ticket)
    said_so = Said(
        chat=person.chat,
        at=event.at,
        direction="in",
        words=came.words,
        search=answers.private_numbers(came.words)[0] if ticket else "",
        ticket=ticket,
        message_id=event.message if not isinstance(event.what, Tap) else "",
        attachment=effects.file,
    )
    messages.log_in(work.c, said_so)


def _in_public(work: Work, person: Person, event: Event) -> Done:
    """In a group nothing personal is said: who speaks to the bot is shown the private way."""
    if _addressed(event.what):
        posting.tell(work, person, Say(Phrase("group-private")))
    return Done(event.what.query if isinstance(event.what, Tap) else "")


def _addressed(what: What) -> bool:
    """Whether a group message was meant for the bot: a command, or a press of a button."""
    return isinstance(what, Command | Tap)


def spoken(what: What) -> str:
    """The words of what came, as the chat's log keeps them."""
    match what:
        case Text(text) | Edited(text, _):
            return text
        case File():
            return what.caption
        case Contact(phone, _):
            return phone
        case Command(name, argument):
            return f"/{name} {argument}".strip()
        case Location(latitude, longitude):
            return f"{latitude:.5f}, {longitude:.5f}"
        case Unsupported(kind):
            return f"({kind})"
        case _:
            return ""
