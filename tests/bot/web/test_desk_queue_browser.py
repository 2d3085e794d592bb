"""The queue in headless Chromium: by keyboard, and many tickets at once."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize

from bot.bulking import Bulking
from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, Ticket
from storage.store import Store
from tests.bot.web.desk_day import busy
from tests.bot.web.desk_office import NO_NETWORK, Office, office
from tests.bot.web.test_desk_browser import heard, shot, signed


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def crowd(here: Office, count: int) -> list[Ticket]:
    return [
        await here.filed(replace(NO_NETWORK, service_number=f"+861390000{one:04d}"), f"c{one}")
        for one in range(count)
    ]


async def focused(page: Page) -> str:
    """The number of the line that has the focus."""
    found = await page.evaluate("document.activeElement.closest('tr')?.dataset.number ?? ''")
    return str(found)


async def test_one_claims_a_whole_queue_without_a_mouse(here: Office, browser: Browser) -> None:
    several = [one.number for one in await crowd(here, 3)]
    page = await signed(here, await browser.new_context(locale="zh-CN"), "王敏", Role.AGENT)
    wrong = heard(page)
    await page.goto(f"{here.url}/desk?tab=unclaimed")
    await page.keyboard.press("j")
    assert await focused(page) == several[0]
    await page.keyboard.press("c")
    await page.wait_for_selector(f'tr[data-number="{several[0]}"]', state="detached")
    assert await focused(page) == several[1]
    await page.keyboard.press("j")
    await page.keyboard.press("k")
    await page.keyboard.press("c")
    await page.wait_for_selector(f'tr[data-number="{several[1]}"]', state="detached")
    await page.keyboard.press("?")
    assert await page.locator("#keyboard").is_visible()
    await page.keyboard.press("?")
    await page.keyboard.press("Enter")
    await page.wait_for_url(f"**/desk/t/{several[2]}")
    assert wrong == []


async def test_who_was_too_late_is_told_above_the_queue(here: Office, browser: Browser) -> None:
    (ticket,) = await crowd(here, 1)
    page = await signed(here, await browser.new_context(locale="zh-CN"), "王敏", Role.AGENT)
    await page.goto(f"{here.url}/desk?tab=open")
    await page.keyboard.press("j")
    other = await here.visit("赵强")
    await page.evaluate("document.querySelector('.queue').removeAttribute('data-stream')")
    await page.route("**/desk?tab=open", lambda route: route.continue_())
    await other.done(ticket, "claim")
    await page.keyboard.press("c")
    await page.wait_for_selector("#said:not([hidden])")
    assert "赵强" in await page.locator("#said").inner_text()
    assert (await here.ticket(ticket)).owner_name == "赵强"


@pytest.mark.parametrize("width", [1280, 390])
async def test_many_are_chosen_and_the_bar_goes_to_its_end(
    here: Office, browser: Browser, width: int
) -> None:
    several = await crowd(here, 4)
    screen = ViewportSize(width=width, height=850)
    context = await browser.new_context(locale="zh-CN", viewport=screen)
    page = await signed(here, context, "陈工", Role.SUPERVISOR)
    await here.hire("赵强", Role.AGENT)
    wrong = heard(page)
    await page.goto(f"{here.url}/desk?tab=unclaimed")
    for one in several[:2]:
        await page.check(f'[name="t"][value="{one.number}"]')
    assert await page.locator("#picked").inner_text() == "2"
    await here.filed(replace(NO_NETWORK, service_number="+8613900009999"), "late")
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await page.wait_for_selector("#lines tbody tr:nth-child(5)")
    assert await page.locator("#picked").inner_text() == "2"
    await shot(page, f"queue-chosen-{width}")
    await page.click('[form="bulk"][value="chosen"]')
    await page.click("#act-assign > summary")
    await page.select_option("#assign-staff", index=1)
    await shot(page, f"bulk-{width}")
    await page.click("#act-claim > summary")
    await page.click("#act-claim button")
    await page.wait_for_selector("#far")
    loop = Bulking(here.door.stage, here.store, here.clock)
    while await loop.round():
        continue
    await page.wait_for_selector("#job[data-over]")
    assert await page.evaluate("document.querySelector('#far').value") == 2
    await shot(page, f"job-{width}")
    assert [(await here.ticket(one)).owner_name for one in several] == ["陈工", "陈工", "", ""]
    assert wrong == []


async def test_the_queue_is_pictured_with_all_that_it_has(here: Office, browser: Browser) -> None:
    await busy(here)
    for width, scheme, language in ((1280, "dark", "en"), (390, "light", "zh-CN")):
        screen = ViewportSize(width=width, height=850)
        context = await browser.new_context(
            locale=language, viewport=screen, color_scheme="dark" if scheme == "dark" else "light"
        )
        page = await signed(here, context, f"陈工{width}")
        for name, path in (
            ("queue-open", "/desk?tab=open"),
            ("queue-sifted", "/desk?tab=open&language=zh-CN&level=2"),
            ("queue-handover", "/desk?tab=handover"),
            ("queue-found", "/desk?q=断了"),
        ):
            await page.goto(f"{here.url}{path}")
            await shot(page, f"{name}-{width}-{scheme}-{language}")
            wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, name
