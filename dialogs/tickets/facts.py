"""Facts that staff may ask a subscriber for without writing the question: what the filing lacks,
the category's further questions, and the pictures that decide its matter.

A fact's code is "need:amount", "asked:floor" or "picture:speed_test".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dialogs.catalogue import Asked, Catalogue
from dialogs.model import Arg, Joined, Phrase
from dialogs.tickets.ticket import Filing, Question, Ticket

NEED, ASKED, PICTURE = "need", "asked", "picture"
NEEDS = ("when", "place", "amount", "number", "name")


@dataclass(frozen=True, slots=True)
class Fact:
    """`ask` is what the subscriber reads, in whatever language."""

    code: str
    ask: Arg


def askable(ticket: Ticket, catalogue: Catalogue) -> tuple[Fact, ...]:
    """What is not known yet, in the order in which it usually helps."""
    return tuple(_askable(ticket.filing, catalogue))


def _askable(filing: Filing, catalogue: Catalogue) -> Iterator[Fact]:
    for name, known in _needs(filing):
        if not known:
            yield Fact(f"{NEED}:{name}", Phrase(f"fact-{name}"))
    category = catalogue.categories.get(filing.category)
    for one in category.asked if category else ():
        if one.code not in filing.answers:
            yield Fact(f"{ASKED}:{one.code}", one.ask)
    for picture in category.wanted(filing.subtype) if category else ():
        if picture.code not in filing.evidence_sent:
            yield Fact(f"{PICTURE}:{picture.code}", picture.ask)


def _needs(filing: Filing) -> Iterable[tuple[str, object]]:
    place = filing.where or filing.store
    told = (filing.when, place, filing.amount, filing.service_number, filing.name)
    return zip(NEEDS, told, strict=True)


def pictures(codes: Sequence[str]) -> tuple[str, ...]:
    """The codes of the pictures among these facts."""
    return tuple(one.partition(":")[2] for one in codes if one.startswith(f"{PICTURE}:"))


def lines(question: Question, filing: Filing, catalogue: Catalogue) -> tuple[Arg, ...]:
    """What a question asks for, one by one; a fact that has left the catalogue is left out."""
    asked = (named(code, filing.category, catalogue) for code in question.facts)
    own = (question.words,) if question.words else ()
    return (*(one for one in asked if one is not None), *own)


def named(code: str, category: str, catalogue: Catalogue) -> "Arg | None":
    """What the subscriber reads for a fact of that category; None for one that is not known."""
    kind, _, name = code.partition(":")
    if kind == NEED:
        return Phrase(f"fact-{name}") if name in NEEDS else None
    found = catalogue.categories.get(category)
    known: dict[str, Arg] = {one.code: _worded(one) for one in found.asked} if found else {}
    if kind == PICTURE:
        known = {one.code: one.ask for one in found.evidence} if found else {}
    return known.get(name)


def _worded(asked: Asked) -> Arg:
    """The question, with the answers that there are to choose from."""
    if not asked.options:
        return asked.ask
    options = Joined(tuple(label for _, label in asked.options))
    return Phrase("fact-choice", {"what": asked.ask, "options": options})
