"""The day that a story says something was promised for."""

from datetime import UTC, date, datetime

import pytest

from dialogs.intake.promised import promised_for
from dialogs.tickets.ticket import When

JUNE = When(start=datetime(2026, 6, 1, tzinfo=UTC), end=datetime(2026, 6, 30, tzinfo=UTC))
ZONE = "Asia/Shanghai"


@pytest.mark.parametrize(
    ("story", "day"),
    [
        ("前20名的群，8月15日前发20元话费", date(2026, 8, 15)),
        ("规则写明 8月15日之前奖励到账", date(2026, 8, 15)),
        ("1月5日左右寄出", date(2027, 1, 5)),
        ("群主次月15日左右能拿到20元话费", date(2026, 7, 15)),
        ("the top 20 get 20 yuan, paid by 15 August", date(2026, 8, 15)),
        ("to be credited before August 15", date(2026, 8, 15)),
        ("delivered around the 15th of August", date(2026, 8, 15)),
        ("on the 15th of the following month", date(2026, 7, 15)),
    ],
)
def test_the_day_is_found(story: str, day: date) -> None:
    assert promised_for(story, JUNE, ZONE) == day


@pytest.mark.parametrize(
    "story",
    [
        "8月15日前发短信通知过我吗",
        "8月15日前发现少了20元",
        "8月15日发了一条投诉",
        "请在8月15日前给我答复",
        "2月30日前发放奖励",
        "次月31日发放",
        "paid on the phone in August",
        "I paid 15 yuan in August",
    ],
)
def test_nothing_is_made_up(story: str) -> None:
    assert promised_for(story, JUNE, ZONE) is None


def test_without_a_matter_there_is_no_year() -> None:
    assert promised_for("8月15日前发放", None, ZONE) is None
