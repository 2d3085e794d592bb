"""The week in one picture: tiles, the scores as bars, each limit as a share. Drawn by Pillow.

Every rate stands with what it is a rate of; one of few is drawn hollow.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

from PIL import Image, ImageDraw, ImageFont

from dialogs.figures.rates import Share
from dialogs.figures.report import Report
from dialogs.model import Arg, Phrase

Say = Callable[[Arg], str]
Box = tuple[int, int, int, int]

WIDE, EDGE, GAP = 1200, 48, 24  # pixels
TILE, BARS, ROW = 128, 300, 44
PAPER, INK, QUIET, RULE = "#ffffff", "#1b2733", "#5b6b7b", "#d5dde5"
GOOD, BAR, LOW = "#1f7a4d", "#2f6fb0", "#b4472f"
LATIN, CJK = "DejaVuSans.ttf", "DroidSansFallback.ttf"
HAN = 0x2E80  # from here on signs are of the second font
MOST = 6  # limits that are shown
SCORES = range(1, 11)


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on one picture."""

    draw: ImageDraw.ImageDraw
    say: Say

    def words(self, at: tuple[float, float], said: str, size: int, colour: str = INK) -> float:
        """Words from this place on, in two fonts; returns where they end."""
        x, y = at
        for piece, name in _pieces(said):
            font = _font(name, size)
            self.draw.text((x, y), piece, font=font, fill=colour, anchor="ls")
            x += font.getlength(piece)
        return x

    def middle(self, centre: float, y: float, said: str, size: int, colour: str = INK) -> None:
        """The same around a centre."""
        self.words((centre - width(said, size) / 2, y), said, size, colour)

    def bar(self, box: Box, colour: str, *, hollow: bool) -> None:
        """A filled box, or its outline where it rests on little."""
        if box[2] > box[0] and box[3] > box[1]:
            fill = None if hollow else colour
            self.draw.rectangle(box, fill=fill, outline=colour, width=3)


def width(said: str, size: int) -> float:
    return sum(_font(name, size).getlength(piece) for piece, name in _pieces(said))


def _pieces(said: str) -> list[tuple[str, str]]:
    """The words in runs of one font each."""
    found: list[tuple[str, str]] = []
    for sign in said:
        name = CJK if ord(sign) >= HAN or (sign in "“”" and _cjk(said)) else LATIN
        if found and found[-1][1] == name:
            found[-1] = (found[-1][0] + sign, name)
        else:
            found.append((sign, name))
    return found


def _cjk(said: str) -> bool:
    return any(ord(sign) >= HAN for sign in said)


@lru_cache(maxsize=32)
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    with as_file(files("bot") / "fonts" / name) as path:
        return ImageFont.truetype(str(path), size)


def picture(report: Report, limits: Sequence[tuple[str, Share]], title: str, say: Say) -> bytes:
    """The week as PNG. `limits` are the clocks' names with how often each was met."""
    shown = limits[:MOST]
    tall = 120 + 2 * (TILE + GAP) + BARS + 110 + max(1, len(shown)) * ROW + 3 * EDGE
    image = Image.new("RGB", (WIDE, tall), PAPER)
    pen = Pen(ImageDraw.Draw(image), say)
    pen.words((EDGE, EDGE + 34), title, 38)
    y = _tiles(pen, report, EDGE + 72)
    y = _scores(pen, report, y + EDGE)
    _limits(pen, shown, y + EDGE)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def rate(share: Share) -> str:
    """A share in per cent with what it is of: "92% (23/25)"; a dash where there is nothing."""
    return "–" if share.rate is None else f"{round(share.rate * 100)}% ({share.n}/{share.of})"


def _tiles(pen: Pen, report: Report, top: int) -> int:
    """Two rows of four numbers; returns where they end."""
    mean = report.score.mean
    told: tuple[tuple[str, str, str], ...] = (
        ("filed", str(report.filed), INK),
        ("ended", str(report.ended), INK),
        ("open", str(report.open), INK),
        ("first", rate(report.first_accepted), INK),
        ("mean", "–" if mean is None else f"{mean:.1f} (n={report.score.n})", INK),
        ("satisfied", rate(report.satisfied), _judged(report)),
        ("answered", rate(report.answered), INK),
        ("called", rate(report.called_back), INK),
    )
    across = (WIDE - 2 * EDGE - 3 * GAP) // 4
    for place, (name, value, colour) in enumerate(told):
        x = EDGE + place % 4 * (across + GAP)
        y = top + place // 4 * (TILE + GAP)
        pen.draw.rounded_rectangle((x, y, x + across, y + TILE), 12, outline=RULE, width=2)
        pen.words((x + 20, y + 44), pen.say(Phrase(f"group-report-{name}")), 22, QUIET)
        size = next((one for one in (34, 30, 26) if width(value, one) <= across - 40), 22)
        pen.words((x + 20, y + 98), value, size, colour)
    return top + 2 * TILE + GAP


def _judged(report: Report) -> str:
    """The goal is met, or not; nothing is judged by few."""
    found = report.satisfied
    if found.rate is None or found.few:
        return INK
    return GOOD if found.rate >= report.target else LOW


def _scores(pen: Pen, report: Report, top: int) -> int:
    """How often each score was given; returns where the bars end."""
    goal = round(report.target * 100)
    pen.words((EDGE, top + 24), pen.say(Phrase("group-report-scores", {"goal": goal})), 26)
    counts, floor = report.score.counts, top + BARS
    most = max((counts.get(one, 0) for one in SCORES), default=0)
    across = (WIDE - 2 * EDGE) / len(SCORES)
    for place, one in enumerate(SCORES):
        n, left = counts.get(one, 0), EDGE + place * across
        high = round((BARS - 110) * n / most) if most else 0
        box = (round(left + 14), floor - high, round(left + across - 14), floor)
        pen.bar(box, BAR, hollow=report.score.few)
        pen.middle(left + across / 2, floor - high - 10, str(n), 20, QUIET)
        pen.middle(left + across / 2, floor + 32, str(one), 22)
    pen.draw.line((EDGE, floor, WIDE - EDGE, floor), fill=RULE, width=2)
    return floor + 40


def _limits(pen: Pen, shown: Sequence[tuple[str, Share]], top: int) -> None:
    """How often each limit was met."""
    pen.words((EDGE, top + 24), pen.say(Phrase("group-report-limits")), 26)
    if not shown:
        pen.words((EDGE, top + 24 + ROW), pen.say(Phrase("group-report-none")), 22, QUIET)
    left, right = EDGE + 420, WIDE - EDGE - 220
    for place, (name, share) in enumerate(shown):
        y = top + 44 + place * ROW
        pen.words((EDGE, y + 26), name, 22)
        pen.draw.rectangle((left, y + 8, right, y + 30), fill="#eef2f6")
        end = left + round((right - left) * (share.rate or 0))
        pen.bar((left, y + 8, end, y + 30), BAR, hollow=share.few)
        pen.words((right + 20, y + 26), rate(share), 22, QUIET)
