"""The tickets behind a figure, newest first, as far as whoever looks may see them."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.web import desk_asking, desk_queue
from bot.web.desk_figure_words import named, names
from bot.web.desk_tasks import reach_of
from bot.web.desk_visit import Visit
from dialogs.tickets.ticket import Ticket
from storage import Connection, chats, figures, tickets
from storage.figures import NOW, Behind

PAGE = 50
MOST_PAGES = 400


@dataclass(frozen=True, slots=True)
class Found:
    """The tickets of a page, whether there are more, and what else their lines need."""

    tickets: tuple[Ticket, ...]
    more: bool
    channels: dict[int, str] = field(default_factory=dict)
    people: dict[int, str] = field(default_factory=dict)


async def page(visit: Visit) -> Response:
    """GET the tickets of the figure that the address names: `figure`, `from`, `to`, `page`."""
    said = visit.request.query_params
    wanted = Behind.read(said)
    if wanted is None:
        raise HTTPException(404)
    place = min(max(desk_asking.number(said.get("page", "")), 1), MOST_PAGES)
    found = await visit.door.store.read(lambda c: _look(c, wanted, place, visit))
    words, span = visit.words, wanted.span
    days = {} if wanted.figure in NOW else {"from": f"{span.since}", "to": f"{span.until}"}
    chosen = {"category": span.category, "department": span.department}
    values: dict[str, object] = {
        "title": named(wanted, words, found.people),
        "rows": [
            desk_queue.row(one, visit.who, words, found.channels[one.chat]) for one in found.tickets
        ],
        "back": urlencode({name: code for name, code in (days | chosen).items() if code}),
        "first": (place - 1) * PAGE + 1,
        "before": _page(wanted, place - 1) if place > 1 else "",
        "after": _page(wanted, place + 1) if found.more and place < MOST_PAGES else "",
    }
    return visit.page("desk_figure_list.html", values)


def _look(c: Connection, wanted: Behind, place: int, visit: Visit) -> Found:
    reach = reach_of(c, visit.who, visit.words)
    start = (place - 1) * PAGE
    ids = figures.listed(c, wanted, reach, visit.words.now, range(start, start + PAGE + 1))
    shown = tickets.load_many(c, ids[:PAGE])
    return Found(
        tickets=shown,
        more=len(ids) > PAGE,
        channels=chats.channels(c, {one.chat for one in shown}),
        people=names(c),
    )


def _page(wanted: Behind, place: int) -> str:
    return f"/desk/figures/tickets?{wanted.query()}&page={place}"
