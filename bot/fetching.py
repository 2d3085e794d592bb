"""Fetches the files that people sent into the attachment folder, and says kindly when it cannot."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import Protocol

from bot import attachments, posting
from bot.attachments import Unkept
from bot.channels.backoff import backoff
from bot.channels.base import FetchFailed
from bot.group import marking
from bot.stage import Stage, Work
from dialogs.model import Phrase, Say
from storage import Connection, chats, files
from storage.errors import StoreBroken, StoreClosed
from storage.files import Attachment, Kept
from storage.store import Store

log = logging.getLogger(__name__)

EVERY = 1.0  # seconds between two looks
AT_ONCE = 8  # files fetched at the same time
SEEN = 500  # and looked at for that, so that files of a channel that is off hide no others
TRIES = 12  # about half an hour; after that the channel no longer has it either
MIB = 1024 * 1024
SAID = {"type": "file-refused-type", "empty": "file-refused-type", "too_large": "file-refused-size"}


class Fetch(Protocol):
    """How a channel gives the bytes of a file; raises FetchFailed."""

    def __call__(self, ref: str, *, limit: int) -> AsyncIterator[bytes]: ...


class Fetching:
    """The loop. `fetchers` has for each channel that is on how it gives out files."""

    def __init__(
        self,
        stage: Stage,
        store: Store,
        now: Callable[[], datetime],
        fetchers: Mapping[str, Fetch],
        folder: Path,
    ) -> None:
        self._stage, self._store, self._now = stage, store, now
        self._fetchers, self._folder = fetchers, folder
        self._rng = Random()  # noqa: S311  it only spreads waits
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Fetch no more; what is under way is fetched anew after the next start."""
        self._stopping.set()

    async def run(self) -> None:
        """Fetch until stopped. One bad file never stops the others."""
        while not self._stopping.is_set():
            working = asyncio.ensure_future(self._round())
            stopped = asyncio.ensure_future(self._stopping.wait())
            await asyncio.wait({working, stopped}, return_when=asyncio.FIRST_COMPLETED)
            for task in (working, stopped):
                task.cancel()
            _, _ = await asyncio.gather(working, stopped, return_exceptions=True)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), EVERY)

    async def _round(self) -> None:
        try:
            while wanted := await self._store.read(self._wanted):
                await asyncio.gather(*(self.fetch(one, channel) for one, channel in wanted))
        except (StoreBroken, StoreClosed):
            log.warning("files wait for the store", extra={"action": "fetch_waits"})
        except Exception:  # a fault of ours: the next round tries again
            log.exception("fetching failed", extra={"action": "fetch_failed"})

    def _wanted(self, c: Connection) -> tuple[tuple[Attachment, str], ...]:
        """What is to be fetched now, each with its channel; those of channels that are off wait."""
        due = files.wanted(c, self._now(), SEEN)
        placed = ((one, chats.address(c, one.chat).channel) for one in due)
        here = ((one, channel) for one, channel in placed if channel in self._fetchers)
        return tuple(islice(here, AT_ONCE))

    async def fetch(self, one: Attachment, channel: str) -> None:
        """Fetch one file and write down what became of it."""
        catalogue = self._stage.house.catalogue
        chunks = self._fetchers[channel](one.ref, limit=catalogue.file_bytes)
        try:
            stored = await attachments.keep(
                self._folder, chunks, limit=catalogue.file_bytes, types=catalogue.file_types
            )
        except Unkept as error:
            await self._refused(one, error.reason)
        except FetchFailed as error:
            if error.lasting or one.attempts >= TRIES:
                await self._refused(one, error.reason)
            else:
                await self._store.write(partial(self._later, one=one, why=error.reason))
        except OSError as error:  # the disk, not the file
            log.exception("file not kept", extra={"action": "keep_failed"})
            why = f"disk: {type(error).__name__}"
            await self._store.write(partial(self._later, one=one, why=why))
        else:
            where = Kept(path=stored.path, sha256=stored.sha256, size=stored.size, mime=stored.mime)
            await self._store.write(partial(self._kept, one=one, where=where))

    def _kept(self, c: Connection, *, one: Attachment, where: Kept) -> None:
        files.kept(c, one.id, where)
        if one.ticket:
            marking.spoken(Work(self._stage, c, self._now()), one.ticket)

    async def _refused(self, one: Attachment, why: str) -> None:
        refuse = partial(self._refuse, one=one, why=why)
        await self._store.write(refuse, lanes=(one.chat,))

    def _later(self, c: Connection, *, one: Attachment, why: str) -> None:
        wait = timedelta(seconds=backoff(one.attempts + 1, self._rng))
        files.later(c, one.id, self._now() + wait, why)

    def _refuse(self, c: Connection, *, one: Attachment, why: str) -> None:
        """It will not be kept: staff see the reason, and who sent it is told."""
        first = files.refused(c, one.id, why)
        if one.ticket:
            marking.spoken(Work(self._stage, c, self._now()), one.ticket)
        if not first or one.uploader != "in":
            return
        name = one.name or Phrase("file-unnamed")
        size = self._stage.house.catalogue.file_bytes // MIB
        words = Phrase(SAID.get(why, "file-refused-gone"), {"name": name, "size": size})
        work = Work(self._stage, c, self._now())
        posting.tell(work, chats.person(c, one.chat), Say(words))
