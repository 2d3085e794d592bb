"""From what is said to what is owed: rendered for the reader, logged, laid in the outbox."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.channels.base import Message, Request
from bot.orders import Effects, said
from bot.pushes import Manner, Reader, Way, manner
from bot.render import render
from bot.stage import Stage
from dialogs.model import Facts, Json, Say, Session
from dialogs.tickets.applied import Notify
from dialogs.tickets.notices import notice as notice_of
from dialogs.tickets.ticket import State, Ticket
from dialogs.tickets.wording import Telling
from storage import Connection, chats, messages, notices, outbox, pace, sessions, tickets
from storage.chats import Person
from storage.messages import Said
from storage.notices import Held
from storage.outbox import ANSWER, NOTICE, NewRow

SPENT = timedelta(minutes=10)  # a channel that counts pushes is tried again after so long


def say(
    stage: Stage,
    c: Connection,
    person: Person,
    session: Session,
    says: Sequence[Say],
    *,
    now: datetime,
    facts: Facts | None,
    stages: dict[int, int] | None = None,
) -> Session:
    """Answer a person who just wrote, in one message; the session then knows its choices."""
    known = {ticket.id: ticket.stage for ticket in facts.tickets} if facts else {}
    reader = stage.reader(person.address.channel, person.language, now)
    rendered = render(says, reader, session, {**known, **(stages or {})})
    if rendered is None:
        return session
    message, offering = rendered
    post(stage, c, person, message, now)
    return offering


def post(
    stage: Stage,
    c: Connection,
    person: Person,
    message: Message,
    now: datetime,
    *,
    priority: int = ANSWER,
    notice: str = "",
    ticket: int | None = None,
    not_before: datetime | None = None,
) -> None:
    """Lay a rendered message in the outbox and in the chat's log."""
    channel = stage.channels[person.address.channel]
    before = outbox.card(c, person.chat, message.card) if message.card else None
    editing = before is not None and channel.capabilities.edits and message.file is None
    requests = channel.requests(message, edit=editing)
    rows = [
        NewRow(
            method=request.method,
            body=request.body,
            file=_file(request),
            card=message.card,
            edits=before if editing else None,
            priority=priority,
            not_before=not_before,
            notice=notice,
        )
        for request in requests
    ]
    ids = outbox.post(c, person.chat, rows, now)
    said = Said(
        chat=person.chat,
        at=now,
        direction="out",
        words=message.text,
        choices=tuple(button.words for row in message.rows for button in row),
        ticket=ticket,
        outbox=ids[-1],
        card=message.card,
    )
    messages.log_out(c, said)


def _file(request: Request) -> dict[str, Json] | None:
    if request.file is None:
        return None
    return {"kind": request.file.kind, "ticket": request.file.ticket, "name": request.file.name}


def push(stage: Stage, c: Connection, effects: Effects, now: datetime, *, but: int = 0) -> None:
    """Send each ticket's notices to its chat, in its own manner; chat `but` was answered already."""
    for applied in effects.applied:
        if applied.ticket.chat != but:
            for notice in applied.notices:
                send(stage, c, applied.ticket, notice, now)


def send(stage: Stage, c: Connection, ticket: Ticket, notice: Notify, now: datetime) -> None:
    """One notice to its subscriber: now, when their quiet hours end, as an edit, or not at all."""
    person = chats.person(c, ticket.chat)
    reader = Reader(person.notify, person.surveys, pace.wrote(c, ticket.chat), answering=False)
    how = manner(notice.code, reader, stage.house.catalogue, now, stage.house.zone)
    if how.way is Way.LATER and how.at is not None:
        _hold(c, ticket, notice, how.at, now)
        return
    if how.way is Way.NOW and _spent(stage, c, person):
        _hold(c, ticket, notice, now + SPENT, now)
        return
    _deliver(stage, c, person, ticket, notice, how, now)


def _hold(c: Connection, ticket: Ticket, notice: Notify, until: datetime, now: datetime) -> None:
    """Keep a notice until then; it is made anew from the ticket when it goes."""
    waiting = Held(
        ticket=ticket.id, chat=ticket.chat, code=notice.code, args=notice.fields, due_at=until
    )
    notices.hold(c, waiting, now)


def _spent(stage: Stage, c: Connection, person: Person) -> bool:
    """Whether a channel that counts pushes per message received has none left."""
    allowed = stage.capabilities(person.address.channel).pushes
    return bool(allowed) and pace.said_since(c, person.chat) >= allowed


def _deliver(
    stage: Stage,
    c: Connection,
    person: Person,
    ticket: Ticket,
    notice: Notify,
    how: Manner,
    now: datetime,
) -> None:
    """Render a notice and post it; its choices are then what typed words may name."""
    if how.way is Way.SILENT:
        return
    loaded = sessions.load(c, person.chat)
    reader = stage.reader(person.address.channel, person.language, now)
    rendered = render((said(notice),), reader, loaded.session, {ticket.id: ticket.stage})
    if rendered is None:
        return
    message, offering = rendered
    if how.way is Way.EDIT:
        if not reader.capabilities.edits or not outbox.card(c, person.chat, message.card):
            return
    else:
        kept = replace(offering, prompt=loaded.session.prompt)
        sessions.keep(c, person.chat, kept, loaded.version)
    post(stage, c, person, message, now, priority=NOTICE, notice=notice.code, ticket=ticket.id)


def tell(stage: Stage, c: Connection, person: Person, what: Say, now: datetime) -> None:
    """One saying on its own, outside any turn; the question in progress stays as it is."""
    reader = stage.reader(person.address.channel, person.language, now)
    rendered = render((what,), reader, Session(), {})
    if rendered is not None:
        post(stage, c, person, rendered[0], now)


def release(stage: Stage, c: Connection, held: Held, now: datetime) -> None:
    """A held notice whose rest is over: made anew from the ticket as it stands now, or dropped."""
    notices.drop(c, (held.id,))
    ticket = tickets.load(c, held.ticket)
    if ticket is not None and worth(held.code, ticket):
        telling = Telling(ticket, held.args, stage.house, now)
        send(stage, c, ticket, notice_of(held.code, telling), now)


def worth(code: str, ticket: Ticket) -> bool:
    """Whether a message still says what is so: a proposal that is open, a survey still due."""
    wanted = STILL.get(code)
    return wanted is None or ticket.state in wanted


# message -> the states in which it is still true
STILL: Mapping[str, frozenset[State]] = {
    "M06": frozenset({State.AWAITING_USER}),
    "M07": frozenset({State.AWAITING_USER}),
    "M09": frozenset({State.PROPOSED}),
    "M12": frozenset({State.PROPOSED}),
    "M13": frozenset({State.DEADLOCK}),
    "M15": frozenset({State.AWAITING_CONFIRM}),
    "M15R": frozenset({State.AWAITING_CONFIRM}),
    "SURVEY": frozenset({State.SURVEY}),
    "SURVEY-REMINDER": frozenset({State.SURVEY}),
    "M28": frozenset({State.INVESTIGATING, State.NEGOTIATING}),
}
