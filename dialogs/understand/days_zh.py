"""The rules of days, weeks, months and years told in Chinese: a pattern and what it means each.

A rule gets the match, `now` (local, naive) and `ahead` (prefer what is to come), and returns a
Span without its place in the text, or None where the words are no such time after all.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from dialogs.understand import spans
from dialogs.understand.digits import number
from dialogs.understand.festivals import HOLIDAYS, NAMES, festival
from dialogs.understand.spans import Grain, Span

_N = r"(?:\d{1,4}|[零〇一二两三四五六七八九十廿卅百]{1,5})"
_D = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,4})"
_Y = (
    r"(?:(?:19|20)\d\d|[一二][零〇一二三四五六七八九]{3})年|\d\d年(?=\d{1,2}月)|去年|今年|前年|本年"
)
_UNITS = {
    "分钟": "minute", "刻钟": "quarter", "小时": "hour", "钟头": "hour", "天": "day", "日": "day",
    "周": "week", "星期": "week", "礼拜": "week", "月": "month", "年": "year",
}  # fmt: skip
_U = "|".join(_UNITS)
_COUNT = (
    rf"(?P<n>{_N}|[二三]?十几|半|好?几)\s?(?P<half>个半|多?个多?|多)?"
    rf"\s?(?P<unit>{_U})(?P<more>半|多)?"
)
_PARTS = {
    "上旬": "early", "月初": "early", "初": "early", "中旬": "mid", "中": "mid",
    "下旬": "late", "月底": "late", "底": "late", "末": "late",
}  # fmt: skip
_THIRD = r"(?P<part>上旬|中旬|下旬|初|底|末|中(?=[,，。；\s]|$))"
_BEFORE = r"(?<![\d.年月每次下\-/])"
# A lone 15号 is a day only where the words around say so; 6号楼 and 27号 in a street are not.
_DAY_AFTER = r"(?=\s?(?:那[天日晚]|当[天晚日]|[早晚凌上中下傍夜半]|开始|起|左右|前后|到|至|[-~—–]))"
_WEEKDAY = {day: n for n, day in enumerate("一二三四五六日")} | {"天": 6}
_WEEK = r"(?:周|星期|礼拜)"

_Rule: TypeAlias = Callable[[re.Match[str], datetime, bool], Span | None]


def count(match: re.Match[str]) -> tuple[float, str] | None:
    """How many of which unit a counted time says: (2.5, "hour") for 两个半小时."""
    words, unit = match["n"], _UNITS[match["unit"]]
    if words.endswith("几"):
        value = {"十几": 15.0, "二十几": 25.0, "三十几": 35.0}.get(words, 3.0)
    elif re.fullmatch("[一二三四五六七八][二两三四五六七八九]", words):
        value = float(number(words[1]) or 0)  # 两三天: the longer one
    else:
        told = number(words.replace("两三", "三").replace("两", "二") if len(words) > 1 else words)
        value = float(told) if told is not None else -1.0
    if match["half"] == "个半" or match["more"] == "半":
        value += 0.5
    if unit == "quarter":
        value, unit = value * 15, "minute"
    return (value, unit) if 0 < value < 10_000 else None


def _ago(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    told = count(match)
    return spans.back_from(now, *told) if told and not ahead else None


def _lasting(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    told = count(match)
    return spans.lasting(now, *told) if told and not ahead else None


def _year(words: str, now: datetime) -> int | None:
    """The year that 去年, 26年 or 二〇二六年 says."""
    if words[:1] in ("去", "今", "前", "本"):
        return now.year - {"去": 1, "前": 2}.get(words[0], 0)
    value = number(words.rstrip("年"))
    return None if value is None else int(value) + (2000 if value < 100 else 0)


def _date(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """A day by month and day, perhaps with the year: 6月1日, 去年12月3号, 2026-06-01, 11.12."""
    parts = match.groupdict()
    month, date = number(match["m"]), number(match["d"])
    if month is None or date is None:
        return None
    if parts.get("y"):
        year = _year(parts["y"], now)
        at = spans.dated(year, int(month), int(date)) if year else None
        return spans.day(at) if at else None
    at = spans.nearest(int(month), int(date), now, ahead=ahead)
    return spans.day(at, "year") if at else None


def _dates(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """Days of one month: 6月1日到30日, 6月1-30号."""
    first = _date(match, now, ahead)
    last = number(match["last"])
    at = spans.dated(first.start.year, first.start.month, int(last)) if first and last else None
    if first is None or at is None or at < first.start:
        return None
    return replace(spans.days(first.start, at, Grain.DAY), ranged=True)


def _weekday(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """上周五, 这周一, 周三, 下周二; the weekend is two days."""
    which, name = match["which"] or "", match["day"]
    week = spans.midnight(now) - timedelta(days=now.weekday())
    shift = 7 * (-which.count("上") + which.count("下"))
    at = week + timedelta(days=shift + _WEEKDAY.get(name, 5))
    if not which:
        at += timedelta(days=7 if ahead and at < spans.midnight(now) else 0)
        at -= timedelta(days=7 if not ahead and at > now else 0)
    if name == "末":
        return spans.days(at, at + timedelta(days=1))
    return spans.day(at, "" if which else "week")


_RELATIVE = {
    "大前": -3, "前": -2, "昨": -1, "今": 0, "当": 0, "明": 1, "后": 2, "大后": 3,
}  # fmt: skip


def _relative(match: re.Match[str], now: datetime, _: bool) -> Span | None:
    """昨天, 前晚, 今早: the part of the day is read from the same words again."""
    shift = _RELATIVE[match["rel"]]
    return spans.day(now + timedelta(days=shift))


def _this_month(match: re.Match[str], now: datetime, _: bool) -> Span | None:
    """上个月, 上月15号, 本月初."""
    back = match["which"].count("上")
    at = spans.ago(now.replace(day=1), back, "month") if back else now
    if at is None:
        return None
    if match["d"]:
        date = number(match["d"])
        found = spans.dated(at.year, at.month, int(date)) if date is not None else None
        return spans.day(found) if found else None
    return spans.whole_month(at.year, at.month, _PARTS.get(match["part"] or "", ""))


def _month(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """6月, 十月中旬, 去年12月底."""
    month, part = number(match["m"]), _PARTS.get(match["part"] or "", "")
    if month is None or not 1 <= month <= 12 or ahead:
        return None
    year = _year(match["y"], now) if match["y"] else None
    if match["y"]:
        return spans.whole_month(year, int(month), part) if year else None
    return spans.recent_month(int(month), now, part)


def _whole_year(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """2019年, 去年, 今年初, 去年底."""
    year = _year(match["y"], now)
    if year is None or ahead:
        return None
    if match["part"]:
        return spans.whole_month(year, 1 if match["part"] == "初" else 12)
    return spans.whole_year(year)


def _festival(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    year = _year(match["y"], now) if match["y"] else None
    at = festival(match["name"], now, year)
    if at is None or ahead:
        return None
    if match["long"] and match["name"] in HOLIDAYS:
        return spans.days(at, at + timedelta(days=HOLIDAYS[match["name"]] - 1), cycle="year")
    return spans.day(at, "" if year else "year")


def _some_days(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """前几天 is over, 这两天 goes on."""
    if ahead:
        return None
    parts = match.groupdict()
    size = 30 if parts.get("long") else 2 if parts.get("two") else 7
    first = now - timedelta(days=size)
    if parts.get("on"):
        return replace(spans.days(first, now), end=now, open=True, rough=True)
    return spans.days(first, now - timedelta(days=1))


def _this_week(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    which = match["which"]
    week = spans.midnight(now) - timedelta(days=now.weekday() + 7 * which.count("上"))
    return None if ahead else spans.days(week, week + timedelta(days=6))


def _date_alone(match: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    """15号 is the last 15th, 12.11 the last one of December."""
    date = number(match["d"])
    for back in (0, 1, 2):
        at = spans.ago(now.replace(day=1), back, "month") if back else now
        found = spans.dated(at.year, at.month, int(date)) if at and date is not None else None
        if found and found <= now and not ahead:
            return spans.day(found)
    return None


def _just_now(_: re.Match[str], now: datetime, ahead: bool) -> Span | None:
    return None if ahead else spans.moment(now)


def _rule(pattern: str, rule: _Rule) -> tuple[re.Pattern[str], _Rule]:
    return re.compile(pattern, re.ASCII), rule


_NAMED = "|".join(re.escape(name) for name in NAMES if not name.isascii())
_MONTH = rf"(?:(?P<y>{_Y})的?)?\s?(?P<m>{_D})月(?:份)?\s?"
# The order matters: what an earlier rule took is left alone by the later ones.
RULES: tuple[tuple[re.Pattern[str], _Rule], ...] = (
    _rule(
        rf"(?<!\d){_MONTH}(?P<d>{_D})[日号]?\s?(?:到|至|[-~～—–])\s?(?P<last>{_D})[日号]", _dates
    ),
    _rule(rf"(?<!\d){_MONTH}(?P<d>{_D})[日号]", _date),
    _rule(
        r"(?<![\d.-])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)",
        _date,
    ),
    _rule(r"(?<!\d)(?P<y>20\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)", _date),
    _rule(
        r"(?<![\d.¥$vV:/-])(?P<m>1[0-2]|0?[1-9])[./-](?P<d>[0-3]?\d)"
        r"(?![\d.:%/-])(?=[日号]|\s?(?:那天|当天|[早晚凌上中下傍]|\d{1,2}[:点]|[到至起]|开始))[日号]?",
        _date,
    ),
    _rule(
        rf"(?:(?P<y>{_Y}))?(?P<name>{_NAMED})(?:节|日)?(?P<long>期间|假期|长假|放假)?", _festival
    ),
    _rule(
        rf"(?<![一两几每\d])(?P<which>上{{1,3}}|这|本|下{{1,2}})?个?{_WEEK}"
        r"(?P<day>[二三四五六日天末]|一(?!直|样|般|起|共|定))(?!报|刊|年|[天个次](?!晚))",
        _weekday,
    ),
    _rule(r"(?P<rel>大前|前|昨|今|明|大后|后)(?:天|日|儿个)(?!然)", _relative),
    _rule(r"(?P<rel>前|昨|今|明)(?=[晚早晨夜](?!点|就))", _relative),
    _rule(rf"{_COUNT}(?:左右)?(?:之|以)?前", _ago),
    _rule(r"(?P<on>这|最近|近)(?:一)?(?:(?P<two>两)|几)(?:天|日)", _some_days),
    _rule(r"(?<![一二三四五六七八九十])前(?:(?P<two>两)|几)(?:天|日)", _some_days),
    _rule(r"前(?P<long>段|阵)(?:时间|子|日子)?", _some_days),
    _rule(r"(?P<on>这|最近这?一?)(?P<long>段|阵)(?:时间|子|日子)", _some_days),
    _rule(
        rf"(?:最近|近|这|持续了?|连续|整整|一连|已经?有?|都|快|足足)(?:的|了|快)?{_COUNT}(?:了|以来|里)?",
        _lasting,
    ),
    _rule(
        rf"(?:断|停|坏|等|拖|没)[^\d，。；,.;！？]{{0,4}}?(?:了|快|已经)?{_COUNT}(?:了|时间)",
        _lasting,
    ),
    _rule(rf"(?<![过\d]){_COUNT}(?:多)?了", _lasting),
    _rule(
        rf"(?P<which>上{{1,3}}|这|本)个?月(?!租|费|结)(?:份)?(?:(?P<d>{_D})[日号]|{_THIRD})?",
        _this_month,
    ),
    _rule(
        r"(?P<which>上{1,3}|这|本)(?:个|一)?(?:周|星期|礼拜)(?![二三四五六日天末次]|一(?!直))",
        _this_week,
    ),
    _rule(rf"(?<!\d){_MONTH}(?:{_THIRD})?(?![租费结]|{_D}[日号])", _month),
    _rule(rf"(?P<y>{_Y})(?:(?P<part>初|底))?", _whole_year),
    _rule(rf"(?<![\d路街道巷弄村院楼第]){_BEFORE}(?P<d>{_D})[号日]{_DAY_AFTER}", _date_alone),
    _rule(r"刚刚|刚才", _just_now),
)
ALONE: tuple[tuple[re.Pattern[str], _Rule], ...] = (
    _rule(r"(?<![\d:])(?P<m>1[0-2]|0?[1-9])[./-](?P<d>[0-3]?\d)(?![\d:./-])(?!\s?[ap]\.?m)", _date),
    _rule(rf"(?<![\d月路街道第])(?P<d>{_D})[号日](?!楼|院|线)", _date_alone),
    _rule(r"刚(?=[在我不就]|$)|现在|此刻", _just_now),
)
