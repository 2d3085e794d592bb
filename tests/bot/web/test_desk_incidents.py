"""Incidents at the desk over real HTTP: each act, by whom it may be done, and what all hear."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.incidents.incident import Stage
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, State
from storage import Connection, chats, incidents, staff
from storage.store import Store
from tests.bot.web.desk_office import WRONG_CHARGE, Office, office
from tests.bot.web.desk_outage import (
    NO_SIGNAL,
    TIANHE,
    WORDS,
    act,
    alerts,
    complaints,
    done,
    found,
    now,
    offered,
    revision,
    ticked,
)

LEADS = (Role.SUPERVISOR, Role.DIRECTOR, Role.ADMIN)
OTHERS = (Role.AGENT, Role.HANDLER)
OFFER = {
    "liability": "operator",
    "code_1": "waiver",
    "words_1": "减免一天月租",
    "money_1": "5",
    "due_1": "2026-11-24",
}


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def test_an_incident_that_was_found_is_confirmed_and_all_hear_the_one_wording(
    here: Office,
) -> None:
    of, filed = await found(here)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    listed = await boss.get("/desk/incidents")
    assert listed.has(of.number, "北京市海淀区", here.say("desk-incident-stage-suspected"))
    page = await done(here, boss, of, "confirm", **WORDS, expected="2026-11-17T18:00")
    assert page.has(here.say("desk-made", move=here.say("desk-incident-act-confirm")))
    after = await now(here, of)
    assert (after.stage, after.owner_name) == (Stage.OPEN, "赵敏")
    for ticket in filed:
        assert WORDS[f"words-{ticket.language}"] in (await here.said(ticket))[-1]
        assert "18:00" in (await here.said(ticket))[-1]


async def test_confirmed_as_it_was_told_already_nobody_hears_it_twice(here: Office) -> None:
    of, filed = await found(here)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    told = await here.said(filed[0])
    page = await boss.get(f"/desk/incident/{of.id}")
    same = {
        "words-zh-CN": "北京市海淀区的移动网络有故障，不少用户受影响，正在抢修。",
        "words-en": "The mobile network in Haidian, Beijing has a fault that affects many people. "
        "It is being repaired.",
    }
    assert page.has(*same.values())
    assert same["words-zh-CN"] in told[-1]
    await done(here, boss, of, "confirm", **same)
    assert (await now(here, of)).stage is Stage.OPEN
    assert await here.said(filed[0]) == told


@pytest.mark.parametrize("role", OTHERS)
async def test_who_leads_nothing_sees_an_incident_and_has_no_say_in_it(
    here: Office, role: Role
) -> None:
    of, filed = await found(here)
    somebody = await here.visit("王敏", role)
    page = await somebody.get(f"/desk/incident/{of.id}")
    assert page.moves() == {"add", "part"}
    assert not (await somebody.get("/desk/incidents")).has("/desk/incidents/new")
    for name in ("confirm", "fix", "settle", "close", "claim", "rewrite", "expected", "dismiss"):
        fields = {"revision": str(of.revision), "reason": "x", "at": "2026-11-17T10:00", **WORDS}
        answer = await somebody.post(f"/desk/incident/{of.id}/do/{name}", fields | offered(OFFER))
        assert answer.status == 422, name
        assert here.say("not-allowed-role") in alerts(answer)
    assert await now(here, of) == of
    assert (await somebody.get("/desk/incidents/new")).status == 403
    assert (await somebody.post("/desk/incidents/new", {"step": "open"})).status == 403
    assert len(await here.said(filed[0])) == 2


@pytest.mark.parametrize("role", LEADS)
async def test_who_leads_may_do_all_that_its_stage_allows(here: Office, role: Role) -> None:
    of, _ = await found(here)
    boss = await here.visit("赵敏", role)
    both = {"add", "part", "scope", "rewrite"}
    page = await boss.get(f"/desk/incident/{of.id}")
    assert page.moves() == both | {"confirm", "claim", "expected", "dismiss"}
    page = await done(here, boss, of, "confirm", **WORDS)
    assert page.moves() == both | {"fix", "close", "expected", "dismiss"}
    page = await done(here, boss, of, "fix", at="2026-11-17T10:00")
    assert page.moves() == both | {"settle", "close"}
    page = await done(here, boss, of, "close")
    assert page.moves() == set()
    assert page.has(here.say("desk-incident-over"))


def _people(c: Connection) -> dict[str, int]:
    return {one.name: one.id for one in staff.everybody(c)}


async def test_an_owner_who_leads_nothing_may_act_on_what_is_theirs(here: Office) -> None:
    of, _ = await found(here)
    handler = await here.visit("王工", Role.HANDLER)
    people = await here.store.read(_people)
    before = await now(here, of)
    mine = replace(before, owner=people["王工"], owner_name="王工", revision=before.revision + 1)
    assert await here.store.write(lambda c: incidents.save(c, before, mine))
    page = await done(here, handler, of, "confirm", **WORDS)
    assert "fix" in page.moves()
    assert (await now(here, of)).stage is Stage.OPEN


async def test_it_works_again_and_who_wished_no_more_is_asked_to_check(here: Office) -> None:
    of, filed = await found(here, 8)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    await done(here, boss, of, "confirm", **WORDS)
    await done(here, boss, of, "fix", at="2026-11-17T10:00")
    states = [(await here.ticket(one)).state for one in filed]
    assert [one is State.AWAITING_CONFIRM for one in states] == [n % 4 != 3 for n in range(8)]
    page = await boss.get(f"/desk/incident/{of.id}")
    assert page.has(here.say("desk-incident-stage-fixed"), here.say("desk-incident-news-fixed"))
    await here.subscriber(filed[0], "fixed")
    await here.subscriber(filed[1], "not_fixed", words="还是没信号")
    page = await boss.get(f"/desk/incident/{of.id}")
    assert page.text.count(here.say("desk-said-works")) == 1
    assert page.has(here.say("desk-tickets-parted", count=1), here.say("desk-tickets-all", count=7))
    split = await boss.get(f"/desk/incident/{of.id}?show=parted")
    assert split.has(filed[1].number, here.say("desk-said-not"))
    assert not split.has(filed[0].number)


async def test_an_offer_to_all_is_a_proposal_for_whoever_has_had_no_answer(here: Office) -> None:
    of, filed = await found(here, 8)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    await done(here, boss, of, "confirm", **WORDS)
    await done(here, boss, of, "fix", at="2026-11-17T10:00")
    shown = await act(boss, of, "settle", step="preview", **OFFER)
    assert shown.has(
        here.say("desk-incident-reads-b3", reader="English"),
        here.say("desk-incident-reads-b3c", reader="中文"),
    )
    assert (await now(here, of)).offer == ()
    page = await done(here, boss, of, "settle", **OFFER)
    assert page.has("减免一天月租 5 元")
    assert (await here.ticket(filed[3])).state is State.PROPOSED
    assert (await here.ticket(filed[0])).state is State.AWAITING_CONFIRM
    assert "减免一天月租" in (await here.said(filed[0]))[-1]


async def test_an_offer_beyond_ones_right_or_that_is_no_money_comes_back(here: Office) -> None:
    of, _ = await found(here)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    await done(here, boss, of, "confirm", **WORDS)
    await done(here, boss, of, "fix", at="2026-11-17T10:00")
    page = await act(boss, of, "settle", **{**OFFER, "money_1": "五块"})
    assert page.status == 422
    assert here.say("desk-wrong-amount", typed="五块") in alerts(page)
    assert 'value="减免一天月租"' in page.text
    page = await act(boss, of, "settle", **{**OFFER, "money_1": "900000"})
    assert page.status == 422
    assert (await now(here, of)).stage is Stage.FIXED


async def test_a_new_end_is_told_to_all_and_quiet_words_to_nobody(here: Office) -> None:
    of, filed = await found(here)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    await done(here, boss, of, "confirm", **WORDS)
    page = await act(boss, of, "expected", expected="soon")
    assert page.status == 422
    assert here.say("desk-wrong-moment", typed="soon") in alerts(page)
    await done(here, boss, of, "expected", expected="2026-11-17T20:30")
    assert "20:30" in (await here.said(filed[0]))[-1]
    told = len(await here.said(filed[0]))
    quiet = {**WORDS, "words-zh-CN": "海淀区光缆被挖断，正在抢修。"}
    page = await done(here, boss, of, "rewrite", **quiet, quiet="yes")
    assert page.has("海淀区光缆被挖断，正在抢修。")
    assert len(await here.said(filed[0])) == told
    page = await act(boss, of, "rewrite", **{**WORDS, "words-en": " "})
    assert page.status == 422
    assert here.say("not-allowed-incident-words") in alerts(page)


async def test_what_it_covers_is_changed_by_name_and_nobody_is_told(here: Office) -> None:
    of, filed = await found(here)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    told = len(await here.said(filed[0]))
    page = await done(here, boss, of, "scope", areas="北京市海淀区、天河区", department="NET")
    assert page.has("广州市天河区")
    assert (await now(here, of)).areas == ("110108", "440106")
    page = await act(boss, of, "scope", areas="亚特兰蒂斯", department="NET")
    assert here.say("desk-areas-unknown", said="亚特兰蒂斯") in alerts(page)
    assert 'value="亚特兰蒂斯"' in page.text
    late = await here.filed(replace(NO_SIGNAL, where=TIANHE), "t1")
    await ticked(here)
    assert (await here.ticket(late)).incident == of.id
    assert len(await here.said(filed[0])) == told


async def test_what_is_none_is_dismissed_with_a_reason_and_its_tickets_are_freed(
    here: Office,
) -> None:
    of, filed = await found(here)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    page = await act(boss, of, "dismiss", reason=" ")
    assert here.say("not-allowed-no-reason") in alerts(page)
    await done(here, boss, of, "dismiss", reason="都是同一家公司的测试号")
    assert (await now(here, of)).stage is Stage.DISMISSED
    ticket = await here.ticket(filed[0])
    assert (ticket.incident, ticket.parted) == (0, of.id)
    over = await boss.get("/desk/incidents?stage=ended")
    assert over.has(of.number, here.say("desk-incident-stage-dismissed"))
    assert not (await boss.get("/desk/incidents")).has(of.number)


async def test_of_two_at_once_one_wins_and_the_other_keeps_what_was_typed(here: Office) -> None:
    of, filed = await found(here)
    first = await here.visit("赵敏", Role.SUPERVISOR)
    second = await here.visit("陈工", Role.DIRECTOR)
    seen = revision(await second.get(f"/desk/incident/{of.id}"), "confirm")
    other = {**WORDS, "words-zh-CN": "海淀区基站断电，正在抢修。"}
    one, two = await asyncio.gather(
        first.post(f"/desk/incident/{of.id}/do/confirm", {"revision": seen, **WORDS}),
        second.post(f"/desk/incident/{of.id}/do/confirm", {"revision": seen, **other}),
    )
    assert {one.status, two.status} == {200, 409}
    lost, winner = (two, "赵敏") if two.status == 409 else (one, "陈工")
    typed = other if two.status == 409 else WORDS
    assert lost.has(here.say("desk-incident-overtaken"), winner)
    assert lost.has(typed["words-zh-CN"], typed["words-en"])
    await ticked(here)
    assert (await now(here, of)).owner_name == winner
    said = [one for one in await here.said(filed[0]) if "光缆" in one or "断电" in one]
    assert len(said) == 1


async def test_an_old_revision_is_told_so_also_by_a_preview(here: Office) -> None:
    of, _ = await found(here)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    seen = revision(await boss.get(f"/desk/incident/{of.id}"), "confirm")
    await done(here, boss, of, "claim")
    fields = {"revision": seen, **WORDS}
    page = await boss.post(f"/desk/incident/{of.id}/do/confirm", {**fields, "step": "preview"})
    assert page.status == 200
    assert page.has(here.say("desk-incident-overtaken"), here.say("desk-incident-act-claim"))
    page = await boss.post(f"/desk/incident/{of.id}/do/confirm", {**fields, "revision": "x"})
    assert page.status == 409
    assert (await now(here, of)).stage is Stage.SUSPECTED


async def test_a_ticket_is_added_by_its_number_and_split_off(here: Office) -> None:
    of, _ = await found(here)
    agent = await here.visit("王敏")
    other = await here.filed(replace(NO_SIGNAL, where=None), "z1")
    page = await done(here, agent, of, "add", number=other.number.lower())
    assert page.has(here.say("desk-made", move=here.say("desk-incident-act-add")), other.number)
    assert (await here.ticket(other)).incident == of.id
    page = await act(agent, of, "add", number="TS26110009999")
    assert here.say("desk-no-such-ticket") in alerts(page)
    page = await agent.get(f"/desk/incident/{of.id}?part={other.number}")
    assert page.has(f'value="{other.number}"')
    page = await done(here, agent, of, "part", number=other.number, reason="他在外地")
    assert page.has(here.say("desk-made", move=here.say("desk-incident-act-part")))
    ticket = await here.ticket(other)
    assert (ticket.incident, ticket.parted) == (0, of.id)
    page = await act(agent, of, "part", number=other.number, reason="再试一次")
    assert here.say("desk-not-of-this") in alerts(page)
    assert 'value="' + other.number in page.text


async def test_a_ticket_shows_its_incident_and_the_queue_those_of_one(here: Office) -> None:
    of, filed = await found(here)
    other = await here.filed(WRONG_CHARGE, "b1")
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    page = await boss.get(f"/desk/t/{filed[0].number}")
    assert page.has(f'href="/desk/incident/{of.id}"', here.say("desk-incident-stage-suspected"))
    assert page.has(here.say("desk-flag-incident"))
    assert not (await boss.get(f"/desk/t/{other.number}")).has("/desk/incident/")
    queue = await boss.get(f"/desk?tab=open&incident={of.id}")
    assert queue.has(filed[0].number, filed[5].number)
    assert not queue.has(other.number)
    assert (await boss.get("/desk?tab=open")).has(other.number)
    english = await here.visit("Ann", Role.SUPERVISOR, "en")
    page = await english.get(f"/desk/incident/{of.id}")
    assert page.has("Haidian, Beijing", here.say("desk-incident-do-confirm", "en"))


async def test_the_task_about_an_incident_leads_to_it_and_is_done_with_it(here: Office) -> None:
    of, _ = await found(here)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    page = await boss.get("/desk/tasks")
    assert page.has(f'href="/desk/incident/{of.id}"', of.number, here.say("task-incident"))
    await done(here, boss, of, "confirm", **WORDS)
    assert not (await boss.get("/desk/tasks")).has(of.number)


async def test_an_incident_is_opened_by_hand_for_those_who_fit(here: Office) -> None:
    here_too = await complaints(here, 3)
    elsewhere = await here.filed(replace(NO_SIGNAL, where=TIANHE), "t1")
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    typed = {
        "where": "海淀区",
        "category": "NET-M:no_signal",
        "began": "2026-11-17T09:00",
        "expected": "2026-11-17T18:00",
        **WORDS,
    }
    page = await boss.post("/desk/incidents/new", {**typed, "step": "look"})
    assert page.has(here.say("desk-incident-fitting", count=3), here_too[0].number)
    assert page.has(WORDS["words-en"], "18:00")
    assert not page.has(elsewhere.number)
    assert await here.store.read(incidents.live) == ()
    mark = page.text.partition('name="shown" value="')[2].partition('"')[0]
    changed = {**typed, "where": "天河区", "shown": mark, "step": "open"}
    page = await boss.post("/desk/incidents/new", changed)
    assert page.has(here.say("desk-incident-fitting", count=1), elsewhere.number)
    assert await here.store.read(incidents.live) == ()
    page = await boss.post("/desk/incidents/new", {**typed, "shown": mark, "step": "open"})
    assert page.has(here.say("desk-made", move=here.say("desk-incident-act-open")))
    await ticked(here)
    (of,) = await here.store.read(incidents.live)
    assert (of.stage, of.areas, of.owner_name) == (Stage.OPEN, ("110108",), "赵敏")
    assert [(await here.ticket(one)).incident for one in here_too] == [of.id] * 3
    assert (await here.ticket(elsewhere)).incident == 0
    assert WORDS["words-zh-CN"] in (await here.said(here_too[0]))[-1]
    page = await boss.post("/desk/incidents/new", {**typed, "step": "look"})
    assert page.has(here.say("desk-incident-known"), f"/desk/incident/{of.id}")


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"where": ""}, "desk-areas-none"),
        ({"where": "朝阳区"}, "desk-areas-several"),
        ({"category": ""}, "not-allowed-incident-category"),
        ({"words-en": ""}, "not-allowed-incident-words"),
        ({"began": "昨天"}, "desk-wrong-moment"),
    ],
)
async def test_what_cannot_be_opened_comes_back_as_it_was_typed(
    here: Office, wrong: dict[str, str], key: str
) -> None:
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    typed = {
        "where": "海淀区",
        "category": "NET-M",
        "began": "2026-11-17T09:00",
        "campaign": "无忧套餐",
        **WORDS,
        **wrong,
    }
    page = await boss.post("/desk/incidents/new", {**typed, "step": "look"})
    said = next(iter(wrong.values()))
    assert page.status == 422
    assert here.say(key, said=said, typed=said) in alerts(page)
    assert page.has('value="无忧套餐"')
    assert not page.has('value="open"')


async def test_of_places_of_one_name_one_is_chosen(here: Office) -> None:
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    typed = {"where": "朝阳区", "category": "NET-M", "began": "2026-11-17T09:00"}
    page = await boss.post("/desk/incidents/new", {**typed, "step": "look"})
    assert page.has('name="pick-1" value="110105"', "北京市朝阳区", "长春市朝阳区")
    page = await boss.post("/desk/incidents/new", {**typed, "pick-1": "220104", "step": "look"})
    assert page.status == 200
    assert page.has(here.say("desk-incident-fitting", count=0))


async def test_a_long_incident_is_read_page_by_page(here: Office) -> None:
    of, filed = await found(here, 56)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    first = await boss.get(f"/desk/incident/{of.id}")
    assert first.has(here.say("desk-pages-of", first=1, last=50, total=56), filed[49].number)
    assert not first.has(filed[50].number)
    after = first.text.partition("after=")[2].partition("#")[0]
    second = await boss.get(f"/desk/incident/{of.id}?after={after}")
    assert second.has(here.say("desk-pages-of", first=51, last=56, total=56), filed[55].number)
    assert not second.has(filed[49].number)


async def test_who_cannot_be_reached_is_marked(here: Office) -> None:
    of, filed = await found(here)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    assert not (await boss.get(f"/desk/incident/{of.id}")).has(here.say("desk-flag-unreachable"))
    await here.store.write(lambda c: chats.reachable(c, filed[2].chat, False, here.clock.at))
    page = await boss.get(f"/desk/incident/{of.id}")
    assert page.text.count(here.say("desk-flag-unreachable")) == 1


async def test_what_is_no_incident_and_no_act_is_not_there(here: Office) -> None:
    of, _ = await found(here)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    for path in ("/desk/incident/999", f"/desk/incident/{10**30}", "/desk/incident/x"):
        assert (await boss.get(path)).status == 404
    assert (await boss.post(f"/desk/incident/{of.id}/do/erase")).status == 404
    assert (await boss.post("/desk/incident/999/do/fix")).status == 404
    odd = await boss.get(f"/desk/incident/{of.id}?show=<b>&after=x&done=%22")
    assert odd.status == 200
    assert (await here.browser().get(f"/desk/incident/{of.id}")).status == 401


async def test_what_people_wrote_is_never_markup(here: Office) -> None:
    of, _ = await found(here)
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    nasty = {tag: f"<img src=x onerror=alert(1)> {said}" for tag, said in WORDS.items()}
    page = await done(here, boss, of, "confirm", **nasty)
    assert page.has("&lt;img src=x")
    assert not page.has("<img src=x")
    assert "default-src 'self'" in page.headers["content-security-policy"]


async def test_before_anybody_complains_it_is_shown_what_they_would_read(here: Office) -> None:
    boss = await here.visit("赵敏", Role.SUPERVISOR)
    typed = {"where": "海淀区", "category": "NET-M", "began": "2026-11-17T09:00"}
    page = await boss.post("/desk/incidents/new", {**typed, "step": "look"})
    area, english = "北京市海淀区", "Haidian, Beijing"
    assert page.has(here.say("mass-fault", area=area), here.say("mass-fault", "en", area=english))
    assert page.has(here.say("desk-incident-fitting", count=0))
