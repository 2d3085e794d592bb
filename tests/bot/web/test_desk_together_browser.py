"""Two of the staff on one ticket, each in a window of their own, in headless Chromium."""

import io
import math
import struct
import wave
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect
from sqlalchemy import select

from dialogs.house import House
from dialogs.model import File
from dialogs.texts import Texts
from dialogs.tickets.ticket import Role, Ticket
from storage import schema
from storage.store import Store
from tests.bot.web.desk_day import picture, sent
from tests.bot.web.desk_office import Office, office
from tests.bot.web.test_desk_browser import NARROW, SHOTS, WIDE, heard, shot, signed

FILM = Path(__file__).parent / "film.webm"  # two seconds, drawn by Chromium's own recorder
SAID = "您好，正在核对 10月30日 的订购记录。"


@pytest.fixture
async def here(house: House, texts: Texts, store: Store, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(house, texts, store, tmp_path / "files") as made:
        yield made


def tone() -> bytes:
    """A second of sound."""
    out = io.BytesIO()
    with wave.open(out, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(8000)
        steps = (int(9000 * math.sin(step / 8)) for step in range(8000))
        made.writeframes(b"".join(struct.pack("<h", one) for one in steps))
    return out.getvalue()


async def opened(
    here: Office, browser: Browser, ticket: Ticket, name: str, language: str = "zh-CN"
) -> Page:
    """The ticket in a window of somebody new."""
    context = await browser.new_context(viewport=WIDE, locale=language)
    page = await signed(here, context, name)
    await page.goto(f"{here.url}/desk/t/{ticket.number}")
    return page


async def typing(page: Page, move: str, words: str) -> None:
    await page.click(f"#act-{move} > summary")
    await page.type(f"#{move}-words", words)


async def test_what_one_types_the_other_sees_and_of_two_writers_one_keeps_his_text(
    here: Office, browser: Browser
) -> None:
    ticket = await here.filed()
    agent = await here.visit("李静")
    await agent.done(ticket, "claim")
    wang = await opened(here, browser, ticket, "王敏")
    chen = await opened(here, browser, ticket, "Chen", "en")
    wrong = heard(chen)
    here_too = here.say("desk-here", "en", name="王敏", form="")
    await expect(chen.locator("#others li")).to_have_text(here_too)
    await typing(wang, "reply", SAID)
    line = chen.locator("#others .writes")
    await expect(line.locator("q")).to_have_text(SAID)
    await expect(line.locator("b")).to_contain_text("王敏")
    await expect(chen.locator("#act-reply")).to_have_class("act taken")
    await typing(chen, "reply", "We are looking into it.")
    await expect(wang.locator("#others .writes q")).to_have_text("We are looking into it.")
    await shot(chen, "writing-1280-light-en")
    await wang.click("#act-reply [value=do]")
    await wang.wait_for_selector(".made")
    await expect(chen.locator("#news")).to_be_visible()
    await expect(chen.locator("#others li")).to_have_text(here_too)
    await chen.click("#act-reply [value=do]")
    came = chen.locator("#act-reply .notice.warn")
    await expect(came).to_contain_text(SAID)
    assert await chen.input_value("#reply-words") == "We are looking into it."
    await shot(chen, "overtaken-1280-light-en")
    await chen.click("#act-reply [value=do]")
    await chen.wait_for_selector(".made")
    assert [one for one in wrong if "409" not in one] == []


async def test_what_was_typed_outlives_a_reload_and_not_a_sign_out(
    here: Office, browser: Browser
) -> None:
    ticket = await here.filed()
    page = await opened(here, browser, ticket, "王敏")
    await typing(page, "note", "先查订购日志")
    await page.reload()
    await expect(page.locator("#restored")).to_be_visible()
    assert await page.input_value("#note-words") == "先查订购日志"
    await page.click("#act-note [value=do]")
    await page.wait_for_selector(".made")
    await page.reload()
    assert await page.input_value("#note-words") == ""
    await typing(page, "note", "只给自己看")
    await page.click(".opens")
    await page.click("form[action='/desk/out'] button")
    await page.wait_for_selector(".lone")
    assert await page.evaluate("sessionStorage.length") == 0


async def test_what_happened_elsewhere_is_there_without_a_wait(
    here: Office, browser: Browser
) -> None:
    ticket = await here.filed()
    boss = await here.visit("陈工", Role.SUPERVISOR)
    page = await opened(here, browser, ticket, "王敏")
    await page.wait_for_selector("[data-fresh=yes]")
    await boss.done(ticket, "claim")
    await page.wait_for_selector(f"#strip >> text={here.say('state-investigating')}")
    await boss.post("/desk/out")
    await page.click(".opens")
    await page.click("form[action='/desk/out'] button")
    await page.wait_for_selector(".lone")


async def test_who_has_the_word_is_seen_on_both_sides(
    house: House, texts: Texts, store: Store, tmp_path: Path, browser: Browser
) -> None:
    served = office(house, texts, store, tmp_path / "files", delivering=True)
    async with served as here:
        visitor = await browser.new_context(locale="zh-CN", viewport=NARROW)
        subscriber = await visitor.new_page()
        wrong = heard(subscriber)
        await subscriber.goto(here.url)
        await subscriber.wait_for_selector(".line.bot")
        chat = await store.read(lambda c: c.execute(select(schema.chat.c.id)).scalar_one())
        context = await browser.new_context(locale="zh-CN", viewport=WIDE)
        agent = await signed(here, context, "王敏", Role.AGENT)
        await agent.goto(f"{here.url}/desk/c/{chat}")
        await agent.click("#word button")
        told = subscriber.locator("#with")
        await expect(told).to_have_text(here.say("web-with", name="王敏"))
        await subscriber.fill("#words", "账单多扣了 30 元")
        await subscriber.keyboard.press("Enter")
        await expect(agent.locator("#bubbles .them").last).to_contain_text("账单多扣了 30 元")
        await agent.fill("#words", "您好，我来查。")
        await agent.click(".say .primary")
        await expect(subscriber.locator(".line").last).to_contain_text("您好，我来查。")
        await subscriber.screenshot(path=SHOTS / "chat-with-person-390-light-zh-CN.png")
        await shot(agent, "joined-1280-light-zh-CN")
        await agent.click("form[action$=hand-back] button")
        await expect(told).to_be_hidden()
        assert wrong == []


async def test_pictures_voice_and_film_are_seen_and_played_on_the_page(
    here: Office, browser: Browser
) -> None:
    ticket = await here.filed()
    await picture(here, ticket)
    await sent(here, ticket, tone(), File("voice", "v1", "语音.wav", "audio/wav"))
    await sent(here, ticket, FILM.read_bytes(), File("video", "f1", "信号.webm", "video/webm"))
    page = await opened(here, browser, ticket, "王敏")
    wrong = heard(page)
    image = page.locator("#bubbles img")
    await image.scroll_into_view_if_needed()
    await page.wait_for_function("document.querySelector('#bubbles img').naturalWidth === 360")
    for kind in ("audio", "video"):
        played = f"document.querySelector('#bubbles {kind}')"
        await page.evaluate(f"{played}.muted = true; {played}.play()")
        await page.wait_for_function(f"{played}.currentTime > 0 && !{played}.error")
    await image.click()
    large = page.locator("#large")
    await expect(large).to_be_visible()
    await shot(page, "picture-1280-light-zh-CN")
    await page.keyboard.press("Escape")
    await expect(large).to_be_hidden()
    assert wrong == []
