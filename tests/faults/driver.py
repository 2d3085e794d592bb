"""Plays a scenario: subscribers write while Redress is killed and started; gives its history."""

import asyncio
import random
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from tests.e2e.desk import Desk, sign_in
from tests.faults.history import End, History, Input
from tests.faults.points import POINTS
from tests.faults.reading import Database
from tests.faults.running import Victim
from tests.faults.subscribers import CALLING, PATIENCE, Around, Tale, tale
from tests.faults.witness import Witness

MOST = 20  # times the wanted subscribers, should the ends never be reached
JITTER = 0.05  # seconds, at most, between the call that brings a kill about and the kill
RETRY = 0.2  # seconds until staff try again at a desk that is not there
DRAINS = 60.0  # seconds until all that is owed must be sent when everybody is done


@dataclass(frozen=True, slots=True)
class Scenario:
    """A run. `ends`: "kill", "stop" or a point, one after the other, `apart` calls between two.

    `at_once` subscribers live side by side; more than `subscribers` come if the ends need them.
    A mutant dies at its own moment, once; what is started then is a mutant too if `lasting`.
    """

    subscribers: int
    seed: int = 1
    ends: tuple[str, ...] = ()
    weather: Mapping[str, float] = field(default_factory=dict)
    at_once: int = 24
    apart: tuple[int, int] = (20, 80)
    mutant: str = ""
    lasting: bool = False
    patience: float = PATIENCE


@dataclass
class Run:
    """A scenario while it is played."""

    scenario: Scenario
    redress: Victim
    server: Witness
    database: Database
    rng: random.Random
    tales: list[Tale] = field(default_factory=list)
    inputs: list[Input] = field(default_factory=list)
    ends: list[End] = field(default_factory=list)
    opened: asyncio.Event = field(default_factory=asyncio.Event)  # it was there once
    over: bool = False  # all ends are past
    desk: Desk | None = None

    async def play(self) -> None:
        """Everything, until all that was owed is sent and Redress is stopped in order."""
        async with asyncio.TaskGroup() as group:
            lives = group.create_task(self._crowd())
            await self._ends()
            await self._starts(mutant=self.scenario.mutant if self.scenario.lasting else "")
            self.over = True
            await lives
        await self._drain()
        await self.redress.stop()

    async def _ends(self) -> None:
        if self.scenario.mutant:
            await self._dies(nth=6, mutant=self.scenario.mutant)
        for how in self.scenario.ends:
            apart = self.rng.randint(*self.scenario.apart)
            if how in POINTS:
                # A batch of updates is one passage, and holds some of them.
                await self._dies(nth=max(2, apart // 4), at=how)
                continue
            await self._starts()
            await self.server.done(len(self.server.calls) + apart)
            await asyncio.sleep(self.rng.uniform(0, JITTER))
            await (self.redress.stop() if how == "stop" else self.redress.kill())
            await self._note(how)

    async def _dies(self, nth: int, at: str = "", mutant: str = "") -> None:
        """Start it, and wait until it has died where it shall."""
        before = len(self.redress.hits)
        await self._starts(at=at, mutant=mutant, nth=nth)
        await self.redress.dies()
        assert self.redress.hits[before:] == [at or mutant], "\n".join(self.redress.log[-40:])
        await self._note(at or mutant)

    async def _starts(self, at: str = "", mutant: str = "", nth: int = 0) -> None:
        """Start it so, and let people come and staff sign in once it is there."""
        await self.redress.begin(at, mutant, nth)
        self.opened.set()
        if self.desk is None and "ready" in self.redress.screen:
            with suppress(aiohttp.ClientError):
                self.desk = await sign_in(self.redress.link)

    async def _note(self, how: str) -> None:
        self.ends.append(End(how, time.monotonic(), await self.database.sending()))

    # The people.

    async def _crowd(self) -> None:
        """Subscribers come and go until there were enough of them and all ends are past."""
        async with asyncio.TaskGroup() as group:
            for _ in range(self.scenario.at_once):
                group.create_task(self._one_after_another())

    async def _one_after_another(self) -> None:
        await self.opened.wait()
        wanted = self.scenario.subscribers
        around = Around(self.server, self.inputs, self._works, self.scenario.patience)
        while len(self.tales) < wanted or (not self.over and len(self.tales) < MOST * wanted):
            one = tale(around, len(self.tales), self.rng)
            self.tales.append(one)
            try:
                await one.live()
            except TimeoutError:
                continue  # gave up; the checker says so

    async def _works(self, number: str) -> None:
        """Staff take a ticket and ask something; they try again when Redress is gone."""
        for move, words in (("claim", {}), ("ask", {"words": "是哪一天扣的？"})):
            while not await self._moved(number, move, words):
                continue

    async def _moved(self, number: str, move: str, words: Mapping[str, str]) -> bool:
        """Whether a move is made now, as far as staff can see; a moment later if it is not."""
        try:
            assert self.desk is not None, "nobody is signed in yet"
            await self.desk.does(number, move, **words)
        except aiohttp.ClientError:
            await asyncio.sleep(RETRY)
            return False
        except AssertionError as error:
            if re.search(": 4(09|22)", str(error)):
                return True  # made before, and the answer got lost
            await asyncio.sleep(RETRY)
            return False
        return True

    async def _drain(self) -> None:
        """Who got a 403 writes again, and all that is owed goes out."""
        async with asyncio.timeout(DRAINS):
            while await self.database.owed():
                for person in self.server.people.values():
                    if person.id in self.server.barred:
                        self.server.barred.discard(person.id)
                        self.inputs.append(Input(person.id, CALLING))
                        await person.says(CALLING)
                await asyncio.sleep(0.1)


async def play(scenario: Scenario, folder: Path, catalog: Path) -> History:
    """The history of this scenario, with its database in `folder`."""
    async with Witness(scenario.weather, scenario.seed) as server:
        redress = Victim(folder)
        redress.configure(server, catalog)
        run = Run(scenario, redress, server, Database(folder), random.Random(scenario.seed))
        try:
            await run.play()
        except BaseException as error:
            error.add_note("\n".join(["Redress logged:", *redress.log[-40:]]))
            raise
        finally:
            await redress.kill()
            if run.desk is not None:
                await run.desk.session.close()
        kept = await run.database.kept()
    return History(
        subscribers=tuple(one.subscriber() for one in run.tales),
        inputs=tuple(run.inputs),
        calls=tuple(server.calls),
        rows=kept.rows,
        lines=kept.lines,
        tickets=kept.tickets,
        ends=tuple(run.ends),
        parked=kept.parked,
    )
