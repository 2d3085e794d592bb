"""Why an appeal may be filed: no answer in time, or one that does not satisfy (domain.md §5).

A right that was gained once stays (§4 rule 8).
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from dialogs.house import House
from dialogs.tickets.limit import limit_of
from dialogs.tickets.repeats import LEGAL, legal_over
from dialogs.tickets.ticket import State, Ticket


def ground(ticket: Ticket, house: House, now: datetime) -> str:
    """The first of the catalogue's grounds that holds, "" if none does."""
    known = house.catalogue.appealing.grounds
    return next((one for one in known if GROUNDS[one](ticket, house, now)), "")


def waits_until(ticket: Ticket, house: House, now: datetime) -> datetime | None:
    """When the limit for the operator's answer is over; None where it was answered in time."""
    legal = [one for one in ticket.clocks if one.rule == LEGAL]
    running = [one.due for one in legal if one.stopped is None and one.due > now]
    if running:
        return min(running)
    rule = house.catalogue.clocks.get(LEGAL)
    if legal or rule is None:
        return None
    due = limit_of(ticket, rule, house).due(ticket.opened_at)[0]
    return due if due > now else None


def offered(ticket: Ticket, house: House, now: datetime) -> bool:
    """Whether the file is offered of itself: cases (a) to (d) of domain.md §5."""
    again = ticket.reopened > 0 and _low_score(ticket, house, now)
    often = declined(ticket) >= house.catalogue.appealing.declined
    return _late(ticket, house, now) or _final(ticket, house, now) or often or again


def declined(ticket: Ticket) -> int:
    """How many offers the subscriber declined."""
    return sum(one.outcome == "rejected" for one in ticket.proposals)


def _late(ticket: Ticket, _house: House, now: datetime) -> bool:
    return legal_over(ticket, now)


def _final(ticket: Ticket, _house: House, _now: datetime) -> bool:
    said = any(one.final and one.outcome != "accepted" for one in ticket.proposals)
    return ticket.state is State.DEADLOCK or ticket.result == "not_agreed" or said


def _declined(ticket: Ticket, _house: House, _now: datetime) -> bool:
    return declined(ticket) > 0


def _low_score(ticket: Ticket, house: House, _now: datetime) -> bool:
    low = house.catalogue.low_score
    return any(one.score is not None and one.score <= low for one in ticket.scores)


def _reopened(ticket: Ticket, _house: House, _now: datetime) -> bool:
    return ticket.reopened > 0


GROUNDS: Mapping[str, Callable[[Ticket, House, datetime], bool]] = {
    "late": _late,
    "final": _final,
    "declined": _declined,
    "low_score": _low_score,
    "reopened": _reopened,
}
