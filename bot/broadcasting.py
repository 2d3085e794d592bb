"""Words to many, on their way to the outbox: one slice of children a transaction.

How far a broadcast is stands in the row that the slice's own transaction moves on, and each child
keeps which word it heard last: a crash repeats none and skips none, and of two replicas that take
the same slice one finds it done.
"""

import logging
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bot import posting
from bot.orders import Conflict, moved
from bot.pushes import Way
from bot.stage import Stage, Work
from dialogs.incidents.incident import Broadcast, News
from dialogs.incidents.telling import news_for
from dialogs.tickets.mass import MASS
from dialogs.tickets.moves import BOT
from dialogs.tickets.ticket import Ticket
from storage import Connection, broadcasts, incidents, tickets
from storage.broadcasts import Seen
from storage.errors import StoreBroken, StoreClosed
from storage.jobs import OfTicket
from storage.store import Store

log = logging.getLogger(__name__)

SLICE = 10  # children in one transaction, which stays under 50 ms
AT_A_TIME = 200  # children in one round: clocks wait meanwhile
# What is not worth saying once something newer is to be said.
OVERTAKEN = {
    News.FOUND: frozenset({News.FIXED, News.SETTLED, News.DISMISSED}),
    News.NOTE: frozenset(News),
}


class Broadcasting:
    """The broadcasts as one process drives them; any other may drive them as well."""

    def __init__(self, stage: Stage, store: Store) -> None:
        self._stage, self._store = stage, store

    async def round(self, now: datetime) -> int:
        """Tell the next children of what is under way; returns how many were seen to."""
        waiting = await self._store.read(broadcasts.unfinished)
        done, driven = 0, set[int]()
        for word in waiting:
            later = [one for one in waiting if one.incident == word.incident and one.id > word.id]
            if any(one.news in OVERTAKEN.get(word.news, ()) for one in later):
                await self._store.write(partial(_end, word=word, now=now), quiet=True)
            elif word.incident not in driven:  # one after the other, in their order
                driven.add(word.incident)
                done += await self._drive(word, now)
        return done

    async def _drive(self, word: Broadcast, now: datetime) -> int:
        cursor, done = word.cursor, 0
        while done < AT_A_TIME:
            look = partial(incidents.children, of=word.incident, after=cursor, limit=SLICE)
            some = await self._store.read(look)
            moved = await self._slice(word, cursor, some, now)
            if not some or not moved:  # all are seen to, or another replica is at it
                break
            cursor, done = some[-1], done + len(some)
        return done

    async def _slice(
        self, word: Broadcast, cursor: int, some: Sequence[int], now: datetime
    ) -> bool:
        """Tell these; where one of them fails, each alone."""
        try:
            return await self._told(word, cursor, some, now)
        except (StoreBroken, StoreClosed):  # the disk is to blame, not the children
            raise
        except Exception as error:
            if not isinstance(error, Conflict):
                log.exception("not told together", extra=_about(word, cursor))
        for one in some:
            if not await self._alone(word, cursor, one, now):
                return False
            cursor = one
        return True

    async def _alone(self, word: Broadcast, cursor: int, one: int, now: datetime) -> bool:
        try:
            return await self._told(word, cursor, (one,), now)
        except (StoreBroken, StoreClosed):
            raise
        except Conflict:  # somebody changed it just now: it comes again
            return False
        except Exception:  # one bad ticket must not keep the others waiting
            log.exception("not told", extra=_about(word, one))
            lost = partial(_lost, word=word.id, cursor=cursor, seen=Seen(one, failed=1))
            return await self._store.write(lost, lanes=(OfTicket(one),))

    async def _told(self, word: Broadcast, cursor: int, some: Sequence[int], now: datetime) -> bool:
        tell = partial(_tell, self._stage, word.id, cursor, tuple(some), now)
        return await self._store.write(tell, lanes=tuple(OfTicket(one) for one in some))


def _about(word: Broadcast, ticket: int) -> dict[str, object]:
    return {"action": "broadcast_failed", "broadcast": word.id, "ticket": ticket}


def _end(c: Connection, word: Broadcast, now: datetime) -> None:
    if broadcasts.take(c, word.id, word.cursor) is not None:
        broadcasts.finish(c, word.id, now)


def _lost(c: Connection, word: int, cursor: int, seen: Seen) -> bool:
    taken = broadcasts.take(c, word, cursor)
    if taken is None:
        return False
    broadcasts.advance(c, taken, seen)
    return True


def _tell(  # noqa: PLR0913, PLR0917  whom to tell what, and from where on
    stage: Stage, word: int, cursor: int, some: Sequence[int], now: datetime, c: Connection
) -> bool:
    """Tell these children, in the transaction that says so; nobody left ends the broadcast."""
    taken = broadcasts.take(c, word, cursor)
    if taken is None:
        return False
    if not some:
        broadcasts.finish(c, word, now)
        return True
    work = Work(stage, c, now)
    ways = [_one(work, taken, ticket) for ticket in tickets.load_many(c, some)]
    seen = Seen(
        some[-1],
        laid=ways.count(Way.NOW),
        held=ways.count(Way.LATER),
        passed=len(some) - ways.count(Way.NOW) - ways.count(Way.LATER),
    )
    broadcasts.advance(c, taken, seen)
    return True


def _one(work: Work, word: Broadcast, ticket: Ticket) -> Way:
    """Tell one child; SILENT where there is nothing to tell it."""
    order = news_for(ticket, word)
    made = moved(work, ticket, order, BOT) if order is not None else None
    if made is None or made.refused:
        return Way.SILENT
    way = Way.SILENT
    for applied in made.applied:
        for notice in applied.notices:
            how = posting.send(work, applied.ticket, notice)
            way = how if notice.code in MASS else way
    return way
