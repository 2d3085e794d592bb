"""The same scenario on our own server and on one that nobody here wrote: both must tell it alike.

The bot is an echo of thirty lines on plain aiohttp, by polling and by webhook.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.peers.bot_api import FakeBotApi
from tests.peers.conftest import Client
from tests.peers.emulator import EmulatedBotApi

ASKED = ["message", "edited_message", "callback_query", "my_chat_member"]
SECRET = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture(params=[FakeBotApi, EmulatedBotApi])
async def api(request: pytest.FixtureRequest) -> AsyncIterator[FakeBotApi]:
    async with request.param() as server:
        yield server


async def echo(bot: Client, update: dict[str, Any]) -> None:
    """Say a text again, with a button that says it in capitals; a block is answered by nothing."""
    if press := update.get("callback_query"):
        shown = press["message"]
        await bot.result("answerCallbackQuery", callback_query_id=press["id"], text="Louder")
        target = {"chat_id": shown["chat"]["id"], "message_id": shown["message_id"]}
        await bot.result("editMessageText", **target, text=press["data"].upper())
        return
    message = update.get("message") or update.get("edited_message") or {}
    text = message.get("text") or message.get("caption")
    if text:
        button = {"text": "Louder", "callback_data": text, "style": "primary"}
        board = {"inline_keyboard": [[button]]}
        chat = message["chat"]["id"]
        await bot.result("sendMessage", chat_id=chat, text=text, reply_markup=board)


async def poll(bot: Client) -> None:
    """Take updates for ever, each confirmed after it was answered."""
    offset = 0
    while True:
        asked = {"offset": offset, "timeout": 5, "allowed_updates": ASKED}
        for update in await bot.result("getUpdates", **asked):
            await echo(bot, update)
            offset = update["update_id"] + 1


async def stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def conversation(api: FakeBotApi) -> None:
    """What is said and seen; nothing in it knows the server or the way of the updates."""
    ann, bo = api.person("Ann"), api.person("Bo")
    first = await ann.says("salt")
    await ann.hears("salt")
    press = await ann.taps("Louder")
    assert (await press.answered()).text == "Louder"
    louder = await ann.hears("SALT")
    assert (louder.edited, louder.keys) == (True, ())
    await bo.says("pepper")
    await bo.hears("pepper")
    await ann.edits("sugar", first)
    await ann.hears("sugar")
    await ann.sends_photo(b"\xff\xd8", "a photo")
    await ann.hears("a photo")
    said = ["sugar", "SALT", "sugar", "a photo", "a photo"]
    assert [message.text for message in ann.chat] == said
    assert [call.text for call in api.sent("sendMessage", bo.id)] == ["pepper"]
    assert api.refused == []


async def test_a_conversation_by_polling(api: FakeBotApi, bot: Client) -> None:
    polling = asyncio.create_task(poll(bot))
    await conversation(api)
    await stop(polling)


async def test_a_conversation_by_webhook(api: FakeBotApi, bot: Client) -> None:
    secrets: list[str | None] = []
    statuses = [500, 503]

    async def take(request: web.Request) -> web.Response:
        secrets.append(request.headers.get(SECRET))
        if statuses:
            return web.Response(status=statuses.pop())
        await echo(bot, await request.json())
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await bot.result("setWebhook", url=url, secret_token="only-we", allowed_updates=ASKED)
    await conversation(api)
    await bot.result("deleteWebhook")
    await runner.cleanup()
    assert set(secrets) == {"only-we"}
    assert len(secrets) == 7


async def test_updates_come_again_until_confirmed(api: FakeBotApi, bot: Client) -> None:
    for text in ("a", "b"):
        await api.person("Ann").says(text)
    asked = {"allowed_updates": ["message"]}
    one, two = await bot.result("getUpdates", **asked, timeout=1)
    assert await bot.result("getUpdates", **asked) == [one, two]
    assert await bot.result("getUpdates", **asked, offset=two["update_id"]) == [two]
    assert await bot.result("getUpdates", **asked, offset=two["update_id"] + 1) == []


@pytest.mark.parametrize(
    "body",
    [
        {"text": ""},
        {"text": "a" * 4097},
        {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
        {
            "text": "a",
            "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "长" * 22}]]},
        },
        {"text": "a", "chat_id": 12},
    ],
)
async def test_both_refuse_what_cannot_be_shown(
    api: FakeBotApi, bot: Client, body: dict[str, Any]
) -> None:
    ann = api.person("Ann")
    await ann.says("Hi")
    refused = await bot.error("sendMessage", **{"chat_id": ann.id} | body)
    assert refused.startswith("400 Bad Request: ")
    assert (len(ann.chat), len(api.refused)) == (1, 1)


async def test_both_meet_faults_and_blocks(api: FakeBotApi, bot: Client) -> None:
    ann = api.person("Ann")
    await ann.says("Hi")
    api.fault("sendMessage", "429", chat=ann.id, seconds=3)
    answer = await bot.ask("sendMessage", chat_id=ann.id, text="a")
    assert answer["parameters"] == {"retry_after": 3}
    api.fault("sendMessage", "reset_after")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await bot.ask("sendMessage", chat_id=ann.id, text="a")
    assert ann.last.text == "a"
    await ann.blocks()
    refused = await bot.error("sendMessage", chat_id=ann.id, text="b")
    assert refused == "403 Forbidden: bot was blocked by the user"


async def test_both_know_a_username_and_hand_out_what_people_sent(
    api: FakeBotApi, bot: Client
) -> None:
    assert (await bot.result("getMe"))["username"] == "redress_bot"
    sent = await api.person("Ann").sends_document("bill.pdf", b"%PDF bill")
    held = await bot.result("getFile", file_id=sent.raw["document"]["file_id"])
    url = f"{api.base_url}/file/bot{api.token}/{held['file_path']}"
    async with bot.session.get(url) as response:
        assert await response.read() == b"%PDF bill"
