"""Corrective actions: kept with their tickets, saved by who holds the newest revision.

An incident has one action for all its tickets; so has a matter for which a plan is still owed.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Connection,
    RowMapping,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from dialogs.correcting.action import OPEN, Corrective, Record, Stage, action_number
from storage import codec, counters
from storage.inserts import on_conflict
from storage.reach import Reach, condition
from storage.schema import OWED_PLAN, corrective, corrective_entry, corrective_ticket, ticket

COLUMNS = ("number", "revision", "stage", "department", "opened_at", "next_due", "closed_at")
MOST = 2000  # actions removed at once
OPEN_STAGES = [one.value for one in sorted(OPEN)]

INSERT = {
    dialect: statement.returning(corrective.c.id)
    for dialect, statement in on_conflict(corrective, lambda i: i.on_conflict_do_nothing()).items()
}
ONE = select(corrective).where(corrective.c.id == bindparam("this"))
BY_NUMBER = select(corrective).where(corrective.c.number == bindparam("number"))
OF_INCIDENT = select(corrective).where(corrective.c.incident == bindparam("incident"))
OF_TICKET = (
    select(corrective)
    .join(corrective_ticket, corrective_ticket.c.corrective == corrective.c.id)
    .where(corrective_ticket.c.ticket == bindparam("ticket"))
)
OWED = (
    select(corrective)
    .where(OWED_PLAN, corrective.c.mark == bindparam("mark"), corrective.c.incident.is_(None))
    .order_by(corrective.c.id.desc())
    .limit(1)
)
LIKE = (
    select(corrective)
    .where(
        corrective.c.mark == bindparam("mark"),
        corrective.c.stage.in_(OPEN_STAGES),
        corrective.c.id != bindparam("this"),
    )
    .order_by(corrective.c.id.desc())
    .limit(bindparam("most"))
)
DUE = (
    select(corrective.c.id)
    .where(corrective.c.next_due <= bindparam("now"))
    .order_by(corrective.c.next_due)
    .limit(bindparam("most"))
)
IN_STAGES = (
    select(corrective)
    .where(corrective.c.stage.in_(bindparam("stages", expanding=True)))
    .order_by(corrective.c.due_at, corrective.c.id)
)
NEWEST = (
    select(corrective)
    .where(corrective.c.stage.in_(bindparam("stages", expanding=True)))
    .order_by(corrective.c.closed_at.desc(), corrective.c.id.desc())
)
BY_STAGE = select(corrective.c.stage, func.count()).group_by(corrective.c.stage)
LATE = (
    select(corrective.c.stage, func.count())
    .where(corrective.c.stage.in_(OPEN_STAGES), corrective.c.due_at < bindparam("now"))
    .group_by(corrective.c.stage)
)
SIZES = (
    select(corrective_ticket.c.corrective, func.count())
    .where(corrective_ticket.c.corrective.in_(bindparam("these", expanding=True)))
    .group_by(corrective_ticket.c.corrective)
)
TICKETS = (
    select(ticket.c.id)
    .join(corrective_ticket, corrective_ticket.c.ticket == ticket.c.id)
    .where(corrective_ticket.c.corrective == bindparam("this"))
    .order_by(ticket.c.id.desc())
    .limit(bindparam("most"))
)
FIRST = (
    select(func.min(corrective_ticket.c.ticket), func.min(ticket.c.opened_at))
    .join(ticket, ticket.c.id == corrective_ticket.c.ticket)
    .where(corrective_ticket.c.corrective == bindparam("this"))
)
LINK = on_conflict(
    corrective_ticket,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["ticket"], set_={"corrective": insert.excluded.corrective}
    ),
)
UNLINK = delete(corrective_ticket).where(corrective_ticket.c.ticket == bindparam("of"))
MOVE = (
    update(corrective_ticket)
    .where(corrective_ticket.c.corrective == bindparam("was"))
    .values(corrective=bindparam("becomes"))
)
LINES = (
    select(corrective_entry)
    .where(corrective_entry.c.corrective == bindparam("this"))
    .order_by(corrective_entry.c.seq)
)
LAST_LINE = select(func.max(corrective_entry.c.seq)).where(
    corrective_entry.c.corrective == bindparam("this")
)
ACTS = (
    select(corrective_entry.c.act, func.count())
    .where(
        corrective_entry.c.at >= bindparam("since"),
        corrective_entry.c.at < bindparam("until"),
        corrective_entry.c.act.in_(bindparam("acts", expanding=True)),
    )
    .group_by(corrective_entry.c.act)
)
_SAME = (
    ticket.c.category == bindparam("category"),
    ticket.c.subtype == bindparam("subtype"),
    ticket.c.opened_at >= bindparam("since"),
    ticket.c.opened_at < bindparam("until"),
)
_LIABLE = ticket.c.body["liability"].as_string().label("liable")
_NOT_ITS_OWN = ~exists().where(
    and_(
        corrective_ticket.c.ticket == ticket.c.id,
        corrective_ticket.c.corrective == bindparam("this"),
    )
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many actions there are in each stage, and how many of the open ones are late."""

    by_stage: dict[str, int]
    late: dict[str, int]


