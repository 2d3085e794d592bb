"""Writes one small row every few seconds, so that a disk that refuses is known before anybody is.

What is taken from people is confirmed only once it is kept, whatever this finds: it is for
/healthz and the log, which names the cause once and not at each try. The row also tells whether
people could not reach us for long (storage/outages.py).
"""

import asyncio
import logging
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from storage import Connection, outages, settings
from storage.errors import StoreClosed, StoreError
from storage.outages import Outage
from storage.store import Store
from storage.troubles import explained

log = logging.getLogger(__name__)

NAME = "pulse"
EVERY, AGAIN = 5.0, 1.0  # seconds between two writes; the second while they fail
PATIENCE = 4.0  # seconds that a write may take before something is wrong
READ = 2.0  # seconds that it has to answer a look
MIB = 1024 * 1024
LOW = 64 * MIB  # bytes free, below which somebody should look


class Pulse:
    """The loop. `refusal` says why nothing can be kept now, `warning` that it may come to that.

    `folder` is on the disk of the database or of people's files; `reached` names the channels
    whose people reach this process now.
    """

    def __init__(
        self,
        store: Store,
        folder: Path,
        now: Callable[[], datetime],
        reached: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        self.refusal = ""
        self._store, self._folder, self._now = store, folder, now
        self._reached = reached
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """End the loop."""
        self._stopping.set()

    async def run(self) -> None:
        """Write until stopped; nothing that goes wrong ends it but the end of the store."""
        while not self._stopping.is_set():
            try:
                self._note(await self.beat())
            except StoreClosed:
                return
            with suppress(TimeoutError):
                pause = AGAIN if self.refusal else EVERY
                await asyncio.wait_for(self._stopping.wait(), pause)

    async def beat(self) -> str:
        """One write; why it could not be kept, "" when it was. Raises StoreClosed."""
        write = partial(_beaten, channels=tuple(self._reached()), now=self._now())
        try:
            async with asyncio.timeout(PATIENCE):
                away = await self._store.write(write, quiet=True)
        except StoreClosed:
            raise
        except TimeoutError:
            return f"the database has not answered for {PATIENCE:.0f} seconds"
        except StoreError as error:
            return explained(error)
        for one in away:
            log.warning("%s: nobody could reach us for a while", one.channel, extra=_told(one))
        return ""

    async def is_well(self) -> bool:
        """Whether what came last was kept, and the store answers now."""
        if self.refusal:
            return False
        try:
            async with asyncio.timeout(READ):
                await self._store.read(lambda _: None)
        except Exception:  # whatever it is: it does not serve
            return False
        return True

    @property
    def warning(self) -> str:
        """That the disk will soon be full, "" while there is room."""
        try:
            free = shutil.disk_usage(self._folder).free
        except OSError as error:
            return f"{self._folder}: {error.strerror}"
        return f"{free / MIB:.0f} MiB free at {self._folder}" if free < LOW else ""

    def _note(self, refusal: str) -> None:
        if refusal and refusal != self.refusal:
            log.error("nothing can be kept: %s", refusal, extra={"action": "store_refuses"})
        if self.refusal and not refusal:
            log.warning("all is kept again", extra={"action": "store_well"})
        self.refusal = refusal


def _beaten(c: Connection, *, channels: Sequence[str], now: datetime) -> list[Outage]:
    """Write that we are here; the outages that are over by it."""
    settings.write(c, NAME, f"{now:%Y-%m-%dT%H:%M:%SZ}")
    found = [outages.beat(c, one, now) for one in sorted(channels)]
    return [one for one in found if one is not None]


def _told(outage: Outage) -> dict[str, str]:
    return {"action": "outage_over", "channel": outage.channel}
