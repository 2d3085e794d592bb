"""Raw Telegram updates as the Bot API writes them: pure builders, no network, no state.

What goes in are people, ids, aware UTC times and content; what comes out is JSON that
`telegram.Update.de_json` reads. Field names and their order are those of the server's source.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

Raw: TypeAlias = dict[str, Any]

ENTITIES = (
    (
        "bot_command",
        re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
    ),
    ("url", re.compile(r"https?://[^\s<>\"，。；！？、（）]+")),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z0-9_]{2,32}\b")),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+\.[A-Za-z]{2,}\b")),
)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who speaks and where: the private chat with the bot, or `group` as a raw chat object."""

    id: int
    name: str
    language: str = "zh-hans"  # the app's own, as Telegram spells it; "" when it tells none
    username: str = ""
    group: Mapping[str, Any] | None = field(default=None, compare=False)

    def user(self) -> Raw:
        """The `User` object of this person."""
        raw: Raw = {"id": self.id, "is_bot": False, "first_name": self.name}
        if self.username:
            raw["username"] = self.username
        if self.language:
            raw["language_code"] = self.language
        return raw

    def chat(self) -> Raw:
        """The `Chat` object that this person's messages are in."""
        if self.group is not None:
            return dict(self.group)
        raw: Raw = {"id": self.id, "first_name": self.name}
        if self.username:
            raw["username"] = self.username
        return raw | {"type": "private"}


def units(text: str) -> int:
    """The length of a text as Telegram counts it: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def words(text: str) -> Raw:
    """Content: a text with the entities that the server finds in it."""
    found = entities(text)
    return {"text": text} | ({"entities": found} if found else {})


def entities(text: str) -> list[Raw]:
    """Commands, links, mentions and e-mail addresses, in their order, offsets in UTF-16 units."""
    found = [
        {"offset": units(text[: hit.start()]), "length": units(hit[0]), "type": kind}
        for kind, pattern in ENTITIES
        for hit in pattern.finditer(text)
    ]
    return sorted(found, key=lambda entity: int(entity["offset"]))


def message(
    update_id: int, sender: Sender, content: str | Raw, message_id: int, at: datetime
) -> Raw:
    """An update with a new message: a text, or content made by one of the builders below."""
    return {"update_id": update_id, "message": written(sender, content, message_id, at)}


def written(sender: Sender, content: str | Raw, message_id: int, at: datetime) -> Raw:
    """The `Message` object of what a person sent."""
    carried = words(content) if isinstance(content, str) else content
    head: Raw = {"message_id": message_id, "from": sender.user(), "chat": sender.chat()}
    return head | {"date": int(at.timestamp())} | carried


def edited(update_id: int, original: Raw, content: str | Raw, at: datetime) -> Raw:
    """An update with `original` (a `Message` object) rewritten at this time."""
    kept = {key: original[key] for key in ("message_id", "from", "chat", "date")}
    carried = words(content) if isinstance(content, str) else content
    return {
        "update_id": update_id,
        "edited_message": kept | {"edit_date": int(at.timestamp())} | carried,
    }


def tap(update_id: int, sender: Sender, data: str, shown: Raw, query: str) -> Raw:
    """An update with a pressed inline button; `shown` is the bot's `Message` that carried it."""
    instance = hashlib.sha256(str(shown["chat"]["id"]).encode()).digest()
    return {
        "update_id": update_id,
        "callback_query": {
            "id": query,
            "from": sender.user(),
            "message": shown,
            "chat_instance": str(int.from_bytes(instance[:8], "big", signed=True)),
            "data": data,
        },
    }


def membership(update_id: int, sender: Sender, bot: Raw, at: datetime, *, blocked: bool) -> Raw:
    """An update that tells that this person blocked the bot, or let it in again."""
    out: Raw = {"user": bot, "status": "kicked", "until_date": 0}
    inside: Raw = {"user": bot, "status": "member"}
    return {
        "update_id": update_id,
        "my_chat_member": {
            "chat": sender.chat(),
            "from": sender.user(),
            "date": int(at.timestamp()),
            "old_chat_member": inside if blocked else out,
            "new_chat_member": out if blocked else inside,
        },
    }


