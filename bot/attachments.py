"""The folder of people's files: named by their hash, judged by their first bytes, never by name.

A path in here is "ab/abcd…" (two hex digits, then the whole SHA-256 in hex), relative to the
folder. Equal files lie there once; nothing is ever written over.
"""

import hashlib
import os
import re
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from starlette.concurrency import run_in_threadpool

HEAD = 4096  # bytes that tell what a file is
PATH = re.compile(r"[0-9a-f]{2}/[0-9a-f]{64}")
CHUNK = 64 * 1024
BRANDS = {
    b"qt  ": "video/quicktime",
    b"M4A ": "audio/mp4",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"avif": "image/avif",
    b"3gp4": "video/3gpp",
    b"3gp5": "video/3gpp",
}
STARTS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"#!AMR", "audio/amr"),
    (b"ID3", "audio/mpeg"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")


class Unkept(Exception):
    """A file that is not kept; `reason` is "too_large", "type" or "empty"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Stored:
    """Where the bytes lie in the folder, their hash, their number, and what they are."""

    path: str
    sha256: str
    size: int
    mime: str

    @property
    def kind(self) -> str:
        return kind_of(self.mime)


def mime_of(head: bytes) -> str:
    """What a file is by its first bytes (4,096 will do); "" for what we do not know.

    HTML and SVG are text here: they are shown as text or not at all.
    """
    for start, mime in STARTS:
        if head.startswith(start):
            return mime
    if head[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return BRANDS.get(head[8:12], "video/mp4")
    if head[:4] == b"OggS":
        return "video/ogg" if b"theora" in head else "audio/ogg"
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and head[1] & 0x06:
        return "audio/mpeg"
    return "text/plain" if _is_text(head) else ""


def _is_text(head: bytes) -> bool:
    if not head or CONTROLS & set(head):
        return False
    for encoding in ("utf-8", "gb18030"):
        for cut in range(4):  # the last character may be cut in the middle
            try:
                head[: len(head) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return True
    return False


def kind_of(mime: str) -> str:
    """The kind of file as events name it: photo, voice, video, document."""
    kinds = {"image": "photo", "audio": "voice", "video": "video"}
    return kinds.get(mime.partition("/")[0], "document")


def place(folder: Path, path: str) -> Path | None:
    """The file of a stored path; None for a path that is not of our making."""
    return folder / path if PATH.fullmatch(path) else None


async def keep(
    folder: Path, chunks: AsyncIterator[bytes], *, limit: int, types: tuple[str, ...]
) -> Stored:
    """Keep a file of at most `limit` bytes if it is of one of these types. Raises Unkept."""
    await run_in_threadpool(folder.mkdir, parents=True, exist_ok=True)
    draft = folder / f".{secrets.token_hex(8)}.part"
    sha, size, head = hashlib.sha256(), 0, b""
    try:
        with draft.open("xb") as out:
            async for chunk in chunks:
                size += len(chunk)
                if size > limit:
                    raise Unkept("too_large")
                head = head or chunk[:HEAD]
                sha.update(chunk)
                await run_in_threadpool(out.write, chunk)
            await run_in_threadpool(_settle, out)
        mime = _judged(head, size, types)
        path = f"{sha.hexdigest()[:2]}/{sha.hexdigest()}"
        await run_in_threadpool(_put, draft, folder / path)
    finally:
        draft.unlink(missing_ok=True)
    return Stored(path, sha.hexdigest(), size, mime)


def _settle(out: IO[bytes]) -> None:
    """An update is acknowledged only after this: the bytes are on the disk."""
    out.flush()
    os.fsync(out.fileno())


def _put(draft: Path, to: Path) -> None:
    to.parent.mkdir(exist_ok=True)
    draft.replace(to)


def _judged(head: bytes, size: int, types: tuple[str, ...]) -> str:
    if not size:
        raise Unkept("empty")
    mime = mime_of(head)
    if mime not in types:
        raise Unkept("type")
    return mime


async def read(folder: Path, path: str) -> AsyncIterator[bytes]:
    """The bytes of a stored file. Raises FileNotFoundError, also for a path not of our making."""
    found = place(folder, path)
    if found is None:
        raise FileNotFoundError(path)
    opened = await run_in_threadpool(found.open, "rb")
    with opened:
        while chunk := await run_in_threadpool(opened.read, CHUNK):
            yield chunk
