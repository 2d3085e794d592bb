"""The survey of a closing (domain.md §6): what was answered, its bands, whom it is asked of how."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from dialogs.catalogue import Catalogue
from dialogs.model import Json
from dialogs.tickets import fields as read
from dialogs.tickets.guards import CORRECTION, TOP_LEVEL, accepted
from dialogs.tickets.ticket import Score, State, Ticket
from dialogs.values import replace

BANDS = ("very_satisfied", "satisfied", "average", "dissatisfied")
OVER = frozenset({State.SURVEY, State.CLOSED})


def of_closing(ticket: Ticket) -> tuple[Score, ...]:
    """What was answered since the work was last finished, oldest first."""
    since = ticket.surveyed_at or ticket.closed_at
    return tuple(one for one in ticket.scores if since is not None and one.at >= since)


def unscored(ticket: Ticket) -> bool:
    """Whether its work is finished and nothing was answered to this closing's survey."""
    return ticket.state is State.SURVEY and not of_closing(ticket)


def late(ticket: Ticket, now: datetime) -> bool:
    """Whether it was closed so long ago, or in such a way, that no score counts any more."""
    closed = ticket.closed_at
    asked = ticket.result not in {"no_answer", "thanked"}
    return closed is not None and (not asked or now - closed > CORRECTION)


def correctable(ticket: Ticket, now: datetime) -> bool:
    """Whether a score was given that may still be given anew."""
    in_time = ticket.state is State.CLOSED and not late(ticket, now)
    return in_time and any(one.score is not None for one in of_closing(ticket))


def band(score: int, catalogue: Catalogue) -> str:
    """The band of a score from 1 to 10: one of `BANDS`."""
    if score >= catalogue.survey.very_satisfied_from:
        return "very_satisfied"
    if score >= catalogue.satisfied_from:
        return "satisfied"
    return "dissatisfied" if score <= catalogue.low_score else "average"


def visited(ticket: Ticket, catalogue: Catalogue) -> bool:
    """Whether somebody was at the subscriber's home, so that it is asked if they took money."""
    return ticket.visited or ticket.department in catalogue.survey.visit_departments


def visit_noted(ticket: Ticket, fields: Mapping[str, Json]) -> Ticket:
    """The ticket, noted as one with a visit where the fields of a move say so."""
    return replace(ticket, visited=True) if read.yes(fields, "visit") else ticket


def called_about(ticket: Ticket) -> bool:
    """Whether no answer is worth one call: the gravest level, or money is in it (§6)."""
    money = ticket.filing.amount or any(item.minor for item in accepted(ticket))
    return ticket.level >= TOP_LEVEL or bool(money)


def asked_with(ticket: Ticket, known: Iterable[Ticket]) -> tuple[Ticket, ...]:
    """The tickets that one message asked about together with this one, itself first."""
    those = {one.id: one for one in known}
    others = (those.get(one) for one in ticket.surveyed_with)
    return (ticket, *(one for one in others if one is not None and one.state in OVER))
