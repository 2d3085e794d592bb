"""The calls of the Bot API that write no message: presses, commands, files, chats, topics."""

import json
import re
from typing import Any

from tests.peers.arguments import Arguments, integer
from tests.peers.refusal import Refusal
from tests.peers.updates import Raw, stored
from tests.peers.world import MAX_DOWNLOAD, Chat, Toast, World

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
SCOPES = {
    *("default", "all_private_chats", "all_group_chats", "all_chat_administrators"),
    *("chat", "chat_administrators", "chat_member"),
}
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}|")


def get_me(world: World, _: Arguments) -> Raw:
    can: Raw = {"can_join_groups": True, "can_read_all_group_messages": False}
    kept = ("supports_inline_queries", "can_connect_to_business", "has_main_web_app")
    return world.bot | can | dict.fromkeys(kept, False)


def answer_press(world: World, arguments: Arguments) -> bool:
    """Show a toast to who pressed a button; each press is answered once and in time."""
    press = world.presses.get(arguments.text("callback_query_id"))
    words = arguments.text("text")
    if press is None or press.answer or world.seconds() - press.at > world.query_life:
        raise Refusal(400, TOO_OLD)
    if len(words) > 200:
        raise Refusal(400, "Bad Request: MESSAGE_TOO_LONG")
    press.answer = Toast(words, arguments.yes("show_alert"))
    press.bell.ring()
    return True


def shelf(arguments: Arguments) -> tuple[str, str]:
    """Where a list of commands belongs: its scope as JSON, and a two-letter language or ""."""
    scope = arguments.decoded("scope", "BotCommandScope") or {"type": "default"}
    if not isinstance(scope, dict):
        raise Refusal(400, "Bad Request: botCommandScope must be an Object")
    if scope.get("type") not in SCOPES:
        raise Refusal(400, "Bad Request: can't parse BotCommandScope: unsupported type specified")
    language = arguments.text("language_code")
    if not LANGUAGE.fullmatch(language):
        raise Refusal(400, "Bad Request: invalid language code specified")
    return json.dumps(scope, sort_keys=True), language


def set_commands(world: World, arguments: Arguments) -> bool:
    commands = arguments.decoded("commands", "commands")
    if not isinstance(commands, list):
        raise Refusal(400, "Bad Request: expected an Array of BotCommand")
    if len(commands) > 100:
        raise Refusal(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        check_command(command)
    world.commands[shelf(arguments)] = commands
    return True


def check_command(command: Any) -> None:
    wrong = "Bad Request: can't parse BotCommand: "
    if not isinstance(command, dict):
        raise Refusal(400, f"{wrong}expected an Object")
    for name in ("command", "description"):
        if not isinstance(command.get(name), str):
            raise Refusal(400, f'{wrong}Can\'t find field "{name}"')
    if not COMMAND.fullmatch(command["command"].removeprefix("/")):
        raise Refusal(400, "Bad Request: BOT_COMMAND_INVALID")
    if not 1 <= len(command["description"]) <= 256:
        raise Refusal(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")


def commands(world: World, arguments: Arguments) -> list[Raw]:
    return world.commands.get(shelf(arguments), [])


def delete_commands(world: World, arguments: Arguments) -> bool:
    world.commands.pop(shelf(arguments), None)
    return True


def get_file(world: World, arguments: Arguments) -> Raw:
    file_id = arguments.text("file_id")
    if not file_id:
        raise Refusal(400, "Bad Request: file_id not specified")
    held = world.files.get(file_id)
    if held is None:
        raise Refusal(400, "Bad Request: invalid file_id")
    if held.size > MAX_DOWNLOAD:
        raise Refusal(400, "Bad Request: file is too big")
    return stored(file_id, held.size) | {"file_path": held.path}


def get_chat(world: World, arguments: Arguments) -> Raw:
    chat = world.chats.get(integer(arguments.text("chat_id")) or 0)
    if chat is None or not chat.begun:
        raise Refusal(400, "Bad Request: chat not found")
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    taken = dict.fromkeys((*gifts, "gifts_from_channels"), True)
    full: Raw = {"accent_color_id": 3, "max_reaction_count": 11, "accepted_gift_types": taken}
    return chat.raw | full


def create_topic(world: World, arguments: Arguments) -> Raw:
    chat, name = world.reach(arguments.text("chat_id")), arguments.text("name")
    if not chat.raw.get("is_forum"):
        raise Refusal(400, "Bad Request: the chat is not a forum")
    if not chat.manages:
        raise Refusal(400, "Bad Request: not enough rights to create a topic")
    if not 1 <= len(name) <= 128:
        raise Refusal(400, "Bad Request: TOPIC_TITLE_EMPTY")
    thread = world.next_message()
    chat.topics[thread] = name
    return {"message_thread_id": thread, "name": name, "icon_color": 7_322_096}


def own_topic(world: World, arguments: Arguments) -> tuple[Chat, int]:
    """The topic that a call names, and its chat; whoever made a topic may always change it."""
    chat = world.reach(arguments.text("chat_id"))
    thread = arguments.number("message_thread_id", 0, 0, 2**31)
    if thread not in chat.topics:
        raise Refusal(400, "Bad Request: message thread not found")
    return chat, thread


def edit_topic(world: World, arguments: Arguments) -> bool:
    (chat, thread), name = own_topic(world, arguments), arguments.text("name")
    if chat.topics[thread] == name:
        raise Refusal(400, "Bad Request: TOPIC_NOT_MODIFIED")
    chat.topics[thread] = name
    return True


def close_topic(world: World, arguments: Arguments) -> bool:
    chat, thread = own_topic(world, arguments)
    if thread in chat.closed:
        raise Refusal(400, "Bad Request: TOPIC_NOT_MODIFIED")
    chat.closed.add(thread)
    return True


def reopen_topic(world: World, arguments: Arguments) -> bool:
    chat, thread = own_topic(world, arguments)
    if thread not in chat.closed:
        raise Refusal(400, "Bad Request: TOPIC_NOT_MODIFIED")
    chat.closed.discard(thread)
    return True


def delete_topic(world: World, arguments: Arguments) -> bool:
    chat, thread = own_topic(world, arguments)
    chat.delete_topic(thread)
    return True


def get_member(world: World, arguments: Arguments) -> Raw:
    """A member of a chat: the bot itself is all that is played."""
    chat = world.chats.get(integer(arguments.text("chat_id")) or 0)
    if chat is None or not chat.begun:
        raise Refusal(400, "Bad Request: chat not found")
    if integer(arguments.text("user_id")) != world.bot["id"]:
        raise Refusal(400, "Bad Request: user not found")
    if chat.barred:
        return {"user": world.bot, "status": "kicked", "until_date": 0}
    if not chat.manages:
        return {"user": world.bot, "status": "member"}
    rights = ("can_manage_chat", "can_manage_topics", "can_delete_messages", "can_pin_messages")
    member: Raw = {"user": world.bot, "status": "administrator", "can_be_edited": False}
    return member | dict.fromkeys(rights, True)


ASKING: dict[str, Any] = {
    "getme": get_me,
    "answercallbackquery": answer_press,
    "setmycommands": set_commands,
    "getmycommands": commands,
    "deletemycommands": delete_commands,
    "getfile": get_file,
    "getchat": get_chat,
    "getchatmember": get_member,
    "createforumtopic": create_topic,
    "editforumtopic": edit_topic,
    "closeforumtopic": close_topic,
    "reopenforumtopic": reopen_topic,
    "deleteforumtopic": delete_topic,
}
