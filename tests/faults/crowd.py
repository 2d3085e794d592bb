"""Everybody around a Redress that dies again and again: subscribers who come and go, and staff."""

import asyncio
import random
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

import aiohttp

from tests.e2e.desk import Desk, sign_in
from tests.faults.history import End, History, Input
from tests.faults.reading import Database
from tests.faults.subscribers import CALLING, PATIENCE, Around, Tale, tale
from tests.faults.witness import Witness

MOST = 20  # times the wanted subscribers, should the ends never be reached
RETRY = 0.2  # seconds, at most, until staff try again at a desk that is not there
KEPT = 0.2  # seconds in which the end of a call is written down, which nobody outside is told of
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
class Crowd:
    """The people of a scenario, and what is noted of it on the way."""

    scenario: Scenario
    server: Witness
    database: Database
    rng: random.Random
    tales: list[Tale] = field(default_factory=list)
    inputs: list[Input] = field(default_factory=list)
    ends: list[End] = field(default_factory=list)
    opened: asyncio.Event = field(default_factory=asyncio.Event)  # it was there once
    over: bool = False  # all ends are past
    desk: Desk | None = None

    async def live(self) -> None:
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

    async def signs_in(self, link: str, url: str = "") -> None:
        """Staff open the desk, once; at `url` from then on, if that is not the link's own."""
        if self.desk is None:
            with suppress(aiohttp.ClientError):
                desk = await sign_in(link)
                self.desk = replace(desk, url=url or desk.url)

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
            await self._until_a_call(RETRY)
            return False
        except AssertionError as error:
            if re.search(": 4(09|22)", str(error)):
                return True  # made before, and the answer got lost
            await self._until_a_call(RETRY)
            return False
        return True

    async def _until_a_call(self, most: float) -> None:
        """Wait for the next sign of life, so many seconds at most."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.server.done(len(self.server.calls) + 1), most)

    async def note(self, how: str, *before: int) -> None:
        """An end, with the rows that are on the wire now, and those that were `before` it."""
        sending = await self.database.sending()
        self.ends.append(End(how, time.monotonic(), sending | set(before)))

    async def drain(self) -> None:
        """Who got a 403 writes again, and all that is owed goes out."""
        async with asyncio.timeout(DRAINS):
            while await self.database.owed():
                for person in self.server.people.values():
                    if person.id in self.server.barred:
                        self.server.barred.discard(person.id)
                        self.inputs.append(Input(person.id, CALLING))
                        await person.says(CALLING)
                await self._until_a_call(KEPT)

    async def history(self) -> History:
        """All that happened, once everything has ended."""
        kept = await self.database.kept()
        return History(
            subscribers=tuple(one.subscriber() for one in self.tales),
            inputs=tuple(self.inputs),
            calls=tuple(self.server.calls),
            rows=kept.rows,
            lines=kept.lines,
            tickets=kept.tickets,
            ends=tuple(self.ends),
            parked=kept.parked,
        )

    async def close(self) -> None:
        if self.desk is not None:
            await self.desk.session.close()
