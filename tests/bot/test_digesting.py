"""The digests are made once: at their hour, after a restart, and by whoever comes first."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.digesting import AT_A_TIME, Digesting
from bot.stage import Stage
from dialogs.tickets.ticket import Role
from storage import Connection, digests, staff, tickets
from storage.digests import Kept
from storage.store import Store
from tests.storage.values import chat, filed, of, running

NINE = datetime(2026, 11, 18, 1, 0, tzinfo=UTC)  # Wednesday, 09:00 in Beijing
SATURDAY = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def staffed(c: Connection) -> list[int]:
    """A handler with a ticket that is over its limit, and a director."""
    handler = staff.add(c, "王敏", Role.HANDLER, "BIL")
    ticket = filed(c, chat(c))
    clocks = (running("C1", NINE - MINUTE),)
    tickets.save(c, ticket, replace(ticket, owner=handler, clocks=clocks), ())
    return [handler, staff.add(c, "赵总", Role.DIRECTOR)]


async def kept(store: Store, person: int, day: date = date(2026, 11, 18)) -> Kept | None:
    found = await store.read(of(digests.newest, person, day))
    return found if found is not None and found.day == day else None


async def test_it_is_made_at_nine_and_not_before(stage: Stage, store: Store) -> None:
    handler, director = await store.write(staffed)
    digesting = Digesting(stage, store)
    assert await digesting.round(NINE - MINUTE) == 0
    assert await digesting.round(NINE) == 2
    assert await digesting.round(NINE + MINUTE) == 0
    found = await kept(store, handler)
    assert found is not None
    assert [(one.name, one.count) for one in found.digest.sections] == [("over", 1)]
    figures = await kept(store, director)
    assert figures is not None
    assert figures.digest.figures["over"] == 1


async def test_a_restart_at_five_past_nine_makes_none_again(stage: Stage, store: Store) -> None:
    handler, _ = await store.write(staffed)
    assert await Digesting(stage, store).round(NINE) == 2
    first = await kept(store, handler)
    assert await Digesting(stage, store).round(NINE + 5 * MINUTE) == 0
    assert await kept(store, handler) == first


async def test_a_start_after_nine_makes_up_for_it(stage: Stage, store: Store) -> None:
    handler, _ = await store.write(staffed)
    assert await Digesting(stage, store).round(NINE + 5 * MINUTE) == 2
    found = await kept(store, handler)
    assert found is not None
    assert found.at == NINE + 5 * MINUTE


async def test_a_restart_in_the_middle_makes_those_that_are_missing(
    stage: Stage, store: Store
) -> None:
    await store.write(staffed)
    await Digesting(stage, store).round(NINE)
    new = await store.write(of(staff.add, "李强", Role.HANDLER))
    assert await Digesting(stage, store).round(NINE + MINUTE) == 1
    assert await kept(store, new) is not None


async def test_on_a_saturday_only_those_with_something_urgent_get_one(
    stage: Stage, store: Store
) -> None:
    handler, director = await store.write(staffed)
    idle = await store.write(of(staff.add, "李强", Role.HANDLER))
    assert await Digesting(stage, store).round(SATURDAY) == 2
    assert await kept(store, handler, date(2026, 11, 21)) is not None
    assert await kept(store, director, date(2026, 11, 21)) is not None
    assert await kept(store, idle, date(2026, 11, 21)) is None


async def test_two_that_make_it_at_once_keep_one_each(stage: Stage, store: Store) -> None:
    await store.write(staffed)
    both = [Digesting(stage, store), Digesting(stage, store)]
    made = await asyncio.gather(*(one.round(NINE) for one in both))
    assert sum(made) == 2


async def test_many_people_get_theirs_over_some_rounds(stage: Stage, store: Store) -> None:
    await store.write(staffed)
    for number in range(AT_A_TIME):
        await store.write(of(staff.add, f"{number}", Role.HANDLER))
    digesting = Digesting(stage, store)
    made = [await digesting.round(NINE + n * MINUTE) for n in range(3)]
    assert made == [AT_A_TIME, 2, 0]
