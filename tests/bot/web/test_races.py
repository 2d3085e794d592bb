"""Subscriber and staff at the same ticket at once, on SQLite: see `racing`."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from dialogs.house import House
from dialogs.texts import Texts
from storage.store import Store
from tests.bot.web import racing
from tests.bot.web.desk_office import Office, office


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


RACES = (
    racing.accepting_while_it_is_withdrawn,
    racing.accepting_while_another_replaces_it,
    racing.changing_one_s_mind_while_an_item_is_done,
)


@pytest.mark.parametrize("run", RACES, ids=lambda run: run.__name__)
async def test_one_wins_and_the_other_is_told(run: racing.Run, here: Office) -> None:
    for turn in range(3):
        async with racing.person(here) as ann:
            assert await run(await racing.race(ann, here, f"陈工{turn}"))


async def test_of_two_presses_at_once_in_two_chats_one_agrees(here: Office) -> None:
    async with racing.person(here) as ann, racing.person(here) as li:
        await racing.two_accept_at_once(await racing.race(ann, here, "陈工"), li)


async def test_leave_is_refused_while_the_subscriber_writes(here: Office) -> None:
    async with racing.person(here) as ann:
        assert await racing.refused_while_she_writes(ann, here, "陈工")
