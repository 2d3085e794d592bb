"""Quality at the desk: talks that became no ticket, grades, the month's cases, dispatch notes."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.model import Address, Command, Event, Text
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, State, Ticket
from storage import chats, messages, suspects, tickets
from storage.store import Store
from storage.suspects import Suspect
from tests.bot.web.desk_day import OFFER
from tests.bot.web.desk_office import Office, office
from tests.bot.web.test_desk_new import PHONE, sent

ANGRY = "你们这样乱扣费太过分了，我要去工信部投诉！"
ASKS = "请问携号转网怎么办理？"
HOUR = timedelta(hours=1)


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def talked(here: Office, who: str, *words: str) -> int:
    """Somebody says this to the bot and leaves; returns their chat."""
    address = Address("web", "", who)
    for place, one in enumerate(words):
        what = Command(one[1:]) if one.startswith("/") else Text(one)
        event = Event(f"{who}{place}", address, here.clock(), what, message=str(place))
        await here.dispatcher.take([(event, None)])
    chat = await here.store.read(lambda c: chats.find(c, address))
    assert chat is not None
    return chat


async def judged(here: Office) -> list[Suspect]:
    await here.dispatcher.tick()
    return list(await here.store.read(lambda c: suspects.open_ones(c, 9)))


async def test_a_talk_is_judged_once_it_has_ended_and_only_once(here: Office) -> None:
    angry = await talked(here, "angry", ANGRY, "/cancel")
    await talked(here, "asks", ASKS, "/cancel")
    assert await judged(here) == []
    here.clock.at += 3 * HOUR
    (one,) = await judged(here)
    assert (one.chat, "called" in one.signs) == (angry, True)
    assert await here.store.read(lambda c: suspects.said(c, one)) == (ANGRY,)
    here.clock.at += 3 * HOUR
    assert await judged(here) == [one]


async def test_a_talk_that_became_a_ticket_is_no_suspect(here: Office) -> None:
    ticket = await here.filed()
    here.clock.at += 3 * HOUR
    assert await judged(here) == []
    assert (await here.ticket(ticket)).state is State.DISPATCHED


async def test_what_was_dismissed_stays_so_until_something_new_is_said(here: Office) -> None:
    await talked(here, "angry", ANGRY, "/cancel")
    here.clock.at += 3 * HOUR
    (one,) = await judged(here)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await boss.get("/desk/quality")
    assert page.has("乱扣费", here.say("desk-sign-called"))
    assert (await boss.post(f"/desk/quality/{one.id}/dismiss")).status == 400
    page = await boss.post(f"/desk/quality/{one.id}/dismiss", {"reason": "declined"})
    assert page.has(here.say("desk-talk-dismissed"), here.say("desk-talks-none"))
    here.clock.at += 3 * HOUR
    assert await judged(here) == []
    event = Event("again", Address("web", "", "angry"), here.clock(), Text(ANGRY), message="9")
    await here.dispatcher.take([(event, None)])
    leave = Event("left", Address("web", "", "angry"), here.clock(), Command("cancel"))
    await here.dispatcher.take([(leave, None)])
    here.clock.at += 3 * HOUR
    (two,) = await judged(here)
    assert two.first > one.last


async def test_a_talk_is_filed_for_its_own_chat_and_once(here: Office) -> None:
    chat = await talked(here, "angry", ANGRY, "/cancel")
    here.clock.at += 3 * HOUR
    (one,) = await judged(here)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await boss.get(f"/desk/new?talk={one.id}")
    assert page.has("乱扣费", here.say("desk-hand-talk"))
    typed = {"story": ANGRY, "language": "zh-CN", "talk": str(one.id), "step": "read"}
    read = await boss.post("/desk/new", typed)
    more = {"number": PHONE, "category": "BIL:unexplained_fee", "unknown-when": "1"}
    more |= {"unknown-amount": "1", "unknown-place": "1", "wish": "退费", "consent": "read_out"}
    filed = await sent(boss, read, {**typed, **more, "step": "file"})
    assert re.fullmatch(r"/desk/t/TS\d+", filed.path), re.findall(r'alert">([^<]*)', filed.text)
    (ticket,) = await here.store.read(lambda c: tickets.load_many(c, [1]))
    assert (ticket.chat, ticket.filing.origin) == (chat, "")
    assert ticket.number in "\n".join(await here.said(ticket))
    said = await here.store.read(lambda c: messages.of_ticket(c, ticket.id))
    assert ANGRY in [line.words for line in said]
    again = await sent(boss, read, {**typed, **more, "step": "file"})
    assert (again.status, again.has(here.say("not-allowed-talk"))) == (422, True)
    assert await judged(here) == []


async def test_only_leads_look_after_quality(here: Office) -> None:
    clerk = await here.visit("王敏")
    assert (await clerk.get("/desk/quality")).status == 403
    assert "/desk/quality" not in (await clerk.get("/desk")).text
    assert (await clerk.post("/desk/cases", {"number": "TS1", "lesson": "x"})).status == 403


async def test_the_grade_is_for_leads_alone_and_never_said(here: Office) -> None:
    """Neither the chat nor a colleague's page say how far staff caused it; papers: test_papers."""
    ticket = await here.filed()
    clerk, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    await clerk.done(ticket, "claim")
    assert 'name="severity"' not in (await clerk.get(f"/desk/t/{ticket.number}")).text
    liable = {"liability": "operator", "finding": "我方差错"}
    await clerk.done(ticket, "set_liability", **liable, severity="3")
    assert (await here.ticket(ticket)).severity == 0
    assert (await clerk.do(ticket, "grade", severity="3")).status == 422
    await boss.done(ticket, "grade", severity="3")
    assert (await here.ticket(ticket)).severity == 3
    await clerk.done(ticket, "set_liability", **liable)
    assert (await here.ticket(ticket)).severity == 3
    words = here.say("desk-severity-3")
    assert (await boss.get(f"/desk/t/{ticket.number}")).has(words)
    theirs = await clerk.get(f"/desk/t/{ticket.number}")
    facts = theirs.text[theirs.text.index('id="facts"') : theirs.text.index('id="clocks"')]
    assert words not in facts
    await boss.done(ticket, "propose", **OFFER)
    await here.subscriber(ticket, "accept")
    shown = "\n".join(await here.said(ticket))
    for secret in (words, "3 级", here.say("desk-fact-severity"), "severity"):
        assert secret not in shown


