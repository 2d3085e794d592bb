"""The letter of an appeal as values, in the order that a regulator asks for (domain.md §5).

It says what stands in the record and nothing else. What the applicant has not said yet is a blank
to be filled in by hand; how badly staff caused it is in no letter.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from dialogs.appeals.dossier import CONFIRMED, NOT_FOUND, Contact
from dialogs.appeals.record import Exhibit, Record
from dialogs.appeals.sheet import Line, Section, Sheet
from dialogs.appeals.stating import applicant, contacts, dossier
from dialogs.appeals.terms import silent, terms
from dialogs.appeals.told import answers, statements
from dialogs.house import House
from dialogs.model import Arg, Joined, Label, Moment, Money, Phrase
from dialogs.tickets.ticket import Filing, Ticket, When, Where, Wish
from dialogs.tickets.wording import appeal_body, subject

BLANK = Phrase("letter-blank")  # room to write by hand


def letter(record: Record, house: House) -> Sheet:
    """The letter to the body of the ticket's province, as of the record."""
    ticket = record.ticket
    body = appeal_body(ticket, house)
    to: Arg = body.body if body else Phrase("the-authority")
    made = Moment(record.at, day_only=True)
    return Sheet(
        title=Phrase("letter-title"),
        number=ticket.number,
        language=ticket.language,
        made=record.at,
        mark=Phrase("letter-prepared") if record.prepared else "",
        sections=tuple(_sections(record, house, to)),
        signing=(
            Line("", Phrase("letter-signature")),
            Line("" if record.prepared else made, Phrase("letter-date")),
        ),
        foot=Phrase("letter-foot", {"no": ticket.number, "at": Moment(record.at)}),
    )


def _sections(record: Record, house: House, to: Arg) -> Iterator[Section]:
    ticket = record.ticket
    yield _section("", Line(Phrase("letter-to", {"body": to})))
    yield _section(Phrase("letter-applicant"), *_applicant(ticket))
    yield _section(Phrase("letter-respondent"), *_respondent(house))
    yield _section("", Line(_opening(record, house)))
    yield _section(Phrase("letter-matter"), *_matter(ticket, house))
    yield _section(Phrase("letter-facts"), _filed(ticket, house), *statements(record, house))
    if before := contacts(ticket):
        yield _section(Phrase("letter-contacts"), *(_contact(one) for one in before))
    yield _section(Phrase("letter-answers"), *answers(record, house))
    yield _section(Phrase("letter-limits"), *terms(record, house))
    yield _section(Phrase("letter-demands"), *_demands(record, house), numbered=True)
    if dossier(ticket).asked_elsewhere:
        yield _section(Phrase("letter-elsewhere"), *_elsewhere(ticket))
    some = bool(record.exhibits)
    yield _section(Phrase("letter-evidence"), *_evidence(record, house), numbered=some)
    yield _section(
        "",
        Line(Phrase("letter-closing", {"no": ticket.number})),
        Line(Phrase("letter-submitted", {"body": to})),
    )


def _section(heading: Arg, *lines: Line, numbered: bool = False) -> Section:
    return Section(lines=lines, heading=heading, numbered=numbered)


def _applicant(ticket: Ticket) -> Iterator[Line]:
    """Who applies; what a regulator wants and is not known is left to be filled in."""
    one = applicant(ticket)
    yield Line(one.name or BLANK, Phrase("letter-name"))
    told = dossier(ticket).asked_relation or ticket.filing.relation != "holder"  # else a default
    relation = Phrase(f"relation-{ticket.filing.relation}") if told else BLANK
    yield Line(relation, Phrase("letter-relation"))
    if one.employer:
        yield Line(one.employer, Phrase("letter-employer"))
    yield Line(one.address or BLANK, Phrase("letter-address"))
    yield Line(one.postcode or BLANK, Phrase("letter-postcode"))
    yield Line(one.phone or BLANK, Phrase("letter-phone"))
    if one.email:
        yield Line(one.email, Phrase("letter-email"))


