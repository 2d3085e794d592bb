"""Which runs are made, in which order: the bots take turns, so that a bad minute hits them all."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from functools import partial

from benchmarks import contestants, harm, runs
from benchmarks.contestants import Contestant
from benchmarks.figures import Load, Loss
from benchmarks.profile import profile
from benchmarks.results import Found

NETWORK = 0.05  # seconds of a round trip
CROWD = 200  # people in the runs with a network, kills and faults
FAULTY = 600  # conversations of a run with faults
Tell = Callable[[str], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to measure: no `names` are all bots, `parts` of load, rtt, kill and faults."""

    names: tuple[str, ...]
    parts: tuple[str, ...]
    sizes: tuple[int, ...]
    seconds: float
    warm: float
    repeat: int
    conversations: int


async def carry_out(wanted: Wanted, tell: Tell, found: Found) -> None:
    """Make all runs and put each into `found`, telling of it, as it ends."""
    present = list(_present(wanted, found))
    for name, why in found.left_out.items():
        tell(f"left out: {name}: {why}")
    for turn in range(wanted.repeat):
        for bot in (one for one in present if one.name not in found.left_out):
            try:
                async for one in _of(bot, wanted):
                    keep(found, one)
                    tell(f"{turn + 1}/{wanted.repeat} {one}")
            except runs.BotFailed as error:
                tell(f"FAILED {error}")
                found.left_out[bot.name] = str(error)


async def profiled(wanted: Wanted) -> list[str]:
    """Where the first bot asked for spends its time, at the first size."""
    bot = next(_present(wanted, Found()))
    return await profile(bot, wanted.sizes[0], warm=wanted.warm, seconds=wanted.seconds)


def keep(found: Found, one: Load | Loss) -> None:
    """Put a run where it belongs."""
    if isinstance(one, Load):
        found.loads.append(one)
    else:
        found.losses.append(one)


def _present(wanted: Wanted, found: Found) -> Iterator[Contestant]:
    for bot in contestants.ALL:
        if wanted.names and bot.name not in wanted.names:
            continue
        if bot.missing:
            found.left_out[bot.name] = bot.missing
        else:
            yield bot


async def _of(bot: Contestant, wanted: Wanted) -> AsyncIterator[Load | Loss]:
    """The runs of one bot in one turn."""
    load = partial(runs.load, bot, warm=wanted.warm, seconds=wanted.seconds)
    if "load" in wanted.parts:
        for size in wanted.sizes:
            yield await load(size)
    if "rtt" in wanted.parts:
        yield await load(CROWD, delay=NETWORK)
    if "kill" in wanted.parts:
        yield await harm.killed(bot, CROWD, wanted.conversations)
    if "faults" in wanted.parts:
        yield await harm.faulty(bot, CROWD, FAULTY)
