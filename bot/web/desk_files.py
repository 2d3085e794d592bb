"""People's files and our documents, for staff who are signed in; never a page of ours."""

from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response

from bot.attachments import place
from bot.papers import mime_of
from bot.web.bubbles import shown_as
from bot.web.desk_visit import Visit
from bot.web.papers import made
from dialogs.model import Attached
from storage import files, pages
from storage.pages import Paper

SEALED = {"Content-Security-Policy": "default-src 'none'; sandbox", "Cache-Control": "no-store"}


async def file(visit: Visit) -> Response:
    """GET a file: pictures, sound and film are shown in the page, the rest is to be saved."""
    number = visit.number("id")
    found = await visit.door.store.read(lambda c: files.load(c, number))
    if found is None or found.state == "refused":
        raise HTTPException(404)
    path = place(visit.door.attachments, found.path or found.ref)
    if path is None or not path.is_file():
        raise HTTPException(404)
    paper = Paper(found.id, found.kind, found.name, found.mime, found.size, "")
    saved = shown_as(paper) == "link"
    return FileResponse(
        path,
        media_type="application/octet-stream" if saved else found.mime,
        filename=found.name or f"file-{found.id}",
        content_disposition_type="attachment" if saved else "inline",
        headers=SEALED,
    )


async def paper(visit: Visit) -> Response:
    """GET a document that went with a message of ours, made anew from its ticket."""
    chat, row = visit.number("chat"), visit.number("row")
    told = await visit.door.store.read(lambda c: pages.made_file(c, chat, row))
    documents = visit.door.documents
    match told:
        case {"kind": str(kind), "ticket": int(ticket), "name": str(name)} if documents:
            shown, content = await made(documents, Attached(kind, ticket, name))
        case _:
            raise HTTPException(404)
    disposition = f"attachment; filename*=UTF-8''{quote(shown)}"
    headers = {**SEALED, "Content-Disposition": disposition}
    return Response(content, media_type=mime_of(shown), headers=headers)
