"""Those who only look: beside the writer, and never in its way."""

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

from storage.engines import Database
from storage.errors import StoreBroken
from storage.seal import Keys

T = TypeVar("T")

PATIENCE = 10.0  # seconds that a shared server which restarts is waited for
PAUSE, LONGEST = 0.05, 0.5  # seconds between two tries


class Readers:
    """Reading connections of one database."""

    def __init__(self, place: Database, keys: Keys, *, echo: bool) -> None:
        self._place = place
        self._engine = place.reading(keys, echo=echo)

    async def read(self, fn: Callable[[Connection], T]) -> T:
        """Run `fn` on one state of the database; tried again while a shared server restarts.

        Raises StoreBroken when the database does not answer.
        """
        began, pause = time.monotonic(), PAUSE
        while True:
            try:
                async with self._engine.connect() as connection:
                    return await connection.run_sync(fn)
            except Exception as error:
                if not self._place.broke(error):
                    raise
                if not self._place.shared or time.monotonic() - began > PATIENCE:
                    raise StoreBroken(str(getattr(error, "orig", error))) from error
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST)

    async def close(self) -> None:
        """Let all connections go."""
        await self._engine.dispose()
