"""Carrying out what a turn orders: each order changes rows, and a ticket's move brings notices."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import assert_never

from bot import correcting, filing
from bot.channels import by_hand
from bot.group.marking import mark
from bot.stage import Work
from dialogs import values
from dialogs.doors.saying import called
from dialogs.incidents.incident import Record
from dialogs.model import (
    Agree,
    Contacted,
    Deed,
    Event,
    File,
    Keep,
    Move,
    Open,
    OpenSeveral,
    Phrase,
    Prefer,
    Reach,
    Say,
    Speak,
    Summon,
    Verify,
)
from dialogs.tickets import approving, crediting, limits, moves
from dialogs.tickets.applied import Applied, NotAllowed, Notify
from dialogs.tickets.calling import in_time
from dialogs.tickets.notices import notice
from dialogs.tickets.ticket import Actor, Role, Task, Ticket
from dialogs.tickets.wording import Telling
from dialogs.values import quick
from storage import (
    Connection,
    calendar,
    chats,
    contacts,
    files,
    incidents,
    ladder,
    tasks,
    tickets,
)
from storage.chats import Person
from storage.ladder import Pace


@quick
@dataclass(frozen=True, slots=True)
class Effects:
    """What orders brought about so far: tickets as they are now with their notices, words to say.

    `refused`: a move or a file was not taken, and `said` tells why. `file` is the attachment
    wanted, `ticket` the one it belongs to.
    """

    applied: tuple[Applied, ...] = ()
    said: tuple[Say, ...] = ()
    refused: bool = False
    file: int | None = None
    ticket: int | None = None
    called: bool = False  # a person of the staff was called into the chat

    def plus(self, later: "Effects") -> "Effects":
        return Effects(
            self.applied + later.applied,
            self.said + later.said,
            self.refused or later.refused,
            later.file or self.file,
            later.ticket or self.ticket,
            self.called or later.called,
        )

    def stages(self) -> dict[int, int]:
        """The stage of each ticket touched, for the buttons that name it."""
        return {one.ticket.id: one.ticket.stage for one in self.applied}


class Conflict(Exception):
    """Two changed a ticket at once: the step is run again on what is there now."""


def said(notice: Notify) -> Say:
    """A ticket's message as a saying; where numbers are what is asked, a number is the word."""
    scale = any(isinstance(one.words, str) and one.words.isdecimal() for one in notice.choices)
    typed = "word" if scale else "number"
    return Say(notice.words, notice.choices, typed, notice.card, notice.file)


def carry_out(work: Work, person: Person, event: Event, order: Deed) -> Effects:
    """One order of the person in this chat."""
    c, chat, now = work.c, person.chat, work.now
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
            _reach(work, person, order)
        case Open():
            return _called(work, person.chat, _open(work, person, order))
        case OpenSeveral():
            return _called(work, person.chat, _open_several(work, person, order))
        case Move():
            return _called(work, chat, _moved(work, chat, order))
        case Keep():
            return _keep(work, chat, event, order)
        case Summon():
            _summon(work, chat, order)
        case Contacted():
            contacts.note(c, chat, order, now)
        case _:
            assert_never(order)
    return Effects()


def _moved(work: Work, chat: int, order: Move) -> Effects:
    """A move of the person's own; where they had drafted it, the draft's files go with it."""
    made = move(work, order, Actor(Role.SUBSCRIBER))
    if order.fields.get("drafted") and not made.refused:
        files.adopt(work.c, chat, order.ticket)
    return made


def move(work: Work, order: Move, actor: Actor) -> Effects:
    """Make a move on a ticket and save it; a move that is not allowed comes back as words."""
    ticket = tickets.load(work.c, order.ticket)
    if ticket is None:
        return Effects(said=(Say(Phrase("toast-gone")),), refused=True)
    return moved(work, ticket, order, actor)


def moved(work: Work, ticket: Ticket, order: Move, actor: Actor) -> Effects:
    """The same with a ticket that this very transaction has loaded."""
    current, told = counted(work, ticket)
    result = moves.apply(current, order, actor, work.now, work.stage.house)
    if isinstance(result, NotAllowed):
        return Effects(said=(Say(result.words),), refused=True)
    return keep(work, ticket, with_news(work, current, result, told=told))


