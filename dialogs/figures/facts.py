"""All that the measures are computed from: the sums of a span, and the little that is no sum."""

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.figures.cells import Average, Cell, Group, Ratio, group
from dialogs.figures.rates import Spread
from dialogs.figures.sums import Span, Sums


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """`sums` are those of the span by measure and key, with those of now and of the quarter.

    `limits` are the codes of clocks in the catalogue's order. `quarter` is like "2026-Q4", `users`
    their number in it, None where nobody gave it. `stores` are the codes of all stores.
    """

    span: Span
    sums: Sums
    satisfied_from: int
    limits: tuple[str, ...] = ()
    quarter: str = ""
    users: int | None = None
    stores: tuple[str, ...] = ()

    def every(self, *measures: str) -> Group:
        """All that was counted under these measures."""
        return self.where(lambda cell: cell[0] in measures)

    def some(self, measure: str, *keys: str) -> Group:
        """What was counted under these keys, 0 for one that never came."""
        return group({(measure, key): self.sums.values.get((measure, key), 0) for key in keys})

    def one(self, measure: str) -> Group:
        """What is counted under a measure that has no keys."""
        return self.some(measure, "")

    def where(self, wanted: Callable[[Cell], bool]) -> Group:
        """What was counted in the cells that are wanted."""
        return group({cell: n for cell, n in self.sums.values.items() if wanted(cell)})

    def keys(self, measure: str) -> list[str]:
        """The keys under which a measure was counted, in order."""
        return sorted(self.sums.of(measure))

    def average(self, measure: str, unit: str) -> Average:
        """Of a measure whose keys are whole numbers."""
        return Average(self.sums.spread(measure), self.every(measure), unit)

    def part(self, measure: str, *keys: str) -> Ratio:
        """Some keys of a measure among all of it."""
        return Ratio(self.some(measure, *keys), self.every(measure))

    def rounds(self) -> Average:
        """In which round offers were accepted."""
        taken = {
            int(key.partition(":")[0]): n
            for key, n in self.sums.of("offer").items()
            if key.endswith(":accepted")
        }
        return Average(Spread(taken), self.where(_accepted), "rounds")


def _accepted(cell: Cell) -> bool:
    return cell[0] == "offer" and cell[1].endswith(":accepted")