def insert_new(c: Connection, new: Corrective, mark: str, zone: str) -> Corrective | None:
    """Keep a new action under its number; None when its incident has one already.

    `new.id` and `new.number` are not looked at: both are given here.
    """
    month = f"{new.opened_at.astimezone(ZoneInfo(zone)):%y%m}"
    serial = counters.bump(c, f"corrective.{month}")
    row = _row(new) | {"mark": mark, "number": action_number(new.opened_at, serial, zone)}
    kept = c.execute(INSERT[c.dialect.name], row).scalar()
    return load(c, kept) if kept is not None else None


def save(c: Connection, before: Corrective, after: Corrective) -> bool:
    """Replace `before`, as it was loaded, by `after`; False when somebody was quicker."""
    this = corrective.c.id == before.id, corrective.c.revision == before.revision
    row = _row(after) | {"number": before.number}
    return c.execute(update(corrective).where(*this).values(row)).rowcount == 1


def load(c: Connection, number: int) -> Corrective | None:
    """The action of this id, None if there is none."""
    return _found(c.execute(ONE, {"this": number}).mappings().first())


def by_number(c: Connection, number: str) -> Corrective | None:
    """The action of this number; None if there is none."""
    return _found(c.execute(BY_NUMBER, {"number": number}).mappings().first())


def of_incident(c: Connection, incident: int) -> Corrective | None:
    """The action for all tickets of an incident; where it was joined to another, that one."""
    found = _found(c.execute(OF_INCIDENT, {"incident": incident}).mappings().first())
    for _ in range(9):  # who joins what was joined ends at the last
        if found is None or found.stage is not Stage.JOINED:
            return found
        found = load(c, found.joined)
    return found


def of_ticket(c: Connection, number: int) -> Corrective | None:
    """The action that stands for this ticket; None if there is none."""
    return _found(c.execute(OF_TICKET, {"ticket": number}).mappings().first())


def owed(c: Connection, mark: str) -> Corrective | None:
    """The action on this matter for which a plan is still owed."""
    return _found(c.execute(OWED, {"mark": mark}).mappings().first())


def alike(c: Connection, of: Corrective, most: int) -> tuple[Corrective, ...]:
    """Other open actions on the same matter, the newest first."""
    asked = {"mark": mark_of(of), "this": of.id, "most": most}
    return tuple(_unrow(one) for one in c.execute(LIKE, asked).mappings())


def mark_of(one: Corrective) -> str:
    """What its matter is: the same in all tickets that one action stands for from the start."""
    return f"{one.category}:{one.subtype}:{one.province}:{one.store}"


def due(c: Connection, now: datetime, limit: int) -> list[int]:
    """Actions of which a limit is to be looked at by now."""
    return list(c.execute(DUE, {"now": now, "most": limit}).scalars())


def in_stages(
    c: Connection, stages: Collection[Stage], most: int, department: str = ""
) -> tuple[Corrective, ...]:
    """Actions of these stages: what is open by what is due first, what is over by the newest."""
    ended = not OPEN & set(stages)
    statement = (NEWEST if ended else IN_STAGES).limit(most)
    if department:
        statement = statement.where(corrective.c.department == department)
    rows = c.execute(statement, {"stages": sorted(one.value for one in stages)})
    return tuple(_unrow(one) for one in rows.mappings())


def standing(c: Connection, now: datetime) -> Standing:
    """How many actions there are in each stage, and how many of the open ones are late."""
    there = {row[0]: row[1] for row in c.execute(BY_STAGE)}
    late = {row[0]: row[1] for row in c.execute(LATE, {"now": now})}
    return Standing(there, late)


def judged(c: Connection, since: datetime, until: datetime) -> tuple[int, int]:
    """Of the actions judged from `since` up to `until`: how many worked, and how many did not."""
    asked = {"since": since, "until": until, "acts": ["prove", "came_again"]}
    found = {row[0]: row[1] for row in c.execute(ACTS, asked)}
    return found.get("prove", 0), found.get("came_again", 0)


def opened(c: Connection, since: datetime, until: datetime) -> int:
    """How many actions were opened from `since` up to `until`, those dropped or joined too."""
    asked = {"since": since, "until": until, "acts": ["open"]}
    return sum(row[1] for row in c.execute(ACTS, asked))


def sizes(c: Connection, these: Collection[int]) -> dict[int, int]:
    """For how many tickets each of these actions stands."""
    found = c.execute(SIZES, {"these": sorted(these)}) if these else ()
    return {row[0]: row[1] for row in found}


