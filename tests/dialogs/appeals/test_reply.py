"""Our answer to a body: what stands in it comes from the record, and nothing inner stands in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.sheets import plain, written
from dialogs.appeals.happened import SAYINGS
from dialogs.appeals.record import Exhibit, Record
from dialogs.appeals.reply import reply
from dialogs.model import Json
from dialogs.tickets.lifecycle import MOVES
from dialogs.tickets.ticket import Actor, Entry, Ticket
from tests.dialogs.tickets.office import (
    ANN,
    CHARGE,
    LI,
    MONDAY,
    OFFER,
    WANG,
    ZHAO,
    at,
    filed,
    house,
    make,
    texts,
)

Step = tuple[str, Actor, Mapping[str, Json]]
SECRET = "内部判断-不外传"
ROAD: Sequence[Step] = (
    ("claim", WANG, {}),
    ("note", WANG, {"words": SECRET}),
    ("ask", WANG, {"words": "请发一下账单截图"}),
    ("answer", ANN, {"words": "已发，电话 13812345678"}),
    ("reply", WANG, {"words": "截图收到了"}),
    ("set_liability", ZHAO, {"liability": "operator", "finding": "94 元属误扣", "severity": 2}),
    ("grade", ZHAO, {"severity": 3}),
    ("propose", WANG, OFFER),
    ("reject", ANN, {"reason": "amount", "wish": "退还 188 元"}),
    ("propose", WANG, OFFER),
    ("accept", ANN, {}),
    ("item_done", WANG, {"item": 1, "proof": "退费单 R-20261118"}),
    ("refer", LI, {"body": "北京市通信管理局", "reference": "京 118", "until": "2026-11-30"}),
)
SENT = Exhibit(
    path="evidence/01-账单.png",
    name="账单.png",
    kind="photo",
    at=MONDAY,
    size=9,
    sha256="ab" * 32,
)


def told(steps: Sequence[Step] = ROAD, language: str = "zh-CN", *sent: Exhibit) -> str:
    """The draft of a ticket that went this way."""
    record = recorded(steps, sent)
    case = record.ticket.cases[0]
    return plain(written(reply(record, case, language, house()), texts()))


def recorded(steps: Sequence[Step], sent: Sequence[Exhibit] = ()) -> Record:
    made = filed(replace(CHARGE, name="李华"))
    ticket, entries = made.ticket, list(made.entries)
    for name, actor, fields in steps:
        done = make(ticket, name, actor, fields=fields)
        ticket = done.ticket
        entries += done.entries
    return Record(ticket=ticket, entries=tuple(entries), exhibits=tuple(sent), at=MONDAY)


def test_it_says_what_was_complained_of_found_offered_and_done() -> None:
    words = told(ROAD, "zh-CN", SENT)
    for part in (
        "关于工单 TS26110004277 的答复",
        "北京市通信管理局：",
        "京 118",
        "一、用户反映的情况",
        CHARGE.story,
        "188 元",
        "责任在我公司。",
        "2月1日已关闭流量",
        "向用户提出第 1 份处理方案",
        "向用户提出第 2 份处理方案",
        "用户希望：“退还 188 元”",
        "退费单 R-20261118",
        "（办理中）",
        "五、办理期限",
        "账单.png",
        "ab" * 32,
    ):
        assert part in words, part
    assert words.index("一、") < words.index("二、") < words.index("三、") < words.index("四、")


def test_the_same_in_english() -> None:
    words = told(ROAD, "en", SENT)
    for part in ("1. What the subscriber told us", "The fault is ours.", "offer 2", "(under way)"):
        assert part in words, part
    chinese = re.sub(r"“[^”]*”|北京市通信管理局|京 118|账单", "", words)
    assert "用户" not in chinese
    assert "。" not in chinese.replace(CHARGE.story, "").replace(str(OFFER["finding"]), "")


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_nothing_inner_stands_in_it(language: str) -> None:
    """Neither what staff noted for themselves, nor how badly staff caused it, nor who they are."""
    words = told(ROAD, language)
    assert SECRET not in words
    for name in (WANG.name, ZHAO.name, LI.name):
        assert name not in words
    graded = told((*ROAD, ("grade", ZHAO, {"severity": 1})), language)
    assert graded == words
    assert "grade" not in SAYINGS
    assert set(SAYINGS) <= set(MOVES)


def test_who_the_person_is_stands_in_it_as_a_mark_and_typed_numbers_are_masked() -> None:
    words = told()
    assert "【用户姓名】" in words
    assert "【用户号码】" in words
    for personal in ("李华", "13812345678", CHARGE.service_number):
        assert personal not in words


def test_every_number_comes_from_the_record() -> None:
    """No date, sum or reference is made up: each figure stands in the ticket or its timeline."""
    record = recorded(ROAD, (SENT,))
    words = told(ROAD, "zh-CN", SENT)
    said = {one for one in re.findall(r"\d+", words) if len(one) > 1}
    known = set(re.findall(r"\d+", " ".join(map(str, (record.ticket, record.entries, SENT)))))
    dates = [MONDAY, *(one.due for one in record.ticket.clocks), *_dates(record.ticket)]
    known |= {f"{int(part)}" for one in dates for part in _parts(one)}
    known |= {f"{part:02}" for one in dates for part in _parts(one)}
    known |= {"23", "59", "188", "94"}  # ends of days; sums, kept in minor units
    known |= {"138", "5678"}  # of the masked number
    assert said - known == set()


def _dates(ticket: Ticket) -> list[datetime]:
    items = [item for one in ticket.proposals for item in one.items]
    found = [one.due for one in items if one.due] + [one.done_at for one in items if one.done_at]
    return [*found, *(one.received for one in ticket.cases), at("2026-11-30 23:59")]


def _parts(moment: datetime) -> tuple[int, ...]:
    local = moment.astimezone(ZoneInfo(house().zone))
    return local.year, local.month, local.day, local.hour, local.minute


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        ((), "核查仍在进行"),
        ((("claim", WANG, {}), ("propose", WANG, OFFER)), "等待用户答复"),
        (
            (("claim", WANG, {}), ("propose", WANG, OFFER), ("reject", ANN, {"reason": "amount"})),
            "正在继续协商",
        ),
        ((("remind", ANN, {}),), "用户共催办 1 次"),
    ],
)
def test_how_it_stands_is_said_as_it_is(steps: Sequence[Step], says: str) -> None:
    assert says in told((*steps, ROAD[-1]))


def test_an_appeal_of_the_subscriber_opens_it_otherwise() -> None:
    words = told((("appeal", ANN, {"reference": "京 7"}),))
    assert "申诉一事（编号 京 7）" in words
    assert "北京市通信管理局：" in words


def test_every_saying_is_known_in_both_languages() -> None:
    """Whatever happened, it can be told: each move with and without words."""
    ticket = recorded(ROAD).ticket
    said: Mapping[str, Json] = {"words": "甲", "reason": "乙", "proof": "丙", "call": True}
    for move in SAYINGS:
        for detail in ({}, {**said, "item": 1}):
            entry = Entry(
                at=MONDAY,
                move=move,
                actor=ANN,
                before=ticket.state,
                after=ticket.state,
                detail=detail,
            )
            record = Record(ticket=ticket, entries=(entry,), exhibits=(), at=MONDAY)
            for language in texts().languages:
                made = reply(record, ticket.cases[0], language, house())
                assert plain(written(made, texts()))
