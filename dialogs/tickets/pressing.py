"""Words of staff that ask for a score: refused, since the score is the subscriber's own to give.

Nobody asks for one, for a high one, for another one, or says what hangs on it (domain.md §6).
What tells of a score that was given is no asking, and neither are minutes, prices or speeds.
"""

import re
import unicodedata
from collections.abc import Iterator

from dialogs.model import Json
from dialogs.tickets.applied import NotAllowed

PRESSED = NotAllowed("not-allowed-score-asked")

# Within one clause: whoever asks says so before what is asked for.
_ASKS = (
    r"(?:请|麻烦|希望|恳请|拜托|求|劳烦|烦请|帮忙|帮我|辛苦您|让用户|让客户|让他|让她|叫用户|叫客户|"
    r"记得|务必|一定要|最好|能不能|可不可以|可否)"
)
_IN = r"[^,，。;；!?！？\n]"
_GOOD = r"(?:满分|高分|好评|五星|5星|非常满意|十分满意|很满意)"
_HIGH = r"(?<![\d.])(?:10|十|9|九|8|八)分(?!钟|之|贝|积分|线|期|成)"
_MARK = r"(?:评价|打分|打个分|评分|评个分)"
_CHINESE = (
    rf"{_ASKS}{_IN}{{0,12}}(?:打|给|评|选|点|投|留|回复){_IN}{{0,8}}(?:{_GOOD}|{_HIGH})",
    rf"{_ASKS}(?:您|你|用户|客户|大家)?(?:能|可以|再|也|多)?(?:给我们?|帮我们?|对{_IN}{{0,10}})?"
    rf"{_MARK}(?!结果|标准|记录|说明|规则|内容|的)",
    rf"(?:打|给|评|留|求|来)(?:我|我们|个|一个|我个|我们个|我一个|我们一个)?{_GOOD}",
    rf"(?:别|不要|勿|不能|不用)(?:再)?(?:给|打|评|留){_IN}{{0,6}}(?:低分|差评|不满意)",
    rf"(?:评分|评价|打分|分数|满意度){_IN}{{0,10}}(?:我|我们|同事|员工){_IN}{{0,4}}(?:绩效|奖金|考核|工资)",
    rf"{_ASKS}{_IN}{{0,10}}(?:修改|更改|改一?下|改成|改掉|重新打|重打|撤回){_IN}{{0,4}}"
    r"(?:评分|分数|评价|打分|低分|差评)",
    rf"(?:收到|接到|来){_IN}{{0,12}}(?:调查|评价|回访|问卷|评分|打分).{{0,14}}"
    rf"(?:支持一下|多支持|多多支持|{_GOOD}|{_HIGH}|[选点按回说]满意)",
    rf"{_ASKS}{_IN}{{0,10}}[选点按回说]{_IN}{{0,3}}满意",
)
_PLEASE = (
    r"\b(?:please|kindly|could you|can you|would you|will you|hope you|want you to|need you to|"
    r"remember to|make sure|(?:do not|don'?t) forget|appreciate|grateful|"
    r"(?:ask|get|tell|remind|have) (?:him|her|them|you|the (?:customer|subscriber|user)))\b"
)
_SO = r"[^.!?\n]"
_MUCH = (
    r"\b(?:10|ten|9|nine|five stars|5 stars|top marks|full marks)\b"
    r"(?!\s*(?:\w+-)?(?:minutes?|mins?|days?|hours?|weeks?|gb|mb|mbps|%|pounds|yuan|working|am|pm|"
    r"o'clock|november|december|january|[:.]\d))"
)
_SCORE = r"(?:score|rating|marks?|stars|review|feedback)"
_FINE = (
    r"(?:good|high|top|full|best|positive|great|perfect|excellent|five[- ]star|5[- ]star|ten|10)"
)
_ENGLISH = (
    rf"\b(?:give|leave|grant|giving|leaving)\s+(?:me|us|him|her|them)\b{_SO}{{0,12}}"
    rf"\b{_FINE}\b{_SO}{{0,12}}\b(?:{_SCORE}|points)\b",
    rf"\b(?:give|leave)\s+(?:a|an)\s+{_FINE}\s+(?:score|rating|marks?|stars)\b",
    rf"\b(?:give|leave)\s+(?:me|us)\s+(?:a\s+)?(?:{_MUCH}|(?:score|rating)\b)",
    r"(?<!the )(?<!a )\brate\s+(?:me|us|(?:my|our)\s+(?:service|work|help|reply|handling))\b",
    rf"{_PLEASE}{_SO}{{0,40}}\b(?:score|mark|rate|choose|pick|press|select|tap|answer)\b"
    rf"{_SO}{{0,25}}{_MUCH}",
    rf"{_PLEASE}{_SO}{{0,40}}{_MUCH}\s*(?:out of|/)\s*(?:10|ten)\b",
    rf"{_PLEASE}{_SO}{{0,15}}\b(?:rate|score)\s+"
    r"(?:me|us|this|the (?:service|handling|reply|call))\b",
    rf"{_PLEASE}{_SO}{{0,15}}\b(?:fill in|fill out|answer|complete|take)\s+(?:the|our)\s+"
    r"(?:survey|questionnaire)\b",
    rf"{_PLEASE}{_SO}{{0,40}}\b(?:survey|rating|feedback|questionnaire)\b{_SO}{{0,40}}"
    rf"\b(?:good|high|top|full marks|best|positive|satisfied)\b",
    rf"{_PLEASE}{_SO}{{0,30}}\b(?:change|raise|revise|reconsider|improve|withdraw)\s+"
    r"(?:your|the|his|her|their)\s+(?:score|rating)\b",
    rf"\b(?:do not|don'?t|not to|avoid)\s+(?:give|giving|leave|leaving){_SO}{{0,15}}"
    rf"\b(?:low|bad|poor|negative)\s+{_SCORE}\b",
    rf"\b(?:score|survey|rating|review)\b{_SO}{{0,30}}"
    r"\bmy\s+(?:bonus|pay|job|salary|appraisal|performance)\b",
)
_PRESSED = re.compile("|".join(_CHINESE)), re.compile("|".join(_ENGLISH))


def asks_for_a_score(words: str) -> bool:
    """Whether staff press a subscriber for a score with these words, in either language."""
    said = unicodedata.normalize("NFKC", words).casefold().replace("’", "'")
    chinese, english = _PRESSED
    return bool(chinese.search(re.sub(r"[ \t]+", "", said)) or english.search(said))


def presses(fields: Json) -> bool:
    """Whether any of the words that came with a move do."""
    return any(asks_for_a_score(one) for one in _words(fields))


def _words(value: Json) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for one in value:
                yield from _words(one)
        case dict():
            for one in value.values():
                yield from _words(one)
