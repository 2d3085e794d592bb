"""A routing table as a drawing: states in columns by their distance from the first, rows as lines.

Values in, values out: an SVG with classes and no style of its own. Its title says what it shows, a
line's title which triggers it stands for; the table of rows beside it says the same in words.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dialogs.table import EVERY, On

WIDE, HIGH = 132, 34  # of a state's box
ACROSS, DOWN = 208, 62  # from one box to the next
EDGE = 24  # around the drawing
MANY = 4  # states that a trigger may leave and still be drawn
SWEEPS = 6  # times that each column is put in order by its neighbours


@dataclass(frozen=True, slots=True)
class Box:
    """A state at its place; `kind`: "first", "last" or "" for one between."""

    name: str
    x: int
    y: int
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """The rows that lead from one state to another: an SVG path, and the triggers."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What there is to draw, in units of the drawing. `anywhere`: the triggers of rows that are
    told in words, since they lead on from most states.
    """

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    anywhere: tuple[str, ...]
    width: int
    height: int


def draw(states: Sequence[str], rows: Iterable[On], first: str) -> Drawing:
    """The drawing of a table: the ways from one state to another."""
    every = [row for row in rows if row.source != row.target]
    anywhere = _anywhere(every, len(states))
    ways: dict[tuple[str, str], list[str]] = {}
    for row in every:
        if row.trigger not in (*anywhere, *ways.setdefault((row.source, row.target), [])):
            ways[row.source, row.target].append(row.trigger)
    ways = {pair: words for pair, words in ways.items() if words}
    columns = _columns(states, ways, first)
    places = {
        name: (EDGE + across * ACROSS, EDGE + down * DOWN)
        for across, column in enumerate(columns)
        for down, name in enumerate(column)
    }
    leaving = {source for source, _ in ways}
    boxes = tuple(
        Box(name, *place, "first" if name == first else "" if name in leaving else "last")
        for name, place in places.items()
    )
    lines = tuple(
        Line(_path(places[one], places[other]), f"{one} → {other}: {', '.join(words)}")
        for (one, other), words in ways.items()
        if one in places and other in places
    )
    deepest = max(len(column) for column in columns)
    width = EDGE * 2 + (len(columns) - 1) * ACROSS + WIDE + DOWN
    return Drawing(boxes, lines, anywhere, width, EDGE * 2 + deepest * DOWN)


def _anywhere(rows: Sequence[On], states: int) -> tuple[str, ...]:
    """The triggers that most states know, and lead to one place; a drawing shows the others."""
    sources: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        sources.setdefault((row.trigger, row.target), set()).add(row.source)
    broad = (
        trigger
        for (trigger, _), known in sources.items()
        if EVERY in known or len(known) > max(MANY, states // 3)
    )
    return tuple(dict.fromkeys(broad))


def _columns(
    states: Sequence[str], ways: Mapping[tuple[str, str], object], first: str
) -> list[list[str]]:
    """The states by their distance from the first; what only broad rows lead to stands last."""
    far = {first: 0}
    waiting = deque([first])
    while waiting:
        one = waiting.popleft()
        for target in (target for source, target in ways if source == one):
            if target not in far:
                far[target] = far[one] + 1
                waiting.append(target)
    last = max(far.values()) + 1
    far |= {name: last for name in states if name not in far}
    known = list(states)
    columns = [[one for one in known if far[one] == n] for n in range(max(far.values()) + 1)]
    for _ in range(SWEEPS):
        for before, column in pairwise(columns):
            column.sort(key=lambda name: _middle(name, before, ways))
    return columns


def _middle(name: str, before: Sequence[str], ways: Mapping[tuple[str, str], object]) -> float:
    """Where those stand, on average, that lead to a state from the column before."""
    at = [place for place, one in enumerate(before) if (one, name) in ways]
    return sum(at) / len(at) if at else len(before)


def _path(one: tuple[int, int], other: tuple[int, int]) -> str:
    """A line from box to box: ahead from right to left, back below, beside within a column."""
    (x, y), (to_x, to_y) = one, other
    middle, to_middle = y + HIGH // 2, to_y + HIGH // 2
    if to_x > x:
        bend = (to_x - x - WIDE) // 2
        return _curve(x + WIDE, middle, to_x, to_middle, (bend, -bend))
    if to_x == x:
        out = 18 + abs(to_y - y) // 5
        return _curve(x + WIDE, middle, x + WIDE, to_middle, (out, out))
    low = max(y, to_y) + HIGH + 22
    start, end = x + WIDE // 2, to_x + WIDE // 2
    return f"M{start},{y + HIGH}C{start},{low} {end},{low} {end},{to_y + HIGH}"


def _curve(x: int, y: int, to_x: int, to_y: int, out: tuple[int, int]) -> str:
    """A line that leaves and arrives level, `out` to the right of both its ends."""
    return f"M{x},{y}C{x + out[0]},{y} {to_x + out[1]},{to_y} {to_x},{to_y}"
