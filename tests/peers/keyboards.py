"""Keyboards as the server checks them: `reply_markup` in, a clean object or a refusal out.

Sources: the server's `get_reply_markup`, and python-telegram-bot's constants for 64 bytes, 100
buttons and 8 in a row. The real server drops the buttons beyond; here they are refused, since a
person who cannot see a button is a fault of the bot.
"""

from collections.abc import Mapping
from typing import Any

from tests.peers.refusal import Refusal
from tests.peers.updates import Raw

STYLES = {"", "default", "primary", "success", "danger"}
MOST, ACROSS, DATA_BYTES = 100, 8, 64
ACTIONS = ("switch_inline_query", "switch_inline_query_current_chat", "web_app", "copy_text", "pay")


def checked(markup: Any, *, private: bool) -> Raw:
    """The keyboard as the message will carry it; {} when there is none."""
    if markup is None or markup == "":
        return {}
    if not isinstance(markup, Mapping):
        raise Refusal(400, "Bad Request: object expected as reply markup")
    if markup.get("keyboard"):
        rows = of_buttons(markup["keyboard"], 'Field "keyboard" must be an Array of Arrays')
        for button in rows:
            check_reply_button(button, private=private)
    elif markup.get("inline_keyboard"):
        name = 'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
        for button in of_buttons(markup["inline_keyboard"], name):
            check_inline_button(button)
    return dict(markup)


def of_buttons(rows: Any, wrong: str) -> list[Any]:
    """All buttons of a keyboard, if it is a list of lists within the limits."""
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise Refusal(400, f"Bad Request: {wrong[0].lower()}{wrong[1:]}")
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST or any(len(row) > ACROSS for row in rows):
        raise Refusal(400, "Bad Request: reply markup is too long")
    return buttons


def unreadable(kind: str, why: str) -> Refusal:
    return Refusal(400, f"Bad Request: can't parse {kind}: {why}")


def label(button: Mapping[str, Any], kind: str) -> None:
    """The words of a button: a string that is not empty, and a style that exists."""
    if "text" not in button:
        raise unreadable(kind, 'Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise unreadable(kind, 'Field "text" must be of type String')
    if button.get("style", "") not in STYLES:
        raise unreadable(kind, "invalid button style specified")
    if not button["text"].strip():
        raise Refusal(400, "Bad Request: BUTTON_TEXT_INVALID")


def check_inline_button(button: Any) -> None:
    kind = "inline keyboard button"
    if not isinstance(button, Mapping):
        raise unreadable(kind, "InlineKeyboardButton must be an Object")
    label(button, kind)
    data, url = button.get("callback_data", ""), button.get("url", "")
    if not isinstance(data, str):
        raise unreadable(kind, 'Field "callback_data" must be of type String')
    if url:
        if not str(url).startswith(("http://", "https://", "tg://")):
            raise Refusal(400, f"Bad Request: inline keyboard button URL '{url}' is invalid")
    elif data:
        if len(data.encode()) > DATA_BYTES:
            raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
    elif not any(name in button for name in ACTIONS):
        raise unreadable(kind, "Text buttons are unallowed in the inline keyboard")


def check_reply_button(button: Any, *, private: bool) -> None:
    kind = "keyboard button"
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, Mapping):
        raise unreadable(kind, "KeyboardButton must be a String or an Object")
    label(button, kind)
    if not private and (button.get("request_contact") or button.get("request_location")):
        asked = "phone number" if button.get("request_contact") else "location"
        why = f"{asked} can be requested in private chats only"
        raise Refusal(400, f"Bad Request: {why}")
