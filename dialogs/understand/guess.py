"""Which category and subtype a story is about: naive Bayes over pieces of words.

Small on purpose: it learns at start from a few hundred lines (`lines.*.toml`, read by whoever
owns files), in a fraction of a second, and its answer is only ever offered, never filed unseen.
"""

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogs.understand.kin import KIN, families

HAN = "\u4e00-\u9fff"
RUNS = re.compile(f"[{HAN}]+|[a-z0£€$¥']+")
CLAUSE = re.compile(r"[。，、；：！？;!?\n]|[.,:](?=\s)")
CLAUSE_FROM = 4  # characters; shorter ones ("1.", "谢谢") say nothing of the matter
BARELY = 1e-9  # a clause never counts for less: all of them together must weigh something
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
HAN_PIECES = (1, 2, 3)  # characters in a piece
HAN_WORDS = (2, 3, 4, 5)  # lengths at which Chinese words of a family are looked for
LATIN_PIECES = (3, 4)  # the blank on both sides of a word counts as a character
FAMILY = 12  # a word's family says as much as so many of its pieces
READ = 1500  # characters of a story that are looked at: what it is about is said by then
# Pieces overlap and words hang together, so the plain sum of evidence is far too sure of itself.
# It is divided by this, growing with the root of the evidence.
# The values fit left-out training lines best (log loss), never the held-back ones.
DOUBT = 2.5
DOUBT_GROWS_AT = 30.0


@dataclass(frozen=True, slots=True)
class Line:
    """One training line: what a subscriber wrote, and what it is about."""

    category: str
    subtype: str
    text: str


@dataclass(frozen=True, slots=True)
class Guess:
    """A category, its likeliest subtype, and the category's share of belief, 0 to 1."""

    category: str
    subtype: str
    share: float


class _Table:
    """Multinomial naive Bayes with add-one smoothing; rare pieces weigh more than common ones.

    `gains` holds, for each piece, only the names it was seen with: all others get the floor.
    """

    def __init__(
        self, examples: Sequence[tuple[str, frozenset[str]]], weights: Mapping[str, float]
    ):
        self.names = tuple(dict.fromkeys(name for name, _ in examples))
        places = {name: place for place, name in enumerate(self.names)}
        seen: dict[str, dict[int, int]] = defaultdict(dict)
        for name, pieces in examples:
            place = places[name]
            for piece in pieces:
                row = seen[piece]
                row[place] = row.get(place, 0) + 1
        totals = [float(len(weights))] * len(self.names)
        self.gains: dict[str, tuple[tuple[int, float], ...]] = {}
        for piece, row in seen.items():
            weight = weights[piece]
            plain = weight / _emphasis(piece)
            for place, count in row.items():
                totals[place] += weight * count
            self.gains[piece] = tuple(
                (place, weight * math.log1p(plain * count)) for place, count in row.items()
            )
        self.floors = [-math.log(total) for total in totals]

    def scores(self, pieces: Iterable[str], evidence: float) -> dict[str, float]:
        """Log-likelihood of each name from known pieces, whose weights sum to `evidence`."""
        sums, gains = [evidence * floor for floor in self.floors], self.gains
        for piece in pieces:
            if piece in gains:
                for place, gain in gains[piece]:
                    sums[place] += gain
        return dict(zip(self.names, sums, strict=True))


class Guesser:
    """What `train` makes. Holds no state between stories."""

    def __init__(self, lines: Sequence[Line]):
        read = [(line, frozenset(_pieces(line.text))) for line in lines]
        counts: dict[str, int] = {}
        for _, pieces in read:
            for piece in pieces:
                counts[piece] = counts.get(piece, 0) + 1
        most = math.log(len(read) + 1)
        self._weights = {
            piece: _emphasis(piece) * math.log((len(read) + 1) / (count + 0.5)) / most
            for piece, count in counts.items()
        }
        self._categories = _Table([(line.category, has) for line, has in read], self._weights)
        self._kinds = {
            category: _Table(
                [(line.subtype, has) for line, has in read if line.category == category],
                self._weights,
            )
            for category in self._categories.names
        }

    def guess(self, story: str, best: int | None = None) -> tuple[Guess, ...]:
        """All categories, or so many, best first. Text without a known piece: all alike.

        The shares of all sum to 1.
        """
        known, evidence = self._known(story)
        shares = _shares(self._categories.scores(known, evidence), evidence)[:best]
        return tuple(
            Guess(category, self._likeliest(category, known, evidence), share)
            for category, share in shares
        )

    def _likeliest(self, category: str, known: list[str], evidence: float) -> str:
        scores = self._kinds[category].scores(known, evidence)
        return max(scores, key=lambda subtype: (scores[subtype], subtype))

    def subtypes(self, story: str, category: str) -> tuple[tuple[str, float], ...]:
        """The category's subtypes with their shares (sum 1), best first; () if it has none.

        A long story holds several matters, so each clause says which subtype it is about, and
        counts as far as it is about the category at all. What follows the first is good for tags.
        """
        kinds = self._kinds.get(category)
        if kinds is None:
            return ()
        sums: dict[str, float] = {}
        clauses = [part for part in CLAUSE.split(story[:READ]) if len(part.strip()) >= CLAUSE_FROM]
        for clause in clauses or [story]:
            known, evidence = self._known(clause)
            about = dict(_shares(self._categories.scores(known, evidence), evidence))
            for subtype, share in _shares(kinds.scores(known, evidence), evidence):
                sums[subtype] = sums.get(subtype, 0.0) + share * max(about[category], BARELY)
        return _ranked(sums)

    def _known(self, story: str) -> tuple[list[str], float]:
        known = [piece for piece in set(_pieces(story[:READ])) if piece in self._weights]
        return known, sum(self._weights[piece] for piece in known)


def train(lines: Iterable[Line]) -> Guesser:
    """A guesser from lines of any mix of languages: their pieces hardly meet."""
    return Guesser(tuple(lines))


def lines_of(document: Mapping[str, object]) -> tuple[Line, ...]:
    """The lines of a parsed TOML file: a table per category, a list of texts per subtype.

    Raises ValueError, naming the place, if the document has another shape.
    """
    return tuple(
        Line(category, subtype, text)
        for category, subtypes in document.items()
        for subtype, texts in _table(subtypes, category).items()
        for text in _texts(texts, f"{category}.{subtype}")
    )


def _table(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise ValueError(f"training lines: [{place}] must be a table of subtypes")
    return value


def _texts(value: object, place: str) -> Iterator[str]:
    if not isinstance(value, list):
        raise ValueError(f"training lines: {place} must be a list of texts")
    for text in value:
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"training lines: {place} holds something that is not a text")
        yield text


def _pieces(text: str) -> Iterator[str]:
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


def _emphasis(piece: str) -> int:
    return FAMILY if piece[0] == "#" else 1


def _cut(run: str, sizes: tuple[int, ...]) -> Iterator[str]:
    for size in sizes:
        for start in range(len(run) - size + 1):
            yield run[start : start + size]


def _shares(scores: Mapping[str, float], evidence: float) -> tuple[tuple[str, float], ...]:
    """Log-likelihoods as shares, best first; how sure they are grows slower than the evidence."""
    doubt = DOUBT * math.sqrt(1 + evidence / DOUBT_GROWS_AT)
    top = max(scores.values(), default=0.0)
    return _ranked({name: math.exp((score - top) / doubt) for name, score in scores.items()})


def _ranked(weights: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Weights as shares that sum to 1, best first."""
    total = sum(weights.values())
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])
    return tuple((name, weight / total) for name, weight in ranked)
