"""Complaints about staff, for those who judge how badly staff caused them."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select

from storage.schema import ticket

NEWEST = (
    select(ticket.c.id)
    .where(ticket.c.category == bindparam("code"))
    .order_by(ticket.c.opened_at.desc())
    .limit(bindparam("most"))
)


def newest(c: Connection, categories: Sequence[str], most: int) -> list[int]:
    """The newest tickets of these categories, newest first; each is one look at an index."""
    found = [one for code in categories for one in _of(c, code, most)]
    return sorted(found, reverse=True)[:most]


def _of(c: Connection, code: str, most: int) -> list[int]:
    return list(c.execute(NEWEST, {"code": code, "most": most}).scalars())
