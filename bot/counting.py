"""Keeps the desk's figures: counts tickets anew that changed, a slice at a time.

When figures come to be counted otherwise (here, by another zone, or by other limits in the
catalogue), all tickets are counted anew, the oldest first. Where several processes count, each
ticket is counted by the first.
"""

import logging
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from bot.stage import Stage
from dialogs.figures.addends import VERSION, limits_of
from dialogs.house import House
from storage import Connection, counting, settings
from storage.counting import Way
from storage.store import Store

log = logging.getLogger(__name__)

SLICE = 50  # tickets kept in one transaction
A_ROUND = 4  # slices, so that clocks and people do not wait for it
MANY = 1000  # ids that are made due in one transaction
VERSION_KEPT = "figures.version"  # [by what they are counted, the ticket id to go on after]


class Counting:
    """The counting of one process."""

    def __init__(self, stage: Stage, store: Store) -> None:
        self._stage, self._store = stage, store
        self._current = False  # all was counted, or made due, by the version of now

    async def round(self, _now: datetime) -> int:
        """Count some of what changed; returns how many tickets were counted."""
        way = way_of(self._stage.house)
        if not self._current:
            by = f"{VERSION} {way.zone.key} {' '.join(sorted(way.limits))}"
            if await self._store.read(partial(_is_current, by=by)):
                self._current = True
            else:
                self._current = await self._store.write(partial(_renew, by=by), quiet=True)
        done = 0
        for _ in range(A_ROUND):
            counted = await count_some(self._store, way)
            done += counted
            if counted < SLICE:
                break
        return done


def way_of(house: House) -> Way:
    """How this house counts."""
    return Way(ZoneInfo(house.zone), limits_of(house.catalogue))


async def count_some(store: Store, way: Way) -> int:
    """Count one slice of what changed; returns how many tickets that were."""
    found = await store.read(partial(counting.changed, way=way, limit=SLICE))
    for one in found:
        if one.adds is None:
            log.error("not counted", extra={"action": "count_failed", "ticket": one.ticket})
    return await store.write(partial(counting.keep, counted=found), quiet=True) if found else 0


def _is_current(c: Connection, by: str) -> bool:
    return settings.read(c, VERSION_KEPT) == [by, None]


def _renew(c: Connection, by: str) -> bool:
    """Make more tickets due for a new way of counting; whether that was the last of them."""
    kept = settings.read(c, VERSION_KEPT)
    match kept:
        case [str(version), int(after)] if version == by:
            upto = counting.again(c, after, MANY)
        case [str(version), None] if version == by:
            return True
        case _:
            upto = counting.again(c, 0, MANY)
    settings.write(c, VERSION_KEPT, [by, upto])
    return upto is None
