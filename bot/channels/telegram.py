"""The Telegram channel: sends what is owed, answers presses, fetches files, sets the bot up."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from random import Random

from telegram import Bot, BotCommand
from telegram.constants import CallbackQueryLimit
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.base import (
    Capabilities,
    FetchFailed,
    Message,
    Outcome,
    Owed,
    Request,
)
from bot.channels.telegram_outcomes import outcome
from bot.channels.telegram_reading import ALLOWED
from bot.channels.telegram_rendering import TEXT, requests
from bot.channels.telegram_transport import Answer, Upload, Wire
from dialogs.model import Attached, Json, Language

COMMANDS = ("new", "my", "settings", "help", "cancel")  # as the menu shows them, in this order
LARGEST = 20 * 1024 * 1024  # bytes; the Bot API serves no larger file
TOAST = int(CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)  # characters
UPLOADING = 120.0  # seconds for a call that carries a file

Documents = Callable[[Attached], Awaitable[tuple[str, bytes]]]


@dataclass(frozen=True, slots=True)
class Me:
    """The bot as Telegram knows it: id, @username without @, and name."""

    id: str
    username: str
    name: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the bot could not be set up; `lasting` until someone mends it, as a wrong token is."""

    reason: str
    lasting: bool


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram delivers, and the secret it shows there (1 to 256 of A-Z a-z 0-9 _ -)."""

    url: str
    secret: str


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
            return outcome(await self._wire.post(method, body), owed, self._rng)
        upload = Upload("document", *await self._documents(request.file))
        reply = await self._wire.post(method, body, upload=upload, patience=UPLOADING)
        return outcome(reply, owed, self._rng)

    async def answer(self, query: str, text: str = "", *, alert: bool = False) -> None:
        """End the waiting of a press, with a toast or, if `alert`, a box to be closed.

        Outside the outbox: a press waits 150 seconds at most, and "too old" does no harm.
        """
        body: dict[str, Json] = {"callback_query_id": query}
        if text:
            body |= {"text": text[:TOAST], "show_alert": alert}
        await self._wire.post("answerCallbackQuery", body)

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

    async def set_up(
        self,
        descriptions: Mapping[Language, Mapping[str, str]],
        default: Language,
        webhook: Webhook | None = None,
    ) -> Me | Trouble:
        """Check the token, set the command menus, and turn webhook or polling on.

        `descriptions` has for each language the words of each of COMMANDS; those of `default` are
        shown to all others. With a webhook, call it once the socket listens. Updates that wait are
        kept, always.
        """
        if not self._wire.sound:
            return Trouble("the token holds characters that no token has", lasting=True)
        try:
            bot = self._wire.library()
            user = await bot.get_me()
            await _menus(bot, descriptions, default)
            await _deliver(bot, webhook)
        except TelegramError as error:
            return _trouble(error)
        return Me(str(user.id), user.username or "", user.full_name)


def _trouble(error: TelegramError) -> Trouble:
    """What went wrong at set-up; the words of errors of the network may hold the token: unused."""
    match error:
        case InvalidToken():
            return Trouble("Telegram does not know this token", lasting=True)
        case BadRequest() | Forbidden():
            return Trouble(f"Telegram refuses: {error.message}", lasting=True)
        case RetryAfter():
            return Trouble("Telegram asks to wait", lasting=False)
        case _:
            return Trouble(f"Telegram cannot be reached: {type(error).__name__}", lasting=False)


async def _menus(
    bot: Bot, descriptions: Mapping[Language, Mapping[str, str]], default: Language
) -> None:
    """Set the menu of every language, and that of everyone else."""
    for language, words in descriptions.items():
        menu = [BotCommand(name, words[name]) for name in COMMANDS]
        await bot.set_my_commands(menu, language_code=language.partition("-")[0])
    menu = [BotCommand(name, descriptions[default][name]) for name in COMMANDS]
    await bot.set_my_commands(menu)


async def _deliver(bot: Bot, webhook: Webhook | None) -> None:
    if webhook is None:
        await bot.delete_webhook(drop_pending_updates=False)
        return
    await bot.set_webhook(
        webhook.url,
        allowed_updates=ALLOWED,
        drop_pending_updates=False,
        secret_token=webhook.secret,
    )


def _chat(chat: str) -> Json:
    """A chat id as the Bot API's JSON has it: a number, or a channel's @name."""
    return int(chat) if chat.lstrip("-").isdecimal() else chat
