"""Jobs on many tickets: each ticket is settled once, and the last one ends the job."""

from datetime import timedelta

from dialogs.tickets.ticket import Role
from storage import bulk, staff
from storage.bulk import Job, Progress
from storage.store import Store
from tests.storage.values import NOW, of


async def begun(store: Store, count: int) -> Job:
    """A job on so many tickets."""
    who = await store.write(of(staff.add, "Anna", Role.AGENT))
    new = Job(
        id=0,
        staff=who,
        act="note",
        fields={"words": "打给 13812345678"},
        language="zh-CN",
        at=NOW,
        total=0,
        finished_at=None,
    )
    job = await store.write(of(bulk.begin, new, [(n, f"TS{n}") for n in range(1, count + 1)]))
    found = await store.read(of(bulk.load, job))
    assert found is not None
    return found


async def test_a_job_goes_on_where_it_stood_and_ends_once(store: Store) -> None:
    job = await begun(store, 3)
    assert (job.total, job.fields, job.finished_at) == (3, {"words": "打给 13812345678"}, None)
    first, second, third = await store.read(of(bulk.waiting, 10))
    assert await store.write(of(bulk.settle, first, "done"))
    assert not await store.write(of(bulk.settle, first, "refused", "again"))
    assert await store.write(of(bulk.settle, second, "done"))
    await store.write(of(bulk.told, second, "在别人名下"))
    await store.write(of(bulk.finish, job.id, NOW))
    assert await store.read(of(bulk.waiting, 10)) == (third,)
    assert await store.read(of(bulk.progress, job.id, 9)) == Progress(
        1, 1, (("TS2", "在别人名下"),)
    )
    assert await store.write(of(bulk.settle, third, "done"))
    for later in (NOW, NOW + timedelta(hours=1)):
        await store.write(of(bulk.finish, job.id, later))
    over = await store.read(of(bulk.load, job.id))
    assert over is not None
    assert over.finished_at == NOW


async def test_a_job_on_nothing_is_over_at_once(store: Store) -> None:
    assert (await begun(store, 0)).finished_at == NOW


async def test_jobs_are_forgotten_once_they_are_over(store: Store) -> None:
    over, going = await begun(store, 0), await begun(store, 2)
    later = NOW + timedelta(days=1)
    found = await store.read(of(bulk.old, later, 10))
    assert found == [over.id]
    assert await store.write(of(bulk.drop, found, later)) == 1
    assert await store.read(of(bulk.load, over.id)) is None
    assert await store.read(of(bulk.load, going.id)) == going
    assert await store.read(of(bulk.of_staff, going.staff, 10)) == (going,)
