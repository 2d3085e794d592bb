"""The 21 measures of domain.md §7, in its order: which numbers each has, and of what they are made.

Their formulas in words are texts (`measure-CODE-formula`), which `docs/figures.md` repeats. Whoever
changes what a measure says counts VERSION up, so that two reports can be told apart.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from dialogs.figures.addends import FIRST_ANSWER
from dialogs.figures.cells import Amount, Cell, Figure, Group, PerMillion, Ratio, Value
from dialogs.figures.facts import Facts
from dialogs.stores.grading import GRADES
from dialogs.tickets.ticket import LIABILITIES

VERSION = 1
GOAL = {"satisfied": 0.85, "in_three_days": 1.0}  # of these lines (domain.md §7)
CLASSES = ("N", "C", "U", "")  # the regulator's: network, charges, service; "" for the rest
COMPLAINTS = ("complaint", "fault")
DECIDED = ("accepted", "rejected", "lapsed")
PROMISES = ("P1", "E1")  # the clocks of a promised date and of an agreed one
GOODWILL = "goodwill"
WAYS = ("referred", "appealed", "media")
SEVERITIES = ("1", "2", "3")

Made: TypeAlias = Iterator[Figure]


@dataclass(frozen=True, slots=True)
class Measure:
    """`code` names it in texts and files. `inside`: it is not for anybody outside the firm."""

    code: str
    made: Callable[[Facts], Made]
    inside: bool = False

    def figures(self, facts: Facts) -> tuple[Figure, ...]:
        """Its numbers, always the same lines in the same order."""
        return tuple(self.made(facts))


def _line(line: str, value: Value, key: str = "") -> Figure:
    return Figure(line=line, value=value, key=key)


def _filed(facts: Facts) -> Group:
    return facts.some("filed", *COMPLAINTS)


def _of_filed(facts: Facts, part: Group) -> Ratio:
    return Ratio(part, _filed(facts))


def _clock(facts: Facts, *rules: str) -> Ratio:
    """Limits that were met among those that were decided."""
    met = facts.some("clock", *(f"{rule}:met" for rule in rules))
    late = facts.some("clock", *(f"{rule}:breached" for rule in rules))
    return Ratio(met, Group(met.cells | late.cells, met.n + late.n))


def _volume(facts: Facts) -> Made:
    yield _line("filed", _filed(facts))
    for code in CLASSES:
        yield _line("class", Ratio(facts.some("class", code), facts.every("class")), code)
    yield _line("hot", facts.one("hot"))


def _batch(facts: Facts) -> Made:
    yield _line("incidents", facts.some("incident", "real"))
    yield _line("dismissed", facts.some("incident", "dismissed"))
    yield _line("alert", facts.average("alert", "minutes"))
    yield _line("mass", _of_filed(facts, facts.one("mass")))


def _watch(facts: Facts) -> Made:
    days = facts.some("watch", "within", "high", "low")
    for key in ("high", "low"):
        yield _line(key, Ratio(facts.some("watch", key), days))


def _timeliness(facts: Facts) -> Made:
    met = facts.where(lambda cell: cell[0] == "clock" and cell[1].endswith(":met"))
    yield _line("in_time", Ratio(met, facts.every("clock")))
    decided = {key.partition(":")[0] for key in facts.keys("clock")}
    for rule in (*facts.limits, *sorted(decided - set(facts.limits))):
        if rule in decided:
            yield _line("clock", _clock(facts, rule), rule)


def _first_answer(facts: Facts) -> Made:
    yield _line("met", _clock(facts, FIRST_ANSWER))
    yield _line("hours", facts.average("answer", "hours"))


def _spot(facts: Facts) -> Made:
    yield _line("solved", _of_filed(facts, facts.one("spot")))


def _satisfaction(facts: Facts) -> Made:
    def good(cell: Cell) -> bool:
        return cell[0] == "scored" and int(cell[1]) >= facts.satisfied_from

    yield _line("satisfied", Ratio(facts.where(good), facts.every("scored")))
    yield _line("mean", facts.average("scored", ""))
    yield _line("answered", facts.part("surveyed", "answered"))
    yield _line("solved", facts.part("solved", "yes"))


def _per_million(facts: Facts) -> Made:
    yield _line("complaints", PerMillion(facts.every("quarter:class"), facts.users), facts.quarter)
    yield _line("appeals", PerMillion(facts.every("quarter:appeal"), facts.users), facts.quarter)


def _repeat(facts: Facts) -> Made:
    again = facts.every("reopened", "repeat")
    yield _line("again", Ratio(again, facts.every("ended"), within=False))


def _upgraded(facts: Facts) -> Made:
    yield _line("any", _of_filed(facts, facts.one("upgraded")))
    for way in WAYS:
        yield _line("way", _of_filed(facts, facts.some("outside", way)), way)


def _reminder(facts: Facts) -> Made:
    yield _line("reminded", _of_filed(facts, facts.one("hurried")))


def _valid(facts: Facts) -> Made:
    yield _line("admissible", facts.part("valid", "yes"))
    for who in LIABILITIES:
        yield _line("liable", facts.part("liability", who), who)


def _negotiation(facts: Facts) -> Made:
    yield _line("rounds", facts.rounds())
    for round_ in sorted({int(key.partition(":")[0]) for key in facts.keys("offer")}):
        offers = facts.some("offer", *(f"{round_}:{outcome}" for outcome in DECIDED))
        taken = facts.some("offer", f"{round_}:accepted")
        yield _line("accepted", Ratio(taken, offers), f"{round_}")
    money = facts.sums.total("granted")
    yield _line("granted", Amount(money, facts.every("paid")))
    goodwill = facts.sums.total("granted", [GOODWILL])
    yield _line("goodwill", Amount(goodwill, facts.some("paid", GOODWILL), money))


def _appeals(facts: Facts) -> Made:
    yield _line("completed", facts.part("appeal", "completed"))


def _routing(facts: Facts) -> Made:
    sent, returned = (facts.some("routing", key) for key in ("sent", "returned"))
    yield _line("returned", Ratio(returned, sent, within=False))
    for age in facts.sums.of("open"):
        yield _line("age", facts.part("open", age), age)


def _staff_caused(facts: Facts) -> Made:
    yield _line("caused", _of_filed(facts, facts.every("severity")))
    for grade in SEVERITIES:
        yield _line("severity", _of_filed(facts, facts.some("severity", grade)), grade)


def _stores(facts: Facts) -> Made:
    for grade in GRADES:
        yield _line("grade", facts.part("store_grade", grade), grade)
    for store in facts.stores:
        yield _line("points", facts.average(f"points:{store}", "points"), store)
        yield _line("complaints", facts.some("store", store), store)


def _actions(facts: Facts) -> Made:
    yield _line("open", facts.some("action", "open"))
    yield _line("overdue", facts.some("action", "overdue"))
    effective, again = (facts.some("action", key) for key in ("effective", "recurred"))
    whole = Group(effective.cells | again.cells, effective.n + again.n)
    yield _line("effective", Ratio(effective, whole))


def _follow_up(facts: Facts) -> Made:
    yield _line("in_three_days", facts.part("followed", "in_time"))


def _promises(facts: Facts) -> Made:
    yield _line("kept", _clock(facts, *PROMISES))
    for rule in PROMISES:
        yield _line("clock", _clock(facts, rule), rule)


def _warnings(facts: Facts) -> Made:
    offers = facts.every("offer")
    yield _line("below", Ratio(facts.every("warned"), offers))
    yield _line("declined", Ratio(facts.one("declined"), offers))


MEASURES: tuple[Measure, ...] = (
    Measure("volume", _volume),
    Measure("batch", _batch),
    Measure("watch", _watch),
    Measure("timeliness", _timeliness),
    Measure("first-answer", _first_answer),
    Measure("spot", _spot),
    Measure("satisfaction", _satisfaction),
    Measure("per-million", _per_million),
    Measure("repeat", _repeat),
    Measure("upgraded", _upgraded),
    Measure("reminder", _reminder),
    Measure("valid", _valid),
    Measure("negotiation", _negotiation),
    Measure("appeals", _appeals),
    Measure("routing", _routing),
    Measure("staff-caused", _staff_caused, inside=True),
    Measure("stores", _stores),
    Measure("actions", _actions),
    Measure("follow-up", _follow_up),
    Measure("promises", _promises),
    Measure("warnings", _warnings),
)
