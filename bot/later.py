"""Events that were kept for later: of a chat that sent too fast, or that staff want tried again."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from bot.stage import Stage
from bot.step import Came
from storage import Connection, events, inbox
from storage.inbox import Waiting
from storage.store import Store

BATCH = 200
PACE = timedelta(seconds=10)


class Again(Protocol):
    """The dispatcher, as seen from here."""

    stage: Stage
    store: Store

    async def again(self, came: Sequence[Came]) -> None:
        """Step these in order."""
        ...


async def take_up(dispatcher: Again, now: datetime) -> int:
    """Step what has waited long enough, each chat's at the pace that it may send at.

    Returns how many were stepped.
    """
    store = dispatcher.store
    found = await store.read(lambda c: inbox.due(c, now, BATCH))
    most, taken = _most(dispatcher.stage), 0
    for chat, waiting in _by_chat(found).items():
        kept = [(one, events.load(one.raw)) for one in waiting[:most]]
        unread = [one for one, what in kept if what.event is None]
        if unread:
            await store.write(partial(_park, unread=unread))
        came = [Came(what.event, what.raw, again=True) for _, what in kept if what.event]
        await dispatcher.again(came)
        taken += len(kept)
        if chat is not None and len(waiting) > most:
            await store.write(partial(inbox.later, chat=chat, at=now + PACE))
    return taken


def _most(stage: Stage) -> int:
    """How many events of one chat are stepped in ten seconds."""
    limits = (stage.inbound_per_10s, stage.inbound_per_minute // 6)
    return min((one for one in limits if one), default=BATCH)


def _by_chat(found: Sequence[Waiting]) -> Mapping[int | None, list[Waiting]]:
    grouped: dict[int | None, list[Waiting]] = {}
    for one in found:
        grouped.setdefault(one.chat, []).append(one)
    return grouped


def _park(c: Connection, *, unread: Sequence[Waiting]) -> None:
    for one in unread:
        inbox.park(c, one.key, "cannot be read")
