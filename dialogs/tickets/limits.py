"""The clocks of a ticket: started, paused and stopped by its moves, as the catalogue's rules say.

A clock is a row with the instant of its next mark; nothing is scheduled in memory. What happens
when a mark is due stands in `clocks`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.catalogue import ClockRule, Mark
from dialogs.house import House
from dialogs.tickets.calendar import Calendar, calendar
from dialogs.tickets.guards import accepted
from dialogs.tickets.lifecycle import ENDED, ROWS
from dialogs.tickets.ticket import Clock, State, Ticket
from dialogs.values import quick, replace

ITEM_MOVES = frozenset({"confirm_writing", "late"})
ENDING = frozenset(row.move for row in ROWS if row.target in ENDED)
STILL_OWED = frozenset({State.SURVEY, State.INVALID})  # ended here, yet the answer is on its way


@quick
@dataclass(frozen=True, slots=True)
class Limit:
    """A rule at work on one ticket: its calendar, and the shift that repairs get."""

    rule: ClockRule
    calendar: Calendar
    shift: timedelta

    def due(self, started: datetime) -> tuple[datetime, bool]:
        """When a clock of the rule started then is due, and whether that is provisional."""
        if self.rule.limit_days:
            return self.calendar.end_of_day(started, self.rule.limit_days)
        return self.calendar.add(started, self.rule.limit + self.shift)

    def next(self, clock: Clock) -> datetime | None:
        """When the clock's next mark goes off; None if paused, stopped or past its last."""
        if clock.stopped or clock.paused or clock.fired >= len(self.rule.marks):
            return None
        return self.at(clock, self.rule.marks[clock.fired])

    def at(self, clock: Clock, mark: Mark) -> datetime:
        """When a mark goes off: counted back from the due time, which pauses move."""
        total = self._total(clock)
        if mark.before is not None:
            left = mark.before
        elif mark.after is not None:
            left = total - mark.after - self.shift
        else:
            left = total * (1 - (1.0 if mark.share is None else mark.share))
        return self.calendar.add(clock.due, -left)[0]

    def _total(self, clock: Clock) -> timedelta:
        if self.rule.dated:
            return self.calendar.between(clock.started, clock.due)
        if self.rule.limit_days:
            return self.calendar.between(clock.started, self.due(clock.started)[0])
        return self.rule.limit + self.shift


def limit_of(ticket: Ticket, rule: ClockRule, house: House) -> Limit:
    """The rule at work on this ticket."""
    category = house.catalogue.categories.get(ticket.filing.category)
    shift = rule.repair_shift if category is not None and category.repair else timedelta()
    return Limit(rule, calendar(rule.calendar, house), shift)


@dataclass(frozen=True, slots=True)
class _Step:
    """A move that was made: the ticket after it, the item it was about, when and in which house."""

    ticket: Ticket
    move: str
    subject: str
    now: datetime
    house: House


def after_move(
    ticket: Ticket, move: str, subject: str, now: datetime, house: House
) -> tuple[Clock, ...]:
    """The clocks of `ticket`, which is as the move left it. `subject`: the item it was about.

    Stopped clocks stay as they are, as the record of what was kept and what was not.
    """
    step = _Step(ticket, move, subject, now, house)
    rules = house.catalogue.clocks
    clocks = [_over(clock, rules.get(clock.rule), step) for clock in ticket.clocks]
    for rule in rules.values():
        if _starts(rule, step):
            clocks = _start(clocks, rule, step)
    return tuple(_rest(clock, rules.get(clock.rule), step) for clock in clocks)


def delivered(ticket: Ticket, code: str, now: datetime, house: House) -> tuple[Clock, ...]:
    """The clocks after a channel took the message `code` (DESIGN §6: what C1 waits for)."""
    rules = house.catalogue.clocks
    return tuple(
        stop(clock, now)
        if clock.stopped is None
        and (rule := rules.get(clock.rule)) is not None
        and rule.on_delivery
        and code in _messages(rule)
        else clock
        for clock in ticket.clocks
    )


