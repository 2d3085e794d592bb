"""Four ways to be wrong that the checker must see, each put on from outside.

A mutant gets what kills the process, to call it at the moment that tells.
"""

import asyncio
import json
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection, select, update

from bot.channels.base import Sent
from bot.endings import settle
from bot.stage import Work
from storage.outbox import Claimed, NewRow, Posted
from storage.schema import chat, chat_queue, outbox
from tests.faults.points import ACCEPT, DELIVER, POST, TAKE, WIRE

Passed: TypeAlias = Callable[[], None]
Batch: TypeAlias = Sequence[Mapping[str, Any]]

LATE = 0.3  # seconds: long enough for the next poll, which confirms


def acknowledge_before_commit(passed: Passed) -> None:
    """Updates are confirmed by the next poll while they still wait in memory to be taken."""
    take = TAKE.find()
    tasks: set[asyncio.Task[None]] = set()

    async def late(side: Any, updates: Batch) -> None:
        await asyncio.sleep(LATE)
        passed()
        await take(side, updates)

    async def at_once(side: Any, updates: Batch) -> None:
        tasks.add(asyncio.create_task(late(side, updates)))

    TAKE.put(at_once)


def no_de_duplication(passed: Passed) -> None:
    """What was taken already is taken again."""
    accept, take = ACCEPT.find(), TAKE.find()

    def always(*args: Any, **named: Any) -> bool:
        accept(*args, **named)
        return True

    async def taken(side: Any, updates: Batch) -> None:
        await take(side, updates)
        passed()

    ACCEPT.put(always)
    TAKE.put(taken)


def send_before_commit(passed: Passed) -> None:
    """What is posted goes out at once, and is kept as sent only when the step is committed."""
    post, wired = POST.find(), WIRE.find()
    calls: list[str] = []

    def wire(self: Any, session: Any, token: str, base: str, *rest: Any) -> None:
        calls.append(f"{base}/bot{token}/")
        wired(self, session, token, base, *rest)

    def first_sent(
        c: Connection, here: int, rows: Sequence[NewRow], now: datetime, **named: Any
    ) -> Posted:
        address = c.execute(select(chat.c.address).where(chat.c.id == here)).scalar_one()
        for row in rows:
            body = {"chat_id": int(address), **row.body}
            request = urllib.request.Request(
                f"{calls[-1]}sendMessage",
                json.dumps(body).encode(),
                {"Content-Type": "application/json"},
            )
            urllib.request.urlopen(request, timeout=5).close()
        passed()
        posted: Posted = post(c, here, rows, now)
        c.execute(update(outbox).where(outbox.c.id.in_(posted.ids)).values(state="sent"))
        c.execute(update(chat_queue).where(chat_queue.c.chat == here).values(due=None))
        return posted

    WIRE.put(wire)
    POST.put(first_sent)


def mark_sent_before_send(passed: Passed) -> None:
    """A row is kept as sent, and sent only then."""
    deliver = DELIVER.find()

    async def marked(self: Any, row: Claimed) -> None:
        def mark(c: Connection) -> None:
            settle(Work(self._stage, c, self._now()), row, Sent(""))

        await self._store.write(mark)
        passed()
        await deliver(self, row)

    DELIVER.put(marked)


MUTANTS: Mapping[str, Callable[[Passed], None]] = {
    "acknowledge before commit": acknowledge_before_commit,
    "no de-duplication": no_de_duplication,
    "send before commit": send_before_commit,
    "mark sent before send": mark_sent_before_send,
}
