"""Whom a limit is for: the move that was made, and whether a rule is for the ticket after it."""

from dataclasses import dataclass
from datetime import datetime

from dialogs.catalogue import ClockRule
from dialogs.house import House
from dialogs.tickets.ticket import Role, Ticket
from dialogs.values import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A move that was made: the ticket before and after it, by which role, when, in which house.

    `moves` are its name and what it brought about beside (a date promised in words), `subject` the
    item that it was about, `ahead` the move that follows in the same breath.
    """

    before: Ticket
    ticket: Ticket
    moves: tuple[str, ...]
    role: Role
    now: datetime
    house: House
    subject: str = ""
    ahead: str = ""

    @property
    def turned(self) -> bool:
        """Whether a rule may concern the ticket now that did not before, or the other way."""
        old, new = self.before, self.ticket
        return (
            old.level != new.level
            or old.key != new.key
            or old.referral != new.referral
            or old.liability != new.liability
            or old.filing.kind != new.filing.kind
            or old.filing.category != new.filing.category
            or old.heard != new.heard
        )


def concerns(rule: ClockRule, ticket: Ticket) -> bool:
    """Whether the rule is for a ticket like this one."""
    return (
        ticket.filing.kind in rule.kinds
        and (not rule.categories or ticket.filing.category in rule.categories)
        and (not rule.levels or ticket.level in rule.levels)
        and (not rule.only or all(_is(name, ticket) for name in rule.only))
    )


def _is(name: str, ticket: Ticket) -> bool:
    match name:
        case "referral":
            return bool(ticket.referral)
        case "key":
            return ticket.key
        case "single":  # not one of an incident of which all were told: that one has its own
            return not ticket.incident or not ticket.heard
        case _:  # "unrecorded"
            return not ticket.liability
