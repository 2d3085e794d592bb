"""The clocks of a ticket: started, paused and stopped by its moves, as the catalogue's rules say.

A clock is a row with the instant of its next mark; nothing is scheduled in memory. What happens
when a mark is due stands in `clocks`, how long a limit is in `limit`, whom it is for in `concern`.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

from dialogs.appeals.caseload import numbered
from dialogs.appeals.cases import place_of
from dialogs.catalogue import ClockRule
from dialogs.catalogue.rules import REFERRED
from dialogs.house import House
from dialogs.tickets.beginning import begun, stop
from dialogs.tickets.concern import Step, concerns
from dialogs.tickets.lifecycle import ENDED, ROWS
from dialogs.tickets.limit import limit_of
from dialogs.tickets.recounting import recounted
from dialogs.tickets.ticket import Clock, State, Ticket
from dialogs.values import replace

__all__ = ["Step", "after_move", "delivered", "next_due", "recounted", "stop", "unasked"]

ENDING = frozenset(row.move for row in ROWS if row.target in ENDED)
STILL_OWED = frozenset({State.SURVEY, State.INVALID})  # ended here, yet the answer is on its way
PUT_OFF = frozenset({"delay", "late"})  # the date before was not kept, only told in time


def after_move(step: Step) -> tuple[Clock, ...]:
    """The clocks of the ticket as the move left it.

    Stopped clocks stay as they are, as the record of what was kept and what was not.
    """
    known = step.house.catalogue
    turned = step.turned
    clocks = [_over(one, known.clocks.get(one.rule), step, turned) for one in step.ticket.clocks]
    for rule in tuple(_starting(clocks, step, turned)):
        clocks = _start(clocks, rule, step)
    return tuple(_rest(clock, known.clocks.get(clock.rule), step) for clock in clocks)


def delivered(ticket: Ticket, code: str, now: datetime, house: House) -> tuple[Clock, ...]:
    """The clocks after a channel took the message `code` (DESIGN §6: what C1 waits for)."""
    rules = house.catalogue.clocks
    return tuple(
        stop(clock, now)
        if clock.stopped is None
        and (rule := rules.get(clock.rule)) is not None
        and (code in rule.told or (rule.on_delivery and code in _messages(rule.stop)))
        else clock
        for clock in ticket.clocks
    )


def unasked(ticket: Ticket, code: str, now: datetime, house: House) -> tuple[Clock, ...]:
    """The clocks after the message `code` was left out by intent: no call is due."""
    rules = house.catalogue.clocks
    return tuple(
        stop(clock, now, "cancelled")
        if clock.stopped is None
        and (rule := rules.get(clock.rule)) is not None
        and code in rule.told
        else clock
        for clock in ticket.clocks
    )


def next_due(ticket: Ticket) -> datetime | None:
    """When the ticker must look at this ticket; None if no clock of it waits for anything."""
    return min((clock.next for clock in ticket.clocks if clock.next is not None), default=None)


@lru_cache(maxsize=256)  # asked for each message that arrives
def _messages(moves: tuple[str, ...]) -> frozenset[str]:
    return frozenset(row.message for row in ROWS if row.move in moves and row.message)


def _stops(rule: ClockRule, step: Step) -> bool:
    if rule.stop_by and step.role not in rule.stop_by:
        return False
    moves = step.moves  # nearly always one: not worth a generator for each clock
    return moves[0] in rule.stop or (len(moves) > 1 and not set(moves).isdisjoint(rule.stop))


def _over(clock: Clock, rule: ClockRule | None, step: Step, turned: bool) -> Clock:
    """The clock stopped, if the move stops it or ends what it was about."""
    if clock.stopped is not None or rule is None:
        return clock
    about = not step.subject or clock.subject in {"", step.subject}
    if about and not rule.on_delivery and _stops(rule, step):
        return stop(clock, step.now)
    if rule.date == REFERRED and _ended(clock, step.ticket):
        return stop(clock, step.now, "cancelled")
    if turned and not concerns(rule, step.ticket):
        return stop(clock, step.now, "cancelled")
    ends = step.ticket.state in ENDED and not rule.survives and ENDING.isdisjoint(rule.start)
    if ends and not (rule.on_delivery and step.ticket.state in STILL_OWED):
        return stop(clock, step.now, "cancelled")
    return clock


def _ended(clock: Clock, ticket: Ticket) -> bool:
    """Whether the case that a body wanted an answer about is over, answered or not."""
    place = place_of(clock.subject)
    return bool(place) and not any(one.open for at, one in numbered(ticket) if at == place)


def _starting(clocks: list[Clock], step: Step, turned: bool) -> Iterable[ClockRule]:
    """The rules of which the move starts a clock."""
    plan = step.house.catalogue.plan
    for move in step.moves:
        for rule in plan.by_move.get(move, ()):
            if concerns(rule, step.ticket) and not _at_once(rule, step):
                yield rule
    if turned:
        yield from (rule for rule in plan.joining if _joins(rule, step))
    if plan.after:
        for old, new in zip(step.ticket.clocks, clocks, strict=True):
            if new.stopped and not old.stopped and new.result != "cancelled":
                yield from (r for r in plan.after.get(new.rule, ()) if _follows(r, step))


def _at_once(rule: ClockRule, step: Step) -> bool:
    """Whether a clock of the rule would be stopped in the breath in which it starts."""
    return not rule.on_delivery and (_stops(rule, step) or step.ahead in rule.stop)


def _joins(rule: ClockRule, step: Step) -> bool:
    late = step.ticket.state in rule.begins_in and not concerns(rule, step.before)
    return late and concerns(rule, step.ticket) and not _at_once(rule, step)


def _follows(rule: ClockRule, step: Step) -> bool:
    over = step.ticket.state in ENDED
    return not over and concerns(rule, step.ticket) and not _at_once(rule, step)


def _start(clocks: list[Clock], rule: ClockRule, step: Step) -> list[Clock]:
    """The clocks with those that the move starts; a running one gives way only to a restart."""
    for fresh in begun(rule, step):
        same = [c for c in clocks if c.rule == rule.code and c.subject == fresh.subject]
        if rule.date and any(c.due == fresh.due and c.result == "breached" for c in same):
            continue
        running = [clock for clock in same if clock.stopped is None]
        again = rule.restart or rule.dated or "reopen" in step.moves
        if running and (not again or running[0].due == fresh.due):
            continue
        for clock in running:
            clocks.remove(clock)
            if rule.shown:
                put_off = not PUT_OFF.isdisjoint(step.moves)
                clocks.append(stop(clock, step.now, "moved" if put_off else ""))
        clocks.append(fresh)
    return clocks


def _rest(clock: Clock, rule: ClockRule | None, step: Step) -> Clock:
    """The clock paused or resumed as the ticket's state wants it, and its next mark set."""
    if clock.stopped is not None:
        return clock
    if rule is None:
        return replace(clock, next=None)
    pauses = step.ticket.state in rule.pause and not rule.dated
    if pauses == (clock.paused is not None) and (pauses or clock.next is not None):
        return clock  # its next mark stands, put off perhaps
    limit, now = limit_of(step.ticket, rule, step.house), step.now
    if pauses:
        left = limit.calendar.between(now, clock.due).total_seconds()
        return replace(clock, paused=now, left=left, next=None)
    if clock.paused is not None and clock.left:
        due, provisional = limit.calendar.add(now, timedelta(seconds=clock.left))
        clock = replace(clock, left=0.0, due=due, provisional=provisional)
    clock = clock if clock.paused is None else replace(clock, paused=None)
    upcoming = limit.next(clock, now)
    return clock if upcoming == clock.next else replace(clock, next=upcoming)
