"""Amounts of money: only numbers that carry a currency, by sign, code or word."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from dialogs.understand.digits import (
    ASCII_NUMBER,
    CHINESE,
    CHINESE_NUMBER,
    ENGLISH_NUMBER,
    number,
    plain,
)

MOST = 99_999_999  # minor units: `domain.md` §2 allows 0.01 to 999999.99
MANY = 60  # amounts read out of one text: bounds the work on a hostile one


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An amount as told: minor units, ISO 4217 code, offsets in the text, and what it stands for.

    `role` is "disputed" (what was charged), "wish" (what is asked for) or "other" (the price of a
    plan, a promised reward).
    """

    minor: int
    currency: str
    start: int
    end: int
    role: str = "other"


_CODES = {
    "CNY": ("¥", "rmb", "cny", "人民币", "块", "元", "圆", "yuan", "kuai", "毛", "角", "mao", "分"),
    "GBP": ("£", "gbp", "英镑", "镑", "pound", "quid"),
    "HKD": ("hk$", "hkd", "港"),
    "USD": ("us$", "usd", "$", "美", "dollar", "buck", "cent"),
    "EUR": ("€", "eur", "欧"),
}
_TENTHS = ("毛", "角", "mao")
_HUNDREDTHS = ("分", "cent")
_SCALES = {"万": 10_000, "千": 1000, "百": 100, "k": 1000, "K": 1000, "": 1}

_NUMBER = rf"{ASCII_NUMBER}|{CHINESE_NUMBER}|{ENGLISH_NUMBER}"
_RANGE = r"\s?(?:-|~|–|—|到|至|to|and(?<=\d and))\s?"
_SIGN = r"(?:HK\$|US\$|[¥£€$]|人民币|(?<![A-Za-z])(?:RMB|CNY|USD|GBP|EUR|HKD))"
# What may follow the odd tenth of 九十四块五: else it counts something else (94块3次).
_STOP = r"(?=$|[\s,.;!?，。；！？、)）”\"’]|的|钱|了|呢|吧|啊|呀|都|就|也|还|我|你|给|并|和|毛|角)"
_UNIT = (
    r"(?:人民币|块钱|块(?!儿)|元(?!旦|宵|月|素)|圆|美元|美金|港币|港元|英镑|镑|欧元"
    r"|(?:yuan|kuai|RMB|CNY|USD|GBP|EUR|HKD|dollars?|bucks?|pounds?|quid|euros?)(?![A-Za-z])|[£€])"
)
_SIGNED = re.compile(
    rf"(?P<sign>{_SIGN})\s?(?P<n>{ASCII_NUMBER})(?P<scale>[万千]|[kK](?![A-Za-z]))?"
    rf"(?:{_RANGE}{_SIGN}?\s?(?P<top>{ASCII_NUMBER}))?(?:\s?(?:元|yuan))?(?![\d*.]\d|\*|[%％])",
    re.ASCII | re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?<!\d[.,])(?<![\d*A-Za-z几数])(?:(?P<low>{ASCII_NUMBER}|{CHINESE_NUMBER}){_RANGE})?(?P<n>{_NUMBER})"
    rf"(?P<scale>[万千百])?[\s-]?(?P<unit>{_UNIT})(?![多几])"
    rf"(?:(?P<tenth>{ASCII_NUMBER}|{CHINESE}){_STOP}(?:毛钱?|角)?"
    rf"(?:(?P<cent>\d|{CHINESE})(?:分|{_STOP}))?)?",
    re.ASCII | re.IGNORECASE,
)
_SMALL = re.compile(
    rf"(?<!\d[.,])(?<![\d*A-Za-z几数])(?P<n>{_NUMBER})\s?(?P<unit>毛(?!病|利|衣)钱?"
    rf"(?:(?P<cent>\d|{CHINESE})(?:分|{_STOP}))?|角(?=钱|[\s,，。；!！?？]|$)"
    r"|分钱|mao\b|cents?\b)",
    re.ASCII | re.IGNORECASE,
)
_NEGATIVE = re.compile(r"(?:[-−]|负|minus )\s?$", re.IGNORECASE)
# 一块 alone is "together", "a piece": it is money only where the words leave no doubt.
_PIECE = re.compile(
    r"一块(?!钱|\d|[一二三四五六七八九]|[\s,，。；!！?？]|$)|(?<=[这那哪在到])一块(?!钱)"
)


def find(text: str) -> tuple[Found, ...]:
    """The amounts of a text in order, from 0.01 to 999,999.99; of a range both ends.

    Vague ones (几十元, 100多块), negative ones and numbers without a currency are none. After sixty
    of a kind no more are read.
    """
    told = plain(text)
    found: list[Found] = []
    for pattern in (_SIGNED, _NAMED, _SMALL):
        for match in islice(pattern.finditer(told), MANY):
            taken = any(match.start() < one.end and one.start < match.end() for one in found)
            if not taken and not _doubtful(told, match):
                found += _amounts(match)
    return tuple(sorted(found, key=lambda one: (one.start, one.minor)))


def currency(words: str) -> str:
    """The ISO 4217 code that a sign or a unit stands for."""
    told = words.lower()
    marks = ((code, mark) for code, marks in _CODES.items() for mark in marks)
    fits = [(len(mark), code) for code, mark in marks if told.startswith(mark)]
    return max(fits)[1] if fits else "CNY"


def minor_units(value: Decimal) -> int | None:
    """An amount in major units as minor units, or None if it has more than two decimals."""
    cents = value * 100
    return int(cents) if cents == cents.to_integral_value() else None


def _doubtful(told: str, match: re.Match[str]) -> bool:
    """Whether the number is a negative one or no number of money at all."""
    at = match.start()
    if _NEGATIVE.search(told, max(0, at - len("minus  ")), at):
        return True
    if match["n"][0] in "十百千万" and told.endswith(("上", "近", "成"), 0, at):
        return True  # 上百元 names no sum
    return match["n"] == "一" and bool(_PIECE.match(told, match.start()))


def _amounts(match: re.Match[str]) -> list[Found]:
    """The amounts of one match: one, two for a range, none if out of bounds."""
    parts = match.groupdict(default="")
    unit = parts.get("sign") or parts["unit"]
    scale = Decimal(_SCALES[parts.get("scale", "")])
    if unit.startswith(_TENTHS):
        scale = Decimal("0.1")
    elif unit.startswith(_HUNDREDTHS):
        scale = Decimal("0.01")
    found = []
    for words in (parts.get("low", ""), parts["n"], parts.get("top", "")):
        value = number(words) if words else None
        if value is None:
            continue
        value = value * scale + (_change(parts) if words == parts["n"] else 0)
        minor = minor_units(value)
        if minor and minor <= MOST:
            code = currency(unit)
            found.append(Found(minor=minor, currency=code, start=match.start(), end=match.end()))
    return found


def _change(parts: dict[str, str]) -> Decimal:
    """What follows the unit, in major units: 94块五, 94元5角2分, 94块50."""
    tenth, cent = number(parts.get("tenth", "")), number(parts.get("cent", ""))
    value = Decimal(0)
    if tenth is not None:
        value += tenth / 10 if tenth < 10 else tenth / 100
    return value + (cent / 100 if cent is not None else 0)
