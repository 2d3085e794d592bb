"""A page that is closed sees nothing: staff are told to call, until the person is back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.channels.base import Sent
from bot.channels.web import Web
from bot.dispatch import Dispatcher
from bot.endings import settle
from bot.stage import Stage, Work
from bot.web.live import Hub
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.model import Address, Command, Event, Json, Move, Tap, Text
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage import Connection, chats, outbox, seal, sessions, staff, tasks
from storage.migrate import migrate
from storage.store import Store
from tests.chat.acting import acted

PAGE = Address("web", "", "7")
START = datetime(2026, 11, 18, 2, tzinfo=UTC)


async def test_an_unseen_proposal_is_a_task_until_the_person_is_back(
    house: House, texts: Texts, tmp_path: Path
) -> None:
    """The proposal went to an empty page: one task to call; the next word of the person ends it."""
    keys = seal.read_keys(seal.new_keys())
    url = f"sqlite+aiosqlite:///{tmp_path / 'redress.db'}"
    migrate(url, keys)
    store = await Store.open(url, keys)
    stage = Stage(house, ROOMS, texts, {"web": Web(Hub(), tmp_path)})
    dispatcher = Dispatcher(stage, store, lambda: START + timedelta(hours=1), {})
    try:
        await _file(dispatcher, store)
        handler = await store.write(lambda c: staff.add(c, "王敏", Role.HANDLER, "BIL"))
        items: list[Json] = [{"code": "refund", "minor": 3000, "due": "2026-11-25"}]
        offer: dict[str, Json] = {
            "finding": "属实",
            "items": items,
            "reviewed": True,
            "liability": "operator",
        }
        assert await acted(dispatcher, handler, Move(1, "claim")) == ""
        assert await acted(dispatcher, handler, Move(1, "propose", offer)) == ""
        await store.write(lambda c: _send(stage, c))
        assert await store.read(lambda c: tasks.waiting(c, "unreachable")) == 1
        await _say(dispatcher, "5", Text("我回来了"))
        assert await store.read(lambda c: tasks.waiting(c, "unreachable")) == 0
    finally:
        await store.close()


async def _file(dispatcher: Dispatcher, store: Store) -> None:
    await _say(dispatcher, "1", Text("上个月话费多扣了30元，请退给我"))
    await _say(dispatcher, "2", Tap(await _first(store)))
    await _say(dispatcher, "3", Text("13812345678"))
    await _say(dispatcher, "4", Tap(await _first(store)))


async def _first(store: Store) -> str:
    """The first button of the last message."""
    return await store.read(lambda c: sessions.load(c, 1).session.offers[0].data)


async def _say(dispatcher: Dispatcher, number: str, what: Text | Tap | Command) -> None:
    await dispatcher.take([(Event(number, PAGE, START, what), "{}")])


def _send(stage: Stage, c: Connection) -> None:
    """Send what is owed to a page that nobody looks at."""
    now = START + timedelta(hours=2)
    while rows := outbox.claim(c, "web", now, "test", 8):
        for row in rows:
            settle(Work(stage, c, now), row, Sent("1", seen=False))
    assert chats.person(c, 1).reachable
