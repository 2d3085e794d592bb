"""The files that the demo's people send: the same picture of a speed test from all of them."""

from collections.abc import AsyncIterator
from datetime import datetime
from functools import partial
from importlib.resources import files as packaged
from pathlib import Path

from bot.fetching import Fetching
from bot.stage import Stage
from storage import chats, files
from storage.demo import CHANNEL
from storage.store import Store

AT_ONCE = 500


async def fetched(stage: Stage, store: Store, now: datetime, folder: Path) -> None:
    """Keep what was sent in the folder of people's files, as the service does."""
    fetching = Fetching(stage, store, lambda: now, {CHANNEL: _picture}, folder)
    for one in await store.read(partial(files.wanted, now=now, limit=AT_ONCE)):
        address = await store.read(partial(chats.address, chat_id=one.chat))
        if address.channel == CHANNEL:
            await fetching.fetch(one, CHANNEL)


async def _picture(ref: str, *, limit: int) -> AsyncIterator[bytes]:
    assert ref
    yield (packaged("bot.demo") / "speed.png").read_bytes()[:limit]
