"""What is on record beside the tickets: ends of services, and consumption reminders that were sent.

Both come from files that staff take in; the same line twice changes nothing. Of reminders it is
also kept for which kinds and months the log was taken in at all: where it was not, a reminder that
is not found says nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, select, update

from dialogs.tickets.records import Ending, Sent
from storage import numbers
from storage.inserts import on_conflict
from storage.schema import reminder, reminder_month, service_ending, service_number

MOST = 500  # ends of services that one ticket is held against, and that are listed
AROUND = timedelta(days=400)  # of what a ticket is about

ADD_SENT = on_conflict(reminder, lambda insert: insert.on_conflict_do_nothing())
ADD_MONTH = on_conflict(
    reminder_month,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["kind", "month"], set_={"loaded_at": insert.excluded.loaded_at}
    ),
)
ADD_ENDING = on_conflict(service_ending, lambda insert: insert.on_conflict_do_nothing())
OF_NUMBER = (
    select(reminder.c.kind, reminder.c.month, reminder.c.threshold, reminder.c.sent_at)
    .where(
        reminder.c.service_number == bindparam("number"),
        reminder.c.month.between(bindparam("first"), bindparam("last")),
    )
    .order_by(reminder.c.sent_at, reminder.c.id)
)
LOADED = select(reminder_month.c.kind, reminder_month.c.month).where(
    reminder_month.c.month.between(bindparam("first"), bindparam("last"))
)
NEAR = (
    select(service_ending)
    .where(service_ending.c.ends_at.between(bindparam("first"), bindparam("last")))
    .order_by(service_ending.c.ends_at.desc())
    .limit(MOST)
)
ALL_ENDINGS = select(service_ending).order_by(service_ending.c.ends_at.desc()).limit(MOST)
SAME_ENDING = select(service_ending).where(
    service_ending.c.service == bindparam("service"),
    service_ending.c.places == bindparam("places"),
    service_ending.c.ends_at == bindparam("ends_at"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month of one kind of reminder whose log was taken in: how many were sent in it."""

    kind: str
    month: date
    loaded_at: datetime
    sent: int


def add_sent(c: Connection, number: str, sent: Sent, now: datetime) -> bool:
    """Keep that a reminder was sent to a number (E.164 or an account); False if it was kept."""
    row = {
        "service_number": numbers.known(c, number, now),
        "kind": sent.kind,
        "month": sent.month,
        "threshold": sent.threshold,
        "sent_at": sent.sent_at,
    }
    return c.execute(ADD_SENT[c.dialect.name], row).rowcount == 1


def loaded(c: Connection, kind: str, month: date, now: datetime) -> None:
    """The log of this kind was taken in for this month."""
    c.execute(ADD_MONTH[c.dialect.name], {"kind": kind, "month": month, "loaded_at": now})


def add_ending(c: Connection, ending: Ending, now: datetime) -> bool:
    """Keep the end of a service, or what has changed of it; False if it was known just so."""
    row: dict[str, Any] = {
        "service": ending.service,
        "places": _places(ending),
        "ends_at": ending.ends_at,
    }
    more = {"announced_at": ending.announced_at, "words": list(ending.words)}
    if c.execute(ADD_ENDING[c.dialect.name], {**row, **more, "added_at": now}).rowcount == 1:
        return True
    known = c.execute(SAME_ENDING, row).one()
    if (known.announced_at, known.words) == (ending.announced_at, list(ending.words)):
        return False
    c.execute(update(service_ending).where(service_ending.c.id == known.id).values(more))
    return True


def sent_to(c: Connection, number: str, about: tuple[date, date]) -> tuple[Sent, ...]:
    """The reminders that a number got about these months, the first one first."""
    known = numbers.find(c, number) if number else None
    if known is None:
        return ()
    rows = c.execute(OF_NUMBER, {"number": known, "first": about[0], "last": about[1]})
    return tuple(Sent(**row._mapping) for row in rows)


def loaded_months(c: Connection, about: tuple[date, date]) -> frozenset[tuple[str, date]]:
    """For which kinds and months the log was taken in."""
    rows = c.execute(LOADED, {"first": about[0], "last": about[1]})
    return frozenset((row.kind, row.month) for row in rows)


def endings_near(c: Connection, at: datetime) -> tuple[Ending, ...]:
    """Services that ended, or end, within about a year of a moment; 500 at most."""
    return _endings(c.execute(NEAR, {"first": at - AROUND, "last": at + AROUND}))


def endings(c: Connection) -> tuple[Ending, ...]:
    """The ends of services, the latest first; 500 at most."""
    return _endings(c.execute(ALL_ENDINGS))


def listed(c: Connection) -> tuple[Month, ...]:
    """The months whose log was taken in, the latest first, with how many reminders each has."""
    counted = (
        select(reminder.c.kind, reminder.c.month, func.count().label("sent"))
        .group_by(reminder.c.kind, reminder.c.month)
        .subquery()
    )
    same = (counted.c.kind == reminder_month.c.kind) & (counted.c.month == reminder_month.c.month)
    found = (
        select(reminder_month, func.coalesce(counted.c.sent, 0).label("sent"))
        .outerjoin(counted, same)
        .order_by(reminder_month.c.month.desc(), reminder_month.c.kind)
    )
    return tuple(Month(**row._mapping) for row in c.execute(found))


def old_months(c: Connection, before: datetime, most: int) -> Sequence[Any]:
    """Months that began before that."""
    key = (reminder_month.c.kind, reminder_month.c.month)
    old = select(*key).where(reminder_month.c.month < _day(before)).limit(most)
    return [tuple(row) for row in c.execute(old)]


def drop_months(c: Connection, found: Sequence[Any], before: datetime) -> int:
    """Forget that they were taken in."""
    gone = 0
    for kind, month in found:
        this = (reminder_month.c.kind == kind) & (reminder_month.c.month == month)
        old = reminder_month.c.month < _day(before)
        gone += c.execute(delete(reminder_month).where(this, old)).rowcount
    return gone


def old_sent(c: Connection, before: datetime, most: int) -> Sequence[Any]:
    """Reminders about months that began before that."""
    old = select(reminder.c.id).where(reminder.c.month < _day(before)).limit(most)
    return list(c.execute(old).scalars())


def drop_sent(c: Connection, found: Sequence[Any], before: datetime) -> int:
    """Forget these, and numbers that nothing names any more."""
    these = reminder.c.id.in_(found) & (reminder.c.month < _day(before))
    named = set(c.execute(select(reminder.c.service_number).where(these)).scalars())
    gone = c.execute(delete(reminder).where(these)).rowcount
    c.execute(delete(service_number).where(service_number.c.id.in_(named), numbers.unused()))
    return gone


def _day(at: datetime) -> date:
    return at.astimezone(UTC).date()


def _places(ending: Ending) -> str:
    return ",".join(sorted(ending.areas))


def _endings(rows: Iterable[Row[Any]]) -> tuple[Ending, ...]:
    return tuple(
        Ending(
            service=row.service,
            announced_at=row.announced_at,
            ends_at=row.ends_at,
            areas=tuple(one for one in row.places.split(",") if one),
            words=tuple(row.words),
        )
        for row in rows
    )
