"""A process that is killed while it joins and tells many: none is lost, none is told twice."""

import asyncio
import sys
from pathlib import Path
from random import Random

import pytest

from bot.stage import Stage
from storage import broadcasts
from storage.store import Store
from tests.bot.conftest import CONTENT, KEYS
from tests.bot.outage import MINUTE, MORNING, many, told

PEOPLE = 300
DEATHS = 3
FARTHEST = 25  # commits that a process lives to see, at most


async def lives(url: str, keys: Path, commits: int | None) -> bool:
    """A process that is killed after so many commits; whether it was done before."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.bot.incident_child",
        url,
        str(keys),
        (MORNING + 5 * MINUTE).isoformat(),
        stdout=asyncio.subprocess.PIPE,
    )
    assert child.stdout is not None
    seen = 0
    async for line in child.stdout:
        seen += 1
        if line == b"done\n":
            return await child.wait() == 0
        if commits is not None and seen >= commits:
            child.kill()
            break
    await child.wait()
    return False


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    """A file with the keys that these tests share."""
    file = tmp_path / "keys"
    file.write_bytes(CONTENT)
    return file


async def test_killed_at_any_commit_it_goes_on_where_it_was(
    stage: Stage, url: str, key_file: Path
) -> None:
    store = await Store.open(url, KEYS)
    ids = await many(store, stage, PEOPLE, MORNING)
    await store.close()
    rng = Random(1)
    died = 0
    for _ in range(DEATHS):
        died += not await lives(url, key_file, rng.randint(2, FARTHEST))
    assert died == DEATHS, "it was done before it was killed often enough"
    assert await lives(url, key_file, None)
    store = await Store.open(url, KEYS)
    try:
        assert await told(store, "B1") == dict.fromkeys(ids, 1)
        (progress,) = await store.read(lambda c: broadcasts.progress(c, 1))
        assert (progress.sending, progress.total) == (PEOPLE, PEOPLE)
    finally:
        await store.close()
