"""Delivers until nothing more is due, one row after the other, on the script's own clock."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.channels.base import Channel, Later, Owed, Refused, Request, Sent, Unknown
from dialogs.model import Attached
from storage import Connection, outbox, outcomes
from storage.outbox import Claimed
from storage.store import Store


async def deliver(
    store: Store, channel: Channel, now: Callable[[], datetime], later: Callable[[float], None]
) -> None:
    """Claim and send until the outbox is quiet; a failed send is tried again as time goes on."""
    for _ in range(200):
        claimed = await store.write(partial(_claim, channel.name, now()))
        if not claimed:
            return
        for row in claimed:
            await _send(store, channel, row, now, later)


async def _send(
    store: Store,
    channel: Channel,
    row: Claimed,
    now: Callable[[], datetime],
    later: Callable[[float], None],
) -> None:
    file = Attached(**row.file) if row.file else None  # type: ignore[arg-type]
    owed = Owed(
        id=row.id,
        chat=row.chat,
        address=row.address,
        request=Request(row.method, row.body, file),
        target=row.target,
        attempts=row.attempts,
    )
    outcome = await channel.send(owed)
    match outcome:
        case Sent(message):
            await store.write(lambda c: outcomes.sent(c, row, message, now()))
        case Later(after, reason) | Unknown(after, reason):
            await store.write(lambda c: outcomes.later(c, row, after, reason, now()))
            later(after)
        case Refused(reason):
            await store.write(lambda c: outcomes.refused(c, row, reason, None, now()))
        case _:
            raise AssertionError(outcome)


def _claim(channel: str, now: datetime, c: Connection) -> list[Claimed]:
    return outbox.claim(c, [channel], now, "script", 16)
