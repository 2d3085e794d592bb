"""Telegram updates as raw JSON in, Events out. Reads only; nothing here talks to the network."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.channels.telegram_kinds import FILES, PLAYTHINGS, SERVICE
from dialogs.model import (
    Address,
    Command,
    Contact,
    Edited,
    Event,
    File,
    Json,
    Location,
    Reachable,
    Tap,
    Text,
    Unsupported,
    What,
)

Raw = Mapping[str, Json]

# What we ask Telegram for. It keeps this list per bot until told otherwise, so it is always sent.
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")

# Telegram marks a command by the same rule: a slash at the very start, then 1 to 64 word
# characters, perhaps the bot it is meant for, and nothing that makes it a path or a link.
COMMAND = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]+))?(?![\w/@])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Malformed:
    """An update whose shape we do not know: to be parked with its raw JSON. `id` "" if it has none.

    `reason` names fields only, never what stands in them.
    """

    reason: str
    id: str = ""


class _Odd(Exception):
    """A field is missing or of another type; `args[0]` is its name. Never leaves this module."""


def read(update: Raw, bot: str, now: datetime, *, username: str = "") -> Event | Malformed | None:
    """Read one decoded update of the bot with id `bot`, received at `now` (aware UTC).

    None is an update without meaning for us: a service message, a channel post, another bot's
    word, a command for another bot. `username` is our own, without @; "" takes every command.
    """
    try:
        number = str(_int(update, "update_id"))
    except _Odd as odd:
        return Malformed(str(odd))
    try:
        for kind, reader in READERS.items():
            body = _dict(update, kind)
            if body is not None:
                return reader(_Seen(number, bot, now, username.lower()), body)
    except _Odd as odd:
        return Malformed(str(odd), number)
    return None


def moved(update: Raw) -> tuple[str, str] | None:
    """The old and the new chat id, if this update says that a group became a supergroup."""
    try:
        message = _dict(update, "message")
        if message is None or "migrate_to_chat_id" not in message:
            return None
        chat = _dict(message, "chat") or {}
        return str(_int(chat, "id")), str(_int(message, "migrate_to_chat_id"))
    except _Odd:
        return None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What every reader needs besides the update's body."""

    id: str
    bot: str
    now: datetime
    username: str


def _message(seen: _Seen, message: Raw) -> Event | None:
    if (_dict(message, "from") or {}).get("is_bot") is True:
        return None
    what = _content(message)
    if isinstance(what, Text):
        what = _command(what, seen.username)
    return None if what is None else _event(seen, message, message, what)


def _edited(seen: _Seen, message: Raw) -> Event | None:
    text = _str(message, "text") or _str(message, "caption")
    if not text or (_dict(message, "from") or {}).get("is_bot") is True:
        return None
    return _event(seen, message, message, Edited(text, str(_int(message, "message_id"))))


def _tap(seen: _Seen, query: Raw) -> Event | None:
    """A press; its message may be inaccessible (date 0), its chat and id are there all the same."""
    data, message = _str(query, "data"), _dict(query, "message")
    if not data or message is None:  # a game, or a button of an inline message: never ours
        return None
    number = str(_int(message, "message_id"))
    return _event(seen, message, query, Tap(data, _str(query, "id"), number))


def _member(seen: _Seen, change: Raw) -> Event | None:
    new = _dict(change, "new_chat_member")
    if new is None:
        raise _Odd("new_chat_member")
    status = _str(new, "status")
    here = status in {"creator", "administrator", "member"}
    if status == "restricted":
        here = new.get("is_member") is True
    return _event(seen, change, change, Reachable(here))


READERS: Mapping[str, Callable[[_Seen, Raw], Event | None]] = {
    "message": _message,
    "edited_message": _edited,
    "callback_query": _tap,
    "my_chat_member": _member,
}


