"""The link by which whoever called comes to their complaint on the web page; it asks first."""

import hashlib
from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot import following
from bot.following import Link
from bot.web.page import page
from bot.web.room import Room, hint_of
from bot.web.visitor import newcomer
from dialogs.model import FOLLOW, Command


class Follow:
    """The handlers of /follow/{token}."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def arrive(self, request: Request) -> Response:
        """GET: only the number is shown, and nothing is spent: messengers look at links too."""
        link = await self._meant(request)
        return await self._page(request, link)

    async def agree(self, request: Request) -> Response:
        """POST: this browser's chat is where the complaint belongs from now on."""
        link = await self._meant(request)
        if link is None:
            return await self._page(request, None)
        token = str(request.path_params["token"])
        visitor = self._room.visitors.read(request) or newcomer()
        once = hashlib.sha256(token.encode()).hexdigest()[:16]
        told = Command("start", f"{FOLLOW}{token}")
        await self._room.take(visitor, f"follow-{once}", told, hint=link.tickets[0].language)
        response = RedirectResponse("/", 303)
        self._room.visitors.keep(response, visitor)
        return response

    async def _meant(self, request: Request) -> Link | None:
        door, token = self._room.door, str(request.path_params["token"])
        link = await door.store.read(partial(following.find, token=token, now=door.now()))
        return link if link is not None and link.tickets else None

    async def _page(self, request: Request, link: Link | None) -> Response:
        here = self._room.visitors.read(request)
        chat = await self._room.chat(here) if here else None
        hint = link.tickets[0].language if link and chat is None else hint_of(request)
        language = await self._room.language(chat, hint)

        def words(part: str, **args: str) -> str:
            return self._room.words(language, part, **args)

        values = {
            "language": language,
            "w": words,
            "number": link.tickets[0].number if link else "",
            "version": self._room.door.stage.house.catalogue.notice,
        }
        return page("follow.html", values, 200 if link else 404)
