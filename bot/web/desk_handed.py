"""The files of an appeal that went to the subscriber, for staff: the same bytes, made again.

They name the applicant in full, so who takes one says what for, and the timeline says who did.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot import desk_acts
from bot.papers import mime_of
from bot.web.desk_files import SEALED
from bot.web.desk_visit import Visit
from bot.web.desk_words import Words
from bot.web.papers import made
from dialogs.appeals.bundle import outgoing
from dialogs.appeals.stating import dossier
from dialogs.model import Attached
from dialogs.tickets.ticket import Ticket
from storage import Connection, files, tickets
from storage.files import Attachment

REASONS = ("file", "inspect", "call")  # what they may be taken for
MOST_TYPED = 40  # characters of a reason


def rows(ticket: Ticket, kept: Sequence[Attachment], words: Words) -> list[dict[str, Any]]:
    """Each time that files were handed out, the newest first: when, and which."""
    return [
        {
            "at": words.at(at),
            "files": [
                {"kind": one.kind, "name": one.name, "short": _short(one, len(listed) - 2)}
                for one in listed
            ],
        }
        for at, listed in reversed(list(_handed(ticket, kept)))
    ]


def _short(one: Attached, archives: int) -> str:
    """What a button calls it: PDF, TXT, ZIP, and of several archives which."""
    ending = one.name.rpartition(".")[2].upper()
    part = one.kind.split(":")[2:]
    return f"{ending} {part[0]}/{archives}" if part and archives > 1 else ending


def _handed(
    ticket: Ticket, kept: Sequence[Attachment]
) -> Iterator[tuple[Any, tuple[Attached, ...]]]:
    for at in dossier(ticket).handed:
        theirs = (one for one in kept if one.uploader == "in" and one.state == "kept")
        yield at, outgoing(ticket, at, [one.size for one in theirs if one.at <= at])


async def take(visit: Visit) -> Response:
    """POST what for: one of the files, and a line in the timeline that says who took it."""
    number = str(visit.request.path_params["number"])
    form = await visit.request.form(max_files=0, max_fields=10)
    reason = str(form.get("reason") or "")[:MOST_TYPED]
    if reason not in REASONS:
        raise HTTPException(400)
    found = await visit.door.store.read(lambda c: _found(c, number))
    if found is None or visit.door.documents is None:
        raise HTTPException(404)
    ticket, kept = found
    kind = str(visit.request.path_params["kind"])
    sent = (one for _, listed in _handed(ticket, kept) for one in listed)
    wanted = next((one for one in sent if one.kind == kind), None)
    if wanted is None:
        raise HTTPException(404)
    name, content = await made(visit.door.documents, wanted)
    await visit.door.store.write(
        lambda c: desk_acts.look(visit.work(c), visit.who.id, ticket, reason), lanes=(ticket.chat,)
    )
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    headers = {**SEALED, "Content-Disposition": disposition}
    return Response(content, media_type=mime_of(name), headers=headers)


def _found(c: Connection, number: str) -> tuple[Ticket, tuple[Attachment, ...]] | None:
    ticket = tickets.by_number(c, number)
    return (ticket, files.of_ticket(c, ticket.id)) if ticket else None
