"""The same matter again (重复投诉): which earlier complaint a new one repeats, and what follows.

domain.md §3.5: same service number and same category, or same cause, by any channel. Values only;
who may know of the earlier one is decided by whoever looks it up (DESIGN §6, identity).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from dialogs.catalogue import Catalogue
from dialogs.model import Json
from dialogs.tickets.levels import raised
from dialogs.tickets.ticket import FRIENDLY, Filing, Role, State, Task, Ticket

LEGAL = "C1"
# Taken back by its subscriber, or refused and to be filed again under its own number (move 29):
# nothing was handled that could be complained about a second time.
UNCOUNTED = frozenset({State.WITHDRAWN, State.INVALID})


class Way(StrEnum):
    """What becomes of a complaint that repeats an earlier one."""

    AGAIN = "again"  # the earlier one is open: it is added there
    FINISHED = "finished"  # it can be reopened still
    UNHAPPY = "unhappy"  # it is over: a new ticket, linked, once the reason is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The earlier complaint that a new ticket repeats.

    `shown`: the subscriber may know of it. `reason`: why its result did not satisfy, in their
    words; "" where nobody could be asked.
    """

    to: Ticket
    shown: bool
    reason: str = ""


def same_matter(new: Filing, earlier: Filing, catalogue: Catalogue, *, lately: bool) -> bool:
    """Whether two filings about one service number are about the same matter.

    One category is one matter (domain.md §3.5) while the earlier one is open or can be reopened
    (`lately`). After that a kind (subtype) has to stand on both cards too, unless the new story
    says so itself: it speaks of earlier contacts, or has one of the catalogue's words for it
    ("还是没", "again"); else each charge of a year would repeat the first. A category that follows
    on others (domain.md §1 RPT: no answer in time, a promise not kept) is about whatever was
    complained about before.
    """
    if new.category in catalogue.repeats.follow_on:
        return True
    if new.category != earlier.category:
        return False
    if lately or says_so(new, catalogue):
        return True
    return bool(_kinds(new, catalogue) & _kinds(earlier, catalogue))


def says_so(filing: Filing, catalogue: Catalogue) -> bool:
    """Whether a story itself tells of an earlier time."""
    return bool(filing.reported_before) or words_say_so(filing.story, catalogue)


def words_say_so(text: str, catalogue: Catalogue) -> bool:
    """Whether one of the catalogue's words for "the same again" stands in a text."""
    return _spoken(catalogue.repeats.words).search(text) is not None


def _kinds(filing: Filing, catalogue: Catalogue) -> frozenset[str]:
    """The subtypes on its card; of a category that is gone the first one alone."""
    category = catalogue.categories.get(filing.category)
    known = {one.code for one in category.subtypes} if category else set()
    return frozenset((filing.subtype, *(tag for tag in filing.tags if tag in known)))


@lru_cache(maxsize=8)  # the catalogue's own list
def _spoken(words: tuple[str, ...]) -> re.Pattern[str]:
    ways = (rf"\b{re.escape(one)}\b" if one.isascii() else re.escape(one) for one in words)
    return re.compile("|".join(ways) or r"(?!)", re.IGNORECASE)


def earlier(
    new: Filing,
    known: Iterable[Ticket],
    named: Iterable[Ticket],
    catalogue: Catalogue,
    now: datetime,
) -> Ticket | None:
    """The complaint that a new one repeats, None if it repeats none.

    `known` are those about the same number, newest first; `named` those whose ticket numbers stand
    in the story, whatever they are about: who names one says that it is the matter. What is open
    goes before what is over. Praise and suggestions repeat nothing, and nothing repeats them.
    """
    if new.kind in FRIENDLY:
        return None
    told = [one for one in named if _counts(one)]
    same = [one for one in known if _counts(one)]
    found = told or [one for one in same if _of_one(new, one, catalogue, now)]
    return next((one for one in found if one.open), next(iter(found), None))


