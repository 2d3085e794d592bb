"""First messages read whole: the model letters, and shorter stories in both languages."""

import tomllib
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.catalogue.reading import parse
from dialogs.understand import money, occurred, spans, wishes
from dialogs.understand.reading import LONGEST, Reading, read, wished

LETTERS = Path(__file__).parents[2] / "fixtures" / "letters"
CATALOGUE = parse(tomllib.loads((files("dialogs") / "catalog.toml").read_text("utf-8")))
SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 18, 7, 30, tzinfo=UTC)
LANGUAGES = ("zh", "en")


def letter(name: str, language: str, now: datetime) -> Reading:
    """A model letter, read on that day."""
    story = (LETTERS / f"{name}.{language}.txt").read_text("utf-8")
    return read(story, now=now, zone="Asia/Shanghai", catalogue=CATALOGUE)


def told(story: str) -> Reading:
    """A story, read on 18 November 2026."""
    return read(story, now=NOW, zone="Asia/Shanghai", catalogue=CATALOGUE)


def days(reading: Reading) -> tuple[str, str]:
    """First and last day of the matter in Shanghai, "" for none."""
    when = reading.when
    bounds = (when.start, when.end) if when else (None, None)
    start, end = (f"{at.astimezone(SHANGHAI):%Y-%m-%d}" if at else "" for at in bounds)
    return start, end


@pytest.mark.parametrize("language", LANGUAGES)
def test_letter_1_tells_the_contest_the_reward_and_four_wishes(language: str) -> None:
    read_so = letter("1-reward", language, datetime(2026, 8, 14, 4, tzinfo=UTC))
    assert days(read_so) == ("2026-06-01", "2026-06-30")
    wishes = [(wish.code, wish.minor) for wish in read_so.wishes]
    assert wishes == [
        ("honour", 2000),
        ("compensation", 1000),
        ("explanation", None),
        ("apology", None),
    ]
    assert read_so.disputed is None
    assert {one.minor for one in read_so.amounts} == {2000, 1000}
    assert read_so.numbers == ()
    assert read_so.channels_disagree
    assert read_so.reported_before


@pytest.mark.parametrize("language", LANGUAGES)
def test_letter_2_tells_no_amount_but_since_when_and_by_when(language: str) -> None:
    now = datetime(2026, 11, 20, 4, tzinfo=UTC)
    read_so = letter("2-network", language, now)
    assert read_so.amounts == ()
    assert read_so.disputed is None
    assert days(read_so) == ("2026-10-11", "2026-11-20")
    assert read_so.when is not None
    assert read_so.when.day_only
    assert read_so.when.end == now
    assert {wish.code for wish in read_so.wishes} == {"repair", "explanation"}
    assert read_so.wish_by == datetime(2026, 11, 22, 4, tzinfo=UTC)
    assert read_so.reported_before
    assert read_so.numbers == ()
    assert not read_so.channels_disagree


@pytest.mark.parametrize("language", LANGUAGES)
def test_letter_3_tells_the_charge_the_days_and_the_promise(language: str) -> None:
    read_so = letter("3-charge", language, datetime(2026, 3, 10, 4, tzinfo=UTC))
    assert read_so.disputed == 9400
    assert [(one.minor, one.role) for one in read_so.amounts] == [
        (9400, "disputed"),
        (18800, "wish"),
    ]
    wishes = [(wish.code, wish.minor) for wish in read_so.wishes]
    assert wishes == [("double_refund", 18800), ("explanation", None), ("apology", None)]
    assert days(read_so) == ("2026-02-01", "2026-02-27")
    assert read_so.promise == "double_refund"
    assert read_so.reported_before
    assert read_so.wish_by is None


