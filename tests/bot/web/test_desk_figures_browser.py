"""The figures in headless Chromium: all pages in both schemes and widths, by keyboard, on paper."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, expect

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage.store import Store
from tests.bot.web import axe
from tests.bot.web.desk_office import Office, office
from tests.bot.web.reader import DESK, PHONE, SHOTS
from tests.bot.web.test_chat_access import AUDIT
from tests.bot.web.test_desk_browser import heard
from tests.bot.web.test_desk_figures import PAGES, week

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LIST = "/tickets?figure=scored:3,8,9"


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        await week(made)
        yield made


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_every_page_can_be_read_by_anybody(
    here: Office, browser: Browser, language: str
) -> None:
    context = await browser.new_context(locale=language, reduced_motion="reduce")
    page = await context.new_page()
    wrong = heard(page)
    await page.goto(await here.hire("陈工", Role.DIRECTOR))
    for path in (*PAGES, LIST):
        await page.goto(f"{here.url}/desk/figures{path}")
        for size in (DESK, PHONE):
            await page.set_viewport_size(size)
            assert await page.evaluate("document.documentElement.scrollWidth") == size["width"]
            for scheme in SCHEMES:
                await page.emulate_media(color_scheme=scheme)
                name = (path.partition("?")[0] or "/satisfaction").strip("/")
                shot = f"desk-figures-{name}-{size['width']}-{scheme}-{language}.png"
                await page.screenshot(path=SHOTS / shot, full_page=True)
                assert await axe.violations(page) == [], shot
        told = json.loads(await page.evaluate(AUDIT))
        assert [one for one in told if path in PAGES or not one.startswith("small")] == []
    assert wrong == []


async def test_a_number_is_reached_and_opened_by_keyboard(here: Office, browser: Browser) -> None:
    page = await (await browser.new_context(locale="zh-CN", viewport=DESK)).new_page()
    await page.goto(await here.hire("陈工", Role.SUPERVISOR))
    await page.goto(f"{here.url}/desk/figures")
    await page.locator("#category").focus()
    for _ in range(20):
        await page.keyboard.press("Tab")
        if "figure=scored" in str(await page.evaluate("document.activeElement.href || ''")):
            break
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/desk/figures/tickets?**")
    await expect(page.locator(".lines tbody tr")).to_have_count(2)
    await page.click(".lines tbody a")
    await page.wait_for_url("**/desk/t/**")


async def test_paper_shows_all_rows_and_nothing_to_press(here: Office, browser: Browser) -> None:
    page = await (await browser.new_context(locale="zh-CN", viewport=DESK)).new_page()
    await page.goto(await here.hire("陈工", Role.SUPERVISOR))
    await page.goto(f"{here.url}/desk/figures")
    await expect(page.locator("[data-print]")).to_be_visible()
    await page.emulate_media(media="print", color_scheme="light")
    for hidden in ("[data-print]", ".asking", ".sides", ".bar", ".of-figures .tools"):
        await expect(page.locator(hidden).first).to_be_hidden()
    table = page.locator(".holds").first
    assert await table.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
    await expect(page.locator(".numbers tbody tr").nth(9)).to_be_visible()


async def test_without_scripts_all_is_there_but_the_button(here: Office, browser: Browser) -> None:
    context = await browser.new_context(locale="zh-CN", java_script_enabled=False)
    page = await context.new_page()
    await page.goto(await here.hire("陈工", Role.SUPERVISOR))
    await page.goto(f"{here.url}/desk/figures/volume")
    await expect(page.locator("[data-print]")).to_be_hidden()
    await page.select_option("#category", "NET-F")
    await page.click(".narrow .primary")
    assert "category=NET-F" in page.url
    await expect(page.locator(".tiles b").first).to_have_text("1")
