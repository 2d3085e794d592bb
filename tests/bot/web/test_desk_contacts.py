"""What is no complaint at the desk: praise is thanked for, a fault may be made a complaint."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Kind, State
from storage.store import Store
from tests.bot.web.desk_office import NO_NETWORK, WRONG_CHARGE, Office, office

PRAISE = replace(WRONG_CHARGE, kind=Kind.PRAISE, story="王师傅装机特别认真", amount=None)


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_praise_says_what_it_is_and_ends_with_thanks(here: Office, language: str) -> None:
    ticket = await here.filed(PRAISE)
    agent = await here.visit("王敏", language=language)
    page = await agent.get(f"/desk/t/{ticket.number}")
    assert page.has(here.say("kind-praise", language))
    assert "thank" in page.moves()
    await agent.done(ticket, "thank", words="已转告王师傅")
    assert (await here.ticket(ticket)).state is State.CLOSED
    assert "已转告王师傅" in "\n".join(await here.said(ticket))


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_a_fault_is_made_a_complaint_and_its_person_hears_it(
    here: Office, language: str
) -> None:
    ticket = await here.filed(replace(NO_NETWORK, kind=Kind.FAULT))
    agent = await here.visit("王敏", language=language)
    page = await agent.get(f"/desk/t/{ticket.number}")
    assert page.has(here.say("kind-fault", language))
    assert "thank" not in page.moves()
    page = await agent.done(ticket, "complain")
    assert (await here.ticket(ticket)).filing.kind is Kind.COMPLAINT
    assert "complain" not in page.moves()
    assert "按投诉办理" in (await here.said(ticket))[-1]
    complaint = await here.filed(chat="a2")
    offered = (await agent.get(f"/desk/t/{complaint.number}")).moves()
    assert not {"thank", "complain"} & offered
