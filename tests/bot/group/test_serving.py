"""The group in a Redress as it is started: its screen, doctor, page at the desk, two bots."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import httpx2
import pytest
from pydantic import SecretStr

from bot.cli.doctor_group import group as look
from bot.config import Settings, Storage, Telegram
from bot.screen import Part
from tests.bot.served import command, served
from tests.peers.bot_api import FakeBotApi
from tests.peers.people import Group

STAFF = "7000000002:AAbbccddeeffgghhiijjkkllmmnn"


@pytest.fixture
async def second(api: FakeBotApi) -> FakeBotApi:
    """A bot of its own for the group, at the same address."""
    other = FakeBotApi(STAFF)
    api.beside.append(other)
    return other


def told(api: FakeBotApi, group: Group, apart: str = "") -> Mapping[str, str]:
    return {
        "REDRESS_TELEGRAM__TOKEN": api.token,
        "REDRESS_TELEGRAM__STAFF_TOKEN": apart,
        "REDRESS_TELEGRAM__STAFF_CHAT_ID": str(group.id),
        "REDRESS_TELEGRAM__API_BASE_URL": api.base_url,
        "REDRESS_TELEGRAM__MESSAGES_PER_SECOND_CHAT": "0",
    }


async def test_a_second_bot_draws_what_the_first_one_is_told(
    api: FakeBotApi, second: FakeBotApi, tmp_path: Path
) -> None:
    group = await second.group("Desk", second.person("Lin"), forum=True, manages=True)
    code, _, errors = await command(tmp_path, "demo", "--tickets", "12")
    assert code == 0, errors
    async with served(tmp_path, **told(api, group, STAFF)) as one:
        assert "Desk (by @redress_bot)" in one.line("group")
        card = await group.hears("TS", timeout=20)  # of a ticket that was open before
        assert card.raw["message_thread_id"] in group.home.topics
        ann = api.person("Ann")
        await ann.says("/start")
        await ann.hears("")  # subscribers have the first bot
        code, errors = await one.stop()
    assert (code, errors.count("Traceback")) == (0, 0)
    scope = json.dumps({"chat_id": group.id, "type": "chat"})
    menu = second.world.commands[scope, "zh"]
    assert [one["command"] for one in menu] == ["mine", "find", "report", "help"]
    assert not api.sent("createForumTopic")


async def test_the_page_of_the_desk_links_the_account_of_who_opens_its_link(
    api: FakeBotApi, tmp_path: Path
) -> None:
    lin = api.person("Lin")
    group = await api.group("Desk", lin, forum=True, manages=True)
    async with (
        served(tmp_path, **told(api, group)) as one,
        httpx2.AsyncClient(base_url=one.url, follow_redirects=True) as browser,
    ):
        await browser.get(one.desk)
        page = await browser.get("/desk/telegram")
        assert "绑定我的账号" in page.text
        page = await browser.post("/desk/telegram")
        found = re.search(r"\?start=(desk-[\w-]+)", page.text)
        assert found
        await lin.says(f"/start {found[1]}")
        await lin.hears("已绑定")
        assert "/desk/telegram/unlink" in (await browser.get("/desk/telegram")).text
        await browser.post("/desk/telegram/unlink")
        assert "/desk/telegram/unlink" not in (await browser.get("/desk/telegram")).text


async def seen(api: FakeBotApi, number: int, folder: Path, token: str = "-") -> Part:
    said = Telegram(
        token=SecretStr(api.token if token == "-" else token),
        staff_chat_id=number,
        api_base_url=api.base_url,
    )
    url = f"sqlite+aiosqlite:///{folder}/none.db"
    return await look(Settings(telegram=said, storage=Storage(url=url)))


async def test_doctor_says_what_the_group_lacks(api: FakeBotApi, tmp_path: Path) -> None:
    lin = api.person("Lin")
    assert (await seen(api, 0, tmp_path)).words == "off, no staff_chat_id"
    assert (await seen(api, -5, tmp_path, "")).state == "FAIL"
    assert (await seen(api, -5, tmp_path)).words == "Bad Request: chat not found"
    group = await api.group("Desk", lin, forum=True)
    found = await seen(api, group.id, tmp_path)
    assert (found.state, found.mend) == (
        "FAIL",
        "group → administrators → this bot → Manage topics",
    )
    group.home.manages = True
    assert "nobody's Telegram account" in (await seen(api, group.id, tmp_path)).words
    group.home.barred = "Forbidden: bot was kicked from the supergroup chat"
    assert (await seen(api, group.id, tmp_path)).words == "the bot is not in “Desk”"
    plain = await api.group("Plain", lin)
    assert "only commands and replies" in (await seen(api, plain.id, tmp_path)).words
    plain.home.manages = True
    assert "no topics" in (await seen(api, plain.id, tmp_path)).words
