"""Charts as values: where each stroke lies. `figure_charts.html` draws them as SVG.

Each repeats the table that stands beside it, so that nothing is said by shape or colour alone: a
column has its number above it, and what rests on few is drawn hollow.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil, log10

WIDTH, HEIGHT = 420, 210  # units of the drawing, at which its letters are 12 high
LEFT, RIGHT, TOP, BOTTOM = 42, 8, 20, 26
MOST_LABELS = 8  # along the bottom, where they are longer than two signs


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a chart: `label` stands below it, `told` above; `few`: it is drawn hollow."""

    label: str
    value: float | None
    told: str
    few: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A point where it lies: the middle, and the top, height and width of its column."""

    point: Point
    x: float
    y: float
    width: float
    height: float
    labelled: bool
    falls: bool  # below the point before: what it says stands under it


@dataclass(frozen=True, slots=True)
class Rung:
    """A line across, with what it stands for."""

    y: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing of `kind` "columns" or "line". `title` names it, `told` says it in a sentence."""

    kind: str
    title: str
    told: str
    strokes: Sequence[Stroke]
    rungs: Sequence[Rung]
    goal: Rung | None = None
    lines: Sequence[str] = field(default=())  # the points of each unbroken piece of the line
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM


def columns(title: str, told: str, points: Sequence[Point]) -> Chart:
    """Counts as columns, from 0 up."""
    top = _roof(max((one.value or 0 for one in points), default=0))
    rungs = [Rung(_y(top * part, 0, top), f"{top * part:g}") for part in (0, 0.5, 1)]
    strokes = _strokes(points, 0, top)
    return Chart(kind="columns", title=title, told=told, strokes=strokes, rungs=rungs)


def line(  # noqa: PLR0913
    title: str,
    told: str,
    points: Sequence[Point],
    *,
    least: float,
    most: float,
    steps: int,
    unit: str = "",
    goal: tuple[float, str] | None = None,
) -> Chart:
    """Values over time, with a gap where there is none; `goal`: a line across, and its words."""
    rungs = [
        Rung(_y(at, least, most), f"{at:g}{unit}")
        for at in (least + (most - least) * place / steps for place in range(steps + 1))
    ]
    strokes = _strokes(points, least, most)
    return Chart(
        kind="line",
        title=title,
        told=told,
        strokes=strokes,
        rungs=rungs,
        goal=Rung(_y(goal[0], least, most), goal[1]) if goal else None,
        lines=_pieces(strokes),
    )


def _strokes(points: Sequence[Point], least: float, most: float) -> list[Stroke]:
    step = (WIDTH - LEFT - RIGHT) / max(1, len(points))
    every = ceil(len(points) / MOST_LABELS) if any(len(one.label) > 2 for one in points) else 1
    made: list[Stroke] = []
    for place, one in enumerate(points):
        y = _y(least if one.value is None else one.value, least, most)
        made.append(
            Stroke(
                point=one,
                x=round(LEFT + step * (place + 0.5), 1),
                y=y,
                width=round(min(36.0, step * 0.7), 1),
                height=round(HEIGHT - BOTTOM - y, 1),
                labelled=(len(points) - 1 - place) % every == 0,
                falls=bool(made) and y > made[-1].y,
            )
        )
    return made


def _pieces(strokes: Sequence[Stroke]) -> list[str]:
    pieces: list[list[str]] = [[]]
    for one in strokes:
        if one.point.value is None:
            pieces.append([])
        else:
            pieces[-1].append(f"{one.x},{one.y}")
    return [" ".join(piece) for piece in pieces if len(piece) > 1]


def _y(value: float, least: float, most: float) -> float:
    part = (min(max(value, least), most) - least) / (most - least)
    return round(HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP), 1)


def _roof(most: float) -> float:
    """The least of 2, 4, 10, 20, 40, 100 … that holds the value: its half is whole."""
    if most <= 2:
        return 2
    scale = 10 ** floor_of(most)
    return float(next(part * scale for part in (1, 2, 4, 6, 8, 10) if part * scale >= most))


def floor_of(value: float) -> int:
    """The power of ten that a value begins with."""
    return int(log10(value))
