"""Setting a bot up: who it is, whether updates are fetched or delivered, the command menus.

Posted as they stand: loading the library for these few calls would be a tenth of a start. Tests
hold each to the one that the library would have made.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from bot.channels.telegram_reading import ALLOWED
from bot.channels.telegram_transport import Answer, Reply, Wire
from dialogs.model import Json, Language

COMMANDS = ("new", "my", "settings", "help", "cancel")  # as the menu shows them, in this order


@dataclass(frozen=True, slots=True)
class Me:
    """The bot as Telegram knows it: id, @username without @, and name."""

    id: str
    username: str
    name: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the bot could not be set up; `lasting` until someone mends it, as a wrong token is."""

    reason: str
    lasting: bool


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram delivers, and the secret it shows there (1 to 256 of A-Z a-z 0-9 _ -)."""

    url: str
    secret: str


async def connect(wire: Wire, webhook: Webhook | None) -> Me | Trouble:
    """Check the token and turn webhook or polling on; updates that wait are kept, always."""
    if not wire.sound:
        return Trouble("the token holds characters that no token has", lasting=True)
    method, body = _delivery(webhook)
    said, turned = await asyncio.gather(wire.post("getMe", {}), wire.post(method, body))
    for reply in (said, turned):
        if (trouble := _trouble(reply)) is not None:
            return trouble
    me = said.result if isinstance(said, Answer) else None
    if not isinstance(me, dict):
        return Trouble("Telegram does not say who the bot is", lasting=False)
    names = (str(me[one]) for one in ("first_name", "last_name") if me.get(one))
    return Me(str(me.get("id", "")), str(me.get("username") or ""), " ".join(names))


async def menus(
    wire: Wire,
    descriptions: Mapping[Language, Mapping[str, str]],
    default: Language,
    group: str = "",
) -> Trouble | None:
    """Set the menu of every language, and that of `default` for everyone else.

    `group`: for this one chat, and nowhere else. Commands stand in the order of their words.
    """
    for code, words in (*descriptions.items(), ("", descriptions[default])):
        body: dict[str, Json] = {
            "commands": [{"command": name, "description": said} for name, said in words.items()]
        }
        if group:
            body["scope"] = {"type": "chat", "chat_id": int(group)}
        if code:
            body["language_code"] = code.partition("-")[0]
        if (trouble := _trouble(await wire.post("setMyCommands", body))) is not None:
            return trouble
    return None


def _delivery(webhook: Webhook | None) -> tuple[str, dict[str, Json]]:
    if webhook is None:
        return "deleteWebhook", {"drop_pending_updates": False}
    return "setWebhook", {
        "url": webhook.url,
        "allowed_updates": list(ALLOWED),
        "drop_pending_updates": False,
        "secret_token": webhook.secret,
    }


def _trouble(reply: Reply) -> Trouble | None:
    """What went wrong, None for nothing."""
    if not isinstance(reply, Answer):
        return Trouble(f"Telegram cannot be reached: {reply.reason}", lasting=False)
    match reply.status:
        case _ if reply.ok:
            return None
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.NOT_FOUND:
            return Trouble("Telegram does not know this token", lasting=True)
        case HTTPStatus.BAD_REQUEST | HTTPStatus.FORBIDDEN:
            return Trouble(f"Telegram refuses: {reply.description}", lasting=True)
        case HTTPStatus.TOO_MANY_REQUESTS:
            return Trouble("Telegram asks to wait", lasting=False)
        case status:
            return Trouble(f"Telegram answered {status}", lasting=False)
