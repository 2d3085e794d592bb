"""The registration list (投诉登记表): a line for each complaint of a span, as it was filed."""

from collections.abc import Iterator

from bot.forms.clerk import Clerk
from bot.forms.form import Form, Part, Row, Table
from dialogs.model import Joined
from dialogs.tickets.ticket import Clock, Ticket
from dialogs.tickets.wording import shortened

LEGAL = "C1"  # the clock of the answer that the law asks for
BRIEF, LONG = 120, 1000  # display cells of the story, on paper and in a workbook
# Each column by its text, with its width in millimetres.
COLUMNS = (
    ("place", 8, "count"),
    ("number", 25, "text"),
    ("filed", 18, "moment"),
    ("channel", 14, "text"),
    ("name", 13, "text"),
    ("phone", 20, "text"),
    ("service-number", 20, "text"),
    ("matter", 21, "text"),
    ("story", 35, "text"),
    ("wish", 19, "text"),
    ("level", 8, "count"),
    ("department", 15, "text"),
    ("owner", 13, "text"),
    ("due", 18, "moment"),
    ("closed", 18, "moment"),
    ("result", 15, "text"),
    ("score", 11, "count"),
)


def register(clerk: Clerk, under: str) -> Form:
    """The list without its lines, which `line` makes."""
    columns = tuple(clerk.column(f"column-{key}", width, kind) for key, width, kind in COLUMNS)
    table = Table(columns=columns, none=clerk("none"), open=True)
    signed = (clerk.box("kept-by", "", 4, 2), clerk.box("checked-by", "", 4, 2))
    parts = (Part(table=table), Part(boxes=((*signed, clerk.box("date", "", 4, 2)),)))
    return clerk.form("register", parts, under, wide=True)


def line(ticket: Ticket, channel: str, place: int, clerk: Clerk, *, brief: bool) -> Row:
    """The line of a ticket; `brief`: with no more of its story than fits on paper."""
    filing, due = ticket.filing, answer(ticket)
    score = next((one.score for one in reversed(ticket.scores) if one.score is not None), None)
    told = clerk.text(filing.story)
    return (
        f"{place}",
        ticket.number,
        clerk.moment(ticket.opened_at),
        clerk.channel(ticket, channel),
        clerk.name(filing.name),
        clerk.number(filing.contact_phone),
        clerk.number(filing.service_number),
        clerk.words.matter(ticket),
        shortened(told, BRIEF if brief else LONG),
        wishes(ticket, clerk),
        f"{ticket.level}",
        clerk.words.department(ticket.department) if ticket.department else "",
        ticket.owner_name,
        clerk.moment(due.due if due else None),
        clerk.moment(ticket.closed_at),
        clerk.result(ticket),
        "" if score is None else f"{score}",
    )


def wishes(ticket: Ticket, clerk: Clerk) -> str:
    """What the subscriber asks for, each with its amount."""
    return clerk.words.of(Joined(tuple(_wishes(ticket, clerk))))


def _wishes(ticket: Ticket, clerk: Clerk) -> Iterator[str]:
    words, currency = clerk.words, ticket.filing.currency
    for one in ticket.filing.wishes:
        what = words.remedy(one.code) if one.code else clerk.text(one.words)
        yield f"{what} {words.money(one.minor, currency)}" if one.minor else what


def answer(ticket: Ticket) -> Clock | None:
    """The newest of its legal clocks: a reopening has one of its own."""
    return next((one for one in reversed(ticket.clocks) if one.rule == LEGAL), None)
