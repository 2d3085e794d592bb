"""Complaints by hand over HTTP: the same ticket as from the chat, the call, the link to follow."""

import json
import re
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from dialogs.house import House
from dialogs.model import Address, Command, Event, Tap, Text, What
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, State, Ticket
from dialogs.values import replace
from storage import chats, codec, files, notices, sessions, tasks, tickets
from storage.store import Store
from tests.bot.web.caller import png
from tests.bot.web.desk_day import OFFER
from tests.bot.web.desk_office import Browser, Office, Page, office, read_page

SCRIPTS = Path(__file__).parents[2] / "transcripts"
LETTERS = ("letter-1-reward", "letter-2-network", "letter-3-charge", "letter-3-charge-en")
PHONE = "13426000029"
SELECT = r'<select class="field" id="(\w+)"[^>]*>(.*?)</select>'


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


def letter(name: str) -> str:
    """The letter that a transcript begins with."""
    lines = (SCRIPTS / f"{name}.chat").read_text("utf-8").splitlines()
    return next(line for line in lines if line.startswith("ann: "))[5:].replace("⏎", "\n")


async def chatted(here: Office, story: str, language: str) -> Ticket:
    """The letter sent to the bot, what it asks answered, submitted."""
    address = Address("web", "", "letters")
    place = 0

    async def take(what: What) -> None:
        nonlocal place
        place += 1
        event = Event(f"e{place}", address, here.clock(), what, message=str(place))
        await here.dispatcher.take([(replace(event, language=language), None)])

    async def pressed(action: str) -> None:
        chat = await here.store.read(lambda c: chats.find(c, address))
        assert chat is not None
        now = await here.store.read(lambda c: sessions.load(c, chat))
        data = (one.data for one in now.session.offers if one.data.endswith(f":{action}"))
        await take(Tap(next(data)))

    await take(Command("start"))
    await take(Text(story))
    await pressed("file")
    await take(Text(PHONE))
    await pressed("submit")
    (made,) = await here.store.read(lambda c: tickets.load_many(c, [1]))
    return made


def form(story: str = "", **more: str) -> dict[str, str]:
    """The form as a clerk fills it."""
    story = story or letter("letter-3-charge")
    usual = {"origin": "hotline", "language": "zh-CN", "consent": "read_out", "story": story}
    return {**usual, "step": "read", **more}


async def filed(browser: Browser, typed: dict[str, str], **more: str) -> Page:
    """Read once, filled in, filed, as the page has it."""
    page = await browser.post("/desk/new", typed)
    assert page.status == 200, page.text
    return await sent(browser, page, {**typed, **more, "step": "file"})


async def sent(browser: Browser, page: Page, typed: dict[str, str]) -> Page:
    """The page's form posted as a browser does: with what is ticked, chosen and hidden in it."""
    pairs = [*{**standing(page), **typed}.items(), *(("wishes", one) for one in ticked(page))]
    async with browser.session.post(f"{browser.url}/desk/new", data=pairs) as answer:
        return await read_page(answer)


def ticked(page: Page) -> list[str]:
    return re.findall(r'name="wishes" value="(\w+)" checked', page.text)


