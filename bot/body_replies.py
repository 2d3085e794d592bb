"""Our answers to outside bodies: drafted from the record as text, gone over by staff, put on paper.

The text holds marks where the person's name and number belong; they are filled in on the paper
alone, so that nobody reads them who only goes over the words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.sheets import Part, Said, Written, plain, written
from dialogs.appeals.caseload import cases
from dialogs.appeals.record import Exhibit, Record
from dialogs.appeals.reply import NAME, NUMBER, reply
from dialogs.appeals.stating import applicant
from dialogs.house import House
from dialogs.model import Language, Phrase
from dialogs.texts import Texts
from dialogs.tickets.ticket import Ticket
from storage import Connection, files, tickets

BOM = "\ufeff"  # by which programs of all ages know that the text is UTF-8
SMALL = "   "  # what small print begins with
HEADING = 40  # characters at most
COLONS = (":", "：")


@dataclass(frozen=True, slots=True)
class Print:
    """The answer as it goes out: its words with all filled in, its language, its moment."""

    number: str
    words: str
    language: Language
    made: datetime


def drafted(
    c: Connection,
    at: tuple[Ticket, int],
    language: Language,
    now: datetime,
    said: tuple[House, Texts],
) -> str:
    """The draft that the record makes for the case in that place; KeyError if there is none."""
    (ticket, place), (house, texts) = at, said
    known = cases(ticket)
    if not 1 <= place <= len(known):
        raise KeyError(place)
    exhibits = tuple(_exhibits(c, ticket))
    record = Record(
        ticket=ticket, entries=tickets.timeline(c, ticket.id), exhibits=exhibits, at=now
    )
    return plain(written(reply(record, known[place - 1], language, house), texts))


def _exhibits(c: Connection, ticket: Ticket) -> Iterator[Exhibit]:
    """The files that the subscriber sent and we keep, in the order in which they came."""
    kept = (one for one in files.of_ticket(c, ticket.id) if one.state == "kept")
    for one in kept:
        if one.uploader == "in":
            yield Exhibit(
                path="",
                name=one.name,
                kind=one.kind,
                at=one.at,
                size=one.size,
                sha256=one.sha256,
                shows=one.shows,
            )


def filled(words: str, ticket: Ticket, language: Language, texts: Texts, now: datetime) -> str:
    """The words with the person's name and number in the place of their marks."""

    def said(phrase: Phrase) -> str:
        return texts.words(language, phrase, now)

    name = applicant(ticket).name or said(Phrase("reply-unnamed-person"))
    number = ticket.filing.service_number or applicant(ticket).phone
    return words.replace(said(NAME), name).replace(said(NUMBER), number)


def text(one: Print) -> bytes:
    """The answer as a text file."""
    return (BOM + one.words).encode()


def pdf(one: Print) -> bytes:
    """The answer as PDF; the same words give the same bytes."""
    from bot.sheet_printing import printed_sheet  # noqa: PLC0415  a second, and rarely needed

    return printed_sheet(_laid_out(one))


def _laid_out(one: Print) -> Written:
    """The text as a paper: its first line is the title, a blank line parts the sections."""
    blocks = [block.splitlines() for block in _blocks(one.words)]
    title = blocks[0][0].strip() if blocks else one.number
    if blocks:
        blocks[0] = blocks[0][1:]
    return Written(
        title=title,
        mark="",
        number=one.number,
        language=one.language,
        parts=tuple(_part(block) for block in blocks if block),
        signing=(),
        foot="",
        made=one.made,
        colon="",
    )


def _blocks(words: str) -> list[str]:
    lines = [line.rstrip() for line in words.replace("\r\n", "\n").split("\n")]
    found = "\n".join(lines).split("\n\n")
    return [block.strip("\n") for block in found if block.strip()]


def _part(lines: list[str]) -> Part:
    """A section; a short first line without a value is its heading."""
    first = lines[0].strip()
    headed = len(lines) > 1 and len(first) <= HEADING and not any(one in first for one in COLONS)
    said: list[Said] = []
    for line in lines[1:] if headed else lines:
        if line.startswith(SMALL) and said:
            small = f"{said[-1].small}\n{line.strip()}".strip()
            said[-1] = replace(said[-1], small=small)
        else:
            said.append(Said(line))
    return Part(first if headed else "", tuple(said), numbered=False)
