"""Tickets counted anew where the table of working days changed: when touched, and all in slices.

A ticket names the version of the table that its dates were counted by. Whoever is about to change
it counts it anew first, so that each ticket is recounted once for each change and never twice,
whatever dies when; the sweep after a change only sees to those that nobody touches.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from bot import posting
from bot.orders import Conflict, counted, keep, with_news
from bot.stage import Stage, Work
from dialogs.tickets.applied import Applied
from storage import Connection, calendar, tickets
from storage.jobs import OfTicket
from storage.store import Store

log = logging.getLogger(__name__)

SETTLED = timedelta(seconds=30)  # without a change: days set one by one are told of once
SLICE = 200  # tickets looked at in one round
MOVED = 50  # of them that are written in it: clocks wait meanwhile


class Recounting:
    """The sweep of one process. Where several sweep, each ticket is recounted by the first."""

    def __init__(self, stage: Stage, store: Store) -> None:
        self._stage, self._store = stage, store
        self._done = -1  # the version by which all is counted
        self._sweeping = -1
        self._left: Sequence[int] = ()

    async def round(self, now: datetime) -> int:
        """Recount some of what is left; returns how many tickets were looked at."""
        version = self._stage.house.workdays.version
        if version == self._done:
            return 0
        if version != self._sweeping and not await self._begun(version, now):
            return 0
        some, self._left = self._left[:SLICE], self._left[SLICE:]
        moving = await self._store.read(partial(_moving, self._stage, some, now))
        for one in moving[:MOVED]:
            await self._recount(one, now)
        self._left = [*moving[MOVED:], *self._left]
        if not self._left:
            await self._store.write(partial(calendar.recounted, upto=version), quiet=True)
            self._done, self._sweeping = version, -1
        return len(some)

    async def _begun(self, version: int, now: datetime) -> bool:
        """Find what is open, unless all was recounted before, or days are changed just now."""
        counted_by, changed = await self._store.read(calendar.progress)
        if counted_by >= version:
            self._done = version
            return False
        if changed is not None and now - changed < SETTLED:
            return False
        self._left = await self._store.read(tickets.open_ones)
        self._sweeping = version
        return True

    async def _recount(self, ticket: int, now: datetime) -> None:
        try:
            fire = partial(_recounted, self._stage, ticket, now)
            await self._store.write(fire, lanes=(OfTicket(ticket),))
        except Conflict:  # somebody changed it, and counted it anew by that
            return


def _moving(stage: Stage, some: Sequence[int], now: datetime, c: Connection) -> list[int]:
    """Those of the tickets that the new table moves."""
    work = Work(stage, c, now)
    version = stage.house.workdays.version
    behind = (one for one in tickets.load_many(c, some) if one.counted < version)
    found = ((one, counted(work, one)[0]) for one in behind)
    return [old.id for old, new in found if new is not old]


def _recounted(stage: Stage, number: int, now: datetime, c: Connection) -> None:
    recount(Work(stage, c, now), number)


def recount(work: Work, number: int) -> bool:
    """Count a ticket's dates by the working days of now; whether one of them moved."""
    ticket = tickets.load(work.c, number)
    if ticket is None:
        return False
    new, told = counted(work, ticket)
    if new is not ticket:
        result = with_news(work, new, Applied(ticket=new), told=told)
        posting.push(work, keep(work, ticket, result))
    return new is not ticket
