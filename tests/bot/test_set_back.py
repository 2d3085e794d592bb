"""What staff set back by hand beside a running server is taken up by it, and once."""

from datetime import UTC, datetime

from bot.channels.base import Refused
from bot.dispatch import Dispatcher
from bot.stage import Stage
from bot.step import key_of
from dialogs.model import Address, Command, Event
from storage import Connection, events, inbox, mending
from storage.events import Kept
from storage.inbox import EventKey
from storage.store import Store
from tests.bot.postman import Postman
from tests.bot.test_delivery import delivering, owe, settled


def now() -> datetime:
    return datetime.now(UTC)


async def test_a_parked_event_is_stepped_at_the_next_tick(stage: Stage, store: Store) -> None:
    event = Event("1", Address("telegram", "42", "7"), now(), Command("start"))

    def park(c: Connection) -> None:
        inbox.accept(c, key_of(event), None, events.dump(Kept(event, {})), now())
        inbox.park(c, key_of(event), "a fault that was mended since")

    await store.write(park)
    dispatcher = Dispatcher(stage, store, now, {})
    assert await dispatcher.tick() == 0
    assert await store.write(lambda c: mending.retry_event(c, key_of(event)))
    assert await dispatcher.tick() == 1
    assert await dispatcher.tick() == 0
    assert await store.read(mending.count_parked) == 0
    assert stage.metrics.steps["event"] == 1


async def test_what_still_cannot_be_read_is_parked_again(stage: Stage, store: Store) -> None:
    key = EventKey("telegram", "42", "2")
    await store.write(lambda c: inbox.accept(c, key, None, "{}", now()))
    await store.write(lambda c: inbox.park(c, key, "no chat in it"))
    await store.write(lambda c: mending.retry_event(c, key))
    await Dispatcher(stage, store, now, {}).tick()
    (parked,) = await store.read(lambda c: mending.parked(c, 9))
    assert (parked.key, parked.error) == (key, "cannot be read")


async def test_a_message_given_up_is_sent_once_it_is_set_back(
    stage: Stage, store: Store, postman: Postman
) -> None:
    postman.endings.append(Refused("400"))
    await owe(store, "1", "a", "b")
    async with delivering(stage, store):
        await settled(store, failed=1, sent=1)
        (number,) = await store.read(lambda c: mending.given_up(c, 9))
        assert await store.write(lambda c: mending.retry_message(c, number, now()))
        await settled(store, failed=0, sent=2)
    assert postman.texts == ["a", "b", "a"]
