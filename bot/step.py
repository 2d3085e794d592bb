"""One event, one transaction: inbox, session, orders, tickets, timeline and outbox together.

All of it is synchronous and runs in the store's writer; what must happen outside (a toast, a
file to fetch) comes back as a value.
"""

from dataclasses import dataclass
from datetime import timedelta

from bot import posting
from bot.orders import Effects, carry_out
from bot.stage import Stage
from dialogs import answers
from dialogs.engine import converse
from dialogs.model import (
    Command,
    Contact,
    Edited,
    Elapsed,
    Event,
    Facts,
    File,
    Location,
    Phrase,
    Reachable,
    Say,
    Tap,
    Text,
    Unsupported,
    What,
)
from storage import Connection, chats, inbox, messages, sessions, tasks, tickets
from storage.chats import Person
from storage.inbox import EventKey
from storage.messages import Said


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
    now = event.at
    chat = chats.locate(c, event.address, now, stage.language(event.language), event.name)
    if not inbox.accept(c, key_of(event), chat, "", now):
        return Done(query, fresh=False)
    person = chats.person(c, chat)
    if not event.private:
        return _in_public(stage, c, person, event)
    return answer(stage, c, person, event, query)


def answer(stage: Stage, c: Connection, person: Person, event: Event, query: str = "") -> Done:
    """Converse with a person: the session's next state, the orders, and what is said."""
    loaded = sessions.load(c, person.chat)
    facts = facts_of(stage, c, person, event)
    turn = converse(stage.rooms, stage.house, loaded.session, event, facts)
    effects = Effects()
    for order in turn.orders:
        effects = effects.plus(carry_out(stage, c, person, event, order))
    person = chats.person(c, person.chat) if turn.orders else person
    _log(c, person, event, effects)
    says = (*effects.refusals, *effects.answers(person.chat), *turn.replies)
    if not loaded.readable:
        says = (Say(Phrase("engine-fresh")), *says)
    session = posting.say(stage, c, person, turn.session, says, now=event.at, facts=facts)
    posting.push(stage, c, effects, event.at, but=person.chat)
    sessions.keep(c, person.chat, session, loaded.version)
    toast = turn.toast and stage.texts.words(person.language, turn.toast, event.at)
    return Done(query, toast or "")


def facts_of(stage: Stage, c: Connection, person: Person, event: Event) -> Facts:
    """What a turn may know, read in its own transaction."""
    now = event.at
    held = timedelta(days=stage.house.catalogue.reopen_days)
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
        waiting=tasks.waiting(c, "human"),
        summoned=tasks.place(c, person.chat, "human") is not None,
        filed_today=tickets.filed_since(c, person.chat, now - timedelta(days=1)),
        resumable=stage.capabilities(person.address.channel).resumable,
    )


def _ticket_of(c: Connection, chat: int, replied: str) -> int:
    """The ticket that the message replied to is about, 0 if none."""
    found = messages.by_message(c, chat, replied) if replied else None
    return (found.ticket or 0) if found else 0


def _log(c: Connection, person: Person, event: Event, effects: Effects) -> None:
    """Keep what the person said, with the ticket and the file that it turned out to be about."""
    if isinstance(event.what, Elapsed | Reachable):
        return
    ticket = next((one.ticket.id for one in effects.applied), effects.ticket)
    words = spoken(event.what)
    said = Said(
        chat=person.chat,
        at=event.at,
        direction="in",
        words=words,
        search=answers.private_numbers(words)[0] if ticket else "",
        ticket=ticket,
        message_id=event.message if not isinstance(event.what, Tap) else "",
        attachment=effects.file,
    )
    messages.log_in(c, said)


def _in_public(stage: Stage, c: Connection, person: Person, event: Event) -> Done:
    """In a group nothing personal is said: who speaks to the bot is shown the private way."""
    if not isinstance(event.what, Reachable | Elapsed):
        says = (Say(Phrase("group-private")),)
        loaded = sessions.load(c, person.chat)
        if _addressed(event.what):
            posting.say(stage, c, person, loaded.session, says, now=event.at, facts=None)
    return Done(event.what.query if isinstance(event.what, Tap) else "")


def _addressed(what: What) -> bool:
    """Whether a group message was meant for the bot: a command (or a press of its buttons)."""
    return not isinstance(what, Text | Edited | File | Contact | Location)


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
