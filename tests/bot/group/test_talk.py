"""Staff at work in the group, over a strict server: presses, replies, drafts, who may what."""

import pytest

from dialogs.tickets.ticket import State
from storage import staff, staff_drafts, tickets
from storage.store import Store
from tests.bot.group.room import MINUTE, Room
from tests.bot.group.shift import BREATH, Shift
from tests.peers import updates
from tests.peers.people import Person
from tests.peers.world import Message


@pytest.fixture
async def shift(room: Room) -> Shift:
    return await Shift.begins(room)


def labels(message: Message) -> list[str]:
    return [key.label for key in message.keys]


def heard(person: Person) -> list[str]:
    """What the bot told somebody in private."""
    return [one.text for one in person.chat if one.by_bot]


async def test_a_claim_by_a_press_and_the_subscriber_hears_of_it(shift: Shift) -> None:
    assert labels(shift.newest) == ["认领", "转派", "回复用户", "升级", "写备注"]
    assert await shift.taps(shift.lin, "认领") == "认领"
    ticket = await shift.now()
    assert (ticket.state, ticket.owner, ticket.owner_name) == (
        State.INVESTIGATING,
        shift.chen.staff,
        "陈工",
    )
    await shift.room.draws()
    (own,) = shift.room.group.inside(shift.own)
    assert "负责人：陈工" in own.text
    assert labels(own)[0] == "提方案"
    department = shift.room.group.inside(shift.room.group.topic("计费账务部"))
    assert labels(department[0]) == ["在群里查看"]


async def test_a_press_by_whoever_is_not_linked_changes_nothing(shift: Shift) -> None:
    said = await shift.taps(shift.bob, "认领")
    assert "没有绑定" in said
    ticket = await shift.now()
    assert (ticket.revision, ticket.owner) == (2, 0)


async def test_a_press_without_the_role_says_why(shift: Shift) -> None:
    """The button is there, as a lead may press it; a handler may not."""
    await shift.claimed()
    await shift.room.moves(shift.ticket, "hold", shift.zhao, reason="等核查", until="2026-11-18")
    await shift.room.draws()
    said = await shift.taps(shift.lin, "恢复处理")
    assert said == shift.words("not-allowed-role")
    assert (await shift.now()).state is State.ON_HOLD
    await shift.taps(shift.mei, "恢复处理")
    assert (await shift.now()).state is State.INVESTIGATING


async def test_a_right_taken_away_a_moment_ago_counts(shift: Shift, store: Store) -> None:
    await store.write(lambda c: staff.active(c, shift.chen.staff, False))
    assert "没有绑定" in await shift.taps(shift.lin, "认领")
    assert (await shift.now()).owner == 0


async def test_a_stale_press_says_who_did_what_meanwhile(shift: Shift) -> None:
    card = shift.newest
    await shift.room.moves(shift.ticket, "claim", shift.zhao)
    said = await shift.taps(shift.lin, "认领", on=card)
    assert said.startswith("有人先了一步：")
    assert "赵敏：认领" in said
    assert (await shift.now()).owner_name == "赵敏"


async def test_of_two_presses_at_once_one_wins_and_the_other_hears_who(shift: Shift) -> None:
    room, card = shift.room, shift.newest
    first = await shift.lin.taps("认领", card, to=room.group)
    second = await shift.mei.taps("认领", card, to=room.group)
    await room.hears()
    assert first.answer is not None
    assert second.answer is not None
    assert first.answer.text == "认领"
    assert "陈工：认领" in second.answer.text
    assert second.answer.alert
    assert (await shift.now()).owner_name == "陈工"


async def test_the_same_press_twice_is_one_claim(shift: Shift) -> None:
    card = shift.newest
    await shift.taps(shift.lin, "认领", on=card)
    revision = (await shift.now()).revision
    assert "陈工：认领" in await shift.taps(shift.lin, "认领", on=card)
    assert (await shift.now()).revision == revision


