"""A chat at the moment of an event: all that every step wants to know of it, in one statement."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, exists, func, select

from dialogs.model import Address, Session
from dialogs.values import quick
from storage import chats, sessions
from storage.chats import Person
from storage.hot import Hot
from storage.schema import (
    OPEN_TASK,
    WAITING,
    chat,
    chat_queue,
    inbox,
    notice_held,
    session,
    subscriber,
    task,
    ticket,
    verification,
)
from storage.sessions import Loaded
from storage.tasks import CALL

MOST_WAITING = 500  # people counted in the queue; who stands behind so many is told no place


@quick
@dataclass(frozen=True, slots=True)
class Visit:
    """Who writes, where the conversation stands, and which further tables hold something.

    `served`: a message to this chat is on its way. `waiting`: how many people wait for a person
    of the staff. `deferred`: events of this chat that wait to be stepped.
    """

    person: Person
    loaded: Loaded
    tickets: bool
    held: bool
    tasks: bool
    deferred: bool
    served: bool
    waiting: int


_BODY = sessions.BODY
_QUEUE = (
    select(task.c.id)
    .where(OPEN_TASK, task.c.kind == bindparam("kind"))
    .limit(MOST_WAITING)
    .subquery()
)
FIND = Hot(
    select(
        chat.c.id,
        chat.c.subscriber,
        subscriber.c.name,
        chat.c.language,
        chat.c.chosen_language,
        chat.c.agreed,
        chat.c.notify,
        chat.c.surveys,
        chat.c.reachable,
        chat.c.reach,
        _BODY,
        session.c.version,
        exists().where(verification.c.subscriber == chat.c.subscriber).label("verified"),
        exists().where(ticket.c.chat == chat.c.id).label("tickets"),
        exists().where(notice_held.c.chat == chat.c.id).label("held"),
        exists().where(task.c.chat == chat.c.id).label("tasks"),
        exists().where(inbox.c.chat == chat.c.id, WAITING).label("deferred"),
        exists()
        .where(chat_queue.c.chat == chat.c.id, chat_queue.c.lease_until.is_not(None))
        .label("served"),
        select(func.count()).select_from(_QUEUE).scalar_subquery().label("waiting"),
    )
    .select_from(chat.join(subscriber).outerjoin(session, session.c.chat == chat.c.id))
    .where(
        chat.c.channel == bindparam("channel"),
        chat.c.bot == bindparam("bot"),
        chat.c.address_mark == bindparam("mark"),
    )
    .with_for_update(of=chat, key_share=True)
)


def find(c: Connection, address: Address) -> Visit | None:
    """The chat at this address, None if it never spoke to us."""
    found = FIND.first(c, {**chats.place(c, address), "kind": CALL})
    if found is None:
        return None
    (number, owner, name, language, chosen, agreed, notify, surveys, reachable, reach) = found[:10]
    (body, version, verified, *there, waiting) = found[10:]
    tickets, held, tasks, deferred, served = map(bool, there)
    person = Person(
        chat=number,
        subscriber=owner,
        address=address,
        name=name,
        language=language,
        chosen_language=bool(chosen),
        agreed=agreed,
        notify=notify,
        surveys=bool(surveys),
        reachable=bool(reachable),
        reach=reach,
        numbers=chats.numbers_of(c, owner) if verified else (),
    )
    loaded = Loaded(Session()) if body is None else sessions.opened(c, body, version)
    return Visit(person, loaded, tickets, held, tasks, deferred, served, waiting)
