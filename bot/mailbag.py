"""The rows of one channel that are held: those that wait for their turn, and those on the wire."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from heapq import heappop, heappush

from bot.pacing import Pace
from storage.outbox import Claimed

SENDING = 256  # messages of one channel on the wire at once
AHEAD = 0.25  # seconds' worth of messages held before their turn, so that no turn is missed
FEW = 32  # and at least so many
WAITING = 512  # rows that may be held for the bot's next turns
FLOODS = 3  # chats that were told to wait, within
WINDOW = 10.0  # seconds, until the whole bot waits

Send = Callable[[Claimed], Awaitable[None]]


class Mailbag:
    """Sends what it holds, the most urgent first, as the pace of its bot allows.

    `well` is when the channel last took a message (monotonic seconds), None if it never did.
    """

    def __init__(
        self, send: Send, rate: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.pace = Pace(rate, clock)
        self.well: float | None = None
        self.tried_at = 0.0  # a halted channel is tried again then
        self._send, self._rate, self._clock = send, rate, clock
        self._ready: list[tuple[int, int, Claimed]] = []
        self._count = 0
        self._reserved = 0
        self._flying: dict[int, asyncio.Task[None]] = {}
        self._held: dict[int, Claimed] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._floods: dict[int, float] = {}
        self._closed = False

    @property
    def held(self) -> dict[int, Claimed]:
        """Rows that are waiting for their turn or on the wire, by their ids."""
        return self._held

    @property
    def flying(self) -> tuple[asyncio.Task[None], ...]:
        """The sends under way."""
        return tuple(self._flying.values())

    def room(self) -> int:
        """How many more rows are worth holding now."""
        ahead = int(self._rate * AHEAD) if self._rate else SENDING
        most = min(SENDING, max(FEW, ahead))
        return max(0, most - len(self._held) - self._reserved)

    def reserve(self) -> bool:
        """Keep a place for a row that is about to be posted; False when there is none."""
        full = self._closed or len(self._held) + self._reserved >= WAITING
        if full or self._clock() < self.tried_at:
            return False
        self._reserved += 1
        return True

    def release(self) -> None:
        """The reserved place is used or not needed."""
        self._reserved -= 1

    def put(self, row: Claimed) -> None:
        """Hold a row, and send it when its turn comes."""
        self._count += 1
        self._held[row.id] = row
        heappush(self._ready, (row.priority, self._count, row))

    def pump(self) -> None:
        """Send what may go now; look again when the next may."""
        while self._ready and len(self._flying) < SENDING and not self._closed:
            wait = self.pace.wait()
            if wait > 0:
                self._later(wait)
                return
            self.pace.take()
            _, _, row = heappop(self._ready)
            self._flying[row.id] = asyncio.create_task(self._fly(row))

    def flooded(self, chat: int, seconds: float) -> None:
        """A chat was told to wait; when several are at once, it is the bot that is too fast."""
        now = self._clock()
        self._floods = {one: at for one, at in self._floods.items() if now - at < WINDOW}
        self._floods[chat] = now
        if len(self._floods) >= FLOODS:
            self._floods.clear()
            self.pace.rest(seconds)

    def close(self) -> list[Claimed]:
        """Send nothing more; the rows that were not sent yet."""
        self._closed = True
        if self._timer is not None:
            self._timer.cancel()
        left = [row for _, _, row in self._ready]
        self._ready.clear()
        return left

    def let_go(self, row: Claimed) -> None:
        """How its send ended is kept: it is ours no more."""
        self._held.pop(row.id, None)

    def _later(self, wait: float) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(wait, self._turn)

    def _turn(self) -> None:
        self._timer = None
        self.pump()

    async def _fly(self, row: Claimed) -> None:
        try:
            await self._send(row)
        finally:
            self._flying.pop(row.id, None)
            if self._ready:
                self.pump()
