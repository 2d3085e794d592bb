"""What the chat's handlers share: the door, who a browser is, and words in its language."""

from dataclasses import dataclass
from functools import cached_property

from starlette.requests import Request

from bot.web.door import Door
from bot.web.live import Ring
from bot.web.visitor import Visitor, Visitors
from dialogs.model import Arg, Event, Language, Phrase, What
from storage import Connection, chats


@dataclass(frozen=True)
class Room:
    """The chat page's place in the house."""

    door: Door

    @cached_property
    def visitors(self) -> Visitors:
        return Visitors(self.door.secret, secure=self.door.public_url.startswith("https:"))

    async def chat(self, visitor: Visitor) -> int | None:
        """The visitor's chat, None if it never spoke to us."""
        return await self.door.store.read(lambda c: chats.find(c, visitor.address))

    async def language(self, chat: int | None, hint: str) -> Language:
        """The chat's own language, or the one nearest to the hint."""
        if chat is None:
            return self.door.stage.language(hint)
        person = await self.door.store.read(lambda c: chats.person(c, chat))
        return person.language

    async def take(
        self, visitor: Visitor, id: str, what: What, *, message: str = "", hint: str = ""
    ) -> None:
        """Hand an event over; returns once it is committed. A second one of this id is nothing."""
        event = Event(
            id=visitor.event(id),
            address=visitor.address,
            at=self.door.now(),
            what=what,
            message=message,
            language=hint,
        )
        self.door.hub.typing(visitor.chat)
        await self.door.dispatcher.take([(event, None)])
        if message:
            self.door.hub.ring(visitor.chat, Ring("said", message))

    async def linked(self, visitor: Visitor, chat: int) -> Visitor:
        """The visitor with a private link that works; a new one only where there is none."""

        def known(c: Connection) -> bool:
            return bool(visitor.link) and chats.by_resume(c, visitor.link) == chat

        if await self.door.store.read(known):
            return visitor
        return visitor.linked(await self.door.store.write(lambda c: chats.new_resume(c, chat)))

    def words(self, language: Language, key: str, **args: Arg) -> str:
        """A text of the page."""
        return self.door.stage.texts.words(language, Phrase(key, args), self.door.now())


def hint_of(request: Request) -> str:
    """The language a browser asks for: `?lang=`, else its first Accept-Language."""
    asked = request.query_params.get("lang", "")
    accepted = request.headers.get("accept-language", "")
    return asked or accepted.partition(",")[0].partition(";")[0].strip()
