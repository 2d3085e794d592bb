"""The calendar of planned outages: what is being done where, and that its history stays."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Delete, Update, delete, update

from dialogs.incidents.planned import Planned
from dialogs.tickets.ticket import Role
from storage import planned, schema, staff
from storage.calendar import By
from storage.store import Store
from tests.storage.values import NOW, of

HOUR = timedelta(hours=1)
HAIDIAN = ("110108", "110100", "110000")
WORK = Planned(
    areas=("110108",),
    categories=("NET-M",),
    starts=NOW,
    ends=NOW + 4 * HOUR,
    announced_at=NOW - 80 * HOUR,
    words={"zh-CN": "光缆割接", "en": "Cable works"},
)
BY = By("陈工", "施工顺延")


async def test_work_is_kept_as_it_was_entered_and_found_while_it_goes_on(store: Store) -> None:
    kept = await store.write(of(planned.add, WORK, BY, NOW))
    assert kept == replace(WORK, id=kept.id, added_at=NOW, added_by="陈工")
    assert await store.read(of(planned.load, kept.id)) == kept
    for category, codes, at, found in (
        ("NET-M", HAIDIAN, NOW, (kept,)),
        ("NET-M", HAIDIAN, NOW + 4 * HOUR, ()),
        ("NET-M", HAIDIAN, NOW - HOUR, ()),
        ("NET-F", HAIDIAN, NOW, ()),
        ("NET-M", ("110105", "110100", "110000"), NOW, ()),
    ):
        assert await store.read(of(planned.covering, category, codes, at)) == found


async def test_of_several_what_ends_last_comes_first(store: Store) -> None:
    first = await store.write(of(planned.add, WORK, BY, NOW))
    longer = await store.write(of(planned.add, replace(WORK, ends=NOW + 9 * HOUR), BY, NOW))
    assert await store.read(of(planned.covering, "NET-M", HAIDIAN, NOW)) == (longer, first)


async def test_an_end_is_moved_and_work_is_cancelled_with_a_line_each(store: Store) -> None:
    boss = await store.write(of(staff.add, "陈工", Role.SUPERVISOR))
    by = By("陈工", "施工顺延", boss)
    kept = await store.write(of(planned.add, WORK, By("command line"), NOW))
    later = WORK.ends + 2 * HOUR
    assert await store.write(of(planned.move_end, kept.id, later, by, NOW + HOUR))
    assert not await store.write(of(planned.move_end, kept.id, later, by, NOW + HOUR))
    assert await store.write(of(planned.cancel, kept.id, by, NOW + 2 * HOUR))
    assert not await store.write(of(planned.cancel, kept.id, by, NOW + 2 * HOUR))
    assert not await store.write(of(planned.move_end, kept.id, WORK.ends, by, NOW + 2 * HOUR))
    assert not await store.write(of(planned.cancel, 99, by, NOW))
    held = await store.read(of(planned.load, kept.id))
    assert held == replace(kept, ends=later, cancelled_at=NOW + 2 * HOUR)
    cancelled, moved, added = await store.read(of(planned.history, [kept.id]))
    assert (added.what, added.name, added.became) == ("added", "command line", WORK.ends)
    assert (moved.what, moved.was, moved.became) == ("moved", WORK.ends, later)
    assert (moved.name, moved.reason, moved.at) == ("陈工", "施工顺延", NOW + HOUR)
    assert (cancelled.what, cancelled.at) == ("cancelled", NOW + 2 * HOUR)
    assert await store.read(of(planned.covering, "NET-M", HAIDIAN, NOW)) == ()


async def test_what_comes_is_apart_from_what_is_over(store: Store) -> None:
    over = replace(WORK, starts=NOW - 9 * HOUR, ends=NOW - 8 * HOUR)
    coming = replace(WORK, starts=NOW + 9 * HOUR, ends=NOW + 10 * HOUR)
    now, before, later = [
        await store.write(of(planned.add, one, BY, NOW)) for one in (WORK, over, coming)
    ]
    assert await store.read(of(planned.coming, NOW)) == (now, later)
    assert await store.read(of(planned.past, NOW)) == (before,)


@pytest.mark.parametrize("change", [
    update(schema.planned_entry).values(reason="…"), delete(schema.planned_entry),
])  # fmt: skip
async def test_the_history_is_never_changed(store: Store, change: Update | Delete) -> None:
    await store.write(of(planned.add, WORK, BY, NOW))
    with pytest.raises(Exception, match="append-only"):
        await store.write(lambda c: c.execute(change))
