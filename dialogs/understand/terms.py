"""The terms that questions and articles are compared by: what is said, without how it is asked."""

import re
import unicodedata
from collections.abc import Iterator

from dialogs.understand.pieces import DIGITS, RUNS
from dialogs.understand.themes import THEMES

SIZES = (1, 2, 3)  # characters of a Chinese term
WORDS = (1, 2, 3, 4, 5)  # lengths at which Chinese words of a theme are looked for
# What a question is put with, whatever it is about.
ASKING = re.compile(
    "请问|麻烦|咨询|想问|了解|知道|为什么|为啥|怎么办|怎么样|怎么|怎样|如何|什么|多少|哪里|哪儿|哪些|哪个|哪家"
    "|能不能|可不可以|可以|是不是|有没有|应该|需要|一下|一个|这个|那个|我们|你们|您们|他们|自己|现在|已经|以后|之后"
    "|时候|要不要|[我你您他她它啊吧吗呢呀哦嘛的地得了着过啥哪这那就都也还又很太想要会能把被让给和跟与在到去来有是不没个些几]"
)
SMALL = """
a about above after all already also am an and any are as at back be been before being but by can
can't could cannot did do does doesn't doing don't for from get go going gone got had has have
having he help her him his how i i'd i'll i'm i've if in into is isn't it it's its just know like
made make makes may me mean might more much must my need no not now of off on once one only or
other our out own please put really say see she should so some somebody someone something take
tell than that that's the their them then there these they thing things this those to too up us
use used using very want was way we we're were what what's when where which while who whose why
will wish with without won't work would yes yet you your
"""
STOP = frozenset(SMALL.split())
ENDINGS = (
    *("ations", "ation", "ingly", "ments", "ment", "ings", "ing", "ies", "ied", "ers"),
    *("ed", "er", "es", "ly", "s", "e", "y"),
)
LEAST = 3  # letters that stay of a word


def terms(text: str) -> Iterator[str]:
    """The terms of a text: Chinese by runs of characters, other words by stem and pair; both by
    theme as well."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'")
    before = ""
    for run in RUNS.findall(DIGITS.sub(" ", ASKING.sub(" ", plain))):
        if run[0] >= "\u4e00":
            yield from _chinese(run)
            before = ""
        elif run not in STOP:
            stem = _stem(run)
            yield f"={stem}"
            if before:
                yield f"{before} {stem}"
            yield from STEMS.get(stem, ())
            before = stem


def _chinese(run: str) -> Iterator[str]:
    for size in SIZES:
        for start in range(len(run) - size + 1):
            yield run[start : start + size]
    for size in WORDS:
        for start in range(len(run) - size + 1):
            yield from THEMES.get(run[start : start + size], ())


def _stem(word: str) -> str:
    """A word without its ending: "replacement" and "replacing" are "replac"."""
    bare = word.removesuffix("'s")
    for ending in ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= LEAST:
            return bare.removesuffix(ending)
    return bare


STEMS = {_stem(word): themes for word, themes in THEMES.items() if word.isascii()}
