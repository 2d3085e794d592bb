"""The staff group in service: the bot that serves it, its place, the loop that draws it."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.channels.staff import Staff, look
from bot.channels.telegram_setup import menus
from bot.channels.telegram_transport import Wire
from bot.config import Settings
from bot.delivery import Delivery
from bot.dispatch import Dispatcher
from bot.group.drawing import Drawing
from bot.group.place import CHANNEL, Group
from bot.group.settling import MOVED
from bot.house import menu_of
from bot.replicas import Replicas
from bot.stage import Stage
from bot.telegram_side import TelegramSide
from dialogs.model import Address, Language
from storage import Connection, chats, settings, staff_cards
from storage.store import Store

log = logging.getLogger(__name__)

COMMANDS = ("mine", "find", "report", "help")  # as the group's menu shows them, in this order
MOVES = 3  # a group becomes a supergroup once; Telegram gives it no third id


@dataclass(frozen=True, slots=True)
class Office:
    """Its working parts. `side` is the second bot's, None where the subscribers' bot, `theirs`,
    serves it.
    """

    drawing: Drawing
    side: TelegramSide | None
    theirs: TelegramSide | None = None

    @property
    def username(self) -> str:
        """The name of the bot that serves the group, "" while it is not reached."""
        serves = self.side or self.theirs
        return serves.me.username if serves and serves.me else ""

    async def tried(self) -> None:
        """Wait until its bot and the group were asked for once."""
        if self.side:
            await self.side.tried.wait()
        await self.drawing.looked.wait()

    @property
    def trouble(self) -> str:
        """What is wrong with the group now, "" for nothing."""
        return (self.side.trouble if self.side else "") or self.drawing.trouble

    def run(self, group: asyncio.TaskGroup, delivery: Delivery) -> None:
        """Start it."""
        if self.side:
            group.create_task(self.side.run(delivery))
        group.create_task(self.drawing.run())

    def stop(self) -> None:
        """Take nothing more in, and draw nothing more."""
        if self.side:
            self.side.stop()
        self.drawing.stop()


async def placed(said: Settings, store: Store, bot: str, now: datetime) -> Group:
    """The group as it is configured, followed to where it has moved since."""
    place = partial(
        _placed,
        configured=str(said.telegram.staff_chat_id),
        bot=bot,
        language=said.operator.default_language,
        now=now,
    )
    chat = await store.write(place)
    alone = bool(said.telegram.staff_token.get_secret_value())
    return Group(chat, bot, alone, said.web.public_url)


def _placed(c: Connection, *, configured: str, bot: str, language: Language, now: datetime) -> int:
    place = Address(CHANNEL, bot, where(c, configured))
    chat = chats.locate(c, place, now, language, "")
    staff_cards.adopt(c, chat)
    return chat


def where(c: Connection, configured: str) -> str:
    """The id that the group has now, which was configured under the one it had then."""
    place = configured
    for _ in range(MOVES):
        to = settings.read(c, f"{MOVED}{place}")
        place = to if isinstance(to, str) else place
    return place


def office(  # noqa: PLR0913, PLR0917  the parts that it is put together from
    said: Settings,
    stage: Stage,
    wire: Wire,
    channel: Staff,
    dispatcher: Dispatcher,
    replicas: Replicas,
    now: Callable[[], datetime],
    theirs: TelegramSide | None,
) -> Office:
    """Put it together; `stage.group` is known, `theirs` the subscribers' bot."""
    greet = partial(_greet, stage, wire, now)
    drawing = Drawing(stage, dispatcher.store, now, replicas, partial(look, wire), greet)
    alone = stage.group is not None and stage.group.alone
    side = TelegramSide(said, wire, channel, dispatcher, replicas, staff=True) if alone else None
    return Office(drawing, side, theirs)


async def _greet(stage: Stage, wire: Wire, now: Callable[[], datetime], chat: str) -> bool:
    """Show the commands of the group in its menu; what subscribers are offered has no use there."""
    said = menu_of(stage.texts, tuple(f"group-{name}" for name in COMMANDS), now())
    words = {
        tag: {name.removeprefix("group-"): told for name, told in one.items()}
        for tag, one in said.items()
    }
    trouble = await menus(wire, words, stage.default, chat)
    if trouble is not None:
        log.warning("staff group: no menu: %s", trouble.reason, extra={"action": "menus_failed"})
    return trouble is None
