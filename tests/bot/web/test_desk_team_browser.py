"""The supervisors' pages in Chromium: looked at wide and narrow, in both languages and schemes."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, ViewportSize

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage import Connection, rota, staff
from storage.rota import Absence, Shift
from storage.store import Store
from tests.bot.web.desk_day import busy
from tests.bot.web.desk_office import Office, office

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


@pytest.mark.parametrize(("screen", "scheme", "language"), LOOKS)
async def test_the_pages_of_the_team_are_looked_at(
    here: Office, browser: Browser, screen: ViewportSize, scheme: Scheme, language: str
) -> None:
    await busy(here)
    gone = await here.store.write(lambda c: team(c, here))
    context = await browser.new_context(viewport=screen, color_scheme=scheme, locale=language)
    page = await context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    await page.goto(await here.hire("郑岚", Role.DIRECTOR))
    for name, path in (("staff", "/desk/staff"), ("person", f"/desk/staff/{gone}")):
        await page.goto(f"{here.url}{path}")
        mark = f"{name}-{screen['width']}-{scheme}-{language}"
        await page.screenshot(path=SHOTS / f"desk-team-{mark}.png", full_page=True)
        assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name
        assert await page.evaluate(AUDIT) == "[]"
    assert wrong == []
