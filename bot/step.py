"""One event, one transaction: inbox, session, orders, tickets, timeline and outbox together.

All of it is synchronous and runs in the store's writer; what must happen outside (a toast, a
file to fetch) comes back as a value.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import appealing, following, known, posting, repeats
from bot.group import marking
from bot.orders import Effects, back, carry_out, said
from bot.posting import Mail, Speech
from bot.stage import Work
from dialogs import answers
from dialogs.engine import converse
from dialogs.house import Facts
from dialogs.model import (
    Agree,
    Command,
    Contact,
    Edited,
    Elapsed,
    Event,
    File,
    Follow,
    Json,
    Location,
    Order,
    Phrase,
    Prefer,
    Reach,
    Reachable,
    Say,
    Session,
    Speak,
    Tap,
    Text,
    Unsupported,
    Verify,
    What,
)
from dialogs.tickets.ticket import Ticket
from dialogs.understand import cards
from dialogs.values import quick, replace
from storage import (
    Connection,
    chats,
    events,
    inbox,
    lines,
    messages,
    notices,
    pace,
    sessions,
    tasks,
    tickets,
    visits,
)
from storage.chats import Person
from storage.events import Kept
from storage.inbox import EventKey
from storage.messages import Said
from storage.outbox import ANSWER, NOTICE, Claimed
from storage.visits import Visit

OUTAGE = Elapsed("outage")
ABOUT_PERSON = (Agree, Speak, Prefer, Verify, Reach)
TEN, MINUTE = timedelta(seconds=10), timedelta(minutes=1)


@quick
@dataclass(frozen=True, slots=True)
class Done:
    """What a step leaves to do outside its transaction.

    The press to answer, and with what; rows to be sent that are held already (`taken`), whether
    more rows wait to be claimed (`owes`). `result` is what became of the event: "accepted",
    "duplicate", or "deferred" when its chat sends too fast.
    """

    query: str = ""
    toast: str = ""
    result: str = "accepted"
    taken: tuple[Claimed, ...] = ()
    owes: bool = False


@dataclass(frozen=True, slots=True)
class Came:
    """An event as it is to be taken. `raw` is its channel's JSON; `again`: it was kept before."""

    event: Event
    raw: Json = None
    again: bool = False


def key_of(event: Event) -> EventKey:
    return EventKey(event.address.channel, event.address.bot, event.id)


def step(work: Work, came: Came) -> Done:
    """Take one event of a chat: all that it brings about is written, or nothing is."""
    event, outgoing = came.event, work.outgoing
    done = _step(work, came)
    query = event.what.query if isinstance(event.what, Tap) else ""
    return Done(query, done.toast, done.result, tuple(outgoing.taken), outgoing.owes)


def _step(work: Work, came: Came) -> Done:
    event, c = came.event, work.c
    visit = visits.find(c, event.address) or _first_visit(work, event)
    until = None if came.again else _too_fast(work, visit, event)
    if until is not None:
        return _defer(work, visit, came, until)
    if not _fresh(work, visit, came):
        return Done(result="duplicate")
    if not isinstance(event.what, Reachable):
        _there(work, visit)
    if not event.private:
        return _in_public(work, visit.person, event)
    return answer(work, visit, event)


def _fresh(work: Work, visit: Visit, came: Came) -> bool:
    """Mark the event as handled; False when it was before."""
    key = key_of(came.event)
    if came.again:
        return inbox.handled(work.c, key)
    return inbox.accept(work.c, key, visit.person.chat, "", work.now)


def _first_visit(work: Work, event: Event) -> Visit:
    language = work.stage.language(event.language)
    chats.locate(work.c, event.address, work.now, language, event.name)
    visit = visits.find(work.c, event.address)
    assert visit is not None
    return visit


def _too_fast(work: Work, visit: Visit, event: Event) -> datetime | None:
    """When an event of a chat that sends too fast may be stepped; None if it may be now."""
    if isinstance(event.what, Reachable | Elapsed):
        return None
    stage, c = work.stage, work.c
    limits = ((stage.inbound_per_10s, TEN), (stage.inbound_per_minute, MINUTE))
    chat = visit.person.chat
    free = [pace.free(c, chat, most, within, work.now) for most, within in limits]
    full = [one for one in free if one > work.now]
    if visit.deferred:  # what came before it goes before it
        full.append(work.now + TEN)
    return max(full, default=None)


def _defer(work: Work, visit: Visit, came: Came, until: datetime) -> Done:
    """Keep the event for later; the first of them is answered with one polite line."""
    event = came.event
    kept = Kept(event, came.raw)
    raw = events.dump(kept)
    key = key_of(event)
    if not inbox.accept(work.c, key, visit.person.chat, raw, work.now, due=until):
        return Done(result="duplicate")
    if not visit.deferred:
        posting.tell(work, visit.person, Say(Phrase("engine-slower")))
    return Done(result="deferred")


def _there(work: Work, visit: Visit) -> None:
    """Who writes can be reached: what said otherwise is over."""
    person = visit.person
    if not person.reachable:
        chats.reachable(work.c, person.chat, True, work.now)
    elif visit.served:
        lines.heard(work.c, person.chat)
    resumable = work.stage.capabilities(person.address.channel).resumable
    if visit.tasks and (resumable or not person.reachable):
        back(work.c, person.chat, work.now)


