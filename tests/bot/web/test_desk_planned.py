"""The calendar of planned outages at the desk, over HTTP and in a browser."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, ViewportSize

from dialogs.house import House
from dialogs.incidents.planned import Planned
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage import planned
from storage.calendar import By
from storage.store import Store
from tests.bot.web.desk_office import Office, office
from tests.bot.web.test_desk_browser import NARROW, WIDE, heard, signed

NOVEMBER = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)  # 10:00 in Beijing
HOUR = timedelta(hours=1)
GOING_ON = Planned(
    areas=("110108", "110105"),
    categories=("NET-M", "NET-F"),
    starts=NOVEMBER - HOUR,
    ends=NOVEMBER + 3 * HOUR,
    announced_at=NOVEMBER - 91 * HOUR,
    words={
        "zh-CN": "光缆割接，手机和宽带会中断",
        "en": "Cable works: mobile and broadband are off.",
    },
)
TYPED = {
    "areas": "海淀区；西湖区",
    "services": "NET-M",
    "starts": "2026-11-20T01:00",
    "ends": "2026-11-20T06:00",
    "announced": "2026-11-16T10:00",
    "zh-CN": "光缆割接",
    "en": "",
}


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files", NOVEMBER) as made:
        yield made


async def entered(here: Office, work: Planned = GOING_ON) -> Planned:
    return await here.store.write(lambda c: planned.add(c, work, By("陈工"), NOVEMBER))


async def coming(here: Office) -> tuple[Planned, ...]:
    return await here.store.read(lambda c: planned.coming(c, NOVEMBER))


async def test_a_supervisor_enters_work_and_reads_it_back_in_words(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await boss.post("/desk/planned", TYPED)
    text = unescape(page.text)
    assert page.status == 422
    assert (
        "“西湖区”有几处，请写全名或代码：浙江省杭州市西湖区 330106、江西省南昌市西湖区 360103。"
        in text
    )
    assert "海淀区；西湖区" in text  # what was typed stands there still
    assert await coming(here) == ()
    page = await boss.post("/desk/planned", {**TYPED, "areas": "海淀区；330106"})
    assert page.has(here.say("desk-planned-done-added"), "北京市海淀区、浙江省杭州市西湖区")
    assert page.has("移动网络", "提前 87 小时", "光缆割接")
    (work,) = await coming(here)
    assert (work.areas, work.categories) == (("110108", "330106"), ("NET-M",))
    assert work.ends == datetime(2026, 11, 19, 22, 0, tzinfo=UTC)


async def test_an_end_is_moved_with_a_reason_and_the_change_stays_on_record(here: Office) -> None:
    work = await entered(here)
    boss = await here.visit("林主任", Role.DIRECTOR)
    typed = {"ends": "2026-11-17T15:30", "reason": "熔接没有做完"}
    page = await boss.post(f"/desk/planned/{work.id}/end", {**typed, "reason": " "})
    assert (page.status, page.has(here.say("desk-planned-no-reason"))) == (422, True)
    page = await boss.post(f"/desk/planned/{work.id}/end", {**typed, "ends": "2026-11-17T08:00"})
    assert page.status == 422
    page = await boss.post(f"/desk/planned/{work.id}/end", typed)
    assert page.has(here.say("desk-planned-done-moved"), "熔接没有做完", "林主任")
    (held,) = await coming(here)
    assert held.ends == datetime(2026, 11, 17, 7, 30, tzinfo=UTC)
    page = await boss.post(f"/desk/planned/{work.id}/end", typed)
    assert page.has(here.say("desk-planned-done-same"))
    assert (await boss.post("/desk/planned/99/end", typed)).status == 404


async def test_work_is_cancelled_with_a_reason(here: Office) -> None:
    work = await entered(here)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    assert (await boss.post(f"/desk/planned/{work.id}/cancel", {"reason": ""})).status == 422
    page = await boss.post(f"/desk/planned/{work.id}/cancel", {"reason": "天气"})
    assert page.has(here.say("desk-planned-done-cancelled"), here.say("desk-planned-cancelled"))
    page = await boss.post(f"/desk/planned/{work.id}/cancel", {"reason": "天气"})
    assert page.has(here.say("desk-planned-done-same"))


async def test_an_agent_looks_and_cannot_change(here: Office) -> None:
    work = await entered(here)
    agent = await here.visit("王敏")
    page = await agent.get("/desk/planned")
    assert page.has("北京市海淀区、北京市朝阳区", here.say("desk-planned-look"))
    assert "<form" not in page.text.partition('<main id="main"')[2]
    for path, typed in (
        ("", TYPED),
        ("", {**TYPED, "areas": ""}),
        (f"/{work.id}/end", {"ends": "2026-11-17T15:30", "reason": "x"}),
        (f"/{work.id}/cancel", {"reason": "x"}),
        (f"/{work.id}/cancel", {"reason": ""}),
    ):
        assert (await agent.post(f"/desk/planned{path}", typed)).status == 403
    assert await coming(here) == (work,)


@pytest.mark.parametrize(
    ("screen", "scheme", "language"),
    [
        (WIDE, "light", "zh-CN"),
        (WIDE, "dark", "en"),
        (NARROW, "light", "en"),
        (NARROW, "dark", "zh-CN"),
    ],
)
async def test_work_is_entered_and_moved_in_the_browser(
    here: Office,
    browser: Browser,
    screen: ViewportSize,
    scheme: Literal["light", "dark"],
    language: str,
) -> None:
    work = await entered(here)
    context = await browser.new_context(viewport=screen, color_scheme=scheme, locale=language)
    page = await signed(here, context, "陈工")
    wrong, mark = heard(page), f"{screen['width']}-{scheme}-{language}"
    await page.goto(f"{here.url}/desk/planned")
    await page.fill("#areas", "朝阳区")
    await page.check('input[value="NET-M"]')
    await page.fill('#entering [name="starts"]', "2026-11-20T01:00")
    await page.fill('#entering [name="ends"]', "2026-11-20T06:00")
    await page.click("#entering button")
    await page.wait_for_selector("#entering .notice.danger")
    await page.screenshot(path=f"build/screenshots/desk-planned-wrong-{mark}.png", full_page=True)
    wrong.clear()  # the browser calls a form that came back a failure
    await page.fill("#areas", "110105")
    await page.click("#entering button")
    await page.wait_for_selector(".notice.good")
    await page.click(f"#w{work.id} details:last-of-type summary")
    await page.fill(f'#w{work.id} [name="ends"]', "2026-11-17T15:30")
    await page.fill(f'#w{work.id} [name="reason"]', "熔接没有做完")
    await page.click(f"#w{work.id} .button.primary")
    await page.wait_for_selector(".notice.good")
    await page.click(f"#w{work.id} details:first-of-type summary")
    await page.screenshot(path=f"build/screenshots/desk-planned-{mark}.png", full_page=True)
    wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert (wide, wrong) == (0, [])
    await context.close()
