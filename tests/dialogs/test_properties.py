"""Any sequence of events: nothing raises, all of it is kept, said in both languages, and fits."""

import sys
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.house import Facts, House
from dialogs.texts import Texts
from tests.dialogs.openings import LEFT, OPENINGS, Chapter, chapter, facts, known_to
from tests.dialogs.street import NARROW, WIDE, Street, every_row, watched

SHARE = 0.9  # of the rows must be walked
FIXED = settings(
    max_examples=700,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def test_any_sequence_of_events_is_survived_kept_and_said(
    house: House, texts: Texts, capsys: pytest.CaptureFixture[str]
) -> None:
    rooms = watched()
    chapters = st.lists(chapter(house), min_size=2, max_size=6)
    stories = chapters.flatmap(lambda told: st.tuples(facts(told[0].opening), st.just(told)))

    @FIXED
    @given(stories, st.booleans())
    def live(story: tuple[Facts, list[Chapter]], wide: bool) -> None:
        known, told = story
        street = Street(house, texts, rooms, known, WIDE if wide else NARROW)
        for one in told:
            one.happen(street)

    for opening, after in product(OPENINGS, LEFT):  # each way to begin once, whatever is drawn
        street = Street(house, texts, rooms, known_to(opening), WIDE)
        for one in (*opening.begin, *after):
            one.do(street)
    live()
    rows = every_row()
    left = sorted(" ".join(row) for row in rows - rooms.walked)
    with capsys.disabled():
        sys.stdout.write(f"\n  rows walked: {len(rows) - len(left)} of {len(rows)}; not: {left}")
    assert len(left) <= (1 - SHARE) * len(rows), left
