"""Earlier contacts that a subscriber names: seen on the ticket, looked up and judged by staff."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from dialogs.appeals.stating import contacts
from dialogs.house import House
from dialogs.texts import Texts
from storage.store import Store
from tests.bot.web.desk_office import Office, office


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as opened:
        yield opened


async def test_a_contact_told_in_the_story_is_judged_once_looked_up(here: Office) -> None:
    ticket = await here.filed()
    clerk = await here.visit("王敏")
    (told,) = contacts(await here.ticket(ticket))
    page = await clerk.get(f"/desk/t/{ticket.number}")
    assert page.has(told.words)
    assert page.has(here.say("desk-contact-stated"))
    found = {"contact": "1", "outcome": "confirmed", "words": "10086 来电记录 10 月 12 日"}
    await clerk.done(ticket, "judge_contact", **found)
    (judged,) = contacts(await here.ticket(ticket))
    assert (judged.status, judged.judged_name) == ("confirmed", "王敏")
    page = await clerk.get(f"/desk/t/{ticket.number}")
    assert page.has(here.say("desk-contact-found"))
    assert page.has("10086 来电记录 10 月 12 日")


async def test_a_judgement_without_what_the_records_say_is_refused(here: Office) -> None:
    ticket = await here.filed()
    clerk = await here.visit("王敏")
    page = await clerk.do(ticket, "judge_contact", contact="1", outcome="not_found", words="")
    assert page.status == 422
    (told,) = contacts(await here.ticket(ticket))
    assert told.status == "stated"
