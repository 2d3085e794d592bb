"""The page of one incident, read in one go, with a form that came back where one did."""

from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot import incident_preview
from bot.desk_acts import actor
from bot.web import desk_children, desk_incident, desk_tiles
from bot.web.desk_children import SHOWS, Asked
from bot.web.desk_corrective import card
from bot.web.desk_incident_forms import Scene, Tried, forms, languages, shown
from bot.web.desk_incident_words import wording
from bot.web.desk_tiles import Picture
from bot.web.desk_visit import Visit
from bot.web.desk_words import Words
from dialogs.correcting.action import Corrective
from dialogs.incidents import life
from dialogs.incidents.incident import Counts, Incident, Progress, Record
from dialogs.tickets.lifecycle import STAFF
from dialogs.tickets.ticket import Actor
from storage import Connection, broadcasts, correctives, incident_pages, incidents
from storage.incident_pages import Spot

LINES = 60  # of the history
SLOW, QUICK = 5, 2  # seconds between two looks: while nothing moves, while words are on their way


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the page shows, as one state of the database."""

    incident: Incident
    may: tuple[str, ...]
    counts: Counts
    history: tuple[Record, ...]
    told: tuple[Progress, ...]
    seen: desk_children.Seen
    reads: tuple[incident_preview.Shown, ...]
    spots: tuple[Spot, ...]
    corrective: Corrective | None


async def page(visit: Visit) -> Response:
    """GET an incident's page."""
    return await sheet_page(visit)


async def sheet_page(visit: Visit, tried: Tried | None = None, status: int = 200) -> Response:
    """The page, with a form that came back."""
    asked = _asked(visit)
    sheet = await _read(visit, asked)
    if sheet is None:
        raise HTTPException(404)
    values = _values(sheet, asked, visit, tried or _prefilled(visit))
    made = visit.request.query_params.get("done", "")
    acts = {one.act for one in sheet.history}
    known = made in acts and visit.words.known(f"desk-incident-act-{made}", "")
    values["made"] = visit.words("made", move=known) if known else ""
    return visit.page("desk_incident.html", values, status)


def _asked(visit: Visit) -> Asked:
    told = visit.request.query_params
    show, after = told.get("show", ""), told.get("after", "")
    return Asked(
        show if show in SHOWS else "all",
        int(after) if after.isascii() and after.isdecimal() and len(after) < 18 else 0,
    )


def _prefilled(visit: Visit) -> Tried:
    """A ticket's line leads to the form that splits it off, with its number in it."""
    number = visit.request.query_params.get("part", "")[:40]
    return Tried(name="part", typed={"number": number}) if number else Tried()


async def _read(visit: Visit, asked: Asked) -> Sheet | None:
    this = visit.number("id")

    def look(c: Connection) -> Sheet | None:
        found, by = incidents.load(c, this), actor(c, visit.who.id)
        if found is None or by is None:
            return None
        history = incidents.history(c, this)
        seen = desk_children.read(c, found, asked)
        first = seen.tickets if asked == Asked() else ()
        return Sheet(
            incident=found,
            may=(*life.may(found, by), *_tickets(found, by)),
            counts=incident_pages.counts(c, [this])[this],
            history=history,
            told=broadcasts.progress(c, this),
            seen=seen,
            reads=incident_preview.now(visit.work(c), found, first),
            spots=incident_pages.where(c, [this]),
            corrective=correctives.of_incident(c, this),
        )

    return await visit.door.store.read(look)


def _tickets(of: Incident, by: Actor) -> tuple[str, ...]:
    """Whether this person may add tickets to it, and take some out."""
    return ("add", "part") if of.live and by.role in STAFF else ()


def _values(sheet: Sheet, asked: Asked, visit: Visit, tried: Tried) -> dict[str, Any]:
    words, of = visit.words, sheet.incident
    scene = Scene(of, sheet.may, visit.who.id, words)
    total = desk_children.total(asked, sheet.counts)
    return {
        "head": desk_incident.head(of, sheet.counts, words),
        "pace": QUICK if desk_incident.under_way(sheet.told) else SLOW,
        "wordings": _wordings(of, words),
        "reads": shown(sheet.reads, words),
        "broadcasts": [desk_incident.bar(one, words) for one in sheet.told],
        "map": _map(sheet, words),
        "shows": desk_children.shows(sheet.counts, words),
        "show": asked.show,
        "children": desk_children.rows(sheet.seen, words),
        "pages": desk_children.pages(sheet.seen, asked, total, words),
        "may_part": "part" in sheet.may and asked.show != "parted",
        "forms": forms(scene, tried),
        "none_why": words("acts-none") if of.live else words("incident-over"),
        "facts": desk_incident.facts(of, words),
        "offered": desk_incident.offered(of.offer, words),
        "corrective": card(sheet.corrective, words),
        "timeline": desk_incident.timeline(sheet.history[-LINES:], words),
        "since": desk_incident.timeline(tried.since, words),
    }


def _map(sheet: Sheet, words: Words) -> Picture | None:
    """Where its tickets are; nothing where no place of any is known."""
    narrowest = desk_tiles.narrowest(sheet.spots, sheet.incident, words)
    made = desk_tiles.picture(sheet.spots, [sheet.incident], words, narrowest)
    return made if made.rows else None


def _wordings(of: Incident, words: Words) -> list[dict[str, str]]:
    """What its owner wrote in each language; the catalogue's words where nobody wrote any."""
    told = wording(of, words)
    return [
        {
            "language": one,
            "name": words.known(f"language-{one}", one),
            "words": told.get(one, ""),
        }
        for one in languages(words)
    ]
