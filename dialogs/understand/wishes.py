"""What a text asks for: the passages that ask, the remedies in them, and the amounts wished."""

import re
from dataclasses import replace

from dialogs.tickets.ticket import Wish
from dialogs.understand.money import Found
from dialogs.understand.passages import Passage, clauses, lines, sentences

_MONEY = ("double_refund", "refund", "cancel_refund", "waiver", "honour", "compensation")

_CUE = re.compile(
    r"(?<![们服员被司们者])(?:我们?的?|本人)?(?:要求(?!投诉|人工|我|开通)|诉求|请求|恳请|强烈要求)"
    r"|(?:我|本人)?(?:希望|想要|期望|盼望|但求|只求)|(?:必须|务必|理应|应当|应该(?!是|有))"
    r"|(?<![申邀聘宴])请(?!假|客|教|问|求)|麻烦(?!事|的|死|得)|能不能|能否|可否|可不可以"
    r"|(?<![不没])[给帮]我(?=[修退赔]|解决|恢复|取消|处理|道歉|解释|说法|兑现)"
    r"|(?:我(?:只|就)?(?:要|想)(?=退|赔|你们|他们|一个|个|道歉|解释|说法|回|拿回|修|兑现|取消))"
    r"|\b(?:please|kindly|i\s+(?:just\s+|only\s+|also\s+)?(?:want|demand|request|expect|insist)|we\s+want"
    r"|i(?:'d|\s+would)\s+like|i(?:\s+am|'m)\s+asking|i\s+ask\s+(?:you|for|that)|what\s+i\s+(?:want|ask)"
    r"|i\s+need(?!ed)|i\s+hope|you\s+(?:should|must|ought)|could\s+you|can\s+you|would\s+you"
    r"|my\s+(?:demands?|wish(?:es)?|requests?)|it\s+should\s+be\s+(?:refunded|repaired|fixed))\b"
    r"(?!\s+to\s+(?:complain|report|file|make\s+a\s+complaint|lodge|tell\s+you))",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"\s*(?:马上|立即|立刻|尽快|尽早|赶紧|赶快|快点?(?=[给把退修])|还我|退我|赔我|给我(?=退|赔|修|解|恢|道|个|一个)"
    r"|把.{1,20}(?:退给我|还给我|修好|退了)|退钱|退款(?=[给!！,，。]|$)|道歉(?=[!！,，。]|$)"
    r"|取消(?=[^，。,;；]{0,12}退)|我?(?:只是?|仅仅?|就是?)(?:想|要)?(?=反映|记录)"
    r"|(?:just\s+)?(?:answer|reply|respond|call\s+me|put\s+(?:it|this)\s+on|record|note|refund|pay|give\s+me|fix|repair|cancel|restore|reconnect|apologi[sz]e|compensate"
    r"|send\s+me|return\s+my|waive|honou?r|explain)\b)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:[(（]?\d{1,2}[.、)）．](?!\d)|[一二三四五六七八九十]{1,2}、|[-•·*]\s)")
_HEAD = re.compile(r"[:：]\s*$")

