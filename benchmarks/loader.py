"""A database with a great many tickets: one that Redress filed itself, copied inside SQLite.

Every copy has its own subscriber, chat, service number and session, five timeline rows, its clocks,
five messages and the outbox rows that sent them. Sealed values are those of the first, sealed by
Redress; one ticket in a hundred stays open, the others are closed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Integer,
    Table,
    Text,
    case,
    cast,
    create_engine,
    delete,
    event,
    func,
    insert,
    literal,
    null,
    select,
    true,
    update,
)
from sqlalchemy.pool import ConnectionPoolEntry

from storage import counting, schema

# In the order of their references. Each row's own number, and those it refers to, are shifted.
COPIED = (
    schema.subscriber,
    schema.chat,
    schema.service_number,
    schema.session,
    schema.chat_queue,
    schema.ticket,
    schema.timeline,
    schema.clock,
    schema.outbox,
    schema.message,
    schema.addend,
)
WAY = counting.Way(ZoneInfo("Asia/Shanghai"), frozenset({"R1", "R2", "R3", "C1"}))
CHUNK = 10_000  # tickets in one transaction
FIVE = 5  # timeline rows and messages of a ticket
OPEN = 100  # one ticket in so many stays open
SPREAD = 900  # days over which they were filed
QUICK = (
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA cache_size = -500000",
)
Columns = Mapping[str, ColumnElement[Any]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """The one conversation to copy: how far apart the copies' numbers lie, and what is left out."""

    strides: Mapping[str, int]
    before_five: int  # outbox rows up to this one are not copied


def load(file: Path, count: int, tell: Callable[[str], object]) -> None:
    """Bring the database, in which one ticket was filed and nobody works, to `count` tickets."""
    engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", _quick)
    try:
        with engine.begin() as c:
            counting.keep(c, counting.changed(c, WAY, 1))
            pattern = _pattern(c)
        for first in range(1, count, CHUNK):
            _chunk(engine, pattern, range(first, min(first + CHUNK, count)))
            tell(f"  {min(first + CHUNK, count):,} of {count:,} tickets")
        with engine.begin() as c:
            named = schema.counter.c.name == "ticket.id"
            c.execute(update(schema.counter).where(named).values(value=count))
            _figures(c)
    finally:
        engine.dispose()


def _figures(c: Connection) -> None:
    """The sums of what all copies add, as if they had been counted one after the other."""
    addend, sums = schema.addend, schema.figure_day
    cell = [addend.c[one.name] for one in sums.columns if one.name != "value"]
    added = select(*cell, func.sum(addend.c.value)).group_by(*cell)
    c.execute(delete(sums))
    c.execute(insert(sums).from_select([*(one.name for one in cell), "value"], added))
    c.execute(delete(schema.figure_due))


def _quick(raw: Any, _entry: ConnectionPoolEntry) -> None:
    for pragma in QUICK:
        raw.execute(pragma)


def _pattern(c: Connection) -> Pattern:
    strides = {}
    for table in COPIED:
        if "id" in table.c:
            strides[table.name] = int(c.execute(select(func.max(table.c.id))).scalar_one())
    assert strides["ticket"] == 1, "the pattern must be the only ticket"
    return Pattern(strides, strides["outbox"] - FIVE)


def _chunk(engine: Engine, pattern: Pattern, copies: range) -> None:
    day = datetime.now(UTC) - timedelta(days=1 + copies.start // CHUNK * 7 % SPREAD)
    series = select(literal(copies.start).label("n")).cte("series", recursive=True)
    series = series.union_all(select(series.c.n + 1).where(series.c.n < copies.stop - 1))
    with engine.begin() as c:
        for table in COPIED:
            for own, which in _rows(table, pattern, series.c.n, day):
                columns = {one.name: _shifted(one, pattern, series.c.n) for one in table.columns}
                copied = select(*{**columns, **own}.values())
                copied = copied.select_from(table.join(series, true())).where(which)
                c.execute(insert(table).from_select(list(columns), copied))


def _shifted(column: Any, pattern: Pattern, n: ColumnElement[int]) -> ColumnElement[Any]:
    """A number of a row that is copied too moves with the copy; all else stays."""
    table = column.table.name if column.name == "id" else ""
    for reference in column.foreign_keys:
        table = reference.column.table.name
    if table in pattern.strides:
        moved: ColumnElement[Any] = cast(column, Integer) + n * pattern.strides[table]
        return moved
    same: ColumnElement[Any] = column
    return same


def _rows(
    table: Table, pattern: Pattern, n: ColumnElement[int], day: datetime
) -> Iterator[tuple[Columns, ColumnElement[bool]]]:
    """Which rows of the pattern are copied, and the columns that are a copy's own."""
    of_pattern = (
        literal(1) == 1 if "id" not in table.c else table.c.id <= pattern.strides[table.name]
    )
    is_open, at = n % OPEN == 0, literal(day, schema.ticket.c.opened_at.type)
    match table.name:
        case "chat":
            mark = func.hex(func.randomblob(32))
            yield {"address_mark": mark}, of_pattern
        case "service_number":
            yield {"mark": func.hex(func.randomblob(32))}, of_pattern
        case "ticket":
            yield _ticket(table, n, is_open, at), of_pattern
        case "clock":
            ended: dict[str, ColumnElement[Any]] = {
                "next": case((is_open, table.c.next), else_=null())
            }
            ended["stopped"] = func.coalesce(table.c.stopped, case((is_open, null()), else_=at))
            yield ended, table.c.ticket == 1
        case "timeline":
            for seq in range(1, FIVE + 1):
                yield {"seq": literal(seq)}, (table.c.ticket == 1) & (table.c.seq == min(seq, 2))
        case "outbox":
            yield {}, of_pattern & (table.c.id > pattern.before_five)
        case "message":
            # Wrapped: by the index of that column it would look at every copy made so far.
            sent = func.coalesce(table.c.outbox, 0) > pattern.before_five
            yield {}, of_pattern & sent
        case "addend":
            yield {"day": literal(day.date())}, table.c.ticket == 1
        case "session" | "chat_queue":
            yield {}, table.c.chat == 1
        case _:
            yield {}, of_pattern


def _ticket(
    table: Table, n: ColumnElement[int], is_open: ColumnElement[bool], at: ColumnElement[Any]
) -> Columns:
    return {
        "number": literal("TL") + cast(n, Text),
        "opened_at": case((is_open, table.c.opened_at), else_=at),
        "state": case((is_open, table.c.state), else_=literal("closed")),
        "closed_at": case((is_open, null()), else_=at),
        "next_due": case((is_open, table.c.next_due), else_=null()),
        "next_step_at": case((is_open, table.c.next_step_at), else_=null()),
    }