def _counts(ticket: Ticket) -> bool:
    return ticket.state not in UNCOUNTED and ticket.filing.kind not in FRIENDLY


def _of_one(new: Filing, before: Ticket, catalogue: Catalogue, now: datetime) -> bool:
    lately = way(before, catalogue, now) is not Way.UNHAPPY
    return same_matter(new, before.filing, catalogue, lately=lately)


def way(ticket: Ticket, catalogue: Catalogue, now: datetime) -> Way:
    """What becomes of a complaint that repeats this one: domain.md §3.5 and moves 21, 23."""
    if ticket.open:
        return Way.AGAIN
    since = ticket.closed_at or now
    late = now - since > timedelta(days=catalogue.reopen_days)
    over = late or ticket.state not in {State.CLOSED, State.SURVEY}
    return Way.UNHAPPY if over else Way.FINISHED


def legal_over(ticket: Ticket, now: datetime) -> bool:
    """Whether the legal limit for an answer has passed: an appeal is offered (domain.md §5)."""
    return any(
        one.rule == LEGAL and (one.result == "breached" or (not one.stopped and one.due <= now))
        for one in ticket.clocks
    )


def ways_on(ticket: Ticket, now: datetime) -> tuple[str, ...]:
    """What its subscriber can do at once with an open one that is complained about again."""
    late = ("appeal", "appeal_leaflet") if legal_over(ticket, now) else ()
    return (*YOURS.get(ticket.state, ()), *late)


# Where it is the subscriber's turn: what they are asked to do.
YOURS: Mapping[State, tuple[str, ...]] = {
    State.PROPOSED: ("accept", "reject"),
    State.AWAITING_CONFIRM: ("fixed", "not_fixed"),
}


def looks_alike(ticket: Ticket) -> bool:
    """Whether it is linked to another by a number that was only typed, and nobody judged it yet."""
    return bool(ticket.repeat_of) and not ticket.repeat_shown and not ticket.repeat_joined


def third(ticket: Ticket, catalogue: Catalogue) -> bool:
    """Whether it is complained about so often that a supervisor has it at once (domain.md §3.5)."""
    return ticket.times >= catalogue.repeats.supervisor_from


def all_times(ticket: Ticket) -> int:
    """Which complaint it is with those of the one that it looks like, which staff alone know of."""
    return ticket.times + ticket.times_alike


def asked_a_lead(ticket: Ticket, catalogue: Catalogue) -> bool:
    """Whether a supervisor has a new ticket as a repeat already, before it is sent anywhere."""
    return ticket.repeat_shown and third(ticket, catalogue)


def at_once(now: datetime, words: str = "") -> Task:
    """A supervisor looks at a repeated complaint now. `words`: the number of the one before."""
    return Task(kind="repeated", role=Role.SUPERVISOR, due=now, words=words)


def linked(ticket: Ticket, link: Link) -> Ticket:
    """A new ticket as the repeat that it is.

    Where the subscriber may know of it and is unhappy with how the earlier one ended, it starts a
    level above that, and what was answered then is not asked again (domain.md §3.6, first-asked).
    Where they may not, the link is all that changes: whatever they see stays as it would be.
    """
    before = link.to
    repeat = replace(ticket, repeat_of=before.id, repeat_shown=link.shown)
    if not link.shown:
        return replace(repeat, times_alike=all_times(before))
    answers = {**_answered(before, ticket), **ticket.filing.answers}
    filing = replace(ticket.filing, answers=answers)
    repeat = replace(repeat, filing=filing, times=before.times + 1, earlier=before.department)
    if before.open:  # filed in two chats at once: nobody was unhappy with an end yet
        return repeat
    return replace(repeat, level=raised(max(ticket.level, before.level)))


def _answered(before: Ticket, ticket: Ticket) -> dict[str, Json]:
    """What was said to the further questions of the category, which are the same in both."""
    if before.filing.category != ticket.filing.category:
        return {}
    return {code: told for code, told in before.filing.answers.items() if code != "promised"}