@pytest.mark.parametrize(
    ("story", "disputed"),
    [
        ("你们扣了我94块钱,马上退给我!", 9400),
        ("上个月账单莫名其妙多了30元,要求退还这30元。", 3000),
        ("套餐59元,却收了我89元,多收了30元。", 3000),
        ("11月10日又扣了我15元,请退还多扣的15元,并赔偿50元。", 1500),
        ("每个月扣我5块钱彩铃费,已经半年了,一共30块,退钱!", 3000),
        ("国庆期间在西藏漫游,产生了1280元流量费,要求减免。", 128000),
        ("请问为什么扣我30元?", 3000),
        ("6月和7月各扣了我19元,取消并退还38元。", None),
        ("充100送50的活动,请补发50元话费", None),
        ("你们收我98元套餐,实际办的是38元套餐,请退60元", None),
        ("请赔偿我50元", None),
        ("欠费20元,又扣了30元", None),
        ("I was wrongly charged 94 yuan on 3 May. Refund me.", 9400),
        ("I would like to know why I was charged 30 yuan.", 3000),
        ("Please refund the 94 yuan you wrongly charged and pay 50 yuan compensation.", 9400),
        ("The plan costs 59 yuan a month, but I was billed 89 yuan. Correct my bill.", 8900),
        ("I want to complain: on 3 May you deducted 30 yuan.", 3000),
        ("You still have not paid the promised 100 yuan cashback.", None),
        ("She pays 10 yuan a month for nothing", None),
        ("I was charged £12.50", None),
    ],
)
def test_the_charge_is_told_from_prices_rewards_and_wishes(
    story: str, disputed: int | None
) -> None:
    assert told(story).disputed == disputed


@pytest.mark.parametrize(
    ("story", "wishes"),
    [
        ("昨晚断网,修了三次都没好,请尽快修好。", [("repair", None)]),
        ("营业厅的小王态度特别差,要求道歉并处理该员工。", [("apology", None), ("staff", None)]),
        ("误停机了,请马上复机!", [("restore", None)]),
        ("要求书面道歉", [("written_apology", None)]),
        ("从没订过,取消并退还38元。", [("cancel_refund", 3800)]),
        ("产生了1280元流量费,要求减免。", [("waiver", None)]),
        ("我只想反映一下,你们的短信太多了。", [("record", None)]),
        ("打了三次都没人管,三天内给我修好。", [("repair", None)]),
        ("希望双倍返还188元", [("double_refund", 18800)]),
        ("请退还多扣的15元,并赔偿50元。", [("refund", 1500), ("compensation", 5000)]),
        ("我申请了退款,到现在都没退,已经一个月了。", []),
        ("不给退款,客服还骂人。", []),
        ("客服说会退,等了两周也没退。", []),
        ("取消业务后还在扣费", []),
        (
            "I demand an apology and that you retrain your staff.",
            [("apology", None), ("staff", None)],
        ),
        ("Refund me 45 yuan.", [("refund", 4500)]),
        ("Cancel the ringtone and refund 45 yuan.", [("cancel_refund", 4500)]),
        ("They refused a refund. I want my money back.", [("refund", None)]),
        ("I want the 30 yuan back.", [("refund", 3000)]),
        ("Please give me my ¥30 back and apologise.", [("refund", 3000), ("apology", None)]),
        ("Please look 30 days back.", []),
        ("请把多扣的30元还给我", [("refund", 3000)]),
        ("10天前我把30元还给我朋友了", []),
        ("Just put it on record, please.", [("record", None)]),
        ("Please reconnect my number.", [("restore", None)]),
        ("I want twice the wrong charge, 188 yuan.", [("double_refund", 18800)]),
        ("Please send an engineer.", [("repair", None)]),
        ("Kindly waive the fee.", [("waiver", None)]),
        ("I reported it and they fixed nothing.", []),
        ("My requests:\n1. fix it\n2. apologise\nThanks", [("repair", None), ("apology", None)]),
        ("我的要求：1.修好；2.道歉。", [("repair", None), ("apology", None)]),
    ],
)
def test_wishes_are_what_is_asked_for_in_the_order_told(
    story: str, wishes: list[tuple[str, int | None]]
) -> None:
    assert [(wish.code, wish.minor) for wish in told(story).wishes] == wishes


@pytest.mark.parametrize(
    ("typed", "wishes"),
    [
        ("退还94元并道歉", [("refund", 9400), ("apology", None)]),
        ("修好就行", [("repair", None)]),
        ("refund 94 yuan and an apology", [("refund", 9400), ("apology", None)]),
        ("50元", [("compensation", 5000)]),
        ("别的什么", []),
    ],
)
def test_an_answer_to_the_question_for_wishes_is_a_wish_throughout(
    typed: str, wishes: list[tuple[str, int | None]]
) -> None:
    named = wished(typed, now=NOW, zone="Asia/Shanghai", catalogue=CATALOGUE).wishes
    assert [(wish.code, wish.minor) for wish in named] == wishes