def next_due(ticket: Ticket) -> datetime | None:
    """When the ticker must look at this ticket; None if no clock of it waits for anything."""
    return min((clock.next for clock in ticket.clocks if clock.next is not None), default=None)


def stop(clock: Clock, now: datetime, result: str = "") -> Clock:
    """The clock at its end: met, or breached if it was due before `now`."""
    kept = "breached" if now > clock.due and not clock.paused else "met"
    ended = clock.result or result or kept
    return replace(clock, stopped=now, next=None, paused=None, result=ended)


def _messages(rule: ClockRule) -> frozenset[str]:
    return frozenset(row.message for row in ROWS if row.move in rule.stop and row.message)


def _over(clock: Clock, rule: ClockRule | None, step: _Step) -> Clock:
    """The clock stopped, if the move stops it or ends what it was about."""
    if clock.stopped is not None or rule is None:
        return clock
    about = not step.subject or clock.subject in {"", step.subject}
    if step.move in rule.stop and about and not rule.on_delivery:
        return stop(clock, step.now)
    ends = step.ticket.state in ENDED and ENDING.isdisjoint(rule.start)
    if ends and not (rule.on_delivery and step.ticket.state in STILL_OWED):
        return stop(clock, step.now, "cancelled")
    return clock


def _starts(rule: ClockRule, step: _Step) -> bool:
    concerned = not rule.categories or step.ticket.filing.category in rule.categories
    moved_on = step.move == "late" and rule.dated and "confirm_writing" in rule.start
    return concerned and (step.move in rule.start or moved_on)


def _start(clocks: list[Clock], rule: ClockRule, step: _Step) -> list[Clock]:
    """The clocks with those that the move starts; a running one gives way only to a restart."""
    for subject, due, provisional in _dues(rule, step):
        same = (c for c in clocks if c.rule == rule.code and c.subject == subject)
        running = [clock for clock in same if clock.stopped is None]
        again = rule.restart or rule.dated or step.move == "reopen"
        if running and (not again or (rule.dated and running[0].due == due)):
            continue
        for clock in running:
            clocks.remove(clock)
            if rule.shown:
                clocks.append(stop(clock, step.now))
        clocks.append(
            Clock(
                rule=rule.code,
                started=step.now,
                due=due,
                subject=subject,
                provisional=provisional,
            )
        )
    return clocks


def _dues(rule: ClockRule, step: _Step) -> Iterable[tuple[str, datetime, bool]]:
    """Subject, due time and provisional or not, of each clock that the move starts by the rule."""
    if not rule.dated:
        due, provisional = limit_of(step.ticket, rule, step.house).due(step.now)
        return [("", due, provisional)]
    if step.move in ITEM_MOVES:
        items = enumerate(accepted(step.ticket), start=1)
        return [
            (str(place), item.due, False)
            for place, item in items
            if item.due and not item.done_at and step.subject in {"", str(place)}
        ]
    date = step.ticket.next_step_at
    return [("", date, False)] if date is not None and date > step.now else []


def _rest(clock: Clock, rule: ClockRule | None, step: _Step) -> Clock:
    """The clock paused or resumed as the ticket's state wants it, and its next mark set."""
    if clock.stopped is not None:
        return clock
    if rule is None:
        return replace(clock, next=None)
    pauses = step.ticket.state in rule.pause and not rule.dated
    if not pauses and clock.paused is None and clock.next is not None:
        return clock  # its next mark stands, put off perhaps
    limit, now = limit_of(step.ticket, rule, step.house), step.now
    if pauses and clock.paused is None and clock.due > now:
        left = limit.calendar.between(now, clock.due).total_seconds()
        clock = replace(clock, paused=now, left=left)
    elif clock.paused is not None and not pauses:
        due, provisional = limit.calendar.add(now, timedelta(seconds=clock.left))
        clock = replace(clock, paused=None, left=0.0, due=due, provisional=provisional)
    elif clock.next is not None:
        return clock
    upcoming = limit.next(clock)
    return clock if upcoming == clock.next else replace(clock, next=upcoming)
