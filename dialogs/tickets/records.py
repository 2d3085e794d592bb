"""What is on record beside the tickets: announced work, ends of services, reminders sent."""

from dataclasses import dataclass
from datetime import date, datetime

from dialogs.incidents.planned import Planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The end of a service: when it was announced (None: never), when it ends, and where.

    `words` are what else people call it; `areas` GB/T 2260 codes, () for everywhere.
    """

    service: str
    announced_at: datetime | None
    ends_at: datetime
    areas: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A consumption reminder that was sent to a number: of which kind, about which month.

    `month` is its first day; `threshold` what was reached, as the log says it ("80%"), or "".
    """

    kind: str
    month: date
    threshold: str
    sent_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All that is on record about one ticket.

    `works`: announced work that explains it, `named` the one that its incident comes of, and
    `incident` that incident's number. `loaded`: for which kinds of reminder, and which months of
    them, the log was taken in at all.
    """

    works: tuple[Planned, ...] = ()
    named: Planned | None = None
    incident: str = ""
    endings: tuple[Ending, ...] = ()
    sent: tuple[Sent, ...] = ()
    loaded: frozenset[tuple[str, date]] = frozenset()


NOTHING = Records()


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def moved(month: date, by: int) -> date:
    """The first day of the month so many months later, or earlier if negative."""
    count = month.year * 12 + month.month - 1 + by
    return date(count // 12, count % 12 + 1, 1)


def months(first: date, last: date) -> tuple[date, ...]:
    """Every month from the one of `first` to the one of `last`, by its first day."""
    found, month = [], month_of(first)
    while month <= last:
        found.append(month)
        month = moved(month, 1)
    return tuple(found)
