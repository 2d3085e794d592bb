"""Hints for the finding on a ticket's page, and beside the choice of who is liable."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, ViewportSize

from dialogs.house import House
from dialogs.incidents.incident import Incident, Stage
from dialogs.incidents.planned import Planned
from dialogs.model import File, Moment
from dialogs.texts import Texts
from dialogs.tickets.records import Sent
from dialogs.tickets.ticket import Filing, Role, When, Wish
from storage import Connection, files, incidents, planned, records, tickets
from storage.calendar import By
from storage.store import Store
from tests.bot.web.desk_office import NO_NETWORK, Office, office

NUMBER = "+8613812345678"
OCT, SEP = date(2026, 10, 1), date(2026, 9, 1)
SHOCK = Filing(
    story="十月去泰国玩了五天，回来账单 1260 元，全是漫游流量费。从来没收到过任何提醒短信。",
    category="BIL",
    subtype="roaming_shock",
    amount=126000,
    service_number=NUMBER,
    contact_phone=NUMBER,
    wishes=(Wish(code="refund", minor=126000), Wish(code="explanation")),
    when=When(
        start=datetime(2026, 9, 30, 16, tzinfo=UTC),
        end=datetime(2026, 10, 30, 16, tzinfo=UTC),
        words="十月",
    ),
)
SHOTS = Path("build/screenshots")


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def loaded(here: Office, *sent: Sent) -> None:
    """The logs of September and October were taken in."""

    def put(c: Connection) -> None:
        for kind in ("roaming_tariff", "roaming_use"):
            for month in (SEP, OCT):
                records.loaded(c, kind, month, here.clock.at)
        for one in sent:
            records.add_sent(c, NUMBER, one, here.clock.at)

    await here.store.write(put)


TARIFF = Sent(
    kind="roaming_tariff",
    month=OCT,
    threshold="",
    sent_at=datetime(2026, 10, 3, 6, 5, tzinfo=UTC),
)


def advice(text: str, move: str) -> str:
    """What stands under the choice of who is liable."""
    found = re.search(rf'id="{move}-liability-hint">(.*?)</p>', text, re.DOTALL)
    return found[1] if found else ""


async def test_a_reminder_that_was_not_sent_points_to_us_and_decides_nothing(here: Office) -> None:
    await loaded(here, TARIFF)
    ticket = await here.filed(SHOCK)
    agent = await here.visit("王敏")
    page = await agent.done(ticket, "claim")
    assert page.has(
        '<article class="check failed">',
        "消费提醒",
        here.say("hint-failed"),
        "漫游资费提醒（使用前）：10月3日（周六）14:05 已发送。",
        "漫游流量用量提醒（使用中）：2026-10 没有发送记录。",
        "提醒发送日志，2026-10",
        "指向“我方责任”",
    )
    for move in ("propose", "set_liability"):
        assert advice(page.text, move) == "参考：消费提醒未做到，指向“我方责任”。由您判断。"
        choice = page.text[page.text.index(f'id="{move}-liability"') :]
        assert "selected" not in choice[: choice.index("</select>")]


async def test_without_a_log_it_is_not_known_and_says_what_to_ask_for(here: Office) -> None:
    ticket = await here.filed(SHOCK)
    agent = await here.visit("Ann", language="en")
    page = await agent.done(ticket, "claim")
    assert page.has(
        '<article class="check not_known">',
        "the log for 2026-10 is not loaded; ask Billing for it",
    )
    assert "points to" not in page.text
    assert advice(page.text, "propose") == (
        "Not known yet: Consumption reminders. See “Hints for the finding”."
    )


async def test_a_matter_with_nothing_to_check_has_no_block(here: Office) -> None:
    ticket = await here.filed(NO_NETWORK)
    agent = await here.visit("王敏")
    page = await agent.done(ticket, "claim")
    assert 'id="hints"' not in page.text
    assert advice(page.text, "propose") == ""


async def test_the_work_behind_an_incident_was_announced_too_late(here: Office) -> None:
    """Incident and work come from the calendar; the ticket belongs to the incident."""
    night = here.clock.at - timedelta(hours=9)
    ticket = await here.filed(NO_NETWORK)

    def put(c: Connection) -> str:
        work = planned.add(
            c,
            Planned(
                areas=(),
                categories=("NET-F",),
                starts=night,
                ends=here.clock.at + timedelta(hours=9),
                announced_at=night - timedelta(hours=5),
            ),
            By("王工"),
            here.clock.at,
        )
        made = incidents.insert_new(
            c,
            Incident(
                id=0,
                number="",
                revision=1,
                stage=Stage.OPEN,
                source="planned",
                categories=("NET-F",),
                began_at=night,
                found_at=here.clock.at,
                planned=work.id,
            ),
            "Asia/Shanghai",
        )
        known = tickets.load(c, ticket.id)
        assert made is not None
        assert known is not None
        joined = replace(known, incident=made.id, revision=known.revision + 1)
        assert tickets.save(c, known, joined, ())
        return made.number

    number = await here.store.write(put)
    agent = await here.visit("王敏")
    page = await agent.get(f"/desk/t/{ticket.number}")
    assert page.has(
        '<article class="check failed">',
        "只提前了 5 小时；应提前 72 小时。",
        f"批量事件 {number} 所属的检修",
    )


async def test_a_late_reward_says_by_how_many_days(here: Office) -> None:
    reward = replace(
        SHOCK, category="MKT", subtype="reward", answers={"promised": "2026-10-15"}, when=None
    )
    ticket = await here.filed(reward)
    agent = await here.visit("王敏")
    page = await agent.get(f"/desk/t/{ticket.number}")
    due = Moment(datetime(2026, 10, 14, 16, tzinfo=UTC), day_only=True)
    assert page.has(here.say("hint-h1-over", due=due, days=33))


CARD = Filing(
    story="新换的卡 ****1287 手机读不出。",
    category="SIM",
    subtype="not_recognised",
    service_number=NUMBER,
    wishes=(Wish(code="restore"),),
    answers={"iccid": "89860079090449311287", "device": "P50"},
)
SLOW = Filing(
    story="手机上网特别慢。",
    category="NET-M",
    subtype="slow_data",
    service_number=NUMBER,
    wishes=(Wish(code="repair"),),
)


async def test_the_card_is_read_for_staff_and_never_shown_whole(here: Office) -> None:
    ticket = await here.filed(CARD)
    agent = await here.visit("王敏")
    page = await agent.get(f"/desk/t/{ticket.number}")
    assert page.has(
        "卡号 ****1287：中国移动发行、归属上海市、2004 年制卡。",
        "号码 138****5678：138 号段最初分配给中国移动",
        "****1287",
    )
    assert "8986007909" not in page.text
    page = await agent.post(f"/desk/t/{ticket.number}/number", {"reason": "call"})
    assert page.has("13812345678")
    assert "8986007909" not in page.text


async def test_a_store_and_a_staff_number_are_shown_with_the_catalogues_words(
    here: Office,
) -> None:
    ticket = await here.filed(
        Filing(
            story="态度差",
            category="SRV",
            subtype="rude",
            service_number=NUMBER,
            wishes=(Wish(code="apology"),),
            store="BJ-CYL",
            staff_number="1024",
        )
    )
    agent = await here.visit("Ann", language="en")
    page = await agent.get(f"/desk/t/{ticket.number}")
    assert page.has("Chaoyang Road store, Beijing · BJ-CYL", "Staff number", "1024")


async def test_what_was_asked_for_and_what_came(here: Office) -> None:
    ticket = await here.filed(SLOW)
    agent = await here.visit("王敏")
    path = f"/desk/t/{ticket.number}"
    assert (await agent.get(path)).has("测速截图", here.say("desk-evidence-open"))
    await here.subscriber(ticket, "add", words="三楼", evidence_asked=["speed_test", "lamps"])
    assert (await here.ticket(ticket)).filing.evidence_asked == ("speed_test",)
    assert (await agent.get(path)).has(here.say("desk-evidence-asked"))

    def keep(c: Connection) -> None:
        sent = File("photo", "r", name="a.jpg")
        files.want(c, ticket.chat, sent, ticket.id, here.clock.at, "speed_test")

    await here.store.write(keep)
    assert (await agent.get(path)).has(here.say("desk-evidence-sent"), "<b>测速截图</b> a.jpg")


@pytest.mark.parametrize(
    ("screen", "scheme", "language"),
    [
        (ViewportSize(width=1280, height=900), "light", "zh-CN"),
        (ViewportSize(width=390, height=844), "dark", "en"),
    ],
)
async def test_the_block_is_looked_at(
    here: Office, browser: Browser, screen: ViewportSize, scheme: str, language: str
) -> None:
    await loaded(here, TARIFF)
    ticket = await here.filed(SHOCK)
    agent = await here.visit("王敏")
    await agent.done(ticket, "claim")
    dark = scheme == "dark"
    context = await browser.new_context(
        viewport=screen, color_scheme="dark" if dark else "light", locale=language
    )
    page = await context.new_page()
    await page.goto(await here.hire("陈工", Role.SUPERVISOR))
    await page.goto(f"{here.url}/desk/t/{ticket.number}")
    await page.locator("#act-propose summary").first.click()
    await page.locator("#hints").scroll_into_view_if_needed()
    assert await page.locator("#hints .check.failed").is_visible()
    assert await page.locator("#propose-liability-hint").is_visible()
    wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert await page.evaluate(wide)
    mark = f"{screen['width']}-{scheme}-{language}"
    await page.screenshot(path=SHOTS / f"desk-hints-{mark}.png")
    await page.locator("#propose-liability-hint").scroll_into_view_if_needed()
    await page.screenshot(path=SHOTS / f"desk-hints-form-{mark}.png")
    card = await here.filed(CARD, "a2")
    await page.goto(f"{here.url}/desk/t/{card.number}#hints")
    assert await page.locator("#hints .check").is_visible()
    await page.screenshot(path=SHOTS / f"desk-hints-card-{mark}.png")
    slow = await here.filed(SLOW, "a3")
    await page.goto(f"{here.url}/desk/t/{slow.number}")
    await page.locator(".wanted").scroll_into_view_if_needed()
    await page.screenshot(path=SHOTS / f"desk-hints-evidence-{mark}.png")
    await context.close()
