"""The seed of the workday table, against the State Council's notice for 2026 typed by hand."""

from datetime import date, timedelta

from dialogs.workdays import Workdays
from storage.workdays_seed import seed

OFF = (  # first and last day
    (date(2026, 1, 1), date(2026, 1, 3)),  # New Year
    (date(2026, 2, 15), date(2026, 2, 23)),  # Spring Festival
    (date(2026, 4, 4), date(2026, 4, 6)),  # Qingming
    (date(2026, 5, 1), date(2026, 5, 5)),  # Labour Day
    (date(2026, 6, 19), date(2026, 6, 21)),  # Dragon Boat Festival
    (date(2026, 9, 25), date(2026, 9, 27)),  # Mid-Autumn Festival
    (date(2026, 10, 1), date(2026, 10, 7)),  # National Day
)
MADE_UP = (
    date(2026, 1, 4),
    date(2026, 2, 14),
    date(2026, 2, 28),
    date(2026, 5, 9),
    date(2026, 9, 20),
    date(2026, 10, 10),
)


def days_off() -> set[date]:
    return {
        first + timedelta(days=n) for first, last in OFF for n in range((last - first).days + 1)
    }


def calendar_of(*years: int) -> Workdays:
    rows = seed(years)
    return Workdays({day: work for day, work, _ in rows}, frozenset(day.year for day, *_ in rows))


def test_every_day_of_2026_is_as_the_notice_says() -> None:
    calendar = calendar_of(2026)
    for n in range(365):
        day = date(2026, 1, 1) + timedelta(days=n)
        expected = day in MADE_UP or (day.weekday() < 5 and day not in days_off())
        assert calendar.is_work(day) is expected, day


def test_all_six_make_up_workdays_of_2026_are_seeded() -> None:
    assert {day for day, work, _ in seed([2026]) if work} == set(MADE_UP)


def test_the_source_names_package_and_version() -> None:
    assert {source.split()[0] for *_, source in seed([2026])} == {"chinesecalendar"}


def test_a_year_not_yet_published_yields_nothing_and_is_provisional() -> None:
    assert seed([2027]) == ()
    calendar = calendar_of(2026, 2027)
    assert calendar.provisional(date(2027, 1, 4))
    assert not calendar.provisional(date(2026, 12, 31))
    assert calendar.is_work(date(2027, 10, 1))  # a Friday: no holiday is guessed
