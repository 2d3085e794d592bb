"""The task list as a page shows it: who to call back, whom to join, what to look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import resting
from bot.desk_acts import mine
from bot.web.desk_corrective_words import matter
from bot.web.desk_incident_words import title
from bot.web.desk_words import Words, masked
from dialogs.correcting.action import Corrective
from dialogs.correcting.limits import TASKS as CORRECTIVE
from dialogs.incidents.incident import Incident
from dialogs.incidents.limits import TASKS
from dialogs.tickets.ticket import Ticket
from storage import Connection, chats, correctives, incidents, ladder, rota, tasks, tickets
from storage import reach as reaching
from storage.chats import Person
from storage.desk import TASKS as OF_TABS
from storage.ladder import Whose
from storage.reach import Reach
from storage.staff import Staff
from storage.tasks import Todo

MOST = 500
LEADS_ANSWER = 0  # in the rota, for those whom nobody stands in for
# What stands in the task list. Deadlines are no tasks there: the queue itself shows them.
KINDS = (
    "waits", "human", "call_back", "to_call", "low_score", "paid", "survey_call",
    "unreachable", "approve", "reopened", "dispatch",
    "escalated", "remind", "appeal", "delivery", "repeated", "look_alike", "parted",
    "restore", "credit_hold", "credit_end", "incident", "incident_late", "incident_date",
    "approve_offer", "offer_refused", "risk",
    *CORRECTIVE,
)  # fmt: skip


def reach_of(c: Connection, who: Staff, words: Words) -> Reach:
    """How far this person sees."""
    return reaching.of(c, who, words.catalogue.departments)


def todo(c: Connection, who: Staff, reach: Reach) -> list[Todo]:
    """The open tasks of this person's role and provinces, the most urgent first."""
    return [one for one in tasks.of_kinds(c, KINDS, MOST, reach) if mine(one, who.role)]


