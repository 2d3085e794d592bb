"""What else a script may say of the network: work that is announced, a fault that staff know."""

import json
from collections.abc import Mapping
from typing import Any

from bot import replanning
from bot.desk_acts import Made
from bot.dispatch import Dispatcher
from bot.incidents import Opened, open_by_hand, turn
from bot.stage import Work
from dialogs.incidents.entering import Typed, moment, read
from dialogs.incidents.planned import Planned
from dialogs.model import Json
from dialogs.tickets.ticket import Actor, Role
from storage import incidents, planned, staff
from storage.calendar import By

BY = By("陈工")
LEAD = Actor(Role.SUPERVISOR, 0, "陈工")


async def announce(dispatcher: Dispatcher, given: str) -> None:
    """`-- planned {"areas": "海淀区", "services": "NET-M", "starts": "2026-11-18 08:00", …}`;
    `-- planned end 2026-11-18 20:00` and `-- planned cancel` are of the first that was entered."""
    house, now = dispatcher.stage.house, dispatcher.now()
    if not given.startswith("{"):
        act, _, at = given.partition(" ")
        await dispatcher.store.write(lambda c: _replan(Work(dispatcher.stage, c, now), act, at))
        return
    said: Mapping[str, Any] = {"words": {}, **json.loads(given)}
    work = read(Typed(**said), house, now)
    assert isinstance(work, Planned), work
    await dispatcher.store.write(lambda c: planned.add(c, work, BY, now))


def _replan(work: Work, act: str, at: str) -> None:
    ends = moment(at, work.stage.house)
    if act == "cancel":
        assert replanning.cancel(work, 1, BY)
    else:
        assert ends is not None
        assert replanning.move_end(work, 1, ends, BY)


async def fault(dispatcher: Dispatcher, given: str) -> None:
    """`-- fault {"areas": ["110108"], "categories": ["NET-M"], "expected": "2026-11-18 18:00"}` is
    opened by a lead, and all are told; `-- fault over`: it is put right."""
    now = dispatcher.now()
    if given == "over":
        await dispatcher.store.write(lambda c: _over(Work(dispatcher.stage, c, now)))
        return
    said = json.loads(given)
    expected = moment(said.pop("expected", ""), dispatcher.stage.house)
    fields = {**said, "expected": expected.isoformat() if expected else ""}
    await dispatcher.store.write(lambda c: _open(Work(dispatcher.stage, c, now), fields))
    await dispatcher.tick()


def _open(work: Work, fields: Mapping[str, Json]) -> None:
    lead = staff.add(work.c, LEAD.name, LEAD.role, "NET")
    assert isinstance(open_by_hand(work, lead, fields), Opened)


def _over(work: Work) -> None:
    (newest,) = incidents.newest(work.c, 1)
    assert turn(work, LEAD, newest, ("fix", {})) == Made()
