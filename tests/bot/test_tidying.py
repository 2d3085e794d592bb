"""What was kept long enough is forgotten, in slices, and the counts stay what they were."""

from datetime import UTC, datetime, timedelta

from bot.config import Retention
from bot.tidying import EVERY, SLICE, Tidying
from dialogs.model import Address
from storage import Connection, chats, inbox, outbox, outcomes, stats
from storage.inbox import EventKey
from storage.outbox import NewRow
from storage.store import Store

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
OLD = NOW - timedelta(days=31)


class Clock:
    at = 0.0

    def __call__(self) -> float:
        return self.at


async def nothing_due() -> int:
    return 7


async def rows(store: Store) -> tuple[int, int]:
    def count(c: Connection) -> tuple[int, int]:
        return tuple(
            c.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in ("inbox", "outbox")
        )

    return await store.read(count)


def filled(c: Connection, events: int) -> None:
    here = chats.locate(c, Address("telegram", "42", "1"), OLD, "en", "Ann")
    for number in range(events):
        inbox.accept(c, EventKey("telegram", "42", str(number)), here, "", OLD)
    inbox.accept(c, EventKey("telegram", "42", "fresh"), here, "", NOW)
    outbox.post(c, here, [NewRow(method="send", body={})], OLD)
    for row in outbox.claim(c, ["telegram"], OLD, "me", 9):
        outcomes.sent(c, row, "m1", OLD)
    outbox.post(c, here, [NewRow(method="send", body={})], OLD)  # old, and not sent yet


async def test_what_is_old_goes_in_slices_and_is_still_counted(store: Store) -> None:
    await store.write(lambda c: filled(c, SLICE + 3))
    before = await store.read(stats.counts)
    clock = Clock()
    tidying = Tidying(nothing_due, store, Retention(), lambda: NOW, clock)
    assert await tidying() == 7
    assert await rows(store) == (4, 1)
    await tidying()
    assert await rows(store) == (1, 1)
    assert await store.read(stats.counts) == before


async def test_it_is_done_once_an_hour(store: Store) -> None:
    clock = Clock()
    tidying = Tidying(nothing_due, store, Retention(), lambda: NOW, clock)
    await tidying()
    await store.write(lambda c: filled(c, 1))
    clock.at += EVERY - 1
    await tidying()
    assert (await rows(store))[0] == 2
    clock.at += 1
    await tidying()
    assert (await rows(store))[0] == 1
