"""`python -m benchmarks.report`: the JSON in `build/` as the tables of docs/performance.md.

Each table stands between `<!-- bench: NAME -->` and `<!-- end: NAME -->`; what was not measured on
this machine keeps the table it has.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import orjson

from benchmarks import contestants, results, targets
from benchmarks.broadcast import FILE as BROADCAST
from benchmarks.contestants import TOP
from benchmarks.figures import Broadcast, Grown, Load
from benchmarks.growth import FILE as GROWTH
from benchmarks.results import Found
from benchmarks.table import by_point, title

PAGE = TOP / "docs" / "performance.md"


def main() -> None:
    """Write every table that there are figures for into the page."""
    text = PAGE.read_text("utf-8")
    for name, lines in tables().items():
        begin, end = f"<!-- bench: {name} -->\n", f"<!-- end: {name} -->"
        if begin not in text:
            sys.exit(f"{PAGE.name} has no place for the table {name!r}: {begin.strip()}")
        before, _, rest = text.partition(begin)
        table = "".join(f"{line}\n" for line in lines)
        text = f"{before}{begin}{table}{end}{rest.partition(end)[2]}"
    PAGE.write_text(text, "utf-8")


def tables() -> dict[str, list[str]]:
    """The tables by their names, of all files that are there."""
    found: dict[str, list[str]] = {}
    for file, made in ((results.FILE, _bench), (GROWTH, _growth), (BROADCAST, _broadcasts)):
        if file.exists():
            found |= made(file)
    return found


def _bench(file: Path) -> dict[str, list[str]]:
    found, told = results.read(file)
    return {
        "machine": [_machine(told)],
        "loads": list(_loads([one for one in found.loads if not one.delay])),
        "network": list(_loads([one for one in found.loads if one.delay])),
        "kill": list(_losses(found, "kill")),
        "faults": list(_losses(found, "faults")),
        "targets": list(_targets(found)),
    }


def _machine(told: Mapping[str, Any]) -> str:
    parts = ", ".join(f"{name} {value}" for name, value in told["machine"].items())
    left = "".join(f" Left out: {name} ({why})." for name, why in told["left_out"].items())
    return f"Measured {told['at'][:10]}: {parts}.{left}"


def markdown(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A table."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(map(str, row))} |"


def _loads(loads: Sequence[Load]) -> Iterator[str]:
    """One row a bot; where several sizes were run, each cell has them in their order."""
    points = list(by_point(loads))
    sizes = list(dict.fromkeys(runs[0].size for runs in points))
    bots = [one.name for one in contestants.ALL if any(runs[0].bot == one.name for runs in points)]

    def cell(bot: str, figure: Callable[[Load], float], form: str) -> str:
        by_size = {runs[0].size: runs for runs in points if runs[0].bot == bot}
        return " / ".join(
            format(median(map(figure, by_size[size])), form) if size in by_size else "–"
            for size in sizes
        )

    at = f"N = {' / '.join(f'{size:,}' for size in sizes)}"
    head = ("bot", f"steps/s, {at}", "CPU ms/step", "CPU ms/call", "p50 ms", "p95 ms", "p99 ms",
            "peak RSS MiB", "share of its core", "PostgreSQL's CPU ms/step", "share of the bench",
            "of anything else", "runs")  # fmt: skip
    rows = [
        (
            title(bot),
            cell(bot, lambda one: one.rate, ",.0f"),
            cell(bot, lambda one: one.step_ms, ".3f"),
            cell(bot, lambda one: one.call_ms, ".3f"),
            cell(bot, lambda one: 1000 * one.p50, ",.0f"),
            cell(bot, lambda one: 1000 * one.p95, ",.0f"),
            cell(bot, lambda one: 1000 * one.p99, ",.0f"),
            cell(bot, lambda one: one.peak, ".0f"),
            cell(bot, lambda one: one.share, ".2f"),
            cell(bot, lambda one: one.database_ms, ".3f") if bot == "redress-pg" else "–",
            cell(bot, lambda one: one.bench_cpu / one.wall, ".2f"),
            cell(bot, lambda one: one.foreign_cpu / one.wall, ".2f"),
            max(len(runs) for runs in points if runs[0].bot == bot),
        )
        for bot in bots
    ]
    yield from markdown(head, rows)


def _losses(found: Found, kind: str) -> Iterator[str]:
    head = ("bot", "conversations", "finished", "given up", "replies lost", "rescued", "came again",
            "tickets stored", "never announced", "doubled", "presses unanswered",
            "slowest start, s")  # fmt: skip
    yield from markdown(
        head,
        (
            (
                *(title(one.bot), f"{one.size:,}", f"{one.finished:,}", one.given_up, one.lost),
                *(one.rescued, one.repeated, f"{one.tickets:,}", one.untold, one.doubled),
                *(one.unanswered, f"{one.restart:.1f}"),
            )
            for one in found.losses
            if one.kind == kind
        ),
    )


def _targets(found: Found) -> Iterator[str]:
    measured = {one.bot for one in found.loads} | {one.bot for one in found.losses}
    ours = [one for one in contestants.ALL if one.ours and one.name in measured]
    judged = [list(targets.judged(found, bot.name)) for bot in ours]
    head = ("figure", "target", *(cell for bot in ours for cell in (bot.title, "")))
    rows = (
        (
            row[0].figure,
            row[0].target,
            *(cell for one in row for cell in (one.measured, one.verdict)),
        )
        for row in zip(*judged, strict=True)
    )
    yield from markdown(head, rows)


def _growth(file: Path) -> dict[str, list[str]]:
    kept = orjson.loads(file.read_bytes())["growth"]
    found = [Grown(**{**one, "load": Load(**one["load"])}) for one in kept]
    head = ("tickets stored", "database MiB", "steps/s", "CPU ms/step", "p50 ms", "p99 ms",
            "RSS MiB", "runs")  # fmt: skip
    rows = []
    for size in sorted({one.tickets for one in found}):
        runs = [one for one in found if one.tickets == size]
        loads = [one.load for one in runs]
        rows.append(
            (
                f"{size:,}",
                f"{runs[0].size:,.0f}",
                f"{median(one.rate for one in loads):,.0f}",
                f"{median(one.step_ms for one in loads):.3f}",
                f"{1000 * median(one.p50 for one in loads):,.0f}",
                f"{1000 * median(one.p99 for one in loads):,.0f}",
                f"{median(one.resident for one in loads):.0f}",
                len(runs),
            )
        )
    return {"growth": list(markdown(head, rows))}


def _broadcasts(file: Path) -> dict[str, list[str]]:
    found = [Broadcast(**one) for one in orjson.loads(file.read_bytes())["broadcasts"]]
    head = ("bot", "allowed a second", "chats", "reached", "seconds", "share of the rate",
            "refused (429)", "answers meanwhile", "p50 ms", "p99 ms",
            "share of its core")  # fmt: skip
    rows = (
        (
            *(title(one.bot), f"{one.rate:,}", f"{one.chats:,}", f"{one.reached:,}"),
            *(f"{one.seconds:.0f}", f"{100 * one.share:.1f} %", one.refused, one.answers),
            *(f"{1000 * one.p50:.0f}", f"{1000 * one.p99:.0f}", f"{one.core:.2f}"),
        )
        for one in found
    )
    return {"broadcast": list(markdown(head, rows))}


if __name__ == "__main__":
    main()
