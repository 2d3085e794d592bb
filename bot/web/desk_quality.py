"""Quality at the desk, for leads: talks that sound like a complaint and became none, and how badly
staff caused what is complained of.
"""

from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.web import desk_queue
from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from bot.web.desk_words import hide
from dialogs.tickets.ticket import Ticket
from storage import Connection, chats, grades, suspects, tickets
from storage.chats import Person
from storage.suspects import DISMISSED, Became, Suspect

PLACE = f"{HOME}/quality"
MOST = 40  # of each, the newest
WORDS = 600  # characters shown of a talk
# Why a talk is no complaint after all, beside words of one's own.
REASONS = ("no_complaint", "declined", "settled", "test")
MOST_TYPED = 400


@dataclass(frozen=True, slots=True)
class Heard:
    """A talk, who it was with, and what they said."""

    suspect: Suspect
    person: Person
    words: tuple[str, ...]


async def page(visit: Visit) -> Response:
    """GET what is to be looked at, the newest first."""

    def look(c: Connection) -> tuple[list[Heard], tuple[Ticket, ...]]:
        found = suspects.open_ones(c, MOST)
        talks = [Heard(one, chats.person(c, one.chat), suspects.said(c, one)) for one in found]
        about_staff = [
            one.code for one in visit.words.catalogue.categories.values() if one.asks("staff")
        ]
        return talks, tickets.load_many(c, grades.newest(c, about_staff, MOST))

    talks, filed = await visit.door.store.read(look)
    values: dict[str, object] = {
        "talks": [_talk(one, visit) for one in talks],
        "reasons": [(one, visit.words(f"talk-{one.replace('_', '-')}")) for one in REASONS],
        "grades": [_grade(one, visit) for one in filed],
        "done": visit.request.query_params.get("done") == "dismissed",
    }
    return visit.page("desk_quality.html", values)


def _talk(one: Heard, visit: Visit) -> dict[str, Any]:
    words, channel = visit.words, one.person.address.channel
    said = hide("\n".join(one.words))
    return {
        "id": one.suspect.id,
        "chat": one.suspect.chat,
        "at": words.at(one.suspect.at),
        "channel": words.known(f"desk-channel-{channel}", channel),
        "reader": words.known(f"language-{one.person.language}", one.person.language),
        "language": one.person.language,
        "said": said[:WORDS],
        "cut": len(said) > WORDS,
        "signs": [words.known(f"desk-sign-{name}", name) for name in one.suspect.signs],
    }


def _grade(ticket: Ticket, visit: Visit) -> dict[str, Any]:
    row = desk_queue.row(ticket, visit.who, visit.words)
    said = visit.words(f"severity-{ticket.severity}") if ticket.severity else ""
    return {"row": row, "severity": said}


async def dismiss(visit: Visit) -> Response:
    """POST why: it is no complaint. One that somebody else has seen to is seen to."""
    number, form = visit.number("id"), await visit.request.form(max_files=0, max_fields=10)
    code, more = form.get("reason"), form.get("words")
    said = more.strip()[:MOST_TYPED] if isinstance(more, str) else ""
    if code not in REASONS and not said:
        raise HTTPException(400)
    why = " · ".join(one for one in (code if code in REASONS else "", said) if isinstance(one, str))

    def put(c: Connection) -> None:
        became = Became(DISMISSED, visit.who.id, why.strip(" ·"))
        suspects.end(c, number, became, visit.words.now)

    await visit.door.store.write(put, quiet=True)
    return RedirectResponse(f"{PLACE}?done=dismissed", SEE_OTHER)
