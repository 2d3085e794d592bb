"""The card of a ticket in the group: its words and its buttons, state by state."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.group import card, hands
from dialogs.group.panel import of_draft, of_ticket, pressed
from dialogs.model import Json
from dialogs.tickets.ticket import Role, State, Ticket
from tests.dialogs.group.room import EVERYBODY, labels, said, scene, shown
from tests.dialogs.tickets.office import (
    ANN,
    CHARGE,
    LI,
    MONDAY,
    NETWORK,
    OFFER,
    QIAN,
    WANG,
    ZHAO,
    at,
    filed,
    house,
    make,
)

WAITS = """\
TS26110004277 · 取消后仍被扣费 · 一般 · 已派单
争议费用暂缓
134****0029 · 中文 · Telegram
“2月1日关闭流量,27日仍被扣费停机”
诉求：双倍返还 188 元、书面道歉
争议金额：94 元
还没有人认领（计费账务部）
部门签收：11月16日（周一）15:00
11月16日（周一）10:00 用户：提交
11月16日（周一）10:00 服务助手：派单
[认领] [转派] [回复用户] [升级] [写备注] [打开工作台]"""
IN_ENGLISH = """\
TS26110004277 · Charged after cancelling · General · With the department
Credit hold
134****0029 · 中文 · Telegram
“2月1日关闭流量,27日仍被扣费停机”
They ask for: Refund twice the wrong charge ¥188, A written apology
In dispute: ¥94
Not claimed yet (Billing)
Department sign-in: Mon 16 Nov, 15:00
Mon 16 Nov, 10:00 Subscriber: File
Mon 16 Nov, 10:00 Assistant: Dispatch
[Claim] [Pass on] [Reply] [Escalate] [Note] [Open the desk]"""


def worked_on() -> Ticket:
    return make(filed().ticket, "claim", WANG).ticket


def offered() -> Ticket:
    return make(worked_on(), "propose", WANG, fields=OFFER).ticket


def test_a_new_ticket_says_what_is_asked_for_and_waits_for_somebody() -> None:
    made = filed()
    assert shown(scene(made.ticket, entries=made.entries)) == WAITS
    assert shown(scene(made.ticket, entries=made.entries), "en") == IN_ENGLISH


def asked_for_leave() -> Ticket:
    above: dict[str, Json] = {
        **OFFER,
        "items": [{"code": "goodwill", "minor": 20000, "due": "2026-11-27"}],
        "words": "拖了一个月",
    }
    return make(worked_on(), "ask_approval", WANG, fields=above).ticket


def agreed() -> Ticket:
    return make(offered(), "accept", ANN).ticket


STATES: tuple[tuple[Ticket, list[str]], ...] = (
    (filed().ticket, ["认领", "转派", "回复用户", "升级", "写备注"]),
    (worked_on(), ["提方案", "问用户", "已办妥", "转派", "回复用户", "升级", "写备注"]),
    (
        make(worked_on(), "ask", WANG, fields={"words": "哪天关的？"}).ticket,
        ["记录用户的答复", "转派", "回复用户", "升级", "写备注"],
    ),
    (
        make(worked_on(), "hold", ZHAO, fields={"reason": "等核查", "until": "2026-11-18"}).ticket,
        ["恢复处理", "转派", "回复用户", "升级", "写备注"],
    ),
    (offered(), ["转派", "收回方案", "回复用户", "升级", "写备注"]),
    (
        make(offered(), "reject", ANN, fields={"reason": "too_little"}).ticket,
        ["提方案", "问用户", "转派", "回复用户", "升级", "写备注"],
    ),
    (agreed(), ["已办妥", "问用户", "转派", "回复用户", "升级", "写备注"]),
    (make(worked_on(), "withdraw", ANN).ticket, ["回复用户", "写备注"]),
)


@pytest.mark.parametrize(("ticket", "expected"), STATES, ids=[one.state for one, _ in STATES])
def test_the_buttons_are_what_the_life_cycle_allows(ticket: Ticket, expected: list[str]) -> None:
    keys = hands.keys(scene(ticket))
    assert labels(keys) == [*expected, "打开工作台"]


def test_each_state_has_a_card_with_buttons_that_can_be_sent() -> None:
    for state in State:
        keys = hands.keys(scene(replace(worked_on(), state=state)))
        for key in keys:
            assert bool(key.url) != bool(key.action)
            assert len(key.action.encode()) <= 64
            assert key.url or pressed(key.action) is not None


def test_what_waits_for_leave_is_to_be_decided_by_those_who_may() -> None:
    ticket = asked_for_leave()
    assert labels(hands.keys(scene(ticket)))[0] == "批准方案"
    assert "王强的方案（200 元）等主管批准" in shown(scene(ticket))
    nobody = scene(ticket, roles=frozenset({Role.AGENT, Role.HANDLER}))
    assert "批准方案" not in labels(hands.keys(nobody))
    assert "decide" in hands.hands(scene(ticket, ZHAO))
    assert "decide" not in hands.hands(scene(ticket, WANG))


def test_no_button_waits_for_a_role_that_nobody_has() -> None:
    """Only leads resume what rests; without one, nobody is shown the button."""
    held = make(
        worked_on(), "hold", ZHAO, fields={"reason": "等核查", "until": "2026-11-18"}
    ).ticket
    assert "resume" in hands.hands(scene(held, roles=EVERYBODY))
    assert "resume" not in hands.hands(scene(held, roles=frozenset({Role.HANDLER})))
    assert hands.hands(scene(held, roles=frozenset())) == ()


def test_without_an_address_of_the_desk_nothing_opens_it() -> None:
    assert "打开工作台" not in labels(hands.keys(replace(scene(worked_on()), url="")))


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2026-11-16 10:00", "部门签收：11月16日（周一）15:00"),
        ("2026-11-16 13:00", "部门签收：11月16日（周一）15:00，已过半"),
        ("2026-11-16 14:10", "部门签收：11月16日（周一）15:00，只剩不到两成时间"),
        ("2026-11-16 15:00", "部门签收：11月16日（周一）15:00，已超时"),
    ],
)
def test_a_limit_is_told_by_its_time_and_by_how_much_of_it_is_gone(when: str, words: str) -> None:
    assert words in shown(scene(filed().ticket, now=at(when))).splitlines()


def test_a_card_is_drawn_again_only_when_it_reads_otherwise() -> None:
    """Three times in the whole life of a limit, since each drawing is one of twenty a minute."""
    ticket, now, read = filed().ticket, MONDAY, []
    while (later := card.redraw_at(ticket, house(), now)) is not None:
        before, now = said(card.card(scene(ticket, now=now))), later
        assert said(card.card(scene(ticket, now=now))) != before
        assert said(card.card(scene(ticket, now=now - timedelta(seconds=1)))) == before
        read.append(later)
    assert len(read) == 3
    assert card.redraw_at(make(ticket, "withdraw", ANN).ticket, house(), MONDAY) is None


def test_numbers_in_the_story_are_masked_and_a_long_one_says_how_long_it_is() -> None:
    story = "我的号码13812345678被扣费，卡号89860012345678901231。" + "每个月都多扣。" * 200
    told = shown(scene(filed(replace(CHARGE, story=story)).ticket))
    assert "“我的号码138****5678被扣费，卡号" in told
    assert "89860012345678901231" not in told
    assert "字，见工作台）" in told


def test_the_card_of_the_longest_complaint_is_one_message() -> None:
    story = "断" * 10_000
    ticket = filed(replace(NETWORK, story=story)).ticket
    assert len(shown(scene(ticket))) < 1500


def test_only_the_last_three_things_that_happened_are_told() -> None:
    made = filed()
    entries = made.entries
    ticket = made.ticket
    for who, name, fields in (
        (LI, "note", {"words": "核对了账单"}),
        (WANG, "claim", {}),
        (ZHAO, "note", {"words": "请加快"}),
        (QIAN, "note", {"words": "看过"}),
    ):
        step = make(ticket, name, who, fields=fields)
        ticket, entries = step.ticket, entries + step.entries
    lines = shown(scene(ticket, entries=entries)).splitlines()
    assert [one for one in lines if one.startswith("11月16日（周一）10:00")] == [
        "11月16日（周一）10:00 王强：认领",
        "11月16日（周一）10:00 赵云：内部备注",
        "11月16日（周一）10:00 钱程：内部备注",
    ]


def test_a_press_is_read_back_as_it_was_made() -> None:
    press = pressed(of_ticket(7, 3, "claim"))
    assert press is not None
    assert (press.ticket, press.draft, press.revision, press.action) == (7, 0, 3, "claim")
    press = pressed(of_draft(12, 7, 2, "pick.BIL"))
    assert press is not None
    assert (press.ticket, press.draft, press.revision, press.action) == (7, 12, 2, "pick.BIL")
    for other in ("v1:t:7:3:accept", "v1:s:7:claim", "v2:s:7:3:claim", "v1:f:7:3:send", "", "x"):
        assert pressed(other) is None
