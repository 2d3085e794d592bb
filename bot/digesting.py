"""Makes the daily digests when their hour has come: once a day, whoever serves and restarts."""

from collections import Counter
from datetime import date, datetime
from functools import partial

from bot.stage import Stage
from bot.web.desk_tasks import todo
from dialogs.digest import Digest, Note, Reader, Span, digest, note, span
from dialogs.house import House
from dialogs.tickets.ticket import Role
from storage import Connection, digests, reach, rota, staff, tickets
from storage.store import Store

SLICE = 200  # tickets read at a time
AT_A_TIME = 25  # people in one round: clocks wait meanwhile


class Digesting:
    """The digests of one process. Another that makes them too is no harm: the first row stays."""

    def __init__(self, stage: Stage, store: Store) -> None:
        self._stage, self._store = stage, store
        self._done: date | None = None
        self._notes: list[Note] | None = None  # while digests are being made
        self._passed: set[int] = set()  # people who were looked at in this making

    async def round(self, now: datetime) -> int:
        """Make today's digests if they are due and missing; returns how many were made."""
        when = span(now, self._stage.house)
        if now < when.at or self._done == when.day:
            return 0
        wanted = await self._store.read(partial(digests.missing, day=when.day))
        if wanted and self._notes is None:
            self._notes = await self._look()
        left = [one for one in wanted if one not in self._passed]
        made = 0
        for person in left[:AT_A_TIME]:
            made += await self._make(person, self._notes or [], when, now)
            self._passed.add(person)
        if len(left) <= AT_A_TIME:
            self._done, self._notes = when.day, None
            self._passed.clear()
        return made

    async def _look(self) -> list[Note]:
        """Notes on all open tickets, read in slices."""
        left = await self._store.read(tickets.open_ones)
        found: list[Note] = []
        for start in range(0, len(left), SLICE):
            some = left[start : start + SLICE]
            loaded = await self._store.read(partial(tickets.load_many, ids=some))
            found += [note(one, self._stage.house) for one in loaded]
        return found

    async def _make(self, person: int, notes: list[Note], when: Span, now: datetime) -> bool:
        look = partial(asked, person=person, house=self._stage.house, when=when)
        who, tasks = await self._store.read(look)
        if who is None:
            return False
        made = digest(who, notes, tasks, when)
        if made.empty and not when.working:
            return False
        return await self._store.write(partial(kept, who=who.staff, made=made, when=when, now=now))


def kept(c: Connection, *, who: int, made: Digest, when: Span, now: datetime) -> bool:
    """Keep a person's digest; False when they have one of that day."""
    return digests.keep(c, who, when.day, made, now)


def asked(
    c: Connection, person: int, house: House, when: Span
) -> tuple[Reader | None, dict[str, int]]:
    """Who gets the digest, and how many tasks of each kind wait for them.

    None for somebody who is absent when it is made, or does not work that day.
    """
    who, known = staff.load(c, person), rota.load(c, when.at, house.zone)
    if who is None or known.away(person, when.at) or not known.works(person, when.day):
        return None, {}
    others = known.stands_in_for(person, when.at)
    reader = Reader(who.id, who.role, who.department, others)
    if who.role is Role.ADMIN:
        return reader, {}
    theirs = todo(c, who, reach.of(c, who, tuple(house.catalogue.departments)))
    return reader, dict(Counter(one.task.kind for one in theirs))
