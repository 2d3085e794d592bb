"""What a file is, is told by its first bytes; what is kept lies under its hash."""

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import attachments
from bot.attachments import Unkept, kind_of, mime_of, place

TYPES = ("image/png", "text/plain")
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100


async def parts(*told: bytes) -> AsyncIterator[bytes]:
    for part in told:
        yield part


def files_in(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("head", "mime"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (PNG, "image/png"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00", "video/mp4"),
        (b"\x00\x00\x00\x18ftypqt  \x00\x00", "video/quicktime"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "image/heic"),
        (b"#!AMR\n<", "audio/amr"),
        (b"OggS\x00\x02OpusHead", "audio/ogg"),
        (b"ID3\x04\x00", "audio/mpeg"),
        (b"\xff\xfb\x90\x64", "audio/mpeg"),
        (b"PK\x03\x04", "application/zip"),
        (b"<svg onload=alert(1)>", "text/plain"),
        ("话费清单".encode(), "text/plain"),
        ("话费清单".encode("gb18030"), "text/plain"),
        ("话费清单".encode()[:-1], "text/plain"),
        (b"MZ\x90\x00", ""),
        (b"\x7fELF\x02\x01", ""),
        (b"", ""),
    ],
)
def test_a_file_is_known_by_its_first_bytes(head: bytes, mime: str) -> None:
    assert mime_of(head) == mime


def test_a_kind_is_what_events_call_it() -> None:
    mimes = ("image/png", "audio/ogg", "video/mp4", "application/pdf", "text/plain")
    assert [kind_of(mime) for mime in mimes] == ["photo", "voice", "video", "document", "document"]


async def test_equal_files_lie_there_once_under_their_hash(tmp_path: Path) -> None:
    for _ in range(2):
        stored = await attachments.keep(tmp_path, parts(PNG, b"more"), limit=999, types=TYPES)
    sha = hashlib.sha256(PNG + b"more").hexdigest()
    assert (stored.path, stored.sha256) == (f"{sha[:2]}/{sha}", sha)
    assert (stored.size, stored.mime, stored.kind) == (len(PNG) + 4, "image/png", "photo")
    assert files_in(tmp_path) == [stored.path]
    assert b"".join([part async for part in attachments.read(tmp_path, stored.path)]) == (
        PNG + b"more"
    )


@pytest.mark.parametrize(
    ("told", "reason"),
    [((PNG, PNG, PNG), "too_large"), ((b"%PDF-1.7",), "type"), ((), "empty"), ((b"",), "empty")],
)
async def test_what_is_not_kept_leaves_nothing_behind(
    tmp_path: Path, told: tuple[bytes, ...], reason: str
) -> None:
    with pytest.raises(Unkept) as refused:
        await attachments.keep(tmp_path, parts(*told), limit=250, types=TYPES)
    assert refused.value.reason == reason
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", "ab/..", "", "AB/" + "a" * 64])
def test_a_path_that_we_did_not_make_leads_nowhere(tmp_path: Path, path: str) -> None:
    assert place(tmp_path, path) is None
