"""How words are cut for the search: the same for every script, and nothing private in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.grams import folded, folded_number, grams, terms, wanted

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.mark.parametrize(
    ("text", "as_compared"),
    [
        ("家里断网了，重启没用。", "家里断网了 重启没用"),
        ("ＷｉＦｉ　掉线", "wifi 掉线"),
        ("STRASSE Straße", "strasse strasse"),
        ("100% up_to_5", "100 up to 5"),
        ("给我打 13812345678 或 010-8888 6666", "给我打 或"),
        ("身份证 11010519491231002X 丢了", "身份证 丢了"),
        ("卡 8986 0118 8010 1234 567 9", "卡"),
        ("扣了 94 元，单号 260411", "扣了 94 元 单号 260411"),
        ("", ""),
        ("%_*", ""),
    ],
)
def test_what_is_compared(text: str, as_compared: str) -> None:
    assert folded(text) == as_compared


def test_a_number_of_ours_stays_whole() -> None:
    assert folded_number("TS26110004277") == "ts26110004277"


def test_grams_are_characters_and_pairs_within_a_word() -> None:
    assert grams("断网 5g") == {"断", "网", "断网", "5", "g", "5g"}
    assert wanted(terms("断网了 网")) == {"断网", "网了", "网"}


@given(WORDS, st.integers(0, 40), st.integers(1, 40))
def test_any_part_of_a_word_has_its_grams_in_the_text(text: str, start: int, length: int) -> None:
    """Or the index would not name a ticket in which the part does stand."""
    told = folded(text)
    for run in told.split():
        part = run[start : start + length]
        assert not part or wanted([part]) <= grams(told)


@given(WORDS)
def test_no_gram_crosses_a_gap(text: str) -> None:
    assert all(" " not in one and len(one) <= 2 for one in grams(folded(text)))
