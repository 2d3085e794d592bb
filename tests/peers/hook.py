"""Webhooks as the server delivers them: a POST at a time per lane, again until a 2xx comes.

Lanes run side by side, at most `max_connections` at once. The real server waits a second and
doubles; `pace` seconds make that short here. Only the real one demands https and port 443, 80, 88
or 8443: on loopback plain http and any port must do.
"""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.peers.arguments import Arguments
from tests.peers.inbox import Inbox, Waiting
from tests.peers.refusal import Refusal
from tests.peers.updates import Raw

SECRET = re.compile(r"[A-Za-z0-9_-]*")
SLOWEST = 5  # doublings of the pace
PATIENCE = aiohttp.ClientTimeout(total=60)


class Hook:
    """The webhook of one bot. `run` performs a call that came in the answer to a delivery."""

    def __init__(self, inbox: Inbox, run: Callable[[str, Arguments], Awaitable[Any]]) -> None:
        self.url, self.secret, self.pace = "", "", 0.01
        self.failures: list[str] = []
        self.deaf = 0  # so many answers of the bot get lost on their way
        self._inbox, self._run = inbox, run
        self._slots = asyncio.Semaphore(40)
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._client: aiohttp.ClientSession | None = None
        self._connections = 40

    async def set(self, arguments: Arguments) -> bool:
        """setWebhook and, with an empty url, deleteWebhook."""
        url, secret = arguments.text("url"), arguments.text("secret_token")
        parts = urlsplit(url)
        if url and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise Refusal(400, "Bad Request: invalid webhook URL specified")
        if len(secret) > 256:
            raise Refusal(400, "Bad Request: secret token is too long")
        if not SECRET.fullmatch(secret):
            raise Refusal(400, "Bad Request: secret token contains unallowed characters")
        await self.rest()
        self._inbox.allow(arguments)
        if arguments.yes("drop_pending_updates"):
            self._inbox.waiting.clear()
        self._connections = arguments.number("max_connections", 40, 1, 100)
        self._slots = asyncio.Semaphore(self._connections)
        self.url, self.secret, self._inbox.hooked = url, secret, bool(url)
        if url:
            self._inbox.oust("Conflict: terminated by setWebhook request")
        self.wake()
        return True

    def info(self) -> Raw:
        """getWebhookInfo."""
        known: Raw = {"url": self.url, "has_custom_certificate": False}
        known["pending_update_count"] = len(self._inbox.pending())
        if self.failures:
            known["last_error_date"] = int(self._inbox.now())
            known["last_error_message"] = self.failures[-1]
        if self.url:
            known |= {"max_connections": self._connections, "ip_address": "127.0.0.1"}
        if self._inbox.allowed:
            known["allowed_updates"] = sorted(self._inbox.allowed)
        return known

    def wake(self) -> None:
        """See that each lane with an update has somebody at work."""
        if not self.url:
            return
        for lane in {update.lane for update in self._inbox.pending()} - self._lanes.keys():
            task = asyncio.create_task(self._empty(lane), name=f"webhook {lane}")
            self._lanes[lane] = task

    async def rest(self) -> None:
        """Deliver nothing until the next `wake`; what is on its way is cut off."""
        while self._lanes:  # while these end, an update may come and rouse others
            tasks = list(self._lanes.values())
            self._lanes.clear()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    async def _empty(self, lane: str) -> None:
        """Deliver the updates of a lane, each until it is taken."""
        failed = 0
        try:
            while update := self._first(lane):
                async with self._slots:
                    taken = await self._deliver(update)
                if taken and update in self._inbox.waiting:
                    self._inbox.waiting.remove(update)
                failed = 0 if taken else failed + 1
                if failed:
                    await asyncio.sleep(self.pace * 2 ** min(failed, SLOWEST))
        finally:
            if self._lanes.get(lane) is asyncio.current_task():
                del self._lanes[lane]

    def _first(self, lane: str) -> Waiting | None:
        return next((one for one in self._inbox.pending() if one.lane == lane), None)

    async def _deliver(self, update: Waiting) -> bool:
        """One POST; True when the bot took the update and its answer arrived."""
        self._client = self._client or aiohttp.ClientSession(timeout=PATIENCE)
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        try:
            async with self._client.post(
                self.url, json=update.raw, headers=headers, allow_redirects=False
            ) as response:
                status, body = response.status, await response.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            self.failures.append(str(error) or "Webhook connection closed")
            return False
        if self.deaf:
            self.deaf -= 1
            self.failures.append("Read timeout expired")
            return False
        if not 200 <= status < 300:
            self.failures.append(f"Wrong response from the webhook: {status} {response.reason}")
            return False
        await self._answer(body)
        return True

    async def _answer(self, body: bytes) -> None:
        """Perform the call that a 2xx may carry; what it brings, the bot never learns."""
        try:
            fields = json.loads(body or b"null")
        except ValueError:
            return
        if isinstance(fields, dict) and isinstance(fields.get("method"), str):
            await self._run(fields.pop("method"), Arguments(fields))
