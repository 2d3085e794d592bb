"""Leases: what one of several processes holds for some seconds, and must renew or lose.

A lease that was taken by another gets a new fence, so that who lost it can tell. Nobody is
asked to give one up: it ends by itself when its holder is gone.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, or_, select, update

from storage.inserts import Insert, on_conflict
from storage.schema import lease

MARKS = "writer:"  # how the names of rows begin that are no leases: each writer's last commit


def _if_free(insert: Insert) -> Insert:
    """Taken anew where it has ended, or is the taker's own already."""
    new = insert.excluded
    values = {"owner": new.owner, "fence": lease.c.fence + 1, "until": new.until}
    free = or_(lease.c.until <= bindparam("now"), lease.c.owner == new.owner)
    return insert.on_conflict_do_update(index_elements=["name"], set_=values, where=free)


TAKE = {
    dialect: statement.returning(lease.c.fence)
    for dialect, statement in on_conflict(lease, _if_free).items()
}
HELD = (lease.c.name == bindparam("named"), lease.c.fence == bindparam("held"))
RENEW = update(lease).where(*HELD).values(until=bindparam("new_until")).returning(lease.c.name)
RELEASE = delete(lease).where(lease.c.name == bindparam("named"), lease.c.owner == bindparam("who"))
HOLDERS = (
    select(lease.c.owner)
    .where(lease.c.name.startswith(bindparam("prefix")))
    .where(lease.c.until > bindparam("now"))
    .distinct()
)
TAKEN = select(lease.c.name).where(
    lease.c.name == bindparam("named"), lease.c.until > bindparam("now")
)
FORGET = delete(lease).where(lease.c.until < bindparam("before"))


def take(c: Connection, name: str, owner: str, now: datetime, seconds: float) -> int | None:
    """The fence under which `owner` holds it for so many seconds; None while another does."""
    until = now + timedelta(seconds=seconds)
    row = {"name": name, "owner": owner, "fence": 1, "until": until, "now": now}
    fence: int | None = c.execute(TAKE[c.dialect.name], row).scalar()
    return fence


def renew(c: Connection, held: Mapping[str, int], now: datetime, seconds: float) -> set[str]:
    """Hold these (name -> fence) for so many seconds from now; the names that are held still."""
    until = now + timedelta(seconds=seconds)
    found: set[str] = set()
    for name, fence in sorted(held.items()):  # in one order, so that nobody waits in a circle
        row = {"named": name, "held": fence, "new_until": until}
        found.update(c.execute(RENEW, row).scalars())
    return found


def release(c: Connection, name: str, owner: str) -> None:
    """Let it go at once; nothing happens where it is another's by now."""
    c.execute(RELEASE, {"named": name, "who": owner})


def taken(c: Connection, name: str, now: datetime) -> bool:
    """Whether somebody holds it."""
    return c.execute(TAKEN, {"named": name, "now": now}).first() is not None


def holders(c: Connection, prefix: str, now: datetime) -> frozenset[str]:
    """The owners of all leases whose names begin so and that have not ended."""
    return frozenset(c.execute(HOLDERS, {"prefix": prefix, "now": now}).scalars())


def forget(c: Connection, before: datetime) -> int:
    """Drop what ended before that moment and was never released; returns how many."""
    return c.execute(FORGET, {"before": before}).rowcount
