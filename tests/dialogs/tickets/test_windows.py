"""When somebody wants to be reached, as they write it, and what that makes of a message's hour."""

import pytest

from dialogs.catalogue import Hours
from dialogs.tickets.windows import WEEKEND, WORKDAYS, Window, reachable, window
from tests.dialogs.tickets.office import ZONE, at, house


def span(start: int, end: int) -> Hours:
    return Hours(start=start * 60, end=end * 60)


ANY: frozenset[int] = frozenset()


@pytest.mark.parametrize(
    ("said", "spans", "days"),
    [
        ("18:00-20:00", (span(18, 20),), ANY),
        ("工作日 18:00-20:00", (span(18, 20),), WORKDAYS),
        ("下午2点到5点", (span(14, 17),), ANY),
        ("晚上七点到九点", (span(19, 21),), ANY),
        ("晚上7点以后", (span(19, 24),), ANY),
        ("上午十点半之前", (Hours(start=0, end=630),), ANY),
        ("周末", (span(0, 24),), WEEKEND),
        ("周一到周五上午", (span(8, 12),), WORKDAYS),
        ("下班后", (span(18, 22),), ANY),
        ("2-5 pm", (span(14, 17),), ANY),
        ("between 10 and 12", (span(10, 12),), ANY),
        ("after 6 pm", (span(18, 24),), ANY),
        ("weekday evenings", (span(18, 22),), WORKDAYS),
        ("9:30-11:30", (Hours(start=570, end=690),), ANY),
    ],
)
def test_hours_are_read_as_they_are_written(
    said: str, spans: tuple[Hours, ...], days: frozenset[int]
) -> None:
    assert window(said) == Window(spans, days)


@pytest.mark.parametrize("said", ["", "随时", "any time", "打我老婆电话", "25:00-26:00"])
def test_what_names_no_hours_is_no_window(said: str) -> None:
    assert window(said) is None


@pytest.mark.parametrize(
    ("said", "now", "then"),
    [
        ("", "2026-11-16 10:00", "2026-11-16 10:00"),
        ("", "2026-11-16 12:30", "2026-11-16 14:00"),
        ("下午2点到5点", "2026-11-16 10:00", "2026-11-16 14:00"),
        ("下午2点到5点", "2026-11-16 17:00", "2026-11-17 14:00"),
        ("周末", "2026-11-16 10:00", "2026-11-21 09:00"),
        ("工作日上午", "2026-11-20 15:00", "2026-11-23 09:00"),
        ("中午12点到2点", "2026-11-16 10:00", "2026-11-16 12:00"),
        ("晚上8点到10点", "2026-11-16 10:00", "2026-11-16 20:00"),
        ("22:30-23:30", "2026-11-16 21:00", "2026-11-17 09:00"),
    ],
)
def test_a_survey_goes_out_in_their_own_hours(said: str, now: str, then: str) -> None:
    """Who names hours of the general rest is asked then, but in no case at night."""
    known = house().catalogue
    found = reachable(at(now), known.survey_rest, known.night, window(said), ZONE)
    assert found == at(then)
