"""An incident by name: what it is and where, its stage, when it is expected to be over."""

from typing import Any

from bot.web.desk_words import Words
from dialogs.incidents.incident import Incident
from dialogs.incidents.saying import area_label
from dialogs.incidents.telling import fields_of
from dialogs.model import Joined, Label
from dialogs.tickets.mass import placed
from dialogs.tickets.ticket import Ticket

BETWEEN = " · "
FEW = 2  # subtypes that a title names


def title(of: Incident, words: Words) -> str:
    """Where it is and what it is, in a line; subtypes where they are few."""
    named = [_category(code, of, words, few=FEW) for code in of.categories]
    return BETWEEN.join((where(of, words), words.of(Joined(tuple(named)))))


def where(of: Incident, words: Words) -> str:
    """Its areas by name; everywhere where it names none."""
    if not of.areas:
        return words("incident-everywhere")
    return words.of(Joined(tuple(words.place(code) or code for code in of.areas)))


def matter(of: Incident, words: Words) -> str:
    """Its categories with the subtypes that narrow them; the codes of entries that are gone."""
    return words.of(Joined(tuple(_category(code, of, words) for code in of.categories)))


def _category(code: str, of: Incident, words: Words, few: int = 99) -> str:
    known = words.catalogue.categories.get(code)
    if known is None:
        return code
    kinds = tuple(one.label for one in known.subtypes if one.code in of.subtypes)
    if not kinds or len(kinds) > few:
        return words.of(known.label)
    return words("incident-kinds", category=known.label, kinds=Joined(kinds))


def stage(of: Incident, words: Words) -> str:
    return words(f"incident-stage-{of.stage}")


def expected(of: Incident, words: Words) -> tuple[str, str]:
    """How long until it is to be over, and how urgent that is; "" once it works again."""
    if not of.running or of.expected is None:
        return "", "none"
    return words.left(of.expected)


def wording(of: Incident, words: Words) -> dict[str, str]:
    """The one wording by language, as people read it: its owner's, else the catalogue's with the
    place in it; {} where there is none."""
    said = fields_of(of, words.catalogue).get("words")
    told = {tag: str(one) for tag, one in said.items()} if isinstance(said, dict) else {}
    house = words.stage.house
    return dict(placed(Label(told), area_label(of.areas, house)).words)


def of_ticket(of: Incident, ticket: Ticket, words: Words) -> dict[str, Any]:
    """The incident as it stands on the page of a ticket that belongs to it, or did."""
    left, urgency = expected(of, words)
    return {
        "id": of.id,
        "number": of.number,
        "title": title(of, words),
        "stage": stage(of, words),
        "stage_code": of.stage.value,
        "left": left,
        "urgency": urgency,
        "wording": wording(of, words).get(words.language, ""),
        "parted": ticket.incident != of.id,
    }
