"""The calls of the Bot API that write, change and take away messages, strict as the server.

Each takes the World and the arguments, changes the World whole or not at all, and returns the
result of the call; what it will not do is a Refusal in the server's words. Texts of errors follow
the server's source and, for what happens behind it, what bots report.
"""

from typing import Any

from tests.peers import keyboards, markup
from tests.peers.arguments import Arguments, Upload, integer
from tests.peers.refusal import Refusal
from tests.peers.updates import Raw, document, mime, photo, said_by_bot, units, video, voice
from tests.peers.world import Chat, Message, World, key

TEXT, CAPTION, SOURCE_BYTES = 4096, 1024, 32_768
PHOTO_BYTES, FILE_BYTES, DELETABLE = 10 * 2**20, 50 * 2**20, 48 * 3600
SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
    *("upload_document", "choose_sticker", "find_location", "record_video_note"),
    *("upload_video_note", "record_audio", "upload_audio"),
}


def text_of(arguments: Arguments, name: str, most: int) -> Raw:
    """Parsed text or caption as the message will hold it, trimmed and measured."""
    written = arguments.text(name)
    if len(written.encode()) > SOURCE_BYTES:
        raise Refusal(400, "Bad Request: text is too long")
    plain, found = markup.parsed(written, arguments.text("parse_mode"))
    prefix = "caption_" if name == "caption" else ""
    found = found or given_entities(arguments, f"{prefix}entities")
    plain = plain.rstrip() if found else plain.strip()
    if units(plain) > most:
        what = "message caption" if name == "caption" else "message"
        raise Refusal(400, f"Bad Request: {what} is too long")
    return {name: plain} | ({f"{prefix}entities": found} if found else {})


def given_entities(arguments: Arguments, name: str) -> list[Raw]:
    """Entities that the bot counted itself; what is no list is passed over, as the server does."""
    try:
        given = arguments.decoded(name, "entities")
    except Refusal:
        return []
    if not isinstance(given, list):
        return []
    for entity in given:
        if not isinstance(entity, dict) or not {"type", "offset", "length"} <= entity.keys():
            raise Refusal(400, "Bad Request: can't parse MessageEntity: expected an Object")
    return given


def message_text(arguments: Arguments) -> Raw:
    written = arguments.text("text")
    if not written:
        raise Refusal(400, "Bad Request: message text is empty")
    content = text_of(arguments, "text", TEXT)
    if not content["text"].strip():
        raise Refusal(400, "Bad Request: text must be non-empty")
    return content


def keyboard(arguments: Arguments, chat: Chat) -> Raw:
    return keyboards.checked(
        arguments.decoded("reply_markup", "reply keyboard markup"), private=chat.private
    )


def answered(world: World, chat: Chat, arguments: Arguments) -> Raw:
    """The message replied to, as content; nothing when there is none, or it may be missing."""
    told = arguments.decoded("reply_parameters", "reply parameters") or {}
    if not isinstance(told, dict):
        raise Refusal(400, "Bad Request: object expected as reply parameters")
    target = told.get("message_id") or arguments.number("reply_to_message_id", 0, 0, 2**31)
    if not target:
        return {}
    original = chat.messages.get(integer(str(target)) or 0)
    if original is not None:
        bare = {name: part for name, part in original.raw.items() if name != "reply_to_message"}
        return {"reply_to_message": bare}
    loose = arguments.yes("allow_sending_without_reply")
    if told.get("allow_sending_without_reply") or loose:
        return {}
    raise Refusal(400, "Bad Request: message to be replied not found")


def topic(chat: Chat, arguments: Arguments) -> Raw:
    thread = arguments.number("message_thread_id", 0, 0, 2**31)
    if thread and thread not in chat.topics:
        raise Refusal(400, "Bad Request: message thread not found")
    if thread in chat.closed and not chat.manages:
        raise Refusal(400, "Bad Request: TOPIC_CLOSED")
    return {"message_thread_id": thread, "is_topic_message": True} if thread else {}


def post(
    world: World, chat: Chat, arguments: Arguments, content: Raw, file: Upload | None = None
) -> Raw:
    """Put the bot's new message into the chat; returns it as the server answers."""
    board = keyboard(arguments, chat)
    content = answered(world, chat, arguments) | topic(chat, arguments) | content
    if board.get("inline_keyboard"):
        content = content | {"reply_markup": {"inline_keyboard": board["inline_keyboard"]}}
    raw = said_by_bot(world.bot, chat.raw, content, world.next_message(), world.now())
    if board.get("keyboard"):
        chat.keyboard = tuple(key(button) for row in board["keyboard"] for button in row)
    elif board.get("remove_keyboard"):
        chat.keyboard = ()
    fixed = bool(board) and not board.get("inline_keyboard")
    chat.show(Message(raw, "bot", by_bot=True, fixed=fixed, file=file))
    return raw


def send_message(world: World, arguments: Arguments) -> Raw:
    content = message_text(arguments)
    return post(world, world.reach(arguments.text("chat_id")), arguments, content)


def send_document(world: World, arguments: Arguments) -> Raw:
    chat = world.reach(arguments.text("chat_id"))
    file_id, file = sent_file(world, arguments, "document")
    content = document(file_id, len(file.data), file.name, mime(file.name))
    return post(world, chat, arguments, content | caption(arguments), file)


