"""A first message read as a whole: amounts, times, numbers, wishes, and what was told before."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from dialogs.catalogue import Catalogue
from dialogs.tickets.ticket import When, Wish
from dialogs.understand import deadlines, money, occurred, phones, spans, wishes
from dialogs.understand.digits import MONTH_NAME, month_of, number, plain
from dialogs.understand.money import Found
from dialogs.understand.passages import around, clauses, sentences

LONGEST = 10_000  # characters read; what comes after stays in the story


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


def read(
    story: str, *, now: datetime, zone: str, catalogue: Catalogue, currency: str = "CNY"
) -> Reading:
    """All that can be taken from a story; `now` aware, `zone` the operator's IANA time zone.

    Amounts in another currency than the operator's are listed, but neither disputed nor wished.
    """
    text = story[:LONGEST]
    here = spans.local(now, zone)
    found = money.find(text)
    ours = tuple(one for one in found if one.currency == currency)
    wished, taken = wishes.wishes(text, ours)
    amounts = _with_roles(text, ours, taken)
    disputed = _disputed(text, amounts)
    asked = wishes.asked(text)
    by = deadlines.wished(asked, here)
    return Reading(
        amounts=(*amounts, *(one for one in found if one.currency != currency)),
        disputed=disputed.minor if disputed else None,
        when=occurred.occurred(text, here, zone, asked),
        numbers=phones.find(text),
        account=phones.account(text),
        wishes=tuple(wish for wish in wished if wish.code in catalogue.remedies),
        wish_by=spans.aware(by, zone) if by else None,
        bill_month=bill_month(text, here),
        reported_before=_reported(text),
        promise=_promise(text, catalogue),
        channels_disagree=bool(_DISAGREE.search(text)),
    )


_WRONG = re.compile(
    r"多[收扣出]|多了|乱[收扣]|错[收扣]|误[收扣]|莫名|无故|不明|私自|擅自|偷偷|白扣|强[扣收]|没用过|违规"
    r"|\b(?:overcharg|wrong|extra\b|unexplained|mistake|without\s+(?:my|asking|consent|any)|never\s+(?:used|ordered))",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"扣|收(?:了|我|取|费|的)|欠|账单|花了|少了|没了|不见了|被收|计费|出账|产生|停机|充(?:了|值)[^送]{0,6}没"
    r"|\b(?:charged?|charges|billed|bill\b|owed?|deduct\w*|took|taken|debit\w*|fee\b|fees\b|cost\s+me|lost|invoice\w*)",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"\s?(?:/月)?的?(?:[\u4e00-\u9fff]{0,3})?(?:套餐|流量包|月租|包月|档|话费(?!被|少|没)|奖|红包|礼|优惠|抵)"
    r"|\s?(?:of\s+)?(?:credit|plan|package|tariff|bundle|prize|reward|bonus)\b|\s?(?:a|per)\s+month\s+plan",
    re.IGNORECASE,
)
_PLAN_BEFORE = re.compile(
    r"(?:月租|套餐|资费|原价|标准|送|奖励?|返)\s?(?:费|是|为|只要|价)?\s?$"
    r"|\b(?:plan|package)\s+(?:at|for|of)\s+$",
    re.IGNORECASE,
)


def _with_roles(text: str, found: tuple[Found, ...], wished: frozenset[int]) -> tuple[Found, ...]:
    """The amounts with what each stands for: wished, charged, or neither."""
    whole, parts = sentences(text), clauses(text)
    many = [around(whole, one.start) for one in found]
    roles = []
    for one, sentence in zip(found, many, strict=True):
        clause = around(parts, one.start)
        wide = sentence if many.count(sentence) == 1 else clause
        if one.start in wished and not _named_wrong(text, one):
            roles.append("wish")
        elif _priced(text, one) or not (clause and wide):
            roles.append("other")
        else:
            near = _WRONG.search(clause.words) or _CHARGE.search(wide.words)
            roles.append("disputed" if near or _named_wrong(text, one) else "other")
    return tuple(replace(one, role=role) for one, role in zip(found, roles, strict=True))


def _priced(text: str, amount: Found) -> bool:
    """Whether it is the price of a plan or the size of a reward."""
    before = _PLAN_BEFORE.search(text, max(0, amount.start - 14), amount.start)
    return bool(before or _PRICE.match(text, amount.end))


_JUST_BEFORE = re.compile(
    r"(?:[多乱错误白]|私自|擅自)[收扣](?:我|了|取|掉|走)?的?(?:话费|钱)?\s?$"
    r"|\b(?:wrongly|over)\s?charged\s+$",
    re.IGNORECASE,
)
_JUST_AFTER = re.compile(
    r"\s+(?:that\s+)?(?:you\s+|they\s+)?(?:wrongly\s+|over)?(?:charged|deducted|took|taken|billed)\b",
    re.IGNORECASE,
)


def _named_wrong(text: str, amount: Found) -> bool:
    """Whether the words at the amount itself call it a wrong charge: 多扣的94元."""
    before = _JUST_BEFORE.search(text, max(0, amount.start - 24), amount.start)
    return bool(before or _JUST_AFTER.match(text, amount.end))


def _disputed(text: str, amounts: tuple[Found, ...]) -> Found | None:
    """The one charge complained about; None where several differ and none is called wrong."""
    charged = [one for one in amounts if one.role == "disputed"]
    parts = clauses(text)
    wrong = []
    for one in charged:
        clause = around(parts, one.start)
        if clause and _WRONG.search(clause.words):
            wrong.append(one)
    for group in (wrong, charged):
        if group and len({one.minor for one in group}) == 1:
            return group[0]
        if group:
            return None
    return None


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
        if any(_letters(words) and _letters(words) in bare for words in promise.words):
            return code
    return ""


def _letters(text: str) -> str:
    return "".join(mark for mark in plain(text).lower() if mark.isalnum())