async def test_a_grade_out_of_range_is_refused(here: Office) -> None:
    ticket = await here.filed()
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await boss.do(ticket, "grade", severity="4")
    assert page.has(here.say("not-allowed-severity", most=3))
    assert (await here.ticket(ticket)).severity == 0


async def test_a_months_case_has_no_names_and_no_numbers(here: Office) -> None:
    ticket = await here.filed()
    boss, clerk = await here.visit("陈工", Role.SUPERVISOR), await here.visit("王敏")
    await clerk.done(ticket, "claim")
    lesson = "二次确认记录要当天调取"
    wrong = await boss.post("/desk/cases?month=2026-11", {"number": "TS26110000000", "lesson": "x"})
    assert (wrong.status, wrong.has(here.say("desk-cases-wrong"))) == (422, True)
    chosen = {"number": ticket.number, "lesson": lesson}
    page = await boss.post("/desk/cases?month=2026-11", chosen)
    assert page.has(lesson, "视频包")
    case = page.text[page.text.index('<article class="card case"') : page.text.index("</article>")]
    for secret in ("13812345678", "李华", "王敏"):
        assert secret not in case
    assert (await clerk.get("/desk/cases?month=2026-11")).has(lesson)
    assert lesson not in (await clerk.get("/desk/cases?month=2026-10")).text
    assert (await clerk.get("/desk/cases?month=0000-11")).status == 200
    gone = await boss.post(f"/desk/cases/{ticket.id}/remove?month=2026-11")
    assert lesson not in gone.text


async def test_the_dispatch_note_is_one_text_with_what_staff_add(here: Office) -> None:
    ticket = await here.filed()
    clerk = await here.visit("王敏")
    page = await clerk.get(f"/desk/t/{ticket.number}/note")
    assert page.has("视频包", "双倍返还")
    assert "13812345678" not in page.text
    typed = {"revision": page.revision, "view": "疑似代理商代开", "help": "请调取确认短信"}
    kept = await clerk.post(f"/desk/t/{ticket.number}/note", typed)
    assert kept.has(here.say("desk-note-kept"))
    assert note_of(kept.text).count("疑似代理商代开") == 1
    stale = await clerk.post(f"/desk/t/{ticket.number}/note", {**typed, "view": "另一个看法"})
    assert stale.status == 409
    assert stale.has("另一个看法")
    assert await told(here, ticket) == []


def note_of(page: str) -> str:
    return page[page.index('<pre class="paper">') : page.index("</pre>")]


async def told(here: Office, ticket: Ticket) -> list[str]:
    """What was said in the chat since it was filed."""
    return (await here.said(ticket))[1:]
