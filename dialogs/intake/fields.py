"""The fields of a draft: how each is asked, and what counts as its answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dialogs.answers import Refused
from dialogs.dialog import Answer, Scene
from dialogs.intake.category import ask_category, take_category
from dialogs.intake.company import ask_company, take_company
from dialogs.intake.facts import (
    ask_amount,
    ask_contact,
    ask_name,
    ask_number,
    ask_place,
    ask_relation,
    ask_story,
    ask_when,
    take_amount,
    take_contact,
    take_name,
    take_number,
    take_place,
    take_relation,
    take_story,
    take_when,
)
from dialogs.intake.kind import ask_kind, take_kind
from dialogs.intake.remedy import ask_remedy, take_remedy
from dialogs.model import Say, What


@dataclass(frozen=True, slots=True)
class Field:
    """One field: how its question is put, and how an answer to it is taken."""

    ask: Callable[[Scene], Say]
    take: Callable[[Scene, What], Answer | Refused]


FIELDS: Mapping[str, Field] = {
    "company": Field(ask_company, take_company),
    "kind": Field(ask_kind, take_kind),
    "story": Field(ask_story, take_story),
    "category": Field(ask_category, take_category),
    "when": Field(ask_when, take_when),
    "place": Field(ask_place, take_place),
    "amount": Field(ask_amount, take_amount),
    "number": Field(ask_number, take_number),
    "remedy": Field(ask_remedy, take_remedy),
    "contact": Field(ask_contact, take_contact),
    "name": Field(ask_name, take_name),
    "relation": Field(ask_relation, take_relation),
}
