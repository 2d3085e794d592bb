"""The table of working days in every process: taken anew where somebody changed it."""

from functools import partial

from bot.stage import Stage
from storage import Connection, calendar
from storage.store import Store


async def adopt(stage: Stage, store: Store) -> bool:
    """Count by the table as it is now; True if it changed since we took it. Raises StoreBroken."""
    if await store.read(calendar.version) <= stage.house.workdays.version:
        return False
    await store.write(partial(_adopt, stage), quiet=True)
    return True


def _adopt(stage: Stage, c: Connection) -> None:
    """In the writer's thread, so that no step sees two tables."""
    stage.adopt(calendar.workdays(c))
