"""Which days are working days: an own table of exceptions, and the weekday rule where it is silent.

The table is data (domain.md §4 rule 2): the State Council's holidays and make-up workdays, seeded
by `storage` and corrected by supervisors. Nobody knows a year before it is published, so what is
counted in an unconfirmed year is provisional and is said with 预计.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Workdays:
    """The calendar of working days.

    `days` says of a date whether work is done on it and may hold only what differs from the
    weekday rule; an entry counts in any year. `confirmed_years` are those whose holidays have been
    published and taken into `days` completely. `version` is the number of the newest change in it:
    what was counted by an older one is counted anew.
    """

    days: Mapping[date, bool]
    confirmed_years: frozenset[int]
    version: int = 0

    def is_work(self, day: date) -> bool:
        """Say whether `day` (a date in the operator's zone) is a working day."""
        return self.days.get(day, day.weekday() < SATURDAY)

    def provisional(self, day: date) -> bool:
        """Say whether the answer for `day` is only the weekday rule's guess for its year."""
        return day.year not in self.confirmed_years
