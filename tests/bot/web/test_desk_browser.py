"""The desk in headless Chromium: what a person sees and can do, on a wide and a narrow screen."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, State
from storage.store import Store
from tests.bot.web.desk_day import OFFER, busy
from tests.bot.web.desk_office import NO_NETWORK, WRONG_CHARGE, Office, office

SHOTS = Path("build/screenshots")
WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def signed(
    here: Office, context: BrowserContext, name: str, role: Role = Role.SUPERVISOR
) -> Page:
    """The page of somebody who opened their link."""
    page = await context.new_page()
    await page.goto(await here.hire(name, role))
    return page


async def shot(page: Page, name: str) -> None:
    await page.screenshot(path=SHOTS / f"desk-{name}.png")


Scheme = Literal["light", "dark"]


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
    _, ticket = await busy(here)
    context = await browser.new_context(viewport=screen, color_scheme=scheme, locale=language)
    mark = f"{screen['width']}-{scheme}-{language}"
    page = await context.new_page()
    await page.goto(f"{here.url}/desk")
    await shot(page, f"signin-{mark}")
    page = await signed(here, context, "陈工")
    wrong = heard(page)
    chat = (await here.asking()).chat
    for name, path in (
        ("queue", "/desk?tab=open"),
        ("tasks", "/desk/tasks"),
        ("keys", "/desk/keys"),
        ("chat", f"/desk/c/{chat}"),
        ("ticket", f"/desk/t/{ticket.number}"),
    ):
        await page.goto(f"{here.url}{path}")
        await shot(page, f"{name}-{mark}")
        wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, name
    await offered(page)
    await shot(page, f"propose-{mark}")
    assert wrong == []


async def offered(page: Page) -> None:
    """A second round in the making, with what the subscriber would read."""
    await page.click("#act-propose > summary")
    for place in ("1", "2"):
        await page.fill(f"#propose-item-{place}-due", "2026-11-26")
    await page.check("#act-propose [name=reviewed]")
    await page.click("#act-propose [data-preview]")
    await page.wait_for_selector("#preview-propose .bubble")


def heard(page: Page) -> list[str]:
    """What goes wrong on the page, as it goes wrong."""
    wrong: list[str] = []
    page.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    return wrong


async def test_a_newcomer_claims_and_proposes_in_the_browser(
    here: Office, browser: Browser
) -> None:
    ticket = await here.filed(replace(WRONG_CHARGE, promise_cited=""))
    page = await signed(here, await browser.new_context(locale="zh-CN"), "王敏", Role.AGENT)
    wrong = heard(page)
    await page.click("text=" + here.say("desk-tab-unclaimed"))
    await page.click(".lines .matter a")
    await page.click("#act-claim button")
    await page.wait_for_selector(".made")
    await refund(page, "40")
    await page.click("#act-propose [data-preview]")
    refused = page.locator("#preview-propose .notice.danger")
    assert await refused.inner_text() == here.say("not-allowed-not-reviewed")
    await page.check("#act-propose [name=reviewed]")
    await page.click("#act-propose [data-preview]")
    assert "40 元" in await page.locator("#preview-propose .bubble").inner_text()
    await page.click("#act-propose [value=do]")
    await page.wait_for_selector(".made")
    assert (await here.ticket(ticket)).state is State.PROPOSED
    assert wrong == []


async def refund(page: Page, amount: str) -> None:
    """Fill the proposal's form with a refund."""
    await page.click("#act-propose > summary")
    await page.select_option("#propose-liability", "operator")
    await page.fill("#propose-finding", "没有二次确认记录。")
    await page.select_option("#propose-item-1-code", "refund")
    await page.fill("#propose-item-1-money", amount)
    await page.fill("#propose-item-1-due", "2026-11-24")


async def test_what_others_do_appears_by_itself_and_typing_is_left_alone(
    here: Office, browser: Browser
) -> None:
    ticket = await here.filed()
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await signed(here, await browser.new_context(locale="zh-CN"), "王敏", Role.AGENT)
    await page.goto(f"{here.url}/desk/t/{ticket.number}")
    await boss.done(ticket, "claim")
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await page.wait_for_selector(f"#strip >> text={here.say('state-investigating')}")
    await page.wait_for_selector("#act-propose")
    await page.click("#act-reply > summary")
    await page.fill("#reply-words", "正在核对")
    await boss.done(ticket, "propose", **OFFER)
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await page.wait_for_selector("#news:not([hidden])")
    assert await page.input_value("#reply-words") == "正在核对"
    await page.click("#act-reply [value=do]")
    await page.wait_for_selector("#act-reply .notice.warn")
    assert await page.input_value("#reply-words") == "正在核对"
    assert page.url == f"{here.url}/desk/t/{ticket.number}#act-reply"
    await page.click("#act-reply [value=do]")
    await page.wait_for_selector(".made")
    assert "正在核对" in (await here.said(ticket))[-1]


async def test_the_desk_works_without_scripts(here: Office, browser: Browser) -> None:
    ticket = await here.filed()
    context = await browser.new_context(locale="en", java_script_enabled=False)
    page = await signed(here, context, "Wang", Role.AGENT)
    await page.goto(f"{here.url}/desk?tab=unclaimed")
    await page.click(".lines .matter a")
    await page.click("#act-claim button")
    await page.click("#act-reply > summary")
    await page.fill("#reply-words", "您好，正在核对。")
    await page.click("#act-reply [value=preview]")
    assert "您好，正在核对。" in await page.locator("#preview-reply .bubble").inner_text()
    await page.click("#act-reply [value=do]")
    assert "您好，正在核对。" in (await here.said(ticket))[-1]


async def test_the_queue_is_worked_by_keys_alone(here: Office, browser: Browser) -> None:
    first = await here.filed(NO_NETWORK, "a")
    here.clock.at += timedelta(hours=1)
    second = await here.filed(WRONG_CHARGE, "b")
    page = await signed(here, await browser.new_context(locale="zh-CN"), "王敏", Role.AGENT)
    await page.goto(f"{here.url}/desk?tab=open")
    for key in ("j", "j", "k", "j", "Enter"):
        await page.keyboard.press(key)
    await page.wait_for_url(f"**/desk/t/{second.number}")
    await page.goto(f"{here.url}/desk?tab=open")
    await page.keyboard.press("/")
    await page.keyboard.type(first.number)
    await page.keyboard.press("Enter")
    await page.wait_for_selector(".found")
    assert await page.locator(".lines .number").all_inner_texts() == [first.number]
