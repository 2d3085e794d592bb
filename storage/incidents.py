"""Incidents: kept, found by what they are about, saved by who holds the newest revision.

Of one mark only one incident runs at a time: of two that are opened at once the first is kept.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Connection,
    RowMapping,
    bindparam,
    delete,
    exists,
    func,
    insert,
    not_,
    or_,
    select,
    update,
)

from dialogs.incidents.batches import Filed
from dialogs.incidents.incident import (
    Counts,
    Incident,
    Record,
    incident_number,
)
from dialogs.incidents.limits import TASKS
from dialogs.tickets.ticket import ENDED
from storage import codec, counters, tasks
from storage.inserts import on_conflict
from storage.schema import LIVE, broadcast, incident, incident_entry, task, ticket

COLUMNS = ("number", "revision", "stage", "rule", "mark", "found_at", "closed_at", "next_due")
ENDED_STATES = [state.value for state in sorted(ENDED)]
MOST = 2000  # complaints looked at for one rule

INSERT = {
    dialect: statement.returning(incident.c.id)
    for dialect, statement in on_conflict(incident, lambda i: i.on_conflict_do_nothing()).items()
}
ONE = select(incident).where(incident.c.id == bindparam("this"))
BY_NUMBER = select(incident).where(incident.c.number == bindparam("number"))
ALIVE = select(incident).where(LIVE).order_by(incident.c.id.desc())
NEWEST = select(incident).order_by(incident.c.id.desc()).limit(bindparam("most"))
DUE = (
    select(incident.c.id)
    .where(incident.c.next_due <= bindparam("now"))
    .order_by(incident.c.next_due)
    .limit(bindparam("most"))
)
LAST_OF = (
    select(incident.c.mark, func.max(incident.c.closed_at), func.max(incident.c.found_at))
    .where(incident.c.mark.in_(bindparam("marks", expanding=True)))
    .group_by(incident.c.mark)
)
CHILDREN = (
    select(ticket.c.id)
    .where(ticket.c.incident == bindparam("this"), ticket.c.id > bindparam("after"))
    .order_by(ticket.c.id)
    .limit(bindparam("most"))
)
BY_STATE = (
    select(ticket.c.state, func.count())
    .where(ticket.c.incident == bindparam("this"))
    .group_by(ticket.c.state)
)
PARTED = select(func.count()).select_from(ticket).where(ticket.c.parted == bindparam("this"))
PULSE = select(
    select(func.max(ticket.c.id)).scalar_subquery(),
    select(func.sum(incident.c.revision)).where(LIVE).scalar_subquery(),
)
FIRST_FILED = select(ticket.c.opened_at).order_by(ticket.c.id).limit(1)
FREE = (
    ticket.c.category.in_(bindparam("categories", expanding=True)),
    ticket.c.opened_at >= bindparam("since"),
    ticket.c.incident.is_(None),
    ticket.c.state.not_in(ENDED_STATES),
)
RECENT = (
    select(
        ticket.c.id,
        ticket.c.category,
        ticket.c.subtype,
        ticket.c.province,
        ticket.c.city,
        ticket.c.district,
        ticket.c.opened_at,
    )
    .where(*FREE)
    .order_by(ticket.c.opened_at.desc(), ticket.c.id.desc())
    .limit(bindparam("most"))
)
LINES = (
    select(incident_entry)
    .where(incident_entry.c.incident == bindparam("this"))
    .order_by(incident_entry.c.seq)
)
LAST_LINE = select(func.max(incident_entry.c.seq)).where(
    incident_entry.c.incident == bindparam("this")
)


def insert_new(c: Connection, new: Incident, zone: str) -> Incident | None:
    """Keep a new incident under its number; None when one of its mark runs already.

    `new.id` and `new.number` are not looked at: both are given here.
    """
    month = f"{new.found_at.astimezone(ZoneInfo(zone)):%y%m}"
    serial = counters.bump(c, f"incident.{month}")
    row = _row(new) | {"number": incident_number(new.found_at, serial, zone)}
    kept = c.execute(INSERT[c.dialect.name], row).scalar()
    return load(c, kept) if kept is not None else None


def save(c: Connection, before: Incident, after: Incident) -> bool:
    """Replace `before`, as it was loaded, by `after`; False when somebody was quicker."""
    this = incident.c.id == before.id, incident.c.revision == before.revision
    row = _row(after) | {"number": before.number}
    return c.execute(update(incident).where(*this).values(row)).rowcount == 1


def load(c: Connection, number: int) -> Incident | None:
    """The incident of this id, None if there is none."""
    found = c.execute(ONE, {"this": number}).mappings().first()
    return None if found is None else _unrow(found)


def hold(c: Connection, number: int) -> Incident | None:
    """The incident of this id, which nobody changes until the transaction ends.

    A word to all is announced in a transaction that changes the incident: so a ticket that joins
    meanwhile is told of it by one of the two, and by one alone.
    """
    held = ONE.with_for_update(read=True)
    found = c.execute(held, {"this": number}).mappings().first()
    return None if found is None else _unrow(found)


def by_number(c: Connection, number: str) -> Incident | None:
    """The incident of this number; None if there is none."""
    found = c.execute(BY_NUMBER, {"number": number}).mappings().first()
    return None if found is None else _unrow(found)


def live(c: Connection) -> tuple[Incident, ...]:
    """All that are not over, newest first."""
    return tuple(_unrow(one) for one in c.execute(ALIVE).mappings())


def newest(c: Connection, limit: int) -> tuple[Incident, ...]:
    """The newest incidents, over or not."""
    return tuple(_unrow(one) for one in c.execute(NEWEST, {"most": limit}).mappings())


def running_for(c: Connection, category: str, codes: Collection[str]) -> tuple[Incident, ...]:
    """Incidents that people still meet, of this category, in a place of these codes or everywhere.

    What else it is about (subtype, campaign) `matching.fits` tells.
    """
    return tuple(
        one
        for one in live(c)
        if one.running
        and category in one.categories
        and (not one.areas or not set(codes).isdisjoint(one.areas))
    )


def due(c: Connection, now: datetime, limit: int) -> list[int]:
    """Incidents of which a limit is to be looked at by now."""
    return list(c.execute(DUE, {"now": now, "most": limit}).scalars())


def last_of(c: Connection, marks: Collection[str]) -> dict[str, datetime]:
    """By mark, until when complaints belonged to an incident that is over, or to one found."""
    found = c.execute(LAST_OF, {"marks": sorted(marks)}).all() if marks else []
    return {mark: max(filter(None, (closed, began))) for mark, closed, began in found}


def pulse(c: Connection) -> tuple[int, int]:
    """Two numbers that change when a ticket is filed, or an incident opened or changed."""
    newest, changes = c.execute(PULSE).one()
    return newest or 0, changes or 0


def since(c: Connection) -> datetime | None:
    """From when on complaints are known here; None if there are none."""
    at: datetime | None = c.execute(FIRST_FILED).scalar()
    return at


def recent(
    c: Connection, categories: Collection[str], since: datetime, limit: int = MOST
) -> tuple[Filed, ...]:
    """Open complaints of these categories filed since then that belong to no incident.

    The newest 2,000 at most.
    """
    wanted = {"categories": sorted(categories), "since": since, "most": limit}
    return tuple(Filed(*row) for row in c.execute(RECENT, wanted))


def filed_between(  # noqa: PLR0913, PLR0917  one argument for each thing that may be the same
    c: Connection,
    categories: Collection[str],
    subtypes: Collection[str],
    area: str,
    since: datetime,
    until: datetime,
) -> int:
    """How many complaints of these categories there were in this place ("" for anywhere)."""
    wanted = [
        ticket.c.category.in_(sorted(categories)),
        ticket.c.opened_at >= since,
        ticket.c.opened_at < until,
    ]
    if subtypes:
        wanted.append(ticket.c.subtype.in_(sorted(subtypes)))
    if area:
        wanted.append(_lies_in([area]))
    count: int = c.execute(select(func.count()).select_from(ticket).where(*wanted)).scalar_one()
    return count


def candidates(c: Connection, of: Incident, since: datetime, after: int, limit: int) -> list[int]:
    """Open complaints since then that may be the incident's and belong to none, by id.

    Whether one fits `matching.fits` tells.
    """
    wanted = select(ticket.c.id).where(*FREE, ticket.c.id > after)
    if of.subtypes:
        wanted = wanted.where(ticket.c.subtype.in_(of.subtypes))
    if of.areas:
        wanted = wanted.where(_lies_in(of.areas))
    values = {"categories": sorted(of.categories), "since": since}
    return list(c.execute(wanted.order_by(ticket.c.id).limit(limit), values).scalars())


def began(c: Connection, of: Incident, since: datetime) -> datetime | None:
    """When the first of the complaints since then was filed that may be the incident's."""
    wanted = select(func.min(ticket.c.opened_at, type_=ticket.c.opened_at.type)).where(*FREE)
    if of.subtypes:
        wanted = wanted.where(ticket.c.subtype.in_(of.subtypes))
    if of.areas:
        wanted = wanted.where(_lies_in(of.areas))
    values = {"categories": sorted(of.categories), "since": since}
    at: datetime | None = c.execute(wanted, values).scalar()
    return at


