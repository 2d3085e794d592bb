"""The webhook over real HTTP: who is let in, and when an update counts as taken."""

import asyncio
import io
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field

import aiohttp
import pytest
import uvicorn
from starlette.applications import Starlette

from bot.channels.telegram import Telegram
from bot.channels.telegram_setup import Me, Webhook
from bot.channels.telegram_transport import Wire, open_session
from bot.webhook import LARGEST, NotYet, derived_secret, hook, opaque_path, webhook
from dialogs.model import Attached, Json
from tests.bot.test_polling import Still
from tests.peers.bot_api import FakeBotApi
from tests.peers.world import Bell

TOKEN = "7000000001:" + "A" * 35
SECRET = derived_secret(TOKEN)
SECOND = "7000000002:AAbbccddeeffgghhiijjkkllmmnnoo"
GOOD = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


@dataclass
class Door:
    """The bot's side: its address, and what came through; `refuse` makes the next takes fail."""

    base: str
    updates: list[Mapping[str, Json]] = field(default_factory=list)
    staff: list[Mapping[str, Json]] = field(default_factory=list)  # of the second bot
    refuse: int = 0
    why: Exception = field(default_factory=lambda: OSError("disk is full"))
    bell: Bell = field(default_factory=Bell)

    @property
    def url(self) -> str:
        return f"{self.base}/telegram/{opaque_path(TOKEN)}"

    async def take(self, batch: Sequence[Mapping[str, Json]]) -> None:
        if self.refuse:
            self.refuse -= 1
            raise self.why
        self.updates.extend(batch)
        self.bell.ring()

    async def take_of_staff(self, batch: Sequence[Mapping[str, Json]]) -> None:
        self.staff.extend(batch)


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        door = Door(f"http://127.0.0.1:{listening.getsockname()[1]}")
        second = hook(SECOND, SECRET, door.take_of_staff)
        app = Starlette(routes=[webhook(hook(TOKEN, SECRET, door.take), second)])
        config = uvicorn.Config(app, log_config=None, lifespan="off", ws="none")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        yield door
        server.should_exit = True
        await serving


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as client:
        yield client


async def test_an_update_with_path_and_secret_is_taken(
    door: Door, client: aiohttp.ClientSession
) -> None:
    async with client.post(door.url, json={"update_id": 1}, headers=GOOD) as response:
        assert (response.status, await response.read()) == (200, b"")
    assert door.updates == [{"update_id": 1}]


async def test_each_of_two_bots_has_its_own_path(door: Door, client: aiohttp.ClientSession) -> None:
    url = f"{door.base}/telegram/{opaque_path(SECOND)}"
    async with client.post(url, json={"update_id": 2}, headers=GOOD) as response:
        assert response.status == 200
    assert (door.updates, door.staff) == ([], [{"update_id": 2}])


@pytest.mark.parametrize(
    "shown",
    [
        {},
        {"X-Telegram-Bot-Api-Secret-Token": ""},
        {"X-Telegram-Bot-Api-Secret-Token": SECRET[:-1]},
        {"X-Telegram-Bot-Api-Secret-Token": SECRET.upper()},
        {"X-Telegram-Bot-Api-Secret-Token": "пароль"},
    ],
)
async def test_a_wrong_secret_gets_403_and_not_a_word(
    door: Door, client: aiohttp.ClientSession, shown: dict[str, str]
) -> None:
    async with client.post(door.url, json={"update_id": 1}, headers=shown) as response:
        assert (response.status, await response.read()) == (403, b"")
    assert door.updates == []


async def test_a_wrong_path_gets_the_same_403(door: Door, client: aiohttp.ClientSession) -> None:
    for path in ("x", TOKEN, opaque_path("7:other"), "%E4%BD%A0"):
        url = f"{door.base}/telegram/{path}"
        async with client.post(url, json={"update_id": 1}, headers=GOOD) as response:
            assert (response.status, await response.read()) == (403, b"")
    assert door.updates == []


async def test_only_posted_json_objects_of_fair_size_are_read(
    door: Door, client: aiohttp.ClientSession
) -> None:
    typed = GOOD | {"Content-Type": "application/json"}
    fits = b'{"update_id": 1, "a": "%s"}' % (b"x" * (LARGEST - 26))
    for body, headers, status in (
        (b"{}", GOOD | {"Content-Type": "text/plain"}, 415),
        (b'{"update_id"', typed, 400),
        (b"[1]", typed, 400),
        (b"", typed, 400),
        (b"x" * (LARGEST + 1), typed, 413),
        (fits, typed, 200),
        (b'{"update_id": 2}', GOOD | {"Content-Type": "application/json; charset=utf-8"}, 200),
    ):
        async with client.post(door.url, data=io.BytesIO(body), headers=headers) as response:
            assert response.status == status
    async with client.get(door.url, headers=GOOD) as response:
        assert response.status == 405
    assert [update["update_id"] for update in door.updates] == [1, 2]


async def test_a_body_without_a_length_is_cut_too(
    door: Door, client: aiohttp.ClientSession
) -> None:
    async def drip() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * 100_000

    typed = GOOD | {"Content-Type": "application/json"}
    async with client.post(door.url, data=drip(), headers=typed) as response:
        assert response.status == 413


async def test_what_cannot_be_stored_is_503_and_comes_again(
    door: Door, client: aiohttp.ClientSession
) -> None:
    door.refuse = 1
    for status in (503, 200):
        async with client.post(door.url, json={"update_id": 1}, headers=GOOD) as response:
            assert response.status == status
    assert len(door.updates) == 1


async def test_who_is_not_set_up_yet_is_503_without_an_alarm(
    door: Door, client: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture
) -> None:
    """A replica listens before it has asked who its bot is."""
    door.refuse, door.why = 1, NotYet()
    async with client.post(door.url, json={"update_id": 1}, headers=GOOD) as answer:
        assert answer.status == 503
    assert caplog.records == []


async def paper(_file: Attached) -> tuple[str, bytes]:
    return "", b""


async def test_telegram_delivers_here_until_each_update_was_taken(door: Door) -> None:
    door.refuse = 2
    async with FakeBotApi(TOKEN) as api, open_session(api.base_url) as session:
        channel = Telegram(Wire(session, TOKEN, api.base_url), paper, Still())
        hook = Webhook(door.url, SECRET)
        assert isinstance(await channel.set_up(hook), Me)
        await api.person("Ann").says("one")
        await api.person("Ann").says("two")
        async with asyncio.timeout(5):
            while len(door.updates) < 2:
                await door.bell.wait()
    assert len(api.hook.failures) == 2
    texts = [update["message"]["text"] for update in door.updates]  # type: ignore[index,call-overload]
    assert texts == ["one", "two"]


def test_the_path_tells_nothing_of_the_token() -> None:
    path = opaque_path(TOKEN)
    assert len(path) == 32
    assert path.isalnum()
    assert path != opaque_path(TOKEN + "A")
    assert not path.startswith(SECRET[:8])


def test_a_webhook_without_a_secret_is_no_webhook() -> None:
    with pytest.raises(ValueError, match="secret"):
        hook(TOKEN, "", Door("").take)
