"""That it will be later is told before it is: with a new date, a reason, and not often."""

from collections.abc import Mapping
from datetime import datetime

from dialogs.model import Json
from dialogs.tickets import fields as read
from dialogs.tickets.act import Act, Done, Outcome, legal_dates, news_after
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.calendar import calendar
from dialogs.tickets.guards import NOT_HERE
from dialogs.tickets.handling import NO_REASON
from dialogs.tickets.ticket import Clock, Role, Ticket
from dialogs.values import replace


def delay(act: Act) -> Outcome:
    """The answer comes later than was said. Fields: until, reason.

    The clock does it where staff did not, and finds the date itself; `clock` is then the rule
    whose limit will not be kept.
    """
    if act.actor.role is Role.CLOCK:
        date = _found(act)
        if date is None:
            return NOT_HERE
    else:
        date = read.moment(act.fields, "until", act.now, act.house)
        if date is None:
            return NotAllowed("not-allowed-no-date")
        if not read.words(act.fields, "reason"):
            return NO_REASON
    ticket = act.ticket
    told = replace(ticket, delays=ticket.delays + 1, delayed_to=date, next_step_at=date)
    return Done(ticket=told)


def _found(act: Act) -> datetime | None:
    """The new date for the limit that runs out; None where they were told of a later one."""
    clock = _running(act.ticket, act.fields)
    if clock is None:
        return act.promise()
    told = act.ticket.delayed_to
    if told is not None and told > clock.due:
        return None
    promised = act.ticket.next_step_at
    if promised is not None and promised > clock.due:
        return promised
    legal = [due for due in legal_dates(act.ticket) if due > clock.due]
    date = min([news_after(act.name, act.now, act.house), *legal])
    if date <= clock.due:
        date = calendar("WD", act.house).end_of_day(clock.due, 1)[0]
    return date


def _running(ticket: Ticket, fields: Mapping[str, Json]) -> Clock | None:
    name = read.words(fields, "clock")
    running = (one for one in ticket.clocks if one.rule == name and one.stopped is None)
    return next(running, None)
