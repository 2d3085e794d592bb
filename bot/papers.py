"""The files that we send: the written confirmation of what was agreed, as PDF (domain.md M14).

What was agreed gives the same paper whenever it is made: a date that is put off later stands on it
as it was agreed, and a later agreement has a paper of its own.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from mimetypes import guess_type

from dialogs.catalogue import Promise
from dialogs.house import House
from dialogs.model import Arg, Attached, Moment, Money, Phrase
from dialogs.texts import Texts
from dialogs.tickets.crediting import uncredited
from dialogs.tickets.notices import CONFIRMATION
from dialogs.tickets.ticket import Entry, Item, Proposal, Ticket
from dialogs.tickets.wording import remedy, subject, who
from storage import Connection, tickets
from storage.store import Store

AGREEING = frozenset({"accept", "accept_after_all", "mediated"})
ANOTHER_YEAR = datetime(1970, 1, 1, tzinfo=UTC)  # a paper is read years later: dates have years

Documents = Callable[[Attached], Awaitable[tuple[str, bytes]]]


class NoPaper(Exception):
    """The file cannot be made: its ticket is not there, or its kind is unknown."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: what is done, for how much, until when."""

    what: str
    money: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What stands on it: rows of (label, words), the items with their sum, more rows, a last line.

    `number` is the ticket's, `language` the tag of the words.
    """

    title: str
    number: str
    language: str
    rows: tuple[tuple[str, str], ...]
    heads: Line
    items: tuple[Line, ...]
    total: Line
    after: tuple[tuple[str, str], ...]
    foot: str
    made: datetime


def mime_of(name: str) -> str:
    """What a file of ours is, by its name."""
    return guess_type(name)[0] or "application/octet-stream"


def documents(store: Store, house: House, texts: Texts) -> Documents:
    """What makes the file of a message: its name and its bytes. Raises NoPaper."""

    async def make(attached: Attached) -> tuple[str, bytes]:
        found = await store.read(lambda c: _found(c, attached))
        if found is None:
            raise NoPaper(f"{attached.kind} of ticket {attached.ticket}")
        paper = confirmation(*found, house, texts)
        name = attached.name or f"{paper.number}.pdf"
        return name, await asyncio.to_thread(_printed, paper)

    return make


def _found(c: Connection, attached: Attached) -> tuple[Ticket, Proposal, datetime] | None:
    """The ticket, what was agreed, and when; None where there is no such paper."""
    kind, _, place = attached.kind.partition(":")
    ticket = tickets.load(c, attached.ticket)
    if ticket is None or kind != CONFIRMATION:
        return None
    at = int(place) if place.isdecimal() else len(ticket.proposals)
    if not 0 < at <= len(ticket.proposals):
        return None
    proposal = ticket.proposals[at - 1]
    later = ticket.proposals[at].at if at < len(ticket.proposals) else None
    entries = tickets.timeline(c, ticket.id)
    agreed = [one.at for one in entries if one.move in AGREEING and _between(one, proposal, later)]
    return ticket, proposal, agreed[-1] if agreed else proposal.at


def _between(entry: Entry, proposal: Proposal, later: datetime | None) -> bool:
    """Whether the entry is about this proposal: no newer one was made before it."""
    return entry.at >= proposal.at and (later is None or entry.at <= later)


def _printed(paper: Paper) -> bytes:
    from bot.printing import printed  # noqa: PLC0415  a second to import, and rarely needed

    return printed(paper)


def confirmation(
    ticket: Ticket, proposal: Proposal, agreed: datetime, house: House, texts: Texts
) -> Paper:
    """The confirmation of what was agreed then, in the language of the ticket."""

    def words(arg: Arg) -> str:
        return texts.words(ticket.language, arg, ANOTHER_YEAR)

    def rows(found: Iterator[tuple[str, Arg]]) -> tuple[tuple[str, str], ...]:
        return tuple((words(Phrase(f"paper-{key}")), words(arg)) for key, arg in found)

    def line(what: Arg, money: Arg = "", due: Arg = "") -> Line:
        return Line(words(what), words(money), words(due))

    items = proposal.items
    total = sum(one.minor or 0 for one in items)
    several = sum(1 for one in items if one.minor) > 1
    return Paper(
        title=words(Phrase("paper-title")),
        number=ticket.number,
        language=ticket.language,
        rows=rows(_facts(ticket, proposal, agreed, house)),
        heads=line(Phrase("paper-items"), Phrase("paper-amount"), Phrase("paper-due")),
        items=tuple(line(*_item(one, ticket, house)) for one in items),
        total=line(Phrase("paper-total"), _money(total, ticket)) if several else Line(""),
        after=rows(_after(ticket, items, house)),
        foot=words(Phrase("paper-foot", {"no": ticket.number})),
        made=agreed,
    )


def _facts(
    ticket: Ticket, proposal: Proposal, agreed: datetime, house: House
) -> Iterator[tuple[str, Arg]]:
    """Who agreed on what, and what was found."""
    filing = ticket.filing
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
    if proposal.finding:
        yield "finding", proposal.finding
    if ticket.liability:
        yield "liability", Phrase(f"paper-liability-{ticket.liability}")


def _item(item: Item, ticket: Ticket, house: House) -> tuple[Arg, Arg, Arg]:
    """What is done, the amount, and the date that was agreed, whatever became of it since."""
    due = item.agreed or item.due
    money: Arg = _money(item.minor, ticket) if item.minor else ""
    return remedy(item, house), money, Moment(due, day_only=True) if due else ""


def _after(ticket: Ticket, items: tuple[Item, ...], house: House) -> Iterator[tuple[str, Arg]]:
    """Which promises are kept, what becomes of the disputed amount, and what one may still do."""
    known = house.catalogue.promises
    cited = dict.fromkeys(one.promise for one in items if one.promise in known)
    if cited:
        yield "promise", tuple(_promise(known[code]) for code in cited)
    if ticket.credit is not None:
        yield "credit", _credit(ticket, items, house)
    yield "change", Phrase("paper-change-how")
    yield "appeal", Phrase("m10")


def _promise(promise: Promise) -> Phrase:
    """The promise in the words in which it was published, where, and its validity."""
    args: dict[str, Arg] = {
        "promise": promise.label,
        "text": promise.text,
        "source": promise.source,
        "start": date.fromisoformat(promise.valid_from),
    }
    if not promise.valid_to:
        return Phrase("paper-promise-from", args)
    return Phrase("paper-promise-between", {**args, "end": date.fromisoformat(promise.valid_to)})


def _credit(ticket: Ticket, items: tuple[Item, ...], house: House) -> Phrase:
    """The disputed amount: on hold until all is done, and then what is left of it."""
    assert ticket.credit is not None
    rule, held = house.catalogue.credit, ticket.credit.minor
    rest = uncredited(held, items, house)
    args: dict[str, Arg] = {"money": _money(held, ticket), "days": rule.grace}
    if not rest:
        return Phrase("paper-credit-all", args)
    return Phrase("paper-credit-rest", {**args, "rest": _money(rest, ticket)})


def _money(minor: int, ticket: Ticket) -> Money:
    return Money(minor, ticket.filing.currency)
