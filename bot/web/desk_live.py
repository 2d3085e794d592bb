"""The desk's live channel: a page hears that it is out of date, who else is on it, and what a
colleague is writing there.

What is being written passes through memory to whoever of the staff has the same page open, and is
kept nowhere. A page without a stream looks by itself every few seconds.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import nullcontext

import orjson
from sse_starlette import EventSourceResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.web.desk_forms import FORMS
from bot.web.desk_visit import SESSION, Visit, session_of
from bot.web.desk_watch import ANYTHING, OF_CHAT, OF_TICKET, marked, of_session
from bot.web.desk_words import hide
from bot.web.live import ROLL, Hub, Ring
from dialogs.model import Json
from storage import Connection, chats, tickets
from storage.marks import Mark

MOST = 200  # open pages of one name; a whole shift may look at the queue
AGAIN = 20.0  # seconds between two looks whether the session still holds
PING = 15  # seconds; proxies cut a stream that is silent for a minute or so
LIVE = {"X-Accel-Buffering": "no", "Cache-Control": "no-store"}
SHOWN = 600  # characters of what is being written
READING, CHATTING = "", "say"  # what somebody does who writes nothing, and in a chat alone


async def live(visit: Visit) -> Response:
    """GET ?ticket=NUMBER, ?chat=ID or neither (anything): the stream of that page."""
    if "text/event-stream" not in visit.request.headers.get("accept", ""):
        raise HTTPException(406)
    told = visit.request.query_params
    place = await _place(visit, told.get("ticket", ""), told.get("chat", ""))
    return EventSourceResponse(_stream(visit, place), ping=PING, headers=LIVE)


async def writing(visit: Visit) -> Response:
    """POST what is being written on a page: `move` names the form, "" says that it is only read."""
    form = await visit.request.form(max_files=0, max_fields=8)
    said = {key: value for key, value in form.items() if isinstance(value, str)}
    move = said.get("move", READING)
    if move not in FORMS and move not in {READING, CHATTING}:
        raise HTTPException(400)
    place = await _place(visit, said.get("ticket", ""), said.get("chat", ""))
    told = {
        "name": visit.who.name,
        "move": move,
        "words": said.get("words", "").strip()[-SHOWN:],
    }
    ring = Ring("writing", str(visit.who.id), orjson.dumps(told).decode())
    visit.door.hub.ring(place, ring)
    return Response(status_code=204)


async def _place(visit: Visit, number: str, chat: str) -> str:
    """The name of the page that is meant; 404 for one that there is not."""

    def look(c: Connection) -> str:
        if number:
            return OF_TICKET + number if tickets.by_number(c, number) else ""
        if not chat:
            return ANYTHING
        known = chat.isascii() and chat.isdecimal() and len(chat) < 18 and chats.known(c, int(chat))
        return OF_CHAT + str(int(chat)) if known else ""

    name = await visit.door.store.read(look)
    if not name:
        raise HTTPException(404)
    return name


def mark_of(c: Connection, name: str) -> str:
    """The mark that the page of this name is printed with, and that its stream begins with."""
    return _said(marked(c, (name,)).get(name, ()))


def _said(mark: Mark) -> str:
    return "-".join(map(str, mark))


async def _stream(visit: Visit, name: str) -> AsyncIterator[dict[str, str]]:
    hub, watch = visit.door.hub, visit.door.watch
    session = of_session(visit.request.cookies.get(SESSION, ""))
    mark = await watch.mark(name) if watch else ()
    try:
        with (
            hub.listen(name, session, most=MOST) as rings,
            watch.page(name, mark) if watch else nullcontext(),
        ):
            yield _event("ready", {"mark": _said(mark), "watched": watch is not None})
            _roll(hub, name, beside=1)
            while (ring := await _next(visit, rings)) is not None:
                told = _told(visit, ring)
                if told is not None:
                    yield _event(ring.kind, told)
            if await session_of(visit.door, visit.request) is None:
                yield _event("out", {})
    finally:
        _roll(hub, name, beside=0)


def _roll(hub: Hub, name: str, *, beside: int) -> None:
    """Somebody came or went: where more than so many pages are open, each says who it is."""
    if name != ANYTHING and hub.open(name) > beside:
        hub.ring(name, ROLL)


async def _next(visit: Visit, rings: "asyncio.Queue[Ring]") -> Ring | None:
    """The next ring; None at the end, be it of the session."""
    while True:
        try:
            ring = await asyncio.wait_for(rings.get(), AGAIN)
        except TimeoutError:
            if await session_of(visit.door, visit.request) is None:
                return None
            continue
        return None if ring.kind == "end" else ring


def _told(visit: Visit, ring: Ring) -> Json:
    """What a ring is to the page; None for what concerns it not."""
    match ring.kind:
        case "writing":
            return _writer(visit, ring)
        case "changed" | "roll" | "reload":
            return {}
        case _:
            return None


def _writer(visit: Visit, ring: Ring) -> Json:
    """Who of the others does what, in the reader's words; numbers are masked as everywhere."""
    if ring.ref == str(visit.who.id):
        return None
    said, words = orjson.loads(ring.words), visit.words
    move = said["move"]
    form = words("chat-say") if move == CHATTING else words.move(move)
    key = "here" if move == READING else "writing"
    return {
        "who": ring.ref,
        "says": words(key, name=said["name"], form=form),
        "move": move,
        "words": hide(said["words"]),
    }


def _event(name: str, told: Json) -> dict[str, str]:
    return {"event": name, "data": orjson.dumps(told).decode()}
