"""What a ticket's clocks bring about when their marks are due: messages, tasks, moves by the clock.

Marks that went off are counted in the clock, so a restart repeats none and misses none; what was
missed meanwhile is made up at once, and several messages of one chain become the last of them.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.catalogue import Mark
from dialogs.house import House
from dialogs.model import Json, Move
from dialogs.tickets.applied import Applied, NotAllowed, Notify
from dialogs.tickets.guards import NOT_HERE
from dialogs.tickets.lifecycle import OPEN
from dialogs.tickets.limits import after_move, delivered, limit_of, next_due
from dialogs.tickets.moves import CLOCK, apply
from dialogs.tickets.notices import MESSAGES, notice
from dialogs.tickets.ticket import Clock, Role, State, Task, Ticket
from dialogs.tickets.wording import Telling

__all__ = ["after_move", "delivered", "fire", "next_due"]

AGAIN = timedelta(days=1)  # when a move by the clock is tried again that something forbade
FINAL = (NOT_HERE, NotAllowed("not-allowed-role"), NotAllowed("not-allowed-no-item"))
ROUNDS = 100  # marks of one ticket made up in one go at most

# A message is sent only while it is true: the state is checked again when its mark is due.
ONLY_IN: Mapping[str, frozenset[State]] = {
    "M07": frozenset({State.AWAITING_USER}),
    "M12": frozenset({State.PROPOSED}),
    "M15R": frozenset({State.AWAITING_CONFIRM}),
    "M16": frozenset({State.EXECUTING}),
    "M27": frozenset(OPEN) - {State.AWAITING_CONFIRM},
    "SURVEY": frozenset({State.SURVEY}),
    "SURVEY-REMINDER": frozenset({State.SURVEY}),
    "PROGRESS": frozenset(OPEN)
    - {State.AWAITING_USER, State.PROPOSED, State.AWAITING_CONFIRM, State.DEADLOCK},
}
SURVEYS = frozenset({"SURVEY", "SURVEY-REMINDER"})


def fire(ticket: Ticket, now: datetime, house: House) -> Applied:
    """All that is due by `now`. Without a move by the clock there is no entry and no revision."""
    result = Applied(ticket=ticket)
    for _ in range(ROUNDS):
        clock = _most_due(result.ticket, now)
        if clock is None:
            break
        result = result.then(_go_off(result.ticket, clock, now, house))
    return result


def _most_due(ticket: Ticket, now: datetime) -> Clock | None:
    due = [(clock.next, place) for place, clock in enumerate(ticket.clocks) if clock.next]
    at, place = min(due, default=(None, 0))
    return ticket.clocks[place] if at is not None and at <= now else None


def _go_off(ticket: Ticket, clock: Clock, now: datetime, house: House) -> Applied:
    """The due marks of one clock: counted first, then carried out."""
    rule = house.catalogue.clocks.get(clock.rule)
    if rule is None:
        return Applied(ticket=_with(ticket, clock, replace(clock, next=None)))
    limit, fired = limit_of(ticket, rule, house), clock.fired + 1
    while fired < len(rule.marks) and limit.at(clock, rule.marks[fired]) <= now:
        fired += 1
    due = rule.marks[clock.fired : fired]
    result = "breached" if any(mark.breach for mark in due) else clock.result
    counted = replace(clock, fired=fired, result=result)
    counted = replace(counted, next=limit.next(counted))
    told = Telling(_with(ticket, clock, counted), {"item": clock.subject}, house, now)
    made = Applied(ticket=told.ticket, tasks=_tasks(due, clock))
    for mark in due:
        if mark.move:
            made = made.then(_moved(made.ticket, counted, mark, told))
    # What a move says goes before the reminders that it makes needless.
    return made if made.entries else replace(made, notices=_last(due, told))


def _last(due: tuple[Mark, ...], told: Telling) -> tuple[Notify, ...]:
    """The last message of the marks that is still true; the others would only repeat it."""
    codes = [mark.message for mark in due if mark.message and _true(mark.message, told.ticket)]
    return (notice(codes[-1], told),) if codes else ()


def _true(code: str, ticket: Ticket) -> bool:
    if code not in MESSAGES or ticket.state not in ONLY_IN.get(code, frozenset(State)):
        return False
    # After silence M19 was the survey: it is that one message (DESIGN §6 survey).
    return not (code in SURVEYS and ticket.result == "unconfirmed")


def _tasks(due: tuple[Mark, ...], clock: Clock) -> tuple[Task, ...]:
    """What staff must do or know, each thing once."""
    found: dict[tuple[str, str], Task] = {}
    for mark in due:
        kind, role = mark.task or "deadline", mark.tell or Role.SUPERVISOR
        if mark.task or mark.tell:
            task = Task(kind=kind, role=Role(role), due=clock.due, words=clock.rule)
            found[kind, role] = task
    return tuple(found.values())


def _moved(ticket: Ticket, clock: Clock, mark: Mark, told: Telling) -> Applied:
    """The clock's own move. What the state forbids is over; what else is forbidden, tried again."""
    fields: dict[str, Json] = {"item": clock.subject} if clock.subject else {}
    made = apply(ticket, Move(ticket.id, mark.move, fields), CLOCK, told.now, told.house)
    if isinstance(made, Applied):
        return made
    if made in FINAL:
        return Applied(ticket=ticket)
    again = replace(clock, fired=clock.fired - 1, next=told.now + AGAIN)
    calls = made.key == "not-allowed-no-call"
    call = Task(kind="call_back", role=Role.SUPERVISOR, due=again.due, words=clock.rule)
    return Applied(ticket=_with(ticket, clock, again), tasks=(call,) if calls else ())


def _with(ticket: Ticket, old: Clock, new: Clock) -> Ticket:
    clocks = tuple(new if clock is old else clock for clock in ticket.clocks)
    return replace(ticket, clocks=clocks)
