"""Two replicas look at the same clocks at the same moment: each thing happens once."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import Connection, text

from bot import first_staff
from bot.dispatch import Dispatcher
from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.texts import Texts
from storage import notices, staff
from storage.notices import Held
from storage.store import Store
from tests.bot.postman import Postman
from tests.storage.values import NOW, chat, filed

MANY = 40
DAY = NOW + timedelta(hours=48, minutes=5)  # past the deadline of each ticket, in daylight
SENT = text("SELECT chat, notice, count(*) AS times FROM outbox GROUP BY chat, notice")
TASKS = text("SELECT ticket, role, count(*) AS times FROM task GROUP BY ticket, role")


def laid(c: Connection) -> list[int]:
    """Tickets whose first deadline is over, each with a notice that has rested long enough."""
    made = []
    for number in range(MANY):
        here = chat(c, str(number), Postman.name)
        ticket = filed(c, here)
        held = Held(ticket=ticket.id, chat=here, code="M20", args={}, due_at=NOW)
        notices.hold(c, held, NOW)
        made.append(ticket.id)
    return made


async def test_replicas_that_start_at_once_hire_one_director(
    one: Store, other: Store, texts: Texts
) -> None:
    hire = partial(first_staff.link, texts=texts, language="en", now=NOW)
    links = await asyncio.gather(*(store.write(hire) for store in (one, other) * 3))
    assert len(set(links)) == 6
    assert len(await one.read(staff.everybody)) == len(first_staff.FIRST)


async def test_every_clock_fires_once_and_every_held_notice_goes_once(
    one: Store,
    other: Store,
    house: House,
    texts: Texts,
    caplog: pytest.LogCaptureFixture,
) -> None:
    made = await one.write(laid)
    postman = Postman()
    stage = Stage(house, ROOMS, texts, {postman.name: postman})
    both = [Dispatcher(stage, store, lambda: DAY, {}) for store in (one, other)]
    for _ in range(3):
        await asyncio.gather(*(each.tick() for each in (*both, *both)))

    sent = await one.read(lambda c: list(c.execute(SENT)))
    assert {row.notice for row in sent} == {"M20", "M27"}
    assert {row.times for row in sent} == {1}
    assert len(sent) == 2 * MANY
    tasks = await one.read(lambda c: list(c.execute(TASKS)))
    assert {row.times for row in tasks} == {1}
    assert {row.ticket for row in tasks} == set(made)
    assert await one.read(lambda c: notices.due(c, DAY, 10)) == ()
    assert "clock failed" not in caplog.text
