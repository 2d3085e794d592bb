"""The long form, `make faults`: ten thousand conversations a run. Exit 1 where a promise broke.

One trap of a trial showed in no run that was shorter (performance.md §8, "Traps met").
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tests.e2e import catalogue
from tests.faults import figures
from tests.faults.checker import Verdict, check
from tests.faults.driver import Scenario, play
from tests.faults.points import POINTS
from tests.faults.witness import CLEAR, STORM

MANY, AT_ONCE = 10_000, 100
SHOWN = 20  # violations of a run that are printed

RUNS: Mapping[str, Scenario] = {
    "10,000 conversations, killed in a storm": Scenario(
        MANY,
        seed=11,
        ends=("kill", "kill", *POINTS, "stop") * 5,
        weather=STORM,
        at_once=AT_ONCE,
        apart=(200, 1600),
    ),
    "10,000 conversations, no kill, no answer lost": Scenario(
        MANY, seed=12, weather=CLEAR, at_once=AT_ONCE
    ),
}


def run(name: str, scenario: Scenario) -> Verdict:
    """Play one, print its line, keep its figures."""
    with tempfile.TemporaryDirectory(prefix="redress-faults-") as folder:
        catalog = Path(folder) / "catalog.toml"
        catalog.write_text(catalogue.quick(), "utf-8")
        began = time.monotonic()
        history = asyncio.run(play(scenario, Path(folder), catalog))
        verdict = check(history)
        found = figures.told(history, verdict, time.monotonic() - began)
    figures.keep(name, found)
    sys.stdout.write(f"{figures.line(name, found)}\n")
    for one in verdict.violations[:SHOWN]:
        sys.stdout.write(f"  {one.kind}: chat {one.chat}: {one.what}\n")
    return verdict


def main(words: list[str]) -> int:
    """Run all, or those whose name holds one of the words."""
    wanted = [name for name in RUNS if not words or any(word in name for word in words)]
    verdicts = [run(name, RUNS[name]) for name in wanted]
    return int(any(verdict.violations for verdict in verdicts))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
