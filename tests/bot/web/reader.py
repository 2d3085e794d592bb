"""A person before the chat page in Chromium: reads, types, presses, and takes pictures."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.async_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

SHOTS = Path(__file__).parents[3] / "build" / "screenshots"
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}
ZONE = ZoneInfo("Asia/Shanghai")


@dataclass
class Reader:
    """`faults` are the page's own errors, which no test expects."""

    page: Page
    name: str
    faults: list[str] = field(default_factory=list)
    shots: int = 0

    @property
    def answers(self) -> Locator:
        return self.page.locator(".line.bot")

    @property
    def last(self) -> Locator:
        return self.answers.last

    async def open(self, url: str) -> None:
        await self.page.goto(url)
        await expect(self.answers.first).to_be_visible()

    async def say(self, text: str) -> str:
        """Type words and press Enter; returns what the bot said to them."""
        before = await self.answers.count()
        await self.page.fill("#words", text)
        await self.page.keyboard.press("Enter")
        return await self.heard(before)

    async def press(self, words: str) -> str:
        """Press the newest button of these words; returns what the bot said to it."""
        before = await self.answers.count()
        await self.button(words).click()
        return await self.heard(before)

    def button(self, words: str) -> Locator:
        named = self.page.get_by_role("button", name=words, exact=True)
        return self.page.locator(".choices").locator(named).last

    async def heard(self, before: int) -> str:
        """What the bot says after its first so many messages."""
        await expect(self.answers.nth(before)).to_be_visible()
        return await self.last.inner_text()

    async def shot(self, what: str) -> None:
        """Keep a picture of the page as it is now."""
        self.shots += 1
        SHOTS.mkdir(parents=True, exist_ok=True)
        await expect(self.page.locator("#dots")).to_be_hidden()
        path = SHOTS / f"chat-{self.name}-{self.shots:02}-{what}.png"
        await self.page.screenshot(path=path, animations="disabled")

    async def at(self, moment: datetime) -> None:
        """Let the page's clock say so; its timers go on as ever."""
        await self.page.clock.set_fixed_time(moment)


async def reader(
    browser: Browser, language: str, device: str = "phone", scheme: Any = "light"
) -> Reader:
    """A fresh browser profile with one open page."""
    phone = device == "phone"
    context = await browser.new_context(
        locale=language,
        color_scheme=scheme,
        timezone_id="Europe/Paris",
        viewport=PHONE if phone else DESK,
        device_scale_factor=2 if phone else 1,
        has_touch=phone,
        is_mobile=phone,
    )
    return await another(context, f"{language}-{device}-{scheme}")


async def another(context: BrowserContext, name: str) -> Reader:
    """One more page of the same profile."""
    made = Reader(await context.new_page(), name)
    made.page.on("pageerror", lambda error: made.faults.append(str(error)))
    made.page.on("console", lambda told: _noted(made, told.type, told.text))
    return made


def _noted(made: Reader, kind: str, text: str) -> None:
    if kind == "error" and "ERR_CONNECTION" not in text and "status of 4" not in text:
        made.faults.append(text)
