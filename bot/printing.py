"""Prints a paper as PDF: one column of labels, one of words, in two fonts of our own."""

from importlib.resources import as_file, files

from fpdf import FPDF

from bot.papers import Paper

MARGIN, LINE = 22, 7  # millimetres
LABEL = 34  # millimetres, the width of the left column
CJK, LATIN = "droid", "dejavu"
FONTS = {LATIN: "DejaVuSans.ttf", CJK: "DroidSansFallback.ttf"}
GREY = (105, 105, 105)


def printed(paper: Paper) -> bytes:
    """The page as PDF, both fonts cut to the characters that it uses."""
    pdf = FPDF(format="A4")
    pdf.set_creation_date(paper.made)
    pdf.set_producer("Redress")
    pdf.set_title(paper.title)
    for family, file in FONTS.items():
        with as_file(files("bot") / "fonts" / file) as path:
            pdf.add_font(family, fname=path)
    pdf.set_fallback_fonts([CJK], exact_match=False)
    pdf.set_margins(MARGIN, MARGIN)
    pdf.add_page()
    _head(pdf, paper.title)
    for label, words in paper.rows:
        _row(pdf, label, words)
    _last(pdf, paper)
    return bytes(pdf.output())


def _head(pdf: FPDF, title: str) -> None:
    pdf.set_font(LATIN, size=18)
    pdf.multi_cell(0, 12, title, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(LINE)


def _row(pdf: FPDF, label: str, words: str) -> None:
    """A label, and beside it words of any length."""
    top = pdf.get_y()
    pdf.set_font(LATIN, size=10)
    pdf.set_text_color(*GREY)
    pdf.multi_cell(LABEL, LINE, label, align="L", new_x="LMARGIN", new_y="NEXT")
    below = pdf.get_y()
    pdf.set_text_color(0)
    pdf.set_font(LATIN, size=11)
    pdf.set_xy(MARGIN + LABEL, top)
    pdf.multi_cell(0, LINE, words, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.set_y(max(pdf.get_y(), below) + 1.5)


def _last(pdf: FPDF, paper: Paper) -> None:
    pdf.ln(LINE)
    pdf.set_font(LATIN, size=11)
    pdf.multi_cell(0, LINE, paper.effect, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(LINE)
    pdf.set_font(LATIN, size=9)
    pdf.set_text_color(*GREY)
    pdf.multi_cell(0, 5, paper.foot, align="L", new_x="LMARGIN", new_y="NEXT")
