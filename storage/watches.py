"""When the group is to look at a ticket although nothing happens to it: a limit comes near."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from storage.hot import Hot, Row
from storage.inserts import Insert, on_conflict
from storage.schema import group_watch


@dataclass(frozen=True, slots=True)
class Watch:
    """A ticket's: `told` is what people were called for already, `called_at` when that was last."""

    ticket: int
    due: datetime | None
    told: frozenset[str]
    called_at: datetime | None


_SHOWN = ("ticket", "due", "told", "called_at")
_ALL = select(*(group_watch.c[name] for name in _SHOWN))


def _newer(insert: Insert) -> Insert:
    return insert.on_conflict_do_update(
        index_elements=["ticket"], set_={"due": insert.excluded.due}
    )


LOOK = Hot(on_conflict(group_watch, _newer), _SHOWN)
OF = Hot(_ALL.where(group_watch.c.ticket == bindparam("this")))
DUE = Hot(
    _ALL.where(group_watch.c.due <= bindparam("now"))
    .order_by(group_watch.c.due)
    .limit(bindparam("most"))
)
SOONEST = Hot(
    select(group_watch.c.due)
    .where(group_watch.c.due.is_not(None))
    .order_by(group_watch.c.due)
    .limit(1)
)
CALLED = (
    update(group_watch)
    .where(group_watch.c.ticket == bindparam("this"))
    .values(told=bindparam("said"), called_at=bindparam("now"))
)


def look(c: Connection, ticket: int, due: datetime | None) -> None:
    """Look at the ticket then; None: not before it changes."""
    LOOK.run(c, {"ticket": ticket, "due": due, "told": "", "called_at": None})


def of(c: Connection, ticket: int) -> Watch | None:
    """What is known of a ticket, None if it was never watched."""
    found = OF.first(c, {"this": ticket})
    return None if found is None else _watch(found)


def due(c: Connection, now: datetime, most: int) -> tuple[Watch, ...]:
    """The tickets to look at now, the one that waits longest first."""
    return tuple(_watch(row) for row in DUE.all(c, {"now": now, "most": most}))


def soonest(c: Connection) -> datetime | None:
    """When the first ticket is to be looked at, None when none is."""
    found: datetime | None = SOONEST.scalar(c, {})
    return found


def called(c: Connection, ticket: int, told: Collection[str], now: datetime | None) -> None:
    """Somebody was called; `told` is all that people were called for by now.

    `now` None: nobody could be called, ever.
    """
    c.execute(CALLED, {"this": ticket, "said": "\n".join(sorted(told)), "now": now})


def _watch(found: Row) -> Watch:
    ticket, due_at, told, called_at = found
    return Watch(ticket, due_at, frozenset(told.split("\n")) - {""}, called_at)
