"""A day's work at the desk: moves and their refusals, two at once, the chat, the tasks."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.web.desk_forms import NoAmount, minor, yuan
from dialogs.house import House
from dialogs.model import Frame, Moment, Session
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, State, Ticket
from storage import chats, pages, sessions, tasks, tickets
from storage.store import Store
from tests.bot.web.desk_day import ENGLISH, OFFER, SOON, busy
from tests.bot.web.desk_office import NO_NETWORK, Office, office


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


async def test_a_complaint_is_worked_from_the_claim_to_the_score(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await agent.done(ticket, "claim")
    assert page.has(here.say("desk-made", move=here.say("move-claim")))
    await agent.done(ticket, "ask", words="10月30日您接到过推销电话吗？")
    await here.subscriber(ticket, "answer", words="没有")
    await boss.done(ticket, "propose", **OFFER)
    await here.subscriber(ticket, "reject", reason="amount", wish="要盖章的道歉信")
    assert (await agent.get(f"/desk/t/{ticket.number}")).has("要盖章的道歉信")
    await boss.done(ticket, "propose", **{**OFFER, "words_2": "盖章的书面道歉"})
    await here.subscriber(ticket, "accept")
    await agent.done(ticket, "item_done", item="1", proof="退费流水 T1")
    page = await agent.done(ticket, "item_done", item="2", proof="EMS 1093")
    assert page.has(here.say("state-awaiting_confirm"))
    await here.subscriber(ticket, "fixed")
    await here.subscriber(ticket, "score", score="9")
    assert (await here.ticket(ticket)).state is State.CLOSED
    said = "\n".join(await here.said(ticket))
    for words in ("10月30日您接到过推销电话吗", "双倍返还 188 元", "盖章的书面道歉", "EMS 1093"):
        assert words in said


async def test_an_offer_declined_in_own_words_shows_these_alone(here: Office) -> None:
    ticket = await here.filed()
    boss = await here.visit("陈工", Role.SUPERVISOR)
    await boss.done(ticket, "claim")
    await boss.done(ticket, "propose", **OFFER)
    await here.subscriber(ticket, "reject", reason="own_words", wish="再加 100 元")
    page = await boss.get(f"/desk/t/{ticket.number}")
    assert page.has("再加 100 元")
    assert "own_words" not in page.text


async def test_a_refusal_is_said_at_the_form_and_what_was_typed_stays(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    await agent.done(ticket, "claim")
    page = await agent.do(ticket, "propose", **{**OFFER, "money_1": "900"})
    assert page.status == 422
    assert page.has(
        'role="alert">', "900 元", OFFER["finding"], 'value="900"', 'id="act-propose" open'
    )
    assert (await here.ticket(ticket)).state is State.INVESTIGATING
    page = await agent.do(ticket, "propose", **{**OFFER, "due_1": "2026-11-01"})
    assert page.has(here.say("not-allowed-no-date"))


@pytest.mark.parametrize("typed", ["-5", "0", "九十四", "94.567", "1e3", "12345678901"])
async def test_an_amount_that_is_none_is_named_and_kept(here: Office, typed: str) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    await agent.done(ticket, "claim")
    page = await agent.do(ticket, "propose", **{**OFFER, "money_1": typed})
    assert page.status == 422
    assert page.has(here.say("desk-wrong-amount", typed=typed), f'value="{typed}"')


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("94", 9400), ("¥94.5", 9450), ("94.50元", 9450), ("１，２００", 120000), ("0.01", 1)],
)
def test_amounts_are_read_as_people_type_them(typed: str, wanted: int) -> None:
    assert minor(typed) == wanted
    assert minor(yuan(wanted)) == wanted


def test_no_amount_is_made_of_anything_else() -> None:
    for typed in ("", "abc", "1.2.3", "٣٤", "1_000", "inf"):
        with pytest.raises(NoAmount):
            minor(typed)


async def test_of_two_at_once_one_wins_and_the_other_keeps_his_text(here: Office) -> None:
    ticket = await here.filed()
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    await agent.done(ticket, "claim")
    before = (await agent.get(f"/desk/t/{ticket.number}")).revision
    await boss.done(ticket, "propose", **OFFER)
    place = f"/desk/t/{ticket.number}/do/reply"
    page = await agent.post(place, {"revision": before, "words": "正在核对录音"})
    assert page.status == 409
    assert page.has(here.say("desk-overtaken"), "正在核对录音", f"陈工: {here.say('move-propose')}")
    assert page.has(here.say("desk-overtaken-now", state=here.say("state-proposed")))
    assert not any("正在核对录音" in one for one in await here.said(ticket))
    again = await agent.post(place, {"revision": page.revision, "words": "正在核对录音"})
    assert again.status == 200
    assert "王敏：正在核对录音" in (await here.said(ticket))[-1]


async def test_typed_text_survives_although_its_move_is_no_longer_possible(here: Office) -> None:
    ticket = await here.filed()
    boss = await here.visit("陈工", Role.SUPERVISOR)
    await boss.done(ticket, "claim")
    await boss.done(ticket, "propose", **OFFER)
    typed = {
        "revision": (await boss.get(f"/desk/t/{ticket.number}")).revision,
        "reason": "要改金额",
    }
    await here.subscriber(ticket, "accept")
    page = await boss.post(f"/desk/t/{ticket.number}/do/withdraw_proposal", typed)
    assert page.status == 409
    assert page.has("要改金额", f"{here.say('role-subscriber')}: {here.say('move-accept')}")
    assert (await here.ticket(ticket)).state is State.EXECUTING


async def test_a_preview_shows_the_subscribers_own_language_and_keeps_nothing(
    here: Office,
) -> None:
    ticket = await here.filed(ENGLISH, language="en")
    agent = await here.visit("王敏")
    await agent.done(ticket, "claim")
    told = len(await here.said(ticket))
    waived = {"code_1": "waiver", "money_1": "30", "promise_1": ""}
    offer = {**OFFER, **waived, "step": "preview"}
    waiver = here.door.stage.house.catalogue.remedies["waiver"].label.words["en"]
    page = await agent.do(ticket, "propose", **offer)
    assert page.status == 200
    assert page.has(waiver, "¥30", f"<span>{here.say('button-accept', 'en')}</span>")
    assert page.has(OFFER["finding"], here.say("desk-preview-now"))
    assert (await here.ticket(ticket)).state is State.INVESTIGATING
    assert len(await here.said(ticket)) == told
    page = await agent.do(ticket, "reply", words="We are checking the mast.", step="preview")
    assert page.has("王敏: We are checking the mast.")


async def test_a_preview_at_night_says_when_it_will_go_out(here: Office) -> None:
    here.clock.at += timedelta(hours=13)
    ticket = await here.filed()
    here.clock.at += timedelta(hours=1)
    agent = await here.visit("王敏")
    page = await agent.do(ticket, "reply", words="您好", step="preview")
    morning = datetime(2026, 11, 18, 0, 0, tzinfo=UTC)
    assert page.has(here.say("desk-preview-later", at=Moment(morning)))


async def test_closing_as_inadmissible_needs_a_second_pair_of_eyes(here: Office) -> None:
    ticket = await here.filed()
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    await agent.done(ticket, "inadmissible", reason="vague")
    assert (await here.ticket(ticket)).state is State.DISPATCHED
    assert "inadmissible" not in (await agent.get(f"/desk/t/{ticket.number}")).moves()
    page = await boss.get(f"/desk/t/{ticket.number}")
    assert page.has(
        here.say("desk-act-confirm-inadmissible"), here.say("desk-flag-inadmissible", count=0)
    )
    await boss.done(ticket, "inadmissible", mend="请补充扣费短信截图。")
    assert (await here.ticket(ticket)).state is State.INVALID
    assert "请补充扣费短信截图。" in (await here.said(ticket))[-1]


async def draft(here: Office, ticket: Ticket) -> None:
    """The subscriber is in the middle of filing another complaint."""
    frame = Frame("complaint", 1, 1, "start", {})
    dialog = here.door.stage.rooms.dialogs["complaint"]
    frame = replace(frame, version=dialog.version, state="fact")
    await here.store.write(
        lambda c: sessions.keep(
            c, ticket.chat, Session(stack=(frame,), serial=1), sessions.load(c, ticket.chat).version
        )
    )


async def test_joining_silences_the_bot_and_handing_back_asks_its_question_again(
    here: Office,
) -> None:
    ticket = await here.filed()
    await draft(here, ticket)
    agent = await here.visit("王敏")
    page = await agent.post(f"/desk/t/{ticket.number}/join")
    assert page.has(here.say("desk-chat-hand-back"), here.say("move-join"))
    assert (await here.said(ticket))[-1] == here.say("desk-joined", name="王敏")
    until = (await here.store.read(lambda c: sessions.load(c, ticket.chat))).session.silent_until
    assert until is not None
    here.clock.at += timedelta(minutes=5)
    await agent.done(ticket, "reply", words="您请说")
    later = (await here.store.read(lambda c: sessions.load(c, ticket.chat))).session.silent_until
    assert later is not None
    assert later - until >= timedelta(minutes=5)
    await agent.post(f"/desk/t/{ticket.number}/hand-back")
    kept = (await here.store.read(lambda c: sessions.load(c, ticket.chat))).session
    assert kept.silent_until is None
    assert kept.stack
    last = (await here.said(ticket))[-1]
    assert here.say("desk-handed-back") in last
    assert here.say("complaint-story") in last


async def test_joining_twice_greets_once_and_handing_back_twice_is_no_harm(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    for way in ("join", "join", "hand-back", "hand-back"):
        await agent.post(f"/desk/t/{ticket.number}/{way}")
    said = await here.said(ticket)
    assert said.count(here.say("desk-joined", name="王敏")) == 1
    assert said.count(here.say("desk-handed-back")) == 1


async def test_a_colleague_sees_who_has_the_word_and_takes_it_over(here: Office) -> None:
    ticket = await here.filed()
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    await agent.post(f"/desk/t/{ticket.number}/join")
    until = here.clock.at + here.door.stage.house.catalogue.human_patience
    shown = f"{until.astimezone(ZoneInfo('Asia/Shanghai')):%H:%M}"
    own = await agent.get(f"/desk/t/{ticket.number}")
    assert own.has(here.say("desk-chat-joined-you", until=shown))
    assert not own.has(here.say("desk-chat-take-over"))
    theirs = await boss.get(f"/desk/t/{ticket.number}")
    assert theirs.has(
        here.say("desk-chat-joined", name="王敏", until=shown), here.say("desk-chat-take-over")
    )
    await boss.post(f"/desk/t/{ticket.number}/join")
    assert (await here.said(ticket))[-1] == here.say("desk-joined", name="陈工")
    theirs = await agent.get(f"/desk/t/{ticket.number}")
    assert theirs.has(here.say("desk-chat-joined", name="陈工", until=shown))


async def test_a_supervisor_hears_who_waits_for_a_person_until_one_joins(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    boss = await here.visit("陈工", Role.SUPERVISOR)
    await here.subscriber(ticket, "summon", words="转人工")
    assert here.say("task-waits") not in (await boss.get("/desk/tasks")).text
    here.clock.at += timedelta(seconds=31)
    for _ in range(2):
        await here.dispatcher.tick()
    page = await boss.get("/desk/tasks")
    assert page.text.count(here.say("task-waits")) == 1
    assert here.say("task-waits") not in (await agent.get("/desk/tasks")).text
    assert (await here.said(ticket))[-1] == here.say("human-waits", place=1)
    await agent.post(f"/desk/t/{ticket.number}/join")
    page = await boss.get("/desk/tasks")
    assert here.say("task-waits") not in page.text
    assert here.say("task-human") not in page.text


async def test_who_asked_for_a_person_before_filing_gets_one(here: Office) -> None:
    await busy(here)
    agent = await here.visit("王敏")
    page = await agent.get("/desk/tasks")
    assert page.has(here.say("task-human"), here.say("desk-task-chat"), "说不清楚")
    place = page.text.split('href="/desk/c/')[1].split('"')[0]
    assert (await agent.get(f"/desk/c/{place}")).has("转人工，说不清楚")
    await agent.post(f"/desk/c/{place}/join")
    assert (await agent.post(f"/desk/c/{place}/say", {"words": " "})).status == 422
    page = await agent.post(f"/desk/c/{place}/say", {"words": "您好，先说话费吧"})
    assert page.has("王敏：您好，先说话费吧", here.say("desk-joined", name="王敏"))
    assert (await agent.post(f"/desk/c/{place}/hand-back")).has(here.say("desk-handed-back"))
    assert not (await agent.get("/desk/tasks")).has(here.say("desk-task-chat"))
    assert (await agent.get("/desk/c/999")).status == 404


async def test_tasks_are_done_by_those_whose_they_are(here: Office) -> None:
    await busy(here)
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    assert not (await agent.get("/desk/tasks")).has(here.say("task-low_score"))
    page = await boss.get("/desk/tasks")
    assert page.has(here.say("task-low_score"), "退得太慢", "139****1122")
    assert not page.has("13900001122")
    todo = await here.store.read(lambda c: tasks.of_kinds(c, ("low_score", "unreachable"), 9))
    low = next(one.id for one in todo if one.task.kind == "low_score")
    gone = next(one.id for one in todo if one.task.kind == "unreachable")
    assert (await agent.post(f"/desk/task/{low}/done")).status == 403
    shown = await agent.post(f"/desk/task/{gone}/number")
    assert shown.has("+8613900001122", here.say("desk-task-shown"))
    assert not (await boss.post(f"/desk/task/{low}/done")).has(f"/desk/task/{low}/done")


async def test_a_recorded_call_settles_the_tasks_that_asked_for_one(here: Office) -> None:
    _, _ = await busy(here)
    agent = await here.visit("王敏")
    todo = await here.store.read(lambda c: tasks.of_kinds(c, ("unreachable",), 9))
    number = todo[0].ticket
    assert number is not None
    ticket = await here.ticket(replace(await here.filed(), id=number))
    await agent.done(ticket, "note", call="yes", words="已打通，约好明天")
    assert not (await agent.get("/desk/tasks")).has(here.say("task-unreachable"))
    assert (await here.ticket(ticket)).called_at is not None


async def test_a_chat_that_cannot_be_reached_says_so(here: Office) -> None:
    ticket = await here.filed()
    await here.store.write(lambda c: chats.reachable(c, ticket.chat, False, here.clock()))
    agent = await here.visit("王敏")
    assert (await agent.get(f"/desk/t/{ticket.number}")).has(here.say("desk-chat-unreachable"))


async def test_a_note_is_seen_by_staff_alone(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    told = await here.said(ticket)
    page = await agent.done(ticket, "note", words="外呼渠道写入，疑似误导销售")
    assert page.has("外呼渠道写入", here.say("desk-chat-note"))
    assert await here.said(ticket) == told


async def test_a_promised_date_becomes_the_date_the_subscriber_was_told(here: Office) -> None:
    ticket = await here.filed()
    agent = await here.visit("王敏")
    await agent.done(ticket, "claim")
    page = await agent.done(ticket, "reply", words="11月20日前给您结果。", until=SOON)
    assert page.has("11月20日")
    date = (await here.ticket(ticket)).next_step_at
    assert date is not None
    assert f"{date:%Y-%m-%d}" == SOON


async def test_what_is_owed_on_a_ticket_stands_on_its_page_and_is_ticked_off_there(
    here: Office,
) -> None:
    await busy(here)
    boss = await here.visit("陈工", Role.SUPERVISOR)
    todo = await here.store.read(lambda c: tasks.of_kinds(c, ("low_score",), 1))
    ticket = await here.store.read(lambda c: tickets.load(c, todo[0].ticket or 0))
    assert ticket is not None
    place = f"/desk/t/{ticket.number}"
    assert (await boss.get(place)).has(here.say("task-low_score"), "退得太慢")
    page = await boss.post(f"/desk/task/{todo[0].id}/done", {"back": place})
    assert page.path == place
    assert not page.has(f"/desk/task/{todo[0].id}/done")
    page = await boss.post(f"/desk/task/{todo[0].id}/done", {"back": "https://evil.example"})
    assert page.path == "/desk"


async def test_numbers_that_no_row_can_have_lead_nowhere(here: Office) -> None:
    agent = await here.visit("王敏")
    for path in ("/desk/file/99999999999999999999", "/desk/c/99999999999999999999"):
        assert (await agent.get(path)).status == 404
    assert (await agent.post("/desk/task/99999999999999999999/done")).status == 404


ITEM = {"code_1": "refund", "money_1": "20", "due_1": SOON}


async def test_the_forms_of_the_middle_reach_their_moves(here: Office) -> None:
    ticket = await here.filed()
    boss = await here.visit("陈工", Role.SUPERVISOR)
    for move, typed in (
        ("return_routing", {"reason": "属网络侧"}),
        ("dispatch", {"department": "NET"}),
        ("claim", {}),
        ("set_liability", {"liability": "shared", "finding": "双方都有记录不清之处。"}),
        ("hold", {"reason": "等基站配件到货", "until": "2026-11-19"}),
        ("resume", {}),
        ("escalate", {"reason": "涉及多人"}),
        ("appeal", {"reference": "SS2026-118"}),
        ("mediated", {"finding": "调解书第 3 条", **ITEM}),
        ("late", {"item": "1", "due": "2026-11-25", "reason": "财务审批晚一天"}),
        ("appeal", {"reference": "SS2026-119"}),
        ("end_deadlock", {"words": "通信管理部门已作出处理决定。"}),
    ):
        page = await boss.done(ticket, move, **typed)
        assert page.has(here.say("desk-made", move=here.say(f"move-{move}"))), move
    assert (await here.ticket(ticket)).result == "decided_outside"


async def test_the_forms_of_the_end_reach_their_moves(here: Office) -> None:
    ticket = await here.filed()
    boss = await here.visit("陈工", Role.SUPERVISOR)
    await boss.done(ticket, "claim")
    await boss.done(ticket, "propose", **OFFER)
    await boss.done(ticket, "withdraw_proposal", reason="金额有误")
    for _ in range(2):
        await boss.done(ticket, "propose", **OFFER)
        await here.subscriber(ticket, "reject", reason="amount", wish="再加 100 元")
    await boss.done(ticket, "final", words="已按公开承诺双倍返还，不再增加金额。", meeting="yes")
    assert (await here.ticket(ticket)).state is State.DEADLOCK
    page = await boss.done(ticket, "note", told="M13", words="已电话告知最终意见")
    assert page.has(here.say("desk-note-told"))


async def test_the_forms_of_the_beginning_reach_their_moves(here: Office) -> None:
    ticket, other = await here.filed(chat="a"), await here.filed(chat="b")
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    await agent.done(ticket, "inadmissible", reason="vague")
    await boss.done(ticket, "admissible")
    await agent.done(ticket, "inadmissible", reason="vague")
    await boss.done(ticket, "inadmissible")
    await agent.done(ticket, "refile", words="用户补来了短信截图")
    assert (await here.ticket(ticket)).state is State.DISPATCHED
    await boss.done(other, "return_routing", reason="一线可当场解决")
    await agent.done(other, "solve", words="已取消视频包并退费。")
    assert (await here.ticket(other)).state is State.AWAITING_CONFIRM


async def test_the_persons_other_tickets_and_who_looked_stand_beside(here: Office) -> None:
    first = await here.filed()
    second = await here.filed(NO_NETWORK)  # another number, in the same chat
    third = await here.filed(chat="z9")  # the same number, somebody else's chat
    agent = await here.visit("王敏")
    page = await agent.get(f"/desk/t/{first.number}")
    history = page.text.split('id="history"')[1].split("</section>")[0]
    assert second.number in history
    assert third.number in history
    assert history.count(here.say("desk-history-number")) == 1
    assert 'id="looked"' not in page.text
    await agent.post(f"/desk/t/{first.number}/number", {"reason": "call"})
    await agent.post(f"/desk/t/{first.number}/join")
    page = await agent.get(f"/desk/t/{first.number}")
    seen = page.text.split('id="looked"')[1].split("</section>")[0]
    assert here.say("desk-looked-view", reason=here.say("desk-look-call")) in seen
    assert here.say("desk-looked-join") in seen


async def test_of_two_who_write_in_a_chat_the_later_one_keeps_the_words(here: Office) -> None:
    chat = (await here.filed()).chat
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    seen = (await agent.get(f"/desk/c/{chat}")).text.split('name="seen" value="')[1].split('"')[0]
    said = {"words": "我来查", "seen": seen}
    assert (await agent.post(f"/desk/c/{chat}/say", said)).status == 200
    came = await boss.post(f"/desk/c/{chat}/say", {"words": "我也来查", "seen": seen})
    assert came.status == 409
    assert came.has(here.say("desk-chat-overtaken"), "我也来查")
    again = came.text.split('name="seen" value="')[1].split('"')[0]
    done = await boss.post(f"/desk/c/{chat}/say", {"words": "我也来查", "seen": again})
    assert done.status == 200
    names = [one.name for one in await here.store.read(lambda c: pages.before(c, chat, 0, 9))]
    assert names[-2:] == ["王敏", "陈工"]


async def test_a_reply_stands_under_the_name_of_who_wrote_it(here: Office) -> None:
    ticket = await here.filed()
    agent, boss = await here.visit("王敏"), await here.visit("陈工", Role.SUPERVISOR)
    await agent.done(ticket, "claim")
    await boss.done(ticket, "reply", words="我是主管，正在看。")
    lines = await here.store.read(lambda c: pages.before(c, ticket.chat, 0, 9))
    assert lines[-1].name == "陈工"
    assert "陈工：我是主管，正在看。" in lines[-1].words
