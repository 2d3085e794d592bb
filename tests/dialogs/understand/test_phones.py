"""Telephone numbers and accounts: which are found, which are only somebody else's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.understand import phones


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("号码13812345678谢谢", ("+8613812345678",)),
        ("号码１３８１２３４５６７８", ("+8613812345678",)),
        ("+86 138 1234 5678", ("+8613812345678",)),
        ("138-1234-5678和13912345678", ("+8613812345678", "+8613912345678")),
        ("13812345678,再说一遍13812345678", ("+8613812345678",)),
        ("我的电话(010)62345678", ("+861062345678",)),
        ("call me on +44 20 7946 0958", ("+442079460958",)),
        ("号码134******29", ()),
        ("number 138xxxx5678", ()),
        ("打10086问了", ()),
        ("400-810-0000", ()),
        ("邮编100190", ()),
        ("身份证110101199003078888", ()),
        ("卡号6222021234567890123", ()),
        ("从2026-06-01 00:00到2026-06-30", ()),
        ("工单TS26110004277", ()),
    ],
)
def test_numbers_in_a_story(text: str, numbers: tuple[str, ...]) -> None:
    assert phones.find(text) == numbers


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("宽带账号bj20261234从上周五掉线", "bj20261234"),
        ("账号：1234567890", "1234567890"),
        ("my account number is AB-99x", "AB-99x"),
        ("account 134****29", ""),
        ("账号密码都忘了", ""),
        ("我的账户被停了", ""),
    ],
)
def test_an_account_that_is_called_one(text: str, account: str) -> None:
    assert phones.account(text) == account


@given(st.one_of(st.text(), st.text(alphabet="0123456789+-() *x１２３８账号")))
def test_any_text_can_be_searched(text: str) -> None:
    assert all(number.startswith("+") for number in phones.find(text))
    assert isinstance(phones.account(text), str)
