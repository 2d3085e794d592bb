"""Subscriber and staff at one ticket at the same instant: one wins, and the other is told.

The subscriber writes in the web chat, staff press at the desk, both over HTTP; they may be served
by two replicas. Whoever loses hears exact words, and nothing that either wrote is lost.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

import httpx2
from sqlalchemy import func, select

from dialogs.tickets.ticket import Role, State, Ticket
from storage import Connection, chats, schema, tickets
from tests.bot.web.caller import log, say
from tests.bot.web.desk_day import OFFER
from tests.bot.web.desk_office import Browser, Office, Page, plain

MANNERS = {"Sec-Fetch-Site": "same-origin", "Accept-Language": "zh-CN,zh;q=0.9"}
STORY = "上个月话费多扣了94元，请退给我，号码13812345678"
MOOT = "情况刚有变化，这一步不用做了，请看最新的消息。"
STATE = "情况刚有变化，这一步现在做不了，请看最新的进展。"
DONE_BEFORE = "方案里已有一项办妥，不能整体取消了。还有问题，请直接写给我。"
OVERTAKEN = "在您填写时，工单有了新变化，所以没有提交。您写的内容都在："
ITEMS = {**OFFER, "code_1": "refund", "money_1": "94", "promise_1": ""}


@dataclass(frozen=True)
class Person:
    """A subscriber before the chat page."""

    client: httpx2.AsyncClient
    office: Office

    async def says(self, words: str) -> None:
        """Words, or a button by its words."""
        assert (await say(self.client, words)).status_code == 200

    async def heard(self) -> list[str]:
        """All that we said in this chat, oldest first."""
        return [str(one["text"]) for one in await log(self.client) if one["who"] == "bot"]

    async def hears(self, words: str) -> bool:
        return any(words in one for one in await self.heard())


@asynccontextmanager
async def person(office: Office) -> AsyncIterator[Person]:
    """Somebody who opens the chat page."""
    async with httpx2.AsyncClient(base_url=office.url, headers=MANNERS) as client:
        assert (await client.get("/")).status_code == 200
        yield Person(client, office)


@dataclass(frozen=True)
class Race:
    """A ticket filed in `ann`'s chat, with an offer open that a supervisor made at the desk."""

    ann: Person
    desk: Office
    boss: Browser
    ticket: Ticket

    async def now(self) -> Ticket:
        return await self.desk.ticket(self.ticket)

    async def ready(self, move: str, **typed: str) -> Coroutine[Any, Any, Page]:
        """A form filled on the page as it is now, to be sent later."""
        page = await self.boss.get(f"/desk/t/{self.ticket.number}")
        fields = {"revision": page.revision, **plain(typed)}
        return self.boss.post(f"/desk/t/{self.ticket.number}/do/{move}", fields)

    async def moves(self) -> list[str]:
        """The moves that were made, by their names."""
        entries = await self.desk.store.read(lambda c: tickets.timeline(c, self.ticket.id))
        return [one.move for one in entries]

    async def whole(self) -> None:
        """The record has no gap: each revision has its entry, each state follows from the last."""
        ticket = await self.now()
        entries = await self.desk.store.read(lambda c: tickets.timeline(c, ticket.id))
        made = [one for one in entries if one.move not in {"view", "join", "hand_back"}]
        assert len(made) == ticket.revision
        assert all(a.after == b.before for a, b in pairwise(made))
        assert made[-1].after == ticket.state


async def race(ann: Person, desk: Office, name: str) -> Race:
    """A complaint filed by words, and an offer of two items."""
    for words in (STORY, "我要投诉", "提交"):
        await ann.says(words)

    ticket = await desk.store.read(_newest)
    boss = await desk.visit(name, Role.SUPERVISOR)
    await boss.done(ticket, "claim")
    await boss.done(ticket, "propose", **ITEMS)
    return Race(ann, desk, boss, ticket)


def _newest(c: Connection) -> Ticket:
    found = tickets.load(c, c.execute(select(func.max(schema.ticket.c.id))).scalar_one())
    assert found is not None
    return found


async def at_once(first: Awaitable[Any], second: Awaitable[Any]) -> tuple[Any, Any]:
    """Both, neither waiting for the other."""
    return await asyncio.gather(first, second)


async def accepting_while_it_is_withdrawn(one: Race) -> str:
    """Who won: "accepted" or "withdrawn"."""
    await one.ann.says("接受")
    withdraw = await one.ready("withdraw_proposal", reason="金额有误")
    _, page = await at_once(one.ann.says("确认接受"), withdraw)
    ticket = await one.now()
    await one.whole()
    if page.status == 200:
        assert (ticket.state, ticket.proposals[-1].outcome) == (State.INVESTIGATING, "withdrawn")
        assert await one.ann.hears(MOOT) or await one.ann.hears(STATE)
        assert await one.ann.hears("这份方案要修改，我们先收回")
        assert not await one.ann.hears("书面确认，我们按下面的内容执行")
        return "withdrawn"
    assert (page.status, ticket.state) == (409, State.EXECUTING)
    assert page.has(OVERTAKEN, "金额有误")
    assert await one.ann.hears("书面确认，我们按下面的内容执行")
    return "accepted"


