"""What happens at the desk by the day: the digests of the morning, and working days in doubt."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot import digesting, incidents, recounting
from bot.demo.desk import Desk
from bot.demo.month import Month, Play
from bot.demo.rota import done
from dialogs.digest import Span, digest, note, span
from dialogs.incidents.incident import Stage
from dialogs.tickets.calendar import at_minute
from dialogs.tickets.ticket import Role
from dialogs.workdays import Workdays
from storage import demo, digests

DOUBT, SETTLED = 11, 9  # days before the end in which the working days are in doubt
HOUR = 10 * 60 + 30  # of the day, in minutes
ROUNDS = (11 * 60, 16 * 60 + 30)  # minutes of the day
LOOKED_AT = timedelta(hours=2)  # what is newer is still being looked at
DONE = 0.93  # the share of tasks that are done in a round
BY_ROLE = {Role.AGENT: "agent", Role.HANDLER: "agent2", Role.DIRECTOR: "director"}
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
        who, waiting = digesting.asked(month.c, person, house, when)
        if who is None:
            continue
        made = digest(who, notes, waiting, when)
        if (not made.empty or when.working) and digests.keep(
            month.c, who.staff, when.day, made, month.now
        ):
            month.tally.happened("digest made")


def rounds(month: Month, desk: Desk, rng: Random) -> Play:
    """Twice a day everybody goes through their tasks; few are left for the next time."""
    zone = month.stage.house.zone
    while True:
        today = month.now.astimezone(ZoneInfo(zone)).date()
        times = [at_minute(today + timedelta(days=n), m, zone) for n in (0, 1) for m in ROUNDS]
        yield next(at for at in times if at > month.now)
        for number, role, ticket in demo.undone(month.c, month.now - LOOKED_AT):
            if rng.random() < DONE:
                done(month, _whose(Role(role), ticket, month, desk), number, rng)


def _whose(role: Role, ticket: int, month: Month, desk: Desk) -> int:
    """Who does a task of this role about this ticket."""
    known = month.tickets.get(ticket)
    if role is Role.HANDLER and known is not None:
        return desk[desk.handler(known)]
    return desk[BY_ROLE.get(role, "lead")]


def looked_into(month: Month, desk: Desk) -> Play:
    """What the thresholds find by chance among so many is looked into, and dismissed."""
    while True:
        yield month.now + LOOKED_AT
        for one in month.many.running:
            waits = one.stage is Stage.SUSPECTED and not one.owner
            if waits and one.found_at < month.now - LOOKED_AT / 2:
                order = (one.id, "dismiss", {"reason": "逐件核查，原因各不相同，不是同一件事"})
                incidents.act(month.work, desk["lead"], order, one.revision)
                month.many.asked = True


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
