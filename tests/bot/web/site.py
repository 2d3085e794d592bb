"""The chat page as it is served: the real dispatcher, store, delivery and uvicorn on loopback."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from bot.channels.web import Web
from bot.delivery import Delivery
from bot.dispatch import Dispatcher
from bot.pacing import Rates
from bot.stage import Stage
from bot.web import chat
from bot.web.door import Door
from bot.web.live import Hub
from bot.web.page import static
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.model import Attached
from dialogs.texts import Texts
from storage.store import Store

SECRET = b"a secret of this test and of nothing else"


@dataclass
class Clock:
    """The time as the test wants it."""

    at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __call__(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at


@dataclass(frozen=True)
class Site:
    """A page that is being served at `url`."""

    url: str
    door: Door
    folder: Path


async def documents(file: Attached) -> tuple[str, bytes]:
    """The document of a message, as the real maker would name it."""
    return file.name, b"%PDF-1.4 made for a test"


@asynccontextmanager
async def serving(
    house: House, texts: Texts, store: Store, folder: Path, clock: Clock, *, port: int = 0
) -> AsyncIterator[Site]:
    """Serve the chat page until the block ends; on a free port unless one is given."""
    hub = Hub()
    web = Web(hub, folder)
    stage = Stage(house, ROOMS, texts, {"web": web})
    delivery = Delivery(stage, store, clock, {"web": Rates()})
    dispatcher = Dispatcher(stage, store, clock, {"web": web.answer}, delivery)
    with socket.create_server(("127.0.0.1", port)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        door = Door(dispatcher, store, stage, hub, folder, SECRET, url, clock, documents)
        app = Starlette(routes=[*chat.routes(door), static()])
        config = uvicorn.Config(app, lifespan="off", log_level="warning", access_log=False)
        server = uvicorn.Server(config)
        tasks = [
            asyncio.create_task(delivery.run()),
            asyncio.create_task(server.serve(sockets=[listening])),
        ]
        try:
            yield Site(url, door, folder)
        finally:
            hub.close()
            server.should_exit = True
            delivery.stop()
            with suppress(asyncio.CancelledError):
                await asyncio.gather(*tasks)
            await dispatcher.drain()
