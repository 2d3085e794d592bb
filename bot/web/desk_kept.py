"""The forms that are kept on paper, at the desk: those of a span for leads, a ticket's for all.

Names and numbers are masked; who needs them whole says what for, and each ticket's timeline says
who saw them.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from datetime import date, timedelta
from functools import partial
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse

from bot import desk_acts
from bot.forms import making
from bot.forms.clerk import Clerk
from bot.forms.making import OF_SPAN, OF_TICKET, Days, Made, OfSpan, OfTicket
from bot.forms.press import KINDS, Kind
from bot.web.desk_files import SEALED
from bot.web.desk_tasks import reach_of
from bot.web.desk_visit import HOME, Visit
from bot.web.figures.asked import asked
from dialogs.tickets.ticket import Ticket
from storage import Connection, tickets

PLACE = f"{HOME}/forms"
MONTHS = 6  # that are one press away
REASONS = ("file", "inspect", "call")  # what whole numbers on a form may be for
MOST_WHOLE = 500  # tickets of one list whose names and numbers somebody may see at once
TOLD = 50  # tickets that are told of it in one transaction
REFUSED = 422
NAMED: tuple[OfSpan, ...] = ("register", "visits")  # lists in which persons are named
TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


async def page(visit: Visit) -> Response:
    """GET the forms of a span: `?month=2026-10`, or from and to."""
    return _span_page(visit)


def _span_page(visit: Visit, why: str = "", status: int = 200) -> Response:
    days, language = _days(visit), _language(visit)
    today = _today(visit)
    values: dict[str, Any] = {
        "days": days,
        "today": today,
        "chosen": language,
        "languages": _languages(visit, lambda tag: f"{PLACE}?{_query(days, tag)}"),
        "months": [
            (
                f"{first:%Y-%m}",
                f"{PLACE}?{_query(Days(first, last), language)}",
                first == days.since,
            )
            for first, last in _months(today)
        ],
        "forms": OF_SPAN,
        "named": NAMED,
        "kinds": KINDS,
        "reasons": REASONS,
        "most": MOST_WHOLE,
        "query": _query(days, language),
        "why": why,
    }
    return visit.page("desk_kept.html", values, status)


async def take(visit: Visit) -> Response:
    """GET one of them as a file, masked."""
    what, kind = _of_span(visit)
    return await _sent(visit, what, kind, _days(visit), whole=False)


async def take_whole(visit: Visit) -> Response:
    """POST what for: the list with names and numbers whole, once each ticket says who sees it."""
    what, kind = _of_span(visit)
    if what not in NAMED:
        raise HTTPException(404)
    reason = await _reason(visit)
    days = await _within_reach(visit, _days(visit))
    of = days.between(visit.door.stage.house.zone)
    seen = await making.seen(what, of, visit.door.store, MOST_WHOLE)
    if seen is None:
        return _span_page(visit, visit.words("kept-many", most=MOST_WHOLE), REFUSED)
    await _note(visit, seen, reason)
    return await _sent(visit, what, kind, days, whole=True)


async def ticket_page(visit: Visit) -> Response:
    """GET the forms of one ticket."""
    ticket, language = await _ticket(visit), _language(visit)
    here = f"{HOME}/t/{ticket.number}/forms"
    values: dict[str, Any] = {
        "number": ticket.number,
        "matter": visit.words.matter(ticket),
        "chosen": language,
        "languages": _languages(visit, lambda tag: f"{here}?{urlencode({'in': tag})}"),
        "forms": OF_TICKET,
        "kinds": KINDS,
        "reasons": REASONS,
        "query": urlencode({"in": language}),
    }
    return visit.page("desk_kept_ticket.html", values)


async def take_ticket(visit: Visit) -> Response:
    """GET a form of a ticket as a file, masked."""
    return await _sent_of_ticket(visit, await _ticket(visit), whole=False)


async def take_ticket_whole(visit: Visit) -> Response:
    """POST what for: the same with names and numbers whole, and a line in the timeline."""
    ticket, reason = await _ticket(visit), await _reason(visit)
    _of_ticket(visit)
    await _note(visit, [ticket], reason)
    return await _sent_of_ticket(visit, ticket, whole=True)


async def _sent_of_ticket(visit: Visit, ticket: Ticket, *, whole: bool) -> Response:
    what, kind = _of_ticket(visit)
    clerk = _clerk(visit, whole=whole)
    content = await making.of_ticket(what, kind, ticket.id, clerk, visit.door.store)
    return Response(content, 200, _headers(f"{ticket.number}-{what}.{kind}"), TYPES[kind])


async def _sent(visit: Visit, what: OfSpan, kind: Kind, days: Days, *, whole: bool) -> Response:
    days = await _within_reach(visit, days)
    made = await making.of_span(what, kind, days, _clerk(visit, whole=whole), visit.door.store)
    name = f"redress-{what}-{days.since}-{days.until}.{made.ending}"
    content = _in_turn(visit, made)
    return StreamingResponse(content, 200, _headers(name), TYPES[made.ending])


async def _in_turn(visit: Visit, made: Made) -> AsyncIterator[bytes]:
    """As many at once as there are presses; whoever goes away stops theirs."""
    async with visit.door.presses, aclosing(made.content) as content:
        async for some in content:
            yield some


def _headers(name: str) -> dict[str, str]:
    return {**SEALED, "Content-Disposition": f'attachment; filename="{name}"'}


async def _note(visit: Visit, seen: Sequence[Ticket], reason: str) -> None:
    """Every ticket says who saw its names and numbers, and what for, before anybody does."""
    for place in range(0, len(seen), TOLD):
        some = seen[place : place + TOLD]
        chats = tuple(sorted({one.chat for one in some}))
        if not await visit.door.store.write(partial(_look, visit, some, reason), lanes=chats):
            raise HTTPException(403)


def _look(visit: Visit, some: Sequence[Ticket], reason: str, c: Connection) -> bool:
    work = visit.work(c)
    return all(desk_acts.look(work, visit.who.id, one, reason) for one in some)


async def _reason(visit: Visit) -> str:
    form = await visit.request.form(max_files=0, max_fields=5)
    reason = form.get("reason", "")
    if not isinstance(reason, str) or reason not in REASONS:
        raise HTTPException(400)
    return reason


async def _ticket(visit: Visit) -> Ticket:
    number = str(visit.request.path_params["number"])
    found = await visit.door.store.read(lambda c: tickets.by_number(c, number))
    if found is None:
        raise HTTPException(404)
    return found


async def _within_reach(visit: Visit, days: Days) -> Days:
    """The same days, of the tickets that this person sees."""
    reach = await visit.door.store.read(lambda c: reach_of(c, visit.who, visit.words))
    return Days(days.since, days.until, reach)


def _clerk(visit: Visit, *, whole: bool) -> Clerk:
    """Who fills it in, in the language that was chosen."""
    return Clerk.of(visit.door.stage, _language(visit), visit.words.now, whole=whole)


def _language(visit: Visit) -> str:
    said = visit.request.query_params.get("in", "")
    return said if said in visit.door.stage.texts.languages else visit.words.language


def _languages(visit: Visit, path: Callable[[str], str]) -> list[tuple[str, str, str]]:
    """Each language by its tag and name, and where the page is that has it chosen."""
    words = visit.words
    known = words.stage.texts.languages
    return [(tag, words.known(f"language-{tag}", tag), path(tag)) for tag in known]


def _of_span(visit: Visit) -> tuple[OfSpan, Kind]:
    name, kind = _file(visit)
    for one in OF_SPAN:
        if one == name:
            return one, kind
    raise HTTPException(404)


def _of_ticket(visit: Visit) -> tuple[OfTicket, Kind]:
    name, kind = _file(visit)
    for one in OF_TICKET:
        if one == name:
            return one, kind
    raise HTTPException(404)


def _file(visit: Visit) -> tuple[str, Kind]:
    name, _, ending = str(visit.request.path_params["file"]).rpartition(".")
    for kind in KINDS:
        if kind == ending:
            return name, kind
    raise HTTPException(404)


def _days(visit: Visit) -> Days:
    """The days that the address names; the running month where it names none."""
    said = dict(visit.request.query_params)
    if "from" not in said and "to" not in said:
        first, last = _months(_today(visit))[0]
        return Days(first, last)
    span = asked(said, visit.words).span
    return Days(span.since, span.until)


def _today(visit: Visit) -> date:
    return visit.words.now.astimezone(ZoneInfo(visit.door.stage.house.zone)).date()


def _months(today: date) -> list[tuple[date, date]]:
    """The first and the last day of the running month and of those before it."""
    found, last = [], today
    for _ in range(MONTHS):
        first = last.replace(day=1)
        found.append((first, last))
        last = first - timedelta(days=1)
    return found


def _query(days: Days, language: str) -> str:
    return urlencode({"from": f"{days.since}", "to": f"{days.until}", "in": language})
