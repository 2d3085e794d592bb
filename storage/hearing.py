"""What the processes on one PostgreSQL tell each other: LISTEN and NOTIFY on one channel.

A message is the teller's name, a space, and words; without words it says that a commit brought
news. All of it is a hint: who misses one finds the same in the rows a little later.
"""

import asyncio
import logging
from collections.abc import AsyncIterator

import psycopg
from sqlalchemy import Connection
from sqlalchemy.engine import URL

log = logging.getLogger(__name__)

CHANNEL = "redress"
LARGEST = 7_900  # bytes of a message; the server's limit is 8,000
NOTIFY = f"SELECT pg_notify('{CHANNEL}', %(message)s)"
PAUSE, LONGEST = 0.1, 2.0  # seconds between two tries to connect


def tell(c: Connection, owner: str, words: str = "") -> None:
    """Tell the others once this transaction is committed. `words` is ASCII."""
    c.exec_driver_sql(NOTIFY, {"message": f"{owner} {words}"})


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
