"""Parsers for one asked field: what was typed becomes a value, or a Refused that says why not."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from dialogs.model import Arg, Moment, Money
from dialogs.tickets.ticket import When
from dialogs.understand import digits, money, occurred, phones, spans, words
from dialogs.understand.private import luhn, private_numbers
from dialogs.understand.words import hello_only, is_word, known, plain, spoken, thanks_only

__all__ = [
    "REFUSALS",
    "Refused",
    "amount",
    "choices",
    "contact_phone",
    "hello_only",
    "is_word",
    "known",
    "masked",
    "person_name",
    "plain",
    "private_numbers",
    "score",
    "service_number",
    "spoken",
    "story",
    "thanks_only",
    "when",
]

STORY_SHORT, STORY_LONG, NAME_LONG = 10, 10_000, 64
TIME_LONG, AMOUNT_LONG, PHONE_LONG = 1000, 1000, 1000  # characters of an answer that are read
MOBILE = len("+8613812345678")


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that does not fit: the Fluent id of the words that say why, and their arguments."""

    key: str
    args: Mapping[str, Arg] = field(default_factory=dict)


def story(text: str) -> str | Refused:
    """What happened, stripped and never cut: 10 characters, or 4 Chinese ones, to 10,000."""
    told = text.strip()
    chinese = sum("\u4e00" <= mark <= "\u9fff" or "\u3400" <= mark <= "\u4dbf" for mark in told)
    if len(told) > STORY_LONG:
        return Refused("refused-story-long", {"most": STORY_LONG, "count": len(told)})
    if (len(told) < STORY_SHORT and chinese < 4) or sum(map(str.isalpha, told)) < 4:
        return Refused("refused-story-short", {"least": STORY_SHORT})
    return told


_COMING = re.compile(
    r"下个?(?:周|月|星期|礼拜)|明年|后年|[天周月年时](?:之|以)?后(?!来)"
    r"|\bnext\s+(?:week|month|year)\b|\bin\s+(?:\d+|an?|two|three)\s+(?:hour|day|week|month)s?\b",
    re.IGNORECASE,
)


def when(text: str, *, now: datetime, zone: str) -> When | Refused:
    """When it happened: aware UTC bounds not after `now` (aware), in the operator's IANA zone."""
    here = spans.local(now, zone)
    example: Mapping[str, Arg] = {"example": _evening_before(here, zone)}
    told = text[:TIME_LONG].strip()
    found = occurred.occurred(told, here, zone, alone=True)
    if found is not None:
        return replace(found, words=told)
    ahead = any(span.start > here for span in occurred.found(told, here, alone=True))
    if ahead or _COMING.search(told):
        return Refused("refused-when-future", example)
    return Refused("refused-when-unclear", example)


def _evening_before(here: datetime, zone: str) -> Moment:
    """Yesterday at eight in the evening: a time that can be typed just so."""
    evening = spans.midnight(here) - timedelta(hours=4)
    return Moment(spans.aware(evening, zone))


_NEGATIVE = re.compile(
    r"(?<![\d元块.])\s?(?:[-−]\s?[¥$£€]?\s?\d|[¥$£€]\s?[-−]\s?\d)|负\s?[\d一二两三四五六七八九十百]"
    r"|\bminus\s+\w",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?P<n>{digits.ASCII_NUMBER}|{digits.CHINESE_NUMBER}|{digits.ENGLISH_NUMBER})(?P<scale>[万千百])?",
    re.ASCII | re.IGNORECASE,
)
_AROUND_AMOUNT = re.compile(
    r"和|或者?|还有|大约|大概|差不多|约|左右|一共|总共|共计|合计|共|就是|是|我?被?多?扣了?我?|多收了?|人民币|块钱|块|元|圆|钱|整"
    r"|[¥$£€]|\b(?:and|or|about|around|approx(?:imately)?|roughly|total|it\s+was|it's|in\s+all|exactly|only"
    r"|yuan|rmb|cny|kuai|gbp|pounds?|usd|dollars?|eur|euros?)\b",
    re.IGNORECASE,
)


