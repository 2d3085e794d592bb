"""Words compared as people type them: any case, full width, with signs and small words around."""

import re
import unicodedata
from functools import lru_cache

from dialogs.understand.digits import number

_TAIL = re.compile(
    r"(?:[\s,，。!！~～]*(?:吧|了|啊|呀|哦|呢|哈|喽|嘛|谢谢您?|多谢|please|thanks|thank you|pls))+$"
)
LONGEST = 60  # characters; a longer text is no word of command
_JOINED = r"(?:\s*(?:[,，、;；&+]|和|及|与|跟|还有|and|also)\s*|\s+)"
_PLACE = r"(?:第\s*)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:\s*[号个项])?"
_LIST = re.compile(rf"(?:我?(?:选择?|要)\s*)?(?P<list>{_PLACE}(?:{_JOINED}{_PLACE})*)", re.ASCII)
_SMALL = re.compile(
    r"你们|您们|[你您]|大家|各位|客服|非常|十分|万分|太|真的?|很|多多|啦|了|啊|呀|哈|哦|噢|嗯|的|好|收到|知道|辛苦|再见|拜拜"
    r"|\b(?:so|very|much|a|lot|again|all|everyone|guys|ok|okay|good|great|bye|cheers|many|you|indeed|for|your|help|the)\b"
)
_GRATEFUL = frozenset("🙏👍❤🌹👌😊🤝💐🎉🥰😄")


def plain(text: str) -> str:
    """A text for comparing: compatible forms made one, lower case, no signs or spaces around it.

    >>> plain("【ＹＥＳ】！"), plain("✅ 提交"), plain("①.")
    ('yes', '提交', '1')
    """
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if folded[:1].isalnum() and folded[-1:].isalnum():  # most words: nothing to take off
        return folded
    first, last = 0, len(folded)
    while first < last and _is_sign(folded[first]):
        first += 1
    while last > first and _is_sign(folded[last - 1]):
        last -= 1
    return folded[first:last] or folded


def _is_sign(mark: str) -> bool:
    """Whether a mark is punctuation, a symbol, a space or invisible; - and + may open a number."""
    return unicodedata.category(mark)[0] in "PSZCM" and mark not in "-+¥$£€%#"


def spoken(text: str) -> tuple[str, ...]:
    """The words of command that a text may be: itself, and without the small words at its end.

    None for a longer text.

    >>> spoken("返回吧！"), spoken("Cancel")
    (('返回吧', '返回'), ('cancel',))
    """
    told = plain(text)
    if not told or len(told) > LONGEST:
        return ()
    bare = _TAIL.sub("", told)
    return (told,) if bare == told else (told, plain(bare))


@lru_cache(maxsize=256)  # lists of the catalogue's, never what people send
def known(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a list as `spoken` gives them."""
    return frozenset(plain(word) for word in words)


def is_word(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text is one of these words and nothing else (返回吧, "Cancel!", 人工，谢谢)."""
    return not known(words).isdisjoint(spoken(text))


def thanks_only(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text is thanks and nothing else; greetings, "ok" and emoji may stand with it."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if not any(mark.isalnum() for mark in folded):
        return any(mark in _GRATEFUL for mark in text)
    return _nothing_but(folded, words)


def hello_only(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text only asks if somebody is there: a greeting, or nothing but question marks."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if not any(mark.isalnum() for mark in folded):
        return bool(folded.strip()) and not folded.strip("?!. ")
    return _nothing_but(folded, words)


def _nothing_but(folded: str, words: tuple[str, ...]) -> bool:
    """Whether at least one of these words stands there, and beside them only small ones."""
    rest = folded
    for word in _each(words):
        rest = word.sub(" ", rest)
    if rest == folded:
        return False
    return not any(mark.isalnum() for mark in _SMALL.sub(" ", rest))


@lru_cache(maxsize=16)
def _each(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The patterns of the words of a list of ours, longest first."""
    told = sorted(filter(None, map(plain, words)), key=len, reverse=True)
    bounds = (r"\b" if word.isascii() else "" for word in told)
    pairs = zip(told, bounds, strict=True)
    return tuple(re.compile(rf"{bound}{re.escape(word)}{bound}") for word, bound in pairs)


def choices(text: str, count: int) -> tuple[int, ...] | None:
    """The places, from 0, that a list such as "1 3 4", 1、3、4, 1和3 or 134 names; None if none.

    Digits typed together are a list where no two-digit choice can be meant. Each place counts
    once; one outside 1..`count` makes it no list.
    """
    told = unicodedata.normalize("NFKC", text).strip().casefold().rstrip(".。!！")
    match = _LIST.fullmatch(told)
    if match is None:
        return None
    parts = re.findall(r"\d{1,2}|[一二三四五六七八九十]{1,2}", match["list"])
    places = [int(value) for value in map(number, parts) if value is not None]
    return _within(places, count)


def together(text: str, count: int) -> tuple[int, ...] | None:
    """The places named by digits typed without a space: 134, for lists of at most nine."""
    told = unicodedata.normalize("NFKC", text).strip()
    if not re.fullmatch(r"[1-9]{2,9}", told) or count > 9 or len(set(told)) < len(told):
        return None
    return _within([int(mark) for mark in told], count)


def _within(places: list[int], count: int) -> tuple[int, ...] | None:
    fits = all(1 <= place <= count for place in places)
    return tuple(dict.fromkeys(place - 1 for place in places)) if places and fits else None