def _respondent(house: House) -> Iterator[Line]:
    yield Line(house.legal_name or house.operator or BLANK, Phrase("letter-full-name"))
    yield Line(house.address or BLANK, Phrase("letter-address"))
    if house.hotline:
        yield Line(house.hotline, Phrase("letter-hotline"))


def operator(house: House) -> Arg:
    """The operator as a letter speaks of it."""
    return house.operator or house.legal_name or Phrase("letter-the-operator")


def _opening(record: Record, house: House) -> Phrase:
    """Who, which number, which plan, and why they turn to the body now."""
    ticket = record.ticket
    why = "letter-because-unhappy"
    if record.prepared:
        why = "letter-because-prepared"
    elif silent(record, house):
        why = "letter-because-silent"
    args: dict[str, Arg] = {
        "who": _who(ticket, house),
        "subject": subject(ticket, house),
        "filed": Moment(ticket.opened_at, day_only=True),
        "operator": operator(house),
        "no": ticket.number,
    }
    return Phrase("letter-opening", {**args, "why": Phrase(why, {"operator": operator(house)})})


def _who(ticket: Ticket, house: House) -> Phrase:
    """The applicant by name, number and plan, as far as these are known."""
    number, plan = ticket.filing.service_number, ticket.filing.answers.get("plan")
    args: dict[str, Arg] = {"name": applicant(ticket).name or BLANK, "operator": operator(house)}
    if not number:
        return Phrase("letter-i-am", args)
    args["number"] = number
    if not isinstance(plan, str) or not plan:
        return Phrase("letter-i-am-number", args)
    return Phrase("letter-i-am-plan", {**args, "plan": plan})


def _matter(ticket: Ticket, house: House) -> Iterator[Line]:
    """What it is about: kind, time, place, amount, promise, further answers."""
    filing, known = ticket.filing, house.catalogue
    category = known.categories.get(filing.category)
    codes = (filing.subtype, *filing.tags)
    kinds = [category.subtype(one) for one in dict.fromkeys(codes)] if category else []
    labels = tuple(one.label for one in kinds if one is not None)
    yield Line(Joined((subject(ticket, house), *labels)), Phrase("letter-about"))
    if filing.when and (told := when_words(filing.when)):
        yield Line(told, Phrase("letter-when"))
    if filing.where and (place := place_words(filing.where, ticket, house)):
        yield Line(place, Phrase("letter-where"))
    if filing.amount:
        yield Line(Money(filing.amount, filing.currency), Phrase("letter-amount"))
    if (promise := known.promises.get(filing.promise_cited)) is not None:
        cited = {"words": promise.text, "source": promise.source}
        yield Line(Phrase("letter-promise-cited", cited), Phrase("letter-promise"))
    for asked in category.asked if category else ():
        value = filing.answers.get(asked.code)
        if value is not None and asked.kind != "card":  # a card's number is no regulator's matter
            yield Line(_answer(str(value), dict(asked.options)), asked.ask)


def _answer(said: str, options: Mapping[str, Label]) -> Arg:
    """An answer to a further question, in the catalogue's words where it was a choice."""
    plainly = {"yes": Phrase("letter-yes"), "no": Phrase("letter-no")}
    return options.get(said) or plainly.get(said) or said


def when_words(when: When) -> Arg:
    """The dates understood, beside the words as told."""
    if when.start is None:
        return Phrase("letter-told", {"words": when.words}) if when.words else ""
    dated: Arg = Moment(when.start, when.day_only)
    if when.end is not None and when.end != when.start:
        dated = Phrase("card-span", {"start": dated, "end": Moment(when.end, when.day_only)})
    return Phrase("letter-dated", {"when": dated, "words": when.words}) if when.words else dated


def place_words(where: Where, ticket: Ticket, house: House) -> Arg:
    """The place as told, and what it was resolved to."""
    code = where.district or where.city or where.province
    name = house.places.name(code, ticket.language) if code else ""
    if not where.words or where.words in name:
        return name
    if not name:
        return Phrase("letter-told", {"words": where.words})
    return Phrase("letter-dated", {"when": name, "words": where.words})


def _filed(ticket: Ticket, house: House) -> Line:
    args: dict[str, Arg] = {"operator": operator(house), "words": ticket.filing.story.strip()}
    return Line(Phrase("letter-filed", {**args, "no": ticket.number}), Moment(ticket.opened_at))


