"""What the variables of a ready answer stand for on a ticket."""

from collections.abc import Mapping
from datetime import datetime

from dialogs.catalogue.canned import HOLE, holes
from dialogs.house import House
from dialogs.model import Arg, Moment, Money, Phrase
from dialogs.tickets.ticket import Ticket
from dialogs.tickets.wording import department

PERSONAL = frozenset({"name"})  # filled in as the message goes, since staff see names masked


def values(ticket: Ticket, house: House, agent: str, now: datetime) -> dict[str, Arg]:
    """By variable; what the ticket does not say is left out, as is a date that has passed."""
    filing, due = ticket.filing, ticket.next_step_at
    category = house.catalogue.categories.get(filing.category)
    told: dict[str, Arg] = {
        "name": filing.name or Phrase("answer-name"),
        "number": ticket.number,
        "agent": agent,
        "department": department(ticket, house),
    }
    if due is not None and due > now:
        told["due"] = Moment(due, day_only=True, expected=ticket.next_step_expected)
    if category is not None:
        told["matter"] = category.label
    if filing.amount:
        told["amount"] = Money(filing.amount, filing.currency)
    if house.hotline:
        told["hotline"] = house.hotline
    return told


def filled(words: str, said: Mapping[str, str]) -> str:
    """The words with those of their variables that are said; the others stay as they stand."""
    return HOLE.sub(lambda found: said.get(found[1], found[0]), words)


def lacking(words: str, known: Mapping[str, Arg]) -> str:
    """The first variable that the ticket cannot fill, "" if there is none."""
    return next((one for one in holes(words) if one not in known), "")
