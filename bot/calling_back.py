"""A call after a low score: what came of it goes to the ticket's timeline and settles the task.

Who is not reached is tried again; after so many calls in vain the task is settled as it is.
"""

from dataclasses import dataclass

from bot import desk_acts
from bot.desk_acts import Outcome, Refused
from bot.stage import Work
from dialogs.model import Json, Move, Phrase
from dialogs.tickets.ticket import Ticket
from storage import call_backs, tasks, tickets
from storage.call_backs import CONTENT, Call
from storage.tasks import Todo

TASK = "low_score"
CAME = (CONTENT, "explained", "again")  # content now; told why; wants it taken up again
NOT_REACHED = "not_reached"
MOST_TRIES = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody says of a call: whether they reached the person, and what came of it."""

    reached: bool
    came: str
    words: str


def called(work: Work, who: int, task: int, told: Told) -> Outcome:
    """Keep what came of a call about this task; it is done once somebody was reached."""
    todo = tasks.load(work.c, task)
    by = desk_acts.actor(work.c, who)
    ticket = tickets.load(work.c, todo.ticket) if todo and todo.ticket else None
    if todo is None or ticket is None or todo.task.kind != TASK:
        return Refused(Phrase("desk-calling-gone"))
    if by is None or not desk_acts.mine(todo, by.role):
        return Refused(Phrase("not-allowed-role"))
    if todo.done_at is not None:
        return Refused(Phrase("desk-calling-done-already"))
    if not told.words or (told.reached and told.came not in CAME):
        return Refused(Phrase("desk-calling-no-words"))
    came = told.came if told.reached else ""
    fields: dict[str, Json] = {"words": told.words, "came": came or NOT_REACHED}
    fields |= {"call": True} if told.reached else {}
    made = desk_acts.act(work, who, Move(ticket.id, "note", fields), ticket.revision)
    if isinstance(made, desk_acts.Made):
        _keep(work, who, (todo, ticket), Told(told.reached, came, told.words))
    return made


def _keep(work: Work, who: int, about: tuple[Todo, Ticket], told: Told) -> None:
    todo, ticket = about
    score = ticket.scores[-1].score if ticket.scores else None
    call = Call(
        ticket=ticket.id,
        at=work.now,
        staff=who,
        score=score or 0,
        due=todo.task.due,
        reached=told.reached,
        came=told.came,
        words=told.words,
    )
    call_backs.add(work.c, call)
    spent = call_backs.tries(work.c, ticket.id, todo.task.due) >= MOST_TRIES
    if told.reached or spent:
        tasks.done(work.c, todo.id, who, work.now)