def _contact(one: Contact) -> Line:
    """An earlier contact as it was told, and what the operator's records say of it, if known."""
    told: list[Arg] = [Phrase("letter-told", {"words": one.words})]
    if one.number:
        told.append(Phrase("letter-contact-number", {"number": one.number}))
    status = {CONFIRMED: "letter-contact-found", NOT_FOUND: "letter-contact-not-found"}
    key = status.get(one.status, "letter-contact-stated")
    label: Arg = date.fromisoformat(one.on) if one.on else ""
    return Line((*told, Phrase(key)), label)


def _demands(record: Record, house: House) -> Iterator[Line]:
    """What was wished for: when filing, by when, and what was added in the talks."""
    ticket = record.ticket
    filing = ticket.filing
    for wish in filing.wishes:
        yield Line(demand(wish, filing, house))
    if asked := dossier(ticket).demand:
        yield Line(Phrase("letter-told", {"words": asked}))
    if filing.wish_by:
        yield Line(Phrase("letter-demand-by", {"date": Moment(filing.wish_by)}))
    wishes = [str(one.detail.get("wish") or "") for one in record.entries if one.move == "reject"]
    for words in dict.fromkeys(filter(None, map(str.strip, wishes))):
        yield Line(Phrase("letter-demand-added", {"words": words}))


def demand(wish: Wish, filing: Filing, house: House) -> Arg:
    """A wish with its amount, and with the subscriber's own words for it."""
    known = house.catalogue.remedies.get(wish.code)
    what: Arg = known.label if known else wish.words or wish.code
    if wish.minor:
        what = Phrase(
            "letter-demand-money", {"what": what, "money": Money(wish.minor, filing.currency)}
        )
    if known and wish.words:
        return Phrase("letter-dated", {"when": what, "words": wish.words})
    return what


def _elsewhere(ticket: Ticket) -> Iterator[Line]:
    """Which other bodies have the matter; none, if the applicant said so."""
    named = dossier(ticket).elsewhere
    if not named:
        yield Line(Phrase("letter-elsewhere-none"))
    for one in named:
        said = Phrase(ELSEWHERE_WORDS[one.code]) if one.code in ELSEWHERE_WORDS else one.code
        more = Phrase("letter-dated", {"when": said, "words": one.words}) if one.words else said
        yield Line(more)


ELSEWHERE_WORDS: Mapping[str, str] = {
    "court": "letter-elsewhere-court",
    "arbitration": "letter-elsewhere-arbitration",
    "consumer_body": "letter-elsewhere-consumer",
    "regulator": "letter-elsewhere-regulator",
    "other": "letter-elsewhere-other",
}


def _evidence(record: Record, house: House) -> Iterator[Line]:
    for one in record.exhibits:
        yield Line(_exhibit(one, record.ticket, house), small=_hash(one))
    if not record.exhibits:
        yield Line(Phrase("letter-evidence-none"))


def _exhibit(one: Exhibit, ticket: Ticket, house: House) -> Phrase:
    args: dict[str, Arg] = {"what": kind_words(one, ticket, house), "at": Moment(one.at)}
    if not one.name:
        return Phrase("letter-exhibit", args)
    return Phrase("letter-exhibit-named", {**args, "name": one.name})


def _hash(one: Exhibit) -> Phrase:
    return Phrase(
        "letter-exhibit-hash", {"file": one.path, "size": str(one.size), "hash": one.sha256}
    )


def kind_words(one: Exhibit, ticket: Ticket, house: House) -> Arg:
    """What an exhibit is: what it was asked for as, else its kind."""
    category = house.catalogue.categories.get(ticket.filing.category)
    asked = {e.code: e.label for e in category.evidence} if category else {}
    if one.shows in asked:
        return asked[one.shows]
    return Phrase(KINDS.get(one.kind, "letter-kind-document"))


KINDS: Mapping[str, str] = {
    "photo": "letter-kind-photo",
    "voice": "letter-kind-voice",
    "video": "letter-kind-video",
    "confirmation": "letter-kind-confirmation",
}