def keep(work: Work, before: Ticket, result: Applied) -> Effects:
    """Save what moves brought about: the ticket, its timeline, the tasks.

    `before` is the ticket as it was loaded.
    """
    result = _stamped(work, result)
    if not tickets.save(work.c, before, result.ticket, result.entries):
        raise Conflict(before.number)
    mark(work, result.ticket)
    _release(work, before, result.ticket)
    _credited(work, before, result.ticket)
    if before.incident and not result.ticket.incident:
        _parted(work, before, result)
    _decided(work, before, result.ticket)
    if before.liability != result.ticket.liability:
        correcting.follow(work, before, result.ticket)
    return Effects((result,), called=_give(work, result))


def _parted(work: Work, before: Ticket, result: Applied) -> None:
    """The history of an incident names who left it, but for those whom its end set free."""
    by = result.entries[0].actor
    if by.role is not Role.BOT:
        line = Record(
            at=work.now, act="part", staff=by.staff, name=by.name, detail={"ticket": before.number}
        )
        incidents.note(work.c, before.incident, line)


def counted(work: Work, ticket: Ticket) -> tuple[Ticket, bool]:
    """The ticket with its dates counted by the working days of now, and if one that was told moved.

    It is the same ticket where nothing moved.
    """
    if ticket.counted > work.stage.house.workdays.version:  # another process knew it before us
        work.stage.adopt(calendar.workdays(work.c))
    house = work.stage.house
    if ticket.counted == house.workdays.version or not ticket.open:
        return ticket, False
    before = work.stage.house_of(ticket.counted, work.c)
    return limits.recounted(ticket, before, house, work.now)


def with_news(work: Work, ticket: Ticket, result: Applied, *, told: bool) -> Applied:
    """The result, with the new date where one that was told moved and no move named another."""
    if not told or result.ticket.next_step_at != ticket.next_step_at:
        return result
    news = notice("M36", Telling(result.ticket, {}, work.stage.house, work.now))
    return replace(result, notices=(news, *result.notices))


def _stamped(work: Work, result: Applied) -> Applied:
    """The ticket names the working days that it was counted by."""
    version = work.stage.house.workdays.version
    if result.ticket.counted == version:
        return result
    return replace(result, ticket=values.replace(result.ticket, counted=version))


def _give(work: Work, result: Applied) -> bool:
    """Keep the tasks; returns whether a person was called into the chat who was not before."""
    summoned, ticket, pace = False, result.ticket, _pace(work)
    for one in result.tasks:
        if one.kind == "survey_call" and not chats.person(work.c, ticket.chat).surveys:
            continue  # who wants no surveys is not called about one either
        task = one
        if one.kind == tasks.CALL:
            if tasks.place(work.c, ticket.chat, task.kind) is not None:
                continue
            task = in_time(one, work.now, work.stage.house)
            if chats.address(work.c, ticket.chat).channel == by_hand.NAME:
                task = replace(task, kind="call_back")  # there is no chat to come to
            else:
                summoned = True
        ladder.ask(work.c, task, (ticket.id, ticket.chat), work.now, pace)
    return summoned


def _pace(work: Work) -> Pace:
    known = work.stage.house.catalogue
    return Pace(known.cool_down, known.an_hour)


def _release(work: Work, before: Ticket, after: Ticket) -> None:
    """Staff who were told of a limit need not look once it holds no longer."""
    running = {one.rule for one in after.clocks if one.stopped is None}
    told = {one.rule for one in before.clocks if one.fired and one.stopped is None}
    if over := told - running:
        ladder.over(work.c, after.id, over, work.now)


def _credited(work: Work, before: Ticket, after: Ticket) -> None:
    """What billing was asked for on a disputed amount counts no more once the hold turns round."""
    was, is_on = crediting.running(before), crediting.running(after)
    if bool(was) != bool(is_on):
        over = crediting.ASKING if was else {crediting.LIFT}
        tasks.done_for_ticket(work.c, after.id, sorted(over), None, work.now)


def _decided(work: Work, before: Ticket, after: Ticket) -> None:
    """Whoever was asked to allow an offer is asked no longer: decided, passed up or overtaken."""
    if not before.approvals or before.approvals == after.approvals[: len(before.approvals)]:
        return
    last = after.approvals[len(before.approvals) - 1]
    by = last.decided_by or last.passed_by or None
    tasks.done_for_ticket(work.c, after.id, (approving.TASK,), by, work.now)


