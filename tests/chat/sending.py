"""Delivers until nothing more is due, one row after the other, on the script's own clock."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.channels.base import Channel, Later, Unknown
from bot.endings import owed, settle
from bot.stage import Stage, Work
from storage import Connection, outbox
from storage.outbox import Claimed
from storage.store import Store


async def deliver(
    stage: Stage, store: Store, now: Callable[[], datetime], later: Callable[[float], None]
) -> None:
    """Claim and send until the outbox is quiet; a failed send is tried again as time goes on."""
    for name, channel in stage.channels.items():
        for _ in range(200):
            claimed = await store.write(partial(_claim, name, now()))
            if not claimed:
                break
            for row in claimed:
                later(await _send(stage, store, channel, row, now()))


async def _send(stage: Stage, store: Store, channel: Channel, row: Claimed, now: datetime) -> float:
    """Send one row and settle it as delivery does; returns the seconds it asks to wait."""
    ended = await channel.send(owed(row))
    await store.write(lambda c: settle(Work(stage, c, now), row, ended))
    return ended.after if isinstance(ended, Later | Unknown) else 0


def _claim(channel: str, now: datetime, c: Connection) -> list[Claimed]:
    return outbox.claim(c, channel, now, "script", 16)
