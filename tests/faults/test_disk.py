"""A disk that is full, broken or read-only: nothing is taken that is not kept, and all goes on.

A clear word in the log names the cause. What people write meanwhile stays with the channel, and is
answered once there is room again, without a restart: nothing lost, nothing twice.
"""

import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from tests.bot.served import command, surroundings
from tests.e2e.letter import ANSWERS, STEPS, files, hears, takes, times
from tests.e2e.running import SECRET, environment
from tests.faults.disks import Broken, Failing, Full, OnDisk, ReadOnly, can_mount
from tests.peers.bot_api import FakeBotApi

mounting = pytest.mark.skipif(
    not can_mount(), reason="nobody may mount here: `unshare -rm` is refused or missing"
)
DISKS = (
    pytest.param(Full, marks=mounting),
    pytest.param(Broken),
    pytest.param(ReadOnly, marks=mounting),
)


@pytest.mark.parametrize("kind", DISKS)
@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_what_cannot_be_kept_is_not_taken_and_comes_again(
    kind: type[Failing], mode: str, tmp_path: Path, catalog: Path, api: FakeBotApi
) -> None:
    redress = kind(tmp_path)
    redress.configure(api, catalog, mode=mode, webhook_secret=SECRET)
    ann, bo = api.person("Ann"), api.person("Bo")
    async with redress:
        await takes(ann, STEPS[0])
        api.fault("sendMessage", "slow", chat=ann.id, seconds=2)  # heard before it is kept as sent
        await takes(ann, STEPS[1])
        redress.fail()
        try:
            said = len(ann.home.said)
            await STEPS[2][0](ann)
            await STEPS[0][0](bo)
            await redress.logs(redress.words)
            await redress.answers(503)
            assert api.inbox.pending()  # not confirmed: the server keeps them
            assert len(ann.home.said) == said
            assert not bo.home.said
        finally:
            redress.mend()
        await hears(ann, STEPS[2][1])
        await hears(bo, STEPS[0][1])
        await redress.answers(200)
        await takes(ann, STEPS[3])
        await files(api.person("Cy"))
        stats = orjson.loads(redress.inside(sys.executable, "-m", "bot", "stats", "--json"))
        await redress.kill()  # the log holds what went wrong, so an orderly stop is not clean
    assert [times(ann, answer) for answer in ANSWERS] == [1] * len(ANSWERS)
    assert stats["tickets"] == {"dispatched": 2}
    assert stats["events"]["accepted"] == 2 * len(STEPS) + 1
    assert stats["events"]["parked"] == 0
    assert stats["outbox"] == {**stats["outbox"], "pending": 0, "failed": 0, "unknown": 0}


@mounting
async def test_a_start_where_nothing_can_be_written_says_so(
    tmp_path: Path, catalog: Path, api: FakeBotApi
) -> None:
    first = OnDisk(tmp_path)
    first.configure(api, catalog)
    async with first:
        pass
    read_only = 'mount --bind data data && mount -o remount,bind,ro data && exec "$@"'
    run = (sys.executable, "-m", "bot", "run")
    done = subprocess.run(  # noqa: ASYNC221  nobody else waits here
        ["unshare", "-rm", "sh", "-c", read_only, "sh", *run],
        cwd=tmp_path, env=surroundings(environment()), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Read-only file system" in done.stderr
    assert "Traceback" not in done.stderr


async def test_a_damaged_file_is_refused_after_a_kill_and_the_way_out_is_said(
    tmp_path: Path, catalog: Path, api: FakeBotApi
) -> None:
    redress = OnDisk(tmp_path)
    redress.configure(api, catalog)
    await redress.start()
    await takes(api.person("Ann"), STEPS[0])
    await redress.kill()
    with (tmp_path / "data/redress.db").open("r+b") as file:
        file.seek(4096 * 5)
        file.write(b"\xff" * 4096)
    code, _, errors = await command(tmp_path, "run")
    assert code == 1
    assert "redress.db is damaged" in errors
    assert "redress restore FILE" in errors
