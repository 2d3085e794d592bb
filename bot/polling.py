"""Long polling: asks Telegram for updates and confirms them only once they were taken."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from random import Random
from typing import TypeAlias

from bot.channels.backoff import backoff
from bot.channels.telegram_reading import ALLOWED
from bot.channels.telegram_transport import Answer, Reply, Wire
from dialogs.model import Json
from storage.errors import StoreBroken

log = logging.getLogger(__name__)

Take: TypeAlias = Callable[[Sequence[Mapping[str, Json]]], Awaitable[None]]

TIMEOUT = 30  # seconds that the server holds a call without updates; it allows 50
SHORT = 2  # the same after a failure: an answer is due soon, to tell that all is well again
GRACE = 15.0  # seconds more until we give the call up
LIMIT = 100  # updates in one batch, the server's most


class Polling:
    """The loop of one bot. `take` commits a batch; what it raised on is asked for again.

    `trouble` says why no updates come now, "" when all is well: for `doctor` and the desk.
    `reached`: the last call was answered and what it brought was taken.
    """

    def __init__(self, wire: Wire, take: Take, rng: Random, *, timeout: int = TIMEOUT) -> None:
        self.trouble, self.reached = "", False
        self._wire, self._take, self._rng, self._timeout = wire, take, rng, timeout
        self._offset = 0  # 0: from the oldest unconfirmed
        self._failures = 0
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """End the loop: `run` returns at once, or as soon as the batch at hand is taken."""
        self._stopping.set()

    async def run(self) -> None:
        """Poll until stopped. Never raises for what the network, the server or `take` does.

        A call in flight is dropped when stopping: what it would have brought stays unconfirmed.
        """
        while not self._stopping.is_set():
            reply = await self._unless_stopped(self._ask())
            if reply is None:
                return
            if not await self._accept(reply):
                await self._unless_stopped(self._rest(reply))

    async def _ask(self) -> Reply:
        """One getUpdates; its offset confirms every update before it."""
        timeout = min(SHORT, self._timeout) if self._failures else self._timeout
        body: dict[str, Json] = {
            "timeout": timeout,
            "limit": LIMIT,
            "allowed_updates": list(ALLOWED),
        }
        if self._offset:
            body["offset"] = self._offset
        return await self._wire.post("getUpdates", body, patience=timeout + GRACE)

    async def _accept(self, reply: Reply) -> bool:
        """Have a batch taken and move on; False when it is to be asked for again, after a rest."""
        if not isinstance(reply, Answer) or not reply.ok or not isinstance(reply.result, list):
            return self._failed(_why(reply))
        batch = [update for update in reply.result if isinstance(update, dict)]
        try:
            if batch:
                await self._take(batch)
        except StoreBroken as error:
            return self._failed(f"updates could not be kept: {error}")
        except Exception as error:  # whatever it is: Telegram keeps what we do not confirm
            log.exception("updates not taken", extra={"action": "take_failed"})
            return self._failed(f"updates could not be stored: {type(error).__name__}")
        numbers = [number for one in batch if isinstance(number := one.get("update_id"), int)]
        if batch and not numbers:
            return self._failed("updates came without numbers")
        # Of the last one, not the largest: after a quiet week the numbers begin anew, at random.
        self._offset = numbers[-1] + 1 if numbers else self._offset
        self._failures, self.trouble, self.reached = 0, "", True
        return True

    def _failed(self, why: str) -> bool:
        """Note the trouble; said once, not at each try."""
        self._failures, self.reached = self._failures + 1, False
        if why != self.trouble:
            log.warning("no updates: %s", why, extra={"action": "poll_failed"})
        self.trouble = why
        return False

    async def _rest(self, reply: Reply) -> None:
        asked = reply.retry_after if isinstance(reply, Answer) else 0
        await asyncio.sleep(max(asked, backoff(self._failures, self._rng)))

    async def _unless_stopped(self, work: Awaitable[Reply | None]) -> Reply | None:
        """Wait for `work`, or drop it when we are stopped."""
        task, stop = asyncio.ensure_future(work), asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait({task, stop}, return_when=asyncio.FIRST_COMPLETED)
            return task.result() if task.done() and not self._stopping.is_set() else None
        finally:
            for one in (task, stop):
                one.cancel()
                with suppress(asyncio.CancelledError):
                    await one


def _why(reply: Reply) -> str:
    """What keeps the updates away, in words for the operator."""
    if not isinstance(reply, Answer):
        return f"Telegram cannot be reached ({reply.reason})"
    match reply.status:
        case 401 | 404:
            return "Telegram does not know this token"
        case 409 if "webhook" in reply.description:
            return "a webhook is set for this bot; updates go there"
        case 409:
            return "another program polls this bot's updates"
        case 429:
            return "Telegram asks to wait"
        case status:
            return f"Telegram answered {status}"
