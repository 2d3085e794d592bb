"""A text cut into lines, sentences and clauses, with their places in it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text: its words, and its offsets there."""

    words: str
    start: int
    end: int

    def holds(self, at: int) -> bool:
        """Whether an offset of the whole text lies within."""
        return self.start <= at < self.end


# A dot ends a sentence before white space only, and not after a list's own number ("1. Pay").
_SENTENCE = re.compile(r"[。！？!?；;\n]+|(?<![\s(]\d)(?<!^\d)(?<![ap]\.m)\.(?=\s|$)", re.MULTILINE)
_LINE = re.compile(r"\n+")
_CLAUSE = re.compile(r"[。！？!?；;\n，：]+|(?<!\d)[,:]|[,:](?!\d)|\.(?=\s|$)|\s[-–—]\s")
_QUOTE = re.compile(r"“[^”\n]{0,200}”|「[^」\n]{0,200}」|『[^』\n]{0,200}』|\"[^\"\n]{0,200}\"")


def lines(text: str) -> tuple[Passage, ...]:
    """The lines of a text that are not empty."""
    return _cut(text, _LINE)


def sentences(text: str) -> tuple[Passage, ...]:
    """The sentences of a text; a semicolon and a line end one too."""
    return _cut(text, _SENTENCE)


def clauses(text: str) -> tuple[Passage, ...]:
    """The clauses of a text: what stands between commas, colons and full stops."""
    return _cut(text, _CLAUSE)


def quotes(text: str) -> tuple[Passage, ...]:
    """What stands in quotation marks: the words of others."""
    return tuple(Passage(one.group(), one.start(), one.end()) for one in _QUOTE.finditer(text))


def place(passages: tuple[Passage, ...], at: int) -> int:
    """The place of the passage that holds this offset, -1 if none does; they stand in order."""
    before = bisect_right(passages, at, key=attrgetter("start")) - 1
    return before if before >= 0 and passages[before].holds(at) else -1


def around(passages: tuple[Passage, ...], at: int) -> Passage | None:
    """The passage that holds this offset, if any."""
    found = place(passages, at)
    return passages[found] if found >= 0 else None


def _cut(text: str, border: re.Pattern[str]) -> tuple[Passage, ...]:
    parts, at = [], 0
    for mark in (*border.finditer(text), None):
        end = mark.start() if mark else len(text)
        if text[at:end].strip():
            parts.append(Passage(text[at:end], at, end))
        at = mark.end() if mark else end
    return tuple(parts)
