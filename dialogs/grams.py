"""Words cut into grams of one and two characters, by which they are found in any database.

断网 has no spaces around it and no engine's word list knows it; its pair of characters is the same
everywhere. What is private never becomes a gram: numbers of ID cards, banks and SIM cards, codes,
and anything with seven digits or more, which may be a phone number.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from dialogs.understand import cards
from dialogs.understand.private import private_numbers

_RUN = re.compile(r"[^\W_]+")
_LONG = re.compile(r"\d(?:[ -]?\d){6,}|\*{2,}\w{0,4}")  # or what is left of a hidden one


def folded(text: str) -> str:
    """As it is compared: full-width as narrow, no upper case, a space for all that is no letter or
    digit, and none of what is private."""
    clear = unicodedata.normalize("NFKC", cards.hidden(private_numbers(text)[0]))
    return _spaced(_LONG.sub(" ", clear))


def folded_number(number: str) -> str:
    """A ticket's number in the same way, whole."""
    return _spaced(unicodedata.normalize("NFKC", number))


def terms(said: str) -> tuple[str, ...]:
    """What somebody looks for: each of these must stand in the text as it is, in any order."""
    return tuple(dict.fromkeys(folded(said).split()))


def grams(told: str) -> set[str]:
    """All grams of a folded text: its characters, and its pairs within a word."""
    found: set[str] = set()
    for run in told.split():
        found.update(run)
        found.update(map("".join, pairwise(run)))
    return found


def wanted(looked_for: Iterable[str]) -> set[str]:
    """The grams that a text must have to hold these terms: pairs, which are rarer, where it can."""
    found: set[str] = set()
    for term in looked_for:
        found.update(map("".join, pairwise(term)) if len(term) > 1 else term)
    return found


def _spaced(text: str) -> str:
    return " ".join(_RUN.findall(text.casefold()))
