"""Numbers of SIM cards: what they say, what they do not, and how they are hidden; typed by hand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.house import cards, places
from dialogs.understand.cards import Card, Segment, found_in, hidden, typed

TABLES = cards()
YEAR = 2026


@pytest.mark.parametrize(
    ("number", "card"),
    [
        # The two cards that public explanations of the numbering take apart.
        (
            "89860079090449311287",
            Card(kind="iccid", last="1287", country="CN", issuer="CM", area="310000", year=2004),
        ),
        (
            "8986010405021063908S",
            Card(kind="iccid", last="908S", country="CN", issuer="CU", year=2004),
        ),
        # The lists disagree on 31: no region.
        (
            "89860070310112094320",
            Card(kind="iccid", last="4320", country="CN", issuer="CM", year=2001),
        ),
        # A year to come is none.
        (
            "89860079099949311287",
            Card(kind="iccid", last="1287", country="CN", issuer="CM", area="310000", year=1999),
        ),
        (
            "89860079093049311287",
            Card(kind="iccid", last="1287", country="CN", issuer="CM", area="310000"),
        ),
        ("89860316244593211737", Card(kind="iccid", last="1737", country="CN", issuer="CT")),
        ("89860600000000000000", Card(kind="iccid", last="0000", country="CN")),
        # 19 places have a check digit: the weights of ISO/IEC 7812 ask for 8 here.
        (
            "8986011234567890127",
            Card(kind="iccid", last="0127", country="CN", issuer="CU", year=2012, check=False),
        ),
        (
            "8986011234567890128",
            Card(kind="iccid", last="0128", country="CN", issuer="CU", year=2012, check=True),
        ),
        ("8966040000000000000", Card(kind="iccid", last="0000", country="TH", check=False)),
        ("8966040000000000006", Card(kind="iccid", last="0006", country="TH", check=True)),
        ("8944110068957195907", Card(kind="iccid", last="5907", country="GB", check=True)),
        ("460001234567890", Card(kind="imsi", last="7890", country="CN", issuer="CM")),
        ("460111234567890", Card(kind="imsi", last="7890", country="CN", issuer="CT")),
        ("460151234567890", Card(kind="imsi", last="7890", country="CN", issuer="CB")),
        ("460991234567890", Card(kind="imsi", last="7890", country="CN")),
        ("520011234567890", Card(kind="imsi", last="7890", country="TH")),
        ("999011234567890", Card(kind="imsi", last="7890")),
        ("1287", Card(kind="tail", last="1287")),
    ],
)
def test_a_number_says_what_the_tables_know(number: str, card: Card) -> None:
    assert TABLES.read(number, YEAR) == card


@pytest.mark.parametrize("number", ["", "12345", "898", "898600790904493112", "46000123456789"])
def test_what_is_no_card_is_none(number: str) -> None:
    assert TABLES.read(number, YEAR) is None


@pytest.mark.parametrize(
    ("number", "segment"),
    [
        ("+8613812345678", Segment(places="138", issuer="CM", area="320000")),
        ("+8613910001234", Segment(places="139", issuer="CM", area="110000")),
        ("+8618621001234", Segment(places="186", issuer="CU", area="310000")),
        ("+8613491234567", Segment(places="1349", issuer="CT", area="110000")),
        ("+8613401234567", Segment(places="1340", issuer="CM", area="320000")),
        ("+8617031234567", Segment(places="1703", issuer="CM", resold=True)),
        ("+8617091234567", Segment(places="1709", issuer="CU", resold=True, area="310000")),
        ("+8616212345678", Segment(places="162", issuer="CT", resold=True)),
        ("+8619212345678", Segment(places="192", issuer="CB")),
        ("+8619912345678", Segment(places="199", issuer="CT")),
        ("+8617491234567", None),
        ("+861012345678", None),
        ("bj12345678", None),
        ("+447911123456", None),
        ("", None),
    ],
)
def test_a_segment_was_given_to_somebody_first(number: str, segment: Segment | None) -> None:
    assert TABLES.segment(number) == segment


@pytest.mark.parametrize(
    ("seven", "area"),
    [
        ("1299999", ""),
        ("1300000", "370000"),
        ("1300001", "320000"),
        ("1391000", "110000"),
        ("1380571", "330000"),
        ("1360020", "440000"),
        ("1999999", ""),
    ],
)
def test_a_number_belongs_to_a_province(seven: str, area: str) -> None:
    assert TABLES.regions.of(seven) == area


def test_the_table_of_provinces_is_in_order_and_names_only_provinces() -> None:
    regions = TABLES.regions
    assert list(regions.starts) == sorted(set(regions.starts))
    assert {f"{code}0000" for code in regions.codes if code != "00"} <= set(places().names)
    assert "" not in regions.codes


def test_no_segment_is_given_twice() -> None:
    """A longer one stands for itself, never beside the shorter one it begins with."""
    for one in TABLES.segments:
        assert not (len(one) == 4 and one[:3] in TABLES.segments), one


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("89860079090449311287", "89860079090449311287"),
        ("卡号是8986 0079 0904 4931 1287，谢谢", "89860079090449311287"),
        ("８９８６００７９０９０４４９３１１２８７", "89860079090449311287"),
        ("8986-0104-0502-1063-908s", "8986010405021063908S"),
        ("460001234567890", "460001234567890"),
        ("520 01 1234567890", "520011234567890"),
        ("1287", "1287"),
        ("后四位是 1287", "1287"),
        ("last four: 908s", "908S"),
        ("看不清了", ""),
        ("I cannot find it", ""),
        ("8986 0079", None),
        ("898600790904493112", None),
        ("12345", None),
        ("1287 1288", None),
    ],
)
def test_an_answer_is_read(told: str, number: str | None) -> None:
    assert typed(told) == number


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("卡 8986 0079 0904 4931 1287 读不出", "卡 ****1287 读不出"),
        ("89860079090449311287/8986010405021063908S", "****1287/****908S"),
        ("IMSI 460001234567890", "IMSI ****7890"),
        ("电话 13812345678，工单 TS26110004277", "电话 13812345678，工单 TS26110004277"),
        ("订单 1898600790904493112870", "订单 1898600790904493112870"),
    ],
)
def test_cards_are_hidden_in_text(told: str, shown: str) -> None:
    assert hidden(told) == shown


@given(some.text(max_size=60))
def test_hiding_twice_changes_nothing_and_leaves_no_card(text: str) -> None:
    once = hidden(text)
    assert hidden(once) == once
    assert found_in(once) == ""


@given(
    before=some.text("卡号是 :：", max_size=5),
    digits=some.from_regex(r"8986[0-9]{16}", fullmatch=True),
)
def test_every_card_is_found_and_hidden(before: str, digits: str) -> None:
    assert found_in(f"{before}{digits}。") == digits
    assert not re.search(r"\d{5}", hidden(f"{before}{digits}。"))
    card = TABLES.read(digits, YEAR)
    assert card is not None
    assert card.country == "CN"
    assert card.year is None or 1995 <= card.year <= YEAR
