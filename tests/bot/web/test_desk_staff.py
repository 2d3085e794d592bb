"""The staff at the desk: added, changed, absent, stood in for, gone; and what is theirs then."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, Task
from storage import Connection, ladder, rota, staff, tickets
from storage.ladder import Pace
from storage.store import Store
from tests.bot.web.desk_office import NO_NETWORK, Browser, Office, Page, office

DAY = timedelta(days=1)
NEW = {"name": "周宁", "role": "handler", "department": "BIL", "areas": "四川 北京"}


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def of(here: Office, name: str) -> int:
    """The id of the person of this name."""
    everybody = await here.store.read(staff.everybody)
    return next(one.id for one in reversed(everybody) if one.name == name)


def alerts(page: Page) -> list[str]:
    return re.findall(r'role="alert">([^<]*)', page.text)


def link(page: Page) -> str:
    found = re.search(r"<code>([^<]*)</code>", page.text)
    return found[1] if found else ""


def day(here: Office, ahead: int) -> str:
    return f"{here.clock.at + ahead * DAY:%Y-%m-%d}"


async def test_somebody_new_gets_a_link_that_lets_them_in_once(here: Office) -> None:
    boss = await here.visit("钱程", Role.DIRECTOR)
    page = await boss.post("/desk/staff", NEW)
    assert page.status == 201
    theirs = link(page).removeprefix(here.url)
    newcomer = here.browser()
    assert (await newcomer.get(theirs)).status == 200
    assert (await here.browser().get(theirs)).status == 401
    known = await here.store.read(lambda c: staff.everybody(c)[-1])
    assert (known.name, known.role, known.department) == ("周宁", Role.HANDLER, "BIL")
    assert known.areas == ("510000", "110000")
    again = await boss.get(f"/desk/staff/{known.id}")
    assert link(again) == ""
    assert again.has("四川省", here.say("desk-staff-did-added"))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"name": " "}, "desk-staff-no-name"),
        ({"name": "钱程"}, "desk-staff-there"),
        ({"areas": "四川 纳尼亚"}, "desk-staff-no-province"),
        ({"role": "admin"}, "desk-staff-above"),
    ],
)
async def test_what_cannot_be_is_said_and_what_was_typed_stays(
    here: Office, typed: dict[str, str], why: str
) -> None:
    boss = await here.visit("钱程", Role.DIRECTOR)
    page = await boss.post("/desk/staff", {**NEW, **typed})
    assert (page.status, len(alerts(page))) == (422, 1)
    args = {"desk-staff-there": {"name": "钱程"}, "desk-staff-no-province": {"said": "纳尼亚"}}
    assert page.has(here.say(why, **args.get(why, {})))
    assert f'value="{typed.get("areas", NEW["areas"])}"' in page.text


async def test_nobody_gives_or_changes_a_role_above_their_own(here: Office) -> None:
    lead = await here.visit("赵云", Role.SUPERVISOR)
    director = await here.visit("钱程", Role.DIRECTOR)
    await here.visit("root", Role.ADMIN)
    root, boss = await of(here, "root"), await of(here, "钱程")
    assert (await lead.post("/desk/staff", {**NEW, "role": "supervisor"})).status == 422
    for browser, whose in ((lead, boss), (director, root)):
        assert (await browser.post(f"/desk/staff/{whose}/link")).status == 403
        assert (await browser.post(f"/desk/staff/{whose}/leave")).status == 422
        page = await browser.post(f"/desk/staff/{whose}/change", {"role": "agent"})
        assert page.status == 422
    assert (await lead.post("/desk/staff", {**NEW, "role": "agent"})).status == 201


async def test_the_last_administrator_and_oneself_stay(here: Office) -> None:
    root = await here.visit("root", Role.ADMIN)
    other = await here.visit("admin2", Role.ADMIN)
    mine, theirs = await of(here, "root"), await of(here, "admin2")
    page = await root.post(f"/desk/staff/{mine}/leave")
    assert page.has(here.say("desk-staff-not-oneself"))
    page = await root.post(f"/desk/staff/{mine}/change", {"role": "director"})
    assert page.has(here.say("desk-staff-own-role"))
    assert (await root.post(f"/desk/staff/{theirs}/leave")).status == 200
    assert (await other.get("/desk")).status == 401
    await here.visit("钱程", Role.DIRECTOR)
    boss = await of(here, "钱程")
    page = await root.post(f"/desk/staff/{boss}/change", {"role": "agent"})
    role = here.say("role-director")
    assert page.has(here.say("desk-staff-last", role=role))


async def test_a_role_taken_away_counts_at_once(here: Office) -> None:
    root = await here.visit("root", Role.ADMIN)
    lead = await here.visit("赵云", Role.SUPERVISOR)
    whose = await of(here, "赵云")
    assert (await lead.get("/desk/keys")).status == 200
    typed = {"role": "agent", "department": "CS", "areas": ""}
    assert (await root.post(f"/desk/staff/{whose}/change", typed)).status == 200
    assert (await lead.get("/desk/keys")).status == 403
    assert (await lead.post("/desk/staff", NEW)).status == 403


async def test_who_is_absent_claims_nothing_until_they_are_back(here: Office) -> None:
    agent = await here.visit("王敏")
    boss = await here.visit("赵云", Role.SUPERVISOR)
    ticket, me = await here.filed(), await of(here, "王敏")
    typed = {"starts": day(here, 0), "ends": day(here, 2), "reason": "sick"}
    page = await agent.post(f"/desk/staff/{me}/absent", typed)
    assert page.has(here.say("desk-staff-done-absent"), here.say("desk-absence-is-now"))
    refused = await agent.do(ticket, "claim")
    assert (refused.status, refused.has("2026-11-20")) == (422, False)
    assert "缺勤" in alerts(refused)[0]
    given = await boss.do(ticket, "assign", staff=str(me))
    assert given.status == 422
    away = await here.store.read(lambda c: rota.absent(c, me, here.clock.at))
    assert away is not None
    await agent.post(f"/desk/staff/{me}/back/{away.id}")
    await agent.done(ticket, "claim")


async def test_only_oneself_and_leads_say_that_somebody_is_absent(here: Office) -> None:
    agent = await here.visit("王敏")
    await here.visit("李敏")
    other = await of(here, "李敏")
    typed = {"starts": day(here, 0), "reason": "leave"}
    assert (await agent.post(f"/desk/staff/{other}/absent", typed)).status == 422
    assert (await here.store.read(lambda c: rota.absences(c, other, 5))) == ()
    boss = await here.visit("赵云", Role.SUPERVISOR)
    assert (await boss.post(f"/desk/staff/{other}/absent", typed)).status == 200
    seen = await agent.get(f"/desk/staff/{other}")
    assert here.say("desk-absence-leave") not in re.findall(r"muted small\">([^<]*)", seen.text)[0]


@pytest.mark.parametrize(
    ("starts", "ends"), [(-1, 2), (2, 1), (0, 400), (400, None)], ids=str
)  # fmt: skip
async def test_an_absence_has_days_that_can_be(here: Office, starts: int, ends: int | None) -> None:
    agent = await here.visit("王敏")
    me = await of(here, "王敏")
    typed = {"starts": day(here, starts), "reason": "leave"}
    typed |= {"ends": day(here, ends)} if ends is not None else {}
    page = await agent.post(f"/desk/staff/{me}/absent", typed)
    assert alerts(page) == [here.say("desk-absence-no-dates")]


async def reminded(here: Office, browser: Browser, number: str) -> bool:
    """Whether this person's list tells of a deadline of the ticket."""
    return number in (await browser.get("/desk/tasks")).text


