"""The daily list: when it is made, and what stands in it for whom. Dates are typed by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dialogs.digest import Digest, Note, Reader, Span, digest, span
from dialogs.house import House
from dialogs.tickets.ticket import Role

TODAY = date(2026, 11, 18)  # a Wednesday
NINE = datetime(2026, 11, 18, 1, 0, tzinfo=UTC)
WHEN = Span(
    day=TODAY,
    at=NINE,
    since=datetime(2026, 11, 17, 1, 0, tzinfo=UTC),
    until=datetime(2026, 11, 19, 1, 0, tzinfo=UTC),
    working=True,
)
OWNER = Reader(7, Role.HANDLER, "BIL")
QUIET = Note(
    number="TS1",
    category="BIL",
    subtype="billing_error",
    department="BIL",
    owner=7,
    level=2,
    opened_at=datetime(2026, 11, 10, 1, 0, tzinfo=UTC),
    rule="C1",
    due=datetime(2026, 11, 25, 1, 0, tzinfo=UTC),
)
OVER = replace(QUIET, number="TS2", due=datetime(2026, 11, 18, 0, 59, tzinfo=UTC))
NEAR = replace(QUIET, number="TS3", due=datetime(2026, 11, 19, 0, 59, tzinfo=UTC))


def at(year: int, month: int, day: int, hour: int = 1, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "day", "working", "since", "until"),
    [
        # an ordinary Wednesday
        (at(2026, 11, 18, 0, 0), date(2026, 11, 18), True, (2026, 11, 17), (2026, 11, 19)),
        # 23:30 UTC is the next morning in Beijing
        (at(2026, 11, 17, 23, 30), date(2026, 11, 18), True, (2026, 11, 17), (2026, 11, 19)),
        # a Monday looks back to Friday, a Friday on to Monday
        (at(2026, 11, 16, 4, 0), date(2026, 11, 16), True, (2026, 11, 13), (2026, 11, 17)),
        (at(2026, 11, 13, 4, 0), date(2026, 11, 13), True, (2026, 11, 12), (2026, 11, 16)),
        # the day before National Day, its first day, and the Saturday made up for it
        (at(2026, 9, 30, 4, 0), date(2026, 9, 30), True, (2026, 9, 29), (2026, 10, 8)),
        (at(2026, 10, 1, 4, 0), date(2026, 10, 1), False, (2026, 9, 30), (2026, 10, 8)),
        (at(2026, 10, 10, 4, 0), date(2026, 10, 10), True, (2026, 10, 9), (2026, 10, 12)),
    ],
)
def test_when_it_is_made_and_how_far_it_looks(
    house: House,
    now: datetime,
    day: date,
    working: bool,
    since: tuple[int, int, int],
    until: tuple[int, int, int],
) -> None:
    assert span(now, house) == Span(
        day=day,
        at=datetime(day.year, day.month, day.day, 1, tzinfo=UTC),  # 09:00 in Beijing
        since=at(*since),
        until=at(*until),
        working=working,
    )


def told(made: Digest) -> dict[str, list[str]]:
    return {one.name: [line.number for line in one.lines] for one in made.sections}


def test_an_owner_sees_what_is_theirs_and_what_nobody_has() -> None:
    notes = [
        *(QUIET, OVER, NEAR),
        replace(OVER, number="TS4", owner=8),
        replace(QUIET, number="TS5", owner=0),
        replace(QUIET, number="TS6", owner=0, department="NET"),
        replace(QUIET, number="TS7", opened_at=datetime(2026, 11, 17, 6, 0, tzinfo=UTC)),
        replace(QUIET, number="TS8", reminded_at=datetime(2026, 11, 17, 6, 0, tzinfo=UTC)),
        replace(QUIET, number="TS9", level=3),
    ]
    made = digest(OWNER, notes, {"call_back": 2}, WHEN)
    assert told(made) == {
        "over": ["TS2"],
        "near": ["TS3"],
        "major": ["TS9"],
        "reminded": ["TS8"],
        "new": ["TS7"],
        "free": ["TS5"],
    }
    assert (made.tasks, made.figures) == ({"call_back": 2}, {})


def test_a_supervisor_sees_the_department() -> None:
    yesterday = datetime(2026, 11, 17, 6, 0, tzinfo=UTC)
    notes = [
        replace(OVER, owner=8),
        replace(OVER, number="TS4", department="NET"),
        replace(QUIET, number="TS5", breached=(("R2", yesterday),)),
        replace(QUIET, number="TS6", breached=(("R2", at(2026, 11, 16)),)),
        replace(QUIET, number="TS7", repeated=True),
        replace(QUIET, number="TS8", reminded_at=yesterday),
        replace(QUIET, number="TS9", level=3),
    ]
    made = digest(Reader(1, Role.SUPERVISOR, "BIL"), notes, {}, WHEN)
    missed = next(one for one in made.sections if one.name == "breached")
    assert [(one.rule, one.due) for one in missed.lines] == [("R2", yesterday)]
    assert told(made) == {
        "over": ["TS2"],
        "major": ["TS9"],
        "breached": ["TS5"],
        "repeated": ["TS7"],
        "reminded": ["TS8"],
    }
    everywhere = digest(Reader(1, Role.SUPERVISOR, ""), notes, {}, WHEN)
    assert told(everywhere)["over"] == ["TS2", "TS4"]


def test_a_director_sees_figures() -> None:
    notes = [QUIET, OVER, NEAR, replace(QUIET, number="TS4", level=3, repeated=True)]
    made = digest(Reader(1, Role.DIRECTOR, ""), notes, {}, WHEN)
    assert made.figures == {
        **{"open": 4, "over": 1, "near": 1, "major": 1, "breached": 0, "repeated": 1},
        **{"reminded": 0, "new": 0},
    }
    assert told(made) == {"over": ["TS2"], "major": ["TS4"]}


def test_on_a_day_off_only_what_cannot_wait_is_told() -> None:
    rest = replace(WHEN, working=False)
    notes = [QUIET, OVER, NEAR, replace(QUIET, number="TS4", level=3)]
    assert told(digest(OWNER, notes, {"call_back": 1}, rest)) == {"over": ["TS2"], "major": ["TS4"]}
    assert digest(OWNER, [QUIET, NEAR], {"call_back": 1}, rest).empty
    assert digest(Reader(1, Role.DIRECTOR, ""), [QUIET], {}, rest).empty


def test_the_most_urgent_come_first_and_the_count_is_whole() -> None:
    notes = [
        replace(OVER, number=f"TS{n:02}", due=datetime(2026, 11, 17, 1, 59 - n, tzinfo=UTC))
        for n in range(30)
    ]
    (over,) = digest(OWNER, notes, {}, WHEN).sections
    assert (over.count, len(over.lines), over.lines[0].number) == (30, 20, "TS29")
