"""The writer: what waits together is committed together, and what fails does so alone."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import InternalError

from storage import counters, settings
from storage.errors import KeyFileError, StoreBroken, StoreClosed, StoreError, StoreLocked
from storage.seal import Keys, new_keys, read_keys
from storage.store import Store
from tests.storage.values import OF_A_FILE, of

ADD = text("INSERT INTO lease (name, owner, fence, until) VALUES (:n, '', 0, '2026-01-01')")


def add(c: Connection, name: str) -> str:
    c.execute(ADD, {"n": name})
    return name


def names(c: Connection) -> set[str]:
    return set(c.execute(text("SELECT name FROM lease WHERE name NOT LIKE 'writer:%'")).scalars())


async def crowd(store: Store, count: int) -> list[str]:
    """So many writes at once, while the first of them holds up the writer until all are queued."""
    gate = threading.Event()

    def first(c: Connection) -> str:
        return "first" if gate.wait(5) else "nobody opened the gate"

    jobs = [store.write(of(add, f"job {n}")) for n in range(count)]
    held = asyncio.gather(store.write(first), *jobs)
    await asyncio.sleep(0)
    gate.set()
    return (await held)[1:]


async def test_many_writes_share_few_commits(store: Store) -> None:
    before = store.commits, store.writes
    told = await crowd(store, 500)
    assert told == [f"job {n}" for n in range(500)]
    assert await store.read(names) == set(told)
    assert store.writes - before[1] == 501
    assert store.commits - before[0] < 60


async def test_a_failing_job_fails_alone(store: Store) -> None:
    def poison(c: Connection) -> None:
        add(c, "of the poison")
        raise LookupError("poison")

    jobs = [store.write(of(add, f"{n}")) for n in range(9)]
    told = await asyncio.gather(*jobs[:4], store.write(poison), *jobs[4:], return_exceptions=True)
    assert [type(one) for one in told].count(LookupError) == 1
    assert isinstance(told[4], LookupError)
    assert await store.read(names) == {f"{n}" for n in range(9)}


async def test_a_clash_of_two_rows_costs_the_second_only(store: Store) -> None:
    told = await asyncio.gather(
        store.write(of(add, "same")),
        store.write(of(add, "same")),
        store.write(of(add, "other")),
        return_exceptions=True,
    )
    assert told[0] == "same"
    assert isinstance(told[1], Exception)
    assert told[2] == "other"


async def test_a_caller_who_goes_away_harms_nobody(store: Store) -> None:
    gate = threading.Event()
    held = asyncio.create_task(store.write(lambda c: gate.wait(5)))
    leaves = asyncio.create_task(store.write(of(add, "left")))
    stays = asyncio.create_task(store.write(of(add, "stayed")))
    await asyncio.sleep(0)
    leaves.cancel()
    gate.set()
    assert await held
    assert await stays == "stayed"
    with pytest.raises(asyncio.CancelledError):
        await leaves
    assert await store.read(names) == {"left", "stayed"}


async def test_what_follows_a_commit_follows_although_the_caller_has_gone(store: Store) -> None:
    gate, heard = threading.Event(), list[str]()
    held = asyncio.create_task(store.write(lambda c: gate.wait(5)))
    leaves = asyncio.create_task(store.write(of(add, "left"), then=heard.append))
    stays = asyncio.create_task(store.write(of(add, "stayed"), lanes=[1], then=heard.append))
    await asyncio.sleep(0)
    leaves.cancel()
    gate.set()
    assert await held
    assert await stays == "stayed"
    assert heard == ["left", "stayed"]


async def test_nothing_follows_what_was_not_kept(store: Store) -> None:
    heard: list[int] = []
    with pytest.raises(ZeroDivisionError):
        await store.write(lambda c: 1 // 0, then=heard.append)
    await store.write(lambda c: None)
    assert heard == []


async def test_a_follower_that_fails_keeps_nobody_from_hearing(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_: str) -> None:
        raise LookupError("a fault of ours")

    first = asyncio.create_task(store.write(of(add, "a"), then=fails))
    assert await store.write(of(add, "b")) == "b"
    assert await first == "a"
    assert "what follows a commit failed" in caplog.text


async def test_each_commit_rings_on_the_loop(store: Store) -> None:
    rung: list[int] = []
    store.on_commit(lambda: rung.append(threading.get_ident()))
    await store.write(of(add, "a"))
    assert set(rung) == {threading.get_ident()}
    with pytest.raises(ZeroDivisionError):
        await store.write(lambda c: 1 // 0)
    assert len(rung) == 1


async def test_one_counter_and_a_hundred_readers_lose_nothing(store: Store) -> None:
    await asyncio.gather(*(store.write(lambda c: counters.bump(c, "x")) for _ in range(100)))
    assert (await store.read(lambda c: counters.values(c, ["x"])))["x"] == 100


async def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises((StoreBroken, InternalError), match=r"read-?only"):
        await store.read(of(add, "sly"))


@OF_A_FILE
@pytest.mark.parametrize("hot", [True, False])
async def test_a_full_disk_is_said_and_nothing_of_it_kept(store: Store, hot: bool) -> None:
    """Whether SQLAlchemy ran the statement or the driver's own cursor did."""

    def fill(c: Connection) -> None:
        pages = c.exec_driver_sql("PRAGMA page_count").scalar_one()
        c.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        for n in range(500):
            (counters.bump if hot else add)(c, f"{n}" * 500)

    with pytest.raises(StoreBroken, match="full"):
        await store.write(fill)
    assert await store.read(names) == set()
    assert await store.write(of(add, "after")) == "after"


