"""A served chat page, a plain client and a browser before it."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from playwright.async_api import Browser, async_playwright

from bot.stage import Stage
from dialogs.house import House
from dialogs.texts import Texts
from storage.seal import Keys
from storage.store import Store
from tests.bot.web.demo_month import Month, desk_of, played
from tests.bot.web.desk_office import Office
from tests.bot.web.site import Clock, Site, serving


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def site(
    house: House, texts: Texts, store: Store, tmp_path: Path, clock: Clock
) -> AsyncIterator[Site]:
    async with serving(house, texts, store, tmp_path / "files", clock) as served:
        yield served


@pytest.fixture
async def client(site: Site) -> AsyncIterator[httpx2.AsyncClient]:
    """A browser's manners without the browser: cookies, and where a request came from."""
    headers = {"Sec-Fetch-Site": "same-origin", "Accept-Language": "zh-CN,zh;q=0.9"}
    async with httpx2.AsyncClient(base_url=site.url, headers=headers) as made:
        yield made


# Without a network of its own, and with our fonts in it: a machine may have no Chinese one.
ALONE = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FONTS = str(Path(__file__).resolve().parents[3] / "bot")


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium, without a window."""
    found = shutil.which("chromium")
    assert found, "no Chromium here; as root: apt-get install chromium"
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(
            executable_path=found, args=ALONE, env={**os.environ, "XDG_DATA_HOME": FONTS}
        )
        yield opened
        await opened.close()


@dataclass
class Serving:
    """The service as something that can stop and start again on the same data and port."""

    house: House
    texts: Texts
    url: str
    keys: Keys
    folder: Path
    clock: Clock
    site: Site | None = None
    stack: AsyncExitStack | None = None
    port: int = 0

    async def start(self) -> Site:
        stack = AsyncExitStack()
        store = await Store.open(self.url, self.keys)
        stack.push_async_callback(store.close)
        served = serving(self.house, self.texts, store, self.folder, self.clock, port=self.port)
        site = await stack.enter_async_context(served)
        self.site, self.stack, self.port = site, stack, int(site.url.rpartition(":")[2])
        return site

    async def stop(self) -> None:
        if self.stack is not None:
            await self.stack.aclose()
        self.site = self.stack = None

    @property
    def up(self) -> Site:
        assert self.site is not None
        return self.site


@pytest.fixture
async def service(
    stage: Stage, url: str, keys: Keys, tmp_path: Path, clock: Clock
) -> AsyncIterator[Serving]:
    made = Serving(stage.house, stage.texts, url, keys, tmp_path / "files", clock)
    await made.start()
    yield made
    await made.stop()


@pytest.fixture(scope="session")
def month(
    tmp_path_factory: pytest.TempPathFactory, migrated: bytes, house: House, texts: Texts
) -> Month:
    """The demo's month, played once."""
    return played(tmp_path_factory.mktemp("month"), migrated, house, texts)


@pytest.fixture
async def demo(month: Month, tmp_path: Path, house: House, texts: Texts) -> AsyncIterator[Office]:
    """A desk over a copy of the month."""
    async with desk_of(month, tmp_path, house, texts) as here:
        yield here
