"""Trouble on demand: faults that a test plans or a seeded die throws, and the flood limits."""

import asyncio
import math
import random
import time
from collections import deque
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field

from aiohttp import web

from tests.peers.refusal import Refusal, too_many
from tests.peers.world import BLOCKED, Chat

KINDS = {
    *("429", "500", "502", "403"),  # answered instead of being done
    *("reset_before", "hang"),  # not done, and no answer
    *("reset_after", "bad_json"),  # done, but the answer is lost or spoilt
    "slow",  # done and answered, late
}
GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


@dataclass(slots=True)
class Fault:
    """What goes wrong, how often still; `seconds` is the wait that "429" names or "slow" takes."""

    method: str
    kind: str
    times: int = 1
    chat: int | None = None
    seconds: float = 1

    def meets(self, method: str, chat: int | None) -> bool:
        named = self.method == "*" or self.method.lower() == method.lower()
        return self.times > 0 and named and self.chat in (None, chat)


@dataclass(slots=True)
class Die:
    """Random faults: `share` of the calls to `methods` (all but getUpdates when empty) fail."""

    share: float
    kinds: tuple[str, ...]
    methods: Collection[str] = ()
    seed: int = 1
    rng: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)

    def throw(self, method: str) -> Fault | None:
        meant = method in self.methods if self.methods else method.lower() != "getupdates"
        if not meant or self.rng.random() >= self.share:
            return None
        return Fault(method, self.rng.choice(self.kinds))


class Faults:
    """The faults that wait for their call. What struck is kept in `struck`."""

    def __init__(self) -> None:
        self.planned: list[Fault] = []
        self.die: Die | None = None
        self.struck: list[Fault] = []
        self.closing = asyncio.Event()

    def plan(self, fault: Fault) -> None:
        unknown = {fault.kind, *(self.die.kinds if self.die else ())} - KINDS
        assert not unknown, f"no such fault: {unknown}"
        self.planned.append(fault)

    def strike(self, method: str, chat: int | None) -> Fault | None:
        """The fault that this call meets, planned ones first."""
        found = next((fault for fault in self.planned if fault.meets(method, chat)), None)
        if found is not None:
            found.times -= 1
        elif self.die is not None:
            found = self.die.throw(method)
        if found is not None:
            self.struck.append(found)
        return found

    async def spoil(
        self, fault: Fault, request: web.Request, do: Callable[[], Awaitable[web.Response]]
    ) -> web.StreamResponse:
        """Answer a call as the fault has it; `do` does it and gives the honest answer."""
        match fault.kind:
            case "429":
                raise too_many(math.ceil(fault.seconds))
            case "500":
                raise Refusal(500, "Internal Server Error")
            case "403":
                raise Refusal(403, BLOCKED)
            case "502":
                return web.Response(status=502, text=GATEWAY, content_type="text/html")
            case "hang":
                await self.closing.wait()
            case "slow":
                await self._linger(fault.seconds)
                return await do()
            case "bad_json":
                return cut_short(await do())
            case "reset_after":
                await do()
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    async def _linger(self, seconds: float) -> None:
        """Wait, but no longer than the server lives."""
        try:
            async with asyncio.timeout(seconds):
                await self.closing.wait()
        except TimeoutError:
            return


class Limits:
    """Flood control: so many a second in all, one a second per chat after a burst, 20 a minute per
    group. What it holds back is not counted. Off unless `on`.
    """

    def __init__(self, *, on: bool = False) -> None:
        self.on, self.overall, self.burst, self.per_group = on, 30, 3, 20
        self._all: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}

    def check(self, chat: Chat) -> None:
        """Count a message to this chat, or refuse it with the seconds to wait."""
        if not self.on:
            return
        now, lane = time.monotonic(), self._chats.setdefault(chat.id, deque())
        waits = [over(self._all, now, self.overall, 1.0)]
        if chat.private:
            waits.append(over(lane, now, self.burst, float(self.burst)))
        else:
            waits.append(over(lane, now, self.per_group, 60.0))
        if max(waits) > 0:
            raise too_many(math.ceil(max(waits)))
        self._all.append(now)
        lane.append(now)


def cut_short(honest: web.Response) -> web.Response:
    """The same answer without its end."""
    body = honest.body[:-7] if isinstance(honest.body, bytes) else b"{"
    return web.Response(body=body, content_type="application/json")


def over(times: deque[float], now: float, most: int, window: float) -> float:
    """Seconds until one more fits into this window; 0 when it does now."""
    while times and times[0] <= now - window:
        times.popleft()
    return times[-most] + window - now if len(times) >= most else 0.0
