"""Commits on PostgreSQL: sessions that go away, and replicas that are in each other's way."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import pytest
from sqlalchemy import Connection, text

from dialogs.model import Address
from storage import chats, counters
from storage.errors import StoreBroken
from storage.postgres_commits import PostgresCommits
from storage.store import Store
from tests.postgres.conftest import Opening
from tests.postgres.server import Server
from tests.postgres.wire import Wire, wired
from tests.storage.values import NOW, chat, of

END_ME = text("SELECT pg_terminate_backend(pg_backend_pid())")
WAITS = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
CROWD = 200


def bump(c: Connection) -> int:
    return counters.bump(c, "x")


async def value(store: Store) -> int:
    return (await store.read(lambda c: counters.values(c, ["x"])))["x"]


async def crowd(store: Store, count: int = CROWD) -> None:
    """So many writes at once; all of them must be told that they were kept."""
    told = await asyncio.gather(*(store.write(bump) for _ in range(count)))
    assert len(set(told)) == count


@pytest.fixture
async def wire(postgresql: Server) -> AsyncIterator[Wire]:
    async with wired(postgresql.port) as made:
        yield made


@pytest.fixture
async def behind(wire: Wire, opening: Opening, postgres_url: str, postgresql: Server) -> Store:
    """A store whose connections go through the wire."""
    return await opening(postgres_url.replace(f":{postgresql.port}/", f":{wire.port}/"))


@pytest.mark.parametrize("cut", ["before", "after"])
async def test_a_commit_whose_answer_never_came_is_done_exactly_once(
    behind: Store, wire: Wire, cut: str
) -> None:
    await behind.write(bump)
    for _ in range(5):
        setattr(wire, cut, 1)
        await crowd(behind)
    assert wire.cuts == 5
    assert await value(behind) == 1 + 5 * CROWD


async def test_the_wire_is_cut_at_any_moment_and_each_write_is_kept_once(
    behind: Store, wire: Wire
) -> None:
    async def writer() -> None:
        for _ in range(40):
            await behind.write(bump)

    writing = asyncio.gather(*(writer() for _ in range(10)))
    while not writing.done():
        seen = wire.sessions
        wire.cut()
        while wire.sessions == seen and not writing.done():
            await behind.write(lambda c: None)
    await writing
    assert wire.sessions > 3
    assert await value(behind) == 400


async def test_a_session_that_ends_in_the_middle_of_a_job_is_followed_by_another(
    one: Store,
) -> None:
    ended: list[bool] = []

    def once(c: Connection) -> int:
        if not ended:
            ended.append(True)
            c.execute(END_ME)
        return bump(c)

    told = await asyncio.gather(one.write(bump), one.write(once), one.write(bump))
    assert sorted(told) == [1, 2, 3]
    assert await value(one) == 3


async def test_a_job_that_ends_its_session_every_time_fails_alone(one: Store) -> None:
    def poison(c: Connection) -> None:
        c.execute(END_ME)

    told = await asyncio.gather(
        one.write(bump), one.write(poison), one.write(bump), return_exceptions=True
    )
    assert isinstance(told[1], StoreBroken)
    assert await value(one) == 2


async def test_the_server_crashes_under_load_and_each_write_is_kept_once(
    postgresql: Server, one: Store, other: Store
) -> None:
    done: list[int] = []
    reached = {least: asyncio.Event() for least in (60, 240)}

    async def writer(store: Store) -> None:
        for _ in range(60):
            done.append(await store.write(bump))
            if len(done) in reached:
                reached[len(done)].set()

    async def reader() -> None:
        while len(done) < 480:
            assert await value(one) >= 0

    writing = asyncio.gather(*(writer(store) for store in (one, other) * 4), reader())
    for crash in reached.values():
        await crash.wait()
        await asyncio.to_thread(postgresql.stop, "immediate")
        await asyncio.to_thread(postgresql.start)
    await writing
    assert sorted(done) == list(range(1, 481))
    assert await value(one) == 480


async def test_who_waits_too_long_is_told_and_the_next_goes_well(
    postgresql: Server, postgres_url: str, opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PostgresCommits.__init__, "__defaults__", (0.3,))
    store = await opening(postgres_url)
    await asyncio.to_thread(postgresql.stop, "immediate")
    try:
        told = await asyncio.gather(*(store.write(bump) for _ in range(3)), return_exceptions=True)
        assert [type(one) for one in told] == [StoreBroken] * 3
    finally:
        await asyncio.to_thread(postgresql.start)
    assert await store.write(bump) == 1


async def until_somebody_waits(store: Store) -> None:
    """Until a session of the server waits for another's lock."""
    while not await store.read(lambda c: c.execute(WAITS).scalar_one()):
        continue


