"""The archive of an appeal: evidence as it came, an index to read, and hashes to check it with.

Nothing is compressed and each entry carries the moment of the record, so the same record gives the
same bytes. `sha256sum -c SHA256SUMS.txt` in the unpacked folder checks all of it.
"""

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from bot.sheets import ANOTHER_YEAR
from dialogs.appeals.letter import kind_words
from dialogs.appeals.record import Exhibit, Record
from dialogs.house import House
from dialogs.model import Arg, Moment, Phrase
from dialogs.texts import Texts

READABLE = 0o644 << 16  # as Unix reads it from an entry
UNIX = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence with its bytes; None where they are gone or were altered."""

    exhibit: Exhibit
    content: bytes | None


def archive(held: Mapping[str, bytes], suffix: str, at: datetime) -> bytes:
    """Files by their names as ZIP, with their hashes; `suffix` tells its list from other parts'.

    `at`: the time that the entries carry, in the zone in which it is read.
    """
    sums = "".join(f"{hashlib.sha256(held[name]).hexdigest()}  {name}\n" for name in held)
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as folder:
        for name, content in {**held, f"SHA256SUMS{suffix}.txt": sums.encode()}.items():
            entry = ZipInfo(name, at.timetuple()[:6])
            entry.external_attr, entry.create_system = READABLE, UNIX
            folder.writestr(entry, content)
    return made.getvalue()


def index(record: Record, pieces: Sequence[Piece], house: House, texts: Texts) -> str:
    """What is in the archive, one block a piece, in the words of the letter."""
    ticket = record.ticket

    def words(arg: Arg) -> str:
        return texts.words(ticket.language, arg, ANOTHER_YEAR)

    blocks = [words(Phrase("index-title", {"no": ticket.number, "at": Moment(record.at)}))]
    for one in pieces:
        what = kind_words(one.exhibit, ticket, house)
        args: dict[str, Arg] = {"what": what, "at": Moment(one.exhibit.at)}
        lines = [one.exhibit.path, words(Phrase("letter-exhibit", args))]
        lines += [one.exhibit.name] if one.exhibit.name else []
        lines.append(f"SHA-256 {one.exhibit.sha256}")
        lines += [words(Phrase("index-lost"))] if one.content is None else []
        blocks.append("\n".join(lines))
    blocks.append(words(Phrase("index-check")))
    return "\n\n".join(blocks) + "\n"
