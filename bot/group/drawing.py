"""The loop that draws the staff group: looks what is due, and has one request laid at a time.

Of several replicas one draws. A group that cannot be reached is looked at again now and then;
`trouble` says why, for `redress run` and the desk.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from functools import partial

from bot.channels.staff import Group as Seen
from bot.group.planning import plan
from bot.group.settling import PLAIN
from bot.replicas import Replicas
from bot.stage import Stage, Work
from storage import Connection, chats, demo, settings, staff_cards, watches
from storage.errors import StoreBroken, StoreClosed
from storage.store import Store

log = logging.getLogger(__name__)

EVERY = 0.5  # seconds between two looks
LOOK = 600.0  # seconds between two questions to Telegram about the group
AGAIN = 20.0  # the same while there is trouble
SLICE = 200  # tickets looked through at once for what was overlooked
BETWEEN = 0.05  # seconds between two such looks
REST = 600.0  # and between two rounds through all tickets
MEMBERS = frozenset({"creator", "administrator", "member"})

Asked = Callable[[str], Awaitable[Seen | str]]  # the group by its chat id, or why it is not known
Greet = Callable[[str], Awaitable[bool]]  # shows the group its menu; whether that was taken


async def nothing(_: str) -> bool:
    """No menu."""
    return True


class Drawing:
    """The loop. `trouble` says why the group is not drawn as it should be, "" when it is."""

    def __init__(  # noqa: PLR0913, PLR0917  the parts it works with
        self,
        stage: Stage,
        store: Store,
        now: Callable[[], datetime],
        replicas: Replicas,
        asked: Asked,
        greet: Greet = nothing,
    ) -> None:
        assert stage.group is not None
        self.trouble, self.title = "not looked at yet", ""
        self.looked = asyncio.Event()
        self._stage, self._store, self._now = stage, store, now
        self._chat, self._replicas, self._asked = stage.group.chat, replicas, asked
        self._greet, self._greeted = greet, ""
        self._turn = f"group:{stage.group.chat}"
        self._stopping = asyncio.Event()
        self._cursor, self._rounds, self._where = 0, 0.0, ""

    def stop(self) -> None:
        """End after the look at hand; what is due stays so."""
        self._stopping.set()

    async def run(self) -> None:
        """Draw until stopped. Nothing ends it but the end of the store."""
        looking = asyncio.ensure_future(self._look())
        try:
            while not self._stopping.is_set():
                await self._replicas.turn(self._turn)
                await self._pause(BETWEEN if await self._once() else EVERY)
        except StoreClosed:
            return
        finally:
            looking.cancel()
            await asyncio.gather(looking, return_exceptions=True)
            await self._replicas.give(self._turn)

    async def _once(self) -> bool:
        """Lay the next request, or look through some tickets; whether to go on soon."""
        try:
            return await self.round()
        except StoreBroken:
            return False
        except Exception:  # a fault of ours with one card must not end the group
            log.exception("group not drawn", extra={"action": "group_failed"})
            await self._skip()
            return False

    async def round(self) -> bool:
        """One look: True when there is more to look through."""
        now = self._now()
        where = await self._store.read(partial(chats.address, chat_id=self._chat))
        if where.chat != self._where:
            await self.seen()
        due = await self._store.read(self._soonest)
        if due is None or due > now:
            return await self._overlooked(now)
        await self._store.write(partial(self._planned, now=now), lanes=(self._chat,))
        return False

    def _soonest(self, c: Connection) -> datetime | None:
        """When the next card is due, or the next ticket is to be looked at."""
        found = (staff_cards.soonest(c, self._chat), watches.soonest(c))
        return min((one for one in found if one is not None), default=None)

    def _planned(self, c: Connection, now: datetime) -> bool:
        return plan(Work(self._stage, c, now))

    async def _skip(self) -> None:
        """A card that makes us fail waits, so that the others are drawn."""
        now = self._now()
        later = partial(staff_cards.topic_refused, chat=self._chat, now=now)
        with suppress(StoreBroken):
            await self._store.write(later, quiet=True)

    async def _overlooked(self, now: datetime) -> bool:
        """Look through some more tickets for cards that nobody said were out of date."""
        loop = asyncio.get_running_loop()
        if loop.time() < self._rounds or await self._store.read(partial(demo.playing, now=now)):
            return False
        look = partial(staff_cards.overlooked, after=self._cursor, most=SLICE)
        found, self._cursor = await self._store.read(look)
        if not self._cursor:
            self._rounds = loop.time() + REST
        if found:
            mark = partial(staff_cards.mark_all, tickets=found, chat=self._chat, due=now)
            await self._store.write(mark, quiet=True)
        return bool(self._cursor) and not found

    async def _look(self) -> None:
        """Ask Telegram about the group, now and then."""
        while True:
            await self.seen()
            self.looked.set()
            await asyncio.sleep(AGAIN if self.trouble else LOOK)

    async def seen(self) -> None:
        """Ask Telegram about the group once, and note what that means for its topics."""
        with suppress(StoreBroken):
            where = await self._store.read(partial(chats.address, chat_id=self._chat))
            self._where = where.chat
            found = await self._asked(where.chat)
            said = found if isinstance(found, str) else unfit(found)
            if said and said != self.trouble:
                log.warning("staff group: %s", said, extra={"action": "group_trouble"})
            self.trouble = said
            if not isinstance(found, str):
                self.title = found.title
                fits = found.forum and found.manages
                await self._store.write(partial(self._noted, fits=fits, there=not said))
            if not said and self._greeted != where.chat and await self._greet(where.chat):
                self._greeted = where.chat

    def _noted(self, c: Connection, *, fits: bool, there: bool) -> None:
        if fits:
            settings.drop(c, PLAIN)
        else:
            settings.write(c, PLAIN, "looked")
        if there:
            chats.reachable(c, self._chat, True, self._now())

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)


def unfit(seen: Seen) -> str:
    """Why the group cannot serve as it should, "" if it can."""
    if seen.member not in MEMBERS:
        return "the bot is not in the group"
    if seen.forum and not seen.manages:
        return "the bot may not manage topics there"
    return ""
