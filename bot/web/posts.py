"""What the page sends: words, presses, files. Each has an id of the page's, so doubles are one."""

import re
import unicodedata
from collections.abc import AsyncIterator

import orjson
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot import attachments
from bot.attachments import Stored, Unkept
from bot.web.room import Room
from bot.web.visitor import Visitor
from dialogs.model import Arg, Command, File, Json, Tap, Text, What
from storage import Connection, files, pages
from storage.files import Kept

WORDS = 20_000  # characters of one message
BODY = 256 * 1024  # bytes of a post without file
FORM = 64 * 1024  # bytes that a form needs around its file
NAME = 120  # characters of a file's name
ID = re.compile(r"[0-9A-Za-z-]{8,64}")
COMMAND = re.compile(r"/([a-z]{1,32})(?:\s+(\S.{0,200}))?\s*", re.DOTALL)


class Posts:
    """The handlers of what is posted; all answer JSON, a refusal with words for the person."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def say(self, request: Request) -> Response:
        """POST {text, id, lang}: words, or a command typed with a slash."""
        visitor, body = await self._read(request)
        if visitor is None:
            return stranger()
        text, id = body.get("text"), body.get("id")
        if not isinstance(text, str) or not text.strip() or not _is_id(id):
            return JSONResponse({"error": "bad"}, 400)
        if len(text) > WORDS:
            return await self._refuse(visitor, 413, "web-text-long", limit=WORDS)
        hint = body.get("lang")
        what = read_words(text)
        hint = hint if isinstance(hint, str) else ""
        await self._room.take(visitor, str(id), what, message=str(id), hint=hint)
        return JSONResponse({"id": id})

    async def tap(self, request: Request) -> Response:
        """POST {data, id}: a pressed button; its toast comes by the live stream."""
        visitor, body = await self._read(request)
        if visitor is None:
            return stranger()
        data, id = body.get("data"), body.get("id")
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= 64 or not _is_id(id):
            return JSONResponse({"error": "bad"}, 400)
        await self._room.take(visitor, str(id), Tap(data, f"{visitor.chat}:{id}"))
        return JSONResponse({"id": id})

    async def file(self, request: Request) -> Response:
        """POST a form {file, id, caption, group}; the file is kept first, then told."""
        visitor = self._room.visitors.read(request)
        if visitor is None:
            return stranger()
        limit = self._room.door.stage.house.catalogue.file_bytes
        if _length(request) > limit + FORM:
            return await self._refuse(visitor, 413, "web-file-large", size=limit // 2**20)
        async with request.form(max_files=1, max_fields=4) as form:
            upload, id = form.get("file"), form.get("id")
            if not isinstance(upload, UploadFile) or not _is_id(id):
                return JSONResponse({"error": "bad"}, 400)
            caption, group = str(form.get("caption", ""))[:WORDS], str(form.get("group", ""))[:64]
            try:
                stored = await self._keep(upload)
            except Unkept as unkept:
                return await self._unkept(visitor, unkept)
        told = as_file(stored, clean(upload.filename or ""), caption, group)
        await self._room.take(visitor, str(id), told, message=str(id))
        return JSONResponse({"id": id, "url": await self._settle(visitor, str(id), stored)})

    async def _read(self, request: Request) -> tuple[Visitor | None, dict[str, Json]]:
        """Who posts, and the JSON posted ({} if it is none)."""
        if _length(request) > BODY:
            raise HTTPException(413)
        try:
            body = orjson.loads(await request.body())
        except orjson.JSONDecodeError:
            body = {}
        return self._room.visitors.read(request), body if isinstance(body, dict) else {}

    async def _keep(self, upload: UploadFile) -> Stored:
        catalogue = self._room.door.stage.house.catalogue
        return await attachments.keep(
            self._room.door.attachments,
            chunks(upload),
            limit=catalogue.file_bytes,
            types=catalogue.file_types,
        )

    async def _unkept(self, visitor: Visitor, why: Unkept) -> Response:
        if why.reason == "too_large":
            size = self._room.door.stage.house.catalogue.file_bytes // 2**20
            return await self._refuse(visitor, 413, "web-file-large", size=size)
        key = "web-file-empty" if why.reason == "empty" else "web-file-type"
        return await self._refuse(visitor, 415, key)

    async def _settle(self, visitor: Visitor, key: str, stored: Stored) -> str:
        """The file needs no fetching: it lies there. Returns its address, "" if refused."""
        chat = await self._room.chat(visitor)

        def put(c: Connection) -> int:
            line = pages.of_key(c, chat, key) if chat is not None else None
            if line is None or line.paper is None:
                return 0
            where = Kept(path=stored.path, sha256=stored.sha256, size=stored.size, mime=stored.mime)
            files.kept(c, line.paper.id, where)
            return line.paper.id

        found = await self._room.door.store.write(put)
        return f"/chat/file/{found}" if found else ""

    async def _refuse(self, visitor: Visitor, status: int, key: str, **args: Arg) -> Response:
        language = await self._room.language(await self._room.chat(visitor), "")
        words = self._room.words(language, key, **args)
        return JSONResponse({"error": key, "words": words}, status)


def stranger() -> Response:
    """The cookie is gone: the page must be loaded anew."""
    return JSONResponse({"error": "stranger"}, 401)


def read_words(text: str) -> What:
    """Typed words as an event has them; "/help" and the like are commands."""
    found = COMMAND.fullmatch(text.strip())
    return Command(found[1], (found[2] or "").strip()) if found else Text(text)


def clean(name: str) -> str:
    """A file's name that is safe to show and to save under: no folders, no control characters."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    return kept.strip(" .")[-NAME:]


def as_file(stored: Stored, name: str, caption: str = "", group: str = "") -> File:
    """A file that lies in the folder, as the dialogs know files."""
    return File(
        kind=stored.kind,
        ref=stored.path,
        name=name,
        mime=stored.mime,
        size=stored.size,
        caption=caption,
        group=group,
    )


def _is_id(id: object) -> bool:
    return isinstance(id, str) and ID.fullmatch(id) is not None


def _length(request: Request) -> int:
    """The length of a body that is on its way, in bytes; one that tells none is refused."""
    told = request.headers.get("content-length", "")
    if not told.isdecimal():
        raise HTTPException(411)
    return int(told)


async def chunks(upload: UploadFile) -> AsyncIterator[bytes]:
    """The bytes of an upload, some at a time."""
    while chunk := await upload.read(attachments.CHUNK):
        yield chunk
