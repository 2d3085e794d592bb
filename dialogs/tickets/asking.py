"""One survey about several tickets of a person: one score for all, or one for each."""

from collections.abc import Sequence
from datetime import datetime

from dialogs.house import House
from dialogs.model import Choice, Phrase, Say
from dialogs.tickets.applied import Notify
from dialogs.tickets.notices import notice
from dialogs.tickets.ticket import Ticket
from dialogs.tickets.wording import Telling, button, line, marks, without_score
from dialogs.values import replace

ALL, EACH = "all", "each"  # buttons: a score of all, "all-9", and of one after the other, "each-9"


def asked_of_all(tickets: Sequence[Ticket], code: str, house: House, now: datetime) -> Notify:
    """The message `code` (SURVEY or SURVEY-REMINDER) about all of them, the first named first."""
    first = tickets[0]
    alone = notice(code, Telling(first, {}, house, now))
    lines = tuple(line(one, house) for one in tickets)
    choices: tuple[Choice, ...] = (
        *marks(first, ALL),
        button(first, EACH),
        *without_score(first),
    )
    args = {**alone.args, "line": lines, "kind": "several", "count": len(tickets)}
    return replace(alone, args=args, choices=choices)


def one_by_one(ticket: Ticket, house: House) -> Say:
    """The question about one of them, after which the next one is asked about."""
    asked = Phrase("survey-each", {"line": line(ticket, house)})
    return Say(asked, marks(ticket, EACH), "word")
