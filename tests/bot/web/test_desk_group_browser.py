"""The page of one's Telegram account in Chromium: the link once it was asked for, who is linked."""

import json
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, expect

from tests.bot.served import command, served
from tests.bot.web import axe
from tests.bot.web.reader import DESK, PHONE, SHOTS
from tests.peers.bot_api import FakeBotApi

AUDIT = (Path(__file__).parent / "audit.js").read_text("utf-8")
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


async def test_the_link_and_the_list_are_looked_at(
    api: FakeBotApi, browser: Browser, tmp_path: Path
) -> None:
    lin = api.person("Lin")
    group = await api.group("Desk", lin, forum=True, manages=True)
    told = {
        "REDRESS_TELEGRAM__TOKEN": api.token,
        "REDRESS_TELEGRAM__STAFF_CHAT_ID": str(group.id),
        "REDRESS_TELEGRAM__API_BASE_URL": api.base_url,
    }
    SHOTS.mkdir(parents=True, exist_ok=True)
    async with served(tmp_path, **told) as one:
        await command(tmp_path, "staff", "add", "王敏", "--role", "handler")
        signed = await browser.new_context(locale="zh-CN", viewport=DESK)
        page = await signed.new_page()
        await page.goto(one.desk)
        state = await signed.storage_state()
        for language in ("zh-CN", "en"):
            for scheme in SCHEMES:
                for size in (DESK, PHONE):
                    context = await browser.new_context(
                        locale=language, color_scheme=scheme, viewport=size, storage_state=state
                    )
                    page = await context.new_page()
                    await page.goto(f"{one.url}/desk/telegram")
                    await page.locator("main form button").first.click()
                    await expect(page.locator("main a.button")).to_be_visible()
                    name = f"desk-telegram-link-{size['width']}-{scheme}-{language}.png"
                    await page.screenshot(path=SHOTS / name, full_page=True)
                    assert json.loads(await page.evaluate(AUDIT)) == []
                    assert await axe.violations(page) == []
                    await context.close()
