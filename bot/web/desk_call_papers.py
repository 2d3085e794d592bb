"""Papers of somebody who has no chat: the letter itself, a bill, what was brought along."""

from starlette.datastructures import UploadFile
from starlette.responses import Response

from bot import attachments, calls
from bot.attachments import Stored, Unkept
from bot.desk_acts import Outcome, Refused
from bot.web.desk_call import again, call_page, sheet_of
from bot.web.desk_visit import Visit
from bot.web.posts import as_file, chunks, clean
from storage import Connection
from storage.files import Kept

FORM = 64 * 1024  # bytes that a form needs around its file
TOO_LARGE, WRONG_TYPE, REFUSED = 413, 415, 422


async def put(visit: Visit) -> Response:
    """POST a file: evidence of theirs, put to the ticket by whoever holds it."""
    sheet = await sheet_of(visit)
    known = visit.words.catalogue
    size = visit.request.headers.get("content-length", "")
    if not size.isdecimal() or int(size) > known.file_bytes + FORM:
        words = visit.words("call-paper-large", size=known.file_bytes // 2**20)
        return await call_page(visit, words, status=TOO_LARGE)
    async with visit.request.form(max_files=1, max_fields=4) as form:
        upload = form.get("file")
        if not isinstance(upload, UploadFile) or not upload.filename:
            return await call_page(visit, visit.words("call-paper-none"), status=REFUSED)
        try:
            stored = await _kept(visit, upload)
        except Unkept as unkept:
            key = {"too_large": "large", "empty": "none"}.get(unkept.reason, "type")
            words = visit.words(f"call-paper-{key}", size=known.file_bytes // 2**20)
            return await call_page(visit, words, status=WRONG_TYPE)
        name = clean(upload.filename)
    where = Kept(path=stored.path, sha256=stored.sha256, size=stored.size, mime=stored.mime)

    def add(c: Connection) -> Outcome:
        return calls.paper(visit.work(c), visit.who.id, sheet.ticket, as_file(stored, name), where)

    made = await visit.door.store.write(add, lanes=(sheet.ticket.chat,))
    if isinstance(made, Refused):
        return await call_page(visit, visit.words.of(made.words), status=REFUSED)
    return again(sheet.ticket, "paper")


async def _kept(visit: Visit, upload: UploadFile) -> Stored:
    known = visit.words.catalogue
    return await attachments.keep(
        visit.door.attachments, chunks(upload), limit=known.file_bytes, types=known.file_types
    )
