"""Whether a talk that ended without a ticket sounds like a complaint (domain.md §3.1)."""

from dialogs.catalogue import Catalogue
from dialogs.understand.guess import Guesser
from dialogs.understand.heard import heard
from dialogs.understand.kinds import ASKING, Sorter, called_so
from dialogs.understand.signs import signs

LEAST = 8  # signs of words, below which nothing can be said
LIKELY = 0.75  # the share of a matter from which a story of it was told
# Why it sounds like one, the plainest first.
SIGNS = ("called", "alarm", "tone", "grief", "matter")


def sounds(words: str, catalogue: Catalogue, sorter: Sorter, guesser: Guesser) -> tuple[str, ...]:
    """Why words that nobody filed sound like a complaint, by the names of `SIGNS`; () if not.

    A question stays one, however its matter is called, unless it is put in anger.
    """
    if sum(map(str.isalnum, words)) < LEAST:
        return ()
    found = heard(words, catalogue.triggers)
    asks = sorter.sort(words).kind in ASKING
    guesses = guesser.guess(words, best=1)
    likely = bool(guesses) and guesses[0].share >= LIKELY
    told = {
        "called": called_so(words),
        "alarm": bool(found.codes),
        "tone": found.tone != "calm",
        "grief": "#grief" in signs(words),
        "matter": likely and not asks and "#thanks" not in signs(words),
    }
    return tuple(name for name in SIGNS if told[name])
