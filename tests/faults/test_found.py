"""What the harness found, as short as it can be told."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.model import Text
from dialogs.texts import Texts
from storage.migrate import migrate
from storage.seal import new_keys, read_keys
from tests.faults.checker import check
from tests.faults.inside import Inside

ANN = 71
STORY, MORE = Text("上个月话费多扣了30元，请退给我"), Text("13426000029")
HOUR = timedelta(hours=1)


@pytest.fixture
async def inside(house: House, texts: Texts, tmp_path: Path) -> AsyncIterator[Inside]:
    """A Redress without its process, on a fresh file."""
    url, keys = f"sqlite+aiosqlite:///{tmp_path / 'redress.db'}", read_keys(new_keys())
    await asyncio.to_thread(migrate, url, keys)
    made = Inside(url, keys, house, texts)
    await made.start()
    yield made
    await made.stop()


async def broken(inside: Inside) -> list[str]:
    """The kinds of promises that do not hold now."""
    return sorted(check(await inside.history()).kinds)


async def test_who_writes_before_a_403_is_written_down_is_answered(inside: Inside) -> None:
    """The refusal speaks of a moment before the words: they show that the person is there."""
    inside.network.gate.clear()
    inside.network.endings.append("403")
    await inside.take(inside.event(ANN, STORY))
    await asyncio.wait_for(inside.network.arrived.wait(), 5)
    await inside.take(inside.event(ANN, MORE))
    inside.network.gate.set()
    await inside.settle()
    await inside.passes(timedelta(minutes=11))
    await inside.settle()
    assert await broken(inside) == []


async def test_who_is_gone_for_good_is_left_alone_after_one_more_try(inside: Inside) -> None:
    inside.network.gate.clear()
    inside.network.endings += ["403", "403"]
    await inside.take(inside.event(ANN, STORY))
    await asyncio.wait_for(inside.network.arrived.wait(), 5)
    await inside.take(inside.event(ANN, MORE))
    inside.network.gate.set()
    await inside.settle()
    await inside.passes(HOUR)
    await inside.settle()
    assert [call.fault for call in inside.network.calls] == ["403", "403"]
    assert await broken(inside) == ["unsent"]


async def test_messages_keep_their_order_when_the_clock_is_set_back(inside: Inside) -> None:
    inside.network.endings.append("403")
    await inside.take(inside.event(ANN, STORY))
    await inside.settle()
    await inside.passes(-HOUR)
    await inside.take(inside.event(ANN, MORE))
    await inside.settle()
    assert await broken(inside) == []


async def test_no_message_waits_for_an_hour_that_the_clock_was_set_back(inside: Inside) -> None:
    """Whatever was to wait seconds waits no longer than the longest pause (reliability.md §7.8)."""
    inside.network.endings.append("500")
    await inside.take(inside.event(ANN, STORY))
    await inside.settle()
    await inside.passes(-HOUR)
    await inside.stop()
    await inside.start()
    await inside.settle()
    await inside.passes(timedelta(minutes=11))
    await inside.settle()
    assert await broken(inside) == []
