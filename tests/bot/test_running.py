"""Redress as a process: the start with nothing configured, what it says, how it stops."""

import signal
import socket
from pathlib import Path

import aiohttp

from tests.bot.served import command, served
from tests.peers.bot_api import FakeBotApi


async def test_a_start_with_nothing_configured_serves_and_says_where(tmp_path: Path) -> None:
    async with served(tmp_path) as redress:
        assert redress.screen[-1] == "ready"
        assert redress.line("telegram").split()[1] == "off"
        assert "config set telegram.token" in redress.line("telegram")
        assert "one-time sign-in" in redress.line("desk")
        status, told = await redress.get("/healthz")
        assert (status, told) == (200, '{"ok":true,"troubles":{}}')
        assert (await redress.get("/"))[0] == 200
        code, errors = await redress.stop()
    assert code == 0
    assert "Traceback" not in errors
    assert (tmp_path / "data/redress.key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "data/redress.db").stat().st_mode & 0o077 == 0


async def test_the_sign_in_works_once_and_a_second_start_keeps_what_is_there(
    tmp_path: Path,
) -> None:
    async with served(tmp_path) as redress:
        async with aiohttp.ClientSession() as browser, browser.get(redress.desk) as answer:
            assert answer.status == 200
            assert "once=" not in str(answer.url)
        await redress.stop()
    async with served(tmp_path) as redress:
        assert "made" not in redress.line("data")
        _, listed, _ = await command(tmp_path, "staff", "list")
        assert len(listed.splitlines()) == 2
        code, _ = await redress.stop(signal.SIGINT)
        assert code == 0


async def test_a_second_signal_is_harmless(tmp_path: Path) -> None:
    async with served(tmp_path) as redress:
        redress.process.send_signal(signal.SIGTERM)
        code, errors = await redress.stop(signal.SIGINT)
    assert code == 0, errors


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
        assert status == 200
        assert "does not know this token" in told
        assert (await redress.get("/"))[0] == 200
        code, said, _ = await command(
            tmp_path, "doctor", **settings, REDRESS_WEB__PORT=redress.url.rpartition(":")[2]
        )
        assert code == 1
        assert "config set telegram.token" in said
        code, errors = await redress.stop()
        assert code == 0
        assert "wrong-wrong" not in errors


async def test_a_right_token_is_greeted_by_name(tmp_path: Path, api: FakeBotApi) -> None:
    settings = {
        "REDRESS_TELEGRAM__TOKEN": api.token,
        "REDRESS_TELEGRAM__API_BASE_URL": api.base_url,
    }
    async with served(tmp_path, **settings) as redress:
        assert "https://t.me/" in redress.line("telegram")
        code, _ = await redress.stop()
        assert code == 0


async def test_two_on_the_same_data_are_refused_in_one_line(tmp_path: Path) -> None:
    async with served(tmp_path) as redress:
        code, out, errors = await command(tmp_path, "run", REDRESS_WEB__PORT="0")
        assert (code, out) == (1, "")
        assert "in use by another process" in errors
        await redress.stop()


async def test_a_port_that_is_taken_is_said_with_the_mend(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, _, errors = await command(tmp_path, "run", REDRESS_WEB__PORT=port)
    assert code == 1
    assert f"port {port} is in use" in errors
    assert "config set web.port" in errors


async def test_a_lost_key_file_stops_the_start_before_anything_is_written(tmp_path: Path) -> None:
    async with served(tmp_path) as redress:
        await redress.stop()
    (tmp_path / "data/redress.key").unlink()
    code, _, errors = await command(tmp_path, "run", REDRESS_WEB__PORT="0")
    assert code == 1
    assert "key file data/redress.key is missing" in errors
    assert not (tmp_path / "data/redress.key").exists()