def amount(text: str, *, currency: str = "CNY") -> int | Refused:
    """An amount of 0.01 to 999,999.99 in minor units; a bare number is one here."""
    told = digits.plain(text[:AMOUNT_LONG])
    if _NEGATIVE.search(told):
        return Refused("refused-amount-negative")
    found = {(one.minor, one.currency) for one in money.find(told)}
    if len(found) > 1:
        return Refused("refused-amount-several")
    for minor, code in found:
        return minor if code == currency else Refused("refused-amount-currency", {"code": code})
    return _bare_amount(told)


def _bare_amount(told: str) -> int | Refused:
    rest = _AROUND_AMOUNT.sub(" ", told)
    numbers = list(_BARE.finditer(rest))
    if not numbers or any(mark.isalpha() or mark in "%*" for mark in _BARE.sub(" ", rest)):
        return Refused("refused-amount-letters")
    if len(numbers) > 1:
        return Refused("refused-amount-several")
    scale = {"万": 10_000, "千": 1000, "百": 100}.get(numbers[0]["scale"] or "", 1)
    value = (digits.number(numbers[0]["n"]) or Decimal(0)) * scale
    minor = money.minor_units(value)
    if minor is None:
        return Refused("refused-amount-decimals")
    if minor > money.MOST:
        return Refused("refused-amount-large", {"most": Money(money.MOST)})
    return minor or Refused("refused-amount-zero")


_ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9@._-]{2,38}[A-Za-z0-9]")
_LABELLED = re.compile(
    r"^(?:我的?)?(?:宽带|固话|手机|电话|用户|联系|投诉)?(?:号码?|[账帐][号户]|电话|手机)?\s?(?:是|为|:|：)?\s?"
    r"|^(?:my\s+)?(?:account|number|phone|mobile)(?:\s+(?:number|no\.?|is|id))*\s?:?\s",
    re.IGNORECASE,
)


def service_number(text: str, *, region: str = "CN") -> str | Refused:
    """The number complained about: E.164, or an account of 4 to 40 characters.

    `region` (ISO 3166) is where a number without a calling code belongs.
    """
    phone = contact_phone(text, region=region)
    if isinstance(phone, str) or phone.key != "refused-phone-unclear":
        return phone
    told = _LABELLED.sub("", _compact(text))
    account = re.sub(r"\s", "", told)
    figures = sum(mark.isdigit() for mark in account)
    if _ACCOUNT.fullmatch(account) and not _slip(account):
        if re.fullmatch(r"\d{17}[\dXx]", account) or (figures >= 15 and _is_card(account)):
            return Refused("refused-number-private")
        if figures >= 8 or (figures and figures < len(account)):
            return account
    if figures or re.fullmatch(r"[A-Za-z]{1,3}", account):
        return Refused("refused-number-long" if len(account) > 40 else "refused-number-short")
    return Refused("refused-number-unclear")


def contact_phone(text: str, *, region: str = "CN") -> str | Refused:
    """A telephone number at which the person can be called, as E.164."""
    told = _compact(text)
    if phones.MASKED.search(told):
        return Refused("refused-number-masked")
    alone = _LABELLED.sub("", told)
    phone = phones.parse(alone, region=region)
    found = (phone,) if phone is not None else phones.find(told, region=region)
    if found:
        return found[0] if len(found) == 1 else Refused("refused-number-several")
    bare = re.sub(r"[\s-]", "", alone)
    if phones.HOTLINE.fullmatch(bare):
        return Refused("refused-number-hotline")
    if _slip(bare):
        return Refused("refused-number-short" if len(bare) < 11 else "refused-number-long")
    return Refused("refused-phone-unclear")


def _compact(text: str) -> str:
    """The text without invisible marks, in ASCII where it can be."""
    kept = "".join(mark for mark in text[:PHONE_LONG] if unicodedata.category(mark) != "Cf")
    return digits.plain(kept).strip().strip("。.，,!！;；")


def _slip(number: str) -> bool:
    """Whether digits look like a mobile number with one or two places missing or too many."""
    return bool(re.fullmatch(r"(?:\+?86)?1[3-9]\d{7,8}|1[3-9]\d{10}", number))


def _is_card(account: str) -> bool:
    return account[0] in "34569" and account.isdecimal() and len(account) <= 19 and luhn(account)


