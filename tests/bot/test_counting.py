"""The figures are kept by the ticker; counted otherwise, all tickets are counted anew by itself."""

from dataclasses import replace
from datetime import date

from bot.counting import Counting
from bot.dispatch import Dispatcher
from bot.stage import Stage
from dialogs.figures.sums import Span
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.texts import Texts
from storage import counting, figures
from storage.store import Store
from tests.bot.postman import Postman
from tests.storage.test_counting import drift
from tests.storage.values import NOW, chat, filed, of


def stage(house: House, texts: Texts) -> Stage:
    postman = Postman()
    return Stage(house, ROOMS, texts, {postman.name: postman})


async def by_day(store: Store) -> dict[date, int]:
    days = (date(2026, 11, n) for n in (1, 2, 3))
    spans = {day: Span(since=day, until=day) for day in days}
    found = {
        day: await store.read(of(figures.totals, span, ["filed"])) for day, span in spans.items()
    }
    return {day: sums.total("filed") for day, sums in found.items() if sums.total("filed")}


async def test_a_tick_counts_what_was_filed(store: Store, house: House, texts: Texts) -> None:
    await store.write(lambda c: filed(c, chat(c)) and None)
    dispatcher = Dispatcher(stage(house, texts), store, lambda: NOW, {})
    await dispatcher.tick()
    await dispatcher.tick()
    assert await by_day(store) == {date(2026, 11, 2): 1}
    assert await store.read(counting.left) == 0


async def test_another_zone_moves_the_days_of_all(store: Store, house: House, texts: Texts) -> None:
    await store.write(lambda c: filed(c, chat(c)) and None)  # at 09:00 UTC, 17:00 in Beijing
    here = Counting(stage(house, texts), store)
    while await here.round(NOW):
        pass
    assert await by_day(store) == {date(2026, 11, 2): 1}
    west = Counting(stage(replace(house, zone="Etc/GMT+12"), texts), store)  # 21:00, the day before
    while await west.round(NOW):
        pass
    assert await by_day(store) == {date(2026, 11, 1): 1}
    assert await store.read(drift) == {}
    assert await west.round(NOW) == 0
