"""A conversation whose sealed row was spoilt goes on: the person is told and starts again."""

from datetime import UTC, datetime

import pytest

from bot.dispatch import Dispatcher
from bot.stage import Stage
from dialogs.model import Address, Event, Session, Text
from storage import Connection, chats, inbox, messages, sessions
from storage.seal import as_json, new_keys, read_keys
from storage.store import Store

NOW = datetime(2026, 11, 18, 2, tzinfo=UTC)
HERE = Address("telegram", "42", "7")
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