async def accepting_while_another_replaces_it(one: Race) -> str:
    """Nobody accepts an offer that they have not read. Who was first: "staff" or "ann".

    What Ann wrote is kept as her word on the ticket, which may come before the new offer: staff
    then see it beside what they typed, and send it again.
    """
    await one.ann.says("接受")
    await one.boss.done(one.ticket, "withdraw_proposal", reason="金额有误")
    terms = {**ITEMS, "money_1": "60"}
    renewed = await one.ready("propose", **terms)
    _, page = await at_once(one.ann.says("确认接受"), renewed)
    if page.status == 409:
        assert page.has(OVERTAKEN, "<q>确认接受</q>", 'value="60"')
        await one.boss.done(one.ticket, "propose", **terms)
    ticket = await one.now()
    await one.whole()
    assert [each.outcome for each in ticket.proposals] == ["withdrawn", "open"]
    assert ticket.state is State.PROPOSED
    assert await one.ann.hears(MOOT) or await one.ann.hears(STATE)
    assert "accept" not in await one.moves()
    return "ann" if page.status == 409 else "staff"


async def changing_one_s_mind_while_an_item_is_done(one: Race) -> str:
    """Who won: "done" or "changed"."""
    for words in ("接受", "确认接受", "打电话核对", "进度", "改变主意", "金额不合适"):
        await one.ann.says(words)
    assert (await one.now()).state is State.EXECUTING
    item = await one.ready("item_done", item="1", proof="退费流水 T1")
    _, page = await at_once(one.ann.says("诉求不变"), item)
    ticket = await one.now()
    await one.whole()
    if page.status == 200:
        assert ticket.state is State.EXECUTING
        assert ticket.proposals[-1].items[0].proof == "退费流水 T1"
        assert await one.ann.hears(DONE_BEFORE)
        return "done"
    assert (page.status, ticket.state) == (409, State.NEGOTIATING)
    assert page.has(OVERTAKEN, "退费流水 T1")
    assert ticket.proposals[-1].outcome == "rejected"
    assert all(each.done_at is None for each in ticket.proposals[-1].items)
    assert await one.ann.hears("好的，先不执行，原来的约定取消")
    return "changed"


async def two_accept_at_once(one: Race, li: Person) -> str:
    """Two chats that may both decide, since the number is verified for both: it is agreed once."""
    await verified(one, li)
    for words in ("进度", "接受"):
        await li.says(words)
    await one.ann.says("接受")
    await at_once(one.ann.says("确认接受"), li.says("确认接受"))
    ticket = await one.now()
    await one.whole()
    assert ticket.state is State.EXECUTING
    assert [each.outcome for each in ticket.proposals] == ["accepted"]
    assert (await one.moves()).count("accept") == 1
    told = [await each.hears(MOOT) or await each.hears(STATE) for each in (one.ann, li)]
    assert told.count(True) == 1, (await one.ann.heard(), await li.heard())
    assert await one.ann.hears("书面确认，我们按下面的内容执行")
    return "li" if told[0] else "ann"


async def refused_while_she_writes(ann: Person, desk: Office, name: str) -> str:
    """Leave for 188 is refused while Ann adds something: both are kept, and she hears of hers."""
    for words in (STORY, "我要投诉", "提交"):
        await ann.says(words)
    ticket = await desk.store.read(_newest)
    agent, boss = await desk.visit(f"小周{name}"), await desk.visit(name, Role.SUPERVISOR)
    await agent.done(ticket, "claim")
    await agent.done(ticket, "ask_approval", **ITEMS, words="事实清楚")
    one = Race(ann, desk, boss, ticket)
    refusal = await one.ready("refuse_approval", reason="先核对账单")
    _, page = await at_once(ann.says("补充：账单上写的是视频包"), refusal)
    if page.status == 409:
        assert page.has(OVERTAKEN, "补充：账单上写的是视频包", "先核对账单")
        await boss.done(ticket, "refuse_approval", reason="先核对账单")
    after = await one.now()
    await one.whole()
    assert [each.outcome for each in after.approvals] == ["refused"]
    assert (after.state, after.proposals) == (State.INVESTIGATING, ())
    assert (await one.moves()).count("add") == 1
    assert await ann.hears("已记到工单")
    assert not await ann.hears("先核对账单")
    assert not await ann.hears("我们的方案")
    return "ann" if page.status == 409 else "staff"


async def verified(one: Race, li: Person) -> None:
    """The ticket's number is proved to be theirs in that chat, by a code."""
    for words in ("我要投诉", "取消"):  # which agrees to the notice
        await li.says(words)

    def prove(c: Connection) -> None:
        theirs = c.execute(select(func.max(schema.chat.c.id))).scalar_one()
        chats.verify(c, theirs, one.ticket.filing.service_number, "code", one.desk.clock())

    await one.desk.store.write(prove)


Run: TypeAlias = Callable[[Race], Coroutine[Any, Any, str]]