def children(c: Connection, of: int, after: int, limit: int) -> list[int]:
    """Tickets of the incident with an id above `after`, in their order."""
    return list(c.execute(CHILDREN, {"this": of, "after": after, "most": limit}).scalars())


def counts(c: Connection, of: int) -> Counts:
    """How many children there are, and in which states."""
    states = {row[0]: row[1] for row in c.execute(BY_STATE, {"this": of})}
    whole, ended = sum(states.values()), sum(states.get(one, 0) for one in ENDED_STATES)
    parted = c.execute(PARTED, {"this": of}).scalar_one()
    return Counts(children=whole, open=whole - ended, ended=ended, parted=parted, by_state=states)


def note(c: Connection, of: int, line: Record) -> None:
    """Add a line to the incident's history."""
    last = c.execute(LAST_LINE, {"this": of}).scalar() or 0
    row = {
        "incident": of,
        "seq": last + 1,
        "at": line.at,
        "act": line.act,
        "staff": line.staff or None,
        "name": line.name,
        "detail": codec.dump(line.detail),
    }
    c.execute(insert(incident_entry).values(row))


def history(c: Connection, of: int) -> tuple[Record, ...]:
    """What was done with the incident, oldest first."""
    return tuple(
        Record(at=row.at, act=row.act, staff=row.staff or 0, name=row.name, detail=row.detail)
        for row in c.execute(LINES, {"this": of})
    )


