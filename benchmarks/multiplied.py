"""A database with a great many tickets that differ: the demo's month, copied again and again.

In every tenth copy tickets stay open as they are; in the others all have ended, each copy three
days before the last. Tasks, incidents,
files and the staff are not copied. What wakes a clock is taken from the copies, so that a server
does not answer a thousand deadlines while it is measured.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    Text,
    case,
    cast,
    create_engine,
    event,
    func,
    insert,
    literal,
    null,
    select,
    update,
)
from sqlalchemy.pool import ConnectionPoolEntry

from benchmarks.loader import COPIED, QUICK
from storage import schema
from storage.schema import IS_OVER

TABLES = (*COPIED, schema.score, schema.outside_case)
STAY_OPEN = 10  # in one copy of so many
SETTLED = 10  # days after which what was open has ended in the others
APART = 3  # days between two copies of those
Own = Mapping[str, ColumnElement[Any]]


def multiply(file: Path, wanted: int, tell: Callable[[str], object]) -> int:
    """Bring the database, which nobody serves, to at least `wanted` tickets; returns how many."""
    engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", _quick)
    try:
        with engine.begin() as c:
            strides = {one.name: _stride(c, one) for one in TABLES if "id" in one.c}
        copies = -(-wanted // strides["ticket"])
        for n in range(1, copies):
            with engine.begin() as c:
                _copy(c, strides, n)
            if n % 20 == 0:
                tell(f"  {n * strides['ticket']:,} tickets")
        with engine.begin() as c:
            last = schema.counter.c.name == "ticket.id"
            total = copies * strides["ticket"]
            c.execute(update(schema.counter).where(last).values(value=total))
            count: int = c.execute(select(func.count()).select_from(schema.ticket)).scalar_one()
        return count
    finally:
        engine.dispose()


def _quick(raw: Any, _entry: ConnectionPoolEntry) -> None:
    for pragma in QUICK:
        raw.execute(pragma)


def _stride(c: Connection, table: Table) -> int:
    return int(c.execute(select(func.max(table.c.id))).scalar_one() or 0)


def _copy(c: Connection, strides: Mapping[str, int], n: int) -> None:
    for table in TABLES:
        own = _own(table, n)
        columns = {one.name: own.get(one.name, _shifted(one, strides, n)) for one in table.columns}
        mine = _of_pattern(table, strides)
        c.execute(insert(table).from_select(list(columns), select(*columns.values()).where(mine)))


def _of_pattern(table: Table, strides: Mapping[str, int]) -> ColumnElement[bool]:
    """The rows of the month itself, not of its copies."""
    if table.name in strides:
        return table.c.id <= strides[table.name]
    owner = "ticket" if "ticket" in table.c else "chat"
    found: ColumnElement[bool] = table.c[owner] <= strides[owner]
    return found


def _shifted(column: Any, strides: Mapping[str, int], n: int) -> ColumnElement[Any]:
    """A number of a row that is copied too moves with the copy; all else stays."""
    table = column.table.name if column.name == "id" else ""
    for reference in column.foreign_keys:
        table = reference.column.table.name
    if table == "attachment":
        return null()
    moved: ColumnElement[Any] = column + n * strides[table] if table in strides else column
    return moved


def _own(table: Table, n: int) -> Own:
    """The columns that are a copy's own."""
    over = n % STAY_OPEN != 0
    match table.name:
        case "chat":
            return {"address_mark": func.hex(func.randomblob(32)), "resume": null()}
        case "service_number":
            return {"mark": func.hex(func.randomblob(32))}
        case "session":
            return {"due_at": null()}
        case "chat_queue":
            return {"due": null(), "lease_until": null()}
        case "ticket":
            return _ticket(table, n, over=over)
        case "clock":
            stopped = func.coalesce(table.c.stopped, table.c.due) if over else table.c.stopped
            return {"next": null(), "stopped": stopped}
        case "outside_case" if over:
            return {"ended": func.coalesce(table.c.ended, table.c.due, table.c.received)}
    return {}


def _ticket(table: Table, n: int, *, over: bool) -> Own:
    plain: Own = {
        "number": literal(f"TL{n:03}") + cast(table.c.id, Text),
        "next_due": null(),
        "incident": null(),
        "parted": null(),
    }
    if not over:
        return plain
    opened = _moved(table.c.opened_at, -n * APART)
    ended = _moved(table.c.opened_at, SETTLED - n * APART)
    return {
        **plain,
        "opened_at": opened,
        "state": case((IS_OVER, table.c.state), else_=literal("closed")),
        "closed_at": func.coalesce(_moved(table.c.closed_at, -n * APART), ended),
    }


def _moved(at: ColumnElement[Any], days: int) -> ColumnElement[Any]:
    """A moment so many days later, as the column keeps it."""
    moved: ColumnElement[Any] = func.strftime("%Y-%m-%d %H:%M:%S.000000", at, f"{days:+} days")
    return moved