def asking(c: Connection, reach: Reach) -> list[Todo]:
    """Where somebody asked for one of us and has no ticket: one task a chat, the longest waiting
    first."""
    found = tasks.of_kinds(c, OF_TABS["handover"], MOST, reach)
    return list({one.chat: one for one in reversed(found) if one.ticket is None}.values())[::-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A task with what it is about: its ticket, the person in its chat."""

    todo: Todo
    ticket: Ticket | None
    person: Person | None
    incident: Incident | None = None
    corrective: Corrective | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task, in words. `phone` is masked unless it was asked for and noted."""

    id: int
    kind: str
    code: str
    left: str
    urgency: str
    words: str
    number: str
    matter: str
    where: str  # the page to go to
    phone: str
    shown: bool
    role: str
    count: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """The deadlines that somebody is told of: one by one, and how many more."""

    told: tuple[Duty, ...]
    more: int


def told(c: Connection, who: Staff, words: Words) -> Ladder:
    """The deadlines that this person is told of, the most urgent first; nothing while absent."""
    whose = _whose(c, who, words)
    if whose is None:
        return Ladder((), 0)
    return Ladder(_with_tickets(c, ladder.told(c, whose, MOST)), ladder.gathered(c, whose))


def late(c: Connection, who: Staff, words: Words) -> tuple[Duty, ...]:
    """The deadlines that were gathered into a number, the most urgent first."""
    whose = _whose(c, who, words)
    return _with_tickets(c, ladder.told(c, whose, MOST, gathered=True)) if whose else ()


def _whose(c: Connection, who: Staff, words: Words) -> Whose | None:
    """Whose deadlines this person is told of; None while they are absent."""
    known = rota.load(c, words.now, words.stage.house.zone)
    if known.away(who.id, words.now):
        return None
    return Whose(
        who.role,
        who.id,
        who.department,
        reach_of(c, who, words),
        known.stands_in_for(who.id, words.now),
        known.stands_in_for(LEADS_ANSWER, words.now),
    )


def duties(c: Connection, who: Staff, words: Words) -> tuple[Duty, ...]:
    """What is to be done by this person's role, the most urgent first."""
    return _with_tickets(c, todo(c, who, reach_of(c, who, words)))


def _with_tickets(c: Connection, open_ones: Sequence[Todo]) -> tuple[Duty, ...]:
    about = {one.ticket for one in open_ones if one.ticket}
    known = {ticket.id: ticket for ticket in tickets.load_many(c, sorted(about))}
    return tuple(_duty(c, one, known.get(one.ticket or 0)) for one in open_ones)


def with_people(c: Connection, open_ones: Sequence[Todo]) -> tuple[Duty, ...]:
    """These with what they are about."""
    return _with_tickets(c, open_ones)


def of_ticket(c: Connection, ticket: Ticket, who: Staff) -> tuple[Duty, ...]:
    """What is to be done about this ticket by this person's role."""
    open_ones = (one for one in tasks.of_ticket(c, ticket.id) if one.done_at is None)
    ours = (one for one in open_ones if one.task.kind in KINDS and mine(one, who.role))
    return tuple(_duty(c, one, ticket) for one in ours)


def duty(c: Connection, task: int) -> Duty | None:
    """One task with what it is about; None if there is no such task."""
    found = tasks.load(c, task)
    if found is None:
        return None
    return _duty(c, found, tickets.load(c, found.ticket) if found.ticket else None)


def _duty(c: Connection, task: Todo, ticket: Ticket | None) -> Duty:
    chat = task.chat or (ticket.chat if ticket else None)
    return Duty(
        todo=task,
        ticket=ticket,
        person=chats.person(c, chat) if chat else None,
        incident=incidents.by_number(c, task.task.words) if task.task.kind in TASKS else None,
        corrective=correctives.by_number(c, task.task.words)
        if task.task.kind in CORRECTIVE
        else None,
    )


def task_rows(all_of_it: Sequence[Duty], shown: int, words: Words) -> list[TaskRow]:
    """The tasks in words; the number of task `shown` stands there whole."""
    return [_task_row(one, one.todo.id == shown, words) for one in all_of_it]


def _task_row(one: Duty, shown: bool, words: Words) -> TaskRow:
    task = one.todo.task
    left, urgency = words.left(task.due)
    number = call(one)
    return TaskRow(
        id=one.todo.id,
        kind=words.known(f"task-{task.kind}", task.kind),
        code=task.kind,
        left=left,
        urgency=urgency,
        words=_about(one, words),
        number=_number(one),
        matter=_matter(one, words),
        where=_where(one),
        phone=number if shown else masked(number),
        shown=shown,
        role=words.role(task.role),
        count=one.todo.count,
    )


def _number(one: Duty) -> str:
    if one.corrective is not None:
        return one.corrective.number
    if one.ticket is not None:
        return one.ticket.number
    return one.incident.number if one.incident else ""


def _matter(one: Duty, words: Words) -> str:
    if one.corrective is not None:
        return matter(one.corrective, words)
    if one.ticket is not None:
        return words.matter(one.ticket)
    return title(one.incident, words) if one.incident else words("task-chat")


def _where(one: Duty) -> str:
    """The page to go to; what is to be allowed stands in a place of its own on it."""
    if one.incident is not None:
        return f"/desk/incident/{one.incident.id}"
    if one.corrective is not None:
        return f"/desk/corrective/{one.corrective.id}"
    if one.ticket is None:
        return f"/desk/c/{one.todo.chat}"
    if one.todo.task.kind == resting.CALL:
        return f"/desk/t/{one.ticket.number}/call"
    place = "#approvals" if one.todo.task.kind in LEAVE else ""
    return f"/desk/t/{one.ticket.number}{place}"


def _about(one: Duty, words: Words) -> str:
    """What the task says of itself: words of a person, or a code of the catalogue in words."""
    said, catalogue = one.todo.task.words, words.catalogue
    if one.incident is not None:
        return one.incident.words.get(words.language, "")
    if one.corrective is not None:
        return words(f"corrective-stage-{one.corrective.stage}")
    if said in catalogue.inadmissible:
        return words.of(catalogue.inadmissible[said])
    if said in catalogue.clocks:
        return words.clock(said)
    if (known := words.reason(said)) is not None:
        return known
    if one.todo.task.kind == "low_score" and one.ticket and one.ticket.scores:
        score = one.ticket.scores[-1]
        if score.score is None:
            return words("task-fails", said=score.words)
        return words("task-score", score=score.score or 0, said=score.words)
    if one.todo.task.kind == "paid" and one.ticket and one.ticket.scores:
        return _paid(one.ticket, words)
    if one.todo.task.kind in HELD and one.ticket and one.ticket.credit:
        hold = one.ticket.credit
        money = words.money(hold.minor, one.ticket.filing.currency)
        return words("task-held", money=money, since=words.at(hold.since, day=True))
    if one.todo.task.kind == "risk":
        return words.known(f"desk-risk-{said}", said)
    before = LINKS.get(one.todo.task.kind)
    return words(before, no=said) if before and said else said


def _paid(ticket: Ticket, words: Words) -> str:
    """What somebody is said to have taken on a visit."""
    minor = ticket.scores[-1].paid_minor
    if minor is None:
        return words("task-paid-unknown")
    return words("task-paid", money=words.money(minor, ticket.filing.currency))


HELD = frozenset({"restore", "credit_hold", "credit_end"})  # they are about a disputed amount
LEAVE = ("approve_offer", "offer_refused")
# Tasks that name an earlier ticket by its number.
LINKS = {"look_alike": "task-like", "repeated": "task-after"}


def call(one: Duty) -> str:
    """The number to call: the one left for it, else that of the filing; "" where nobody is to."""
    if one.corrective is not None:
        return ""
    filing = one.ticket.filing if one.ticket else None
    left = one.person.reach if one.person else ""
    proved = one.person.numbers[0] if one.person and one.person.numbers else ""
    return left or (filing.contact_phone or filing.service_number if filing else "") or proved
