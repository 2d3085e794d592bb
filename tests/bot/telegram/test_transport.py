"""What the wire makes of answers, broken lines and files, over real HTTP."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from traceback import format_exception

import orjson
import pytest
from aiohttp import web
from telegram import Bot, InputFile
from telegram.error import InvalidToken, NetworkError, TelegramError, TimedOut

from bot.channels.base import FetchFailed
from bot.channels.telegram_library import library
from bot.channels.telegram_transport import (
    Answer,
    Lost,
    Reply,
    Unsent,
    Upload,
    Wire,
    open_session,
)
from tests.bot.telegram.plain_server import Answerer, Plain, cuts_off, hangs_up, says, serving

TOKEN = "7000000001:" + "A" * 35


@asynccontextmanager
async def wired(answer: Answerer) -> AsyncIterator[tuple[Wire, Plain]]:
    async with serving(answer) as plain, open_session(plain.base_url) as session:
        yield Wire(session, TOKEN, plain.base_url), plain


@asynccontextmanager
async def client(answer: Answerer) -> AsyncIterator[tuple[Bot, Plain]]:
    async with serving(answer) as plain, open_session(plain.base_url) as session:
        yield library(session, TOKEN, plain.base_url), plain


async def reply_to(answer: Answerer) -> Reply:
    async with wired(answer) as (wire, _):
        return await wire.post("sendMessage", {"chat_id": 5, "text": "你好"})


async def test_a_call_is_json_to_the_bots_own_path() -> None:
    async with wired(says(200, {"ok": True, "result": {"message_id": 7}})) as (wire, plain):
        reply = await wire.post("sendMessage", {"chat_id": 5, "text": "你好 😀"})
    ((path, kind, body),) = plain.seen
    assert (path, kind) == (f"/bot{TOKEN}/sendMessage", "application/json")
    assert orjson.loads(body) == {"chat_id": 5, "text": "你好 😀"}
    assert reply == Answer(200, ok=True, result={"message_id": 7})


async def test_a_file_goes_as_a_form_with_its_name() -> None:
    async with wired(says(200, {"ok": True, "result": {}})) as (wire, plain):
        await wire.post(
            "sendDocument",
            {"chat_id": 5, "caption": "好", "reply_markup": {"inline_keyboard": []}},
            upload=Upload("document", "确认书.pdf", b"%PDF-1.7"),
        )
    ((_, kind, body),) = plain.seen
    assert kind == "multipart/form-data"
    for piece in (
        'name="chat_id"',
        '{"inline_keyboard":[]}',
        "好",
        'filename="确认书.pdf"',
        "%PDF",
    ):
        assert piece.encode() in body


async def test_a_file_of_megabytes_goes_too() -> None:
    async with wired(says(200, {"ok": True, "result": {}})) as (wire, plain):
        await wire.post("sendDocument", {}, upload=Upload("document", "a.pdf", b"x" * 2**21))
    assert b"application/pdf" in plain.seen[0][2]
    assert len(plain.seen[0][2]) > 2**21


@pytest.mark.parametrize(
    ("status", "said", "reply"),
    [
        (
            429,
            {"ok": False, "description": "Too Many Requests", "parameters": {"retry_after": 3}},
            Answer(429, description="Too Many Requests", retry_after=3),
        ),
        (
            400,
            {"ok": False, "description": "upgraded", "parameters": {"migrate_to_chat_id": -1001}},
            Answer(400, description="upgraded", migrate_to="-1001"),
        ),
        (
            403,
            {"ok": False, "description": "Forbidden: bot was blocked by the user"},
            Answer(403, description="Forbidden: bot was blocked by the user"),
        ),
        (500, {"ok": True, "result": 1}, Answer(500, result=1)),
        (400, {"ok": False, "parameters": [1]}, Answer(400)),
        (413, b"<html>", Answer(413, description="Request Entity Too Large")),
        (403, b"<html>go away</html>", Lost("HTTP 403 without an answer of the Bot API")),
        (404, [], Lost("HTTP 404 without an answer of the Bot API")),
        (200, b'{"ok": tr', Lost("HTTP 200 without an answer of the Bot API")),
        (302, b"", Lost("HTTP 302 without an answer of the Bot API")),
    ],
)
async def test_an_answer_is_read_with_its_hints(status: int, said: object, reply: Reply) -> None:
    assert await reply_to(says(status, said)) == reply


@pytest.mark.parametrize("answer", [hangs_up, cuts_off])
async def test_a_line_cut_after_sending_is_lost(answer: Answerer) -> None:
    assert isinstance(await reply_to(answer), Lost)


async def test_a_server_that_never_answers_is_lost_after_the_patience() -> None:
    release = asyncio.Event()

    async def hang(_request: web.Request) -> web.StreamResponse:
        await release.wait()
        return web.Response()

    async with wired(hang) as (wire, _):
        reply = await wire.post("getMe", {}, patience=0.05)
        release.set()
    assert isinstance(reply, Lost)


def closed_port() -> str:
    """An address where nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{one.getsockname()[1]}"


async def test_without_a_connection_nothing_was_sent() -> None:
    base = closed_port()
    async with open_session(base) as session:
        assert await Wire(session, TOKEN, base).post("getMe", {}) == Unsent("ClientConnectorError")


async def test_the_connection_is_kept_between_calls() -> None:
    peers = set()

    async def answer(request: web.Request) -> web.StreamResponse:
        assert request.transport
        peers.add(request.transport.get_extra_info("peername"))
        return web.json_response({"ok": True})

    async with wired(answer) as (wire, _):
        for _ in range(5):
            await wire.post("getMe", {})
    assert len(peers) == 1


