"""Finding incidents: which of the complaints filed lately are many of the same (domain.md §3.6)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogs.catalogue.process import BatchRule
from dialogs.values import quick

DAY = timedelta(days=1)


@quick
@dataclass(frozen=True, slots=True)
class Filed:
    """A complaint as it counts: what it is about, where ("" if not known), when it was filed."""

    id: int
    category: str
    subtype: str
    province: str
    city: str
    district: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Key:
    """What complaints have in common: the rule, and what it asks to be the same ("" for any)."""

    rule: str
    category: str
    subtype: str
    area: str

    @property
    def mark(self) -> str:
        """The key as one word."""
        return ":".join((self.rule, self.category, self.subtype, self.area))


@dataclass(frozen=True, slots=True)
class Found:
    """An incident that a rule found: `filed` are its complaints, oldest first.

    `why`: "short", "long" or "times", whichever was reached; they were filed within its `span`.
    """

    rule: BatchRule
    key: Key
    filed: tuple[Filed, ...]
    why: str
    span: timedelta


def key(rule: BatchRule, one: Filed) -> Key | None:
    """The heap that a complaint falls on by a rule; None where it does not count."""
    if one.category not in rule.categories:
        return None
    if rule.subtypes and f"{one.category}:{one.subtype}" not in rule.subtypes:
        return None
    area = _area(rule, one)
    if not area and rule.by != "everywhere":
        return None
    return Key(
        rule.code,
        one.category if rule.same != "rule" else "",
        one.subtype if rule.same == "subtype" else "",
        area,
    )


def _area(rule: BatchRule, one: Filed) -> str:
    known = {"district": one.district, "city": one.city, "province": one.province}
    return known.get(rule.by, "")


def window(rule: BatchRule) -> timedelta:
    """How far back a rule looks."""
    return max(rule.long, rule.short, DAY if rule.times else timedelta())


def heaps(rule: BatchRule, filed: Iterable[Filed]) -> Mapping[Key, list[Filed]]:
    """What counts together by a rule."""
    found: defaultdict[Key, list[Filed]] = defaultdict(list)
    for one in filed:
        if (heap := key(rule, one)) is not None:
            found[heap].append(one)
    return found


def busy(rules: Sequence[BatchRule], filed: Sequence[Filed], now: datetime) -> dict[Key, BatchRule]:
    """The heaps so large that it matters how many there are on an ordinary day."""
    return {
        heap: rule
        for rule in rules
        if rule.times
        for heap, those in heaps(rule, filed).items()
        if len(_within(those, DAY, now)) >= max(rule.least_times, 2)
    }


def find(
    rules: Sequence[BatchRule],
    filed: Sequence[Filed],
    usual: Mapping[Key, float],
    now: datetime,
) -> tuple[Found, ...]:
    """The incidents among these complaints, each complaint in one of them at most.

    `usual` is how many of a heap there are on an ordinary day; a heap that it does not name is not
    measured by that.
    """
    left, found = list(filed), []
    for rule in rules:
        for heap, those in heaps(rule, left).items():
            why = _reached(rule, those, usual.get(heap), now)
            if why:
                span = {"short": rule.short, "long": rule.long}.get(why, DAY)
                mine = sorted(_within(those, span, now), key=_filed_at)
                found.append(Found(rule, heap, tuple(mine), why, span))
        taken = {one.id for batch in found for one in batch.filed}
        left = [one for one in left if one.id not in taken]
    return tuple(found)


def _filed_at(one: Filed) -> tuple[datetime, int]:
    return one.at, one.id


def _reached(rule: BatchRule, those: Sequence[Filed], usual: float | None, now: datetime) -> str:
    if rule.least_short and len(_within(those, rule.short, now)) >= rule.least_short:
        return "short"
    if rule.least_long and len(_within(those, rule.long, now)) >= rule.least_long:
        return "long"
    day = len(_within(those, DAY, now))
    if usual is None or not rule.times or day < max(rule.least_times, 2):
        return ""
    return "times" if day >= rule.times * usual else ""


def _within(those: Sequence[Filed], span: timedelta, now: datetime) -> list[Filed]:
    return [one for one in those if now - one.at <= span]
