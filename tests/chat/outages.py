"""What else a script may say of the network: work that is announced, a fault that staff know."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.dispatch import Dispatcher
from dialogs.incidents.entering import Typed, moment, read
from dialogs.incidents.incident import Incident, Stage
from dialogs.incidents.planned import Planned
from dialogs.values import replace
from storage import Connection, incidents, planned
from storage.calendar import By

BY = By("陈工")


async def announce(dispatcher: Dispatcher, given: str) -> None:
    """`-- planned {"areas": "海淀区", "services": "NET-M", "starts": "2026-11-18 08:00", …}`."""
    house, now = dispatcher.stage.house, dispatcher.now()
    said: Mapping[str, Any] = {"words": {}, **json.loads(given)}
    work = read(Typed(**said), house, now)
    assert isinstance(work, Planned), work
    await dispatcher.store.write(lambda c: planned.add(c, work, BY, now))


async def fault(dispatcher: Dispatcher, given: str) -> None:
    """`-- fault {"areas": ["110108"], "categories": ["NET-M"], "expected": "2026-11-18 18:00"}`
    is one that all were told of; `-- fault over`: the newest of them is put right."""
    now = dispatcher.now()
    if given == "over":
        await dispatcher.store.write(lambda c: _over(c, now))
        return
    said, house = json.loads(given), dispatcher.stage.house
    new = Incident(
        id=0,
        number="",
        revision=1,
        stage=Stage.OPEN,
        source="staff",
        categories=tuple(said["categories"]),
        areas=tuple(said["areas"]),
        words=said.get("words", {}),
        expected=moment(said.get("expected", ""), house),
        began_at=now,
        found_at=now,
        confirmed_at=now,
        told_at=now,
        mark=f"staff:{now.isoformat()}",
        department="NET",
    )
    await dispatcher.store.write(lambda c: incidents.insert_new(c, new, house.zone))


def _over(c: Connection, now: datetime) -> None:
    (newest,) = incidents.newest(c, 1)
    over = replace(newest, stage=Stage.FIXED, fixed_at=now, revision=newest.revision + 1)
    assert incidents.save(c, newest, over)
