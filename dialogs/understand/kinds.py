"""What kind of contact words begin: a question, a fault, a complaint, praise (domain.md §3.1).

A complaint whenever it is called so, and wherever nothing else is likely. The rest is guessed from
lines like those of the catalogue's categories, with signs for how it is said: a question, a
grievance, thanks. What is not sure is asked.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from dialogs.understand.guess import Guesser, Line
from dialogs.understand.pieces import pieces
from dialogs.understand.signs import READ, signs


class ContactType(StrEnum):
    """The kinds of contact; the last four may become tickets."""

    INQUIRY = "inquiry"
    CONSULTATION = "consultation"
    FAULT = "fault"
    COMPLAINT = "complaint"
    PRAISE = "praise"
    SUGGESTION = "suggestion"


ASKING = frozenset({ContactType.INQUIRY, ContactType.CONSULTATION})
FRIENDLY = frozenset({ContactType.PRAISE, ContactType.SUGGESTION})


@dataclass(frozen=True, slots=True)
class Sorted:
    """The likeliest kind of contact, and whether that needs no question."""

    kind: ContactType
    sure: bool = True


# Words that make it a complaint whatever else is said. Asking how long a complaint takes, or how
# to send one, is none yet.
CALLED_SO = re.compile(
    r"(?<!怎么)(?<!如何)(?<!怎样)(?<!查)(?<!我的)(?<!次)(?:投诉|举报|维权)"
    r"(?!多久|一般|需要|要多|电话|热线|渠道|流程|几天|进度|编号|单号)"
    r"|讨个?说法|给我?个?说法|12315|12300|工信部|曝光"
    r"|\b(?:complain|complaining|grievance)\b"
    r"|\b(?:a|this|my|formal|official|file|make|lodge|raise|register)\s+complaint\b(?!\s+(?:take|number|form|process))",
    re.IGNORECASE,
)
# Politeness at the end of a request is no praise; a message of thanks alone stays as it is.
CLOSING = re.compile(
    r"(?<=[.!?,;\n。！？，；])\s*(?:many thanks|thanks|thank you)"
    r"(?: very much| so much| in advance| for your help)?\s*[.!！]*\s*$",
    re.IGNORECASE,
)
SURE = 0.65  # the share from which a kind needs no question
SHORT = 160  # characters: who writes more than this has a story to tell
FEW = 2  # lines of each of the catalogue's kinds of complaint that the sorter learns from
# What can pass for a question or a fault; what is said of other matters is a complaint.
GATES = {
    "#ask": (ContactType.INQUIRY, ContactType.CONSULTATION),
    "#mine": (ContactType.INQUIRY, ContactType.CONSULTATION),
    "#broken": (ContactType.FAULT,),
    "#thanks": (ContactType.PRAISE,),
    "#idea": (ContactType.SUGGESTION,),
}


def cut(words: str) -> Iterator[str]:
    """The pieces of words without their families, which tell matters apart, and with the signs of
    how it is said, which tell kinds apart."""
    yield from (one for one in pieces(words) if one[0] != "#")
    yield from signs(words) - {"#but"}


def called_so(words: str) -> bool:
    """Whether the words themselves call it a complaint, or threaten with an authority."""
    return CALLED_SO.search(words) is not None


class Sorter:
    """Tells kinds of contact apart. Holds no state between messages."""

    def __init__(self, kinds: Iterable[Line], complaints: Iterable[Line] = ()) -> None:
        self._guesser = Guesser((*kinds, *_some(complaints)), cut)

    def sort(self, words: str) -> Sorted:
        """The kind of contact that these words begin; a complaint where nothing else is likely."""
        words = CLOSING.sub("", words)
        said = signs(words)
        open_to = {kind for sign in said & GATES.keys() for kind in GATES[sign]}
        if len(words) > SHORT:
            open_to -= ASKING
        if called_so(words) or "#grief" in said or not open_to:
            return COMPLAINT
        shares = self._shares(words, open_to | {ContactType.COMPLAINT})
        asked = sum(shares.get(kind, 0.0) for kind in ASKING)
        if not shares:
            return COMPLAINT
        best = max(shares, key=lambda kind: shares[kind])
        if best in ASKING or asked > shares[best]:
            best = max(ASKING, key=lambda kind: shares.get(kind, 0.0))
            return Sorted(best, asked >= SURE)
        if best is ContactType.COMPLAINT:
            return COMPLAINT
        mixed = best in FRIENDLY and "#but" in said  # thanks, and yet something is wrong
        return Sorted(best, shares[best] >= SURE and not mixed)

    def _shares(self, words: str, among: Collection[ContactType]) -> dict[ContactType, float]:
        """How likely each of these kinds is; they sum to 1."""
        guessed = {
            ContactType(one.category): one.share for one in self._guesser.guess(words[:READ])
        }
        total = sum(guessed.get(kind, 0.0) for kind in among)
        return {kind: guessed.get(kind, 0.0) / total for kind in among} if total else {}


COMPLAINT = Sorted(ContactType.COMPLAINT)
FAULTY = frozenset({"NET-M", "NET-F", "NET-P", "APP", "SIM"})


def _some(lines: Iterable[Line]) -> Iterator[Line]:
    """The first lines of each kind of complaint; those that tell of faults are left out."""
    seen: Counter[tuple[str, str]] = Counter()
    for line in lines:
        seen[line.category, line.subtype] += 1
        if line.category not in FAULTY and seen[line.category, line.subtype] <= FEW:
            yield Line(ContactType.COMPLAINT, line.category, line.text)