@OF_A_FILE
async def test_a_second_process_is_refused_until_the_first_has_gone(
    store: Store, url: str, keys: Keys
) -> None:
    with pytest.raises(StoreLocked):
        await Store.open(url, keys)
    beside = await Store.open(url, keys, alone=False)
    await beside.write(of(add, "from a command"))
    await beside.close()
    assert await store.read(names) == {"from a command"}
    await store.close()
    again = await Store.open(url, keys)
    await again.close()


async def test_closing_finishes_what_was_handed_over_and_takes_no_more(store: Store) -> None:
    late = [asyncio.create_task(store.write(of(add, f"{n}"))) for n in range(50)]
    await asyncio.sleep(0)
    await store.close()
    assert len(await asyncio.gather(*late)) == 50
    with pytest.raises(StoreClosed):
        await store.write(of(add, "too late"))


async def test_another_key_file_is_refused_at_the_door(store: Store, url: str) -> None:
    await store.close()
    with pytest.raises(KeyFileError):
        await Store.open(url, read_keys(new_keys()))


async def test_only_files_are_stores(keys: Keys) -> None:
    for url in ("sqlite+aiosqlite://", "mysql://host/name"):
        with pytest.raises(StoreError):
            await Store.open(url, keys)


async def test_settings_outlive_the_process(store: Store, url: str, keys: Keys) -> None:
    await store.write(lambda c: settings.write(c, "offset", {"telegram": 7}))
    await store.close()
    again = await Store.open(url, keys)
    assert await again.read(lambda c: settings.read(c, "offset")) == {"telegram": 7}
    await again.close()


WORKER = """
import asyncio, os, sys
from sqlalchemy import text
from storage.seal import read_keys
from storage.store import Store
from tests.storage.values import of

ADD = text("INSERT INTO lease (name, owner, fence, until) VALUES (:n, '', 0, '2026-01-01')")

async def main():
    store = await Store.open(sys.argv[1], read_keys(open(sys.argv[2], "rb").read()))
    async def writer(k):
        n = 0
        while True:
            name = f"{k}-{n}"
            await store.write(lambda c: c.execute(ADD, {"n": name}))
            os.write(1, name.encode() + b"\\n")
            n += 1
    await asyncio.gather(*(writer(k) for k in range(20)))

asyncio.run(main())
"""


@pytest.mark.parametrize("lines", [1, 50, 400])
def test_what_was_acknowledged_outlives_a_kill(
    file: Path, url: str, keys: Keys, key_file: Path, lines: int
) -> None:
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, url, str(key_file)], stdout=subprocess.PIPE
    )
    assert worker.stdout is not None
    told = [worker.stdout.readline().decode().strip() for _ in range(lines)]
    os.kill(worker.pid, signal.SIGKILL)
    rest, _ = worker.communicate()
    told += [line for line in rest.decode().split("\n")[:-1] if line]

    async def look() -> set[str]:
        store = await Store.open(url, keys)
        found = await store.read(names)
        await store.close()
        return found

    assert set(told) <= asyncio.run(look())
