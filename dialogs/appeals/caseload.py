"""The cases of a ticket, found: all, those that are open, the one that is meant."""

from collections.abc import Iterable

from dialogs.appeals.cases import APPEAL, REFERRAL, Case
from dialogs.tickets.ticket import Ticket


def cases(ticket: Ticket) -> tuple[Case, ...]:
    """All of them, oldest first. A ticket noted before cases were kept has the one that its
    reference speaks of."""
    if ticket.cases or not ticket.appeal:
        return ticket.cases
    same = ticket.appeal == ticket.referral
    before = Case(
        kind=REFERRAL if ticket.referral else APPEAL,
        body=ticket.referral,
        reference="" if same else ticket.appeal,
        received=ticket.opened_at,
        noted=ticket.opened_at,
        due=ticket.referral_due,
    )
    return (before,)


def standing(ticket: Ticket) -> tuple[tuple[int, Case], ...]:
    """Those that a body has still, with their places from 1."""
    return tuple((place, one) for place, one in numbered(ticket) if one.open)


def owed(ticket: Ticket) -> tuple[tuple[int, Case], ...]:
    """Those about which a body waits for our answer by a date of its own."""
    return tuple((place, one) for place, one in numbered(ticket) if one.owed)


def numbered(ticket: Ticket) -> Iterable[tuple[int, Case]]:
    """The cases with their places, from 1."""
    return enumerate(cases(ticket), start=1)
