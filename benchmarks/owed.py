"""Messages that wait to be sent to a great many chats, laid in Redress' own outbox by its own code.

There is no command for a broadcast yet; what it would leave behind is this.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from benchmarks.bot_api import TOKEN
from dialogs.model import Address
from storage import chats, outbox
from storage.outbox import BROADCAST, NewRow
from storage.seal import read_keys
from storage.store import Store

FIRST = 900_000_001
AT_ONCE = 1000  # chats in one transaction
WORDS = "全网公告：今晚 0 点至 6 点检修，部分地区上网可能中断。"


async def lay(folder: Path, url: str, count: int, tell: Callable[[str], object]) -> None:
    """Owe one message each to `count` new chats of the Redress of this folder, which is stopped."""
    keys = read_keys((folder / "data" / "redress.key").read_bytes())
    store = await Store.open(url, keys)
    try:
        for first in range(0, count, AT_ONCE):
            numbers = range(FIRST + first, FIRST + min(first + AT_ONCE, count))
            await store.write(partial(_owe, numbers))
            if first % 20_000 == 0:
                tell(f"  {first:,} of {count:,} messages are laid in the outbox")
    finally:
        await store.close()


def _owe(numbers: range, c: Connection) -> None:
    now, bot = datetime.now(UTC), TOKEN.partition(":")[0]
    row = NewRow(method="sendMessage", body={"text": WORDS}, priority=BROADCAST)
    for number in numbers:
        chat = chats.locate(c, Address("telegram", bot, str(number)), now, "zh-CN", "Bo")
        outbox.post(c, chat, [row], now)
