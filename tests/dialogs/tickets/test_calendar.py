"""Counted time against dates typed by hand from the 2026 calendar; times here are Shanghai's."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialogs.catalogue import Hours
from dialogs.tickets.calendar import Calendar, awake, resting
from dialogs.workdays import Workdays

ZONE = "Asia/Shanghai"
# National Day 2026: 1 to 7 October off, Sunday 20 September and Saturday 10 October worked.
WORKDAYS = Workdays(
    {
        **{date(2026, 10, day): False for day in range(1, 8)},
        date(2026, 9, 20): True,
        date(2026, 9, 25): False,
        date(2026, 10, 10): True,
    },
    frozenset({2026}),
)
WORK = Hours(start=9 * 60, end=18 * 60)
LUNCH = Hours(start=12 * 60, end=14 * 60)


def at(text: str, zone: str = ZONE) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def of(kind: str, lunch: Hours | None = None, zone: str = ZONE) -> Calendar:
    return Calendar(kind, zone, WORKDAYS, WORK, lunch)


ADDED = [
    # kind, from, hours, to
    ("CAL", "2026-09-30 17:00", 48, "2026-10-02 17:00"),
    ("CAL", "2026-09-30 17:00", -48, "2026-09-28 17:00"),
    ("WH", "2026-09-29 10:00", 4, "2026-09-29 14:00"),
    ("WH", "2026-09-29 17:00", 1, "2026-09-29 18:00"),  # ends on the stroke
    ("WH", "2026-09-29 17:00", 4, "2026-09-30 12:00"),  # over a night
    ("WH", "2026-09-30 17:00", 4, "2026-10-08 12:00"),  # over National Day
    ("WH", "2026-10-09 17:00", 4, "2026-10-10 12:00"),  # into a make-up Saturday
    ("WH", "2026-10-10 17:00", 4, "2026-10-12 12:00"),  # over an ordinary Sunday
    ("WH", "2026-10-03 11:00", 1, "2026-10-08 10:00"),  # begun on a holiday
    ("WH", "2026-09-29 05:00", 1, "2026-09-29 10:00"),  # begun before the office opens
    ("WH", "2026-10-08 12:00", -4, "2026-09-30 17:00"),
    ("WD", "2026-09-30 17:00", 24, "2026-10-08 17:00"),
    ("WD", "2026-09-19 10:00", 24, "2026-09-21 00:00"),  # a Saturday before a worked Sunday
    ("WD", "2026-10-09 10:00", 48, "2026-10-12 10:00"),  # Friday, make-up Saturday, Monday
    ("WD", "2026-10-08 17:00", -24, "2026-09-30 17:00"),
]


@pytest.mark.parametrize(("kind", "start", "hours", "end"), ADDED)
def test_hours_are_added_as_the_calendar_counts_them(
    kind: str, start: str, hours: int, end: str
) -> None:
    assert of(kind).add(at(start), timedelta(hours=hours)) == (at(end), False)


@pytest.mark.parametrize(("kind", "start", "hours", "end"), [r for r in ADDED if r[2] > 0])
def test_what_was_added_lies_between(kind: str, start: str, hours: int, end: str) -> None:
    assert of(kind).between(at(start), at(end)) == timedelta(hours=hours)


def test_nothing_lies_between_an_instant_and_an_earlier_one() -> None:
    for kind in ("CAL", "WD", "WH"):
        assert of(kind).between(at("2026-09-30 17:00"), at("2026-09-30 16:00")) == timedelta()


def test_a_lunch_break_is_not_counted() -> None:
    assert of("WH", LUNCH).add(at("2026-09-29 11:00"), timedelta(hours=2)) == (
        at("2026-09-29 15:00"),
        False,
    )


def test_a_desk_that_is_staffed_every_day_rests_on_none() -> None:
    desk = Calendar("DH", ZONE, WORKDAYS, Hours(start=9 * 60, end=17 * 60))
    assert desk.add(at("2026-09-30 16:45"), timedelta(minutes=30)) == (
        at("2026-10-01 09:15"),
        False,
    )
    assert desk.between(at("2026-10-01 00:00"), at("2026-10-03 00:00")) == timedelta(hours=16)
    assert not desk.add(at("2026-12-31 16:45"), timedelta(hours=9))[1]  # no year changes it


def test_the_same_day_is_the_next_one_worked_where_none_is_done() -> None:
    for start, end in (
        ("2026-09-30 10:00", "2026-09-30 23:59:59"),
        ("2026-10-03 10:00", "2026-10-08 23:59:59"),
        ("2026-10-10 10:00", "2026-10-10 23:59:59"),
    ):
        assert of("WD").end_of_day(at(start), 0)[0] == at(end)


@pytest.mark.parametrize(
    ("kind", "start", "end", "days"),
    [
        ("WD", "2026-09-30 10:00", "2026-10-10 23:59", 3),
        ("WD", "2026-09-30 10:00", "2026-09-30 23:59", 0),
        ("WD", "2026-10-03 10:00", "2026-10-07 23:59", 0),
        ("CAL", "2026-09-30 10:00", "2026-10-10 23:59", 10),
    ],
)
def test_days_until_are_those_that_count(kind: str, start: str, end: str, days: int) -> None:
    assert of(kind).days_until(at(start), at(end)) == days


def test_nothing_added_is_the_same_instant_even_at_night() -> None:
    assert of("WH").add(at("2026-10-03 03:00"), timedelta()) == (at("2026-10-03 03:00"), False)


def test_a_day_of_an_unpublished_year_makes_the_result_provisional() -> None:
    assert of("WD").add(at("2026-12-31 17:00"), timedelta(hours=24))[1]
    assert of("WD").end_of_day(at("2026-12-30 17:00"), 3)[1]
    assert not of("CAL").add(at("2026-12-31 17:00"), timedelta(hours=24))[1]


@pytest.mark.parametrize(
    ("kind", "start", "days", "end"),
    [
        # C1: the end of the 15th day; the day of receipt is not counted.
        ("CAL", "2026-11-03 00:00", 15, "2026-11-18 23:59:59"),
        ("CAL", "2026-11-03 23:59", 15, "2026-11-18 23:59:59"),
        ("CAL", "2026-09-25 10:00", 15, "2026-10-10 23:59:59"),  # holidays count
        ("WD", "2026-09-30 10:00", 3, "2026-10-10 23:59:59"),  # 8, 9 and the worked Saturday
        ("WD", "2026-10-03 10:00", 1, "2026-10-08 23:59:59"),
    ],
)
def test_days_end_with_the_local_day(kind: str, start: str, days: int, end: str) -> None:
    assert of(kind).end_of_day(at(start), days) == (at(end), False)


def test_the_day_is_that_of_the_zone_and_not_of_utc() -> None:
    evening_in_utc = datetime(2026, 11, 2, 17, tzinfo=UTC)  # 3 November, 01:00 in Shanghai
    assert of("CAL").end_of_day(evening_in_utc, 15)[0] == at("2026-11-18 23:59:59")


def test_a_day_of_25_hours_is_one_day() -> None:
    london = of("CAL", zone="Europe/London")
    assert london.end_of_day(at("2026-10-24 12:00", "Europe/London"), 1)[0] == at(
        "2026-10-25 23:59:59", "Europe/London"
    )
    working = of("WD", zone="Europe/London")
    friday = at("2026-10-23 12:00", "Europe/London")
    assert working.add(friday, timedelta(hours=24))[0] == at("2026-10-26 12:00", "Europe/London")


NIGHT = (Hours(start=22 * 60, end=8 * 60),)
SURVEY = (Hours(start=20 * 60, end=9 * 60), Hours(start=12 * 60, end=14 * 60))


@pytest.mark.parametrize(
    ("text", "hours", "wakes"),
    [
        ("2026-11-03 21:59", NIGHT, "2026-11-03 21:59"),
        ("2026-11-03 22:00", NIGHT, "2026-11-04 08:00"),
        ("2026-11-04 03:00", NIGHT, "2026-11-04 08:00"),
        ("2026-11-04 08:00", NIGHT, "2026-11-04 08:00"),
        ("2026-11-04 12:30", SURVEY, "2026-11-04 14:00"),
        ("2026-11-04 20:00", SURVEY, "2026-11-05 09:00"),
        ("2026-11-04 12:30", (), "2026-11-04 12:30"),
        ("2026-11-04 12:30", (Hours(start=600, end=600),), "2026-11-04 12:30"),  # set to nothing
        ("2026-11-04 12:30", (*SURVEY, Hours(start=14 * 60, end=15 * 60)), "2026-11-04 15:00"),
    ],
)
def test_rest_ends_when_the_quiet_hours_do(text: str, hours: tuple[Hours, ...], wakes: str) -> None:
    assert awake(at(text), hours, ZONE) == at(wakes)
    assert resting(at(text), hours, ZONE) is (text != wakes)


def test_quiet_hours_that_fill_the_day_hold_nothing_for_ever() -> None:
    always = (Hours(start=0, end=12 * 60), Hours(start=12 * 60, end=24 * 60))
    now = at("2026-11-04 12:30")
    assert awake(now, always, ZONE) == now
