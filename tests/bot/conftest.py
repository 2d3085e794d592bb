"""What the service's tests stand on: a store on a file, and a stage with a postman on it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.texts import Texts
from storage.migrate import migrate
from storage.seal import Keys, new_keys, read_keys
from storage.store import Store
from tests.bot.postman import Postman
from tests.peers.bot_api import FakeBotApi

CONTENT = new_keys()
KEYS = read_keys(CONTENT)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a fresh database: copying it is quicker than making it."""
    file = tmp_path_factory.mktemp("fresh") / "redress.db"
    migrate(f"sqlite+aiosqlite:///{file}", KEYS)
    return file.read_bytes()


@pytest.fixture
def keys() -> Keys:
    return KEYS


@pytest.fixture
def url(tmp_path: Path, migrated: bytes) -> str:
    file = tmp_path / "redress.db"
    file.write_bytes(migrated)
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture
async def store(url: str, keys: Keys) -> AsyncIterator[Store]:
    opened = await Store.open(url, keys)
    yield opened
    await opened.close()


@pytest.fixture
async def postman() -> Postman:
    return Postman()


@pytest.fixture
def stage(house: House, texts: Texts, postman: Postman) -> Stage:
    return Stage(house, ROOMS, texts, {postman.name: postman})


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi() as server:
        yield server
