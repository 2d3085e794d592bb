"""What time brings about: a dialog to be nudged, a ticket's clock, a message whose rest is over."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import starmap

from bot import calling, posting
from bot.orders import counted, keep, with_news
from bot.stage import Work
from bot.step import answer
from dialogs.model import Elapsed, Event
from dialogs.tickets import clocks
from dialogs.tickets.calendar import awake
from storage import Connection, chats, demo, notices, sessions, tasks, tickets, visits
from storage.jobs import Lane, OfTicket
from storage.postpone import postpone

BATCH = 200
AGAIN = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Due:
    """What is due: a "ticket" by its id; a chat's "held" notices, "dialog", "call" for a person."""

    kind: str
    id: int

    @property
    def lane(self) -> Lane:
        """The chat that it is about."""
        return OfTicket(self.id) if self.kind == "ticket" else self.id


def due(c: Connection, now: datetime) -> tuple[Due, ...]:
    """All that is due now, the longest waiting first of each kind.

    While the demo plays a month, its own clocks are not ours.
    """
    if demo.playing(c, now):
        return tuple(starmap(Due, demo.others_due(c, now, BATCH)))
    return (
        *(Due("ticket", one) for one in tickets.due(c, now, BATCH)),
        *(Due("held", chat) for chat in {one.chat: 0 for one in notices.due(c, now, BATCH)}),
        *(Due("dialog", one) for one in sessions.due(c, now, BATCH)),
        *(Due("call", chat) for chat in tasks.waited(c, now, BATCH)),
    )


def fire(work: Work, one: Due) -> None:
    """Do what is due, if it still is: each looks again, so that nothing happens twice."""
    match one.kind:
        case "ticket":
            _ticket(work, one.id)
        case "held":
            _held(work, one.id)
        case "dialog":
            _dialog(work, one.id)
        case "call":
            calling.waited(work, one.id)


def _ticket(work: Work, number: int) -> None:
    ticket = tickets.load(work.c, number)
    if ticket is None:
        return
    current, told = counted(work, ticket)
    result = clocks.fire(current, work.now, work.stage.house)
    result = with_news(work, current, result, told=told)
    posting.push(work, keep(work, ticket, result))


def _held(work: Work, chat: int) -> None:
    waiting = [one for one in notices.due(work.c, work.now, BATCH) if one.chat == chat]
    if waiting:
        posting.release(work, chat, waiting)


def _dialog(work: Work, chat: int) -> None:
    c, now = work.c, work.now
    visit = visits.find(c, chats.address(c, chat))
    assert visit is not None
    loaded = visit.loaded
    if loaded.session.due is None or loaded.session.due > now:
        return
    rested = awake(now, work.stage.house.catalogue.survey_rest, work.stage.house.zone)
    if rested > now and loaded.session.silent_until is None:
        postpone(c, "dialog", chat, rested)
        return
    where = visit.person.address
    event = Event(f"due:{chat}:{now.isoformat()}", where, now, Elapsed("dialog"))
    answer(work, visit, event)


def later(c: Connection, one: Due, now: datetime) -> None:
    """What failed is tried again in five minutes, and holds nobody up meanwhile."""
    postpone(c, one.kind, one.id, now + AGAIN)
