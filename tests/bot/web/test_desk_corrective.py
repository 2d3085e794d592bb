"""Corrective actions over HTTP: owed where we are liable, planned, judged, counted, merged."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.incidents import Opened, open_by_hand
from bot.stage import Work
from dialogs.correcting.action import Corrective, Stage
from dialogs.figures.sums import Span
from dialogs.house import House
from dialogs.model import Json
from dialogs.texts import Texts
from dialogs.tickets.ticket import Filing, Role, Ticket, Where
from storage import correctives, measuring, retention, staff, tasks
from storage.store import Store
from tests.bot.web.desk_day import OFFER
from tests.bot.web.desk_office import NO_NETWORK, WRONG_CHARGE, Browser, Office, Page, office

DAY = timedelta(days=1)
PLAN = {
    "cause_class": "own_service",
    "cause": "外呼订购没有二次确认。",
    "fix": "取消订购并退费，10月的同类订购全部核查。",
    "prevention": "没有二次确认记录的订购，计费不生效。",
    "scope": "everywhere",
    "due": "2026-11-30",
}
NOT_OURS = {"liability": "user", "finding": "用户本人在掌厅确认订购。"}
OURS = {"liability": "operator", "finding": "没有二次确认记录。"}


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def found(
    here: Office, browser: Browser, filing: Filing = WRONG_CHARGE, chat: str = "a1", **said: str
) -> Ticket:
    """A ticket of which it was found who is liable: we are, if nothing else is said."""
    ticket = await here.filed(filing, chat)
    await browser.done(ticket, "claim")
    await browser.done(ticket, "set_liability", **(said or OURS))
    return ticket


async def action_of(here: Office, ticket: Ticket) -> Corrective:
    made = await here.store.read(lambda c: correctives.of_ticket(c, ticket.id))
    assert made is not None
    return made


async def sent(here: Office, browser: Browser, of: Corrective, act: str, **typed: str) -> Page:
    page = await browser.get(f"/desk/corrective/{of.id}")
    return await browser.post(
        f"/desk/corrective/{of.id}/do/{act}", {"revision": page.revision, **typed}
    )


async def done(here: Office, browser: Browser, of: Corrective, act: str, **typed: str) -> Page:
    page = await sent(here, browser, of, act, **typed)
    assert page.status == 200, re.findall(r'role="alert">([^<]*)', page.text)
    return page


async def owner_of(here: Office, name: str) -> str:
    people = await here.store.read(staff.everybody)
    return str(next(one.id for one in people if one.name == name))


async def measured(here: Office) -> dict[str, int]:
    """What the report says of actions, of today."""
    house, now = here.door.stage.house, here.clock.at
    today = now.astimezone(ZoneInfo(house.zone)).date()
    span = Span(since=today, until=today)
    made = await here.store.read(lambda c: measuring.account(c, span, house, now))
    return {key: n for (name, key), n in made.facts.sums.values.items() if name == "action"}


async def watched(here: Office, agent: Browser, boss: Browser, ticket: Ticket) -> Corrective:
    """The action of a ticket, planned by the agent, accepted and carried out."""
    action = await action_of(here, ticket)
    owner = await owner_of(here, "王敏")
    await done(here, agent, action, "plan", **PLAN, owner=owner)
    await done(here, boss, action, "accept")
    await done(here, agent, action, "carried_out", proof="规则版本 2.14 已上线")
    return await action_of(here, ticket)


async def test_an_action_is_owed_where_we_are_liable_and_nowhere_else(here: Office) -> None:
    agent = await here.visit("王敏")
    ours = await found(here, agent)
    theirs = await found(here, agent, NO_NETWORK, "b1", **NOT_OURS)
    action = await action_of(here, ours)
    assert (action.stage, action.category, action.province) == (Stage.OWED, "BIL", "110000")
    assert action.number == "CA26110001"
    assert await here.store.read(lambda c: correctives.of_ticket(c, theirs.id)) is None
    page = await agent.get(f"/desk/t/{ours.number}")
    assert page.has(here.say("desk-corrective-one"), action.number)
    page = await agent.get("/desk/corrective")
    assert page.has(action.number, here.say("desk-corrective-owed"))


async def test_an_offer_that_says_we_are_liable_asks_for_an_action_too(here: Office) -> None:
    agent = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await here.filed()
    await agent.done(ticket, "claim")
    await agent.done(ticket, "propose", **OFFER)
    assert (await action_of(here, ticket)).stage is Stage.OWED


async def test_it_falls_away_with_the_liability_but_not_once_it_is_carried_out(
    here: Office,
) -> None:
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    ticket = await found(here, agent)
    action = await action_of(here, ticket)
    await agent.done(ticket, "set_liability", **NOT_OURS)
    assert await here.store.read(lambda c: correctives.of_ticket(c, ticket.id)) is None
    assert await here.store.read(lambda c: correctives.load(c, action.id)) is None
    await agent.done(ticket, "set_liability", **OURS)
    action = await action_of(here, ticket)
    await done(here, agent, action, "plan", **PLAN, owner=await owner_of(here, "王敏"))
    await agent.done(ticket, "set_liability", **NOT_OURS)
    gone = await here.store.read(lambda c: correctives.load(c, action.id))
    assert gone is not None
    assert gone.stage is Stage.DROPPED
    await agent.done(ticket, "set_liability", **OURS)
    again = await watched(here, agent, boss, ticket)
    assert again.id != action.id
    await agent.done(ticket, "set_liability", **NOT_OURS)
    assert (await action_of(here, ticket)).stage is Stage.WATCHED


async def test_a_plan_is_written_sent_back_and_accepted_by_somebody_else(here: Office) -> None:
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    action = await action_of(here, await found(here, agent))
    owner = await owner_of(here, "王敏")
    page = await sent(here, agent, action, "plan", **{**PLAN, "prevention": " "}, owner=owner)
    assert page.status == 422
    assert page.has(here.say("not-allowed-corrective-plan"), PLAN["cause"])
    page = await sent(here, agent, action, "plan", **PLAN, owner="999")
    assert page.has(here.say("not-allowed-corrective-owner"))
    page = await done(here, agent, action, "plan", **PLAN, owner=owner)
    assert page.has(PLAN["cause"], PLAN["prevention"], here.say("desk-corrective-stage-planned"))
    assert page.moves() == {"plan", "join"}
    page = await done(here, boss, action, "send_back", reason="十月以前的怎么办？")
    assert page.has(here.say("desk-corrective-came-back", reason="十月以前的怎么办？"))
    page = await agent.get(f"/desk/corrective/{action.id}")
    assert PLAN["fix"] in page.text  # still in the form, to be mended
    await done(here, agent, action, "plan", **PLAN, owner=owner)
    page = await done(here, boss, action, "accept")
    assert page.has(here.say("desk-corrective-stage-running"), "陈工")
    page = await boss.get("/desk/corrective?stage=running")
    assert page.has(action.number, "王敏")


async def test_whoever_writes_while_it_changes_loses_nothing(here: Office) -> None:
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    action = await action_of(here, await found(here, agent))
    owner = await owner_of(here, "王敏")
    await done(here, agent, action, "plan", **PLAN, owner=owner)
    typed = {"revision": "1", "reason": "还没写完"}
    page = await boss.post(f"/desk/corrective/{action.id}/do/send_back", typed)
    assert page.status == 409
    assert page.has("还没写完", here.say("desk-corrective-act-plan"))
    assert (await boss.post(f"/desk/corrective/{action.id}/do/nonsense")).status == 404


async def test_after_thirty_days_the_record_counts_and_a_person_judges(here: Office) -> None:
    """Two of the same kind are ours again, one is not, another kind does not count."""
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    early = replace(WRONG_CHARGE, service_number="+8613812340000")
    dropped = await action_of(here, await found(here, agent, early, "z1"))
    await done(here, boss, dropped, "drop", reason="试运行")
    here.clock.at += 2 * DAY
    agent, boss = await here.visit("李敏"), await here.visit("周工", Role.SUPERVISOR)
    ticket = await found(here, agent)
    action = await action_of(here, ticket)
    owner = await owner_of(here, "李敏")
    here.clock.at += 8 * DAY
    agent, boss = await here.visit("吴敏"), await here.visit("郑工", Role.SUPERVISOR)
    await done(here, agent, action, "plan", **PLAN, owner=owner)
    await done(here, boss, action, "accept")
    await done(here, agent, action, "carried_out", proof="已上线")
    here.clock.at += 10 * DAY
    agent, boss = await here.visit("赵云"), await here.visit("钱程", Role.SUPERVISOR)
    for place, said in enumerate((OURS, OURS, NOT_OURS)):
        number = f"+861381234000{place + 1}"
        again = replace(WRONG_CHARGE, service_number=number)
        await found(here, agent, again, f"r{place}", **said)
    await found(here, agent, NO_NETWORK, "n1")
    page = await agent.get(f"/desk/corrective/{action.id}")
    told = here.say("desk-corrective-counted-again", days=10, count=2, before=1)
    assert page.has(told, here.say("desk-corrective-so-far"))
    assert page.moves() == set()
    here.clock.at += 20 * DAY + timedelta(hours=1)
    await here.dispatcher.tick()
    action = await action_of(here, ticket)
    assert action.recurred is not None
    assert (action.recurred.same, action.recurred.alike, action.recurred.before) == (2, 1, 1)
    todo = await here.store.read(lambda c: tasks.of_kinds(c, ("corrective_judge",), 9))
    assert [(one.ticket, one.task.words) for one in todo] == [(ticket.id, action.number)]
    boss = await here.visit("孙工", Role.SUPERVISOR)
    page = await boss.get("/desk/tasks")
    assert page.has(here.say("task-corrective_judge"), f"/desk/corrective/{action.id}")
    page = await done(here, boss, action, "came_again", verdict="又有 2 件，规则没有覆盖掌厅。")
    assert page.has(here.say("desk-corrective-again"), here.say("desk-corrective-stage-owed"))
    assert await here.store.read(lambda c: tasks.of_kinds(c, ("corrective_judge",), 9)) == ()
    since, until = here.clock.at - DAY, here.clock.at + DAY
    assert await here.store.read(lambda c: correctives.judged(c, since, until)) == (0, 1)


async def test_what_did_not_come_again_is_effective(here: Office) -> None:
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    action = await watched(here, agent, boss, await found(here, agent))
    here.clock.at += 30 * DAY + timedelta(hours=1)
    await here.dispatcher.tick()
    await here.dispatcher.tick()
    boss = await here.visit("钱程", Role.DIRECTOR)
    page = await boss.get(f"/desk/corrective/{action.id}")
    assert page.has(here.say("desk-corrective-counted-none", days=30, before=0))
    page = await done(here, boss, action, "prove", verdict="抽查 200 笔，全部有二次确认。")
    assert page.has(here.say("desk-corrective-stage-proved"), "抽查 200 笔")
    assert page.moves() == set()
    since, until = here.clock.at - DAY, here.clock.at + DAY
    assert await here.store.read(lambda c: correctives.judged(c, since, until)) == (1, 0)
    standing = await here.store.read(lambda c: correctives.standing(c, here.clock.at))
    assert (standing.by_stage, standing.late) == ({"proved": 1}, {})
    assert await measured(here) == {"open": 0, "overdue": 0, "effective": 1, "recurred": 0}


async def test_a_plan_that_is_late_is_told_to_leads_and_counted(here: Office) -> None:
    agent = await here.visit("王敏")
    action = await action_of(here, await found(here, agent))
    here.clock.at += 4 * DAY
    await here.dispatcher.tick()
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await boss.get("/desk/tasks")
    assert page.has(here.say("task-corrective_late"), action.number)
    page = await boss.get("/desk/corrective")
    assert page.has(here.say("desk-corrective-late", count=1))
    standing = await here.store.read(lambda c: correctives.standing(c, here.clock.at))
    assert (standing.by_stage, standing.late) == ({"owed": 1}, {"owed": 1})
    assert await measured(here) == {"open": 1, "overdue": 1, "effective": 0, "recurred": 0}


async def test_one_matter_has_one_action_while_its_plan_is_owed(here: Office) -> None:
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    one = await found(here, agent)
    same = replace(WRONG_CHARGE, service_number="+8613812340001")
    two = await found(here, agent, same, "a2")
    action = await action_of(here, one)
    assert (await action_of(here, two)).id == action.id
    elsewhere = replace(same, service_number="+8613812340002", where=Where(province="310000"))
    three = await found(here, agent, elsewhere, "a3")
    assert (await action_of(here, three)).id != action.id
    await watched(here, agent, boss, one)
    four = await found(here, agent, replace(same, service_number="+8613812340003"), "a4")
    assert (await action_of(here, four)).id != action.id  # the cause came again, or is another


async def test_all_tickets_of_an_incident_have_one_action(here: Office) -> None:
    boss, both = await here.visit("陈工", Role.SUPERVISOR), []
    for place in ("110000", "310000"):
        number = f"+86139000011{place[:2]}"
        filing = replace(NO_NETWORK, where=Where(province=place), service_number=number)
        both.append(await here.filed(filing, place))
    lead = int(await owner_of(here, "陈工"))
    fields: dict[str, Json] = {
        "categories": ["NET-F"],
        "words": {"zh-CN": "骨干光缆中断。", "en": "A trunk fibre is cut."},
    }
    opened = await here.store.write(
        lambda c: open_by_hand(Work(here.door.stage, c, here.clock()), lead, fields)
    )
    assert isinstance(opened, Opened)
    await here.dispatcher.tick()
    for ticket in both:
        assert (await here.ticket(ticket)).incident == opened.incident.id
        await boss.done(ticket, "set_liability", **OURS)
    first, second = [await action_of(here, one) for one in both]
    assert (first.id, first.incident) == (second.id, opened.incident.id)
    page = await boss.get(f"/desk/incident/{opened.incident.id}")
    assert page.has(here.say("desk-corrective-one"), first.number)
    page = await boss.get(f"/desk/corrective/{first.id}")
    assert page.has(f"/desk/incident/{opened.incident.id}", both[0].number, both[1].number)


async def test_one_action_can_stand_for_the_tickets_of_another(here: Office) -> None:
    agent = await here.visit("王敏")
    one, other = await found(here, agent), await found(here, agent, NO_NETWORK, "b1")
    first, second = await action_of(here, one), await action_of(here, other)
    page = await sent(here, agent, second, "join", into="CA26119999")
    assert page.has(here.say("not-allowed-corrective-other"))
    page = await done(here, agent, second, "join", into=first.number.lower())
    assert page.has(here.say("desk-corrective-joined"), first.number)
    assert (await action_of(here, other)).id == first.id
    page = await agent.get(f"/desk/corrective/{first.id}")
    assert page.has(one.number, other.number, here.say("desk-corrective-stands-for", count=2))


async def test_a_ticket_with_another_cause_is_split_off(here: Office) -> None:
    agent = await here.visit("王敏")
    one = await found(here, agent)
    two = await found(here, agent, replace(WRONG_CHARGE, service_number="+8613812340001"), "a2")
    action = await action_of(here, one)
    page = await done(here, agent, action, "split", ticket=two.number)
    assert page.has(here.say("desk-corrective-act-split"))
    assert (await action_of(here, two)).id != action.id
    page = await sent(here, agent, action, "split", ticket=one.number)  # the only one stays
    assert page.status == 422
    page = await sent(here, agent, action, "split", ticket="TS00000000000")
    assert page.has(here.say("desk-no-such-ticket"))


async def test_an_action_that_stands_for_no_ticket_goes_when_it_is_old(here: Office) -> None:
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    ticket = await found(here, agent)
    action = await watched(here, agent, boss, ticket)
    here.clock.at += 31 * DAY
    await here.dispatcher.tick()
    boss = await here.visit("钱程", Role.SUPERVISOR)
    await done(here, boss, action, "prove", verdict="没有再发生。")
    later = here.clock.at + 400 * DAY
    assert await here.store.read(lambda c: correctives.old(c, later, 9)) == []
    await here.store.write(lambda c: retention.remove(c, [ticket.id]))
    assert await here.store.read(lambda c: correctives.old(c, action.opened_at, 9)) == []
    assert await here.store.write(lambda c: correctives.drop(c, [action.id], later)) == 1
    assert await here.store.read(lambda c: correctives.load(c, action.id)) is None
    assert (await boss.get(f"/desk/corrective/{action.id}")).status == 404


async def test_a_plan_names_no_numbers_of_people(here: Office) -> None:
    agent = await here.visit("王敏")
    action = await action_of(here, await found(here, agent))
    owner = await owner_of(here, "王敏")
    said = {**PLAN, "cause": "13812345678 的订购没有二次确认。"}
    page = await sent(here, agent, action, "plan", **said, owner=owner)
    assert page.status == 422
    assert page.has(here.say("not-allowed-corrective-number"))
    page = await agent.get(f"/desk/corrective/{action.id}")
    assert "13812345678" not in page.text
