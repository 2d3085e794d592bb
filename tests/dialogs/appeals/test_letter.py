"""The letter of an appeal: its order, its words, and that it says nothing but the record.

The walks are those of `test_any_life`: whatever anybody did in whatever order, each number, date
and quoted word of the letter stands in the record, the catalogue or the letter's own frame.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sheets import ANOTHER_YEAR, plain, written
from dialogs.appeals.letter import letter
from dialogs.appeals.position import final_letter, overdue_letter
from dialogs.appeals.record import Exhibit, Record, as_of
from dialogs.appeals.sheet import Sheet
from dialogs.model import Json, Label, Language, Moment, Money
from dialogs.tickets.lifecycle import MOVES, allowed
from dialogs.tickets.ticket import Actor, Entry, Kind, Ticket, When
from tests.dialogs.tickets.office import (
    ANN,
    CHARGE,
    MONDAY,
    NETWORK,
    PEOPLE,
    WANG,
    ZHAO,
    at,
    filed,
    house,
    make,
    texts,
)
from tests.dialogs.tickets.test_any_life import FILINGS, GOOD, WAITS, Life

LANGUAGES = ("zh-CN", "en")
OURS = replace(
    house(),
    operator="云信",
    hotline="10000",
    legal_name="云信通信股份有限公司",
    address="北京市西城区示范街 5 号",
)
SECRET = "仅供内部：此人难缠 77777"
INWARD = frozenset({"note", "set_liability", "ask_approval", "refuse_approval", "return_routing"})
PHOTO = Exhibit(
    path="evidence/01-bill.jpg",
    name="bill.jpg",
    kind="photo",
    at=MONDAY,
    size=1234,
    sha256="c0ffee" * 10 + "beef",
)


def said(sheet: Sheet) -> str:
    return plain(written(sheet, texts()))


def walked(data: st.DataObject) -> Life:
    """Any life; what staff write for themselves alone is the secret."""
    start = filed(replace(data.draw(st.sampled_from(FILINGS)), name="王小明")).ticket
    language = data.draw(st.sampled_from(LANGUAGES))
    life = Life(replace(start, language=language))
    for _ in range(data.draw(st.integers(1, 25))):
        life.time_passes(data.draw(WAITS))
        actor = data.draw(st.sampled_from(PEOPLE))
        may = allowed(life.ticket, actor, house().catalogue, life.now)
        name = data.draw(st.sampled_from(may or MOVES))
        inward: dict[str, Json] = {"words": SECRET, "reason": SECRET}
        life.attempt(name, actor, {**GOOD, **inward} if name in INWARD else GOOD)
    return life


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_each_number_date_and_quoted_word_comes_from_the_record(data: st.DataObject) -> None:
    life = walked(data)
    record = as_of(life.ticket, life.entries, (PHOTO,), life.now)
    words = said(letter(record, OURS))
    known = _known(record)
    numbers = set(re.findall(r"\d+", known)) | {str(one) for one in range(1, 20)}
    assert [one for one in re.findall(r"\d+", words) if one not in numbers] == []
    assert [one for one in re.findall(r"“([^“”]*)”", words) if one not in known] == []


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_what_staff_keep_to_themselves_is_in_no_letter(data: st.DataObject) -> None:
    life = walked(data)
    graded = replace(life.ticket, severity=3)
    for ticket in (graded, replace(graded, severity=0)):
        record = as_of(ticket, life.entries, (), life.now)
        made = [said(letter(record, OURS)), said(overdue_letter(record, OURS))]
        assert not any(SECRET in one or "77777" in one for one in made)
    alike = (as_of(one, life.entries, (), life.now) for one in (graded, life.ticket))
    first, second = (said(letter(one, OURS)) for one in alike)
    assert first == second


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_letter_made_again_says_what_it_said(data: st.DataObject) -> None:
    """Whatever comes later: offers, answers, decisions."""
    life = walked(data)
    before = as_of(life.ticket, life.entries, (PHOTO,), life.now)
    once, then = said(letter(before, OURS)), life.now
    life.time_passes(1)
    for name, actor in (("remind", ANN), ("reply", WANG), ("propose", ZHAO), ("reject", ANN)):
        life.attempt(name, actor, GOOD)
    later = replace(PHOTO, path="evidence/02-late.jpg", at=life.now)
    again = as_of(life.ticket, life.entries, (PHOTO, later), then)
    assert said(letter(again, OURS)) == once


def _known(record: Record) -> str:
    """All that a letter may say, as text: the record in words, the catalogue, the frame."""
    ours = (OURS.hotline, OURS.legal_name, OURS.address, _standing(record.ticket.language))
    return "\n".join((*_values(record, record.ticket.language), str(OURS.operator), *ours))


@cache
def _standing(language: Language) -> str:
    """What may be said whatever the record: names of the catalogue, the frame of the letter."""
    known = OURS.catalogue
    names: list[object] = [known.promises, known.categories, known.remedies, known.decline]
    names += [
        known.inadmissible,
        known.appeals,
        known.laws,
        [one.label for one in known.clocks.values()],
    ]
    frame = (Path("dialogs/texts") / f"{language}.ftl").read_text("utf-8").splitlines()
    begins = ("letter-", "    SHA", "relation-", "card-span", "kind-")
    ours = [one for one in frame if one.startswith(begins)]
    return "\n".join((*_values(names, language), *ours))


def _values(value: object, language: Language) -> Iterator[str]:
    """Each value within a value, as the letter's reader would see it."""
    match value:
        case Label():
            yield value.words[language]
        case Enum() | None:
            return
        case str():
            yield value.strip()
        case datetime():
            yield from (_said(Moment(value, day_only=one), language) for one in (True, False))
        case date() | float():
            yield str(value)
        case bool() | timedelta():
            return
        case int():
            yield from (str(value), _said(Money(value), language))
        case dict():
            yield from (one for part in value.values() for one in _values(part, language))
        case tuple() | list() | frozenset():
            yield from (one for part in value for one in _values(part, language))
        case _ if is_dataclass(value):
            for one in fields(value):
                yield from _values(getattr(value, one.name), language)


