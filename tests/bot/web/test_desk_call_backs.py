"""After a low score: the number is shown on record, a call has an outcome, three in vain end it."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, Ticket
from storage import call_backs, tasks, tickets
from storage.store import Store
from tests.bot.web.desk_office import WRONG_CHARGE, Browser, Office, Page, office


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def scored(here: Office, score: str = "3") -> Ticket:
    """A ticket that came to its end with a low score."""
    agent = await here.visit("王敏")
    ticket = await here.filed(WRONG_CHARGE)
    await agent.done(ticket, "claim")
    await agent.done(ticket, "done_without_proposal", proof="退费 94 元", wish_met="yes")
    await here.subscriber(ticket, "fixed")
    await here.subscriber(ticket, "score", score=score, solved="partly", words="退得太慢")
    return ticket


async def told(here: Office, browser: Browser, came: str, words: str = "已道歉") -> Page:
    open_ones = await here.store.read(lambda c: tasks.of_kinds(c, ("low_score",), 1))
    return await browser.post(f"/desk/call-backs/{open_ones[0].id}", {"came": came, "words": words})


def counts(page: Page) -> list[str]:
    return re.findall(r"<dd>([^<]*)</dd></div>(?=<div><dt>|</dl>)", page.text)[-3:]


async def test_a_call_that_reaches_somebody_is_kept_with_what_came_of_it(here: Office) -> None:
    ticket = await scored(here)
    boss = await here.visit("赵云", Role.SUPERVISOR)
    page = await boss.get("/desk/call-backs")
    assert page.has("退得太慢", "138****5678", ticket.number)
    page = await told(here, boss, "content", "补退 10 元话费后表示满意")
    assert page.has(here.say("desk-calling-done"), here.say("desk-call-backs-none"))
    assert counts(page) == ["1 / 1", "1 / 1", "1 / 1"]
    entry = (await here.store.read(lambda c: tickets.timeline(c, ticket.id)))[-1]
    assert (entry.move, entry.detail["came"]) == ("note", "content")
    assert (await here.ticket(ticket)).called_at is not None
    assert (await boss.get(f"/desk/t/{ticket.number}")).has(here.say("desk-came-content"))


async def test_who_is_not_reached_stays_on_the_list_until_the_third_call(here: Office) -> None:
    ticket = await scored(here)
    boss = await here.visit("赵云", Role.SUPERVISOR)
    for tries in (1, 2):
        page = await told(here, boss, "not_reached", "无人接听")
        assert page.has(ticket.number, here.say("desk-calling-tries", count=tries))
        assert (await here.ticket(ticket)).called_at is None
    page = await told(here, boss, "not_reached", "关机")
    assert page.has(here.say("desk-call-backs-none"))
    assert counts(page) == ["0 / 3", "0 / 0", "0 / 0"]


async def test_a_call_after_its_time_is_told_as_late(here: Office) -> None:
    await scored(here)
    here.clock.at += timedelta(days=5)
    boss = await here.visit("赵云", Role.SUPERVISOR)
    page = await told(here, boss, "explained")
    assert page.has(here.say("desk-calling-late"))
    assert counts(page) == ["1 / 1", "0 / 1", "0 / 1"]


@pytest.mark.parametrize(("came", "words"), [("", "x"), ("content", " "), ("elsewhere", "")])
async def test_what_is_missing_is_said_and_nothing_is_kept(
    here: Office, came: str, words: str
) -> None:
    await scored(here)
    boss = await here.visit("赵云", Role.SUPERVISOR)
    page = await told(here, boss, came, words)
    assert page.status == 422
    assert page.has(here.say("desk-calling-no-words"))
    figures = await here.store.read(
        lambda c: call_backs.figures(c, here.clock.at - timedelta(days=1))
    )
    assert figures.calls == 0


async def test_the_whole_number_is_shown_once_and_the_look_is_on_record(here: Office) -> None:
    ticket = await scored(here)
    boss = await here.visit("赵云", Role.SUPERVISOR)
    open_ones = await here.store.read(lambda c: tasks.of_kinds(c, ("low_score",), 1))
    page = await boss.post(f"/desk/call-backs/{open_ones[0].id}/number")
    assert page.has("13812345678")
    assert "13812345678" not in (await boss.get("/desk/call-backs")).text
    entry = (await here.store.read(lambda c: tickets.timeline(c, ticket.id)))[-1]
    assert (entry.move, entry.actor.name) == ("view", "赵云")


async def test_a_call_made_twice_is_told_so(here: Office) -> None:
    await scored(here)
    boss = await here.visit("赵云", Role.SUPERVISOR)
    open_ones = await here.store.read(lambda c: tasks.of_kinds(c, ("low_score",), 1))
    place = f"/desk/call-backs/{open_ones[0].id}"
    typed = {"came": "content", "words": "满意"}
    assert (await boss.post(place, typed)).status == 200
    assert (await boss.post(place, typed)).status == 422
    assert (await boss.post("/desk/call-backs/999", typed)).status == 404
