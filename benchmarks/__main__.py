"""`make bench`: the bots one after another under the same load; a table, and JSON in `build/`."""

import asyncio
import os
from pathlib import Path
from typing import Annotated

import typer
import uvloop

from benchmarks import contestants, plan, results, table
from benchmarks.machine import cores

Names = Annotated[str, typer.Option(help="bots, with commas: redress,ptb,aiogram,grammy")]
Parts = Annotated[str, typer.Option(help="of load,rtt,kill,faults, with commas")]
Sizes = Annotated[str, typer.Option("--n", help="people at a time, with commas")]


def main(  # noqa: PLR0913, PLR0917  one parameter an option
    only: Names = "",
    part: Parts = "load,rtt,kill,faults",
    n: Sizes = "50,500,2000",
    seconds: Annotated[float, typer.Option(help="measured at each point")] = 10.0,
    warm: Annotated[float, typer.Option(help="seconds before, which do not count")] = 3.0,
    repeat: Annotated[int, typer.Option(help="runs of each point; medians are printed")] = 3,
    conversations: Annotated[int, typer.Option(help="of a run with kills")] = 1000,
    out: Annotated[Path, typer.Option(help="where the JSON goes")] = results.FILE,
    profile: Annotated[
        bool, typer.Option("--profile", help="only watch Redress at the first N, by function")
    ] = False,
) -> None:
    """Measure, print, and keep the figures as JSON."""
    wanted = plan.Wanted(
        names=tuple(filter(None, only.split(","))),
        parts=tuple(part.split(",")),
        sizes=tuple(int(one) for one in n.split(",")),
        seconds=seconds,
        warm=warm,
        repeat=repeat,
        conversations=conversations,
    )
    os.sched_setaffinity(0, {cores()[1]})
    for line in table.heading(contestants.RATES):
        typer.echo(line)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        if profile:
            for line in runner.run(plan.profiled(wanted)):
                typer.echo(line)
            return
        found = results.Found()
        try:
            runner.run(plan.carry_out(wanted, typer.echo, found))
        finally:
            results.write(out, found)  # an unfinished go too
    for line in table.lines(found):
        typer.echo(line)
    typer.echo(f"kept in {out}")


if __name__ == "__main__":
    typer.run(main)
