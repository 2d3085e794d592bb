"""An offer above one's right in headless Chromium: drafted, looked at, allowed; the promises."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, State
from storage.store import Store
from tests.bot.web.desk_office import WRONG_CHARGE, Office, office
from tests.bot.web.test_desk_browser import NARROW, WIDE, heard, shot, signed

Scheme = Literal["light", "dark"]
SCREENS = [
    (WIDE, "light", "zh-CN"),
    (WIDE, "dark", "en"),
    (NARROW, "light", "zh-CN"),
    (NARROW, "dark", "en"),
]
FINDING = {
    "zh-CN": "10月账单多计 94 元，属计费差错。",
    "en": "The October bill was 94 yuan too high.",
}
WHY = {"zh-CN": "两个月内第三次误扣", "en": "The third wrong charge in two months"}


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


@pytest.mark.parametrize(("screen", "scheme", "language"), SCREENS)
async def test_an_offer_above_ones_right_is_drafted_looked_at_and_allowed(
    here: Office, browser: Browser, screen: ViewportSize, scheme: Scheme, language: str
) -> None:
    ticket = await here.filed(replace(WRONG_CHARGE), language=language)
    context = await browser.new_context(viewport=screen, color_scheme=scheme, locale=language)
    mark = f"{screen['width']}-{scheme}-{language}"
    place = f"{here.url}/desk/t/{ticket.number}"
    page = await signed(here, context, "王敏", Role.AGENT)
    wrong = heard(page)
    await page.goto(place)
    await page.click("#act-claim button")
    await page.wait_for_selector(".made")
    await draft(page, language)
    await shot(page, f"offer-form-{mark}")
    await page.click("#act-propose [data-preview]")
    await page.wait_for_selector("#preview-propose .beside")
    await page.wait_for_selector("#propose-leave")
    await shot(page, f"offer-preview-{mark}")
    await fits(page)
    await page.fill("#propose-leave", WHY[language])
    await page.click("#act-propose [value=ask]")
    await page.wait_for_selector("#approvals .asked")
    await shot(page, f"offer-asked-{mark}")
    await granted(here, await newcomer(browser, screen, scheme, language), ticket.number, mark)
    assert (await here.ticket(ticket)).state is State.PROPOSED
    await page.goto(f"{here.url}/desk/promises")
    await shot(page, f"promises-{mark}")
    await fits(page)
    assert wrong == []


async def draft(page: Page, language: str) -> None:
    """A refund of twice the charge under its promise, and something beside it."""
    await page.click("#act-propose > summary")
    await page.select_option("#propose-liability", "operator")
    await page.fill("#propose-finding", FINDING[language])
    await page.select_option("#propose-item-1-code", "double_refund")
    await page.fill("#propose-item-1-money", "188")
    await page.fill("#propose-item-1-due", "2026-11-25")
    await page.select_option("#propose-item-1-promise", "double_refund")
    await page.select_option("#propose-item-2-code", "goodwill")
    await page.fill("#propose-item-2-money", "20")
    await page.fill("#propose-item-2-due", "2026-11-27")
    await page.check("#act-propose [name=reviewed]")


async def newcomer(
    browser: Browser, screen: ViewportSize, scheme: Scheme, language: str
) -> BrowserContext:
    return await browser.new_context(viewport=screen, color_scheme=scheme, locale=language)


async def granted(here: Office, context: BrowserContext, number: str, mark: str) -> None:
    """A supervisor comes from the task list, sees the draft beside the wish, and lets it go out."""
    page = await signed(here, context, "陈工", Role.SUPERVISOR)
    wrong = heard(page)
    await page.goto(f"{here.url}/desk/tasks")
    await shot(page, f"offer-tasks-{mark}")
    await page.click(f'a[href="/desk/t/{number}#approvals"]')
    await page.wait_for_selector("#approvals .preview .bubble")
    await page.locator("#approvals").scroll_into_view_if_needed()
    await shot(page, f"offer-decide-{mark}")
    await page.locator("#approvals").screenshot(
        path=f"build/screenshots/desk-offer-card-{mark}.png"
    )
    await fits(page)
    await page.click("#act-approve button")
    await page.wait_for_selector("#approvals .granted")
    await shot(page, f"offer-granted-{mark}")
    assert wrong == []


async def fits(page: Page) -> None:
    """Nothing is wider than the screen."""
    assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
