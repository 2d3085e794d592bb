"""Each request we render is the one that python-telegram-bot's own client would have sent."""

from collections.abc import Awaitable, Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.channels.base import Button, Message, Request
from bot.channels.telegram_rendering import parts, requests, units
from dialogs.model import Attached
from tests.bot.telegram.recorder import Recorder, library

TEXT = "<b>你好</b> & 𠮷 😀"
ROWS = (
    (Button("提交", "v1:d:1:2:submit", "success"), Button("Change", "v1:d:1:2:edit")),
    (Button("Cancel", "v1:d:1:2:cancel", "danger"),),
)
INLINE = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("提交", callback_data="v1:d:1:2:submit", style="success"),
            InlineKeyboardButton("Change", callback_data="v1:d:1:2:edit"),
        ],
        [InlineKeyboardButton("Cancel", callback_data="v1:d:1:2:cancel", style="danger")],
    ]
)
ASKING = (
    (Button("Share my number", "v1:d:1:3:own", "primary", wants="contact"),),
    (Button("Another number", "v1:d:1:3:other"), Button("Back", "v1:d:1:3:back")),
)
KEYBOARD = ReplyKeyboardMarkup(
    [
        [KeyboardButton("Share my number", request_contact=True, style="primary")],
        [KeyboardButton("Another number"), KeyboardButton("Back")],
    ],
    resize_keyboard=True,
    one_time_keyboard=True,
)
PAPER = Attached("confirmation", 7, "TS26110004277.pdf")
QUIET = LinkPreviewOptions(is_disabled=True)
GONE = ReplyKeyboardRemove()

CASES: tuple[tuple[str, Message, bool, Callable[[Bot], Awaitable[object]]], ...] = (
    (
        "words alone take a keyboard away",
        Message(text=TEXT),
        False,
        lambda bot: bot.send_message(5, TEXT, link_preview_options=QUIET, reply_markup=GONE),
    ),
    (
        "a card must stay editable",
        Message(text=TEXT, card="review"),
        False,
        lambda bot: bot.send_message(5, TEXT, link_preview_options=QUIET),
    ),
    (
        "buttons stand under the words",
        Message(text=TEXT, rows=ROWS, card="review"),
        False,
        lambda bot: bot.send_message(5, TEXT, link_preview_options=QUIET, reply_markup=INLINE),
    ),
    (
        "a card is edited",
        Message(text=TEXT, rows=ROWS, card="review"),
        True,
        lambda bot: bot.edit_message_text(
            TEXT, 5, 9, reply_markup=INLINE, link_preview_options=QUIET
        ),
    ),
    (
        "an edit without buttons takes the old ones away",
        Message(text=TEXT),
        True,
        lambda bot: bot.edit_message_text(TEXT, 5, 9, link_preview_options=QUIET),
    ),
    (
        "the contact is asked by a keyboard",
        Message(text=TEXT, rows=ASKING),
        False,
        lambda bot: bot.send_message(5, TEXT, link_preview_options=QUIET, reply_markup=KEYBOARD),
    ),
    (
        "what asks for the contact cannot be an edit",
        Message(text=TEXT, rows=ASKING, card="number"),
        True,
        lambda bot: bot.send_message(5, TEXT, link_preview_options=QUIET, reply_markup=KEYBOARD),
    ),
    (
        "a file has its words as caption",
        Message(text=TEXT, rows=ROWS, file=PAPER),
        False,
        lambda bot: bot.send_document(5, b"%PDF", TEXT, reply_markup=INLINE, filename=PAPER.name),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
async def test_a_request_is_the_one_of_the_library(
    case: tuple[str, Message, bool, Callable[[Bot], Awaitable[object]]],
) -> None:
    _, message, edit, call = case
    recorder = Recorder()
    await call(library(recorder))
    ((method, parameters, _files),) = recorder.calls
    (request,) = requests(message, edit=edit)
    ids = {"chat_id": 5} | ({"message_id": 9} if method == "editMessageText" else {})
    assert request.method == method
    assert {**ids, **request.body} == parameters
    assert request.file == message.file


def test_the_last_of_several_parts_carries_the_buttons() -> None:
    message = Message(text=f"{'a' * 4000}\n\n{'b' * 4000}\n\n{'c' * 4000}", rows=ROWS)
    first, second, third = requests(message, edit=True)
    assert [first.method, second.method, third.method] == [
        "editMessageText",
        "sendMessage",
        "sendMessage",
    ]
    assert ["reply_markup" in part.body for part in (first, second, third)] == [False, False, True]


def test_words_too_long_for_a_caption_follow_the_file() -> None:
    paper, words = requests(Message(text="a" * 1025, rows=ROWS, file=PAPER), edit=False)
    assert paper == Request("sendDocument", {}, PAPER)
    assert words.method == "sendMessage"
    assert "reply_markup" in words.body


def test_a_caption_is_counted_in_utf16() -> None:
    (one,) = requests(Message(text="😀" * 512, file=PAPER), edit=False)
    assert one.body["caption"] == "😀" * 512
    assert len(requests(Message(text="😀" * 513, file=PAPER), edit=False)) == 2


def test_nothing_to_say_is_no_request() -> None:
    assert requests(Message(text=" \n"), edit=False) == ()


def test_button_data_of_64_bytes_pass_and_65_are_a_mistake_of_ours() -> None:
    fits = Message(text="a", rows=((Button("b", "é" * 32),),))
    assert requests(fits, edit=False)
    for data in ("é" * 32 + "a", ""):
        with pytest.raises(ValueError, match="64 bytes"):
            requests(Message(text="a", rows=((Button("b", data),),)), edit=False)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("aaaa bbbb\n\ncccc", ("aaaa bbbb", "cccc")),
        ("aaaa bbbb\ncccc\n", ("aaaa bbbb", "cccc")),
        ("一二三四五。六七八九十。", ("一二三四五。", "六七八九十。")),
        ("aaaa bb cccccc", ("aaaa bb", "cccccc")),
        ("aaaaaaaaaa bbbb", ("aaaaaaaaaa", "bbbb")),
        ("aaaaaaaaaaaabb", ("aaaaaaaaaa", "aabb")),
        ("😀😀😀😀😀😀", ("😀😀😀😀😀", "😀")),
        ("aaaaaaa👍🏽👍🏽", ("aaaaaaa", "👍🏽👍🏽")),
        ("aaaaaaaaae\u0301", ("aaaaaaaaa", "e\u0301")),
        ("a" + "\u0301" * 12, ("a" + "\u0301" * 9, "\u0301" * 3)),
    ],
)
def test_cuts_fall_where_they_hurt_least(text: str, cut: tuple[str, ...]) -> None:
    assert parts(text, 10) == cut


@given(st.text(alphabet="ab。. \n😀\u0301\u200d👍🏽", max_size=200), st.integers(4, 40))
def test_parts_fit_and_lose_only_white_space(text: str, room: int) -> None:
    cut = parts(text, room)
    assert all(part and units(part) <= room and part == part.strip() for part in cut)
    assert "".join("".join(cut).split()) == "".join(text.split())


def test_units_are_utf16() -> None:
    for text in ("", "abc", TEXT, "👨‍👩‍👧"):
        assert units(text) == len(text.encode("utf-16-le")) // 2
