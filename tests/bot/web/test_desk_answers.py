"""Ready answers at the desk: written, bound, chosen in a form, filled in when the message goes."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage.store import Store
from tests.bot.web.desk_office import NO_NETWORK, WRONG_CHARGE, Browser, Office, office

MINE = {
    "title": "录音",
    "words-zh-CN": "{name}您好，{number} 的录音已调出。",
    "words-en": "Hello {name}, the recording for {number} is here.",
    "category": "BIL",
}


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def written(browser: Browser, **more: str) -> int:
    page = await browser.post("/desk/answers", {**MINE, **more})
    assert page.path == "/desk/answers"
    return page.status


async def offered(browser: Browser, number: str) -> list[str]:
    """The titles of the ready answers in the form of a reply."""
    page = await browser.get(f"/desk/t/{number}")
    form = page.text.split('id="act-reply"')[1].split("</form>")[0]
    return re.findall(r'name="canned"[^>]*><b>([^<]*)</b>', form)


async def test_ones_own_answer_is_offered_to_oneself_where_it_fits(here: Office) -> None:
    bill, network = await here.filed(), await here.filed(NO_NETWORK, "b1")
    agent, other = await here.visit("王敏"), await here.visit("李静")
    assert await written(agent) == 200
    assert "录音" in await offered(agent, bill.number)
    assert "录音" not in await offered(agent, network.number)
    assert "录音" not in await offered(other, bill.number)


async def test_everybodys_is_written_by_leads_and_offered_to_all(here: Office) -> None:
    bill = await here.filed()
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    assert await written(agent, whose="all") == 403
    assert await written(boss, whose="all") == 200
    assert "录音" in await offered(agent, bill.number)
    page = await boss.get("/desk/answers")
    id = re.search(r"edit=(\d+)#write", page.text)
    assert id
    for path in (f"/desk/answers/{id[1]}/remove",):
        assert (await agent.post(path)).status == 403
    assert (await agent.get(f"/desk/answers?edit={id[1]}")).status == 403
    changed = {**MINE, "id": id[1], "title": "听过的录音", "whose": "all"}
    assert (await boss.post("/desk/answers", changed)).status == 200
    assert "听过的录音" in await offered(agent, bill.number)
    await boss.post(f"/desk/answers/{id[1]}/remove")
    assert "听过的录音" not in await offered(agent, bill.number)
    assert (await boss.post(f"/desk/answers/{id[1]}/remove")).status == 200


async def test_a_variable_that_there_is_not_is_told_and_nothing_typed_is_lost(
    here: Office,
) -> None:
    agent = await here.visit("王敏")
    page = await agent.post("/desk/answers", {**MINE, "words-en": "Hello {nmae}"})
    assert page.status == 422
    assert "{nmae}" in page.text
    assert MINE["words-zh-CN"] in page.text
    assert (await agent.post("/desk/answers", {**MINE, "title": " "})).status == 422


async def test_a_chosen_answer_comes_into_the_form_and_goes_out_filled_in(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    await agent.done(ticket, "claim")
    page = await agent.do(ticket, "reply", canned="cbill_checked", words="先说一句。")
    assert page.status == 200
    form = page.text.split('id="reply-words"')[1].split("</textarea>")[0]
    assert "先说一句。\n{name}您好，已调取账单" in form
    assert "94 元" in form
    typed = form.partition(">")[2]
    before = await agent.do(ticket, "reply", words=typed, step="preview")
    assert "李华您好" in before.text
    await agent.done(ticket, "reply", words=typed)
    last = (await here.said(ticket))[-1]
    assert "先说一句。\n李华您好，已调取账单和订购记录，正在核对有争议的 94 元。" in last
    assert "{" not in last


async def test_what_the_ticket_cannot_fill_in_is_named_before_it_goes(here: Office) -> None:
    ticket = await here.filed(replace(NO_NETWORK, name=""), "b1")
    agent = await here.visit("王敏")
    await agent.done(ticket, "claim")
    said = len(await here.said(ticket))
    page = await agent.do(ticket, "reply", words="退您 {amount}")
    assert page.status == 422
    assert here.say("desk-wrong-variable", variable="{amount}") in page.text
    assert len(await here.said(ticket)) == said
    await agent.done(ticket, "reply", words="{name}您好，{不是变量}。")
    assert (await here.said(ticket))[-1].endswith("用户您好，{不是变量}。")


async def test_a_note_is_left_as_it_was_typed(here: Office) -> None:
    ticket = await here.filed(WRONG_CHARGE)
    agent = await here.visit("王敏")
    await agent.done(ticket, "note", words="问 {name} 要回单")
    assert "问 {name} 要回单" in (await agent.get(f"/desk/t/{ticket.number}")).text


async def test_an_answer_in_one_language_says_so(here: Office) -> None:
    ticket = await here.filed(chat="e1", language="en")
    agent = await here.visit("王敏")
    await written(agent, **{"words-en": ""})
    page = await agent.get(f"/desk/t/{ticket.number}")
    form = page.text.split('id="act-reply"')[1].split("</form>")[0]
    assert f'<b>录音</b> <span class="flag">{here.say("language-zh-CN")}</span>' in form
