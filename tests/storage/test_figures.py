"""What a plain step costs here: printed, for whoever watches it over time; nothing is demanded."""

import asyncio
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from dialogs.model import Frame, Session
from storage import inbox, messages, outbox, sessions
from storage.inbox import EventKey
from storage.messages import Said
from storage.outbox import NewRow
from storage.store import Store
from tests.storage.values import NOW, chat, of

STEPS, CALLERS = 600, 32
DRAFT = {"story": "每个月多扣九十四元。" * 9, "category": "BIL"}
SESSION = Session((Frame("complaint", 1, 3, "when", DRAFT, ("story", "category")),), 5, 4)


def step(c: Connection, number: int) -> None:
    """One answered message: event, session, both sides of the log, one row owed."""
    here = chat(c, f"{number % 100}")
    assert inbox.accept(c, EventKey("telegram", "42", f"{number}"), here, "", NOW)
    found = sessions.load(c, here)
    messages.log_in(c, Said(chat=here, at=NOW, direction="in", words="昨天"))
    sessions.keep(c, here, SESSION, found.version)
    (row,) = outbox.post(c, here, [NewRow(method="sendMessage", body={"text": "哪里？"})], NOW).ids
    messages.log_out(c, Said(chat=here, at=NOW, direction="out", words="哪里？", outbox=row))


async def test_figures_of_a_plain_step(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    async def caller(numbers: Iterator[int]) -> None:
        for number in numbers:
            await store.write(of(step, number))

    numbers = iter(range(STEPS))
    commits, cpu, begun = store.commits, time.process_time(), time.perf_counter()
    await asyncio.gather(*(caller(numbers) for _ in range(CALLERS)))
    rate = STEPS / (time.perf_counter() - begun)
    cost = 1000 * (time.process_time() - cpu) / STEPS
    shared = STEPS / (store.commits - commits)
    with capsys.disabled():
        print(f"\nplain step: {rate:.0f}/s, {cost:.2f} ms of CPU, {shared:.0f} a commit")  # noqa: T201
    assert await store.read(lambda c: inbox.counts(c)["accepted"]) == STEPS
