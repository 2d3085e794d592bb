"""What waits for a lead is decided in one place: with the reason where it is not, and only once."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, State, Ticket
from storage.store import Store
from tests.bot.web.desk_office import WRONG_CHARGE, Browser, Office, Page, office

DRAFT = {
    "liability": "operator",
    "finding": "10月30日的订购没有您的二次确认记录。",
    "code-1": "goodwill",
    "words-1": "致歉补偿",
    "money-1": "300",
    "due-1": "2026-11-27",
    "reviewed": "yes",
    "step": "ask",
    "words": "用户为老客户，多次来电",
}


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


def alerts(page: Page) -> list[str]:
    found = re.findall(r'role="alert">(.*?)</p>', page.text)
    return [re.sub(r"<[^>]*>", "", one).strip() for one in found]


async def asked(here: Office, agent: Browser) -> Ticket:
    """A ticket on which leave for an offer is asked."""
    ticket = await here.filed(replace(WRONG_CHARGE, promise_cited=""))
    await agent.done(ticket, "claim")
    await agent.done(ticket, "propose", **DRAFT)
    assert (await here.ticket(ticket)).approvals
    return ticket


async def decided(browser: Browser, ticket: Ticket, move: str, **typed: str) -> Page:
    page = await browser.get("/desk/approvals")
    place = f"/desk/approvals/{ticket.number}/{move}"
    return await browser.post(place, {"revision": page.revision, **typed})


async def test_an_offer_is_seen_with_wish_sum_and_reason_and_goes_out_once_allowed(
    here: Office,
) -> None:
    agent = await here.visit("王敏", Role.HANDLER)
    boss = await here.visit("钱程", Role.DIRECTOR)
    ticket = await asked(here, agent)
    page = await boss.get("/desk/approvals")
    assert page.has(ticket.number, "300 元", "94 元", DRAFT["words"], DRAFT["finding"])
    done = await decided(boss, ticket, "approve")
    assert done.has(here.say("move-approve"), here.say("desk-approvals-none"))
    assert (await here.ticket(ticket)).state is State.PROPOSED


async def test_a_refusal_needs_its_reason_and_what_was_typed_stays(here: Office) -> None:
    agent = await here.visit("王敏", Role.HANDLER)
    boss = await here.visit("钱程", Role.DIRECTOR)
    ticket = await asked(here, agent)
    page = await decided(boss, ticket, "refuse_approval", reason=" ")
    assert (page.status, alerts(page)) == (422, [here.say("not-allowed-no-reason")])
    page = await decided(boss, ticket, "refuse_approval", reason="金额过高")
    assert page.status == 200
    assert (await here.ticket(ticket)).approvals[-1].reason == "金额过高"


async def test_of_two_who_decide_one_does_and_the_other_hears_it(here: Office) -> None:
    agent = await here.visit("王敏", Role.HANDLER)
    one, other = await here.visit("钱程", Role.DIRECTOR), await here.visit("郑岚", Role.DIRECTOR)
    ticket = await asked(here, agent)
    seen = (await other.get("/desk/approvals")).revision
    await decided(one, ticket, "approve")
    page = await other.post(
        f"/desk/approvals/{ticket.number}/refuse_approval", {"revision": seen, "reason": "过高"}
    )
    assert page.status == 422
    assert ticket.number in alerts(page)[0]
    assert (await here.ticket(ticket)).approvals[-1].outcome == "granted"


async def test_who_asked_and_an_administrator_see_it_and_cannot_decide(here: Office) -> None:
    lead, root = await here.visit("赵云", Role.SUPERVISOR), await here.visit("root", Role.ADMIN)
    ticket = await here.filed(replace(WRONG_CHARGE, promise_cited=""))
    await lead.done(ticket, "claim")
    await lead.done(ticket, "propose", **{**DRAFT, "money-1": "900"})
    assert (await here.ticket(ticket)).approvals
    assert (await root.get("/desk/approvals")).has(here.say("desk-approvals-not-yours"))
    for browser in (lead, root):
        page = await browser.get("/desk/approvals")
        assert page.has(ticket.number)
        assert f"{ticket.number}/approve" not in page.text
        assert (await decided(browser, ticket, "approve")).status == 422


async def test_a_complaint_that_is_not_to_be_taken_up_is_confirmed_by_another(
    here: Office,
) -> None:
    agent, boss = await here.visit("王敏"), await here.visit("赵云", Role.SUPERVISOR)
    ticket = await here.filed()
    await agent.done(ticket, "inadmissible", reason="vague")
    page = await decided(boss, ticket, "admissible")
    assert page.status == 200
    assert not (await here.ticket(ticket)).inadmissible
    await agent.done(ticket, "inadmissible", reason="vague")
    page = await decided(boss, ticket, "inadmissible", mend="请补充号码")
    assert page.status == 200, alerts(page)
    assert (await here.ticket(ticket)).state is State.INVALID


@pytest.mark.parametrize("role", [Role.AGENT, Role.HANDLER])
async def test_others_have_no_such_page(here: Office, role: Role) -> None:
    somebody = await here.visit("王敏", role)
    assert (await somebody.get("/desk/approvals")).status == 403
    assert (await somebody.get("/desk/call-backs")).status == 403


async def test_no_other_move_is_made_from_there(here: Office) -> None:
    boss = await here.visit("钱程", Role.DIRECTOR)
    ticket = await here.filed()
    assert (await decided(boss, ticket, "escalate")).status == 404
