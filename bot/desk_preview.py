"""What the subscriber would read if a move were made now: the same words, and nothing is kept.

An offer is shown with how it stands beside what was asked for, which is for staff alone.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.desk_acts import Overtaken, Refused, actor, since
from bot.orders import said
from bot.pushes import Reader, Way, manner
from bot.render import render
from bot.stage import Work
from dialogs.model import Arg, Language, Move, Phrase, Session
from dialogs.tickets import moves
from dialogs.tickets.applied import Applied, NotAllowed, Notify
from dialogs.tickets.approving import asked
from dialogs.tickets.authority import ASKABLE
from dialogs.tickets.comparing import Comparison, compare
from dialogs.tickets.ticket import Actor, Role, Ticket
from storage import chats, pace, tickets
from storage.chats import Person

OFFERS = frozenset({"propose", "ask_approval", "approve"})
# Whoever will allow an offer, for how it looks then.
SOMEBODY = Actor(Role.DIRECTOR, -1)


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it would arrive: its words, its buttons, how it travels, and from when on."""

    text: str
    buttons: tuple[str, ...]
    way: Way
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Preview:
    """All that a move would say, in the subscriber's language.

    Of an offer: the ticket with it, how it answers the wishes, and, where leave is needed for it,
    why and whose.
    """

    language: Language
    shown: tuple[Shown, ...]
    ticket: Ticket | None = None
    compared: Comparison | None = None
    why: Arg = ""
    role: Role | None = None


def preview(work: Work, who: int, order: Move, expected: int) -> Preview | Refused | Overtaken:
    """Make the move on paper only; refused or overtaken as it would be in earnest."""
    by, ticket = actor(work.c, who), tickets.load(work.c, order.ticket)
    if by is None or ticket is None:
        return Refused(Phrase("not-allowed-role"))
    if ticket.revision != expected:
        return Overtaken(since(work.c, ticket, expected))
    made = moves.apply(ticket, order, by, work.now, work.stage.house)
    if isinstance(made, NotAllowed):
        above = order.name == "propose" and made.key in ASKABLE
        return _above(work, by, ticket, order, made) if above else Refused(made.words)
    if order.name == "ask_approval":
        return drafted(work, made.ticket)
    return _preview(work, made, compared=order.name in OFFERS)


def _above(
    work: Work, by: Actor, ticket: Ticket, order: Move, why: NotAllowed
) -> Preview | Refused:
    """An offer that needs leave, as it will go out once that is granted."""
    fields = {**order.fields, "words": "-"}
    asking = Move(ticket.id, "ask_approval", fields)
    made = moves.apply(ticket, asking, by, work.now, work.stage.house)
    if isinstance(made, NotAllowed):
        return Refused(why.words if made.key in ASKABLE else made.words)
    shown, waiting = drafted(work, made.ticket), asked(made.ticket)
    if isinstance(shown, Refused) or waiting is None:
        return shown
    return replace(shown, why=why.words, role=waiting.role)


def drafted(work: Work, ticket: Ticket) -> Preview | Refused:
    """The offer for which leave is asked on this ticket, as it would go out now."""
    made = moves.apply(ticket, Move(ticket.id, "approve"), SOMEBODY, work.now, work.stage.house)
    if isinstance(made, NotAllowed):
        return Refused(made.words)
    return _preview(work, made, compared=True)


def _preview(work: Work, made: Applied, *, compared: bool) -> Preview:
    ticket, house = made.ticket, work.stage.house
    person = chats.person(work.c, ticket.chat)
    shown = (_shown(work, person, ticket, notice) for notice in made.notices)
    told = tuple(one for one in shown if one is not None)
    offer = ticket.proposal
    if not compared or offer is None:
        return Preview(person.language, told)
    return Preview(person.language, told, ticket, compare(ticket, offer.items, house))


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
