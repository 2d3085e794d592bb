"""Dates that a filing brings along: a wish, a published promise, the age at which appeals end."""

from calendar import monthrange
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dialogs.house import House
from dialogs.tickets.calendar import last_second
from dialogs.tickets.ticket import Filing

DECEMBER = 12


def of_filing(name: str, filing: Filing, house: House) -> datetime | None:
    """The filing's date of that name, as a rule's `date` says it; None where it has none."""
    match name:
        case "wish_by":
            return filing.wish_by
        case "promised":
            return _promised(filing, house)
        case "appeal":
            return _too_old(filing, house)
        case _:
            return None


def _promised(filing: Filing, house: House) -> datetime | None:
    """The end of the day for which something was promised in public (domain.md §4 H1)."""
    said = filing.answers.get("promised")
    try:
        day = date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None  # the promise itself, in the subscriber's words
    return last_second(day, house.zone) if day else None


def _too_old(filing: Filing, house: House) -> datetime | None:
    """The last second at which an appeal about it is taken: so many months after it happened.

    Source: 电信用户申诉处理办法 art. 10, 5 months for charges and 2 years for the rest.
    """
    ended = (filing.when.end or filing.when.start) if filing.when else None
    category = house.catalogue.categories.get(filing.category)
    ages = house.catalogue.appeal_months
    months = ages.get(category.rollup if category else "") or ages.get("other")
    if ended is None or months is None:
        return None
    return last_second(later(ended.astimezone(ZoneInfo(house.zone)).date(), months), house.zone)


def later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a month that is too short for it."""
    years, place = divmod(day.month - 1 + months, DECEMBER)
    year, month = day.year + years, place + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
