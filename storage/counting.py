"""Tickets that changed, turned into what they add to the figures, and the sums moved with them.

A reader counts (`changed`), the writer keeps (`keep`): between the two a ticket may change again,
and is then due again. What a sum holds is always the sum of the addends, and of those of tickets
that were kept long enough and are gone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BindParameter,
    Connection,
    RowMapping,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
)

from dialogs.figures.addends import Called, Counting, Had, What, addends
from dialogs.tickets.ticket import Actor, Entry, Role, State
from storage import ticket_rows
from storage.errors import Unreadable
from storage.inserts import on_conflict
from storage.schema import (
    addend,
    call_back,
    chat,
    clock,
    figure_day,
    figure_due,
    outside_case,
    score,
    survey,
    task,
    ticket,
)
from storage.schema import timeline as lines

Cell: TypeAlias = tuple[str, date, str, str, str]  # measure, day, category, department, key

CELL = ("measure", "day", "category", "department", "key")
PLAIN = [one for one in ticket.columns if one.name != "personal"]  # nothing sealed is counted
LINES = [one for one in lines.columns if one.name != "detail"]
THESE: BindParameter[Any] = bindparam("these", expanding=True)
DUE = select(figure_due).order_by(figure_due.c.ticket).limit(bindparam("most"))
LEFT = select(func.count()).select_from(figure_due)
TICKETS = (
    select(*PLAIN, chat.c.channel)
    .join(chat, chat.c.id == ticket.c.chat)
    .where(ticket.c.id.in_(THESE))
)
CLOCKS = select(clock).where(clock.c.ticket.in_(THESE)).order_by(clock.c.ticket, clock.c.seq)
SCORES = (
    select(score.c.ticket, score.c.at, score.c.score, score.c.solved, score.c.person)
    .where(score.c.ticket.in_(THESE))
    .order_by(score.c.ticket, score.c.seq)
)
ENTRIES = select(*LINES).where(lines.c.ticket.in_(THESE)).order_by(lines.c.ticket, lines.c.seq)
SURVEYS = select(survey.c.ticket, survey.c.at).where(survey.c.ticket.in_(THESE))
SURVEYS = SURVEYS.order_by(survey.c.at, survey.c.id)
CALLS = (
    select(task.c.ticket, task.c.due_at, task.c.done_at)
    .where(task.c.ticket.in_(THESE), task.c.kind == "low_score")
    .order_by(task.c.id)
)
CASES = (
    select(*(outside_case.c[name] for name in ("ticket", "kind", "received", "ended", "outcome")))
    .where(outside_case.c.ticket.in_(THESE))
    .order_by(outside_case.c.ticket, outside_case.c.place)
)
SPOKEN = (
    select(call_back.c.ticket, call_back.c.due_at, call_back.c.reached, call_back.c.came)
    .where(call_back.c.ticket.in_(THESE))
    .order_by(call_back.c.id)
)
OURS = (
    select(figure_due)
    .where(figure_due.c.ticket.in_(THESE))
    .order_by(figure_due.c.ticket)
    .with_for_update(skip_locked=True)
)
DONE = delete(figure_due).where(figure_due.c.ticket.in_(THESE))
KEPT = select(addend).where(addend.c.ticket.in_(THESE))
DROP = delete(addend).where(
    addend.c.ticket == bindparam("of"),
    addend.c.measure == bindparam("the_measure"),
    addend.c.key == bindparam("the_key"),
    addend.c.day == bindparam("the_day"),
)
ADD = insert(addend)
MOVE = on_conflict(
    figure_day,
    lambda insert: insert.on_conflict_do_update(
        index_elements=list(CELL),
        set_={"value": figure_day.c.value + insert.excluded.value},
    ),
)
EMPTIED = delete(figure_day).where(
    figure_day.c.value == 0,
    *(figure_day.c[name] == bindparam(f"the_{name}") for name in CELL),
)
AGAIN = on_conflict(
    figure_due,
    lambda insert: insert.from_select(
        ["ticket", "times"],
        select(ticket.c.id, text("1"))
        .where(ticket.c.id > bindparam("after"), ticket.c.id <= bindparam("upto"))
        .order_by(ticket.c.id),
    ).on_conflict_do_update(index_elements=["ticket"], set_={"times": figure_due.c.times + 1}),
)
LAST = select(func.max(ticket.c.id))
ALONE = text("SELECT pg_try_advisory_xact_lock(hashtext('redress.figures'))")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a ticket adds since it was due for the `times`-th time; nothing where it is gone.

    `adds` is None where its rows cannot be read: what it added before stays.
    """

    ticket: int
    times: int
    category: str
    department: str
    adds: Mapping[What, int] | None


