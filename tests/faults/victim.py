"""`redress` as it is, but that it dies at a point, or is wrong on purpose.

python -m tests.faults.victim [--at POINT] [--mutant NAME] [--nth N --note FILE] -- run
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from bot.__main__ import main
from tests.faults.mutants import MUTANTS
from tests.faults.points import POINTS, wrap


def death(name: str, nth: int, note: Path | None) -> Callable[[], None]:
    """What is called at each passage: the n-th is noted, and kills this process."""
    left = nth

    def passed() -> None:
        nonlocal left
        left -= 1
        if left == 0 and note is not None:
            with note.open("a", encoding="utf-8") as book:
                book.write(f"{name}\n")
            os.kill(os.getpid(), signal.SIGKILL)

    return passed


def run() -> None:
    """Set the trap, then be Redress."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--at", choices=POINTS)
    parser.add_argument("--mutant", choices=MUTANTS)
    parser.add_argument("--nth", type=int, default=1)
    parser.add_argument("--note", type=Path, help="where a death is written down; without it none")
    parser.add_argument("words", nargs="+")
    told = parser.parse_args()
    passed = death(told.mutant or told.at, told.nth, told.note)
    if told.mutant:
        MUTANTS[told.mutant](passed)
    if told.at:
        wrap(told.at, passed)
    sys.argv = ["redress", *told.words]
    main()


if __name__ == "__main__":
    run()
