"""A strict Bot API server of our own, over real HTTP on loopback.

    async with FakeBotApi() as api:
        ann = api.person("Ann")
        await ann.says("/start")
        await ann.hears("Welcome")

It answers as Telegram's own server does, in its own words, and refuses what that refuses; what
it does not play at all is answered with 501. Beyond the real server: nothing is kept on disk,
http webhooks are taken, and trouble comes on demand (`fault`, `dice`, `limits`).
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import orjson
import telegram
from aiohttp import web

from tests.peers.arguments import Arguments, integer, read
from tests.peers.faults import Die, Fault, Faults, Limits
from tests.peers.hook import Hook
from tests.peers.inbox import Inbox
from tests.peers.messages import SENDING
from tests.peers.people import Group, Person
from tests.peers.refusal import Refusal
from tests.peers.settings import ASKING
from tests.peers.updates import Raw, Sender, joined
from tests.peers.world import World

DECODED = ("reply_markup", "reply_parameters", "entities", "commands", "scope", "allowed_updates")
LARGEST = 60 * 2**20  # bytes of a request


@dataclass(frozen=True, slots=True)
class Call:
    """A call that the server took: `body` with its JSON decoded, `chat` the chat it names."""

    method: str
    body: Raw
    chat: int | None
    result: Any
    at: float  # seconds, monotonic

    @property
    def text(self) -> str:
        return str(self.body.get("text") or self.body.get("caption") or "")


@dataclass(frozen=True, slots=True)
class Turned:
    """A call that the server turned down, and why."""

    method: str
    body: Raw
    status: int
    description: str


class FakeBotApi:
    """One bot's server. `accepted` holds every call it took, in order, but getUpdates (`polls`)."""

    def __init__(
        self, token: str = "", port: int = 0, clock: Callable[[], float] = time.time
    ) -> None:
        self.token = token or f"7000000001:{secrets.token_urlsafe(26)}"
        number = int(self.token.partition(":")[0])
        bot: Raw = {
            "id": number,
            "is_bot": True,
            "first_name": "Redress",
            "username": "redress_bot",
        }
        self.world = World(bot, clock)
        self.inbox = Inbox(self.world.seconds)
        self.hook = Hook(self.inbox, self.perform)
        self.faults, self.limits = Faults(), Limits()
        self.accepted: list[Call] = []
        self.refused: list[Turned] = []
        self.polls: list[Raw] = []
        self.people: dict[str, Person] = {}
        self.beside: list[FakeBotApi] = []  # other bots, served at this address too
        self._port = port
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen; after `stop` on the same port, with all that was there before."""
        self.faults.closing.clear()
        self.inbox.closed = False
        app = web.Application(client_max_size=LARGEST)
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]
        self.hook.wake()

    async def stop(self) -> None:
        """Be gone: waiting calls end, connections are refused, nothing is delivered."""
        self.faults.closing.set()
        self.inbox.close()
        await self.hook.rest()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @property
    def base_url(self) -> str:
        """What stands before `/bot{token}/{method}` and `/file/bot{token}/{path}`."""
        return f"http://127.0.0.1:{self._port}"

    # What a test does with it.

    def person(self, name: str, language_code: str = "zh-hans", username: str = "") -> Person:
        """The person of this name, who has the app but never wrote to the bot before."""
        if name not in self.people:
            number = 5_100_000_001 + len(self.people)
            self.people[name] = Person(self, Sender(number, name, language_code, username))
        return self.people[name]

    async def group(
        self, title: str, by: Person, forum: bool = False, manages: bool = False
    ) -> Group:
        """A group that this person made and took the bot into; `manages`: as an administrator."""
        number = -4_000_000_001 - len(self.world.chats)
        raw: Raw = {"id": number, "title": title, "type": "group"}
        if forum:
            raw |= {"id": -1_000_000_000_000 + number, "type": "supergroup", "is_forum": True}
        group = Group(self, raw)
        group.home.begun, group.home.manages = True, manages
        inside = Sender(by.sender.id, by.sender.name, by.sender.language, group=raw)
        at = self.world.now()
        await self.hand_over(lambda id_: joined(id_, inside, self.world.bot, at))
        return group

    def fault(
        self, method: str, kind: str, times: int = 1, chat: int | None = None, seconds: float = 1
    ) -> Fault:
        """Let the next `times` calls of this method ("*": any) fail, in this chat or anywhere.

        "file" is the download of a file; "webhook" with any kind loses the bot's answers to
        deliveries (on our own server only).
        """
        fault = Fault(method, kind, times, chat, seconds)
        if method == "webhook":
            self.hook.deaf += times
        else:
            self.faults.plan(fault)
        return fault

    def dice(self, share: float, *kinds: str, seed: int = 1, methods: tuple[str, ...] = ()) -> None:
        """Let this share of all calls (or of `methods`) fail at random; 0 ends it."""
        self.faults.die = Die(share, kinds, methods, seed) if share else None

    def passes(self, seconds: float) -> None:
        """Let time pass for the server: updates and presses grow old."""
        self.world.passes(seconds)

    def sent(self, method: str = "", chat: int | None = None) -> list[Call]:
        """The accepted calls of this method and this chat, in order."""
        return [
            call
            for call in self.accepted
            if method in ("", call.method) and chat in (None, call.chat)
        ]

    # What people need of it.

    async def hand_over(self, make: Callable[[int], Raw]) -> None:
        self.inbox.put(make)
        if self._runner is not None:
            self.hook.wake()

    def keep(self, path: str, data: bytes, size: int | None = None) -> str:
        return self.world.keep(path, data, size)

    # The wire.

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method, arguments = request.match_info["method"], Arguments()
        for other in self.beside:
            if request.match_info["token"] == other.token:
                return await other._handle(request)
        try:
            self._admit(request.match_info["token"])
            arguments = await read(request)
            fault = self.faults.strike(method, integer(str(arguments.fields.get("chat_id"))))

            async def do() -> web.Response:
                return answer(await self.perform(method, arguments))

            return await (self.faults.spoil(fault, request, do) if fault else do())
        except Refusal as refusal:
            turned = Turned(method, body(arguments), refusal.status, refusal.description)
            self.refused.append(turned)
            return reply(refusal.body(), refusal.status)

    def _admit(self, token: str) -> None:
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            raise Refusal(401, "Unauthorized")

    async def perform(self, method: str, arguments: Arguments) -> Any:
        """Do a call and log it; raises Refusal."""
        name = method.lower()
        if name == "getupdates":
            self.polls.append(body(arguments))
            return await self.inbox.updates(arguments)
        if name in ("setwebhook", "deletewebhook"):
            gone = Arguments({**arguments.fields, "url": ""})
            result: Any = await self.hook.set(arguments if name == "setwebhook" else gone)
        elif name == "getwebhookinfo":
            result = self.hook.info()
        else:
            result = self._do(method, arguments)
        chat = integer(str(arguments.fields.get("chat_id")))
        self.accepted.append(Call(method, body(arguments), chat, result, time.monotonic()))
        return result

    def _do(self, method: str, arguments: Arguments) -> Any:
        name = method.lower()
        found = SENDING.get(name) or ASKING.get(name)
        if found is None and hasattr(telegram.Bot, method):
            raise Refusal(501, f"Not Implemented: this fake server does not play {method} yet")
        if found is None:
            raise Refusal(404, "Not Found: method not found")
        chat = self.world.chats.get(integer(arguments.text("chat_id")) or 0)
        if chat is not None and name in SENDING and name not in ("sendchataction", "deletemessage"):
            self.limits.check(chat)
        return found(self.world, arguments)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._admit(request.match_info["token"])
            fault = self.faults.strike("file", None)

            async def do() -> web.Response:
                return self._file(request.match_info["path"])

            return await (self.faults.spoil(fault, request, do) if fault else do())
        except Refusal as refusal:
            return reply(refusal.body(), refusal.status)

    def _file(self, path: str) -> web.Response:
        data = next((one.data for one in self.world.files.values() if one.path == path), None)
        if data is None:
            raise Refusal(404, "Not Found")
        return web.Response(body=data, content_type="application/octet-stream")


def answer(result: Any) -> web.Response:
    return reply({"ok": True, "result": result}, 200)


def reply(content: Raw, status: int) -> web.Response:
    return web.Response(body=orjson.dumps(content), status=status, content_type="application/json")


def body(arguments: Arguments) -> Raw:
    """The arguments as plain values: JSON in strings decoded, uploads as their file names."""
    plain = dict(arguments.fields) | {name: one.name for name, one in arguments.files.items()}
    for name in DECODED:
        try:
            plain[name] = arguments.decoded(name, name)
        except Refusal:
            continue
    return {name: value for name, value in plain.items() if value is not None}
