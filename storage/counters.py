"""Named numbers that only grow: serials of tickets, events seen twice."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from storage.hot import Hot
from storage.inserts import on_conflict
from storage.schema import counter

BUMP = Hot(
    on_conflict(
        counter,
        lambda insert: insert.on_conflict_do_update(
            index_elements=["name"], set_={"value": counter.c.value + insert.excluded.value}
        ).returning(counter.c.value),
    ),
    ("name", "value"),
)
VALUES = select(counter.c.name, counter.c.value).where(
    counter.c.name.in_(bindparam("names", expanding=True))
)


def bump(c: Connection, name: str, by: int = 1) -> int:
    """Add to the number and return what it is now; it begins at 0."""
    value: int = BUMP.scalar(c, {"name": name, "value": by})
    return value


def values(c: Connection, names: Iterable[str]) -> dict[str, int]:
    """The numbers of these names; 0 for one never bumped."""
    wanted = list(names)
    found = {row.name: row.value for row in c.execute(VALUES, {"names": wanted})}
    return {name: found.get(name, 0) for name in wanted}
