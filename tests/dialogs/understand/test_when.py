"""Times told in both languages, counted from Wednesday 18 November 2026, 15:30 in Shanghai."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs import answers
from dialogs.tickets.ticket import When
from dialogs.understand import deadlines, occurred, spans
from dialogs.understand.passages import sentences

ZONE = "Asia/Shanghai"
NOW = datetime(2026, 11, 18, 7, 30, tzinfo=UTC)
HERE = datetime(2026, 11, 18, 15, 30)  # noqa: DTZ001 local times are naive by design

# What was typed, and what it says in local time: a moment, a day, or a span of either.
CHINESE = [
    ("昨晚八点", "2026-11-17 20:00"),
    ("上周五晚上", "2026-11-13"),
    ("前天下午三点半", "2026-11-16 15:30"),
    ("11月12日晚上八点", "2026-11-12 20:00"),
    ("11.12晚上八点", "2026-11-12 20:00"),
    ("国庆节那天", "2026-10-01"),
    ("从上周开始", "2026-11-09 .. now"),
    ("两三天了", "2026-11-15 .. now"),
    ("一个小时前", "2026-11-18 14:30"),
    ("两个半小时前", "2026-11-18 13:00"),
    ("半小时前", "2026-11-18 15:00"),
    ("一刻钟前", "2026-11-18 15:15"),
    ("刚刚", "2026-11-18 15:30"),
    ("今天早上", "2026-11-18"),
    ("今天凌晨两点", "2026-11-18 02:00"),
    ("昨晚十二点", "2026-11-18 00:00"),
    ("昨天夜里三点", "2026-11-17 03:00"),
    ("昨天一点信号都没有", "2026-11-17"),
    ("昨天晚上8点到10点", "2026-11-17 20:00 .. 2026-11-17 22:00"),
    ("大前天", "2026-11-15"),
    ("周五", "2026-11-13"),
    ("周三", "2026-11-18"),
    ("这周一", "2026-11-16"),
    ("上上周二", "2026-11-03"),
    ("上个星期天下午", "2026-11-15"),
    ("上周末", "2026-11-14 .. 2026-11-15"),
    ("上周三到周五", "2026-11-11 .. 2026-11-13"),
    ("上个月15号", "2026-10-15"),
    ("上月底", "2026-10-21 .. 2026-10-31"),
    ("本月3号", "2026-11-03"),
    ("15号", "2026-11-15"),
    ("20号", "2026-10-20"),
    ("十月中旬", "2026-10-11 .. 2026-10-20"),
    ("9月份", "2026-09-01 .. 2026-09-30"),
    ("12月", "2025-12-01 .. 2025-12-31"),
    ("去年12月", "2025-12-01 .. 2025-12-31"),
    ("去年国庆", "2025-10-01"),
    ("今年三月五号", "2026-03-05"),
    ("二〇二六年三月五日", "2026-03-05"),
    ("26年3月5日", "2026-03-05"),
    ("11月25日", "2025-11-25"),
    ("2026年6月1日零点到6月30日23点59分", "2026-06-01 .. 2026-06-30"),
    ("2025年12月20日到1月5日", "2025-12-20 .. 2026-01-05"),
    ("6月1-30日", "2026-06-01 .. 2026-06-30"),
    ("11月10号到12号", "2026-11-10 .. 2026-11-12"),
    ("最近一个多月", "2026-10-18 .. now"),
    ("断网三天了", "2026-11-15 .. now"),
    ("持续了两周", "2026-11-04 .. now"),
    ("从10月1日起", "2026-10-01 .. now"),
    ("这两天", "2026-11-16 .. now"),
    ("前几天", "2026-11-11 .. 2026-11-17"),
    ("三天前", "2026-11-15"),
    ("一个多月前", "2026-10-18"),
    ("十几天前", "2026-11-03"),
    ("除夕那天", "2026-02-16"),
    ("春节期间", "2026-02-17 .. 2026-02-23"),
    ("中秋节晚上七点", "2026-09-25 19:00"),
    ("双十一", "2026-11-11"),
    ("2026-11-10 09:05", "2026-11-10 09:05"),
    ("２０２６／１１／１０", "2026-11-10"),
    ("11-10", "2026-11-10"),
    ("20:00", "2026-11-17 20:00"),
    ("上午10点", "2026-11-18 10:00"),
    ("晚上", "2026-11-17"),
    ("2019年", "2019-01-01 .. 2019-12-31"),
]
ENGLISH = [
    ("last Friday evening", "2026-11-13"),
    ("last Sat", "2026-11-14"),
    ("on Thurs at 8pm", "2026-11-12 20:00"),
    ("yesterday at 8pm", "2026-11-17 20:00"),
    ("at 8pm yesterday", "2026-11-17 20:00"),
    ("since Monday", "2026-11-16 .. now"),
    ("two days ago", "2026-11-16"),
    ("on 1 February", "2026-02-01"),
    ("Feb 27", "2026-02-27"),
    ("Feb. 27", "2026-02-27"),
    ("the evening of 1 February", "2026-02-01"),
    ("8:30 pm on 12 November", "2026-11-12 20:30"),
    ("12 November 8:30 p.m.", "2026-11-12 20:30"),
    ("November 12th, 2026 at 20:00", "2026-11-12 20:00"),
    ("17 Nov 2026, 20:00", "2026-11-17 20:00"),
    ("12/11/2026", "2026-11-12"),
    ("11/20/2026", "refused-when-future"),
    ("11/17/2026", "2026-11-17"),
    ("2026-11-12", "2026-11-12"),
    ("last night at 8", "2026-11-17 20:00"),
    ("8 o'clock last night", "2026-11-17 20:00"),
    ("midnight last night", "2026-11-18 00:00"),
    ("yesterday evening around 8", "2026-11-17 20:00"),
    ("yesterday from 8 to 10 pm", "2026-11-17 20:00 .. 2026-11-17 22:00"),
    ("8-10pm yesterday", "2026-11-17 20:00 .. 2026-11-17 22:00"),
    ("Yesterday at noon", "2026-11-17 12:00"),
    ("this morning", "2026-11-18"),
    ("the day before yesterday", "2026-11-16"),
    ("an hour ago", "2026-11-18 14:30"),
    ("half an hour ago", "2026-11-18 15:00"),
    ("two and a half hours ago", "2026-11-18 13:00"),
    ("a couple of days ago", "2026-11-16"),
    ("three weeks ago", "2026-10-28"),
    ("about a month ago", "2026-10-18"),
    ("a year and a half ago", "2025-05-18"),
    ("last week", "2026-11-09 .. 2026-11-15"),
    ("the week before last", "2026-11-02 .. 2026-11-08"),
    ("last October", "2026-10-01 .. 2026-10-31"),
    ("in June", "2026-06-01 .. 2026-06-30"),
    ("too much on my October bill", "2026-10-01 .. 2026-10-31"),
    ("in september", "2026-09-01 .. 2026-09-30"),
    ("since June", "2026-06-01 .. now"),
    ("mid-October", "2026-10-11 .. 2026-10-20"),
    ("the beginning of March", "2026-03-01 .. 2026-03-10"),
    ("end of September 2026", "2026-09-21 .. 2026-09-30"),
    ("for three days", "2026-11-15 .. now"),
    ("for more than a month", "2026-10-18 .. now"),
    ("over the last 10 days", "2026-11-08 .. now"),
    ("3 days now", "2026-11-15 .. now"),
    ("since last Friday", "2026-11-13 .. now"),
    ("from 3 November onwards", "2026-11-03 .. now"),
    ("between 3 and 5 May", "2026-05-03 .. 2026-05-05"),
    ("between 3 May and 5 May", "2026-05-03 .. 2026-05-05"),
    ("from Monday to Wednesday", "2026-11-16 .. 2026-11-18"),
    ("from 1 June 2026, 00:00, to 30 June, 23:59", "2026-06-01 .. 2026-06-30"),
    ("1-30 June", "2026-06-01 .. 2026-06-30"),
    ("June 1 to 30", "2026-06-01 .. 2026-06-30"),
    ("Christmas Day", "2025-12-25"),
    ("National Day", "2026-10-01"),
    ("the 15th", "2026-11-15"),
    ("Friday", "2026-11-13"),
    ("on Wed at 9:15", "2026-11-18 09:15"),
    ("this past Sunday", "2026-11-15"),
    ("8pm", "2026-11-17 20:00"),
    ("just now", "2026-11-18 15:30"),
    ("25 December", "2025-12-25"),
    ("29 February", "2024-02-29"),
]


def shown(when: When | answers.Refused) -> str:
    """A When as the tables write it, in local time."""
    if isinstance(when, answers.Refused):
        return when.key
    assert when.start is not None
    style = "%Y-%m-%d" if when.day_only else "%Y-%m-%d %H:%M"
    start = f"{when.start.astimezone(ZoneInfo(ZONE)):{style}}"
    if when.end is None:
        return start
    end = "now" if when.end == NOW else f"{when.end.astimezone(ZoneInfo(ZONE)):{style}}"
    return f"{start} .. {end}"


@pytest.mark.parametrize(("typed", "says"), [*CHINESE, *ENGLISH])
def test_a_time_typed_as_an_answer_is_understood(typed: str, says: str) -> None:
    when = answers.when(typed, now=NOW, zone=ZONE)
    assert shown(when) == says


@pytest.mark.parametrize("typed", [typed for typed, _ in (*CHINESE[:40], *ENGLISH[:40])])
def test_the_words_are_kept_as_told(typed: str) -> None:
    when = answers.when(f"  {typed} ", now=NOW, zone=ZONE)
    assert isinstance(when, answers.Refused) or when.words == typed


@pytest.mark.parametrize(
    "typed",
    ["明天", "下周", "2027-01-01", "tomorrow at 8", "next month", "3天后", "in two days", "后天"],
)
def test_a_time_to_come_is_refused_as_one(typed: str) -> None:
    assert shown(answers.when(typed, now=NOW, zone=ZONE)) == "refused-when-future"


@pytest.mark.parametrize(
    "typed", ["随便", "I don't know", "😀", "", "一直", "94", "2月30日", "31 Nov"]
)
def test_what_is_no_time_is_refused_with_an_example(typed: str) -> None:
    refused = answers.when(typed, now=NOW, zone=ZONE)
    assert isinstance(refused, answers.Refused)
    assert refused.key in ("refused-when-unclear", "refused-when-future")
    assert "example" in refused.args


# What looks like a time inside a story, and is none of the matter's.
NO_TIMES = [
    "6号楼15层东南角",
    "中关村大街27号院",
    "群主次月15日左右能拿到",
    "48小时内书面答复",
    "过了一个多星期没有一个人联系我",
    "手机诺基亚6120c,邮编100190",
    "打了3次,每次都不行",
    "around the 15th of the following month",
    "More than a week later nobody has called",
    "I sat there and it may march on",
    "within 48 hours",
    "building 6, 15th floor",
    "一周三次",
    "套餐每月30元",
]


@pytest.mark.parametrize("told", NO_TIMES)
def test_a_story_yields_no_time_that_it_does_not_tell(told: str) -> None:
    assert occurred.occurred(told, HERE, ZONE) is None


STORIES = [
    ("2019年办的卡,昨天晚上8点被停机", "2026-11-17 20:00"),
    ("I bought this SIM in 2019. Last night at 10 the data stopped.", "2026-11-17 22:00"),
    ("客服说“活动从7月10日才算起”,我11月3日就参加了", "2026-11-03"),
    ("11月3日办理了取消,11月10日又扣了我15元", "2026-11-03 .. 2026-11-10"),
    ("宽带从上周五开始一直掉线,昨天打过客服", "2026-11-13 .. now"),
    (
        "Data had been off since 1 February. On 27 February I was cut off.",
        "2026-02-01 .. 2026-02-27",
    ),
    ("My broadband has been down since last Friday. I called twice.", "2026-11-13 .. now"),
    ("最近一个多月没信号,第一次报修是十月中旬", "2026-10-11 .. now"),
    ("这周一直断网", "2026-11-16 .. now"),
    ("明天我要出差,昨天就没信号了", "2026-11-17"),
]


@pytest.mark.parametrize(("told", "says"), STORIES)
def test_a_story_tells_when_its_matter_happened(told: str, says: str) -> None:
    when = occurred.occurred(told, HERE, ZONE)
    assert when is not None
    assert shown(when) == says


DEADLINES = [
    ("请在48小时内给我书面答复", "2026-11-20 15:30"),
    ("三天内给我修好", "2026-11-21 15:30"),
    ("请三个工作日内答复", "2026-11-23 15:30"),
    ("请今天下午5点前回复", "2026-11-18 17:00"),
    ("请在周五前修好", "2026-11-20 23:59"),
    ("请月底前退款", "2026-11-30 23:59"),
    ("请本周内解决", "2026-11-22 23:59"),
    ("Please answer me within 48 hours", "2026-11-20 15:30"),
    ("Please fix it by Friday", "2026-11-20 23:59"),
    ("Please answer today by 5pm", "2026-11-18 17:00"),
    ("Please reply by 5 pm tomorrow", "2026-11-19 17:00"),
    ("Please reply by 30 November", "2026-11-30 23:59"),
    ("Please repair it within a week", "2026-11-25 15:30"),
    ("Please refund me by the end of the month", "2026-11-30 23:59"),
    ("Please explain why", None),
    ("请解释", None),
]


@pytest.mark.parametrize(("told", "by"), DEADLINES)
def test_a_wish_says_by_when(told: str, by: str | None) -> None:
    found = deadlines.wished(told, sentences(told), HERE)
    assert (f"{found:%Y-%m-%d %H:%M}" if found else None) == by


def test_utc_is_what_comes_out() -> None:
    when = answers.when("昨晚八点", now=NOW, zone=ZONE)
    assert isinstance(when, When)
    assert when.start == datetime(2026, 11, 17, 12, tzinfo=UTC)
    assert spans.local(NOW, ZONE) == HERE
