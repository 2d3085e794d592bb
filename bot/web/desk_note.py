"""The dispatch note of a ticket (domain.md §2): content, wish, first view, help wanted.

As one text, to be copied into whatever the department reads, and printed. What staff write of it is
kept in the timeline, as a note of theirs; the newest stands.
"""

from collections.abc import Sequence
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot import desk_acts
from bot.desk_acts import Overtaken, Refused
from bot.web.desk_offers import comparison
from bot.web.desk_ticket import head
from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from bot.web.desk_words import hide
from dialogs.intake.card import when_words
from dialogs.model import Joined, Move
from dialogs.tickets.ticket import Entry, Ticket
from storage import Connection, tickets

REFUSED, OVERTAKEN = 422, 409
MOST_TYPED = 2000
WRITTEN = ("view", "help")  # the two parts that staff write


async def page(visit: Visit) -> Response:
    """GET the note as it stands."""
    return await _page(visit)


async def put(visit: Visit) -> Response:
    """POST first view and help wanted."""
    ticket, _ = await _ticket(visit)
    form = await visit.request.form(max_files=0, max_fields=10)
    said = {name: one for name in WRITTEN if isinstance(one := form.get(name), str)}
    typed = {name: one.strip()[:MOST_TYPED] for name, one in said.items()}
    revision = form.get("revision")
    expected = int(revision) if isinstance(revision, str) and revision.isdecimal() else -1
    words = "\n".join(one for one in typed.values() if one)
    order = Move(ticket.id, "note", {"words": words, **typed})
    made = await visit.door.store.write(
        lambda c: desk_acts.act(visit.work(c), visit.who.id, order, expected),
        lanes=(ticket.chat,),
    )
    match made:
        case Refused(why):
            return await _page(visit, typed, visit.words.of(why), REFUSED)
        case Overtaken():
            return await _page(visit, typed, visit.words("overtaken"), OVERTAKEN)
    return RedirectResponse(f"{HOME}/t/{ticket.number}/note?done=1", SEE_OTHER)


async def _ticket(visit: Visit) -> tuple[Ticket, tuple[Entry, ...]]:
    number = str(visit.request.path_params["number"])

    def look(c: Connection) -> tuple[Ticket, tuple[Entry, ...]] | None:
        found = tickets.by_number(c, number)
        return None if found is None else (found, tickets.timeline(c, found.id))

    found = await visit.door.store.read(look)
    if found is None:
        raise HTTPException(404)
    return found


def written(entries: Sequence[Entry]) -> dict[str, str]:
    """What staff wrote last of first view and help wanted; "" where nothing was."""
    newest = next((one.detail for one in reversed(entries) if "view" in one.detail), {})
    return {name: str(newest.get(name) or "") for name in WRITTEN}


async def _page(
    visit: Visit, typed: dict[str, str] | None = None, why: str = "", status: int = 200
) -> Response:
    ticket, entries = await _ticket(visit)
    said = typed or written(entries)
    values: dict[str, object] = {
        "head": head(ticket, visit.words),
        "note": _note(ticket, said, visit),
        "view": said.get("view", ""),
        "help": said.get("help", ""),
        "why": why,
        "done": visit.request.query_params.get("done") == "1" and visit.request.method == "GET",
    }
    return visit.page("desk_note.html", values, status)


def _note(ticket: Ticket, said: dict[str, str], visit: Visit) -> str:
    """The note as one text, numbers masked."""
    words, filing = visit.words, ticket.filing
    lines = [
        f"{ticket.number} · {words.matter(ticket)}",
        words(
            "note-level", level=words(f"level-{ticket.level}"), opened=words.at(ticket.opened_at)
        ),
    ]
    about: list[tuple[str, Any]] = [
        ("note-content", hide(filing.story)),
        ("note-when", words.of(when_words(filing.when)) if filing.when else ""),
        ("note-place", filing.where.words if filing.where else ""),
        ("note-wish", words.of(Joined(tuple(_wishes(ticket, visit))))),
        ("note-view", hide(said.get("view", ""))),
        ("note-help", hide(said.get("help", ""))),
    ]
    return "\n".join([*lines, *(f"{words(key)}{said}" for key, said in about if said)])


def _wishes(ticket: Ticket, visit: Visit) -> list[str]:
    return [line["wish"] for line in comparison(ticket, visit.words) if line["wish"]]
