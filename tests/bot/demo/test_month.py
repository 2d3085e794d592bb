"""The demo's month: each rule of the process happens in it, in the order of time, always alike."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest

from bot import clockwork
from bot.channels.nowhere import Nowhere
from bot.demo import telling
from bot.demo.matters import ANY, LANGUAGES, drawn, shelf
from bot.demo.playing import Played, dealt, play
from bot.demo.rules import LEFT_OUT, every, wanted
from bot.demo.stories import STORIES
from bot.stage import Stage
from dialogs.catalogue import Catalogue
from dialogs.flows import ROOMS
from dialogs.house import House
from dialogs.incidents.incident import Incident, News, Progress
from dialogs.intake.draft import SURE
from dialogs.texts import Texts
from dialogs.tickets.ticket import Ticket
from storage import Connection, broadcasts, demo, incidents, outbox, tickets
from storage.schema import metadata
from storage.store import Store
from tests.bot.conftest import KEYS

T = TypeVar("T")

NOW = datetime(2026, 11, 18, 6, 30, tzinfo=UTC)  # Wednesday, 14:30 in Beijing
TICKETS = sum(one.tickets for one in STORIES)  # so many that each story is told once


@dataclass(frozen=True)
class Month:
    """A month that was played, in its file."""

    played: Played
    url: str
    tickets: tuple[Ticket, ...]


@pytest.fixture(scope="module")
def month(
    tmp_path_factory: pytest.TempPathFactory, migrated: bytes, house: House, texts: Texts
) -> Month:
    file = tmp_path_factory.mktemp("month") / "redress.db"
    return asyncio.run(played(file, migrated, staged(house, texts), TICKETS))


def staged(house: House, texts: Texts) -> Stage:
    nowhere = Nowhere()
    return Stage(house, ROOMS, texts, {nowhere.name: nowhere})


async def played(file: Path, migrated: bytes, stage: Stage, tickets_wanted: int) -> Month:
    await asyncio.to_thread(file.write_bytes, migrated)
    url = f"sqlite+aiosqlite:///{file}"
    store = await Store.open(url, KEYS)
    try:
        told = await play(stage, store, tickets_wanted, NOW)
        filed = await store.read(every_ticket)
    finally:
        await store.close()
    return Month(told, url, filed)


def every_ticket(c: Connection) -> tuple[Ticket, ...]:
    found = (tickets.load(c, number) for number in range(1, 2 * TICKETS))
    return tuple(one for one in found if one is not None)


def test_each_rule_of_the_process_happens(month: Month, catalogue: Catalogue) -> None:
    """A clock, mark, route, trigger or move that is new in the catalogue needs a story."""
    counts = month.played.tally.counts
    assert [name for name in wanted(catalogue) if not counts[name]] == []


def test_no_story_is_refused_what_it_does(month: Month) -> None:
    assert dict(month.played.tally.why) == {}


def test_what_is_left_out_is_there_and_does_not_happen(month: Month, catalogue: Catalogue) -> None:
    assert set(LEFT_OUT) <= set(every(catalogue))
    assert [name for name in LEFT_OUT if month.played.tally.counts[name]] == []


def test_as_many_tickets_are_filed_as_were_asked_for(month: Month) -> None:
    assert month.played.tickets == len(month.tickets) == TICKETS
    assert {one.language for one in month.tickets} == set(LANGUAGES)


def test_all_is_played_in_the_order_of_time(month: Month) -> None:
    opened = [one.opened_at for one in month.tickets]
    assert opened == sorted(opened)
    assert [one.number for one in month.tickets] == sorted(one.number for one in month.tickets)
    assert opened[-1] <= NOW

    def read(c: Connection) -> list[list[datetime]]:
        return [[entry.at for entry in tickets.timeline(c, one.id)] for one in month.tickets]

    for moments in asyncio.run(looked(month.url, read)):
        assert all(one <= later for one, later in pairwise(moments))
        assert moments[-1] <= NOW


def test_nothing_is_owed_and_no_clock_of_the_past_waits(month: Month) -> None:
    def read(c: Connection) -> tuple[int, list[int]]:
        chats = {one.chat for one in month.tickets}
        return sum(outbox.owed_to(c, chat) for chat in chats), tickets.due(c, NOW, 10)

    owed, due = asyncio.run(looked(month.url, read))
    assert (owed, due) == (0, [])


async def looked(url: str, fn: Callable[[Connection], T]) -> T:
    store = await Store.open(url, KEYS, alone=False)
    try:
        return await store.read(fn)
    finally:
        await store.close()


def test_the_whole_month_is_removed_without_a_trace(
    month: Month, tmp_path: Path, migrated: bytes
) -> None:
    """All but the numbers given so far, the proof of the keys and what was read of timelines."""
    fresh, copy = tmp_path / "fresh.db", tmp_path / "copy.db"
    fresh.write_bytes(migrated)
    copy.write_bytes(Path(month.url.partition("///")[2]).read_bytes())
    asyncio.run(cleared(f"sqlite+aiosqlite:///{copy}"))
    before = asyncio.run(looked(f"sqlite+aiosqlite:///{fresh}", everything))
    after = asyncio.run(looked(f"sqlite+aiosqlite:///{copy}", everything))
    left = {name for name, count in after.items() if count != before[name]}
    assert left <= {"counter", "setting"}


async def cleared(url: str) -> None:
    store = await Store.open(url, KEYS)
    try:
        while await store.write(lambda c: demo.clear(c, 50)):
            pass
        await store.write(demo.dismiss)
    finally:
        await store.close()


def everything(c: Connection) -> dict[str, int]:
    return {name: len(c.execute(table.select()).all()) for name, table in metadata.tables.items()}


def test_the_month_leaves_one_incident_running_that_all_of_it_heard_of(month: Month) -> None:
    """So that the desk has one to show, and whoever files from its place is asked."""

    def read(c: Connection) -> list[tuple[Incident, tuple[Progress, ...], int]]:
        live = [one for one in incidents.live(c) if one.running]
        return [(i, broadcasts.progress(c, i.id), incidents.counts(c, i.id).open) for i in live]

    ((incident, told, open_now),) = asyncio.run(looked(month.url, read))
    assert incident.words
    assert incident.expected is not None
    assert incident.expected > NOW
    assert open_now > 10
    assert {one.news for one in told} == {News.FOUND, News.NOTE}
    assert all((one.finished, one.left, one.sending, one.failed) == (True, 0, 0, 0) for one in told)


def test_the_same_deck_is_played_alike(
    tmp_path: Path, migrated: bytes, house: House, texts: Texts
) -> None:
    one, other = (
        asyncio.run(played(tmp_path / name, migrated, staged(house, texts), 8))
        for name in ("one.db", "other.db")
    )
    assert one.played.tally == other.played.tally
    assert one.tickets == other.tickets


def test_each_story_is_told_once_and_whole() -> None:
    deck = dealt(1000, Random(1))
    assert [one for one, whole in deck if whole] != list(STORIES)  # in an order of their own
    assert sorted(n.name for n, whole in deck if whole) == sorted(one.name for one in STORIES)
    assert sum(one.tickets for one, _ in deck) == 1000


def test_a_small_demo_is_of_ordinary_stories() -> None:
    deck = dealt(20, Random(1))
    assert not any(whole for _, whole in deck)
    assert sum(one.tickets for one, _ in deck) == 20


async def test_a_server_leaves_the_month_alone_while_it_is_played(
    stage: Stage, store: Store
) -> None:
    """Else its clocks, which are all long past, would go off at once."""
    await play(stage_of(stage), store, 3, NOW)
    later = NOW + timedelta(days=90)
    assert await store.read(lambda c: clockwork.due(c, later))
    await store.write(lambda c: demo.play(c, later))
    assert await store.read(lambda c: clockwork.due(c, later)) == ()
    broken_off = later + timedelta(minutes=2)
    assert await store.read(lambda c: clockwork.due(c, broken_off))


def stage_of(stage: Stage) -> Stage:
    return staged(stage.house, stage.texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_matter_is_understood_as_what_it_is(language: str, house: House) -> None:
    """What the bot would take for another category is asked about, never taken for granted."""
    wrong = []
    for told in shelf(language)["matter"]:
        wanting = replace(ANY, code=told["code"].removeprefix("en-"), language=language)
        matter = drawn(wanting, NOW, 7, Random(told["code"]), house.zone)
        best = house.guesser.guess(matter.text, best=1)[0]
        if best.category != matter.category and best.share >= SURE:
            wrong.append((matter.code, best))
    assert wrong == []


def test_the_table_names_each_clock(month: Month, catalogue: Catalogue) -> None:
    lines = list(telling.table(month.played, catalogue))
    firsts = {line.split()[0] for line in lines if line.strip()}
    assert set(catalogue.clocks) <= firsts
    assert not any("did not happen" in line for line in lines)
    told = telling.as_json(month.played, catalogue)
    assert told["tickets"] == month.played.tickets
    assert told["lacking"] == []
