"""The calendar of working days at the desk, over HTTP and in a browser."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, ViewportSize

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage import calendar
from storage.store import Store
from tests.bot.web.desk_office import Office, office
from tests.bot.web.test_desk_browser import NARROW, WIDE, heard, signed

PAGE = "/desk/calendar?year=2027"
NOVEMBER = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)
SPRING = "2027-02-06..2027-02-12 off\n2027-02-20 work\n"
REASON = "国务院办公厅通知"


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files", NOVEMBER) as made:
        yield made


async def test_a_supervisor_changes_a_day_with_a_reason(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await boss.get(f"{PAGE}&day=2027-02-08")
    assert page.has(here.say("desk-calendar-provisional"), here.say("desk-calendar-to-off"))
    typed = {"day": "2027-02-08", "work": "off", "reason": REASON}
    page = await boss.post("/desk/calendar/day", typed)
    assert page.has(here.say("desk-calendar-done-day"), REASON, "陈工")
    assert not (await here.store.read(calendar.workdays)).is_work(date(2027, 2, 8))
    assert not here.door.stage.house.workdays.is_work(date(2027, 2, 8))  # taken at once


async def test_a_change_needs_a_reason(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    typed = {"day": "2027-02-08", "work": "off", "reason": " "}
    page = await boss.post("/desk/calendar/day", typed)
    assert (page.status, page.has(here.say("desk-calendar-no-reason"))) == (422, True)
    assert await here.store.read(calendar.version) == 0


async def test_an_agent_looks_and_cannot_change(here: Office) -> None:
    agent = await here.visit("王敏")
    page = await agent.get(PAGE)
    assert page.has(here.say("desk-calendar-look"))
    assert "<form" not in page.text.partition('<main id="main"')[2]
    for path, typed in (
        ("day", {"day": "2027-02-08", "work": "off", "reason": REASON}),
        ("year", {"year": "2027", "confirmed": "yes"}),
        ("import", {"year": "2027", "lines": SPRING, "reason": REASON}),
    ):
        assert (await agent.post(f"/desk/calendar/{path}", typed)).status == 403
    assert await here.store.read(calendar.version) == 0


async def test_a_year_is_confirmed_and_that_taken_back(here: Office) -> None:
    boss = await here.visit("陈工", Role.DIRECTOR)
    page = await boss.post("/desk/calendar/year", {"year": "2027", "confirmed": "yes"})
    assert page.has(here.say("desk-calendar-confirmed-why", year="2027"))
    assert 2027 in here.door.stage.house.workdays.confirmed_years
    page = await boss.post("/desk/calendar/year", {"year": "2027", "confirmed": "no"})
    assert page.has(here.say("desk-calendar-provisional-why", year="2027"))
    assert 2027 not in here.door.stage.house.workdays.confirmed_years


async def test_an_arrangement_is_taken_whole_or_shown_again_with_its_faults(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    typed = {"year": "2027", "lines": f"{SPRING}2027-02-30 off\n放假三天\n", "reason": REASON}
    page = await boss.post("/desk/calendar/import", typed)
    text = unescape(page.text)
    assert page.status == 422
    assert "第 3 行“2027-02-30 off”里有不存在的日期" in text
    assert "第 4 行“放假三天”写法不对" in text
    assert "2027-02-06..2027-02-12 off" in text  # what was typed stands there still
    assert await here.store.read(calendar.version) == 0
    page = await boss.post("/desk/calendar/import", {**typed, "lines": SPRING})
    assert page.has(here.say("desk-calendar-done-import"))
    days = await here.store.read(calendar.workdays)
    assert [days.is_work(date(2027, 2, day)) for day in (5, 8, 12, 15, 20)] == [
        *(True, False, False, True, True),
    ]


@pytest.mark.parametrize("query", ["?year=1000", "?year=9999"])
async def test_a_year_that_nobody_needs_is_no_page(here: Office, query: str) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    assert (await boss.get(f"/desk/calendar{query}")).status == 404


@pytest.mark.parametrize("query", ["?year=soon&day=2027-02-30", "?day=2027-02-08", ""])
async def test_an_address_that_says_nothing_shows_this_year(here: Office, query: str) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await boss.get(f"/desk/calendar{query}")
    assert page.has(here.say("desk-calendar-title", year="2026"), 'id="m12"')
    assert 'id="change"' not in page.text


@pytest.mark.parametrize(
    ("screen", "scheme", "language"),
    [
        (WIDE, "light", "zh-CN"),
        (WIDE, "dark", "en"),
        (NARROW, "light", "en"),
        (NARROW, "dark", "zh-CN"),
    ],
)
async def test_a_day_is_changed_by_keyboard_in_the_browser(
    here: Office,
    browser: Browser,
    screen: ViewportSize,
    scheme: Literal["light", "dark"],
    language: str,
) -> None:
    context = await browser.new_context(viewport=screen, color_scheme=scheme, locale=language)
    page = await signed(here, context, "陈工")
    wrong, mark = heard(page), f"{screen['width']}-{scheme}-{language}"
    await page.goto(f"{here.url}{PAGE}")
    await page.fill("#lines", SPRING)
    await page.fill("#why", REASON)
    await page.click("#import button")
    await page.wait_for_selector(".notice.good")
    await page.screenshot(path=f"build/screenshots/desk-calendar-{mark}.png", full_page=True)
    await page.focus('a[href*="day=2027-02-08"]')
    for key in ("ArrowDown", "ArrowRight", "Enter"):
        await page.keyboard.press(key)
    await page.wait_for_selector("#reason:focus")
    assert "2027-02-16" in page.url
    await page.screenshot(path=f"build/screenshots/desk-calendar-day-{mark}.png")
    await page.keyboard.type("除夕补休")
    await page.keyboard.press("Enter")
    await page.wait_for_selector(".notice.good")
    assert not (await here.store.read(calendar.workdays)).is_work(date(2027, 2, 16))
    wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert (wide, wrong) == (0, [])
