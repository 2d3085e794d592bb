"""What the subscriber would read if a move were made now: the same words, and nothing is kept."""

from dataclasses import dataclass
from datetime import datetime

from bot.desk_acts import Overtaken, Refused, actor, since
from bot.orders import said
from bot.pushes import Reader, Way, manner
from bot.render import render
from bot.stage import Work
from dialogs.model import Language, Move, Phrase, Session
from dialogs.tickets import moves
from dialogs.tickets.applied import NotAllowed, Notify
from dialogs.tickets.ticket import Ticket
from storage import chats, pace, tickets
from storage.chats import Person


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it would arrive: its words, its buttons, how it travels, and from when on."""

    text: str
    buttons: tuple[str, ...]
    way: Way
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Preview:
    """All that a move would say, in the subscriber's language."""

    language: Language
    shown: tuple[Shown, ...]


def preview(work: Work, who: int, order: Move, expected: int) -> Preview | Refused | Overtaken:
    """Make the move on paper only; refused or overtaken as it would be in earnest."""
    by, ticket = actor(work.c, who), tickets.load(work.c, order.ticket)
    if by is None or ticket is None:
        return Refused(Phrase("not-allowed-role"))
    if ticket.revision != expected:
        return Overtaken(since(work.c, ticket, expected))
    made = moves.apply(ticket, order, by, work.now, work.stage.house)
    if isinstance(made, NotAllowed):
        return Refused(made.words)
    person = chats.person(work.c, ticket.chat)
    shown = (_shown(work, person, made.ticket, notice) for notice in made.notices)
    return Preview(person.language, tuple(one for one in shown if one is not None))


def _shown(work: Work, person: Person, ticket: Ticket, notice: Notify) -> Shown | None:
    stages = {ticket.id: ticket.stage}
    rendered = render((said(notice),), work.reader(person), Session(), stages)
    if rendered is None:
        return None
    message, _ = rendered
    house = work.stage.house
    reader = Reader(person.notify, person.surveys, pace.wrote(work.c, person.chat))
    how = manner(notice.code, reader, house.catalogue, work.now, house.zone)
    buttons = tuple(button.words for row in message.rows for button in row)
    return Shown(message.text, buttons, how.way, how.at)
