"""Works off the desk's jobs on many tickets: each ticket in a transaction of its own, once.

Who began the job acts, with the right that they have at that moment; what a ticket does not allow
is kept with the reason, and the others go on.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

from bot import desk_acts
from bot.desk_acts import Made, Outcome, Overtaken, Refused
from bot.orders import Conflict
from bot.stage import Stage, Work
from dialogs.model import Arg, Move, Phrase
from dialogs.tickets.ticket import Role, Task, Ticket
from storage import Connection, bulk, tasks, tickets
from storage.bulk import Item, Job
from storage.errors import StoreBroken, StoreClosed
from storage.jobs import OfTicket
from storage.store import Store

log = logging.getLogger(__name__)

EVERY, BROKEN = 1.0, 5.0  # seconds between two looks; the second after the store refused
AT_ONCE = 50  # tickets of one round
REMIND = "remind"  # no move of the staff: a note, and a task for whoever works on it
ANSWER = timedelta(hours=4)  # within which a reminder wants to be looked at


class Bulking:
    """The loop of one process; of several each ticket is taken by one."""

    def __init__(self, stage: Stage, store: Store, now: Callable[[], datetime]) -> None:
        self._stage, self._store, self._now = stage, store, now
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """End after the ticket at hand."""
        self._stopping.set()

    async def run(self) -> None:
        """Work until stopped. No fault ends it but the end of the store."""
        while not self._stopping.is_set():
            pause = EVERY
            try:
                if await self.round():
                    pause = 0.0
            except StoreClosed:
                return
            except StoreBroken as error:
                log.warning("jobs wait: %s", error, extra={"action": "bulk_waits"})
                pause = BROKEN
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause)

    async def round(self) -> int:
        """See to the tickets that wait longest; returns how many were settled."""
        waiting = await self._store.read(partial(bulk.waiting, most=AT_ONCE))
        settled = 0
        for one in waiting:
            if self._stopping.is_set():
                break
            settled += await self._settle(one)
        for job in {one.job for one in waiting}:
            await self._store.write(partial(bulk.finish, job=job, now=self._now()), quiet=True)
        return settled

    async def _settle(self, one: Item) -> bool:
        """One ticket; one that fails for a fault of ours is told as that, and the next goes on."""
        try:
            done = partial(_done, self._stage, one, self._now())
            return await self._store.write(done, lanes=(OfTicket(one.ticket),))
        except Conflict:  # somebody changed it just now: again in the next round
            return False
        except (StoreBroken, StoreClosed):
            raise
        except Exception:
            log.exception("a ticket of a job failed", extra={"action": "bulk_failed"})
            failed = partial(_failed, self._stage, one)
            return await self._store.write(failed, quiet=True)


def _done(stage: Stage, one: Item, now: datetime, c: Connection) -> bool:
    """The act on one ticket, with what came of it, in one transaction."""
    job, work = bulk.load(c, one.job), Work(stage, c, now)
    if job is None or not bulk.settle(c, one, "done"):
        return False
    made = act(work, job, tickets.load(c, one.ticket))
    match made:
        case Refused(words):
            bulk.told(c, one, stage.texts.words(job.language, words, now))
        case Overtaken():
            raise Conflict(str(one.ticket))
        case Made():
            pass
    return True


def _failed(stage: Stage, one: Item, c: Connection) -> bool:
    job = bulk.load(c, one.job)
    why = Phrase("desk-bulk-fault")
    return job is not None and bulk.settle(
        c, one, "refused", stage.texts.words(job.language, why, job.at)
    )


def act(work: Work, job: Job, ticket: Ticket | None) -> Outcome:
    """What the job does to this ticket."""
    if ticket is None:
        return Refused(Phrase("toast-gone"))
    if job.act == REMIND:
        return _remind(work, job, ticket)
    order = Move(ticket.id, job.act, job.fields)
    return desk_acts.act(work, job.staff, order, ticket.revision)


def _remind(work: Work, job: Job, ticket: Ticket) -> Outcome:
    if not ticket.open:
        return Refused(Phrase("not-allowed-state"))
    said: Arg = str(job.fields.get("words") or "") or Phrase("desk-bulk-reminded")
    words = work.stage.texts.words(job.language, said, work.now)
    note = Move(ticket.id, "note", {"words": words})
    made = desk_acts.act(work, job.staff, note, ticket.revision)
    if isinstance(made, Made):
        task = Task(kind=REMIND, role=Role.HANDLER, due=work.now + ANSWER, words=words)
        tasks.add(work.c, task, ticket.id, ticket.chat, work.now)
    return made
