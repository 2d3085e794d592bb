"""Numbers that never stand without what they are numbers of: shares and spreads, with their n."""

from collections.abc import Mapping
from dataclasses import dataclass, field

FEW = 10  # under so many a rate says little: it is shown hollow, or with a note (ux-ecosystem §5)


@dataclass(frozen=True, slots=True)
class Share:
    """`n` among `of`."""

    n: int
    of: int

    @property
    def rate(self) -> float | None:
        """From 0 to 1; None where there is nothing to divide by."""
        return self.n / self.of if self.of else None

    @property
    def few(self) -> bool:
        """Whether it rests on too little to be read as a rate."""
        return self.of < FEW


@dataclass(frozen=True, slots=True)
class Spread:
    """How often each value was found: scores, hours, days."""

    counts: Mapping[int, int] = field(default_factory=dict)

    @property
    def n(self) -> int:
        """How many values there are."""
        return sum(self.counts.values())

    @property
    def few(self) -> bool:
        """Whether a mean of them would say little."""
        return self.n < FEW

    @property
    def mean(self) -> float | None:
        """None where there is none."""
        return sum(value * n for value, n in self.counts.items()) / self.n if self.n else None

    def part(self, least: int) -> Share:
        """Those of `least` or more among all."""
        return Share(sum(n for value, n in self.counts.items() if value >= least), self.n)

    def at(self, share: float) -> int | None:
        """The smallest value that this share of all (0.5: the median) does not exceed."""
        seen, wanted = 0, share * self.n
        for value in sorted(self.counts):
            seen += self.counts[value]
            if seen >= wanted:
                return value
        return None
