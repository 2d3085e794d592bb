"""Subscriber and staff at the same ticket at once, each served by a replica of their own."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from storage.store import Store
from tests.bot.web import racing
from tests.bot.web.desk_office import Office, office
from tests.bot.web.test_races import RACES


@pytest.fixture
async def two(
    house: House, texts: Texts, one: Store, other: Store, tmp_path: Path
) -> AsyncIterator[tuple[Office, Office]]:
    """Two replicas that serve chat and desk, on one database."""
    async with AsyncExitStack() as stack:
        made = [office(house, texts, store, tmp_path / "files") for store in (one, other)]
        first, second = [await stack.enter_async_context(each) for each in made]
        yield first, second


@pytest.mark.parametrize("run", RACES, ids=lambda run: run.__name__)
async def test_one_wins_and_the_other_is_told(run: racing.Run, two: tuple[Office, Office]) -> None:
    page, desk = two
    for turn in range(3):
        async with racing.person(page) as ann:
            assert await run(await racing.race(ann, desk, f"陈工{turn}"))


async def test_of_two_presses_at_once_in_two_chats_one_agrees(two: tuple[Office, Office]) -> None:
    page, desk = two
    async with racing.person(page) as ann, racing.person(desk) as li:
        await racing.two_accept_at_once(await racing.race(ann, desk, "陈工"), li)


async def test_leave_is_refused_while_the_subscriber_writes(two: tuple[Office, Office]) -> None:
    page, desk = two
    async with racing.person(page) as ann:
        assert await racing.refused_while_she_writes(ann, desk, "陈工")