def answer(work: Work, visit: Visit, event: Event) -> Done:
    """Converse with a person: the session's next state, the orders, and what is said."""
    stage, c, person, loaded = work.stage, work.c, visit.person, visit.loaded
    facts = known.with_asked(work, visit, facts_of(work, visit, event))
    facts = appealing.with_files(work, loaded.session, facts)
    turn = converse(stage.rooms, stage.house, loaded.session, event, facts)
    aware = known.met(work, visit, turn, facts) or appealing.met(work, loaded.session, turn, facts)
    if aware is not None:  # where it is turned out to have a known trouble, or files of its own
        facts = aware
        turn = converse(stage.rooms, stage.house, loaded.session, event, facts)
    met = repeats.met(work, visit, turn, facts) if turn.orders else None
    if met is not None:  # the same matter was filed before: the turn is taken knowing of it
        facts = met
        turn = converse(stage.rooms, stage.house, loaded.session, event, facts)
    effects = Effects()
    for order in turn.orders:
        effects = effects.plus(_carried(work, person, event, order))
    if any(isinstance(order, ABOUT_PERSON) for order in turn.orders):
        person = chats.person(c, person.chat)
    _log(work, person, heard(loaded.session, event), effects)
    fresh = () if loaded.readable else (Say(Phrase("engine-fresh")),)
    speech = _speech(work, visit, facts, effects, (*fresh, *effects.said, *turn.replies))
    if event.what == OUTAGE:  # many at once; who writes now is answered first
        speech = replace(speech, mail=replace(speech.mail, priority=NOTICE))
    session = posting.say(work, person, turn.session, speech)
    sessions.keep(c, person.chat, session, loaded.version)
    posting.push(work, effects, but=person.chat)
    if visit.held and stage.capabilities(person.address.channel).pushes:
        posting.release(work, person.chat, notices.of_chat(c, person.chat))
    toast = turn.toast and stage.texts.words(person.language, turn.toast, event.at)
    return Done(toast=toast or "")


def _carried(work: Work, person: Person, event: Event, order: Order) -> Effects:
    if isinstance(order, Follow):
        return following.follow(work, person, order.token)
    return known.joined(work, carry_out(work, person, event, order), order)


def asked(session: Session) -> str:
    """The card of the question that stands before the person, "" when none does."""
    return f"d{session.stack[-1].serial}.{session.prompt}" if session.stack else ""


def _speech(
    work: Work, visit: Visit, facts: Facts, effects: Effects, says: tuple[Say, ...]
) -> Speech:
    """The answer of a turn: the tickets' own messages first, but those that only stand there."""
    before = asked(visit.loaded.session)
    if not effects.applied:
        stages = {ticket.id: ticket.stage for ticket in facts.tickets}
        return Speech(says, stages, Mail(ticket=effects.ticket), before)
    catalogue = work.stage.house.catalogue
    silent = {code for code, notice in catalogue.notices.items() if notice.way == "status"}
    told = [
        (one.ticket.id, notice)
        for one in effects.applied
        for notice in one.notices
        if notice.code not in silent
    ]
    stages = {ticket.id: ticket.stage for ticket in facts.tickets} | effects.stages()
    mail = Mail(ANSWER, told[-1][1].code, told[-1][0]) if told else Mail(ticket=effects.ticket)
    return Speech((*(said(notice) for _, notice in told), *says), stages, mail, before)


def facts_of(work: Work, visit: Visit, event: Event) -> Facts:
    """What a turn may know, read in its own transaction."""
    stage, c, now, person = work.stage, work.c, work.now, visit.person
    held = timedelta(days=stage.house.catalogue.reopen_days)
    ahead = tasks.place(c, person.chat, tasks.CALL) if visit.tasks else None
    mine = _known(work, visit, held)
    replied = event.what.reply_to if isinstance(event.what, Text) else ""
    day = now - timedelta(days=1)
    return Facts(
        now=now,
        language=person.language,
        agreed=person.agreed,
        notify=person.notify,
        surveys=person.surveys,
        chosen_language=person.chosen_language,
        reach=person.reach,
        tickets=mine,
        incidents=known.of_tickets(work, mine),
        numbers=person.numbers,
        replied=_ticket_of(c, person.chat, replied),
        waiting=visit.waiting if ahead is None else ahead,
        summoned=ahead is not None,
        filed_today=tickets.filed_since(c, person.chat, day) if visit.tickets else 0,
        resumable=stage.capabilities(person.address.channel).resumable,
    )


def _known(work: Work, visit: Visit, held: timedelta) -> tuple[Ticket, ...]:
    """The tickets that the person may know of: filed here, or about a number of theirs."""
    person = visit.person
    if person.numbers:
        return tickets.of_person(work.c, person.chat, person.subscriber, work.now, held)
    return tickets.of_chat(work.c, person.chat, work.now, held) if visit.tickets else ()


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
        search=cards.hidden(answers.private_numbers(came.words)[0]) if ticket else "",
        ticket=ticket,
        message_id=event.message if not isinstance(event.what, Tap) else "",
        attachment=effects.file,
    )
    if ticket:
        marking.spoken(work, ticket)
    messages.log_in(work.c, said_so, rewrites=isinstance(event.what, Edited))


def _in_public(work: Work, person: Person, event: Event) -> Done:
    """In a group nothing personal is said: who speaks to the bot is shown the private way."""
    if _addressed(event.what):
        posting.tell(work, person, Say(Phrase("group-private")))
    return Done()


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
