"""From a channel's raw JSON to events in the dispatcher; what cannot be read is parked as it is."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.channels.telegram_reading import Malformed, moved, read
from bot.dispatch import Dispatcher
from bot.group import settling
from bot.group.place import CHANNEL, LINK, UNLINK, Group
from bot.stage import Work
from dialogs.model import Address, Command, Event, Json
from storage import Connection, chats
from storage.inbox import EventKey
from storage.seal import as_json, digest

Take = Callable[[Sequence[Mapping[str, Json]]], Awaitable[None]]


def telegram(dispatcher: Dispatcher, bot: str, username: str) -> Take:
    """What takes a batch of Telegram updates: returns once all of it is committed."""

    group = dispatcher.stage.group

    async def take(updates: Sequence[Mapping[str, Json]]) -> None:
        events: list[tuple[Event, Json]] = []
        for update in updates:
            told = read(update, bot, dispatcher.now(), username=username)
            if isinstance(told, Malformed):
                key = EventKey("telegram", bot, told.id or _name(update))
                await dispatcher.park(key, dict(update), told.reason)
            elif told is not None:
                if group is not None:
                    told = await routed(dispatcher, group, told)
                if told is not None:
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
    group, stage = dispatcher.stage.group, dispatcher.stage

    def follow(c: Connection) -> None:
        for channel in ("telegram", CHANNEL):
            found = chats.find(c, Address(channel, bot, old))
            if found is not None and chats.move(c, found, new) and group and found == group.chat:
                settling.moved(Work(stage, c, dispatcher.now()), found, old, new)

    lanes = tuple(Address(channel, bot, old) for channel in ("telegram", CHANNEL))
    await dispatcher.store.write(follow, lanes=lanes)


def _about_account(event: Event) -> bool:
    """Whether it links an account of the staff, or ends that."""
    match event.what:
        case Command("start", argument):
            return argument.startswith(LINK)
        case Command(name, _):
            return name == UNLINK
        case _:
            return False


async def routed(dispatcher: Dispatcher, group: Group, event: Event) -> Event | None:
    """The event on the staff channel if it is the staff group's; None where it is nobody's.

    A bot of its own serves nothing but the group. Where the bot of the subscribers serves it, what
    happens there is the group's, and so is a link of the desk that is opened in private.
    """
    here = replace(event.address, channel=CHANNEL)
    if event.private:
        if event.address.bot != group.bot or not (group.alone or _about_account(event)):
            return event
        return replace(event, address=here)
    there = replace(here, bot=group.bot)
    if await dispatcher.store.read(partial(chats.find, address=there)) != group.chat:
        return event if not group.alone or event.address.bot != group.bot else None
    return replace(event, address=here) if event.address.bot == group.bot else None
