"""The pieces of words that a story is told by: runs of characters, words, pairs, families."""

import re
import unicodedata
from collections.abc import Iterator

from dialogs.understand.kin import KIN, families

HAN = "\u4e00-\u9fff"
RUNS = re.compile(f"[{HAN}]+|[a-z0£€$¥']+")
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
HAN_PIECES = (1, 2, 3)  # characters in a piece
HAN_WORDS = (2, 3, 4, 5)  # lengths at which Chinese words of a family are looked for
LATIN_PIECES = (3, 4)  # the blank on both sides of a word counts as a character
FAMILY = 12  # a word's family says as much as so many of its pieces


def pieces(text: str) -> Iterator[str]:
    """Chinese by runs of characters, other words by piece, whole and in pairs; both by family."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'")
    before = ""
    for run in RUNS.findall(DIGITS.sub("0", plain)):
        if run[0] >= "\u4e00":
            yield from _cut(run, HAN_PIECES)
            for word in _cut(run, HAN_WORDS):
                yield from KIN.get(word, ())
            before = ""
        else:
            yield from _cut(f" {run} ", LATIN_PIECES)
            yield f"={run}"
            if before:
                yield f"{before} {run}"
            for word in {run, *run.split("'")}:
                yield from families(word)
            before = run


def emphasis(piece: str) -> int:
    """How much a piece counts: a family as much as many pieces of its words."""
    return FAMILY if piece[0] == "#" else 1


def _cut(run: str, sizes: tuple[int, ...]) -> Iterator[str]:
    for size in sizes:
        for start in range(len(run) - size + 1):
            yield run[start : start + size]
