"""What the 21 measures are computed from, read from the sums alone."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, select

from dialogs.catalogue import Catalogue
from dialogs.correcting.action import OPEN
from dialogs.figures import topics, watching
from dialogs.figures.account import Account
from dialogs.figures.cells import Cell
from dialogs.figures.facts import Facts
from dialogs.figures.measures import COMPLAINTS
from dialogs.figures.quarters import Quarterly, quarter_of, quarterly
from dialogs.figures.sums import Span, Sums
from dialogs.figures.topics import Topic
from dialogs.figures.watching import Watched
from dialogs.house import House
from dialogs.incidents.incident import Stage
from dialogs.stores.grading import counting as valid
from dialogs.stores.grading import graded
from storage import correctives, figures, inspections
from storage.schema import figure_day

MEASURED = (
    *("filed", "mass", "hurried", "upgraded", "outside", "spot", "valid", "severity", "store"),
    *("ended", "liability", "scored", "solved", "surveyed", "repeat", "reopened"),
    *(
        "clock",
        "answer",
        "offer",
        "granted",
        "paid",
        "routing",
        "followed",
        "warned",
        "declined",
        "appeal",
    ),
)
MINUTE = timedelta(minutes=1)
BEGUN = select(func.min(figure_day.c.day)).where(figure_day.c.measure == "filed")


def account(c: Connection, span: Span, house: House, now: datetime) -> Account:
    """The account of a span that ends today or earlier; how old what is open is, is of `now`."""
    known = house.catalogue
    hot, days = _topics(c, span.until), _watched(c, span, house)
    table = _quarter(c, span.until, known)
    sums = dict(figures.totals(c, span, MEASURED).values)
    sums |= _classes(c, span, known, "class")
    sums |= _quarter_cells(table)
    sums |= {("open", age): n for age, n in figures.ages(figures.open_now(c), now).items()}
    sums |= _incidents(c, span, house.zone)
    sums |= _stores(c, span, known) | _actions(c, span, house.zone, now)
    sums |= Counter(("watch", one.verdict) for one in days)
    sums["hot", ""] = sum(one.hot for one in hot)
    facts = Facts(
        span=span,
        sums=Sums(sums),
        satisfied_from=known.satisfied_from,
        limits=tuple(known.clocks),
        quarter=table.quarter.name,
        users=table.users,
        stores=tuple(known.stores),
    )
    return Account(facts=facts, hot=hot, days=days, quarter=table)


def _classes(c: Connection, span: Span, known: Catalogue, measure: str) -> dict[Cell, int]:
    """Complaints by the regulator's class of their category."""
    found: Counter[Cell] = Counter()
    for category, sums in figures.by(c, span, ["filed"], "category").items():
        found[measure, _class_of(category, known)] += sums.total("filed", COMPLAINTS)
    return dict(found)


def _class_of(category: str, known: Catalogue) -> str:
    found = known.categories.get(category)
    return found.rollup if found else ""


def _topics(c: Connection, until: date) -> tuple[Topic, ...]:
    def keys(days: tuple[date, date]) -> dict[tuple[str, str], int]:
        found = figures.by(c, Span(since=days[0], until=days[1]), ["topic"], "category")
        return {(code, key): n for code, one in found.items() for key, n in one.of("topic").items()}

    return tuple(topics.topics(keys(topics.week_of(until)), keys(topics.before(until))))


def _watched(c: Connection, span: Span, house: House) -> tuple[Watched, ...]:
    wide = replace(span, since=watching.earliest(span.since))
    counts = figures.by_day(c, wide, "filed", COMPLAINTS)
    begun: date | None = c.execute(BEGUN).scalar()
    return watching.watched(counts, (span.since, span.until), begun, house.workdays.is_work)


def _quarter(c: Connection, until: date, known: Catalogue) -> Quarterly:
    span = quarter_of(until).span(until)
    return quarterly(
        span,
        _provinces(c, span, known, "province"),
        _provinces(c, span, known, "appealed"),
        known.subscribers,
    )


def _provinces(
    c: Connection, span: Span, known: Catalogue, measure: str
) -> Mapping[tuple[str, str], int]:
    found: defaultdict[tuple[str, str], int] = defaultdict(int)
    for category, sums in figures.by(c, span, [measure], "category").items():
        for province, n in sums.of(measure).items():
            found[province, _class_of(category, known)] += n
    return found


def _quarter_cells(table: Quarterly) -> dict[Cell, int]:
    found: Counter[Cell] = Counter()
    for one in table.lines:
        for of, n in one.complaints.items():
            found["quarter:class", f"{one.province}:{of}"] += n
        for of, n in one.appeals.items():
            found["quarter:appeal", f"{one.province}:{of}"] += n
    return dict(found)


def _incidents(c: Connection, span: Span, zone: str) -> dict[Cell, int]:
    """Incidents found, and the minutes from the first complaint of each to its being found."""
    found: Counter[Cell] = Counter()
    for one in figures.incidents_found(c, span, zone):
        if one.stage is Stage.DISMISSED:
            found["incident", "dismissed"] += 1
            continue
        found["incident", "real"] += 1
        found["alert", f"{max(0, (one.found_at - one.began_at) // MINUTE)}"] += 1
    return dict(found)


def _stores(c: Connection, span: Span, known: Catalogue) -> dict[Cell, int]:
    """Stores by grade, and the points of each store's inspections in tenths."""
    found: Counter[Cell] = Counter()
    visits = inspections.within(c, span.since, span.until)
    for store in graded(visits, known.inspecting):
        found["store_grade", store.grade] += 1
    for visit in valid(visits):
        found[f"points:{visit.store}", f"{visit.points}"] += 1
    return dict(found)


def _actions(c: Connection, span: Span, zone: str, now: datetime) -> dict[Cell, int]:
    """Corrective actions that are open and late now, and what was found of those of the span."""
    standing = correctives.standing(c, now)
    start, end = figures.bounds(span, zone)
    effective, recurred = correctives.judged(c, start, end)
    return {
        ("action", "open"): sum(standing.by_stage.get(one, 0) for one in OPEN),
        ("action", "overdue"): sum(standing.late.values()),
        ("action", "effective"): effective,
        ("action", "recurred"): recurred,
    }
