"""What kind of contact words begin, and whether they are about another company."""

from dialogs.house import House
from dialogs.model import Json
from dialogs.tickets.ticket import Kind
from dialogs.understand.companies import operator_of, other_of
from dialogs.understand.heard import Heard, named
from dialogs.understand.kinds import ASKING, ContactType, called_so

UNSURE = "unsure"  # a kind of contact that is to be asked
OTHER = "OTH"  # the category of what is none of ours


def called(words: str) -> dict[str, Json]:
    """The kind that words give a draft when they call it a complaint; nothing otherwise."""
    return {"kind": str(Kind.COMPLAINT)} if called_so(words) else {}


def kind_of(story: str, found: Heard, house: House) -> dict[str, Json]:
    """The kind of contact that a story begins, `UNSURE` where it is to be asked.

    What is told in anger, or announced to an authority or the press, is a complaint whatever its
    words; a whole block without a connection may still be a fault.
    """
    sorted_as = house.sorter.sort(story)
    fault = sorted_as.kind is ContactType.FAULT
    announced = any(one.own for one in named(found.codes, house.catalogue.triggers))
    if found.tone == "angry" or announced or (found.codes and not fault):
        return {"kind": str(Kind.COMPLAINT)}
    if fault and not _breaks(story, house):
        return {"kind": str(Kind.COMPLAINT)}
    sure = sorted_as.sure and sorted_as.kind not in ASKING
    return {"kind": str(sorted_as.kind) if sure else UNSURE}


def _breaks(story: str, house: House) -> bool:
    """Whether a story is about something that can break and be repaired."""
    guesses = house.guesser.guess(story, best=1)
    category = house.catalogue.categories.get(guesses[0].category) if guesses else None
    return category is not None and category.repair


def company_of(story: str, category: str, house: House) -> str | None:
    """Another company that the story complains of; None if it may be ours."""
    known = house.catalogue.companies
    if house.company is not None:
        operator = operator_of(story, known.values(), house.company)
        if operator:
            return operator
    return (other_of(story, known.values()) or None) if category == OTHER else None
