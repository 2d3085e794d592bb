"""The small dialogs of the group, played: what is asked, pressed and written, what comes of it."""

from dataclasses import replace

from dialogs.group import talk
from dialogs.group.draft import Draft, Looked, Written, words
from dialogs.model import Json, Phrase
from dialogs.tickets.ticket import Role, Ticket
from tests.dialogs.group.room import Desk, scene, why
from tests.dialogs.tickets.office import (
    ANN,
    LI,
    MONDAY,
    OFFER,
    WANG,
    ZHAO,
    filed,
    house,
    make,
    texts,
)

SHOWN = Looked(shown=("王强：已经查到了。",), when="马上发送")


def worked_on() -> Ticket:
    return make(filed().ticket, "claim", WANG).ticket


def test_a_reply_is_looked_at_before_it_goes() -> None:
    desk = Desk.begun("reply", worked_on(), WANG)
    assert desk.reads == (
        "TS26110004277 · 王强：回复用户\n请回复这条消息，写给用户的话。发送前会先给您预览。\n[取消]"
    )
    desk.writes("已经查到了。")
    assert desk.made is None
    assert desk.draft is not None
    look = talk.looking(desk.draft, desk.scene)
    assert look is not None
    assert (look.name, look.fields) == ("reply", {"words": "已经查到了。"})
    desk.looked = SHOWN
    assert desk.reads == (
        "TS26110004277 · 王强：回复用户\n"
        "用户将看到（马上发送）：\n"
        "王强：已经查到了。\n"
        "[发送] [只作备注] [上一步] [取消]"
    )
    desk.presses("发送")
    assert desk.made == look


def test_a_reply_can_be_kept_as_a_note_added_to_and_rewritten() -> None:
    desk = Desk.begun("reply", worked_on(), WANG)
    desk.writes("已经查到了。", "m1")
    desk.writes("明天退。", "m2")
    assert desk.draft is not None
    assert words(desk.draft, "words") == "已经查到了。\n明天退。"
    before = desk.draft.rev
    desk.draft = talk.rewritten(desk.draft, Written("后天退。", "m2"))
    assert desk.draft is not None
    assert words(desk.draft, "words") == "已经查到了。\n后天退。"
    assert desk.draft.rev == before + 1
    assert talk.rewritten(desk.draft, Written("别的", "m9")) is None
    desk.looked = SHOWN
    desk.presses("只作备注")
    assert desk.made is not None
    assert (desk.made.name, desk.made.fields) == ("note", {"words": "已经查到了。\n后天退。"})


def test_back_asks_again_and_cancel_ends_it() -> None:
    desk = Desk.begun("reply", worked_on(), WANG)
    desk.writes("已经查到了。")
    desk.presses("上一步")
    assert desk.draft is not None
    assert words(desk.draft, "words") == ""
    desk.presses("取消")
    assert desk.draft is None
    assert desk.made is None


def test_facts_of_the_catalogue_are_asked_in_the_language_of_who_is_asked() -> None:
    desk = Desk.begun("ask", worked_on(), WANG)
    category = house().catalogue.categories["BIL"]
    first = category.asked[0].ask
    desk.presses(first.words["zh-CN"])
    assert f"[✓ {first.words['zh-CN']}]" in desk.reads
    desk.presses("下一步")
    assert desk.draft is not None
    look = talk.looking(desk.draft, desk.scene)
    assert look is not None
    assert (look.name, look.fields) == ("ask", {"words": first.words["zh-CN"]})


def test_a_question_can_be_written_and_joined_to_chosen_ones() -> None:
    desk = Desk.begun("ask", worked_on(), WANG)
    first = house().catalogue.categories["BIL"].asked[0].ask.words["zh-CN"]
    desk.presses(first)
    desk.writes("是哪一天关的流量？")
    assert desk.draft is not None
    look = talk.looking(desk.draft, desk.scene)
    assert look is not None
    assert look.fields == {"words": f"1. {first}\n2. 是哪一天关的流量？"}


def test_passing_on_is_one_choice() -> None:
    ticket = filed().ticket
    desk = Desk.begun("pass", ticket, ZHAO)
    known = house().catalogue.departments
    labels = [one.label.words["zh-CN"] for one in known.values()]
    here = known[ticket.department].label.words["zh-CN"]
    assert all(f"[{one}]" in desk.reads for one in labels if one != here)
    assert f"[{here}]" not in desk.reads
    desk.presses(known["NET"].label.words["zh-CN"])
    assert desk.made is not None
    assert (desk.made.name, desk.made.fields) == ("dispatch", {"department": "NET"})


def test_a_handler_gives_back_what_is_not_theirs_and_says_why() -> None:
    desk = Desk.begun("pass", filed().ticket, WANG)
    desk.presses("不归我们：退回分派")
    assert desk.made is None
    desk.writes("是网络问题")
    assert desk.made is None
    assert "“是网络问题”\n[提交]" in desk.reads
    desk.presses("提交")
    assert desk.made is not None
    assert (desk.made.name, desk.made.fields) == ("return_routing", {"reason": "是网络问题"})


