"""Offers at the desk: held against the wish, allowed by another, keeping a published promise."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, State, Ticket, When
from storage import tasks, tickets
from storage.store import Store
from tests.bot.web.desk_day import OFFER, SOON
from tests.bot.web.desk_office import WRONG_CHARGE, Browser, Office, office

# 300 yuan for 94 in dispute: above what is in dispute, and above an agent's right.
MUCH = {
    **OFFER,
    "code_1": "compensation",
    "money_1": "300",
    "promise_1": "",
    "words_1": "两个月内第三次误扣，一并补偿",
}
WHY = "两个月内第三次误扣，用户是十年老客户"


STANDS = ("holds", "over")  # of the promises that are shipped, one is over


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def claimed(here: Office) -> tuple[Ticket, Browser]:
    """A wrong charge, taken by an agent."""
    ticket = await here.filed()
    agent = await here.visit("王敏")
    await agent.done(ticket, "claim")
    return ticket, agent


async def asked(here: Office) -> tuple[Ticket, Browser]:
    """An offer above the agent's right, for which leave is asked of a supervisor."""
    ticket, agent = await claimed(here)
    await agent.done(ticket, "propose", **MUCH, words=WHY, step="ask")
    return ticket, agent


async def test_what_an_offer_leaves_open_is_seen_before_it_goes_out(here: Office) -> None:
    ticket, agent = await claimed(here)
    offer = {
        **OFFER,
        "code_1": "refund",
        "money_1": "50",
        "promise_1": "",
        "code_2": "",
        "due_2": "",
    }
    offer["words_2"] = ""
    page = await agent.do(ticket, "propose", **offer)
    assert page.status == 422
    assert page.has(
        here.say("desk-look-first"),
        here.say("desk-gap-missing"),  # of the apology
        here.say("desk-gap-less", less="138 元"),  # 188 asked, 50 offered
        here.say("desk-gap-instead"),
        OFFER["finding"],
        'value="50"',
        f"<span>{here.say('button-accept')}</span>",  # and what the subscriber would read
    )
    assert (await here.ticket(ticket)).state is State.INVESTIGATING
    # A look at another draft does not count; the look at this one does.
    other = await agent.do(ticket, "propose", **{**offer, "money_1": "51"}, seen=page.seen)
    assert other.status == 422
    assert (await agent.do(ticket, "propose", **offer, seen=page.seen)).status == 200
    shown = await agent.get(f"/desk/t/{ticket.number}")
    assert shown.has(here.say("desk-gap-missing"), here.say("desk-gap-less", less="138 元"))


async def test_an_offer_that_meets_the_wish_goes_out_at_once(here: Office) -> None:
    ticket, agent = await claimed(here)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await boss.do(ticket, "propose", **OFFER)
    assert page.status == 200
    assert not page.has(here.say("desk-gap-missing"))
    assert (await agent.get(f"/desk/t/{ticket.number}")).has(here.say("desk-gap-met"))


async def test_a_form_above_ones_right_asks_for_leave_with_everything_typed_kept(
    here: Office,
) -> None:
    ticket, agent = await claimed(here)
    page = await agent.do(ticket, "propose", **MUCH)
    assert page.status == 422
    assert page.has(
        here.say("desk-ask-leave"),
        "金额 300 元，超出您的权限 50 元。请申请审批。由主管审批。",
        MUCH["words_1"],
        OFFER["finding"],
        f'value="{SOON}"',
    )
    told = len(await here.said(ticket))
    page = await agent.do(ticket, "propose", **MUCH, step="ask")
    assert page.status == 422
    assert page.has(here.say("not-allowed-no-reason"), here.say("desk-ask-leave"), MUCH["words_1"])
    page = await agent.do(ticket, "propose", **MUCH, words=WHY, step="ask", seen=page.seen)
    assert page.status == 200
    assert page.has(here.say("desk-leave-asked"), WHY)
    assert "approve" not in page.moves()
    assert len(await here.said(ticket)) == told
    assert (await here.ticket(ticket)).state is State.INVESTIGATING


