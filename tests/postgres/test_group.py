"""Two replicas that draw one group: each ticket has one card, and the pace is that of one."""

import asyncio

from bot.channels.telegram_transport import open_session
from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.texts import Texts
from storage.store import Store
from tests.bot.group.room import SECOND, Room
from tests.bot.postman import Postman
from tests.peers.bot_api import FakeBotApi

MANY = 12


def replica(house: House, texts: Texts) -> Stage:
    postman = Postman()
    return Stage(house, ROOMS, texts, {postman.name: postman})


async def test_two_that_draw_at_once_draw_each_card_once(
    one: Store, other: Store, house: House, texts: Texts
) -> None:
    async with FakeBotApi() as api, open_session(api.base_url) as session:
        group = await api.group("Desk", api.person("Lin"), forum=True, manages=True)
        rooms = [Room(api, group, session, replica(house, texts)) for _ in range(2)]
        for room, store in zip(rooms, (one, other), strict=True):
            await room.start(store)
        made = [await rooms[n % 2].files(f"p{n}") for n in range(MANY)]
        for _ in range(100):
            for room in rooms:
                room.now += SECOND
            await asyncio.gather(*(room.drawing.round() for room in rooms))
            await asyncio.gather(*(room.settles() for room in rooms))
        for ticket in made:
            number = (await rooms[0].ticket(ticket)).number
            assert sum(number in message.text for message in group.chat) == 1
        assert len(api.sent("createForumTopic")) == 1
        assert not api.refused
        assert sum(len(room.drawn()) for room in rooms) >= MANY
        for room in rooms:
            await room.stop()
