"""The two networks that scripts are played on: raw JSON goes in, recorded requests come out.

Telegram is the real reader, renderer and channel over a wire that is only played. *Narrow* is the
poorest channel we mean to serve: no buttons, no edits, 2,048 bytes a message, five pushes for
each message received.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any, Protocol

from bot.channels.base import Capabilities, Channel, Later, Message, Outcome, Owed, Request, Sent
from bot.channels.telegram import Telegram
from bot.channels.telegram_reading import read as read_telegram
from bot.channels.telegram_transport import Answer, Reply, Upload, Wire
from bot.channels.web import Web
from bot.web.live import Hub
from dialogs.model import (
    Address,
    Attached,
    Contact,
    Event,
    File,
    Json,
    Location,
    Tap,
    Text,
    Unsupported,
    What,
)
from tests.peers import updates

Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that the bot did in the chat, as its reader sees it.

    `how`: "says", "edits", "toasts". `buttons` are words and data; `typed` says how choices are
    to be typed where there are no buttons.
    """

    how: str
    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    message: str = ""
    file: str = ""
    wants: frozenset[str] = frozenset()


class Network(Protocol):
    """What the player needs of a network."""

    name: str
    channel: Channel
    heard: list[Heard]
    failing: int

    def update(self, number: int, line: str, at: datetime) -> Raw:
        """The raw update of what a person does; `line` as in the script."""
        ...

    def read(self, raw: Raw, at: datetime) -> Event:
        """What the channel's own reader makes of it."""
        ...


BOT: Raw = {"id": 100, "is_bot": True, "first_name": "Redress", "username": "redress_bot"}


class PlayedWire(Wire):
    """A wire whose server takes every call, or fails as the script says."""

    def __init__(self, network: "TelegramNetwork") -> None:
        self.id, self.sound, self._network = "100", True, network
        self._next = 1000

    async def post(
        self,
        method: str,
        body: Mapping[str, Json],
        *,
        upload: Upload | None = None,
        patience: float = 30.0,
    ) -> Reply:
        """Take a call and record it as its reader sees it."""
        if self._network.failing and method != "answerCallbackQuery":
            self._network.failing -= 1
            return Answer(502, ok=False, description="Bad Gateway")
        if method == "answerCallbackQuery":
            if body.get("text"):
                self._network.heard.append(Heard("toasts", str(body["text"])))
            return Answer(200, ok=True, result=True)
        if "message_id" in body:
            number = str(body["message_id"])
        else:
            self._next += 1
            number = str(self._next)
        self._network.heard.append(_seen(method, body, number, upload))
        return Answer(200, ok=True, result={"message_id": int(number)})


def _seen(method: str, body: Mapping[str, Any], number: str, upload: Upload | None) -> Heard:
    markup = body.get("reply_markup") or {}
    inline = [key for row in markup.get("inline_keyboard", ()) for key in row]
    keys = [key for row in markup.get("keyboard", ()) for key in row]
    wants = frozenset(key["text"] for key in keys if key.get("request_contact"))
    how = "edits" if method.startswith("edit") else "says"
    text = str(body.get("text") or body.get("caption") or "")
    buttons = [(key["text"], key.get("callback_data", "")) for key in (*inline, *keys)]
    return Heard(how, text, tuple(buttons), number, upload.name if upload else "", wants)