_NOT = r"(?<!不)(?<!没)(?<!未)"
_REMEDIES: tuple[tuple[str, str], ...] = (
    (
        "double_refund",
        r"双倍|加倍|两倍|翻倍|退一赔[一二两1-3]|\bdoubl\w*|\btwice\b|\btwo-?fold\b",
    ),
    (
        "cancel_refund",
        r"(?:取消|退订|关闭|停掉|解除|注销)[^。;；]{0,16}(?:退(?!订)|返还)|(?:取消|退订|停掉|解除)(?!了)"
        r"|\b(?:cancel|unsubscribe|stop)\b.{0,60}\b(?:refund|money\s+back|pay\w*\s+back)"
        r"|\brefund\w*\b.{0,40}\bcancel|\bcancel(?:led|ed)?\b|\bunsubscribe\b",
    ),
    (
        "waiver",
        r"减免|免除|免掉|免(?:我|了)?[^。,，]{0,5}(?:月租|费)|赠送|送我?[^。,，]{0,6}流量|补偿流量"
        r"|\bwaiv\w+|\bfree\s+(?:data|months?|of\s+charge)|\bdata\s+gift|\boff\s+my\s+(?:next\s+)?bill",
    ),
    (
        "honour",
        r"兑现|履行|补发|发放|补给我|把[^。,，;；]{1,16}(?:奖|话费|礼品|礼包|券|积分|流量)[^。,，;；]{0,4}(?:发|给|补|到账)"
        r"|按[^。,，]{0,8}(?:承诺|约定|宣传|规则|合同)[^。,，]{0,6}(?:办|执行|来|给|发|收)"
        r"|给我[^。,，]{0,6}(?:奖励|奖品|礼品)"
        r"|\bhonou?r\b|\bpay\s+out\b|\bdeliver\b|\bfulfil|\bkeep\s+(?:your|the|its)\s+(?:promise|word)"
        r"|\b(?:send|give|credit)\s+(?:me\s+)?(?:the|my)\s+(?:\w+\s+){0,3}(?:prize|reward|gift|bonus|credit)",
    ),
    (
        "compensation",
        r"赔偿|补偿(?!流量)|赔(?!礼|不是)|精神损失|损失费|误工"
        r"|\bcompensat\w+|\bdamages\b|\bon\s+top\b|\bfor\s+(?:the|my)\s+(?:trouble|loss|time)|\bgoodwill\b",
    ),
    (
        "refund",
        rf"{_NOT}(?:退(?!订|网|出|休|役|一赔)|返还|还我钱|还钱|把钱)|(?:纠正|更正|改正)[^。,，]{{0,6}}(?:账单|话费|费用)"
        r"|\brefund\w*|\bmoney\s+back|\bpa(?:y|id)\s+(?:me\s+)?back|\breimburse\w*|\bgive\s+(?:me\s+)?back"
        r"|\breturn\s+(?:me\s+)?(?:the|my)\s+(?:money|\S{0,3}\d)|\bcorrect\s+(?:the|my)\s+bill"
        r"|(?:[¥£€$]\s?\d[\d.,]*|\d\s*(?:yuan|rmb|cny|pounds?|quid|euros?|dollars?))\s+back\b"
        r"|[元块钱](?:都|全部?|原数)?(?:还给我|还回来|还我)",
    ),
    (
        "written_apology",
        r"书面(?:向我|对我|的)?(?:赔礼)?(?:道歉|致歉)|道歉(?:信|函|书)"
        r"|\bwritten\s+apolog\w+|\bapolog\w+\s+in\s+writing|\bletter\s+of\s+apology",
    ),
    ("apology", r"道歉|致歉|赔礼|赔个?不是|\bapolog\w+|\bsay\s+sorry"),
    (
        "staff",
        r"(?:处理|处罚|处分|教育|培训|批评|惩罚|开除|辞退|管教)[^。,，]{0,8}(?:员工|人员|客服|营业员|服务员|师傅|经理|那个人)"
        r"|(?:员工|人员|客服|营业员|师傅)[^。,，]{0,6}(?:教育|培训|处罚|处分|批评)"
        r"|\bretrain\w*|\bdisciplin\w*|\btrain\s+(?:your|the)\b|\bpunish\w*|\bsanction\w*",
    ),
    (
        "restore",
        r"复机|解封|解除停机|恢复(?:[^。,，信网]{0,4}(?:服务|通话|号码|使用|套餐|开通))|重新开通|还我号码"
        r"|\breconnect\w*|\breactivat\w*|\bunblock\w*|\bunsuspend\w*|\bback\s+on\b"
        r"|\brestore\b(?!\s+(?:the\s+|my\s+)?(?:signal|network|internet|coverage|broadband))",
    ),
    (
        "repair",
        r"修(?:好|复|理|一下|通)|维修|抢修|检修|恢复[^。,，]{0,4}(?:信号|网络|上网|宽带|正常)|改善|优化|排查|派人|上门"
        r"|(?:解决|处理)(?:好|掉|一下)?(?:信号|网络|网速|断网|宽带|故障)|(?:信号|网络|网速|断网|宽带|故障)[^。,，]{0,6}(?:解决|处理)"
        r"|\brepair\w*|\bfix\w*|\bmend\b|\brestore\s+(?:the\s+|my\s+)?(?:signal|network|internet|coverage|broadband)"
        r"|\bimprove\b|\bsend\s+(?:me\s+)?(?:an?\s+)?(?:engineer|technician)|\bget\s+.{0,20}working",
    ),
    (
        "explanation",
        r"解释|书面(?:说明|答复|回复|材料|报告)|说明(?!书)|答复|回复|(?:给|要)(?:我|个|一)*说法|查明|查清|讲清楚|说清楚|交代"
        r"|\bexpla(?:in|nation)\w*|\banswer\s+me|\bwritten\s+(?:answer|reply|response|statement)"
        r"|\b(?:repl(?:y|ies)|respond|answer)\b|\bin\s+writing|\b(?:tell|know|told)\b.{0,6}\bwhy\b|\baccount\s+for\b",
    ),
    (
        "record",
        r"反映(?=一?下|$|[,，。])|(?:只|仅|就)[^。,，]{0,4}(?:反映|记录)|反映一下|记录在案|备案|记录下来"
        r"|\b(?:just|only)\s+(?:record|note|log)\b|\bon\s+record\b|\bfor\s+the\s+record\b",
    ),
)
_PATTERNS = tuple((code, re.compile(words, re.IGNORECASE)) for code, words in _REMEDIES)
_COVERS = {"double_refund": ("refund", "compensation"), "written_apology": ("apology",),
           "cancel_refund": ("refund",)}  # fmt: skip
