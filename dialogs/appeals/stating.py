"""What stands on record for an appeal: the dossier together with what the filing says already."""

from dataclasses import replace

from dialogs.appeals.dossier import FROM_STORY, NOTHING, Applicant, Contact, Dossier
from dialogs.tickets.ticket import Ticket


def dossier(ticket: Ticket) -> Dossier:
    """What was said for the file; an empty one if nothing was."""
    return ticket.dossier or NOTHING


def applicant(ticket: Ticket) -> Applicant:
    """Who applies: what was said for the file, else the name and phone of the filing."""
    said, filing = dossier(ticket).applicant, ticket.filing
    return replace(
        said,
        name=said.name or filing.name,
        phone=said.phone or filing.contact_phone or filing.service_number,
    )


def contacts(ticket: Ticket) -> tuple[Contact, ...]:
    """Earlier contacts in the order told: what the story says of them, then what was asked.

    The story's words are one contact, which a judgement of staff makes part of the dossier.
    """
    known = dossier(ticket).contacts
    told = ticket.filing.reported_before
    if not told or any(one.source == FROM_STORY for one in known):
        return known
    return (Contact(words=told, told_at=ticket.opened_at, source=FROM_STORY), *known)
