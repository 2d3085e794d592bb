"""Files that people send: kept by their hash, refused with a kind word, tried again, never lost."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from bot.channels.base import FetchFailed
from bot.fetching import TRIES, Fetching
from bot.stage import Stage
from dialogs.model import Address, File
from storage import Connection, chats, files, messages
from storage.files import Attachment
from storage.store import Store

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


def now() -> datetime:
    return datetime.now(UTC)


class Cloud:
    """What a channel has of people's files: bytes, or why it does not give them; asked in order."""

    def __init__(self, **has: bytes | FetchFailed) -> None:
        self.has, self.asked = has, 0

    async def fetch(self, ref: str, *, limit: int) -> AsyncIterator[bytes]:
        self.asked += 1
        found = self.has[ref]
        if isinstance(found, FetchFailed):
            raise found
        for start in range(0, len(found), 1000):
            yield found[start : start + 1000]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


async def sent(
    store: Store, ref: str, *, name: str = "../../etc/passwd", channel: str = "telegram"
) -> int:
    def put(c: Connection) -> int:
        chat = chats.locate(c, Address(channel, "42", "7"), now(), "en", "Ann")
        return files.want(c, chat, File("photo", ref, name=name, mime="x/y"), None, now())

    return await store.write(put)


async def look(store: Store, one: int) -> Attachment:
    found = await store.read(lambda c: files.load(c, one))
    assert found is not None
    return found


async def heard(store: Store, one: Attachment) -> list[str]:
    log = await store.read(lambda c: messages.latest(c, one.chat))
    return [said.words for said in log if said.direction == "out"]


def lying(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def until(store: Store, true: Callable[[], Awaitable[bool]]) -> None:
    rung = asyncio.Event()
    store.on_commit(rung.set)
    async with asyncio.timeout(5):
        while not await true():
            await rung.wait()
            rung.clear()


async def fetched(stage: Stage, store: Store, cloud: Cloud, folder: Path, one: int) -> Attachment:
    """Run the loop until this file is no longer merely wanted, or was put off."""
    fetching = Fetching(stage, store, now, {"telegram": cloud.fetch}, folder)
    task = asyncio.create_task(fetching.run())

    async def done() -> bool:
        there = await look(store, one)
        return there.state != "wanted" or there.attempts > 0

    await until(store, done)
    fetching.stop()
    async with asyncio.timeout(5):
        await task
    return await look(store, one)


async def test_a_file_is_kept_under_its_hash_whatever_it_is_called(
    stage: Stage, store: Store, folder: Path
) -> None:
    one = await sent(store, "a")
    kept = await fetched(stage, store, Cloud(a=PNG), folder, one)
    sha = hashlib.sha256(PNG).hexdigest()
    assert (kept.state, kept.sha256, kept.mime) == ("kept", sha, "image/png")
    assert (folder / sha[:2] / sha).read_bytes() == PNG
    assert kept.name == "../../etc/passwd"
    assert lying(folder) == [folder / sha[:2] / sha]


@pytest.mark.parametrize(
    ("content", "why", "word"),
    [
        (b"MZ\x90\x00\x01\x02 not a picture", "type", "pictures"),
        (b"", "empty", "pictures"),
        (FetchFailed("too_large", lasting=True), "too_large", "MB"),
        (FetchFailed("gone", lasting=True), "gone", "once more"),
    ],
)
async def test_what_is_not_kept_is_refused_with_a_kind_word(
    content: bytes | FetchFailed, why: str, word: str, stage: Stage, store: Store, folder: Path
) -> None:
    one = await sent(store, "a", name="bill.exe")
    refused = await fetched(stage, store, Cloud(a=content), folder, one)
    assert (refused.state, refused.why) == ("refused", why)
    (said,) = await heard(store, refused)
    assert word in said
    assert "bill.exe" in said
    assert lying(folder) == []


async def test_a_file_larger_than_announced_is_given_up_on_the_way(
    stage: Stage, store: Store, folder: Path
) -> None:
    much = PNG + bytes(stage.house.catalogue.file_bytes)
    one = await sent(store, "a")
    refused = await fetched(stage, store, Cloud(a=much), folder, one)
    assert (refused.state, refused.why) == ("refused", "too_large")


async def test_trouble_on_the_network_is_tried_again_later_and_said_to_nobody(
    stage: Stage, store: Store, folder: Path
) -> None:
    one = await sent(store, "a")
    put_off = await fetched(
        stage, store, Cloud(a=FetchFailed("network", lasting=False)), folder, one
    )
    assert (put_off.state, put_off.attempts, put_off.why) == ("wanted", 1, "network")
    assert await heard(store, put_off) == []


async def test_after_many_tries_it_is_said_that_the_file_did_not_arrive(
    stage: Stage, store: Store, folder: Path
) -> None:
    one = await sent(store, "a")
    for _ in range(TRIES):
        await store.write(partial(files.later, file_id=one, at=now(), why="network"))
    cloud = Cloud(a=FetchFailed("network", lasting=False))
    fetching = Fetching(stage, store, now, {"telegram": cloud.fetch}, folder)
    await fetching.fetch(await look(store, one), "telegram")
    refused = await look(store, one)
    assert refused.state == "refused"
    assert len(await heard(store, refused)) == 1


async def test_one_bad_file_does_not_stop_the_others(
    stage: Stage, store: Store, folder: Path
) -> None:
    bad, good = await sent(store, "bad"), await sent(store, "good")
    cloud = Cloud(bad=FetchFailed("gone", lasting=True), good=PNG)
    assert (await fetched(stage, store, cloud, folder, good)).state == "kept"
    assert (await look(store, bad)).state == "refused"


async def test_files_of_a_channel_that_is_off_wait(
    stage: Stage, store: Store, folder: Path
) -> None:
    waiting = await sent(store, "w", channel="wechat")
    one = await sent(store, "a")
    await fetched(stage, store, Cloud(a=PNG), folder, one)
    assert (await look(store, waiting)).state == "wanted"


async def test_the_sender_hears_it_in_their_language(
    stage: Stage, store: Store, folder: Path
) -> None:
    one = await sent(store, "a", name="")
    await store.write(lambda c: chats.speak(c, 1, "zh-CN"))
    refused = await fetched(stage, store, Cloud(a=b"MZ\x00"), folder, one)
    (said,) = await heard(store, refused)
    assert "没能保存" in said
