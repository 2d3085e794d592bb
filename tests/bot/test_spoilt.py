"""A conversation whose sealed row was spoilt goes on: the person is told and starts again."""

from datetime import UTC, datetime

import pytest

from bot.dispatch import Dispatcher
from bot.stage import Stage
from dialogs.model import Address, Event, Session, Tap, Text
from storage import Connection, chats, inbox, messages, sessions
from storage.seal import as_json, new_keys, read_keys
from storage.store import Store

NOW = datetime(2026, 11, 18, 2, tzinfo=UTC)
HERE = Address("telegram", "42", "7")
TOLD = (Text("I was charged 30 yuan too much last month"), Text("13426000029"))
STRANGE = read_keys(new_keys()).seal(as_json({}))


def heard(c: Connection, chat: int) -> str:
    return "".join(one.words for one in messages.latest(c, chat) if one.direction == "out")


@pytest.mark.parametrize(
    "body", ["no ciphertext", STRANGE, "密文"], ids=["cut", "strange", "foreign"]
)
async def test_a_spoilt_session_is_begun_anew_and_nothing_is_parked(
    stage: Stage, store: Store, body: str
) -> None:
    chat = await store.write(lambda c: chats.locate(c, HERE, NOW, "en", "Ann"))
    await store.write(lambda c: sessions.keep(c, chat, Session(prompt=9), 0))
    await store.write(lambda c: c.exec_driver_sql("UPDATE session SET body = ?", (body,)))
    event = Event("1", HERE, NOW, Text("hello"), message="1", language="en", name="Ann")
    await Dispatcher(stage, store, lambda: NOW, {}).take([(event, "{}")])
    assert (await store.read(inbox.counts))["parked"] == 0
    assert "lost on our side" in await store.read(lambda c: heard(c, chat))
    assert (await store.read(lambda c: sessions.load(c, chat))).readable


async def test_an_old_button_is_old_after_a_fresh_start_too(stage: Stage, store: Store) -> None:
    dispatcher = Dispatcher(stage, store, lambda: NOW, {})

    async def says(number: int, what: Text | Tap) -> Session:
        event = Event(str(number), HERE, NOW, what, message=str(number), language="en", name="Ann")
        await dispatcher.take([(event, "{}")])
        chat = await store.read(lambda c: chats.find(c, HERE))
        assert chat is not None
        return (await store.read(lambda c: sessions.load(c, chat))).session

    asked = [await says(n, words) for n, words in enumerate(TOLD)]
    (old, *_) = asked[-1].offers
    for round_ in (1, 2):  # spoilt once, and once more
        await store.write(lambda c: c.exec_driver_sql("UPDATE session SET body = 'no ciphertext'"))
        again = [await says(round_ * 100 + n, words) for n, words in enumerate(TOLD)]
        (new, *_) = again[-1].offers
        assert new.data != old.data
        assert new.data.split(":")[3:] == old.data.split(":")[3:]  # the same place and question
        pressed = await says(round_ * 100 + 50, Tap(old.data, query="q"))
        assert pressed.stack == again[-1].stack
        assert pressed.prompt == again[-1].prompt + 1  # asked once more
        old = new
