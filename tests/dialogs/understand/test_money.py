"""Amounts in both languages, in minor units; and what carries a number but is no money."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.understand import digits, money

CHINESE: list[tuple[str, list[int]]] = [
    ("¥94", [9400]),
    ("￥94", [9400]),
    ("￥ 94.50", [9450]),
    ("94块", [9400]),
    ("94块钱", [9400]),
    ("94元", [9400]),
    ("94.5元", [9450]),
    ("94圆", [9400]),
    ("９４．５元", [9450]),
    ("九十四块五", [9450]),
    ("九十四块五毛", [9450]),
    ("94块5毛", [9450]),
    ("94块5", [9450]),
    ("94元5角2分", [9452]),
    ("九十四点五元", [9450]),
    ("两块二毛五", [225]),
    ("9毛5", [95]),
    ("五毛钱", [50]),
    ("5角", [50]),
    ("5分钱", [5]),
    ("十块", [1000]),
    ("一百块", [10000]),
    ("一百二十三元", [12300]),
    ("一百五十块", [15000]),
    ("一百零五元", [10500]),
    ("两千块", [200000]),
    ("1.2万元", [1200000]),
    ("3千块", [300000]),
    ("1,234.50元", [123450]),
    ("人民币94元", [9400]),
    ("94元人民币", [9400]),
    ("花了一块五", [150]),
    ("20-30元", [2000, 3000]),
    ("20到30块钱", [2000, 3000]),
    ("¥20-30", [2000, 3000]),
    ("充100元送50元", [10000, 5000]),
    ("扣我94块,94块!", [9400, 9400]),
    ("上网欠费94元”。我当场不认", [9400]),
    ("要等值8英镑", [800]),
    ("50港币", [5000]),
    ("扣了94块3次", [9400]),
    ("999999.99元", [99999999]),
]
ENGLISH: list[tuple[str, list[int]]] = [
    ("94 yuan", [9400]),
    ("94yuan", [9400]),
    ("94 Yuan", [9400]),
    ("94.5 yuan", [9450]),
    ("RMB 94", [9400]),
    ("RMB94", [9400]),
    ("rmb 94.50", [9450]),
    ("94 RMB", [9400]),
    ("CNY 94", [9400]),
    ("94 CNY", [9400]),
    ("¥94.00", [9400]),
    ("94 kuai", [9400]),
    ("£12.50", [1250]),
    ("£1,250", [125000]),
    ("12 pounds", [1200]),
    ("12 quid", [1200]),
    ("$3,000.00", [300000]),
    ("US$ 5", [500]),
    ("HK$50", [5000]),
    ("€7", [700]),
    ("7 euros", [700]),
    ("50 cents", [50]),
    ("5 mao", [50]),
    ("20 bucks", [2000]),
    ("ninety-four yuan", [9400]),
    ("twenty yuan", [2000]),
    ("a hundred yuan", [10000]),
    ("one hundred and eighty-eight yuan", [18800]),
    ("two thousand five hundred yuan", [250000]),
    ("a 59-yuan plan", [5900]),
    ("20 to 30 yuan", [2000, 3000]),
    ("20-30 yuan", [2000, 3000]),
    ("between 20 and 30 yuan", [2000, 3000]),
    ("¥20-¥30", [2000, 3000]),
    ("20 yuan and 30 yuan", [2000, 3000]),
    ('I owed 94 yuan "for data"', [9400]),
    ("188 yuan, twice the wrong charge;", [18800]),
    ("the 20 yuan now, and 10 yuan on top", [2000, 1000]),
    ("they took 0.01 yuan", [1]),
    ("¥3k", [300000]),
    ("pay 3,000 yuan.", [300000]),
    ("charged £5 twice", [500]),
]
NONE = [
    "6120c",
    "100190",
    "48小时",
    "15层",
    "排名前20的群",
    "top 20 in each province",
    "134******29",
    "13812345678",
    "2026年6月1日",
    "6月30日23点59分",
    "30%",
    "-94元",
    "余额-94元",
    "负94元",
    "几十块",
    "100多块",
    "一百来块",
    "好几百块",
    "上百元",
    "一块儿去",
    "这一块我不懂",
    "元旦",
    "1元旦",
    "5分钟",
    "东南角",
    "三角形",
    "毛病",
    "三毛病",
    "2000000元",
    "94.555元",
    "0元",
    "¥0",
    "94",
    "720p",
    "10GB",
    "5M",
    "8分",
    "building 6",
    "4 calls",
    "four stories",
    "10 July",
]


@pytest.mark.parametrize(("text", "minors"), [*CHINESE, *ENGLISH])
def test_amounts_are_found_with_their_currency(text: str, minors: list[int]) -> None:
    assert [one.minor for one in money.find(text)] == minors


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_money_is_not_found(text: str) -> None:
    assert money.find(text) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("£5", "GBP"),
        ("5英镑", "GBP"),
        ("HK$5", "HKD"),
        ("5港元", "HKD"),
        ("$5", "USD"),
        ("5美元", "USD"),
        ("€5", "EUR"),
        ("5 quid", "GBP"),
        ("5块", "CNY"),
        ("5 RMB", "CNY"),
    ],
)
def test_the_currency_is_told_apart(text: str, code: str) -> None:
    assert [one.currency for one in money.find(text)] == [code]


def test_offsets_point_into_the_text_as_written() -> None:
    text = "他们多扣了我９４．５元,真是"
    (found,) = money.find(text)
    assert text[found.start : found.end] == "９４．５元"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("一百二十三", "123"),
        ("两", "2"),
        ("半", "0.5"),
        ("廿三", "23"),
        ("一百五", "150"),
        ("一百零五", "105"),
        ("两万五", "25000"),
        ("二〇二六", "2026"),
        ("三点五", "3.5"),
        ("１２", "12"),
        ("1,234.5", "1234.5"),
        ("ninety-four", "94"),
        ("one hundred and eighty-eight", "188"),
    ],
)
def test_numbers_in_any_dress_have_a_value(words: str, value: str) -> None:
    assert digits.number(words) == Decimal(value)


@pytest.mark.parametrize("words", ["十十", "一一百", "", "abc", "1.2.3", "百千"])
def test_what_is_no_number_has_no_value(words: str) -> None:
    assert digits.number(words) is None


@given(st.text())
def test_plain_keeps_the_length_so_that_offsets_hold(text: str) -> None:
    assert len(digits.plain(text)) == len(text)


MONEY_LIKE = st.text(
    alphabet="0123456789.,-~¥￥£$元块毛角分万千百十一二两零〇点五到to yuanRMB １２半廿"
)


@given(st.one_of(st.text(), MONEY_LIKE))
def test_every_amount_found_is_positive_and_in_bounds(text: str) -> None:
    for one in money.find(text):
        assert 0 < one.minor <= money.MOST
        assert 0 <= one.start < one.end <= len(text)
