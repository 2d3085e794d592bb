"""Every page of the desk before a person's eyes, on the demo's month: both languages, light and
dark, wide and on a phone. The pages come from the table of routes; each is pictured, and none may
keep anybody out, load from elsewhere, break the policy, or hide without scripts what it says.
"""

import asyncio
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, Page, Request

from bot.web.guard import POLICY
from dialogs.house import House
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role
from tests.bot.web import axe
from tests.bot.web.demo_month import Month, at_the_desk, begun, desk_of, link_of
from tests.bot.web.desk_office import Office
from tests.bot.web.reader import DESK, PHONE, SHOTS
from tests.bot.web.test_desk_rights import RULES
from tests.bot.web.walking import Walk, Way, looked_at, walked

AUDIT = (Path(__file__).parent / "audit.js").read_text("utf-8")
# Whoever sees most comes first; a page that they may not see is looked at by the next.
LOOKING = (Role.SUPERVISOR, Role.ADMIN, Role.DIRECTOR, Role.HANDLER, Role.AGENT)
Scheme = Literal["light", "dark"]
OK = 200
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
UNFOLD = """() => document.querySelectorAll("details").forEach((one) => {
    one.removeAttribute("name"); one.open = true; })"""


@dataclass(frozen=True)
class Sheet:
    """A page to look at, and as whom."""

    way: Way
    role: Role
    address: str

    @property
    def name(self) -> str:
        """What its pictures are called."""
        name = re.sub(r"[^a-z]+", "-", self.way[0].removeprefix("/desk")).strip("-")
        return {"": "queue", "t-number": "ticket", "c-chat-int": "chat"}.get(name, name)


@dataclass
class Eyes:
    """A browser that looks at pages in one language: a profile for each role, and what is wrong."""

    here: Office
    browser: Browser
    language: str
    scripts: bool = True
    pages: dict[Role, Page] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    async def page(self, role: Role) -> Page:
        """The page of somebody of that role, who is signed in."""
        if role not in self.pages:
            context = await self.browser.new_context(
                locale=self.language,
                java_script_enabled=self.scripts,
                reduced_motion="reduce",
                viewport=DESK,
            )
            page = self.pages[role] = await context.new_page()
            page.on("console", lambda line: self._heard(line.type, line.text))
            page.on("pageerror", lambda error: self.wrong.append(str(error)))
            page.on("request", self._asked)
            await page.goto(self.here.url + await link_of(self.here, role))
        return self.pages[role]

    def _heard(self, kind: str, words: str) -> None:
        if kind == "error" and "status of 4" not in words:
            self.wrong.append(words)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.here.url, "data:", "blob:")):
            self.wrong.append(f"asks for {request.url}")

    async def see(self, page: Page, name: str) -> None:
        """Picture the page as it opens, then unfold all of it and note what is wrong, in each
        scheme and width.
        """
        for size in (DESK, PHONE):
            await page.set_viewport_size(size)
            for scheme in SCHEMES:
                await turned(page, scheme)
                place = SHOTS / f"desk-{name}-{size['width']}-{scheme}-{self.language}.png"
                await page.screenshot(path=place, full_page=True)
        await page.evaluate(UNFOLD)
        await drawn(page)
        await page.evaluate("scrollTo(0, 0)")  # what was unfolded took the focus
        for size in (PHONE, DESK):
            await page.set_viewport_size(size)
            # As high as the page is: what sticks to an edge of the window covers nothing then.
            high = await page.evaluate("document.documentElement.scrollHeight")
            await page.set_viewport_size({"width": size["width"], "height": high})
            await self._look(page, f"{name} {size['width']} {self.language}")

    async def _look(self, page: Page, where: str) -> None:
        for scheme in reversed(SCHEMES):
            await turned(page, scheme)
            found = await axe.violations(page, colours_only=scheme == "dark")
            told = json.loads(await page.evaluate(AUDIT))
            # axe knows when a small target is none: in a sentence, or with room around it.
            found += [one for one in told if not one.startswith("small target")]
            self.wrong += [f"{where} {scheme}: {one}" for one in found]


