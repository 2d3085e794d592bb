"""Redress in a process of its own is killed and its network spoilt while people file complaints."""

from collections import Counter

from tests.faults.conftest import Played
from tests.faults.driver import Scenario
from tests.faults.points import POINTS
from tests.faults.witness import CLEAR, STORM


async def test_killed_at_every_point_and_at_random_in_bad_weather(played: Played) -> None:
    ends = ("kill", *POINTS, "stop", "kill")
    history, verdict = await played(
        "killed in a storm", Scenario(40, seed=3, ends=ends, weather=STORM)
    )
    assert verdict.violations == ()
    hits = Counter(end.how for end in history.ends)
    assert all(hits[how] for how in {*POINTS, "kill", "stop"})


async def test_no_kill_and_no_answer_lost_nothing_twice(played: Played) -> None:
    _, verdict = await played("no kill, no answer lost", Scenario(40, seed=4, weather=CLEAR))
    assert verdict.violations == ()
    assert sum(verdict.doubles.values()) == 0
