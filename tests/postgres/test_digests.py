"""Two replicas at nine o'clock: everybody gets one digest; a changed calendar moves a date once."""

import asyncio
from datetime import timedelta

from sqlalchemy import text

from bot.digesting import Digesting
from bot.dispatch import Dispatcher
from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.texts import Texts
from storage import calendar
from storage.calendar import By
from storage.store import Store
from tests.bot.postman import Postman
from tests.bot.test_digesting import NINE, staffed
from tests.bot.test_recounting import CHANGED, expecting, moved
from tests.storage.values import of

ROWS = text("SELECT staff, count(*) AS times FROM digest GROUP BY staff")
TOLD = text("SELECT chat, count(*) AS times FROM outbox WHERE notice = 'M36' GROUP BY chat")
MANY = 30


def replica(house: House, texts: Texts) -> Stage:
    postman = Postman()
    return Stage(house, ROOMS, texts, {postman.name: postman})


async def test_two_replicas_make_one_digest_each(
    one: Store, other: Store, house: House, texts: Texts
) -> None:
    await one.write(staffed)
    both = [Digesting(replica(house, texts), store) for store in (one, other)]
    made = await asyncio.gather(*(each.round(NINE) for each in (*both, *both)))
    assert sum(made) == 2
    rows = await one.read(lambda c: list(c.execute(ROWS)))
    assert [row.times for row in rows] == [1, 1]


async def test_a_change_is_taken_by_both_and_each_date_moves_once(
    one: Store, other: Store, house: House, texts: Texts
) -> None:
    now = CHANGED
    both = [Dispatcher(replica(house, texts), store, lambda: now, {}) for store in (one, other)]
    made = [await one.write(of(expecting, f"{n}", house)) for n in range(MANY)]
    await one.write(of(calendar.put, moved(), By("陈工", "通知"), now))
    await asyncio.gather(*(each.tick() for each in both))
    assert [each.stage.house.workdays.version > 0 for each in both] == [True, True]
    now += timedelta(minutes=1)
    for _ in range(3):
        await asyncio.gather(*(each.tick() for each in both))
    told = await one.read(lambda c: list(c.execute(TOLD)))
    assert [row.times for row in told] == [1] * len(made)