async def test_words_in_the_topic_reach_the_subscriber_after_a_preview(shift: Shift) -> None:
    await shift.claimed()
    before = heard(shift.ann)
    await shift.says(shift.lin, "查到了，27日那笔确实不该扣。")
    draft = shift.draft
    assert draft.text.splitlines()[0].endswith("陈工：回复用户")
    assert "用户将看到（马上发送）：" in draft.text
    assert "查到了，27日那笔确实不该扣。" in draft.text
    assert labels(draft) == ["发送", "只作备注", "上一步", "取消"]
    assert heard(shift.ann) == before
    assert await shift.taps(shift.lin, "发送") == "回复用户"
    assert heard(shift.ann)[-1] in draft.text.replace("│ ", "")
    assert "查到了，27日那笔确实不该扣。" in heard(shift.ann)[-1]
    there = shift.room.group.home.messages[draft.id]
    assert "“查到了，27日那笔确实不该扣。”" in there.text
    assert labels(there) == []


async def test_the_preview_of_the_longest_reply_is_one_message_and_all_of_it_goes(
    shift: Shift,
) -> None:
    await shift.claimed()
    words = "账" * 3900
    await shift.says(shift.lin, words)
    assert labels(shift.draft)[0] == "发送"
    assert "发送的是全文" in shift.draft.text
    await shift.taps(shift.lin, "发送")
    assert words in heard(shift.ann)[-1]
    assert not shift.room.api.refused


async def test_a_reply_to_the_card_is_a_draft_too(shift: Shift) -> None:
    """Before anybody has claimed it, in the topic of the department."""
    await shift.says(shift.lin, "请问是哪张账单？", to=shift.newest)
    assert "请问是哪张账单？" in shift.draft.text
    await shift.taps(shift.lin, "发送")
    assert "请问是哪张账单？" in heard(shift.ann)[-1]


async def test_a_draft_kept_as_a_note_reaches_nobody(shift: Shift) -> None:
    await shift.claimed()
    before = heard(shift.ann)
    await shift.says(shift.lin, "账单系统里有两条开通记录")
    await shift.taps(shift.lin, "只作备注")
    assert heard(shift.ann) == before
    entries = await shift.room.store.read(lambda c: tickets.timeline(c, shift.ticket))
    assert entries[-1].move == "note"


async def test_an_edited_message_changes_the_draft_and_not_what_was_sent(shift: Shift) -> None:
    await shift.claimed()
    said = await shift.says(shift.lin, "明天退。")
    said = await shift.lin.edits("后天退。", said)
    await shift.room.hears()
    assert "后天退。" in shift.draft.text
    assert "明天退。" not in shift.draft.text
    await shift.taps(shift.lin, "发送")
    assert "后天退。" in heard(shift.ann)[-1]
    told = len(heard(shift.ann))
    shift.room.now += BREATH
    await shift.lin.edits("下周退。", said)
    await shift.room.hears()
    assert len(heard(shift.ann)) == told
    assert shift.newest.text == shift.words("group-sent-already")


async def test_further_words_join_the_draft(shift: Shift) -> None:
    await shift.claimed()
    await shift.says(shift.lin, "查到了。")
    await shift.says(shift.lin, "明天退。")
    drafts = [one for one in shift.room.group.chat if "取消" in labels(one)]
    assert len(drafts) == 1
    assert "查到了。\n│ 明天退。" in drafts[0].text


async def test_a_draft_whose_message_people_deleted_is_said_again(shift: Shift) -> None:
    await shift.claimed()
    await shift.says(shift.lin, "查到了。")
    gone = shift.draft
    shift.room.group.home.remove(gone.id)
    await shift.says(shift.lin, "明天退。")
    assert shift.draft.id != gone.id
    assert "查到了。\n│ 明天退。" in shift.draft.text
    await shift.taps(shift.lin, "发送")
    assert "查到了。\n明天退。" in heard(shift.ann)[-1]


async def test_a_draft_survives_a_restart(shift: Shift, store: Store) -> None:
    await shift.claimed()
    await shift.says(shift.lin, "查到了。")
    await shift.room.stop()
    await shift.room.start(store)
    await shift.taps(shift.lin, "发送")
    assert "查到了。" in heard(shift.ann)[-1]


async def test_nobody_else_can_send_or_cancel_a_draft(shift: Shift) -> None:
    await shift.claimed()
    await shift.says(shift.lin, "查到了。")
    for label in ("发送", "取消"):
        assert await shift.taps(shift.mei, label) == "这是陈工的草稿，只有本人能操作。"
    before = heard(shift.ann)
    await shift.taps(shift.lin, "取消")
    assert heard(shift.ann) == before
    assert shift.words("group-cancelled") in shift.newest.text


