"""Clocks counted anew: the table of working days was corrected, or a year has been published."""

from datetime import datetime

from dialogs.house import House
from dialogs.tickets.calendar import calendar
from dialogs.tickets.limit import limit_of
from dialogs.tickets.ticket import Clock, Ticket
from dialogs.values import replace


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
    if rule is None or clock.stopped or clock.paused:
        return clock
    if clock.due <= now:  # it stays, but nothing that is over is expected
        return replace(clock, provisional=False) if clock.provisional else clock
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
