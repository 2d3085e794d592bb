"""`make bench-broadcast`: how much of the allowed rate a broadcast uses, and who waits for it."""

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import orjson
import typer
import uvloop

from benchmarks import contestants, owed, table
from benchmarks.contestants import TOP
from benchmarks.crowd import Crowd, Manner
from benchmarks.figures import Broadcast, percentile
from benchmarks.limits import Limits
from benchmarks.machine import cores
from benchmarks.results import machine
from benchmarks.runs import Bench, BotFailed, bench

FILE = TOP / "build" / "bench-broadcast.json"
TALKERS = Manner(thought=(2.0, 4.0))  # seconds: people who read what they answer
EDGE = 2.0  # seconds at the start that do not count: the first second's worth goes at once
LOOK = 0.05  # seconds between two looks at the counts
SLACK = 3.0  # of the time that the allowed rate takes, we wait no longer than this many


def main(
    part: Annotated[str, typer.Option(help="of fast,slow, with commas")] = "slow,fast",
    chats: Annotated[int, typer.Option(help="of the fast one")] = 100_000,
    bot: Annotated[str, typer.Option(help="redress or redress-pg")] = "redress",
    out: Annotated[Path, typer.Option(help="where the JSON goes")] = FILE,
) -> None:
    """Measure, print, and keep the figures as JSON."""
    os.sched_setaffinity(0, {cores()[1]})
    wanted = []
    if "slow" in part:
        wanted.append((30, 30 * 60, 10))
    if "fast" in part:
        wanted.append((1000, chats, 50))
    found = []
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        try:
            for rate, count, talkers in wanted:
                found.append(runner.run(broadcast(bot, rate, count, talkers)))
        except BotFailed as error:
            sys.exit(str(error))
    for line in table.broadcasts(found):
        typer.echo(line)
    out.parent.mkdir(parents=True, exist_ok=True)
    told = {"machine": machine(), "broadcasts": found}
    out.write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2))


async def broadcast(name: str, rate: int, count: int, talkers: int) -> Broadcast:
    """Send to `count` chats at `rate` a second while `talkers` people file complaints."""
    contestant = next(one for one in contestants.ALL if one.name == name)
    rates = {**contestants.RATES, "telegram": {"messages_per_second": rate}}
    async with bench(contestant, rates) as here:
        (await here.start()).stop()  # it makes its keys and tables
        await owed.lay(here.folder, here.database, count, typer.echo)
        here.api.limits = Limits(rate)
        return await _watched(here, rate, count, talkers)


async def _watched(here: Bench, rate: int, count: int, talkers: int) -> Broadcast:
    api = here.api
    bot = await here.start()
    crowd = Crowd(api, here.contestant.script, talkers, manner=TALKERS)
    loop = asyncio.get_running_loop()
    crowd.begin()
    try:
        await _until(lambda: api.unheard > 0, 30)
        began = loop.time()
        await asyncio.sleep(EDGE)
        from_there, base, cpu = loop.time(), api.accepted, bot.cpu()
        known = len(crowd.tally.latencies)
        await _until(lambda: api.unheard >= count, SLACK * count / rate)
        wall, used = loop.time() - from_there, bot.cpu() - cpu
        took = sorted(took for _, took in crowd.tally.latencies[known:])
        return Broadcast(
            bot=here.contestant.name,
            rate=rate,
            chats=count,
            reached=api.unheard,
            seconds=loop.time() - began,
            share=(api.accepted - base) / (rate * wall),
            refused=api.limits.refused if api.limits else 0,
            answers=len(took),
            p50=percentile(took, 0.50),
            p99=percentile(took, 0.99),
            core=used / wall,
            peak=bot.peak(),
        )
    finally:
        crowd.stop()
        bot.stop()


async def _until(true: Callable[[], bool], most: float) -> None:
    """Wait until it is true, but not for ever: the figures then say what was missed."""
    for _ in range(int(most / LOOK)):
        if true():
            return
        await asyncio.sleep(LOOK)


if __name__ == "__main__":
    typer.run(main)
