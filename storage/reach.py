"""Whose tickets somebody sees: those of their provinces, their own, and what nobody else would."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, or_
from sqlalchemy.sql.elements import ColumnElement

from storage import staff
from storage.schema import ticket
from storage.staff import Staff


@dataclass(frozen=True, slots=True)
class Reach:
    """What a person of the staff sees: everything where `areas` is empty.

    `unserved` names the departments in which nobody works for all provinces, with the provinces
    that somebody there works for: a ticket of another one is open to all, so that it is nobody's
    fault to overlook.
    """

    staff: int = 0
    areas: tuple[str, ...] = ()
    unserved: tuple[tuple[str, tuple[str, ...]], ...] = ()


EVERYTHING = Reach()


def of(c: Connection, who: Staff, departments: Collection[str]) -> Reach:
    """The reach of this person; `departments` are all that there are."""
    if not who.areas:
        return Reach(who.id)
    working = [one for one in staff.everybody(c) if one.active]
    return Reach(who.id, who.areas, tuple(_unserved(working, sorted(departments))))


def _unserved(
    working: Sequence[Staff], departments: Sequence[str]
) -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for code in departments:
        people = [one for one in working if one.department == code]
        if all(one.areas for one in people):
            served = {area for one in people for area in one.areas}
            found.append((code, tuple(sorted(served))))
    return found


def condition(reach: Reach) -> ColumnElement[bool] | None:
    """Which rows of `ticket` lie within it; None for all of them."""
    if not reach.areas:
        return None
    mine = (ticket.c.area.in_(("", *reach.areas)), ticket.c.owner == reach.staff)
    open_to_all = (
        and_(ticket.c.department == code, ticket.c.area.not_in(served))
        for code, served in reach.unserved
    )
    return or_(*mine, *open_to_all)
