"""The files of an appeal at the desk: whoever takes one says what for, and that is noted."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from dialogs.appeals.bundle import outgoing
from dialogs.appeals.stating import dossier
from dialogs.house import House
from dialogs.model import Attached
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, Ticket
from storage import tickets
from storage.store import Store
from tests.bot.web.desk_office import Office, office


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def handed(here: Office) -> tuple[Ticket, tuple[Attached, ...]]:
    """A complaint whose subscriber was sent the files of an appeal, and which these are."""
    ticket = await here.filed()
    await here.subscriber(ticket, "hand_out_file")
    ticket = await here.ticket(ticket)
    return ticket, outgoing(ticket, dossier(ticket).handed[0], ())


async def test_what_was_handed_out_stands_on_the_page_and_can_be_taken(here: Office) -> None:
    ticket, out = await handed(here)
    browser = await here.visit("周宁", Role.HANDLER)
    page = await browser.get(f"/desk/t/{ticket.number}")
    assert page.has(here.say("desk-handed"), *(one.name for one in out))
    types = ("application/pdf", "text/plain", "application/zip")
    for one, kind in zip(out, types, strict=True):
        place = f"{browser.url}/desk/t/{ticket.number}/handed/{one.kind}"
        async with browser.session.post(place, data={"reason": "inspect"}) as answer:
            assert answer.status == 200
            assert answer.content_type == kind
            assert one.name in answer.headers["Content-Disposition"]
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    entries = await here.store.read(lambda c: tickets.timeline(c, ticket.id))
    looks = [one for one in entries if one.move == "view" and one.actor.name == "周宁"]
    assert [one.detail for one in looks] == [{"reason": "inspect"}] * len(out)


async def test_without_a_reason_or_for_what_was_never_sent_there_is_nothing(here: Office) -> None:
    ticket, out = await handed(here)
    browser = await here.visit("周宁", Role.HANDLER)
    place = f"/desk/t/{ticket.number}/handed"
    assert (await browser.post(f"{place}/{out[0].kind}", {})).status == 400
    for kind in ("appeal-pdf:1", "confirmation:1", f"{out[2].kind}0"):
        assert (await browser.post(f"{place}/{kind}", {"reason": "file"})).status == 404
    lost = await browser.post(f"/desk/t/TS1/handed/{out[0].kind}", {"reason": "file"})
    assert lost.status == 404
    assert not (await browser.get(f"/desk/t/{(await here.filed(chat='a2')).number}")).has(
        here.say("desk-handed")
    )


async def test_staff_write_the_details_down_and_make_the_file_for_who_called(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    said = {"name": "李红", "address": "中关村东路1号", "postcode": "100190"}
    await agent.done(ticket, "prepare_appeal", **said)
    await agent.done(ticket, "hand_out_file")
    kept = dossier(await here.ticket(ticket))
    assert (kept.applicant.name, kept.applicant.address) == ("李红", "中关村东路1号")
    out = outgoing(await here.ticket(ticket), kept.handed[0], ())
    page = await agent.get(f"/desk/t/{ticket.number}")
    assert page.has(here.say("desk-handed"), *(one.name for one in out))
