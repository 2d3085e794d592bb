"""How updates reach the bot: offsets, redelivery, 409, webhooks; and faults on demand."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.peers.bot_api import FakeBotApi
from tests.peers.conftest import Client

GONE = (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError)
SECRET = "X-Telegram-Bot-Api-Secret-Token"


def ids(updates: list[dict[str, Any]]) -> list[int]:
    return [update["update_id"] for update in updates]


async def three(api: FakeBotApi) -> list[int]:
    for text in ("a", "b", "c"):
        await api.person("Ann").says(text)
    return [update.id for update in api.inbox.waiting]


async def test_updates_come_again_until_an_offset_confirms_them(
    api: FakeBotApi, bot: Client
) -> None:
    first, second, third = await three(api)
    assert ids(await bot.result("getUpdates")) == [first, second, third]
    assert ids(await bot.result("getUpdates", limit=2)) == [first, second]
    assert ids(await bot.result("getUpdates", offset=second)) == [second, third]
    assert ids(await bot.result("getUpdates")) == [second, third]
    assert await bot.result("getUpdates", offset=third + 1) == []
    assert await bot.result("getUpdates") == []


async def test_offsets_from_the_end_and_from_elsewhere(api: FakeBotApi, bot: Client) -> None:
    first, second, third = await three(api)
    assert ids(await bot.result("getUpdates", offset=third + 5_000)) == [first, second, third]
    assert ids(await bot.result("getUpdates", offset=5)) == [first, second, third]
    assert ids(await bot.result("getUpdates", offset=-1)) == [third]
    assert ids(await bot.result("getUpdates")) == [third]


async def test_limits_are_drawn_into_1_to_100(api: FakeBotApi, bot: Client) -> None:
    for number in range(101):
        await api.person("Ann").says(str(number))
    assert len(await bot.result("getUpdates", limit=0)) == 1
    assert len(await bot.result("getUpdates", limit=1000)) == 100


async def test_a_long_poll_waits_and_wakes(api: FakeBotApi, bot: Client) -> None:
    waiting = asyncio.create_task(bot.result("getUpdates", timeout=50))
    await api.inbox.polled()
    await api.person("Ann").says("Hi")
    (update,) = await waiting
    assert update["message"]["text"] == "Hi"


async def test_a_second_poll_ends_the_first_with_409(api: FakeBotApi, bot: Client) -> None:
    older = asyncio.create_task(bot.error("getUpdates", timeout=50))
    await api.inbox.polled()
    newer = asyncio.create_task(bot.result("getUpdates", timeout=50))
    assert (await older).startswith("409 Conflict: terminated by other getUpdates request")
    await api.person("Ann").says("Hi")
    assert len(await newer) == 1


async def test_only_the_updates_asked_for_are_kept(api: FakeBotApi, bot: Client) -> None:
    await bot.result("getUpdates", allowed_updates=["message"])
    ann = api.person("Ann")
    await ann.says("Hi")
    await ann.blocks()
    await bot.result("getUpdates", allowed_updates=[])
    await ann.unblocks()
    kinds = [sorted(update)[0] for update in await bot.result("getUpdates")]
    assert kinds == ["message", "my_chat_member"]


async def test_presses_die_after_150_seconds_and_messages_after_a_day(
    api: FakeBotApi, bot: Client
) -> None:
    ann = api.person("Ann")
    await ann.says("Hi")
    board = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await bot.result("sendMessage", chat_id=ann.id, text="a", reply_markup=board)
    await ann.taps("Go")
    api.passes(151)
    assert [sorted(update)[0] for update in await bot.result("getUpdates")] == ["message"]
    api.passes(86_400)
    assert await bot.result("getUpdates") == []


async def test_an_edit_of_a_person_arrives_with_its_date(api: FakeBotApi, bot: Client) -> None:
    ann = api.person("Ann")
    await ann.edits("94 yuan", await ann.says("49 yuan"))
    edit = (await bot.result("getUpdates"))[1]["edited_message"]
    assert (edit["text"], ann.chat[0].text, "edit_date" in edit) == ("94 yuan", "94 yuan", True)


@dataclass
class Receiver:
    """A bot's webhook that answers as told: `answers` first, then 200."""

    answers: list[int] = field(default_factory=list)
    got: asyncio.Queue[tuple[str, int]] = field(default_factory=asyncio.Queue)
    secrets: set[str] = field(default_factory=set)
    held: dict[str, asyncio.Event] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)
    url: str = ""

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        text = update.get("message", {}).get("text", "tap")
        self.secrets.add(request.headers.get(SECRET, ""))
        status = self.answers.pop(0) if self.answers else 200
        self.got.put_nowait((text, status))
        if text in self.held:
            await self.held[text].wait()
        return web.json_response(self.body, status=status)

    async def next(self, count: int) -> list[tuple[str, int]]:
        async with asyncio.timeout(5):
            return [await self.got.get() for _ in range(count)]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_a_webhook_gets_each_update_until_it_takes_it(
    api: FakeBotApi, bot: Client, receiver: Receiver
) -> None:
    ann = api.person("Ann")
    await ann.says("before")
    receiver.answers = [500, 403]
    await bot.result("setWebhook", url=receiver.url, secret_token="s3cret_-")
    await ann.says("after")
    taken = await receiver.next(4)
    assert taken == [("before", 500), ("before", 403), ("before", 200), ("after", 200)]
    assert receiver.secrets == {"s3cret_-"}
    known = await bot.result("getWebhookInfo")
    assert known["url"] == receiver.url
    assert known["last_error_message"] == "Wrong response from the webhook: 403 Forbidden"


