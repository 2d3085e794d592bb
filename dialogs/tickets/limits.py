"""The clocks of a ticket: started, paused and stopped by its moves, as the catalogue's rules say.

A clock is a row with the instant of its next mark; nothing is scheduled in memory. What happens
when a mark is due stands in `clocks`; how long a limit is, in `limit`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from dialogs.catalogue import ClockRule
from dialogs.house import House
from dialogs.tickets import dates
from dialogs.tickets.calendar import calendar
from dialogs.tickets.guards import accepted
from dialogs.tickets.lifecycle import ENDED, ROWS
from dialogs.tickets.limit import Limit, limit_of
from dialogs.tickets.ticket import Clock, Role, State, Ticket
from dialogs.values import quick, replace

ITEM_MOVES = frozenset({"confirm_writing", "late"})
ENDING = frozenset(row.move for row in ROWS if row.target in ENDED)
STILL_OWED = frozenset({State.SURVEY, State.INVALID})  # ended here, yet the answer is on its way
PUT_OFF = frozenset({"delay", "late"})  # the date before was not kept, only told in time


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A move that was made: the ticket before and after it, by which role, when, in which house.

    `moves` are its name and what it brought about beside (a date promised in words), `subject` the
    item that it was about, `ahead` the move that follows in the same breath.
    """

    before: Ticket
    ticket: Ticket
    moves: tuple[str, ...]
    role: Role
    now: datetime
    house: House
    subject: str = ""
    ahead: str = ""

    @property
    def turned(self) -> bool:
        """Whether a rule may concern the ticket now that did not before, or the other way."""
        old, new = self.before, self.ticket
        return (
            old.level != new.level
            or old.key != new.key
            or old.referral != new.referral
            or old.liability != new.liability
            or old.filing.kind != new.filing.kind
            or old.filing.category != new.filing.category
        )


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


def stop(clock: Clock, now: datetime, result: str = "") -> Clock:
    """The clock at its end: met, or breached if it was due before `now` (or before its pause)."""
    kept = "breached" if (clock.paused or now) > clock.due else result or "met"
    if result == "cancelled":
        kept = result
    return replace(clock, stopped=now, next=None, paused=None, result=clock.result or kept)


def concerns(rule: ClockRule, ticket: Ticket) -> bool:
    """Whether the rule is for a ticket like this one."""
    return (
        ticket.filing.kind in rule.kinds
        and (not rule.categories or ticket.filing.category in rule.categories)
        and (not rule.levels or ticket.level in rule.levels)
        and (not rule.only or all(_is(name, ticket) for name in rule.only))
    )


def _is(name: str, ticket: Ticket) -> bool:
    match name:
        case "referral":
            return bool(ticket.referral)
        case "key":
            return ticket.key
        case _:  # "unrecorded"
            return not ticket.liability


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
    if turned and not concerns(rule, step.ticket):
        return stop(clock, step.now, "cancelled")
    ends = step.ticket.state in ENDED and not rule.survives and ENDING.isdisjoint(rule.start)
    if ends and not (rule.on_delivery and step.ticket.state in STILL_OWED):
        return stop(clock, step.now, "cancelled")
    return clock


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
    for fresh in _fresh(rule, step):
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


def _fresh(rule: ClockRule, step: Step) -> Iterable[Clock]:
    """The clocks that the move starts by the rule, each with its first mark set."""
    ticket, now = step.ticket, step.now
    limit = limit_of(ticket, rule, step.house)
    if not rule.dated:
        due, provisional = limit.due(now)
        return [_begun(limit, now, due, provisional=provisional)]
    if rule.date:
        return _of_filing(limit, step)
    if not ITEM_MOVES.isdisjoint(step.moves):
        return [
            _begun(limit, now, item.due, subject=str(place))
            for place, item in enumerate(accepted(ticket), start=1)
            if item.due and not item.done_at and step.subject in {"", str(place)}
        ]
    date = ticket.next_step_at
    if date is None or date <= now:
        return []
    return [_begun(limit, now, date, provisional=ticket.next_step_expected)]


def _begun(
    limit: Limit, now: datetime, due: datetime, *, subject: str = "", provisional: bool = False
) -> Clock:
    return Clock(
        rule=limit.rule.code,
        started=now,
        due=due,
        next=limit.first(now, due),
        subject=subject,
        provisional=provisional,
    )


def _of_filing(limit: Limit, step: Step) -> list[Clock]:
    """The clock of a date that was filed; one that has passed is kept as the record of a breach."""
    rule = limit.rule
    due = dates.of_filing(rule.date, step.ticket.filing, step.house)
    if due is None:
        return []
    clock = _begun(limit, step.now, due)
    if due > step.now:
        return [clock]
    breaks = any(mark.breach for mark in rule.marks)
    return [replace(stop(clock, step.now), fired=len(rule.marks))] if breaks else []


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


def recounted(ticket: Ticket, before: House, after: House, now: datetime) -> tuple[Ticket, bool]:
    """The ticket under a calendar that was corrected, and whether a date told has moved by it.

    What was left of each limit under the old calendar is left of it under the new. A date that
    staff named stays; one that was counted in days not yet published moves with them.
    """
    clocks = tuple(_recounted(clock, ticket, before, after, now) for clock in ticket.clocks)
    date, expected = _news(ticket, before, after, now)
    told = date != ticket.next_step_at
    again = replace(ticket, clocks=clocks, next_step_at=date, next_step_expected=expected)
    return (ticket if again == ticket else again), told


def _recounted(clock: Clock, ticket: Ticket, before: House, after: House, now: datetime) -> Clock:
    rule = after.catalogue.clocks.get(clock.rule)
    if rule is None or clock.stopped or clock.paused or clock.due <= now:
        return clock
    old, new = limit_of(ticket, rule, before), limit_of(ticket, rule, after)
    if not (clock.provisional if rule.dated else new.calendar.rests):
        return clock
    if rule.dated or new.by_day:
        due, provisional = _moved(clock.due, before, after, now)
    else:
        due, provisional = new.calendar.add(now, old.calendar.between(now, clock.due))
    moved = replace(clock, due=due, provisional=provisional)
    if clock.fired < len(rule.marks) and due != clock.due:
        moved = replace(moved, next=new.next(moved, now))
    return moved


def _news(
    ticket: Ticket, before: House, after: House, now: datetime
) -> tuple[datetime | None, bool]:
    """The date last promised, counted anew if it was only expected."""
    date = ticket.next_step_at
    if date is None or date <= now or not ticket.next_step_expected:
        return date, ticket.next_step_expected
    return _moved(date, before, after, now)


def _moved(date: datetime, before: House, after: House, now: datetime) -> tuple[datetime, bool]:
    """As many working days from now on under the new calendar as were left under the old."""
    return calendar("WD", after).end_of_day(now, calendar("WD", before).days_until(now, date))
