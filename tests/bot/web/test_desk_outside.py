"""Appeals and referrals at the desk: noted, on the list, answered on paper, ended; who may what."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from html import unescape
from pathlib import Path

import pypdfium2
import pytest

from bot.web import desk_appeals
from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, Ticket
from storage import tickets
from storage.store import Store
from tests.bot.web.desk_office import OPENING, WRONG_CHARGE, Browser, Office, Page, office

BODY = "北京市通信管理局"
SENT_ON = {
    "body": BODY,
    "reference": "京通管〔2026〕118",
    "until": "2026-11-30",
    "words": "请书面答复，联系人 13912345678",
}
LINES = re.compile(r"<textarea[^>]*name=\"words\"[^>]*>(.*?)</textarea>", re.DOTALL)


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files", at=OPENING) as made:
        yield made


async def referred(here: Office, boss: Browser) -> Ticket:
    ticket = await here.filed()
    await boss.done(ticket, "refer", **SENT_ON)
    return await here.ticket(ticket)


def place(ticket: Ticket, number: int = 1) -> str:
    return f"/desk/t/{ticket.number}/outside/{number}"


def draft(page: Page) -> str:
    found = LINES.search(page.text)
    assert found is not None
    return unescape(found[1])


async def sent(browser: Browser, ticket: Ticket, words: str, **more: str) -> Page:
    page = await browser.get(place(ticket))
    revision = re.search(r'name="revision" value="(\d+)"', page.text)
    assert revision is not None
    typed = {"words": words, "language": "zh-CN", "revision": revision[1], **more}
    return await browser.post(place(ticket), typed)


async def test_what_a_body_sends_stands_on_the_ticket_and_on_the_list(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await referred(here, boss)
    page = await boss.get(f"/desk/t/{ticket.number}")
    for part in (BODY, SENT_ON["reference"], here.say("desk-outside-referral"), "139****5678"):
        assert part in page.text
    assert "13912345678" not in page.text
    listed = await boss.get("/desk/appeals")
    assert listed.has(ticket.number, BODY, SENT_ON["reference"], "11月30日")
    assert here.say("desk-appeals-share", taken=1, completed=0) in listed.text


async def test_the_first_due_stand_first_and_those_that_ended_apart(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    numbers = []
    for chat, until in (("a", "2026-12-09"), ("b", "2026-11-20"), ("c", "2026-11-30")):
        ticket = await here.filed(chat=chat)
        await boss.done(ticket, "refer", **{**SENT_ON, "until": until})
        numbers.append(ticket.number)
    far, near, middle = numbers
    shown = await boss.get("/desk/appeals")
    assert sorted(numbers, key=shown.text.index) == [near, middle, far]
    soonest = await here.store.read(lambda c: tickets.by_number(c, near))
    assert soonest is not None
    await boss.done(soonest, "turned_down", words="超过五个月")
    over = (await boss.get("/desk/appeals")).text
    apart = over.index(here.say("desk-appeals-over"))
    assert over.index(near) > apart > over.index(far)
    assert here.say("desk-outside-refused") in over


async def test_those_who_do_not_answer_bodies_see_their_own_alone(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await referred(here, boss)
    handler = await here.visit("王强", Role.HANDLER)
    assert ticket.number not in (await handler.get("/desk/appeals")).text
    await handler.done(ticket, "claim")
    mine = await handler.get("/desk/appeals")
    assert mine.has(ticket.number, here.say("desk-appeals-own"))
    assert "answer_body" not in (await handler.get(f"/desk/t/{ticket.number}")).moves()
    page = await handler.get(place(ticket))
    assert 'value="sent"' not in page.text
    desk = here.browser()
    await desk.get((await here.hire("冯岚", Role.HANDLER, "ESC")).removeprefix(here.url))
    assert ticket.number in (await desk.get("/desk/appeals")).text
    assert 'value="sent"' in (await desk.get(place(ticket))).text


async def test_the_answer_is_drafted_changed_kept_and_put_on_paper(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await referred(here, boss)
    page = await boss.get(place(ticket))
    words = draft(page)
    assert words.startswith(f"关于工单 {ticket.number} 的答复")
    assert "【用户姓名】" in words
    assert "13812345678" not in page.text
    mine = words.replace("核查仍在进行", "经查，属系统误扣，核查仍在进行")
    kept = await sent(boss, ticket, mine)
    assert kept.has(here.say("desk-reply-kept"))
    assert draft(await boss.get(place(ticket))).strip() == mine.strip()
    again = await boss.get(f"{place(ticket)}?anew=1&language=en")
    assert draft(again).startswith(f"Answer concerning ticket {ticket.number}")
    assert here.say("desk-reply-new") in again.text


async def test_the_paper_alone_names_the_person_and_who_had_it_made_is_noted(
    here: Office,
) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await referred(here, boss)
    words = draft(await boss.get(place(ticket)))
    typed = {"words": words, "language": "zh-CN", "step": "txt"}
    async with boss.session.post(f"{here.url}{place(ticket)}", data=typed) as answer:
        text = (await answer.read()).decode("utf-8-sig")
        assert answer.headers["content-disposition"].endswith(f"{ticket.number}-reply.txt")
    assert (WRONG_CHARGE.name in text, WRONG_CHARGE.service_number in text) == (True, True)
    assert "【" not in text
    pages = []
    for _ in range(2):
        typed["step"] = "pdf"
        async with boss.session.post(f"{here.url}{place(ticket)}", data=typed) as answer:
            pages.append(await answer.read())
        here.clock.at += timedelta(minutes=5)
    assert pages[0] == pages[1]  # the same draft gives the same bytes
    document = pypdfium2.PdfDocument(pages[0])
    printed = "".join(one.get_textpage().get_text_range() for one in document)
    assert WRONG_CHARGE.name in printed
    looked = await here.store.read(lambda c: tickets.timeline(c, ticket.id))
    views = [(one.actor.name, one.detail) for one in looked if one.move == "view"]
    assert views == [("陈工", {"reason": "reply"})] * 3


async def test_noted_as_sent_it_stops_the_date_and_the_subscriber_hears(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await referred(here, boss)
    words = draft(await boss.get(place(ticket)))
    refused = await sent(boss, ticket, words + "\n修改过", step="sent")
    assert refused.status == 422
    assert refused.has(here.say("not-allowed-no-way"))
    assert "修改过" in draft(refused)
    done = await sent(boss, ticket, words, step="sent", way="platform", on="2026-11-16")
    assert done.has(here.say("desk-reply-sent"), here.say("desk-way-platform"))
    after = await here.ticket(ticket)
    (watched,) = [one for one in after.clocks if one.rule == "REFERRED"]
    assert (watched.result, after.cases[0].way) == ("met", "platform")
    assert any("书面答复" in one for one in await here.said(ticket))
    assert 'class="time met"' in (await boss.get("/desk/appeals")).text


async def test_an_answer_is_not_sent_twice_over_a_colleague(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await referred(here, boss)
    words = draft(await boss.get(place(ticket)))
    typed = {"words": words, "language": "zh-CN", "step": "sent", "way": "mail", "revision": "1"}
    page = await boss.post(place(ticket), typed)
    assert (page.status, page.has(here.say("desk-overtaken"))) == (409, True)
    assert (await here.ticket(ticket)).cases[0].answered is None


@pytest.mark.parametrize("typed", [{}, {"words": "  "}])
async def test_an_empty_answer_is_none(here: Office, typed: dict[str, str]) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await referred(here, boss)
    page = await boss.post(place(ticket), typed)
    assert (page.status, page.has(here.say("desk-reply-empty"))) == (422, True)


async def test_a_case_that_is_not_there_is_not_found(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await referred(here, boss)
    for number in (0, 2, 99):
        assert (await boss.get(place(ticket, number))).status == 404
        assert (await boss.post(place(ticket, number), {"words": "x"})).status == 404


async def test_of_two_cases_the_form_asks_which(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await referred(here, boss)
    await boss.done(ticket, "appeal", reference="MIIT-7", body="工信部申诉中心")
    page = await boss.do(ticket, "taken_up")
    assert page.has(here.say("not-allowed-which-case"))
    await boss.done(ticket, "taken_up", case="2", on="2026-11-16")
    first, second = (await here.ticket(ticket)).cases
    assert (first.taken, second.taken is not None) == (None, True)


async def test_a_long_list_is_turned_over(here: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_appeals, "PAGE", 1)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    numbers = []
    for chat, until in (("a", "2026-11-20"), ("b", "2026-12-09")):
        ticket = await here.filed(chat=chat)
        await boss.done(ticket, "refer", **{**SENT_ON, "until": until})
        numbers.append(ticket.number)
    for address, shown, hidden in (
        ("/desk/appeals", numbers[0], numbers[1]),
        ("/desk/appeals?page=2", numbers[1], numbers[0]),
        ("/desk/appeals?page=x", numbers[0], numbers[1]),
    ):
        page = await boss.get(address)
        assert (shown in page.text, hidden in page.text) == (True, False)
