"""A Redress in a process of its own, as `make run` starts it: asked from outside only."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

TOP = Path(__file__).parents[2]
STARTS, ENDS = 40, 6  # seconds


def surroundings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a command: ours without any setting of Redress, and with `more`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("REDRESS_")}
    return {**kept, "PYTHONPATH": str(TOP), **(more or {})}


@dataclass
class Served:
    """What it printed until it was ready, and where it serves."""

    process: Process
    screen: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return self._word("chat") or self._word("desk").partition("/desk")[0]

    @property
    def desk(self) -> str:
        return self._word("desk")

    def line(self, name: str) -> str:
        return next(line for line in self.screen if line.split()[:1] == [name])

    def _word(self, name: str) -> str:
        words = (word for word in self.line(name).split() if word.startswith("http"))
        return next(words, "").rstrip("/")

    async def get(self, path: str) -> tuple[int, str]:
        async with aiohttp.ClientSession() as session, session.get(self.url + path) as answer:
            return answer.status, await answer.text()

    async def stop(self, one: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """Its exit code, within six seconds, and all that it wrote to stderr."""
        self.process.send_signal(one)
        async with asyncio.timeout(ENDS):
            _, errors = await self.process.communicate()
        return self.process.returncode or 0, errors.decode()


@asynccontextmanager
async def served(folder: Path, **variables: str) -> AsyncIterator[Served]:
    """A server on a free port with its data in `folder`; killed if the test left it running."""
    environment = surroundings({"REDRESS_WEB__PORT": "0", **variables})
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=folder,
        env=environment,
        stdout=PIPE,
        stderr=PIPE,
    )
    one = Served(process)
    assert process.stdout is not None
    try:
        async with asyncio.timeout(STARTS):
            while not one.screen or one.screen[-1] != "ready":
                line = await process.stdout.readline()
                assert line, (await process.communicate())[1].decode()
                one.screen.append(line.decode().rstrip("\n"))
        yield one
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def command(folder: Path, *words: str, **variables: str) -> tuple[int, str, str]:
    """A command of the line: exit code, stdout, stderr."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *words),
        cwd=folder,
        env=surroundings(variables),
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
    )
    async with asyncio.timeout(STARTS):
        out, errors = await process.communicate(variables.get("STDIN", "").encode())
    return process.returncode or 0, out.decode(), errors.decode()
