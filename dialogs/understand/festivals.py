"""Named days that people date things by: fixed ones, and those of the lunar year up to 2030.

The lunar dates of past years are those of the official holiday notices (a test holds them to the
holiday package); a year that is missing here makes the name no date.
"""

from datetime import datetime, timedelta

from dialogs.understand.spans import dated, nearest

FIXED = {
    "元旦": (1, 1),
    "情人节": (2, 14),
    "妇女节": (3, 8),
    "三八节": (3, 8),
    "消费者权益日": (3, 15),
    "劳动节": (5, 1),
    "五一": (5, 1),
    "儿童节": (6, 1),
    "六一": (6, 1),
    "教师节": (9, 10),
    "国庆": (10, 1),
    "十一假期": (10, 1),
    "十一长假": (10, 1),
    "万圣节": (10, 31),
    "双十一": (11, 11),
    "双11": (11, 11),
    "双十二": (12, 12),
    "双12": (12, 12),
    "平安夜": (12, 24),
    "圣诞": (12, 25),
    "跨年夜": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "national day": (10, 1),
    "halloween": (10, 31),
    "singles' day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
_SPRING = (
    "2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 "
    "2029-02-13 2030-02-03"
)
_TOMB = (
    "2022-04-05 2023-04-05 2024-04-04 2025-04-04 2026-04-05 2027-04-05 2028-04-04 "
    "2029-04-04 2030-04-05"
)
_BOAT = (
    "2022-06-03 2023-06-22 2024-06-10 2025-05-31 2026-06-19 2027-06-09 2028-05-28 "
    "2029-06-16 2030-06-05"
)
_MOON = (
    "2022-09-10 2023-09-29 2024-09-17 2025-10-06 2026-09-25 2027-09-15 2028-10-03 "
    "2029-09-22 2030-09-12"
)
MOVING = {
    "大年初一": _SPRING,
    "春节": _SPRING,
    "过年": _SPRING,
    "除夕": _SPRING,
    "元宵": _SPRING,
    "清明": _TOMB,
    "端午": _BOAT,
    "中秋": _MOON,
    "spring festival": _SPRING,
    "chinese new year": _SPRING,
    "lunar new year": _SPRING,
    "dragon boat festival": _BOAT,
    "mid-autumn festival": _MOON,
    "mid-autumn day": _MOON,
}
_AWAY = {"除夕": timedelta(days=-1), "元宵": timedelta(days=14)}  # from the first day of spring
NAMES = tuple(sorted((*FIXED, *MOVING), key=len, reverse=True))
HOLIDAYS = {"国庆": 7, "十一假期": 7, "十一长假": 7, "春节": 7, "五一": 5, "national day": 7}


def festival(name: str, now: datetime, year: int | None = None) -> datetime | None:
    """The last day of that name up to now, or the one of a year; None if it is not known.

    `now` is local and naive, and so is what comes out (midnight).
    """
    if name in FIXED:
        month, date = FIXED[name]
        return nearest(month, date, now) if year is None else dated(year, month, date)
    away = _AWAY.get(name, timedelta())
    known = [datetime.fromisoformat(word) + away for word in MOVING.get(name, "").split()]
    fits = [at for at in known if (at <= now if year is None else at.year == year)]
    return fits[-1] if fits else None
