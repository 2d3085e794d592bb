"""Which amount of a story is the charge complained about, and which is a price or a wish."""

import re
from dataclasses import replace

from dialogs.understand.money import Found
from dialogs.understand.passages import around, clauses, sentences

_WRONG = re.compile(
    r"多[收扣出]|多了|乱[收扣]|错[收扣]|误[收扣]|莫名|无故|不明|私自|擅自|偷偷|白扣|强[扣收]|没用过|违规"
    r"|\b(?:overcharg|wrong|extra\b|unexplained|mistake|without\s+(?:my|asking|consent|any)|never\s+(?:used|ordered))",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"扣|收(?:了|我|取|费|的)|欠|账单|花了|少了|没了|不见了|被收|计费|出账|产生|停机|充(?:了|值)[^送]{0,6}没"
    r"|\b(?:charged?|charges|billed|bill\b|owed?|deduct\w*|took|taken|debit\w*|fee\b|fees\b|cost\s+me|lost|too\s+(?:high|much)|invoice\w*)",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"一共|总共|共计|合计|累计|加起来|\b(?:in\s+total|altogether|in\s+all)\b", re.IGNORECASE
)
# What is taken again and again is not the sum in dispute.
_EACH = re.compile(
    r"各[扣收]|每个?[月次天年]|\b(?:each|every|per|monthly|a\s+month)\b", re.IGNORECASE
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


def with_roles(text: str, found: tuple[Found, ...], wished: frozenset[int]) -> tuple[Found, ...]:
    """The amounts with what each stands for: wished, charged, or neither."""
    whole, parts = sentences(text), clauses(text)
    many = [around(whole, one.start) for one in found]
    roles = []
    for one, sentence in zip(found, many, strict=True):
        clause = around(parts, one.start)
        wide = sentence if many.count(sentence) == 1 else clause
        if one.start in wished and not _named_wrong(text, one):
            roles.append("wish")
        elif clause and wide and sentence and not _priced(text, one):
            total = _TOTAL.search(clause.words) and _CHARGE.search(sentence.words)
            once = _CHARGE.search(wide.words) and not _EACH.search(clause.words)
            named = total or once or _WRONG.search(clause.words) or _named_wrong(text, one)
            roles.append("disputed" if named else "other")
        else:
            roles.append("other")
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


def disputed(text: str, amounts: tuple[Found, ...]) -> Found | None:
    """The one charge complained about; None where several differ and none is called wrong."""
    charged = [one for one in amounts if one.role == "disputed"]
    parts = clauses(text)
    wrong = []
    for one in charged:
        clause = around(parts, one.start)
        if clause and (_WRONG.search(clause.words) or _TOTAL.search(clause.words)):
            wrong.append(one)
    for group in (wrong, charged):
        if group and len({one.minor for one in group}) == 1:
            return group[0]
        if group:
            return None
    return None
