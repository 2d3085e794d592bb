"""The files of an appeal: which go out, how they are named, into how many archives they go.

A kind of file names the moment of which it is (microseconds since 1970), so that it can be made
again: "appeal-pdf:1764000000000000", "appeal-txt:…", "appeal-zip:…:1".
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from dialogs.model import Attached
from dialogs.tickets.ticket import Ticket

PDF, TXT, ZIP = "appeal-pdf", "appeal-txt", "appeal-zip"
DEADLOCK, OVERDUE = "deadlock", "overdue"  # our own letters, named by their moment as well
LETTERS = {"final": DEADLOCK, "overdue": OVERDUE}  # what the catalogue calls them
MOST = 45_000_000  # bytes of evidence in one archive: Telegram takes 50 MB from a bot
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
FOLDER = "evidence"
UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2066-\u2069]+')
LONGEST = 80  # characters of a name in an archive
ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "image/heic": ".heic",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "text/plain": ".txt",
    "audio/amr": ".amr",
    "audio/ogg": ".ogg",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/wav": ".wav",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
    "video/quicktime": ".mov",
    "video/3gpp": ".3gp",
}


def outgoing(ticket: Ticket, at: datetime, sizes: Sequence[int]) -> tuple[Attached, ...]:
    """The files that go out: letter as PDF and text, and the archives of evidence.

    `at` is when it was handed out (aware UTC), `sizes` those of the evidence in bytes.
    """
    stamp, number = stamped(at), ticket.number
    archives = len(parted(sizes))
    zips = (f"{number}-appeal{_place(part, archives)}.zip" for part in range(1, archives + 1))
    return (
        Attached(f"{PDF}:{stamp}", ticket.id, f"{number}-appeal.pdf"),
        Attached(f"{TXT}:{stamp}", ticket.id, f"{number}-appeal.txt"),
        *(
            Attached(f"{ZIP}:{stamp}:{part}", ticket.id, name)
            for part, name in enumerate(zips, start=1)
        ),
    )


def our_letter(name: str, ticket: Ticket, at: datetime) -> Attached:
    """Our letter that the catalogue calls `name`, as of `at` (aware UTC)."""
    kind = LETTERS[name]
    return Attached(f"{kind}:{stamped(at)}", ticket.id, f"{ticket.number}-{name}.pdf")


def _place(part: int, parts: int) -> str:
    return f"_{part}of{parts}" if parts > 1 else ""


def stamped(at: datetime) -> int:
    """The moment as microseconds since 1970."""
    return (at - EPOCH) // MICROSECOND


def moment(stamp: str) -> datetime | None:
    """The moment of a stamp (aware UTC); None for what is none."""
    if not (stamp.isascii() and stamp.isdecimal() and len(stamp) <= 17):
        return None
    return EPOCH + int(stamp) * MICROSECOND


def parted(sizes: Iterable[int], most: int = MOST) -> list[list[int]]:
    """Which pieces (by place, from 0) go into which archive: in order, at most `most` bytes each.

    A piece that is larger alone has an archive of its own. There is always one archive.
    """
    parts: list[list[int]] = [[]]
    room = most
    for place, size in enumerate(sizes):
        if parts[-1] and size > room:
            parts.append([])
            room = most
        parts[-1].append(place)
        room -= size
    return parts


def path_of(place: int, name: str, mime: str, kind: str) -> str:
    """Where a piece lies in the archive: numbered, under its own name."""
    clean = UNSAFE.sub("_", name).strip(" ._")
    stem, dot, ending = clean.rpartition(".")
    if not dot or len(ending) > 5:
        stem, ending = clean, ENDINGS.get(mime, "").removeprefix(".")
    stem = stem[:LONGEST].rstrip(" ._") or kind
    return f"{FOLDER}/{place:02}-{stem}{'.' if ending else ''}{ending}"
