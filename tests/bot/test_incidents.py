"""Incidents in the service: found, told of, fixed and settled, each child by itself."""

import pytest

from bot.stage import Stage
from dialogs.incidents.incident import Stage as Stages
from storage import incidents, tasks
from storage.store import Store
from tests.bot.outage import (
    MINUTE,
    MORNING,
    SECOND,
    Scene,
    file,
    many,
    told,
)


@pytest.fixture
def scene(stage: Stage, store: Store) -> Scene:
    return Scene(stage, store)


async def test_five_in_half_an_hour_are_an_incident_and_four_are_none(scene: Scene) -> None:
    await many(scene.store, scene.stage, 4, MORNING)
    await scene.tick()
    assert await scene.store.read(incidents.live) == ()
    await scene.store.write(lambda c: file(c, scene.stage, "fifth", scene.now))
    await scene.tick(SECOND)
    found = await scene.incident()
    assert (found.stage, found.rule, found.areas) == (Stages.SUSPECTED, "mobile", ("110108",))
    assert found.began_at == MORNING
    assert found.told_at == scene.now
    assert sorted((await told(scene.store, "B1")).values()) == [1] * 5
    waiting = await scene.store.read(lambda c: tasks.of_kinds(c, ("incident",), 10))
    assert [(one.task.role, one.task.words) for one in waiting] == [("supervisor", found.number)]
    assert [one.task.due - found.found_at for one in waiting] == [15 * MINUTE]
