"""`redress simulate`: a subscriber in the terminal, on the real dispatcher, store and clocks."""

import asyncio
import sys
from collections.abc import Mapping

from bot.channels.asleep import Asleep
from bot.channels.base import Channel
from bot.channels.console import Console
from bot.channels.nowhere import Nowhere
from bot.channels.telegram import Telegram
from bot.channels.telegram_rendering import requests
from bot.channels.web import Web
from bot.cli.calling import plainly, read, say
from bot.clock import now
from bot.config import Settings
from bot.delivery import Delivery
from bot.dispatch import Dispatcher
from bot.opening import Opened, opened
from bot.pacing import Rates
from bot.stage import Stage
from bot.ticker import Ticker
from bot.web.live import Hub
from dialogs.flows import ROOMS
from dialogs.model import Address, Command, Event, Text, What
from storage import Connection, chats, outbox
from storage.store import Store

HERE = Address(Console.name, Console.name, "terminal")
PATIENCE = 2.0  # seconds that an answer may take before the next line is read
HINT = "You are the subscriber. Type; Ctrl-D ends it, and what was begun is kept."


def run(config: str, language: str) -> None:
    """Talk until the input ends. Refused while a server has the data."""
    settings = read(config).settings
    with plainly():
        asyncio.run(_talk(settings, language or settings.operator.default_language))


async def _talk(settings: Settings, language: str) -> None:
    async with opened(settings) as house:
        console = Console(say)
        stage = Stage(
            house=house.house,
            rooms=ROOMS,
            texts=house.texts,
            channels={console.name: console, **_others(house)},
            default=settings.operator.default_language,
            files_per_ticket=settings.limits.files_per_ticket,
        )
        delivery = Delivery(stage, house.store, now, {console.name: Rates()})
        dispatcher = Dispatcher(stage, house.store, now, {}, delivery)
        ticker = Ticker(dispatcher.tick)
        async with asyncio.TaskGroup() as group:
            group.create_task(delivery.run())
            group.create_task(ticker.run())
            say(HINT)
            await Terminal(dispatcher, house.store, language).listen()
            ticker.stop()
            delivery.stop()


def _others(house: Opened) -> Mapping[str, Channel]:
    """The other channels, so that clocks can go on for their people; nothing is sent to them."""
    web = Web(Hub(), house.folder)
    return {
        web.name: Asleep(web.name, web.capabilities, web.requests),
        Telegram.name: Asleep(Telegram.name, Telegram.capabilities, requests),
        Nowhere.name: Nowhere(),
    }


class Terminal:
    """Takes line after line; each answer is there before the next line is read."""

    def __init__(self, dispatcher: Dispatcher, store: Store, language: str) -> None:
        self._dispatcher, self._store, self._language = dispatcher, store, language
        self._rung = asyncio.Event()
        store.on_commit(self._rung.set)

    async def listen(self) -> None:
        """Greet, then take lines until there are no more."""
        await self._take(Command("start"))
        while line := await asyncio.to_thread(sys.stdin.readline):
            if line.strip():
                await self._take(said(line.strip()))

    async def _take(self, what: What) -> None:
        moment = now()
        name = f"typed-{moment.timestamp():.6f}"
        event = Event(name, HERE, moment, what, language=self._language)
        await self._dispatcher.take([(event, "")])
        try:
            async with asyncio.timeout(PATIENCE):
                while await self._store.read(_owed):
                    await self._rung.wait()
                    self._rung.clear()
        except TimeoutError:
            return


def said(line: str) -> What:
    """What a typed line is: a command if it begins with a slash, else words."""
    name, _, argument = line.removeprefix("/").partition(" ")
    return Command(name, argument) if line.startswith("/") else Text(line)


def _owed(c: Connection) -> int:
    chat = chats.find(c, HERE)
    return outbox.owed_to(c, chat) if chat else 0
