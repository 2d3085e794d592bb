"""The fake Bot API with a log of every call that reached it, and weather: faults by chance."""

import random
import time
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import orjson
from aiohttp import web

from tests.faults.history import Call
from tests.peers.arguments import Arguments
from tests.peers.bot_api import FakeBotApi, body
from tests.peers.faults import Fault, Faults
from tests.peers.world import Bell

SENDS = frozenset({"sendMessage", "editMessageText", "sendDocument"})
PRESS, POLL = "answerCallbackQuery", "getUpdates"
# What says where a message goes or which one it changes, and the name of a file.
PLACE = frozenset({"chat_id", "message_id", "document"})
UNTOLD = frozenset({"reset_after", "bad_json"})

# fault -> share of the calls that send
STORM: Mapping[str, float] = {
    "429": 0.02,
    "500": 0.01,
    "reset_before": 0.01,
    "reset_after": 0.01,
    "slow": 0.02,
    "403": 0.004,
}
# Without what no bot can tell from a call that was not done: nothing may come twice then.
CLEAR = {kind: share for kind, share in STORM.items() if kind != "reset_after"}
SLOW = 0.3  # seconds: well below a restart


@dataclass(slots=True)
class Passing:
    """A call on its way through the server."""

    method: str
    chat: int = 0
    key: str = ""
    taken: bool = False
    fault: str = ""
    at: float = field(default_factory=time.monotonic)

    def call(self) -> Call:
        told = self.fault not in UNTOLD
        return Call(self.chat, self.method, self.key, self.at, self.taken, told, self.fault)


NOW: ContextVar[Passing] = ContextVar("passing")


class Weather(Faults):
    """Faults by a seeded die, by share; calls that set the bot up are spared.

    A 403 at set-up is for an operator to mend, and stops the bot for minutes, as it should.
    """

    def __init__(self, shares: Mapping[str, float], seed: int) -> None:
        super().__init__()
        self.shares, self._rng = shares, random.Random(seed)

    def strike(self, method: str, chat: int | None) -> Fault | None:
        passing = NOW.get(None) or Passing(method)  # a download has none
        passing.chat = chat or 0
        fault = super().strike(method, chat) or self._throw(method, chat)
        passing.fault = fault.kind if fault else ""
        return fault

    def _throw(self, method: str, chat: int | None) -> Fault | None:
        if method not in SENDS | {PRESS, POLL}:
            return None
        kind = drawn(self.shares, self._rng)
        if not kind or (kind == "403" and method not in SENDS):
            return None
        fault = Fault(method, kind, chat=chat, seconds=SLOW if kind == "slow" else 1)
        self.struck.append(fault)
        return fault


def drawn(shares: Mapping[str, float], rng: random.Random) -> str:
    """A fault by its share, "" for none."""
    luck = rng.random()
    for kind, share in shares.items():
        luck -= share
        if luck < 0:
            return kind
    return ""


class Witness(FakeBotApi):
    """The server of a run. `calls` holds all but polls, in the order in which they were done."""

    def __init__(self, shares: Mapping[str, float] | None = None, seed: int = 1) -> None:
        super().__init__()
        self.faults = Weather(shares or {}, seed)
        self.calls: list[Call] = []
        self.barred: set[int] = set()  # chats that got a 403 and were not told of it yet
        self._bell = Bell()

    async def done(self, calls: int) -> None:
        """Wait until there were so many calls."""
        while len(self.calls) < calls:
            await self._bell.wait()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        passing = Passing(request.match_info["method"])
        NOW.set(passing)
        response = await super()._handle(request)
        if passing.method in SENDS | {PRESS} and not passing.taken:
            if request.content_type == "application/json":
                passing.key = said(passing.method, orjson.loads(await request.read()))
            self._log(passing)
            self._bar(passing)
        return response

    async def perform(self, method: str, arguments: Arguments) -> Any:
        result = await super().perform(method, arguments)
        if method in SENDS | {PRESS}:
            passing = NOW.get()
            passing.taken, passing.key = True, said(method, body(arguments))
            # Logged here, in the order in which people see it.
            self._log(passing)
        return result

    def _log(self, passing: Passing) -> None:
        self.calls.append(passing.call())
        self._bell.ring()

    def _bar(self, passing: Passing) -> None:
        """Let the person of this chat notice that nothing more comes."""
        if passing.fault == "403":
            self.barred.add(passing.chat)
            self.world.chats[passing.chat].bell.ring()


def said(method: str, content: Mapping[str, Any]) -> str:
    """What a call says, the same for all copies of it: of a press the query, else the content."""
    if method == PRESS:
        return str(content["callback_query_id"])
    kept = {name: value for name, value in content.items() if name not in PLACE}
    return orjson.dumps(kept, option=orjson.OPT_SORT_KEYS).decode()
