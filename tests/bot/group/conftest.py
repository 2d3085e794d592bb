"""A group of a strict server of our own, and a Redress that serves it."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram_transport import open_session
from bot.stage import Stage
from storage.store import Store
from tests.bot.group.room import Room
from tests.peers.bot_api import FakeBotApi
from tests.peers.people import Group


@pytest.fixture
async def forum(api: FakeBotApi) -> Group:
    """A forum in which the bot may manage topics."""
    return await api.group("Redress desk", api.person("Lin"), forum=True, manages=True)


@pytest.fixture
async def room(api: FakeBotApi, forum: Group, stage: Stage, store: Store) -> AsyncIterator[Room]:
    async with open_session(api.base_url) as session:
        made = Room(api, forum, session, stage)
        await made.start(store)
        yield made
        await made.stop()
