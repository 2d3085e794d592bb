"""What a press on an incident's page does: one transaction, then the page again; typing is kept."""

from collections.abc import Mapping
from typing import TypeAlias

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot import incident_preview, incidents
from bot.desk_acts import Made, Overtaken, Refused
from bot.incident_preview import Shown
from bot.web.desk_incident_forms import ACTS, FORMS, Scene, Tried, read, shown
from bot.web.desk_incident_pages import sheet_page
from bot.web.desk_visit import HOME, SEE_OTHER, Visit, revision_of
from dialogs.incidents.incident import Incident, Record
from dialogs.model import Json, Phrase
from dialogs.tickets.numbers import read_number
from storage import Connection, tickets
from storage import incidents as kept

OK, REFUSED, OVERTAKEN = 200, 422, 409
MOST_TYPED = 8000  # characters of one input
NO_SUCH = Refused(Phrase("desk-no-such-ticket"))
ELSEWHERE = Refused(Phrase("desk-not-of-this"))
Came: TypeAlias = Made | Refused | Overtaken | tuple[Shown, ...]


async def do(visit: Visit) -> Response:
    """POST an act: done, previewed, refused with its reason, or overtaken by somebody."""
    name, of = str(visit.request.path_params["act"]), await _incident(visit)
    if name not in FORMS:
        raise HTTPException(404)
    typed = await _typed(visit)
    filled = read(name, typed, Scene(of, (), visit.who.id, visit.words))
    if filled.wrong is not None:
        return await _back(visit, name, typed, Refused(filled.wrong))
    if name in TICKETS:
        came = await _ticket(visit, of, name, filled.fields)
    else:
        came = await _act(visit, of, name, typed, filled.fields)
    if not isinstance(came, Made):
        return await _back(visit, name, typed, came)
    return RedirectResponse(f"{HOME}/incident/{of.id}?done={ACTS.get(name, name)}", SEE_OTHER)


TICKETS = ("add", "part")  # what is done with one ticket, whatever else has changed


async def _act(
    visit: Visit, of: Incident, name: str, typed: Mapping[str, str], fields: Mapping[str, Json]
) -> Came:
    order = (of.id, ACTS.get(name, name), fields)
    expected = revision_of(typed.get("revision", ""))
    who, store = visit.who.id, visit.door.store
    if typed.get("step") == "preview":
        return await store.read(
            lambda c: incident_preview.preview(visit.work(c), who, order, expected)
        )
    return await store.write(lambda c: incidents.act(visit.work(c), who, order, expected))


async def _ticket(visit: Visit, of: Incident, name: str, fields: Mapping[str, Json]) -> Came:
    """Add a ticket to the incident, or take one out of it, by its number."""
    number = read_number(str(fields.get("number", "")))
    found = await visit.door.store.read(
        lambda c: tickets.by_number(c, number) if number is not None else None
    )
    if found is None:
        return NO_SUCH
    if name == "part" and found.incident != of.id:
        return ELSEWHERE
    words = str(fields.get("reason", ""))

    def run(c: Connection) -> Came:
        work, who = visit.work(c), visit.who.id
        if name == "add":
            return incidents.add(work, who, of.id, found.id)
        return incidents.take_out(work, who, found.id, words)

    return await visit.door.store.write(run, lanes=(found.chat,))


async def _back(visit: Visit, name: str, typed: dict[str, str], came: Came) -> Response:
    """The page with the form open, as it was typed. A preview that says why not is no failure."""
    asked = typed.get("step") == "preview"
    match came:
        case Refused(words):
            tried = Tried(name=name, typed=typed, why=visit.words.of(words))
            return await sheet_page(visit, tried, OK if asked else REFUSED)
        case Overtaken():
            since = await _since(visit, revision_of(typed.get("revision", "")))
            tried = Tried(name=name, typed=typed, overtaken=True, since=since)
            return await sheet_page(visit, tried, OK if asked else OVERTAKEN)
        case Made():
            return await sheet_page(visit)
        case told:
            tried = Tried(name=name, typed=typed, preview=shown(told, visit.words))
            return await sheet_page(visit, tried)


async def _since(visit: Visit, revision: int) -> tuple[Record, ...]:
    """What was done with it after that revision, oldest first."""
    this = visit.number("id")

    def look(c: Connection) -> tuple[Record, ...]:
        found, history = kept.load(c, this), kept.history(c, this)
        grown = found.revision - revision if found is not None and revision >= 0 else 1
        return history[-max(1, min(grown, MOST_SINCE)) :]

    return await visit.door.store.read(look)


MOST_SINCE = 5  # lines of the history


async def _incident(visit: Visit) -> Incident:
    this = visit.number("id")
    found = await visit.door.store.read(lambda c: kept.load(c, this))
    if found is None:
        raise HTTPException(404)
    return found


async def _typed(visit: Visit) -> dict[str, str]:
    form = await visit.request.form(max_files=0, max_fields=60)
    return {key: value[:MOST_TYPED] for key, value in form.items() if isinstance(value, str)}
