"""What a ticket's clocks bring about when their marks are due: messages, tasks, moves by the clock.

Marks that went off are counted in the clock, so a restart repeats none and misses none; what was
missed meanwhile is made up at once, and several messages of one chain become the last of them.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from dialogs.catalogue import ClockRule, Mark
from dialogs.catalogue.rules import APPROVER
from dialogs.house import House
from dialogs.model import Json, Move
from dialogs.tickets.applied import Applied, Notify
from dialogs.tickets.approving import asked
from dialogs.tickets.guards import NOT_HERE
from dialogs.tickets.lifecycle import OPEN
from dialogs.tickets.limit import Limit, limit_of
from dialogs.tickets.limits import delivered, next_due, recounted
from dialogs.tickets.moves import CLOCK, apply
from dialogs.tickets.notices import MESSAGES, notice
from dialogs.tickets.surveying import called_about, unscored
from dialogs.tickets.thinking import quiet, thinking
from dialogs.tickets.ticket import Clock, Role, State, Task, Ticket
from dialogs.tickets.wording import Telling
from dialogs.values import replace

__all__ = ["delivered", "fire", "next_due", "recounted"]

AGAIN = timedelta(days=1)  # when a move by the clock is tried again that something forbade
FINAL = {
    *(NOT_HERE.key, "not-allowed-role", "not-allowed-delays"),
    *("not-allowed-not-agreed", "not-allowed-item-done-before"),
}
ROUNDS = 100  # marks of one ticket made up in one go at most

# A message is sent only while it is true: the state is checked again when its mark is due.
ONLY_IN: Mapping[str, frozenset[State]] = {
    "M07": frozenset({State.AWAITING_USER}),
    "M12": frozenset({State.PROPOSED}),
    "THOUGHT": frozenset({State.PROPOSED, State.DEADLOCK}),
    "M15R": frozenset({State.AWAITING_CONFIRM}),
    "M16": frozenset({State.EXECUTING}),
    "M35": frozenset(State) - {State.WITHDRAWN},
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
    limit = limit_of(ticket, rule, house)
    due, upcoming = _gone(clock, limit, now)
    if _put_off(due, ticket, now):
        return Applied(ticket=_with(ticket, clock, replace(clock, next=ticket.think_until)))
    result = "breached" if any(mark.breach for mark in due) else clock.result
    counted = replace(clock, fired=clock.fired + len(due), result=result, next=upcoming)
    if rule.date and not rule.then_every and counted.fired >= len(rule.marks):
        counted = replace(counted, stopped=now, next=None)  # a date that was filed, and is over
    told = Telling(_with(ticket, clock, counted), {"item": clock.subject}, house, now)
    heard = due if clock.fired < len(rule.marks) or _longest(clock, ticket, house) else ()
    made = Applied(ticket=told.ticket, tasks=_tasks(heard, clock, ticket, rule))
    for move in _moves(due):
        made = made.then(_moved(made.ticket, counted, move, told))
    # What a move says goes before the reminders that it makes needless.
    return made if made.entries else replace(made, notices=_last(due, told))


def _put_off(due: tuple[Mark, ...], ticket: Ticket, now: datetime) -> bool:
    """Whether it waits until the subscriber has thought: who asked for quiet is not rung up."""
    calls = any(mark.task == "call_back" for mark in due) and not any(mark.move for mark in due)
    return calls and thinking(ticket, now)


def _gone(clock: Clock, limit: Limit, now: datetime) -> tuple[tuple[Mark, ...], datetime | None]:
    """The marks that are due, and when the next one is. What is repeated comes one at a time."""
    marks, fired = limit.rule.marks, clock.fired + 1
    if clock.fired >= len(marks):
        return (limit.mark(clock.fired),), _again(limit, clock.next or now, now)
    while fired < len(marks) and limit.at(clock, marks[fired]) <= now:
        fired += 1
    if fired < len(marks):
        upcoming: datetime | None = limit.at(clock, marks[fired])
    else:
        upcoming = _again(limit, limit.at(clock, marks[-1]), now)
    return marks[clock.fired : fired], upcoming


def _again(limit: Limit, last: datetime, now: datetime) -> datetime | None:
    """When it is told again; what an outage held up is not made up one by one."""
    if not limit.rule.then_every:
        return None
    upcoming = limit.again(last)
    return upcoming if upcoming > now else limit.again(now)


def _longest(clock: Clock, ticket: Ticket, house: House) -> bool:
    """Whether no other clock of the ticket is overdue longer and tells of it: one is enough."""
    for other in ticket.clocks:
        rule = house.catalogue.clocks.get(other.rule)
        waits = rule is None or other.stopped is not None or other.paused is not None
        if other.due < clock.due and not waits and rule is not None and rule.then_every:
            return False
    return True


def _moves(due: tuple[Mark, ...]) -> tuple[str, ...]:
    """The moves of the marks; that it will be later is not told with the word that it is."""
    over = any(mark.breach and mark.message for mark in due)
    return tuple(mark.move for mark in due if mark.move and not (over and mark.move == "delay"))


def _last(due: tuple[Mark, ...], told: Telling) -> tuple[Notify, ...]:
    """The last message of the marks that is still true; the others would only repeat it."""
    codes = [mark.message for mark in due if mark.message and _true(mark.message, told)]
    return (notice(codes[-1], told),) if codes else ()


def _true(code: str, told: Telling) -> bool:
    ticket = told.ticket
    if code not in MESSAGES or ticket.state not in ONLY_IN.get(code, frozenset(State)):
        return False
    if code == "M12" and quiet(ticket, told.now):
        return False
    # After silence M19 was the survey: it is that one message (DESIGN §6 survey).
    return not (code in SURVEYS and ticket.result == "unconfirmed")


def _tasks(
    due: tuple[Mark, ...], clock: Clock, ticket: Ticket, rule: ClockRule
) -> tuple[Task, ...]:
    """What staff must do or know, each thing once; of a key account's breach the director too."""
    wanted = {
        (mark.task or "deadline", _whom(mark, ticket)): None
        for mark in due
        if (mark.task or mark.tell) and (mark.task != "survey_call" or _rings(ticket))
    }
    if ticket.key and rule.key_share and any(mark.breach for mark in due):
        wanted["deadline", Role.DIRECTOR] = None
    return tuple(
        Task(kind=kind, role=Role(role), due=clock.due, words=clock.rule) for kind, role in wanted
    )