def standing(page: Page) -> dict[str, str]:
    """Hidden inputs, and what is chosen in the selects."""
    found = re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', page.text)
    known = {name: unescape(value) for name, value in found if name != "back"}
    for name, inner in re.findall(SELECT, page.text, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', inner)
        known[name] = unescape(chosen[1]) if chosen else ""
    return known


async def by_hand(here: Office, browser: Browser, **more: str) -> Ticket:
    page = await filed(browser, form(), number=PHONE, **more)
    assert page.path.endswith("/call"), page.text
    found = await here.store.read(lambda c: tickets.by_number(c, page.path.split("/")[3]))
    assert found is not None
    return found


@pytest.mark.parametrize("name", LETTERS)
async def test_the_same_letter_by_hand_and_in_chat_is_the_same_ticket(
    here: Office, name: str
) -> None:
    """Equal but for origin and chat, what tells them apart, and the clock of the receipt."""
    language = "en" if name.endswith("-en") else "zh-CN"
    chat = await chatted(here, letter(name), language)
    clerk = await here.visit("王敏")
    typed = form(letter(name), language=language)
    page = await filed(clerk, typed, number=PHONE)
    assert page.path.endswith("/call"), re.findall(r'role="alert"[^>]*>([^<]*)', page.text)
    (hand,) = await here.store.read(lambda c: tickets.load_many(c, [2]))
    assert (hand.filing.origin, chat.filing.origin) == ("hotline", "")
    ours, theirs = whole(hand), whole(chat)
    assert ours["filing"].pop("origin") != theirs["filing"].pop("origin")
    limits = [one for one in theirs.pop("clocks") if one["rule"] != "R1"]
    assert [one for one in ours.pop("clocks") if one["rule"] != "R1"] == limits
    assert {name for name in ours if ours[name] != theirs[name]} == OWN | REPEATED
    # It is found to repeat the one from the chat, for staff alone: as any about the same number.
    assert (hand.repeat_of, hand.repeat_shown) == (chat.id, False)


OWN = {"id", "number", "chat", "subscriber"}
REPEATED = {"repeat_of", "times_alike"}


def whole(ticket: Ticket) -> dict[str, Any]:
    """The ticket as JSON, to the second: the two were filed some milliseconds apart."""
    told: dict[str, Any] = json.loads(re.sub(r"\.\d{6}", "", json.dumps(codec.dump(ticket))))
    return told


async def test_what_is_missing_is_named_and_nothing_is_filed(here: Office) -> None:
    clerk = await here.visit("王敏")
    page = await clerk.post("/desk/new", form())
    assert page.has(here.say("desk-hand-missing", what=here.say("field-number")))
    refused = await sent(clerk, page, form(step="file"))
    assert (refused.status, refused.has(here.say("desk-hand-incomplete"))) == (422, True)
    wrong = await sent(clerk, page, form(step="file", number="123"))
    assert wrong.has('aria-invalid="true"', 'id="number-wrong"')
    assert await here.store.read(lambda c: tickets.load_many(c, [1])) == ()


async def test_without_consent_nothing_is_kept(here: Office) -> None:
    clerk = await here.visit("王敏")
    page = await filed(clerk, form(consent=""), number=PHONE)
    assert page.status == 422
    assert page.has(here.say("desk-hand-no-consent", hotline=here.door.stage.house.hotline))
    assert await here.store.read(lambda c: tickets.load_many(c, [1])) == ()
    assert await here.store.read(lambda c: chats.known(c, 1)) is False


async def test_a_form_sent_twice_files_once(here: Office) -> None:
    clerk = await here.visit("王敏")
    page = await clerk.post("/desk/new", form())
    typed = form(step="file", number=PHONE)
    first, second = await sent(clerk, page, typed), await sent(clerk, page, typed)
    assert first.path == second.path
    assert len(await here.store.read(lambda c: tickets.load_many(c, [1, 2]))) == 1


async def test_what_staff_choose_goes_over_what_was_read(here: Office) -> None:
    clerk = await here.visit("王敏")
    page = await filed(
        clerk,
        form(),
        number=PHONE,
        category="VAS:no_consent",
        amount="60",
        name="李华",
        relation="agent",
        window="晚上七点后",
        when="10月29日",
    )
    found = await here.store.read(lambda c: tickets.by_number(c, page.path.split("/")[3]))
    assert found is not None
    filing = found.filing
    assert (filing.category, filing.subtype, filing.amount) == ("VAS", "no_consent", 6000)
    assert (filing.name, filing.relation, filing.window) == ("李华", "agent", "晚上七点后")
    assert filing.when is not None
    assert filing.when.words == "10月29日"


async def test_a_referral_is_grave_and_watched_to_the_bodys_date(here: Office) -> None:
    clerk = await here.visit("王敏")
    lacking = await filed(clerk, form(origin="referral", consent="referral"), number=PHONE)
    assert lacking.status == 422
    page = await filed(
        clerk,
        form(
            origin="referral",
            consent="referral",
            body="北京市通信管理局",
            until="2026-11-25",
            received="2026-11-16",
            asks="请于期限内答复",
        ),
        number=PHONE,
    )
    found = await here.store.read(lambda c: tickets.by_number(c, page.path.split("/")[3]))
    assert found is not None
    assert (found.level, found.referral, found.department) == (3, "北京市通信管理局", "ESC")
    (case,) = found.cases
    assert (case.body, case.asked, case.due) == (
        found.referral,
        "请于期限内答复",
        found.referral_due,
    )
    assert f"{case.received:%m-%d}" == "11-16"
    handler = await here.visit("赵师傅", Role.HANDLER)
    typed = form(origin="referral", consent="referral", body="北京市通信管理局")
    refused = await filed(handler, typed, number=PHONE)
    assert (refused.status, refused.has(here.say("not-allowed-role"))) == (422, True)
    assert len(await here.store.read(lambda c: tickets.load_many(c, [1, 2]))) == 1


async def test_messages_rest_for_a_call_and_what_was_told_is_told(here: Office) -> None:
    clerk = await here.visit("王敏")
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await by_hand(here, clerk)
    assert await resting(here, ticket) == []  # the number was told at once
    await boss.done(ticket, "claim")
    await boss.done(ticket, "propose", **OFFER)
    assert await resting(here, ticket) == ["M09"]
    assert [one.task.kind for one in await calls(here)] == ["to_call"]
    assert (await clerk.get("/desk/tasks")).has(f"/desk/t/{ticket.number}/call")
    page = await clerk.get(f"/desk/t/{ticket.number}/call")
    assert page.has("双倍返还", "接受方案")
    heard = standing(page)["heard"]
    await clerk.post(f"/desk/t/{ticket.number}/call/told", {"heard": heard})
    assert await resting(here, ticket) == []
    assert await calls(here) == []
    after = await here.ticket(ticket)
    assert [one.result for one in after.clocks if one.rule == "C1"] == ["met"]
    assert "双倍返还" in "\n".join(await here.said(after))


async def test_what_is_answered_on_the_phone_is_their_own_move(here: Office) -> None:
    clerk = await here.visit("王敏")
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await by_hand(here, clerk)
    await boss.done(ticket, "claim")
    await boss.done(ticket, "propose", **OFFER)
    page = await says(clerk, ticket, move="reject", words="钱太少", wish="要盖章的道歉信")
    assert page.has(here.say("desk-call-done-says"))
    after = await here.ticket(ticket)
    assert (after.state, after.rounds) == (State.NEGOTIATING, 1)
    last = (await here.store.read(lambda c: tickets.timeline(c, ticket.id)))[-1]
    assert (last.actor.role, last.detail["phone"]) == (Role.SUBSCRIBER, "王敏")
    assert (await clerk.get(f"/desk/t/{ticket.number}")).has(
        here.say("desk-said-by-phone", name="王敏")
    )
    stale = {"revision": str(ticket.revision), "move": "withdraw"}
    late = await clerk.post(f"/desk/t/{ticket.number}/call/says", stale)
    assert late.status == 409
    assert (await here.ticket(ticket)).state is State.NEGOTIATING


async def says(browser: Browser, ticket: Ticket, **typed: str) -> Page:
    page = await browser.get(f"/desk/t/{ticket.number}/call")
    fields = {"revision": page.revision, **typed}
    return await browser.post(f"/desk/t/{ticket.number}/call/says", fields)


async def resting(here: Office, ticket: Ticket) -> list[str]:
    held = await here.store.read(lambda c: notices.of_ticket(c, ticket.id))
    return [one.code for one in held]


async def calls(here: Office) -> list[tasks.Todo]:
    return list(await here.store.read(lambda c: tasks.of_kinds(c, ("to_call",), 9)))


async def test_the_link_shows_a_number_and_gives_the_ticket_to_one_chat_once(here: Office) -> None:
    clerk = await here.visit("王敏")
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await by_hand(here, clerk)
    other = await here.filed()  # about another matter, not theirs to see
    await boss.done(ticket, "claim")
    await boss.done(ticket, "propose", **OFFER)
    link = linked(await clerk.post(f"/desk/t/{ticket.number}/call/link"))
    caller = here.browser()
    looked = await caller.get(link)
    assert looked.has(ticket.number, "第 1 版")
    assert "双倍返还" not in looked.text
    assert (await caller.session.head(f"{here.url}{link}")).status == 200
    assert (await caller.post(link)).path == "/"
    mine = await here.ticket(ticket)
    assert mine.chat != ticket.chat
    said = "\n".join(await here.said(mine))
    for words in (here.say("followed", no=ticket.number), "双倍返还"):
        assert words in said
    assert other.number not in said
    assert await resting(here, mine) == []
    assert await calls(here) == []
    person = await here.store.read(lambda c: chats.person(c, mine.chat))
    assert (person.numbers, person.agreed) == ((), "1")
    stranger = here.browser()
    assert (await stranger.get(link)).status == 404
    assert (await stranger.post(link)).status == 404
    await here.subscriber(mine, "accept")
    assert (await clerk.get(f"/desk/t/{ticket.number}/call")).has(here.say("desk-call-followed"))
    refused = await clerk.post(f"/desk/t/{ticket.number}/call/link")
    assert refused.status == 422


def linked(page: Page) -> str:
    found = re.findall(r'value="[^"]*(/follow/[\w-]+)"', page.text)
    assert found, page.text
    assert "<svg" in page.text
    assert "style=" not in page.text
    return str(found[-1])


async def test_a_newer_link_ends_the_older_and_each_lapses(here: Office) -> None:
    clerk = await here.visit("王敏")
    ticket = await by_hand(here, clerk)
    old = linked(await clerk.post(f"/desk/t/{ticket.number}/call/link"))
    new = linked(await clerk.post(f"/desk/t/{ticket.number}/call/link"))
    caller = here.browser()
    assert (await caller.get(old)).status == 404
    assert (await caller.get(new)).status == 200
    assert (await caller.get("/follow/000000nothing")).status == 404
    here.clock.at = here.clock.at.replace(year=2027)
    assert (await caller.get(new)).status == 404
    assert (await caller.post(new)).status == 404
    assert (await here.ticket(ticket)).chat == ticket.chat


async def test_nobody_joins_a_chat_that_is_a_telephone(here: Office) -> None:
    clerk = await here.visit("王敏")
    ticket = await by_hand(here, clerk)
    await clerk.post(f"/desk/t/{ticket.number}/join")
    page = await clerk.get(f"/desk/t/{ticket.number}")
    assert page.status == 200
    assert page.has(here.say("desk-channel-hand"))


async def test_the_score_is_asked_for_by_whoever_did_not_work_on_it(here: Office) -> None:
    clerk = await here.visit("王敏")
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await by_hand(here, clerk)
    await boss.done(ticket, "claim")
    liable = {"liability": "operator", "finding": "我方差错"}
    await boss.done(ticket, "set_liability", **liable)
    await boss.done(ticket, "done_without_proposal", proof="已退 188 元", wish_met="yes")
    await says(clerk, ticket, move="fixed")
    assert (await here.ticket(ticket)).state is State.SURVEY
    refused = await says(boss, ticket, move="score", score="10")
    assert (refused.status, refused.has(here.say("not-allowed-own-score"))) == (422, True)
    assert 'value="score"' not in (await boss.get(f"/desk/t/{ticket.number}/call")).text
    await says(clerk, ticket, move="score", score="7", words="有点慢")
    after = await here.ticket(ticket)
    assert (after.state, after.scores[-1].score) == (State.CLOSED, 7)


async def test_a_letters_scan_is_put_to_the_ticket(here: Office) -> None:
    clerk = await here.visit("王敏")
    ticket = await by_hand(here, clerk)
    place = f"/desk/t/{ticket.number}/call/paper"
    page = await upload(clerk, place, "letter.png", png())
    assert page.has(here.say("desk-call-done-paper"))
    (paper,) = await here.store.read(lambda c: files.of_ticket(c, ticket.id))
    assert (paper.name, paper.state, paper.mime) == ("letter.png", "kept", "image/png")
    assert (await clerk.get(f"/desk/t/{ticket.number}")).has("letter.png")
    odd = await upload(clerk, place, "x.exe", b"MZ\x90\x00" * 20)
    assert (odd.status, odd.has(here.say("desk-call-paper-type"))) == (415, True)
    none = await upload(clerk, place, "empty.png", b"")
    assert none.status in (415, 422)
    assert len(await here.store.read(lambda c: files.of_ticket(c, ticket.id))) == 1


async def upload(browser: Browser, place: str, name: str, content: bytes) -> Page:
    form = aiohttp.FormData()
    form.add_field("file", content, filename=name, content_type="application/octet-stream")
    async with browser.session.post(f"{browser.url}{place}", data=form) as answer:
        return await read_page(answer)
