"""Redress as a process: the start with nothing configured, what it says, how it stops.

A start costs seconds, so each test asks of one start all that it can be asked.
"""

import signal
import socket
from pathlib import Path

import aiohttp

from tests.bot.served import Served, command, served
from tests.peers.bot_api import FakeBotApi


async def test_a_start_with_nothing_configured_serves_says_where_and_stops_in_order(
    tmp_path: Path,
) -> None:
    async with served(tmp_path) as redress:
        assert redress.screen[-1] == "ready"
        assert redress.line("telegram").split()[1] == "off"
        assert "config set telegram.token" in redress.line("telegram")
        assert "one-time sign-in" in redress.line("desk")
        assert await redress.get("/healthz") == (200, '{"ok":true,"troubles":{}}')
        assert (await redress.get("/"))[0] == 200
        await signs_in_once(redress)
        code, out, errors = await command(tmp_path, "run", REDRESS_WEB__PORT="0")
        assert (code, out) == (1, "")
        assert "in use by another process" in errors
        redress.process.send_signal(signal.SIGINT)  # a second signal is harmless
        code, errors = await redress.stop()
        assert (code, "Traceback" in errors) == (0, False), errors
    assert (tmp_path / "data/redress.key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "data/redress.db").stat().st_mode & 0o077 == 0
    (tmp_path / "data/redress.key").unlink()
    code, _, errors = await command(tmp_path, "run", REDRESS_WEB__PORT="0")
    assert (code, "key file data/redress.key is missing" in errors) == (1, True)


async def signs_in_once(redress: Served) -> None:
    for status in (200, 401):
        async with aiohttp.ClientSession() as browser, browser.get(redress.desk) as answer:
            assert answer.status == status


async def test_a_wrong_token_leaves_the_web_side_up_and_says_what_is_wrong(
    tmp_path: Path, api: FakeBotApi
) -> None:
    settings = {
        "REDRESS_TELEGRAM__TOKEN": "123456:wrong-wrong-wrong-wrong-wrong-wrong",
        "REDRESS_TELEGRAM__API_BASE_URL": api.base_url,
    }
    async with served(tmp_path, **settings) as redress:
        assert "FAIL" in redress.line("telegram")
        assert "does not know this token" in redress.line("telegram")
        status, told = await redress.get("/healthz")
        assert (status, "does not know this token" in told) == (200, True)
        port = redress.url.rpartition(":")[2]
        code, said, _ = await command(tmp_path, "doctor", **settings, REDRESS_WEB__PORT=port)
        assert (code, "config set telegram.token" in said) == (1, True)
        code, errors = await redress.stop()
        assert (code, "wrong-wrong" in errors) == (0, False)


async def test_a_port_that_is_taken_is_said_with_the_mend(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, _, errors = await command(tmp_path, "run", REDRESS_WEB__PORT=port)
    assert code == 1
    assert f"port {port} is in use" in errors
    assert "config set web.port" in errors
