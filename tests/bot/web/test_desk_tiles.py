"""The tiles say what the table says: each province stands once, and the most is the darkest."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from bot.stage import Stage as House
from bot.web.desk_tiles import GRID, STEP, narrowest, picture, shade
from bot.web.desk_words import Words
from dialogs.incidents.incident import Incident, Stage
from storage.incident_pages import Spot

NOW = datetime(2026, 11, 17, 2, tzinfo=UTC)


@pytest.fixture
def words(stage: House) -> Words:
    return Words(stage, "zh-CN", NOW)


def incident(number: int, *areas: str) -> Incident:
    return Incident(
        id=number,
        number=f"IN{number}",
        revision=1,
        stage=Stage.OPEN,
        source="staff",
        categories=("NET-F",),
        began_at=NOW,
        found_at=NOW,
        areas=areas,
    )


def test_every_province_has_one_square_of_its_own_and_no_two_share_one(words: Words) -> None:
    places = Counter((row, column) for row, column, _, _ in GRID.values())
    assert set(places.values()) == {1}
    known = {code for code in words.stage.house.places.names if code.endswith("0000")}
    assert set(GRID) == known
    for place in (2, 3):
        assert len({one[place] for one in GRID.values()}) == len(GRID)


def test_the_rows_count_what_the_tiles_show_the_most_first(words: Words) -> None:
    spots = [Spot(1, "510000", "510100", 40, 30), Spot(1, "510000", "", 2, 2),
             Spot(2, "110000", "110100", 7, 0), Spot(2, "", "", 3, 1)]  # fmt: skip
    made = picture(spots, [incident(1, "510100"), incident(2), incident(3, "440000")], words)
    told = [(one.name, one.incidents, one.whole, one.open, one.shade) for one in made.rows]
    assert told == [("四川省", 1, 42, 32, 4), ("北京市", 1, 7, 0, 2), ("广东省", 1, 0, 0, 1)]
    assert made.unknown == 3
    assert {one.shade for one in made.tiles if one.code not in {r.code for r in made.rows}} == {0}
    assert len(made.tiles) == len(GRID)


def test_the_cities_of_a_province_stand_in_the_order_of_their_codes(words: Words) -> None:
    spots = [Spot(1, "510000", "510700", 5, 5), Spot(1, "110000", "110100", 9, 9)]
    made = picture(spots, [incident(1, "510700")], words, "510000")
    assert [one.code for one in made.tiles] == sorted(one.code for one in made.tiles)
    assert [(one.name, one.whole) for one in made.rows] == [("四川省绵阳市", 5)]
    assert len(made.tiles) == 21
    assert made.province_name == "四川省"


def test_an_incident_within_one_province_is_shown_by_its_cities(words: Words) -> None:
    here, there = Spot(1, "510000", "510100", 1, 1), Spot(1, "110000", "110100", 1, 1)
    assert narrowest([here], incident(1), words) == "510000"
    assert narrowest([here, there], incident(1), words) == ""
    assert narrowest([here], incident(1, "440000"), words) == ""
    assert narrowest([], incident(1), words) == ""


def test_places_that_the_grid_does_not_know_are_shown_too(words: Words) -> None:
    made = picture([Spot(1, "E12000007", "", 4, 4)], [incident(1)], words)
    below = max(one.y for one in made.tiles if one.code in GRID) + STEP
    assert [(one.x, one.y) for one in made.tiles if one.code == "E12000007"] == [(0, below)]


@pytest.mark.parametrize(
    ("whole", "incidents", "most", "wanted"),
    [(0, 0, 9, 0), (0, 1, 9, 1), (1, 1, 100, 1), (16, 1, 100, 2), (41, 1, 100, 3), (9, 1, 9, 4)],
)
def test_the_shade_grows_with_the_share(whole: int, incidents: int, most: int, wanted: int) -> None:
    assert shade(whole, incidents, most) == wanted
