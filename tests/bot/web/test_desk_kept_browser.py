"""The forms that are kept, in Chromium: looked at in both languages and schemes, taken as files."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, Page, ViewportSize

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage.store import Store
from tests.bot.forms import pages_of
from tests.bot.web import axe
from tests.bot.web.desk_office import Office, office

SHOTS = Path("build/screenshots")
AUDIT = Path(__file__).with_name("audit.js").read_text("utf-8")
WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
Scheme = Literal["light", "dark"]


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def looked_at(page: Page, name: str) -> None:
    """A picture of the page, and nothing wrong with it."""
    await page.screenshot(path=SHOTS / f"desk-{name}.png", full_page=True)
    assert json.loads(await page.evaluate(AUDIT)) == [], name
    assert await axe.violations(page, colours_only=False) == [], name


@pytest.mark.parametrize(
    ("screen", "scheme", "language"),
    [
        (WIDE, "light", "zh-CN"),
        (WIDE, "dark", "en"),
        (NARROW, "light", "en"),
        (NARROW, "dark", "zh-CN"),
    ],
)
async def test_the_pages_of_forms_are_looked_at(
    here: Office, browser: Browser, screen: ViewportSize, scheme: Scheme, language: str
) -> None:
    ticket = await here.filed()
    context = await browser.new_context(viewport=screen, color_scheme=scheme, locale=language)
    page = await context.new_page()
    await page.goto(await here.hire("陈工", Role.SUPERVISOR))
    mark = f"{screen['width']}-{scheme}-{language}"
    for name, path in (("kept", "/desk/forms"), ("kept-ticket", f"/desk/t/{ticket.number}/forms")):
        await page.goto(f"{here.url}{path}")
        await looked_at(page, f"{name}-{mark}")
        await page.locator("details.whole summary").first.click()
        await looked_at(page, f"{name}-whole-{mark}")
    await context.close()


async def test_a_form_is_taken_masked_and_whole_once_said_what_for(
    here: Office, browser: Browser, tmp_path: Path
) -> None:
    ticket = await here.filed()
    context = await browser.new_context(viewport=WIDE, locale="zh-CN")
    page = await context.new_page()
    await page.goto(await here.hire("王敏", Role.AGENT))
    await page.goto(f"{here.url}/desk/t/{ticket.number}")
    await page.click(f"a[href='/desk/t/{ticket.number}/forms']")
    words = {}
    for name, press in (
        ("masked", "a[href*='/form/sheet.pdf']"),
        ("whole", "button[formaction*='/form/sheet.pdf']"),
    ):
        if name == "whole":
            await page.locator("details.whole summary").first.click()
        async with page.expect_download() as coming:
            await page.locator(press).first.click()
        download = await coming.value
        assert download.suggested_filename == f"{ticket.number}-sheet.pdf"
        await download.save_as(tmp_path / f"{name}.pdf")
        words[name] = "".join(pages_of((tmp_path / f"{name}.pdf").read_bytes()))
    assert ("李华" in words["masked"], "李华" in words["whole"]) == (False, True)
    await context.close()
