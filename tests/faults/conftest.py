"""A played scenario: its history is held against the promises, its figures printed and kept."""

import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.e2e import catalogue
from tests.faults import figures
from tests.faults.checker import Verdict, check
from tests.faults.driver import Scenario, play
from tests.faults.history import History
from tests.peers.bot_api import FakeBotApi

Judged: TypeAlias = Callable[[str, Awaitable[History]], Awaitable[tuple[History, Verdict]]]
Played: TypeAlias = Callable[[str, Scenario], Awaitable[tuple[History, Verdict]]]


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    """Telegram's side of the tests with a process of their own."""
    async with FakeBotApi() as server:
        yield server


@pytest.fixture(scope="session")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped catalogue without its waits, as a file."""
    file = tmp_path_factory.mktemp("catalogue") / "catalog.toml"
    file.write_text(catalogue.quick(), "utf-8")
    return file


@pytest.fixture(scope="session")
def judged(request: pytest.FixtureRequest) -> Judged:
    """The history that a play gives, and what is said of it; the figures go under a name."""
    capture = request.config.pluginmanager.getplugin("capturemanager")

    async def run(name: str, playing: Awaitable[History]) -> tuple[History, Verdict]:
        began = time.monotonic()
        history = await playing
        verdict = check(history)
        found = figures.told(history, verdict, time.monotonic() - began)
        figures.keep(name, found)
        with capture.global_and_fixture_disabled():
            sys.stdout.write(f"\n  {figures.line(name, found)}\n")
        return history, verdict

    return run


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory, catalog: Path, judged: Judged) -> Played:
    """Plays a scenario with one process, in a folder of its own."""

    async def run(name: str, scenario: Scenario) -> tuple[History, Verdict]:
        folder = tmp_path_factory.mktemp("faults")
        return await judged(name, play(scenario, folder, catalog))

    return run
