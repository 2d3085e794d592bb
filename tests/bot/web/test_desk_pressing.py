"""Nobody of the staff asks for a score, wherever they write (domain.md §6)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from storage.store import Store
from tests.bot.web.desk_office import Office, office

ASKED = "问题解决的话，麻烦您给个好评"


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


@pytest.mark.parametrize("move", ["reply", "note", "ask"])
async def test_words_that_ask_for_a_score_do_not_go_out(here: Office, move: str) -> None:
    """They stay in the form, with why; nothing is said to the subscriber."""
    ticket = await here.filed()
    agent = await here.visit("王敏")
    await agent.done(ticket, "claim")
    said = len(await here.said(ticket))
    page = await agent.do(ticket, move, words=ASKED)
    assert page.status == 422
    assert here.say("not-allowed-score-asked") in page.text
    assert ASKED in page.text
    assert len(await here.said(ticket)) == said


async def test_a_ready_answer_that_asks_for_one_is_not_kept(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    typed = {"title": "结束语", "words-zh-CN": ASKED, "words-en": "", "whose": "all"}
    page = await boss.post("/desk/answers", {**typed, "category": "", "department": ""})
    assert page.status == 422
    assert here.say("not-allowed-score-asked") in page.text


async def test_nor_is_it_said_in_a_chat_without_a_ticket(here: Office) -> None:
    chat = (await here.filed()).chat
    agent = await here.visit("王敏")
    await agent.post(f"/desk/c/{chat}/join")
    page = await agent.post(f"/desk/c/{chat}/say", {"words": "Please rate us 10 out of 10"})
    assert page.status == 422
    assert here.say("desk-chat-pressed") in page.text
    assert (await agent.post(f"/desk/c/{chat}/say", {"words": "您好"})).status == 200
