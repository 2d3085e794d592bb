"""Check N3: were the consumption reminders sent that were owed?

The notice that demands them is in force since 1 July 2012 (domain.md §4).
"""

from collections.abc import Iterable, Mapping
from datetime import date

from dialogs.catalogue.finding import AFTER, BEFORE, DURING, EXPIRY, Reminder, fits
from dialogs.house import House
from dialogs.model import Arg, Joined, Moment, Phrase
from dialogs.tickets.looking import Hint, Look, Verdict
from dialogs.tickets.records import Sent, month_of, months, moved
from dialogs.tickets.ticket import Ticket

MOST_MONTHS = 12  # of a matter that are looked at, the last ones


def owed(ticket: Ticket, house: House) -> tuple[Reminder, ...]:
    """The reminders that were owed in the ticket's matter."""
    filing, known = ticket.filing, house.catalogue.reminders.values()
    return tuple(one for one in known if fits(one.matters, filing.category, filing.subtype))


def reminders(look: Look) -> Hint | None:
    """Whether each reminder that was owed was sent in time; None before the duty held."""
    when = look.filing.when
    if when is None or (when.start or when.end) is None:
        source = Phrase("hint-from-nothing")
        return look.found(Verdict.UNKNOWN, source, Phrase("hint-n3-when"))
    first, last = (look.day(one) for one in look.span)
    if look.check.since and last < look.check.since:
        return None
    matter = months(first, last)[-MOST_MONTHS:]
    seen = [_sent(one, matter, look) for one in owed(look.ticket, look.house)]
    verdicts = {verdict for verdict, _ in seen}
    verdict = next(one for one in Verdict if one in verdicts)
    return look.found(verdict, _log(matter), *(line for _, line in seen))


def _sent(one: Reminder, matter: tuple[date, ...], look: Look) -> tuple[Verdict, Phrase]:
    """What is on record of one kind of reminder."""
    places = _months(one, matter, look)
    found = [sent for sent in look.records.sent if sent.kind == one.code and sent.month in places]
    if found:
        return _in_time(one, found, look)
    missing = [month for month in places if (one.code, month) not in look.records.loaded]
    told: dict[str, Arg] = {"reminder": one.label}
    if missing:
        told["months"] = Joined(tuple(map(_month, missing)))
        return Verdict.UNKNOWN, Phrase("hint-n3-not-loaded", told)
    told["months"] = Joined(tuple(map(_month, places)))
    return Verdict.FAILED, Phrase("hint-n3-missing", told)


def _in_time(one: Reminder, found: list[Sent], look: Look) -> tuple[Verdict, Phrase]:
    """The first that was sent; what comes after all is over reminds nobody of what is to come."""
    sent = min(found, key=lambda known: known.sent_at)
    told: dict[str, Arg] = {"reminder": one.label, "at": Moment(sent.sent_at)}
    if one.moment != AFTER and sent.sent_at > look.span[1]:
        return Verdict.FAILED, Phrase("hint-n3-late", told)
    if not sent.threshold:
        return Verdict.PASSED, Phrase("hint-n3-sent", told)
    return Verdict.PASSED, Phrase("hint-n3-reached", {**told, "threshold": sent.threshold})


# How far beyond the months of the matter a reminder of each moment may have been sent.
AROUND: Mapping[str, tuple[int, int]] = {
    BEFORE: (-1, 0),
    DURING: (0, 0),
    AFTER: (0, 1),
    EXPIRY: (-1, 0),
}


def _months(one: Reminder, matter: tuple[date, ...], look: Look) -> tuple[date, ...]:
    """The months in which it can have been sent; none that has not begun yet."""
    back, ahead = AROUND[one.moment]
    last = min(moved(matter[-1], ahead), month_of(look.day(look.now)))
    return months(moved(matter[0], back), max(last, matter[-1]))


def _month(month: date) -> str:
    return f"{month:%Y-%m}"


def _log(matter: Iterable[date]) -> Phrase:
    return Phrase("hint-from-reminders", {"months": Joined(tuple(map(_month, matter)))})
