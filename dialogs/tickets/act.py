"""One move being made: what its function may read, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from dialogs.catalogue.rules import LEGAL
from dialogs.house import House
from dialogs.model import Json, Move
from dialogs.tickets.applied import NotAllowed
from dialogs.tickets.calendar import calendar
from dialogs.tickets.ticket import Actor, Proposal, Role, State, Task, Ticket

# Working days until the subscriber hears again, where nobody named a date [D]. The catalogue's
# `promised` goes before.
PROMISED: Mapping[str, int] = {
    "dispatch": 1,
    "claim": 3,
    "assign": 3,
    "sign_in": 3,
    "answer": 2,
    "silence": 2,
    "resume": 2,
    "set_liability": 2,
    "reject": 2,
    "new_fact": 2,
    "think_again": 2,
    "withdraw_proposal": 2,
    "not_fixed": 1,
    "reopen": 3,
    "escalate": 1,
    "late": 2,
    "delay": 2,
    "remind": 1,
}


@dataclass(frozen=True, slots=True)
class Act:
    """A move that the table allows: the ticket before it, who, when, with what, and where to."""

    name: str
    ticket: Ticket
    actor: Actor
    now: datetime
    house: House
    fields: Mapping[str, Json]
    target: State

    def promise(self) -> datetime:
        """The date to name to the subscriber: so many working days on, never past the legal one."""
        return next_news(self.ticket, self.name, self.now, self.house)

    def task(self, kind: str, role: Role, words: str = "", days: int = 1) -> Task:
        """A task for staff, due so many working days from now at the end of the day."""
        due = calendar("WD", self.house).end_of_day(self.now, days)[0]
        return Task(kind=kind, role=role, due=due, words=words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a move's function answers: the ticket's new particulars (state and revision aside).

    `say`: False where the table's message is not sent this time. `then`: a move that the bot makes
    at once. `subject`: the item that it is about, as its clocks name it. `told`: the message that
    staff delivered in another way. `beside`: what else it brings about for clocks ("promise").
    `detail`: what the timeline keeps beside the move's fields.
    """

    ticket: Ticket
    say: bool = True
    tasks: tuple[Task, ...] = ()
    then: Move | None = None
    subject: str = ""
    told: str = ""
    beside: tuple[str, ...] = ()
    detail: Mapping[str, Json] = field(default_factory=dict)


Outcome: TypeAlias = Done | NotAllowed


def next_news(ticket: Ticket, move: str, now: datetime, house: House) -> datetime:
    """When the subscriber hears again after `move`: the end of a working day."""
    date = news_after(move, now, house)
    return min([date, *(due for due in legal_dates(ticket) if due > now)])


def news_after(move: str, now: datetime, house: House) -> datetime:
    """The end of as many working days after `now` as are promised after `move`."""
    days = house.catalogue.promised.get(move, PROMISED.get(move, 1))
    return calendar("WD", house).end_of_day(now, days)[0]


def legal_dates(ticket: Ticket) -> list[datetime]:
    """When the law's limit is over, if it still runs."""
    return [one.due for one in ticket.clocks if one.rule == LEGAL and one.stopped is None]


def expected(date: datetime, house: House) -> bool:
    """Whether a date that was counted in working days lies in a year not published yet."""
    return house.workdays.provisional(date.astimezone(ZoneInfo(house.zone)).date())


def with_proposal(ticket: Ticket, proposal: Proposal) -> Ticket:
    """The ticket with its newest proposal replaced by this one."""
    return replace(ticket, proposals=(*ticket.proposals[:-1], proposal))
