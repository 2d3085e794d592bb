"""Ticket numbers: written one way, read in every way people type them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.tickets.numbers import read_number, ticket_number

ZONE = "Asia/Shanghai"
NOVEMBER = datetime(2026, 11, 12, 3, tzinfo=UTC)


def test_the_number_of_the_design_is_what_we_make() -> None:
    assert ticket_number(NOVEMBER, 427, ZONE) == "TS26110004277"


def test_the_month_is_that_of_the_operators_zone() -> None:
    last_evening_utc = datetime(2026, 10, 31, 17, tzinfo=UTC)  # 1 November, 01:00 in Shanghai
    assert ticket_number(last_evening_utc, 1, ZONE).startswith("TS2611000001")


@pytest.mark.parametrize("serial", [0, -1, 1_000_000])
def test_a_serial_that_does_not_fit_is_our_own_fault(serial: int) -> None:
    with pytest.raises(ValueError, match="serial"):
        ticket_number(NOVEMBER, serial, ZONE)


@pytest.mark.parametrize(
    "typed",
    [
        "TS26110004277",
        "ts26110004277",
        "ts 2611 000427 7",
        "TS-2611-000427-7",
        "ts2611000427—7",
        "ＴＳ２６１１０００４２７７",
        "工单TS26110004277怎么样了?",
        "T S 2 6 1 1 0 0 0 4 2 7 7",
        "my number is Ts26110004277, thanks",
        "not TS26110004278 but TS26110004277",
    ],
)
def test_however_it_is_typed_it_is_read(typed: str) -> None:
    assert read_number(typed) == "TS26110004277"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "TS26110004278",  # wrong check digit
        "TS2611000427",  # a digit short
        "TS261100042777",  # a digit long
        "26110004277",  # a phone number looks like this
        "XTS26110004277",
        "TS26130004275",  # no thirteenth month
        "TS١٢٣٤٥٦٧٨٩٠١",
    ],
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert read_number(typed) is None


@given(st.integers(1, 999_999), st.integers(0, 27_000))
def test_what_we_write_we_read_and_a_slip_is_noticed(serial: int, days: int) -> None:
    number = ticket_number(NOVEMBER + timedelta(days=days), serial, ZONE)
    assert read_number(number.lower()) == number
    slipped = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert read_number(slipped) is None
