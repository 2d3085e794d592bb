"""Telegram's webhook: takes an update, and says so only once it is committed."""

import hashlib
import hmac
import logging
from dataclasses import dataclass

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.polling import Take
from storage.errors import StoreBroken

log = logging.getLogger(__name__)

LARGEST = 1_048_576  # bytes of a body
SECRET = b"x-telegram-bot-api-secret-token"


class NotYet(Exception):
    """The bot takes no updates yet: it is still being set up."""


def opaque_path(token: str) -> str:
    """The last part of the webhook's path: told by the token, tells nothing of it."""
    return _derived(token, b"redress: webhook path")[:32]


def derived_secret(token: str) -> str:
    """A secret for Telegram to show, where the operator has set none."""
    return _derived(token, b"redress: webhook secret")


@dataclass(frozen=True, slots=True)
class Hook:
    """What is told at one bot's webhook: the path and the secret that Telegram shows there."""

    path: bytes
    secret: bytes
    take: Take


def hook(token: str, secret: str, take: Take) -> Hook:
    """The webhook of the bot with this token. Raises ValueError without a secret."""
    if not secret:
        raise ValueError("a webhook needs a secret")
    return Hook(opaque_path(token).encode(), secret.encode(), take)


def webhook(*hooks: Hook) -> Route:
    """The route `/telegram/{opaque path}` of these bots.

    Answers 200 after `take` returned, 503 where it failed (Telegram comes again), 403 to whoever
    shows the wrong path or secret, and nothing in the body to anybody.
    """

    async def deliver(request: Request) -> Response:
        met = [one for one in hooks if _admitted(request, one.path, one.secret)]
        if not met:
            log.warning("webhook refused", extra={"action": "webhook_refused"})
            return Response(status_code=403)
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return Response(status_code=415)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        return Response(status_code=await _taken(body, met[0].take))

    return Route("/telegram/{path}", deliver, methods=["POST"], name="telegram")


def _derived(token: str, purpose: bytes) -> str:
    return hmac.new(token.encode(), purpose, hashlib.sha256).hexdigest()


def _admitted(request: Request, path: bytes, secret: bytes) -> bool:
    """Compare both, always, in a time that tells nothing."""
    shown = next((value for name, value in request.scope["headers"] if name == SECRET), b"")
    right_path = hmac.compare_digest(request.path_params["path"].encode(), path)
    return hmac.compare_digest(shown, secret) and right_path


async def _body(request: Request) -> bytes | None:
    """The body; None if it is too large, whatever length was announced, or never came whole."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                return None
    except ClientDisconnect:
        return None
    return bytes(body)


async def _taken(body: bytes, take: Take) -> int:
    """Have one update taken; the status that says how it went."""
    try:
        update = orjson.loads(body)
    except ValueError:
        return 400
    if not isinstance(update, dict):
        return 400
    try:
        await take([update])
    except StoreBroken as error:
        log.warning("update not kept: %s", error, extra={"action": "take_failed"})
        return 503
    except NotYet:  # a replica that has just been started; Telegram comes again
        return 503
    except Exception:  # whatever it is: Telegram keeps what we do not answer with 200
        log.exception("update not taken", extra={"action": "take_failed"})
        return 503
    return 200
