"""What remains of a step: where the bot spends its time, by function, as py-spy sees it."""

import asyncio
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.contestants import BUILD, Contestant
from benchmarks.crowd import Crowd
from benchmarks.runs import bench

SAMPLES = 200  # a second
MOST = 45  # functions shown in each table


async def profile(contestant: Contestant, size: int, *, warm: float, seconds: float) -> list[str]:
    """Watch the bot under a closed loop of `size` people; returns the lines of two tables."""
    stacks = BUILD / "profile.txt"
    stacks.unlink(missing_ok=True)
    async with bench(contestant) as here:
        bot = await here.start()
        crowd = Crowd(here.api, contestant.script, size)
        try:
            crowd.begin()
            await asyncio.sleep(warm)
            said = await _watch(bot.id, seconds, stacks)
        finally:
            crowd.stop()
            bot.stop()
    if not stacks.exists():
        return [f"no profile: {said}"]
    return list(tables(stacks.read_text("utf-8")))


async def _watch(process: int, seconds: float, into: Path) -> str:
    """Have py-spy write the stacks; returns what it said."""
    beside = Path(sys.executable).with_name("py-spy")
    program = str(beside) if beside.exists() else shutil.which("py-spy")
    if program is None:
        return "py-spy is not installed; the lock's extra `bench` names it"
    words = ("--pid", str(process), "--duration", str(int(seconds)), "--rate", str(SAMPLES))
    form = ("--format", "raw", "--function", "--nonblocking", "--output", str(into))
    watching = await asyncio.create_subprocess_exec(
        program, "record", *words, *form,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await watching.communicate()
    return said.decode("utf-8", "replace").strip()


def tables(stacks: str) -> Iterator[str]:
    """The functions in which time is spent, and those under which it is spent.

    `stacks` has a line for each stack: its functions from the outside in, with semicolons, then
    how often it was seen. A function that calls itself counts once.
    """
    own: Counter[str] = Counter()
    under: Counter[str] = Counter()
    for line in stacks.splitlines():
        stack, _, seen = line.rpartition(" ")
        frames = [_short(frame) for frame in stack.split(";")]
        own[frames[-1]] += int(seen)
        for frame in set(frames):
            under[frame] += int(seen)
    total = own.total() or 1
    for title, counted in (("own time", own), ("with what it calls", under)):
        yield ""
        yield f"{'%':>6}  {title} ({total} samples)"
        yield from (f"{100 * n / total:6.1f}  {name}" for name, n in counted.most_common(MOST))


def _short(frame: str) -> str:
    """`function (file)` with the file's last three parts."""
    name, _, place = frame.partition(" (")
    return f"{name} ({'/'.join(place.rstrip(')').split('/')[-3:])})"