@dataclass
class TelegramNetwork:
    """Telegram, played from the wire inwards."""

    heard: list[Heard] = field(default_factory=list)
    failing: int = 0
    language: str = "zh-hans"
    name: str = "telegram"

    def __post_init__(self) -> None:
        async def documents(file: Attached) -> tuple[str, bytes]:
            return file.name, b"%PDF-1.4"

        self.channel: Channel = Telegram(PlayedWire(self), documents, Random(0))
        self._sent: dict[int, Raw] = {}

    def update(self, number: int, line: str, at: datetime) -> Raw:
        """A script's line as the Bot API would deliver it."""
        who = updates.Sender(7, "Ann", self.language)
        if line.startswith("["):
            shown, data = self._button(line)
            if not data:  # a key of the reply keyboard says its own words
                label = updates.words(line[1:].partition("]")[0])
                return updates.message(number, who, label, 500 + number, at)
            message = updates.said_by_bot(BOT, who.chat(), updates.words(shown.text), 1, at)
            message["message_id"] = int(shown.message)
            return updates.tap(number, who, data, message, f"press-{number}")
        if line.startswith("(edits "):
            which, _, text = line.removeprefix("(edits ").partition(") ")
            return updates.edited(number, self._sent[int(which)], text, at)
        if line == "(blocks the bot)":
            return updates.membership(number, who, BOT, at, blocked=True)
        content = _content(line, who) if line.startswith("(") else updates.words(line)
        raw = updates.message(number, who, content, 500 + number, at)
        self._sent[len(self._sent) + 1] = raw["message"]
        return raw

    def _button(self, line: str) -> tuple[Heard, str]:
        """The button of that label on the newest message that has it, or on message N."""
        label, _, rest = line[1:].partition("]")
        having = [one for one in self.heard if label in dict(one.buttons)]
        if not having:
            raise AssertionError(f"no button [{label}] was shown")
        chosen = having[-1]
        if rest.startswith(" of message "):
            said = [one for one in self.heard if one.how != "toasts"]
            chosen = said[int(rest.removeprefix(" of message ")) - 1]
        return chosen, dict(chosen.buttons)[label]

    def read(self, raw: Raw, at: datetime) -> Event:
        """What our Telegram reader makes of it."""
        event = read_telegram(raw, "100", at, username="redress_bot")
        assert isinstance(event, Event), event
        return event


def _content(line: str, who: updates.Sender) -> Raw:
    """What is not plain words: (photo) caption, (sticker), (contact own NUMBER)…"""
    kind, _, caption = line[1:].partition(")")
    caption = caption.strip()
    word, *rest = kind.split()
    match word:
        case "photo":
            return updates.photo("photo-1", 1000, caption, rest[0] if rest else "")
        case "voice":
            return updates.voice("voice-1", 1000)
        case "video":
            size = int(rest[0]) if rest else 1000
            return updates.video("video-1", size, caption)
        case "sticker":
            return updates.sticker("sticker-1")
        case "contact":
            return updates.contact(rest[1], "Ann", who.id if rest[0] == "own" else 8)
        case "location":
            return updates.location(float(rest[0]), float(rest[1]))
    raise AssertionError(f"what is {line!r}?")


NARROW = Capabilities(
    buttons=False, edits=False, typing=False, files=False, characters=0, size=2048, pushes=5
)


@dataclass
class NarrowNetwork:
    """A channel of words only."""

    heard: list[Heard] = field(default_factory=list)
    failing: int = 0
    language: str = "zh"
    name: str = "narrow"
    capabilities: Capabilities = field(default_factory=lambda: NARROW)

    def __post_init__(self) -> None:
        self.channel: Channel = self
        self._sent: dict[int, str] = {}

    def requests(self, message: Message, *, edit: bool) -> tuple[Request, ...]:
        """One message, which must fit."""
        size = len(message.text.encode())
        if size > self.capabilities.size:
            raise AssertionError(f"{size} bytes in one message: {message.text[:60]}…")
        return (Request("say", {"text": message.text}, message.file),)

    async def send(self, owed: Owed) -> Outcome:
        """Show it, or fail as the script says."""
        if self.failing:
            self.failing -= 1
            return Later(1.0, "down")
        number = str(len(self.heard) + 1)
        text = str(owed.request.body["text"])
        file = owed.request.file.name if owed.request.file else ""
        self.heard.append(Heard("says", text, _numbered(text), number, file))
        return Sent(number)

    def update(self, number: int, line: str, at: datetime) -> Raw:
        """A script's line as this network delivers it: a button is typed by its number or word."""
        raw: Raw = {"id": number, "from": "ann", "at": at.isoformat(), "lang": self.language}
        if line.startswith("["):
            return raw | {"text": self._typed(line)}
        if line.startswith("(edits "):
            return raw | {"text": line.partition(") ")[2]}
        if line.startswith("("):
            kind, _, caption = line[1:].partition(")")
            return raw | {"kind": kind, "caption": caption.strip()}
        return raw | {"text": line}

    def _typed(self, line: str) -> str:
        label = line[1:].partition("]")[0]
        having = [one for one in self.heard if label in dict(one.buttons)]
        if not having or having[-1] is not [one for one in self.heard if one.buttons][-1]:
            return label
        return dict(having[-1].buttons)[label]

    def read(self, raw: Raw, at: datetime) -> Event:
        """What a reader of this network would make of it."""
        address = Address("narrow", "", raw["from"])
        return Event(
            str(raw["id"]), address, at, _what(raw), message=f"m{raw['id']}", language=raw["lang"]
        )


