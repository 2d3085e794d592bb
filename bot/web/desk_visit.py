"""Who is at the desk: a session cookie, signed in by a link that works once, signed out at will."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.stage import Work
from bot.web import desk_places
from bot.web.desk_places import places_for
from bot.web.desk_watch import of_session
from bot.web.desk_words import Words
from bot.web.door import Door
from bot.web.live import END
from bot.web.page import page
from dialogs.model import Language
from dialogs.tickets.guards import STAFF
from dialogs.tickets.ticket import Role
from storage import Connection, staff
from storage.staff import SESSION_LASTS, Staff

HOME = desk_places.HOME
SESSION = "redress_desk"
LANGUAGE = "redress_desk_language"
YEAR = 365 * 24 * 3600  # seconds
SEE_OTHER = 303
MOST_ROWS = 2**62


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of somebody who is signed in."""

    door: Door
    request: Request
    who: Staff
    words: Words

    def work(self, c: Connection) -> Work:
        """The transaction `c` at this moment."""
        return Work(self.door.stage, c, self.words.now)

    def number(self, name: str) -> int:
        """The number of that name in the address; no row has one that no database can hold."""
        said = int(self.request.path_params[name])
        if said > MOST_ROWS:
            raise HTTPException(404)
        return said

    def page(self, name: str, values: dict[str, object], status: int = 200) -> Response:
        """A page of the desk, with what all of them show."""
        shown = {"say": self.words, "language": self.words.language, "who": self.who}
        nav = places_for(self.who.role, self.request.url.path)
        return page(name, {**shown, "nav": nav, **_addresses(self.request), **values}, status)


Handler = Callable[[Visit], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]


def signed_in(door: Door, handler: Handler, allowed: Collection[Role] = STAFF) -> Endpoint:
    """The handler for those who are signed in and of these roles: 403 for other roles; who is not
    signed in is shown how to get a link.
    """

    async def endpoint(request: Request) -> Response:
        words = words_for(door, request)
        who = await session_of(door, request)
        if who is None:
            return stranger(request, words)
        visit = Visit(door, request, who, words)
        try:
            if who.role not in allowed:
                raise HTTPException(403)
            return await handler(visit)
        except HTTPException as error:
            return visit.page("desk_gone.html", {"status": error.status_code}, error.status_code)

    return endpoint


async def session_of(door: Door, request: Request) -> Staff | None:
    """Whose session the cookie names."""
    token = request.cookies.get(SESSION, "")
    if not token:
        return None
    now = door.now()
    return await door.store.read(lambda c: staff.by_session(c, token, now))


def words_for(door: Door, request: Request) -> Words:
    """The desk's words in the language chosen here, else in the browser's."""
    chosen = request.cookies.get(LANGUAGE, "")
    hint = request.headers.get("accept-language", "").split(",")[0].strip()
    known = door.stage.texts.languages
    return Words(door.stage, chosen if chosen in known else door.stage.language(hint), door.now())


def stranger(request: Request, words: Words, *, spent: bool = False) -> Response:
    """The page for somebody without a session: how to get a link. `spent`: theirs was no good."""
    values = {"say": words, "language": words.language, "who": None, "spent": spent}
    return page("desk_signin.html", {**values, **_addresses(request)}, 401)


def _addresses(request: Request) -> dict[str, object]:
    query = f"?{request.url.query}" if request.url.query and "once" not in request.url.query else ""
    return {"here": f"{request.url.path}{query}", "path": request.url.path}


def arriving(door: Door, home: Handler) -> Endpoint:
    """GET /desk: signs in by `once` where there is one, and is the queue else."""
    inner = signed_in(door, home)

    async def endpoint(request: Request) -> Response:
        token = request.query_params.get("once", "")
        # A link that is only looked at by a messenger or a browser's guess must not be used up.
        looking = request.method == "HEAD" or "prefetch" in request.headers.get("sec-purpose", "")
        if not token:
            return await inner(request)
        if looking:
            return Response()
        return await _sign_in(door, request, token)

    return endpoint


async def _sign_in(door: Door, request: Request, token: str) -> Response:
    found = await door.store.write(partial(_use, token, door))
    if found is None:
        if await session_of(door, request) is not None:
            return RedirectResponse(HOME, SEE_OTHER)
        return stranger(request, words_for(door, request), spent=True)
    response = RedirectResponse(HOME, SEE_OTHER)
    response.set_cookie(
        SESSION,
        found[1],
        max_age=int(SESSION_LASTS.total_seconds()),
        path=HOME,
        httponly=True,
        samesite="lax",
        secure=door.public_url.startswith("https:"),
    )
    return response


def _use(token: str, door: Door, c: Connection) -> tuple[Staff, str] | None:
    return staff.use(c, token, door.now())


async def sign_out(visit: Visit) -> Response:
    """POST: end this session, here and in the store, with every stream of it."""
    token = visit.request.cookies.get(SESSION, "")
    await visit.door.store.write(lambda c: staff.sign_out(c, token))
    visit.door.hub.ring(of_session(token), END)
    response = RedirectResponse(HOME, SEE_OTHER)
    response.delete_cookie(SESSION, path=HOME)
    return response


def speaking(door: Door) -> Endpoint:
    """POST a language: it is remembered in this browser, signed in or not."""

    async def endpoint(request: Request) -> Response:
        form = await request.form()
        chosen: Language = str(form.get("language", ""))
        response = RedirectResponse(within(str(form.get("back", ""))), SEE_OTHER)
        if chosen in door.stage.texts.languages:
            response.set_cookie(
                LANGUAGE, chosen, max_age=YEAR, path=HOME, httponly=True, samesite="lax"
            )
        return response

    return endpoint


def within(place: str) -> str:
    """A page of the desk's own; anything else is home."""
    inside = place == HOME or place.startswith((f"{HOME}?", f"{HOME}/"))
    return place if inside and "\\" not in place and "\n" not in place else HOME


def revision_of(said: str) -> int:
    """The revision that a form was made from; -1 for anything else, which nothing has."""
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else -1
