"""Tickets of one story in staff's hands: who takes one takes the others, or is their contact."""

from bot.orders import Effects, move
from bot.stage import Work
from dialogs.model import Json, Move
from dialogs.tickets.ticket import Actor, Role, Ticket
from storage import tickets

TAKING = frozenset({"claim", "sign_in"})
BOT = Actor(Role.BOT)


def taken(work: Work, order: Move, by: Actor) -> Effects:
    """What follows for the others once `by` took one of them (domain.md §3.4, one owner).

    Those of the same department or of their own are taken with it. What another department works
    on stays there; the subscriber's contact is one for all.
    """
    ticket = tickets.load(work.c, order.ticket)
    if ticket is None or order.name not in TAKING:
        return Effects()
    effects = Effects()
    for other in tickets.load_many(work.c, ticket.siblings):
        if other.open:
            effects = effects.plus(_with(work, ticket, other, by))
    return effects


def _with(work: Work, ticket: Ticket, other: Ticket, by: Actor) -> Effects:
    theirs = other.department in {ticket.department, by.department}
    if theirs and not other.owner:
        made = move(work, Move(other.id, "claim"), by)
        if not made.refused:
            return made
    if other.first_agent:
        return Effects()
    about: dict[str, Json] = {"staff": ticket.first_agent, "name": ticket.first_agent_name}
    made = move(work, Move(other.id, "contact", about), BOT)
    return Effects() if made.refused else made
