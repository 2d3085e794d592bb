"""Appeals and referrals before outside bodies: open ones by their dates, and how others ended.

Leads and the desk that answers outside bodies see all within their provinces, others their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from starlette.responses import Response

from bot.web.desk_outside import of
from bot.web.desk_tasks import reach_of
from bot.web.desk_visit import Visit
from bot.web.desk_words import Words
from dialogs.appeals.caseload import cases
from dialogs.tickets.guards import LEADS
from dialogs.tickets.ticket import Ticket
from storage import Connection, appeals, tickets
from storage.appeals import Place, Share
from storage.staff import Staff

PAGE, MOST_OVER = 40, 20
MOST_PAGES = 1000
QUARTER = 3  # months


@dataclass(frozen=True, slots=True)
class Seen:
    """All that the page shows, as one state of the database."""

    standing: tuple[Place, ...]
    over: tuple[Place, ...]
    known: dict[int, Ticket]
    share: Share | None


async def page(visit: Visit) -> Response:
    """GET the list."""
    seen = await visit.door.store.read(lambda c: _seen(c, visit))
    words = visit.words
    values: dict[str, object] = {
        "standing": _rows(seen.standing[:PAGE], seen.known, words),
        "over": _rows(seen.over, seen.known, words),
        "page": _page(visit),
        "more": len(seen.standing) > PAGE,
        "share": seen.share,
        "all": sees_all(visit.who, words),
    }
    return visit.page("desk_appeals.html", values)


def _seen(c: Connection, visit: Visit) -> Seen:
    every = sees_all(visit.who, visit.words)
    reach, owner = reach_of(c, visit.who, visit.words), 0 if every else visit.who.id
    first = (_page(visit) - 1) * PAGE
    standing = appeals.standing(c, reach, owner, range(first, first + PAGE + 1))
    over = appeals.over(c, reach, owner, MOST_OVER) if not first else ()
    found = tickets.load_many(c, list({one.ticket for one in (*standing, *over)}))
    now = visit.words.now
    share = appeals.share(c, quarter(now, visit.words), now) if every else None
    return Seen(standing, over, {one.id: one for one in found}, share)


def _page(visit: Visit) -> int:
    """Which page of the open ones is asked for, from 1."""
    said = visit.request.query_params.get("page", "")
    known = said.isascii() and said.isdecimal() and len(said) < len(str(MOST_PAGES))
    return max(1, int(said)) if known else 1


def sees_all(who: Staff, words: Words) -> bool:
    """Whether all cases are this person's business: a lead's, and the desk's that answers them."""
    desk = next((one.department for one in words.catalogue.routes if one.referral), "")
    return who.role in LEADS or who.department == desk != ""


def quarter(now: datetime, words: Words) -> datetime:
    """The first moment of the running quarter, in the operator's zone."""
    local = now.astimezone(ZoneInfo(words.stage.house.zone))
    first = (local.month - 1) // QUARTER * QUARTER + 1
    return local.replace(month=first, day=1, hour=0, minute=0, second=0, microsecond=0)


def _rows(places: Sequence[Place], known: dict[int, Ticket], words: Words) -> list[dict[str, Any]]:
    return [_row(one, known[one.ticket], words) for one in places if one.ticket in known]


def _row(at: Place, ticket: Ticket, words: Words) -> dict[str, Any]:
    return {
        "case": of(at.place, cases(ticket)[at.place - 1], ticket, words),
        "number": ticket.number,
        "matter": words.matter(ticket),
        "state": words.state(ticket.state),
        "owner": ticket.owner_name or words("nobody"),
    }
