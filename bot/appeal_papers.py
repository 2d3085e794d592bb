"""The files of an appeal, and our letters on what was not settled: made from the record.

The same record gives the same bytes: nothing in them depends on when they are made.
"""

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import attachments
from bot.evidence_archive import Piece, archive, index
from bot.papers import Documents, NoPaper
from bot.sheets import Written, plain, written
from dialogs.appeals import bundle
from dialogs.appeals.letter import letter
from dialogs.appeals.position import final_letter, overdue_letter
from dialogs.appeals.record import Exhibit, Record, as_of
from dialogs.appeals.sheet import Sheet
from dialogs.house import House
from dialogs.model import Attached
from dialogs.texts import Texts
from dialogs.tickets.notices import CONFIRMATION
from dialogs.tickets.ticket import Entry, Ticket
from storage import Connection, files, tickets
from storage.files import Attachment
from storage.store import Store

KINDS = frozenset({bundle.PDF, bundle.TXT, bundle.ZIP, bundle.DEADLOCK, bundle.OVERDUE})
LOOKS, AGAIN = 60, 0.25  # how often it is looked whether a file has come, seconds between two
BOM = "\ufeff"  # by which programs of all ages know that the text is UTF-8


@dataclass(frozen=True, slots=True)
class Found:
    """What the database says of a ticket, and the files of its subscriber that came by then.

    `coming`: another came, and is on its way into the folder.
    """

    ticket: Ticket
    entries: tuple[Entry, ...]
    kept: tuple[Attachment, ...]
    at: datetime
    coming: bool


@dataclass(frozen=True, slots=True)
class Case:
    """The record of an appeal: the subscriber's files, the bytes of ours, the letter in words."""

    record: Record
    kept: tuple[Attachment, ...]
    ours: tuple[bytes, ...]
    paper: Written


@dataclass(frozen=True, slots=True)
class Desk:
    """What the files are made with; `folder` is where people's files lie."""

    store: Store
    folder: Path
    house: House
    texts: Texts
    otherwise: Documents

    def words(self, sheet: Sheet) -> Written:
        return written(sheet, self.texts)


def documents(
    store: Store, folder: Path, house: House, texts: Texts, otherwise: Documents
) -> Documents:
    """What makes the file of a message: its name and its bytes. Raises NoPaper."""
    desk = Desk(store, folder, house, texts, otherwise)

    async def make(attached: Attached) -> tuple[str, bytes]:
        kind, _, rest = attached.kind.partition(":")
        if kind not in KINDS:
            return await otherwise(attached)
        stamp, _, part = rest.partition(":")
        found = await _fetched(desk, attached.ticket, bundle.moment(stamp))
        if found is None:
            raise NoPaper(f"{attached.kind} of ticket {attached.ticket}")
        return attached.name, await _made(desk, kind, found, part)

    return make


async def _fetched(desk: Desk, number: int, at: datetime | None) -> Found | None:
    """What is found once the files that came just now are kept, so that all papers name them."""
    found = await _found(desk, number, at)
    for _ in range(LOOKS):
        if found is None or not found.coming:
            break
        await asyncio.sleep(AGAIN)
        found = await _found(desk, number, at)
    return found


async def _found(desk: Desk, number: int, at: datetime | None) -> Found | None:
    def look(c: Connection) -> Found | None:
        ticket = tickets.load(c, number)
        if ticket is None or at is None or at < ticket.opened_at:
            return None
        theirs = [one for one in files.of_ticket(c, number) if one.uploader == "in"]
        kept = tuple(one for one in theirs if one.state == "kept" and one.at <= at)
        coming = any(one.state == "wanted" and not one.attempts for one in theirs if one.at <= at)
        return Found(ticket, tickets.timeline(c, number), kept, at, coming)

    return await desk.store.read(look)


async def _made(desk: Desk, kind: str, found: Found, part: str) -> bytes:
    if kind in {bundle.DEADLOCK, bundle.OVERDUE}:
        record = as_of(found.ticket, found.entries, (), found.at)
        make = final_letter if kind == bundle.DEADLOCK else overdue_letter
        return await asyncio.to_thread(_printed, desk.words(make(record, desk.house)))
    case = await _case(desk, found)
    if kind == bundle.TXT:
        return _text(case.paper)
    if kind == bundle.PDF:
        return await asyncio.to_thread(_printed, case.paper)
    return await _archived(desk, case, part)


