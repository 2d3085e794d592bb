"""The supervisors' pages in Chromium: looked at wide and narrow, in both languages and schemes."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, ViewportSize

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage import Connection, rota, staff, tasks
from storage.rota import Absence, Shift
from storage.store import Store
from tests.bot.web.desk_day import busy
from tests.bot.web.desk_office import WRONG_CHARGE, Office, office
from tests.bot.web.test_desk_approvals import DRAFT

AUDIT = (Path(__file__).parent / "audit.js").read_text("utf-8")
SHOTS = Path("build/screenshots")
WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
Scheme = Literal["light", "dark"]
LOOKS: tuple[tuple[ViewportSize, Scheme, str], ...] = (
    (WIDE, "light", "zh-CN"),
    (WIDE, "dark", "en"),
    (NARROW, "light", "en"),
    (NARROW, "dark", "zh-CN"),
)


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


def team(c: Connection, here: Office) -> int:
    """People with shifts, one on leave with a stand-in, one who has left; returns the one away."""
    now = here.clock.at
    people = {
        name: staff.add(c, name, role, department, areas)
        for name, role, department, areas in (
            ("李敏", Role.HANDLER, "BIL", ()),
            ("吴强", Role.HANDLER, "NET", ("510000", "110000")),
            ("钱程", Role.DIRECTOR, "", ()),
            ("罗丹", Role.AGENT, "CS", ()),
        )
    }
    staff.active(c, people["罗丹"], working=False)
    rota.work(c, people["吴强"], [Shift(day, 20 * 60, 6 * 60) for day in range(0, 5)])
    rota.work(c, people["李敏"], [Shift(day, 8 * 60 + 30, 17 * 60 + 30) for day in range(0, 5)])
    gone = next(one.id for one in staff.everybody(c) if one.name == "王敏")
    rota.put(
        c,
        Absence(
            id=0,
            staff=gone,
            starts=now,
            ends=now + timedelta(days=4),
            reason="leave",
            stand_in=people["李敏"],
        ),
        people["钱程"],
        now,
    )
    return gone


async def waiting(here: Office) -> None:
    """An offer and a refusal wait for leave; low scores wait for a call, one was called."""
    agent = await here.visit("唐宁", Role.HANDLER)
    boss = await here.visit("孙涛", Role.SUPERVISOR)
    drafted = await here.filed(replace(WRONG_CHARGE, promise_cited=""), "w1")
    await agent.done(drafted, "claim")
    await agent.done(drafted, "propose", **DRAFT)
    vague = await here.filed(replace(WRONG_CHARGE, story="你们收费不合理。"), "w2")
    await agent.done(vague, "inadmissible", reason="vague")
    for chat, said in (("w3", "退得太慢，打了三次电话"), ("w4", "态度不好")):
        ticket = await here.filed(WRONG_CHARGE, chat)
        await agent.done(ticket, "claim")
        await agent.done(ticket, "done_without_proposal", proof="退费 94 元", wish_met="yes")
        await here.subscriber(ticket, "fixed")
        await here.subscriber(ticket, "score", score="2", solved="partly", words=said)
    todo = await here.store.read(lambda c: tasks.of_kinds(c, ("low_score",), 1))
    for came, words in (("not_reached", "无人接听"), ("content", "补退 10 元话费后表示满意")):
        told = {"came": came, "words": words}
        await boss.post(f"/desk/call-backs/{todo[0].id}", told)


@pytest.mark.parametrize(("screen", "scheme", "language"), LOOKS)
async def test_the_pages_of_the_team_are_looked_at(
    here: Office, browser: Browser, screen: ViewportSize, scheme: Scheme, language: str
) -> None:
    await busy(here)
    await waiting(here)
    gone = await here.store.write(lambda c: team(c, here))
    context = await browser.new_context(viewport=screen, color_scheme=scheme, locale=language)
    page = await context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    await page.goto(await here.hire("郑岚", Role.DIRECTOR))
    pages = (
        ("staff", "/desk/staff"),
        ("person", f"/desk/staff/{gone}"),
        ("approvals", "/desk/approvals"),
        ("call-backs", "/desk/call-backs"),
        ("catalogue", "/desk/catalogue"),
    )
    for name, path in pages:
        await page.goto(f"{here.url}{path}")
        mark = f"{name}-{screen['width']}-{scheme}-{language}"
        await page.screenshot(path=SHOTS / f"desk-team-{mark}.png", full_page=True)
        assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name
        assert await page.evaluate(AUDIT) == "[]"
    assert wrong == []
