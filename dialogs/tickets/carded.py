"""What a card's and a telephone's number say of where they come from, for staff (domain.md §2)."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from dialogs.answers import masked
from dialogs.house import House
from dialogs.model import Arg, Joined, Label, Phrase
from dialogs.texts import country_name
from dialogs.tickets.served import CARD
from dialogs.tickets.ticket import Ticket
from dialogs.understand import cards
from dialogs.understand.cards import Card, Segment


def told(ticket: Ticket, house: House, now: datetime) -> tuple[Phrase, ...]:
    """Line by line, where the ticket's category asks for a card; () elsewhere.

    Issuer, region and year are read from how the number is built, and a number may have moved to
    another operator: the operator's own records decide.
    """
    category = house.catalogue.categories.get(ticket.filing.category)
    code = category.asks(CARD) if category else ""
    if not code:
        return ()
    number = cards.typed(str(ticket.filing.answers.get(code, "")))
    year = now.astimezone(ZoneInfo(house.zone)).year
    card = house.cards.read(number, year) if number else None
    segment = house.cards.segment(ticket.filing.service_number)
    return tuple(_lines(card, segment, ticket.filing.service_number, house))


def _lines(
    card: Card | None, segment: Segment | None, number: str, house: House
) -> Iterator[Phrase]:
    if card is not None:
        yield _card(card, house)
        if card.check is False:
            yield Phrase("sim-check")
    if segment is not None:
        yield _segment(segment, number, house)
    if card and segment and card.issuer and card.issuer != segment.issuer:
        yield Phrase("sim-differs")


def _card(card: Card, house: House) -> Phrase:
    if card.kind == "tail":
        return Phrase("sim-tail", {"last": card.last})
    parts: list[Arg] = []
    if card.issuer:
        parts.append(Phrase("sim-issuer", {"issuer": _company(card.issuer, house)}))
    if card.country and card.country != "CN":
        names = {tag: country_name(tag, card.country) for tag in house.catalogue.languages}
        parts.append(Phrase("sim-country", {"country": Label(names)}))
    if card.area:
        parts.append(_area(card.area, house))
    if card.year:
        parts.append(Phrase("sim-year", {"year": str(card.year)}))
    if not card.issuer and card.country in {"", "CN"}:
        parts.append(Phrase("sim-issuer-unknown"))
    said: dict[str, Arg] = {"last": card.last, "parts": Joined(tuple(parts))}
    return Phrase("sim-imsi", said) if card.kind == "imsi" else Phrase("sim-iccid", said)


def _segment(segment: Segment, number: str, house: House) -> Phrase:
    issuer = _company(segment.issuer, house)
    parts: list[Arg] = [Phrase("sim-given", {"places": segment.places, "issuer": issuer})]
    if segment.resold:
        parts.append(Phrase("sim-resold"))
    if segment.area:
        parts.append(_area(segment.area, house))
    return Phrase("sim-number", {"number": masked(number), "parts": Joined(tuple(parts))})


def _area(code: str, house: House) -> Phrase:
    where = {tag: house.places.name(code, tag) for tag in house.catalogue.languages}
    return Phrase("sim-area", {"area": Label(where)})


def _company(code: str, house: House) -> Arg:
    """An operator in the catalogue's words, its code where it has none."""
    known = house.catalogue.companies.get(code)
    return known.label if known else code
