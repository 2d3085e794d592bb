"""A Bot API server that costs next to nothing: updates out by long polling, messages in.

It keeps what a judge must know (what was accepted for whom, how often each method was called) and
checks only what the bots of this bench rely on; the strict one is tests/peers.
"""

import asyncio
import time
from collections import Counter, deque
from dataclasses import dataclass
from typing import Any, Protocol

import orjson

from benchmarks.limits import Limits
from benchmarks.trouble import Strike, Trouble
from benchmarks.wire import Call, Fields, Wire, nested

TOKEN = "1000000001:AAbenchmarkbenchmarkbenchmarkbench_00"
ME = {
    "id": 1000000001,
    "is_bot": True,
    "first_name": "Bench",
    "username": "bench_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
TRUE = b'{"ok":true,"result":true}'
SERVER_ERROR = (500, "Internal Server Error")
NOT_MODIFIED = (
    400,
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message",
)
NOT_FOUND = (400, "Bad Request: message to edit not found")
CONFLICT = (409, "Conflict: terminated by other getUpdates request; one bot instance only")


@dataclass(slots=True)
class Shown:
    """A message as a chat shows it: its text, and its buttons as (label, callback data)."""

    id: int
    text: str
    buttons: tuple[tuple[str, str], ...] = ()


class Listener(Protocol):
    """Whoever sits in a chat."""

    def hears(self, shown: Shown) -> None:
        """A message of the bot is there, new or edited."""


class Refused(Exception):
    """A call that Telegram would refuse: status and description."""


class BotApi:
    """The server of one bot. Somebody listens in the chats of `join`; others are only counted.

    `delay` seconds pass before each answer. Trouble strikes from `armed` on, never getUpdates.
    """

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.accepted = 0  # messages and edits
        self.answered: set[str] = set()  # presses whose waiting was ended
        self.unheard = 0  # of them, those to chats where nobody listens
        self.delay = 0.0
        self.trouble: Trouble | None = None
        self.limits: Limits | None = None
        self.polled = asyncio.Event()
        self._updates: deque[tuple[int, bytes]] = deque()
        self._next_update = self._next_message = unused()
        self._poll: Call | None = None
        self._poll_limit = 100
        self._poll_end: asyncio.TimerHandle | None = None
        self._chats: dict[int, tuple[Listener, dict[int, Shown]]] = {}
        self._open: set[Wire] = set()
        self._server: asyncio.Server | None = None
        self._loop = asyncio.get_running_loop()

    async def start(self) -> str:
        """Listen on a free port of this machine; returns the base URL."""
        server = await self._loop.create_server(
            lambda: Wire(self._take, self._open), "127.0.0.1", 0
        )
        self._server = server
        return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    async def stop(self) -> None:
        """Cut every connection and listen no more."""
        if self._server is not None:
            self._server.close()
        for one in tuple(self._open):
            if one.transport is not None:
                one.transport.abort()
        if self._poll_end is not None:
            self._poll_end.cancel()

    @property
    def waiting(self) -> int:
        """Updates that the bot did not confirm yet."""
        return len(self._updates)

    def message_id(self) -> int:
        """The next message's id."""
        self._next_message += 1
        return self._next_message

    def put(self, kind: str, content: dict[str, Any]) -> None:
        """Put an update into the queue, for the poll that waits or the next one."""
        number, self._next_update = self._next_update, self._next_update + 1
        update = orjson.dumps({"update_id": number, kind: content})
        self._updates.append((number, update))
        if self._poll is not None and len(self._updates) == 1:
            self._loop.call_soon(self._serve_poll)

    def join(self, chat: int, listener: Listener) -> None:
        """Somebody listens in this chat from now on."""
        self._chats[chat] = (listener, {})

    def _take(self, call: Call) -> None:
        self.calls[call.method] += 1
        if call.method == "getUpdates":
            self._get_updates(call)
            return
        strike = self.trouble.strikes() if self.trouble and self.polled.is_set() else None
        if strike is Strike.RESET_BEFORE:
            call.reset()
            return
        status, body = self._result(call, strike)
        if strike is Strike.RESET_AFTER:
            call.reset()
        elif self.delay:
            self._loop.call_later(self.delay, call.answer, status, body)
        else:
            call.answer(status, body)

    def _result(self, call: Call, strike: Strike | None) -> tuple[int, bytes]:
        if strike is Strike.TOO_MANY:
            return too_many(1)
        if strike is Strike.SERVER_ERROR:
            return failed(*SERVER_ERROR)
        try:
            return 200, self._done(call.method, call.fields)
        except Refused as refused:
            return failed(*refused.args)

    def _done(self, method: str, fields: Fields) -> bytes:
        match method:
            case "sendMessage":
                return self._send(fields)
            case "editMessageText":
                return self._edit(fields)
            case "answerCallbackQuery":
                self.answered.add(str(fields["callback_query_id"]))
                return TRUE
            case "getMe":
                return orjson.dumps({"ok": True, "result": ME})
            case "getWebhookInfo":
                return b'{"ok":true,"result":{"url":"","pending_update_count":0}}'
            case _:
                return TRUE

    def _send(self, fields: Fields) -> bytes:
        chat = int(fields["chat_id"])
        self._admit(chat)
        return self._accept(chat, Shown(self.message_id(), str(fields["text"]), _buttons(fields)))

    def _edit(self, fields: Fields) -> bytes:
        chat, number = int(fields["chat_id"]), int(fields["message_id"])
        before = self._chats[chat][1].get(number) if chat in self._chats else None
        if before is None:
            raise Refused(*NOT_FOUND)
        shown = Shown(number, str(fields["text"]), _buttons(fields))
        if shown == before:
            raise Refused(*NOT_MODIFIED)
        self._admit(chat)
        return self._accept(chat, shown)

    def _accept(self, chat: int, shown: Shown) -> bytes:
        self.accepted += 1
        if chat in self._chats:
            listener, messages = self._chats[chat]
            messages[shown.id] = shown
            listener.hears(shown)
        else:
            self.unheard += 1
        return orjson.dumps({"ok": True, "result": message(chat, shown, by_bot=True)})

    def _admit(self, chat: int) -> None:
        """Let a message in, or refuse it where the limits say so."""
        wait = self.limits.admit(chat) if self.limits else 0
        if wait:
            raise Refused(429, wait)

    def _get_updates(self, call: Call) -> None:
        self.polled.set()
        offset = int(call.fields.get("offset") or 0)
        while self._updates and self._updates[0][0] < offset:
            self._updates.popleft()
        earlier, self._poll = self._poll, call
        if earlier is not None and not earlier.gone:
            earlier.answer(*failed(*CONFLICT))
        self._poll_limit = int(call.fields.get("limit") or 100)
        if self._poll_end is not None:
            self._poll_end.cancel()
        held = float(call.fields.get("timeout") or 0)
        if self._updates or not held:
            self._serve_poll()
        else:
            self._poll_end = self._loop.call_later(held, self._serve_poll)

    def _serve_poll(self) -> None:
        """Answer the poll that waits with what is there now."""
        call, self._poll = self._poll, None
        if call is None or call.gone:
            return
        count = min(self._poll_limit, len(self._updates))
        batch = b",".join(self._updates[place][1] for place in range(count))
        body = b'{"ok":true,"result":[' + batch + b"]}"
        if self.delay:
            self._loop.call_later(self.delay, call.answer, 200, body)
        else:
            call.answer(200, body)


def unused() -> int:
    """A number above all that an earlier server gave out, if it gave out up to a thousand a second.

    Updates that a bot has seen must not come again, were it in another run on its database.
    """
    return int(time.time()) % 1_000_000 * 1000 + 1


def message(chat: int, shown: Shown, *, by_bot: bool) -> dict[str, Any]:
    """A message of a private chat as updates and answers carry it."""
    person = {"id": chat, "first_name": "Ann", "language_code": "zh-hans"}
    told: dict[str, Any] = {
        "message_id": shown.id,
        "from": ME if by_bot else {**person, "is_bot": False},
        "chat": {"id": chat, "first_name": "Ann", "type": "private"},
        "date": int(time.time()),
        "text": shown.text,
    }
    if shown.buttons:
        rows = [[{"text": text, "callback_data": data}] for text, data in shown.buttons]
        told["reply_markup"] = {"inline_keyboard": rows}
    return told


def _buttons(fields: Fields) -> tuple[tuple[str, str], ...]:
    markup = nested(fields.get("reply_markup")) or {}
    rows = markup.get("inline_keyboard", ())
    return tuple((one["text"], one["callback_data"]) for row in rows for one in row)


def failed(status: int, description: str | int) -> tuple[int, bytes]:
    """The answer to a call that is not done."""
    if isinstance(description, int):
        return too_many(description)
    told = {"ok": False, "error_code": status, "description": description}
    return status, orjson.dumps(told)


def too_many(seconds: int) -> tuple[int, bytes]:
    """The answer to a call that came too soon."""
    told = {
        "ok": False,
        "error_code": 429,
        "description": f"Too Many Requests: retry after {seconds}",
        "parameters": {"retry_after": seconds},
    }
    return 429, orjson.dumps(told)