@dataclass(frozen=True, slots=True)
class Way:
    """How it is counted: in the days of which zone, and which clocks can be missed."""

    zone: ZoneInfo
    limits: frozenset[str]


def changed(c: Connection, way: Way, limit: int) -> tuple[Counted, ...]:
    """Some of the tickets that changed, counted as they stand now."""
    due = {row.ticket: row.times for row in c.execute(DUE, {"most": limit})}
    if not due:
        return ()
    found = dict(countings(c, list(due), way))
    return tuple(_counted(one, times, found) for one, times in due.items())


def _counted(one: int, times: int, found: Mapping[int, Counting | None]) -> Counted:
    of = found.get(one)
    if of is None:
        return Counted(one, times, "", "", None if one in found else {})
    return Counted(one, times, of.ticket.filing.category, of.ticket.department, addends(of))


def left(c: Connection) -> int:
    """How many tickets changed and were not counted since."""
    return c.execute(LEFT).scalar_one()


def keep(c: Connection, counted: Sequence[Counted]) -> int:
    """Keep what these add, and move the sums; how many were kept.

    One that changed again meanwhile waits; so do all while another replica keeps some.
    """
    if c.dialect.name == "postgresql" and not c.execute(ALONE).scalar_one():
        return 0
    wanted = {"these": [one.ticket for one in counted]}
    still = {(row.ticket, row.times) for row in c.execute(OURS, wanted)}
    ids = [one.ticket for one in counted if (one.ticket, one.times) in still]
    these = [one for one in counted if one.ticket in ids and one.adds is not None]
    kept = _by_ticket(c.execute(KEPT, {"these": ids}).mappings())
    moved: Counter[Cell] = Counter()
    out: list[dict[str, Any]] = []
    new: list[dict[str, Any]] = []
    for one in these:
        before, after = _as_rows(kept[one.ticket]), _rows(one)
        out += [_named(row) for row in before - after]
        new += [_addend(row) for row in after - before]
        moved.update({_cell(row): row[-1] for row in after - before})
        moved.subtract({_cell(row): row[-1] for row in before - after})
    _write(c, out, new)
    _move(c, moved)
    c.execute(DONE, {"these": ids})
    return len(ids)


def take_back(c: Connection, tickets: Sequence[int]) -> None:
    """Take out of the figures what these add, as if they had never been filed (the demo's)."""
    moved: Counter[Cell] = Counter()
    for row in c.execute(KEPT, {"these": list(tickets)}).mappings():
        moved[_cell(_as_row(row))] -= row["value"]
    _move(c, moved)
    forget(c, tickets)


def forget(c: Connection, tickets: Sequence[int]) -> None:
    """These tickets go: the lists lose them, while the sums, which name nobody, stay."""
    c.execute(delete(addend).where(addend.c.ticket.in_(tickets)))
    c.execute(DONE, {"these": list(tickets)})


def old_days(c: Connection, before: datetime, most: int) -> list[date]:
    """Days of sums that are older than that, the oldest first."""
    old = select(figure_day.c.day).where(figure_day.c.day < before.date()).distinct()
    return list(c.execute(old.order_by(figure_day.c.day).limit(most)).scalars())


def drop_days(c: Connection, found: Sequence[date], before: datetime) -> int:
    """Forget the sums of these days."""
    old = figure_day.c.day.in_(found), figure_day.c.day < before.date()
    return c.execute(delete(figure_day).where(*old)).rowcount


def again(c: Connection, after: int, many: int) -> int | None:
    """Let the next `many` ticket ids be counted anew; the id to go on after, None at the end."""
    last = c.execute(LAST).scalar() or 0
    if after >= last:
        return None
    c.execute(AGAIN[c.dialect.name], {"after": after, "upto": after + many})
    return after + many


