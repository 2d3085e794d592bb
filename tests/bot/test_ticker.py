"""The ticker: ticks, goes on after a fault, and stops when told."""

import asyncio
from collections.abc import Callable

import pytest

from bot.ticker import AT_ONCE, Ticker
from storage.errors import StoreBroken, StoreClosed


class Ticks:
    """What a tick does, one after the other; the last one stops the ticker."""

    def __init__(self, *does: int | Exception) -> None:
        self.does, self.count = does, 0
        self.stop: Callable[[], None] = lambda: None

    async def __call__(self) -> int:
        one = self.does[self.count]
        self.count += 1
        if self.count == len(self.does):
            self.stop()
        if isinstance(one, Exception):
            raise one
        return one


async def played(*does: int | Exception, every: float = 0.001) -> tuple[Ticks, Ticker]:
    ticks = Ticks(*does)
    ticker = Ticker(ticks, every)
    ticks.stop = ticker.stop
    async with asyncio.timeout(5):
        await ticker.run()
    return ticks, ticker


async def test_it_ticks_again_and_again() -> None:
    ticks, ticker = await played(0, 3, 0)
    assert (ticks.count, ticker.late) == (3, "")


async def test_a_fault_in_a_tick_does_not_stop_the_clocks(
    caplog: pytest.LogCaptureFixture,
) -> None:
    ticks, ticker = await played(RuntimeError("fault"), RuntimeError("fault"), 0)
    assert (ticks.count, ticker.late) == (3, "")
    assert caplog.text.count("tick failed") == 1


async def test_a_store_that_refuses_is_asked_again_and_named_meanwhile() -> None:
    _, ticker = await played(0, StoreBroken("disk full"))
    assert ticker.late == "StoreBroken"


async def test_the_end_of_the_store_ends_it() -> None:
    ticks, _ = await played(StoreClosed("closed"), 0)
    assert ticks.count == 1


async def test_much_to_do_makes_the_next_tick_follow_at_once() -> None:
    ticks, _ = await played(AT_ONCE, AT_ONCE, 0, every=60)
    assert ticks.count == 3


async def test_ringing_ticks_before_the_second_is_over() -> None:
    ticked = asyncio.Event()

    async def tick() -> int:
        ticked.set()
        return 0

    ticker = Ticker(tick, 60)
    task = asyncio.create_task(ticker.run())
    async with asyncio.timeout(5):
        for _ in range(3):
            await ticked.wait()
            ticked.clear()
            ticker.ring()
        ticker.stop()
        await task
