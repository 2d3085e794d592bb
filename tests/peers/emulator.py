"""A Bot API server that nobody here wrote, behind the face of our own: `lo-bot-api-emulator`.

Its reading of requests, its checks, its queue with offsets and its webhook deliveries are used as
they are. The shim adds what it lacks (version 0.3.6): a username in getMe, edits by people and
`my_chat_member` among the updates, files that people sent, refusals for chats that cannot be
reached, faults on demand, a second try of a webhook, and a World in which people see what came.
Where it knows less of the Bot API than Telegram does, the newer fields are taken off first.

Differences that stay: getUpdates needs an explicit list of `allowed_updates`, a second poll is
refused instead of ending the first, edits are not checked against what stands in the chat, a
press can be answered twice, getMyCommands is always empty, time does not pass.
"""

import asyncio
import copy
import json
import time
from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import web
from lo_bot_api_emulator import ApiRefusal, LoBotApiEmulator
from lo_bot_api_emulator import updates as queue

from tests.peers.arguments import Arguments, Upload, integer
from tests.peers.bot_api import Call, FakeBotApi, Turned, body, reply
from tests.peers.messages import SENDING
from tests.peers.refusal import Refusal
from tests.peers.updates import Raw
from tests.peers.world import Message, Toast, World, key

NEWER_FIELDS = ("link_preview_options", "disable_web_page_preview")
NEWER_KEYS = ("style", "icon_custom_emoji_id")
QUEUED = {"edited_message", "my_chat_member"}  # kinds of updates it does not queue by itself


class Engine(LoBotApiEmulator):  # type: ignore[misc]  # it comes without types
    """The emulator, with its check of a call opened to the shim."""

    def __init__(self, stage: "EmulatedBotApi") -> None:
        super().__init__(max_assets=10_000, allow_insecure_loopback_webhooks=True)
        self.stage = stage
        self.next_id = 101

    def number(self) -> int:
        """A message id from the emulator's own row."""
        self.next_id += 1
        return int(self.next_id) - 1

    def validate(self, method: str, fields: Raw, uploads: Mapping[str, Any]) -> Any:
        """Its own check, after ours of who can be reached, before ours of what is seen."""
        sent = copy.deepcopy(fields)
        try:
            if method.lower() in SENDING:
                self.stage.world.reach(str(fields.get("chat_id", "")))
            older(fields)
            result = super().validate(method, fields, uploads)
        except Refusal as refusal:
            self.stage.turn(method, sent, refusal.status, refusal.description)
            raise ApiRefusal(refusal.description, refusal.status, refusal.parameters) from None
        except ApiRefusal as refusal:
            self.stage.turn(method, sent, refusal.status, refusal.description)
            raise
        if method == "getMe":
            result["username"] = self.stage.world.bot["username"]
        files = {name: Upload(one["filename"], one["data"]) for name, one in uploads.items()}
        self.stage.take(method, Arguments(sent, files), result)
        return result


def older(fields: Raw) -> None:
    """Take off what the emulator's age does not know."""
    for name in NEWER_FIELDS:
        fields.pop(name, None)
    markup = fields.get("reply_markup")
    board = json.loads(markup) if isinstance(markup, str) and markup.startswith("{") else markup
    if isinstance(board, dict) and isinstance(board.get("inline_keyboard"), list):
        rows = copy.deepcopy(board["inline_keyboard"])
        for button in (one for row in rows for one in row if isinstance(one, dict)):
            for name in NEWER_KEYS:
                button.pop(name, None)
        fields["reply_markup"] = {"inline_keyboard": rows}


