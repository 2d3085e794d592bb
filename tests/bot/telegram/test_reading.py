"""Raw updates are read to Events, and each says what python-telegram-bot says of it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Message, PhotoSize, Update
from telegram.constants import ChatMemberStatus, MessageAttachmentType
from telegram.ext import filters

from bot.channels.telegram_reading import Malformed, moved, read
from dialogs.model import (
    Address,
    Command,
    Contact,
    Edited,
    Event,
    File,
    Location,
    Reachable,
    Tap,
    Text,
    Unsupported,
    What,
)

HERE = Path(__file__).parents[2] / "fixtures" / "telegram"
BOT = "7000000001"
NOW = datetime(2026, 7, 20, 8, 0, tzinfo=UTC)
MEANINGLESS = {
    "bot_in_group",
    "channel_post",
    "command_for_another_bot",
    "edited_live_location",
    "joined",
    "migrated",
}
NAMES = sorted(path.stem for path in HERE.glob("*.json"))


def raw(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    return found


def event(name: str) -> Event:
    found = read(raw(name), BOT, NOW, username="Redress_Bot")
    assert isinstance(found, Event)
    return found


@pytest.mark.parametrize("name", sorted(set(NAMES) - MEANINGLESS))
def test_an_event_says_what_the_library_says(name: str) -> None:
    update = Update.de_json(raw(name))
    told, chat, user = event(name), update.effective_chat, update.effective_user
    assert chat is not None
    assert user is not None
    assert told.id == str(update.update_id)
    assert told.address == Address("telegram", BOT, str(chat.id))
    assert told.private is (chat.type == chat.PRIVATE)
    assert told.name == user.full_name
    assert told.language == (user.language_code or "")
    assert told.at == NOW
    message = update.effective_message
    assert told.message == (str(message.message_id) if message else "")
    assert told.what == said(update)


@pytest.mark.parametrize("name", sorted(MEANINGLESS))
def test_what_means_nothing_to_us_is_none(name: str) -> None:
    assert read(raw(name), BOT, NOW, username="redress_bot") is None


def said(update: Update) -> What:
    """What the library makes of an update, in our words."""
    query, member, edited = update.callback_query, update.my_chat_member, update.edited_message
    if query:
        assert query.message
        return Tap(query.data or "", query.id, str(query.message.message_id))
    if member:
        away = {ChatMemberStatus.BANNED, ChatMemberStatus.LEFT}
        return Reachable(member.new_chat_member.status not in away)
    if edited:
        return Edited(edited.text or edited.caption or "", str(edited.message_id))
    assert update.message
    return sent(update.message)


def sent(message: Message) -> What:
    if filters.COMMAND.check_update(Update(1, message=message)):
        head, _, rest = (message.text or "").partition(" ")
        return Command(head[1:].split("@")[0], rest)
    if message.text:
        replied = message.reply_to_message
        return Text(message.text, str(replied.message_id) if replied else "")
    if message.contact:
        assert message.from_user
        own = message.contact.user_id == message.from_user.id
        return Contact(message.contact.phone_number, own)
    if message.location:
        return Location(message.location.latitude, message.location.longitude)
    return attached(message)


def attached(message: Message) -> What:
    kinds = {"audio": "voice", "animation": "video", "video_note": "video"}
    kind = next(str(kind.value) for kind in MessageAttachmentType if message[kind])
    if kind not in {"photo", "voice", "video", "video_note", "audio", "document", "animation"}:
        return Unsupported(kind)
    body: Any = message.effective_attachment
    if kind == "photo":
        body = max(message.photo, key=lambda size: size.width * size.height)
        assert isinstance(body, PhotoSize)
    return File(
        kind=kinds.get(kind, kind),
        ref=body.file_id,
        name=getattr(body, "file_name", None) or "",
        mime=getattr(body, "mime_type", None) or "",
        size=body.file_size or 0,
        caption=message.caption or "",
        group=message.media_group_id or "",
    )


def test_a_shared_card_is_own_only_when_telegram_names_its_sender() -> None:
    owns = {name: event(name).what for name in NAMES if name.startswith("contact_")}
    assert owns == {
        "contact_own": Contact("8613800138000", own=True),
        "contact_of_another": Contact("+447700900123", own=False),
        "contact_without_user": Contact("010 6543 2100", own=False),
    }


def test_a_group_is_never_private_and_keeps_its_topic() -> None:
    told = event("group_topic_text")
    assert (told.private, told.thread) == (False, "77")


@pytest.mark.parametrize("mark", [{"message_thread_id": 1, "is_topic_message": True}, {}])
def test_the_general_topic_and_reply_threads_are_no_topic(mark: dict[str, Any]) -> None:
    update = raw("group_topic_text")
    del update["message"]["is_topic_message"]
    update["message"].update(mark)
    told = read(update, BOT, NOW)
    assert isinstance(told, Event)
    assert told.thread == ""


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("/START", Command("start")),
        ("/new@redress_bot 账单\n不对", Command("new", "账单\n不对")),
        ("/cancel。", Command("cancel", "。")),
        ("/new取消", Command("new", "取消")),
        (" /new", Text(" /new")),
        ("/", Text("/")),
        ("/3/4 of the bill", Text("/3/4 of the bill")),
        ("a\0b", Text("ab")),
    ],
)
def test_commands_are_told_from_text(text: str, what: What) -> None:
    update = raw("text")
    update["message"]["text"] = text
    told = read(update, BOT, NOW, username="redress_bot")
    assert isinstance(told, Event)
    assert told.what == what


def test_a_kind_that_nobody_knows_yet_is_unsupported() -> None:
    update = raw("dice")
    update["message"]["hologram"] = update["message"].pop("dice")
    told = read(update, BOT, NOW)
    assert isinstance(told, Event)
    assert told.what == Unsupported("message")


def test_a_group_that_moved_is_told_apart() -> None:
    assert moved(raw("migrated")) == ("-4087654321", "-1001555666777")
    assert moved(raw("text")) is None


SPOILS: tuple[tuple[str, Callable[[dict[str, Any]], object], str], ...] = (
    ("text", lambda update: update.pop("update_id"), "update_id"),
    ("text", lambda update: update.update(update_id="7"), "update_id"),
    ("text", lambda update: update.update(message=[1]), "message"),
    ("text", lambda update: update["message"].pop("chat"), "chat"),
    ("text", lambda update: update["message"]["chat"].update(id=True), "id"),
    ("text", lambda update: update["message"].update(text=5), "text"),
    ("photo", lambda update: update["message"].update(photo={"a": 1}), "photo"),
    ("photo", lambda update: update["message"].update(photo=[None]), "photo"),
    ("voice", lambda update: update["message"]["voice"].pop("file_id"), "file_id"),
    ("location", lambda update: update["message"]["location"].pop("latitude"), "latitude"),
    ("tap", lambda update: update["callback_query"]["message"].pop("message_id"), "message_id"),
    ("blocked", lambda update: update["my_chat_member"].pop("new_chat_member"), "new_chat_member"),
)


@pytest.mark.parametrize(("name", "spoil", "reason"), SPOILS)
def test_a_weird_shape_is_a_value_that_names_the_field(
    name: str, spoil: Callable[[dict[str, Any]], object], reason: str
) -> None:
    update = raw(name)
    spoil(update)
    told = read(update, BOT, NOW)
    assert isinstance(told, Malformed)
    assert told.reason == reason
    if reason != "update_id":
        assert told.id == str(update["update_id"])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from(NAMES), st.randoms(use_true_random=False), JSON)
def test_nothing_in_an_update_makes_the_reader_raise(name: str, rng: Any, junk: Any) -> None:
    update: Any = raw(name)
    node, key = update, rng.choice(sorted(update))
    while isinstance(node[key], dict) and rng.random() < 0.7:
        node = node[key]
        key = rng.choice(sorted(node))
    node[key] = junk
    read(update, BOT, NOW, username="redress_bot")
    moved(update)
