"""The chat page: its routes, its first view, its log and its live stream."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import orjson
from sse_starlette import EventSourceResponse
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.desk_acts import word_of
from bot.orders import back
from bot.web.bubbles import bubble_of, bubbles
from bot.web.door import Door
from bot.web.follow import Follow
from bot.web.guard import Guard
from bot.web.live import Ring
from bot.web.page import page
from bot.web.papers import Papers
from bot.web.posts import Posts, stranger
from bot.web.resume import Resume
from bot.web.room import Room, hint_of
from bot.web.visitor import Visitor, newcomer
from dialogs.model import Arg, Command, Json, Language, Phrase
from storage import Connection, pages, sessions
from storage.pages import Line

MOST = 200  # log entries in one view
PING = 15  # seconds; proxies cut a stream that is silent for a minute or so
LIVE = {"X-Accel-Buffering": "no", "Cache-Control": "no-store"}
SCRIPT_WORDS = (  # what the page's own script says
    "you", "bot", "staff", "choices", "chosen", "typing", "edited", "failed", "refused", "retry",
    "with", "picture", "save", "copied", "newer", "today", "yesterday", "file-large", "old",
    "composer",
)  # fmt: skip


def routes(door: Door) -> list[BaseRoute]:
    """Every route of the chat page, guarded; the static files are mounted by `page.static`."""
    room = Room(door)
    chat, posts, papers, resume = Chat(room), Posts(room), Papers(room), Resume(room)
    follow = Follow(room)
    guard = [Middleware(Guard, public_url=door.public_url)]
    told = (
        ("/", chat.home, "GET"),
        ("/c/{token}", resume.arrive, "GET"),
        ("/c/{token}", resume.agree, "POST"),
        ("/follow/{token}", follow.arrive, "GET"),
        ("/follow/{token}", follow.agree, "POST"),
        ("/chat/say", posts.say, "POST"),
        ("/chat/tap", posts.tap, "POST"),
        ("/chat/file", posts.file, "POST"),
        ("/chat/log", chat.log, "GET"),
        ("/chat/live", chat.live, "GET"),
        ("/chat/file/{id:int}", papers.file, "GET"),
        ("/chat/paper/{row:int}", papers.paper, "GET"),
    )
    return [
        Route(path, handler, methods=[method], middleware=guard) for path, handler, method in told
    ]


@dataclass(frozen=True)
class Chat:
    """The handlers of the page itself."""

    room: Room

    async def home(self, request: Request) -> Response:
        """GET the page; whoever was never here is welcomed by the bot, once."""
        visitor = self.room.visitors.read(request) or newcomer()
        chat, hint = await self.room.chat(visitor), hint_of(request)
        if chat is None and request.method == "GET":
            await self.room.take(visitor, "hello", Command("start"), hint=hint)
            chat = await self.room.chat(visitor)
        if chat is not None:
            visitor = await self.room.linked(visitor, chat)
        language = await self.room.language(chat, hint)
        start = await self._view(chat, language, 0) if chat is not None else {}
        response = page("chat.html", self._values(request, visitor, language, start))
        self.room.visitors.keep(response, visitor)
        return response

    def _values(
        self, request: Request, visitor: Visitor, language: Language, start: dict[str, Json]
    ) -> dict[str, object]:
        """What the template needs; `start` is what the script begins with."""
        stage = self.room.door.stage
        operator = stage.house.operator or Phrase("web-operator")
        base = self.room.door.public_url.rstrip("/") or str(request.base_url).rstrip("/")
        size = stage.house.catalogue.file_bytes // 2**20
        said: dict[str, Json] = {
            name: self.room.words(language, f"web-{name}", size=size, name="%", words="%")
            for name in SCRIPT_WORDS
        }

        def words(key: str, **args: Arg) -> str:
            return self.room.words(language, f"web-{key}", **args)

        return {
            "language": language,
            "operator": stage.texts.words(language, operator, self.room.door.now()),
            "hotline": stage.house.hotline,
            "link": f"{base}/c/{visitor.link}",
            "accept": ",".join(stage.house.catalogue.file_types),
            "w": words,
            "bilingual": len(stage.texts.languages) > 1,
            "start": {
                **start,
                "words": said,
                "zone": stage.house.zone,
                "limit": stage.house.catalogue.file_bytes,
            },
        }

    async def log(self, request: Request) -> Response:
        """GET ?after=N: what was said since entry N, or the latest; ?before=N: what was earlier."""
        visitor = self.room.visitors.read(request)
        chat = await self.room.chat(visitor) if visitor else None
        if chat is None:
            return stranger()
        language = await self.room.language(chat, "")
        after = _number(request, "after")
        if not after:
            return JSONResponse(await self._view(chat, language, _number(request, "before")))
        lines = await self.room.door.store.read(lambda c: pages.after(c, chat, after, MOST))
        word = await self._word(chat)
        return JSONResponse({"language": language, "bubbles": bubbles(lines), "with": word})

    async def _view(self, chat: int, language: Language, before: int) -> dict[str, Json]:
        """The latest of the log, or what came before an entry. `first` is where to ask on from."""
        lines = await self.room.door.store.read(lambda c: pages.before(c, chat, before, MOST))
        first = lines[0].id if len(lines) == MOST else 0
        word = await self._word(chat)
        return {"language": language, "bubbles": bubbles(lines), "first": first, "with": word}

    async def _word(self, chat: int) -> Json:
        """Which person has the word in the chat, and how many seconds; None while the bot has."""
        now = self.room.door.now()
        session = await self.room.door.store.read(lambda c: sessions.load(c, chat).session)
        name = word_of(session, now)
        if not name or session.silent_until is None:
            return None
        return {"name": name, "left": (session.silent_until - now).total_seconds()}

    async def live(self, request: Request) -> Response:
        """GET the stream of what happens in this chat, for as long as the page is open."""
        visitor = self.room.visitors.read(request)
        chat = await self.room.chat(visitor) if visitor else None
        if visitor is None or chat is None:
            return Response(status_code=204)  # tells an EventSource not to come again
        return EventSourceResponse(self._stream(visitor, chat), ping=PING, headers=LIVE)

    async def _stream(self, visitor: Visitor, chat: int) -> AsyncIterator[dict[str, str]]:
        door = self.room.door
        with door.hub.listen(visitor.chat) as rings:
            await door.store.write(lambda c: back(c, chat, door.now()), lanes=(chat,))
            yield _event("ready", {})
            while (ring := await rings.get()).kind != "end":
                told = await self._told(chat, ring)
                if told is not None:
                    yield _event(ring.kind, told)

    async def _told(self, chat: int, ring: Ring) -> Json:
        """What a ring is to the page; None where there is nothing to show."""
        if ring.kind in {"typing", "reload"}:
            return {}
        if ring.kind == "toast":
            return {"id": ring.ref, "words": ring.words}

        def find(c: Connection) -> Line | None:
            if ring.kind == "said":
                return pages.of_key(c, chat, ring.ref)
            return pages.of_row(c, chat, int(ring.ref))

        line = await self.room.door.store.read(find)
        if line is None:
            return None
        language = await self.room.language(chat, "")
        return {"bubble": bubble_of(line), "language": language, "with": await self._word(chat)}


def _event(name: str, told: Json) -> dict[str, str]:
    return {"event": name, "data": orjson.dumps(told).decode()}


def _number(request: Request, name: str) -> int:
    told = request.query_params.get(name, "")
    return int(told) if told.isdecimal() and len(told) < 16 else 0