def test_a_ticket_is_given_to_a_colleague_or_laid_down() -> None:
    given = replace(scene(worked_on(), WANG), colleagues=((2, "王强"), (9, "陈工")))
    desk = Desk.begun("pass", worked_on(), WANG)
    desk.scene = given
    assert "[王强]" not in desk.reads
    desk.presses("陈工")
    assert desk.made is not None
    assert (desk.made.name, desk.made.fields) == ("assign", {"staff": 9})

    desk = Desk.begun("pass", worked_on(), WANG)
    desk.presses("放下：让别人认领")
    desk.presses("不写了")
    assert desk.made is not None
    assert (desk.made.name, desk.made.fields) == ("release", {})


def test_an_offer_by_buttons() -> None:
    """Seven presses and one line of what was found: the wished remedies stand first."""
    desk = Desk.begun("propose", worked_on(), WANG)
    assert "责任在谁？" in desk.reads
    desk.presses("我方责任")
    desk.writes("2月1日已关闭流量，之后的94元属误扣")
    assert desk.reads.splitlines()[-1].startswith("[双倍返还 188 元] [书面道歉]")
    desk.presses("双倍返还 188 元")
    desk.presses("✓ 双倍返还 188 元")
    assert "[下一步]" not in desk.reads
    desk.presses("双倍返还 188 元")
    desk.presses("书面道歉")
    desk.presses("下一步")
    assert "“双倍返还”多少钱？" in desk.reads
    desk.presses("188 元")
    assert "最晚哪天办完？" in desk.reads
    desk.presses("11月19日（周四）")
    assert desk.draft is not None
    look = talk.looking(desk.draft, desk.scene)
    assert look is not None
    assert look.fields == {
        "liability": "operator",
        "finding": "2月1日已关闭流量，之后的94元属误扣",
        "items": [
            {"code": "double_refund", "words": "", "minor": 18800, "due": "2026-11-19",
             "promise": "double_refund"},
            {"code": "written_apology", "words": "", "minor": None, "due": "2026-11-19",
             "promise": ""},
        ],
        "reviewed": True,
    }  # fmt: skip
    make(desk.scene.ticket, look.name, WANG, fields=look.fields)


def test_an_offer_in_a_line() -> None:
    desk = Desk.begun("propose", worked_on(), WANG)
    desk.presses("我方责任")
    desk.writes("属误扣")
    desk.writes("双倍返还 188 元，书面道歉，11月27日")
    assert desk.draft is not None
    look = talk.looking(desk.draft, desk.scene)
    assert look is not None
    make(desk.scene.ticket, look.name, WANG, fields=look.fields)


def test_what_cannot_be_read_is_asked_again_and_nothing_is_lost() -> None:
    desk = Desk.begun("propose", worked_on(), WANG)
    desk.presses("我方责任")
    desk.writes("属误扣")
    desk.writes("看着办吧")
    assert "没看出是哪种处理方式" in desk.reads
    desk.presses("双倍返还 188 元")
    desk.presses("下一步")
    desk.writes("很多")
    assert "多少钱？" in desk.reads
    desk.writes("188")
    desk.writes("昨天")
    assert "没看懂这个日期" in desk.reads
    desk.writes("2026-11-27")
    assert desk.draft is not None
    assert talk.looking(desk.draft, desk.scene) is not None


def test_an_offer_above_ones_right_asks_for_leave_and_says_why() -> None:
    desk = Desk.begun("propose", worked_on(), WANG)
    desk.presses("我方责任")
    desk.writes("属误扣")
    desk.presses("更多处理方式")
    desk.presses("善意补偿")
    desk.presses("下一步")
    desk.writes("200元")
    desk.writes("2026-11-27")
    desk.looked = Looked(shown=("…",), when="马上发送", leave=Role.SUPERVISOR, why="超过上限。")
    assert "这个方案需要主管批准。超过上限。" in desk.reads
    assert "[发送]" not in desk.reads
    desk.presses("申请批准")
    assert "为什么需要批准？" in desk.reads
    desk.writes("拖了一个月")
    desk.looked = Looked(shown=("…",), when="马上发送")
    desk.presses("发送")
    assert desk.made is not None
    assert desk.made.name == "ask_approval"
    asked = make(desk.scene.ticket, "ask_approval", WANG, fields=desk.made.fields).ticket
    assert asked.approvals[-1].words == "拖了一个月"


def waiting_for_leave() -> Ticket:
    items: Json = [{"code": "goodwill", "minor": 20000, "due": "2026-11-27"}]
    fields = {**OFFER, "items": items, "words": "拖了一个月"}
    return make(worked_on(), "ask_approval", WANG, fields=fields).ticket


