"""`redress calendar`, and what doctor says of a year that nobody confirmed."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.checks import Looked, of_database
from dialogs.workdays import Workdays
from storage.depth import depth
from tests.bot.cli.calls import call
from tests.bot.cli.house import Home


def shown(year: int) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(call("calendar", "show", f"{year}", "--json")[1])
    return told


def test_a_day_is_set_shown_and_set_back(home: Home) -> None:
    code, out, _ = call("calendar", "set", "2027-02-20", "work", "--reason", "notice 7")
    assert (code, out.split(";")[0]) == (0, "2027-02-20 is work")
    assert shown(2027)["exceptions"] == {"2027-02-20": "work"}
    assert "2027-02-20 Sat  work" in call("calendar", "show", "2027")[1]
    call("calendar", "set", "2027-02-20", "off", "--reason", "withdrawn")
    told = shown(2027)
    assert told["exceptions"] == {}
    changes = told["changes"]

    assert [(one["became"], one["reason"]) for one in changes] == [
        ("off", "withdrawn"),
        ("work", "notice 7"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("set", "2027-02-30", "off", "--reason", "x"),
        ("set", "2027-02-20", "free", "--reason", "x"),
        ("set", "2027-02-20", "off"),
        ("show", "1800"),
    ],
)
def test_what_cannot_be_meant_is_said_and_changes_nothing(
    home: Home, words: tuple[str, ...]
) -> None:
    code, _, errors = call("calendar", *words)
    assert (code, bool(errors)) == (2, True)
    assert shown(2027)["changes"] == []


def test_a_year_is_provisional_until_it_is_confirmed_and_again_when_that_is_undone(
    home: Home,
) -> None:
    assert shown(2027)["provisional"]
    assert "2027 is confirmed" in call("calendar", "confirm", "2027")[1]
    assert "already" in call("calendar", "confirm", "2027")[1]
    assert not shown(2027)["provisional"]
    assert "2027 is provisional" in call("calendar", "confirm", "2027", "--undo")[1]
    assert shown(2027)["provisional"]


def test_an_arrangement_is_taken_whole_or_not_at_all(home: Home) -> None:
    file = Path("2027.txt")
    file.write_text("2027-02-06..2027-02-12 off\nsome time in May off\n", "utf-8")
    code, _, errors = call("calendar", "import", "2027", f"{file}", "--reason", "notice 7")
    assert code == 1
    assert "line 2: “some time in May off” is not like" in errors
    assert shown(2027)["exceptions"] == {}
    given = "2027-02-06..2027-02-12 off\n2027-02-20 work\n"
    code, out, _ = call("calendar", "import", "2027", "-", "--reason", "notice 7", given=given)
    assert (code, out.split(";")[0]) == (0, "8 days changed")
    assert list(shown(2027)["exceptions"]) == [
        *("2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11", "2027-02-12", "2027-02-20")
    ]


@pytest.mark.parametrize(
    ("month", "years", "state"),
    [
        (10, {2026}, "OK"),
        (11, {2026}, "WARN"),
        (12, {2026}, "WARN"),
        (12, {2026, 2027}, "OK"),
        (3, set(), "WARN"),
    ],
)
def test_doctor_warns_from_november_on(home: Home, month: int, years: set[int], state: str) -> None:
    moment = datetime(2026, month, 20, tzinfo=UTC)
    looked = Looked(
        now=moment,
        there=moment,
        newest=None,
        days=Workdays({}, frozenset(years)),
        staff=1,
        depth=home.write(lambda c: depth(c, moment)),
        faults={},
        serving=False,
    )
    part = next(iter(of_database(looked, "redress")))
    assert (part.name, part.state) == ("calendar", state)
    assert ("redress calendar import" in part.mend) is (state == "WARN")
