"""How often a value fell where: plain integers, counted in half a microsecond."""

from bisect import bisect_left


class Histogram:
    """Values counted by upper bounds, as Prometheus has them; one thread adds, any may read.

    `counts[n]` values were at most `bounds[n]` and more than the bound before it; the last count
    is of those above all bounds. `total` is the sum of all values.
    """

    __slots__ = ("bounds", "counts", "total")

    def __init__(self, *bounds: float) -> None:
        self.bounds = bounds
        self.counts = [0] * (len(bounds) + 1)
        self.total = 0.0

    def add(self, value: float) -> None:
        """Count a value."""
        self.counts[bisect_left(self.bounds, value)] += 1
        self.total += value
