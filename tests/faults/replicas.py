"""Plays a scenario with replicas on one PostgreSQL: one of them is killed, or the database is."""

import asyncio
import random
from dataclasses import dataclass
from pathlib import Path

from tests.faults.crowd import Crowd, Scenario
from tests.faults.history import History
from tests.faults.reading import Database
from tests.faults.witness import Witness
from tests.postgres.cluster import Cluster, clustered
from tests.postgres.server import Server

COUNT = 2
DATABASE = "database"  # an end: PostgreSQL crashes and starts again


@dataclass
class Shared:
    """A scenario while it is played."""

    crowd: Crowd
    cluster: Cluster
    postgresql: Server

    async def play(self) -> None:
        """Everything, until all that was owed is sent."""
        await self.crowd.signs_in(self.cluster.replicas[0].link, self.cluster.url)
        self.crowd.opened.set()
        async with asyncio.TaskGroup() as group:
            lives = group.create_task(self.crowd.live())
            for how in self.crowd.scenario.ends:
                await self._end(how)
            self.crowd.over = True
            await lives
        await self.crowd.drain()

    async def _end(self, how: str) -> None:
        """Let this happen after so many calls, and mend it."""
        crowd, server = self.crowd, self.crowd.server
        await server.done(len(server.calls) + crowd.rng.randint(*crowd.scenario.apart))
        if how == DATABASE:
            # Who sends goes on while it is down, so the rows before it count as on the wire too.
            before = await crowd.database.sending()
            await asyncio.to_thread(self.postgresql.stop, "immediate")
            await asyncio.to_thread(self.postgresql.start)
            await crowd.note(how, *before)
            return
        one = self.cluster.replicas.pop(0)
        await (one.stop() if how == "stop" else one.kill())
        await crowd.note(how)
        await self.cluster.start(1)


async def play_shared(
    scenario: Scenario, folder: Path, catalog: Path, postgresql: Server, mode: str
) -> History:
    """The history of this scenario with two replicas on a database of this server.

    `mode` is how updates come: "polling" or "webhook".
    """
    url = postgresql.url(postgresql.database())
    async with Witness(scenario.weather, scenario.seed) as server:
        database = Database(url, folder / "redress.key")
        crowd = Crowd(scenario, server, database, random.Random(scenario.seed))
        try:
            async with clustered(server, catalog, folder, url, mode, COUNT) as cluster:
                await Shared(crowd, cluster, postgresql).play()
        finally:
            await crowd.close()
        return await crowd.history()
