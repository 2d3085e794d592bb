"""The chat page by keyboard, by screen reader, and for eyes that need contrast."""

import json
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.bot.web.reader import reader
from tests.bot.web.site import Site

STORY = "11月12日我发现账单多收了94元，套餐被换了也没有人告诉我，要求退费。"


async def test_it_can_be_used_by_keyboard_alone(site: Site, browser: Browser) -> None:
    ann = await reader(browser, "en", "desktop")
    await ann.open(site.url)
    await expect(ann.page.locator("#words")).to_be_focused()
    assert await tabbed(ann.page) == [
        "Change language / 切换语言: 中文", "Talk to a person", "Your private link",
        "File a complaint", "My complaints", "Language / 中文",
        "Add a picture or file", "Write a message",
    ]  # fmt: skip
    before = await ann.answers.count()
    await ann.button("File a complaint").focus()
    await ann.page.keyboard.press("Enter")
    await ann.heard(before)
    await expect(ann.page.locator("#words")).to_be_focused()
    await ann.page.keyboard.type("line one")
    await ann.page.keyboard.press("Shift+Enter")
    await ann.page.keyboard.type("line two: charged 94 yuan twice")
    await ann.page.keyboard.press("Enter")
    await expect(ann.page.locator(".line.me .para")).to_have_count(2)


async def tabbed(page: Page) -> list[str]:
    """The names of what Tab reaches, from the top of the page."""
    await page.mouse.click(1, 1)
    names: list[str] = []
    for _ in range(20):
        await page.keyboard.press("Tab")
        name = await page.evaluate(
            """() => {
                const node = document.activeElement;
                if (node === document.body) return "";
                const label = node.labels?.[0]?.textContent || node.textContent.trim();
                const ring = getComputedStyle(node).outlineStyle !== "none";
                const seen = ring || node.id === "words";
                return (node.ariaLabel || label) + (seen ? "" : " (no visible focus)");
            }"""
        )
        if not name or name in names:
            break
        names.append(str(name))
    return names


AUDIT = (Path(__file__).parent / "audit.js").read_text("utf-8")


@pytest.mark.parametrize(("language", "scheme"), [("zh-CN", "light"), ("en", "dark")])
async def test_nothing_on_the_page_shuts_anybody_out(
    site: Site, browser: Browser, language: str, scheme: str
) -> None:
    ann = await reader(browser, language, "phone", scheme)
    await ann.open(site.url)
    await ann.say(STORY)
    await ann.page.locator("#link summary").click()
    found = json.loads(await ann.page.evaluate(AUDIT))
    assert found == []
    log = ann.page.get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_have_attribute("aria-busy", "false")
