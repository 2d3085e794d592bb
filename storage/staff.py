"""The people of the desk: who they are, and how they sign in by a link that works once."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    Connection,
    RowMapping,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from dialogs.tickets.ticket import ENDED, Role, State
from storage import inserts
from storage.schema import desk_session, sign_in, staff_account, staff_entry, ticket
from storage.schema import staff as people
from storage.seal import digest

SESSION_LASTS = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Staff:
    """A person of the staff; `department` a code of the catalogue, "" for none.

    `areas`: codes of the provinces whose tickets they work on, () for all.
    """

    id: int
    name: str
    role: Role
    department: str
    active: bool
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of what is known of a person: `by` a name, "" for the command line."""

    at: datetime
    by: str
    what: str  # "added", "role", "department", "areas", "link", "shifts", "left", "returned"…
    was: str
    became: str


_by = people.alias()
UNDERWAY = sorted(set(State) - ENDED)
ADD = insert(people)
ONE = select(people).where(people.c.id == bindparam("this"))
ALL = select(people).order_by(people.c.id)
ACTIVE = update(people).where(people.c.id == bindparam("this")).values(active=bindparam("new"))
LINK = insert(sign_in)
USE = (
    update(sign_in)
    .where(
        sign_in.c.token == bindparam("this"),
        sign_in.c.used_at.is_(None),
        sign_in.c.expires > bindparam("now"),
    )
    .values(used_at=bindparam("now"))
    .returning(sign_in.c.staff)
)
OPEN = insert(desk_session)
BY_SESSION = (
    select(people)
    .join(desk_session)
    .where(
        desk_session.c.token == bindparam("this"),
        desk_session.c.expires > bindparam("now"),
        people.c.active,
    )
)
END = delete(desk_session).where(desk_session.c.token == bindparam("this"))
CHANGE = (
    update(people)
    .where(people.c.id == bindparam("this"))
    .values(role=bindparam("to_role"), department=bindparam("to_department"))
    .values(areas=bindparam("to_areas"))
)
DROP_LINKS = delete(sign_in).where(
    sign_in.c.staff == bindparam("this"), sign_in.c.used_at.is_(None)
)
NOTE = insert(staff_entry)
HISTORY = (
    select(staff_entry, _by.c.name.label("by_name"))
    .join(_by, _by.c.id == staff_entry.c.by, isouter=True)
    .where(staff_entry.c.staff == bindparam("this"))
    .order_by(staff_entry.c.id.desc())
    .limit(bindparam("most"))
)
OPEN_LOAD = (
    select(ticket.c.owner, func.count().label("n"))
    .where(ticket.c.state.in_(UNDERWAY))
    .group_by(ticket.c.owner)
)
LOAD = (
    select(ticket.c.id)
    .where(ticket.c.owner == bindparam("this"), ticket.c.state.in_(UNDERWAY))
    .order_by(ticket.c.id)
)
END_ALL = delete(desk_session).where(desk_session.c.staff == bindparam("this"))
UNLINK = delete(staff_account).where(staff_account.c.staff == bindparam("this"))


def add(
    c: Connection, name: str, role: Role, department: str = "", areas: Sequence[str] = ()
) -> int:
    """A new person of the staff, for these provinces (none: for all); returns their id."""
    row = {
        "name": name,
        "role": role.value,
        "department": department,
        "areas": list(areas),
        "active": True,
    }
    return inserts.add(c, ADD, row)


def load(c: Connection, staff: int) -> Staff | None:
    """The person of this id, None if there is none."""
    row = c.execute(ONE, {"this": staff}).mappings().first()
    return None if row is None else _staff(row)


def everybody(c: Connection) -> tuple[Staff, ...]:
    """All people of the staff, also those who have left."""
    return tuple(_staff(row) for row in c.execute(ALL).mappings())


def active(c: Connection, staff: int, working: bool) -> None:
    """The person works here, or no longer does; who does not is signed out everywhere."""
    c.execute(ACTIVE, {"this": staff, "new": working})
    if not working:
        c.execute(END_ALL, {"this": staff})
        c.execute(UNLINK, {"this": staff})


def change(c: Connection, staff: int, role: Role, department: str, areas: Sequence[str]) -> None:
    """The person has this role, department and these provinces from now on."""
    row = {"to_role": role.value, "to_department": department, "to_areas": list(areas)}
    c.execute(CHANGE, {"this": staff, **row})


def shut_out(c: Connection, staff: int) -> None:
    """Links that were not used yet let nobody in any more."""
    c.execute(DROP_LINKS, {"this": staff})


def note(
    c: Connection,
    staff: int,
    made: Sequence[tuple[str, str, str]],
    by: int | None,
    now: datetime,
) -> None:
    """Keep what was changed: of each thing its name, what it was and what it became."""
    for what, was, became in made:
        row = {"staff": staff, "at": now, "by": by, "what": what, "was": was, "became": became}
        c.execute(NOTE, row)


def history(c: Connection, staff: int, most: int) -> tuple[Entry, ...]:
    """What was changed about the person, the newest first."""
    rows = c.execute(HISTORY, {"this": staff, "most": most}).mappings()
    return tuple(
        Entry(row["at"], row["by_name"] or "", row["what"], row["was"], row["became"])
        for row in rows
    )


def loads(c: Connection) -> dict[int, int]:
    """How many open tickets each person has; who has none is not there."""
    return {row.owner: row.n for row in c.execute(OPEN_LOAD).all() if row.owner}


def load_of(c: Connection, staff: int) -> list[int]:
    """The ids of the open tickets that this person has, the oldest first."""
    return list(c.execute(LOAD, {"this": staff}).scalars())


def sign_in_link(c: Connection, staff: int, now: datetime, lasts: timedelta) -> str:
    """A token that signs this person in once, within that time."""
    token = secrets.token_urlsafe(24)
    c.execute(LINK, {"token": digest(token), "staff": staff, "expires": now + lasts})
    return token


def use(c: Connection, token: str, now: datetime) -> tuple[Staff, str] | None:
    """Sign in by a link: the person and the token of their session (12 h).

    None when the link was used, is too old, never was ours, or the person has left.
    """
    found = c.execute(USE, {"this": digest(token), "now": now}).scalar()
    person = None if found is None else load(c, found)
    if person is None or not person.active:
        return None
    session = secrets.token_urlsafe(24)
    row = {"token": digest(session), "staff": person.id, "expires": now + SESSION_LASTS}
    c.execute(OPEN, row)
    return person, session


def by_session(c: Connection, session: str, now: datetime) -> Staff | None:
    """Whose session this token is; None when it has ended or never was."""
    row = c.execute(BY_SESSION, {"this": digest(session), "now": now}).mappings().first()
    return None if row is None else _staff(row)


def sign_out(c: Connection, session: str) -> None:
    """End this session."""
    c.execute(END, {"this": digest(session)})


def _staff(found: RowMapping) -> Staff:
    role = Role(found["role"])
    areas = tuple(found["areas"])
    return Staff(found["id"], found["name"], role, found["department"], found["active"], areas)
