"""Who sends too fast is heard all the same: a little later, in order, and told so once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.dispatch import Dispatcher
from bot.stage import Stage
from dialogs.model import Address, Event, Json, Text
from storage import Connection, chats, inbox, messages, stats
from storage.store import Store

START = datetime(2026, 11, 18, 2, tzinfo=UTC)  # ten in the morning in Shanghai
SECOND = timedelta(seconds=1)


class Desk:
    """A dispatcher on a clock that the test moves, for people who allow themselves no pause."""

    def __init__(self, stage: Stage, store: Store, per_10s: int, per_minute: int) -> None:
        limited = replace(stage, inbound_per_10s=per_10s, inbound_per_minute=per_minute)
        self.now, self.store = START, store
        self.dispatcher = Dispatcher(limited, store, lambda: self.now, {})
        self.said = 0

    async def says(self, *words: str, who: str = "7") -> None:
        """A batch of messages, a millisecond apart."""
        batch: list[tuple[Event, Json]] = []
        for text in words:
            self.said += 1
            at = self.now + timedelta(milliseconds=self.said)
            address = Address("telegram", "42", who)
            event = Event(f"{self.said}", address, at, Text(text), message=f"{self.said}")
            batch.append((event, {"update_id": self.said}))
        await self.dispatcher.take(batch)

    async def waits(self, seconds: float) -> None:
        """Time goes on, with a tick at each second."""
        for _ in range(round(seconds)):
            self.now += SECOND
            await self.dispatcher.tick()

    async def heard(self, who: str = "7") -> list[str]:
        """What stands in the chat's log as the person's own words."""
        return [one.words for one in await self._log(who) if one.direction == "in"]

    async def told(self, words: str, who: str = "7") -> int:
        """How many of our messages hold these words."""
        log = await self._log(who)
        return sum(words in one.words for one in log if one.direction == "out")

    async def _log(self, who: str) -> Sequence[messages.Said]:
        def read(c: Connection) -> Sequence[messages.Said]:
            here = chats.find(c, Address("telegram", "42", who))
            return messages.conversation(c, here, limit=1000) if here else ()

        return await self.store.read(read)

    async def waiting(self) -> int:
        return len(await self.store.read(lambda c: inbox.waiting(c, 1000)))


def words(count: int) -> list[str]:
    return [f"第{number}句话" for number in range(1, count + 1)]


SLOWER = "您发得有点快"


@pytest.fixture
def desk(stage: Stage, store: Store) -> Desk:
    return Desk(stage, store, per_10s=20, per_minute=60)


async def test_what_is_too_much_is_kept_told_once_and_heard_in_order(desk: Desk) -> None:
    spoken = words(50)
    await desk.says(*spoken)
    assert await desk.heard() == spoken[:20]
    assert (await desk.told(SLOWER), await desk.waiting()) == (1, 30)
    await desk.waits(60)
    assert await desk.heard() == spoken
    assert (await desk.told(SLOWER), await desk.waiting()) == (1, 0)
    counts = await desk.store.read(stats.counts)
    assert counts["events"] == {"accepted": 50, "duplicate": 0, "parked": 0}


async def test_what_comes_later_does_not_overtake_what_waits(desk: Desk) -> None:
    await desk.says(*words(25))
    await desk.waits(5)
    await desk.says("最后一句")
    await desk.waits(40)
    assert await desk.heard() == [*words(25), "最后一句"]


async def test_a_redelivery_of_what_waits_is_one_event(desk: Desk) -> None:
    await desk.says(*words(25))
    desk.said = 0
    await desk.says(*words(25))
    await desk.waits(40)
    assert await desk.heard() == words(25)


async def test_one_who_floods_costs_nobody_else_a_word(desk: Desk) -> None:
    await desk.says(*words(100), who="7")
    await desk.says("家里断网了", who="8")
    assert await desk.heard("8") == ["家里断网了"]
    assert await desk.told(SLOWER, "8") == 0


async def test_a_minute_has_its_own_measure(stage: Stage, store: Store) -> None:
    desk = Desk(stage, store, per_10s=0, per_minute=5)
    await desk.says(*words(7))
    assert await desk.heard() == words(5)
    await desk.waits(59)
    assert await desk.heard() == words(5)
    await desk.waits(30)
    assert await desk.heard() == words(7)


async def test_without_a_limit_everything_is_heard_at_once(stage: Stage, store: Store) -> None:
    desk = Desk(stage, store, per_10s=0, per_minute=0)
    await desk.says(*words(100))
    assert await desk.heard() == words(100)


async def test_what_waits_outlives_a_restart(stage: Stage, store: Store) -> None:
    desk = Desk(stage, store, per_10s=2, per_minute=0)
    await desk.says("家里宽带断了", "一直连不上", "已经三天了")
    again = Desk(stage, store, per_10s=2, per_minute=0)
    again.now = desk.now
    await again.waits(15)
    assert await again.heard() == ["家里宽带断了", "一直连不上", "已经三天了"]


async def test_what_cannot_be_read_again_is_parked_and_stops_nobody(
    stage: Stage, store: Store
) -> None:
    desk = Desk(stage, store, per_10s=1, per_minute=0)
    await desk.says("一", "二")
    await desk.says("三", "四", who="8")
    spoilt = "UPDATE inbox SET raw = 'spoilt' WHERE state = 'received' AND event = '2'"
    await store.write(lambda c: c.exec_driver_sql(spoilt))
    await desk.waits(15)
    counts = await store.read(stats.counts)
    assert counts["events"] == {"accepted": 4, "duplicate": 0, "parked": 1}
    assert (await desk.heard(), await desk.heard("8")) == (["一"], ["三", "四"])
