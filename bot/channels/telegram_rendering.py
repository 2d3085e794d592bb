"""Messages in, Bot API calls out: method and JSON, lacking only chat and message ids.

All text is plain text (no parse_mode), so nothing that a person typed can be read as markup.
"""

import unicodedata
from collections.abc import Iterator

from bot.channels.base import Button, Message, Request
from dialogs.model import Json

# The Bot API's limits; a test ties them to the library's constants.
TEXT = 4096  # UTF-16 units, as is CAPTION
CAPTION = 1024
DATA = 64  # UTF-8 bytes
NO_PREVIEW: Json = {"is_disabled": True}
ENDS = ("\n\n", "\n", *"。！？", ". ", "! ", "? ", " ")  # where a cut hurts least, best first
GLUE = 32  # no character that people see as one is longer than this


def requests(message: Message, *, edit: bool) -> tuple[Request, ...]:
    """The calls that show `message`; the last one carries the buttons. () if there is no text.

    An edit whose text has grown too long edits the first part and sends the others. What cannot
    be an edit (a file, a keyboard that asks for the contact) is sent as a new message.
    Raises ValueError for a button whose data is over 64 bytes: that is a mistake of ours.
    """
    if message.file is not None:
        return _document(message)
    edit = edit and not asks(message)
    texts = parts(message.text, TEXT)
    bodies = [_body(text) for text in texts]
    if bodies:
        bodies[-1] |= _markup(message, edit=edit)
    methods = ["editMessageText" if edit and not n else "sendMessage" for n in range(len(bodies))]
    return tuple(Request(method, body) for method, body in zip(methods, bodies, strict=True))


def asks(message: Message) -> bool:
    """Whether a button of this message asks for the contact, which no inline button can."""
    return any(button.wants == "contact" for row in message.rows for button in row)


def parts(text: str, room: int) -> tuple[str, ...]:
    """Cut `text` into pieces of at most `room` UTF-16 units, between paragraphs where it can.

    Else between lines, sentences, words; a single word longer than that is cut between characters.
    Only white space at the cuts is lost, and at both ends, where Telegram drops it too.
    """
    return tuple(_parts(text.strip(), room))


def _parts(rest: str, room: int) -> Iterator[str]:
    while len(rest) > room // 2 and units(rest) > room:
        cut = _cut(rest, room)
        yield rest[:cut].rstrip()
        rest = rest[cut:].lstrip()
    if rest:
        yield rest


def units(text: str) -> int:
    """The length of a text as Telegram counts it: UTF-16 units, an emoji is two."""
    return len(text) + sum(character > "\uffff" for character in text)


def _cut(text: str, room: int) -> int:
    """Where to cut a text that is too long: the index of the first character of the rest."""
    end = _fitting(text, room)
    if text[end].isspace():
        return end
    for mark in ENDS:
        at = text.rfind(mark, end // 2, end)
        if at > 0:
            return at + len(mark)
    whole = end
    while whole > max(1, end - GLUE) and _one(text[whole - 1], text[whole]):
        whole -= 1
    return end if _one(text[whole - 1], text[whole]) else whole


def _fitting(text: str, room: int) -> int:
    """How many characters of `text` fit into `room` UTF-16 units."""
    used = 0
    for index, character in enumerate(text):
        used += 1 + (character > "\uffff")
        if used > room:
            return index
    return len(text)


def _one(left: str, right: str) -> bool:
    """Whether two neighbours make one visible character: accents, joined and coloured emoji."""
    joined = "\u200d" in (left, right) or "\U0001f3fb" <= right <= "\U0001f3ff"
    return joined or unicodedata.category(right) in {"Mn", "Me", "Mc"}


def _body(text: str) -> dict[str, Json]:
    return {"text": text, "link_preview_options": NO_PREVIEW}


def _document(message: Message) -> tuple[Request, ...]:
    """A file with its words as caption; words too long for one follow it, with the buttons."""
    texts = parts(message.text, TEXT)
    if len(texts) <= 1 and units(message.text.strip()) <= CAPTION:
        body: dict[str, Json] = {"caption": texts[0]} if texts else {}
        body |= _markup(message, edit=False)
        return (Request("sendDocument", body, message.file),)
    bodies = [_body(text) for text in texts]
    bodies[-1] |= _markup(message, edit=False)
    sent = (Request("sendMessage", body) for body in bodies)
    return (Request("sendDocument", {}, message.file), *sent)


def _markup(message: Message, *, edit: bool) -> dict[str, Json]:
    """The `reply_markup`, if any.

    A contact keyboard goes away with the next message that has no buttons: each such message says
    so, since nobody here knows what a chat still shows, and saying so in vain does nothing.
    Cards do not: Telegram edits only messages without a keyboard or with an inline one.
    """
    if asks(message):
        return {"reply_markup": _contact_keyboard(message)}
    if message.rows:
        rows: list[Json] = [[_inline(button) for button in row] for row in message.rows]
        return {"reply_markup": {"inline_keyboard": rows}}
    if edit or message.card:
        return {}
    return {"reply_markup": {"remove_keyboard": True}}


def _contact_keyboard(message: Message) -> Json:
    """A keyboard under the text field; its other buttons send their words as if typed."""
    rows: list[Json] = [[_key(button) for button in row] for row in message.rows]
    return {"keyboard": rows, "one_time_keyboard": True, "resize_keyboard": True}


def _key(button: Button) -> Json:
    asked: dict[str, Json] = {"request_contact": True} if button.wants == "contact" else {}
    return {"text": button.words, **asked, **_style(button)}


def _inline(button: Button) -> Json:
    if button.url:
        return {"text": button.words, "url": button.url, **_style(button)}
    if not 1 <= len(button.data.encode()) <= DATA:
        raise ValueError(f"data of a button must be 1 to {DATA} bytes: {button.data!r}")
    return {"text": button.words, "callback_data": button.data, **_style(button)}


def _style(button: Button) -> dict[str, Json]:
    """The style as the Bot API names it since February 2026; older servers pass over it."""
    return {"style": button.style} if button.style else {}
