"""Our answer to an outside body, drafted from the record: what was complained of, found, done.

Staff go over it before it is sent. Who the person is stands in it as two marks, which the paper
has filled in; how badly staff caused it, and what they noted for themselves, is in no answer.
"""

from collections.abc import Iterator

from dialogs.appeals.bodies import body_of
from dialogs.appeals.cases import REFERRAL, Case
from dialogs.appeals.happened import happened
from dialogs.appeals.record import Record
from dialogs.appeals.sheet import Line, Section, Sheet
from dialogs.appeals.terms import terms
from dialogs.house import House
from dialogs.model import Arg, Language, Moment, Money, Phrase
from dialogs.tickets.guards import accepted, standing
from dialogs.tickets.showing import hide
from dialogs.tickets.ticket import Item, Ticket
from dialogs.tickets.wording import item_line, remedy, state_name, subject

NAME, NUMBER = Phrase("reply-name"), Phrase("reply-number")  # filled in on the paper


def reply(record: Record, case: Case, language: Language, house: House) -> Sheet:
    """The answer in the body's language, as of the record."""
    ticket = record.ticket
    return Sheet(
        title=Phrase("reply-title", {"no": ticket.number}),
        number=ticket.number,
        language=language,
        made=record.at,
        sections=tuple(_sections(record, case, house)),
        signing=(
            Line(house.legal_name or house.operator or Phrase("paper-us"), Phrase("reply-signed")),
            Line(Moment(record.at, day_only=True), Phrase("reply-dated")),
        ),
    )


def _sections(record: Record, case: Case, house: House) -> Iterator[Section]:
    ticket = record.ticket
    yield _section("", Line(Phrase("reply-to", {"body": body_of(case, ticket, house)})))
    yield _section("", Line(_opening(case)))
    yield _section(Phrase("reply-complaint"), *_complaint(ticket, house))
    yield _section(Phrase("reply-found"), *_found(ticket))
    yield _section(Phrase("reply-history"), *happened(record, house))
    yield _section(Phrase("reply-result"), *_result(ticket, house))
    if limits := terms(record, house):
        yield _section(Phrase("reply-limits"), *limits)
    if exhibits := tuple(_evidence(record)):
        yield Section(lines=exhibits, heading=Phrase("reply-evidence"), numbered=True)
    yield _section("", Line(_closing(house)))


def _section(heading: Arg, *lines: Line) -> Section:
    return Section(lines=lines, heading=heading)


def _opening(case: Case) -> Phrase:
    key = "reply-opening-referral" if case.kind == REFERRAL else "reply-opening-appeal"
    reference = case.reference or Phrase("reply-no-reference")
    args: dict[str, Arg] = {"name": NAME, "reference": reference}
    return Phrase(key, {**args, "at": Moment(case.received, day_only=True)})


def _complaint(ticket: Ticket, house: House) -> Iterator[Line]:
    """Who complained of what, when, and what they asked for."""
    filing = ticket.filing
    yield Line(ticket.number, Phrase("reply-ticket"))
    yield Line(Moment(ticket.opened_at), Phrase("reply-filed"))
    yield Line(NAME, Phrase("reply-who"))
    if filing.service_number:
        yield Line(NUMBER, Phrase("reply-which"))
    yield Line(subject(ticket, house), Phrase("reply-about"))
    yield Line(hide(filing.story), Phrase("reply-story"))
    if filing.amount:
        yield Line(Money(filing.amount, filing.currency), Phrase("reply-amount"))
    for wish in filing.wishes:
        known = house.catalogue.remedies.get(wish.code)
        what: Arg = known.label if known else hide(wish.words) or wish.code
        if wish.minor:
            money = Money(wish.minor, filing.currency)
            what = Phrase("reply-wish-money", {"what": what, "money": money})
        yield Line(what, Phrase("reply-wish"))


def _found(ticket: Ticket) -> Iterator[Line]:
    """Who is liable, and for what reasons; that it is being checked where nothing is found yet."""
    if ticket.liability:
        yield Line(Phrase(f"reply-liability-{ticket.liability}"), Phrase("reply-liability"))
    if ticket.finding:
        yield Line(hide(ticket.finding), Phrase("reply-finding"))
    if not ticket.liability and not ticket.finding:
        yield Line(Phrase("reply-checking"))


def _result(ticket: Ticket, house: House) -> Iterator[Line]:
    """What was agreed and what of it is done; else what is offered; else how it stands."""
    offer = standing(ticket)
    if agreed := accepted(ticket):
        yield Line(Phrase("reply-agreed"))
        yield from (Line(_carried(one, ticket, house)) for one in agreed)
    elif offer is not None:
        key = "reply-offer-final" if offer.final else f"reply-offer-{offer.outcome}"
        yield Line(Phrase(key))
        yield from (Line(item_line(one, ticket, house)) for one in offer.items)
    yield Line(state_name(ticket.state), Phrase("reply-state"))


def _carried(item: Item, ticket: Ticket, house: House) -> Arg:
    """An agreed item, when it was carried out and by what proof, or by when it will be."""
    if item.done_at is None:
        return Phrase("reply-item-open", {"item": item_line(item, ticket, house)})
    args: dict[str, Arg] = {"what": remedy(item, house), "proof": hide(item.proof)}
    if item.minor:
        money = Money(item.minor, ticket.filing.currency)
        args["what"] = Phrase("reply-wish-money", {"what": args["what"], "money": money})
    return Phrase("reply-item-done", {**args, "at": Moment(item.done_at, day_only=True)})


def _evidence(record: Record) -> Iterator[Line]:
    for one in record.exhibits:
        args: dict[str, Arg] = {
            "name": one.name or Phrase("reply-unnamed"),
            "at": Moment(one.at, day_only=True),
        }
        yield Line(Phrase("reply-exhibit", args), small=f"SHA-256 {one.sha256}")


def _closing(house: House) -> Phrase:
    return Phrase("reply-closing", {"hotline": house.hotline or Phrase("reply-no-hotline")})
