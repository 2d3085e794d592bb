"""Hints for the finding: was the operator's duty to tell people beforehand kept (domain.md §4)?

A hint names what is on record and what it speaks for. It decides nothing: a person sets the
liability. Where nothing is on record the verdict is "not known", never "failed".
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeAlias

from dialogs.catalogue.finding import ENDING, MAINTENANCE, REMINDERS, REWARD, Check, fits
from dialogs.house import House
from dialogs.model import Phrase
from dialogs.tickets.announced import ending, maintenance
from dialogs.tickets.looking import Hint, Look, Verdict
from dialogs.tickets.records import Records
from dialogs.tickets.reminding import owed, reminders
from dialogs.tickets.ticket import Ticket


def hints(ticket: Ticket, records: Records, house: House, now: datetime) -> tuple[Hint, ...]:
    """What the checks that fit the ticket's matter found, the failed ones first."""
    fitting = (one for one in house.catalogue.checks if concerns(one, ticket, house))
    found = (LOOKS[one.look](Look(ticket, records, house, now, one)) for one in fitting)
    order = list(Verdict)
    return tuple(sorted((one for one in found if one), key=lambda one: order.index(one.verdict)))


def concerns(check: Check, ticket: Ticket, house: House) -> bool:
    """Whether a check is about the ticket's matter."""
    if check.look == REMINDERS:
        return bool(owed(ticket, house))
    if check.look == MAINTENANCE and ticket.incident:
        return True
    return fits(check.matters, ticket.filing.category, ticket.filing.subtype)


def reward(look: Look) -> Hint:
    """Whether the date by which a reward was promised was over when the complaint was filed."""
    told = look.filing.answers.get("promised")
    due = _day(told)
    if due is None:
        source, said = Phrase("hint-from-nothing"), str(told or "")
        unknown = Phrase("hint-h1-told", {"words": said}) if said else Phrase("hint-h1-unknown")
        return look.found(Verdict.UNKNOWN, source, unknown)
    source = Phrase("hint-from-subscriber")
    late = (look.day(look.ticket.opened_at) - due).days
    if late > 0:
        over = Phrase("hint-h1-over", {"due": due, "days": late})
        return look.found(Verdict.FAILED, source, over)
    return look.found(Verdict.PASSED, source, Phrase("hint-h1-ahead", {"due": due}))


def _day(told: object) -> date | None:
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        return None


Looking: TypeAlias = Callable[[Look], Hint | None]
LOOKS: Mapping[str, Looking] = {
    MAINTENANCE: maintenance,
    ENDING: ending,
    REMINDERS: reminders,
    REWARD: reward,
}
