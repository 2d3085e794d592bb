"""The Telegram channel: sends what is owed, answers presses, fetches files, sets the bot up."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from http import HTTPStatus
from random import Random

from bot.channels.base import (
    Capabilities,
    FetchFailed,
    Message,
    Outcome,
    Owed,
    Request,
)
from bot.channels.telegram_outcomes import outcome
from bot.channels.telegram_rendering import TEXT, requests
from bot.channels.telegram_setup import Me, Trouble, Webhook, connect, menus
from bot.channels.telegram_transport import Answer, Reply, Upload, Wire
from dialogs.model import Attached, Json, Language

LARGEST = 20 * 1024 * 1024  # bytes; the Bot API serves no larger file
TOAST = 200  # characters; a test ties it to the library's constant
UPLOADING = 120.0  # seconds for a call that carries a file
ENDING = 5.0  # seconds for a call that ends the waiting of a press
SERVER_FAULT = 500  # HTTP statuses from here on

FIELDS = {"sendPhoto": "photo", "sendVoice": "voice", "sendVideo": "video"}

Documents = Callable[[Attached], Awaitable[tuple[str, bytes]]]


class Telegram:
    """One bot. `documents` makes the file of an outgoing message: its name and bytes."""

    name: str = "telegram"
    capabilities: Capabilities = Capabilities(characters=TEXT, contact_button=True)

    def __init__(self, wire: Wire, documents: Documents, rng: Random) -> None:
        self._wire, self._documents, self._rng = wire, documents, rng

    def requests(self, message: Message, *, edit: bool) -> tuple[Request, ...]:
        """The calls that show `message`: see telegram_rendering."""
        return requests(message, edit=edit)

    async def send(self, owed: Owed) -> Outcome:
        """Post one row and say how it ended. An edit without a target is sent as a message."""
        request, chat = owed.request, _chat(owed.address.chat)
        method, body = request.method, {"chat_id": chat, **request.body}
        if method == "editMessageText" and owed.target:
            body["message_id"] = int(owed.target)
        elif method == "editMessageText":
            method = "sendMessage"
        if request.file is None:
            return self._outcome(await self._wire.post(method, body), owed)
        field = FIELDS.get(method, "document")
        upload = Upload(field, *await self._documents(request.file))
        reply = await self._wire.post(method, body, upload=upload, patience=UPLOADING)
        return self._outcome(reply, owed)

    def _outcome(self, reply: Reply, owed: Owed) -> Outcome:
        return outcome(reply, owed, self._rng)

    async def answer(self, query: str, text: str = "", *, alert: bool = False) -> float | None:
        """End the waiting of a press, with a toast or, if `alert`, a box to be closed.

        Outside the outbox: a press waits 150 seconds at most, and "too old" does no harm. None
        when that was all; else another try may help, after so many seconds at the soonest.
        """
        body: dict[str, Json] = {"callback_query_id": query}
        if text:
            body |= {"text": text[:TOAST], "show_alert": alert}
        reply = await self._wire.post("answerCallbackQuery", body, patience=ENDING)
        if not isinstance(reply, Answer):
            return 0.0
        passing = reply.status == HTTPStatus.TOO_MANY_REQUESTS or reply.status >= SERVER_FAULT
        return reply.retry_after if passing else None

    async def typing(self, chat: str) -> None:
        """Show for 5 seconds, or until the next message, that an answer is being written."""
        body: dict[str, Json] = {"chat_id": _chat(chat), "action": "typing"}
        await self._wire.post("sendChatAction", body)

    async def fetch(self, ref: str, *, limit: int = LARGEST) -> AsyncIterator[bytes]:
        """The bytes of a file that a person sent, at most `limit` of them. Raises FetchFailed.

        Not the library's get_file: that gives out a URL with the token in it.
        """
        reply = await self._wire.post("getFile", {"file_id": ref})
        if not isinstance(reply, Answer) or reply.status == 429 or reply.status >= 500:
            raise FetchFailed("network", lasting=False)
        found = reply.result if isinstance(reply.result, dict) else {}
        path, size = found.get("file_path"), found.get("file_size", 0)
        if "too big" in reply.description or (isinstance(size, int) and size > limit):
            raise FetchFailed("too_large", lasting=True)
        if not reply.ok or not isinstance(path, str):
            raise FetchFailed("gone", lasting=True)
        async for chunk in self._wire.download(path, limit):
            yield chunk

    async def set_up(self, webhook: Webhook | None = None) -> Me | Trouble:
        """Check the token, and turn webhook or polling on.

        With a webhook, call it once the socket listens. Updates that wait are kept, always.
        """
        return await connect(self._wire, webhook)

    async def show_menus(
        self, descriptions: Mapping[Language, Mapping[str, str]], default: Language
    ) -> Trouble | None:
        """Set the command menus; None when they are set.

        `descriptions` has for each language the words of each of telegram_setup.COMMANDS; those
        of `default` are shown to all others.
        """
        return await menus(self._wire, descriptions, default)


def _chat(chat: str) -> Json:
    """A chat id as the Bot API's JSON has it: a number, or a channel's @name."""
    return int(chat) if chat.lstrip("-").isdecimal() else chat