NEAR = 60  # characters before a remedy in which its denial may stand
# Words that would be a remedy, were they not a thing told: "refused a refund", "不给退".
_DENIED = re.compile(
    r"(?:不给|不肯|拒绝|不予|不让|无法|没有?|未|不能|不愿|说[要会好]|答应|承诺过?)[^，。,;；]{0,4}$"
    r"|\b(?:refus\w+|won't|would\s+not|wouldn't|didn't|did\s+not|no|never|without)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


MANY = 20  # passages that ask, read out of one text: nobody wishes for more things than that


def asked(text: str) -> tuple[Passage, ...]:
    """The passages in which the person asks for something, one per item of a list or sentence.

    Only the first twenty: more would be no wishes, and each is searched for times and remedies.
    """
    found: list[Passage] = []
    listing = False
    for line in lines(text):
        item = _ITEM.match(line.words)
        if listing and item:
            found += _items(line, item.end())
            continue
        within = _in_line(line)
        found += within
        listing = bool(_HEAD.search(line.words) and (within or _CUE.search(line.words)))
        if len(found) >= MANY:
            break
    return tuple(found[:MANY])


def _items(line: Passage, skip: int) -> list[Passage]:
    """A list line, cut at semicolons: 1.…;2.…"""
    inner = Passage(line.words[skip:], line.start + skip, line.end)
    return [_shift(part, inner.start) for part in sentences(inner.words)]


def _in_line(line: Passage) -> list[Passage]:
    """The sentences of a line that ask, each from where it begins to; a list after a colon too."""
    found: list[Passage] = []
    listed = False
    for sentence in sentences(line.words):
        item = listed and _ITEM.match(sentence.words)
        at = 0 if item else _begins(sentence.words)
        listed = bool(item) or (at is not None and bool(re.search("[:：]", sentence.words[at:])))
        if at is not None:
            part = Passage(sentence.words[at:], sentence.start + at, sentence.end)
            found.append(_shift(part, line.start))
    return found


def _begins(sentence: str) -> int | None:
    """Where a sentence begins to ask: at its cue, or at a clause that orders; None if it tells."""
    cue = _CUE.search(sentence)
    if cue and not re.search(r"[\w:：]", sentence[cue.end() :]):
        return 0  # the cue comes last: "fix it, please"
    orders = (one.start for one in clauses(sentence) if _ORDERED.match(one.words))
    places = [*([cue.start()] if cue else []), *orders]
    return min(places) if places else None


def _shift(part: Passage, by: int) -> Passage:
    return Passage(part.words, part.start + by, part.end + by)


def remedies(passage: Passage) -> tuple[tuple[str, int], ...]:
    """The remedy codes of one asking passage with their offsets in the text, in order told."""
    found: dict[str, tuple[int, int]] = {}
    for code, pattern in _PATTERNS:
        for match in pattern.finditer(passage.words):
            hidden = any(
                one in found and found[one][0] < match.end() and match.start() < found[one][1] + 6
                for one, covered in _COVERS.items()
                if code in covered
            )
            at = match.start()
            if not hidden and not _DENIED.search(passage.words, max(0, at - NEAR), at):
                found.setdefault(code, match.span())
                break
    ordered = sorted(found.items(), key=lambda one: one[1][0])
    return tuple((code, passage.start + at) for code, (at, _) in ordered)


def wishes(
    text: str, amounts: tuple[Found, ...], asking: tuple[Passage, ...]
) -> tuple[tuple[Wish, ...], frozenset[int]]:
    """The wishes of the asking passages in order told, and the offsets of the amounts they name.

    An amount goes to the nearest remedy of its item that is paid in money; without one it is
    compensation.
    """
    told: dict[str, Wish] = {}
    taken: set[int] = set()
    for passage in asking:
        codes = remedies(passage)
        words = passage.words.strip()
        told |= {code: Wish(code=code, words=words) for code, _ in codes if code not in told}
        paid = [(code, at) for code, at in codes if code in _MONEY]
        for amount in (one for one in amounts if passage.holds(one.start)):
            if not paid and _charged(text, amount, passage):
                continue
            code = _nearest(text, amount, paid) if paid else "compensation"
            taken.add(amount.start)
            wish = told.get(code, Wish(code=code, words=words))
            told[code] = wish if wish.minor is not None else replace(wish, minor=amount.minor)
    return tuple(told.values()), frozenset(taken)


_CHARGED = re.compile(r"扣|收了|多收|乱收|欠|charged|deducted|owe|took|billed|cost", re.IGNORECASE)


def _charged(text: str, amount: Found, passage: Passage) -> bool:
    """Whether an amount in an asking passage is told as a charge ("tell me why I was charged")."""
    near = text[max(passage.start, amount.start - 40) : min(passage.end, amount.end + 20)]
    return bool(_CHARGED.search(near))


def _nearest(text: str, amount: Found, paid: list[tuple[str, int]]) -> str:
    """The remedy nearest to an amount; a clause's border counts as forty characters."""

    def distance(one: tuple[str, int]) -> tuple[int, int]:
        low, high = sorted((one[1], amount.start))
        borders = len(re.findall(r"[,，;；、]|\band\b|并|再|另", text[low:high]))
        return borders * 40 + high - low, one[1]

    return min(paid, key=distance)[0]
