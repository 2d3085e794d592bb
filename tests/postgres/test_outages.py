"""Two replicas come back from the same outage: one of them asks each open question."""

import asyncio

from bot.asking_again import GRACE
from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.texts import Texts
from storage import outages
from storage.store import Store
from tests.bot.postman import Postman
from tests.bot.test_outages import MINUTE, MORNING, Office

MANY = [str(number) for number in range(20)]


async def test_replicas_ask_each_open_question_once(
    one: Store, other: Store, house: House, texts: Texts
) -> None:
    stage = Stage(house, ROOMS, texts, {"telegram": Postman()})
    both = [Office(stage, store, MORNING) for store in (one, other)]
    await both[0].open_questions(MANY)
    await both[0].beat()
    for office in both:
        office.now += 10 * MINUTE
    await asyncio.gather(*(office.beat() for office in both))
    for office in both:
        office.now += GRACE
    for _ in range(8):
        await asyncio.gather(*(office.dispatcher.tick() for office in (*both, *both)))
    assert await both[0].asked(MANY) == [1] * len(MANY)
    assert await one.read(outages.pending) == []
