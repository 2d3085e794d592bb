"""`make bench-growth`: what a step costs with a thousand and with a million tickets stored."""

import asyncio
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Annotated

import orjson
import typer
import uvloop

from benchmarks import contestants, loader, runs, table
from benchmarks.contestants import BUILD, TOP
from benchmarks.crowd import Crowd
from benchmarks.figures import Grown
from benchmarks.machine import cores
from benchmarks.results import machine

FILE = TOP / "build" / "bench-growth.json"
PLACE = BUILD / "growth"
WARM = 20.0  # seconds, so that what Redress does once after its start is over
REDRESS = contestants.ALL[0]


def main(  # noqa: PLR0913, PLR0917  one parameter an option
    tickets: Annotated[str, typer.Option(help="stored, with commas")] = "1000,1000000",
    n: Annotated[int, typer.Option("--n", help="people at a time")] = 200,
    seconds: Annotated[float, typer.Option(help="measured in each run")] = 15.0,
    repeat: Annotated[int, typer.Option(help="runs on each database, taking turns")] = 3,
    reuse: Annotated[bool, typer.Option("--reuse", help="the databases kept last time")] = False,
    keep: Annotated[bool, typer.Option("--keep", help="leave the databases there")] = False,
    out: Annotated[Path, typer.Option(help="where the JSON goes")] = FILE,
) -> None:
    """Load, measure, print, and keep the figures as JSON."""
    os.sched_setaffinity(0, {cores()[1]})
    sizes = [int(one) for one in tickets.split(",")]
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        try:
            if not reuse:
                shutil.rmtree(PLACE, ignore_errors=True)
                for size in sizes:
                    runner.run(_load(size))
            found = [
                runner.run(_measured(size, n, seconds)) for _ in range(repeat) for size in sizes
            ]
        except runs.BotFailed as error:
            sys.exit(str(error))
    if not keep and not reuse:
        shutil.rmtree(PLACE)
    for line in table.growth(found):
        typer.echo(line)
    out.parent.mkdir(parents=True, exist_ok=True)
    told = {"machine": machine(), "growth": found}
    out.write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2))


async def _load(size: int) -> None:
    """A database with so many tickets in a folder of its own, begun by Redress itself."""
    began = time.monotonic()
    folder = PLACE / str(size)
    async with runs.bench(REDRESS, folder=folder) as here:
        bot = await here.start()
        crowd = Crowd(here.api, REDRESS.script, 1, most=1)
        crowd.begin()
        await crowd.over.wait()
        await asyncio.sleep(1)  # the last message's outcome is kept
        bot.stop()
    loader.load(folder / REDRESS.file, size, typer.echo)
    took = time.monotonic() - began
    typer.echo(f"{size:,} tickets: {_size(folder):,.0f} MiB, loaded in {took:.0f} s")


async def _measured(size: int, people: int, seconds: float) -> Grown:
    folder = PLACE / str(size)
    stored = _size(folder)
    load = await runs.load(REDRESS, people, warm=WARM, seconds=seconds, folder=folder)
    typer.echo(f"{size:>9,} tickets: {load}")
    if not load.steps:
        raise runs.BotFailed(f"nobody was answered with {size:,} tickets stored")
    return Grown(tickets=size, size=stored, load=load)


def _size(folder: Path) -> float:
    """MiB of the database."""
    return (folder / REDRESS.file).stat().st_size / 2**20


if __name__ == "__main__":
    typer.run(main)