@dataclass
class Gate:
    """Work that holds up its writer, and whatever it has locked, until it is opened."""

    reached: threading.Event = field(default_factory=threading.Event)
    opened: threading.Event = field(default_factory=threading.Event)

    def before(self, then: Callable[[Connection], int]) -> Callable[[Connection], int]:
        def work(c: Connection) -> int:
            self.reached.set()
            return then(c) if self.opened.wait(10) else -1

        return work


def grown(c: Connection) -> int:
    """Read, add and write, as a step does with its session: only a lane makes that safe."""
    name = c.execute(text("SELECT name FROM subscriber WHERE id = 1")).scalar_one()
    c.execute(text("UPDATE chat SET notify = :n WHERE id = 1"), {"n": str(len(name))})
    old = int(c.execute(text("SELECT agreed FROM chat WHERE id = 1")).scalar_one() or 0)
    c.execute(text("UPDATE chat SET agreed = :n WHERE id = 1"), {"n": str(old + 1)})
    return old + 1


@pytest.mark.parametrize("by", ["id", "address"])
async def test_one_chat_is_never_stepped_by_two_at_once(one: Store, other: Store, by: str) -> None:
    here = await one.write(chat)
    lane = here if by == "id" else Address("telegram", "42", "100")
    gate = Gate()
    first = one.submit(gate.before(grown), lanes=[lane])
    await asyncio.to_thread(gate.reached.wait, 10)
    second = other.submit(grown, lanes=[lane])
    await until_somebody_waits(one)
    gate.opened.set()
    assert sorted([await first, await second]) == [1, 2]
    steps = [store.write(grown, lanes=[lane]) for store in (one, other) for _ in range(100)]
    assert sorted(await asyncio.gather(*steps)) == list(range(3, 203))


async def test_another_chat_is_stepped_meanwhile(one: Store, other: Store) -> None:
    here, there = await one.write(chat), await one.write(of(chat, "200"))
    gate = Gate()
    stuck = one.submit(gate.before(bump), lanes=[here])
    await asyncio.to_thread(gate.reached.wait, 10)
    assert await other.write(lambda c: 7, lanes=[there]) == 7
    gate.opened.set()
    await stuck


async def test_a_new_chat_that_two_see_at_once_is_one_chat(one: Store, other: Store) -> None:
    for number in range(30):
        address = Address("telegram", "42", f"new {number}")
        locate = of(chats.locate, address, NOW, "zh-CN", "Ann")
        found = await asyncio.gather(
            one.write(locate, lanes=[address]), other.write(locate, lanes=[address])
        )
        assert found[0] == found[1]


async def test_two_that_wait_for_each_other_both_end_well(one: Store, other: Store) -> None:
    meet = threading.Barrier(2)

    def crossing(first: str, second: str) -> Callable[[Connection], None]:
        tries: list[int] = []

        def work(c: Connection) -> None:
            counters.bump(c, first)
            if not tries:
                tries.append(1)
                meet.wait(10)
            counters.bump(c, second)

        return work

    await asyncio.gather(one.write(crossing("x", "y")), other.write(crossing("y", "x")))
    assert await one.read(lambda c: counters.values(c, ["x", "y"])) == {"x": 2, "y": 2}
