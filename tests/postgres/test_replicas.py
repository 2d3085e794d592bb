"""Replicas in one process: who serves, whose turn it is, and who has it next."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.clock import Clock
from bot.replicas import LASTS, Replicas
from bot.web.across import Across
from bot.web.live import RELOAD, Hub, Ring
from storage import leases
from storage.seal import Keys
from storage.store import Store
from tests.peers.world import Bell
from tests.storage.values import NOW, of

SECOND = timedelta(seconds=1)
NAMES = text("SELECT name FROM lease")


class Watched(Replicas):
    """A replica that is looked at after each of its renewals."""

    def __init__(self, store: Store) -> None:
        self.bell = Bell()
        super().__init__(store, Clock())
        self.on_beat.append(self.bell.ring)

    async def until(self, so: Callable[[], bool]) -> None:
        async with asyncio.timeout(LASTS * 3):
            while not so():
                await self.bell.wait()

    async def among(self, count: int) -> None:
        """Until it knows that so many serve."""
        await self.until(lambda: len(self.serving) == count)


@asynccontextmanager
async def running(store: Store) -> AsyncIterator[Watched]:
    """A replica that serves until the block ends."""
    replicas = Watched(store)
    task = asyncio.create_task(replicas.run())
    try:
        yield replicas
    finally:
        replicas.stop()
        await task


async def test_a_lease_is_one_owners_until_it_ends(one: Store, other: Store) -> None:
    take = of(leases.take, "post", "ann", NOW, 6.0)
    assert await one.write(take) == 1
    assert await other.write(of(leases.take, "post", "bo", NOW + 5 * SECOND, 6.0)) is None
    assert await other.read(of(leases.taken, "post", NOW + 5 * SECOND))
    assert await one.write(of(leases.renew, {"post": 1}, NOW + 5 * SECOND, 6.0)) == {"post"}
    assert await other.write(of(leases.take, "post", "bo", NOW + 10 * SECOND, 6.0)) is None
    assert await other.write(of(leases.take, "post", "bo", NOW + 11 * SECOND, 6.0)) == 2
    assert await one.write(of(leases.renew, {"post": 1}, NOW + 11 * SECOND, 6.0)) == set()


async def test_two_who_reach_for_a_lease_at_once_do_not_both_get_it(
    one: Store, other: Store
) -> None:
    for number in range(20):
        tries = [
            store.write(of(leases.take, f"post {number}", name, NOW, 6.0))
            for store, name in ((one, "ann"), (other, "bo"))
        ]
        assert sorted(await asyncio.gather(*tries), key=str) == [1, None]


async def test_only_its_owner_gives_a_lease_up(one: Store) -> None:
    await one.write(of(leases.take, "post", "ann", NOW, 6.0))
    await one.write(of(leases.release, "post", "bo"))
    assert await one.read(of(leases.taken, "post", NOW))
    await one.write(of(leases.release, "post", "ann"))
    assert not await one.read(of(leases.taken, "post", NOW))


async def test_what_ended_long_ago_is_forgotten(one: Store) -> None:
    await one.write(of(leases.take, "serving:a", "ann", NOW, 6.0))
    await one.write(of(leases.take, "serving:b", "bo", NOW + 60 * SECOND, 6.0))
    assert await one.read(of(leases.holders, "serving:", NOW + 61 * SECOND)) == {"bo"}
    await one.write(of(leases.forget, NOW + 30 * SECOND))
    names = await one.read(lambda c: set(c.execute(NAMES).scalars()))
    assert {"serving:a", "serving:b"} & names == {"serving:b"}


async def test_a_budget_is_shared_by_those_who_serve(one: Store, other: Store) -> None:
    async with running(one) as first:
        await first.among(1)
        assert first.share == 1
        async with running(other) as second:
            await second.among(2)
            # The first may not know of the second yet, who therefore takes very little.
            assert second.share <= 0.5
            await first.among(2)
            # Whoever renewed late takes little until its next beat.
            await second.until(lambda: second.share == 0.5)
            await first.until(lambda: first.share == 0.5)
        await first.among(1)
        await first.until(lambda: first.share == 1)


async def test_a_turn_goes_over_when_it_is_given_up_and_when_its_holder_is_gone(
    one: Store, other: Store
) -> None:
    async with running(one) as first, running(other) as second:
        await first.turn("post")
        waiting = asyncio.create_task(second.turn("post"))
        await first.give("post")
        assert not first.holds("post")
        async with asyncio.timeout(LASTS / 2):
            await waiting
        assert second.holds("post")
        # The database is gone for the second: it can renew nothing, and knows that it lost.
        lost = asyncio.create_task(second.lost("post"))
        await other.close()
        async with asyncio.timeout(LASTS * 2):
            await lost
            await first.turn("post")
        assert not second.holds("post")
        assert first.holds("post")


async def test_a_page_hears_what_another_replica_delivers(
    one: Store, other: Store, keys: Keys
) -> None:
    here, there, told = Hub(), Hub(), Bell()
    near, far = Across(here, one, keys), Across(there, other, keys)

    def heard(words: str | None) -> None:
        far.heard(words)
        told.ring()

    lines = [asyncio.create_task(one.listen(near.heard)), asyncio.create_task(other.listen(heard))]
    async with asyncio.timeout(20):
        with here.listen("chat of Ann") as page:
            assert await page.get() == RELOAD  # the line is up: what was missed is read
            while not far.watching("chat of Ann"):
                await told.wait()
            assert there.ring("chat of Ann", Ring("message", "7")) == 1
            assert await page.get() == Ring("message", "7")
            there.ring("chat of Ann", Ring("writing", "4", "正在核对"))  # a colleague at the desk
            assert await page.get() == Ring("writing", "4", "正在核对")
            there.ring("chat of Ann", Ring("toast", "press", "词" * 9000))
            assert await page.get() == RELOAD  # too long to be told
        while far.watching("chat of Ann"):
            await told.wait()
    assert there.ring("chat of Ann", Ring("message", "8")) == 0
    for line in lines:
        line.cancel()
    await asyncio.gather(*lines, return_exceptions=True)


async def test_a_replica_that_spoke_is_there_though_its_lease_is_not_seen_yet(
    one: Store, other: Store, keys: Keys
) -> None:
    here, there, told = Hub(), Hub(), Bell()
    near, far = Across(here, one, keys), Across(there, other, keys)

    def heard(words: str | None) -> None:
        far.heard(words)
        told.ring()

    far.serving(frozenset({other.place.owner}))
    lines = [asyncio.create_task(one.listen(near.heard)), asyncio.create_task(other.listen(heard))]
    async with asyncio.timeout(20):
        with here.listen("chat of Ann") as page:
            while not far.watching("chat of Ann"):
                await told.wait()
            far.serving(frozenset({other.place.owner}))  # as a renewal that began before found it
            assert there.ring("chat of Ann", Ring("message", "7")) == 1
            while await page.get() != Ring("message", "7"):
                continue
    for line in lines:
        line.cancel()
    await asyncio.gather(*lines, return_exceptions=True)


async def test_a_commit_of_another_rings(one: Store, other: Store) -> None:
    rung, told = asyncio.Event(), asyncio.Event()
    one.on_commit(rung.set)
    line = asyncio.create_task(one.listen(lambda _: told.set()))
    await told.wait()
    rung.clear()
    await other.write(of(leases.take, "quiet", "ann", NOW, 6.0), quiet=True)
    assert not rung.is_set()
    await other.write(of(leases.take, "news", "ann", NOW, 6.0))
    async with asyncio.timeout(10):
        while not rung.is_set():  # the next commit says so, if that one came too soon
            await other.write(lambda c: None, quiet=True)
    line.cancel()
    await asyncio.gather(line, return_exceptions=True)


async def test_the_clock_is_the_servers(one: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    await clock.set_by(one)
    assert clock.ahead == timedelta(0)  # the same machine tells the same time
    real = clock.now()
    monkeypatch.setattr("bot.clock.now", lambda: real - timedelta(hours=1))
    await clock.set_by(one)
    assert abs(clock.ahead - timedelta(hours=1)) < 10 * SECOND
