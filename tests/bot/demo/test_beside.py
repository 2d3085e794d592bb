"""A server beside a demo that is being played: its incidents rest meanwhile."""

from datetime import timedelta
from functools import partial

from bot.dispatch import Dispatcher
from bot.stage import Stage
from storage import demo, incidents
from storage.store import Store
from tests.bot.outage import MINUTE, MORNING, many, settled


async def test_no_incident_is_found_while_a_month_is_played(stage: Stage, store: Store) -> None:
    """Else a server would join the demo's tickets to its own incidents, at the wrong time."""
    now = MORNING + 5 * MINUTE
    dispatcher = Dispatcher(stage, store, lambda: now, {})
    await many(store, stage, 6, MORNING)
    await store.write(partial(demo.play, now=now))
    await settled(dispatcher)
    assert await store.read(incidents.live) == ()
    now += timedelta(minutes=2)  # the demo was broken off
    await settled(dispatcher)
    assert len(await store.read(incidents.live)) == 1


async def test_an_incident_of_others_stays_when_the_demo_is_removed(
    stage: Stage, store: Store
) -> None:
    dispatcher = Dispatcher(stage, store, lambda: MORNING + MINUTE, {})
    await many(store, stage, 6, MORNING)
    await settled(dispatcher)
    (found,) = await store.read(incidents.live)
    await store.write(lambda c: incidents.remove(c, [found.id]))
    assert await store.read(incidents.live) == (found,)
    assert await store.read(lambda c: incidents.history(c, found.id)) != ()
