"""What must hold is looked for, and what follows from other rows made anew, in either database."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, update
from sqlalchemy.dialects import sqlite

from dialogs.tickets.ticket import Role, Task
from storage import deriving, inbox, mending, outbox, outcomes, soundness, tasks
from storage.inbox import EventKey
from storage.outbox import NewRow
from storage.schema import chat_queue, ticket
from storage.schema import outbox as rows
from storage.store import Store
from tests.storage.values import MINUTE, NOW, chat, filed, of

HOUR = timedelta(hours=1)
KEY = EventKey("telegram", "42", "1")


def row() -> NewRow:
    return NewRow(method="sendMessage", body={"text": "x"})


def claim(c: Connection) -> outbox.Claimed:
    (taken,) = outbox.claim(c, "telegram", NOW, "me", 1)
    return taken


def busy(c: Connection) -> None:
    """A ticket, messages in every state, events handled, parked and just received."""
    here, there = chat(c, "1"), chat(c, "2")
    filed(c, here)
    outbox.post(c, here, [row(), row(), row()], NOW)
    outcomes.sent(c, claim(c), "1", NOW)
    outcomes.refused(c, claim(c), "400", None, NOW)
    tasks.add(c, Task(kind="delivery", role=Role.AGENT, due=NOW), None, here, NOW)
    outcomes.unknown(c, claim(c), 5, "lost", NOW)
    outbox.post(c, there, [row()], NOW)
    claim(c)
    for number in range(3):
        inbox.accept(c, EventKey("telegram", "42", f"{number}"), here, "raw", NOW)
    inbox.handled(c, KEY)


async def faults(store: Store) -> dict[str, tuple[object, ...]]:
    return dict(await store.read(of(soundness.faults, NOW + MINUTE / 2)))


async def test_a_busy_house_is_sound(store: Store) -> None:
    await store.write(busy)
    assert await faults(store) == {}


async def test_what_waits_too_long_is_found(store: Store) -> None:
    def put(c: Connection) -> None:
        inbox.accept(c, KEY, None, "raw", NOW - HOUR)
        outbox.post(c, chat(c, "1"), [row()], NOW - HOUR)

    await store.write(put)
    found = await faults(store)
    assert found == {"event late": ("telegram/42/1",), "stuck": (1,)}


@pytest.mark.parametrize("due", [None, NOW - HOUR, NOW + 9000 * HOUR])
async def test_clocks_are_armed_anew(due: object, store: Store) -> None:
    number = await store.write(lambda c: filed(c, chat(c)).id)
    await store.write(lambda c: c.execute(update(ticket).values(next_due=due)) and None)
    found = await faults(store)
    assert list(found.values()) == [(number,)]
    assert await store.write(of(deriving.mend, found, NOW)) == 1
    assert await faults(store) == {}


async def test_lines_are_made_and_taken_away_anew(store: Store) -> None:
    def put(c: Connection) -> None:
        outbox.post(c, chat(c, "1"), [row()], NOW)
        outbox.post(c, chat(c, "2"), [row()], NOW)
        c.execute(delete(chat_queue).where(chat_queue.c.chat == 1))
        c.execute(delete(rows).where(rows.c.chat == 2))

    await store.write(put)
    found = await faults(store)
    assert found == {"line missing": (1,), "line empty": (2,)}
    assert await store.write(of(deriving.mend, found, NOW)) == 2
    assert await faults(store) == {}
    assert (await store.write(claim)).chat == 1


async def test_a_silence_that_nobody_was_told_of_becomes_a_task(store: Store) -> None:
    def put(c: Connection) -> None:
        here = chat(c)
        filed(c, here)
        outbox.post(c, here, [row()], NOW)
        outcomes.gone(c, claim(c), "403", NOW)

    await store.write(put)
    found = await faults(store)
    assert found == {"silence unsaid": (1,)}
    assert await store.write(of(deriving.mend, found, NOW)) == 1
    assert await faults(store) == {}


async def test_a_loss_that_nobody_was_told_of_becomes_a_task(store: Store) -> None:
    def put(c: Connection) -> None:
        outbox.post(c, chat(c), [row()], NOW)
        outcomes.refused(c, claim(c), "400", None, NOW)

    await store.write(put)
    found = await faults(store)
    assert found == {"loss unsaid": (1,)}
    assert await store.write(of(deriving.mend, found, NOW)) == 1
    assert await faults(store) == {}


async def test_a_clock_set_back_by_a_day_leaves_no_gap_but_a_lost_row_does(store: Store) -> None:
    def put(c: Connection) -> None:
        here = chat(c)
        for at in (NOW, NOW - 25 * HOUR, NOW - 24 * HOUR, NOW):
            outbox.post(c, here, [row()], at)

    await store.write(put)
    assert "gap" not in await faults(store)
    await store.write(lambda c: c.execute(delete(rows).where(rows.c.seq == 3)) and None)
    assert (await faults(store))["gap"] == (1,)


async def test_a_line_that_forgot_what_it_owes_is_woken(store: Store) -> None:
    def put(c: Connection) -> None:
        outbox.post(c, chat(c), [row()], NOW)
        c.execute(update(chat_queue).values(due=None))

    await store.write(put)
    found = await faults(store)
    assert found == {"line missing": (1,)}
    assert await store.write(of(deriving.mend, found, NOW)) == 1
    assert await faults(store) == {}


async def test_what_was_put_aside_by_hand_and_back_is_sound(store: Store) -> None:
    await store.write(busy)
    other = EventKey("telegram", "42", "2")
    await store.write(of(inbox.park, other, "why"))
    (event,) = await store.read(of(mending.parked, 9, raw=True))
    assert (event.key, event.raw) == (other, "raw")
    assert await store.write(of(mending.drop_event, other)) == mending.Event(
        key=other, received_at=NOW, attempts=0, error="why"
    )
    assert await store.write(of(mending.retry_event, other)) is None
    (failed,) = await store.read(of(mending.given_up, 9))
    assert await store.write(of(mending.retry_message, failed, NOW))
    assert not await store.write(of(mending.drop_message, failed))
    assert set(await faults(store)) <= {"overtaken"}


async def test_the_clocks_are_told(store: Store) -> None:
    there, newest = await store.read(soundness.moments)
    assert (there.tzinfo is not None, newest) == (True, None)


HUGE = ("outbox", "inbox", "ticket", "timeline", "message", "chat")


@pytest.mark.parametrize("name", soundness.LOOKS)
def test_no_look_reads_a_table_from_end_to_end(name: str, file: Path) -> None:
    """But for the newest rows, which it takes from the end of the table and no further."""
    bounds = dict.fromkeys(("late", "soon", "settled", "stuck", "kept"), NOW)
    said = (
        soundness.LIMITED[name]
        .params(**bounds)
        .compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    )
    with closing(sqlite3.connect(file)) as hand:
        lines = [line[3] for line in hand.execute(f"EXPLAIN QUERY PLAN {said}")]
    walked = [line for line in lines if line in [f"SCAN {table}" for table in HUGE]]
    assert lines
    assert walked == (["SCAN outbox"] if name in {"gap", "row state"} else [])
    assert [line for line in lines if "USING INDEX ix_outbox_edits (edits=?)" in line] == []
