"""What is to be reached, and whether it was: medians of the runs, ratios within one go."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from benchmarks.figures import Load, Loss
from benchmarks.plan import CROWD, NETWORK
from benchmarks.results import Found


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure, what it should be, what it was. `met` is None where it was not measured."""

    figure: str
    target: str
    measured: str
    met: bool | None

    @property
    def verdict(self) -> str:
        """The judgement in a word."""
        return {True: "met", False: "NOT MET", None: "not measured"}[self.met]


class Medians:
    """The median of any figure of a bot at a point; None where there is no such run."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def of(
        self, bot: str, size: int, figure: Callable[[Load], float], delay: float = 0.0
    ) -> float | None:
        """Over all repeats of this point."""
        runs = [one for one in self._found.loads if (one.bot, one.size, one.delay) ==
                (bot, size, delay)]  # fmt: skip
        return median(map(figure, runs)) if runs else None

    def losses(self, bot: str, kind: str) -> Sequence[Loss]:
        """The runs of a bot in which this went wrong."""
        return [one for one in self._found.losses if (one.bot, one.kind) == (bot, kind)]


def judged(found: Found, bot: str) -> Iterator[Judged]:
    """Every target of issue 3 for one of our bots."""
    all_of = Medians(found)
    yield from _costs(all_of, bot)
    yield from _speeds(all_of, bot)
    yield _most("p99 at N = 50", 30, "ms", _thousand(all_of.of(bot, 50, lambda one: one.p99)))
    peak = all_of.of(bot, 2000, lambda one: one.peak)
    yield _most("peak RSS at N = 2,000", 120, "MiB", peak)
    yield _harmless("SIGKILL twice", all_of.losses(bot, "kill"))
    yield _harmless("5 % of calls failing", all_of.losses(bot, "faults"))


def _costs(all_of: Medians, bot: str) -> Iterator[Judged]:
    ours = all_of.of(bot, 500, lambda one: one.step_ms)
    for peer, most in (("ptb", 0.10), ("aiogram", 0.25), ("grammy", 1.0)):
        theirs = all_of.of(peer, 500, lambda one: one.step_ms)
        target = "below theirs" if most == 1.0 else f"at most {most:.2f} x theirs"
        figure = f"CPU for a step at N = 500 beside {peer}"
        yield _ratio(figure, target, ours, theirs, partial(_up_to, most))


def _speeds(all_of: Medians, bot: str) -> Iterator[Judged]:
    for size in (50, 500, 2000):
        ours = all_of.of(bot, size, lambda one: one.rate)
        theirs = all_of.of("aiogram", size, lambda one: one.rate)
        figure = f"steps/s at N = {size:,} beside aiogram"
        yield _ratio(figure, "at least 4 x", ours, theirs, partial(_from, 4.0))
    many = all_of.of(bot, 2000, lambda one: one.rate)
    few = all_of.of(bot, 50, lambda one: one.rate)
    yield _ratio(
        "steps/s at N = 2,000 beside N = 50", "within 20 %", many, few, partial(_from, 0.8)
    )
    far = all_of.of(bot, CROWD, lambda one: one.rate, NETWORK)
    met = None if far is None else far >= 1200
    yield Judged("steps/s at 50 ms, N = 200", "at least 1,200", _number(far, "/s"), met)
    late = _thousand(all_of.of(bot, CROWD, lambda one: one.p99, NETWORK))
    yield _most("p99 at 50 ms, N = 200", 250, "ms", late)


def _up_to(most: float, ratio: float) -> bool:
    return ratio <= most


def _from(least: float, ratio: float) -> bool:
    return ratio >= least


def _ratio(
    figure: str,
    target: str,
    ours: float | None,
    theirs: float | None,
    meets: Callable[[float], bool],
) -> Judged:
    if ours is None or not theirs:
        return Judged(figure, target, "-", None)
    told = f"{ours / theirs:.2f} x ({_number(ours)} to {_number(theirs)})"
    return Judged(figure, target, told, meets(ours / theirs))


def _most(figure: str, most: float, unit: str, measured: float | None) -> Judged:
    met = None if measured is None else measured <= most
    return Judged(figure, f"at most {most:g} {unit}", _number(measured, f" {unit}"), met)


def _harmless(figure: str, losses: Sequence[Loss]) -> Judged:
    """Nothing given up, lost, untold or doubled in any of the runs; replies may be late by faults,
    which is what `lost` counts there, so that it is judged in the runs with kills only.
    """
    target = "0 given up, lost, untold, doubled"
    if not losses:
        return Judged(figure, target, "-", None)
    worst = [
        max(one.given_up for one in losses),
        max(one.lost for one in losses),
        max(one.untold for one in losses),
        max(one.doubled for one in losses),
    ]
    counted = worst if losses[0].kind == "kill" else [worst[0], *worst[2:]]
    return Judged(figure, target, ", ".join(map(str, worst)), not any(counted))


def _thousand(value: float | None) -> float | None:
    return None if value is None else 1000 * value


def _number(value: float | None, unit: str = "") -> str:
    if value is None:
        return "-"
    return f"{value:.3f}{unit}" if value < 20 else f"{value:,.0f}{unit}"
