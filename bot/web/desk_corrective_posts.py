"""What a press on a corrective action's page does: one transaction, then the page again."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot import correcting_acts
from bot.desk_acts import Made, Outcome, Overtaken, Refused
from bot.web.desk_corrective import PLACE, sheet_page
from bot.web.desk_corrective_forms import FORMS, SPLIT, Tried
from bot.web.desk_forms import read
from bot.web.desk_visit import SEE_OTHER, Visit, revision_of
from dialogs.correcting.action import Corrective
from dialogs.model import Json, Phrase
from dialogs.tickets.numbers import read_number
from storage import Connection, correctives, tickets

REFUSED, OVERTAKEN = 422, 409
MOST_TYPED = 4000  # characters of one input
NO_SUCH = Refused(Phrase("desk-no-such-ticket"))
MOST_SINCE = 5  # lines of the history


async def do(visit: Visit) -> Response:
    """POST an act: done, refused with its reason, or overtaken by somebody."""
    name, of = str(visit.request.path_params["act"]), await _action(visit)
    if name not in FORMS:
        raise HTTPException(404)
    typed = await _typed(visit)
    fields = read(FORMS[name], typed).fields
    who, revision = visit.who.id, revision_of(typed.get("revision", ""))

    def run(c: Connection) -> Outcome:
        if name == SPLIT:
            return _split(visit, c, of.id, fields)
        return correcting_acts.act(visit.work(c), who, (of.id, name, fields), revision)

    came = await visit.door.store.write(run, quiet=True)
    if isinstance(came, Made):
        return RedirectResponse(f"{PLACE}/{of.id}?done={name}", SEE_OTHER)
    return await _back(visit, name, typed, came)


def _split(visit: Visit, c: Connection, of: int, fields: Mapping[str, Json]) -> Outcome:
    number = read_number(str(fields.get("ticket", "")))
    found = tickets.by_number(c, number) if number is not None else None
    if found is None:
        return NO_SUCH
    return correcting_acts.split(visit.work(c), visit.who.id, of, found.id)


async def _back(
    visit: Visit, name: str, typed: dict[str, str], came: Refused | Overtaken
) -> Response:
    """The page with the form open, as it was typed."""
    if isinstance(came, Refused):
        tried = Tried(name=name, typed=typed, why=visit.words.of(came.words))
        return await sheet_page(visit, tried, REFUSED)
    this = visit.number("id")
    history = await visit.door.store.read(lambda c: correctives.history(c, this))
    tried = Tried(name=name, typed=typed, overtaken=True, since=history[-MOST_SINCE:])
    return await sheet_page(visit, tried, OVERTAKEN)


async def _action(visit: Visit) -> Corrective:
    this = visit.number("id")
    found = await visit.door.store.read(lambda c: correctives.load(c, this))
    if found is None:
        raise HTTPException(404)
    return found


async def _typed(visit: Visit) -> dict[str, str]:
    form = await visit.request.form(max_files=0, max_fields=20)
    return {key: value[:MOST_TYPED] for key, value in form.items() if isinstance(value, str)}
