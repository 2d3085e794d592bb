"""The desk over real HTTP: who gets in, what each role may do, what a form brings about."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from dialogs.model import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, State
from storage.store import Store
from tests.bot.web.desk_office import NO_NETWORK, Office, office


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def test_smoke(here: Office) -> None:
    ticket = await here.filed()
    await here.filed(NO_NETWORK, "b2")
    agent = await here.visit("王敏")
    page = await agent.get("/desk?tab=open")
    print(page.text)
    page = await agent.get(f"/desk/t/{ticket.number}")
    print(page.text)
    print((await agent.do(ticket, "claim")).text)
    assert 0
