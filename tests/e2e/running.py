"""Redress as a process of its own on a free port, watched by its lines and asked over HTTP."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp
import orjson
import tomlkit

from tests.bot.served import command, surroundings
from tests.peers.bot_api import FakeBotApi
from tests.peers.world import Bell

PATIENCE = 30.0  # seconds that anything may take on a busy machine
ENDS = 8.0  # seconds of an orderly stop: five are promised
SECRET = "s3cret_of-the-hook"


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def environment() -> dict[str, str]:
    """What a process gets on top of ours.

    Where nothing may be compiled beside the sources it is kept in `build`: a start is seconds less.
    """
    if not os.environ.get("PYTHONDONTWRITEBYTECODE"):
        return {}
    cache = Path(__file__).parents[2] / "build" / "compiled"
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(cache)}


@dataclass
class Running:
    """One Redress: its folder, its port, all lines it printed (`screen`) and logged (`log`)."""

    folder: Path
    port: int = field(default_factory=free_port)
    screen: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    process: Process | None = None
    around: tuple[str, ...] = ()  # a command that runs it
    variables: Mapping[str, str] = field(default_factory=dict)  # of its environment, beside ours
    patience: float = PATIENCE
    _reading: list[asyncio.Task[None]] = field(default_factory=list)
    _bell: Bell = field(default_factory=Bell)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def link(self) -> str:
        """The one-time sign-in for the desk that it printed."""
        words = (word for line in self.screen for word in line.split())
        return next(word for word in words if "/desk?once=" in word)

    def configure(self, api: FakeBotApi, catalog: Path, **telegram: str) -> None:
        """Write the config.toml of an operator with a Telegram bot and no time to lose."""
        sections: Mapping[str, Mapping[str, object]] = {
            "operator": {"name": "云信", "hotline": "10000", "catalog": str(catalog)},
            "web": {"port": self.port, "public_url": self.url},
            "telegram": {
                "token": api.token,
                "api_base_url": api.base_url,
                "messages_per_second": 0,
                "messages_per_second_chat": 0,
                **telegram,
            },
            "limits": {"inbound_per_10s": 0, "inbound_per_minute": 0},
        }
        file = self.folder / "config.toml"
        file.write_text(tomlkit.dumps(sections), "utf-8")
        file.chmod(0o600)

    async def __aenter__(self) -> Self:
        try:
            await self.start()
        except BaseException:
            await self.kill()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop in order; where the test failed already, show its log and just be gone."""
        if self.process is None:
            return
        if error is None:
            try:
                await self.stop()
            finally:
                await self.kill()
            return
        await self.kill()
        error.add_note("\n".join(["Redress logged:", *self.log[-40:]]))

    async def start(self) -> None:
        """Start, and return once it says `ready`."""
        await self.launch("bot", "run")
        await self.prints("ready")

    async def launch(self, *module: str) -> None:
        """Start this module with these words, and return at once."""
        self.process = await asyncio.create_subprocess_exec(
            *(*self.around, sys.executable, "-m", *module),
            cwd=self.folder,
            env=surroundings({**environment(), **self.variables}),
            stdout=PIPE,
            stderr=PIPE,
        )
        self.screen.clear()
        out, err = self.process.stdout, self.process.stderr
        assert out is not None
        assert err is not None
        self._reading = [
            asyncio.create_task(self._read(out, self.screen)),
            asyncio.create_task(self._read(err, self.log)),
        ]

    async def _read(self, stream: asyncio.StreamReader, lines: list[str]) -> None:
        while line := await stream.readline():
            lines.append(line.decode().rstrip("\n"))
            self._bell.ring()
        lines.append("")
        self._bell.ring()

    async def prints(self, words: str) -> str:
        """Wait for a line with these words on its screen."""
        return await self._line(self.screen, words)

    async def logs(self, words: str) -> str:
        """Wait for a line with these words in its log."""
        return await self._line(self.log, words)

    async def _line(self, lines: list[str], words: str) -> str:
        async with asyncio.timeout(self.patience):
            while not (found := [line for line in lines if words in line]):
                gone = all(one.done() for one in self._reading)
                assert not gone, "\n".join(["it ended:", *self.screen, *self.log[-20:]])
                await self._bell.wait()
        return found[-1]

    async def stop(self) -> None:
        """End it in order: exit code 0, soon, and nothing in the log that nobody caught."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(ENDS):
            code = await self._ended()
        assert code == 0, "\n".join(self.log[-40:])
        assert not [line for line in self.log if "Traceback" in line], "\n".join(self.log[-40:])

    async def kill(self) -> None:
        """End it as a power cut does, if it still runs."""
        if self.process is None:
            return
        if self.process.returncode is None:
            self.process.kill()
        await self._ended()

    async def _ended(self) -> int:
        assert self.process is not None
        code = await self.process.wait()
        await asyncio.gather(*self._reading)
        self.process = None
        return code

    async def health(self) -> dict[str, Any]:
        """What /healthz says; it must answer 200."""
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"{self.url}/healthz") as answer,
        ):
            assert answer.status == 200
            told: dict[str, Any] = await answer.json()
            return told

    async def until(self, part: str, words: str) -> None:
        """Ask /healthz until it says this of a part; "" is that all is well with it."""
        async with asyncio.timeout(PATIENCE):
            while not _fits((await self.health())["troubles"].get(part, ""), words):
                continue

    async def asks(self, *words: str) -> tuple[int, str]:
        """A command in its folder: exit code and stdout."""
        code, out, errors = await command(self.folder, *words, **environment(), **self.variables)
        assert "Traceback" not in errors, errors
        return code, out

    async def told(self, *words: str) -> Any:
        """What a command says as JSON; it must go well."""
        code, out = await self.asks(*words, "--json")
        assert code == 0, out
        return orjson.loads(out)


def _fits(told: str, words: str) -> bool:
    return words in told if words else not told
