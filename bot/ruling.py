"""Rows of ruled boxes on printed pages: they go on over a page's end, and a head is repeated."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.printing import BLACK, GREY, Page
from bot.typesetting import lines

SHADE = (240, 240, 240)  # behind heads and labels
INK = (120, 120, 120)  # of the rules
THIN = 0.2  # millimetres
PAD = 1.2  # millimetres between a rule and the words beside it
POINT = 25.4 / 72  # millimetres


@dataclass(frozen=True, slots=True)
class Ruled:
    """One box of a row: words in a width of millimetres; `head` for labels and column heads."""

    words: str
    width: float
    head: bool = False
    right: bool = False  # numbers stand at the right


class Ruler:
    """Rules rows onto a page in one size of letters.

    The widths of signs are measured once each: a long list says the same few thousand of them.
    """

    def __init__(self, page: Page, size: float) -> None:
        self.page, self.size = page, size
        self.height = size * POINT * 1.35  # of one line, in millimetres
        self._known: dict[str, float] = {}

    def row(
        self,
        boxes: Sequence[Ruled],
        tall: int = 1,
        again: Callable[[], None] | None = None,
    ) -> None:
        """Boxes side by side, as high as the longest of them and at least `tall` lines.

        What does not fit on the page goes on on the next, below what `again` draws there.
        """
        told = [self._lines(one) for one in boxes]
        left = max(tall, *(len(one) for one in told))
        if self._fitting() < min(left, 2, max(tall, 1)) or (left <= 3 and self._fitting() < left):
            self._turn(again)
        while left:
            now = min(left, self._fitting())
            self._draw(boxes, told, now)
            told = [one[now:] for one in told]
            left -= now
            if left:
                self._turn(again)

    def said(self, words: str, size: float, colour: tuple[int, int, int] = BLACK) -> None:
        """Words of another size across the page."""
        self.page.write_in(colour, size)
        for line in lines(words, self.page.epw, self.page.get_string_width):
            self.page.room(size * POINT * 1.5)
            self.page.cell(self.page.epw, size * POINT * 1.5, line, new_x="LMARGIN", new_y="NEXT")

    def room(self, rows: int) -> None:
        """Go on on the next page where fewer lines than so many are left."""
        if self._fitting() < rows:
            self.page.add_page()

    def _turn(self, again: Callable[[], None] | None) -> None:
        self.page.add_page()
        if again is not None:
            again()

    def _fitting(self) -> int:
        """How many lines fit between here and the foot of the page."""
        left = self.page.page_break_trigger - self.page.get_y() - 2 * PAD
        return max(int((left + 0.01) / self.height), 0)

    def _lines(self, box: Ruled) -> list[str]:
        self.page.write_in(BLACK, self.size)
        return lines(box.words, box.width - 2 * PAD, self._measured)

    def _measured(self, words: str) -> float:
        known = self._known
        for sign in words:
            if sign not in known:
                known[sign] = self.page.get_string_width(sign)
        return sum(known[sign] for sign in words)

    def _draw(self, boxes: Sequence[Ruled], told: Sequence[list[str]], now: int) -> None:
        page, top = self.page, self.page.get_y()
        height = now * self.height + 2 * PAD
        at = page.l_margin
        page.set_draw_color(*INK)
        page.set_line_width(THIN)
        page.set_fill_color(*SHADE)
        for box, said in zip(boxes, told, strict=True):
            page.rect(at, top, box.width, height, style="DF" if box.head else "D")
            page.write_in(GREY if box.head else BLACK, self.size)
            for place, line in enumerate(said[:now]):
                page.set_xy(at + PAD, top + PAD + place * self.height)
                page.cell(box.width - 2 * PAD, self.height, line, align="R" if box.right else "L")
            at += box.width
        page.set_xy(page.l_margin, top + height)
