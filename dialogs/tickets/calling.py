"""Until when somebody should have come to who asked for a person (W1 of the limits)."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.house import House
from dialogs.tickets.calendar import Calendar
from dialogs.tickets.ticket import Task

IN_TURN = timedelta(minutes=30)


def in_time(task: Task, now: datetime, house: House) -> Task:
    """A call for a person, due when one should be there.

    While the desk is open that is `[patience] human_wait`. Who asks outside its hours was told
    that they are called in turn, so there it is half an hour of its next day.
    """
    known = house.catalogue
    desk = Calendar("WH", house.zone, house.workdays, known.opening)
    span = known.human_wait if house.staffed(now) else IN_TURN
    return replace(task, due=desk.add(now, span)[0])