async def test_granted_it_goes_out_as_drafted_in_the_name_of_who_drafted_it(here: Office) -> None:
    ticket, agent = await asked(here)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    todo = await boss.get("/desk/tasks")
    assert todo.has(here.say("task-approve_offer"), WHY, f"/desk/t/{ticket.number}#approvals")
    assert not (await agent.get("/desk/tasks")).has(here.say("task-approve_offer"))
    task = await here.store.read(lambda c: tasks.of_kinds(c, ("approve_offer",), 1))
    assert f"/desk/task/{task[0].id}/done" not in todo.text  # it ends with a decision alone
    assert (await boss.post(f"/desk/task/{task[0].id}/done")).status == 403
    page = await boss.get(f"/desk/t/{ticket.number}")
    assert page.has(
        here.say("desk-approvals"),
        here.say("desk-beside"),
        here.say("desk-gap-met"),
        OFFER["finding"],
        f"<span>{here.say('button-accept')}</span>",
        WHY,
    )
    assert {"approve", "refuse_approval", "pass_up"} <= page.moves()
    page = await boss.done(ticket, "approve")
    assert page.has(here.say("desk-leave-granted"))
    out = await here.ticket(ticket)
    assert (out.state, out.proposals[-1].by) == (State.PROPOSED, "王敏")
    assert "两个月内第三次误扣，一并补偿 300 元" in (await here.said(ticket))[-1]
    assert not (await boss.get("/desk/tasks")).has(here.say("task-approve_offer"))


async def test_refused_it_comes_back_to_its_form_and_the_subscriber_hears_nothing(
    here: Office,
) -> None:
    ticket, agent = await asked(here)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    told = await here.said(ticket)
    assert (await boss.do(ticket, "refuse_approval")).status == 422
    await boss.done(ticket, "refuse_approval", reason="先按公开承诺双倍返还，补偿没有依据")
    assert await here.said(ticket) == told
    assert (await agent.get("/desk/tasks")).has(here.say("task-offer_refused"), "没有依据")
    page = await agent.get(f"/desk/t/{ticket.number}")
    assert page.has(here.say("desk-leave-refused"), "补偿没有依据", 'value="300"', MUCH["words_1"])
    await agent.done(ticket, "propose", **{**MUCH, "money_1": "50"})
    assert not (await agent.get("/desk/tasks")).has(here.say("task-offer_refused"))


async def test_who_asked_cannot_grant_and_a_supervisor_passes_it_up(here: Office) -> None:
    ticket = await here.filed()
    boss = await here.visit("陈工", Role.SUPERVISOR)
    await boss.done(ticket, "claim")
    await boss.done(ticket, "propose", **MUCH, words=WHY, step="ask")
    page = await boss.get(f"/desk/t/{ticket.number}")
    assert {"approve", "refuse_approval"} & page.moves() == set()
    assert (await boss.do(ticket, "approve")).has(here.say("not-allowed-own-approval"))
    head = await here.visit("何总", Role.DIRECTOR)
    await boss.done(ticket, "pass_up", words="请总监定")
    assert not (await boss.get(f"/desk/t/{ticket.number}")).has('id="act-pass_up"')
    assert (await head.get("/desk/tasks")).has("请总监定")
    page = await head.done(ticket, "approve")
    assert page.has(here.say("desk-leave-passed", name="陈工"), here.say("desk-leave-granted"))


async def test_a_draft_that_the_ticket_moved_on_from_is_out_of_date_and_says_so(
    here: Office,
) -> None:
    ticket, agent = await asked(here)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    before = (await boss.get(f"/desk/t/{ticket.number}")).revision
    await here.subscriber(ticket, "withdraw")
    page = await boss.post(f"/desk/t/{ticket.number}/do/approve", {"revision": before})
    assert page.status == 409
    assert page.has(here.say("desk-overtaken"), here.say("move-withdraw"))
    assert page.has(here.say("desk-leave-overtaken"), "申请以后工单有了新的进展：撤回投诉")
    assert not (await boss.get("/desk/tasks")).has(here.say("task-approve_offer"))
    assert (await agent.get(f"/desk/t/{ticket.number}")).has(here.say("desk-leave-overtaken"))


async def test_a_date_that_has_passed_is_said_before_the_offer_goes_out(here: Office) -> None:
    ticket, _ = await asked(here)
    here.clock.at += timedelta(days=4)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await boss.do(ticket, "approve")
    assert page.status == 422
    assert page.has("11月20日", here.say("desk-approvals"))
    assert (await here.ticket(ticket)).state is State.INVESTIGATING