async def test_reminders_of_somebody_absent_go_to_the_stand_in_else_to_the_leads(
    here: Office,
) -> None:
    owner, other = await here.visit("王敏"), await here.visit("李敏")
    boss = await here.visit("赵云", Role.SUPERVISOR)
    ticket = await here.filed(NO_NETWORK)
    await owner.done(ticket, "claim")

    def remind(c: Connection) -> None:
        due = Task(kind="deadline", role=Role.HANDLER, due=here.clock.at, words="R4")
        about = (ticket.id, ticket.chat)
        ladder.ask(c, due, about, here.clock.at, Pace(timedelta(), 0))

    await here.store.write(remind)
    people = (owner, other, boss)
    assert [await reminded(here, one, ticket.number) for one in people] == [True, False, False]
    me, them = await of(here, "王敏"), await of(here, "李敏")
    typed = {"starts": day(here, 0), "reason": "leave", "stand_in": str(them)}
    await owner.post(f"/desk/staff/{me}/absent", typed)
    assert [await reminded(here, one, ticket.number) for one in people] == [False, True, False]
    await other.post(f"/desk/staff/{them}/absent", {"starts": day(here, 0), "reason": "sick"})
    assert [await reminded(here, one, ticket.number) for one in people] == [False, False, True]


async def test_a_whole_load_goes_to_a_colleague_and_each_subscriber_hears_it(
    here: Office,
) -> None:
    agent = await here.visit("王敏")
    boss = await here.visit("赵云", Role.SUPERVISOR)
    await here.visit("李敏")
    me, them = await of(here, "王敏"), await of(here, "李敏")
    mine = [await here.filed(NO_NETWORK, f"c{n}") for n in range(3)]
    for one in mine:
        await agent.done(one, "claim")
    page = await boss.post(f"/desk/staff/{me}/load", {"to": str(them), "words": "王敏休假"})
    assert page.has(here.say("desk-staff-done-handed"))
    for one in mine:
        assert (await here.ticket(one)).owner_name == "李敏"
        assert "李敏" in (await here.said(one))[-1]
    assert (await here.store.read(lambda c: staff.load_of(c, me))) == []
    told = await here.store.read(lambda c: tickets.timeline(c, mine[0].id))
    assert (told[-1].move, told[-1].detail["words"]) == ("assign", "王敏休假")


