"""Whether a story complains of another company: one that is named as whom it is about.

Another operator named in passing (a number ported there, a friend's line, a scam text in its name)
is no reason to send anybody away, so only what is said of the company itself counts.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from dialogs.catalogue import Company

READ = 300  # characters: whom a story is about is said at its beginning
# Said with another operator's name without complaining of it.
PASSING = re.compile(
    r"携号|转网|携转|转[到入出走去]|换[到成]|从.{0,8}[转换]|原来|以前|改用|不如|朋友|同事|邻居"
    r"|家人|别人|对方|打给|网间|互通|两家|冒充|自称|假冒|诈骗|链接|收到"
    r"|别的运营商|其他运营商"
    r"|\b(?:port\w*|switch\w*|transfer\w*|moved?|friend|neighbou?r|unlike|than|used to|previous\w*"
    r"|pretend\w*|impersonat\w*|scam|phish\w*|(?:call|text|message)s? (?:to|from)"
    r"|other operators?)\b",
    re.IGNORECASE,
)
US = re.compile(
    r"你们|您们|贵公司|你公司"
    r"|\b(?:your (?:company|staff|shop|store|hotline|engineer|app|agent)"
    r"|you (?:charged|cut|refuse[sd]?|keep|promised|owe|took))\b",
    re.IGNORECASE,
)
ABOUT = (
    r"(?:投诉|举报|状告|反映)(?:一下|下)?(?:你们)?(?:{names})",
    r"你们(?:{names})",
    r"(?:我是|我用的是|我的|我家的?|我办的是?|用的是?)(?:{names})(?:的|公司)*"
    r"(?:用户|客户|号|卡|手机|宽带|套餐|固话|光纤)",
    r"^\W*(?:{names})",
    r"(?:打了?|拨打了?|致电|问了?|找了?)(?:{names})(?:的)?(?:客服|热线)?.{{0,12}}(?:没|不|说|让|推)",
    r"\b(?:complain(?:t|ing)?|report) (?:about |against )?(?:the )?(?:{names})\b",
    r"\bmy (?:{names}) (?:bill|broadband|plan|phone|contract|number|sim|account|line|internet)\b",
    r"\bi(?:'m| am) (?:with|on|a customer of|a) (?:{names})\b",
    r"\b(?:{names})(?:'s)? (?:shop|store|staff|hotline|customer service|engineer|charged|cut"
    r"|refuse[sd]?|keeps|owes|overcharged|won't)\b",
)


def operator_of(story: str, companies: Iterable[Company], ours: str) -> str:
    """The code of the other operator that a story complains of, "" if of none; `ours` is ours."""
    told = story[:READ]
    if PASSING.search(told):
        return ""
    for one in companies:
        if one.telecom and one.code != ours and _about(one.words).search(told):
            addressed = US.search(told)
            if addressed is None or _addressed(one.words).search(told):
                return one.code
    return ""


def other_of(story: str, companies: Iterable[Company]) -> str:
    """The code of the company of another trade that a story names, "" if none."""
    told = story[:READ].casefold()
    named = (one for one in companies if not one.telecom)
    return next((c.code for c in named if any(word.casefold() in told for word in c.words)), "")


@lru_cache(maxsize=64)  # lists of the catalogue's, never what people send
def _about(words: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, words))
    return re.compile("|".join(way.format(names=names) for way in ABOUT), re.IGNORECASE)


@lru_cache(maxsize=64)
def _addressed(words: tuple[str, ...]) -> re.Pattern[str]:
    """ "You, China Mobile": who writes takes us for the other one."""
    names = "|".join(map(re.escape, words))
    return re.compile(rf"你们(?:{names})|\byou,? (?:{names})\b", re.IGNORECASE)