async def test_of_two_offers_at_once_one_goes_out_and_the_other_keeps_what_was_typed(
    here: Office,
) -> None:
    ticket = await here.filed()
    one, two = await here.visit("陈工", Role.SUPERVISOR), await here.visit("赵工", Role.SUPERVISOR)
    await one.done(ticket, "claim")
    page = await one.get(f"/desk/t/{ticket.number}")
    typed = {key.replace("_1", "-1").replace("_2", "-2"): value for key, value in OFFER.items()}
    typed["revision"] = page.revision
    place = f"/desk/t/{ticket.number}/do/propose"
    mine, hers = {**typed, "finding": "甲的核查结果"}, {**typed, "finding": "乙的核查结果"}
    answers = await asyncio.gather(one.post(place, mine), two.post(place, hers))
    assert sorted(page.status for page in answers) == [200, 409]
    lost = next(page for page in answers if page.status == 409)
    kept = "乙的核查结果" if lost is answers[1] else "甲的核查结果"
    assert lost.has(here.say("desk-overtaken"), kept, 'value="188"', f'value="{SOON}"')
    assert len((await here.ticket(ticket)).proposals) == 1
    assert sum("核查结果：" in one for one in await here.said(ticket)) == 1


async def test_a_promise_is_cited_by_an_item_and_stands_in_the_message(here: Office) -> None:
    ticket, agent = await claimed(here)
    page = await agent.get(f"/desk/t/{ticket.number}")
    assert page.has(f"话费误差，双倍返还 · {here.say('desk-promise-cited')}")
    await (await here.visit("陈工", Role.SUPERVISOR)).done(ticket, "propose", **OFFER)
    assert "（兑现公开承诺“话费误差，双倍返还”）" in (await here.said(ticket))[-1]
    assert (await agent.get(f"/desk/t/{ticket.number}")).has(
        here.say("desk-keeps", promise="话费误差，双倍返还")
    )


async def test_a_promise_out_of_its_validity_can_be_read_and_not_cited(here: Office) -> None:
    when = When(start=datetime(2025, 12, 20, 4, tzinfo=UTC))
    ticket = await here.filed(replace(WRONG_CHARGE, when=when))
    boss = await here.visit("陈工", Role.SUPERVISOR)
    await boss.done(ticket, "claim")
    page = await boss.get(f"/desk/t/{ticket.number}")
    assert page.has('<option value="double_refund" disabled>', "2026-01-01 至 2026-12-31")
    page = await boss.do(ticket, "propose", **OFFER)
    assert page.status == 422
    assert page.has("2026-01-01 至 2026-12-31", "2025-12-20", 'value="188"')


@pytest.mark.parametrize("role", [Role.AGENT, Role.HANDLER, Role.DIRECTOR, Role.ADMIN])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_all_staff_read_the_library_of_promises(
    here: Office, role: Role, language: str
) -> None:
    browser = await here.visit("某人", role, language)
    assert (await browser.get("/desk")).has('href="/desk/promises"')
    page = await browser.get("/desk/promises")
    known = here.door.stage.house.catalogue.promises
    for one in known.values():
        said = (one.label, one.text, one.source)
        assert page.has(*(here.said_as(label.words[language]) for label in said)), one.code
    chips = [f'class="chip">{here.say(f"desk-promise-{one}", language)}<' for one in STANDS]
    assert [page.text.count(chip) for chip in chips] == [len(known) - 1, 1]


async def test_who_warns_of_an_offer_below_the_promise_is_the_task_of_a_supervisor(
    here: Office,
) -> None:
    ticket, agent = await claimed(here)
    low = {**OFFER, "code_1": "refund", "money_1": "50", "promise_1": ""}
    await agent.done(ticket, "propose", **low)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await boss.get("/desk/tasks")
    assert page.has(here.say("task-risk"), here.say("desk-risk-below_promise"))
    assert not (await agent.get("/desk/tasks")).has(here.say("task-risk"))
    entries = await here.store.read(lambda c: tickets.timeline(c, ticket.id))
    assert entries[-1].move == "propose"
