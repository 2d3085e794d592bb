"""The private link: it leads back to a conversation from any browser."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.page import page
from bot.web.room import Room, hint_of
from bot.web.visitor import Visitor
from storage import Connection, chats, pages

LOOK = 50  # entries looked at for whether a person said anything


class Resume:
    """The handlers of /c/{token}."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def arrive(self, request: Request) -> Response:
        """GET: take the browser there; one that is in another conversation is asked first."""
        meant = await self._meant(request)
        if meant is None:
            return await self._page(request, "web-resume-gone", 404)
        here = self._room.visitors.read(request)
        if here is not None and here.chat != meant.chat and await self._spoke(here):
            return await self._page(request, "web-resume-ask", 200)
        return self._go(meant)

    async def agree(self, request: Request) -> Response:
        """POST: the person said yes."""
        meant = await self._meant(request)
        if meant is None:
            return await self._page(request, "web-resume-gone", 404)
        return self._go(meant)

    def _go(self, visitor: Visitor) -> Response:
        response = RedirectResponse("/", 303)
        self._room.visitors.keep(response, visitor)
        return response

    async def _meant(self, request: Request) -> Visitor | None:
        token = str(request.path_params["token"])

        def find(c: Connection) -> Visitor | None:
            chat = chats.by_resume(c, token)
            address = chats.address(c, chat) if chat is not None else None
            if address is None or address.channel != "web":
                return None
            return Visitor(address.chat, token)

        return await self._room.door.store.read(find)

    async def _spoke(self, visitor: Visitor) -> bool:
        """Whether the conversation in this browser holds any word of the person's."""
        chat = await self._room.chat(visitor)
        if chat is None:
            return False
        lines = await self._room.door.store.read(lambda c: pages.before(c, chat, 0, LOOK))
        return any(line.direction == "in" and line.key for line in lines)

    async def _page(self, request: Request, key: str, status: int) -> Response:
        here = self._room.visitors.read(request)
        chat = await self._room.chat(here) if here else None
        language = await self._room.language(chat, hint_of(request))

        def words(part: str) -> str:
            return self._room.words(language, part)

        values = {"language": language, "w": words, "key": key, "asks": status == 200}
        return page("resume.html", values, status)