async def drain(wire: Wire, limit: int) -> bytes:
    return b"".join([chunk async for chunk in wire.download("photos/文件 1.jpg", limit)])


async def test_a_file_comes_in_chunks_from_the_bots_file_path() -> None:
    async with wired(says(200, b"x" * 200_000)) as (wire, plain):
        assert await drain(wire, 200_000) == b"x" * 200_000
    assert plain.seen[0][0] == f"/file/bot{TOKEN}/photos/文件 1.jpg"


async def test_a_file_over_the_limit_is_refused_by_its_length() -> None:
    async with wired(says(200, b"x" * 11)) as (wire, _):
        with pytest.raises(FetchFailed) as told:
            await drain(wire, 10)
    assert (told.value.reason, told.value.lasting) == ("too_large", True)


async def test_a_file_that_hides_its_length_is_cut_at_the_limit() -> None:
    async def stream(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        response.enable_chunked_encoding()
        await response.prepare(request)
        for _ in range(10):
            await response.write(b"x" * 1000)
        return response

    async with wired(stream) as (wire, _):
        with pytest.raises(FetchFailed, match="too_large"):
            await drain(wire, 5000)


@pytest.mark.parametrize(
    ("answer", "reason", "lasting"),
    [
        (says(404, b""), "gone", True),
        (says(502, b""), "network", False),
        (cuts_off, "network", False),
        (hangs_up, "network", False),
    ],
)
async def test_a_file_that_does_not_come_says_whether_to_try_again(
    answer: Answerer, reason: str, lasting: bool
) -> None:
    async with wired(answer) as (wire, _):
        with pytest.raises(FetchFailed) as told:
            await drain(wire, 5000)
    assert (told.value.reason, told.value.lasting) == (reason, lasting)
    assert TOKEN not in "".join(format_exception(told.value))


async def test_the_library_reads_its_answers_through_the_same_pool() -> None:
    me = {"id": 7000000001, "is_bot": True, "first_name": "Redress", "username": "redress_bot"}
    async with client(says(200, {"ok": True, "result": me})) as (bot, plain):
        user = await bot.get_me()
    assert user.username == "redress_bot"
    assert plain.seen[0][0] == f"/bot{TOKEN}/getMe"


async def test_the_library_sends_files_through_it() -> None:
    sent = {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}}
    async with client(says(200, {"ok": True, "result": sent})) as (bot, plain):
        await bot.send_document(5, InputFile(b"%PDF", filename="确认书.pdf"), "a")
    ((_, kind, body),) = plain.seen
    assert kind == "multipart/form-data"
    assert 'name="document"; filename="确认书.pdf"'.encode() in body


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (says(401, {"ok": False, "description": "Unauthorized"}), InvalidToken),
        (says(200, b"<html>"), TelegramError),
        (hangs_up, NetworkError),
    ],
)
async def test_the_library_fails_in_its_own_words_without_the_token(
    answer: Answerer, error: type[TelegramError], caplog: pytest.LogCaptureFixture
) -> None:
    async with client(answer) as (bot, _):
        with pytest.raises(error) as told:
            await bot.get_me()
    assert TOKEN not in "".join(format_exception(told.value)) + caplog.text


async def test_no_connection_is_no_timeout_to_the_library() -> None:
    base = closed_port()
    async with open_session(base) as session:
        with pytest.raises(NetworkError) as told:
            await library(session, TOKEN, base).get_me()
    assert not isinstance(told.value, TimedOut)


async def test_the_token_is_in_no_representation() -> None:
    async with open_session() as session:
        wire = Wire(session, TOKEN)
        assert repr(wire) == "Wire(7000000001)"
        assert wire.sound
        assert not Wire(session, "7:a/b c").sound


@pytest.mark.parametrize("home", ["127.0.0.1", "localhost"])
async def test_a_proxy_of_the_environment_is_not_asked_for_this_machine(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(says(200, {"ok": True})) as proxy, serving(says(200, {"ok": True})) as plain:
        monkeypatch.setenv("http_proxy", proxy.base_url)
        base = plain.base_url.replace("127.0.0.1", home)
        async with open_session(base) as session:
            await Wire(session, TOKEN, base).post("getMe", {})
    assert (len(proxy.seen), len(plain.seen)) == (0, 1)


@pytest.mark.parametrize(("spared", "asked"), [("", 1), ("api.x.test", 0)])
async def test_a_proxy_of_the_environment_is_asked_for_others_unless_they_are_spared(
    spared: str, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(says(200, {"ok": True, "result": 7})) as proxy:
        name = proxy.base_url.replace("://", "://ann:secret@")
        monkeypatch.setenv("http_proxy", name)
        monkeypatch.setenv("no_proxy", spared)
        async with open_session("http://api.x.test") as session:
            reply = await Wire(session, TOKEN, "http://api.x.test").post("getMe", {})
    assert len(proxy.seen) == asked
    assert isinstance(reply, Answer if asked else Unsent)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (says(200, {"ok": True, "result": True}), 200),
        (says(429, {"ok": False, "parameters": {"retry_after": 3}}), 429),
        (says(502, b"<html>proxy</html>"), 502),
        (hangs_up, 0),
        (cuts_off, 0),
    ],
)
async def test_how_each_call_was_answered_is_told(answer: Answerer, status: int) -> None:
    heard: list[int] = []
    async with serving(answer) as plain, open_session(plain.base_url) as session:
        await Wire(session, TOKEN, plain.base_url, heard.append).post("getMe", {})
    assert heard == [status]
