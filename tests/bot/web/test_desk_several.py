"""At the desk: a ticket of several matters shows and links the others of its story."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Actor, Entry, Role, Ticket
from storage import Connection, tickets
from storage.store import Store
from tests.bot.web.desk_office import NO_NETWORK, WRONG_CHARGE, Office, office


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def together(here: Office) -> tuple[Ticket, Ticket]:
    """Two tickets of one story, with a file that named neither."""
    one, two = await here.filed(NO_NETWORK), await here.filed(WRONG_CHARGE)

    def join(c: Connection) -> None:
        for mine, other in ((one, two), (two, one)):
            after = replace(mine, siblings=(other.id,), revision=mine.revision + 1)
            about = Entry(
                at=here.clock.at,
                move="note",
                actor=Actor(Role.BOT),
                before=mine.state,
                after=mine.state,
                detail={"siblings": [other.number], "shared_files": 1},
            )
            assert tickets.save(c, mine, after, (about,))

    await here.store.write(join)
    return one, two


async def test_a_ticket_links_the_others_of_its_story(here: Office) -> None:
    one, two = await together(here)
    agent = await here.visit("王敏")
    page = await agent.get(f"/desk/t/{one.number}")
    assert page.has(here.say("desk-siblings"), f'href="/desk/t/{two.number}"')
    assert page.has(here.say("desk-filed-with", numbers=two.number))
    assert page.has(here.say("desk-files-shared", count=1))


async def test_a_ticket_of_its_own_shows_no_others(here: Office) -> None:
    alone = await here.filed()
    agent = await here.visit("王敏")
    page = await agent.get(f"/desk/t/{alone.number}")
    assert not page.has(here.say("desk-siblings"))
