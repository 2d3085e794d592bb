"""The call to somebody who has no chat yet: what to tell, what they answer, the link to follow."""

from dataclasses import dataclass
from typing import Any

import segno
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot import calls, following
from bot.calls import ANSWERS, Rest
from bot.desk_acts import Outcome, Overtaken, Refused
from bot.web import desk_ticket
from bot.web.desk_visit import HOME, SEE_OTHER, Visit
from bot.web.desk_words import masked, masked_name
from dialogs.model import Json, Move
from dialogs.tickets.lifecycle import allowed
from dialogs.tickets.moves import filed_as
from dialogs.tickets.notices import notice
from dialogs.tickets.ticket import Actor, Role, Ticket
from dialogs.tickets.wording import Telling
from storage import Connection, tickets

REFUSED, OVERTAKEN = 422, 409
MOST_TYPED = 4000  # characters
# What each answer needs in words: the field of its move that they go to.
WORDED = {"answer": "words", "not_fixed": "words", "new_fact": "words", "add": "words"}
DONE = ("told", "says", "paper")
SAID = ("move", "words", "wish", "score")
REASONED = ("reject", "reopen")
DOTS = 5  # pixels of one dot of the square code


@dataclass(frozen=True, slots=True)
class Sheet:
    """The ticket and what rests for its person; `unseen`: they have no chat yet."""

    ticket: Ticket
    unseen: bool
    rests: tuple[Rest, ...]


async def page(visit: Visit) -> Response:
    """GET what to tell and to ask."""
    return await call_page(visit)


async def told(visit: Visit) -> Response:
    """POST: the person was told what the page showed."""
    sheet, typed = await sheet_of(visit), await _typed(visit)
    heard = set(typed.get("heard", "").split(","))

    def put(c: Connection) -> Outcome:
        return calls.told(visit.work(c), visit.who.id, sheet.ticket, heard)

    made = await visit.door.store.write(put, lanes=(sheet.ticket.chat,))
    if isinstance(made, Refused):
        return await call_page(visit, visit.words.of(made.words), status=REFUSED)
    return again(sheet.ticket, "told")


async def says(visit: Visit) -> Response:
    """POST what the person answers: their own move."""
    sheet, typed = await sheet_of(visit), await _typed(visit)
    move, words = typed.get("move", ""), typed.get("words", "").strip()
    revision = typed.get("revision", "")
    expected = int(revision) if revision.isdecimal() and len(revision) < 10 else -1
    order = Move(sheet.ticket.id, move, _fields(move, words, typed))

    def put(c: Connection) -> Outcome:
        return calls.says(visit.work(c), visit.who.id, order, expected)

    made = await visit.door.store.write(put, lanes=(sheet.ticket.chat,))
    match made:
        case Refused(why):
            return await call_page(visit, visit.words.of(why), typed, status=REFUSED)
        case Overtaken():
            return await call_page(visit, visit.words("overtaken"), typed, status=OVERTAKEN)
    return again(sheet.ticket, "says")


def _fields(move: str, words: str, typed: dict[str, str]) -> dict[str, Json]:
    """The fields of the move, of the words that were said."""
    if move in REASONED:
        return {"reason": words, "wish": typed.get("wish", "").strip()}
    if move == "score":
        score = typed.get("score", "")
        return {"score": int(score) if score.isdecimal() else 0, "words": words}
    return {WORDED[move]: words} if move in WORDED else {}


async def link(visit: Visit) -> Response:
    """POST: a fresh link, shown this once; an older one leads nowhere from now on."""
    sheet = await sheet_of(visit)

    def put(c: Connection) -> str | Refused:
        return calls.link(visit.work(c), visit.who.id, sheet.ticket)

    made = await visit.door.store.write(put, lanes=(sheet.ticket.chat,))
    if isinstance(made, Refused):
        return await call_page(visit, visit.words.of(made.words), status=REFUSED)
    return await call_page(visit, ways=_ways(visit, made))


