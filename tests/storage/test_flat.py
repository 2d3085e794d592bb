"""What comes and goes takes no more room with time: the file, and its log, stay as large."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, update

from storage import inbox, messages, outbox, schema, settings
from storage.inbox import EventKey
from storage.messages import Said
from storage.outbox import NewRow
from storage.pruning import RULES, Ages, Found, Rule
from storage.seal import Keys
from storage.sqlite_log import LONG
from storage.store import Store
from tests.storage.values import NOW, chat

ROUNDS, EVENTS = 6, 150
WRITES, LARGE = 200, 200_000  # more than 200 KB each, once sealed
COUNT = "SELECT count(*) FROM message"
DAY = timedelta(days=1)
AGES = Ages(events=8 * DAY, sends=8 * DAY, messages=8 * DAY, tickets=8 * DAY, drafts=8 * DAY)


def write_day(at: datetime, first: int) -> Callable[[Connection], None]:
    return lambda c: day(c, at, first)


def day(c: Connection, at: datetime, first: int) -> None:
    """So many messages that came on a day, each with its answer, all handled and sent."""
    for number in range(first, first + EVENTS):
        here = chat(c, f"{number % 50}")
        inbox.accept(c, EventKey("telegram", "42", f"{number}"), here, "", at)
        messages.log(c, Said(chat=here, at=at, direction="in", words="扣费不明" * (number % 40)))
        (row,) = outbox.post(c, here, [NewRow(method="send", body={"text": "好" * 200})], at).ids
        messages.log(c, Said(chat=here, at=at, direction="out", words="好" * 200, outbox=row))
    c.execute(update(schema.outbox).values(state="sent", message_id="7", sent_at=at))
    c.execute(schema.chat_queue.delete())


async def tidied(store: Store, now: datetime) -> int:
    """Everything that is old by now, gone; how many rows that were."""
    gone = 0
    for rule in RULES:
        before = now - rule.age(AGES)
        while found := await store.read(partial(look, rule, before)):
            gone += await store.write(partial(remove, rule, before, found[: rule.slice]))
    return gone


def look(rule: Rule, before: datetime, c: Connection) -> Found:
    return rule.find(c, before, 1000)


def remove(rule: Rule, before: datetime, found: Found, c: Connection) -> int:
    return rule.drop(c, found, before)


def pages(c: Connection) -> tuple[int, int]:
    """Pages of the file, and those of them that are free."""
    return tuple(
        c.exec_driver_sql(f"PRAGMA {one}").scalar_one() for one in ("page_count", "freelist_count")
    )


async def test_the_file_grows_no_more_once_things_go_as_they_come(
    file_url: str, keys: Keys
) -> None:
    """Nine days are kept: from then on each new day is written where an old one was."""
    store = await Store.open(file_url, keys)
    sizes = []
    for number in range(9 + ROUNDS):
        at = NOW + number * DAY
        await store.write(write_day(at, number * EVENTS))
        gone = await tidied(store, at)
        assert gone in ((0,) if number <= 8 else (4 * EVENTS,))
        sizes.append((await store.read(pages))[0])
    await store.close()
    full, last = sizes[9], sizes[-1]
    assert last <= full * 1.05, sizes


async def test_who_reads_sees_one_moment_while_things_go(
    file: Path, file_url: str, keys: Keys
) -> None:
    """A reader that began before sees what it saw, and holds nobody up."""
    store = await Store.open(file_url, keys)
    await store.write(lambda c: day(c, NOW - 99 * DAY, 0))
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        before = reader.execute(COUNT).fetchone()
        assert await tidied(store, NOW) == 4 * EVENTS
        assert reader.execute(COUNT).fetchone() == before == (2 * EVENTS,)
        reader.execute("COMMIT")
        assert reader.execute(COUNT).fetchone() == (0,)
    await store.close()


class Readers(threading.Thread):
    """Two readers who take turns so that there is never a moment in which nobody reads."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self.enough = threading.Event()

    def run(self) -> None:
        with closing(self._opened()) as one, closing(self._opened()) as other:
            self._begin(one)
            while not self.enough.is_set():
                self._begin(other)
                one.execute("COMMIT")
                one, other = other, one  # noqa: PLW2901  they take turns
            one.execute("COMMIT")

    def _opened(self) -> sqlite3.Connection:
        return sqlite3.connect(self._file, isolation_level=None)

    def _begin(self, reader: sqlite3.Connection) -> None:
        reader.execute("BEGIN")
        reader.execute(COUNT).fetchone()


async def test_the_log_is_begun_anew_though_there_is_always_somebody_who_reads(
    file: Path, file_url: str, keys: Keys
) -> None:
    store = await Store.open(file_url, keys)
    wal = file.with_name(f"{file.name}-wal")
    readers, most = Readers(file), 0
    readers.start()
    try:
        for number in range(WRITES):
            await store.write(partial(settings.write, name="large", value="x" * (LARGE + number)))
            most = max(most, wal.stat().st_size)
    finally:
        readers.enough.set()
        readers.join()
    await store.close()
    assert most < 2 * LONG < WRITES * LARGE
    assert not wal.exists()
