"""Plays a scenario: subscribers write while Redress is killed and started; gives its history."""

import asyncio
import random
from dataclasses import dataclass
from pathlib import Path

from tests.faults.crowd import Crowd, Scenario
from tests.faults.history import History
from tests.faults.points import POINTS
from tests.faults.reading import file_in
from tests.faults.running import Victim
from tests.faults.witness import Witness

__all__ = ["Scenario", "play"]

JITTER = 0.05  # seconds, at most, between the call that brings a kill about and the kill


@dataclass
class Run:
    """A scenario while it is played with one process."""

    crowd: Crowd
    redress: Victim

    async def play(self) -> None:
        """Everything, until all that was owed is sent and Redress is stopped in order."""
        scenario = self.crowd.scenario
        async with asyncio.TaskGroup() as group:
            lives = group.create_task(self.crowd.live())
            await self._ends()
            await self._starts(mutant=scenario.mutant if scenario.lasting else "")
            self.crowd.over = True
            await lives
        await self.crowd.drain()
        await self.redress.stop()

    async def _ends(self) -> None:
        scenario, rng, server = self.crowd.scenario, self.crowd.rng, self.crowd.server
        if scenario.mutant:
            await self._dies(nth=6, mutant=scenario.mutant)
        for how in scenario.ends:
            apart = rng.randint(*scenario.apart)
            if how in POINTS:
                # A batch of updates is one passage, and holds some of them.
                await self._dies(nth=max(2, apart // 4), at=how)
                continue
            await self._starts()
            await server.done(len(server.calls) + apart)
            await asyncio.sleep(rng.uniform(0, JITTER))
            await (self.redress.stop() if how == "stop" else self.redress.kill())
            await self.crowd.note(how)

    async def _dies(self, nth: int, at: str = "", mutant: str = "") -> None:
        """Start it, and wait until it has died where it shall."""
        before = len(self.redress.hits)
        await self._starts(at=at, mutant=mutant, nth=nth)
        await self.redress.dies()
        assert self.redress.hits[before:] == [at or mutant], "\n".join(self.redress.log[-40:])
        await self.crowd.note(at or mutant)

    async def _starts(self, at: str = "", mutant: str = "", nth: int = 0) -> None:
        """Start it so, and let people come and staff sign in once it is there."""
        await self.redress.begin(at, mutant, nth)
        self.crowd.opened.set()
        if "ready" in self.redress.screen:
            await self.crowd.signs_in(self.redress.link)


async def play(scenario: Scenario, folder: Path, catalog: Path) -> History:
    """The history of this scenario, with its database in `folder`."""
    async with Witness(scenario.weather, scenario.seed) as server:
        redress = Victim(folder)
        redress.configure(server, catalog)
        crowd = Crowd(scenario, server, file_in(folder), random.Random(scenario.seed))
        try:
            await Run(crowd, redress).play()
        except BaseException as error:
            error.add_note("\n".join(["Redress logged:", *redress.log[-40:]]))
            raise
        finally:
            await redress.kill()
            await crowd.close()
        return await crowd.history()
