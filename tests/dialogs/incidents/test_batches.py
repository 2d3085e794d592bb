"""When many complaints are one incident: the thresholds of domain.md §3.6, typed by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dialogs.catalogue.process import BatchRule
from dialogs.incidents.batches import Filed, Key, busy, find
from dialogs.model import Label

NOW = datetime(2026, 11, 16, 6, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LABEL = Label({"zh-CN": "故障", "en": "Fault"})
RULE = BatchRule(code="mobile", label=LABEL, categories=("NET-M",))
HAIDIAN = ("110000", "110100", "110108")
CHAOYANG = ("110000", "110100", "110105")


def filed(
    number: int,
    ago: float,
    category: str = "NET-M",
    subtype: str = "no_signal",
    where: Sequence[str] = HAIDIAN,
) -> Filed:
    """A complaint filed so many minutes ago."""
    province, city, district = where
    return Filed(number, category, subtype, province, city, district, NOW - ago * MINUTE)


def several(count: int, apart: float, **said: object) -> list[Filed]:
    """So many, the newest now, so many minutes between two."""
    return [filed(n, n * apart, **said) for n in range(count)]  # type: ignore[arg-type]


# what was filed, and what is found: how many, and why
CASES: dict[str, tuple[list[Filed], list[tuple[int, str]]]] = {
    "four in half an hour": (several(4, 7), []),
    "five in half an hour": (several(5, 7), [(5, "short")]),
    "the fifth a minute too early": (several(5, 7.75), []),
    "nineteen in a day": (several(19, 75), []),
    "twenty in a day": (several(20, 75), [(20, "long")]),
    "five in two districts": (several(3, 1) + several(4, 1, where=CHAOYANG), []),
    "five of two categories": (several(3, 1) + several(4, 1, category="NET-F"), []),
    "five without a district": (several(5, 1, where=("110000", "110100", "")), []),
    "five and older ones": ([*several(5, 1), filed(9, 600)], [(5, "short")]),
}


@pytest.mark.parametrize("name", CASES)
def test_enough_of_the_same_in_one_place_at_once_are_an_incident(name: str) -> None:
    given, expected = CASES[name]
    found = find([RULE], given, {}, NOW)
    assert [(len(one.filed), one.why) for one in found] == expected


@pytest.mark.parametrize(
    ("today", "usual", "why"),
    [(10, 3.3, "times"), (10, 3.4, ""), (9, 0.0, ""), (10, 0.0, "times"), (15, 5.0, "times")],
)
def test_three_times_an_ordinary_day_is_an_incident(today: int, usual: float, why: str) -> None:
    given = several(today, 60)
    key = Key("mobile", "NET-M", "", "110108")
    assert list(busy([RULE], given, NOW)) == ([key] if today >= 10 else [])
    found = find([RULE], given, {key: usual}, NOW)
    assert [one.why for one in found] == ([why] if why else [])


def test_what_is_not_measured_is_not_found_by_that() -> None:
    assert find([RULE], several(15, 60), {}, NOW) == ()


@pytest.mark.parametrize(
    ("by", "same", "areas"),
    [
        ("district", "category", ["110108"]),
        ("city", "category", ["110100"]),
        ("province", "category", ["110000"]),
        ("everywhere", "category", [""]),
        ("everywhere", "subtype", []),
        ("everywhere", "rule", [""]),
    ],
)
def test_what_must_be_the_same_is_the_rule_s(by: str, same: str, areas: list[str]) -> None:
    rule = replace(RULE, by=by, same=same)
    given = several(3, 1) + several(2, 1, subtype="dropped")
    assert [one.key.area for one in find([rule], given, {}, NOW)] == areas


def test_subtypes_narrow_a_rule() -> None:
    rule = replace(RULE, subtypes=("NET-M:no_signal",))
    assert find([rule], several(6, 1, subtype="sms_late"), {}, NOW) == ()


def test_the_first_rule_that_fits_has_them() -> None:
    wide = replace(RULE, code="wide", by="city")
    found = find([RULE, wide], several(6, 1) + several(4, 1, where=CHAOYANG), {}, NOW)
    assert [(one.rule.code, len(one.filed)) for one in found] == [("mobile", 6)]


def test_a_number_of_zero_switches_a_test_off() -> None:
    off = replace(RULE, least_short=0, least_long=0, times=0)
    assert find([off], several(100, 0.1), {}, NOW) == ()
