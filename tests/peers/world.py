"""What Telegram knows: people's chats as they see them, files, pressed buttons, the time.

Values and plain state, no network. Both servers of this folder write into a World; tests and
people read from it.
"""

import asyncio
import itertools
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.peers.arguments import Upload
from tests.peers.refusal import Refusal
from tests.peers.updates import Raw

BLOCKED = "Forbidden: bot was blocked by the user"
MAX_DOWNLOAD = 20 * 1024 * 1024


class Bell:
    """Wakes all who wait now; those who come later wait for the next ring."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        event, self._event = self._event, asyncio.Event()
        event.set()

    async def wait(self) -> None:
        await self._event.wait()


@dataclass(frozen=True, slots=True)
class Key:
    """A button as a person sees it; `wants` is "contact" or "location" on reply keyboards."""

    label: str
    data: str = ""
    url: str = ""
    style: str = ""
    wants: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands in the chat at one moment; `raw` is the server's own object."""

    raw: Raw
    author: str
    by_bot: bool = False
    fixed: bool = False  # it carried a reply keyboard, so it can never be edited
    file: Upload | None = None

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """The text, or the caption of a file."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def edited(self) -> bool:
        return "edit_date" in self.raw

    @property
    def keyboard(self) -> tuple[tuple[Key, ...], ...]:
        """The inline buttons under the message, row by row."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return tuple(tuple(key(button) for button in row) for row in rows)

    @property
    def keys(self) -> tuple[Key, ...]:
        return tuple(one for row in self.keyboard for one in row)

    def __str__(self) -> str:
        buttons = "".join(f"  [{one.label}]" for one in self.keys)
        file = f" <{self.file.name}>" if self.file else ""
        return f"{self.author}:{file} {self.text}{buttons}"


def key(button: str | Mapping[str, object]) -> Key:
    """A button of either kind of keyboard."""
    if isinstance(button, str):
        return Key(button)
    wants = next((w for w in ("contact", "location") if button.get(f"request_{w}")), "")
    words = {name: str(button.get(name, "")) for name in ("url", "style")}
    return Key(str(button["text"]), str(button.get("callback_data", "")), **words, wants=wants)


@dataclass(slots=True)
class Chat:
    """A private chat or a group. `barred` is the 403 that the bot gets, "" while it is welcome."""

    raw: Raw
    messages: dict[int, Message] = field(default_factory=dict)
    said: list[Message] = field(default_factory=list)  # the bot's messages and edits, in order
    keyboard: tuple[Key, ...] = ()  # the reply keyboard under the input field
    begun: bool = False  # somebody wrote to the bot or took it in: before that it cannot write
    barred: str = ""
    moved: int = 0
    topics: dict[int, str] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)  # topics that are
    manages: bool = False  # the bot is an administrator here and may manage topics
    bell: Bell = field(default_factory=Bell)

    @property
    def id(self) -> int:
        return int(self.raw["id"])

    @property
    def private(self) -> bool:
        return bool(self.raw["type"] == "private")

    def show(self, message: Message) -> None:
        """Put a message into the chat, or its new form in the place of the old."""
        self.messages[message.id] = message
        if message.by_bot:
            self.said.append(message)
        self.bell.ring()

    def delete_topic(self, thread: int) -> None:
        """A topic goes with all that stands in it."""
        del self.topics[thread]
        self.closed.discard(thread)
        there = [
            one for one, m in self.messages.items() if m.raw.get("message_thread_id") == thread
        ]
        for one in there:
            self.remove(one)

    def remove(self, message_id: int) -> None:
        del self.messages[message_id]
        self.bell.ring()


@dataclass(frozen=True, slots=True)
class Toast:
    """What answerCallbackQuery showed: a short note, or a window when `alert`."""

    text: str = ""
    alert: bool = False


@dataclass(slots=True)
class Press:
    """A pressed button on its way; `answer` stays None until the bot answers the query."""

    query: str
    data: str
    chat: int
    at: float
    answer: Toast | None = None
    bell: Bell = field(default_factory=Bell)

    async def answered(self, timeout: float = 5) -> Toast:  # noqa: ASYNC109 - a person's patience
        """Wait for the bot's answer; AssertionError when it does not come in so many seconds."""
        try:
            async with asyncio.timeout(timeout):
                while self.answer is None:
                    await self.bell.wait()
        except TimeoutError:
            raise AssertionError(f"the press of {self.data!r} was never answered") from None
        return self.answer


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that the server holds; `size` bytes, which a test may declare larger than `data`."""

    path: str
    data: bytes
    size: int


class World:
    """All chats, files and presses of one bot. `clock` gives unix seconds, `number` message ids."""

    query_life = 150.0

    def __init__(
        self,
        bot: Raw,
        clock: Callable[[], float] = time.time,
        number: Callable[[], int] | None = None,
    ) -> None:
        self.bot = bot
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, Stored] = {}
        self.presses: dict[str, Press] = {}
        self.commands: dict[tuple[str, str], list[Raw]] = {}
        self._clock, self._ahead = clock, 0.0
        self.next_message = number or itertools.count(101).__next__
        self._queries = 700_000_000_000_000_000

    def passes(self, seconds: float) -> None:
        """Move the server's time on."""
        self._ahead += seconds

    def seconds(self) -> float:
        return self._clock() + self._ahead

    def now(self) -> datetime:
        return datetime.fromtimestamp(int(self.seconds()), UTC)

    def chat(self, raw: Raw) -> Chat:
        """The chat of this raw object, made when it is not there yet."""
        return self.chats.setdefault(int(raw["id"]), Chat(raw))

    def press(self, data: str, chat: int) -> Press:
        """A new query for a button that was pressed just now."""
        self._queries += 1
        press = Press(str(self._queries), data, chat, self.seconds())
        self.presses[press.query] = press
        return press

    def keep(self, path: str, data: bytes, size: int | None = None) -> str:
        """Hold a file; returns its file id."""
        number = len(self.files) + 1
        file_id = f"AgACAgUAAxkBAAI{number:08d}"
        folder, _, name = path.rpartition("/")
        ending = name.rpartition(".")[2] if "." in name else "bin"
        stored = f"{folder}/file_{number}.{ending}"
        self.files[file_id] = Stored(stored, data, len(data) if size is None else size)
        return file_id

    def reach(self, chat_id: str) -> Chat:
        """The chat a call names, if the bot may write there; else the refusal of the server."""
        if not chat_id:
            raise Refusal(400, "Bad Request: chat_id is empty")
        number = chat_id.strip()
        chat = self.chats.get(int(number)) if number.lstrip("-").isdigit() else None
        if chat is None or not chat.begun:
            raise Refusal(400, "Bad Request: chat not found")
        if chat.moved:
            why = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refusal(400, why, migrate_to_chat_id=chat.moved)
        if chat.barred:
            raise Refusal(403, chat.barred)
        return chat