def _called(work: Work, chat: int, made: Effects) -> Effects:
    """Who wrote hears that a person was called for what is grave, and how long that takes.

    The buttons of the message before it stand with it, since only the last ones are shown.
    """
    ahead = tasks.place(work.c, chat, tasks.CALL) if made.called else None
    if ahead is None:
        return made
    line = called(work.stage.house, work.now, ahead + 1)
    alarms = (n for one in made.applied for n in one.notices if n.code == "M24A")
    before = next((notice.choices for notice in alarms), ())
    return made.plus(Effects(said=(replace(line, choices=(*before, *line.choices)),)))


def _open(work: Work, person: Person, order: Open) -> Effects:
    """File a draft: number, ticket, timeline, clocks, the files sent with it."""
    result = _stamped(work, filing.registered(work, person, order))
    tickets.insert(work.c, result.ticket, result.entries)
    mark(work, result.ticket)
    files.adopt(work.c, person.chat, result.ticket.id)
    return Effects((result,), called=_give(work, result))


def _open_several(work: Work, person: Person, order: OpenSeveral) -> Effects:
    """File the matters of one story: all of them in this transaction, told in one message."""
    made = [_stamped(work, one) for one in filing.registered_together(work, person, order)]
    for one in made:
        tickets.insert(work.c, one.ticket, one.entries)
        mark(work, one.ticket)
    filing.share_files(work, person.chat, [one.ticket.id for one in made], order.files)
    given = [_give(work, one) for one in made]
    return Effects(tuple(made), called=any(given))


def _keep(work: Work, chat: int, event: Event, order: Keep) -> Effects:
    """Want the file that came; over the limit it is refused with a word."""
    if not isinstance(event.what, File):
        return Effects()
    c, stage, limit, ticket = work.c, work.stage, work.stage.files_per_ticket, order.ticket
    held = files.count(c, ticket) if ticket else len(files.of_draft(c, chat))
    if limit and held >= limit:
        return Effects(said=(Say(Phrase("refused-files-full", {"limit": limit})),), refused=True)
    if event.what.size > stage.house.catalogue.file_bytes:
        size = stage.house.catalogue.file_bytes // (1024 * 1024)
        return Effects(said=(Say(Phrase("refused-file-large", {"size": size})),), refused=True)
    said_so = (Say(order.words),) if order.words else ()
    kept = files.want(c, chat, event.what, ticket, work.now, order.shows)
    return Effects(said=said_so, file=kept, ticket=ticket)


def _reach(work: Work, person: Person, order: Reach) -> None:
    """Note another way to the person; a chat that is gone gives staff a task for its tickets."""
    if order.phone:
        chats.reach(work.c, person.chat, order.phone)
    if order.reachable is None:
        return
    chats.reachable(work.c, person.chat, order.reachable, work.now)
    if not order.reachable:
        unreachable(work, person.chat)


def unreachable(work: Work, chat: int) -> None:
    """The person blocked us: each open ticket gets a task to reach them another way."""
    held = timedelta(days=work.stage.house.catalogue.reopen_days)
    for ticket in tickets.of_chat(work.c, chat, work.now, held):
        if ticket.open and tasks.place(work.c, chat, "unreachable") is None:
            task = Task(kind="unreachable", role=Role.AGENT, due=work.now + timedelta(days=1))
            tasks.add(work.c, task, ticket.id, chat, work.now)


def back(c: Connection, chat: int, now: datetime) -> None:
    """The person is there again: nobody needs to reach them another way."""
    tasks.done_for_chat(c, chat, "unreachable", None, now)


def _summon(work: Work, chat: int, order: Summon) -> None:
    due = work.now + timedelta(minutes=30)
    kind = "call_back" if order.call else tasks.CALL
    task = Task(kind=kind, role=Role.AGENT, due=due, words=order.words)
    task = task if order.call else in_time(task, work.now, work.stage.house)
    if order.ticket is None:
        tasks.add(work.c, task, None, chat, work.now)
    else:
        ladder.ask(work.c, task, (order.ticket, chat), work.now, _pace(work))
