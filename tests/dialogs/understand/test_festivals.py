"""The named days, held to the official holidays of the holiday package."""

from datetime import date, datetime

import chinese_calendar
import pytest

from dialogs.understand.festivals import festival

OFFICIAL = {"春节": "Spring Festival", "清明": "Tomb-sweeping Day", "端午": "Dragon Boat Festival",
            "中秋": "Mid-autumn Festival"}  # fmt: skip


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025, 2026])
@pytest.mark.parametrize("name", list(OFFICIAL))
def test_a_lunar_festival_is_an_official_holiday_of_that_name(name: str, year: int) -> None:
    at = festival(name, datetime(2026, 12, 31), year)  # noqa: DTZ001
    assert at is not None
    assert chinese_calendar.get_holiday_detail(date(at.year, at.month, at.day)) == (
        True,
        OFFICIAL[name],
    )


def test_a_year_beyond_the_table_is_no_date() -> None:
    assert festival("春节", datetime(2050, 1, 1), 2050) is None  # noqa: DTZ001
