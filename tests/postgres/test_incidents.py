"""Replicas on one PostgreSQL that look and tell at the same time: one incident, each told once."""

import asyncio
from functools import partial

import pytest

from bot.dispatch import Dispatcher
from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.texts import Texts
from storage import broadcasts, incidents
from storage.store import Store
from tests.bot.outage import MINUTE, MORNING, SECOND, Scene, file, lead, many, the_incident, told
from tests.bot.postman import Postman

PEOPLE = 60
NOW = MORNING + MINUTE


@pytest.fixture
def stage(house: House, texts: Texts) -> Stage:
    return Stage(house, ROOMS, texts, {Postman.name: Postman()})


def replicas(stage: Stage, one: Store, other: Store) -> tuple[Dispatcher, Dispatcher]:
    return Dispatcher(stage, one, lambda: NOW, {}), Dispatcher(stage, other, lambda: NOW, {})


async def together(*dispatchers: Dispatcher) -> None:
    """All tick at once until none of them has anything to do."""
    while any(await asyncio.gather(*(one.tick() for one in dispatchers))):
        continue


async def test_two_replicas_find_one_incident_and_tell_each_child_once(
    stage: Stage, one: Store, other: Store
) -> None:
    ids = await many(one, stage, PEOPLE, MORNING)
    pair = replicas(stage, one, other)
    await asyncio.gather(*(replica.batching.round(NOW) for replica in pair))
    assert len(await one.read(lambda c: incidents.newest(c, 10))) == 1
    await together(*pair)
    assert await told(one, "B1") == dict.fromkeys(ids, 1)
    number = await the_incident(one)
    (progress,) = await one.read(lambda c: broadcasts.progress(c, number))
    assert (progress.sending, progress.total, progress.finished) == (PEOPLE, PEOPLE, True)


async def test_who_files_while_two_replicas_tell_hears_it_once(
    stage: Stage, one: Store, other: Store
) -> None:
    ids = await many(one, stage, PEOPLE, MORNING)
    pair = replicas(stage, one, other)
    await pair[0].batching.round(NOW)
    filing = [
        other.write(partial(file, stage=stage, name=f"late{n}", at=NOW + n * SECOND))
        for n in range(10)
    ]
    late, *_ = await asyncio.gather(asyncio.gather(*filing), together(*pair))
    await together(*pair)
    assert await told(one, "B1") == dict.fromkeys([*ids, *late], 1)


async def test_an_act_while_children_join_is_heard_by_each_once(
    stage: Stage, one: Store, other: Store
) -> None:
    """Whoever joins while it is fixed hears that it is, by joining or by the word to all."""
    ids = await many(one, stage, PEOPLE, MORNING)
    pair = replicas(stage, one, other)
    await together(*pair)
    scene, zhao = Scene(stage, one), await lead(one)
    scene.now = NOW
    await scene.act(zhao, "confirm")
    await together(*pair)
    late = [await one.write(partial(file, stage=stage, name=f"late{n}", at=NOW)) for n in range(10)]
    await asyncio.gather(pair[1].batching.round(NOW), scene.act(zhao, "fix"))
    await together(*pair)
    children = await one.read(lambda c: incidents.children(c, 1, 0, 1000))
    fixed = await told(one, "B2")
    assert set(ids) <= set(children) <= {*ids, *late}
    assert fixed == dict.fromkeys(children, 1)
