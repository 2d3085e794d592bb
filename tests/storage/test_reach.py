"""Whose tickets somebody sees: a table of people and provinces, and what nobody else would see."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from dialogs.tickets.ticket import Role, Task
from storage import desk, reach, staff, tasks, tickets
from storage.desk import Filter, Looking
from storage.staff import Staff
from storage.store import Store
from tests.storage.test_desk import new
from tests.storage.values import NOW, of

BEIJING, SICHUAN, HAINAN = "110000", "510000", "460000"
DEPARTMENTS = ("NET", "BIL", "SEC")


async def somebody(
    store: Store, name: str, areas: Sequence[str] = (), department: str = "NET"
) -> Staff:
    id = await store.write(of(staff.add, name, Role.HANDLER, department, areas))
    found = await store.read(of(staff.load, id))
    assert found is not None
    return found


async def sees(store: Store, who: Staff) -> set[str]:
    """The areas of the tickets that this person's queue shows, with their departments."""
    seen = await store.read(of(reach.of, who, DEPARTMENTS))
    by, wanted = Looking(who.id, NOW), Filter(reach=seen)
    ids = await store.read(of(desk.page, "open", wanted, by, "left", range(100)))
    loaded = await store.read(of(tickets.load_many, ids))
    assert (await store.read(of(desk.counts, wanted, by)))["open"] == len(ids)
    return {f"{one.department} {one.area}".strip() for one in loaded}


@pytest.fixture
async def tickets_everywhere(store: Store) -> None:
    for number, area in enumerate((BEIJING, SICHUAN, HAINAN, "")):
        await new(store, f"n{number}", department="NET", area=area)
    await new(store, "b1", department="BIL", area=SICHUAN)


EVERYTHING = {f"NET {BEIJING}", f"NET {SICHUAN}", f"NET {HAINAN}", "NET", f"BIL {SICHUAN}"}


@pytest.mark.usefixtures("tickets_everywhere")
async def test_who_works_for_all_provinces_sees_all(store: Store) -> None:
    assert await sees(store, await somebody(store, "全国")) == EVERYTHING


@pytest.mark.usefixtures("tickets_everywhere")
async def test_who_works_for_some_sees_those_and_what_is_for_everybody(store: Store) -> None:
    await somebody(store, "全国")
    await somebody(store, "账务", department="BIL")
    north = await somebody(store, "北京", [BEIJING])
    both = await somebody(store, "两地", [BEIJING, SICHUAN])
    assert await sees(store, north) == {f"NET {BEIJING}", "NET"}
    assert await sees(store, both) == {f"NET {BEIJING}", f"NET {SICHUAN}", "NET", f"BIL {SICHUAN}"}


@pytest.mark.usefixtures("tickets_everywhere")
async def test_what_no_one_of_the_department_would_see_is_open_to_all(store: Store) -> None:
    """Nobody works for Hainan and nobody for all: never to nobody."""
    north = await somebody(store, "北京", [BEIJING])
    await somebody(store, "四川", [SICHUAN])
    await somebody(store, "账务", department="BIL")
    assert await sees(store, north) == {f"NET {BEIJING}", f"NET {HAINAN}", "NET"}


@pytest.mark.usefixtures("tickets_everywhere")
async def test_the_tickets_of_who_leaves_are_not_left_behind(store: Store) -> None:
    north = await somebody(store, "北京", [BEIJING])
    west = await somebody(store, "四川", [SICHUAN])
    assert f"NET {SICHUAN}" not in await sees(store, north)
    await store.write(of(staff.active, west.id, False))
    assert f"NET {SICHUAN}" in await sees(store, north)


async def test_ones_own_ticket_is_seen_wherever_it_is_from(store: Store) -> None:
    await somebody(store, "全国")
    north = await somebody(store, "北京", [BEIJING])
    await new(store, "far", department="NET", area=HAINAN, owner=north.id)
    assert await sees(store, north) == {f"NET {HAINAN}"}


async def test_the_tasks_are_those_of_the_tickets_that_are_seen(store: Store) -> None:
    await somebody(store, "全国")
    north = await somebody(store, "北京", [BEIJING])
    near = await new(store, "near", department="NET", area=BEIJING)
    far = await new(store, "far", department="NET", area=HAINAN)
    todo = Task(kind="call_back", role=Role.AGENT, due=NOW + timedelta(hours=1))
    for about in (near.id, far.id, None):
        await store.write(of(tasks.add, todo, about, None, NOW))
    seen = await store.read(of(reach.of, north, DEPARTMENTS))
    found = await store.read(of(tasks.of_kinds, ["call_back"], 10, seen))
    assert [one.ticket for one in found] == [near.id, None]
    assert len(await store.read(of(tasks.of_kinds, ["call_back"], 10))) == 3


async def test_the_provinces_of_a_person_are_kept(store: Store) -> None:
    assert (await somebody(store, "两地", [BEIJING, SICHUAN])).areas == (BEIJING, SICHUAN)
    assert (await somebody(store, "全国")).areas == ()
