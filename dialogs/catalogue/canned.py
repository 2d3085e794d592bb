"""Ready answers: words that staff put into a message, with variables that the ticket fills in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dialogs.model import Label

VARIABLES = ("name", "number", "due", "matter", "amount", "agent", "department", "hotline")
HOLE = re.compile(r"\{([a-z_]{1,24})\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Canned:
    """An answer that is offered where its category and its department fit; () fits all."""

    code: str
    label: Label
    text: Label
    categories: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()


def holes(words: str) -> tuple[str, ...]:
    """The variables that stand in the words, each once; other braces are words like any."""
    return tuple(one for one in dict.fromkeys(HOLE.findall(words)) if one in VARIABLES)


def unknown(words: str) -> tuple[str, ...]:
    """What looks like a variable and is none."""
    return tuple(one for one in dict.fromkeys(HOLE.findall(words)) if one not in VARIABLES)


def fits(
    categories: Iterable[str], departments: Iterable[str], category: str, department: str
) -> bool:
    """Whether an answer bound to these is meant for such a ticket."""
    kinds, places = tuple(categories), tuple(departments)
    return (not kinds or category in kinds) and (not places or department in places)