@pytest.fixture(scope="module")
def sheets(
    month: Month, tmp_path_factory: pytest.TempPathFactory, house: House, texts: Texts
) -> list[Sheet]:
    """Each page of the desk once, with most on it; its address holds in every copy of the month."""

    async def look() -> list[Sheet]:
        async with desk_of(month, tmp_path_factory.mktemp("walk"), house, texts) as here:
            return await _sheets(here, await begun(here))

    return asyncio.run(look())


async def turned(page: Page, scheme: Scheme) -> None:
    """Let the page be light or dark, and drawn as such."""
    await page.emulate_media(color_scheme=scheme)
    await drawn(page)


async def drawn(page: Page) -> None:
    """Wait until the page is drawn as it is now."""
    await page.evaluate("new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))")


async def _sheets(here: Office, starts: tuple[str, ...]) -> list[Sheet]:
    found: dict[Way, Sheet] = {}
    for role in LOOKING:
        missing = [way for way, who in RULES.items() if role in who and way not in found]
        missing = [way for way in missing if way[1] == "GET"]
        browser = await at_the_desk(here, role)
        walk = await walked(browser, *starts) if missing else Walk()
        for way in missing:
            if "{" not in way[0] and not walk.read[way]:
                page = await looked_at(browser, way[0])
                walk.read[way] = {way[0]: page} if page and page.status == OK else {}
            if walk.read[way]:
                found[way] = Sheet(way, role, walk.richest(way))
    return list(found.values())


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_no_page_keeps_anybody_out(
    demo: Office, browser: Browser, sheets: list[Sheet], language: str
) -> None:
    """In both schemes and widths: axe-core and our own audit find nothing, all is from here."""
    await begun(demo)
    eyes = Eyes(demo, browser, language)
    for sheet in sheets:
        page = await eyes.page(sheet.role)
        await page.set_viewport_size(DESK)
        await page.goto(demo.url + sheet.address)
        await eyes.see(page, sheet.name)
    await page.goto(demo.url + "/desk")
    await page.click(".opens")
    await eyes.see(page, "menu")
    await page.goto(demo.url + "/desk/nowhere")
    await eyes.see(page, "gone")
    await page.context.clear_cookies()
    await page.goto(demo.url + "/desk")
    await eyes.see(page, "signin")
    assert not eyes.wrong, "\n".join(eyes.wrong)


async def test_all_that_can_be_read_can_be_read_without_scripts(
    demo: Office, browser: Browser, sheets: list[Sheet]
) -> None:
    await begun(demo)
    plain, scripted = Eyes(demo, browser, "en", scripts=False), Eyes(demo, browser, "en")
    for sheet in sheets:
        told: list[set[str]] = []
        for eyes in (plain, scripted):
            page = await eyes.page(sheet.role)
            await page.goto(demo.url + sheet.address)
            told.append(set((await page.inner_text("main")).splitlines()))
        # A button that only a script could serve is not there without one.
        pressed = set(await page.locator("main button").all_inner_texts())
        assert told[1] - told[0] - pressed == set(), sheet.address
    assert plain.wrong == scripted.wrong == []


async def test_every_page_comes_with_the_policy_and_nothing_that_it_forbids(
    demo: Office, sheets: list[Sheet]
) -> None:
    await begun(demo)
    for sheet in sheets:
        page = await (await at_the_desk(demo, sheet.role)).get(sheet.address)
        assert page.headers["content-security-policy"] == POLICY, sheet.address
        assert page.headers["cache-control"] == "no-store", sheet.address
        assert forbidden(page.text, demo.url) == [], sheet.address


def forbidden(text: str, own: str) -> list[str]:
    """Code and style inside a page, and what would be loaded or sent elsewhere."""
    inside = re.findall(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", text)
    led = re.findall(r'\s(?:src|srcset|action|formaction|poster|data)="([^"]*)"', text)
    led += re.findall(r'<(?:link|use|image)\b[^>]*\shref="([^"]*)"', text)
    return inside + [one for one in led if urlsplit(one).netloc and not one.startswith(own)]


def test_what_a_page_must_not_hold_is_found() -> None:
    bad = (
        """<p style="x"><script>1</script><img src="https://elsewhere.example/a.png" onload="x">"""
    )
    assert len(forbidden(bad, "http://127.0.0.1:1")) == 4
    assert forbidden('<script src="/static/desk.js" defer></script>', "") == []


def test_axe_is_the_one_that_its_origin_names() -> None:
    assert axe.as_named()
