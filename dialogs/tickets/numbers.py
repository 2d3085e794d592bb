"""Ticket numbers: made so that they can be read aloud, typed carelessly and checked."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

MOST = 999_999  # tickets a month

# Between any two characters of a number people put spaces and all sorts of dashes.
GAP = r"[\s.\-‐-―−_·]*"
TYPED = re.compile(rf"(?<![A-Z0-9])T{GAP}S((?:{GAP}[0-9]){{11}})(?![0-9])")


def ticket_number(opened_at: datetime, serial: int, zone: str) -> str:
    """`TS` + year and month in `zone` + `serial` of the month + Luhn digit: "TS26110004277".

    `opened_at` is aware. Raises ValueError for a serial outside 1 to 999,999.
    """
    if not 1 <= serial <= MOST:
        raise ValueError(f"serial {serial} is not within 1 to {MOST}")
    digits = f"{opened_at.astimezone(ZoneInfo(zone)):%y%m}{serial:06d}"
    return f"TS{digits}{_check_digit(digits)}"


def read_number(text: str) -> str | None:
    """The first ticket number in what a person typed, as we write it; None if there is none.

    Any case, full width, spaces and dashes are taken; a wrong check digit or month is none.
    """
    return next(_numbers(text), None)


def read_numbers(text: str) -> tuple[str, ...]:
    """All ticket numbers in a text, as we write them, in its order and each once."""
    return tuple(dict.fromkeys(_numbers(text)))


def without_numbers(text: str) -> str:
    """What a text says beside the ticket numbers in it."""
    return TYPED.sub(" ", unicodedata.normalize("NFKC", text).upper()).strip()


def _numbers(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKC", text).upper()
    for found in TYPED.finditer(plain):
        digits = re.sub(r"[^0-9]", "", found[1])
        if "01" <= digits[2:4] <= "12" and digits[-1] == _check_digit(digits[:-1]):
            yield f"TS{digits}"


def _check_digit(digits: str) -> str:
    """The digit that makes `digits` + it pass Luhn (ISO/IEC 7812-1, annex B)."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(digits))]
    return str(-sum(part // 10 + part % 10 for part in doubled) % 10)
