"""`redress demo`."""

import asyncio

from bot import demo_tales
from bot.channels.nowhere import Nowhere
from bot.cli.calling import command, plainly, read, say
from bot.clock import now
from bot.config import Settings
from bot.house import house_of, texts_of, workdays
from bot.opening import beside, prepare
from bot.stage import Stage
from dialogs.flows import ROOMS
from storage import demo, engines

SLICE = 20  # people removed in one transaction


def run(config: str, count: int, *, clear: bool) -> None:
    """Play so many tickets, or remove all of them; also beside a server."""
    settings = read(config).settings
    with plainly():
        if not engines.database(settings.storage.url).there():
            prepare(settings)
        asyncio.run(_cleared(settings) if clear else _played(settings, count))


async def _played(settings: Settings, count: int) -> None:
    moment, zone = now(), settings.operator.timezone
    async with beside(settings) as store:
        days = await store.write(lambda c: workdays(c, moment, zone))
        nowhere = Nowhere()
        stage = Stage(house_of(settings, days), ROOMS, texts_of(zone), {nowhere.name: nowhere})
        made = await demo_tales.play(stage, store, count, moment)
    say(f"{made} tickets were played; `{command()} demo --clear` removes them")


async def _cleared(settings: Settings) -> None:
    removed = 0
    async with beside(settings) as store:
        while gone := await store.write(lambda c: demo.clear(c, SLICE)):
            removed += gone
        await store.write(demo.dismiss)
    say(f"{removed} people of the demo and their tickets were removed")
