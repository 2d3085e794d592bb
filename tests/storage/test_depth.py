"""What waits is read along indexes: what was sent, handled or ended long ago costs nothing."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, Select
from sqlalchemy.dialects import sqlite

from dialogs.tickets.ticket import Role, Task
from storage import depth, inbox, outbox, outcomes, tasks
from storage.histogram import Histogram
from storage.inbox import EventKey
from storage.outbox import NewRow
from storage.store import Store
from tests.storage.values import MINUTE, NOW, chat, filed, of

GROWING = ("outbox", "chat_queue", "inbox", "ticket", "session", "task", "message", "timeline")
READ = {name: one for name, one in vars(depth).items() if isinstance(one, Select)}
READ |= {f"DUE {kind}": one for kind, one in depth.EARLIEST.items()}


def row(priority: int = outbox.ANSWER) -> NewRow:
    return NewRow(method="sendMessage", body={"text": "x"}, priority=priority)


async def test_an_empty_house_waits_for_nothing(store: Store) -> None:
    found = await store.read(of(depth.depth, NOW))
    assert set(found.outbox) == {"answer", "notice", "broadcast"}
    assert all(line == depth.Queue() for line in found.outbox.values())
    assert (found.failed, found.unknown, found.parked, found.inbox.length) == (0, 0, 0, 0)


async def test_the_lines_of_the_outbox_are_told_apart(store: Store) -> None:
    def put(c: Connection) -> None:
        one, two = chat(c, "1"), chat(c, "2")
        outbox.post(c, one, [row(), row(outbox.BROADCAST)], NOW)
        outbox.post(c, two, [row()], NOW - MINUTE)
        (taken,) = outbox.claim(c, "telegram", NOW, "me", 1)
        outcomes.unknown(c, taken, 1, "lost", NOW)
        (taken,) = outbox.claim(c, "telegram", NOW, "me", 1)
        outcomes.refused(c, taken, "400", None, NOW)

    await store.write(put)
    found = await store.read(of(depth.depth, NOW))
    assert {name: line.length for name, line in found.outbox.items()} == {
        "answer": 1,
        "notice": 0,
        "broadcast": 1,
    }
    assert (found.unknown, found.failed) == (1, 1)


async def test_a_chat_that_is_sent_to_counts_for_who_sends(store: Store) -> None:
    await store.write(lambda c: outbox.post(c, chat(c, "1"), [row()], NOW))
    await store.write(lambda c: outbox.claim(c, "telegram", NOW, "left", 1))
    assert (await store.read(of(depth.depth, NOW))).sending == {"left": 1}
    assert (await store.read(of(depth.depth, NOW + MINUTE))).sending == {}


async def test_who_cannot_be_reached_is_no_line_and_no_age(store: Store) -> None:
    def put(c: Connection) -> None:
        outbox.post(c, chat(c, "1"), [row()], NOW - timedelta(days=40))
        (taken,) = outbox.claim(c, "telegram", NOW, "me", 1)
        outcomes.gone(c, taken, "403", NOW)

    await store.write(put)
    found = await store.read(of(depth.depth, NOW))
    assert (found.outbox["answer"], found.unreachable) == (depth.Queue(), 1)


async def test_events_tickets_tasks_and_clocks_are_counted(store: Store) -> None:
    def put(c: Connection) -> None:
        here = chat(c, "1")
        inbox.accept(c, EventKey("telegram", "42", "1"), here, "raw", NOW - MINUTE)
        inbox.accept(c, EventKey("telegram", "42", "2"), here, "raw", NOW)
        inbox.accept(c, EventKey("telegram", "42", "3"), here, "", NOW)
        inbox.park(c, EventKey("telegram", "42", "2"), "why")
        ticket = filed(c, here)
        tasks.add(c, Task(kind="call_back", role=Role.AGENT, due=NOW), ticket.id, here, NOW)

    await store.write(put)
    found = await store.read(of(depth.depth, NOW))
    assert found.inbox == depth.Queue(1, NOW - MINUTE)
    assert found.parked == 1
    assert (found.tickets, found.tasks) == ({"registered": 1}, {"call_back": 1})
    assert found.due["ticket"] == NOW + timedelta(hours=47)


@pytest.mark.parametrize("name", READ)
def test_no_table_that_grows_is_read_from_end_to_end(name: str, file: Path) -> None:
    said = (
        READ[name]
        .params(now=NOW)
        .compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    )
    with closing(sqlite3.connect(file)) as hand:
        lines = [line[3] for line in hand.execute(f"EXPLAIN QUERY PLAN {said}")]
    assert lines
    scans = [f"SCAN {table}" for table in GROWING]
    assert [line for line in lines if line in scans] == []


@pytest.mark.parametrize(
    ("value", "place"), [(0.5, 0), (1, 0), (1.1, 1), (5, 1), (5.1, 2), (1000, 2)]
)
def test_a_histogram_counts_a_value_at_its_bound_below_it(value: float, place: int) -> None:
    counted = Histogram(1, 5)
    counted.add(value)
    assert counted.counts.index(1) == place
    assert (sum(counted.counts), counted.total) == (1, value)
