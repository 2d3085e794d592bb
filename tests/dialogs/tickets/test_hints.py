"""Hints for the finding: what each check says of what is on record, typed by hand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dialogs.incidents.planned import Planned
from dialogs.model import Json
from dialogs.tickets.hints import hints
from dialogs.tickets.looking import Hint, Verdict
from dialogs.tickets.records import NOTHING, Ending, Records, Sent
from dialogs.tickets.ticket import Filing, State, Ticket, When, Where
from tests.dialogs.tickets.office import at, house, texts

NOW = at("2026-11-20 10:00")
HAIDIAN = Where(words="中关村", province="110000", city="110100", district="110108")
OCTOBER = When(start=at("2026-10-01 00:00"), end=at("2026-10-31 00:00"))
OCT, SEP, NOV = date(2026, 10, 1), date(2026, 9, 1), date(2026, 11, 1)


def ticket(
    matter: str,
    *,
    when: When | None = OCTOBER,
    where: Where | None = None,
    story: str = "x",
    given: Mapping[str, Json] | None = None,
) -> Ticket:
    category, _, subtype = matter.partition(":")
    filing = Filing(
        story=story,
        category=category,
        subtype=subtype,
        when=when,
        where=where,
        answers=given or {},
    )
    return Ticket(
        id=1,
        number="TS26110000010",
        revision=1,
        chat=1,
        subscriber=1,
        language="zh-CN",
        state=State.INVESTIGATING,
        filing=filing,
        opened_at=NOW,
    )


def only(one: Ticket, records: Records) -> Hint:
    (found,) = hints(one, records, house(), NOW)
    return found


def said(hint: Hint, language: str = "zh-CN") -> list[str]:
    return [texts().words(language, line, NOW) for line in hint.words]


# N1

NIGHT = at("2026-11-20 01:00")
WORK = Planned(
    id=7,
    areas=("110108",),
    categories=("NET-P", "NET-M"),
    starts=NIGHT,
    ends=NIGHT + timedelta(hours=5),
    announced_at=NIGHT - timedelta(hours=80),
)
THAT_NIGHT = When(start=at("2026-11-20 00:00"), end=at("2026-11-20 00:00"))


@pytest.mark.parametrize(
    ("ahead", "verdict", "words", "english"),
    [
        (
            80,
            "passed",
            "公告于 11月16日（周一）17:00 发布，检修 11月20日（周五）01:00 开始，"
            "提前了 80 小时（应提前 72 小时）。",
            "Announced Mon 16 Nov, 17:00, work began Fri 20 Nov, 01:00: 80 hours ahead "
            "(72 are due).",
        ),
        (
            71,
            "failed",
            "公告于 11月17日（周二）02:00 发布，检修 11月20日（周五）01:00 开始，"
            "只提前了 71 小时；应提前 72 小时。",
            "Announced Tue 17 Nov, 02:00, work began Fri 20 Nov, 01:00: only 71 hours ahead, "
            "where 72 are due.",
        ),
        (
            None,
            "failed",
            "11月20日（周五）01:00 开始的检修，用户遇到时还没有公告；应提前 72 小时公告。",
            "Work began Fri 20 Nov, 01:00 and had not been announced when the subscriber met it; "
            "72 hours ahead are due.",
        ),
    ],
)
def test_maintenance_is_announced_72_hours_ahead(
    ahead: int | None, verdict: str, words: str, english: str
) -> None:
    told = None if ahead is None else NIGHT - timedelta(hours=ahead)
    work = replace(WORK, announced_at=told)
    one = ticket("NET-P:no_notice", when=THAT_NIGHT, where=HAIDIAN)
    hint = only(one, Records(works=(work,)))
    assert (hint.code, hint.verdict) == ("N1", verdict)
    assert said(hint) == [words]
    assert said(hint, "en") == [english]
    assert hint.suggests == ("operator" if verdict == "failed" else "")
    assert texts().words("zh-CN", hint.source, NOW) == "检修日历第 7 条"


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(WORK, areas=("310104",)),
        replace(WORK, categories=("NET-F",)),
        replace(WORK, starts=NIGHT - timedelta(days=3), ends=NIGHT - timedelta(days=2)),
        replace(WORK, cancelled_at=NIGHT),
    ],
    ids=["another place", "another service", "another time", "cancelled"],
)
def test_work_that_does_not_explain_it_says_nothing(elsewhere: Planned) -> None:
    records = Records(works=(elsewhere,))
    one = ticket("NET-P:no_notice", when=THAT_NIGHT, where=HAIDIAN)
    assert only(one, records).verdict is Verdict.UNKNOWN
    assert (
        hints(ticket("NET-M:no_signal", when=THAT_NIGHT, where=HAIDIAN), records, house(), NOW)
        == ()
    )


def test_the_work_behind_the_incident_counts_whatever_the_place() -> None:
    one = replace(ticket("NET-M:slow_data", when=THAT_NIGHT), incident=3)
    late = replace(WORK, announced_at=NIGHT - timedelta(hours=2))
    hint = only(one, Records(named=late, incident="IN26110000018"))
    assert hint.verdict is Verdict.FAILED
    assert texts().words("en", hint.source, NOW) == "Work behind incident IN26110000018"


# N2

RINGS = Ending(
    service="彩铃乐库",
    announced_at=at("2026-09-20 09:00"),
    ends_at=at("2026-10-15 00:00"),
    words=("彩铃",),
)
GONE = "你们十月把彩铃停了，事先没人说"


@pytest.mark.parametrize(
    ("announced", "verdict", "words"),
    [
        (
            "2026-09-15 09:00",
            "passed",
            "“彩铃乐库”于 9月15日（周二） 公告、10月15日（周四） 下架，"
            "提前了 30 天（应提前 30 天）。",
        ),
        (
            "2026-09-16 09:00",
            "failed",
            "“彩铃乐库”于 9月16日（周三） 公告、10月15日（周四） 下架，"
            "只提前了 29 天；应提前 30 天。",
        ),
        ("", "failed", "“彩铃乐库”于 10月15日（周四） 下架，没有公告；应提前 30 天公告。"),
    ],
)
def test_the_end_of_a_service_is_announced_30_days_ahead(
    announced: str, verdict: str, words: str
) -> None:
    ending = replace(RINGS, announced_at=at(announced) if announced else None)
    hint = only(ticket("ORD:ended_without_notice", story=GONE), Records(endings=(ending,)))
    assert (hint.code, hint.verdict, said(hint)) == ("N2", verdict, [words.replace("） ", "）")])


@pytest.mark.parametrize(
    ("story", "areas", "where", "verdict"),
    [
        (GONE, (), None, "failed"),
        (GONE, ("110000",), HAIDIAN, "failed"),
        (GONE, ("110000",), None, "failed"),
        (GONE, ("310000",), HAIDIAN, "not_known"),
        ("你们把我的宽带停了", (), None, "not_known"),
    ],
)
def test_a_service_is_known_by_name_and_place(
    story: str, areas: tuple[str, ...], where: Where | None, verdict: str
) -> None:
    one = ticket("ORD:ended_without_notice", story=story, where=where)
    assert only(one, Records(endings=(replace(RINGS, areas=areas),))).verdict == verdict


def test_the_answer_to_what_was_asked_for_names_a_service_too() -> None:
    one = ticket("ORD:ended_without_notice", story="停了", given={"requested": "彩铃乐库"})
    assert only(one, Records(endings=(RINGS,))).verdict is Verdict.FAILED


# N3

BOTH = frozenset(
    (kind, month) for kind in ("roaming_tariff", "roaming_use") for month in (SEP, OCT)
)
TARIFF = Sent(kind="roaming_tariff", month=OCT, threshold="", sent_at=at("2026-10-03 14:05"))
USE = Sent(kind="roaming_use", month=OCT, threshold="80%", sent_at=at("2026-10-04 09:30"))
NO_TARIFF = "漫游资费提醒（使用前）：2026-09、2026-10 没有发送记录。"
NO_USE = "漫游流量用量提醒（使用中）：2026-10 没有发送记录。"
TARIFF_SENT = "漫游资费提醒（使用前）：10月3日（周六）14:05 已发送。"
USE_SENT = "漫游流量用量提醒（使用中）：10月4日（周日）09:30 已发送（80%）。"
ASK_TARIFF = "漫游资费提醒（使用前）：2026-09、2026-10 的发送日志还没有导入，请向计费账务部索要。"
ASK_USE = "漫游流量用量提醒（使用中）：2026-10 的发送日志还没有导入，请向计费账务部索要。"


@pytest.mark.parametrize(
    ("sent", "loaded", "verdict", "words"),
    [
        ((), BOTH, "failed", [NO_TARIFF, NO_USE]),
        ((TARIFF,), BOTH, "failed", [TARIFF_SENT, NO_USE]),
        ((TARIFF, USE), BOTH, "passed", [TARIFF_SENT, USE_SENT]),
        ((), frozenset(), "not_known", [ASK_TARIFF, ASK_USE]),
        ((TARIFF,), frozenset(), "not_known", [TARIFF_SENT, ASK_USE]),
        (
            (),
            BOTH - {("roaming_tariff", SEP), ("roaming_use", OCT)},
            "not_known",
            [
                "漫游资费提醒（使用前）：2026-09 的发送日志还没有导入，请向计费账务部索要。",
                ASK_USE,
            ],
        ),
        (
            (TARIFF, replace(USE, sent_at=at("2026-11-02 08:00"))),
            BOTH,
            "failed",
            [
                TARIFF_SENT,
                "漫游流量用量提醒（使用中）：11月2日（周一）08:00 才发送，事情已经过去。",
            ],
        ),
        ((TARIFF, replace(USE, month=SEP)), BOTH, "failed", [TARIFF_SENT, NO_USE]),
    ],
)
def test_each_reminder_that_is_owed_is_looked_for(
    sent: tuple[Sent, ...],
    loaded: frozenset[tuple[str, date]],
    verdict: str,
    words: list[str],
) -> None:
    hint = only(ticket("BIL:roaming_shock"), Records(sent=sent, loaded=loaded))
    assert (hint.code, hint.verdict, said(hint)) == ("N3", verdict, words)


def test_without_a_date_nothing_is_failed() -> None:
    hint = only(ticket("BIL:roaming_shock", when=None), Records(loaded=BOTH))
    assert (hint.verdict, said(hint)) == (
        Verdict.UNKNOWN,
        ["不知道是哪个月的事，查不了提醒记录。请先问清时间。"],
    )


def test_before_july_2012_nothing_was_owed() -> None:
    old = When(start=at("2012-06-30 00:00"), end=at("2012-06-30 00:00"))
    assert hints(ticket("BIL:roaming_shock", when=old), NOTHING, house(), NOW) == ()
    new = When(start=at("2012-07-01 00:00"), end=at("2012-07-01 00:00"))
    assert only(ticket("BIL:roaming_shock", when=new), NOTHING).verdict is Verdict.UNKNOWN


def test_a_month_to_come_is_not_missed() -> None:
    """What took effect in November may be told in December, which has not begun."""
    now = When(start=at("2026-11-18 00:00"), end=at("2026-11-18 00:00"))
    loaded = frozenset({("activated", NOV)})
    hint = only(ticket("VAS:no_consent", when=now), Records(loaded=loaded))
    assert said(hint) == ["业务开通提醒（生效后）：2026-11 没有发送记录。"]


# H1


@pytest.mark.parametrize(
    ("promised", "verdict", "words"),
    [
        ("2026-11-15", "failed", "说好 11月15日（周日）前到，登记投诉时已过 5 天。"),
        ("2026-11-20", "passed", "说好 11月20日（周五）前到，登记投诉时还没到期。"),
        ("下个月中", "not_known", "用户说的到账时间是“下个月中”，请对照活动规则确认日期。"),
        (None, "not_known", "不知道说好哪天到。请查活动规则。"),
    ],
)
def test_a_reward_is_late_after_its_date(promised: str | None, verdict: str, words: str) -> None:
    hint = only(ticket("MKT:reward", given={"promised": promised} if promised else {}), NOTHING)
    assert (hint.code, hint.verdict, said(hint)) == ("H1", verdict, [words])


def test_another_matter_has_no_hints() -> None:
    assert hints(ticket("SRV:rude"), NOTHING, house(), NOW) == ()


MATTERS = ("NET-P:no_notice", "NET-M:no_signal", "ORD:ended_without_notice", "BIL:roaming_shock",
           "BIL:data_overcharge", "VAS:no_consent", "TAR:differs", "MKT:reward")  # fmt: skip
DAYS = some.dates(min_value=date(2024, 1, 1), max_value=date(2026, 11, 20))


@given(
    matter=some.sampled_from(MATTERS),
    start=some.none() | DAYS,
    days=some.integers(0, 400),
    day_only=some.booleans(),
)
def test_with_nothing_on_record_nothing_has_failed(
    matter: str, start: date | None, days: int, day_only: bool
) -> None:
    first = at(f"{start} 00:00") if start else None
    when = When(start=first, end=first + timedelta(days) if first else None, day_only=day_only)
    for hint in hints(ticket(matter, when=when), NOTHING, house(), NOW):
        assert hint.verdict is Verdict.UNKNOWN
        assert hint.suggests == ""
        for language in ("zh-CN", "en"):
            assert all(said(hint, language))
            assert texts().words(language, hint.source, NOW)


def test_the_failed_come_first() -> None:
    one = replace(ticket("BIL:roaming_shock"), incident=3)
    late = replace(WORK, announced_at=None)
    found = hints(one, Records(named=late, incident="IN1"), house(), NOW)
    assert [(hint.code, hint.verdict) for hint in found] == [("N1", "failed"), ("N3", "not_known")]
