"""`redress demo`."""

import asyncio
from pathlib import Path

from bot.channels.nowhere import Nowhere
from bot.cli.calling import command, plainly, read, say, say_json, spoken
from bot.clock import now
from bot.config import Settings
from bot.demo import playing, telling
from bot.demo.matters import LANGUAGES
from bot.demo.playing import Played
from bot.house import catalogue_of, house_of, texts_of, workdays
from bot.opening import beside, prepare
from bot.stage import Stage
from dialogs.catalogue import Catalogue
from dialogs.flows import ROOMS
from storage import demo, engines
from storage.errors import StoreLocked

BESIDE = 0.02  # seconds
SLICE = 20  # people removed in one transaction


def run(config: str, count: int, *, clear: bool, as_json: bool) -> None:
    """Play so many tickets, or remove all of them; also beside a server."""
    settings = read(config).settings
    with plainly():
        if not engines.database(settings.storage.url).there():
            prepare(settings)
        if clear:
            asyncio.run(_cleared(settings))
        else:
            known = catalogue_of(settings.operator)
            spoken(known, LANGUAGES, "the demo")
            _told(asyncio.run(_played(settings, count)), known, as_json=as_json)


async def _played(settings: Settings, count: int) -> Played:
    moment, operator = now(), settings.operator
    async with beside(settings) as store:
        days = await store.write(lambda c: workdays(c, moment, operator))
        nowhere = Nowhere()
        house = house_of(settings, days)
        texts = texts_of(house.catalogue, house.zone)
        stage = Stage(house, ROOMS, texts, {nowhere.name: nowhere})
        folder = Path(settings.storage.attachments)
        return await playing.play(stage, store, count, moment, _pause(settings), folder)


def _pause(settings: Settings) -> float:
    """Seconds left to a server that writes to the same file, or none where nobody does."""
    try:
        handle = engines.database(settings.storage.url).claim()
    except StoreLocked:
        return BESIDE
    if handle is not None:
        handle.close()
    return 0.0


def _told(played: Played, known: Catalogue, *, as_json: bool) -> None:
    if as_json:
        say_json(telling.as_json(played, known))
        return
    for line in telling.table(played, known):
        say(line)
    rate = played.tickets / max(played.seconds, 0.001)
    say()
    say(f"{played.tickets:,} tickets in {played.seconds:.0f} s, {rate:.1f} a second")
    say(f"`{command()} demo --clear` removes them")


async def _cleared(settings: Settings) -> None:
    removed = 0
    async with beside(settings) as store:
        while gone := await store.write(lambda c: demo.clear(c, SLICE)):
            removed += gone
        await store.write(demo.dismiss)
    say(f"{removed} people of the demo and their tickets were removed")
