"""Makes the daily digests when their hour has come: once a day, whoever serves and restarts."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from bot.stage import Stage
from bot.web.desk_tasks import todo
from dialogs.digest import Digest, Note, Reader, Span, digest, note, span
from dialogs.tickets.ticket import Role
from storage import Connection, digests, reach, staff, tickets
from storage.staff import Staff
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
        departments = tuple(self._stage.house.catalogue.departments)
        look = partial(asked, person=person, departments=departments)
        who, tasks = await self._store.read(look)
        if who is None:
            return False
        made = digest(Reader(who.id, who.role, who.department), notes, tasks, when)
        if made.empty and not when.working:
            return False
        return await self._store.write(partial(kept, who=who, made=made, when=when, now=now))


def kept(c: Connection, *, who: Staff, made: Digest, when: Span, now: datetime) -> bool:
    """Keep a person's digest; False when they have one of that day."""
    return digests.keep(c, who.id, when.day, made, now)


def asked(
    c: Connection, person: int, departments: Sequence[str]
) -> tuple[Staff | None, dict[str, int]]:
    """The person, and how many tasks of each kind wait for them."""
    who = staff.load(c, person)
    if who is None or who.role is Role.ADMIN:
        return who, {}
    return who, dict(Counter(one.task.kind for one in todo(c, who, reach.of(c, who, departments))))
