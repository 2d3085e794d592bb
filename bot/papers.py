"""The files that we send: the written confirmation of what was agreed, as PDF (domain.md M14).

The same ticket gives the same bytes: nothing of it depends on when or where it is made.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from dialogs.house import House
from dialogs.model import Arg, Attached, Moment, Phrase
from dialogs.texts import Texts
from dialogs.tickets.guards import accepted
from dialogs.tickets.ticket import Ticket
from dialogs.tickets.wording import item_lines, subject, who
from storage import Connection, tickets
from storage.store import Store

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
        return name, await asyncio.to_thread(_printed, paper)

    return make


def _found(c: Connection, attached: Attached) -> tuple[Ticket, datetime] | None:
    """The ticket, and when it was agreed; None where there is no such paper."""
    ticket = tickets.load(c, attached.ticket)
    if ticket is None or attached.kind != "confirmation":
        return None
    entries = tickets.timeline(c, ticket.id)
    agreed = [entry.at for entry in entries if entry.move in AGREEING]
    return ticket, agreed[-1] if agreed else ticket.opened_at


def _printed(paper: Paper) -> bytes:
    from bot.printing import printed  # noqa: PLC0415  a second to import, and rarely needed

    return printed(paper)


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
