"""The list of incidents: those that are live first, each with its tickets and its last message."""

from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from bot.web import desk_tiles
from bot.web.desk_incident import Bar, bar, counted
from bot.web.desk_incident_words import expected, stage, title
from bot.web.desk_incident_words import wording as wording_of
from bot.web.desk_visit import Visit
from bot.web.desk_words import Words
from dialogs.incidents.incident import Counts, Incident, Progress, Stage
from dialogs.tickets.guards import LEADS
from storage import Connection, broadcasts, incident_pages
from storage.incident_pages import Spot
from storage.staff import Staff

PAGE, MOST = 50, 500
OVER = (Stage.CLOSED, Stage.DISMISSED)
TABS: dict[str, tuple[Stage, ...]] = {
    "live": tuple(one for one in Stage if one not in OVER),
    "suspected": (Stage.SUSPECTED,),
    "open": (Stage.OPEN,),
    "fixed": (Stage.FIXED,),
    "settled": (Stage.SETTLED,),
    "ended": OVER,
}


@dataclass(frozen=True, slots=True)
class Listed:
    """An incident of the list with its counts and its last word to all."""

    incident: Incident
    counts: Counts
    told: Progress | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the list, in words."""

    id: int
    number: str
    title: str
    wording: str
    stage: str
    stage_code: str
    since: str
    expected: str
    urgency: str
    owner: str
    own: bool
    total: int
    counts: str
    told: Bar | None


async def page(visit: Visit) -> Response:
    """GET the incidents of a stage."""
    told = visit.request.query_params
    chosen = told.get("stage", "")
    chosen = chosen if chosen in TABS else "live"
    said = told.get("most", "")
    most = min(MOST, int(said)) if said.isascii() and said.isdecimal() and len(said) < 5 else PAGE

    def look(c: Connection) -> tuple[tuple[Listed, ...], dict[Stage, int], tuple[Spot, ...]]:
        listed = _listed(c, chosen, most + 1)
        spots = incident_pages.where(c, [one.incident.id for one in listed[:most]])
        return listed, incident_pages.how_many(c), spots

    found, stages, spots = await visit.door.store.read(look)
    province = told.get("province", "")
    province = province if visit.words.place(province) and province.endswith("0000") else ""
    seen = [one.incident for one in found[:most]]
    values: dict[str, Any] = {
        "chosen": chosen,
        "tabs": tuple(TABS),
        "counts": {tab: sum(stages.get(one, 0) for one in TABS[tab]) for tab in TABS},
        "rows": [row(one, visit.who, visit.words) for one in found[:most]],
        "more": len(found) > most and most < MOST,
        "next": min(MOST, most * 2),
        "map": desk_tiles.picture(spots, seen, visit.words, province) if seen else None,
        "map_place": f"/desk/incidents?stage={chosen}",
        "may_open": visit.who.role in LEADS,
    }
    return visit.page("desk_incidents.html", values)


def _listed(c: Connection, tab: str, limit: int) -> tuple[Listed, ...]:
    found = incident_pages.of_stages(c, TABS[tab], limit)
    counts = incident_pages.counts(c, [one.id for one in found])
    return tuple(Listed(one, counts[one.id], _last(c, one.id)) for one in found)


def _last(c: Connection, of: int) -> Progress | None:
    return next(iter(broadcasts.progress(c, of)), None)


def row(one: Listed, who: Staff, words: Words) -> Row:
    """One incident as a line."""
    of = one.incident
    _, urgency = expected(of, words)
    return Row(
        id=of.id,
        number=of.number,
        title=title(of, words),
        wording=wording_of(of, words).get(words.language, ""),
        stage=stage(of, words),
        stage_code=of.stage.value,
        since=words.at(of.began_at),
        expected=words.at(of.expected) if of.expected and of.running else "",
        urgency=urgency,
        owner=of.owner_name or words("incident-unowned"),
        own=bool(of.owner) and of.owner == who.id,
        total=one.counts.children,
        counts=counted(one.counts, words),
        told=bar(one.told, words) if one.told else None,
    )
