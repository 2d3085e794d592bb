"""Stores graded by hand: points, means, caps, ties; and lists of inspections, right and wrong."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dialogs.catalogue.mending import Inspecting
from dialogs.stores.grading import Graded, Inspection, counting, graded
from dialogs.stores.listing import Wrong, read, read_day, read_points

NOW = datetime(2026, 11, 17, 2, tzinfo=UTC)
DAY = date(2026, 11, 3)
TODAY = date(2026, 11, 17)
STORES = ("BJ-CYL", "SH-XJH")
RULE = Inspecting()


def visits(*points: int) -> tuple[Inspection, ...]:
    """One inspection each of stores S00, S01, … with these tenths of points."""
    return tuple(
        Inspection(store=f"S{place:02}", day=DAY, points=one, at=NOW)
        for place, one in enumerate(points)
    )


def grades(*points: int) -> dict[str, str]:
    return {one.store: one.grade for one in graded(visits(*points), RULE)}


def test_points_give_the_grade_where_no_cap_is_reached() -> None:
    """Of 20 stores one may be excellent (5 %) and four good (20 %)."""
    told = grades(955, 910, 905, 850, 800, 799, *[820] * 14)
    assert [told[f"S0{one}"] for one in range(6)] == [
        *("excellent", "good", "good", "passed", "passed", "failed"),
    ]


def test_what_is_over_a_cap_is_one_grade_lower_and_says_so() -> None:
    """Three of 20 have 95 and more; the best alone is excellent, and then four of five are good."""
    rows = {
        one.store: one for one in graded(visits(980, 970, 960, 940, 930, 920, *[820] * 14), RULE)
    }
    told = [(rows[f"S0{one}"].grade, rows[f"S0{one}"].capped) for one in range(6)]
    assert told == [
        ("excellent", False),
        ("good", True),
        ("good", True),
        ("good", False),
        ("good", False),
        ("passed", True),
    ]


def test_the_best_of_few_can_be_excellent() -> None:
    """Five stores: 5 % of them is less than one store, and is rounded up to it."""
    assert grades(960, 955, 910, 850, 700) == {
        "S00": "excellent",
        "S01": "good",
        "S02": "passed",  # 20 % of five is one store
        "S03": "passed",
        "S04": "failed",
    }


def test_equal_points_have_equal_grades_and_none_has_it_where_not_all_fit() -> None:
    """Two share the first place of five, and one only may be excellent; two are too many to be
    good as well.
    """
    assert set(grades(960, 960, 800, 800, 800).values()) == {"passed"}
    assert grades(*[900] * 5) == {f"S0{one}": "passed" for one in range(5)}


def test_a_cap_is_no_more_than_it_says() -> None:
    """20 % of 35 stores are 7, and the eighth best is not good."""
    points = (*range(949, 941, -1), *[850] * 27)
    assert list(grades(*points).values()).count("good") == 7


def test_a_store_has_the_mean_of_its_inspections_rounded_down() -> None:
    two = [
        Inspection(store="S00", day=DAY, points=955, at=NOW),
        Inspection(store="S00", day=DAY + timedelta(days=7), points=944, at=NOW),
    ]
    (one,) = graded(two, RULE)
    assert one == Graded(
        store="S00", points=949, times=2, last=DAY + timedelta(days=7), grade="good"
    )


def test_of_two_entries_for_one_day_the_later_one_counts() -> None:
    first, wrong = visits(955)[0], visits(595)[0]
    later = Inspection(store="S00", day=DAY, points=955, at=NOW + timedelta(hours=1))
    assert counting([wrong, later]) == counting([later, wrong]) == (later,)
    assert counting([first]) == (first,)


def test_a_list_is_read_with_its_heads_commas_tabs_and_days() -> None:
    """As a table program saves it, and as people write days."""
    for apart in (",", "\t", ";"):
        text = (
            "\ufeff营业厅,日期,得分,检查人,情况\r\nbj-cyl,2026-11-03,95.5,周敏,叫号机正常\r\n\r\n"
        )
        text += "SH-XJH,2026年11月4日,88\r\n"
        found = read(text.replace(",", apart), STORES, TODAY, NOW)
        assert found == (
            Inspection(
                store="BJ-CYL", day=DAY, points=955, at=NOW, inspector="周敏", words="叫号机正常"
            ),
            Inspection(store="SH-XJH", day=date(2026, 11, 4), points=880, at=NOW),
        )


def test_words_with_a_comma_stand_in_quotes() -> None:
    found = read('BJ-CYL,2026/11/3,90,"Zhou","tidy, quick"', STORES, TODAY, NOW)
    assert isinstance(found[0], Inspection)
    assert found[0].words == "tidy, quick"


def test_each_wrong_line_is_named_and_nothing_is_taken() -> None:
    lines = "BJ-CYL,2026-11-03,95\nX,2026-11-03,95\nBJ-CYL,2026-02-30,95\nBJ-CYL,2026-11-18,95\n"
    lines += "BJ-CYL,2026-11-03,101\nBJ-CYL\nBJ-CYL,2026-11-03,95.55"
    assert read(lines, STORES, TODAY, NOW) == (
        Wrong(2, "store", "X"),
        Wrong(3, "day", "2026-02-30"),
        Wrong(4, "ahead", "2026-11-18"),
        Wrong(5, "points", "101"),
        Wrong(6, "parts", "1"),
        Wrong(7, "points", "95.55"),
    )


def test_an_empty_list_and_one_that_is_too_long_say_so() -> None:
    assert read("\n  \n", STORES, TODAY, NOW) == (Wrong(0, "empty"),)
    assert read("BJ-CYL,2026-11-03,95\n" * 2001, STORES, TODAY, NOW) == (Wrong(0, "long", "2000"),)


@pytest.mark.parametrize("said", ["", "x", "-1", "100.1", "1e9", "NaN", "Infinity", "95,5"])
def test_what_are_no_points(said: str) -> None:
    assert read_points(said) is None


@pytest.mark.parametrize(
    ("said", "tenths"), [("0", 0), ("100", 1000), ("95.5", 955), ("90.0", 900)]
)
def test_points_are_kept_in_tenths(said: str, tenths: int) -> None:
    assert read_points(said) == tenths


@pytest.mark.parametrize("said", ["", "2026", "2026-13-01", "11-03", "2026-11-03 10:00"])
def test_what_is_no_day(said: str) -> None:
    assert read_day(said) is None
