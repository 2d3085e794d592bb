"""The daily list and the ladder at the desk, over HTTP and in a browser."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, ViewportSize

from bot.digesting import Digesting
from bot.web.desk_words import Words
from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, Task
from storage import calendar, ladder, tasks
from storage.calendar import By
from storage.ladder import Pace
from storage.store import Store
from storage.workdays_seed import seed
from tests.bot.web.desk_day import busy
from tests.bot.web.desk_office import NO_NETWORK, WRONG_CHARGE, Office, office
from tests.bot.web.test_desk_browser import NARROW, WIDE, heard, signed
from tests.storage.values import of

NINE = datetime(2026, 11, 19, 1, 0, tzinfo=UTC)  # Thursday, 09:00 in Beijing
HOUR = timedelta(hours=1)
NIGHT = NINE - 8 * HOUR
YEAR_END = datetime(2026, 12, 30, 2, 0, tzinfo=UTC)


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files", NIGHT) as made:
        yield made


async def nine(here: Office) -> None:
    here.clock.at = NINE
    assert await Digesting(here.door.stage, here.store).round(NINE)


async def test_before_the_first_list_the_page_says_when_it_comes(here: Office) -> None:
    agent = await here.visit("王敏")
    assert (await agent.get("/desk/digest")).has(here.say("desk-digest-none", time="09:00"))


async def test_the_list_stays_as_it_was_made(here: Office) -> None:
    agent = await here.visit("王敏")
    ticket = await here.filed(NO_NETWORK)
    await agent.done(ticket, "claim")
    await nine(here)
    before = await agent.get("/desk/digest")
    assert before.has(ticket.number, here.say("desk-digest-new"))
    here.clock.at += HOUR
    await agent.done(ticket, "done_without_proposal", proof="已修复", wish_met="yes")
    after = await agent.get("/desk/digest")
    assert after.has(ticket.number, here.say("desk-digest-new"))
    earlier = await agent.get("/desk/digest?day=2026-11-18")
    assert earlier.has(here.say("desk-digest-none", time="09:00"))


async def test_everybody_sees_their_own_list_only(here: Office) -> None:
    agent, other = await here.visit("王敏"), await here.visit("李强")
    ticket = await here.filed(NO_NETWORK)
    await agent.done(ticket, "claim")
    await nine(here)
    assert (await agent.get("/desk/digest")).has(ticket.number)
    assert not (await other.get("/desk/digest")).has(ticket.number)


async def test_deadlines_are_told_one_by_one_and_the_rest_as_a_number(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    made = [await here.filed(WRONG_CHARGE, f"x{n}") for n in range(4)]
    for ticket in (*made, made[0]):
        new = Task(kind="deadline", role=Role.SUPERVISOR, due=here.clock.at, words="R3")
        about = (ticket.id, ticket.chat)
        await here.store.write(of(ladder.ask, new, about, here.clock(), Pace(4 * HOUR, 3)))
    page = await boss.get("/desk/tasks")
    assert [page.text.count(f"/desk/t/{one.number}") > 0 for one in made] == [
        *(True, True, True, False)
    ]
    assert page.has(here.say("desk-late-more", count=1), here.say("desk-task-times", count=2))
    late = await boss.get("/desk/late")
    assert late.has(made[3].number)
    assert not late.has(made[0].number)


async def test_a_deadline_that_was_met_leaves_the_list(here: Office) -> None:
    ticket = await here.filed()
    here.clock.at += timedelta(hours=49)
    await here.dispatcher.tick()
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    assert (await boss.get("/desk/tasks")).has(ticket.number)
    await agent.done(ticket, "claim")
    await agent.done(ticket, "done_without_proposal", proof="退费 94 元", wish_met="yes")
    todo = await here.store.read(lambda c: tasks.of_ticket(c, ticket.id))
    left = [one.task.words for one in todo if one.task.kind == "deadline" and not one.done_at]
    assert "R3" not in left


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_a_provisional_date_says_so_wherever_it_stands(
    house: House, texts: Texts, store: Store, tmp_path: Path, language: str
) -> None:
    async with office(house, texts, store, tmp_path / "files", YEAR_END) as here:
        agent = await here.visit("王敏", Role.AGENT, language)
        ticket = await here.filed()
        await agent.done(ticket, "claim")
        page = await agent.get(f"/desk/t/{ticket.number}")
        words = Words(here.door.stage, language, here.clock.at)
        promised = (await here.ticket(ticket)).next_step_at
        assert promised is not None
        assert page.has(words.at(promised, day=True, expected=True))
        await store.write(lambda c: calendar.seed(c, seed((2026,)), here.clock.at))
        await store.write(lambda c: calendar.confirm(c, 2027, By("陈工"), here.clock.at))
        for _ in range(2):
            here.clock.at += timedelta(minutes=1)
            await here.dispatcher.tick()
        page = await agent.get(f"/desk/t/{ticket.number}")
        strip = page.text.partition('role="log"')[0]  # the chat keeps what was said
        assert words.at(promised, day=True) in strip
        assert words.at(promised, day=True, expected=True) not in strip


@pytest.mark.parametrize(
    ("screen", "scheme", "language", "role"),
    [
        (WIDE, "light", "zh-CN", Role.SUPERVISOR),
        (WIDE, "dark", "en", Role.DIRECTOR),
        (NARROW, "light", "en", Role.SUPERVISOR),
        (NARROW, "dark", "zh-CN", Role.DIRECTOR),
    ],
)
async def test_the_list_in_the_browser(
    here: Office,
    browser: Browser,
    screen: ViewportSize,
    scheme: Literal["light", "dark"],
    language: str,
    role: Role,
) -> None:
    here.clock.at -= timedelta(hours=30)
    await busy(here)
    major = await here.filed(replace(NO_NETWORK, story="全村断网两天，老人打不出急救电话。"), "z9")
    boss = await here.visit("郭总", Role.DIRECTOR)
    await boss.do(major, "escalate", reason="涉及急救电话")
    context = await browser.new_context(viewport=screen, color_scheme=scheme, locale=language)
    here.clock.at = NINE - HOUR
    await here.dispatcher.tick()
    page = await signed(here, context, "陈工", role)
    await nine(here)
    await here.dispatcher.tick()
    wrong, mark = heard(page), f"{screen['width']}-{scheme}-{language}"
    for name, path in (("digest", "/desk/digest"), ("tasks-late", "/desk/tasks")):
        await page.goto(f"{here.url}{path}")
        await page.screenshot(path=f"build/screenshots/desk-{name}-{mark}.png", full_page=True)
        wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert (wide, wrong) == (0, [])
    await page.goto(f"{here.url}/desk/digest")
    await page.click(".digest .card li a >> nth=0")
    await page.wait_for_selector("#ticket, .ticket")
