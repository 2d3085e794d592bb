"""Telephone numbers and account numbers; the only module that imports phonenumbers."""

import re
from itertools import islice

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType

from dialogs.understand.digits import plain

# Numbers that answer for many: a hotline is never the number complained about.
_SHARED = (
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.UAN,
)
LONGEST, MANY, TRIES = 1500, 10, 30
_MASK = "*•＊xX×"
HOTLINE = re.compile(r"(?:1[0-2]\d{3}|9[56]\d{3,6}|1\d{2}|[48]00-?\d{3}-?\d{4})")
MASKED = re.compile(r"\d{1,7}[\s-]?(?:\*|•|[xX×]){2,12}[\s-]?\d{0,6}")
_ACCOUNT = re.compile(
    r"(?:(?:宽带|固话|上网|用户|业务|客户)?[账帐](?:号|户)(?!密码)|\baccount(?:\s+(?:number|no\.?|id))?)"
    r"\s{0,3}(?:是|为|is|:)?\s{0,3}(?P<account>[A-Za-z0-9][A-Za-z0-9@._-]{2,38}[A-Za-z0-9])(?![\w*•])",
    re.IGNORECASE | re.ASCII,
)


def find(text: str, *, region: str = "CN") -> tuple[str, ...]:
    """The telephone numbers of a text as E.164, each once, in order.

    Masked numbers (134******29), hotlines and parts of longer numbers are none. After ten numbers,
    thirty of what is none, or 1,500 characters no more are looked for.
    """
    told = plain(text[:LONGEST])
    found: dict[str, None] = {}
    matches = PhoneNumberMatcher(told, region, leniency=Leniency.VALID, max_tries=TRIES)
    for match in islice(matches, MANY):
        before, after = told[: match.start], told[match.end :]
        if _inside(before, after) or not _own(match.number):
            continue
        found[_e164(match.number)] = None
    return tuple(found)


def parse(text: str, *, region: str = "CN") -> str | None:
    """One telephone number, typed alone, as E.164; None if it is none that can be complained about.

    Spaces, dashes, full-width digits, +86, 86 and 0086 are understood; a number of another
    country needs its plus sign.
    """
    told = re.sub(r"[\s\u200b-\u200f\ufeff().-]", "", plain(text))
    told = re.sub(r"^(?:00|\+00)(?=[1-9])", "+", told)
    if not re.fullmatch(r"\+?[0-9]{7,17}", told):
        return None
    try:
        number = phonenumbers.parse(told, region)
    except phonenumbers.NumberParseException:
        return None
    kind = phonenumbers.number_type(number)
    sound = (
        kind != PhoneNumberType.UNKNOWN  # what is_valid_number asks, and asked once
        if number.country_code == phonenumbers.country_code_for_region(region)
        else told.startswith("+") and phonenumbers.is_possible_number(number)
    )
    return _e164(number) if sound and kind not in _SHARED else None


def account(text: str) -> str:
    """The account number that a text names as one (4 to 40 characters with a digit), or ""."""
    for match in _ACCOUNT.finditer(plain(text)):
        if any(mark.isdigit() for mark in match["account"]):
            return match["account"]
    return ""


def _inside(before: str, after: str) -> bool:
    """Whether a number is a part of something longer: masked, an account, an amount."""
    return bool(
        re.search(rf"[{re.escape(_MASK)}A-Za-z0-9_.@]$", before)
        or re.match(r"[*•＊×_@]|[A-Za-z0-9]|\.\d|\s?(?:元|块|yuan)|[xX]{2}", after)
    )


def _own(number: phonenumbers.PhoneNumber) -> bool:
    return phonenumbers.number_type(number) not in _SHARED


def _e164(number: phonenumbers.PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def country(digits: str) -> str:
    """The ISO 3166 code of the country whose calling code digits begin with, "" if none's do.

    +1 and +7 are those of several countries and say nothing.
    """
    for size in (2, 3):
        region = phonenumbers.region_code_for_country_code(int(digits[:size] or 0))
        if region not in {"ZZ", "001"}:
            return str(region)
    return ""
