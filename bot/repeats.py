"""Looking for the complaint that a new one repeats: once, when a draft is about to be filed.

What the person may know of changes the dialog; of what they may not, only staff hear (DESIGN §6).
"""

from collections.abc import Iterable
from dataclasses import replace

from bot.stage import Work
from dialogs.house import Facts
from dialogs.intake.filing import filing
from dialogs.model import Open, OpenSeveral, Turn
from dialogs.tickets import repeats as rules
from dialogs.tickets.numbers import read_numbers
from dialogs.tickets.repeats import Link
from dialogs.tickets.ticket import Filing, Ticket
from storage import repeats, tickets
from storage.chats import Person
from storage.visits import Visit

MOST_LOADED = 8  # of the newest that are alike; a number in a story counts for as many
MOST_NAMED = 3


def met(work: Work, visit: Visit, turn: Turn, facts: Facts) -> Facts | None:
    """The facts with the earlier complaint that this turn would file again; None if there is none
    that the person may know of."""
    several = next((one for one in turn.orders if isinstance(one, OpenSeveral)), None)
    if several is not None:
        return _met_each(work, visit, several, facts)
    order = next((one for one in turn.orders if isinstance(one, Open)), None)
    if order is None or order.repeats:
        return None
    found = _known(work, visit, order)
    return replace(facts, earlier=found) if found else None


def _met_each(work: Work, visit: Visit, order: OpenSeveral, facts: Facts) -> Facts | None:
    """The facts with the earlier complaint of each matter that repeats one."""
    fresh = ((one.place, one) for one in order.each if not one.repeats)
    found = ((place, _known(work, visit, one)) for place, one in fresh)
    known = tuple((place, one) for place, one in found if one is not None)
    return replace(facts, earliers=known) if known else None


def _known(work: Work, visit: Visit, order: Open) -> Ticket | None:
    person, filed = visit.person, filing(order.draft, work.stage.house)
    named = _named(work, person, filed)
    if not named and not visit.tickets and filed.service_number not in person.numbers:
        return None  # who never filed here and has not proved the number can know of none
    mine = [one for one, chat in _alike(work, filed) if _may_know(person, chat, filed)]
    return _pick(work, filed, mine, named, order.apart)


def link(work: Work, person: Person, filed: Filing, order: Open) -> Link | None:
    """The earlier complaint of a ticket that is being filed: the one that the person named, or one
    that looks like it, or one that they filed elsewhere at the same instant.

    To be asked after the ticket's number was taken: of two who file at once, the second then finds
    the first, since numbers are given one after the other.
    """
    if order.repeats:
        before = tickets.load(work.c, order.repeats)
        if before is not None and may_know(person, before):
            return Link(to=before, shown=True, reason=order.reason)
    found = [(one, _may_know(person, chat, filed)) for one, chat in _alike(work, filed)]
    for shown in (True, False):
        ids = [one for one, known in found if known is shown]
        before = _pick(work, filed, ids, (), order.apart)
        if before is not None and (before.open or not shown):
            return Link(to=before, shown=shown)
    return None


def may_know(person: Person, ticket: Ticket) -> bool:
    """Whether this chat filed it, or its number is verified for this person (DESIGN §6)."""
    return _may_know(person, ticket.chat, ticket.filing)


def _may_know(person: Person, chat: int, filed: Filing) -> bool:
    return chat == person.chat or filed.service_number in person.numbers


def _alike(work: Work, filed: Filing) -> tuple[tuple[int, int], ...]:
    follows = filed.category in work.stage.house.catalogue.repeats.follow_on
    return repeats.alike(work.c, filed.service_number, "" if follows else filed.category)


def _named(work: Work, person: Person, filed: Filing) -> list[Ticket]:
    """Tickets whose numbers stand in the story; one that is not theirs is as good as none."""
    numbers = read_numbers(filed.story)[:MOST_NAMED]
    found = (tickets.by_number(work.c, one) for one in numbers)
    return [one for one in found if one is not None and may_know(person, one)]


def _pick(
    work: Work, filed: Filing, ids: Iterable[int], named: Iterable[Ticket], apart: Iterable[int]
) -> Ticket | None:
    left = [one for one in ids if one not in apart][:MOST_LOADED]
    known = tickets.load_many(work.c, left)
    told = [one for one in named if one.id not in apart]
    return rules.earlier(filed, known, told, work.stage.house.catalogue, work.now)