def _event(seen: _Seen, place: Raw, act: Raw, what: What) -> Event:
    """Put an Event together: `place` holds chat and message id, `act` who did it."""
    chat = _dict(place, "chat")
    if chat is None:
        raise _Odd("chat")
    sender = _dict(act, "from") or {}
    name = f"{_str(sender, 'first_name')} {_str(sender, 'last_name')}".strip()
    return Event(
        id=seen.id,
        address=Address("telegram", seen.bot, str(_int(chat, "id"))),
        at=seen.now,
        what=what,
        message=str(_int(place, "message_id")) if "message_id" in place else "",
        language=_str(sender, "language_code"),
        name=name,
        private=_str(chat, "type") == "private",
        thread=_thread(place),
        sender=str(_int(sender, "id")) if "id" in sender else "",
    )


def _thread(place: Raw) -> str:
    """The forum topic a message stands in; "" outside forums and in the topic General.

    A plain group has thread ids too, of replies; General is 1, and refused when sent to.
    """
    topic = place.get("message_thread_id") if place.get("is_topic_message") is True else None
    return "" if topic is None or topic == 1 else str(_int(place, "message_thread_id"))


def _content(message: Raw) -> What | None:
    """What a message brings; a kind that we have never heard of is Unsupported, never silence."""
    if text := _str(message, "text"):
        replied = _dict(message, "reply_to_message")
        return Text(text, str(_int(replied, "message_id")) if replied else "")
    if contact := _dict(message, "contact"):
        return _contact(contact, message)
    if place := _dict(message, "location"):
        return Location(_float(place, "latitude"), _float(place, "longitude"))
    if photo := message.get("photo"):
        return _file("photo", _largest(photo), message)
    for name, kind in FILES.items():
        if body := _dict(message, name):
            return _file(kind, body, message)
    if SERVICE & message.keys():
        return None
    return Unsupported(next((name for name in PLAYTHINGS if name in message), "message"))


def _command(text: Text, username: str) -> Text | Command | None:
    found = COMMAND.match(text.text)
    if not found:
        return text
    name, meant = found.groups()
    if meant and username and meant.lower() != username:
        return None
    return Command(name.lower(), text.text[found.end() :].strip())


def _contact(contact: Raw, message: Raw) -> Contact:
    """Telegram sets `user_id` itself, so it vouches for the number (tdlib/td#2575)."""
    sender, owner = _dict(message, "from") or {}, contact.get("user_id")
    return Contact(_str(contact, "phone_number"), owner is not None and owner == sender.get("id"))


def _file(kind: str, body: Raw, message: Raw) -> File:
    if not (ref := _str(body, "file_id")):
        raise _Odd("file_id")
    return File(
        kind=kind,
        ref=ref,
        name=_str(body, "file_name"),
        mime=_str(body, "mime_type"),
        size=_int(body, "file_size") if "file_size" in body else 0,
        caption=_str(message, "caption"),
        group=_str(message, "media_group_id"),
    )


def _largest(sizes: Json) -> Raw:
    """The largest of a photo's sizes; Telegram sends them smallest first, but does not say so."""
    if not isinstance(sizes, list):
        raise _Odd("photo")
    known = [size for size in sizes if isinstance(size, dict)]
    if not known or len(known) < len(sizes):
        raise _Odd("photo")
    return max(known, key=lambda size: _int(size, "width") * _int(size, "height"))


def _dict(whole: Raw, name: str) -> Raw | None:
    value = whole.get(name)
    if value is not None and not isinstance(value, dict):
        raise _Odd(name)
    return value


def _str(whole: Raw, name: str) -> str:
    """A text, "" if absent; without NUL, which no database keeps in a text."""
    value = whole.get(name, "")
    if not isinstance(value, str):
        raise _Odd(name)
    return value.replace("\0", "") if "\0" in value else value


def _int(whole: Raw, name: str) -> int:
    value = whole.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise _Odd(name)
    return value


def _float(whole: Raw, name: str) -> float:
    value = whole.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise _Odd(name)
    return float(value)