async def test_while_a_webhook_is_set_polling_is_a_conflict(
    api: FakeBotApi, bot: Client, receiver: Receiver
) -> None:
    waiting = asyncio.create_task(bot.error("getUpdates", timeout=50))
    await api.inbox.polled()
    await bot.result("setWebhook", url=receiver.url)
    assert (await waiting).startswith("409 Conflict: terminated by setWebhook request")
    refused = await bot.error("getUpdates")
    assert refused.startswith("409 Conflict: can't use getUpdates method while webhook is active")
    await bot.result("deleteWebhook")
    assert await bot.result("getUpdates") == []


async def test_chats_are_delivered_side_by_side_and_each_in_order(
    api: FakeBotApi, bot: Client, receiver: Receiver
) -> None:
    await bot.result("setWebhook", url=receiver.url)
    slow, quick = api.person("Ann"), api.person("Bo")
    receiver.held["a1"] = asyncio.Event()
    for text in ("a1", "a2"):
        await slow.says(text)
    assert await receiver.next(1) == [("a1", 200)]
    await quick.says("b1")
    board = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await bot.result("sendMessage", chat_id=slow.id, text="a", reply_markup=board)
    await slow.taps("Go")
    assert sorted(await receiver.next(2)) == [("b1", 200), ("tap", 200)]
    receiver.held["a1"].set()
    assert await receiver.next(1) == [("a2", 200)]


async def test_an_answer_that_is_lost_brings_the_update_again(
    api: FakeBotApi, bot: Client, receiver: Receiver
) -> None:
    api.fault("webhook", "reset_after")
    await bot.result("setWebhook", url=receiver.url)
    await api.person("Ann").says("Hi")
    assert await receiver.next(2) == [("Hi", 200), ("Hi", 200)]


async def test_the_answer_to_a_delivery_may_be_a_call(
    api: FakeBotApi, bot: Client, receiver: Receiver
) -> None:
    ann = api.person("Ann")
    receiver.body = {"method": "sendMessage", "chat_id": ann.id, "text": "Heard"}
    await bot.result("setWebhook", url=receiver.url)
    await ann.says("Hi")
    await ann.hears("Heard")


async def test_a_secret_or_an_address_that_cannot_be_is_refused(bot: Client) -> None:
    wrong = {"url": "https://x.y", "secret_token": "a b"}
    refused = await bot.error("setWebhook", **wrong)
    assert refused == "400 Bad Request: secret token contains unallowed characters"
    refused = await bot.error("setWebhook", **wrong | {"secret_token": "a" * 257})
    assert refused == "400 Bad Request: secret token is too long"
    refused = await bot.error("setWebhook", url="ftp://x")
    assert refused == "400 Bad Request: invalid webhook URL specified"


@pytest.mark.parametrize(
    ("kind", "refused"),
    [
        ("429", "429 Too Many Requests: retry after 7"),
        ("500", "500 Internal Server Error"),
        ("403", "403 Forbidden: bot was blocked by the user"),
    ],
)
async def test_a_planned_fault_is_met_once_and_only_in_its_chat(
    api: FakeBotApi, bot: Client, kind: str, refused: str
) -> None:
    ann, bo = api.person("Ann"), api.person("Bo")
    for one in (ann, bo):
        await one.says("Hi")
    api.fault("sendMessage", kind, chat=ann.id, seconds=7)
    await bot.result("sendMessage", chat_id=bo.id, text="a")
    assert await bot.error("sendMessage", chat_id=ann.id, text="a") == refused
    await bot.result("sendMessage", chat_id=ann.id, text="a")
    assert len(ann.chat) == 2


@pytest.mark.parametrize(("kind", "arrives"), [("reset_before", 0), ("reset_after", 1)])
async def test_a_connection_may_break_before_or_after_the_call_is_done(
    api: FakeBotApi, bot: Client, kind: str, arrives: int
) -> None:
    ann = api.person("Ann")
    await ann.says("Hi")
    api.fault("sendMessage", kind)
    with pytest.raises(GONE):
        await bot.ask("sendMessage", chat_id=ann.id, text="a")
    assert len(api.sent("sendMessage")) == arrives == len(ann.chat) - 1


async def test_an_answer_may_be_no_json_at_all(api: FakeBotApi, bot: Client) -> None:
    api.fault("getMe", "502")
    api.fault("getMe", "bad_json")
    async with bot.session.get(bot.url("getMe")) as response:
        assert (response.status, response.content_type) == (502, "text/html")
    with pytest.raises(ValueError, match="char"):
        await bot.ask("getMe")


async def test_a_call_may_be_slow_or_never_answered(api: FakeBotApi, bot: Client) -> None:
    api.fault("getMe", "slow", seconds=0.01)
    assert await bot.result("getMe")
    api.fault("getMe", "hang")
    short = aiohttp.ClientTimeout(total=0.05)
    with pytest.raises(TimeoutError):
        await bot.session.get(bot.url("getMe"), timeout=short)


async def test_the_same_seed_throws_the_same_faults(bot: Client, api: FakeBotApi) -> None:
    async def throws() -> list[bool]:
        api.dice(0.5, "500", "429", seed=7)
        return [(await bot.ask("getMe"))["ok"] for _ in range(20)]

    first = await throws()
    assert await throws() == first
    assert set(first) == {True, False}
    api.dice(0)
    assert (await bot.ask("getMe"))["ok"]


async def test_after_an_outage_everything_is_as_it_was(api: FakeBotApi, bot: Client) -> None:
    ann = api.person("Ann")
    await api.stop()
    await ann.says("while it was down")
    with pytest.raises(aiohttp.ClientConnectorError):
        await bot.ask("getMe")
    await api.start()
    (update,) = await bot.result("getUpdates", timeout=5)
    assert update["message"]["text"] == "while it was down"
