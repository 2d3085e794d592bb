"""What may be shown to a person: texts, markup, keyboards and commands, each limit crossed once."""

from typing import Any

import pytest

from tests.peers.conftest import Client
from tests.peers.people import Person

BUTTON = {"text": "Go", "callback_data": "go"}


def keys(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("", "message text is empty"),
        (" \n\t", "text must be non-empty"),
        ("a" * 4097, "message is too long"),
        ("😀" * 2049, "message is too long"),
        ("长" * 11_000, "text is too long"),
        (["a"], 'field "text" must be of type String'),
        (None, "message text is empty"),
    ],
)
async def test_a_text_has_1_to_4096_units(
    bot: Client, ann: Person, text: object, refused: str
) -> None:
    assert (
        await bot.error("sendMessage", chat_id=ann.id, text=text) == f"400 Bad Request: {refused}"
    )


async def test_markup_does_not_count_and_the_text_is_trimmed(bot: Client, ann: Person) -> None:
    text = f"<b>{'😀' * 2048}</b>"
    sent = await bot.result("sendMessage", chat_id=ann.id, text=text, parse_mode="HTML")
    assert sent["entities"] == [{"offset": 0, "length": 4096, "type": "bold"}]
    await bot.result("sendMessage", chat_id=ann.id, text="  Hi \n")
    assert ann.last.text == "Hi"


@pytest.mark.parametrize(
    ("mode", "text", "why"),
    [
        ("HTML", "1 < 2", "Unclosed start tag at byte offset 2"),
        ("HTML", "<script>x</script>", 'Unsupported start tag "script" at byte offset 0'),
        ("HTML", "a <b>b", "Can't find end tag corresponding to start tag b"),
        ("HTML", "a</b>", "Unexpected end tag at byte offset 1"),
        (
            "HTML",
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("Markdown", "价 *94", "Can't find end of the entity starting at byte offset 4"),
        ("MarkdownV2", "*94", "Can't find end of Bold entity at byte offset 0"),
        (
            "MarkdownV2",
            "Done.",
            "Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
    ],
)
async def test_bad_markup_is_refused(
    bot: Client, ann: Person, mode: str, text: str, why: str
) -> None:
    refused = await bot.error("sendMessage", chat_id=ann.id, text=text, parse_mode=mode)
    assert refused == f"400 Bad Request: can't parse entities: {why}"


@pytest.mark.parametrize(
    ("mode", "text", "became"),
    [
        ("HTML", "<b>a</b> &amp; <a href='https://x.y'>b</a>", ("a & b", ["bold", "text_link"])),
        ("HTML", '<pre><code class="language-c">a</code></pre>', ("a", ["code", "pre"])),
        ("Markdown", "*a* _b_ [c](https://x.y) \\*", ("a b c *", ["bold", "italic", "text_link"])),
        ("MarkdownV2", "*a _b_* ||c|| 1\\.", ("a b c 1.", ["bold", "italic", "spoiler"])),
    ],
)
async def test_good_markup_becomes_entities(
    bot: Client, ann: Person, mode: str, text: str, became: tuple[str, list[str]]
) -> None:
    sent = await bot.result("sendMessage", chat_id=ann.id, text=text, parse_mode=mode)
    kinds = sorted(entity["type"] for entity in sent["entities"])
    assert (sent["text"], kinds) == became


async def test_an_unknown_parse_mode_is_refused(bot: Client, ann: Person) -> None:
    refused = await bot.error("sendMessage", chat_id=ann.id, text="a", parse_mode="BBCode")
    assert refused == "400 Bad Request: unsupported parse_mode"


@pytest.mark.parametrize(
    ("markup", "refused"),
    [
        (keys({"text": "a", "callback_data": "é" * 33}), "BUTTON_DATA_INVALID"),
        (keys(*[BUTTON] * 101), "reply markup is too long"),
        ({"inline_keyboard": [[BUTTON] * 9]}, "reply markup is too long"),
        (
            keys({"text": "a"}),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            keys({"callback_data": "a"}),
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            keys(BUTTON | {"style": "pink"}),
            "can't parse inline keyboard button: invalid button style specified",
        ),
        (keys({"text": "a", "url": "nowhere"}), "inline keyboard button URL 'nowhere' is invalid"),
        (
            {"inline_keyboard": [BUTTON]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ("{", "can't parse reply keyboard markup JSON object"),
        ([1], "object expected as reply markup"),
    ],
)
async def test_a_keyboard_that_cannot_be_shown_is_refused(
    bot: Client, ann: Person, markup: object, refused: str
) -> None:
    error = await bot.error("sendMessage", chat_id=ann.id, text="a", reply_markup=markup)
    assert error == f"400 Bad Request: {refused}"
    assert len(ann.chat) == 1


async def test_commands_are_kept_per_scope_and_language(bot: Client) -> None:
    help_ = [{"command": "help", "description": "Help"}]
    await bot.result("setMyCommands", commands=help_)
    scope = {"type": "all_private_chats"}
    hilfe = [{"command": "help", "description": "帮助"}]
    await bot.result("setMyCommands", commands=hilfe, language_code="zh", scope=scope)
    assert await bot.result("getMyCommands") == help_
    assert await bot.result("getMyCommands", language_code="zh", scope=scope) == hilfe
    assert await bot.result("getMyCommands", language_code="zh") == []


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ({"commands": [{"command": "Help!", "description": "a"}]}, "BOT_COMMAND_INVALID"),
        (
            {"commands": [{"command": "a", "description": ""}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ({"commands": [{"command": "a"}]}, 'Can\'t find field "description"'),
        ({"commands": [], "language_code": "zh-hans"}, "invalid language code specified"),
        ({"commands": [], "scope": {"type": "nobody"}}, "unsupported type specified"),
        ({"commands": "x"}, "can't parse commands JSON object"),
    ],
)
async def test_commands_that_cannot_be_shown_are_refused(
    bot: Client, body: dict[str, Any], refused: str
) -> None:
    assert (await bot.error("setMyCommands", **body)).endswith(refused)
