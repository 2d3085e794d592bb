"""Polling against the strict server: what was not taken is never confirmed."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from random import Random

import pytest
from aiohttp import web

from bot.channels.telegram_reading import ALLOWED
from bot.channels.telegram_transport import Wire, open_session
from bot.polling import SHORT, Polling
from dialogs.model import Json
from tests.bot.telegram.plain_server import serving
from tests.peers.bot_api import FakeBotApi
from tests.peers.world import Bell

Batch = Sequence[Mapping[str, Json]]


class Still(Random):
    """Chance that never waits: the factor of every back-off is nothing."""

    def uniform(self, a: float, b: float) -> float:
        return 0.0


@dataclass
class Taken:
    """What came through; `refuse` makes the next takes fail, `gate` holds them while closed."""

    updates: list[Mapping[str, Json]] = field(default_factory=list)
    refuse: int = 0
    tried: int = 0
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    bell: Bell = field(default_factory=Bell)

    async def take(self, batch: Batch) -> None:
        self.tried += 1
        self.bell.ring()
        await self.gate.wait()
        if self.refuse:
            self.refuse -= 1
            raise OSError("disk is full")
        self.updates.extend(batch)
        self.bell.ring()

    async def until(self, seen: Callable[[], bool]) -> None:
        async with asyncio.timeout(5):
            while not seen():
                await self.bell.wait()

    def texts(self) -> list[object]:
        messages = [update["message"] for update in self.updates]
        return [message["text"] for message in messages if isinstance(message, dict)]


@dataclass
class Play:
    """A server, a loop that polls it, and what it took."""

    api: FakeBotApi
    polling: Polling
    taken: Taken
    running: "asyncio.Task[None]"


@asynccontextmanager
async def polled(api: FakeBotApi, token: str = "", *, open_: bool = True) -> AsyncIterator[Play]:
    async with open_session(api.base_url) as session:
        taken = Taken()
        if open_:
            taken.gate.set()
        wire = Wire(session, token or api.token, api.base_url)
        polling = Polling(wire, taken.take, Still(), timeout=20)
        running = asyncio.create_task(polling.run())
        yield Play(api, polling, taken, running)
        polling.stop()
        taken.gate.set()
        async with asyncio.timeout(5):
            await asyncio.wait({running})
        if not running.cancelled():
            running.result()


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi() as api:
        yield api


class Ear(logging.Handler):
    """Waits for words in the log."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words, self.heard = words, asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        if self.words in record.getMessage():
            self.heard.set()


@asynccontextmanager
async def told(words: str) -> AsyncIterator[None]:
    """Leave only once the loop has told this trouble in the log."""
    ear, log = Ear(words), logging.getLogger("bot.polling")
    log.addHandler(ear)
    yield
    async with asyncio.timeout(5):
        await ear.heard.wait()
    log.removeHandler(ear)


async def test_updates_come_in_order_and_the_kinds_are_named(api: FakeBotApi) -> None:
    ann = api.person("Ann")
    async with polled(api) as play:
        for word in ("one", "two", "three"):
            await ann.says(word)
        await play.taken.until(lambda: len(play.taken.updates) == 3)
    assert play.taken.texts() == ["one", "two", "three"]
    assert all(poll["allowed_updates"] == list(ALLOWED) for poll in api.polls)


async def test_a_batch_is_confirmed_only_once_it_was_taken(api: FakeBotApi) -> None:
    await api.person("Ann").says("one")
    async with polled(api, open_=False) as play:
        await play.taken.until(lambda: play.taken.tried == 1)
        assert len(api.polls) == 1
        assert len(api.inbox.waiting) == 1
        play.taken.gate.set()
        await api.person("Ann").says("two")
        await play.taken.until(lambda: len(play.taken.updates) == 2)
    assert "offset" not in api.polls[0]
    assert api.polls[1]["offset"] == play.taken.updates[0]["update_id"] + 1  # type: ignore[operator]


async def test_what_could_not_be_stored_is_asked_for_again(api: FakeBotApi) -> None:
    await api.person("Ann").says("one")
    async with polled(api, open_=False) as play:
        play.taken.refuse = 3
        play.taken.gate.set()
        await play.taken.until(lambda: len(play.taken.updates) == 1)
    assert play.taken.tried == 4
    assert play.taken.texts() == ["one"]
    assert play.polling.trouble == ""


async def test_stopping_drops_the_poll_and_confirms_nothing() -> None:
    asked, release, taken = asyncio.Event(), asyncio.Event(), Taken()
    taken.gate.set()
    offsets: list[object] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        offsets.append((await request.json()).get("offset"))
        asked.set()
        await release.wait()
        return web.json_response({"ok": True, "result": [{"update_id": 7}]})

    async with serving(answer) as plain, open_session(plain.base_url) as session:
        wire = Wire(session, "7:x", plain.base_url)
        first = Polling(wire, taken.take, Still())
        running = asyncio.create_task(first.run())
        await asked.wait()
        first.stop()
        async with asyncio.timeout(1):
            await running
        assert taken.updates == []
        release.set()
        second = Polling(wire, taken.take, Still())
        running = asyncio.create_task(second.run())
        await taken.until(lambda: bool(taken.updates))
        second.stop()
        await running
    assert offsets[:2] == [None, None]


