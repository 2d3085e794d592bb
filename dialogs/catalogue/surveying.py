"""What the survey is asked by: bands, whom it waits for, words that end it, greetings by date."""

from dataclasses import dataclass
from datetime import date, timedelta

from dialogs.model import Label


@dataclass(frozen=True, slots=True)
class Days:
    """Days from one to another, both of them in; without a year they are those of every year."""

    first: tuple[int, int, int]  # year or 0, month, day
    last: tuple[int, int, int]

    def hold(self, day: date) -> bool:
        """Whether the day is one of them."""
        if self.first[0]:
            return date(*self.first) <= day <= date(*self.last)
        return self.first[1:] <= (day.month, day.day) <= self.last[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """A line that goes first in a survey on these days."""

    code: str
    days: tuple[Days, ...]
    text: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveying:
    """`very_satisfied_from`: the score from which on the best band begins. `together`: so long one
    survey waits for another of the same person, that both are asked for in one message.
    `visit_departments`: whose work is done at the subscriber's home. Words: `stop` ends surveys
    where one was just asked, `never` and `again` end them and take them up at any time.
    """

    very_satisfied_from: int = 9
    together: timedelta = timedelta(hours=24)
    visit_departments: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    greetings: tuple[Greeting, ...] = ()

    def greeting(self, day: date) -> Label | None:
        """What is said first on that day, None on most days."""
        return next((g.text for g in self.greetings if any(d.hold(day) for d in g.days)), None)
