"""A press whose answer failed is answered again, and stands in nobody's way."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random

import pytest

from bot.channels.telegram import Telegram
from bot.channels.telegram_transport import Wire, open_session
from bot.presses import PAUSES, TRYING, Presses
from dialogs.model import Attached, Json
from tests.peers.bot_api import FakeBotApi
from tests.peers.world import Press

METHOD = "answerCallbackQuery"


async def paper(_file: Attached) -> tuple[str, bytes]:
    return "", b""


@asynccontextmanager
async def channel(api: FakeBotApi) -> AsyncIterator[Telegram]:
    async with open_session(api.base_url) as session:
        yield Telegram(Wire(session, api.token, api.base_url), paper, Random(1))


async def pressed(api: FakeBotApi, telegram: Telegram) -> Press:
    ann = api.person("Ann")
    await ann.says("/start")
    body: dict[str, Json] = {
        "chat_id": ann.id,
        "text": "one",
        "reply_markup": {"inline_keyboard": [[{"text": "Submit", "callback_data": "v1:d:1:1:x"}]]},
    }
    await telegram._wire.post("sendMessage", body)
    return await ann.taps("Submit")


class Rests:
    """Time that passes at once; `asked` is for how long each was."""

    def __init__(self) -> None:
        self.asked: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)


@pytest.mark.parametrize("kind", ["429", "500", "502", "reset_before", "reset_after", "bad_json"])
async def test_a_press_is_answered_after_failures(api: FakeBotApi, kind: str) -> None:
    rests = Rests()
    async with channel(api) as telegram:
        press = await pressed(api, telegram)
        api.fault(METHOD, kind, times=2, seconds=3)
        presses = Presses(rests)
        presses.end(telegram.answer, press.query, "Done")
        await presses.drain()
        assert (await press.answered()).text == "Done"
    assert len(api.sent(METHOD)) == 1
    assert rests.asked == ([3.0, 3.0] if kind == "429" else list(PAUSES[: len(rests.asked)]))


async def test_a_press_that_is_too_old_is_done_with(api: FakeBotApi) -> None:
    rests = Rests()
    async with channel(api) as telegram:
        press = await pressed(api, telegram)
        api.passes(3600)
        presses = Presses(rests)
        presses.end(telegram.answer, press.query, "")
        await presses.drain()
    assert [turned.method for turned in api.refused] == [METHOD]
    assert not rests.asked


async def test_it_is_not_tried_for_ever(api: FakeBotApi, caplog: pytest.LogCaptureFixture) -> None:
    rests = Rests()
    async with channel(api) as telegram:
        press = await pressed(api, telegram)
        api.fault(METHOD, "500", times=100)
        presses = Presses(rests)
        presses.end(telegram.answer, press.query, "")
        await presses.drain()
    assert rests.asked == list(PAUSES)
    assert sum(rests.asked) < TRYING
    assert "press not answered" in caplog.text


async def test_a_wait_that_is_longer_than_anyone_looks_is_not_waited(api: FakeBotApi) -> None:
    rests = Rests()
    async with channel(api) as telegram:
        press = await pressed(api, telegram)
        api.fault(METHOD, "429", seconds=60)
        presses = Presses(rests)
        presses.end(telegram.answer, press.query, "")
        await presses.drain()
    assert not rests.asked


async def test_many_that_wait_do_not_hold_up_another(api: FakeBotApi) -> None:
    waiting = asyncio.Event()

    async def refused(_query: str, _toast: str) -> float | None:
        return 1.0

    async def rest(_seconds: float) -> None:
        await waiting.wait()

    async with channel(api) as telegram:
        presses = Presses(rest)
        for number in range(500):
            presses.end(refused, str(number), "")
        press = await pressed(api, telegram)
        presses.end(telegram.answer, press.query, "Done")
        assert (await press.answered()).text == "Done"
        waiting.set()
        await presses.drain()


async def test_an_orderly_stop_lets_those_go_that_still_wait() -> None:
    begun, never = asyncio.Event(), asyncio.Event()
    ended: list[str] = []

    async def hangs(query: str, _toast: str) -> float | None:
        begun.set()
        try:
            await never.wait()
        finally:
            ended.append(query)
        return None

    presses = Presses()
    presses.end(hangs, "7", "")
    await begun.wait()
    await presses.drain()
    assert ended == ["7"]
