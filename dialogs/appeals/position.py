"""Our own letters on a matter that was not settled: the final position, or that no answer came in
time. Each names the body to turn to; what a country calls such a letter is a matter of its texts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dialogs.appeals.letter import demand, when_words
from dialogs.appeals.record import Record
from dialogs.appeals.sheet import Line, Section, Sheet
from dialogs.appeals.stating import applicant
from dialogs.appeals.told import offers
from dialogs.house import House
from dialogs.model import Arg, Moment, Phrase
from dialogs.tickets import fields as read
from dialogs.tickets.ticket import Proposal, Ticket
from dialogs.tickets.wording import appeal_body, item_lines, subject

FINAL = "final"  # the move


@dataclass(frozen=True, slots=True)
class Kind:
    """Which letter it is: its title, and the key of the sentence on the way to the body."""

    title: Arg
    way: str


POSITION = Kind(Phrase("position-title"), "position-may-appeal")
LATE = Kind(Phrase("overdue-title"), "overdue-may-appeal")


def final_letter(record: Record, house: House) -> Sheet:
    """Our final position with its reasons, as of the record: the newest one given by then."""
    given = [one for one in record.entries if one.move == FINAL]
    words = read.words(given[-1].detail, "words") if given else record.ticket.finding
    position = _section(Phrase("position-reasons"), Line(words))
    return _sheet(record, house, POSITION, (position, *_standing(record, house)))


def overdue_letter(record: Record, house: House) -> Sheet:
    """That we did not answer within the law's limit, as of the record."""
    ticket = record.ticket
    args: dict[str, Arg] = {
        "filed": Moment(ticket.opened_at, day_only=True),
        "at": Moment(record.at, day_only=True),
    }
    late = _section(Phrase("overdue-state"), Line(Phrase("overdue-words", args)))
    return _sheet(record, house, LATE, (late,))


def _sheet(record: Record, house: House, of: Kind, middle: tuple[Section, ...]) -> Sheet:
    ticket = record.ticket
    return Sheet(
        title=of.title,
        number=ticket.number,
        language=ticket.language,
        made=record.at,
        sections=(
            _section("", *_heads(record, house)),
            _section(Phrase("position-complaint"), *_complaint(ticket, house)),
            _section(Phrase("position-offers"), *offers(record, house)),
            *middle,
            _section(Phrase("position-rights"), *_rights(ticket, house, of)),
        ),
        signing=(
            Line(house.legal_name or house.operator or Phrase("paper-us"), Phrase("position-from")),
            Line(Moment(record.at, day_only=True), Phrase("letter-date")),
        ),
        foot=Phrase("position-foot", {"no": ticket.number}),
    )


def _section(heading: Arg, *lines: Line) -> Section:
    return Section(lines=lines, heading=heading)


def _heads(record: Record, house: House) -> Iterator[Line]:
    ticket = record.ticket
    yield Line(applicant(ticket).name or Phrase("paper-unnamed"), Phrase("position-to"))
    yield Line(ticket.number, Phrase("paper-number"))
    yield Line(Moment(ticket.opened_at, day_only=True), Phrase("paper-filed"))
    yield Line(subject(ticket, house), Phrase("paper-about"))
    if ticket.filing.service_number:
        yield Line(ticket.filing.service_number, Phrase("paper-service-number"))
    if house.hotline:
        yield Line(house.hotline, Phrase("paper-hotline"))


def _complaint(ticket: Ticket, house: House) -> Iterator[Line]:
    """What was complained of and asked for, in the subscriber's words."""
    filing = ticket.filing
    yield Line(Phrase("letter-told", {"words": filing.story.strip()}))
    if filing.when and (told := when_words(filing.when)):
        yield Line(told, Phrase("letter-when"))
    for wish in filing.wishes:
        yield Line(demand(wish, filing, house), Phrase("position-wish"))


def _standing(record: Record, house: House) -> tuple[Section, ...]:
    """The offer that may still be accepted; nothing where there is none."""
    ticket = record.ticket
    last: Proposal | None = ticket.proposals[-1] if ticket.proposals else None
    if last is None or not last.final or not last.items:
        return ()
    lines = tuple(Line(one) for one in item_lines(last.items, ticket, house))
    return (_section(Phrase("position-still"), *lines),)


def _rights(ticket: Ticket, house: House, of: Kind) -> Iterator[Line]:
    """Whom to turn to, how, and when that was last looked up."""
    body = appeal_body(ticket, house)
    if body is None:
        return
    yield Line(Phrase(of.way, {"body": body.body}))
    yield Line(body.body, Phrase("position-body"))
    yield Line(body.phone, Phrase("letter-phone"))
    yield Line(body.address, Phrase("letter-address"))
    yield Line(
        Phrase("position-checked", {"checked": date.fromisoformat(body.checked)}),
        Phrase("position-as-of"),
    )
    yield Line(Phrase("position-go-on"))
