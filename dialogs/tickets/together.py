"""Tickets of several matters in one story: one message for all, one contact (domain.md §3.4)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from dialogs.house import House
from dialogs.model import Arg, Choice, Phrase
from dialogs.tickets import crediting
from dialogs.tickets.applied import Notify
from dialogs.tickets.routing import route
from dialogs.tickets.ticket import Kind, State, Ticket
from dialogs.tickets.wording import (
    Telling,
    button,
    department,
    state_name,
    subject,
    who,
)
from dialogs.values import replace

SEVERAL = "M01S"  # what tells the numbers of all
WAITING = frozenset({State.REGISTERED, State.DISPATCHED})


def together(tickets: Sequence[Ticket], house: House, now: datetime) -> Notify:
    """One message for the tickets of one story: numbers, matters and dates, buttons for each.

    It is one card, drawn anew as any of them moves on.
    """
    told = (Telling(one, {}, house, now) for one in tickets)
    lines = tuple(line for one in told for line in lines_of(one))
    return Notify(
        code=SEVERAL,
        args={"count": len(tickets), "lines": (*lines, *_contact(tickets))},
        choices=tuple(one for ticket in tickets for one in _buttons(ticket, house)),
        card=card(tickets[0]),
    )


def card(ticket: Ticket) -> str:
    """The card of a ticket and those that were filed with it: named for the first of them."""
    return (
        f"ticket:{min(ticket.id, *ticket.siblings)}" if ticket.siblings else f"ticket:{ticket.id}"
    )


def lines_of(told: Telling) -> tuple[Arg, ...]:
    """One of them: its line, and what of its bill is on hold until it is settled."""
    return _line(told), *(part for part in crediting.held_line(told) if part)


def _line(told: Telling) -> Phrase:
    """One ticket of several in one line: its number, who has it, and by when."""
    ticket, house, now = told.ticket, told.house, told.now
    args: dict[str, Arg] = {"no": ticket.number, "subject": subject(ticket, house)}
    if ticket.state not in WAITING:
        standing = {"state": state_name(ticket.state), "who": who(ticket, house)}
        return Phrase("m01s-standing", {**args, **standing, "date": told.until})
    code = ticket.department or route(ticket, house, now).department
    args["department"] = department(ticket, house, code)
    if ticket.filing.kind is Kind.FAULT:
        args["engineer"] = told.due("F1", timedelta(hours=4))
        args["repair"] = told.due("F3", timedelta(hours=48))
        return Phrase("m01s-fault", args)
    args["first"] = told.due("R3", timedelta(hours=48))
    args["final"] = told.due("C1", timedelta(days=15), day_only=True)
    return Phrase("m01s-line", args)


def _contact(tickets: Sequence[Ticket]) -> tuple[Phrase, ...]:
    """Who speaks with the subscriber about all of them, once somebody does."""
    names = {one.first_agent_name for one in tickets}
    name = next(iter(names)) if len(names) == 1 else ""
    return (Phrase("m01s-contact", {"name": name}),) if name else ()


def _buttons(ticket: Ticket, house: House) -> tuple[Choice, ...]:
    """The buttons of one of them, which say which it is."""
    category = house.catalogue.categories.get(ticket.filing.category)
    matter = subject(ticket, house)
    status = Phrase("button-status-of", {"matter": matter})
    told = (replace(button(ticket, "status"), words=status),)
    if category is None or not category.asked:
        return told
    details = Phrase("button-details-of", {"matter": matter})
    return (*told, replace(button(ticket, "details"), words=details))