def test_leads_decide_by_a_press_and_say_why_not() -> None:
    desk = Desk.begun("decide", waiting_for_leave(), ZHAO)
    assert "[批准并发送] [不批准] [转给总监] [取消]" in desk.reads
    assert desk.draft is not None
    look = talk.looking(desk.draft, desk.scene)
    assert look is not None
    assert look.name == "approve"
    desk.presses("不批准")
    desk.writes("先按承诺办")
    desk.presses("提交")
    assert desk.made is not None
    assert (desk.made.name, desk.made.fields) == ("refuse_approval", {"reason": "先按承诺办"})

    desk = Desk.begun("decide", waiting_for_leave(), ZHAO)
    desk.presses("批准并发送")
    assert desk.made is not None
    assert desk.made.name == "approve"

    desk = Desk.begun("decide", waiting_for_leave(), ZHAO)
    desk.presses("转给总监")
    desk.presses("不写了")
    assert desk.made is not None
    assert (desk.made.name, desk.made.fields) == ("pass_up", {})


def test_what_was_done_needs_its_proof() -> None:
    agreed = make(make(worked_on(), "propose", WANG, fields=OFFER).ticket, "accept", ANN).ticket
    desk = Desk.begun("done", agreed, WANG)
    assert "哪一项办妥了？" in desk.reads or "做了什么？" in desk.reads
    if "哪一项" in desk.reads:
        desk.presses(desk.reads.splitlines()[-1].partition("] [")[0].removeprefix("["))
    desk.writes("退费流水 20261116001")
    assert desk.draft is not None
    look = talk.looking(desk.draft, desk.scene)
    assert look is not None
    assert look.name == "item_done"
    assert look.fields["proof"] == "退费流水 20261116001"
    make(agreed, "item_done", WANG, fields=look.fields)


def test_what_was_done_without_an_offer_is_what_was_asked_for() -> None:
    desk = Desk.begun("done", worked_on(), WANG)
    desk.presses("是，完全按诉求办")
    desk.writes("已退 188 元，道歉信已寄")
    assert desk.draft is not None
    look = talk.looking(desk.draft, desk.scene)
    assert look is not None
    make(desk.scene.ticket, look.name, WANG, fields=look.fields)


def test_escalating_needs_no_word() -> None:
    desk = Desk.begun("escalate", worked_on(), WANG)
    desk.presses("不写了")
    assert desk.made is not None
    assert (desk.made.name, desk.made.fields) == ("escalate", {})


def test_what_happened_meanwhile_stands_in_the_draft() -> None:
    desk = Desk.begun("reply", worked_on(), WANG)
    desk.writes("已经查到了。")
    note = make(desk.scene.ticket, "note", LI, fields={"words": "用户来过电话"})
    assert desk.draft is not None
    desk.scene = scene(note.ticket, WANG, entries=note.entries)
    desk.draft = desk.draft.at(note.ticket.revision)
    desk.looked = SHOWN
    assert "在您写的时候：\n11月16日（周一）10:00 李敏：内部备注\n用户将看到" in desk.reads


def test_who_may_not_is_told_why_before_anything_is_written() -> None:
    assert why("resume", worked_on(), WANG) == "not-allowed-state"
    assert why("decide", waiting_for_leave(), WANG) == "not-allowed-role"


def test_a_button_that_is_not_of_this_step_changes_nothing() -> None:
    desk = Desk.begun("propose", worked_on(), WANG)
    assert desk.draft is not None
    for action in ("pick.nobody", "next", "send", "sum.100", "day.2026-11-27", "keep", "note"):
        turn = talk.press(desk.draft, action, desk.scene)
        assert (turn.draft, turn.order) == (desk.draft, None), action
        assert turn.toast is not None


def test_a_draft_saves_and_loads_to_itself() -> None:
    """Only names and words, never code: what is stored is what is there."""
    import json

    desk = Desk.begun("propose", worked_on(), WANG)
    desk.presses("我方责任")
    desk.writes("属误扣")
    desk.writes("双倍返还 188 元，11月27日")
    assert desk.draft is not None
    again = json.loads(json.dumps(dict(desk.draft.fields)))
    kept = Draft(
        kind=desk.draft.kind,
        ticket=desk.draft.ticket,
        revision=desk.draft.revision,
        begun=desk.draft.begun,
        fields=again,
        trail=desk.draft.trail,
    )
    assert talk.order(kept, desk.scene) == talk.order(desk.draft, desk.scene)


def test_words_of_any_length_can_be_said() -> None:
    """What the library would refuse: an argument of more than 2,500 characters, nested too."""
    long = "账" * 4000
    inner = Phrase("group-quoted", {"words": long})
    told = texts().words("zh-CN", Phrase("group-cannot", {"why": inner}), MONDAY)
    assert told == f"现在不能这样做：“{long}”"
