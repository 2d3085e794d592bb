"""Which article answers a question: BM25 over pieces of words, with titles and questions ahead.

BM25 is a sum of what each piece of the question says, so how much of the question an article
explains is a share of 0 to 1 that can be held against a threshold: below it none is shown.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogs.articles import Article, Shelf
from dialogs.model import Language
from dialogs.understand.guess import Guesser, Line
from dialogs.understand.pieces import pieces
from dialogs.understand.terms import terms

# Fitted on the tuning questions of tests/dialogs/understand, never on the held-back ones.
TITLE, QUESTION, TAG, BODY = 3.0, 2.0, 2.5, 1.0  # what a piece counts for, by where it stands
FULL = 4.0  # k1: from how much on more of the same term says no more
LENGTH = 0.4  # b: how much a long article's pieces count for less
THEME = 4.0  # a theme says as much as so many terms
ENOUGH = 0.13  # the share of a question below which no article is shown
UNKNOWN = 0.8  # what a term that no article has weighs, as a part of the rarest that one has
LONGEST = 300  # characters of a question that are read
HAN = ("\u4e00", "\u9fff")


@dataclass(frozen=True, slots=True)
class Found:
    """An article's code and how much of the question it explains, 0 to 1."""

    code: str
    share: float


class Finder:
    """The articles of one language, ready to be searched. Holds no state between questions.

    Two ways that err differently are added up, each in deviations from its mean: BM25 over terms
    and themes, and naive Bayes over plain pieces of the listed questions, line by line.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._codes = tuple(one.code for one in articles)
        counted = [_counted(one) for one in articles]
        lengths = [sum(counts.values()) for counts in counted]
        mean = sum(lengths) / len(lengths) if lengths else 1.0
        seen = Counter(piece for counts in counted for piece in counts)
        self._weights = {piece: _weight(piece, n, len(articles)) for piece, n in seen.items()}
        self._rare = math.log(1 + 2 * len(articles)) * UNKNOWN
        self._held: dict[str, list[tuple[int, float]]] = {}
        for place, (counts, length) in enumerate(zip(counted, lengths, strict=True)):
            damp = FULL * (1 - LENGTH + LENGTH * length / mean)
            for piece, n in counts.items():
                self._held.setdefault(piece, []).append((place, n / (n + damp)))
        self._guesser = Guesser([line for one in articles for line in _lines(one)], plainly)

    def find(self, question: str) -> tuple[Found, ...]:
        """All articles, best first."""
        asked = question[:LONGEST]
        explained = self._explained(asked)
        likely = {one.category: math.log(one.share) for one in self._guesser.guess(asked)}
        both = zip(_deviations(explained), _deviations(likely.get(c, 0.0) for c in self._codes),
                   strict=True)  # fmt: skip
        ranked = sorted(
            (-(first + second), code, share)
            for (first, second), code, share in zip(both, self._codes, explained, strict=True)
        )
        return tuple(Found(code, share) for _, code, share in ranked)

    def _explained(self, question: str) -> list[float]:
        """How much of the question each article explains, by BM25."""
        sums = [0.0] * len(self._codes)
        whole = 0.0
        for piece in set(terms(question)):
            weight = self._weights.get(piece)
            if weight is None:
                whole += 0.0 if piece[0] == "#" else self._rare
                continue
            whole += weight
            for place, part in self._held[piece]:
                sums[place] += weight * part
        return [score / whole for score in sums] if whole else sums


def plainly(text: str) -> Iterator[str]:
    """The pieces of a text without families: how it is put, letter by letter."""
    return (piece for piece in pieces(text) if piece[0] != "#")


def _lines(article: Article) -> Iterator[Line]:
    """What the guesser learns of an article: each question, each tag, each line."""
    body = (line for page in article.pages for line in page.split("\n") if line.strip())
    for text in (article.title, *article.questions, *article.tags, *body):
        yield Line(article.code, "", text)


def _deviations(scores: Iterable[float]) -> list[float]:
    """Scores counted from their mean, in standard deviations."""
    known = list(scores)
    mean = sum(known) / len(known) if known else 0.0
    spread = math.sqrt(sum((one - mean) ** 2 for one in known) / len(known)) if known else 0.0
    return [(one - mean) / spread if spread else 0.0 for one in known]


def _counted(article: Article) -> dict[str, float]:
    """How much of each piece the article has, by where it stands."""
    counts: dict[str, float] = {}
    fields = (
        (TITLE, (article.title,)),
        (QUESTION, article.questions),
        (TAG, article.tags),
        (BODY, article.pages),
    )
    for worth, texts in fields:
        for text in texts:
            for piece in terms(text):
                counts[piece] = counts.get(piece, 0.0) + worth
    return counts


def _weight(piece: str, seen: int, count: int) -> float:
    """How much a piece says: more where few articles have it."""
    rare = math.log(1 + (count - seen + 0.5) / (seen + 0.5))
    return rare * THEME if piece[0] == "#" else rare


@dataclass(frozen=True, slots=True)
class Library:
    """The shelf with a finder for each language."""

    shelf: Shelf
    finders: Mapping[Language, Finder]

    def find(self, question: str) -> tuple[Found, ...]:
        """The articles for a question, best first; none if the best explains too little of it."""
        finder = self.finders.get(language_of(question))
        found = finder.find(question) if finder else ()
        return found if found and found[0].share >= ENOUGH else ()


def library_of(articles: Mapping[Language, Sequence[Article]]) -> Library:
    """A library of these articles, ready to be searched; takes a fraction of a second."""
    shelf = Shelf({tag: {one.code: one for one in known} for tag, known in articles.items()})
    return Library(shelf, {tag: Finder(known) for tag, known in articles.items()})


def language_of(words: str) -> Language:
    """The language that a question is put in: Chinese where it has a Chinese character."""
    return "zh-CN" if any(HAN[0] <= mark <= HAN[1] for mark in words) else "en"


EMPTY = library_of({})
