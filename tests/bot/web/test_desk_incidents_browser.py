"""Incidents in headless Chromium: a supervisor's day, with a subscriber in a window beside it."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from dialogs.house import House
from dialogs.incidents.incident import Incident, Stage
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, State
from storage import incidents, tickets
from storage.store import Store
from tests.bot.web.desk_office import Office, office
from tests.bot.web.desk_outage import WORDS, act, complaints, done, found, now, ticked
from tests.bot.web.reader import Reader, reader
from tests.bot.web.test_chat_access import AUDIT
from tests.bot.web.test_desk_browser import NARROW, WIDE, heard, signed

SHOTS = Path("build/screenshots")
Scheme = Literal["light", "dark"]
STORY = (
    "今天早上9点起，北京市海淀区中关村大街1号手机一直没有信号，号码13812345678，"
    "希望修好信号，并送些流量。"
)
OFFER = {"code": "waiver", "words": "减免一天月租", "money": "5", "due": "2026-11-24"}


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files", delivering=True) as made:
        yield made


async def look(page: Page) -> None:
    """Let the page look now and not in a few seconds."""
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


async def told(here: Office, ann: Reader, before: int) -> str:
    """What Ann hears once the ticker has done its part."""
    await ticked(here)
    return await ann.heard(before)


async def test_a_supervisor_leads_an_incident_to_its_end_while_a_subscriber_reads_along(
    here: Office, browser: Browser
) -> None:
    ann = await filed(here, browser)
    before = await ann.answers.count()
    await complaints(here, 35)
    assert "正在抢修" in await told(here, ann, before)
    (of,) = await here.store.read(incidents.live)
    page = await signed(here, await browser.new_context(locale="zh-CN", viewport=WIDE), "赵敏")
    wrong = heard(page)
    await page.goto(f"{here.url}/desk/tasks")
    await page.click(".duties .about a")
    await page.wait_for_url(f"**/desk/incident/{of.id}")
    await confirmed(here, page, ann)
    await mended(here, page, ann, of)
    await settled(here, page, of)
    await page.click("#act-close button")
    await page.wait_for_selector(".made")
    assert (await now(here, of)).stage is Stage.CLOSED
    assert wrong == []
    assert ann.faults == []


async def filed(here: Office, browser: Browser) -> Reader:
    """Ann complains on the web page, like any of them."""
    ann = await reader(browser, "zh-CN")
    await ann.open(here.url)
    await ann.say(STORY)
    assert "修复故障" in await ann.press("我要投诉")
    before = await ann.answers.count()
    await ann.press("提交")
    await expect(ann.answers.nth(before)).to_contain_text("TS2611")
    await expect(ann.answers.nth(before + 1)).to_be_visible()
    await ann.press("不用，我会回来看")
    return ann


async def confirmed(here: Office, page: Page, ann: Reader) -> None:
    """The one wording is written, seen as all will read it, and sent."""
    await page.click("#act-confirm > summary")
    await page.fill("#confirm-words-zh-CN", WORDS["words-zh-CN"])
    await page.fill("#confirm-words-en", WORDS["words-en"])
    await page.fill("#confirm-expected", "2026-11-17T18:00")
    await page.click("#act-confirm [data-preview]")
    shown = page.locator("#preview-confirm .bubble")
    await expect(shown).to_have_count(2)
    await expect(shown.first).to_contain_text(WORDS["words-zh-CN"])
    await expect(shown.last).to_contain_text(WORDS["words-en"])
    before = await ann.answers.count()
    await page.click("#act-confirm [value=do]")
    await page.wait_for_selector(".made")
    sent = here.say("desk-told-sent", sent=36, total=36)
    assert await page.locator(f"#told li:first-child >> text={sent}").count() == 0
    assert WORDS["words-zh-CN"] in await told(here, ann, before)
    await look(page)
    await expect(page.locator("#told li").first).to_contain_text(sent)
    assert await page.locator("#told li:first-child rect.sent").get_attribute("width") == "36"
    await ann.shot("incident-found")


async def mended(here: Office, page: Page, ann: Reader, of: Incident) -> None:
    """It works again, but not for Ann: her ticket goes its own way."""
    await page.click("#act-fix > summary")
    before = await ann.answers.count()
    await page.click("#act-fix [value=do]")
    await page.wait_for_selector(".made")
    assert "恢复" in await told(here, ann, before)
    await ann.shot("incident-fixed")
    assert "单独处理" in await ann.press("我这里没恢复")
    await ann.shot("incident-parted")
    await look(page)
    await page.click(f".sorts >> text={here.say('desk-tickets-parted', count=1)}")
    await expect(page.locator("#tickets tbody tr")).to_have_count(1)
    await expect(page.locator("#tickets .answer")).to_have_text(here.say("desk-said-not"))
    await page.click("#tickets .ref a")
    await expect(page.locator("#incident-of")).to_contain_text(here.say("desk-fact-parted"))
    await page.click("#incident-of a")
    await page.wait_for_url(f"**/desk/incident/{of.id}")


async def settled(here: Office, page: Page, of: Incident) -> None:
    """All the others are offered something, in the form of a proposal."""
    await page.click("#act-settle > summary")
    await page.select_option("#settle-liability", "operator")
    await page.select_option("#settle-item-1-code", OFFER["code"])
    for name in ("words", "money", "due"):
        await page.fill(f"#settle-item-1-{name}", OFFER[name])
    await page.click("#act-settle [data-preview]")
    await expect(page.locator("#preview-settle .bubble").first).to_contain_text(OFFER["words"])
    await page.screenshot(path=SHOTS / "desk-incident-settle.png", full_page=True)
    await page.click("#act-settle [value=do]")
    await page.wait_for_selector(".made")
    await ticked(here)
    await look(page)
    await expect(page.locator("#offer")).to_contain_text("减免一天月租 5 元")
    children = await here.store.read(lambda c: incidents.children(c, of.id, 0, 100))
    known = await here.store.read(lambda c: tickets.load_many(c, children))
    assert len(known) == 35
    assert {one.state for one in known} == {State.PROPOSED, State.AWAITING_CONFIRM}


async def test_what_a_colleague_does_is_told_and_what_is_typed_stays(
    here: Office, browser: Browser
) -> None:
    of, _ = await found(here)
    other = await here.visit("陈工", Role.DIRECTOR)
    page = await signed(here, await browser.new_context(locale="zh-CN"), "赵敏")
    wrong = heard(page)
    await page.goto(f"{here.url}/desk/incident/{of.id}")
    await page.click("#act-confirm > summary")
    await page.fill("#confirm-words-zh-CN", "海淀区基站断电，正在抢修。")
    await done(here, other, of, "confirm", **WORDS)
    await look(page)
    await page.wait_for_selector("#news:not([hidden])")
    await expect(page.locator("#strip")).to_contain_text(here.say("desk-incident-stage-open"))
    assert await page.input_value("#confirm-words-zh-CN") == "海淀区基站断电，正在抢修。"
    await page.click("#act-confirm [value=do]")
    await page.wait_for_selector("#act-confirm .notice.warn")
    assert await page.input_value("#confirm-words-zh-CN") == "海淀区基站断电，正在抢修。"
    assert page.url == f"{here.url}/desk/incident/{of.id}#act-confirm"
    await page.click("#act-confirm [value=do]")
    refused = page.locator("#act-confirm .notice.danger")
    await expect(refused).to_have_text(here.say("not-allowed-incident-stage"))
    assert (await now(here, of)).owner_name == "陈工"
    assert all("409" in one or "422" in one for one in wrong)


async def test_incidents_are_worked_without_scripts_and_the_progress_is_read(
    here: Office, browser: Browser
) -> None:
    of, _ = await found(here)
    context = await browser.new_context(locale="en", java_script_enabled=False)
    page = await signed(here, context, "Wang", Role.SUPERVISOR)
    await page.goto(f"{here.url}/desk/incidents")
    await page.click(".lines .matter a")
    await page.click("#act-confirm > summary")
    for code in ("zh-CN", "en"):
        await page.fill(f"#confirm-words-{code}", WORDS[f"words-{code}"])
    await page.click("#act-confirm [value=preview]")
    assert WORDS["words-zh-CN"] in await page.locator("#preview-confirm").inner_text()
    await page.click("#act-confirm [value=do]")
    await ticked(here)
    assert (await now(here, of)).stage is Stage.OPEN
    bar = page.locator("#told [role=progressbar]").first
    for _ in range(200):
        await page.reload()
        if await bar.get_attribute("aria-valuenow") == "6":
            break
    assert await bar.get_attribute("aria-valuetext") == "6 of 6 sent"
    await expect(page.locator("#told li").first).to_contain_text("6 of 6 sent")


async def test_the_list_is_walked_and_an_act_done_by_keys_alone(
    here: Office, browser: Browser
) -> None:
    of, _ = await found(here)
    page = await signed(here, await browser.new_context(locale="zh-CN"), "赵敏")
    await page.goto(f"{here.url}/desk/incidents")
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await page.wait_for_url(f"**/desk/incident/{of.id}")
    await page.focus("#act-confirm > summary")
    await page.keyboard.press("Enter")
    await expect(page.locator("#confirm-words-zh-CN")).to_be_focused()
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Enter")
    await page.focus("#act-claim button")
    await page.keyboard.press("Enter")
    await page.wait_for_selector(".made")
    assert (await now(here, of)).owner_name == "赵敏"


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
    boss = await here.visit("陈工", Role.DIRECTOR)
    await act(boss, of, "claim")
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
        await shot(page, f"{name}-{mark}")
        if path.startswith("/desk/incident"):
            lacks = json.loads(await page.evaluate(AUDIT))
            # A line of the list is one target as a whole, which its box does not tell.
            assert [one for one in lacks if 'href="/desk/incident/1"><b>' not in one] == [], name
    await page.goto(f"{here.url}/desk/incidents/new")
    await page.fill("#where", "朝阳区")
    await page.select_option("#category", "NET-M:no_signal")
    await page.click("[value=look]")
    await page.check("[name=pick-1][value='110105']")
    await shot(page, f"incident-which-{mark}")
    await page.fill("#where", "海淀区")
    await page.click("[value=look]")
    await page.wait_for_selector("#fitting")
    await shot(page, f"incident-fitting-{mark}")
    await page.goto(f"{here.url}/desk/incident/{of.id}")
    await page.click("#act-confirm > summary")
    for code in ("zh-CN", "en"):
        await page.fill(f"#confirm-words-{code}", WORDS[f"words-{code}"])
    await page.fill("#confirm-expected", "2026-11-17T18:00")
    await page.click("#act-confirm [data-preview]")
    await page.wait_for_selector("#preview-confirm .bubble")
    await shot(page, f"incident-confirm-{mark}")
    assert [one for one in wrong if "422" not in one] == []


async def shot(page: Page, name: str) -> None:
    """A picture of the whole page, which is no wider than the screen."""
    await page.screenshot(path=SHOTS / f"desk-{name}.png", full_page=True)
    wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, name
