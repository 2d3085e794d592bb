"""python-telegram-bot's own client judges the fake: its answers parse, its errors have a class."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram import (
    Bot,
    BotCommand,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from tests.peers.bot_api import FakeBotApi
from tests.peers.people import Person

GO = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])


@pytest.fixture
async def library(api: FakeBotApi) -> AsyncIterator[Bot]:
    async with made(api, api.token) as bot:
        yield bot


def made(api: FakeBotApi, token: str) -> Bot:
    return Bot(token, base_url=f"{api.base_url}/bot", base_file_url=f"{api.base_url}/file/bot")


@pytest.fixture
async def ann(api: FakeBotApi) -> Person:
    ann = api.person("Ann", username="ann_li")
    await ann.says("/start")
    return ann


async def test_it_knows_itself_and_its_commands(library: Bot) -> None:
    assert library.username == "redress_bot"
    await library.set_my_commands([BotCommand("help", "Help")], language_code="en")
    (command,) = await library.get_my_commands(language_code="en")
    assert command.description == "Help"


async def test_a_dialog_parses_both_ways(api: FakeBotApi, library: Bot, ann: Person) -> None:
    (start,) = await library.get_updates()
    assert start.effective_user is not None
    assert start.effective_user.language_code == "zh-hans"
    sent = await library.send_message(ann.id, "<b>Ready?</b>", parse_mode="HTML", reply_markup=GO)
    assert (sent.text, sent.text_html, sent.reply_markup) == ("Ready?", "<b>Ready?</b>", GO)
    press = await ann.taps("Go")
    (tap,) = await library.get_updates(offset=start.update_id + 1)
    assert isinstance(tap.callback_query, CallbackQuery)
    assert tap.callback_query.data == "go"
    await tap.callback_query.answer("Right", show_alert=True)
    assert (await press.answered()).alert
    edited = await tap.callback_query.edit_message_text("Gone")
    assert isinstance(edited, Message)
    assert edited.edit_date is not None
    assert ann.last.text == "Gone"


async def test_files_parse_both_ways(library: Bot, ann: Person) -> None:
    await ann.sends_photo(b"\xff\xd8 bill", "the bill", group="9")
    _, update = await library.get_updates()
    assert update.message is not None
    assert (update.message.caption, update.message.media_group_id) == ("the bill", "9")
    file = await update.message.photo[-1].get_file()
    assert bytes(await file.download_as_bytearray()) == b"\xff\xd8 bill"
    sent = await library.send_document(ann.id, b"%PDF", caption="Yours", filename="TS1.pdf")
    assert sent.document is not None
    assert sent.document.file_name == "TS1.pdf"
    photo = await library.send_photo(ann.id, b"\x89PNG")
    assert photo.photo[-1].width == 960


async def test_everything_a_person_can_send_parses(
    api: FakeBotApi, library: Bot, ann: Person
) -> None:
    await ann.sends_voice()
    await ann.sends_video(b"mp4", "see")
    await ann.sends_document("bill.pdf", b"%PDF")
    await ann.sends_sticker()
    await ann.shares_contact("+8613400001234", own=False)
    await ann.sends_location(31.2, 121.5)
    await ann.edits("/begin", ann.chat[0])
    await ann.says("again", reply_to=ann.chat[0])
    group = await api.group("Desk", ann)
    await group.becomes_supergroup()
    await ann.blocks()
    await ann.unblocks()
    updates = await library.get_updates(allowed_updates=Update.ALL_TYPES)
    assert len(updates) == 13
    assert not any(update.api_kwargs for update in updates)
    assert all(update.effective_chat for update in updates)


async def test_chats_webhooks_and_the_rest_parse(
    api: FakeBotApi, library: Bot, ann: Person
) -> None:
    assert (await library.get_chat(ann.id)).username == "ann_li"
    board = ReplyKeyboardMarkup([[KeyboardButton("My number", request_contact=True)]])
    asked = await library.send_message(ann.id, "Number?", reply_markup=board)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await asked.edit_text("No")
    assert await asked.delete()
    assert await library.send_chat_action(ann.id, "typing")
    await library.set_webhook("https://example.org/telegram/x", max_connections=7)
    known = await library.get_webhook_info()
    assert (known.url, known.max_connections) == ("https://example.org/telegram/x", 7)
    with pytest.raises(Conflict):
        await library.get_updates()
    assert await library.delete_webhook()


async def test_each_refusal_is_an_error_of_the_right_class(
    api: FakeBotApi, library: Bot, ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # the old form of retry_after warns
    with pytest.raises(BadRequest, match="Message is too long"):
        await library.send_message(ann.id, "a" * 4097)
    with pytest.raises(BadRequest, match="Chat not found"):
        await library.send_message(1, "a")
    api.fault("sendMessage", "429", seconds=3)
    with pytest.raises(RetryAfter) as held:
        await library.send_message(ann.id, "a")
    assert held.value.retry_after == timedelta(seconds=3)
    for kind in ("500", "502", "reset_after"):
        api.fault("sendMessage", kind)
        with pytest.raises(NetworkError):
            await library.send_message(ann.id, "a")
    api.fault("sendMessage", "bad_json")
    with pytest.raises(TelegramError, match="Invalid server response"):
        await library.send_message(ann.id, "a")
    await ann.blocks()
    with pytest.raises(Forbidden):
        await library.send_message(ann.id, "a")


async def test_a_wrong_token_is_an_invalid_token(api: FakeBotApi) -> None:
    stranger = made(api, "1:wrong")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()