_SCORE = re.compile(
    r"(?:我?(?:给|打|评)?(?:你们)?(?:个)?\s?)?(?:i(?:'d)?\s+(?:give|say)\s+(?:it\s+)?(?:an?\s+)?)?"
    rf"(?P<n>[+-]?\d{{1,4}}(?:\.\d+)?|[零一二两三四五六七八九十百]{{1,4}}|{digits.ENGLISH_NUMBER})"
    r"\s?(?:分|颗?星|points?|(?P<of>(?:/|out\s+of)\s?(?:10|ten)(?:分)?))?",
    re.IGNORECASE | re.ASCII,
)


def score(text: str) -> int | Refused:
    """A whole number from 1 to 10: 9, 九分, 9/10, "nine out of ten", 满分."""
    told = re.sub(r"[\ufe0f\u20e3]", "", text).replace("🔟", "10")
    if len(told) > words.LONGEST:
        return Refused("refused-score-unclear")
    told = re.sub(r"(?:[,，\s]*(?:吧|了|谢谢您?|thanks|thank you))+$", "", plain(told))
    if told in ("满分", "full marks"):
        return 10
    match = _SCORE.fullmatch(told)
    value = digits.number(match["n"].lstrip("+")) if match else None
    if match and match["n"].startswith("-"):
        return Refused("refused-score-range")
    if value is None:
        return Refused("refused-score-unclear")
    if not 1 <= value <= 10:
        return Refused("refused-score-range")
    return int(value) if value == int(value) else Refused("refused-score-whole")


def person_name(text: str) -> str | Refused:
    """A name of 1 to 64 characters with a letter in it, spaces made single."""
    visible = (mark for mark in text if unicodedata.category(mark) not in ("Cc", "Cf", "Cs"))
    name = " ".join("".join(mark if mark.isprintable() else " " for mark in visible).split())
    if not any(mark.isalpha() for mark in name):
        return Refused("refused-name-letters")
    if len(name) > NAME_LONG:
        return Refused("refused-name-long", {"most": NAME_LONG})
    return name


def choices(text: str, count: int) -> tuple[int, ...] | None:
    """The places, from 0, of several choices: "1 3 4", 1、3、4, 1和3, 134; None if no list."""
    return words.choices(text, count) or words.together(text, count)


def masked(number: str) -> str:
    """A number as it may be shown: 138****5678; an account keeps its ends.

    >>> masked("+8613812345678"), masked("bj12345678"), masked("+442079460958")
    ('138****5678', 'bj1****5678', '+44****0958')
    """
    bare = re.sub(r"^\+86(?=1[3-9]\d{9}$)", "", number)
    bare = "0" + bare[3:] if bare.startswith("+86") else bare
    if len(bare) >= 9:
        return f"{bare[:3]}****{bare[-4:]}"
    return f"{bare[:1]}****{bare[-1:]}" if len(bare) > 2 else "****"


_SAMPLE: Mapping[str, Arg] = {"example": Moment(datetime(2026, 11, 17, 12, tzinfo=UTC))}
REFUSALS: tuple[Refused, ...] = (
    Refused("refused-story-short", {"least": STORY_SHORT}),
    Refused("refused-story-long", {"most": STORY_LONG, "count": 12_000}),
    Refused("refused-when-future", _SAMPLE),
    Refused("refused-when-unclear", _SAMPLE),
    Refused("refused-amount-zero"),
    Refused("refused-amount-negative"),
    Refused("refused-amount-letters"),
    Refused("refused-amount-several"),
    Refused("refused-amount-decimals"),
    Refused("refused-amount-large", {"most": Money(money.MOST)}),
    Refused("refused-amount-currency", {"code": "GBP"}),
    Refused("refused-number-short"),
    Refused("refused-number-long"),
    Refused("refused-number-masked"),
    Refused("refused-number-hotline"),
    Refused("refused-number-several"),
    Refused("refused-number-private"),
    Refused("refused-number-unclear"),
    Refused("refused-sim"),
    Refused("refused-phone-unclear"),
    Refused("refused-score-range"),
    Refused("refused-score-whole"),
    Refused("refused-score-unclear"),
    Refused("refused-name-letters"),
    Refused("refused-name-long", {"most": NAME_LONG}),
)
