"""The files that we send: the written confirmation of what was agreed, as PDF (domain.md M14).

The same ticket gives the same bytes: nothing of it depends on when or where it is made.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import as_file, files

from fpdf import FPDF

from dialogs.house import House
from dialogs.model import Arg, Attached, Moment, Phrase
from dialogs.texts import Texts
from dialogs.tickets.guards import accepted
from dialogs.tickets.ticket import Ticket
from dialogs.tickets.wording import item_lines, subject, who
from storage import Connection, tickets
from storage.store import Store

MARGIN, LINE = 22, 7  # millimetres
LABEL = 34  # millimetres, the width of the left column
CJK, LATIN = "droid", "dejavu"
FONTS = {LATIN: "DejaVuSans.ttf", CJK: "DroidSansFallback.ttf"}
GREY = (105, 105, 105)
AGREEING = frozenset({"accept", "accept_after_all", "mediated"})
ANOTHER_YEAR = datetime(1970, 1, 1, tzinfo=UTC)  # a paper is read years later: dates have years

Documents = Callable[[Attached], Awaitable[tuple[str, bytes]]]


class NoPaper(Exception):
    """The file cannot be made: its ticket is not there, or its kind is unknown."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on the page: title, rows of (label, words), a closing text, the last line."""

    title: str
    rows: tuple[tuple[str, str], ...]
    effect: str
    foot: str
    made: datetime


def documents(store: Store, house: House, texts: Texts) -> Documents:
    """What makes the file of a message: its name and its bytes. Raises NoPaper."""

    async def make(attached: Attached) -> tuple[str, bytes]:
        found = await store.read(lambda c: _found(c, attached))
        if found is None:
            raise NoPaper(f"{attached.kind} of ticket {attached.ticket}")
        ticket, agreed = found
        paper = confirmation(ticket, agreed, house, texts)
        name = attached.name or f"{ticket.number}.pdf"
        return name, await asyncio.to_thread(printed, paper)

    return make


def _found(c: Connection, attached: Attached) -> tuple[Ticket, datetime] | None:
    """The ticket, and when it was agreed; None where there is no such paper."""
    ticket = tickets.load(c, attached.ticket)
    if ticket is None or attached.kind != "confirmation":
        return None
    entries = tickets.timeline(c, ticket.id)
    agreed = [entry.at for entry in entries if entry.move in AGREEING]
    return ticket, agreed[-1] if agreed else ticket.opened_at


def confirmation(ticket: Ticket, agreed: datetime, house: House, texts: Texts) -> Paper:
    """The confirmation in the language of the ticket."""

    def words(arg: Arg) -> str:
        return texts.words(ticket.language, arg, ANOTHER_YEAR)

    rows = _rows(ticket, agreed, house)
    return Paper(
        title=words(Phrase("paper-title")),
        rows=tuple((words(Phrase(f"paper-{key}")), words(arg)) for key, arg in rows),
        effect=words(Phrase("m10")),
        foot=words(Phrase("paper-foot", {"no": ticket.number})),
        made=agreed,
    )


def _rows(ticket: Ticket, agreed: datetime, house: House) -> Iterator[tuple[str, Arg]]:
    filing, proposal = ticket.filing, ticket.proposal
    yield "number", ticket.number
    yield "filed", Moment(ticket.opened_at, day_only=True)
    yield "agreed", Moment(agreed, day_only=True)
    yield "about", subject(ticket, house)
    yield "operator", house.operator or Phrase("paper-us")
    yield "contact", who(ticket, house)
    if house.hotline:
        yield "hotline", house.hotline
    yield "subscriber", filing.name or Phrase("paper-unnamed")
    if filing.service_number:
        yield "service-number", filing.service_number
    if proposal is not None and proposal.finding:
        yield "finding", proposal.finding
    yield "items", item_lines(accepted(ticket), ticket, house) or Phrase("items-none")


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