async def test_stopping_waits_for_the_batch_at_hand(api: FakeBotApi) -> None:
    await api.person("Ann").says("one")
    async with polled(api, open_=False) as play:
        await play.taken.until(lambda: play.taken.tried == 1)
        play.polling.stop()
        assert not play.running.done()
        play.taken.gate.set()
        await play.running
    assert play.taken.texts() == ["one"]


async def test_being_cut_off_in_the_middle_loses_nothing(api: FakeBotApi) -> None:
    await api.person("Ann").says("one")
    async with polled(api, open_=False) as play:
        await play.taken.until(lambda: play.taken.tried == 1)
        play.running.cancel()
        with suppress(asyncio.CancelledError):
            await play.running
    assert play.taken.updates == []
    async with polled(api) as again:
        await again.taken.until(lambda: again.taken.texts() == ["one"])


@pytest.mark.parametrize("kind", ["500", "502", "429", "reset_before", "reset_after", "bad_json"])
async def test_a_failing_server_is_asked_again(api: FakeBotApi, kind: str) -> None:
    await api.person("Ann").says("one")
    api.fault("getUpdates", kind, times=5, seconds=0)
    async with polled(api) as play:
        await play.taken.until(lambda: play.taken.texts() == ["one"])
    assert len(api.faults.struck) == 5


async def test_a_wrong_token_is_told(api: FakeBotApi) -> None:
    async with polled(api, "7000000001:wrong") as play:
        async with told("does not know this token"):
            pass
        assert play.polling.trouble == "Telegram does not know this token"


async def test_a_second_poller_is_told_and_updates_still_come_once_it_stops(
    api: FakeBotApi,
) -> None:
    async with polled(api) as play:
        async with polled(api), told("another program"):
            pass
        await api.person("Ann").says("one")
        await play.taken.until(lambda: play.taken.texts() == ["one"])


async def test_after_a_failure_one_call_is_short_to_tell_soon_that_all_is_well(
    api: FakeBotApi,
) -> None:
    api.fault("getUpdates", "500")
    async with polled(api) as play:
        await api.inbox.polled()
        await api.person("Ann").says("one")
        await play.taken.until(lambda: play.taken.texts() == ["one"])
        await api.inbox.polled()
        assert play.polling.trouble == ""
    assert [poll["timeout"] for poll in api.polls] == [SHORT, 20]


async def test_a_webhook_in_the_way_is_told(api: FakeBotApi) -> None:
    api.inbox.hooked = True
    async with polled(api), told("a webhook is set"):
        pass


async def test_a_server_that_cannot_be_reached_is_told() -> None:
    async with FakeBotApi() as api:
        pass
    async with polled(api), told("cannot be reached"):
        pass


async def answers(*batches: object) -> tuple[list[object], list[object]]:
    """Poll a server that gives these batches, then nothing; what was taken, and the offsets."""
    left, offsets = list(batches), list[object]()
    done, taken = asyncio.Event(), Taken()
    taken.gate.set()

    async def answer(request: web.Request) -> web.StreamResponse:
        offsets.append((await request.json()).get("offset"))
        if not left:
            done.set()
        return web.json_response({"ok": True, "result": left.pop(0) if left else []})

    async with serving(answer) as plain, open_session(plain.base_url) as session:
        polling = Polling(Wire(session, "7:x", plain.base_url), taken.take, Still())
        running = asyncio.create_task(polling.run())
        await done.wait()
        polling.stop()
        await running
    return [update.get("update_id") for update in taken.updates], offsets[: len(batches) + 1]


async def test_the_offset_follows_the_last_batch_not_the_largest_number() -> None:
    taken, offsets = await answers([{"update_id": 900}, {"update_id": 901}], [{"update_id": 5}])
    assert taken == [900, 901, 5]
    assert offsets == [None, 902, 6]


async def test_updates_without_numbers_and_other_odd_answers_stop_nothing() -> None:
    taken, offsets = await answers([{"odd": 1}], [7, None], "no list", [{"update_id": 3}])
    assert taken == [None, 3]
    assert offsets == [None, None, None, None, 4]


async def test_people_reach_us_while_calls_are_answered_and_taken(api: FakeBotApi) -> None:
    ann = api.person("Ann")
    await ann.says("one")
    async with polled(api, open_=False) as play:
        await play.taken.until(lambda: play.taken.tried == 1)
        assert not play.polling.reached
        play.taken.gate.set()
        await ann.says("two")
        await play.taken.until(lambda: len(play.taken.updates) == 2)
        assert play.polling.reached
    async with polled(api, token="7:unknown") as play:
        async with told("does not know"):
            pass
        assert not play.polling.reached
