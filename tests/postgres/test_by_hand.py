"""Two replicas at a filing by hand: a form sent twice, a link opened twice, a talk judged twice."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage import suspects, tickets
from storage.store import Store
from tests.bot.web.desk_office import Office, office
from tests.bot.web.test_desk_new import PHONE, by_hand, form, linked, sent
from tests.bot.web.test_desk_quality import ANGRY, HOUR, talked


@pytest.fixture
async def two(
    house: House, texts: Texts, one: Store, other: Store, tmp_path: Path
) -> AsyncIterator[tuple[Office, Office]]:
    """Two replicas that serve chat and desk, on one database."""
    async with AsyncExitStack() as stack:
        made = [office(house, texts, store, tmp_path / "files") for store in (one, other)]
        first, second = [await stack.enter_async_context(each) for each in made]
        yield first, second


async def test_a_form_sent_to_both_at_once_files_once(two: tuple[Office, Office]) -> None:
    here, there = two
    clerk, same = await here.visit("王敏"), await there.visit("王敏")
    page = await clerk.post("/desk/new", form())
    typed = form(step="file", number=PHONE)
    first, second = await asyncio.gather(sent(clerk, page, typed), sent(same, page, typed))
    assert {first.status, second.status} == {200}
    assert first.path == second.path
    assert len(await here.store.read(lambda c: tickets.load_many(c, [1, 2]))) == 1


async def test_a_link_opened_twice_at_once_leads_one_of_them_there(
    two: tuple[Office, Office],
) -> None:
    here, there = two
    clerk = await here.visit("王敏")
    ticket = await by_hand(here, clerk)
    link = linked(await clerk.post(f"/desk/t/{ticket.number}/call/link"))
    ann, li = here.browser(), there.browser()
    await asyncio.gather(ann.get(link), li.get(link))
    await asyncio.gather(ann.post(link), li.post(link))
    number = here.say("followed", no=ticket.number)
    told = [(await one.get("/chat/log")).text.count(number) for one in (ann, li)]
    assert sorted(told) == [0, 1]
    assert (await here.ticket(ticket)).revision == ticket.revision + 1


async def test_a_link_opened_while_staff_act_loses_neither(two: tuple[Office, Office]) -> None:
    here, there = two
    clerk = await here.visit("王敏")
    handler = await there.visit("李工", Role.HANDLER)
    ticket = await by_hand(here, clerk)
    link = linked(await clerk.post(f"/desk/t/{ticket.number}/call/link"))
    ann = here.browser()
    _, page = await asyncio.gather(ann.post(link), handler.do(ticket, "claim"))
    after = await here.ticket(ticket)
    assert after.chat != ticket.chat
    assert (page.status, bool(after.owner)) in {(200, True), (409, False)}


async def test_of_two_that_judge_at_once_one_finds_the_talk(two: tuple[Office, Office]) -> None:
    here, there = two
    await talked(here, "angry", ANGRY, "/cancel")
    here.clock.at += 3 * HOUR
    there.clock.at = here.clock.at
    await asyncio.gather(here.dispatcher.tick(), there.dispatcher.tick())
    assert len(await here.store.read(lambda c: suspects.open_ones(c, 9))) == 1
