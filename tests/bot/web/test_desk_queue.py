"""The queue by page, filter and address, and one act on many tickets, over HTTP."""

import re
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from bot.bulking import Bulking
from bot.web import desk_asking
from bot.web.desk_asking import PAGE, Asked
from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, State, Ticket
from storage import bulk, staff, tasks
from storage.store import Store
from tests.bot.web.desk_office import NO_NETWORK, WRONG_CHARGE, Browser, Office, Page, office


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


def order(page: Page) -> list[str]:
    """The ticket numbers of the queue, as they stand."""
    return re.findall(r'<tr data-number="(TS\d+)"', page.text)


async def crowd(here: Office, count: int) -> list[Ticket]:
    """So many tickets, each of somebody else."""
    return [
        await here.filed(replace(NO_NETWORK, service_number=f"+861390000{one:04d}"), f"c{one}")
        for one in range(count)
    ]


async def finished(here: Office) -> None:
    """All jobs are worked off, as the server's loop does."""
    loop = Bulking(here.door.stage, here.store, here.clock)
    while await loop.round():
        continue


async def begun(browser: Browser, act: str, several: Iterable[Ticket], **typed: str) -> Page:
    """Choose these in the queue and send the form of the act."""
    sent = [("act", act), ("scope", "chosen"), *typed.items()]
    sent += [("t", one.number) for one in several]
    async with browser.session.post(f"{browser.url}/desk/bulk", data=sent) as answer:
        text = await answer.text()
        return Page(answer.status, text, str(answer.url.relative()), {})


async def test_pages_follow_each_other_and_say_where_one_is(here: Office) -> None:
    made = await crowd(here, PAGE + 2)
    agent = await here.visit("王敏")
    first, second = [await agent.get(f"/desk?tab=open&page={one}") for one in (1, 2)]
    assert [len(order(one)) for one in (first, second)] == [PAGE, 2]
    assert sorted(order(first) + order(second)) == sorted(one.number for one in made)
    assert first.has(f"1–{PAGE} / {PAGE + 2}", 'rel="next"')
    assert second.has(f"{PAGE + 1}–{PAGE + 2} / {PAGE + 2}", 'rel="prev"')
    assert 'rel="prev"' not in first.text
    assert 'rel="next"' not in second.text


async def test_the_queue_is_narrowed_and_what_is_chosen_stays_in_its_links(here: Office) -> None:
    network = await here.filed(NO_NETWORK, "a")
    english = await here.filed(WRONG_CHARGE, "b", language="en")
    agent = await here.visit("王敏")
    for sift, expected in (
        ("category=NET-F", network),
        ("language=en", english),
        ("language=en&category=BIL&channel=web&level=2&state=dispatched", english),
    ):
        page = await agent.get(f"/desk?tab=open&{sift}")
        assert order(page) == [expected.number], sift
        assert page.has(sift.split("&")[0], here.say("desk-sift-off"))
    nothing = await agent.get("/desk?tab=open&language=en&category=NET-F")
    assert nothing.has(here.say("desk-empty-sifted"))
    page = await agent.get("/desk?tab=open&state=nonsense&level=x&sort=up&page=-3&category=%00")
    assert page.status == 200


async def test_search_and_filter_go_together(here: Office) -> None:
    chinese = await here.filed(replace(NO_NETWORK, story="又断网了"), "a")
    await here.filed(replace(NO_NETWORK, story="断网断网"), "b", language="en")
    agent = await here.visit("王敏")
    assert order(await agent.get("/desk?q=断网&language=zh-CN")) == [chinese.number]
    assert len(order(await agent.get("/desk?q=断网"))) == 2
    assert order(await agent.get(f"/desk?q={chinese.number[-6:]}")) == [chinese.number]


def test_an_address_says_all_that_was_asked_for() -> None:
    whole = Asked(tab="due", q="断网 5g&x", state="proposed", level=3, sort="level", page=4)
    query = dict(one.split("=") for one in whole.query().split("&"))
    assert len(query) == 6
    read = desk_asking.asked({"tab": "due", "q": "断网 5g&x", "state": "proposed", "level": "3",
                              "sort": "level", "page": "4"})  # fmt: skip
    assert read == whole
    assert "page" not in whole.link(tab="open")


