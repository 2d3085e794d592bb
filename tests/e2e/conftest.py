"""A Redress in a process of its own beside a Bot API server in ours."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from tests.e2e import catalogue
from tests.e2e.desk import Desk, sign_in
from tests.e2e.running import SECRET, Running
from tests.peers.bot_api import FakeBotApi


@dataclass(frozen=True)
class Here:
    """A Redress that serves, its Bot API server, and somebody at the desk."""

    redress: Running
    api: FakeBotApi
    desk: Desk


@asynccontextmanager
async def serving(folder: Path, catalog: Path, mode: str) -> AsyncIterator[Here]:
    """Serve until the block ends, which must be in order."""
    redress = Running(folder)
    async with FakeBotApi() as api:
        redress.configure(api, catalog, mode=mode, webhook_secret=SECRET)
        async with redress:
            desk = await sign_in(redress.link)
            async with desk.session:
                yield Here(redress, api, desk)


@pytest.fixture(scope="session")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped catalogue without its waits, as a file."""
    file = tmp_path_factory.mktemp("catalogue") / "catalog.toml"
    file.write_text(catalogue.quick(), "utf-8")
    return file


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi() as server:
        yield server


@pytest.fixture
async def redress(tmp_path: Path) -> AsyncIterator[Running]:
    """A Redress that is neither configured nor started yet; it never outlives its test."""
    made = Running(tmp_path)
    yield made
    await made.kill()


# A start costs seconds: the tests of a module share one, each with people of its own.


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def polled(tmp_path_factory: pytest.TempPathFactory, catalog: Path) -> AsyncIterator[Here]:
    """One that polls."""
    async with serving(tmp_path_factory.mktemp("polled"), catalog, "polling") as here:
        yield here


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hooked(tmp_path_factory: pytest.TempPathFactory, catalog: Path) -> AsyncIterator[Here]:
    """One with a webhook."""
    async with serving(tmp_path_factory.mktemp("hooked"), catalog, "webhook") as here:
        yield here
