"""The line on which this process hears what the others on its PostgreSQL tell: LISTEN."""

import asyncio
import logging
from collections.abc import AsyncIterator

import psycopg
from sqlalchemy.engine import URL

from storage.hearing import CHANNEL

log = logging.getLogger(__name__)

PAUSE, LONGEST = 0.1, 2.0  # seconds between two tries to connect


async def messages(url: URL, owner: str) -> AsyncIterator[str | None]:
    """What others tell, for as long as it is asked for: words, "" for news.

    None says that the line was (re)made: what was told before that was not heard.
    """
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    pause = PAUSE
    while True:
        try:
            async with await psycopg.AsyncConnection.connect(address, autocommit=True) as line:
                await line.execute(f"LISTEN {CHANNEL}")
                pause = PAUSE
                yield None
                async for told in line.notifies():
                    teller, _, words = told.payload.partition(" ")
                    if teller != owner:
                        yield words
        except psycopg.OperationalError:
            log.info("the line to the other replicas is down", extra={"action": "line_down"})
        await asyncio.sleep(pause)
        pause = min(2 * pause, LONGEST)
