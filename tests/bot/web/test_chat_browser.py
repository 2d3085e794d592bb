"""The chat page in Chromium, as a person meets it: phone and desk, keyboard and touch."""

import io
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Browser, FilePayload, Route, expect

from bot.web.live import Ring
from dialogs.model import Json, Move
from dialogs.tickets.ticket import Role
from storage import Connection, chats, messages, staff
from storage.messages import Said
from tests.bot.web.conftest import Serving
from tests.bot.web.reader import SHOTS, ZONE, Reader, another, reader
from tests.bot.web.site import Site
from tests.chat.acting import acted

LETTERS = Path(__file__).parents[2] / "fixtures" / "letters"
STORY = "11月12日我发现账单多收了94元，套餐被换了也没有人告诉我，要求退费。"
MORNING = datetime(2026, 3, 10, 10, 0, tzinfo=ZONE)
WORDS: Mapping[str, Mapping[str, str]] = {
    "zh-CN": {
        "file": "我要投诉",
        "submit": "提交",
        "back": "不用，我会回来看",
        "accept": "接受",
        "sure": "确认接受",
        "fixed": "解决了",
        "found": "2月1日起流量功能已关闭，94 元是多收的",
        "proof": "已退回 188 元，流水号 88123",
        "thanks": "谢谢您的 9 分",
    },
    "en": {
        "file": "File a complaint",
        "submit": "Submit",
        "back": "No need, I will come back",
        "accept": "Accept",
        "sure": "Yes, accept",
        "fixed": "It is fixed",
        "found": "Data was off from 1 February; the 94 yuan were charged wrongly",
        "proof": "188 yuan paid back, reference 88123",
        "thanks": "Thank you for the 9",
    },
}
ITEMS: list[Json] = [
    {"code": "double_refund", "minor": 18800, "due": "2026-03-20", "promise": "double_refund"},
    {"code": "apology", "due": "2026-03-20"},
]


async def desk(site: Site, name: str, fields: Mapping[str, Json]) -> None:
    """A handler's move on the first ticket."""

    def known(c: Connection) -> int:
        person = next(iter(staff.everybody(c)), None)
        return person.id if person else staff.add(c, "王敏", Role.HANDLER, "BIL")

    who = await site.door.store.write(known)
    assert await acted(site.door.dispatcher, who, Move(1, name, fields)) == ""


@pytest.mark.parametrize(
    ("language", "device", "scheme"),
    [("zh-CN", "phone", "light"), ("en", "desktop", "dark")],
)
async def test_letter_3_goes_from_the_first_word_to_the_score_across_a_restart(
    service: Serving, browser: Browser, language: str, device: str, scheme: str
) -> None:
    words = WORDS[language]
    service.clock.at = MORNING.astimezone(UTC)
    ann = await reader(browser, language, device, scheme)
    await ann.at(MORNING)
    await ann.open(service.up.url)
    await ann.shot("welcome")
    await ann.say((LETTERS / f"3-charge.{language[:2]}.txt").read_text("utf-8"))
    await ann.press(words["file"])
    card = await ann.say("13426000029")
    assert "188" in card
    await ann.shot("card")
    await service.stop()
    await expect(ann.page.locator("#lost")).to_be_visible()
    await ann.shot("lost")
    await service.start()
    await expect(ann.page.locator("#lost")).to_be_hidden()
    before = await ann.answers.count()
    await ann.press(words["submit"])
    await expect(ann.answers.nth(before)).to_contain_text("TS26030000017")
    await expect(ann.answers.nth(before + 1)).to_be_visible()
    await ann.press(words["back"])
    await ann.shot("filed")
    await proposed_and_settled(service, ann, words)
    await scored(service, ann, words)
    assert ann.faults == []


async def proposed_and_settled(service: Serving, ann: Reader, words: Mapping[str, str]) -> None:
    service.clock.at = datetime(2026, 3, 10, 7, 0, tzinfo=UTC)
    await ann.at(service.clock.at)
    await desk(service.up, "claim", {})
    before = await ann.answers.count()
    offer: dict[str, Json] = {"liability": "operator", "finding": words["found"], "items": ITEMS}
    await desk(service.up, "propose", {**offer, "reviewed": True})
    assert "188" in await ann.heard(before)
    await ann.shot("proposal")
    await ann.press(words["accept"])
    await ann.press(words["sure"])
    link = ann.page.locator("a.saved").last
    async with ann.page.expect_download() as download:
        await link.click()
    assert (await download.value).suggested_filename == "TS26030000017.pdf"
    await ann.shot("accepted")
    before = await ann.answers.count()
    for item in (1, 2):
        await desk(service.up, "item_done", {"item": item, "proof": words["proof"]})
    await ann.heard(before)
    await ann.press(words["fixed"])


