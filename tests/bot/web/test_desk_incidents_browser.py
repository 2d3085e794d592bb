"""Incidents in headless Chromium: every page is looked at, on a wide and a narrow screen."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, ViewportSize

from dialogs.house import House
from dialogs.texts import Texts
from storage.store import Store
from tests.bot.web.desk_office import Office, office
from tests.bot.web.desk_outage import WORDS, found
from tests.bot.web.test_desk_browser import NARROW, WIDE, heard, signed

SHOTS = Path("build/screenshots")
Scheme = Literal["light", "dark"]


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


@pytest.mark.parametrize(
    ("screen", "scheme", "language"),
    [
        (WIDE, "light", "zh-CN"),
        (WIDE, "dark", "en"),
        (NARROW, "light", "zh-CN"),
        (NARROW, "dark", "en"),
    ],
)
async def test_every_page_is_looked_at(
    here: Office, browser: Browser, screen: ViewportSize, scheme: Scheme, language: str
) -> None:
    of, filed = await found(here, 30)
    context = await browser.new_context(viewport=screen, color_scheme=scheme, locale=language)
    mark = f"{screen['width']}-{scheme}-{language}"
    page = await signed(here, context, "赵敏")
    wrong = heard(page)
    for name, path in (
        ("incidents", "/desk/incidents"),
        ("incident", f"/desk/incident/{of.id}"),
        ("incident-new", "/desk/incidents/new"),
        ("incident-tasks", "/desk/tasks"),
        ("incident-ticket", f"/desk/t/{filed[0].number}"),
        ("incident-queue", f"/desk?tab=open&incident={of.id}"),
    ):
        await page.goto(f"{here.url}{path}")
        await page.screenshot(path=SHOTS / f"desk-{name}-{mark}.png", full_page=True)
        wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, name
    await page.goto(f"{here.url}/desk/incident/{of.id}")
    await page.click("#act-confirm > summary")
    for code in ("zh-CN", "en"):
        await page.fill(f"#confirm-words-{code}", WORDS[f"words-{code}"])
    await page.fill("#confirm-expected", "2026-11-17T18:00")
    await page.click("#act-confirm [data-preview]")
    await page.wait_for_selector("#preview-confirm .bubble")
    await page.screenshot(path=SHOTS / f"desk-incident-confirm-{mark}.png", full_page=True)
    assert wrong == []
