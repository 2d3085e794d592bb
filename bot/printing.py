"""Prints a paper as PDF: labels beside words, the items as a table, in two fonts of our own."""

from importlib.resources import as_file, files

from fpdf import FPDF

from bot.papers import Line, Paper
from bot.typesetting import lines

MARGIN, BOTTOM, LINE = 22, 24, 6.4  # millimetres
WIDTH = 210 - 2 * MARGIN  # of A4
LABEL = 34  # millimetres, the width of the left column
NUMBER, MONEY, DUE = 8, 32, 42  # columns of the table; what is left is the item's
PAGES = 12  # what "1 / 3" takes at the foot
GAP = 2.2  # between rows
CJK, LATIN = "droid", "dejavu"
FONTS = {LATIN: "DejaVuSans.ttf", CJK: "DroidSansFallback.ttf"}
BLACK, GREY, RULE = (0, 0, 0), (95, 95, 95), (205, 205, 205)
WORDS, SMALL = 10.5, 9


class Page(FPDF):
    """A4 pages that say at their foot which ticket they are of, and which of how many.

    `wide`: they lie on their long side. `margin` in millimetres, left, right and above. `pages`
    says which of how many, with {n} and {m}.
    """

    def __init__(
        self, foot: str, *, wide: bool = False, margin: float = MARGIN, pages: str = "{n} / {m}"
    ) -> None:
        super().__init__(orientation="landscape" if wide else "portrait", format="A4")
        self._foot, self._pages = foot, pages
        for family, file in FONTS.items():
            with as_file(files("bot") / "fonts" / file) as path:
                self.add_font(family, fname=path)
        self.set_fallback_fonts([CJK], exact_match=False)
        self.set_margins(margin, margin)
        self.c_margin = 0  # what stands in a cell begins and ends with it
        self.set_auto_page_break(True, BOTTOM)

    def footer(self) -> None:
        """Called by the library at the end of each page."""
        self.set_y(-BOTTOM + 8)
        self.write_in(GREY, SMALL)
        page = self.page_no()
        room = max(PAGES, self.get_string_width(self._pages.format(n=page, m=page)) + PAGES / 4)
        self.cell(self.epw - room, LINE, self._foot)
        self.cell(room, LINE, self._pages.format(n=page, m="{nb}"))

    def write_in(self, colour: tuple[int, int, int], size: float) -> None:
        """The colour and size of what is written from here on.

        The library takes a font for chosen that was only the last one's fallback.
        """
        self.set_font(LATIN, size=size)
        self.current_font_is_set_on_page = False
        self.set_text_color(*colour)

    def room(self, height: float) -> None:
        """Go on to the next page where so many millimetres are no longer left."""
        if self.will_page_break(height):
            self.add_page()

    def words(self, left: float, width: float, said: str, high: float = LINE) -> None:
        """Words in a column that begins `left` millimetres from the margin, over pages too.

        `high`: millimetres, of one line.
        """
        for line in lines(said, width, self.get_string_width):
            self.room(high)
            self.set_x(self.l_margin + left)
            self.cell(width, high, line, new_x="LMARGIN", new_y="NEXT")

    def rule(self) -> None:
        """A thin line across the page."""
        self.set_draw_color(*RULE)
        self.set_line_width(0.2)
        self.line(MARGIN, self.get_y(), MARGIN + WIDTH, self.get_y())
        self.ln(GAP)


def printed(paper: Paper) -> bytes:
    """The page as PDF, both fonts cut to the characters that it uses."""
    pdf = Page(paper.number)
    pdf.set_creation_date(paper.made)
    pdf.set_producer("Redress")
    pdf.set_title(paper.title)
    pdf.set_lang(paper.language)
    pdf.add_page()
    pdf.write_in(BLACK, 18)
    pdf.words(0, WIDTH, paper.title)
    pdf.ln(LINE)
    for label, words in paper.rows:
        _row(pdf, label, words)
    _table(pdf, paper)
    for label, words in paper.after:
        _row(pdf, label, words)
    pdf.ln(GAP)
    pdf.write_in(GREY, SMALL)
    pdf.words(0, WIDTH, paper.foot)
    return bytes(pdf.output())


def _row(pdf: Page, label: str, words: str) -> None:
    """A label, and beside it words of any length."""
    pdf.write_in(GREY, SMALL)
    beside = lines(label, LABEL - 4, pdf.get_string_width)
    pdf.room(LINE * len(beside))
    top, page = pdf.get_y(), pdf.page
    pdf.words(0, LABEL - 4, label)
    below = pdf.get_y()
    pdf.set_y(top)
    pdf.write_in(BLACK, WORDS)
    pdf.words(LABEL, WIDTH - LABEL, words)
    if pdf.page == page:
        pdf.set_y(max(pdf.get_y(), below))
    pdf.ln(GAP)


def _table(pdf: Page, paper: Paper) -> None:
    """What will be done: each item with its amount and its date, and the sum."""
    if not paper.items:
        return
    pdf.room(LINE * 4)
    pdf.ln(GAP)
    _line(pdf, "", paper.heads, GREY)
    for place, item in enumerate(paper.items, start=1):
        if pdf.will_page_break(LINE * 2):
            pdf.add_page()
            _line(pdf, "", paper.heads, GREY)
        _line(pdf, str(place), item, BLACK)
    if paper.total.what:
        _line(pdf, "", paper.total, BLACK)
    pdf.ln(GAP)


def _line(pdf: Page, number: str, item: Line, colour: tuple[int, int, int]) -> None:
    """One line of the table: number, item, amount and date stand on its first line."""
    pdf.room(LINE * 2)
    size = SMALL if colour == GREY else WORDS
    pdf.write_in(GREY, SMALL)
    top = pdf.get_y()
    pdf.cell(NUMBER, LINE, number)
    pdf.write_in(colour, size)
    pdf.set_xy(MARGIN + WIDTH - MONEY - DUE, top)
    pdf.cell(MONEY, LINE, item.money, align="R")
    pdf.cell(DUE, LINE, item.due, align="R")
    pdf.set_y(top)
    pdf.words(NUMBER, WIDTH - NUMBER - MONEY - DUE - 4, item.what)
    pdf.ln(0.6)
    pdf.rule()