async def test_many_are_claimed_and_what_cannot_be_is_told(here: Office) -> None:
    several = await crowd(here, 3)
    agent, other = await here.visit("王敏"), await here.visit("赵强")
    await other.done(several[1], "claim")
    page = await begun(agent, "claim", several)
    assert page.has(here.say("desk-bulk-far", settled=0, total=3), here.say("desk-bulk-going"))
    await finished(here)
    page = await agent.get(page.path)
    assert page.has(here.say("desk-bulk-over", done=2, refused=1), several[1].number)
    owners = [(await here.ticket(one)).owner_name for one in several]
    assert owners == ["王敏", "赵强", "王敏"]
    assert (await here.said(several[0]))[-1] != (await here.said(several[1]))[0]


async def test_all_that_fit_are_taken_and_nothing_else(here: Office) -> None:
    several = await crowd(here, 3)
    apart = await here.filed(WRONG_CHARGE, "x", language="en")
    boss = await here.visit("陈工", Role.SUPERVISOR)
    shown = await boss.get("/desk/bulk?tab=open&language=zh-CN&scope=all")
    assert shown.has(*(one.number for one in several))
    assert apart.number not in shown.text
    fits = re.findall(r'name="fits" value="([^"]*)"', shown.text)[0]
    typed = {"act": "set_level", "scope": "all", "fits": unescape(fits)}
    page = await boss.post("/desk/bulk", {**typed, "level": "3", "reason": "大面积断网"})
    await finished(here)
    told = await boss.get(page.path + "?job=1")
    assert told.has(here.say("desk-bulk-over", done=3, refused=0))
    assert [(await here.ticket(one)).level for one in (*several, apart)] == [3, 3, 3, 2]


async def test_a_form_that_is_not_filled_in_comes_back_with_what_was_chosen(here: Office) -> None:
    (ticket,) = await crowd(here, 1)
    agent = await here.visit("王敏")
    page = await begun(agent, "note", [ticket])
    assert page.status == 422
    assert page.has(here.say("desk-bulk-missing"), f'name="t" value="{ticket.number}"')
    assert (await begun(agent, "archive", [ticket])).status == 400
    assert (await begun(agent, "set_level", [ticket], level="3", reason="x")).status == 400
    assert (await agent.get("/desk/bulk")).has(here.say("desk-bulk-none"))


async def test_a_reminder_is_noted_and_is_a_task(here: Office) -> None:
    (ticket,) = await crowd(here, 1)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    await begun(boss, "remind", [ticket], words="今天必须回电")
    await finished(here)
    found = await here.store.read(lambda c: tasks.of_ticket(c, ticket.id))
    assert [one.task.words for one in found if one.task.kind == "remind"] == ["今天必须回电"]
    assert (await boss.get(f"/desk/t/{ticket.number}")).has("今天必须回电")
    assert len(await here.said(ticket)) == 1


async def test_a_job_is_its_makers_and_the_leads(here: Office) -> None:
    several = await crowd(here, 1)
    agent, other = await here.visit("王敏"), await here.visit("赵强")
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await begun(agent, "claim", several)
    assert (await other.get(page.path)).status == 404
    assert (await boss.get(page.path)).status == 200
    assert (await agent.get("/desk/bulk?job=999")).status == 404


async def test_who_left_meanwhile_does_nothing_more(here: Office) -> None:
    """The right is asked for at each ticket, not when the job began."""
    several = await crowd(here, 2)
    agent = await here.visit("王敏")
    await begun(agent, "claim", several)
    (who,) = [one.id for one in await here.store.read(staff.everybody) if one.name == "王敏"]
    await here.store.write(lambda c: staff.active(c, who, False))
    await finished(here)
    assert {(await here.ticket(one)).state for one in several} == {State.DISPATCHED}
    far = await here.store.read(lambda c: bulk.progress(c, 1, 9))
    assert (far.done, far.refused) == (0, 2)
