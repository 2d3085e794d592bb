"""The names of outside bodies, for people."""

from dialogs.appeals.cases import Case
from dialogs.house import House
from dialogs.model import Arg, Phrase
from dialogs.tickets.ticket import Ticket
from dialogs.tickets.wording import appeal_body


def body_of(case: Case, ticket: Ticket, house: House) -> Arg:
    """The body that has the case: as typed, else that of the ticket's province."""
    if case.body:
        return case.body
    known = appeal_body(ticket, house)
    return known.body if known else Phrase("the-authority")
