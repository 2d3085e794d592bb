"""After an outage each question that was open is asked once more (DESIGN §6, Delivery).

Telegram drops a press that nobody takes for 150 seconds, and says nothing to who pressed. One
chat a transaction, in which it is also marked as seen to: a crash neither repeats nor skips.
"""

import logging
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from bot.orders import Conflict
from bot.stage import Stage, Work
from bot.step import answer, asked
from dialogs.model import Elapsed, Event
from dialogs.tickets.calendar import awake
from storage import Connection, chats, outages, pace, visits
from storage.errors import StoreBroken, StoreClosed
from storage.outages import Outage
from storage.store import Store
from storage.visits import Visit

log = logging.getLogger(__name__)

GRACE = timedelta(seconds=30)  # what was sent meanwhile comes in first and is answered
BATCH = 200


class Ticking(Protocol):
    """The dispatcher, as seen from here."""

    stage: Stage
    store: Store


async def ask_again(dispatcher: Ticking, now: datetime) -> int:
    """See to the next chats of every outage that is over; returns how many were."""
    stage, store, done = dispatcher.stage, dispatcher.store, 0
    for outage in await store.read(outages.pending):
        if _is_time(stage, outage, now):
            done += await _next(stage, store, outage, now)
    return done


def _is_time(stage: Stage, outage: Outage, now: datetime) -> bool:
    house = stage.house
    rested = awake(now, house.catalogue.night, house.zone) <= now
    return rested and now >= outage.until + GRACE and outage.channel in stage.channels


async def _next(stage: Stage, store: Store, outage: Outage, now: datetime) -> int:
    """A batch of chats; with nobody left, the outage is forgotten."""
    found = await store.read(lambda c: outages.concerned(c, outage, BATCH))
    if not found:
        await store.write(partial(outages.end, outage=outage))
    for count, chat in enumerate(found):
        see_to = partial(_see_to, stage, outage, chat, now)
        try:
            if not await store.write(see_to, lanes=(chat,)):
                return count  # another replica is at it
        except (Conflict, StoreBroken, StoreClosed):  # the chat is not to blame: it comes again
            raise
        except Exception:  # one bad chat must not keep the others waiting
            log.exception("not asked again", extra={"action": "ask_again_failed", "chat": chat})
            await store.write(partial(outages.passed, outage=outage, chat=chat), lanes=(chat,))
    return len(found)


def _see_to(stage: Stage, outage: Outage, chat: int, now: datetime, c: Connection) -> bool:
    """Mark the chat as seen to, and ask its question if it is still open and unanswered."""
    if not outages.passed(c, outage, chat):
        return False
    work, where = Work(stage, c, now), chats.address(c, chat)
    visit = visits.find(c, where)
    if visit is not None and _waits(work, visit, outage):
        event = Event(f"outage:{chat}:{now.isoformat()}", where, now, Elapsed("outage"))
        answer(work, visit, event)
    return True


def _waits(work: Work, visit: Visit, outage: Outage) -> bool:
    """Whether the question still stands there, and nothing was said or asked since."""
    c, person, session = work.c, visit.person, visit.loaded.session
    if not session.stack or session.silent_until is not None:
        return False
    if not person.reachable or visit.deferred or _spent(work, visit):
        return False
    wrote = pace.wrote(c, person.chat)
    if wrote is None or wrote >= outage.last:
        return False
    return not outages.shown(c, person.chat, asked(session), outage.last)


def _spent(work: Work, visit: Visit) -> bool:
    """Whether the channel lets us say no more until the person writes."""
    allowed = work.stage.capabilities(visit.person.address.channel).pushes
    return bool(allowed) and pace.said_since(work.c, visit.person.chat) >= allowed
