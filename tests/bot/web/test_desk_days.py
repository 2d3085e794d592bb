"""A day at the desk in Chromium, each person in a window of their own: who claims, asks and offers,
who decides, who carries out, who looks at the figures, who minds the house; and the subscriber, who
sees nothing of it but the chat.
"""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, State, Ticket
from storage import tickets
from storage.store import Store
from tests.bot.web.demo_month import link_of
from tests.bot.web.desk_office import Office, office
from tests.bot.web.reader import DESK, Reader, reader
from tests.bot.web.test_chat_browser import STORY
from tests.bot.web.test_desk_browser import heard, signed
from tests.bot.web.test_desk_offers_browser import WHY, draft

ASKED = "请把10月账单里多收的那一项发给我看一下。"
ANSWER = "是10月30日的视频包，30元，一共收了三次。"
DONE = "已退回，流水号 88123"


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files", delivering=True) as made:
        yield made


async def test_a_complaint_goes_through_everybodys_hands_to_its_score(
    here: Office, browser: Browser
) -> None:
    ann = await reader(browser, "zh-CN", "phone")
    await filed(here, ann)
    agent, wrong = await window(here, browser, "王敏", Role.AGENT)
    await claimed_and_asked(here, agent, ann)
    await draft(agent, "zh-CN")
    await agent.click("#act-propose [data-preview]")
    await agent.fill("#propose-leave", WHY["zh-CN"])
    await agent.click("#act-propose [value=ask]")
    await agent.wait_for_selector("#approvals .asked")
    lead, more = await window(here, browser, "陈工", Role.SUPERVISOR)
    before = await ann.answers.count()
    await decided(here, lead)
    assert "188" in await ann.heard(before)
    await ann.press("接受")
    await ann.press("确认接受")
    await carried_out(here, agent, ann)
    await ann.press("解决了")
    before = await ann.answers.count()
    here.clock.at += timedelta(hours=5)  # past two hours, and past the rest at noon
    await here.dispatcher.tick()
    await ann.heard(before)
    assert "谢谢您的 9 分" in await ann.press("9")
    ticket = await only(here)
    assert (ticket.state, [one.score for one in ticket.scores]) == (State.CLOSED, [9])
    assert wrong == more == ann.faults == []


async def window(here: Office, browser: Browser, name: str, role: Role) -> tuple[Page, list[str]]:
    """A wide window of somebody who opened their link, and what goes wrong in it."""
    context = await browser.new_context(locale="zh-CN", viewport=DESK)
    page = await signed(here, context, name, role)
    return page, heard(page)


async def filed(here: Office, ann: Reader) -> None:
    """The subscriber files on their phone, with what the card asks for."""
    await ann.at(here.clock.at)
    await ann.open(here.url)
    await ann.say(STORY)
    await ann.press("我要投诉")
    await ann.say("13426000029")
    await ann.press("提交")


async def claimed_and_asked(here: Office, agent: Page, ann: Reader) -> None:
    """The agent finds it among the unclaimed, takes it and asks; the answer stands in the talk."""
    await agent.goto(f"{here.url}/desk?tab=unclaimed")
    await agent.click(".lines .matter a")
    await agent.click("#act-claim button")
    await agent.wait_for_selector(".made")
    before = await ann.answers.count()
    await agent.click("#act-ask > summary")
    await agent.fill("#ask-words", ASKED)
    await agent.click("#act-ask [value=do]")
    assert ASKED in await ann.heard(before)
    await ann.say(ANSWER)
    await agent.reload()
    await expect(agent.locator("#talk")).to_contain_text(ANSWER)
    await agent.click("#act-answer > summary")
    await agent.fill("#answer-words", ANSWER)
    await agent.click("#act-answer [value=do]")
    await agent.wait_for_selector("#act-propose")


async def decided(here: Office, lead: Page) -> None:
    """The supervisor comes by the menu, reads the draft beside the wish, and lets it go out."""
    await lead.click(".opens")
    await lead.click('#menu a[href="/desk/approvals"]')
    await expect(lead.locator(".decision")).to_contain_text("188")
    await lead.click('.decision form[action*="/approve"] button')
    await lead.wait_for_selector(".decision", state="detached")


async def carried_out(here: Office, agent: Page, ann: Reader) -> None:
    """Each item of what was agreed, with its proof."""
    ticket = await only(here)
    before = await ann.answers.count()
    for place in ("1", "2"):
        await agent.goto(f"{here.url}/desk/t/{ticket.number}")
        await agent.click("#act-item_done > summary")
        await agent.select_option("#item_done-item", place)
        await agent.fill("#item_done-proof", DONE)
        await agent.click("#act-item_done [value=do]")
        await agent.wait_for_selector(".made")
    await ann.heard(before)


async def only(here: Office) -> Ticket:
    """The one ticket there is."""
    (made,) = await here.store.read(lambda c: tickets.load_many(c, [1]))
    return made


@pytest.mark.parametrize(
    ("role", "places"),
    [
        (Role.HANDLER, ("/desk/tasks", "/desk/digest", "/desk/incidents", "/desk/promises")),
        (Role.DIRECTOR, ("/desk/approvals", "/desk/figures", "/desk/call-backs", "/desk/calendar")),
        (Role.ADMIN, ("/desk/staff", "/desk/keys", "/desk/planned", "/desk/calendar")),
    ],
)
async def test_each_role_finds_its_places_in_the_menu_and_leaves_by_it(
    demo: Office, browser: Browser, role: Role, places: tuple[str, ...]
) -> None:
    context = await browser.new_context(locale="zh-CN", viewport=DESK)
    page = await context.new_page()
    wrong = heard(page)
    await page.goto(demo.url + await link_of(demo, role))
    for place in places:
        await page.click(".opens")
        await page.click(f'#menu a[href="{place}"]')
        await page.wait_for_url(f"**{place}*")
        await expect(page.locator("#menu a[aria-current]")).to_have_attribute("href", place)
        await expect(page.locator("#menu")).to_be_hidden()
    await page.goto(f"{demo.url}/desk?tab=open")
    await page.locator(".lines .matter a").first.click()
    await page.wait_for_selector("#strip")
    await page.click(".opens")
    await page.keyboard.press("Escape")
    await expect(page.locator("#menu")).to_be_hidden()
    assert wrong == []
    await page.click(".opens")
    await page.click("#menu .leaving button")
    await page.goto(f"{demo.url}/desk/tasks")
    await expect(page.locator(".command")).to_be_visible()
