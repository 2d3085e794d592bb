"""What never stands in a log line, and how lines keep apart."""

import ast
import io
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import orjson
import pytest
import structlog

from bot.channels.base import Message, Request
from bot.dispatch import Dispatcher
from bot.logs import KNOWN, redact, set_up
from bot.stage import Stage
from dialogs.model import Address, Event, Text
from storage.inbox import EventKey
from storage.store import Store
from tests.bot.postman import Postman
from tests.reading_code import trees

TOKEN = "7000000001:AAF-canary_canary_canary_canary_123"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """A set-up like the process's own, put back afterwards."""
    root = logging.getLogger()
    before = root.level, root.handlers[:]
    stream = io.StringIO()
    set_up("DEBUG", stream=stream)
    yield stream
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    structlog.reset_defaults()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"GET https://api.telegram.org/bot{TOKEN}/getMe", "/bot<token>/getMe"),
        (f"token {TOKEN}.", "token <token>."),
        ("http://127.0.0.1:81/file/botshort:x/photos/1.jpg", "/file/bot<token>/photos/1.jpg"),
        ("call 13812345678 now", "call *********78 now"),
        ("138 1234 5678", "***********78"),
        ("+44 7700 900123", "*************23"),
        ("１３８12345678", "*********78"),
        ("chat -1001987654321", "chat -1001987654321"),
        ("号码13812345678打不通", "号码*********78打不通"),
    ],
)
def test_tokens_and_phones_are_masked(text: str, left: str) -> None:
    assert left in redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-07-20T08:00:00.123456Z",
        "ticket TS26110004277",
        "took 0.123456789012 s",
        "94 yuan, 6120 minor units",
        "/srv/redress/bot/channels/telegram.py",
    ],
)
def test_times_amounts_and_ticket_numbers_stay(text: str) -> None:
    assert redact(text) == text


def test_nothing_secret_passes_by_message_argument_extra_or_traceback(lines: io.StringIO) -> None:
    log = logging.getLogger("canary")
    log.warning("bare " + TOKEN)  # noqa: G003 - on purpose
    log.warning("argument %s", TOKEN)
    log.warning("extra", extra={"url": f"/bot{TOKEN}/getMe", "phone": "13812345678"})
    try:
        raise ValueError(f"cannot open https://x/bot{TOKEN}/getMe for +8613812345678")
    except ValueError:
        log.exception("failed", stack_info=True)
    structlog.get_logger("structured").warning("said", token=TOKEN)
    said = lines.getvalue()
    assert said.count("<token>") >= 5
    assert "canary_canary" not in said
    assert "1381234" not in said


def test_nobody_can_forge_a_line(lines: io.StringIO) -> None:
    log = logging.getLogger("forged")
    log.warning("one\n2026-01-01 info root all is well\x1b[2J")
    try:
        raise ValueError("two\n2026-01-01 info root all is well")
    except ValueError:
        log.exception("three")
    first, *rest = lines.getvalue().splitlines()
    assert r"one\x0a2026-01-01 info root all is well\x1b[2J" in first
    assert all(line.startswith("  | ") for line in rest[1:])


def test_a_line_tells_time_level_logger_message_and_extras(lines: io.StringIO) -> None:
    logging.getLogger("bot.polling").warning("no updates", extra={"action": "poll_failed"})
    (line,) = lines.getvalue().splitlines()
    assert line.endswith("Z warning bot.polling no updates action=poll_failed")


async def test_what_is_put_aside_is_told_in_words_and_with_its_id(
    stage: Stage, store: Store, lines: io.StringIO
) -> None:
    dispatcher = Dispatcher(stage, store, lambda: datetime.now(UTC), {})
    await dispatcher.park(EventKey("telegram", "42", "update-8123456789"), {}, "no chat in it")
    (line,) = lines.getvalue().splitlines()
    extras = "action=park which=update-8123456789 why=no chat in it"
    assert line.endswith(f" error bot.dispatch event parked {extras}")


class Stumbling(Postman):
    """A channel that cannot write a message with buttons."""

    def requests(self, message: Message, *, edit: bool) -> tuple[Request, ...]:
        if message.rows:
            raise ValueError("a fault of ours")
        return super().requests(message, edit=edit)


async def test_a_step_that_failed_is_told_in_words_and_with_its_id(
    stage: Stage, store: Store, lines: io.StringIO
) -> None:
    stage = replace(stage, channels={"telegram": Stumbling()})
    dispatcher = Dispatcher(stage, store, lambda: datetime.now(UTC), {})
    where = Address("telegram", "42", "7")
    event = Event("update-8123456789", where, datetime.now(UTC), Text("hello"))
    await dispatcher.take([(event, {})])
    line, *below = lines.getvalue().splitlines()
    extras = "action=step_failed which=update-8123456789"
    assert line.endswith(f" error bot.dispatch step failed {extras}")
    assert below[-1] == "  | ValueError: a fault of ours"


def test_no_extra_takes_the_place_of_the_words() -> None:
    said = [
        (path, node.lineno, {one.value for one in node.keys if isinstance(one, ast.Constant)})
        for path, tree in trees("bot", "storage", "dialogs").items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
    ]
    extras = [(path, line, names) for path, line, names in said if "action" in names]
    assert len(extras) > 40
    assert [(path, line) for path, line, names in extras if names & set(KNOWN)] == []


@pytest.mark.usefixtures("lines")
def test_json_lines_are_json() -> None:
    stream = io.StringIO()
    set_up(json=True, stream=stream)
    logging.getLogger("a").info("你好\n%s", TOKEN)
    said = orjson.loads(stream.getvalue())
    assert said["event"] == "你好\n<token>"


@pytest.mark.usefixtures("lines")
def test_what_others_tell_of_each_call_stays_out() -> None:
    for name in ("httpx", "aiohttp.access", "telegram.Bot", "transitions.core", "uvicorn.access",
                 "fontTools.subset"):  # fmt: skip
        assert not logging.getLogger(name).isEnabledFor(logging.INFO)