def countings(c: Connection, ids: Sequence[int], way: Way) -> Iterator[tuple[int, Counting | None]]:
    """These tickets with what belongs to them, by their ids; those that do not exist are left out.

    None for one whose rows cannot be read: it must not keep the others waiting.
    """
    wanted = {"these": list(ids)}
    clocks = _by_ticket(c.execute(CLOCKS, wanted).mappings())
    scores = _by_ticket(c.execute(SCORES, wanted).mappings())
    entries = _by_ticket(c.execute(ENTRIES, wanted).mappings())
    surveys = _by_ticket(c.execute(SURVEYS, wanted).mappings())
    calls = _by_ticket(c.execute(CALLS, wanted).mappings())
    spoken = _by_ticket(c.execute(SPOKEN, wanted).mappings())
    cases = _by_ticket(c.execute(CASES, wanted).mappings())
    for row in c.execute(TICKETS, wanted).mappings():
        one = row["id"]
        where = {name: row[name] for name in ticket_rows.CODES}
        bare = {**row, "personal": {"filing": {"where": where}, "questions": []}}
        try:
            read = ticket_rows.unrow(bare, clocks[one], scores[one])
        except Unreadable:
            yield one, None
            continue
        counting = Counting(
            ticket=read,
            channel=row["channel"],
            entries=[_entry(line) for line in entries[one]],
            surveys=[line["at"] for line in surveys[one]],
            calls=_called(calls[one], spoken[one]),
            zone=way.zone,
            limits=way.limits,
            cases=[_had(line) for line in cases[one]],
        )
        yield one, counting


def _called(tasks: Sequence[RowMapping], spoken: Sequence[RowMapping]) -> list[Called]:
    """Each task with the last call that was made for it; one may be settled without a call."""
    last = {row["due_at"]: (row["reached"], row["came"]) for row in spoken}
    return [
        Called(one["due_at"], one["done_at"], *last.get(one["due_at"], (None, ""))) for one in tasks
    ]


def _had(row: RowMapping) -> Had:
    return Had(row["kind"], row["received"], row["ended"], row["outcome"])


def _entry(row: RowMapping) -> Entry:
    actor = Actor(Role(row["role"]), row["staff"] or 0, row["name"], row["department"])
    before, after = State(row["before"]), State(row["after"])
    return Entry(at=row["at"], move=row["move"], actor=actor, before=before, after=after)


Row: TypeAlias = tuple[int, str, str, date, str, str, int]
COLUMNS = ("ticket", "measure", "key", "day", "category", "department", "value")


def _rows(one: Counted) -> set[Row]:
    adds = one.adds or {}
    return {
        (one.ticket, *what, one.category, one.department, value) for what, value in adds.items()
    }


def _as_rows(kept: Iterable[RowMapping]) -> set[Row]:
    return {_as_row(row) for row in kept}


def _as_row(kept: RowMapping) -> Row:
    row: Any = tuple(kept[name] for name in COLUMNS)
    made: Row = row
    return made


def _cell(row: Row) -> Cell:
    _, measure, key, day, category, department, _ = row
    return measure, day, category, department, key


def _addend(row: Row) -> dict[str, Any]:
    return dict(zip(COLUMNS, row, strict=True))


def _named(row: Row) -> dict[str, Any]:
    return {"of": row[0], "the_measure": row[1], "the_key": row[2], "the_day": row[3]}


def _write(c: Connection, out: list[dict[str, Any]], new: list[dict[str, Any]]) -> None:
    if out:
        c.execute(DROP, out)
    if new:
        c.execute(ADD, new)


def _move(c: Connection, moved: Mapping[Cell, int]) -> None:
    """Add to the sums, in one order whoever does it; one that is 0 goes."""
    cells: list[dict[str, Any]] = [
        {**dict(zip(CELL, cell, strict=True)), "value": by}
        for cell, by in sorted(moved.items())
        if by
    ]
    if cells:
        c.execute(MOVE[c.dialect.name], cells)
    less = [{f"the_{name}": one[name] for name in CELL} for one in cells if one["value"] < 0]
    if less:
        c.execute(EMPTIED, less)


def _by_ticket(rows: Iterable[RowMapping]) -> defaultdict[int, list[RowMapping]]:
    grouped: defaultdict[int, list[RowMapping]] = defaultdict(list)
    for row in rows:
        grouped[row["ticket"]].append(row)
    return grouped
