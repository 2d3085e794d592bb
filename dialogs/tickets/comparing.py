"""An offer held against what was asked for: what is met, less, missing or late, what beyond.

For staff alone. A wish in free words cannot be held against anything: a person has to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from dialogs.house import House
from dialogs.tickets.ticket import Item, Ticket, Wish

NOTHING_WISHED = frozenset({"record"})  # whoever only reports asks for an answer, and gets one


class Verdict(StrEnum):
    """How an offer answers a wish; `UNCLEAR` where only a person can tell."""

    MET = "met"
    LESS = "less"
    MISSING = "missing"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One wish and what is offered for it.

    `short`: how much less than asked, minor units. `late`: the day on which it comes, where that
    is after the day wished for. `instead`: another remedy is offered for it.
    """

    wish: Wish
    items: tuple[Item, ...]
    verdict: Verdict
    short: int = 0
    late: date | None = None
    instead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Each wish with its answer, and what is offered that nobody asked for.

    `said` is what the subscriber answered to the offer before, "" if none was declined.
    """

    answered: tuple[Answered, ...]
    beyond: tuple[Item, ...]
    said: str = ""

    @property
    def gaps(self) -> tuple[Answered, ...]:
        """The wishes that the offer does not meet as asked, and in time."""
        return tuple(one for one in self.answered if one.verdict is not Verdict.MET or one.late)

    @property
    def missing(self) -> bool:
        """Whether nothing at all is offered for one of the wishes."""
        return any(one.verdict is Verdict.MISSING for one in self.answered)


def compare(ticket: Ticket, items: tuple[Item, ...], house: House) -> Comparison:
    """The offer of these items beside the wishes of the ticket."""
    wishes = tuple(wish for wish in ticket.filing.wishes if wish.code not in NOTHING_WISHED)
    answered: list[Answered] = []
    used: list[Item] = []
    for wish in wishes:
        found = tuple(item for item in items if _meets(item, wish, house))
        used += found
        answered.append(_answer(wish, found, ticket, house))
    spare = [item for item in items if item not in used]
    answered = [_instead(one, spare, ticket, house) for one in answered]
    return Comparison(answered=tuple(answered), beyond=tuple(spare), said=_said(ticket))


def _meets(item: Item, wish: Wish, house: House) -> bool:
    """Whether the item is what was wished for, or what covers it."""
    remedy = house.catalogue.remedies.get(item.code)
    covers = remedy.covers if remedy else ()
    return bool(wish.code) and (item.code == wish.code or wish.code in covers)


def _answer(wish: Wish, items: tuple[Item, ...], ticket: Ticket, house: House) -> Answered:
    if not wish.code:
        return Answered(wish=wish, items=(), verdict=Verdict.UNCLEAR)
    if not items:
        return Answered(wish=wish, items=(), verdict=Verdict.MISSING)
    short = max(0, (wish.minor or 0) - _sum(items))
    return Answered(
        wish=wish,
        items=items,
        verdict=Verdict.LESS if short else Verdict.MET,
        short=short,
        late=_late(items, ticket, house),
    )


def _instead(one: Answered, spare: list[Item], ticket: Ticket, house: House) -> Answered:
    """A sum that is wished for and missing, answered by another sum that nobody asked for."""
    money = tuple(item for item in spare if item.minor)
    if one.verdict is not Verdict.MISSING or not one.wish.minor or not money:
        return one
    for item in money:
        spare.remove(item)
    short = max(0, one.wish.minor - _sum(money))
    verdict, late = Verdict.LESS if short else Verdict.MET, _late(money, ticket, house)
    return Answered(
        wish=one.wish, items=money, verdict=verdict, short=short, late=late, instead=True
    )


def _sum(items: Iterable[Item]) -> int:
    return sum(item.minor or 0 for item in items)


def _late(items: tuple[Item, ...], ticket: Ticket, house: House) -> date | None:
    """The day of the last of them, where the subscriber wished for an earlier one."""
    wished, zone = ticket.filing.wish_by, ZoneInfo(house.zone)
    days = [item.due.astimezone(zone).date() for item in items if item.due]
    if wished is None or not days or max(days) <= wished.astimezone(zone).date():
        return None
    return max(days)


def _said(ticket: Ticket) -> str:
    """The wish, in their own words, with which the newest declined offer was declined."""
    declined = [one for one in ticket.proposals if one.outcome == "rejected"]
    return declined[-1].wish if declined else ""
