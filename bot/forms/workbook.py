"""Writes a form as XLSX: the same boxes and tables, ready to print, numbers and days as such.

Nothing in it is ever a formula: what people wrote is written as words, whatever it begins with.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import accumulate
from math import ceil
from pathlib import Path
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.forms.form import TWELFTHS, Box, Form, Part, Row, Table

A4 = 9
GRID, EACH = 24, 3.9  # columns of a form without a long list, and their width in signs
ACROSS = 150  # signs, the width of a form that is a long list
LINE = 15.0  # points, the height of a line
MOST = 32_000  # signs in one cell; the program that reads it takes 32,767
LEAST: Mapping[str, float] = {"moment": 17, "day": 11, "money": 10}  # signs
LABELS = 0.42  # of the columns of a narrow box are its label's, and three of a wide one's
WAYS: Mapping[str, str] = {
    "moment": "yyyy-mm-dd hh:mm",
    "day": "yyyy-mm-dd",
    "money": "#,##0.00",
    "count": "0",
}
TIMES: Mapping[str, str] = {"moment": "%Y-%m-%d %H:%M", "day": "%Y-%m-%d"}
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
BOX = {"border": 1, "text_wrap": True, "valign": "vcenter", "font_size": 10}
LOOKS: Mapping[str, Mapping[str, object]] = {
    "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"},
    "under": {"font_color": "#666666", "align": "center"},
    "heading": {"bold": True, "font_size": 11, "valign": "bottom"},
    "remark": {"font_color": "#666666", "text_wrap": True, "valign": "top"},
    "head": {**BOX, "bold": True, "bg_color": "#F0F0F0"},
    "text": BOX,
}


def written(form: Form, rows: Iterable[Row], file: Path) -> None:
    """Write the form to `file`, `rows` in its open table; they are not kept in memory."""
    book = Workbook(str(file), OPTIONS)
    book.set_properties({"title": form.title, "created": form.made.replace(tzinfo=None)})
    _Leaf(book, form).fill(rows)
    book.close()


class _Leaf:
    """The one leaf of the book, filled from above to below."""

    def __init__(self, book: Workbook, form: Form) -> None:
        self.form, self.at = form, 0
        self.leaf: Worksheet = book.add_worksheet()
        self.looks: dict[str, Format] = {
            name: book.add_format(dict(look)) for name, look in LOOKS.items()
        }
        for kind, way in WAYS.items():
            self.looks[kind] = book.add_format({**BOX, "align": "left", "num_format": way})
        unit = ACROSS / sum(one.width for one in form.columns) if form.columns else 0
        widths = [max(one.width * unit, LEAST.get(one.kind, 0)) for one in form.columns]
        self.widths = widths or [EACH] * GRID
        for place, width in enumerate(self.widths):
            self.leaf.set_column(place, place, width)
        self._printed()

    def _printed(self) -> None:
        """How it comes out of a printer: A4, as wide as the page, its number at the foot."""
        leaf, form = self.leaf, self.form
        leaf.set_paper(A4)
        if form.wide:
            leaf.set_landscape()
        leaf.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        leaf.fit_to_pages(1, 0)
        of = form.pages.replace("&", "&&").format(n="&P", m="&N")
        leaf.set_footer(f"&L{form.foot.replace('&', '&&')[:120]}&R{of}")

    def fill(self, rows: Iterable[Row]) -> None:
        """Everything, in the order of the form."""
        self._across(self.form.title, "title", 26)
        self._across(self.form.under, "under")
        for part in self.form.parts:
            self._part(part, rows)

    def _part(self, part: Part, rows: Iterable[Row]) -> None:
        if part.title:
            self._across(part.title, "heading", 24)
        for line in part.boxes:
            self._boxes(line)
        if part.table is not None:
            self._table(part.table, rows if part.table.open else part.table.rows)
        if part.remark:
            self._across(part.remark, "remark")

    def _across(self, words: str, look: str, height: float = 0) -> None:
        lines = _lines(words, sum(self.widths))
        self.leaf.set_row(self.at, height or LINE * lines)
        self._merged(0, len(self.widths), words, self.looks[look])
        self.at += 1

    def _boxes(self, line: Sequence[Box]) -> None:
        ends = self._ends([box.width for box in line], TWELFTHS)
        placed = [(begin, end, box) for (begin, end), box in zip(ends, line, strict=True)]
        lines = [box.tall for box in line]
        cells: list[tuple[int, int, str, str]] = []
        for begin, end, box in placed:
            middle = begin + (3 if end - begin > GRID / 2 else round((end - begin) * LABELS))
            middle = min(max(middle, begin + 1), end - 1)
            cells += [(begin, middle, box.label, "head"), (middle, end, box.words, "text")]
        lines += [_lines(words, sum(self.widths[begin:end])) for begin, end, words, _ in cells]
        self.leaf.set_row(self.at, LINE * max(lines))
        for begin, end, words, look in cells:
            self._merged(begin, end, words, self.looks[look])
        self.at += 1

    def _table(self, table: Table, rows: Iterable[Row]) -> None:
        shares = [one.width for one in table.columns]
        ends = self._ends(shares, sum(shares))
        self._row([(one.name, "head") for one in table.columns], ends)
        if table.open:
            self.leaf.repeat_rows(self.at - 1)
            self.leaf.freeze_panes(self.at, 0)
        first = self.at
        for row in rows:
            kinds = [one.kind for one in table.columns]
            self._row(list(zip(row, kinds, strict=True)), ends)
        if self.at == first:
            self._across(table.none, "text")
        elif table.open:
            self.leaf.autofilter(first - 1, 0, self.at - 1, len(self.widths) - 1)

    def _row(self, cells: Sequence[tuple[str, str]], ends: Sequence[tuple[int, int]]) -> None:
        wide = [sum(self.widths[begin:end]) for begin, end in ends]
        lines = [
            1 if kind in WAYS else _lines(words, room)
            for (words, kind), room in zip(cells, wide, strict=True)
        ]
        self.leaf.set_row(self.at, LINE * max(lines))
        for (words, kind), (begin, end) in zip(cells, ends, strict=True):
            self._merged(begin, end, words, self.looks[kind], kind)
        self.at += 1

    def _ends(self, shares: Sequence[float], whole: float) -> list[tuple[int, int]]:
        """Which columns of the leaf each takes, by its share of the whole; each one at least."""
        if len(shares) == len(self.widths):
            return [(place, place + 1) for place in range(len(shares))]
        total, across = list(accumulate(shares)), list(accumulate(self.widths))
        cuts = [0]
        for place, reached in enumerate(total[:-1]):
            wanted = across[-1] * reached / whole
            nearest = min(range(len(across)), key=lambda one: abs(across[one] - wanted)) + 1
            left = len(shares) - place - 1
            cuts.append(min(max(nearest, cuts[-1] + 1), len(across) - left))
        return list(zip(cuts, [*cuts[1:], len(across)], strict=True))

    def _merged(self, begin: int, end: int, words: str, look: Format, kind: str = "") -> None:
        """What is written stands in the first cell; the others are there for their rules."""
        if end - begin > 1:
            self.leaf.merge_range(self.at, begin, self.at, end - 1, "", look)
        _put(self.leaf, (self.at, begin), words, look, kind)


def _put(leaf: Worksheet, at: tuple[int, int], words: str, look: Format, kind: str) -> None:
    """A number or a moment as such; anything else, and what is none, as words."""
    if not words:
        leaf.write_blank(*at, None, look)
        return
    try:
        if kind in TIMES:
            leaf.write_datetime(*at, datetime.strptime(words, TIMES[kind]), look)  # noqa: DTZ007
            return
        if kind in {"money", "count"}:
            leaf.write_number(*at, float(words), look)
            return
    except ValueError:
        pass  # a dash, or words in place of a number
    leaf.write_string(*at, words[:MOST], look)


def _lines(words: str, room: float) -> int:
    """How many lines the words take in so many signs; the program breaks them, but does not ask
    what that does to the height of a row of joined cells."""
    found = 0
    for line in words.splitlines() or [""]:
        wide = sum(1.85 if east_asian_width(sign) in "WF" else 1 for sign in line)
        found += max(1, ceil(wide / max(room - 1, 1)))
    return min(found, 27)  # a row is 409 points high at most