def _said(value: Moment | Money, language: Language) -> str:
    return texts().words(language, value, ANOTHER_YEAR)


STORY = {
    "zh-CN": "2月1日我关了流量，27日仍被停机，说欠费94元。",
    "en": "I switched data off on 1 February, and on the 27th my line was cut over 94 yuan.",
}


def disputed(language: str) -> tuple[Ticket, tuple[Entry, ...], datetime]:
    """The third model letter's matter, declined once, and our final position on it."""
    own = replace(
        CHARGE,
        story=STORY[language],
        name="王小明",
        when=When(start=at("2026-02-01 18:00"), day_only=True),
        answers={"plan": "畅享 59"},
    )
    made = filed(own)
    ticket, entries, now = replace(made.ticket, language=language), list(made.entries), MONDAY
    items: Json = [{"code": "refund", "minor": 9400, "due": "2026-12-20"}]
    offer: dict[str, Json] = {**GOOD, "items": items}
    steps: tuple[tuple[str, Actor, dict[str, Json]], ...] = (
        ("claim", WANG, {}),
        ("reply", WANG, {"words": "正在核对2月的记录。"}),
        ("propose", ZHAO, {**offer, "finding": "之后的94元属误扣"}),
        ("reject", ANN, {"reason": "own_words", "words": "公告写的是双倍", "wish": "双倍返还"}),
        ("propose", ZHAO, {**offer, "finding": "复核一致"}),
        ("reject", ANN, {"reason": "own_words", "words": "还是不对", "wish": "双倍返还"}),
        ("final", ZHAO, {"words": "94元全额退还并致歉。", "meeting": True}),
    )
    for name, actor, given_fields in steps:
        now += timedelta(hours=7)
        one = make(ticket, name, actor, now, given_fields)
        ticket, entries = one.ticket, [*entries, *one.entries]
    return ticket, tuple(entries), now + timedelta(days=20)


