"""Key accounts (重点客户): the service numbers that staff put on a list, and took off it again.

A line is never changed but to say that it was taken off, by whom and when; so the list is its own
record of who did what. It goes as long after that as a closed complaint does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from dialogs.tickets.ticket import ENDED
from storage import numbers
from storage.hot import Hot
from storage.schema import key_account, service_number, ticket
from storage.schema import staff as people

MOST = 1000  # shown of the list


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyAccount:
    """A number on the list (E.164 or an account), its name there, and who put it there when."""

    id: int
    number: str
    name: str
    added_at: datetime
    added_by: str


LISTED = key_account.c.removed_at.is_(None)
IS_KEY = Hot(
    select(key_account.c.id)
    .join(service_number, service_number.c.id == key_account.c.service_number)
    .where(service_number.c.mark == bindparam("mark"), LISTED)
)
LIST = (
    select(
        key_account.c.id,
        service_number.c.number,
        key_account.c.name,
        key_account.c.added_at,
        people.c.name.label("by"),
    )
    .select_from(key_account)
    .join(service_number, service_number.c.id == key_account.c.service_number)
    .outerjoin(people, people.c.id == key_account.c.added_by)
    .where(LISTED)
    .order_by(key_account.c.id.desc())
    .limit(MOST)
)
TAKE_OFF = (
    update(key_account)
    .where(key_account.c.id == bindparam("this"))
    .values(removed_at=bindparam("at"), removed_by=bindparam("who"))
)
OPEN = (
    select(ticket.c.id)
    .join(service_number, service_number.c.id == ticket.c.service_number)
    .where(
        service_number.c.mark == bindparam("mark"),
        ticket.c.state.not_in([state.value for state in sorted(ENDED)]),
    )
    .order_by(ticket.c.id)
)
OLD = (
    select(key_account.c.id)
    .where(key_account.c.removed_at < bindparam("before"))
    .limit(bindparam("most"))
)


def is_key(c: Connection, number: str) -> bool:
    """Whether this number is on the list."""
    return bool(number) and IS_KEY.scalar(c, {"mark": numbers.mark(c, number)}) is not None


def add(c: Connection, number: str, name: str, staff: int | None, now: datetime) -> bool:
    """Put a number on the list; False if it is there. `staff` None: by command."""
    if is_key(c, number):
        return False
    row = {
        "service_number": numbers.known(c, number, now),
        "name": name,
        "added_at": now,
        "added_by": staff,
    }
    c.execute(insert(key_account).values(row))
    return True


def remove(c: Connection, number: str, staff: int | None, now: datetime) -> bool:
    """Take a number off the list; False if it is not there."""
    found = IS_KEY.scalar(c, {"mark": numbers.mark(c, number)})
    if found is None:
        return False
    c.execute(TAKE_OFF, {"this": found, "at": now, "who": staff})
    return True


def listed(c: Connection) -> tuple[KeyAccount, ...]:
    """Who is on the list, the newest first; 1,000 at most."""
    return tuple(
        KeyAccount(
            id=row.id,
            number=row.number,
            name=row.name,
            added_at=row.added_at,
            added_by=row.by or "",
        )
        for row in c.execute(LIST)
    )


def open_tickets(c: Connection, number: str) -> tuple[int, ...]:
    """The open tickets about this number."""
    return tuple(c.execute(OPEN, {"mark": numbers.mark(c, number)}).scalars())


def old(c: Connection, before: datetime, most: int) -> list[int]:
    """Lines taken off the list before that."""
    return list(c.execute(OLD, {"before": before, "most": most}).scalars())


def drop(c: Connection, found: Sequence[int], before: datetime) -> int:
    """Forget these lines, and numbers that nothing names any more."""
    these = key_account.c.id.in_(found) & (key_account.c.removed_at < before)
    named = select(key_account.c.service_number).where(these)
    numbers_of = list(c.execute(named).scalars())
    gone = c.execute(delete(key_account).where(these)).rowcount
    c.execute(delete(service_number).where(service_number.c.id.in_(numbers_of), numbers.unused()))
    return gone