def _rings(ticket: Ticket) -> bool:
    """Whether who did not answer the survey is called, once (domain.md §6)."""
    asked = ticket.surveyed_at is not None and unscored(ticket)
    return asked and called_about(ticket)


def _whom(mark: Mark, ticket: Ticket) -> str:
    """The role that a mark tells; "approver" is the one that was asked to allow an offer."""
    if mark.tell != APPROVER:
        return mark.tell or Role.SUPERVISOR
    waiting = asked(ticket)
    return waiting.role if waiting else Role.SUPERVISOR


def _moved(ticket: Ticket, clock: Clock, move: str, told: Telling) -> Applied:
    """The clock's own move. What the state forbids is over; what else is forbidden, tried again."""
    fields: dict[str, Json] = {"item": clock.subject} if clock.subject else {}
    if move == "delay":
        fields["clock"] = clock.rule
    made = apply(ticket, Move(ticket.id, move, fields), CLOCK, told.now, told.house)
    if isinstance(made, Applied):
        return made
    if made.key in FINAL:
        return Applied(ticket=ticket)
    again = replace(clock, fired=clock.fired - 1, next=told.now + AGAIN)
    calls = made.key == "not-allowed-no-call"
    call = Task(kind="call_back", role=Role.SUPERVISOR, due=again.due, words=clock.rule)
    return Applied(ticket=_with(ticket, clock, again), tasks=(call,) if calls else ())


def _with(ticket: Ticket, old: Clock, new: Clock) -> Ticket:
    clocks = tuple(new if clock is old else clock for clock in ticket.clocks)
    return replace(ticket, clocks=clocks)
