"""Events: each taken once, kept until handled, parked when it cannot be."""

from datetime import timedelta

from storage import inbox
from storage.inbox import EventKey
from storage.store import Store
from tests.storage.values import MINUTE, NOW, chat, of

FIRST, SECOND = EventKey("telegram", "42", "1"), EventKey("telegram", "42", "2")


async def test_an_event_is_taken_once_and_its_double_counted(store: Store) -> None:
    took = await store.write(
        lambda c: [inbox.accept(c, key, None, "raw", NOW) for key in (FIRST, FIRST, SECOND)]
    )
    assert took == [True, False, True]
    assert await store.read(inbox.counts) == {"accepted": 2, "duplicate": 1, "parked": 0}


async def test_the_same_id_of_another_bot_or_channel_is_another_event(store: Store) -> None:
    others = [FIRST, EventKey("telegram", "43", "1"), EventKey("web", "42", "1")]
    took = await store.write(lambda c: [inbox.accept(c, one, None, "", NOW) for one in others])
    assert took == [True, True, True]


async def test_what_was_taken_and_not_handled_is_taken_up_again(store: Store) -> None:
    here = await store.write(chat)
    await store.write(lambda c: inbox.accept(c, FIRST, here, '{"a": 1}', NOW))
    await store.write(lambda c: inbox.accept(c, SECOND, here, '{"b": 2}', NOW + MINUTE))
    found = await store.read(lambda c: inbox.waiting(c, 10))
    assert [(one.key, one.chat, one.raw) for one in found] == [
        (FIRST, here, '{"a": 1}'),
        (SECOND, here, '{"b": 2}'),
    ]
    await store.write(lambda c: inbox.handled(c, FIRST))
    assert [one.key for one in await store.read(lambda c: inbox.waiting(c, 10))] == [SECOND]


async def test_an_event_handled_in_the_same_breath_leaves_nothing_to_do(store: Store) -> None:
    await store.write(lambda c: inbox.accept(c, FIRST, None, "", NOW))
    assert await store.read(lambda c: inbox.waiting(c, 10)) == ()
    assert not await store.write(lambda c: inbox.accept(c, FIRST, None, "", NOW))


async def test_a_poison_is_parked_with_its_words_and_may_be_tried_again(store: Store) -> None:
    await store.write(lambda c: inbox.accept(c, FIRST, None, "poison", NOW))
    tries = [await store.write(lambda c: inbox.attempt(c, FIRST)) for _ in range(3)]
    assert tries == [1, 2, 3]
    await store.write(lambda c: inbox.park(c, FIRST, "ValueError"))
    (parked,) = await store.read(lambda c: inbox.parked(c, 10))
    assert (parked.raw, parked.error, parked.attempts) == ("poison", "ValueError", 3)
    assert (await store.read(inbox.counts))["parked"] == 1
    await store.write(lambda c: inbox.retry(c, FIRST))
    assert [one.attempts for one in await store.read(lambda c: inbox.waiting(c, 10))] == [0]


async def test_clearing_takes_old_handled_events_and_keeps_the_count(store: Store) -> None:
    for key, raw in ((FIRST, ""), (SECOND, "waits")):
        await store.write(of(inbox.accept, key, None, raw, NOW))
    assert await store.write(lambda c: inbox.clear(c, NOW + timedelta(days=30), 100)) == 1
    assert len(await store.read(lambda c: inbox.waiting(c, 10))) == 1
    assert (await store.read(inbox.counts))["accepted"] == 2
