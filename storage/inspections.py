"""Inspections of stores: entered by hand or as a list, never changed.

Of two entries for one store and day the later one counts.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select

from dialogs.stores.grading import Inspection
from storage.schema import figure_day, store_inspection

COLUMNS = ("store", "day", "points", "inspector", "words", "at", "staff", "name")
WITHIN = (
    select(store_inspection)
    .where(
        store_inspection.c.day >= bindparam("since"), store_inspection.c.day <= bindparam("until")
    )
    .order_by(store_inspection.c.id)
)
COMPLAINTS = (
    select(figure_day.c.key, figure_day.c.category, func.sum(figure_day.c.value))
    .where(
        figure_day.c.measure == "store",
        figure_day.c.day >= bindparam("since"),
        figure_day.c.day <= bindparam("until"),
    )
    .group_by(figure_day.c.key, figure_day.c.category)
)


def add(c: Connection, one: Inspection) -> int:
    """Keep an inspection; returns its id."""
    row = {name: getattr(one, name) for name in COLUMNS} | {"staff": one.staff or None}
    made = c.execute(insert(store_inspection).values(row)).inserted_primary_key
    assert made is not None
    number: int = made[0]
    return number


def add_all(c: Connection, these: Iterable[Inspection]) -> int:
    """Keep them all; returns how many."""
    return len([add(c, one) for one in these])


def within(c: Connection, since: date, until: date) -> tuple[Inspection, ...]:
    """Those of the days from `since` to `until`, both counted, in the order of their entry."""
    rows = c.execute(WITHIN, {"since": since, "until": until})
    return tuple(_inspection(row) for row in rows)


def complaints(c: Connection, since: date, until: date) -> dict[str, dict[str, int]]:
    """By store: what was filed about it on these days, by category; praise and suggestions, which
    are no complaints, under their kind.
    """
    found: dict[str, dict[str, int]] = {}
    for key, category, count in c.execute(COMPLAINTS, {"since": since, "until": until}).all():
        store, _, kind = key.partition(":")
        of, name = found.setdefault(store, {}), kind or category
        of[name] = of.get(name, 0) + int(count)
    return found


def _inspection(row: Row[Any]) -> Inspection:
    return Inspection(
        store=row.store,
        day=row.day,
        points=row.points,
        inspector=row.inspector,
        words=row.words,
        at=row.at,
        staff=row.staff or 0,
        name=row.name,
    )
