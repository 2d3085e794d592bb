"""Ten thousand messages wait behind one stuck chat, and nobody else notices."""

import asyncio
import random
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dialogs.model import Address
from storage import Connection, chats, outbox
from storage.outbox import NOTICE, NewRow
from storage.seal import read_keys
from storage.store import Store
from tests.faults import figures
from tests.faults.history import Call, Input
from tests.faults.reading import file_in
from tests.faults.running import Victim
from tests.faults.subscribers import Around, tale
from tests.faults.witness import Witness
from tests.peers.people import Person

BACKLOG, OTHERS, AT_ONCE = 10_000, 60, 20
BOUND = 1.0  # seconds: the issue sets it


async def owe(folder: Path, bot: str, person: Person, rows: int) -> None:
    """Let the person's chat be owed so many messages, as notices that were made long ago."""
    keys = read_keys((folder / "data/redress.key").read_bytes())
    store = await Store.open(f"sqlite+aiosqlite:///{folder / 'data/redress.db'}", keys)
    made = [NewRow(method="sendMessage", body={"text": f"{n}"}, priority=NOTICE) for n in range(50)]

    def put(c: Connection) -> None:
        now = datetime.now(UTC)
        address = Address("telegram", bot, str(person.id))
        outbox.post(c, chats.locate(c, address, now, "zh-CN", "Stuck"), made, now)

    try:
        for _ in range(rows // len(made)):
            await store.write(put)
    finally:
        await store.close()


def waits(inputs: Iterable[Input], calls: Iterable[Call], but: int) -> list[float]:
    """Seconds from each thing sent to the next message in that chat, sorted."""
    heard: defaultdict[int, list[float]] = defaultdict(list)
    for call in calls:
        if call.taken and call.method != "answerCallbackQuery" and call.chat != but:
            heard[call.chat].append(call.at)
    found = []
    for one in inputs:
        times = heard[one.chat]
        place = bisect_left(times, one.at)
        if place < len(times):
            found.append(times[place] - one.at)
    return sorted(found)


@pytest.mark.parametrize("kind", ["429", "reset_before"])
async def test_others_are_answered_at_once(
    kind: str, tmp_path: Path, catalog: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inputs: list[Input] = []
    async with Witness() as server:
        redress = Victim(tmp_path)
        redress.configure(server, catalog)
        stuck = server.person("stuck")
        try:
            await redress.begin()
            await redress.stop()
            await owe(tmp_path, server.token.partition(":")[0], stuck, BACKLOG)
            server.fault("*", kind, times=BACKLOG, chat=stuck.id, seconds=1)
            await redress.begin()
            await others(server, inputs)
            left = await file_in(tmp_path).owed()
            await redress.stop()
        finally:
            await redress.kill()
        found = waits(inputs, server.calls, stuck.id)
    figure = {
        "backlog": left,
        "inputs": len(found),
        "p50": round(found[len(found) // 2], 3),
        "p99": round(found[int(len(found) * 0.99)], 3),
    }
    figures.keep(f"stuck: {kind}", figure)
    with capsys.disabled():
        sys.stdout.write(f"\n  others beside a chat that is stuck by {kind}: {figure}\n")
    assert left == BACKLOG
    assert figure["p99"] < BOUND


async def others(server: Witness, inputs: list[Input]) -> None:
    """So many people file a complaint each, some side by side."""
    rng, room = random.Random(9), asyncio.Semaphore(AT_ONCE)

    async def nobody(number: str) -> None:
        """Staff have the day off."""

    around = Around(server, inputs, nobody)

    async def one(place: int) -> None:
        person = tale(around, place, rng)
        async with room:
            await person.files()

    await asyncio.gather(*(one(place) for place in range(OTHERS)))
