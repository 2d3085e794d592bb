"""The forms that are kept, at the desk over HTTP: what is on them, who may, who saw numbers."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.counting import Counting
from bot.web import desk_kept
from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Entry, Role, Ticket
from storage import Connection, call_backs, staff, surveys, tickets
from storage.call_backs import Call
from storage.store import Store
from tests.bot.forms import cells_of, formulas_of, pages_of, rows_of, within_margins
from tests.bot.web.desk_office import NO_NETWORK, WRONG_CHARGE, Browser, Office, office

DAYS = "from=2026-11-01&to=2026-11-30"
OF_SPAN, OF_TICKET = ("register", "visits", "summary"), ("sheet", "visit")
PHONE, NAME = "13812345678", "李华"


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def bytes_of(browser: Browser, path: str, reason: str = "") -> bytes:
    """A file that is taken; a reason is posted."""
    address = f"{browser.url}{path}"
    call = (
        browser.session.post(address, data={"reason": reason})
        if reason
        else browser.session.get(address)
    )
    async with call as answer:
        assert answer.status == 200, await answer.text()
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
        return await answer.read()


async def said(browser: Browser, path: str, reason: str = "") -> str:
    """All words of a PDF, without blanks; nothing stands in its margins."""
    pdf = await bytes_of(browser, path, reason)
    assert within_margins(pdf) >= 1
    return "".join(pages_of(pdf))


async def entries(here: Office, ticket: Ticket) -> tuple[Entry, ...]:
    return await here.store.read(lambda c: tickets.timeline(c, ticket.id))


async def scored(here: Office, agent: Browser, chat: str, score: int, words: str = "") -> Ticket:
    """A charge that was paid back and scored."""
    ticket = await here.filed(WRONG_CHARGE, chat)
    await agent.done(ticket, "claim")
    await agent.done(ticket, "done_without_proposal", proof="退费 94 元", wish_met="yes")
    await here.subscriber(ticket, "fixed")
    await here.subscriber(ticket, "score", score=f"{score}", words=words)
    return ticket


async def test_lists_are_for_leads_and_a_tickets_forms_for_all_staff(here: Office) -> None:
    ticket = await here.filed()
    for role in (Role.AGENT, Role.HANDLER, Role.SUPERVISOR, Role.DIRECTOR, Role.ADMIN):
        browser = await here.visit("王敏", role)
        leads = role not in {Role.AGENT, Role.HANDLER}
        status = 200 if leads else 403
        assert (await browser.get("/desk/forms")).status == status
        assert (await browser.get(f"/desk/forms/summary.xlsx?{DAYS}")).status == status
        whole = await browser.post(f"/desk/forms/register.xlsx?{DAYS}", {"reason": "nonsense"})
        assert whole.status == (400 if leads else 403)
        page = await browser.get(f"/desk/t/{ticket.number}/forms")
        assert page.has(f"/desk/t/{ticket.number}/form/sheet.pdf")
        assert ("/desk/forms" in (await browser.get("/desk")).text) == leads
    assert (await here.browser().get(f"/desk/t/{ticket.number}/form/sheet.pdf")).status == 401


async def test_the_register_has_a_masked_line_for_each_complaint_of_its_days(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    charge, outage = await here.filed(), await here.filed(NO_NETWORK, "n9")
    for language, heads in (("zh-CN", "投诉登记表"), ("en", "Complaintregistrationlist")):
        told = await said(boss, f"/desk/forms/register.pdf?{DAYS}&in={language}")
        assert all(one in told for one in (heads, charge.number, outage.number, "138****5678"))
        assert PHONE not in told
        assert NAME not in told
    rows = rows_of(await bytes_of(boss, f"/desk/forms/register.xlsx?{DAYS}"))
    lines = [row for row in rows if row[1:2] in ([charge.number], [outage.number])]
    assert [row[0] for row in lines] == ["1", "2"]
    assert any("李**" in row for row in lines)
    empty = await said(boss, "/desk/forms/register.pdf?from=2026-10-01&to=2026-10-31")
    assert charge.number not in empty
    assert "这段时间没有投诉。" in empty


async def test_what_people_wrote_is_no_formula(here: Office) -> None:
    boss = await here.visit("陈工", Role.DIRECTOR)
    evil = '=HYPERLINK("https://evil.example","看账单")'
    ticket = await here.filed(replace(WRONG_CHARGE, story=evil, name="=1+1"))
    for path in (f"/desk/forms/register.xlsx?{DAYS}", f"/desk/t/{ticket.number}/form/sheet.xlsx"):
        xlsx = await bytes_of(boss, path)
        assert formulas_of(xlsx) == []
        assert evil in cells_of(xlsx).values()


async def test_who_sees_whole_numbers_says_why_and_each_ticket_keeps_it(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    agent = await here.visit("王敏")
    one, other = await here.filed(), await here.filed(NO_NETWORK, "n9")
    register = f"/desk/forms/register.xlsx?{DAYS}"
    assert (await boss.post(register)).status == 400
    assert [row.move for row in await entries(here, one) if row.move == "view"] == []
    told = cells_of(await bytes_of(boss, register, "inspect")).values()
    assert {NAME, f"+86{PHONE}"} <= set(told)
    for ticket in (one, other):
        views = [row for row in await entries(here, ticket) if row.move == "view"]
        assert [(row.actor.name, row.detail["reason"]) for row in views] == [("陈工", "inspect")]
    sheet = f"/desk/t/{one.number}/form/sheet.pdf"
    assert PHONE not in await said(agent, sheet)
    assert PHONE in await said(agent, sheet, "file")
    views = [row for row in await entries(here, one) if row.move == "view"]
    assert [row.actor.name for row in views] == ["陈工", "王敏"]
    page = await boss.get(f"/desk/t/{one.number}")
    assert page.has(here.say("desk-look-file"), here.say("desk-look-inspect"))


async def test_too_many_whole_numbers_are_refused_and_nobody_is_noted(
    here: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_kept, "MOST_WHOLE", 1)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    one, _ = await here.filed(), await here.filed(NO_NETWORK, "n9")
    page = await boss.post(f"/desk/forms/register.pdf?{DAYS}", {"reason": "file"})
    assert page.status == 422
    assert page.has(here.say("desk-kept-many", most=1))
    assert [row for row in await entries(here, one) if row.move == "view"] == []


async def test_the_sheet_follows_a_complaint_from_filing_to_signatures(here: Office) -> None:
    agent = await here.visit("王敏")
    ticket = await here.filed()
    await agent.done(ticket, "claim")
    await agent.done(
        ticket,
        "propose",
        liability="operator",
        finding="2月1日起已关闭",
        reviewed="yes",
        code_1="double_refund",
        minor_1="188",
        due_1="2026-11-25",
        promise_1="double_refund",
    )
    await here.subscriber(ticket, "accept")
    told = await said(agent, f"/desk/t/{ticket.number}/form/sheet.pdf")
    wanted = ("投诉处理单", ticket.number, "派单与签收", "王敏", "2月1日起已关闭", "188元")
    more = (
        "已接受",
        "我方责任",
        "措施编号CA26",
        "纠正措施",
        "承办部门负责人",
        "分管领导",
        "处理经过",
        "第1页，共",
    )
    assert [one for one in (*wanted, *more) if one not in told] == []
    english = await said(agent, f"/desk/t/{ticket.number}/form/sheet.pdf?in=en")
    assert all(
        one in english for one in ("Complaintprocessingsheet", "Page1of", "Headofdepartment")
    )


async def test_how_badly_staff_caused_it_is_on_no_form(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    agent = await here.visit("王敏")
    ticket = await scored(here, agent, "s1", 3)
    forms = [f"/desk/t/{ticket.number}/form/{one}.xlsx" for one in OF_TICKET]
    forms += [f"/desk/forms/{one}.xlsx?{DAYS}" for one in OF_SPAN]
    before = [cells_of(await bytes_of(boss, path)) for path in forms]
    graded = await boss.do(ticket, "grade", severity="3")
    assert graded.status == 200
    assert (await here.ticket(ticket)).severity == 3
    assert [cells_of(await bytes_of(boss, path)) for path in forms] == before


async def test_visits_and_their_report_say_what_people_answered(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    agent = await here.visit("王敏")
    good = await scored(here, agent, "s1", 9)
    bad = await scored(here, agent, "s2", 3, "=太慢了，打 13812345678 没人接")
    for _ in range(3):
        await Counting(here.door.stage, here.store).round(here.clock())
    record = await said(boss, f"/desk/t/{bad.number}/form/visit.pdf")
    assert "=太慢了" in record
    assert PHONE not in record
    rows = rows_of(await bytes_of(boss, f"/desk/forms/summary.xlsx?{DAYS}"))
    flat = ["|".join(row) for row in rows]
    assert "满意|50%（1 / 2）|平均分|6.0（2 份）" in flat
    assert "非常满意|9–10|1|50%（1 / 2）" in flat
    assert "不满意|1–5|1|50%（1 / 2）" in flat
    assert any(bad.number in line and "=太慢了" in line for line in flat)
    assert not any(good.number in line for line in flat)
    assert any(line.startswith("目标|85%；评分不足 10 份") for line in flat)


async def test_the_record_of_a_span_has_a_line_for_each_visit(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    agent = await here.visit("王敏")
    asked = await here.filed(WRONG_CHARGE, "s1")
    await here.store.write(lambda c: surveys.sent(c, asked.id, here.clock()))
    silent = await said(boss, f"/desk/forms/visits.pdf?{DAYS}")
    assert asked.number in silent
    assert "未答复" in silent
    await agent.done(asked, "claim")
    await agent.done(asked, "done_without_proposal", proof="退费 94 元", wish_met="yes")
    await here.subscriber(asked, "fixed")
    await here.subscriber(
        asked, "score", score="4", reasons=["speed"], words="太慢", paid="yes", minor=5000
    )
    await here.store.write(lambda c: call_backs.add(c, call_about(c, asked, here)))
    for language in ("zh-CN", "en"):
        path = f"/desk/forms/visits.xlsx?{DAYS}&in={language}"
        rows = rows_of(await bytes_of(boss, path))
        (line,) = [row for row in rows if asked.number in row]
        assert line[0] == "1"
        assert {"4", "太慢", "¥50" if language == "en" else "50 元"} <= set(line)
        assert "王敏" in line[-1]
        assert "138****5678" in line[-1]
        assert PHONE not in "".join(line)


def call_about(c: Connection, ticket: Ticket, here: Office) -> Call:
    """A call after a low score, in which a number was written down."""
    return Call(
        ticket=ticket.id,
        at=here.clock(),
        staff=next(one.id for one in staff.everybody(c) if one.name == "王敏"),
        score=4,
        due=here.clock(),
        reached=True,
        came="content",
        words="已说明，打 13812345678",
    )


async def test_what_is_no_form_is_not_found(here: Office) -> None:
    boss = await here.visit("陈工", Role.SUPERVISOR)
    ticket = await here.filed()
    for path in (
        "/desk/forms/nothing.pdf",
        "/desk/forms/register.doc",
        "/desk/forms/sheet.pdf",
        f"/desk/t/{ticket.number}/form/register.pdf",
        "/desk/t/TS26110000000/form/sheet.pdf",
        "/desk/t/TS26110000000/forms",
    ):
        assert (await boss.get(path)).status == 404, path
    assert (await boss.post("/desk/forms/summary.pdf", {"reason": "file"})).status == 404
    strange = await boss.get("/desk/forms?from=yesterday&to=2026-13-01&in=tlh")
    assert strange.status == 200
