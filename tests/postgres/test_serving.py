"""Replicas side by side as processes: nothing lost, nothing twice, whoever dies."""

import asyncio
from pathlib import Path

from tests.e2e.conftest import api, catalog
from tests.e2e.letter import ANSWERS, STEPS, files, takes, times
from tests.e2e.running import PATIENCE
from tests.peers.bot_api import FakeBotApi
from tests.peers.people import Person
from tests.postgres.cluster import Cluster, clustered
from tests.postgres.server import Server

__all__ = ["api", "catalog"]

TAKE_OVER = 10.0  # seconds that DESIGN promises


async def crowd(api: FakeBotApi, count: int, name: str) -> list[Person]:
    """So many people who file a complaint at the same time; all come to its end."""
    people = [api.person(f"{name} {number}") for number in range(count)]
    numbers = await asyncio.gather(*(files(one) for one in people))
    assert len(set(numbers)) == count
    return people


async def told(cluster: Cluster) -> dict[str, dict[str, int]]:
    """What one of them counts."""
    found: dict[str, dict[str, int]] = await cluster.replicas[-1].told("stats")
    return found


def once(person: Person) -> list[int]:
    """How often each answer of the filing was heard."""
    return [times(person, answer) for answer in ANSWERS]


async def test_three_take_one_webhook_and_each_answer_comes_once(
    api: FakeBotApi, catalog: Path, tmp_path: Path, new_postgres_url: str
) -> None:
    async with clustered(api, catalog, tmp_path, new_postgres_url, "webhook", 3) as cluster:
        people = await crowd(api, 24, "Ann")
        assert [once(one) for one in people] == [[1] * len(STEPS)] * 24
        stats = await told(cluster)
        assert stats["tickets"] == {"dispatched": 24}
        assert stats["events"] == {"accepted": 24 * len(STEPS), "duplicate": 0, "parked": 0}
        assert stats["outbox"] == {
            "pending": 0,
            "sent": 24 * len(STEPS),
            "failed": 0,
            "unknown": 0,
        }


async def test_one_polls_and_another_takes_over_when_it_is_killed_or_stopped(
    api: FakeBotApi, catalog: Path, tmp_path: Path, new_postgres_url: str
) -> None:
    async with clustered(api, catalog, tmp_path, new_postgres_url, "polling", 2) as cluster:
        first = await cluster.poller()
        await crowd(api, 6, "before")
        clock = asyncio.get_running_loop().time
        killed = clock()
        await first.kill()
        cluster.replicas.remove(first)
        ann = api.person("Ann")
        async with asyncio.timeout(TAKE_OVER * 3):
            await takes(ann, STEPS[0])
        print(f"taken over after a kill within {clock() - killed:.1f} s")  # noqa: T201
        await cluster.start(1)
        second, third = cluster.replicas
        assert await cluster.poller() is second
        stopped = clock()
        await second.stop()
        cluster.replicas.remove(second)
        await takes(ann, STEPS[1])
        print(f"taken over after a stop within {clock() - stopped:.1f} s")  # noqa: T201
        assert [times(ann, answer) for answer in ANSWERS[:2]] == [1, 1]
        assert await cluster.poller() is third


async def test_one_of_two_is_killed_while_all_write_and_nothing_is_lost(
    api: FakeBotApi, catalog: Path, tmp_path: Path, new_postgres_url: str
) -> None:
    async with clustered(api, catalog, tmp_path, new_postgres_url, "webhook", 2) as cluster:
        filing = asyncio.ensure_future(crowd(api, 30, "Ann"))
        await half(api, 30)
        victim = cluster.replicas[0]
        await victim.kill()
        cluster.replicas.remove(victim)
        people = await filing
        await settled(cluster, 30)
        assert all(min(once(one)) == 1 for one in people)


async def test_the_database_restarts_while_all_write_and_nothing_is_lost(
    api: FakeBotApi, catalog: Path, tmp_path: Path, new_postgres_url: str, postgresql: Server
) -> None:
    async with clustered(api, catalog, tmp_path, new_postgres_url, "webhook", 2) as cluster:
        filing = asyncio.ensure_future(crowd(api, 30, "Ann"))
        await half(api, 30)
        await asyncio.to_thread(postgresql.stop, "immediate")
        await asyncio.to_thread(postgresql.start)
        people = await filing
        await settled(cluster, 30)
        assert all(min(once(one)) == 1 for one in people)


async def half(api: FakeBotApi, people: int) -> None:
    """Until half of all answers were sent."""
    await asyncio.sleep(0)  # they begin, and are known
    async with asyncio.timeout(PATIENCE):
        while len(api.sent("sendMessage")) < people * len(STEPS) // 2:
            bells = [asyncio.ensure_future(one.home.bell.wait()) for one in api.people.values()]
            await asyncio.wait(bells, return_when=asyncio.FIRST_COMPLETED)
            for bell in bells:
                bell.cancel()


async def settled(cluster: Cluster, people: int) -> None:
    """Each complaint is one ticket, and nothing is owed to anybody."""
    stats = await told(cluster)
    assert stats["tickets"] == {"dispatched": people}
    assert stats["events"]["accepted"] == people * len(STEPS)
    assert stats["events"]["parked"] == 0
    while stats["outbox"]["pending"] + stats["outbox"]["unknown"]:
        stats = await told(cluster)
    assert stats["outbox"]["failed"] == 0
