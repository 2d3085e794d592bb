"""What is said only to be denied, asked, or told of another: nothing that the person announces."""

import re

_CLAUSE_END = "。！？!?；;\n，,、：:…"
BEFORE = 40  # characters of the clause that are looked at
_NO_ZH = re.compile(
    r"(?:不会|不打算|没打算|没有打算|没想过?要?|没有想过?要?|不想|不愿意?|不是(?:想|要|来)|并非|并不|不准备|没准备|无意|不至于"
    r"|不必|不用|不需要|没必要|用不着|别|懒得|不敢|没说要|没有说要|没要|没有要|不再|不是|没有|没|未|不|无)"
    r"(?:再|去|真|就|要|想|打算|需要|什么|那么|太|很|特别|怎么|这么|跟|和|对|把|你们?|任何|的|闹|告|打|走|找|捅|惊动|麻烦|动用){0,4}$"
)
_FAR_NO_ZH = re.compile(
    r"(?:不想|不愿|没想|没打算|没有打算|不打算|不准备|没说|没有说|没必要|没有必要|没什么必要|不必|不用|不需要|用不着|不至于|不是要|不是想|并没有?|从没|从来没)"
    r"(?:(?!我|就|只|再|还|才|那|否|你)[^。！？!?；;\n，,]){0,8}$"
)
_NO_EN = re.compile(
    r".*(?:\bnot|n't|\bnever|\bno|\bwithout|rather than|instead of|\bneither|\bnor)\b(.*)$"
)
_AGAIN_EN = re.compile(
    r"\b(?:i|we|i'll|we'll|i'm|will|or|then|until|unless|before|so|else|and|but|if"
    r"|make me|made me|force me)\b"
)
# Of two denials the second takes the first one back: 不去投诉你们就不会解决.
_TWICE = re.compile(r"^[^。！？!?；;\n]{0,16}(?:不会|不行|不给|不管|不解决|不处理|就没|没人)")
_IF = re.compile(
    r"\b(?:if|unless|when|until)\b|(?:如果|要是|若是?|假如|再|还)(?:不|没)(?!去|找|会|想)"
)
_NOT_THAT = re.compile(
    r"(?:it's|it is|this is|that's) not that i\b.*$|i'm not (?:saying|threatening)\b.*$"
)
_ASKED = re.compile(
    r"(?:是不是|是否|怀疑|难道|会不会|不知道?是?谁|不知是|可能|也许|好像|担心|怕|万一|感觉|估计|猜)"
    r"[^。！？!?；;\n]{0,14}$"
    r"|\b(?:suspect|wonder|maybe|perhaps|might|could|did you|have you|is it|are you|afraid|worried"
    r"|possibly|probably)\b[^.!?;\n]{0,40}$"
)
# Who does it is somebody else; or somebody else says it, whoever is to do it.
_OTHERS = re.compile(
    r"(?:朋友|同事|同学|邻居|别人|有人|网友|人家|亲戚|隔壁|他们?|她们?)[^。！？!?；;\n，,]{0,12}$"
    r"|\b(?:my (?:friend|neighbou?r|colleague|cousin|mate)|a friend|someone|somebody|others?"
    r"|people|he|she|they)s?\b[^.!?;\n,]{0,30}$"
)
_TOLD = re.compile(
    r"(?:客服|店员|营业员|师傅|对方|骗子|你们(?:的?人|客服)?|经理|坐席|人工|他们?|她们?)"
    r"[^。！？!?；;\n，,]{0,6}(?:说|讲|让我?|叫我?|告诉我?|建议我?|劝我?)[^。！？!?；;\n，,]{0,6}$"
    r"|\b(?:your \w+|the (?:agent|caller|scammer|shop|hotline)|he|she|they|you) "
    r"(?:told|said|says|suggested|advised|asked)\b[^.!?;\n,]{0,30}$"
)
_CLAIMED = re.compile(
    r"诈骗|骗子|冒充|自称|假冒|假的|推销|营销电话|骚扰电话"
    r"|\b(?:scam\w*|fake\w*|pretend\w*|posing|impersonat\w*|claim(?:s|ed|ing) to|phishing"
    r"|robocall\w*)\b"
)
_MYSELF = re.compile(r"我(?!家|们?(?:的|朋友|同事|邻居))|\b(?:i|we|i'll|we'll|i'm|i've|me)\b")
_PAST = re.compile(
    r"(?:以前|之前|曾经?|上次|去年|前年|早些年|那年|当年)[^。！？!?；;\n，,]{0,14}$"
    r"|\b(?:last year|years ago|in the past|once before|used to)\b[^.!?;\n,]{0,40}$"
)


def denied(told: str, start: int, end: int) -> bool:
    """Whether the clause before these words takes them back: "I will not go to the press"."""
    before = _clause_before(told, start)
    if _NOT_THAT.search(before):
        return True
    if _IF.search(before):
        return False
    if _NO_ZH.search(before) or _FAR_NO_ZH.search(before):
        return not _TWICE.match(told[end:])
    match = _NO_EN.search(before)
    return match is not None and not _AGAIN_EN.search(match[1])


def asked(told: str, start: int) -> bool:
    """Whether it is only suspected or asked: "did you leak my number?"."""
    return bool(_ASKED.search(told[max(0, start - BEFORE) : start]))


def of_another(told: str, start: int, end: int) -> bool:
    """Whether somebody else does it or says it, a swindler claims it, or it was long ago."""
    before = _clause_before(told, start)
    if _CLAIMED.search(f"{before}{_clause_after(told, end)}"):
        return True
    if _PAST.search(before) or _TOLD.search(before):
        return True
    match = _OTHERS.search(before)
    return match is not None and not _MYSELF.search(before[match.start() :])


def blanked(told: str, left_out: re.Pattern[str]) -> str:
    """The text with these passages made blank; nothing else moves."""
    return left_out.sub(lambda match: " " * len(match.group()), told)


def _clause_before(told: str, start: int) -> str:
    head = told[max(0, start - BEFORE) : start]
    cut = max(head.rfind(mark) for mark in _CLAUSE_END)
    return head[cut + 1 :]


def _clause_after(told: str, end: int) -> str:
    tail = told[end : end + BEFORE]
    cut = min((at for mark in _CLAUSE_END if (at := tail.find(mark)) >= 0), default=len(tail))
    return tail[:cut]
