"""The server's queue of updates: handed out by polling until an offset confirms them.

Rules of the server's `do_get_updates`: an offset confirms all before it; zero is the head; a
negative one forgets all but the last; one that lies outside of the queue falls back to the head;
a call that has to wait ends an older one with 409. Updates die after a day, presses after 150 s.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.peers.arguments import Arguments
from tests.peers.refusal import Refusal
from tests.peers.updates import Raw
from tests.peers.world import Bell

DAY, PRESS = 86_400.0, 150.0
TIMEOUT, FORESIGHT = 50, 10  # longest wait in seconds; how far past its tail the queue looks
BY_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
KINDS = {
    *("message", "edited_message", "channel_post", "edited_channel_post", "inline_query"),
    *("chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query"),
    *("poll", "poll_answer", "my_chat_member", "chat_join_request", "chat_boost"),
    *("removed_chat_boost", "business_connection", "business_message", "edited_business_message"),
    *("deleted_business_messages", "purchased_paid_media"),
} | BY_REQUEST
OUSTED = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is "
    "running"
)
HOOKED = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete "
    "the webhook first"
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update in the queue: its webhook lane, and when it dies (unix seconds)."""

    raw: Raw
    lane: str
    dies: float

    @property
    def id(self) -> int:
        return int(self.raw["update_id"])


class Inbox:
    """Updates not yet confirmed. `seconds` is the server's clock."""

    def __init__(self, seconds: Callable[[], float], first: int = 846_230_001) -> None:
        self.waiting: list[Waiting] = []
        self.allowed: frozenset[str] = frozenset()  # empty: all but those given on request
        self.hooked = False
        self.closed = False
        self.now, self._next = seconds, first
        self._poll: asyncio.Future[None] | None = None
        self._arrived = Bell()

    def put(self, make: Callable[[int], Raw]) -> Waiting | None:
        """Queue an update under the next id; None when the bot did not ask for this kind."""
        raw = make(self._next)
        kind = next(name for name in raw if name != "update_id")
        if kind not in (self.allowed or KINDS - BY_REQUEST):
            return None
        self._next += 1
        life = PRESS if kind == "callback_query" else DAY
        update = Waiting(raw, lane(kind, raw[kind]), self.now() + life)
        self.waiting.append(update)
        self._wake()
        return update

    def pending(self) -> list[Waiting]:
        """What is still alive, oldest first."""
        now = self.now()
        self.waiting = [update for update in self.waiting if update.dies > now]
        return self.waiting

    def allow(self, arguments: Arguments) -> None:
        """Take over the kinds of updates that a call asks for; what is no list changes nothing."""
        try:
            kinds = arguments.decoded("allowed_updates", "allowed updates")
        except Refusal:
            return
        if isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds):
            self.allowed = frozenset(kind.lower() for kind in kinds) & KINDS

    async def updates(self, arguments: Arguments) -> list[Raw]:
        """getUpdates: what is queued, or what comes within the time-out."""
        if self.hooked:
            raise Refusal(409, HOOKED)
        offset = arguments.number("offset", 0, -(2**31), 2**31 - 1)
        limit = arguments.number("limit", 100, 1, 100)
        timeout = arguments.number("timeout", 0, 0, TIMEOUT)
        self.allow(arguments)
        ends = asyncio.get_running_loop().time() + timeout
        while True:
            ready = self._take(offset, limit)
            if ready or self.closed or asyncio.get_running_loop().time() >= ends:
                return ready
            await self._wait(ends)

    def _take(self, offset: int, limit: int) -> list[Raw]:
        queue = self.pending()
        if offset < 0:
            self.waiting = queue[offset:]
        elif 0 < offset <= self._next + FORESIGHT:
            self.waiting = [update for update in queue if update.id >= offset]
        return [update.raw for update in self.waiting[:limit]]

    async def _wait(self, ends: float) -> None:
        """Wait as the one poller there may be; an older one gets its 409."""
        self.oust(OUSTED)
        poll = self._poll = asyncio.get_running_loop().create_future()
        self._arrived.ring()
        try:
            async with asyncio.timeout_at(ends):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None

    def oust(self, why: str) -> None:
        """End the call that is waiting now, if any, with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(Refusal(409, why))
        self._poll = None

    def close(self) -> None:
        self.closed = True
        self._wake()

    def _wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    async def polled(self) -> None:
        """Return as soon as a call is waiting for updates; TimeoutError after 5 s without one."""
        async with asyncio.timeout(5):
            while self._poll is None:
                await self._arrived.wait()


def lane(kind: str, carried: Any) -> str:
    """The webhook queue of an update: messages per chat, presses per user, the rest by kind."""
    if kind == "callback_query":
        return f"press {carried['from']['id']}"
    chat = carried["chat"]["id"]
    return f"chat {chat}" if kind.endswith("message") else f"{kind} {chat}"
