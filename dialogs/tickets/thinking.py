"""Thinking an offer over: the subscriber names no answer yet, and hears nothing until a date.

It is never an answer, and moves no limit: the offer ends when it would have ended.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.catalogue import Catalogue
from dialogs.model import Moment
from dialogs.tickets.act import Act, Done, Outcome
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.calendar import awake
from dialogs.tickets.ticket import State, Ticket
from dialogs.tickets.wording import Telling

LEAST = timedelta(hours=12)  # a shorter time is none to think in
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
# The move that ends the wait for an answer, by the state in which it is waited for.
ENDS = {State.PROPOSED: "no_answer", State.DEADLOCK: "end_deadlock"}


def think(act: Act) -> Outcome:
    """Time to think the offer over: quiet until then, and a word on that day; it stays open."""
    wanted = act.house.catalogue.think
    until = max(min(act.now + wanted, _end(act) - DAY), act.now + SECOND)
    if until - act.now < min(LEAST, wanted):
        return NotAllowed("not-allowed-think-late")
    until = awake(until, act.house.catalogue.survey_rest, act.house.zone)
    return Done(ticket=replace(act.ticket, think_until=until, thinks=act.ticket.thinks + 1))


def _end(act: Act) -> datetime:
    """When the wait for an answer ends; now, where it is over and only a call is owed."""
    told = Telling(act.ticket, {}, act.house, act.now)
    return told.move_at(ENDS[act.ticket.state], timedelta()).at


def last_day(told: Telling) -> Moment:
    """The last whole day on which the offer can be accepted."""
    over = told.move_at(ENDS.get(told.ticket.state, "no_answer"), timedelta(days=30))
    return Moment(over.at - DAY, day_only=True)


def left(ticket: Ticket, known: Catalogue) -> int:
    """How often they may still ask for time on this offer."""
    return max(known.thinks - ticket.thinks, 0)


def ways(actions: tuple[str, ...], ticket: Ticket, known: Catalogue) -> tuple[str, ...]:
    """The buttons, time to think among them only where there is some left."""
    return tuple(one for one in actions if one != "think" or left(ticket, known))


def quiet(ticket: Ticket, now: datetime) -> bool:
    """Whether they are thinking, or were asked within the last day what they think."""
    return ticket.think_until is not None and now < ticket.think_until + DAY


def thinking(ticket: Ticket, now: datetime) -> bool:
    """Whether the time that they asked for still runs."""
    return ticket.think_until is not None and now < ticket.think_until


def thought(ticket: Ticket) -> Ticket:
    """The ticket with nothing left to think over: the offer was answered, or there is a new one."""
    return replace(ticket, think_until=None, thinks=0)
