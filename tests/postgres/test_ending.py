"""An orderly stop in the middle of everything, on both databases: nothing lost, nothing twice."""

import asyncio
import signal
from pathlib import Path

import pytest

from tests.e2e.conftest import api, catalog, redress
from tests.e2e.letter import ANSWERS, STEPS, files, times
from tests.e2e.running import PATIENCE, Running
from tests.peers.bot_api import FakeBotApi

__all__ = ["api", "catalog", "redress"]

PEOPLE = 20


@pytest.fixture(params=["sqlite", "postgresql"])
def redress_there(
    request: pytest.FixtureRequest, redress: Running, api: FakeBotApi, catalog: Path
) -> Running:
    """A Redress that polls, on each database."""
    redress.configure(api, catalog)
    if request.param == "postgresql":
        url = request.getfixturevalue("new_postgres_url")
        redress.variables = {"REDRESS_STORAGE__URL": url}
    return redress


async def stopped_twice(redress: Running) -> None:
    """Told to stop, and told again before it is done."""
    assert redress.process is not None
    redress.process.send_signal(signal.SIGTERM)
    await redress.stop()


async def half_done(api: FakeBotApi, wanted: int) -> None:
    """Until so many messages were sent."""
    await asyncio.sleep(0)  # they begin, and are known
    async with asyncio.timeout(PATIENCE):
        while len(api.sent("sendMessage")) < wanted:
            bells = [asyncio.ensure_future(one.home.bell.wait()) for one in api.people.values()]
            await asyncio.wait(bells, return_when=asyncio.FIRST_COMPLETED)
            for bell in bells:
                bell.cancel()


async def test_two_sigterms_in_the_middle_lose_nothing_and_send_nothing_twice(
    redress_there: Running, api: FakeBotApi
) -> None:
    await redress_there.start()
    people = [api.person(f"Ann {number}") for number in range(PEOPLE)]
    filing = asyncio.gather(*(files(one) for one in people))
    for part in (1, 2):
        await half_done(api, part * PEOPLE * len(STEPS) // 3)
        await stopped_twice(redress_there)
        await redress_there.start()
    numbers = await filing
    assert len(set(numbers)) == PEOPLE
    for one in people:
        assert [times(one, answer) for answer in ANSWERS] == [1] * len(STEPS)
    await redress_there.stop()
    stats = await redress_there.told("stats")
    assert stats["tickets"] == {"dispatched": PEOPLE}
    assert stats["events"]["accepted"] == PEOPLE * len(STEPS)
    sent = PEOPLE * len(STEPS)
    assert stats["outbox"] == {"pending": 0, "sent": sent, "failed": 0, "unknown": 0}


async def test_killed_again_and_again_it_goes_on_where_it_was(
    redress_there: Running, api: FakeBotApi
) -> None:
    await redress_there.start()
    people = [api.person(f"Ann {number}") for number in range(PEOPLE)]
    filing = asyncio.gather(*(files(one) for one in people))
    for part in (1, 2, 3):
        await half_done(api, part * PEOPLE * len(STEPS) // 4)
        await redress_there.kill()
        await redress_there.start()
    assert len(set(await filing)) == PEOPLE
    for one in people:
        assert min(times(one, answer) for answer in ANSWERS) == 1
    await redress_there.stop()
    stats = await redress_there.told("stats")
    assert stats["tickets"] == {"dispatched": PEOPLE}
    assert stats["events"]["accepted"] == PEOPLE * len(STEPS)
    assert stats["outbox"]["pending"] == stats["outbox"]["failed"] == 0
