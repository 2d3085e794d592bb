"""What the demo puts beside its people, noted so that all of it can be removed again.

Announced work, and the records that the checks for a finding look at.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, delete, func, insert, select

from dialogs.incidents.planned import Planned
from dialogs.model import Json
from dialogs.stores.grading import Inspection
from dialogs.tickets.records import Ending, Sent
from storage import correctives, inspections, records, settings
from storage.schema import (
    chat,
    corrective_ticket,
    planned,
    reminder,
    reminder_month,
    service_ending,
    store_inspection,
    ticket,
)

WORKS, ENDINGS, MONTHS = "demo.planned", "demo.endings", "demo.months"
SENT = "demo.reminders"
ACTIONS = "demo.actions"  # corrective actions of people who were removed, likewise
INSPECTIONS = "demo.inspections"
PARTED = "demo.incidents"  # of people who were removed, until the last of them is
COLUMNS = ("starts", "ends", "announced_at", "added_at", "added_by", "cancelled_at")
OTHERS = (
    select(func.count())
    .select_from(ticket)
    .join(chat, chat.c.id == ticket.c.chat)
    .where(chat.c.channel != "demo")
)


def announced(c: Connection, works: Iterable[Planned]) -> None:
    """Put work into the calendar of planned outages, without the history that nothing removes."""
    for work in works:
        row = {name: getattr(work, name) for name in COLUMNS}
        row |= {"areas": list(work.areas), "categories": list(work.categories)}
        made = c.execute(insert(planned).values(**row, words=dict(work.words))).inserted_primary_key
        assert made is not None
        _note(c, WORKS, made[0])


def alone(c: Connection) -> bool:
    """Whether nobody but the demo has filed here: else its records would speak about theirs."""
    found: int = c.execute(OTHERS).scalar_one()
    return not found


def loaded(c: Connection, kinds: Iterable[str], months: Sequence[date], now: datetime) -> None:
    """Say that the log of reminders was taken in for these months, where nobody else did."""
    there = records.loaded_months(c, (min(months), max(months)))
    for kind, month in ((kind, month) for kind in kinds for month in months):
        if (kind, month) not in there:
            records.loaded(c, kind, month, now)
            _note(c, MONTHS, f"{kind} {month.isoformat()}")


def ended(c: Connection, ending: Ending, now: datetime) -> None:
    """Keep the end of a service."""
    if records.add_ending(c, ending, now):
        _note(c, ENDINGS, c.execute(select(func.max(service_ending.c.id))).scalar_one())


def sent(c: Connection, number: str, reminders: Iterable[Sent], now: datetime) -> None:
    """Keep that these reminders were sent to a number of the demo."""
    for one in reminders:
        if records.add_sent(c, number, one, now):
            _note(c, SENT, c.execute(select(func.max(reminder.c.id))).scalar_one())


def unsent(c: Connection) -> None:
    """Remove these reminders, so that the numbers can go."""
    c.execute(delete(reminder).where(reminder.c.id.in_(_noted(c, SENT))))
    settings.drop(c, SENT)


def parted(c: Connection, chats: Sequence[int]) -> None:
    """People of these chats go: their incidents are removed once the last of them has gone."""
    named = select(ticket.c.incident, ticket.c.parted).where(ticket.c.chat.in_(chats))
    for one in sorted({one for row in c.execute(named) for one in row if one}):
        _note(c, PARTED, one)


def corrected(c: Connection, chats: Sequence[int]) -> None:
    """People of these chats go: so do the corrective actions that then stand for nobody."""
    mine = select(ticket.c.id).where(ticket.c.chat.in_(chats))
    named = select(corrective_ticket.c.corrective).where(corrective_ticket.c.ticket.in_(mine))
    for one in sorted(set(c.execute(named).scalars())):
        _note(c, ACTIONS, one)


def actions_of(c: Connection, these: Sequence[int]) -> set[int]:
    """Those of these corrective actions that stand for tickets of the demo alone."""
    named = (
        select(corrective_ticket.c.corrective, chat.c.channel)
        .join(ticket, ticket.c.id == corrective_ticket.c.ticket)
        .join(chat, chat.c.id == ticket.c.chat)
        .where(corrective_ticket.c.corrective.in_(these))
        .distinct()
    )
    found: dict[int, set[str]] = {}
    for row in c.execute(named):
        found.setdefault(row.corrective, set()).add(row.channel)
    return {one for one, channels in found.items() if channels == {"demo"}}


def inspected(c: Connection, found: Iterable[Inspection]) -> None:
    """Keep inspections of stores."""
    for one in found:
        _note(c, INSPECTIONS, inspections.add(c, one))


def incidents(c: Connection) -> list[int]:
    """The incidents that people who were removed belonged to."""
    return [one for one in _noted(c, PARTED) if isinstance(one, int)]


def forget(c: Connection) -> None:
    """Remove all of it."""
    actions = [one for one in _noted(c, ACTIONS) if isinstance(one, int)]
    correctives.remove_empty(c, actions)
    seen = [one for one in _noted(c, INSPECTIONS) if isinstance(one, int)]
    c.execute(delete(store_inspection).where(store_inspection.c.id.in_(seen)))
    c.execute(delete(planned).where(planned.c.id.in_(_noted(c, WORKS))))
    c.execute(delete(service_ending).where(service_ending.c.id.in_(_noted(c, ENDINGS))))
    for one in _noted(c, MONTHS):
        kind, _, month = str(one).partition(" ")
        same = reminder_month.c.kind == kind, reminder_month.c.month == date.fromisoformat(month)
        c.execute(delete(reminder_month).where(*same))
    for name in (WORKS, ENDINGS, MONTHS, PARTED, ACTIONS, INSPECTIONS):
        settings.drop(c, name)


def _note(c: Connection, name: str, one: Json) -> None:
    noted = _noted(c, name)
    if one not in noted:
        settings.write(c, name, [*noted, one])


def _noted(c: Connection, name: str) -> list[Json]:
    found = settings.read(c, name)
    return list(found) if isinstance(found, list) else []
