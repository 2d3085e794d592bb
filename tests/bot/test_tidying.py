"""Once an hour what is old is forgotten, in slices; bytes that no row names go once a day."""

import asyncio
import hashlib
import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from bot import attachments
from bot.config import Retention
from bot.sweeping import swept
from bot.tidying import LOOK, Tidying, ages
from dialogs.model import Address, File
from storage import Connection, chats, files, inbox
from storage.files import Kept
from storage.inbox import EventKey
from storage.store import Store

T = TypeVar("T")

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
OLD = NOW - timedelta(days=31)
HERE = Address("telegram", "42", "1")


def tidying(store: Store, folder: Path) -> Tidying:
    kept = ages(Retention(), timedelta(days=7))
    return Tidying(store, kept, folder, lambda: NOW, rest=0)


def handled(c: Connection, numbers: Sequence[int], at: datetime) -> None:
    here = chats.locate(c, HERE, OLD, "en", "Ann")
    for number in numbers:
        inbox.accept(c, EventKey("telegram", "42", str(number)), here, "", at)


def events(c: Connection) -> int:
    count: int = c.exec_driver_sql("SELECT count(*) FROM inbox").scalar_one()
    return count


async def test_a_round_forgets_all_that_is_old_and_says_how_much(
    store: Store, tmp_path: Path
) -> None:
    await store.write(lambda c: handled(c, range(LOOK + 7), OLD))
    await store.write(lambda c: handled(c, [-1], NOW))
    writes = store.writes
    assert await tidying(store, tmp_path).round() == {"events": LOOK + 7}
    assert await store.read(events) == 1
    assert store.writes - writes == (LOOK + 7) // 200 + 1  # so many slices, and no other write
    assert await tidying(store, tmp_path).round() == {}


async def test_it_ends_after_the_slice_at_hand(store: Store, tmp_path: Path) -> None:
    await store.write(lambda c: handled(c, range(500), OLD))
    one = tidying(store, tmp_path)
    store.on_commit(one.stop)
    await one.run()
    assert await store.read(events) == 300


async def test_it_ends_with_the_store(store: Store, tmp_path: Path) -> None:
    await store.write(lambda c: handled(c, [1], OLD))
    await store.close()
    await asyncio.wait_for(tidying(store, tmp_path).run(), 5)


def lay(folder: Path, content: bytes, age: timedelta) -> str:
    """A file as an upload leaves it, so long ago; returns its path."""
    sha = hashlib.sha256(content).hexdigest()
    file = folder / sha[:2] / sha
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    moment = (NOW - age).timestamp()
    os.utime(file, (moment, moment))
    return f"{sha[:2]}/{sha}"


async def sweep_a_day(store: Store, folder: Path, now: datetime = NOW) -> int:
    hours = [now.replace(hour=hour) for hour in range(24)]
    return sum([await swept(store, folder, hour) for hour in hours])


async def test_bytes_that_no_row_names_go_and_all_others_stay(store: Store, tmp_path: Path) -> None:
    week, hour = timedelta(days=7), timedelta(hours=1)
    lost = [lay(tmp_path, b"lost %d" % n, week) for n in range(40)]
    young = [lay(tmp_path, b"young %d" % n, hour) for n in range(40)]
    kept = [lay(tmp_path, b"kept %d" % n, week) for n in range(40)]

    def put(c: Connection) -> None:
        here = chats.locate(c, HERE, OLD, "en", "Ann")
        for path in kept:
            found = files.want(c, here, File("photo", "r"), None, OLD)
            files.kept(c, found, Kept(path=path, sha256="", size=1, mime=""))

    await store.write(put)
    (tmp_path / ".0011223344556677.part").write_bytes(b"broken off")
    os.utime(tmp_path / ".0011223344556677.part", (0, 0))
    (tmp_path / "readme.txt").write_bytes(b"not ours")
    os.utime(tmp_path / "readme.txt", (0, 0))
    freed = await sweep_a_day(store, tmp_path)
    assert freed == sum(len(b"lost %d" % n) for n in range(40)) + len(b"broken off")
    assert [path for path in (*young, *kept, "readme.txt") if not (tmp_path / path).exists()] == []
    assert [path for path in lost if (tmp_path / path).exists()] == []


async def test_a_file_that_is_sent_again_is_young_again(store: Store, tmp_path: Path) -> None:
    content = b"%PDF-1.7 sent twice"
    path = lay(tmp_path, content, timedelta(days=7))

    async def chunks() -> object:
        yield content

    stored = await attachments.keep(
        tmp_path,
        chunks(),  # type: ignore[arg-type]
        limit=99,
        types=("application/pdf",),
    )
    assert stored.path == path
    assert await sweep_a_day(store, tmp_path, datetime.now(UTC)) == 0
    assert (tmp_path / path).read_bytes() == content