def joined(update_id: int, sender: Sender, bot: Raw, at: datetime) -> Raw:
    """An update that tells that this person took the bot into the sender's group."""
    raw = membership(update_id, sender, bot, at, blocked=False)
    raw["my_chat_member"]["old_chat_member"] = {"user": bot, "status": "left"}
    return raw


def said_by_bot(bot: Raw, chat: Raw, content: Raw, message_id: int, at: datetime) -> Raw:
    """The `Message` object of what the bot sent: the result of `sendMessage` and its like."""
    head: Raw = {"message_id": message_id, "from": bot, "chat": chat, "date": int(at.timestamp())}
    return head | content


# Content: what a message carries beside its head.


def stored(file_id: str, size: int) -> Raw:
    """The fields that every file has; the unique id is the same for the same file."""
    unique = hashlib.sha256(file_id.encode()).hexdigest()[:15]
    return {"file_id": file_id, "file_unique_id": f"AQAD{unique}", "file_size": size}


def captioned(content: Raw, caption: str = "", group: str = "") -> Raw:
    """Media with a caption, and with the album it belongs to."""
    head: Raw = {"media_group_id": group} if group else {}
    tail: Raw = {"caption": caption} if caption else {}
    found = entities(caption)
    return head | content | tail | ({"caption_entities": found} if found else {})


def photo(file_id: str, size: int, caption: str = "", group: str = "") -> Raw:
    """A photo in its two sizes; the last one is the largest and carries `file_id`."""
    small = stored(f"{file_id}-s", min(size, 1_400)) | {"width": 67, "height": 90}
    large = stored(file_id, size) | {"width": 960, "height": 1280}
    return captioned({"photo": [small, large]}, caption, group)


def voice(file_id: str, size: int, seconds: int = 3) -> Raw:
    return {"voice": {"duration": seconds, "mime_type": "audio/ogg"} | stored(file_id, size)}


def video(file_id: str, size: int, caption: str = "", group: str = "") -> Raw:
    shape: Raw = {"duration": 5, "width": 720, "height": 1280, "mime_type": "video/mp4"}
    return captioned({"video": shape | stored(file_id, size)}, caption, group)


def document(file_id: str, size: int, name: str, mime: str, caption: str = "") -> Raw:
    shape: Raw = {"file_name": name, "mime_type": mime}
    return captioned({"document": shape | stored(file_id, size)}, caption)


def mime(name: str) -> str:
    """The type that a client tells for a file of this name."""
    known = {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "txt": "text/plain"}
    return known.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def sticker(file_id: str, emoji: str = "👍") -> Raw:
    shape: Raw = {"width": 512, "height": 512, "emoji": emoji, "set_name": "HotCherry"}
    kind: Raw = {"is_animated": False, "is_video": False, "type": "regular"}
    return {"sticker": shape | kind | stored(file_id, 18_000)}


def contact(phone: str, name: str, owner: int | None) -> Raw:
    """A contact card; `owner` is the user id the server knows for it, None when it knows none."""
    card: Raw = {"phone_number": phone, "first_name": name}
    return {"contact": card | ({"user_id": owner} if owner is not None else {})}


def location(latitude: float, longitude: float) -> Raw:
    return {"location": {"latitude": latitude, "longitude": longitude}}


def dice(value: int = 4) -> Raw:
    return {"dice": {"emoji": "🎲", "value": value}}


def reply(content: str | Raw, to: Raw) -> Raw:
    """Content that answers an earlier message, whose own reply the server leaves out."""
    carried = words(content) if isinstance(content, str) else content
    earlier = {key: part for key, part in to.items() if key != "reply_to_message"}
    return {"reply_to_message": earlier} | carried
