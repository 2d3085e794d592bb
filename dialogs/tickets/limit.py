"""How long a limit is on one ticket, and when its marks go off."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.catalogue import ClockRule, Mark
from dialogs.house import House
from dialogs.tickets.calendar import Calendar, calendar
from dialogs.tickets.ticket import Clock, Ticket
from dialogs.values import quick, replace

LAST = 0.2


@quick
@dataclass(frozen=True, slots=True)
class Limit:
    """A rule at work on one ticket: its calendar, the shift that repairs get, and the share of the
    time that staff have for a key account (1 for others)."""

    rule: ClockRule
    calendar: Calendar
    shift: timedelta
    share: float = 1.0

    @property
    def by_day(self) -> bool:
        """Whether it ends with a day; half a limit of days is counted in hours."""
        days = self.rule.limit_days > 0 or self.rule.calendar == "WD"
        return days and self.share == 1 and not self.rule.dated

    def due(self, started: datetime) -> tuple[datetime, bool]:
        """When a clock of the rule started then is due, and whether that is provisional."""
        if self.by_day:
            return self.calendar.end_of_day(started, self.rule.limit_days)
        return self.calendar.add(started, self.rule.limit * self.share + self.shift)

    def first(self, started: datetime, due: datetime) -> datetime | None:
        """When the first mark of a clock goes off that starts then and is due then."""
        marks = self.rule.marks
        return self._at(started, due, marks[0]) if marks else None

    def next(self, clock: Clock, now: datetime) -> datetime | None:
        """When the clock's next mark goes off; None if paused, stopped or past its last.

        Past its last mark, what is repeated comes one such span from `now`.
        """
        if clock.stopped or clock.paused:
            return None
        if clock.fired < len(self.rule.marks):
            return self.at(clock, self.rule.marks[clock.fired])
        return self.again(now) if self.rule.then_every else None

    def again(self, at: datetime) -> datetime:
        """When it is told again after `at`: on working days, where the limit counts these."""
        days = replace(self.calendar, kind="WD" if self.calendar.rests else "CAL")
        return days.add(at, self.rule.then_every)[0]

    def at(self, clock: Clock, mark: Mark) -> datetime:
        """When a mark goes off: counted back from the due time, which pauses move."""
        return self._at(clock.started, clock.due, mark)

    def _at(self, started: datetime, due: datetime, mark: Mark) -> datetime:
        if mark.before is not None:
            left = mark.before * self.share
            if mark.move:  # what puts it off waits for the last fifth, where the date is near
                left = min(left, self._total(started, due) * LAST)
        elif mark.after is not None:
            left = self._total(started, due) - mark.after * self.share - self.shift
        else:
            share = 1.0 if mark.share is None else mark.share
            left = self._total(started, due) * (1 - share) if share < 1 else timedelta()
        return self.calendar.add(due, -left)[0]

    def mark(self, fired: int) -> Mark:
        """The mark in that place (from 0); past the last of them, the repeated one."""
        marks, roles = self.rule.marks, self.rule.then_tell
        if fired < len(marks) or not roles:
            return marks[fired]
        return Mark(tell=roles[min(fired - len(marks), len(roles) - 1)])

    def _total(self, started: datetime, due: datetime) -> timedelta:
        if self.rule.dated:
            return self.calendar.between(started, due)
        if self.by_day:
            return self.calendar.between(started, self.due(started)[0])
        return self.rule.limit * self.share + self.shift


def limit_of(ticket: Ticket, rule: ClockRule, house: House) -> Limit:
    """The rule at work on this ticket."""
    shift = rule.repair_shift
    if shift:
        category = house.catalogue.categories.get(ticket.filing.category)
        shift = shift if category is not None and category.repair else timedelta()
    share = house.catalogue.key_share if rule.key_share and ticket.key else 1.0
    return Limit(rule, calendar(rule.calendar, house), shift, share)
