"""Service numbers: kept once each, sealed, found by their mark."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, exists, or_, select

from storage.hot import Hot
from storage.inserts import on_conflict
from storage.schema import key_account, reminder, service_number, ticket, verification
from storage.seal import keys_of

FIND = Hot(select(service_number.c.id).where(service_number.c.mark == bindparam("m")))
ADD = Hot(
    on_conflict(service_number, lambda insert: insert.on_conflict_do_nothing()),
    ("mark", "number", "created_at"),
)


def mark(c: Connection, number: str) -> str:
    """What a number (E.164, or an account as given) is found by."""
    return keys_of(c).mark(f"number {number}")


def find(c: Connection, number: str) -> int | None:
    """The id of a number, None if nobody ever named it."""
    found: int | None = FIND.scalar(c, {"m": mark(c, number)})
    return found


def known(c: Connection, number: str, now: datetime) -> int:
    """The id of a number, kept from now on if it was not."""
    found = find(c, number)
    if found is not None:
        return found
    row = {"mark": mark(c, number), "number": number, "created_at": now}
    ADD.run(c, row)
    made: int = FIND.scalar(c, {"m": row["mark"]})
    return made


def unused() -> ColumnElement[bool]:
    """Whether a number is named by nobody any more: no ticket, no proof, no list, no reminder."""
    naming = (ticket, verification, key_account, reminder)
    return ~or_(*(exists().where(one.c.service_number == service_number.c.id) for one in naming))
