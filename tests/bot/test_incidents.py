"""Incidents in the service: found, told of, fixed and settled, each child by itself."""

from datetime import timedelta

import pytest

from bot import incidents as acts
from bot.desk_acts import Outcome
from bot.dispatch import Dispatcher
from bot.stage import Stage, Work
from dialogs.incidents.incident import Incident, Progress
from dialogs.incidents.incident import Stage as Stages
from storage import Connection, broadcasts, incidents, tasks
from storage.store import Store
from tests.bot.outage import (
    MINUTE,
    MORNING,
    SECOND,
    file,
    many,
    settled,
    the_incident,
    told,
)


class Scene:
    """A dispatcher on a clock that is set by hand."""

    def __init__(self, stage: Stage, store: Store) -> None:
        self.now = MORNING
        self.store, self.stage = store, stage
        self.dispatcher = Dispatcher(stage, store, lambda: self.now, {})

    async def tick(self, after: timedelta = MINUTE) -> None:
        self.now += after
        await settled(self.dispatcher)

    async def incident(self) -> Incident:
        number = await the_incident(self.store)
        found = await self.store.read(lambda c: incidents.load(c, number))
        assert found is not None
        return found

    async def act(self, who: int, name: str, **fields: object) -> Outcome:
        found = await self.incident()

        def put(c: Connection) -> Outcome:
            work = Work(self.stage, c, self.now)
            return acts.act(work, who, (found.id, name, fields), found.revision)  # type: ignore[arg-type]

        made = await self.store.write(put)
        await settled(self.dispatcher)
        return made

    async def progress(self) -> Progress:
        number = await the_incident(self.store)
        return (await self.store.read(lambda c: broadcasts.progress(c, number)))[0]


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
