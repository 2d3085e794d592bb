"""A process that does what is due until nothing is left; it says so of each of its commits.

Called with the database's URL, the file of its keys, and the time at which it lives.
"""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

from bot.config import Settings
from bot.dispatch import Dispatcher
from bot.house import house_of, texts_of
from bot.stage import Stage
from dialogs.flows import ROOMS
from dialogs.workdays import Workdays
from storage.seal import Keys, read_keys
from storage.store import Store
from tests.bot.outage import settled
from tests.bot.postman import Postman


async def live(url: str, keys: Keys, now: datetime) -> None:
    """Tick until nothing is left to be done."""
    store = await Store.open(url, keys)
    house = house_of(Settings(), Workdays({}, frozenset()))
    stage = Stage(house, ROOMS, texts_of(house.catalogue, house.zone), {Postman.name: Postman()})
    store.on_commit(lambda: _say("commit"))
    await settled(Dispatcher(stage, store, lambda: now, {}))
    await store.close()
    _say("done")


def _say(what: str) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    URL, FILE, NOW = sys.argv[1:]
    asyncio.run(live(URL, read_keys(Path(FILE).read_bytes()), datetime.fromisoformat(NOW)))