async def scored(service: Serving, ann: Reader, words: Mapping[str, str]) -> None:
    service.clock.at = datetime(2026, 3, 10, 10, 0, tzinfo=UTC)
    await ann.at(service.clock.at)
    before = await ann.answers.count()
    await service.up.door.dispatcher.tick()
    await ann.heard(before)
    await ann.shot("survey")
    assert words["thanks"] in await ann.press("9")
    await expect(ann.page.locator('.chosen[data-data$=":score-9"]')).to_be_disabled()
    await ann.shot("scored")


async def test_what_is_written_while_the_service_is_away_goes_out_once_when_it_is_back(
    service: Serving, browser: Browser
) -> None:
    ann = await reader(browser, "zh-CN")
    await ann.open(service.up.url)
    await service.stop()
    await ann.page.fill("#words", STORY)
    await ann.page.keyboard.press("Enter")
    mine = ann.page.locator(".line.me")
    await expect(mine).to_contain_text("还没发出去")
    await expect(mine.get_by_role("button", name="重新发送")).to_be_visible()
    await ann.shot("unsent")
    await service.start()
    await expect(ann.answers).to_have_count(2, timeout=10_000)
    await expect(mine).to_have_count(1)
    await expect(mine).not_to_contain_text("还没发出去")


async def test_files_are_shown_as_what_they_are(site: Site, browser: Browser) -> None:
    ann = await reader(browser, "en", "phone", "dark")
    await ann.open(site.url)
    picture = io.BytesIO()
    Image.new("RGB", (640, 420), "#8fb8ae").save(picture, "JPEG")
    files: list[FilePayload] = [
        {"name": "bill.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()},
        {"name": "contract.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 x"},
        {"name": "program.png", "mimeType": "image/png", "buffer": b"MZ\x90\x00\x00"},
    ]
    await ann.say("I was charged 94 yuan twice on 12 November and want it back")
    for file in files:
        await ann.page.set_input_files("#file", [file])
    shown = ann.page.get_by_role("img", name="Picture: bill.jpg")
    await expect(shown).to_have_attribute("src", re.compile("^/chat/file/"))
    await expect(shown).to_have_js_property("naturalWidth", 640)
    await expect(ann.page.get_by_role("link", name="Download contract.pdf")).to_be_visible()
    refused = ann.page.locator(".line.failed")
    await expect(refused).to_contain_text("I cannot take this kind of file")
    await ann.page.evaluate("() => document.querySelector('img.shown').scrollIntoView()")
    await ann.shot("files")
    await ann.page.reload()
    await expect(ann.page.get_by_role("img", name="Picture: bill.jpg")).to_be_visible()
    assert ann.faults == []


async def test_staff_are_named_and_a_reply_on_its_way_is_seen(site: Site, browser: Browser) -> None:
    ann = await reader(browser, "zh-CN")
    await ann.open(site.url)
    await ann.say(STORY)
    address = await site.door.store.read(lambda c: chats.address(c, 1))
    words = "您好，我是王敏，账单我这边查到了，今天 18:00 前给您回话。"
    said = Said(chat=1, at=site.door.now(), direction="out", words=words, staff_name="王敏")
    await site.door.store.write(lambda c: messages.log_out(c, said))
    site.door.hub.ring(address.chat, Ring("reload"))
    spoken = ann.page.locator(".line.staff")
    await expect(spoken.locator(".who")).to_have_text("王敏 · 工作人员")
    site.door.hub.typing(address.chat)
    dots = ann.page.locator("#dots")
    await expect(dots).to_be_visible()
    await ann.page.screenshot(path=SHOTS / "chat-zh-CN-phone-light-staff.png")
    await ann.say("好的，谢谢")
    await expect(dots).to_be_hidden()


async def test_two_open_pages_of_one_chat_show_the_same(site: Site, browser: Browser) -> None:
    ann = await reader(browser, "zh-CN")
    await ann.open(site.url)
    second = await another(ann.page.context, "second")
    await second.open(site.url)
    await ann.say(STORY)
    await expect(second.page.locator(".line.me")).to_contain_text("94元")
    await expect(second.answers).to_have_count(2)
    assert await second.page.locator(".line").all_inner_texts() == (
        await ann.page.locator(".line").all_inner_texts()
    )


async def test_old_choices_stay_readable_and_cannot_be_pressed(
    site: Site, browser: Browser
) -> None:
    ann = await reader(browser, "zh-CN")
    await ann.open(site.url)
    await ann.say(STORY)
    past = ann.page.locator(".choices").first
    for button in await past.get_by_role("button").all():
        await expect(button).to_be_disabled()
    await ann.press("我要投诉")
    chosen = ann.page.locator(".chosen")
    await expect(chosen).to_have_accessible_name("已选：我要投诉")
    await expect(chosen).to_be_disabled()
    await ann.page.reload()
    await expect(ann.page.locator(".chosen")).to_be_visible()
    assert ann.faults == []


async def test_hostile_words_are_shown_as_words(site: Site, browser: Browser) -> None:
    ann = await reader(browser, "en")
    await ann.open(site.url)
    words = "<b>bold</b> & <img src=x onerror=alert(1)> </script> 😀𠮷"
    await ann.say(words)
    for _ in range(2):
        assert await ann.page.locator(".line.me .text").inner_text() == words
        assert await ann.page.locator(".line.me .text *:not(.para)").count() == 0
        await ann.page.reload()
    assert ann.faults == []


async def test_the_private_link_is_copied_and_opens_the_talk_elsewhere(
    site: Site, browser: Browser
) -> None:
    ann = await reader(browser, "zh-CN", "phone", "dark")
    await ann.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await ann.open(site.url)
    await ann.say(STORY)
    await ann.page.locator("#link summary").click()
    await ann.page.get_by_role("button", name="复制链接").click()
    await expect(ann.page.get_by_role("status").filter(has_text="已复制")).to_be_visible()
    await ann.shot("link")
    link = str(await ann.page.evaluate("() => navigator.clipboard.readText()"))
    other = await reader(browser, "zh-CN", "desktop")
    await other.open(link)
    assert other.page.url == f"{site.url}/"
    await expect(other.page.locator(".line.me")).to_contain_text("94元")
    await other.shot("resumed")
    third = await reader(browser, "en")
    await third.open(site.url)
    await third.say("My broadband has been down for three days")
    await third.page.goto(link)
    await third.shot("asked")
    await third.page.get_by_role("button", name="Open the linked conversation").click()
    await expect(third.page.locator(".line.me")).to_contain_text("94元")


async def test_the_language_changes_with_the_talk(site: Site, browser: Browser) -> None:
    ann = await reader(browser, "zh-CN")
    await ann.open(site.url)
    before = await ann.answers.count()
    await ann.page.locator(".tongue").click()
    await ann.heard(before)
    await ann.button("English").click()
    await expect(ann.page.locator("html")).to_have_attribute("lang", "en")
    await expect(ann.page.get_by_role("button", name="Talk to a person")).to_be_visible()


async def test_the_language_changes_even_when_the_answer_overtakes_the_receipt(
    site: Site, browser: Browser
) -> None:
    ann = await reader(browser, "zh-CN")
    await ann.open(site.url)
    before = await ann.answers.count()
    await ann.page.locator(".tongue").click()
    await ann.heard(before)

    async def late(route: Route) -> None:
        taken = await route.fetch()
        await ann.heard(before + 1)
        await route.fulfill(response=taken)

    await ann.page.route("**/chat/tap", late)
    await ann.button("English").click()
    await expect(ann.page.locator("html")).to_have_attribute("lang", "en")


async def test_a_stale_press_shows_a_toast_and_can_be_tried_again(
    site: Site, browser: Browser
) -> None:
    ann = await reader(browser, "zh-CN")
    await ann.open(site.url)
    await ann.button("我要投诉").evaluate("node => (node.dataset.data = 'v1:d:99:1:file')")
    await ann.button("我要投诉").click()
    await expect(ann.page.locator("#toast")).to_have_text("这个按钮已过期，请看最新的消息")
