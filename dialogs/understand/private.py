"""Numbers that have no business in a chat: identity cards, bank cards, one-time codes, passwords.

`domain.md` §8 (PIPL 6): they are taken out before anything is kept.
"""

import re

from dialogs.understand.digits import plain

GONE = "[…]"
_GAP = r"[ -]?"
# 18 places by GB 11643: region, birth date, serial, check; a slip in the check is private too.
_IDENTITY = re.compile(
    rf"(?<![\dA-Za-z])[1-8]\d{{5}}{_GAP}(?:19|20)\d\d{_GAP}(?:0[1-9]|1[0-2])"
    rf"(?:0[1-9]|[12]\d|3[01]){_GAP}\d{{3}}[\dXx](?![\dA-Za-z])",
    re.ASCII,
)
# Cards of 15 to 19 places that begin as cards do; 89… is a SIM card, 13 places a telephone.
_CARD = re.compile(rf"(?<![\dA-Za-z+])[34569](?:{_GAP}\d){{14,18}}(?![\dA-Za-z])", re.ASCII)
_CODE_WORD = (
    r"(?:验证码|校验码|动态码|动态密码|短信码|随机码|授权码|服务密码|查询密码|支付密码|密码|口令"
    r"|verification\s+code|security\s+code|one[\s-]?time\s+(?:code|password|passcode)|passcode"
    r"|password|\bOTP\b|\bPIN\b(?:\s+code)?|\bCVV2?\b)"
)
_IS = r"[\s:：=,，]{0,3}(?:(?:是|为|is|was)[\s:：]{0,3})?(?:[“\"'‘「]\s?)?"
_TOLD = r"(?P<code>(?=[A-Za-z!@#$%^&*_.-]{0,16}\d)[A-Za-z0-9!@#$%^&*_.-]{4,20})"
_AFTER = re.compile(rf"{_CODE_WORD}{_IS}{_TOLD}(?![A-Za-z0-9])", re.IGNORECASE | re.ASCII)
_AHEAD = re.compile(
    r"(?<![\d.])(?P<code>\d{4,8})(?!\d)[\s(（]{0,2}"
    rf"(?:(?:是|为|is)\s?(?:我|你们|the|my|your|a)?\s?(?:的)?(?:短信|手机)?)?{_CODE_WORD}",
    re.IGNORECASE | re.ASCII,
)


def private_numbers(text: str) -> tuple[str, bool]:
    """The text with such numbers replaced by "[…]", and whether there were any."""
    told = plain(text)
    places = [match.span() for match in _IDENTITY.finditer(told)]
    places += [match.span() for match in _CARD.finditer(told) if luhn(match.group())]
    for pattern in (_AFTER, _AHEAD):
        places += [match.span("code") for match in pattern.finditer(told)]
    clean, at = [], 0
    for start, end in sorted(places):
        if start >= at:
            clean += [text[at:start], GONE]
        at = max(at, end)
    return "".join([*clean, text[at:]]), bool(places)


def luhn(digits: str) -> bool:
    """Whether the digits of a text end in the right check digit (ISO/IEC 7812)."""
    total = 0
    for place, mark in enumerate(one for one in reversed(digits) if one.isdecimal()):
        value = int(mark) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
