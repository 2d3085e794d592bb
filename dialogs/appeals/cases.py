"""Our record of what an outside body has of a ticket: an appeal, or a referral to us.

Values only (domain.md §5). A case is named by its place on its ticket, counted from 1.
"""

from dataclasses import dataclass
from datetime import datetime

APPEAL, REFERRAL = "appeal", "referral"
KINDS = (APPEAL, REFERRAL)
# How it ended: not taken up by the body, taken back by the subscriber, settled before the body,
# decided by it.
REFUSED, WITHDRAWN, MEDIATED, DECIDED = "refused", "withdrawn", "mediated", "decided"
OUTCOMES = (REFUSED, WITHDRAWN, MEDIATED, DECIDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One matter before one body. Moments are aware UTC, None for what has not happened.

    `body` is its name as typed, "" for the one that the ticket's province has. `received`: when it
    was filed there or came to us; `noted` when we wrote it down, and who did. `due`: by when the
    body wants our answer; `asked`, what it asks of us. `answered`: when our answer went, and `way`
    how. `taken`: since when we know that the body took it up. `kept_until`: how long after its end
    nothing of the ticket is removed.
    """

    kind: str
    received: datetime
    noted: datetime
    body: str = ""
    reference: str = ""
    by: int = 0  # staff id, 0 for the subscriber
    by_name: str = ""
    due: datetime | None = None
    asked: str = ""
    taken: datetime | None = None
    answered: datetime | None = None
    answered_name: str = ""
    way: str = ""
    outcome: str = ""
    ended: datetime | None = None
    ended_name: str = ""
    words: str = ""  # what the body decided, or why it did not take it up
    kept_until: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether the body has it still."""
        return self.ended is None

    @property
    def owed(self) -> bool:
        """Whether the body waits for our answer by a date of its own."""
        return self.open and self.answered is None and self.due is not None


def subject(place: int) -> str:
    """What a clock about the case in that place (from 1) is about."""
    return f"#{place}"


def place_of(said: str) -> int:
    """The place of the case that a clock is about, 0 if it is about none."""
    digits = said.removeprefix("#")
    return int(digits) if digits != said and digits.isascii() and digits.isdecimal() else 0
