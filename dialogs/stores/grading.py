"""Stores by the points of their inspections: a score for a span, and a grade under its cap (S1-N).

Points are kept in tenths: 955 is 95.5 of 100.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil

from dialogs.catalogue.mending import Inspecting
from dialogs.values import quick

TENTHS = 10
EXCELLENT, GOOD, PASSED, FAILED = "excellent", "good", "passed", "failed"
GRADES = (EXCELLENT, GOOD, PASSED, FAILED)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """One visit to a store: its code, the local day, tenths of points, by whom, what was seen.

    `at`, `staff` and `name` say who entered it here, and when.
    """

    store: str
    day: date
    points: int
    at: datetime
    inspector: str = ""
    words: str = ""
    staff: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """A store in a span: `points` are the mean of its inspections, in tenths; `capped` where its
    points would do for more than its grade, and the cap does not allow it.
    """

    store: str
    points: int
    times: int
    last: date
    grade: str
    capped: bool = False


def counting(found: Iterable[Inspection]) -> tuple[Inspection, ...]:
    """Of each store and day the entry that was made last, by day."""
    ordered = sorted(found, key=lambda one: one.at)
    kept = {(one.store, one.day): one for one in ordered}
    return tuple(sorted(kept.values(), key=lambda one: (one.day, one.store)))


def graded(found: Iterable[Inspection], rule: Inspecting) -> tuple[Graded, ...]:
    """The stores that were inspected, the best first; equal ones by their code."""
    visits: defaultdict[str, list[Inspection]] = defaultdict(list)
    for one in counting(found):
        visits[one.store].append(one)
    points = {store: _mean(those) for store, those in visits.items()}
    grades = _grades(points, rule)
    rows = (
        Graded(
            store=store,
            points=points[store],
            times=len(those),
            last=those[-1].day,
            grade=grades[store],
            capped=grades[store] != _by_points(points[store], rule),
        )
        for store, those in visits.items()
    )
    return tuple(sorted(rows, key=lambda one: (-one.points, one.store)))


def _mean(those: Sequence[Inspection]) -> int:
    """The mean in tenths, rounded down: 94.96 does not reach 95."""
    return sum(one.points for one in those) // len(those)


def _by_points(points: int, rule: Inspecting) -> str:
    if points >= rule.excellent * TENTHS:
        return EXCELLENT
    if points >= rule.good * TENTHS:
        return GOOD
    return PASSED if points >= rule.passed * TENTHS else FAILED


def _grades(points: Mapping[str, int], rule: Inspecting) -> dict[str, str]:
    """The grade of each store. What is over a cap is one grade lower.

    A cap is rounded up, so that the best of few stores can be excellent; stores with as many
    points share their grade, and where not all of them fit under the cap none of them has it.
    """
    grades = {store: _by_points(one, rule) for store, one in points.items()}
    steps = ((EXCELLENT, rule.excellent_cap, GOOD), (GOOD, rule.good_cap, PASSED))
    for grade, cap, lower in steps:
        having = [points[store] for store, one in grades.items() if one == grade]
        most = ceil(round(cap * len(points), 6))  # 20 % of 35 is 7, whatever floats say
        fit = _least(having, most)
        for store, one in grades.items():
            if one == grade and (fit is None or points[store] < fit):
                grades[store] = lower
    return grades


def _least(having: Sequence[int], most: int) -> int | None:
    """The points from which on no more than `most` have them; None if not even the best fit."""
    least = None
    for one in sorted(set(having), reverse=True):
        if sum(other >= one for other in having) > most:
            break
        least = one
    return least
