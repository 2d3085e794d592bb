"""Which category and subtype a story is about: naive Bayes over pieces of words.

Small on purpose: it learns at start from a few hundred lines (`lines.*.toml`, read by whoever
owns files), in a fraction of a second, and its answer is only ever offered, never filed unseen.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dialogs.understand.pieces import emphasis, pieces

CLAUSE = re.compile(r"[。，、；：！？;!?\n]|[.,:](?=\s)")
CLAUSE_FROM = 4  # characters; shorter ones ("1.", "谢谢") say nothing of the matter
BARELY = 1e-9  # a clause never counts for less: all of them together must weigh something
READ = 1500  # characters of a story that are looked at: what it is about is said by then
# Pieces overlap and words hang together, so the plain sum of evidence is far too sure of itself.
# It is divided by this, growing with the root of the evidence.
# The values fit left-out training lines best (log loss), never the held-back ones.
DOUBT = 2.5
DOUBT_GROWS_AT = 30.0
Cut: TypeAlias = Callable[[str], Iterable[str]]


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


@dataclass(frozen=True, slots=True)
class _Known:
    """What a piece says: its weight, and its gain for the categories and kinds it was seen with.

    Most pieces say the same as many others, and share one of these.
    """

    weight: float
    categories: tuple[tuple[int, float], ...]
    kinds: tuple[tuple[int, float], ...]


class Guesser:
    """What `train` makes. Holds no state between stories.

    Multinomial naive Bayes with add-one smoothing, over the categories and, within each, over its
    subtypes ("kinds" here, all in one row); rare pieces weigh more than common ones. A name gets
    its floor for each piece, and a gain for those it was seen with. `cut` gives a text's pieces.
    """

    def __init__(self, lines: Sequence[Line], cut: Cut = pieces):
        self._cut = cut
        kinds = tuple(dict.fromkeys((line.category, line.subtype) for line in lines))
        self._kinds = tuple(subtype for _, subtype in kinds)
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, (category, _) in enumerate(kinds):
            self._places[category].append(place)
        self._categories = tuple(self._places)
        parents = tuple(self._categories.index(category) for category, _ in kinds)
        seen = _seen(lines, {name: place for place, name in enumerate(kinds)}, cut)
        known = _Sharing(parents, len(lines), len(seen))
        self._taught = {piece: known.of(piece, places) for piece, places in seen.items()}
        self._floors, self._kind_floors = known.floors()

    def guess(self, story: str, best: int | None = None) -> tuple[Guess, ...]:
        """All categories, or so many, best first. Text without a known piece: all alike.

        The shares of all sum to 1.
        """
        known, evidence = self._known(story)
        kinds = self._of_kinds(known, evidence)
        shares = _shares(self._of_categories(known, evidence), evidence)[:best]
        return tuple(
            Guess(category, self._likeliest(category, kinds), share) for category, share in shares
        )

    def _likeliest(self, category: str, scores: Sequence[float]) -> str:
        places = self._places[category]
        return self._kinds[max(places, key=lambda place: (scores[place], self._kinds[place]))]

    def subtypes(self, story: str, category: str) -> tuple[tuple[str, float], ...]:
        """The category's subtypes with their shares (sum 1), best first; () if it has none.

        A long story holds several matters, so each clause says which subtype it is about, and
        counts as far as it is about the category at all. What follows the first is good for tags.
        """
        places = self._places.get(category)
        if places is None:
            return ()
        sums: dict[str, float] = {}
        clauses = [part for part in CLAUSE.split(story[:READ]) if len(part.strip()) >= CLAUSE_FROM]
        for clause in clauses or [story]:
            known, evidence = self._known(clause)
            about = dict(_shares(self._of_categories(known, evidence), evidence))
            scores = self._of_kinds(known, evidence)
            of_it = {self._kinds[place]: scores[place] for place in places}
            for subtype, share in _shares(of_it, evidence):
                sums[subtype] = sums.get(subtype, 0.0) + share * max(about[category], BARELY)
        return _ranked(sums)

    def _known(self, story: str) -> tuple[list[_Known], float]:
        """What is known of a story's pieces, and their weights together."""
        taught = self._taught
        known = [taught[one] for one in set(self._cut(story[:READ])) if one in taught]
        return known, sum(one.weight for one in known)

    def _of_categories(self, known: Iterable[_Known], evidence: float) -> dict[str, float]:
        """Log-likelihood of each category."""
        sums = _sums(self._floors, evidence, (one.categories for one in known))
        return dict(zip(self._categories, sums, strict=True))

    def _of_kinds(self, known: Iterable[_Known], evidence: float) -> list[float]:
        """Log-likelihood of each kind within its category."""
        return _sums(self._kind_floors, evidence, (one.kinds for one in known))


class _Sharing:
    """Makes what is known of each piece, and makes it once for all that were seen alike."""

    def __init__(self, parents: Sequence[int], lines: int, pieces: int):
        self._parents, self._lines = parents, lines
        self._most = math.log(lines + 1)
        self._made: dict[tuple[int, tuple[int, ...]], _Known] = {}
        self._categories = [float(pieces)] * (max(parents, default=-1) + 1)
        self._kinds = [float(pieces)] * len(parents)

    def of(self, piece: str, places: tuple[int, ...]) -> _Known:
        """What is known of a piece that was seen in a line of each of these kinds."""
        alike = (emphasis(piece), places)
        known = self._made.get(alike)
        if known is None:
            known = self._made[alike] = self._new(*alike)
        weight = known.weight
        for place in places:
            self._kinds[place] += weight
            self._categories[self._parents[place]] += weight
        return known

    def _new(self, emphasis: int, places: tuple[int, ...]) -> _Known:
        plain = math.log((self._lines + 1) / (len(places) + 0.5)) / self._most
        weight = emphasis * plain
        above = Counter(self._parents[place] for place in places)
        return _Known(weight, _gains(above, weight, plain), _gains(Counter(places), weight, plain))

    def floors(self) -> tuple[list[float], list[float]]:
        """What each category and each kind gets for any piece, once all pieces are known."""
        floors = [-math.log(total) for total in self._categories]
        return floors, [-math.log(total) for total in self._kinds]


def _seen(
    lines: Iterable[Line], kinds: Mapping[tuple[str, str], int], cut: Cut
) -> Mapping[str, tuple[int, ...]]:
    """In lines of which kinds each piece was seen."""
    seen: dict[str, tuple[int, ...]] = {}
    for line in lines:
        here = (kinds[line.category, line.subtype],)
        for piece in set(cut(line.text)):
            seen[piece] = seen.get(piece, ()) + here
    return seen


def _gains(counts: Mapping[int, int], weight: float, plain: float) -> tuple[tuple[int, float], ...]:
    return tuple((place, weight * math.log1p(plain * count)) for place, count in counts.items())


def _sums(
    floors: Iterable[float], evidence: float, rows: Iterable[tuple[tuple[int, float], ...]]
) -> list[float]:
    sums = [evidence * floor for floor in floors]
    for row in rows:
        for place, gain in row:
            sums[place] += gain
    return sums


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
