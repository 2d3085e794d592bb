"""Prints a formal paper as PDF: headings over sections, labels and dates beside words."""

from bot.printing import BLACK, GAP, GREY, LINE, MARGIN, SMALL, WIDTH, WORDS, Page
from bot.sheets import Part, Said, Written
from bot.typesetting import lines

LABEL, NUMBER = 42, 9  # millimetres, the widths of the left columns
SPACE = 4  # between a left column and the words
TITLE, HEADING, TINY = 18, 12, 8
TIGHT = 4.4  # millimetres, a line of small print
SIGNED = 14  # millimetres that a line to sign on is high


def printed_sheet(paper: Written) -> bytes:
    """The paper as PDF; the same words give the same bytes."""
    pdf = Page(paper.number)
    pdf.set_creation_date(paper.made)
    pdf.set_producer("Redress")
    pdf.set_title(f"{paper.title} {paper.number}")
    pdf.set_lang(paper.language)
    pdf.add_page()
    pdf.write_in(BLACK, TITLE)
    pdf.words(0, WIDTH, paper.title)
    if paper.mark:
        pdf.ln(GAP)
        pdf.write_in(GREY, WORDS)
        pdf.words(0, WIDTH, paper.mark)
    for part in paper.parts[:-1]:
        _part(pdf, part)
    pdf.room(LINE * 4 + SIGNED * len(paper.signing))  # nobody signs on a page of its own
    for part in paper.parts[-1:]:
        _part(pdf, part)
    _signing(pdf, paper.signing)
    if paper.foot:
        pdf.ln(LINE)
        pdf.write_in(GREY, SMALL)
        pdf.words(0, WIDTH, paper.foot)
    return bytes(pdf.output())


def _part(pdf: Page, part: Part) -> None:
    """A section: its heading never ends a page."""
    pdf.ln(LINE)
    if part.heading:
        pdf.room(LINE * 4)
        pdf.write_in(BLACK, HEADING)
        pdf.words(0, WIDTH, part.heading)
        pdf.rule()
    for place, line in enumerate(part.lines, start=1):
        left = f"{place}." if part.numbered else line.label
        column = NUMBER if part.numbered else LABEL if left else 0
        _line(pdf, left, column, line)


def _line(pdf: Page, left: str, column: float, line: Said) -> None:
    """What stands left, and beside it words of any length, with the small print below them."""
    pdf.write_in(GREY, SMALL)
    beside = lines(left, column - SPACE, pdf.get_string_width) if left else []
    pdf.room(LINE * max(1, len(beside)))
    top, page = pdf.get_y(), pdf.page
    if left:
        pdf.words(0, column - SPACE, left)
    below = pdf.get_y()
    pdf.set_y(top)
    pdf.write_in(BLACK, WORDS)
    pdf.words(column, WIDTH - column, line.words)
    if line.small:
        pdf.write_in(GREY, TINY)
        pdf.words(column, WIDTH - column, line.small, TIGHT)
    if pdf.page == page:
        pdf.set_y(max(pdf.get_y(), below))
    pdf.ln(GAP)


def _signing(pdf: Page, signing: tuple[Said, ...]) -> None:
    """The lines to sign on, together on one page."""
    if not signing:
        return
    pdf.ln(LINE)
    pdf.room(SIGNED * len(signing))
    for line in signing:
        top = pdf.get_y() + SIGNED - LINE
        pdf.set_y(top)
        pdf.write_in(GREY, SMALL)
        pdf.words(0, LABEL - SPACE, line.label)
        pdf.set_y(top)
        pdf.write_in(BLACK, WORDS)
        pdf.words(LABEL, WIDTH - LABEL, line.words)
        if not line.words:
            foot = pdf.get_y() - GAP / 2
            pdf.line(MARGIN + LABEL, foot, MARGIN + LABEL * 3, foot)