@pytest.mark.parametrize(
    ("story", "month"),
    [
        ("上个月账单多了30元", "2026-10"),
        ("6月份的账单不对", "2026-06"),
        ("12月话费多了", "2025-12"),
        ("2026年3月账单", "2026-03"),
        ("账期2026-05", "2026-05"),
        ("my June bill", "2026-06"),
        ("the bill for October 2025", "2025-10"),
        ("last month's bill", "2026-10"),
        ("2027年3月账单", ""),
        ("没有账单", ""),
    ],
)
def test_the_bill_month_is_the_last_such_one(story: str, month: str) -> None:
    assert told(story).bill_month == month


@pytest.mark.parametrize(
    ("story", "disagree"),
    [
        ("问了四次四个说法", True),
        ("有人说已发,有人说没有", True),
        ("每个客服说法都不一样,口径不一", True),
        ("I got different answers each time", True),
        ("One agent said yes, another said no.", True),
        ("客服说已经发了", False),
        ("The shop on the third story told me so", False),
    ],
)
def test_stories_that_disagree_are_noticed(story: str, disagree: bool) -> None:
    assert told(story).channels_disagree is disagree


@pytest.mark.parametrize(
    ("story", "before"),
    [
        ("没信号。我上周投诉过,没人理。", "我上周投诉过,没人理"),
        ("No signal. I called twice.", "I called twice."),
        ("别人打我电话都不响", ""),
        ("Calls drop all the time. Nobody has called me.", ""),
    ],
)
def test_earlier_contacts_are_kept_as_told(story: str, before: str) -> None:
    assert told(story).reported_before.rstrip(".") == before.rstrip(".")


def test_own_number_and_account_are_taken_and_shown_once() -> None:
    read_so = told("宽带账号bj20261234掉线,联系我13812345678")
    assert read_so.account == "bj20261234"
    assert read_so.numbers == ("+8613812345678",)


PIECES = st.sampled_from(
    [
        "昨晚八点",
        "明天",
        "2099年1月1日",
        "since Monday",
        "yesterday",
        "94元",
        "¥0",
        "请",
        "我的要求:\n1.",
        "退还",
        "please",
        "refund",
        "twice",
        "-94元",
        "1月",
        "到",
        "，",
        "\n",
        "“",
        "”",
        "😀",
        "𠮷",
        "<b>",
        "&",
        "\x00",
        "134******29",
        "13812345678",
        "48小时内",
        "by Friday",
        "9999年前",
        "10000 years ago",
        "99月99日",
        "25:99",
        "31 February",
        "0点",
        "since",
        "九千九百九十九万年前",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=12).map("".join)))
def test_no_story_breaks_the_reading(story: str) -> None:
    read_so = told(story)
    assert all(one.minor > 0 for one in read_so.amounts)
    assert read_so.disputed is None or read_so.disputed > 0
    if read_so.when is not None and read_so.when.start is not None:
        assert read_so.when.start <= NOW
        assert read_so.when.end is None or read_so.when.start <= read_so.when.end <= NOW
    assert read_so.wish_by is None or read_so.wish_by > NOW


def test_what_comes_after_a_very_long_beginning_is_not_read() -> None:
    ahead = "宽带断了，请给我修好。" * 200
    assert len(ahead) > LONGEST
    assert told(f"扣了94元。{ahead}扣了50元。").disputed == 9400


@pytest.mark.parametrize(
    "piece", ["退我94元，", "请修好。", "3天前，", "13812345678，", "北京市海淀区"]
)
def test_of_what_is_said_again_and_again_only_some_is_taken(piece: str) -> None:
    text = piece * 1000
    found = told(text)
    assert len(found.amounts) <= money.MANY
    assert len(found.numbers) <= 1
    assert len(wishes.asked(text)) <= wishes.MANY
    assert len(occurred.found(text, NOW.replace(tzinfo=None))) <= spans.MOST
