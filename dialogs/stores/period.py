"""The spans over which stores are graded: a quarter or a month, by its name."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

NAMED = re.compile(r"(\d{4})-(?:Q([1-4])|(0[1-9]|1[0-2]))")
MONTHS, QUARTERS = 3, 4  # of a quarter, of a year
SHOWN = 6  # months to choose from


@dataclass(frozen=True, slots=True)
class Period:
    """`name` is "2026-Q4" or "2026-11"; both days are local and counted."""

    name: str
    since: date
    until: date

    @property
    def quarter(self) -> bool:
        """Whether it is one; else it is a month."""
        return "Q" in self.name


def period(name: str) -> Period | None:
    """The period of that name; None for what is none."""
    found = NAMED.fullmatch(name)
    if found is None or not int(found[1]):
        return None
    year, months = int(found[1]), MONTHS if found[2] else 1
    first = (int(found[2]) - 1) * MONTHS + 1 if found[2] else int(found[3])
    after = date(year + (first + months > 12), (first + months - 1) % 12 + 1, 1)
    return Period(name, date(year, first, 1), after - timedelta(days=1))


def quarter_of(day: date) -> str:
    """The name of the quarter of that day."""
    return f"{day.year}-Q{(day.month - 1) // MONTHS + 1}"


def choices(today: date) -> tuple[str, ...]:
    """The last four quarters and the last six months, the newest first of each."""
    month = today.replace(day=1)
    months = [month]
    while len(months) < SHOWN:
        month = (month - timedelta(days=1)).replace(day=1)
        months.append(month)
    back = [_before(today, steps) for steps in range(QUARTERS)]
    return (*(quarter_of(one) for one in back), *(f"{one:%Y-%m}" for one in months))


def _before(day: date, quarters: int) -> date:
    """The first day of the quarter so many quarters before that of the day."""
    number = day.year * QUARTERS + (day.month - 1) // MONTHS - quarters
    return date(number // QUARTERS, number % QUARTERS * MONTHS + 1, 1)
