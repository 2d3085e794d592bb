"""One run: a bot in a fresh folder, a crowd, and what was measured."""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import contestants, machine, postgres
from benchmarks.bot_api import BotApi
from benchmarks.contestants import BUILD, Contestant
from benchmarks.crowd import Crowd
from benchmarks.figures import Load, percentile
from benchmarks.machine import Bot

START = 900.0  # seconds until a bot first asks for updates: it may copy a large database first


class BotFailed(Exception):
    """A bot ended by itself or never asked for updates; the message ends with its last words."""


@dataclass(slots=True)
class Bench:
    """A bot that serves in a folder, and its server. `slowest`: the longest start, in seconds."""

    contestant: Contestant
    folder: Path
    api: BotApi
    url: str
    server: postgres.Server | None = None
    slowest: float = 0.0

    async def start(self) -> Bot:
        """Start the bot, and return when it asks for updates."""
        self.api.polled.clear()
        bot, began = self.contestant.start(self.folder, self.url), time.monotonic()
        while not self.api.polled.is_set():
            if bot.ended or time.monotonic() - began > START:
                bot.stop(0)
                raise BotFailed(f"{self.contestant.name} does not start: {self.last_words()}")
            await asyncio.sleep(0.05)
        self.slowest = max(self.slowest, time.monotonic() - began)
        return bot

    @property
    def database(self) -> str:
        """Where Redress keeps everything, as its `storage.url` names it."""
        file = self.folder / self.contestant.file
        return self.server.url if self.server else f"sqlite+aiosqlite:///{file}"

    def database_cpu(self) -> float:
        """Seconds of CPU that its PostgreSQL has used."""
        return self.server.cpu() if self.server else 0.0

    def last_words(self) -> str:
        """The end of what the bot printed."""
        return (self.folder / "bot.log").read_text("utf-8", "replace")[-2000:]


@asynccontextmanager
async def bench(
    contestant: Contestant,
    rates: Mapping[str, Mapping[str, float]] = contestants.RATES,
    folder: Path | None = None,
) -> AsyncIterator[Bench]:
    """A server for a bot, a folder and, where it wants one, a fresh PostgreSQL.

    The folder is fresh too, unless it is named.
    """
    if folder is None:
        folder = BUILD / "runs" / contestant.name
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    api = BotApi()
    url = await api.start()
    with ExitStack() as stack:
        server = None if contestant.file else stack.enter_context(postgres.served())
        if contestant.ours:
            contestant.configure(folder, url, server, rates)
        try:
            yield Bench(contestant, folder, api, url, server)
        finally:
            await api.stop()


async def load(  # noqa: PLR0913  what a run is made of
    contestant: Contestant,
    size: int,
    *,
    warm: float,
    seconds: float,
    delay: float = 0.0,
    folder: Path | None = None,
) -> Load:
    """A closed loop of `size` people for `seconds`, after `warm` seconds that do not count."""
    async with bench(contestant, folder=folder) as here:
        here.api.delay = delay
        bot = await here.start()
        crowd = Crowd(here.api, contestant.script, size)
        try:
            crowd.begin()
            await asyncio.sleep(warm)
            return await _window(here, bot, crowd, size, seconds)
        finally:
            crowd.stop()
            bot.stop()


async def _window(here: Bench, bot: Bot, crowd: Crowd, size: int, seconds: float) -> Load:
    api, tally = here.api, crowd.tally
    began, calls, known = time.monotonic(), api.calls.copy(), len(tally.latencies)
    before = _spent(here, bot)
    await asyncio.sleep(seconds)
    if bot.ended:
        raise BotFailed(f"{here.contestant.name} ended: {here.last_words()}")
    wall, made = time.monotonic() - began, api.calls - calls
    spent = _spent(here, bot)
    used, base, own, all_of_it = (after - was for after, was in zip(spent, before, strict=True))
    steps = len(tally.latencies) - known
    took = sorted(took for _, took in tally.latencies[known:])
    polls = made.pop("getUpdates", 0)
    return Load(
        bot=here.contestant.name,
        size=size,
        delay=api.delay,
        wall=wall,
        steps=steps,
        cpu=used,
        database_cpu=base,
        bench_cpu=own,
        foreign_cpu=max(0.0, all_of_it - used - base - own),
        calls=made.total(),
        polls=polls,
        p50=percentile(took, 0.50),
        p95=percentile(took, 0.95),
        p99=percentile(took, 0.99),
        peak=bot.peak(),
        resident=bot.resident(),
        finished=tally.finished,
        inputs=tally.inputs.most_common(1)[0][0] if tally.inputs else 0,
        odd=dict(tally.odd.most_common(3)),
    )


def _spent(here: Bench, bot: Bot) -> tuple[float, float, float, float]:
    """Seconds of CPU so far: of the bot, of its database, of ourselves, of the whole machine."""
    return bot.cpu(), here.database_cpu(), time.process_time(), machine.busy()
