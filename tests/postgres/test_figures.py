"""Two replicas count the same tickets at once: each adds once, and no sum drifts."""

import asyncio
from datetime import date

from sqlalchemy import Connection

from bot.counting import count_some
from dialogs.figures.sums import Span
from storage import figures
from storage.store import Store
from tests.storage.test_counting import WAY, drift
from tests.storage.values import chat, filed, of

MANY = 120
SPAN = Span(since=date(2026, 11, 2), until=date(2026, 11, 2))


def someone(c: Connection, name: str) -> None:
    filed(c, chat(c, name))


async def test_two_replicas_count_each_ticket_once(one: Store, other: Store) -> None:
    for n in range(MANY):
        await one.write(of(someone, f"{n}"))
    for _ in range(MANY):
        if not sum(await asyncio.gather(*(count_some(each, WAY) for each in (one, other) * 2))):
            break
    assert await one.read(drift) == {}
    assert (await other.read(of(figures.totals, SPAN, ["filed"]))).total("filed") == MANY
