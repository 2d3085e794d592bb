"""When somebody is called in the group, and who: a limit comes near or is over, leave is asked.

The owner hears that a limit comes near, a lead that it is over; each thing is said once, and about
one ticket no more than once in half an hour (ux-ecosystem.md §3e).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.group.card import redraw_at
from dialogs.house import House
from dialogs.model import Arg, Moment, Money, Phrase
from dialogs.tickets.approving import asked
from dialogs.tickets.showing import deadlines
from dialogs.tickets.ticket import Clock, Role, Ticket

COOL_DOWN = timedelta(minutes=30)
NEAR = 0.8  # of a limit


@dataclass(frozen=True, slots=True)
class Call:
    """What somebody is called for: `key` names it once and for all.

    `role` is whose it is, None for the owner's; `words` take the names of those who are called.
    """

    key: str
    role: Role | None
    words: Phrase


def call(ticket: Ticket, house: House, now: datetime, told: frozenset[str]) -> Call | None:
    """What is most urgent of all that nobody was called for yet."""
    if not ticket.open:
        return None
    wanted = (*_over(ticket, house, now), *_leave(ticket), *_near(ticket, house, now))
    return next((one for one in wanted if one.key not in told), None)


def look_at(ticket: Ticket, house: House, now: datetime) -> datetime | None:
    """When to look again although nothing happens: the card reads otherwise, or a call is due."""
    if not ticket.open:
        return None
    times = [at for one in _running(ticket, house) for at in (_near_at(one), one.due) if at > now]
    drawn = redraw_at(ticket, house, now)
    return min([*times, *([drawn] if drawn else [])], default=None)


def _running(ticket: Ticket, house: House) -> Iterator[Clock]:
    rules = deadlines(house.catalogue)
    for one in ticket.clocks:
        if one.rule in rules and one.stopped is None and one.paused is None:
            yield one


def _near_at(clock: Clock) -> datetime:
    return clock.started + (clock.due - clock.started) * NEAR


def _over(ticket: Ticket, house: House, now: datetime) -> Iterator[Call]:
    for one in _running(ticket, house):
        if one.due <= now:
            yield Call(_key(one, "over"), Role.SUPERVISOR, _limit("group-call-over", one, house))


def _near(ticket: Ticket, house: House, now: datetime) -> Iterator[Call]:
    for one in _running(ticket, house):
        if _near_at(one) <= now < one.due:
            yield Call(_key(one, "near"), None, _limit("group-call-near", one, house))


def _leave(ticket: Ticket) -> Iterator[Call]:
    waiting = asked(ticket)
    if waiting is not None:
        money = Money(waiting.minor, ticket.filing.currency)
        args: dict[str, Arg] = {"name": waiting.by_name or "-", "money": money}
        key = f"leave {len(ticket.approvals)} {waiting.role}"
        yield Call(key, waiting.role, Phrase("group-call-leave", args))


def _key(clock: Clock, what: str) -> str:
    return f"{what} {clock.rule} {clock.subject} {clock.due.isoformat()}"


def _limit(key: str, clock: Clock, house: House) -> Phrase:
    rule = house.catalogue.clocks[clock.rule]
    return Phrase(key, {"limit": rule.label, "due": Moment(clock.due)})
