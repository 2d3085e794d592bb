"""Values of the catalogue that say how causes are mended, and how stores are graded."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectiveRule:
    """Which liabilities ask for a corrective action, and by when.

    `plan`, `review` and `late` count working days: to the plan, to its acceptance, and until the
    director hears of a plan that is late. `verify` counts days since it was carried out, `judge`
    the working days in which a person then says whether it worked.
    """

    liabilities: tuple[str, ...] = ("operator", "shared")
    plan: int = 3
    review: int = 2
    late: int = 2
    verify: timedelta = timedelta(days=30)
    judge: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspecting:
    """The points from which a store is excellent, good or passes, of 100; and which share of the
    stores may be excellent, and which good (domain.md §7, S1-N).
    """

    excellent: int = 95
    good: int = 90
    passed: int = 80
    excellent_cap: float = 0.05
    good_cap: float = 0.2
