"""Key accounts at the desk: supervisors and above put numbers on the list and take them off."""

from starlette.responses import RedirectResponse, Response

from bot.key_accounts import Keeping
from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from bot.web.desk_words import masked
from dialogs import answers
from storage import Connection, key_accounts

PLACE = f"{HOME}/keys"
MOST_TYPED = 80  # characters
REFUSED = 422
EMPTY = {"number": "", "name": ""}


async def page(visit: Visit) -> Response:
    """GET the list, numbers masked."""
    return await _page(visit)


async def add(visit: Visit) -> Response:
    """POST a number with what it is called; what cannot be one comes back with the reason."""
    typed = await _typed(visit)
    number = answers.service_number(typed["number"], region=visit.words.catalogue.country)
    if isinstance(number, answers.Refused):
        return await _page(visit, typed, visit.words("keys-wrong"), REFUSED)

    def put(c: Connection) -> bool:
        return _keeping(visit, c).put(number, typed["name"].strip())

    if not await visit.door.store.write(put):
        return await _page(visit, typed, visit.words("keys-there"), REFUSED)
    return RedirectResponse(PLACE, SEE_OTHER)


async def remove(visit: Visit) -> Response:
    """POST: a line goes off the list; one that is gone already is gone."""
    line = visit.number("id")

    def take(c: Connection) -> None:
        found = next((one for one in key_accounts.listed(c) if one.id == line), None)
        if found is not None:
            _keeping(visit, c).take_off(found.number)

    await visit.door.store.write(take)
    return RedirectResponse(PLACE, SEE_OTHER)


def _keeping(visit: Visit, c: Connection) -> Keeping:
    return Keeping(c, visit.door.stage.house, visit.words.now, visit.who)


async def _page(
    visit: Visit, typed: dict[str, str] | None = None, why: str = "", status: int = 200
) -> Response:
    found = await visit.door.store.read(key_accounts.listed)
    rows = [
        {
            "id": one.id,
            "number": masked(one.number),
            "name": one.name,
            "at": visit.words.at(one.added_at, day=True),
            "by": one.added_by or visit.words("keys-command"),
        }
        for one in found
    ]
    return visit.page("desk_keys.html", {"rows": rows, "typed": typed or EMPTY, "why": why}, status)


async def _typed(visit: Visit) -> dict[str, str]:
    form = await visit.request.form(max_files=0, max_fields=10)
    said = {name: form.get(name, "") for name in ("number", "name")}
    return {name: one[:MOST_TYPED] if isinstance(one, str) else "" for name, one in said.items()}
