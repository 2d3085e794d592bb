"""The long form, `make faults`: ten thousand conversations a run. Exit 1 where a promise broke.

One trap of a trial showed in no run that was shorter (performance.md §8, "Traps met").
"""

import asyncio
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from tests.e2e import catalogue
from tests.faults import figures
from tests.faults.checker import check
from tests.faults.driver import Scenario, play
from tests.faults.history import History
from tests.faults.points import POINTS
from tests.faults.replicas import DATABASE, play_shared
from tests.faults.witness import CLEAR, STORM
from tests.postgres.server import served

MANY, AT_ONCE = 10_000, 50
SHOWN = 20  # violations of a run that are printed
EXAMPLES = "200"  # sequences of the model
MODEL = Path(__file__).parent / "test_model.py"

DYING = Scenario(
    MANY,
    seed=11,
    ends=("kill", "kill", *POINTS, "stop") * 5,
    weather=STORM,
    at_once=AT_ONCE,
    apart=(200, 1600),
)
LIVING = Scenario(MANY, seed=12, weather=CLEAR, at_once=AT_ONCE)
SHARED = Scenario(
    2_000,
    seed=13,
    ends=("kill", DATABASE, "kill", "stop") * 4,
    weather=STORM,
    at_once=50,
    apart=(200, 800),
)


async def _shared(scenario: Scenario, folder: Path, catalog: Path, mode: str) -> History:
    with served() as server:
        return await play_shared(scenario, folder, catalog, server, mode)


RUNS: Mapping[str, Callable[[Path, Path], Awaitable[History]]] = {
    "10,000 conversations, killed in a storm": partial(play, DYING),
    "10,000 conversations, no kill, no answer lost": partial(play, LIVING),
    "2,000 conversations, two replicas by webhook": partial(_shared, SHARED, mode="webhook"),
    "2,000 conversations, two replicas by polling": partial(_shared, SHARED, mode="polling"),
}


async def _played(name: str, folder: Path) -> History:
    catalog = folder / "catalog.toml"
    catalog.write_text(catalogue.quick(), "utf-8")
    return await RUNS[name](folder, catalog)


def run(name: str) -> bool:
    """Play one, print its line, keep its figures; whether every promise was kept."""
    folder = Path(tempfile.mkdtemp(prefix="redress-faults-"))
    began = time.monotonic()
    history = asyncio.run(_played(name, folder))
    verdict = check(history)
    found = figures.told(history, verdict, time.monotonic() - began)
    figures.keep(name, found)
    sys.stdout.write(f"{figures.line(name, found)}\n")
    for one in verdict.violations[:SHOWN]:
        sys.stdout.write(f"  {one.kind}: chat {one.chat}: {one.what}\n")
    if verdict.violations:
        sys.stdout.write(f"  its database is kept in {folder}\n")
    else:
        shutil.rmtree(folder)
    return not verdict.violations


def model() -> bool:
    """The model's sequences, many more of them than in the short form."""
    os.environ["FAULTS_EXAMPLES"] = EXAMPLES
    return pytest.main(["-q", str(MODEL)]) == 0


def main(words: list[str]) -> int:
    """Run all, or those whose name holds one of the words ("model" is the model test)."""
    names = [name for name in RUNS if not words or any(word in name for word in words)]
    kept = [run(name) for name in names]
    if not words or "model" in words:
        kept.append(model())
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
