"""The way of an event: handed over, stepped in the store's writer, answered after the commit.

`take` returns only when what it was given is committed; a channel acknowledges after that. An
event that cannot be handled is parked with its raw JSON and the person is told; it stands in
nobody's way.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

import orjson

from bot import clockwork, posting
from bot.orders import Conflict
from bot.stage import Stage, Work
from bot.step import Done, key_of, step
from dialogs.model import Event, Json, Phrase, Say
from storage import Connection, chats, inbox
from storage.errors import StoreBroken, StoreClosed
from storage.inbox import EventKey
from storage.store import Store

log = logging.getLogger(__name__)

Answering = Callable[[str, str], Awaitable[None]]  # (press, toast): ends its waiting


class Dispatcher:
    """Hands events to steps. `answering` ends the waiting of a pressed button on its channel."""

    def __init__(
        self,
        stage: Stage,
        store: Store,
        now: Callable[[], datetime],
        answering: Mapping[str, Answering],
    ) -> None:
        self.stage, self.store, self.now = stage, store, now
        self._answering = answering
        self._background: set[asyncio.Task[None]] = set()

    async def take(self, events: Sequence[tuple[Event, str]]) -> None:
        """Step events with their raw JSON, in the order given; returns once all are committed.

        Events of one chat keep their order, since the writer runs jobs in the order it got them.
        Raises only when the store cannot keep even the raw event (StoreBroken).
        """
        await asyncio.gather(*(self._one(event, raw) for event, raw in events))

    async def park(self, key: EventKey, raw: str, why: str) -> None:
        """Keep what cannot even be read, for a person to look at."""

        def put(c: Connection) -> None:
            if inbox.accept(c, key, None, raw, self.now()):
                inbox.park(c, key, why)

        await self.store.write(put)
        log.error("event parked", extra={"action": "park", "event": key.event, "why": why})

    async def _one(self, event: Event, raw: str) -> None:
        try:
            done = await self._stepped(event)
        except Exception as error:  # one bad event must not stop the others
            if isinstance(error, OSError | StoreBroken | StoreClosed):
                raise  # the disk is to blame, not the event: it comes again
            log.exception("step failed", extra={"action": "step_failed", "event": event.id})
            await self._poison(event, raw, type(error).__name__)
            return
        self._answer(event, done)

    async def _stepped(self, event: Event) -> Done:
        def run(c: Connection) -> Done:
            return step(self.stage, c, event)

        for _ in range(3):
            try:
                return await self.store.write(run)
            except Conflict:
                continue
        return await self.store.write(run)

    async def _poison(self, event: Event, raw: str, why: str) -> None:
        """Park the event with its raw JSON and tell the person that it was not lost."""

        def put(c: Connection) -> None:
            language = self.stage.language(event.language)
            chat = chats.locate(c, event.address, event.at, language, event.name)
            if inbox.accept(c, key_of(event), chat, raw, event.at):
                inbox.park(c, key_of(event), why)
                person = chats.person(c, chat)
                work = Work(self.stage, c, event.at)
                posting.tell(work, person, Say(Phrase("engine-parked")))

        await self.store.write(put)

    def _answer(self, event: Event, done: Done) -> None:
        """End the waiting of a press, outside the outbox and without holding anyone up."""
        answering = self._answering.get(event.address.channel)
        if not done.query or answering is None:
            return
        task = asyncio.create_task(_quietly(answering, done))
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def tick(self) -> int:
        """Do all that is due: dialogs, clocks, held messages; returns how many were looked at."""
        now = self.now()
        due = await self.store.read(lambda c: clockwork.due(c, now))
        for one in due:
            try:
                await self.store.write(partial(_fire, self.stage, one, now))
            except Exception:  # one bad ticket must not stop the others' clocks
                log.exception("clock failed", extra={"action": "clock_failed", "kind": one.kind})
                await self.store.write(partial(_postpone, one, now))
        return len(due)

    async def drain(self) -> None:
        """Wait for the answers to presses that are under way."""
        if self._background:
            await asyncio.gather(*self._background, return_exceptions=True)


def _fire(stage: Stage, one: clockwork.Due, now: datetime, c: Connection) -> None:
    clockwork.fire(Work(stage, c, now), one)


def _postpone(one: clockwork.Due, now: datetime, c: Connection) -> None:
    clockwork.later(c, one, now)


async def _quietly(answering: Answering, done: Done) -> None:
    """A press that can no longer be answered harms nobody."""
    try:
        await answering(done.query, done.toast)
    except Exception:
        log.warning("press not answered", extra={"action": "press_failed"})


def raw_of(update: Mapping[str, Json]) -> str:
    """An update as it came, to be parked."""
    return orjson.dumps(update).decode()
