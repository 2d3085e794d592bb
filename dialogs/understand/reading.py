"""A first message read as a whole: amounts, times, numbers, wishes, and what was told before."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from dialogs.catalogue import Catalogue
from dialogs.tickets.ticket import When, Wish
from dialogs.understand import charges, deadlines, money, occurred, phones, spans, wishes
from dialogs.understand.digits import MONTH_NAME, month_of, number, plain
from dialogs.understand.money import Found
from dialogs.understand.passages import Passage, sentences

# Characters read: twice the longest letter that we know of. What comes after stays in the story,
# but nothing is taken out of it: reading is the dearest part of a step, and a step must not hold
# up the others whatever is sent.
LONGEST = 1_500


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a story says, as far as its words say it.

    `disputed` is the charge complained about in minor units, never a wished amount.
    `numbers` are E.164. `wish_by` is aware UTC. `bill_month` is YYYY-MM. `promise` is the code of
    the catalogue's promise that is cited. `reported_before` are the sentences on earlier contacts.
    """

    amounts: tuple[Found, ...] = ()
    disputed: int | None = None
    when: When | None = None
    numbers: tuple[str, ...] = ()
    account: str = ""
    wishes: tuple[Wish, ...] = ()
    wish_by: datetime | None = None
    bill_month: str = ""
    reported_before: str = ""
    promise: str = ""
    channels_disagree: bool = False


def read(story: str, *, now: datetime, zone: str, catalogue: Catalogue) -> Reading:
    """All that can be taken from a story; `now` aware, `zone` the operator's IANA time zone.

    Amounts in another currency than the operator's are listed, but neither disputed nor wished.
    """
    text, currency = story[:LONGEST], catalogue.currency
    here = spans.local(now, zone)
    found = money.find(text)
    ours = tuple(one for one in found if one.currency == currency)
    asked = wishes.asked(text)
    named, taken = wishes.wishes(text, ours, asked)
    amounts = charges.with_roles(text, ours, taken)
    disputed = charges.disputed(text, amounts)
    return Reading(
        amounts=(*amounts, *(one for one in found if one.currency != currency)),
        disputed=disputed.minor if disputed else None,
        when=occurred.occurred(text, here, zone, asked),
        numbers=phones.find(text, region=catalogue.country),
        account=phones.account(text),
        wishes=_known(named, catalogue),
        wish_by=_wish_by(text, asked, here, zone),
        bill_month=bill_month(text, here),
        reported_before=_reported(text),
        promise=_promise(text, catalogue),
        channels_disagree=bool(_DISAGREE.search(text)),
    )


def wished(text: str, *, now: datetime, zone: str, catalogue: Catalogue) -> Reading:
    """What an answer to "what would put it right?" asks for: all of it is a wish."""
    told = text[:LONGEST]
    whole = sentences(told)[: wishes.MANY]
    found = money.find(told)
    here = spans.local(now, zone)
    named, _ = wishes.wishes(told, found, whole)
    return Reading(
        amounts=tuple(replace(one, role="wish") for one in found),
        wishes=_known(named, catalogue),
        wish_by=_wish_by(told, whole, here, zone),
    )


def _known(named: tuple[Wish, ...], catalogue: Catalogue) -> tuple[Wish, ...]:
    """The wishes for remedies that this catalogue offers."""
    return tuple(wish for wish in named if wish.code in catalogue.remedies)


def _wish_by(text: str, asked: tuple[Passage, ...], here: datetime, zone: str) -> datetime | None:
    by = deadlines.wished(text, asked, here)
    return spans.aware(by, zone) if by else None


_BILL_ZH = re.compile(
    r"(?:(?P<y>20\d\d年|去年|今年)?(?P<m>\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份)?|(?P<rel>上{1,2}|这|本)个?月(?:份)?)"
    r"的?(?:手机|电话|宽带)?(?:账单|帐单|话费|月结|费用|出账)|账期(?:是|为|:|：)?\s?(?P<y2>20\d\d)[-年](?P<m2>\d{1,2})"
)
_BILL_EN = re.compile(
    rf"\b(?:(?P<m>{MONTH_NAME})(?:\s+(?P<y>20\d\d))?(?:'s|’s)?\s+(?:phone\s+|mobile\s+)?(?:bill|invoice|statement)"
    rf"|(?:bill|invoice|statement)\s+(?:for|of)\s+(?P<m2>{MONTH_NAME})(?:\s+(?P<y2>20\d\d))?"
    r"|(?P<rel>last|this)\s+month(?:'s|’s)\s+(?:bill|invoice))\b",
    re.IGNORECASE,
)


def bill_month(text: str, now: datetime) -> str:
    """The month whose bill is spoken of as YYYY-MM, the last such one; "" if none is named."""
    match = _BILL_ZH.search(plain(text)) or _BILL_EN.search(plain(text))
    if match is None:
        return ""
    if match["rel"]:
        back = {"last": 1, "this": 0}.get(match["rel"].lower(), match["rel"].count("上"))
        at = spans.ago(now.replace(day=1), back, "month")
        return f"{at:%Y-%m}" if at else ""
    words, year = match["m"] or match["m2"], match["y"] or match["y2"] or ""
    value = number(words)
    month = int(value) if value is not None else month_of(words)
    years = {"去年": now.year - 1, "今年": now.year}
    told = years.get(year) or int(re.sub(r"\D", "", year) or 0)
    span = spans.whole_month(told, month) if told else spans.recent_month(month, now)
    return f"{span.start:%Y-%m}" if span and span.start <= now else ""


_DISAGREE = re.compile(
    r"说法(?:都)?(?:不一|不同|各异|不统一)|口径不一|前后(?:不一|矛盾)|自相矛盾|[一二两三四五六七八九十\d]个说法|各说各的|一个人一个说法"
    r"|(?P<one>有人说|一会儿说?|有的说|这个说).{1,60}(?:有人说|一会儿说?|有的说|那个说)"
    r"|\bdifferent\s+(?:answers?|stor(?:y|ies)|things|explanations?|versions?)|\bcontradict\w*|\binconsistent"
    r"|\b(?:two|three|four|five|six|\d)\s+(?:different\s+)?(?:stories|versions)"
    r"|\bone\s+(?:said|says|told|agent).{1,80}\b(?:another|the\s+other)\b|\bonce\b.{1,80}\banother\s+time\b",
    re.IGNORECASE | re.DOTALL,
)


def _reported(text: str) -> str:
    """The sentences that tell of earlier contacts, as told, or ""."""
    told = [one.words.strip() for one in sentences(text) if occurred.CONTACT.search(one.words)]
    return "\n".join(dict.fromkeys(told))


def _promise(text: str, catalogue: Catalogue) -> str:
    """The code of the promise whose words stand in the text, whatever the punctuation; or ""."""
    bare = _letters(text)
    for code, promise in catalogue.promises.items():
        if any(told in bare for told in _cited_by(promise.words)):
            return code
    return ""


@lru_cache(maxsize=256)  # lists of the catalogue's
def _cited_by(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, map(_letters, words)))


def _letters(text: str) -> str:
    return "".join(mark for mark in plain(text).lower() if mark.isalnum())
