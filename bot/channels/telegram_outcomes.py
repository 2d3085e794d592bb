"""How a call of the Bot API ended: one table on status and description.

Descriptions are those of the server's own source (tdlib/telegram-bot-api, Client.cpp); Telegram
gives no codes for them, so they are told by their words, in lower case.
"""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from random import Random
from typing import TypeAlias, assert_never

from bot.channels.backoff import backoff
from bot.channels.base import (
    Gone,
    Halted,
    Later,
    Moved,
    Outcome,
    Owed,
    Refused,
    Request,
    Sent,
    Unknown,
)
from bot.channels.telegram_transport import Answer, Lost, Reply, Unsent
from dialogs.model import Json

Ending: TypeAlias = Callable[[Answer, Owed, Random], Outcome]

MARKUP = frozenset({"parse_mode", "entities", "caption_entities"})
SPREAD = 0.25  # seconds, added to what a 429 asks for
REASON = 200  # characters kept of a description


def outcome(reply: Reply, owed: Owed, rng: Random) -> Outcome:
    """What a reply means for the row that was sent. `rng` spreads the waiting times."""
    match reply:
        case Unsent():
            return Later(backoff(owed.attempts, rng), reply.reason, reached=False)
        case Lost():
            return Unknown(backoff(owed.attempts, rng), reply.reason)
        case Answer(ok=True):
            return Sent(_number(reply.result) or owed.target)
        case Answer():
            return _refusal(reply, owed, rng)
    assert_never(reply)


def _refusal(answer: Answer, owed: Owed, rng: Random) -> Outcome:
    if answer.migrate_to:
        return Moved(answer.migrate_to)
    said = answer.description.lower()
    for status, words, ending in TABLE:
        if answer.status in status and words in said:
            return ending(answer, owed, rng)
    return _refused(answer, owed, rng)


def _sent(_answer: Answer, owed: Owed, _rng: Random) -> Outcome:
    return Sent(owed.target)


def _later(answer: Answer, owed: Owed, rng: Random) -> Outcome:
    after = answer.retry_after + rng.uniform(0, SPREAD)
    after = after if answer.retry_after else backoff(owed.attempts, rng)
    return Later(after, _reason(answer), flood=answer.status == HTTPStatus.TOO_MANY_REQUESTS)


def _unknown(answer: Answer, owed: Owed, rng: Random) -> Outcome:
    return Unknown(backoff(owed.attempts, rng), _reason(answer))


def _gone(answer: Answer, _owed: Owed, _rng: Random) -> Outcome:
    return Gone(_reason(answer))


def _halted(answer: Answer, _owed: Owed, _rng: Random) -> Outcome:
    return Halted(_reason(answer))


def _without(*names: str) -> Ending:
    """Refused, but worth a try without these fields, if any of them is there."""

    def ending(answer: Answer, owed: Owed, rng: Random) -> Outcome:
        body = {key: value for key, value in owed.request.body.items() if key not in names}
        if len(body) == len(owed.request.body):
            return _refused(answer, owed, rng)
        return Refused(_reason(answer), Request(owed.request.method, body, owed.request.file))

    return ending


def _anew(answer: Answer, owed: Owed, _rng: Random) -> Outcome:
    """The message to change is gone or cannot change: worth a new message."""
    edit = owed.request.method == "editMessageText"
    return Refused(_reason(answer), Request("sendMessage", owed.request.body) if edit else None)


def _refused(answer: Answer, owed: Owed, _rng: Random) -> Outcome:
    """Refused for good; but the words under a file that is refused are worth a message."""
    return Refused(_reason(answer), _words(owed.request.body) if owed.request.file else None)


def _words(body: Mapping[str, Json]) -> Request | None:
    if not body.get("caption"):
        return None
    rest = {key: value for key, value in body.items() if key != "caption"}
    return Request("sendMessage", {"text": body["caption"], **rest})


def _reason(answer: Answer) -> str:
    return f"{answer.status} {answer.description}"[:REASON]


def _number(result: Json) -> str:
    number = result.get("message_id") if isinstance(result, dict) else None
    return "" if number is None else str(number)


OK = {200}  # "ok": false with status 200: no server of ours does it, some proxies do
BAD = {400}
#     status            words of the description                    how it ends; first match wins
TABLE: tuple[tuple[set[int] | range, str, Ending], ...] = (
    ({429}, "", _later),
    ({401, 404}, "", _halted),
    ({403}, "", _gone),  # "bot was blocked by the user", "user is deactivated", "bot was kicked…"
    ({409}, "", _later),
    (range(500, 600), "", _unknown),
    (OK, "", _unknown),
    (BAD, "message is not modified", _sent),
    (BAD, "query is too old", _sent),
    (BAD, "query id is invalid", _sent),
    (BAD, "chat not found", _gone),
    (BAD, "peer_id_invalid", _gone),
    (BAD, "chat_write_forbidden", _gone),
    (BAD, "rights to send", _gone),  # "not enough rights…", "have no rights…": a muted bot
    (BAD, "message to edit not found", _anew),
    (BAD, "message can't be edited", _anew),
    (BAD, "message_id_invalid", _anew),
    (BAD, "message identifier is not specified", _anew),
    (BAD, "there is no text in the message to edit", _anew),
    (BAD, "can't parse entities", _without(*MARKUP)),
    (BAD, "message thread not found", _without("message_thread_id")),
    (BAD, "topic_closed", _without("message_thread_id")),
    (BAD, "topic_deleted", _without("message_thread_id")),
    (BAD, "button", _without("reply_markup")),  # BUTTON_DATA_INVALID and its like
    (BAD, "keyboard", _without("reply_markup")),
    (BAD, "reply markup", _without("reply_markup")),
    (BAD, "phone number can be requested", _without("reply_markup")),
)
