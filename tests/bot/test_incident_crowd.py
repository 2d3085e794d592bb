"""Five thousand complaints of one outage: found in a tick, all told, none lost, none told twice."""

import asyncio
import gc
import logging
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace

from bot.delivery import Delivery
from bot.pacing import Rates
from bot.stage import Stage
from dialogs.incidents.incident import Progress
from dialogs.incidents.incident import Stage as Stages
from dialogs.tickets.ticket import Role, State, Ticket
from storage import outcomes, tasks
from storage.store import Store
from tests.bot.outage import (
    GIFT,
    MINUTE,
    MORNING,
    NO_SIGNAL,
    TIANHE,
    WAIVER,
    Scene,
    file,
    lead,
    loaded,
    many,
    settled,
    told,
)
from tests.bot.postman import Postman

log = logging.getLogger(__name__)

CROWD = 5000
BESIDE = 4  # elsewhere: too few for an incident of their own
GROWTH = 2 * 1024 * 1024  # bytes that may be held more after the 5,000th than after the 1,000th


async def test_five_thousand_are_told_and_each_goes_its_own_way(
    stage: Stage, store: Store, postman: Postman
) -> None:
    scene = Scene(stage, store)
    wishes = (NO_SIGNAL, replace(NO_SIGNAL, wishes=WAIVER))
    ids = await many(store, stage, CROWD, MORNING, wishes)
    others = await many(store, stage, BESIDE, MORNING, (replace(NO_SIGNAL, where=TIANHE),), "q")
    before = await loaded(store, ids)
    scene.now = MORNING + 10 * MINUTE

    await scene.dispatcher.tick()
    found = await scene.incident()
    assert (found.began_at, found.found_at, found.areas) == (MORNING, scene.now, ("110108",))
    await timed(scene, "found")
    assert await told(store, "B1") == dict.fromkeys(ids, 1)
    assert not any(one.incident for one in await loaded(store, others))

    # Some withdraw, one is taken out, one comes late: each hears only what still concerns it.
    gone, wrong = ids[:20], ids[20]
    for one in gone:
        assert await scene.moves(one, "withdraw")
    assert await scene.moves(wrong, "part", Role.SUPERVISOR)
    zhao = await lead(store)
    await scene.act(zhao, "confirm")
    await scene.dispatcher.tick()
    late = await store.write(lambda c: file(c, stage, "late", scene.now))
    await settled(scene.dispatcher)
    still = ids[21:]
    assert await told(store, "B1") == dict.fromkeys([*ids, late], 1)

    scene.now += 60 * MINUTE
    await scene.act(zhao, "fix")
    await flat(scene, "fixed")
    checking = {one for one in [*still, late] if one == late or (one - ids[0]) % 2 == 0}
    assert await told(store, "B2") == dict.fromkeys(sorted(checking), 1)
    assert await told(store, "B2W") == dict.fromkeys(sorted({*still} - checking), 1)

    # Most confirm; for some it does not work, and they get an answer of their own.
    works, fails = sorted(checking)[:100], sorted(checking)[100:120]
    for one in works:
        assert await scene.moves(one, "fixed")
    for one in fails:
        assert await scene.moves(one, "not_fixed")
    parted = await loaded(store, [wrong, *fails])
    assert {(one.incident, one.parted > 0, one.state) for one in parted[1:]} == {
        (0, True, State.INVESTIGATING)
    }
    split = await store.read(lambda c: tasks.of_kinds(c, ("parted",), 100))
    assert sorted(one.ticket or 0 for one in split) == fails

    await scene.act(zhao, "settle", liability="operator", items=GIFT)
    await timed(scene, "settled")
    offered = sorted({*still} - checking)
    assert await told(store, "B3") == dict.fromkeys(offered, 1)
    assert sorted(await told(store, "B3C")) == sorted(checking - {*fails})

    after = await loaded(store, ids)
    assert [kept(one) for one in after] == [kept(one) for one in before]
    states = {one.id: one.state for one in after}
    assert {states[one] for one in offered} == {State.PROPOSED}
    assert {states[one] for one in works} == {State.SURVEY}
    assert (await scene.incident()).stage is Stages.SETTLED

    await delivered(scene, postman)
    progress = await scene.progress()
    assert progress.done + progress.passed == progress.total == len(still) + 1 - len(fails) + 20


def kept(ticket: Ticket) -> tuple[object, ...]:
    """What is each one's own."""
    return ticket.number, ticket.filing.wishes, ticket.chat, ticket.opened_at


async def flat(scene: Scene, what: str) -> None:
    """All children are told; memory does not grow with them."""
    tracemalloc.start()
    try:
        await until(scene, lambda one: one.total - one.left >= CROWD // 5)
        gc.collect()
        first, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        await until(scene, lambda one: one.finished)
        gc.collect()
        last, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    grown = (last - first) / 2**20, (peak - first) / 2**20
    log.warning("%s: %+.2f MiB kept, %+.2f MiB at most meanwhile", what, *grown)
    assert last - first < GROWTH
    assert peak - first < 2 * GROWTH


async def timed(scene: Scene, what: str) -> None:
    """All children are told; how quickly, is logged."""
    began, cpu = time.perf_counter(), time.process_time()
    await until(scene, lambda one: one.finished)
    wall, used = time.perf_counter() - began, time.process_time() - cpu
    each = used / CROWD * 1000
    log.warning("%s: %.0f a second, %.2f ms of CPU each", what, CROWD / wall, each)


async def until(scene: Scene, true: Callable[[Progress], bool]) -> None:
    """Tick until it is true of the newest word to all."""
    for _ in range(1000):
        await scene.dispatcher.tick()
        found = await scene.told_so_far()
        if found is not None and true(found):
            return
    raise AssertionError("it never was")


async def delivered(scene: Scene, postman: Postman) -> None:
    """Everything owed goes out, once."""
    delivery = Delivery(scene.stage, scene.store, lambda: scene.now, {postman.name: Rates()})
    rung = asyncio.Event()
    scene.store.on_commit(rung.set)
    running = asyncio.create_task(delivery.run())
    began = time.perf_counter()
    async with asyncio.timeout(600):
        while (await scene.store.read(outcomes.counts))["pending"] or delivery.held:
            rung.clear()
            await rung.wait()
    delivery.stop()
    await running
    rate = len(postman.sent) / (time.perf_counter() - began)
    log.warning("%d messages, %.0f a second", len(postman.sent), rate)
    assert len({str(one) for one in postman.texts}) == len(postman.sent) > 2 * CROWD
    assert (await scene.store.read(outcomes.counts))["failed"] == 0
