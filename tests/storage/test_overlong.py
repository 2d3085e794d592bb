"""After the clock was set back nothing waits for an hour that was over; what may wait, waits."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from dialogs.model import File
from storage import chats, files, inbox, leases, outbox, outcomes, overlong, pace
from storage.inbox import EventKey
from storage.messages import Said, log_in
from storage.outbox import Claimed, NewRow
from storage.overlong import LONGEST
from storage.schema import chat_queue
from storage.store import Store
from tests.storage.values import MINUTE, NOW, chat, of

SECOND = timedelta(seconds=1)
BACK = NOW - timedelta(hours=1)


def owed(c: Connection, name: str = "1") -> int:
    here = chat(c, name)
    outbox.post(c, here, [NewRow(method="say", body={"text": "a"})], NOW)
    return here


async def claim(store: Store, now: datetime) -> list[Claimed]:
    return await store.write(lambda c: outbox.claim(c, "telegram", now, "me", 9))


async def test_what_was_due_at_once_is_due_at_once(store: Store) -> None:
    await store.write(owed)
    assert await claim(store, BACK) == []
    assert await store.write(of(overlong.shorten, BACK)) == 1
    assert len(await claim(store, BACK)) == 1
    assert await store.write(of(overlong.shorten, BACK)) == 0


async def test_a_pause_is_no_longer_than_the_longest_but_stays_a_pause(store: Store) -> None:
    await store.write(owed)
    (taken,) = await claim(store, NOW)
    await store.write(of(outcomes.later, taken, 2, "500", NOW))
    await store.write(of(overlong.shorten, BACK))
    assert await claim(store, BACK + LONGEST - SECOND) == []
    # A word more wakes the chat, but not out of its pause.
    await store.write(of(owed))
    assert await claim(store, BACK + LONGEST - SECOND) == []
    assert len(await claim(store, BACK + LONGEST)) == 1


async def test_a_pause_as_it_may_be_is_left_alone(store: Store) -> None:
    await store.write(owed)
    (taken,) = await claim(store, NOW)
    await store.write(of(outcomes.later, taken, 300, "429", NOW))
    assert await store.write(of(overlong.shorten, NOW)) == 0
    assert await claim(store, NOW + 299 * SECOND) == []
    assert len(await claim(store, NOW + 300 * SECOND)) == 1


async def test_a_row_on_its_way_stays_its_senders_for_one_lease(store: Store) -> None:
    await store.write(owed)
    (taken,) = await claim(store, NOW)
    await store.write(of(overlong.shorten, BACK))
    assert await claim(store, BACK + outbox.LEASE - SECOND) == []
    await store.write(of(outbox.renew, [taken], BACK + 2 * SECOND))
    assert await claim(store, BACK + outbox.LEASE) == []
    assert len(await claim(store, BACK + outbox.LEASE + 2 * SECOND)) == 1


async def test_who_cannot_be_reached_stays_parked(store: Store) -> None:
    here = await store.write(owed)
    (taken,) = await claim(store, NOW)
    await store.write(of(outcomes.gone, taken, "403", NOW))
    assert await store.write(of(overlong.shorten, BACK)) == 0
    assert await store.read(lambda c: c.execute(select(chat_queue.c.due)).scalar_one()) is None
    assert not (await store.read(of(chats.person, here))).reachable


def kept(c: Connection, here: int, number: int, at: datetime) -> None:
    key = EventKey("telegram", "42", str(number))
    inbox.accept(c, key, here, f"event {number}", at, due=at + 10 * SECOND)


async def test_events_kept_for_later_wait_seconds_and_keep_their_order(store: Store) -> None:
    here = await store.write(chat)
    for number in (9, 10):
        await store.write(of(kept, here, number, NOW + number * SECOND))
    assert await store.write(of(overlong.shorten, BACK)) == 2
    await store.write(of(kept, here, 11, BACK))
    waiting = await store.read(of(inbox.due, BACK + MINUTE, 9))
    assert [one.raw for one in waiting] == ["event 9", "event 10", "event 11"]


async def test_a_file_is_fetched_and_a_turn_ends(store: Store) -> None:
    here = await store.write(chat)
    await store.write(of(files.want, here, File("x", "photo"), None, NOW))
    await store.write(of(leases.take, "poller", "who died", NOW, 6))
    await store.write(of(overlong.shorten, BACK))
    assert len(await store.read(of(files.wanted, BACK, 9))) == 1
    assert await store.read(of(leases.taken, "poller", BACK + 4 * SECOND))
    assert not await store.read(of(leases.taken, "poller", BACK + 6 * SECOND))


async def test_words_of_another_clock_do_not_count_as_too_fast(store: Store) -> None:
    here = await store.write(chat)
    for _ in range(3):
        await store.write(of(log_in, Said(chat=here, at=NOW, direction="in", words="a")))
    assert await store.read(of(pace.free, here, 3, MINUTE, NOW)) == NOW + MINUTE
    assert await store.read(of(pace.free, here, 3, MINUTE, BACK)) < BACK
