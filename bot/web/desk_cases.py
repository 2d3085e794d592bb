"""The month's cases for training: chosen by leads, masked, on paper where wanted."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from starlette.responses import RedirectResponse, Response

from bot.web.desk_offers import comparison
from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from bot.web.desk_words import Words, hide, masked_name
from dialogs.tickets.guards import LEADS
from dialogs.tickets.numbers import read_numbers
from dialogs.tickets.ticket import Ticket
from storage import Connection, cases, tickets
from storage.cases import Case

PLACE = f"{HOME}/cases"
MOST, MONTHS = 60, 24
MOST_TYPED = 2000
REFUSED = 422
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


async def page(visit: Visit) -> Response:
    """GET the cases of `?month=2026-11`, the running one if none is named."""
    return await _page(visit)


async def put(visit: Visit) -> Response:
    """POST a ticket's number and what it teaches: a case of the month shown."""
    typed, month = await _typed(visit), _month(visit)
    number = next(iter(read_numbers(typed["number"])), "")
    lesson = typed["lesson"].strip()

    def choose(c: Connection) -> bool:
        ticket = tickets.by_number(c, number) if number else None
        if ticket is None or not lesson:
            return False
        cases.put(c, Case(ticket.id, month, lesson), visit.who.id, visit.words.now)
        return True

    if not await visit.door.store.write(choose, quiet=True):
        return await _page(visit, typed, visit.words("cases-wrong"), REFUSED)
    return RedirectResponse(f"{PLACE}?month={month:%Y-%m}", SEE_OTHER)


async def remove(visit: Visit) -> Response:
    """POST: it is no case any more."""
    ticket, month = visit.number("id"), _month(visit)
    await visit.door.store.write(lambda c: cases.take_off(c, ticket), quiet=True)
    return RedirectResponse(f"{PLACE}?month={month:%Y-%m}", SEE_OTHER)


def _month(visit: Visit) -> date:
    """The first day of the month that the address names."""
    said = MONTH.fullmatch(visit.request.query_params.get("month", ""))
    if said and int(said[1]):
        return date(int(said[1]), int(said[2]), 1)
    return visit.words.now.astimezone(ZoneInfo(visit.door.stage.house.zone)).date().replace(day=1)


async def _typed(visit: Visit) -> dict[str, str]:
    form = await visit.request.form(max_files=0, max_fields=10)
    said = {name: form.get(name, "") for name in ("number", "lesson")}
    return {name: one[:MOST_TYPED] if isinstance(one, str) else "" for name, one in said.items()}


async def _page(
    visit: Visit, typed: dict[str, str] | None = None, why: str = "", status: int = 200
) -> Response:
    month = _month(visit)

    def look(c: Connection) -> tuple[tuple[Case, ...], dict[int, Ticket], list[tuple[date, int]]]:
        chosen = cases.of_month(c, month, MOST)
        found = tickets.load_many(c, [one.ticket for one in chosen])
        return chosen, {one.id: one for one in found}, list(cases.months(c, MONTHS))

    chosen, known, months = await visit.door.store.read(look)
    values: dict[str, object] = {
        "month": f"{month:%Y-%m}",
        "cases": [_case(one, known[one.ticket], visit.words) for one in chosen],
        "months": [f"{one:%Y-%m}" for one in _with(month, [one for one, _ in months])],
        "may": visit.who.role in LEADS,
        "typed": typed or {"number": visit.request.query_params.get("number", ""), "lesson": ""},
        "why": why,
    }
    return visit.page("desk_cases.html", values, status)


def _with(month: date, months: Sequence[date]) -> list[date]:
    return sorted({month, *months}, reverse=True)


def _case(case: Case, ticket: Ticket, words: Words) -> dict[str, Any]:
    """A case as everybody may read it: no names, numbers masked, nothing of who is to blame."""
    filing = ticket.filing
    took = (ticket.closed_at or words.now) - ticket.opened_at
    score = next((one.score for one in reversed(ticket.scores) if one.score), None)
    return {
        "id": ticket.id,
        "number": ticket.number,
        "matter": words.matter(ticket),
        "state": words.state(ticket.state),
        "story": nameless(filing.story, ticket),
        "lines": comparison(ticket, words),
        "finding": nameless(ticket.finding, ticket),
        "rounds": ticket.rounds,
        "took": words.span(took),
        "score": score,
        "lesson": case.lesson,
    }


def nameless(text: str, ticket: Ticket) -> str:
    """The text with numbers masked, and the names of the person and of who worked on it."""
    for name in (ticket.filing.name, ticket.owner_name, ticket.first_agent_name):
        text = text.replace(name, masked_name(name)) if len(name) > 1 else text
    if ticket.filing.staff_number:
        text = text.replace(ticket.filing.staff_number, "***")
    return hide(text)
