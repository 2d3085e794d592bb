"""Breaks words into lines: Chinese between any two signs, other words at their blanks.

What closes (，。）) never begins a line, and what opens (（“) never ends one: 禁则处理, after the
common rules of Chinese typesetting (W3C, Requirements for Chinese Text Layout, §3.1.3).
"""

import re
from collections.abc import Callable, Iterator

CLOSING = "，。；：！？、）》」』】”’…％%,.;:!?)"
OPENING = "（《「『【“‘(¥"
WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
PIECE = re.compile(rf"[{re.escape(OPENING)}]*(?:{WIDE}|[^\s\u2e80-\u9fff\uff00-\uffef“‘（]+|\s)")

Measure = Callable[[str], float]


def lines(words: str, width: float, measure: Measure) -> list[str]:
    """The words as lines of at most `width`, as `measure` says; a line break of theirs is kept."""
    found: list[str] = []
    for paragraph in words.splitlines() or [""]:
        found.extend(_broken(paragraph.replace("\t", " "), width, measure))
    return found


def _broken(paragraph: str, width: float, measure: Measure) -> Iterator[str]:
    line = ""
    for piece in _pieces(paragraph, width, measure):
        if line and measure((line + piece).rstrip()) > width:
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    yield line.rstrip()


def _pieces(paragraph: str, width: float, measure: Measure) -> Iterator[str]:
    """What is not broken: a sign with what opens before and closes after it, a word."""
    piece = ""
    for sign in PIECE.findall(paragraph):
        if piece and sign[0] not in CLOSING:
            yield from _fitting(piece, width, measure)
            piece = ""
        piece += sign
    if piece:
        yield from _fitting(piece, width, measure)


def _fitting(piece: str, width: float, measure: Measure) -> Iterator[str]:
    """The piece, cut where it is wider than a line."""
    while measure(piece) > width and len(piece) > 1:
        cut = len(piece) - 1
        while cut > 1 and measure(piece[:cut]) > width:
            cut = min(cut - 1, int(cut * width / measure(piece[:cut])) or 1)
        yield piece[:cut]
        piece = piece[cut:]
    yield piece