async def _case(desk: Desk, found: Found) -> Case:
    """The record with its evidence, and the letter on it."""
    ours = await _confirmations(desk, found)
    listed = _exhibits(found.kept)
    for name, at, content in ours:
        path = bundle.path_of(len(listed) + 1, name, "application/pdf", CONFIRMATION)
        digest, size = hashlib.sha256(content).hexdigest(), len(content)
        listed.append(
            Exhibit(path=path, name="", kind=CONFIRMATION, at=at, size=size, sha256=digest)
        )
    record = as_of(found.ticket, found.entries, listed, found.at)
    paper = desk.words(letter(record, desk.house))
    return Case(record, found.kept, tuple(content for _, _, content in ours), paper)


def _text(paper: Written) -> bytes:
    return (BOM + plain(paper)).encode()


def _printed(paper: Written) -> bytes:
    from bot.sheet_printing import printed_sheet  # noqa: PLC0415  a second to import, rarely needed

    return printed_sheet(paper)


async def _confirmations(desk: Desk, found: Found) -> list[tuple[str, datetime, bytes]]:
    """Our written confirmations, as they were sent: name, moment, bytes."""
    made = []
    for entry in found.entries:
        place = sum(1 for one in found.ticket.proposals if one.at <= entry.at)
        if entry.move == "confirm_writing" and entry.at <= found.at and place:
            asked = Attached(f"{CONFIRMATION}:{place}", found.ticket.id, "")
            content = (await desk.otherwise(asked))[1]
            made.append((f"confirmation-{place}.pdf", entry.at, content))
    return made


def _exhibits(kept: tuple[Attachment, ...]) -> list[Exhibit]:
    """The subscriber's files, in the order in which they came."""
    return [
        Exhibit(
            path=bundle.path_of(place, one.name, one.mime, one.kind),
            name=one.name,
            kind=one.kind,
            at=one.at,
            size=one.size,
            sha256=one.sha256,
            shows=one.shows,
        )
        for place, one in enumerate(kept, start=1)
    ]


async def _archived(desk: Desk, case: Case, part: str) -> bytes:
    """One of the archives: the pieces that go into it, and the letter with the first."""
    parts = bundle.parted(one.size for one in case.kept)
    place = int(part) - 1 if part.isascii() and part.isdecimal() else -1
    if not 0 <= place < len(parts):
        raise NoPaper(f"part {part} of the archive of ticket {case.record.ticket.id}")
    exhibits = case.record.exhibits
    parts[-1] += range(len(case.kept), len(exhibits))  # ours are small, and make no part
    pieces = [Piece(exhibits[one], await _bytes(desk, case, one)) for one in parts[place]]
    held = await asyncio.to_thread(_papers, case) if not place else {}
    held |= {one.exhibit.path: one.content for one in pieces if one.content is not None}
    suffix = f"-{place + 1}" if len(parts) > 1 else ""
    held[f"index{suffix}.txt"] = index(case.record, pieces, desk.house, desk.texts).encode()
    local = case.record.at.astimezone(ZoneInfo(desk.house.zone))
    return await asyncio.to_thread(archive, held, suffix, local)


def _papers(case: Case) -> dict[str, bytes]:
    """The letter, as it goes into the first archive."""
    name = f"{case.record.ticket.number}-appeal"
    return {f"{name}.pdf": _printed(case.paper), f"{name}.txt": _text(case.paper)}


async def _bytes(desk: Desk, case: Case, place: int) -> bytes | None:
    """The bytes of the exhibit at that place; None where gone or altered."""
    if place >= len(case.kept):
        return case.ours[place - len(case.kept)]
    one = case.kept[place]
    try:
        chunks = [chunk async for chunk in attachments.read(desk.folder, one.path or one.ref)]
    except FileNotFoundError:
        return None
    content = b"".join(chunks)
    return content if hashlib.sha256(content).hexdigest() == one.sha256 else None
