"""The staff group and one's own account: the link that tells the group who somebody is."""

from datetime import datetime, timedelta
from functools import partial

from starlette.responses import RedirectResponse, Response

from bot.group.place import LINK
from bot.web.desk_visit import SEE_OTHER, Visit
from dialogs.tickets.guards import LEADS
from storage import Connection, accounts, staff
from storage.staff import Staff

PLACE = "/desk/telegram"
LASTS = timedelta(minutes=30)


async def page(visit: Visit) -> Response:
    """GET: whether one's account is linked, and for leads who of the others is."""
    return await _shown(visit)


async def link(visit: Visit) -> Response:
    """POST: a link that ties the Telegram account of whoever opens it to oneself, shown once."""
    name = visit.door.group_bot()
    if not name:
        return await _shown(visit)
    make = partial(accounts.link, who=visit.who.id, now=visit.words.now, lasts=LASTS)
    token = await visit.door.store.write(make)
    return await _shown(visit, f"https://t.me/{name}?start={LINK}{token}")


async def unlink(visit: Visit) -> Response:
    """POST: end it."""
    await visit.door.store.write(partial(accounts.unlink, who=visit.who.id))
    return RedirectResponse(PLACE, SEE_OTHER)


async def _shown(visit: Visit, once: str = "") -> Response:
    said, lead = visit.words, visit.who.role in LEADS
    since, people = await visit.door.store.read(partial(_known, who=visit.who.id))
    values = {
        "there": visit.door.stage.group is not None,
        "bot": visit.door.group_bot(),
        "since": said.at(since) if since else "",
        "once": once,
        "minutes": int(LASTS.total_seconds() // 60),
        "others": [(one.name, said.role(one.role), yes) for one, yes in people] if lead else [],
    }
    return visit.page("desk_group.html", values)


def _known(c: Connection, who: int) -> tuple[datetime | None, list[tuple[Staff, bool]]]:
    linked = accounts.linked(c)
    people = [(one, one.id in linked) for one in staff.everybody(c) if one.active]
    return accounts.linked_at(c, who), people
