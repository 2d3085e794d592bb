"""Carrying out what a turn orders: each order changes rows, and a ticket's move brings notices."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import assert_never

from bot.stage import Stage
from dialogs.intake.filing import filing
from dialogs.model import (
    Agree,
    Event,
    File,
    Keep,
    Move,
    Open,
    Order,
    Phrase,
    Prefer,
    Reach,
    Say,
    Speak,
    Summon,
    Verify,
)
from dialogs.tickets import moves
from dialogs.tickets.applied import Applied, NotAllowed, Notify
from dialogs.tickets.ticket import Actor, Role, Task, Ticket
from storage import Connection, chats, files, tasks, tickets
from storage.chats import Person


@dataclass(frozen=True, slots=True)
class Effects:
    """What orders brought about so far: tickets as they are now, with their notices; refusals.

    `file` is the attachment wanted, `ticket` the one it belongs to.
    """

    applied: tuple[Applied, ...] = ()
    refusals: tuple[Say, ...] = ()
    file: int | None = None
    ticket: int | None = None

    def plus(self, later: "Effects") -> "Effects":
        return Effects(
            self.applied + later.applied,
            self.refusals + later.refusals,
            later.file or self.file,
            later.ticket or self.ticket,
        )

    def answers(self, chat: int) -> tuple[Say, ...]:
        """The notices that answer the person of this chat, as sayings."""
        return tuple(
            said(notice)
            for one in self.applied
            if one.ticket.chat == chat
            for notice in one.notices
        )

    def stages(self) -> dict[int, int]:
        """The stage of each ticket touched, for the buttons that name it."""
        return {one.ticket.id: one.ticket.stage for one in self.applied}


class Conflict(Exception):
    """Two changed a ticket at once: the step is run again on what is there now."""


def said(notice: Notify) -> Say:
    """A ticket's message as a saying."""
    return Say(notice.words, notice.choices, card=notice.card, file=notice.file)


def carry_out(stage: Stage, c: Connection, person: Person, event: Event, order: Order) -> Effects:
    """One order of the person in this chat."""
    chat, now = person.chat, event.at
    match order:
        case Agree(version):
            chats.agree(c, chat, version, now)
        case Speak(language):
            chats.speak(c, chat, language)
        case Prefer(notify, surveys):
            chats.prefer(c, chat, notify, surveys)
        case Verify(phone):
            chats.verify(c, chat, phone, "contact", now)
        case Reach():
            _reach(stage, c, person, event, order)
        case Open():
            return _open(stage, c, person, event, order)
        case Move():
            return move(stage, c, order, Actor(Role.SUBSCRIBER), event.at)
        case Keep(ticket):
            return _keep(stage, c, chat, event, ticket)
        case Summon():
            _summon(c, chat, event, order)
        case _:
            assert_never(order)
    return Effects()


def move(stage: Stage, c: Connection, order: Move, actor: Actor, now: datetime) -> Effects:
    """Make a move on a ticket and save it; a move that is not allowed comes back as words."""
    ticket = tickets.load(c, order.ticket)
    if ticket is None:
        return Effects(refusals=(Say(Phrase("toast-gone")),))
    result = moves.apply(ticket, order, actor, now, stage.house)
    if isinstance(result, NotAllowed):
        return Effects(refusals=(Say(result.words),))
    return keep(c, ticket, result, now)


def keep(c: Connection, before: Ticket, result: Applied, now: datetime) -> Effects:
    """Save what moves brought about: the ticket, its timeline, the tasks."""
    if not tickets.save(c, before, result.ticket, result.entries):
        raise Conflict(before.number)
    _give(c, result, now)
    return Effects((result,))


def _give(c: Connection, result: Applied, now: datetime) -> None:
    for task in result.tasks:
        tasks.add(c, task, ticket=result.ticket.id, chat=result.ticket.chat, now=now)


def _open(stage: Stage, c: Connection, person: Person, event: Event, order: Open) -> Effects:
    """File a draft: number, ticket, timeline, clocks, the files sent with it."""
    filed = filing(order.draft, stage.house)
    filed = replace(filed, name=filed.name or person.name)
    result = moves.open_ticket(
        filed,
        id=tickets.next_id(c),
        number=tickets.next_number(c, event.at, stage.house.zone),
        chat=person.chat,
        subscriber=person.subscriber,
        language=person.language,
        now=event.at,
        house=stage.house,
    )
    tickets.insert(c, result.ticket, result.entries)
    files.adopt(c, person.chat, result.ticket.id)
    _give(c, result, event.at)
    return Effects((result,))


def _keep(stage: Stage, c: Connection, chat: int, event: Event, ticket: int | None) -> Effects:
    """Want the file that came; over the limit it is refused with a word."""
    if not isinstance(event.what, File):
        return Effects()
    limit = stage.files_per_ticket
    held = files.count(c, ticket) if ticket else len(files.of_draft(c, chat))
    if limit and held >= limit:
        return Effects(refusals=(Say(Phrase("refused-files-full", {"limit": limit})),))
    if event.what.size > stage.house.catalogue.file_bytes:
        size = stage.house.catalogue.file_bytes // (1024 * 1024)
        return Effects(refusals=(Say(Phrase("refused-file-large", {"size": size})),))
    return Effects(file=files.want(c, chat, event.what, ticket, event.at), ticket=ticket)


def _reach(stage: Stage, c: Connection, person: Person, event: Event, order: Reach) -> None:
    """Note another way to the person; a chat that is gone gives staff a task for its tickets."""
    if order.phone:
        chats.reach(c, person.chat, order.phone)
    if order.reachable is None:
        return
    chats.reachable(c, person.chat, order.reachable, event.at)
    if not order.reachable:
        unreachable(stage, c, person.chat, event)


def unreachable(stage: Stage, c: Connection, chat: int, event: Event) -> None:
    """The person blocked us: each open ticket gets a task to reach them another way."""
    held = timedelta(days=stage.house.catalogue.reopen_days)
    for ticket in tickets.of_chat(c, chat, event.at, held):
        if ticket.open and tasks.place(c, chat, "unreachable") is None:
            due = event.at + timedelta(days=1)
            task = Task(kind="unreachable", role=Role.AGENT, due=due)
            tasks.add(c, task, ticket=ticket.id, chat=chat, now=event.at)


def _summon(c: Connection, chat: int, event: Event, order: Summon) -> None:
    due = event.at + timedelta(minutes=30)
    task = Task(kind="human", role=Role.AGENT, due=due, words=order.words)
    tasks.add(c, task, ticket=order.ticket, chat=chat, now=event.at)