async def test_an_old_button_of_a_draft_sends_nothing(shift: Shift) -> None:
    await shift.claimed()
    await shift.says(shift.lin, "查到了。")
    old = shift.draft
    await shift.says(shift.lin, "明天退。")
    before = heard(shift.ann)
    assert await shift.taps(shift.lin, "发送", on=old) == shift.words("group-old")
    assert heard(shift.ann) == before
    await shift.taps(shift.lin, "发送")
    assert await shift.taps(shift.lin, "发送", on=old) == shift.words("group-over")


async def test_who_was_overtaken_keeps_their_words_and_sees_what_happened(shift: Shift) -> None:
    await shift.claimed()
    await shift.says(shift.lin, "查到了。")
    await shift.room.moves(shift.ticket, "note", shift.zhao, words="用户来过电话")
    before = heard(shift.ann)
    said = await shift.taps(shift.lin, "发送")
    assert "赵敏：内部备注" in said
    assert heard(shift.ann) == before
    assert "在您写的时候：" in shift.draft.text
    assert "查到了。" in shift.draft.text
    await shift.taps(shift.lin, "发送")
    assert "查到了。" in heard(shift.ann)[-1]


async def test_words_of_whoever_is_not_linked_go_nowhere_and_they_are_told(shift: Shift) -> None:
    await shift.claimed()
    before = heard(shift.ann)
    await shift.says(shift.bob, "我来回复")
    assert "没有绑定" in shift.newest.text
    assert heard(shift.ann) == before


async def test_what_colleagues_say_to_each_other_is_theirs(shift: Shift) -> None:
    await shift.claimed()
    count = len(shift.room.group.chat)
    await shift.says(shift.lin, "// 这个我不确定")
    await shift.says(shift.mei, "@chen 看一下账单")
    topic = shift.room.group.topic("计费账务部")
    await shift.lin.says("大家早", to=shift.room.group, topic=topic)
    await shift.room.hears()
    assert len(shift.room.group.chat) == count + 3


async def test_a_fact_is_asked_by_buttons_and_the_answer_comes_back(shift: Shift) -> None:
    await shift.claimed()
    await shift.taps(shift.lin, "问用户")
    question = shift.room.stage.house.catalogue.categories["BIL"].asked[0].ask.words["zh-CN"]
    await shift.taps(shift.lin, question)
    await shift.taps(shift.lin, "下一步")
    assert "用户将看到（马上发送）：" in shift.draft.text
    await shift.taps(shift.lin, "发送")
    assert question in heard(shift.ann)[-1]
    assert (await shift.now()).state is State.AWAITING_USER
    await shift.ann.says("上个月20号关的")
    await shift.room.hears()
    await shift.room.draws()
    assert any("上个月20号关的" in one.text for one in shift.room.group.inside(shift.own))


async def test_an_offer_made_by_buttons_is_accepted_by_the_subscriber(shift: Shift) -> None:
    await shift.claimed()
    await shift.taps(shift.lin, "提方案")
    await shift.taps(shift.lin, "我方责任")
    await shift.says(shift.lin, "2月1日已关闭流量，之后的94元属误扣。", to=shift.draft)
    await shift.taps(shift.lin, "双倍返还 188 元")
    await shift.taps(shift.lin, "书面道歉")
    await shift.taps(shift.lin, "下一步")
    await shift.taps(shift.lin, "188 元")
    await shift.taps(shift.lin, "11月19日（周四）")
    draft = shift.draft
    assert "用户将看到（马上发送）：" in draft.text
    assert "对照诉求：\n· 双倍返还 188 元：满足\n· 书面道歉：满足" in draft.text
    await shift.taps(shift.lin, "发送")
    assert (await shift.now()).state is State.PROPOSED
    offer = heard(shift.ann)[-1]
    assert "双倍返还" in offer
    for label in ("接受", "确认接受"):
        await shift.ann.taps(label)
        await shift.room.hears()
    ticket = await shift.now()
    assert ticket.proposal is not None
    assert ticket.proposal.outcome == "accepted"
    assert ticket.state in {State.AGREED, State.EXECUTING}
    await shift.room.draws()
    own = shift.room.group.inside(shift.own)
    assert "已办妥" in labels(own[0])


