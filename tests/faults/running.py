"""A Redress that may be told where to die, or be one of the mutants."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.running import Running

REACHED = 120.0  # seconds until a point must have been reached


@dataclass
class Victim(Running):
    """Its folder, its port; `hits` are the points at which it died, in order."""

    patience: float = 120.0

    @property
    def note(self) -> Path:
        return self.folder / "deaths"

    @property
    def hits(self) -> list[str]:
        return self.note.read_text("utf-8").splitlines() if self.note.exists() else []

    async def begin(self, at: str = "", mutant: str = "", nth: int = 0) -> None:
        """Start it; `nth` passages of the point, or of what tells in the mutant, are its death.

        Returns once it is ready, or dead: what waits may kill it before it says so.
        """
        words = [*(("--at", at) if at else ()), *(("--mutant", mutant) if mutant else ())]
        if nth:
            words += ["--nth", str(nth), "--note", str(self.note)]
        await self.launch("tests.faults.victim", *words, "--", "run")
        if nth:
            with suppress(AssertionError):
                await self.prints("ready")
        else:
            await self.prints("ready")

    async def dies(self) -> None:
        """Wait until it has died by itself."""
        async with asyncio.timeout(REACHED):
            await self._ended()
