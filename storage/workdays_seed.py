"""The first content of the workday table, from chinesecalendar: its only import."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import chinese_calendar

SOURCE = f"chinesecalendar {chinese_calendar.__version__}"


def seed(years: Iterable[int]) -> tuple[tuple[date, bool, str], ...]:
    """Give (day, is it worked, source) for the published exceptions of `years`, in their order.

    Exceptions are the days off from Monday to Friday and the make-up workdays of a weekend. A year
    that the package does not know yields nothing; one that it knows always yields some, so a year
    with rows is a confirmed one. The package says which years it has where others guess
    silently.
    """
    published = {day.year for day in chinese_calendar.constants.holidays}
    known = (year for year in years if year in published)
    return tuple((day, work, SOURCE) for year in known for day, work in _exceptions(year))


def _exceptions(year: int) -> Iterator[tuple[date, bool]]:
    day = date(year, 1, 1)
    while day.year == year:
        work = bool(chinese_calendar.is_workday(day))
        if work != (day.weekday() < 5):
            yield day, work
        day += timedelta(days=1)
