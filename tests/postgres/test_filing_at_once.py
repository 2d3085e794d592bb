"""The same complaint filed by two chats at the same instant, on two replicas: one is linked."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.dispatch import Dispatcher
from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.model import Address, Event, Text
from dialogs.texts import Texts
from dialogs.tickets.ticket import Ticket
from storage import Connection, repeats, tickets
from storage.store import Store
from tests.bot.postman import Postman

NOON = datetime(2026, 11, 16, 4, tzinfo=UTC)
STORY = "我住海淀区中关村东路某小区6号楼，昨天起家里没有信号，号码{}，请把信号修好。"


def dispatcher(store: Store, house: House, texts: Texts) -> Dispatcher:
    postman = Postman()
    stage = Stage(house, ROOMS, texts, {postman.name: postman})
    return Dispatcher(stage, store, lambda: NOON, {})


async def says(place: Dispatcher, chat: str, number: int, line: str) -> None:
    """Words of a chat, stepped."""
    where = Address(next(iter(place.stage.channels)), "", chat)
    at = NOON + timedelta(seconds=number)
    await place.take([(Event(f"{chat}-{number}", where, at, Text(line)), "{}")])


async def both_file(places: tuple[Dispatcher, Dispatcher], turn: int) -> tuple[Ticket, ...]:
    """Two chats come to the card about one number, and submit at once; the two tickets."""
    chats = (f"a{turn}", f"b{turn}")
    phone = f"138{turn:08d}"
    for place, chat in zip(places, chats, strict=True):
        await says(place, chat, 1, STORY.format(phone))
        await says(place, chat, 2, "我要投诉")
    submits = (says(one, chat, 3, "提交") for one, chat in zip(places, chats, strict=True))
    await asyncio.gather(*submits)

    def look(c: Connection) -> tuple[Ticket, ...]:
        found = [one for one, _ in repeats.alike(c, f"+86{phone}")]
        return tickets.load_many(c, sorted(found))

    return await places[0].store.read(look)


async def test_of_two_who_file_at_once_the_second_is_linked_to_the_first(
    one: Store, other: Store, house: House, texts: Texts
) -> None:
    places = dispatcher(one, house, texts), dispatcher(other, house, texts)
    for turn in range(12):
        first, second = await both_file(places, turn)
        assert (first.repeat_of, first.times) == (0, 1)
        assert (second.repeat_of, second.times_alike, second.repeat_shown) == (first.id, 1, False)
