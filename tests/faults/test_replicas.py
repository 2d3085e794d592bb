"""Two replicas on one PostgreSQL: one of them dies, or the database does, while people file."""

from pathlib import Path

import pytest

from tests.faults.conftest import Judged
from tests.faults.driver import Scenario
from tests.faults.replicas import DATABASE, play_shared
from tests.faults.witness import STORM
from tests.postgres.server import Server


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_a_replica_and_the_database_die_in_bad_weather(
    mode: str, judged: Judged, tmp_path: Path, catalog: Path, postgresql: Server
) -> None:
    scenario = Scenario(
        24, seed=7, ends=("kill", DATABASE), weather=STORM, at_once=16, apart=(40, 80)
    )
    playing = play_shared(scenario, tmp_path, catalog, postgresql, mode)
    history, verdict = await judged(f"two replicas by {mode}", playing)
    assert verdict.violations == ()
    assert [end.how for end in history.ends] == ["kill", DATABASE]
