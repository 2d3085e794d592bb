"""Set-up, and the limits that we keep, are what python-telegram-bot would have."""

from collections.abc import Awaitable, Callable

import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.constants import CallbackQueryLimit, InlineKeyboardButtonLimit, MessageLimit

from bot.channels.telegram import TOAST
from bot.channels.telegram_reading import ALLOWED
from bot.channels.telegram_rendering import CAPTION, DATA, TEXT
from bot.channels.telegram_setup import COMMANDS, Webhook, connect, menus
from bot.channels.telegram_transport import Wire, open_session
from tests.bot.telegram.recorder import Recorder, library
from tests.peers.bot_api import FakeBotApi

WORDS = {"zh-CN": dict.fromkeys(COMMANDS, "投诉"), "en": dict.fromkeys(COMMANDS, "complaint")}
GROUP = BotCommandScopeChat(-1001)
HOOK = Webhook("http://127.0.0.1:9/telegram/x", "s" * 32)


def menu(words: str) -> list[BotCommand]:
    return [BotCommand(name, words) for name in COMMANDS]


CASES: tuple[
    tuple[Callable[[Wire], Awaitable[object]], tuple[Callable[[Bot], Awaitable[object]], ...]], ...
] = (
    (
        lambda wire: connect(wire, None),
        (
            lambda bot: bot.get_me(),
            lambda bot: bot.delete_webhook(drop_pending_updates=False),
        ),
    ),
    (
        lambda wire: connect(wire, HOOK),
        (
            lambda bot: bot.get_me(),
            lambda bot: bot.set_webhook(
                HOOK.url,
                allowed_updates=ALLOWED,
                drop_pending_updates=False,
                secret_token=HOOK.secret,
            ),
        ),
    ),
    (
        lambda wire: menus(wire, WORDS, "en"),
        (
            lambda bot: bot.set_my_commands(menu("投诉"), language_code="zh"),
            lambda bot: bot.set_my_commands(menu("complaint"), language_code="en"),
            lambda bot: bot.set_my_commands(menu("complaint")),
        ),
    ),
    (
        lambda wire: menus(wire, {"en": WORDS["en"]}, "en", "-1001"),
        (
            lambda bot: bot.set_my_commands(menu("complaint"), GROUP, language_code="en"),
            lambda bot: bot.set_my_commands(menu("complaint"), GROUP),
        ),
    ),
)


@pytest.mark.parametrize(("ours", "theirs"), CASES, ids=["polling", "webhook", "menus", "group"])
async def test_set_up_makes_the_calls_of_the_library(
    api: FakeBotApi,
    ours: Callable[[Wire], Awaitable[object]],
    theirs: tuple[Callable[[Bot], Awaitable[object]], ...],
) -> None:
    recorder = Recorder()
    for call in theirs:
        try:
            await call(library(recorder))
        except (KeyError, TypeError, AttributeError):  # the recorder answers all with a message
            continue
    async with open_session(api.base_url) as session:
        await ours(Wire(session, api.token, api.base_url))
    made = [(call.method, dict(call.body)) for call in api.sent()]
    assert made == [(method, parameters) for method, parameters, _ in recorder.calls]


def test_our_limits_are_the_librarys() -> None:
    assert (TEXT, CAPTION, DATA, TOAST) == (
        MessageLimit.MAX_TEXT_LENGTH,
        MessageLimit.CAPTION_LENGTH,
        InlineKeyboardButtonLimit.MAX_CALLBACK_DATA,
        CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH,
    )
