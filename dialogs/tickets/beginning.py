"""Clocks at their start and at their end: due when, the first mark set, kept or not."""

from collections.abc import Iterable
from datetime import datetime

from dialogs.appeals.caseload import owed
from dialogs.appeals.cases import subject
from dialogs.catalogue import ClockRule
from dialogs.catalogue.rules import REFERRED, THINKING
from dialogs.tickets import dates
from dialogs.tickets.concern import Step
from dialogs.tickets.guards import accepted
from dialogs.tickets.limit import Limit, limit_of
from dialogs.tickets.ticket import Clock
from dialogs.values import replace

ITEM_MOVES = frozenset({"confirm_writing", "late"})


def stop(clock: Clock, now: datetime, result: str = "") -> Clock:
    """The clock at its end: met, or breached if it was due before `now` (or before its pause)."""
    kept = "breached" if (clock.paused or now) > clock.due else result or "met"
    if result == "cancelled":
        kept = result
    return replace(clock, stopped=now, next=None, paused=None, result=clock.result or kept)


def begun(rule: ClockRule, step: Step) -> Iterable[Clock]:
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
    if rule.date == REFERRED:
        waiting = ((place, one.due) for place, one in owed(step.ticket))
        return [
            _begun(limit, step.now, due, subject=subject(place)) for place, due in waiting if due
        ]
    due = dates.of_filing(rule.date, step.ticket.filing, step.house)
    if rule.date == THINKING:
        due = step.ticket.think_until
    if due is None:
        return []
    clock = _begun(limit, step.now, due)
    if due > step.now:
        return [_late(clock, limit, step.now)]
    breaks = any(mark.breach for mark in rule.marks)
    return [replace(stop(clock, step.now), fired=len(rule.marks))] if breaks else []


def _late(clock: Clock, limit: Limit, now: datetime) -> Clock:
    """A clock begun when some of its messages were due before: those are left out."""
    for mark in limit.rule.marks:
        if not mark.message or limit.at(clock, mark) > now:
            break
        clock = replace(clock, fired=clock.fired + 1)
    return replace(clock, next=limit.next(clock, now)) if clock.fired else clock