class EmulatedBotApi(FakeBotApi):
    """The same people, faults and logs as FakeBotApi, with the emulator as the server."""

    def __init__(
        self, token: str = "", port: int = 0, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(token, port, clock)
        self.engine = Engine(self)
        self.world = World(self.world.bot, clock, self.engine.number)
        self.pace = 0.01  # seconds between two tries of a webhook
        self._errands: set[asyncio.Task[None]] = set()
        queue.KINDS.update(QUEUED)

    async def stop(self) -> None:
        for errand in self._errands:
            errand.cancel()
        await asyncio.gather(*self._errands, return_exceptions=True)
        await super().stop()

    async def hand_over(self, make: Callable[[int], Raw]) -> None:
        update = make(0)
        del update["update_id"]  # the emulator gives its own
        errand = asyncio.create_task(self._bring(update))
        self._errands.add(errand)
        errand.add_done_callback(self._errands.discard)
        await asyncio.sleep(0)  # it is in the queue, or has failed
        if errand.done():
            errand.result()

    async def _bring(self, update: Raw) -> None:
        """Queue an update; with a webhook set, try until nothing is owed."""
        await self.engine.enqueue_update(update, token=self.token)
        while (known := self._queue_info())["url"] and known["pending_update_count"]:
            await asyncio.sleep(self.pace)
            if self._runner is not None:
                await self.engine.deliver_updates(token=self.token)

    def _queue_info(self) -> Raw:
        info: Raw = self.engine._update_queues.info(self.token)
        return info

    def keep(self, path: str, data: bytes, size: int | None = None) -> str:
        file_id = super().keep(path, data, size)
        self.engine.assets[file_id] = {"filename": path, "data": data, "size": size or len(data)}
        return file_id

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            self._admit(request.match_info["token"])
            fields = await request.json() if request.content_type == "application/json" else {}
            number = integer(str(fields.get("chat_id")))
            if method == "getUpdates":
                self.polls.append(fields)
            fault = self.faults.strike(method, number)
            if fault is None and number in self.world.chats and method.startswith(("send", "edit")):
                self.limits.check(self.world.chats[number])

            async def do() -> web.Response:
                response: web.Response = await self.engine.handle(request)
                return response

            return await (self.faults.spoil(fault, request, do) if fault else do())
        except Refusal as refusal:
            return reply(refusal.body(), refusal.status)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        response: web.StreamResponse = await self.engine.download(request)
        return response

    def turn(self, method: str, fields: Raw, status: int, why: str) -> None:
        """Log a call that was turned down."""
        self.refused.append(Turned(method, body(Arguments(fields)), status, why))

    def take(self, method: str, arguments: Arguments, result: Any) -> None:
        """Log a call that the emulator took, and show people what it did."""
        if method == "getUpdates":
            return
        chat = integer(str(arguments.fields.get("chat_id")))
        call = Call(method, body(arguments), chat, result, time.monotonic())
        self.accepted.append(call)
        if method == "answerCallbackQuery":
            self._toast(call)
        elif chat is not None and method == "deleteMessage":
            self.world.chats[chat].messages.pop(int(call.body["message_id"]), None)
        elif chat is not None and isinstance(result, dict) and "message_id" in result:
            self._show(call, next(iter(arguments.files.values()), None))

    def _toast(self, call: Call) -> None:
        press = self.world.presses.get(str(call.body["callback_query_id"]))
        if press is not None:
            press.answer = Toast(call.text, call.body.get("show_alert") is True)
            press.bell.ring()

    def _show(self, call: Call, file: Upload | None) -> None:
        """Put the message that the emulator answered with into the chat."""
        chat = self.world.chats[call.chat or 0]
        board = call.body.get("reply_markup") or {}
        raw = call.result | {"from": self.world.bot, "date": int(self.world.seconds())}
        if call.method.startswith("edit"):
            old = chat.messages[raw["message_id"]].raw if raw["message_id"] in chat.messages else {}
            gone = {name: part for name, part in old.items() if name != "reply_markup"}
            raw = gone | raw | {"edit_date": raw["date"]}
        if board.get("inline_keyboard"):
            raw["reply_markup"] = {"inline_keyboard": board["inline_keyboard"]}
        if board.get("keyboard"):
            chat.keyboard = tuple(key(button) for row in board["keyboard"] for button in row)
        chat.show(Message(raw, "bot", by_bot=True, file=file))