@dataclass
class WebNetwork:
    """The chat page: the real channel, its pages closed, and what they would show."""

    language: str = "zh-hans"
    heard: list[Heard] = field(default_factory=list)
    failing: int = 0
    name: str = "web"

    def __post_init__(self) -> None:
        self.channel: Channel = _Page(self)

    def update(self, number: int, line: str, at: datetime) -> Raw:
        """What the page posts: words, or the data of a button."""
        raw: Raw = {"id": number, "from": "li", "at": at.isoformat()}
        label = line[1:].partition("]")[0] if line.startswith("[") else ""
        if not label:
            return raw | {"text": line}
        having = [one for one in self.heard if label in dict(one.buttons)]
        if not having:
            raise AssertionError(f"no button [{label}] was shown to li")
        return raw | {"tap": dict(having[-1].buttons)[label]}

    def read(self, raw: Raw, at: datetime) -> Event:
        """What the page's door makes of it."""
        what = Tap(raw["tap"], "li:1") if "tap" in raw else Text(raw["text"])
        address = Address("web", "", raw["from"])
        return Event(str(raw["id"]), address, at, what, f"m{raw['id']}", self.language)

    async def answer(self, _query: str, toast: str) -> None:
        if toast:
            self.heard.append(Heard("toasts", toast))


class _Page(Web):
    """The channel, with every message noted as the page would show it."""

    def __init__(self, network: WebNetwork) -> None:
        super().__init__(Hub(), Path())
        self._network = network

    async def send(self, owed: Owed) -> Outcome:
        body: Raw = dict(owed.request.body)
        buttons = [(key["words"], key["data"]) for row in body["rows"] for key in row]
        how = "edits" if owed.request.method == "edit" and owed.target else "says"
        file = owed.request.file.name if owed.request.file else ""
        self._network.heard.append(Heard(how, body["text"], tuple(buttons), "", file))
        return await super().send(owed)


def _what(raw: Raw) -> What:
    if "text" in raw:
        return Text(raw["text"])
    word, *rest = raw["kind"].split()
    match word:
        case "photo" | "voice" | "video":
            size = int(rest[0]) if rest and word == "video" else 1000
            group = rest[0] if rest and word == "photo" else ""
            return File(word, f"{word}-1", size=size, caption=raw["caption"], group=group)
        case "contact":
            return Contact(rest[1], own=False)
        case "location":
            return Location(float(rest[0]), float(rest[1]))
    return Unsupported(word)


def _numbered(text: str) -> tuple[tuple[str, str], ...]:
    """The choices at the end of a message: numbered lines, or words to be typed."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines():
        number, _, words = line.partition(" ")
        if number.isdecimal() and words and int(number) == len(found) + 1:
            found.append((words, number))
        elif line.startswith(("（也可以直接回复：", "(or reply: ")):
            spoken = line.partition("：" if "：" in line else ": ")[2][:-1]
            found += [(word, word) for word in spoken.split(" / ")]
    return tuple(found)
