"""A played scenario: its history is held against the promises, its figures printed and kept."""

import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.e2e.conftest import api, catalog
from tests.faults import figures
from tests.faults.checker import Verdict, check
from tests.faults.driver import Scenario, play
from tests.faults.history import History

__all__ = ["api", "catalog", "played"]

Played: TypeAlias = Callable[[str, Scenario], Awaitable[tuple[History, Verdict]]]


@pytest.fixture(scope="session")
def played(
    tmp_path_factory: pytest.TempPathFactory, catalog: Path, request: pytest.FixtureRequest
) -> Played:
    """Plays a scenario in a folder of its own, under a name for its figures."""
    capture = request.config.pluginmanager.getplugin("capturemanager")

    async def run(name: str, scenario: Scenario) -> tuple[History, Verdict]:
        began = time.monotonic()
        history = await play(scenario, tmp_path_factory.mktemp("faults"), catalog)
        verdict = check(history)
        found = figures.told(history, verdict, time.monotonic() - began)
        figures.keep(name, found)
        with capture.global_and_fixture_disabled():
            sys.stdout.write(f"\n  {figures.line(name, found)}\n")
        return history, verdict

    return run
