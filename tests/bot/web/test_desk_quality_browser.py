"""Complaints by hand and quality in Chromium: filled in, filed, followed on a phone; looked at."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage.store import Store
from tests.bot.web import axe
from tests.bot.web.desk_day import OFFER
from tests.bot.web.desk_office import Office, office
from tests.bot.web.test_desk_new import PHONE, by_hand, letter
from tests.bot.web.test_desk_quality import ANGRY, HOUR, judged, talked

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
        (NARROW, "light", "zh-CN"),
        (NARROW, "dark", "en"),
    ],
)
async def test_pages_by_hand_and_of_quality_are_looked_at(
    here: Office, browser: Browser, screen: ViewportSize, scheme: Scheme, language: str
) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await by_hand(here, boss)
    await boss.done(ticket, "claim")
    await boss.done(ticket, "propose", **OFFER)
    await talked(here, "angry", ANGRY, "/cancel")
    here.clock.at += 3 * HOUR
    (one,) = await judged(here)
    chosen = {"number": ticket.number, "lesson": "二次确认记录要当天调取。"}
    await boss.post("/desk/cases?month=2026-11", chosen)
    context = await browser.new_context(viewport=screen, color_scheme=scheme, locale=language)
    page = await context.new_page()
    await page.goto(await here.hire("张三", Role.SUPERVISOR))
    mark = f"{screen['width']}-{scheme}-{language}"
    for name, path in (
        ("new", "/desk/new"),
        ("new-talk", f"/desk/new?talk={one.id}"),
        ("call", f"/desk/t/{ticket.number}/call"),
        ("note", f"/desk/t/{ticket.number}/note"),
        ("quality", "/desk/quality"),
        ("cases", "/desk/cases?month=2026-11"),
    ):
        await page.goto(f"{here.url}{path}")
        await looked_at(page, f"{name}-{mark}")
    await context.close()


async def test_a_caller_is_filed_and_follows_it_on_their_phone(
    here: Office, browser: Browser
) -> None:
    """The clerk reads, fills what is missing, files, shows the code; the caller opens the link."""
    desk = await browser.new_context(viewport=WIDE, locale="zh-CN")
    page = await desk.new_page()
    await page.goto(await here.hire("王敏", Role.AGENT))
    await page.goto(f"{here.url}/desk/new")
    await page.select_option("#origin", "hotline")
    await page.fill("#story", letter("letter-3-charge"))
    await page.click("button[value=read]")
    await looked_at(page, "new-read")
    await page.fill("#number", PHONE)
    await page.select_option("#consent", "read_out")
    await page.click("button[value=file]")
    await expect(page.locator(".receipt .said")).to_contain_text("TS2611")
    await page.click("form[action*='/call/link'] button")
    await looked_at(page, "call-link")
    link = await page.locator(".way input").last.input_value()
    phone = await browser.new_context(viewport=NARROW, locale="zh-CN")
    theirs = await phone.new_page()
    await theirs.goto(link)
    await looked_at(theirs, "follow")
    await theirs.click("button.primary")
    bubble = theirs.locator(".line.bot").first
    await expect(bubble).to_contain_text("以后就在这里跟进")
    await page.reload()
    await expect(page.locator("body")).to_contain_text("TS2611")
    await desk.close()
    await phone.close()