def _ways(visit: Visit, token: str) -> list[dict[str, Any]]:
    """The link for each channel that is on, with its square code."""
    door = visit.door
    base = door.public_url.rstrip("/") or str(visit.request.base_url).rstrip("/")
    bot = door.telegram()
    found = [("telegram", f"https://t.me/{bot}?start=follow-{token}")] if bot else []
    return [
        {"name": visit.words(f"channel-{name}"), "url": url, "code": _square(url)}
        for name, url in (*found, ("web", f"{base}/follow/{token}"))
    ]


def _square(url: str) -> Markup:
    """The square code as a picture for the page, coloured by its style sheet alone."""
    made = segno.make(url, error="m", micro=False)
    drawn = made.svg_inline(scale=DOTS, border=4, svgclass="square", lineclass=None, omitsize=True)
    return Markup(drawn)  # noqa: S704  ours: the address went into dots, not into words


def again(ticket: Ticket, done: str) -> Response:
    """The page once more, with what was done."""
    return RedirectResponse(f"{HOME}/t/{ticket.number}/call?done={done}", SEE_OTHER)


async def sheet_of(visit: Visit) -> Sheet:
    """The ticket that the address names, as one state of the database."""
    number = str(visit.request.path_params["number"])

    def look(c: Connection) -> Sheet | None:
        found = tickets.by_number(c, number)
        if found is None:
            return None
        work = visit.work(c)
        unseen = calls.unseen(work, found)
        return Sheet(found, unseen, calls.rests(work, found) if unseen else ())

    sheet = await visit.door.store.read(look)
    if sheet is None:
        raise HTTPException(404)
    return sheet


async def _typed(visit: Visit) -> dict[str, str]:
    form = await visit.request.form(max_files=0, max_fields=20)
    return {key: value[:MOST_TYPED] for key, value in form.items() if isinstance(value, str)}


async def call_page(
    visit: Visit,
    why: str = "",
    typed: dict[str, str] | None = None,
    ways: list[dict[str, Any]] | None = None,
    status: int = 200,
) -> Response:
    """The page, with what went wrong or the links that were made."""
    sheet, words, query = await sheet_of(visit), visit.words, visit.request.query_params
    ticket, filing, said = sheet.ticket, sheet.ticket.filing, typed or {}
    filed = query.get("filed") == "1" and visit.request.method == "GET"
    done = query.get("done", "")
    values: dict[str, object] = {
        "head": desk_ticket.head(ticket, words),
        "unseen": sheet.unseen,
        "filed": filed,
        "receipt": _receipt(visit, ticket) if filed else "",
        "done": words(f"call-done-{done}") if done in DONE else "",
        "why": why,
        "typed": {name: said.get(name, "") for name in SAID},
        "name": masked_name(filing.name),
        "phone": masked(filing.contact_phone or filing.service_number),
        "window": filing.window,
        "reader": words.known(f"language-{ticket.language}", ticket.language),
        "tongue": ticket.language,
        "origin": _origin(ticket, visit),
        "rests": sheet.rests,
        "heard": ",".join(one.mark for one in sheet.rests),
        "answers": _answers(ticket, visit) if sheet.unseen else [],
        "ways": ways or [],
        "days": following.LASTS.days,
        "accept": ",".join(words.catalogue.file_types),
    }
    return visit.page("desk_call.html", values, status)


def _receipt(visit: Visit, ticket: Ticket) -> str:
    """What the chat would say of the filing, to be read out."""
    house, now = visit.door.stage.house, visit.words.now
    said = notice(filed_as(ticket), Telling(ticket, {}, house, now)).words
    return visit.door.stage.texts.words(ticket.language, said, now)


def _origin(ticket: Ticket, visit: Visit) -> str:
    known = visit.words.catalogue.origins.get(ticket.filing.origin)
    return visit.words.of(known.label) if known else ticket.filing.origin


def _answers(ticket: Ticket, visit: Visit) -> list[tuple[str, str]]:
    """What the person may answer now, in the order in which it is likely."""
    words = visit.words
    may = allowed(ticket, Actor(Role.SUBSCRIBER), words.catalogue, words.now)
    kept = (one for one in ANSWERS if one in may)
    mine = ticket.owner == visit.who.id
    return [(one, words.move(one)) for one in kept if not (one == "score" and mine)]
