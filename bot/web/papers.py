"""Files that the page shows or hands out, each to its own chat only."""

from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from bot.attachments import place
from bot.papers import Documents, NoPaper, mime_of
from bot.web.bubbles import shown_as
from bot.web.room import Room
from dialogs.model import Attached
from storage import files, pages
from storage.pages import Paper

SEALED = {  # a file is never a page of ours, whatever is in it
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "private, no-cache",
}


class Papers:
    """The handlers of files."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def file(self, request: Request) -> Response:
        """GET a file of this chat: pictures, sound and film in the page, the rest to be saved."""
        chat, number = await self._chat(request), int(request.path_params["id"])
        found = await self._room.door.store.read(lambda c: files.load(c, number))
        if found is None or found.chat != chat or found.state == "refused":
            raise HTTPException(404)
        path = place(self._room.door.attachments, found.path or found.ref)
        if path is None or not path.is_file():
            raise HTTPException(404)
        paper = Paper(found.id, found.kind, found.name, found.mime, found.size, "")
        saved = shown_as(paper) == "link"
        return FileResponse(
            path,
            media_type=found.mime or "application/octet-stream",
            filename=found.name or f"file-{found.id}",
            content_disposition_type="attachment" if saved else "inline",
            headers=SEALED,
        )

    async def paper(self, request: Request) -> Response:
        """GET a document that goes with a message of ours, made now from its ticket."""
        chat, row = await self._chat(request), int(request.path_params["row"])
        told = await self._room.door.store.read(lambda c: pages.made_file(c, chat, row))
        documents = self._room.door.documents
        match told:
            case {"kind": str(kind), "ticket": int(ticket), "name": str(name)} if documents:
                shown, content = await made(documents, Attached(kind, ticket, name))
            case _:
                raise HTTPException(404)
        disposition = f"attachment; filename*=UTF-8''{quote(shown)}"
        headers = {**SEALED, "Content-Disposition": disposition}
        return Response(content, media_type=mime_of(shown), headers=headers)

    async def _chat(self, request: Request) -> int:
        visitor = self._room.visitors.read(request)
        chat = await self._room.chat(visitor) if visitor else None
        if chat is None:
            raise HTTPException(404)
        return chat


async def made(documents: Documents, attached: Attached) -> tuple[str, bytes]:
    """A document of ours: its name and bytes. Raises HTTPException where it cannot be made."""
    try:
        return await documents(attached)
    except NoPaper:  # erased since, or never there
        raise HTTPException(404) from None
