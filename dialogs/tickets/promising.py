"""Which published promises an offer may keep: those that were valid when the matter happened."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dialogs.catalogue import Promise
from dialogs.house import House
from dialogs.model import Arg
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.ticket import Item, Ticket


def days_of_matter(ticket: Ticket, house: House) -> tuple[date, date]:
    """The first and the last day of what happened, in the operator's zone; else that of filing."""
    when = ticket.filing.when
    start = when.start if when else None
    first = _day(start or ticket.opened_at, house)
    last = _day(when.end, house) if when and start and when.end else first
    return first, max(first, last)


def _day(at: datetime, house: House) -> date:
    return at.astimezone(ZoneInfo(house.zone)).date()


def valid(promise: Promise, first: date, last: date) -> bool:
    """Whether the promise was given on any of these days."""
    ended = bool(promise.valid_to) and date.fromisoformat(promise.valid_to) < first
    return date.fromisoformat(promise.valid_from) <= last and not ended


def concerns(promise: Promise, ticket: Ticket) -> bool:
    """Whether the promise is about such matters."""
    return not promise.categories or ticket.filing.category in promise.categories


def concerning(ticket: Ticket, house: House) -> Iterator[Promise]:
    """The promises about such matters, valid then or not; the one that the subscriber cited first.

    What they cited is among them even where it is about other matters.
    """
    known = house.catalogue.promises
    cited = known.get(ticket.filing.promise_cited)
    if cited is not None:
        yield cited
    yield from (one for one in known.values() if one is not cited and concerns(one, ticket))


def citable(promise: Promise, ticket: Ticket, house: House) -> bool:
    """Whether an offer on this ticket may keep the promise."""
    return concerns(promise, ticket) and valid(promise, *days_of_matter(ticket, house))


def not_citable(item: Item, ticket: Ticket, house: House) -> NotAllowed | None:
    """Why an item cannot keep the promise that it names; None where it names none, or may."""
    if not item.promise:
        return None
    promise = house.catalogue.promises.get(item.promise)
    if promise is None:
        return NotAllowed("not-allowed-promise-unknown")
    about: dict[str, Arg] = {"promise": promise.label}
    if not concerns(promise, ticket):
        return NotAllowed("not-allowed-promise-category", about)
    first, last = days_of_matter(ticket, house)
    if not valid(promise, first, last):
        return NotAllowed(*_not_valid(promise, first if first == last else last, about))
    if promise.remedy not in {"", item.code}:
        wanted = house.catalogue.remedies[promise.remedy].label
        return NotAllowed("not-allowed-promise-remedy", {**about, "remedy": wanted})
    return None


def _not_valid(promise: Promise, day: date, about: dict[str, Arg]) -> tuple[str, dict[str, Arg]]:
    """The words for a promise that did not hold on that day; all of the days with their years."""
    told: dict[str, Arg] = {**about, "day": day.isoformat(), "start": promise.valid_from}
    if not promise.valid_to:
        return "not-allowed-promise-later", told
    return "not-allowed-promise-expired", {**told, "end": promise.valid_to}


def promised(promise: Promise, ticket: Ticket) -> int | None:
    """What the promise gives on this ticket in minor units; None where it names no sum."""
    amount = ticket.filing.amount
    return None if amount is None or promise.times == 1 else amount * promise.times