async def test_an_offer_above_ones_right_is_approved_by_a_lead_in_the_group(shift: Shift) -> None:
    await shift.claimed()
    await shift.taps(shift.lin, "提方案")
    await shift.taps(shift.lin, "我方责任")
    await shift.says(shift.lin, "属误扣。", to=shift.draft)
    await shift.says(shift.lin, "退费 90 元，11月27日", to=shift.draft)
    await shift.taps(shift.lin, "上一步")
    await shift.taps(shift.lin, "更多处理方式")
    await shift.taps(shift.lin, "善意补偿")
    await shift.taps(shift.lin, "下一步")
    await shift.says(shift.lin, "94", to=shift.draft)
    assert "需要" in shift.draft.text
    assert "申请批准" in labels(shift.draft)
    await shift.taps(shift.lin, "申请批准")
    await shift.says(shift.lin, "拖了一个月", to=shift.draft)
    before = heard(shift.ann)
    await shift.taps(shift.lin, "发送")
    assert heard(shift.ann) == before
    await shift.room.draws()
    assert await shift.taps(shift.lin, "批准方案") != ""
    await shift.taps(shift.mei, "批准方案")
    assert "用户将看到" in shift.draft.text
    await shift.taps(shift.mei, "批准并发送")
    assert (await shift.now()).state is State.PROPOSED
    assert "善意补偿" in heard(shift.ann)[-1]


async def test_passing_on_moves_the_card_to_the_other_department(shift: Shift) -> None:
    await shift.taps(shift.mei, "转派")
    await shift.taps(shift.mei, "网络维护部")
    assert (await shift.now()).department == "NET"
    await shift.room.draws()
    left = shift.room.group.inside(shift.room.group.topic("计费账务部"))[0]
    assert left.text.endswith("→ 网络维护部")
    there = shift.room.group.inside(shift.room.group.topic("网络维护部"))
    assert (await shift.now()).number in there[0].text


async def test_files_of_staff_are_not_passed_on_and_they_are_told(shift: Shift) -> None:
    await shift.claimed()
    before = heard(shift.ann)
    content = updates.document("d1", 1000, "bill.pdf", "application/pdf")
    await shift.lin.sends(content, to=shift.room.group, topic=shift.own)
    await shift.room.hears()
    assert shift.newest.text == shift.words("group-no-files")
    assert heard(shift.ann) == before


async def test_two_drafts_of_two_people_stand_side_by_side(shift: Shift, store: Store) -> None:
    await shift.claimed()
    await shift.says(shift.lin, "我先回复。")
    await shift.says(shift.mei, "我补充一句。")
    drafts = [one for one in shift.room.group.chat if "取消" in labels(one)]
    assert [one.text.splitlines()[0].rpartition("· ")[2] for one in drafts] == [
        "陈工：回复用户",
        "赵敏：回复用户",
    ]
    await shift.taps(shift.lin, "发送", on=drafts[0])
    assert "陈工：回复用户" in await shift.taps(shift.mei, "发送", on=drafts[1])
    kept = await store.read(lambda c: staff_drafts.of_staff(c, shift.zhao.staff, shift.room.chat))
    assert [one.open for one in kept] == [True]


async def test_the_pace_of_the_group_is_kept_while_people_work(shift: Shift) -> None:
    await shift.claimed()
    for n in range(6):
        await shift.says(shift.lin, f"第 {n} 句")
        await shift.room.passes(MINUTE / 10)
    assert shift.room.busiest() <= 20
    assert not shift.room.api.refused


async def test_a_ticket_is_found_by_its_number_and_ones_own_are_listed(shift: Shift) -> None:
    await shift.says(shift.lin, "/mine", to=shift.newest)
    assert shift.newest.text == shift.words("group-mine-none")
    await shift.claimed()
    number = (await shift.now()).number
    await shift.lin.says(f"/find {number.lower()}", to=shift.room.group)
    await shift.room.hears()
    assert f"{number} · 取消后仍被扣费 · 调查核实" in shift.newest.text
    assert shift.newest.keys[0].url.startswith("https://t.me/c/")
    shift.room.now += BREATH
    await shift.lin.says("/mine", to=shift.room.group)
    await shift.room.hears()
    assert shift.newest.text.startswith("您名下在办的工单：1 件\n" + number)
    for words, key in (("/find", "group-find-how"), ("/help", "group-help")):
        shift.room.now += BREATH
        await shift.lin.says(words, to=shift.room.group)
        await shift.room.hears()
        assert shift.newest.text == shift.words(key)
    shift.room.now += BREATH
    await shift.bob.says(f"/find {number}", to=shift.room.group)
    await shift.room.hears()
    assert "没有绑定" in shift.newest.text
