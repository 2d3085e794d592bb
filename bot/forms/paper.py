"""Draws a form as PDF: ruled like the paper ones, heads on every page, page n of m at the foot."""

from collections.abc import Iterable, Sequence

from bot.forms.form import TWELFTHS, Box, Column, Form, Part, Row, Table
from bot.printing import BLACK, GREY, Page
from bot.ruling import Ruled, Ruler

MARGIN = 12  # millimetres
TITLE, UNDER, HEADING = 15, 8.5, 10
SIZE, SMALL = 9, 7  # of letters; the small ones in lists on pages that lie on their side
LABEL = 24  # millimetres; a narrow box has a narrower one
NUMBERS = frozenset({"count", "money"})


def drawn(form: Form, rows: Iterable[Row] = (), volume: tuple[int, int] = (1, 1)) -> bytes:
    """The form as PDF, `rows` in its open table. `volume`: which of how many files it is."""
    page = Page(form.foot, wide=form.wide, margin=MARGIN, pages=form.pages)
    page.set_creation_date(form.made)
    page.set_producer("Redress")
    page.set_title(form.title)
    page.set_lang(form.language)
    page.add_page()
    ruler = Ruler(page, SMALL if form.wide else SIZE)
    _head(form, ruler, volume)
    for part in form.parts:
        _part(part, rows, ruler)
    return bytes(page.output())


def _head(form: Form, ruler: Ruler, volume: tuple[int, int]) -> None:
    page, (place, many) = ruler.page, volume
    page.write_in(BLACK, TITLE)
    page.cell(page.epw, 9, form.title, align="C", new_x="LMARGIN", new_y="NEXT")
    under = form.under if many == 1 else f"{form.under} · {form.volume.format(n=place, m=many)}"
    ruler.said(under, UNDER, GREY)
    page.ln(1.5)


def _part(part: Part, rows: Iterable[Row], ruler: Ruler) -> None:
    if part.title:
        ruler.room(4)
        ruler.page.ln(1.5)
        ruler.said(part.title, HEADING)
        ruler.page.ln(0.6)
    for line in part.boxes:
        _boxes(line, ruler)
    if part.table is not None:
        _table(part.table, rows if part.table.open else part.table.rows, ruler)
    if part.remark:
        ruler.page.ln(1)
        ruler.said(part.remark, UNDER, GREY)


def _boxes(line: Sequence[Box], ruler: Ruler) -> None:
    ruled: list[Ruled] = []
    for box in line:
        width = ruler.page.epw * box.width / TWELFTHS
        label = min(LABEL, width * 0.45)
        ruled += [Ruled(box.label, label, head=True), Ruled(box.words, width - label)]
    ruler.row(ruled, max(box.tall for box in line))


def _table(table: Table, rows: Iterable[Row], ruler: Ruler) -> None:
    unit = ruler.page.epw / sum(column.width for column in table.columns)

    def head() -> None:
        ruler.row([Ruled(one.name, one.width * unit, head=True) for one in table.columns])

    ruler.room(4)
    head()
    empty = True
    for row in rows:
        empty = False
        ruler.row(
            [_ruled(word, one, unit) for word, one in zip(row, table.columns, strict=True)],
            again=head,
        )
    if empty:
        ruler.row([Ruled(table.none, ruler.page.epw)])


def _ruled(word: str, column: Column, unit: float) -> Ruled:
    return Ruled(word, column.width * unit, right=column.kind in NUMBERS)
