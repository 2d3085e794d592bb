"""What is on record about a ticket, gathered for the checks of its finding (domain.md §4)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dialogs.catalogue.finding import ENDING, MAINTENANCE, REMINDERS
from dialogs.house import House
from dialogs.incidents.planned import Planned
from dialogs.tickets.hints import concerns, hints
from dialogs.tickets.looking import Hint, Look
from dialogs.tickets.records import Records, moved
from dialogs.tickets.ticket import Ticket
from storage import Connection, incidents, planned, records

MARGIN = timedelta(days=1)  # around the matter, in which work is looked for


def hints_of(c: Connection, ticket: Ticket, house: House, now: datetime) -> tuple[Hint, ...]:
    """The hints for a ticket's finding, the failed ones first; () where nothing is looked at."""
    return hints(ticket, recorded(c, ticket, house, now), house, now)


def recorded(c: Connection, ticket: Ticket, house: House, now: datetime) -> Records:
    """What is on record, as far as the checks that fit the ticket look at it."""
    fitting = [one for one in house.catalogue.checks if concerns(one, ticket, house)]
    if not fitting:
        return Records()
    first, last = Look(ticket, Records(), house, now, fitting[0]).span
    looks = {one.look for one in fitting}
    about = _months(first, last, house)
    sent = REMINDERS in looks
    incident = incidents.load(c, ticket.incident) if ticket.incident else None
    named = planned.load(c, incident.planned) if incident and incident.planned else None
    return Records(
        named=named,
        incident=incident.number if incident else "",
        works=_works(c, first, last) if MAINTENANCE in looks else (),
        endings=records.endings_near(c, first) if ENDING in looks else (),
        sent=records.sent_to(c, ticket.filing.service_number, about) if sent else (),
        loaded=records.loaded_months(c, about) if sent else frozenset(),
    )


def _works(c: Connection, first: datetime, last: datetime) -> tuple[Planned, ...]:
    coming = planned.coming(c, first - MARGIN)
    return tuple(one for one in coming if one.starts <= last + MARGIN)


def _months(first: datetime, last: datetime, house: House) -> tuple[date, date]:
    """The months from the one before the matter to the one after it, by their first days."""
    zone = ZoneInfo(house.zone)
    start, end = first.astimezone(zone).date(), last.astimezone(zone).date()
    return moved(start, -1), moved(end, 1)
