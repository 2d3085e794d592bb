"""How staff see a ticket: its marks, its next deadline, numbers masked in what people wrote."""

import re

from dialogs import answers
from dialogs.catalogue import Catalogue
from dialogs.model import Phrase
from dialogs.tickets import crediting
from dialogs.tickets.offering import at_risk
from dialogs.tickets.repeats import looks_alike
from dialogs.tickets.ticket import Clock, Ticket
from dialogs.understand import cards

# A mainland mobile number as people type it, with spaces or dashes in between.
MOBILE = re.compile(r"(?<![\d*])(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d){8}(?!\d)")


def masked(number: str) -> str:
    """A number as it may be shown; "" stays ""."""
    return answers.masked(number) if number else ""


def hide(text: str) -> str:
    """The text with phone numbers and cards masked; whole phone numbers are shown on demand only,
    and noted."""
    return MOBILE.sub(lambda found: masked(re.sub(r"[^\d+]", "", found[0])), cards.hidden(text))


def deadline(ticket: Ticket, rules: tuple[str, ...]) -> Clock | None:
    """The clock that is due next of those that staff see as deadlines; None where none runs."""
    running = (
        clock
        for clock in ticket.clocks
        if clock.rule in rules and clock.stopped is None and clock.paused is None
    )
    return min(running, key=lambda clock: clock.due, default=None)


def deadlines(catalogue: Catalogue) -> tuple[str, ...]:
    """The rules that staff see as deadlines."""
    return tuple(rule.code for rule in catalogue.clocks.values() if rule.shown)


def marks(ticket: Ticket) -> tuple[Phrase, ...]:
    """What makes a ticket special, in a word or two each."""
    told = (
        (bool(ticket.referral), Phrase("desk-flag-referral")),
        (ticket.key, Phrase("desk-flag-key")),
        (bool(ticket.incident), Phrase("desk-flag-incident")),
        (bool(ticket.alarms) and ticket.open, Phrase("desk-flag-alarm")),
        (ticket.tone == "angry" and ticket.open, Phrase("desk-flag-angry")),
        (bool(ticket.appeal) and not ticket.referral, Phrase("desk-flag-appeal")),
        (looks_alike(ticket), Phrase("desk-flag-alike")),
        (ticket.times > 1 and not looks_alike(ticket), _counted("repeat", ticket.times)),
        (bool(ticket.inadmissible) and ticket.open, Phrase("desk-flag-inadmissible")),
        (crediting.running(ticket) is not None, Phrase("desk-flag-credit")),
        (bool(at_risk(ticket)), Phrase("desk-flag-risk")),
        (_alone(ticket), Phrase("desk-flag-alone")),
        (ticket.reopened > 0, _counted("reopened", ticket.reopened)),
        (ticket.reminded > 0 and ticket.open, _counted("reminded", ticket.reminded)),
        (ticket.rounds > 0 and ticket.open, _counted("rounds", ticket.rounds)),
    )
    return tuple(words for true, words in told if true)


def _alone(ticket: Ticket) -> bool:
    """Whether they know of a trouble, and want theirs answered by itself."""
    return ticket.filing.alone and ticket.open and not ticket.incident


def _counted(name: str, count: int) -> Phrase:
    return Phrase(f"desk-flag-{name}", {"count": count})
