"""The demo's month on PostgreSQL: played by the same steps, and removed again."""

from datetime import UTC, datetime

from bot.channels.nowhere import Nowhere
from bot.demo.playing import play
from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.texts import Texts
from storage import demo
from storage.store import Store

NOW = datetime(2026, 11, 18, 6, 30, tzinfo=UTC)


async def test_some_days_are_played_and_removed(one: Store, house: House, texts: Texts) -> None:
    nowhere = Nowhere()
    stage = Stage(house, ROOMS, texts, {nowhere.name: nowhere})
    played = await play(stage, one, 6, NOW)
    assert (played.tickets, dict(played.tally.why)) == (6, {})
    assert await one.read(demo.count) == 6
    assert await one.write(lambda c: demo.clear(c, 50)) > 0
    await one.write(demo.dismiss)
    assert await one.read(demo.count) == 0
