"""From a channel's raw JSON to events in the dispatcher; what cannot be read is parked as it is."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.channels.telegram_reading import Malformed, moved, read
from bot.dispatch import Dispatcher
from dialogs.model import Address, Event, Json
from storage import Connection, chats
from storage.inbox import EventKey
from storage.seal import as_json, digest

Take = Callable[[Sequence[Mapping[str, Json]]], Awaitable[None]]


def telegram(dispatcher: Dispatcher, bot: str, username: str) -> Take:
    """What takes a batch of Telegram updates: returns once all of it is committed."""

    async def take(updates: Sequence[Mapping[str, Json]]) -> None:
        events: list[tuple[Event, Json]] = []
        for update in updates:
            told = read(update, bot, dispatcher.now(), username=username)
            if isinstance(told, Malformed):
                key = EventKey("telegram", bot, told.id or _name(update))
                await dispatcher.park(key, dict(update), told.reason)
            elif told is not None:
                events.append((told, dict(update)))
            else:
                await _moved(dispatcher, bot, update)
        await dispatcher.take(events)

    return take


def _name(update: Mapping[str, Json]) -> str:
    """A name for what has no number: the same for the same, and telling nothing of it."""
    return f"raw-{digest(as_json(update))[:24]}"


async def _moved(dispatcher: Dispatcher, bot: str, update: Mapping[str, Json]) -> None:
    """A group that became a supergroup keeps its chat under the new id."""
    places = moved(update)
    if places is None:
        return
    old, new = places
    address = Address("telegram", bot, old)

    def follow(c: Connection) -> None:
        found = chats.find(c, address)
        if found is not None:
            chats.move(c, found, new)

    await dispatcher.store.write(follow, lanes=(address,))
