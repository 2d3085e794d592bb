"""The table of working days: who changed what, how it stood before, what a seed may overwrite."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Delete, Update, delete, update

from dialogs.tickets.ticket import Role
from storage import calendar, schema, staff
from storage.calendar import By
from storage.store import Store
from tests.storage.values import NOW, of

MONDAY, SATURDAY = date(2027, 2, 8), date(2027, 2, 20)
PACKAGE = [(MONDAY, False, "package 1"), (date(2027, 2, 9), False, "package 1")]
BY = By("陈工", "国务院办公厅通知")


async def test_a_change_says_who_when_and_why(store: Store) -> None:
    boss = await store.write(of(staff.add, "陈工", Role.SUPERVISOR))
    by = By("陈工", "通知第 7 号", boss)
    assert await store.write(of(calendar.put, {SATURDAY: True, MONDAY: False}, by, NOW)) == 2
    assert await store.write(of(calendar.put, {SATURDAY: True}, by, NOW)) == 0
    newest, oldest = await store.read(of(calendar.changes, 2027, 10))
    assert (newest.day, newest.was, newest.became) == (SATURDAY, "", "work")
    assert (oldest.day, oldest.was, oldest.became) == (MONDAY, "", "off")
    assert (newest.name, newest.reason, newest.at) == ("陈工", "通知第 7 号", NOW)
    assert await store.read(calendar.version) == newest.id == oldest.id + 1


async def test_the_table_can_be_told_as_it_stood_after_any_change(store: Store) -> None:
    await store.write(of(calendar.put, {MONDAY: False}, BY, NOW))
    first = await store.read(calendar.version)
    await store.write(of(calendar.confirm, 2027, BY, NOW))
    await store.write(of(calendar.put, {MONDAY: True, SATURDAY: True}, BY, NOW))
    now = await store.read(calendar.workdays)
    assert (now.is_work(MONDAY), now.is_work(SATURDAY), now.provisional(MONDAY)) == (
        *(True, True, False),
    )
    then = await store.read(of(calendar.workdays, first))
    assert (then.is_work(MONDAY), then.is_work(SATURDAY), then.provisional(MONDAY)) == (
        *(False, False, True),
    )
    before = await store.read(of(calendar.workdays, 0))
    assert (before.days, before.confirmed_years, before.version) == ({}, frozenset(), 0)


async def test_a_confirmation_can_be_taken_back(store: Store) -> None:
    assert not await store.write(of(calendar.confirm, 2027, BY, NOW, confirmed=False))
    assert await store.write(of(calendar.confirm, 2027, BY, NOW))
    assert not await store.write(of(calendar.confirm, 2027, BY, NOW))
    assert not (await store.read(calendar.workdays)).provisional(MONDAY)
    assert await store.write(of(calendar.confirm, 2027, BY, NOW, confirmed=False))
    assert (await store.read(calendar.workdays)).provisional(MONDAY)
    told = [one.became for one in await store.read(of(calendar.changes, 2027, 10))]
    assert told == ["open", "confirmed"]


async def test_a_seed_leaves_what_people_said_and_comes_once(store: Store) -> None:
    await store.write(of(calendar.put, {MONDAY: False}, BY, NOW))
    await store.write(of(calendar.put, {MONDAY: True}, BY, NOW))  # worked, after all
    assert await store.write(of(calendar.seed, PACKAGE, NOW)) == 1
    days = await store.read(calendar.workdays)
    assert days.is_work(MONDAY)
    assert not days.is_work(date(2027, 2, 9))
    assert not days.provisional(MONDAY)
    await store.write(of(calendar.confirm, 2027, BY, NOW, confirmed=False))
    assert await store.write(of(calendar.seed, PACKAGE, NOW)) == 0
    assert (await store.read(calendar.workdays)).provisional(MONDAY)


async def test_a_year_that_people_confirmed_is_theirs(store: Store) -> None:
    await store.write(of(calendar.confirm, 2027, BY, NOW))
    assert await store.write(of(calendar.seed, PACKAGE, NOW)) == 0
    assert (await store.read(calendar.workdays)).is_work(MONDAY)


@pytest.mark.parametrize("change", [
    update(schema.workday_change).values(reason="…"), delete(schema.workday_change),
])  # fmt: skip
async def test_the_log_is_never_changed(store: Store, change: Update | Delete) -> None:
    await store.write(of(calendar.put, {MONDAY: False}, BY, NOW + timedelta(days=1)))
    with pytest.raises(Exception, match="append-only"):
        await store.write(lambda c: c.execute(change))
