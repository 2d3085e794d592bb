"""The demo's month on PostgreSQL: played by the same steps, and removed again."""

from datetime import UTC, datetime
from functools import partial

from sqlalchemy import Table

from bot.channels.nowhere import Nowhere
from bot.demo.playing import play
from bot.demo.stories import MANY
from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.texts import Texts
from storage import Connection, demo
from storage.schema import (
    broadcast,
    incident,
    incident_entry,
    planned,
    reminder_month,
    service_ending,
    task,
)
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


async def test_an_incident_is_played_and_removed(one: Store, house: House, texts: Texts) -> None:
    """Found by the thresholds, told to all, with an offer to all, and over."""
    nowhere = Nowhere()
    stage = Stage(house, ROOMS, texts, {nowhere.name: nowhere})
    outage = MANY[:1]
    played = await play(stage, one, outage[0].tickets, NOW, stories=outage)
    assert dict(played.tally.why) == {}
    counts = played.tally.counts
    done = ("found", "told", "confirm", "rewrite", "fix", "settle", "close")
    assert [name for name in done if counts[f"incident: {name}"] != 1] == []
    assert counts["incident with a ticket split off"] == 1
    while await one.write(lambda c: demo.clear(c, 50)):
        continue
    await one.write(demo.dismiss)
    left = (incident, incident_entry, broadcast, planned, reminder_month, service_ending, task)
    assert [table.name for table in left if await one.read(partial(_any, table=table))] == []


def _any(c: Connection, table: Table) -> bool:
    return c.execute(table.select()).first() is not None
