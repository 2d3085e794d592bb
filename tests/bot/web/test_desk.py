"""The desk over real HTTP: who gets in, what the queue shows, what stays private."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.model import File
from dialogs.texts import Texts
from dialogs.tickets.lifecycle import allowed
from dialogs.tickets.ticket import Actor, Role, Ticket
from storage import staff, tickets
from storage.store import Store
from tests.bot.web.desk_day import OFFER, busy, picture, sent
from tests.bot.web.desk_office import NO_NETWORK, WRONG_CHARGE, Browser, Office, office

STAFF = (Role.AGENT, Role.HANDLER, Role.SUPERVISOR, Role.DIRECTOR, Role.ADMIN)


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


def order(text: str) -> list[str]:
    """The ticket numbers of the queue, as they stand."""
    return re.findall(r'href="/desk/t/(TS\d+)"', text)


async def test_a_stranger_is_told_how_to_get_a_link(here: Office) -> None:
    ticket = await here.filed()
    stranger = here.browser()
    for path in ("/desk", "/desk/tasks", f"/desk/t/{ticket.number}", "/desk/file/1"):
        page = await stranger.get(path)
        assert page.status == 401
        assert page.has("redress staff add", "--role")
        assert not page.has(ticket.number + "<")
    assert (await stranger.post(f"/desk/t/{ticket.number}/do/claim")).status == 401
    assert (await here.ticket(ticket)).owner == 0


async def test_a_link_signs_in_once_and_a_look_does_not_use_it_up(here: Office) -> None:
    link = (await here.hire("王敏", Role.AGENT)).removeprefix(here.url)
    first, second = here.browser(), here.browser()
    async with first.session.head(f"{here.url}{link}") as looked:
        assert looked.status == 200
    assert "set-cookie" not in (await first.get(link, **{"Sec-Purpose": "prefetch"})).headers
    page = await first.get(link)
    assert (page.status, page.path) == (200, "/desk")
    assert page.has(here.say("desk-who", name="王敏", role=here.say("role-agent")))
    spent = await second.get(link)
    assert spent.status == 401
    assert spent.has(here.say("desk-signin-spent"))


async def test_the_cookie_is_kept_from_scripts_and_other_sites(here: Office) -> None:
    link = await here.hire("王敏", Role.AGENT)
    async with here.browser().session.get(link, allow_redirects=False) as answer:
        cookie = answer.headers["Set-Cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/desk" in cookie


async def test_who_signs_out_or_has_left_is_a_stranger_again(here: Office) -> None:
    agent, gone = await here.visit("王敏"), await here.visit("李雷")
    await agent.post("/desk/out")
    assert (await agent.get("/desk")).status == 401
    people = await here.store.read(staff.everybody)
    await here.store.write(lambda c: staff.active(c, people[-1].id, False))
    assert (await gone.get("/desk")).status == 401


async def test_every_page_comes_with_headers_that_keep_foreign_code_out(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    for path in ("/desk", "/desk/tasks", f"/desk/t/{ticket.number}", "/desk/t/none"):
        headers = (await agent.get(path)).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}]
)
async def test_another_site_cannot_press_our_buttons(here: Office, headers: dict[str, str]) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    typed = {"revision": str(ticket.revision)}
    page = await agent.post(f"/desk/t/{ticket.number}/do/claim", typed, **headers)
    assert page.status == 403
    assert (await here.ticket(ticket)).owner == 0


async def test_the_queue_puts_those_in_haste_first_and_says_so_in_words(here: Office) -> None:
    late = await here.filed(NO_NETWORK, "a")
    here.clock.at += timedelta(hours=26)
    fresh = await here.filed(WRONG_CHARGE, "b")
    agent = await here.visit("王敏")
    page = await agent.get("/desk?tab=open")
    assert order(page.text) == [late.number, fresh.number]
    assert page.has('class="time over"', here.say("desk-left-over", span="22 小时"))
    assert order((await agent.get("/desk?tab=breached")).text) == [late.number]
    assert order((await agent.get("/desk?tab=due")).text) == [fresh.number]
    assert order((await agent.get("/desk")).text) == []


async def test_the_tabs_follow_a_ticket_through_its_life(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    shown = {ticket.number}
    assert set(order((await agent.get("/desk?tab=unclaimed")).text)) == shown
    await agent.done(ticket, "claim")
    assert set(order((await agent.get("/desk?tab=mine")).text)) == shown
    assert order((await agent.get("/desk?tab=unclaimed")).text) == []
    await agent.done(ticket, "ask", words="10月30日您接到过推销电话吗？")
    assert set(order((await agent.get("/desk?tab=waiting")).text)) == shown
    await here.subscriber(ticket, "withdraw")
    assert set(order((await agent.get("/desk?tab=ended")).text)) == shown
    assert order((await agent.get("/desk?tab=open")).text) == []


async def test_a_ticket_is_found_by_number_phone_and_words(here: Office) -> None:
    ticket = await here.filed()
    await here.filed(NO_NETWORK, "b")
    agent = await here.visit("王敏")
    spaced = f"ts {ticket.number[2:6]} {ticket.number[6:]}"
    for search in (ticket.number, spaced, "138 1234 5678", "+8613812345678", "视频包"):
        page = await agent.get(f"/desk?q={search.replace('+', '%2B')}")
        assert order(page.text) == [ticket.number], search
    assert (await agent.get("/desk?q=%25")).has(here.say("desk-empty-search"))
    assert (await agent.get("/desk?q=没有的词")).has(here.say("desk-empty-search"))


async def test_numbers_and_names_are_masked_until_asked_for_and_that_is_noted(
    here: Office,
) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    place = f"/desk/t/{ticket.number}"
    for path in ("/desk?tab=open", place):
        page = await agent.get(path)
        assert page.has("138****5678")
        assert not page.has("13812345678")
        assert not page.has("李华")
    shown = await agent.post(f"{place}/number", {"reason": "call"})
    assert shown.has("+8613812345678", "李华", here.say("move-view"), here.say("desk-look-call"))
    later = await agent.get(place)
    assert later.has(here.say("move-view"))
    assert not later.has("13812345678")
    assert (await agent.post(f"{place}/number", {"reason": "curious"})).status == 400
    entries = await here.store.read(lambda c: tickets.timeline(c, ticket.id))
    assert (entries[-1].move, entries[-1].actor.name) == ("view", "王敏")
    assert (await here.ticket(ticket)).revision == ticket.revision


@pytest.mark.parametrize("role", STAFF)
async def test_the_page_offers_exactly_what_the_life_cycle_allows(
    here: Office, role: Role, house: House
) -> None:
    _, settled = await busy(here)
    browser = await here.visit("某人", role)
    people = await here.store.read(staff.everybody)
    by = Actor(role, people[-1].id, "某人")
    found = await here.store.read(lambda c: tickets.load_many(c, range(1, settled.id + 5)))
    assert len(found) > 5
    for ticket in found:
        page = await browser.get(f"/desk/t/{ticket.number}")
        may = allowed(ticket, by, house.catalogue, here.clock())
        # Leave for an offer is asked from the form of the offer.
        assert page.moves() == set(may) - {"ask_approval"}, ticket.state


async def test_a_role_without_the_right_is_refused_at_the_door_too(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    await agent.done(ticket, "claim")
    page = await agent.do(ticket, "hold", reason="等基站配件", until="2026-11-18")
    assert page.status == 422
    assert page.has(here.say("not-allowed-role"), "等基站配件")
    assert (await agent.do(ticket, "accept")).status == 404
    assert (await agent.get("/desk/t/TS26110000999")).status == 404


async def test_files_are_shown_to_staff_only_and_never_run(here: Office) -> None:
    ticket = await here.filed()
    image = await picture(here, ticket)
    text = File("document", "d1", "a<b>.html", "text/plain")
    page = await sent(here, ticket, b"<script>alert(1)</script>", text)
    agent = await here.visit("王敏")
    shown = await agent.get(f"/desk/file/{image}")
    assert shown.status == 200
    assert shown.headers["content-type"] == "image/png"
    assert shown.headers["content-disposition"].startswith("inline")
    assert "sandbox" in shown.headers["content-security-policy"]
    saved = await agent.get(f"/desk/file/{page}")
    assert saved.headers["content-type"] == "application/octet-stream"
    assert saved.headers["content-disposition"].startswith("attachment")
    assert (await here.browser().get(f"/desk/file/{image}")).status == 401
    assert (await agent.get("/desk/file/999")).status == 404
    told = await agent.get(f"/desk/t/{ticket.number}")
    assert told.has(f'src="/desk/file/{image}"', "a&lt;b&gt;.html")


async def test_what_people_write_is_never_markup(here: Office) -> None:
    story = "<b>粗</b> & <script>alert(1)</script> 𝕏👍🏽"
    ticket = await here.filed(replace(WRONG_CHARGE, story=story))
    agent = await here.visit("<i>王</i>")
    for path in ("/desk?tab=open", f"/desk/t/{ticket.number}"):
        page = await agent.get(path)
        assert page.has("&lt;b&gt;粗&lt;/b&gt; &amp;", "𝕏👍🏽", "&lt;i&gt;王")
        assert not page.has("<script>alert")


async def test_the_language_is_chosen_here_and_leads_back_to_the_desk_only(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    place = f"/desk/t/{ticket.number}"
    page = await agent.post("/desk/language", {"language": "en", "back": place})
    assert page.path == place
    assert page.has(here.say("desk-acts", "en"), '<html lang="en">')
    page = await agent.post("/desk/language", {"language": "zh-CN", "back": "//evil.example"})
    assert page.path == "/desk"
    assert page.has(here.say("desk-tab-unclaimed"))
    assert (await here.browser("en-GB").get("/desk")).has(here.say("desk-signin-title", "en"))


async def test_other_tickets_of_the_number_are_shown_to_staff(here: Office) -> None:
    first = await here.filed(WRONG_CHARGE, "a")
    second = await here.filed(WRONG_CHARGE, "b")
    agent = await here.visit("王敏")
    assert (await agent.get(f"/desk/t/{second.number}")).has(here.say("desk-history"), first.number)


async def test_a_score_is_seen_only_once_it_was_given(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    await agent.done(ticket, "claim")
    await agent.done(ticket, "done_without_proposal", proof="退费 94 元", wish_met="yes")
    await here.subscriber(ticket, "fixed")
    assert not (await agent.get(f"/desk/t/{ticket.number}")).has(here.say("desk-scores"))
    await here.subscriber(ticket, "score", score="9", words="很快")
    assert (await agent.get(f"/desk/t/{ticket.number}")).has(
        here.say("desk-scores"), "9 分", "很快"
    )


async def whole_offer(agent: Browser, ticket: Ticket) -> None:
    await agent.done(ticket, "propose", **OFFER)


async def test_wish_offer_and_what_was_done_stand_side_by_side(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("陈工", Role.SUPERVISOR)
    await agent.done(ticket, "claim")
    await whole_offer(agent, ticket)
    await here.subscriber(ticket, "accept")
    await agent.done(ticket, "item_done", item="1", proof="流水 T1")
    page = await agent.get(f"/desk/t/{ticket.number}")
    assert page.has("双倍返还 188 元", "书面道歉", "流水 T1", here.say("desk-outcome-accepted"))
