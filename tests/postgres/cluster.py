"""Replicas of Redress as processes of their own, on one database and one volume."""

import asyncio
import itertools
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.running import SECRET, Running
from tests.peers.bot_api import FakeBotApi


@dataclass
class Cluster:
    """Some replicas, and one address (`url`) that leads to any of them that is there."""

    api: FakeBotApi
    catalog: Path
    folder: Path
    database: str
    mode: str
    port: int = 0
    replicas: list[Running] = field(default_factory=list)
    _turn: "itertools.count[int]" = field(default_factory=itertools.count)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self, count: int) -> None:
        """So many at once, as an orchestrator does; returns when all of them are ready."""
        fresh = [self._made() for _ in range(count)]
        self.replicas += fresh
        await asyncio.gather(*(one.start() for one in fresh))

    async def poller(self) -> Running:
        """The replica that polls now, as its log says."""
        asked = [asyncio.ensure_future(one.logs("lease_taken")) for one in self.replicas]
        await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
        found = [one for one, task in zip(self.replicas, asked, strict=True) if task.done()]
        for task in asked:
            task.cancel()
        await asyncio.gather(*asked, return_exceptions=True)
        return found[-1]

    def _made(self) -> Running:
        folder = self.folder / f"replica-{len(self.replicas)}-{next(self._turn)}"
        folder.mkdir()
        made = Running(
            folder,
            variables={
                "REDRESS_STORAGE__URL": self.database,
                "REDRESS_STORAGE__ATTACHMENTS": str(self.folder / "attachments"),
                "REDRESS_PRIVACY__KEY_FILE": str(self.folder / "redress.key"),
                "REDRESS_WEB__PUBLIC_URL": self.url,
            },
        )
        made.configure(self.api, self.catalog, mode=self.mode, webhook_secret=SECRET)
        return made

    async def carry(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Carry one connection to the next replica that takes it."""
        for _ in self.replicas:
            one = self.replicas[next(self._turn) % len(self.replicas)]
            try:
                there = await asyncio.open_connection("127.0.0.1", one.port)
            except OSError:
                continue
            await asyncio.gather(_pour(reader, there[1]), _pour(there[0], writer))
            return
        writer.close()


async def _pour(reader: StreamReader, writer: StreamWriter) -> None:
    with suppress(OSError):
        while words := await reader.read(65_536):
            writer.write(words)
            await writer.drain()
    with suppress(OSError):
        writer.close()


@asynccontextmanager
async def clustered(
    api: FakeBotApi, catalog: Path, folder: Path, database: str, mode: str, count: int
) -> AsyncIterator[Cluster]:
    """A cluster that serves until the block ends, in order."""
    cluster = Cluster(api, catalog, folder, database, mode)
    carrying: set[asyncio.Task[None]] = set()

    def take(reader: StreamReader, writer: StreamWriter) -> None:
        task = asyncio.ensure_future(cluster.carry(reader, writer))
        carrying.add(task)
        task.add_done_callback(carrying.discard)

    listening = await asyncio.start_server(take, "127.0.0.1", 0)
    cluster.port = listening.sockets[0].getsockname()[1]
    trouble: BaseException | None = None
    try:
        await cluster.start(count)
        yield cluster
    except BaseException as error:
        trouble = error
        raise
    finally:
        await _leave(cluster, trouble)
        listening.close()
        for task in tuple(carrying):
            task.cancel()


async def _leave(cluster: Cluster, error: BaseException | None) -> None:
    """Stop all in order; where the test failed already, show their logs and be gone."""
    running = [one for one in cluster.replicas if one.process is not None]
    try:
        if error is None:
            await asyncio.gather(*(one.stop() for one in running))
            return
        for one in cluster.replicas:
            error.add_note("\n".join([f"{one.folder.name} logged:", *one.log[-30:]]))
    finally:
        await asyncio.gather(*(one.kill() for one in running))
