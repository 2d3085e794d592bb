"""Announced work: what it explains, whether it was announced early enough, how it is typed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dialogs.house import House
from dialogs.incidents.entering import Fault, Typed, area, read, rows
from dialogs.incidents.planned import Notice, Planned, covers, notice, notice_given

NIGHT = datetime(2026, 11, 19, 17, 0, tzinfo=UTC)  # Friday, 1:00 in Beijing
MORNING = NIGHT + timedelta(hours=5)
NOW = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)
LEAST = timedelta(hours=72)
HAIDIAN = ("110108", "110100", "110000")
WORK = Planned(
    areas=("110108",),
    categories=("NET-M", "NET-P"),
    starts=NIGHT,
    ends=MORNING,
    announced_at=NIGHT - timedelta(hours=80),
)


@pytest.mark.parametrize(
    ("areas", "category", "codes", "after", "explained"),
    [
        (("110108",), "NET-M", HAIDIAN, timedelta(), True),
        (("110108",), "NET-M", HAIDIAN, timedelta(hours=-1), False),
        (("110108",), "NET-M", HAIDIAN, timedelta(hours=5), False),
        (("110108",), "NET-F", HAIDIAN, timedelta(), False),
        (("110108",), "NET-M", ("110105", "110100", "110000"), timedelta(), False),
        (("110108",), "NET-M", ("110100", "110000"), timedelta(), False),
        (("110000",), "NET-M", HAIDIAN, timedelta(), True),
        (("110100", "310000"), "NET-M", HAIDIAN, timedelta(), True),
        (("500100",), "NET-M", ("500230", "500100", "500000"), timedelta(), True),
        ((), "NET-M", (), timedelta(), True),
        (("110108",), "NET-M", (), timedelta(), False),
    ],
)
def test_work_explains_what_lies_in_its_area_services_and_time(
    areas: tuple[str, ...],
    category: str,
    codes: tuple[str, ...],
    after: timedelta,
    explained: bool,
) -> None:
    assert covers(replace(WORK, areas=areas), category, codes, NIGHT + after) is explained


def test_cancelled_work_explains_nothing() -> None:
    assert not covers(replace(WORK, cancelled_at=NOW), "NET-M", HAIDIAN, NIGHT)


@pytest.mark.parametrize(
    ("ahead", "met", "hours", "told"),
    [
        (timedelta(hours=80), timedelta(), 80, Notice.OK),
        (timedelta(hours=72), timedelta(), 72, Notice.OK),
        (timedelta(hours=71, minutes=59), timedelta(), 71, Notice.SHORT),
        (timedelta(minutes=30), timedelta(), 0, Notice.SHORT),
        (timedelta(hours=-1), timedelta(hours=2), 0, Notice.SHORT),
        (timedelta(hours=-1), timedelta(), None, Notice.NONE),
        (None, timedelta(), None, Notice.NONE),
    ],
)
def test_maintenance_is_announced_72_hours_ahead(
    ahead: timedelta | None, met: timedelta, hours: int | None, told: Notice
) -> None:
    work = replace(WORK, announced_at=None if ahead is None else NIGHT - ahead)
    assert notice_given(work, NIGHT + met) == hours
    assert notice(work, NIGHT + met, LEAST) is told


TYPED = Typed(
    areas="海淀区；浙江省杭州市西湖区",
    services="NET-M、宽带和固话",
    starts="2026-11-20 01:00",
    ends="2026-11-20T06:00",
    announced="2026-11-16 17:00",
    words={"zh-CN": " 光缆割接 ", "en": ""},
)


def test_what_is_typed_becomes_work(house: House) -> None:
    assert read(TYPED, house, NOW) == Planned(
        areas=("110108", "330106"),
        categories=("NET-M", "NET-F"),
        starts=datetime(2026, 11, 19, 17, 0, tzinfo=UTC),
        ends=datetime(2026, 11, 19, 22, 0, tzinfo=UTC),
        announced_at=datetime(2026, 11, 16, 9, 0, tzinfo=UTC),
        words={"zh-CN": "光缆割接"},
    )


@pytest.mark.parametrize(
    ("changed", "faults"),
    [
        ({"areas": " "}, [("areas", "none")]),
        ({"areas": "海淀区、亚特兰蒂斯"}, [("areas", "unknown")]),
        ({"areas": "朝阳区"}, [("areas", "many")]),
        ({"services": ""}, [("services", "none")]),
        ({"services": "NET-M;BIL"}, [("services", "unknown")]),
        ({"starts": "2026-11-20"}, [("starts", "time")]),
        ({"starts": "midnight", "ends": ""}, [("starts", "time"), ("ends", "time")]),
        ({"ends": "2026-11-20 01:00"}, [("ends", "order")]),
        ({"ends": "2026-12-20 01:00"}, [("ends", "long")]),
        ({"announced": "yesterday"}, [("announced", "time")]),
        ({"announced": "2026-11-17 10:01"}, [("announced", "later")]),
        ({"words": {"en": "x" * 301}}, [("en", "words")]),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_field(
    house: House, changed: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    found = read(replace(TYPED, **changed), house, NOW)
    assert isinstance(found, tuple)
    assert [(one.field, one.reason) for one in found] == faults


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("110108", "110108"),
        ("海淀", "110108"),
        ("北京", "110000"),
        ("Haidian, Beijing", "110108"),
        ("Chaoyang, Beijing", "110105"),
        ("北京市朝阳区", "110105"),
        ("杭州", "330100"),
        ("重庆", "500000"),
    ],
)
def test_a_place_is_said_by_name_or_code(house: House, said: str, code: str) -> None:
    assert area(said, house.places) == code


def test_a_name_of_several_places_gives_the_choice(house: House) -> None:
    assert area("吉林", house.places) == Fault("areas", "many", "吉林", ("220000", "220200"))


def test_everywhere_is_said_in_so_many_words(house: House) -> None:
    for said in ("全网", "Everywhere"):
        found = read(replace(TYPED, areas=said), house, NOW)
        assert isinstance(found, Planned)
        assert found.areas == ()


def test_a_file_is_read_line_by_line_whatever_the_order_of_its_columns() -> None:
    text = (
        "\ufeffstarts,ends,areas,services,zh-CN\n"
        '2026-11-20 01:00,2026-11-20 06:00,"海淀区;110105",NET-M,"割接,分两段"\n'
        ",,,,\n"
        "2026-11-21 01:00,2026-11-21 06:00,110000,NET-F,\n"
    )
    first, second = rows(text, ("zh-CN", "en"))
    assert first == (
        2,
        Typed(
            areas="海淀区;110105",
            services="NET-M",
            starts="2026-11-20 01:00",
            ends="2026-11-20 06:00",
            words={"zh-CN": "割接,分两段", "en": ""},
        ),
    )
    assert (second[0], second[1].areas) == (4, "110000")
