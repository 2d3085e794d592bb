"""A fake server per test, and a bare client that a bot's every word goes through."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.peers.bot_api import FakeBotApi
from tests.peers.people import Person


class Client:
    """A bot without a library: posts calls as JSON and returns the answer as it came."""

    def __init__(self, base_url: str, token: str, session: aiohttp.ClientSession) -> None:
        self._base, self.token, self.session = base_url, token, session

    def url(self, method: str) -> str:
        return f"{self._base}/bot{self.token}/{method}"

    async def ask(self, method: str, **body: Any) -> dict[str, Any]:
        """The answer's JSON, an error's too."""
        async with self.session.post(self.url(method), json=body) as response:
            answer: dict[str, Any] = await response.json()
            assert response.status == answer.get("error_code", 200)
            return answer

    async def result(self, method: str, **body: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.ask(method, **body)
        assert answer["ok"], answer
        return answer["result"]

    async def error(self, method: str, **body: Any) -> str:
        """Code and description of a call that must be turned down."""
        answer = await self.ask(method, **body)
        assert not answer["ok"], answer
        return f"{answer['error_code']} {answer['description']}"


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi() as server:
        yield server


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
        yield session


@pytest.fixture
def bot(api: FakeBotApi, session: aiohttp.ClientSession) -> Client:
    return Client(api.base_url, api.token, session)


@pytest.fixture
async def ann(api: FakeBotApi) -> Person:
    """A person who has written to the bot."""
    ann = api.person("Ann")
    await ann.says("/start")
    return ann