async def test_what_cannot_go_stays_and_is_named(here: Office) -> None:
    agent = await here.visit("王敏")
    boss = await here.visit("赵云", Role.SUPERVISOR)
    other = await here.visit("李敏")
    me, them = await of(here, "王敏"), await of(here, "李敏")
    ticket = await here.filed()
    await agent.done(ticket, "claim")
    await other.post(f"/desk/staff/{them}/absent", {"starts": day(here, 0), "reason": "sick"})
    page = await boss.post(f"/desk/staff/{me}/load", {"to": str(them)})
    assert (page.status, page.has(ticket.number)) == (422, True)
    assert page.has(here.say("not-allowed-absent-other", name="李敏"))
    assert (await here.ticket(ticket)).owner == me


async def test_who_leaves_leaves_no_ticket_behind_and_is_signed_out(here: Office) -> None:
    agent = await here.visit("王敏")
    boss = await here.visit("赵云", Role.SUPERVISOR)
    me = await of(here, "王敏")
    ticket = await here.filed()
    await agent.done(ticket, "claim")
    page = await boss.post(f"/desk/staff/{me}/leave")
    assert alerts(page) == [here.say("desk-staff-has-tickets", count=1)]
    page = await boss.post(f"/desk/staff/{me}/leave", {"to": "free"})
    assert page.has(here.say("desk-staff-done-left"))
    assert (await here.ticket(ticket)).owner == 0
    assert (await agent.get("/desk")).status == 401
    again = await boss.post(f"/desk/staff/{me}/return")
    assert again.has(here.say("desk-staff-done-returned"))


async def test_a_week_is_kept_and_shown_to_all_and_half_a_day_is_refused(here: Office) -> None:
    boss, agent = await here.visit("赵云", Role.SUPERVISOR), await here.visit("王敏")
    me = await of(here, "王敏")
    week = {"starts-0": "08:30", "ends-0": "17:30", "starts-1": "20:00", "ends-1": "06:00"}
    page = await boss.post(f"/desk/staff/{me}/shifts", week)
    assert page.has(here.say("desk-staff-done-shifts"))
    assert (await agent.get("/desk/staff")).has("08:30–17:30", "20:00–06:00")
    assert (await agent.post(f"/desk/staff/{me}/shifts", week)).status == 403
    page = await boss.post(f"/desk/staff/{me}/shifts", {"starts-0": "08:30"})
    assert alerts(page) == [here.say("desk-staff-no-times")]
    assert 'value="08:30"' in page.text