ORDER = {
    "zh-CN": (
        *("致：北京市通信管理局", "申诉人\n", "被申诉企业\n", "本人王小明，系云信用户"),
        *("\n事实经过\n", "\n企业的答复\n", "\n期限\n", "\n申诉请求\n", "\n证据目录\n", "SHA-256"),
        *("此致", "申诉人（签名）：\n", "日期：2026年12月8日"),
    ),
    "en": (
        *("To: Beijing Communications Administration", "Applicant\n", "Operator complained of\n"),
        *("I, 王小明, am a customer of 云信", "What happened", "What the operator answered"),
        *("\nTime limits\n", "\nWhat I ask for\n", "\nEvidence\n", "SHA-256"),
        *("Submitted to", "Applicant's signature: \n", "Date: 8 Dec 2026"),
    ),
}
STATED = {
    "zh-CN": (
        *("企业全称：云信通信股份有限公司", "通信地址：＿", "使用“畅享 59”套餐"),
        "2026年11月16日 10:00：向云信提出投诉，工单号 TS26110004277。原话：“2月1日我关了流量",
        *("答复：“正在核对2月的记录。”", "给出最终处理意见：“94元全额退还并致歉。”"),
        *("1. 双倍返还，188 元", "2. 书面道歉", "3. 协商中提出：“双倍返还”"),
        "首次实质答复：应于 2026年11月18日 10:00 前完成；2026年11月17日 00:00 完成，没有超过期限。",
        "15 日内答复：应于 2026年12月1日前完成；到 2026年12月8日 11:00 仍未完成，超过期限。",
        "本人对云信的处理结果不满意，特向贵单位提出申诉。",
        *("evidence/01-bill.jpg（1234 字节）", "SHA-256 c0ffee"),
    ),
    "en": (
        *("Full legal name: 云信通信股份有限公司", "Postal address: _", "on the plan “畅享 59”"),
        "16 Nov 2026, 10:00: I complained to 云信, ticket TS26110004277, in these words: “I sw",
        *("Replied: “正在核对2月的记录。”", "Gave its final position: “94元全额退还并致歉。”"),
        *("1. Refund twice the wrong charge, ¥188", "3. Asked for in the talks: “双倍返还”"),
        "Due by 18 Nov 2026, 10:00; done on 17 Nov 2026, 00:00, within the limit.",
        "Due by 1 Dec 2026; not done by 8 Dec 2026, 11:00, after the limit.",
        "I am not satisfied with how 云信 settled it, and appeal to you.",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_keeps_the_order_that_regulators_ask_for(language: str) -> None:
    ticket, entries, now = disputed(language)
    words = said(letter(as_of(ticket, entries, (PHOTO,), now), OURS))
    places = [words.find(one) for one in ORDER[language]]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_states_the_case(language: str) -> None:
    ticket, entries, now = disputed(language)
    words = said(letter(as_of(ticket, entries, (PHOTO,), now), OURS))
    assert [one for one in STATED[language] if one not in words] == []


SILENCE = {
    "zh-CN": "云信没有在 15 天内给出处理意见，超过了规定的期限。依据《电信用户申诉处理办法》",
    "en": "云信 did not state its position within 15 days, which is the time limit. Under ",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_silence_beyond_the_limit_is_why_one_appeals(language: str) -> None:
    made = filed()
    ticket = replace(made.ticket, language=language)
    for days, silent in ((14, False), (16, True)):
        record = as_of(ticket, made.entries, (), MONDAY + timedelta(days=days))
        assert (SILENCE[language] in said(letter(record, OURS))) is silent


def test_what_was_said_for_the_file_stands_in_it_and_what_was_not_is_left_blank() -> None:
    ticket, entries, now = disputed("zh-CN")
    details: dict[str, Json] = {
        "relation": "holder",
        "demand": "把多收的退给我",
        "employer": "某公司",
        "address": "北京市海淀区中关村东路 1 号",
        "postcode": "100190",
        "email": "wang@example.com",
        "elsewhere": [],
        "contacts": [{"words": "营业厅说查不到", "on": "2026-10-12", "number": "KF-31"}],
    }
    made = make(ticket, "prepare_appeal", ANN, now, details)
    entries = (*entries, *made.entries)
    words = said(letter(as_of(made.ticket, entries, (), now), OURS))
    assert "＿" not in words
    wanted = (
        *(
            "与号码的关系：本人",
            "“把多收的退给我”",
            "工作单位：某公司",
            "邮政编码：100190",
            "电子邮箱：wang@example.com",
        ),
        "2026年10月12日：“营业厅说查不到”\n对方给出的编号：KF-31\n以上为本人陈述。",
        "本人没有就此事向法院、仲裁机构、消费者组织或其他主管部门提出请求。",
        "工单中没有本人提交的文件。",
    )
    assert [one for one in wanted if one not in words] == []
    before = said(letter(as_of(made.ticket, entries, (), now - timedelta(hours=1)), OURS))
    assert "100190" not in before
    found: dict[str, Json] = {"contact": 1, "outcome": "confirmed", "words": SECRET}
    judged = make(made.ticket, "judge_contact", ZHAO, now + timedelta(hours=1), found)
    after = now + timedelta(hours=2)
    known = said(letter(as_of(judged.ticket, (*entries, *judged.entries), (), after), OURS))
    assert "企业已在记录中核实。" in known
    assert SECRET not in known


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_made_ahead_of_time_says_so(language: str) -> None:
    made = filed()
    ticket = replace(made.ticket, language=language)
    handed = make(ticket, "hand_out_file", ANN, MONDAY + timedelta(days=2), {"prepared": True})
    record = as_of(handed.ticket, (*made.entries, *handed.entries), (), MONDAY + timedelta(days=2))
    words = said(letter(record, OURS)).splitlines()
    mark = {"zh-CN": "准备稿：", "en": "Draft: "}
    assert words[1].startswith(mark[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_final_position_names_the_body_and_the_offer_that_stands(language: str) -> None:
    ticket, entries, now = disputed(language)
    words = said(final_letter(as_of(ticket, entries, (), now), OURS))
    wanted = {
        "zh-CN": ("94元全额退还并致歉。", "北京市通信管理局", "010-12300", "截至 2026年11月22日"),
        "en": ("94元全额退还并致歉。", "Beijing Communications Administration", "22 Nov 2026"),
    }
    still = {"zh-CN": "您仍可接受的方案\n· ", "en": "The offer that you can still accept\n· "}
    assert [one for one in (*wanted[language], still[language]) if one not in words] == []


def test_a_letter_on_an_answer_that_did_not_come_names_the_body_too() -> None:
    ticket = replace(filed(replace(NETWORK, kind=Kind.COMPLAINT)).ticket, language="en")
    words = said(overdue_letter(as_of(ticket, (), (), MONDAY + timedelta(days=16)), OURS))
    assert "You complained on 16 Nov 2026. By 2 Dec 2026 we had not stated" in words
    assert "MIIT Telecom User Appeal Centre" in words
