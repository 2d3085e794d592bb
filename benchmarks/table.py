"""The figures as a table for a terminal: medians, ratios, and the targets."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from benchmarks import contestants, targets
from benchmarks.contestants import Contestant
from benchmarks.figures import QUIET, Broadcast, Grown, Load, Loss
from benchmarks.results import Found, machine

WIDTHS = (28, 6, 8, 9, 10, 10, 9, 9, 9, 9, 7, 9, 10, 3)


def heading(rates: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """On what it runs, and what is not as shipped."""
    yield ", ".join(f"{name} {value}" for name, value in machine().items())
    changed = (
        f"{part}.{key} = {value}" for part, keys in rates.items() for key, value in keys.items()
    )
    yield f"Redress as shipped but for: {', '.join(changed)}"


def lines(found: Found) -> Iterator[str]:
    """All tables."""
    yield ""
    yield row("bot", "N", "rtt ms", "steps/s", "CPU ms/st", "ms/call", "p50 ms", "p95", "p99",
              "RSS MiB", "core", "bench", "PG ms/st")  # fmt: skip
    for runs in by_point(found.loads):
        yield _load(runs)
    if any(one.disturbed for one in found.loads):
        yield f"* something else used more than {QUIET:.2f} of a core in at least one of the runs"
    for kind in ("kill", "faults"):
        yield from _losses([one for one in found.losses if one.kind == kind], kind)
    measured = {one.bot for one in found.loads} | {one.bot for one in found.losses}
    for bot in (one for one in contestants.ALL if one.ours and one.name in measured):
        yield from _targets(found, bot)


def broadcasts(found: Sequence[Broadcast]) -> Iterator[str]:
    """A line for each broadcast."""
    yield row("broadcast", "rate", "chats", "reached", "seconds", "share", "429s", "answers",
              "p50 ms", "p99 ms", "core")  # fmt: skip
    for one in found:
        yield row(title(one.bot), one.rate, one.chats, one.reached, f"{one.seconds:.0f}",
                  f"{100 * one.share:.1f}%", one.refused, one.answers, f"{1000 * one.p50:.0f}",
                  f"{1000 * one.p99:.0f}", f"{one.core:.2f}")  # fmt: skip


def growth(found: Sequence[Grown]) -> Iterator[str]:
    """A line for each size of database, then how far the largest is from the smallest."""
    sizes = sorted({one.tickets for one in found})
    yield row("tickets stored", "runs", "MiB", "steps/s", "CPU ms/st", "p50 ms", "p99 ms",
              "RSS MiB")  # fmt: skip
    for size in sizes:
        runs = [one for one in found if one.tickets == size]
        yield row(
            f"{size:,}",
            len(runs),
            f"{runs[0].size:.0f}",
            f"{median(one.load.rate for one in runs):.0f}",
            f"{median(one.load.step_ms for one in runs):.3f}",
            f"{1000 * median(one.load.p50 for one in runs):.0f}",
            f"{1000 * median(one.load.p99 for one in runs):.0f}",
            f"{median(one.load.resident for one in runs):.0f}",
        )
    few = [one.load for one in found if one.tickets == sizes[0]]
    many = [one.load for one in found if one.tickets == sizes[-1]]
    cost = median(one.step_ms for one in many) / median(one.step_ms for one in few)
    more = median(one.resident for one in many) - median(one.resident for one in few)
    yield f"a step costs {cost:.2f} x (within 20 % is wanted), RSS {more:+.0f} MiB (within 50)"


def by_point(loads: Sequence[Load]) -> Iterator[list[Load]]:
    """The repeats of each point together, in the order of the first."""
    points = dict.fromkeys((one.delay, one.size, one.bot) for one in loads)
    for point in sorted(points, key=lambda one: (one[0], one[1])):
        yield [one for one in loads if (one.delay, one.size, one.bot) == point]


def row(*cells: object) -> str:
    """Cells under each other, the first to the left."""
    texts = [str(cell) for cell in cells]
    first = f"{texts[0]:<{WIDTHS[0]}}"
    return first + "".join(
        f"{text:>{width}}" for text, width in zip(texts[1:], WIDTHS[1:], strict=False)
    )


def title(name: str) -> str:
    """A bot's name as people read it."""
    return next(one.title for one in contestants.ALL if one.name == name)


def _targets(found: Found, bot: Contestant) -> Iterator[str]:
    yield ""
    yield f"{bot.title}: {'figure':<42}{'target':<36}{'measured':<32}"
    for one in targets.judged(found, bot.name):
        yield f"{'':<{len(bot.title) + 2}}{one.figure:<42}{one.target:<36}{one.measured:<32}" + (
            one.verdict
        )


def _load(runs: Sequence[Load]) -> str:
    one = runs[0]

    def middle(values: Sequence[float], form: str) -> str:
        return format(median(values), form)

    return row(
        title(one.bot),
        one.size,
        f"{1000 * one.delay:.0f}",
        middle([run.rate for run in runs], ".0f"),
        middle([run.step_ms for run in runs], ".3f"),
        middle([run.call_ms for run in runs], ".3f"),
        middle([1000 * run.p50 for run in runs], ".0f"),
        middle([1000 * run.p95 for run in runs], ".0f"),
        middle([1000 * run.p99 for run in runs], ".0f"),
        middle([run.peak for run in runs], ".0f"),
        middle([run.share for run in runs], ".2f"),
        middle([run.bench_cpu / run.wall for run in runs], ".2f"),
        middle([run.database_ms for run in runs], ".3f") if one.database_cpu else "",
        " *" if any(run.disturbed for run in runs) else "",
    )


def _losses(losses: Sequence[Loss], kind: str) -> Iterator[str]:
    if not losses:
        return
    yield ""
    yield row(kind, "of", "done", "given up", "lost", "rescued", "repeated", "tickets", "untold",
              "doubled", "open", "start s")  # fmt: skip
    for one in losses:
        yield row(title(one.bot), one.size, one.finished, one.given_up, one.lost, one.rescued,
                  one.repeated, one.tickets, one.untold, one.doubled, one.unanswered,
                  f"{one.restart:.1f}")  # fmt: skip
