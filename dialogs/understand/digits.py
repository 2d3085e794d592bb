"""Digits in any dress: full width to ASCII, and numbers written out in Chinese or English."""

import re
from decimal import Decimal

# Commas stay as they are: a full-width one parts clauses, an ASCII one may group thousands.
_FULL = "０１２３４５６７８９＋－．：／＊＃＄％～＝＠＿　￥￡（）"
_HALF = "0123456789+-.:/*#$%~=@_ ¥£()"
_LETTERS = {0xFF21 + n: 0x41 + n for n in range(26)} | {0xFF41 + n: 0x61 + n for n in range(26)}
_PLAIN = str.maketrans(_FULL, _HALF) | _LETTERS

_ONES = {mark: n for n, mark in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}
CHINESE = "[零〇一二两俩三四五六七八九十百千万廿卅]"
CHINESE_NUMBER = f"{CHINESE}{{1,12}}(?:点[零〇一二三四五六七八九]{{1,4}})?"
ASCII_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,18})(?:\.\d{1,6})?"

_ENGLISH = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_WORD = "|".join(sorted(_ENGLISH, key=len, reverse=True))
_JOIN = r"(?:\s+and\s+|[\s-]+)"
ENGLISH_NUMBER = (
    rf"\b(?:{_WORD}|a(?=\s+(?:hundred|thousand)))(?:{_JOIN}(?:{_WORD}|hundred|thousand)){{0,8}}\b"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAME = (
    r"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)


def month_of(name: str) -> int:
    """The number of a month by its English name, short or long: 1 for "January"."""
    return MONTHS.index(name[:3].lower()) + 1


def plain(text: str) -> str:
    """The text with full-width digits, letters and number signs in ASCII, of the same length.

    >>> plain("１３８，９４．５元")
    '138，94.5元'
    """
    return text.translate(_PLAIN)


def number(words: str) -> Decimal | None:
    """The value of an ASCII, Chinese or English number, or None.

    >>> number("1,234.5"), number("一百二十三"), number("一百五"), number("ninety-four")
    (Decimal('1234.5'), Decimal('123'), Decimal('150'), Decimal('94'))
    """
    told = plain(words).strip().lower()
    if re.fullmatch(ASCII_NUMBER, told, re.ASCII):
        return Decimal(told.replace(",", ""))
    if told == "半":
        return Decimal("0.5")
    if re.fullmatch(CHINESE_NUMBER, told):
        whole, _, part = told.partition("点")
        value = _chinese(whole)
        tail = "".join(str(_ONES[mark]) for mark in part)
        return value if value is None or not tail else Decimal(f"{value}.{tail}")
    return _english(told)


def _chinese(words: str) -> Decimal | None:
    """The value of a whole Chinese number; digit after digit is read as written (二〇二六)."""
    if all(mark in _ONES for mark in words):
        return Decimal("".join(str(_ONES[mark]) for mark in words))
    head, wan, tail = words.partition("万")
    if not wan:
        return _below_wan(words)
    high, low = _below_wan(head) if head else Decimal(1), _below_wan(tail) if tail else Decimal(0)
    if high is None or low is None:
        return None
    # 两万五 is 25,000: a lone digit after a unit counts the next smaller unit.
    return high * 10000 + (low * 1000 if len(tail) == 1 and tail in _ONES else low)


def _below_wan(words: str) -> Decimal | None:
    """The value of a number under ten thousand written with units, or None if it is not one."""
    total, digit, unit, zero = 0, -1, 10000, False
    for mark in words:
        if mark in _TENS or mark in _UNITS:
            size = 10 if mark in _TENS else _UNITS[mark]
            if size >= unit or (mark in _TENS and digit >= 0):
                return None
            total += _TENS[mark] if mark in _TENS else max(digit, 1 if digit < 0 else 0) * size
            digit, unit, zero = -1, size, False
        elif mark in _ONES and digit <= 0:
            digit, zero = _ONES[mark], zero or _ONES[mark] == 0
        else:
            return None
    if digit > 0 and not zero and 10 < unit < 10000:
        return Decimal(total + digit * unit // 10)
    return Decimal(total + max(digit, 0))


def _english(words: str) -> Decimal | None:
    """The value of a number in English words below a million, or None."""
    parts = [part for part in re.split(_JOIN, words) if part]
    if not parts or not re.fullmatch(ENGLISH_NUMBER, words):
        return None
    total, run = 0, 0
    for part in parts:
        match part:
            case "a":
                run = 1
            case "hundred":
                run = max(run, 1) * 100
            case "thousand":
                total, run = total + max(run, 1) * 1000, 0
            case _:
                run += _ENGLISH[part]
    return Decimal(total + run) if total + run < 1_000_000 else None
