"""A clock that is set back while Redress runs, or before it starts: seconds stay seconds."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot.dispatch import Dispatcher
from bot.stage import Stage
from dialogs.model import Address
from storage import Connection, chats, outbox, outcomes
from storage.outbox import NewRow
from storage.overlong import LONGEST
from storage.store import Store

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


@dataclass
class Clock:
    """A clock that goes as it is told."""

    at: datetime = datetime(2026, 3, 10, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


def told_to_wait(c: Connection, seconds: float, now: datetime) -> None:
    """A chat whose message was not taken, and that is to be left alone for so long."""
    here = chats.locate(c, Address("telegram", "42", "7"), now, "en", "Ann")
    outbox.post(c, here, [NewRow(method="send", body={"text": "a"})], now)
    (row,) = outbox.claim(c, "telegram", now, "me", 1)
    outcomes.later(c, row, seconds, "429", now)


async def rest(store: Store, clock: Clock) -> timedelta:
    """How long until the chat is tried again."""
    due = await store.read(outbox.next_due)
    assert due is not None
    return due - clock.at


async def test_a_pause_of_hours_that_a_channel_asked_for_is_kept(
    stage: Stage, store: Store, clock: Clock
) -> None:
    dispatcher = Dispatcher(stage, store, clock, {})
    await dispatcher.tick()
    await store.write(lambda c: told_to_wait(c, 7200, clock.at))
    for _ in range(3):
        clock.at += SECOND
        await dispatcher.tick()
    assert await rest(store, clock) == 2 * HOUR - 3 * SECOND


async def test_the_tick_after_the_clock_was_set_back_cuts_waits_short(
    stage: Stage, store: Store, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    dispatcher = Dispatcher(stage, store, clock, {})
    await dispatcher.tick()
    await store.write(lambda c: told_to_wait(c, 2, clock.at))
    clock.at -= HOUR
    await dispatcher.tick()
    assert await rest(store, clock) == LONGEST
    assert "the clock was set back" in caplog.text


async def test_the_first_tick_after_a_start_cuts_waits_short(
    stage: Stage, store: Store, clock: Clock
) -> None:
    await store.write(lambda c: told_to_wait(c, 2, clock.at))
    clock.at -= HOUR
    await Dispatcher(stage, store, clock, {}).tick()
    assert await rest(store, clock) == LONGEST