def old(c: Connection, before: datetime, most: int) -> list[int]:
    """Incidents that were over before that, and that no ticket names any more."""
    these = (ticket.c.incident == incident.c.id, ticket.c.parted == incident.c.id)
    named = or_(*(exists().where(one) for one in these))
    over = select(incident.c.id).where(incident.c.closed_at < before, ~named)
    return list(c.execute(over.limit(most)).scalars())


def drop(c: Connection, found: Sequence[int], before: datetime) -> int:
    """Forget these with their history and broadcasts."""
    these = [one for one in old(c, before, MOST) if one in set(found)]
    for table in (incident_entry, broadcast):
        c.execute(delete(table).where(table.c.incident.in_(these)))
    return c.execute(delete(incident).where(incident.c.id.in_(these))).rowcount


def remove(c: Connection, found: Collection[int]) -> None:
    """Remove these, over or not, with all that is about them; one that a ticket names stays."""
    named = (exists().where(one == incident.c.id) for one in (ticket.c.incident, ticket.c.parted))
    free = select(incident.c.id, incident.c.number).where(
        incident.c.id.in_(found), not_(or_(*named))
    )
    rows = c.execute(free).all()
    these, numbers = [row.id for row in rows], [row.number for row in rows]
    theirs = [one.id for one in tasks.ever(c, TASKS) if one.task.words in numbers]
    c.execute(delete(task).where(task.c.id.in_(theirs)))
    for table in (incident_entry, broadcast):
        c.execute(delete(table).where(table.c.incident.in_(these)))
    c.execute(delete(incident).where(incident.c.id.in_(these)))


def _lies_in(areas: Collection[str]) -> Any:
    codes = sorted(areas)
    return or_(*(ticket.c[level].in_(codes) for level in ("province", "city", "district")))


def _row(one: Incident) -> dict[str, Any]:
    body = codec.dump(one)
    columns: dict[str, Any] = {name: getattr(one, name) for name in COLUMNS}
    for name in (*COLUMNS, "id", "owner"):
        body.pop(name)
    columns["stage"] = one.stage.value
    return {**columns, "owner": one.owner or None, "body": body}


def _unrow(found: RowMapping) -> Incident:
    whole = {**found["body"], **{name: found[name] for name in ("id", *COLUMNS)}}
    whole["owner"] = found["owner"] or 0
    return codec.load(Incident, whole)
