"""Reminders to staff: asked once within the cool-down, gathered when many come at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection

from dialogs.tickets.ticket import Role, Task, Ticket
from storage import ladder, staff, tasks, tickets
from storage.ladder import Pace, Whose
from storage.store import Store
from tests.storage.values import NOW, chat, filed, of

HOUR = timedelta(hours=1)
PACE = Pace(cool_down=4 * HOUR, an_hour=3)
BOSS = Whose(Role.SUPERVISOR, 99, "")


def asked(
    ticket: Ticket, kind: str = "deadline", role: Role = Role.SUPERVISOR, words: str = "R3",
    due: datetime = NOW, at: datetime = NOW, pace: Pace = PACE,
) -> Callable[[Connection], int]:  # fmt: skip
    new = Task(kind=kind, role=role, due=due, words=words)
    return of(ladder.ask, new, (ticket.id, ticket.chat), at, pace)


async def made(store: Store, count: int = 1, owner: int = 0) -> list[Ticket]:
    def put(c: Connection) -> list[Ticket]:
        found = []
        for number in range(count):
            ticket = filed(c, chat(c, f"{owner}-{number}"))
            mine = replace(ticket, owner=owner)
            tickets.save(c, ticket, mine, ())
            found.append(mine)
        return found

    return await store.write(put)


async def test_the_same_thing_within_the_cool_down_is_one_task_in_the_newer_words(
    store: Store,
) -> None:
    (ticket,) = await made(store)
    first = await store.write(asked(ticket))
    later = asked(ticket, words="C1", due=NOW + HOUR, at=NOW + 3 * HOUR)
    assert await store.write(later) == first
    (todo,) = await store.read(of(tasks.of_ticket, ticket.id))
    assert (todo.task.words, todo.task.due, todo.count) == ("C1", NOW + HOUR, 2)
    assert todo.created_at == NOW


@pytest.mark.parametrize(
    "change",
    [
        {"at": NOW + 4 * HOUR},
        {"role": Role.DIRECTOR},
        {"kind": "remind"},
        {"pace": Pace(timedelta(), 0), "at": NOW + HOUR},
    ],
)
async def test_what_is_something_else_is_a_task_of_its_own(
    store: Store, change: dict[str, object]
) -> None:
    (ticket,) = await made(store)
    first = await store.write(asked(ticket))
    assert await store.write(asked(ticket, **change)) != first  # type: ignore[arg-type]


async def test_another_ticket_and_a_task_that_was_done_are_not_the_same(store: Store) -> None:
    one, other = await made(store, 2)
    first = await store.write(asked(one))
    assert await store.write(asked(other)) != first
    await store.write(of(tasks.done, first, None, NOW))
    assert await store.write(asked(one, at=NOW + HOUR)) != first


async def test_a_decision_is_never_folded_into_another(store: Store) -> None:
    (ticket,) = await made(store)
    one = await store.write(asked(ticket, "approve", words="10000"))
    assert await store.write(asked(ticket, "approve", words="no_contact")) != one


async def test_a_reminder_that_nobody_has_seen_to_yet_is_counted_however_old_it_is(
    store: Store,
) -> None:
    (ticket,) = await made(store)
    first = await store.write(asked(ticket, "remind"))
    later = NOW + 30 * HOUR
    assert await store.write(asked(ticket, "remind", due=later, at=later)) == first
    (todo,) = await store.read(of(tasks.of_ticket, ticket.id))
    assert (todo.count, todo.task.due) == (2, NOW)


async def test_many_deadlines_in_an_hour_are_told_as_a_number(store: Store) -> None:
    many = await made(store, 5)
    for ticket in many:
        await store.write(asked(ticket))
    told = await store.read(of(ladder.told, BOSS, 10))
    assert [one.ticket for one in told] == [one.id for one in many[:3]]
    assert await store.read(of(ladder.gathered, BOSS)) == 2
    rest = await store.read(of(ladder.told, BOSS, 10, gathered=True))
    assert [one.ticket for one in rest] == [one.id for one in many[3:]]
    (late,) = await made(store, 1, owner=0)
    await store.write(asked(late, at=NOW + HOUR + timedelta(minutes=1)))
    assert len(await store.read(of(ladder.told, BOSS, 10))) == 4  # the next hour has begun


async def test_other_tasks_are_never_gathered(store: Store) -> None:
    for ticket in await made(store, 5):
        await store.write(asked(ticket, "low_score"))
    assert len(await store.read(of(tasks.of_kinds, ("low_score",), 10))) == 5
    assert await store.read(of(ladder.gathered, BOSS)) == 0


async def test_an_owner_hears_of_their_own_and_of_nobodys(store: Store) -> None:
    anna, ben = [await store.write(of(staff.add, name, Role.AGENT)) for name in ("安", "本")]
    (mine,), (free,) = await made(store, 1, anna), await made(store)
    for ticket in (mine, free):
        await store.write(asked(ticket, role=Role.HANDLER))
    for who, department, wanted in (
        (anna, "", [mine.id, free.id]),
        (ben, "", [free.id]),
        (ben, "NET", []),
        (anna, "NET", [mine.id]),
    ):
        told = await store.read(of(ladder.told, Whose(Role.AGENT, who, department), 10))
        assert [one.ticket for one in told] == wanted
    assert await store.read(of(ladder.told, BOSS, 10)) == ()


async def test_a_supervisor_hears_of_their_department(store: Store) -> None:
    (ticket,) = await made(store)
    await store.write(asked(ticket))
    for department, count in (("BIL", 1), ("NET", 0), ("", 1)):
        whose = Whose(Role.SUPERVISOR, 1, department)
        assert len(await store.read(of(ladder.told, whose, 10))) == count


async def test_a_limit_that_no_longer_holds_asks_nobody(store: Store) -> None:
    (ticket,) = await made(store)
    await store.write(asked(ticket, words="R3"))
    await store.write(of(ladder.over, ticket.id, {"C1"}, NOW))
    assert len(await store.read(of(ladder.told, BOSS, 10))) == 1
    await store.write(of(ladder.over, ticket.id, {"R3"}, NOW))
    assert await store.read(of(ladder.told, BOSS, 10)) == ()
