"""What rests until staff have told it by phone: the person has no chat of their own yet."""

from datetime import datetime, timedelta

from bot.pushes import Manner, Way
from bot.stage import Work
from dialogs.tickets.calendar import awake
from dialogs.tickets.ticket import Role, Task, Ticket
from storage import tasks

CALL = "to_call"  # the task: somebody is to tell the person what is new
WITHIN = timedelta(hours=4)  # of the hours in which people may be called
RESTS = timedelta(days=3650)  # longer than any ticket is kept open


def far(now: datetime) -> datetime:
    """The moment from which on a message rests for staff, and not for the night."""
    return now + RESTS


def until_called(how: Manner, now: datetime) -> Manner:
    """The manner of a message to somebody without a chat: what would be sent rests."""
    return Manner(Way.LATER, far(now)) if how.way in (Way.NOW, Way.LATER) else Manner(Way.SILENT)


def to_be_called(work: Work, ticket: Ticket) -> None:
    """Staff are to call the person; several messages are told in one call."""
    if tasks.place(work.c, ticket.chat, CALL) is not None:
        return
    house = work.stage.house
    due = awake(work.now, house.catalogue.survey_rest, house.zone) + WITHIN
    task = Task(kind=CALL, role=Role.AGENT, due=due)
    tasks.add(work.c, task, ticket.id, ticket.chat, work.now)
