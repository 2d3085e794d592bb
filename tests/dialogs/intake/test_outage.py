"""When a known trouble is looked for: once, as a draft comes to say what and where."""

from dataclasses import replace

import pytest

from dialogs.house import House
from dialogs.intake.outage import due, explicable
from dialogs.model import Frame, Json

HAIDIAN: Json = {"words": "海淀区", "province": "110000", "city": "110100", "district": "110108"}
CHAOYANG: Json = {"words": "朝阳区", "province": "110000", "city": "110100", "district": "110105"}
TOLD: dict[str, Json] = {"story": "没信号", "category": "NET-M", "subtype": "no_signal"}
WHERE = Frame("complaint", 1, 3, "fact", TOLD)
THERE = replace(WHERE, draft={**TOLD, "place": HAIDIAN})
ASKED = replace(THERE, state="outage")
APART = replace(THERE, draft={**THERE.draft, "outage": {"incident": 7, "planned": 0}})


@pytest.mark.parametrize(
    ("before", "after", "looks"),
    [
        (None, THERE, True),  # told as the very first message
        (None, None, False),
        (WHERE, WHERE, False),  # the place is not known yet
        (WHERE, THERE, True),
        (THERE, THERE, False),  # it was looked for before
        (THERE, replace(THERE, state="card"), False),
        (THERE, replace(THERE, draft={**TOLD, "place": CHAOYANG}), True),
        (replace(THERE, state="same"), THERE, True),  # it was not the open ticket's matter
        (None, replace(THERE, state="same"), False),
        (replace(THERE, serial=2), THERE, True),  # of another draft
        (replace(THERE, draft={**THERE.draft, "again": "place"}), THERE, True),  # said anew
        (ASKED, replace(APART, state="card"), False),  # asked once
        (APART, replace(APART, draft={**APART.draft, "place": CHAOYANG}), False),
        (APART, replace(APART, state="outage"), True),  # one step back
        (ASKED, ASKED, False),
        (ASKED, replace(ASKED, draft={**TOLD, "place": CHAOYANG}), True),  # rewritten
        (None, replace(THERE, dialog="consult"), False),
    ],
)
def test_it_is_looked_for_when_what_and_where_are_new(
    house: House, before: Frame | None, after: Frame | None, looks: bool
) -> None:
    assert due(before, after, house) is looks


@pytest.mark.parametrize(
    ("changed", "explained"),
    [
        ({}, True),
        ({"kind": "fault"}, True),
        ({"kind": "praise"}, False),
        ({"category": "BIL"}, False),
        ({"category": "NET-F", "subtype": "install_late"}, False),
        ({"category": "NET-F", "subtype": "outage"}, True),
        ({"place": {"unknown": True}}, False),
        ({"place": {"words": "我家", "told": True}}, False),
        ({"place": {"words": "浙江", "province": "330000"}}, True),
    ],
)
def test_only_what_can_break_at_a_known_place_is_explained(
    house: House, changed: dict[str, Json], explained: bool
) -> None:
    assert explicable({**THERE.draft, **changed}, house) is explained