def send_photo(world: World, arguments: Arguments) -> Raw:
    chat = world.reach(arguments.text("chat_id"))
    file_id, file = sent_file(world, arguments, "photo")
    if len(file.data) > PHOTO_BYTES:
        raise Refusal(400, "Bad Request: file is too big")
    content = photo(file_id, len(file.data))
    return post(world, chat, arguments, content | caption(arguments), file)


def send_voice(world: World, arguments: Arguments) -> Raw:
    chat = world.reach(arguments.text("chat_id"))
    file_id, file = sent_file(world, arguments, "voice")
    content = voice(file_id, len(file.data))
    return post(world, chat, arguments, content | caption(arguments), file)


def send_video(world: World, arguments: Arguments) -> Raw:
    chat = world.reach(arguments.text("chat_id"))
    file_id, file = sent_file(world, arguments, "video")
    content = video(file_id, len(file.data))
    return post(world, chat, arguments, content | caption(arguments), file)


def caption(arguments: Arguments) -> Raw:
    content = text_of(arguments, "caption", CAPTION)
    return content if content["caption"] else {}


def sent_file(world: World, arguments: Arguments, kind: str) -> tuple[str, Upload]:
    """The file of a call: uploaded under its own name, attached, or one the server holds."""
    upload = arguments.files.get(kind)
    named = arguments.text(kind) if upload is None else ""
    if named.startswith("attach://"):
        upload = arguments.files.get(named.removeprefix("attach://"))
    if upload is None and named in world.files:
        held = world.files[named]
        return named, Upload(held.path.rpartition("/")[2], held.data)
    if upload is None and named:
        raise Refusal(400, "Bad Request: wrong file identifier/HTTP URL specified")
    if upload is None:
        raise Refusal(400, f"Bad Request: there is no {kind} in the request")
    if not upload.data:
        raise Refusal(400, "Bad Request: file must be non-empty")
    if len(upload.data) > FILE_BYTES:
        raise Refusal(413, "Request Entity Too Large")
    return world.keep(f"{kind}s/{upload.name}", upload.data), upload


def editable(world: World, arguments: Arguments) -> tuple[Chat, Message]:
    """The message that an edit names, if it is the bot's own and may be changed."""
    chat = world.reach(arguments.text("chat_id"))
    message = chat.messages.get(arguments.number("message_id", 0, 0, 2**31 - 1))
    if message is None:
        raise Refusal(400, "Bad Request: message to edit not found")
    if not message.by_bot or message.fixed:
        raise Refusal(400, "Bad Request: message can't be edited")
    return chat, message


def inline(arguments: Arguments, chat: Chat) -> Raw:
    """The keyboard of an edit, which may only be an inline one; without it the old one goes."""
    board = keyboard(arguments, chat)
    if board and "inline_keyboard" not in board:
        raise Refusal(400, "Bad Request: inline keyboard expected")
    rows = board.get("inline_keyboard")
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def change(world: World, chat: Chat, old: Message, content: Raw) -> Raw:
    """Show the message with its new content; the same content again is an error."""
    changing = ("text", "entities", "caption", "caption_entities", "reply_markup")
    before = {name: old.raw[name] for name in changing if name in old.raw}
    if before == content:
        raise Refusal(400, SAME)
    kept = {name: part for name, part in old.raw.items() if name not in changing}
    raw = kept | {"edit_date": int(world.seconds())} | content
    chat.show(Message(raw, "bot", by_bot=True, file=old.file))
    return raw


def edit_text(world: World, arguments: Arguments) -> Raw:
    content = message_text(arguments)
    chat, old = editable(world, arguments)
    if "text" not in old.raw:
        raise Refusal(400, "Bad Request: there is no text in the message to edit")
    return change(world, chat, old, content | inline(arguments, chat))


def edit_caption(world: World, arguments: Arguments) -> Raw:
    chat, old = editable(world, arguments)
    if "text" in old.raw:
        raise Refusal(400, "Bad Request: there is no caption in the message to edit")
    return change(world, chat, old, caption(arguments) | inline(arguments, chat))


def edit_keyboard(world: World, arguments: Arguments) -> Raw:
    chat, old = editable(world, arguments)
    kept = ("text", "entities", "caption", "caption_entities")
    content = {name: old.raw[name] for name in kept if name in old.raw}
    return change(world, chat, old, content | inline(arguments, chat))


def delete_message(world: World, arguments: Arguments) -> bool:
    chat = world.reach(arguments.text("chat_id"))
    message = chat.messages.get(arguments.number("message_id", 0, 0, 2**31 - 1))
    if message is None:
        raise Refusal(400, "Bad Request: message to delete not found")
    if world.seconds() - message.raw["date"] > DELETABLE or not (message.by_bot or chat.private):
        raise Refusal(400, "Bad Request: message can't be deleted")
    chat.remove(message.id)
    return True


def send_action(world: World, arguments: Arguments) -> bool:
    if arguments.text("action").lower() not in ACTIONS:
        raise Refusal(400, "Bad Request: wrong parameter action in request")
    world.reach(arguments.text("chat_id"))
    return True


SENDING: dict[str, Any] = {
    "sendmessage": send_message,
    "senddocument": send_document,
    "sendphoto": send_photo,
    "sendvoice": send_voice,
    "sendvideo": send_video,
    "editmessagetext": edit_text,
    "editmessagecaption": edit_caption,
    "editmessagereplymarkup": edit_keyboard,
    "deletemessage": delete_message,
    "sendchataction": send_action,
}
