"""A wire between Redress and PostgreSQL that can be cut: the bytes go through us."""

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

COMMIT = b"COMMIT\x00"  # as it stands in the protocol's Query message


@dataclass
class Wire:
    """Cut `before` the next commits arrive at the server, or `after`: then the answer is lost.

    `sessions` counts connections made through it.
    """

    server: int
    port: int = 0
    before: int = 0
    after: int = 0
    sessions: int = 0
    cuts: int = 0
    _open: set[StreamWriter] = field(default_factory=set)

    async def join(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Carry one connection until either side ends it, or we do."""
        self.sessions += 1
        there, to_server = await asyncio.open_connection("127.0.0.1", self.server)
        self._open |= {writer, to_server}
        ways = self._forth(reader, to_server, there), self._back(there, writer)
        tasks = [asyncio.ensure_future(way) for way in ways]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for one in (writer, to_server):
            self._open.discard(one)
            one.transport.abort()

    async def _forth(self, reader: StreamReader, writer: StreamWriter, there: StreamReader) -> None:
        while words := await reader.read(65_536):
            if COMMIT in words and self.before:
                self.before, self.cuts = self.before - 1, self.cuts + 1
                return
            deaf = COMMIT in words and self.after > 0
            if deaf:
                self.after, self.cuts = self.after - 1, self.cuts + 1
                self._deaf.add(there)
            writer.write(words)
            await writer.drain()

    _deaf: set[StreamReader] = field(default_factory=set)

    async def _back(self, reader: StreamReader, writer: StreamWriter) -> None:
        while words := await reader.read(65_536):
            if reader in self._deaf:  # the server has committed, and nobody hears of it
                self._deaf.discard(reader)
                return
            writer.write(words)
            await writer.drain()

    def cut(self) -> None:
        """End every connection now."""
        for one in tuple(self._open):
            one.transport.abort()


@asynccontextmanager
async def wired(server: int) -> AsyncIterator[Wire]:
    """A wire to the server at this port of the loopback interface."""
    wire = Wire(server)
    carrying: set[asyncio.Task[None]] = set()

    def take(reader: StreamReader, writer: StreamWriter) -> None:
        task = asyncio.ensure_future(_quietly(wire.join(reader, writer)))
        carrying.add(task)
        task.add_done_callback(carrying.discard)

    listening = await asyncio.start_server(take, "127.0.0.1", 0)
    wire.port = listening.sockets[0].getsockname()[1]
    try:
        yield wire
    finally:
        listening.close()
        wire.cut()
        for task in tuple(carrying):
            task.cancel()
        await asyncio.gather(*carrying, return_exceptions=True)


async def _quietly(join: object) -> None:
    with suppress(OSError):
        await join  # type: ignore[misc]