def tickets_of(c: Connection, of: int, most: int, reach: Reach | None = None) -> list[int]:
    """The tickets that it stands for and that lie within `reach`, the newest first."""
    seen = condition(reach) if reach else None
    statement = TICKETS if seen is None else TICKETS.where(seen)
    return list(c.execute(statement, {"this": of, "most": most}).scalars())


def first(c: Connection, of: int) -> tuple[int, datetime | None]:
    """Its first ticket (0 for none), and when that was filed."""
    found = c.execute(FIRST, {"this": of}).one()
    return found[0] or 0, found[1]


def link(c: Connection, of: int, number: int) -> None:
    """The action stands for this ticket, and no other does."""
    c.execute(LINK[c.dialect.name], {"ticket": number, "corrective": of})


def unlink(c: Connection, number: int) -> None:
    """No action stands for this ticket."""
    c.execute(UNLINK, {"of": number})


def hand_over(c: Connection, was: int, becomes: int) -> None:
    """What one action stood for, another stands for."""
    c.execute(MOVE, {"was": was, "becomes": becomes})


def caused(
    c: Connection, of: Corrective, since: datetime, until: datetime, liable: Collection[str]
) -> tuple[int, int]:
    """Tickets of its matter filed from `since` up to `until`: those that `liable` caused, and all
    others. Its own do not count. Where its scope says so, only those of its province or store.
    """
    asked = select(_LIABLE, func.count()).where(*_SAME, _NOT_ITS_OWN).group_by("liable")
    if of.scope == "province" and of.province:
        asked = asked.where(ticket.c.province == of.province)
    if of.scope == "store":
        asked = asked.where(ticket.c.body["filing"]["store"].as_string() == of.store)
    about = {"category": of.category, "subtype": of.subtype, "since": since, "until": until}
    found = c.execute(asked, about | {"this": of.id}).all()
    same = sum(row[1] for row in found if row[0] in liable)
    return same, sum(row[1] for row in found) - same


def note(c: Connection, of: int, line: Record) -> None:
    """Add a line to the action's history."""
    last = c.execute(LAST_LINE, {"this": of}).scalar() or 0
    row = {
        "corrective": of,
        "seq": last + 1,
        "at": line.at,
        "act": line.act,
        "staff": line.staff or None,
        "name": line.name,
        "detail": codec.dump(line.detail),
    }
    c.execute(insert(corrective_entry).values(row))


def history(c: Connection, of: int) -> tuple[Record, ...]:
    """What was done with the action, oldest first."""
    return tuple(
        Record(at=row.at, act=row.act, staff=row.staff or 0, name=row.name, detail=row.detail)
        for row in c.execute(LINES, {"this": of})
    )


def old(c: Connection, before: datetime, most: int) -> list[int]:
    """Actions that were over before that, and that stand for no ticket any more."""
    named = exists().where(corrective_ticket.c.corrective == corrective.c.id)
    over = select(corrective.c.id).where(corrective.c.closed_at < before, ~named)
    return list(c.execute(over.limit(most)).scalars())


def drop(c: Connection, found: Sequence[int], before: datetime) -> int:
    """Forget these with their history."""
    return _forget(c, [one for one in old(c, before, MOST) if one in set(found)])


def remove_empty(c: Connection, found: Collection[int]) -> int:
    """Remove those of these that stand for no ticket any more, over or not."""
    named = exists().where(corrective_ticket.c.corrective == corrective.c.id)
    asked = select(corrective.c.id).where(corrective.c.id.in_(sorted(found)), ~named)
    return _forget(c, list(c.execute(asked).scalars()))


def _forget(c: Connection, these: Sequence[int]) -> int:
    c.execute(delete(corrective_entry).where(corrective_entry.c.corrective.in_(these)))
    return c.execute(delete(corrective).where(corrective.c.id.in_(these))).rowcount


def _row(one: Corrective) -> dict[str, Any]:
    body = codec.dump(one)
    columns: dict[str, Any] = {name: getattr(one, name) for name in COLUMNS}
    for name in (*COLUMNS, "id", "owner", "incident"):
        body.pop(name)
    columns["stage"] = one.stage.value
    owned = {"owner": one.owner or None, "incident": one.incident or None}
    return {**columns, **owned, "due_at": one.limit, "body": body}


def _found(row: RowMapping | None) -> Corrective | None:
    return None if row is None else _unrow(row)


def _unrow(found: RowMapping) -> Corrective:
    whole = {**found["body"], **{name: found[name] for name in ("id", *COLUMNS)}}
    whole["owner"], whole["incident"] = found["owner"] or 0, found["incident"] or 0
    return codec.load(Corrective, whole)
