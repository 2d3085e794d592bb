"""Finds incidents among what was filed lately, and makes what is theirs their children.

One look a tick, and only when something was filed since the last one: the newest complaints of the
categories that `[[batch]]` names, by an index. Of two replicas that find the same incident the
database keeps the first; a ticket joins once, whoever finds it.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from bot import incident_limits, posting
from bot.founding import opened
from bot.joining import join
from bot.orders import Conflict
from bot.stage import Stage, Work
from dialogs.catalogue.process import BatchRule
from dialogs.incidents import batches, limits, matching
from dialogs.incidents.batches import DAY, Filed, Found, Key
from dialogs.incidents.incident import Incident, News, Record
from dialogs.incidents.incident import Stage as Stages
from dialogs.incidents.telling import fields_of
from storage import Connection, broadcasts, incidents, tickets
from storage.errors import StoreBroken, StoreClosed
from storage.jobs import OfTicket
from storage.store import Store

log = logging.getLogger(__name__)

SLICE = 10  # tickets that join in one transaction, which stays under 50 ms
AT_A_TIME = 200  # in one round: clocks wait meanwhile
FAR = timedelta(minutes=1)  # between two looks at more than the last half hour
OVERLAP = timedelta(minutes=2)  # within which a commit may come after a later one
WEEKS = timedelta(days=28)  # what an ordinary day is taken from
USUAL = timedelta(hours=1)  # for which it is remembered


@dataclass(frozen=True, slots=True)
class Swept:
    """How far an incident, as of this revision, has its children: all that were filed until then,
    and of those since the tickets up to `after`."""

    revision: int
    until: datetime
    after: int = 0


class Batching:
    """The looks of one process. What it remembers only spares it work."""

    def __init__(self, stage: Stage, store: Store) -> None:
        self._stage, self._store = stage, store
        self._pulse: tuple[int, int] | None = None  # of the last look
        self._again = False  # a ticket may have been committed after a newer one
        self._far: datetime | None = None  # when we last looked far back
        self._near = False  # the last look was at the last half hour alone
        self._swept: dict[int, Swept] = {}  # by incident
        self._usual: dict[Key, tuple[datetime, float]] = {}

    async def round(self, now: datetime) -> int:
        """Look, open what was found, let children join; returns how many things were done."""
        done = await self._due(now)
        pulse = await self._store.read(incidents.pulse)
        owed = self._near and self._far is not None and now - self._far >= FAR
        if pulse == self._pulse and not self._again and not owed:
            return done
        found = await self._store.read(partial(self._look, now=now))
        for one in found:
            done += await self._open(one, now)
        whole = True
        for running in [one for one in await self._store.read(incidents.live) if one.running]:
            count, all_in = await self._sweep(running, now)
            done, whole = done + count, whole and all_in
        self._again = pulse != self._pulse or not whole
        self._pulse = pulse
        return done

    async def _due(self, now: datetime) -> int:
        due = await self._store.read(partial(incidents.due, now=now, limit=AT_A_TIME))
        for one in due:
            await self._store.write(partial(incident_limits.look, self._stage, one, now))
        return len(due)

    def _look(self, c: Connection, now: datetime) -> tuple[Found, ...]:
        rules = self._stage.house.catalogue.batches
        if not rules:
            return ()
        far = self._far is None or now - self._far >= FAR or now < self._far
        if far:
            self._far = now
        self._near = not far
        spans = [batches.window(one) if far else one.short for one in rules]
        categories = {code for one in rules for code in one.categories}
        filed = incidents.recent(c, categories, now - max(spans))
        usual = self._ordinary(c, rules, filed, now) if far else {}
        return _fresh(c, rules, filed, usual, now)

    def _ordinary(
        self, c: Connection, rules: Sequence[BatchRule], filed: Sequence[Filed], now: datetime
    ) -> Mapping[Key, float]:
        """How many there are on an ordinary day of what is more than a few today.

        Nobody knows before there were four weeks of them.
        """
        known = incidents.since(c)
        if known is None or known > now - DAY - WEEKS:
            return {}
        busy = batches.busy(rules, filed, now)
        self._usual = {key: one for key, one in self._usual.items() if now - one[0] < USUAL}
        for key, rule in busy.items():
            if key not in self._usual:
                self._usual[key] = (now, _a_day(c, key, rule, now))
        return {key: self._usual[key][1] for key in busy}

    async def _open(self, found: Found, now: datetime) -> bool:
        made = await self._store.write(partial(opened, self._stage, found, now))
        if made is not None:
            took = (now - made.began_at).total_seconds()
            said = {"action": "incident", "incident": made.number, "rule": made.rule}
            log.warning("an incident was found", extra={**said, "seconds": round(took)})
        return made is not None

    async def _sweep(self, of: Incident, now: datetime) -> tuple[int, bool]:
        """Let those join that were filed since the last sweep; whether none is left."""
        swept = self._swept.get(of.id)
        if swept is None or swept.revision != of.revision:
            swept = Swept(of.revision, of.began_at)
        since = max(of.began_at, swept.until - OVERLAP)
        after, looked, joined = swept.after, 0, 0
        while looked < AT_A_TIME:
            look = partial(incidents.candidates, of=of, since=since, after=after, limit=SLICE)
            some = await self._store.read(look)
            if not some:
                self._swept[of.id] = Swept(of.revision, now)
                if _to_be_told(self._stage, of):
                    await self._store.write(partial(_announce, self._stage, of.id, now))
                return joined, True
            joined += await self._join(of, some, now)
            after, looked = some[-1], looked + len(some)
        self._swept[of.id] = replace(swept, after=after)
        return joined, False

    async def _join(self, of: Incident, some: Sequence[int], now: datetime) -> int:
        try:
            fire = partial(_joined, self._stage, of.id, tuple(some), now)
            return await self._store.write(fire, lanes=tuple(OfTicket(one) for one in some))
        except (StoreBroken, StoreClosed):
            raise
        except Exception as error:
            if len(some) == 1:  # one bad ticket must not keep the others out
                if not isinstance(error, Conflict):
                    log.exception("not joined", extra={"action": "join_failed", "ticket": some[0]})
                return 0
        return sum([await self._join(of, (one,), now) for one in some])


def _fresh(
    c: Connection,
    rules: Sequence[BatchRule],
    filed: Sequence[Filed],
    usual: Mapping[Key, float],
    now: datetime,
) -> tuple[Found, ...]:
    """What was found and is new: what belongs to one that runs, or is over, founds none again."""
    found = batches.find(rules, filed, usual, now)
    last = incidents.last_of(c, [one.key.mark for one in found])
    old = {
        one.id
        for batch in found
        if (until := last.get(batch.key.mark)) is not None
        for one in batch.filed
        if one.at <= until
    }
    if not old:
        return found
    return batches.find(rules, [one for one in filed if one.id not in old], usual, now)


def _a_day(c: Connection, key: Key, rule: BatchRule, now: datetime) -> float:
    """How many of a heap there were on a day of the four weeks before today."""
    categories = (key.category,) if key.category else rule.categories
    named = [one.partition(":") for one in rule.subtypes]
    subtypes = (
        [key.subtype] if key.subtype else [sub for code, _, sub in named if code in categories]
    )
    until = now - DAY
    known = incidents.filed_between(c, categories, subtypes, key.area, until - WEEKS, until)
    return known / WEEKS.days


def _to_be_told(stage: Stage, of: Incident) -> bool:
    """Whether those who complained before are to hear of it, and did not yet."""
    rules = stage.house.catalogue.batches
    rule = next((one for one in rules if one.code == of.rule), None)
    sure = of.stage is Stages.OPEN or (rule is not None and rule.tell)
    return of.told_at is None and of.running and sure


def _announce(stage: Stage, number: int, now: datetime, c: Connection) -> None:
    """All who complained before hear of it."""
    found = incidents.load(c, number)
    if found is None or not _to_be_told(stage, found):
        return
    known = stage.house.catalogue
    told = replace(found, told_at=now, revision=found.revision + 1)
    told = limits.timed(told, known, now)
    if not incidents.save(c, found, told):
        return
    broadcasts.announce(c, number, News.FOUND, fields_of(told, known), (0, ""), now)
    incidents.note(c, number, Record(at=now, act="told"))


def _joined(stage: Stage, of: int, some: Sequence[int], now: datetime, c: Connection) -> int:
    """Those of the tickets that fit become children; returns how many."""
    found = incidents.hold(c, of)
    if found is None or not found.running:
        return 0
    work, count = Work(stage, c, now), 0
    for ticket in tickets.load_many(c, some):
        if ticket.incident or ticket.parted == of or not matching.fits(found, ticket.filing):
            continue
        made = join(work, ticket, of, mass=True)
        if not made.refused:
            posting.push(work, made)
            count += 1
    return count
