"""A bot of its own for the staff group: what subscribers write never meets what staff do."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram_transport import open_session
from bot.group.place import CHANNEL
from bot.stage import Stage
from dialogs.model import Address
from storage import accounts, chats
from storage.store import Store
from tests.bot.group.room import Room
from tests.peers.bot_api import FakeBotApi
from tests.peers.people import Group


@pytest.fixture
async def room(api: FakeBotApi, forum: Group, stage: Stage, store: Store) -> AsyncIterator[Room]:
    async with open_session(api.base_url) as session:
        made = Room(api, forum, session, stage)
        await made.start(store, alone=True)
        yield made
        await made.stop()


async def test_it_tells_who_writes_to_it_in_private_what_it_is_for(room: Room) -> None:
    ann, lin = room.api.person("Ann"), room.api.person("Lin")
    await ann.says("宽带断了三天")
    await room.hears()
    assert "没有绑定" in ann.last.text
    chen = await room.employs("陈工")
    await room.linked(chen, lin)
    await lin.says("hello")
    await room.hears()
    assert "陈工" in lin.last.text
    assert await room.store.read(
        lambda c: chats.find(c, Address("telegram", room.bot, str(ann.id)))
    ) is None  # fmt: skip


async def test_it_draws_the_group_and_links_accounts(room: Room) -> None:
    made = await room.files("p1")
    await room.draws()
    assert (await room.ticket(made)).number in room.group.chat[-1].text
    chen, lin = await room.employs("陈工"), room.api.person("Lin")
    await room.linked(chen, lin)
    found = await room.store.read(lambda c: accounts.staff_of(c, str(lin.id)))
    assert found is not None
    assert found.id == chen.staff


async def test_in_a_group_that_is_not_ours_it_says_nothing(room: Room) -> None:
    lin = room.api.person("Lin")
    other = await room.api.group("Elsewhere", lin)
    await lin.says("/new", to=other)
    await room.hears()
    assert not [one for one in other.chat if one.by_bot]


async def test_the_subscribers_bot_says_nothing_in_the_staff_group(room: Room) -> None:
    lin = room.api.person("Lin")
    await lin.says("/new", to=room.group)
    update = room.api.inbox.waiting[-1].raw
    others = room.taken_by("7000000099")
    await others([update])
    await room.settles()
    assert not [one for one in room.group.chat if one.by_bot]
    assert (
        await room.store.read(
            lambda c: chats.find(c, Address(CHANNEL, "7000000099", str(room.group.id)))
        )
        is None
    )
