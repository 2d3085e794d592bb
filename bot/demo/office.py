"""What happens at the desk by the day: the digests of the morning, and working days in doubt."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot import digesting, recounting
from bot.demo.desk import Desk
from bot.demo.month import Month, Play
from dialogs.digest import Reader, Span, digest, note, span
from dialogs.tickets.calendar import at_minute
from dialogs.workdays import Workdays
from storage import digests

DOUBT, SETTLED = 11, 9  # days before the end in which the working days are in doubt
HOUR = 10 * 60 + 30  # of the day, in minutes
AT_A_TIME = 20  # tickets counted anew in one go


def mornings(month: Month, desk: Desk) -> Play:
    """Each person of the demo's desk gets their list, every morning."""
    while True:
        when = span(month.now, month.stage.house)
        if month.now >= when.at:
            when = span(month.now + timedelta(days=1), month.stage.house)
        yield when.at
        _lists(month, desk, when)


def _lists(month: Month, desk: Desk, when: Span) -> None:
    house = month.stage.house
    notes = [note(one, house) for one in month.tickets.values() if one.open]
    for person in desk.people.values():
        who, waiting = digesting.asked(month.c, person, tuple(house.catalogue.departments))
        if who is None:
            continue
        made = digest(Reader(who.id, who.role, who.department), notes, waiting, when)
        if (not made.empty or when.working) and digests.keep(
            month.c, who.id, when.day, made, month.now
        ):
            month.tally.happened("digest made")


def doubtful(month: Month) -> Play:
    """For two days one working day more is thought to be free, in a year that is not confirmed.

    The table that is kept is not touched: only the demo counts by another one meanwhile.
    """
    true, zone = month.stage.house.workdays, month.stage.house.zone
    today = month.until.astimezone(ZoneInfo(zone)).date()
    free = _next_worked(true, today - timedelta(days=SETTLED))
    before = replace(true, version=true.version - 2)
    years = true.confirmed_years - {today.year, free.year}
    doubt = Workdays({**true.days, free: False}, years, true.version - 1)
    month.stage.adopt(before)
    for back, days in ((DOUBT, doubt), (SETTLED, true)):
        yield at_minute(today - timedelta(days=back), HOUR, zone)
        month.stage.adopt(days)
        yield from _counted_anew(month)


def _next_worked(days: Workdays, after: date) -> date:
    return next(d for n in range(1, 30) if days.is_work(d := after + timedelta(days=n)))


def _counted_anew(month: Month) -> Play:
    left = [number for number, one in month.tickets.items() if one.open]
    for place, number in enumerate(left):
        if recounting.recount(month.work, number):
            month.tally.happened("working days: date counted anew")
        month.deliver()
        month.look(number, month.tickets[number].chat)
        if place % AT_A_TIME == AT_A_TIME - 1:
            yield month.now
